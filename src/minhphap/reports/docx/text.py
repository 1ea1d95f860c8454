"""The characters of a w:t as they are written: entities, line ends, spaces kept or not."""

from __future__ import annotations

import html
import re

from minhphap.reports.docx.markup import TOKEN

_CHARACTER = re.compile(r"&[^;]+;|\r\n|.", re.DOTALL)
_SPACE = re.compile(r"\sxml:space\s*=\s*(?:\"(\w+)\"|'(\w+)')")
_BLANKS = " \t\r\n"
_REST = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<.*", re.DOTALL)


def escape(text: str) -> str:
    """Text for element content or an attribute in double quotes; what XML forbids is left out."""
    return html.escape(_FORBIDDEN.sub("", text), quote=False).replace('"', "&quot;")


_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Written:
    """The content of one w:t, addressable by character."""

    def __init__(self, raw: str) -> None:
        if "<" in raw:  # CDATA is written out; what follows a comment or child is no text
            raw = _REST.sub(lambda found: escape(found[1] or ""), raw)
        self._raw = raw
        self._plain = "&" not in raw and "\r" not in raw
        self._starts = (
            [] if self._plain else [*(m.start() for m in _CHARACTER.finditer(raw)), len(raw)]
        )

    def __len__(self) -> int:
        return len(self._raw) if self._plain else len(self._starts) - 1

    def raw(self, start: int, end: int) -> str:
        """The characters ``start:end`` as written."""
        if self._plain:
            return self._raw[start:end]
        last = len(self)
        return self._raw[self._starts[min(start, last)] : self._starts[min(end, last)]]

    def pieces(self, first: int, last: int) -> list[tuple[int, int, bool]]:
        """``first:last`` in pieces, and whether the blanks at the edges of each must be kept.

        A blank at a cut was inside the words and shown: it must be kept. Blanks at the outer
        edges of the whole stay shown or not as they were, so they may need a piece of their own.
        """
        whole = self.text(0, len(self))
        low, high = len(whole) - len(whole.lstrip(_BLANKS)), len(whole.rstrip(_BLANKS))
        left = low < first < high and whole[first] in _BLANKS
        right = low < last < high and whole[last - 1] in _BLANKS
        if not left and not right:
            return [(first, last, False)]
        inner = max(first, low), min(last, high)
        pieces = [(first, inner[0], False), (*inner, True), (inner[1], last, False)]
        return [piece for piece in pieces if piece[0] < piece[1]]

    def text(self, start: int, end: int) -> str:
        """The characters ``start:end`` as meant."""
        return html.unescape(self.raw(start, end)).replace("\r\n", "\n")


def renamed(tag: str, name: str) -> str:
    """A start tag with another local name."""
    found = TOKEN.match(tag)
    assert found is not None
    old = found["name"]
    return tag.replace(old, old[: old.rfind(":") + 1] + name, 1)


def keeps_blanks(tag: str) -> bool:
    """Whether a start tag says that blanks at the edges of the text are part of it."""
    space = _SPACE.search(tag)
    return space is not None and "preserve" in (space[1], space[2])


def keeping_blanks(tag: str) -> str:
    """The start tag with the word that blanks at the edges of the text are part of it."""
    space = _SPACE.search(tag)
    if space is None:
        return tag[:-1] + ' xml:space="preserve">'
    return tag[: space.start()] + ' xml:space="preserve"' + tag[space.end() :]


def close_tag(opening: str) -> str:
    """The end tag of a start tag."""
    found = TOKEN.match(opening)
    assert found is not None
    return f"</{found['name']}>"
