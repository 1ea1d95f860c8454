"""How a run or paragraph looks, through the inheritance of Word's styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from minhphap.intake.docx.attributes import is_on, number, value
from minhphap.intake.docx.nodes import W


class Look(NamedTuple):
    """Formatting that may be said at any level; None: not said here."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    font: str | None = None
    size: float | None = None
    centred: bool | None = None
    list_id: str | None = None
    level: int | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        if self == _SILENT:
            return below
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.hidden if self.hidden is None else self.hidden,
            below.caps if self.caps is None else self.caps,
            below.font if self.font is None else self.font,
            below.size if self.size is None else self.size,
            below.centred if self.centred is None else self.centred,
            below.list_id if self.list_id is None else self.list_id,
            below.level if self.level is None else self.level,
        )


_SILENT = Look()


def _font(element: Any, themes: Mapping[str, str]) -> str | None:
    for side in ("ascii", "hAnsi"):
        if theme := element.get(f"{W}{side}Theme"):
            return themes.get(theme[:5]) or _named(element, side)
        if name := _named(element, side):
            return name
    return None


def _named(element: Any, side: str) -> str | None:
    name = element.get(f"{W}{side}")
    return str(name) if name else None


_TOGGLES = {f"{W}b": "bold", f"{W}i": "italic", f"{W}vanish": "hidden", f"{W}caps": "caps"}
_SIZE, _FONTS = f"{W}sz", f"{W}rFonts"


def run_look(properties: Any | None, themes: Mapping[str, str]) -> Look:
    """What a ``w:rPr`` says."""
    if properties is None:
        return _SILENT
    said: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            said[_TOGGLES[tag]] = is_on(child)
        elif tag == _SIZE:
            said["size"] = number(child.get(f"{W}val"), 0) / 2 or None
        elif tag == _FONTS:
            said["font"] = _font(child, themes)
    return Look(**said) if said else _SILENT


def paragraph_look(properties: Any | None) -> Look:
    """What a ``w:pPr`` says of the paragraph (not of the mark at its end)."""
    if properties is None:
        return _SILENT
    justified, numbered = value(properties, "jc"), properties.find(f"{W}numPr")
    level = value(numbered, "ilvl")
    return Look(
        centred=None if justified is None else justified == "center",
        list_id=value(numbered, "numId"),
        level=None if level is None else number(level, 0),
    )


class Styles:
    """The styles of a file, each resolved once."""

    def __init__(self, root: Any | None, themes: Mapping[str, str] | None = None) -> None:
        self.themes = themes or {}
        self._elements: dict[str, Any] = {}
        self._said: dict[str, Look] = {}
        self._full: dict[str | None, Look] = {}
        self._base = _SILENT
        self._default: str | None = None
        if root is not None:
            self._load(root)

    def _load(self, root: Any) -> None:
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            run = defaults.find(f"{W}rPrDefault/{W}rPr")
            paragraph = defaults.find(f"{W}pPrDefault/{W}pPr")
            self._base = run_look(run, self.themes).over(paragraph_look(paragraph))
        for style in root.iterchildren(f"{W}style"):
            self._elements[style.get(f"{W}styleId", "")] = style
            is_default = style.get(f"{W}default") in ("1", "true", "on")
            if is_default and style.get(f"{W}type") == "paragraph":
                self._default = style.get(f"{W}styleId")

    def paragraph(self, name: str | None) -> Look:
        """The full look of a paragraph style; unknown or no names give the default style."""
        if name not in self._full:
            known = name if name in self._elements else self._default
            said = self.said(known) if known is not None else _SILENT
            self._full[name] = said.over(self._base)
        return self._full[name]

    def said(self, name: str) -> Look:
        """What a style and those it is based on say, without the defaults of the file."""
        if name not in self._said:
            look, seen, at = _SILENT, set(), name
            while at in self._elements and at not in seen:
                seen.add(at)
                style = self._elements[at]
                own = run_look(style.find(f"{W}rPr"), self.themes)
                look = look.over(own.over(paragraph_look(style.find(f"{W}pPr"))))
                at = value(style, "basedOn") or ""
            self._said[name] = look
        return self._said[name]

    def run(self, properties: Any | None, paragraph: Look) -> Look:
        """The look of a run in a paragraph."""
        if properties is None:
            return paragraph
        own = run_look(properties, self.themes)
        if name := value(properties, "rStyle"):
            character = self.said(name)
            # bold upon bold is not bold: in styles these properties switch each other
            bold = _toggled(character, paragraph, lambda look: look.bold)
            italic = _toggled(character, paragraph, lambda look: look.italic)
            character = character._replace(
                bold=bold, italic=italic, centred=None, list_id=None, level=None
            )
            paragraph = character.over(paragraph)
        return own.over(paragraph)


def _toggled(above: Look, below: Look, of: Callable[[Look], bool | None]) -> bool | None:
    upper, lower = of(above), of(below)
    return upper if not (upper and lower) else False


def theme_fonts(root: Any | None) -> dict[str, str]:
    """The fonts that "major" and "minor" stand for in this file."""
    if root is None:
        return {}
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    found = {}
    for size in ("major", "minor"):
        latin = next(root.iter(f"{a}{size}Font"), None)
        latin = None if latin is None else latin.find(f"{a}latin")
        if latin is not None and latin.get("typeface"):
            found[size] = latin.get("typeface")
    return found
