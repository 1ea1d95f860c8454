"""The parts of a Word package around the text: comments, relationships, content types."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from minhphap.reports.archive import Archive
from minhphap.reports.docx.markup import NAMESPACE

DOCUMENT = "word/document.xml"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*?/?>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ROOT = re.compile(r"<((?:[\w.-]+:)?(?:Types|Relationships|comments))\b[^>]*>")
_MACRO_TYPES = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_MACRO_PARTS = re.compile(r"(?:\w+/)?(?:_rels/)?vba\w+\.(?:bin|xml)(?:\.rels)?", re.IGNORECASE)


class Package:
    """A Word file in which parts change."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._changed: dict[str, bytes | None] = {}
        named = self._targets("_rels/.rels", "", "officeDocument")
        self.main = named[0] if named else DOCUMENT
        """The name of the part that holds the document."""
        self._folder, _, name = self.main.rpartition("/")
        self._relations = posixpath.join(self._folder, "_rels", f"{name}.rels")

    def read(self, part: str) -> bytes | None:
        """A part as it stands now; None when there is none."""
        if part in self._changed:
            return self._changed[part]
        return self._archive.read(part) if part in self._archive.names else None

    def put(self, part: str, content: bytes) -> None:
        """Change a part; content that is the same leaves the part untouched."""
        if content != self.read(part):
            self._changed[part] = content

    def data(self) -> bytes:
        """The file with all changes."""
        return self._archive.replaced(self._changed)

    def commented_parts(self) -> tuple[str, ...]:
        """The parts in which Word takes comments: the document and its notes, no running heads."""
        notes = (self._targets(self._relations, self._folder, f"{one}notes")
                 for one in ("foot", "end"))  # fmt: skip
        return (self.main, *(part for parts in notes for part in parts))

    def comments_part(self) -> str:
        """The name of the part with the margin comments; made and declared where there is none."""
        there = self._targets(self._relations, self._folder, "comments")
        return there[0] if there else self._new_comments_part()

    def _new_comments_part(self) -> str:
        relations = self._text(self._relations) or (
            f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'
        )
        ids = {_attributes(found[0]).get("Id", "") for found in _RELATION.finditer(relations)}
        part = _free(posixpath.join(self._folder, "comments{}.xml"), self._archive.names)
        name = _free("rId{}", ids | {"rId"})
        relation = _beside(relations, "Relationship")
        target = posixpath.basename(part)
        kind = f"{_OFFICE}/comments"
        self._set(
            self._relations,
            _append(relations, f'<{relation} Id="{name}" Type="{kind}" Target="{target}"/>'),
        )
        types = self._text(_TYPES)
        override = _beside(types, "Override")
        declared = f'<{override} PartName="/{part}" ContentType="{_WORDML}.comments+xml"/>'
        self._set(_TYPES, _append(types, declared))
        self._changed[part] = (
            f'{_DECLARATION}<w:comments xmlns:w="{NAMESPACE}"></w:comments>'
        ).encode()
        return part

    def _targets(self, relations: str, folder: str, kind: str) -> list[str]:
        """The parts of the file that a relationships part names as its ``kind``."""
        found = []
        for relation in _RELATION.finditer(self._text(relations)):
            one = _attributes(relation[0])
            if one.get("Type", "").rpartition("/")[2] == kind and "TargetMode" not in one:
                part = _resolve(folder, one.get("Target", ""))
                if part in self._archive.names or part in self._changed:
                    found.append(part)
        return found

    def add_comments(self, part: str, comments: str) -> None:
        """Append comments, written with the prefix "w", to those of the part."""
        self._set(part, _append(self._text(part), comments))

    def drop_macros(self) -> None:
        """Turn a macro-enabled file into a plain one: its macros are not kept."""
        macros = [name for name in self._archive.names if _MACRO_PARTS.fullmatch(name)]
        types = plain = self._text(_TYPES)
        for kind in _MACRO_TYPES:
            plain = plain.replace(kind, f"{_WORDML}.document.main+xml")
        if not macros and types == plain:
            return
        self._changed |= dict.fromkeys(macros)
        self._set(_TYPES, _without(plain, "Override", "PartName", macros))
        if relations := self._text(self._relations):
            plain = _without(relations, "Relationship", "Target", macros, self._folder)
            self._set(self._relations, plain)

    def _text(self, part: str) -> str:
        return (self.read(part) or b"").decode("utf-8")

    def _set(self, part: str, xml: str) -> None:
        self.put(part, xml.encode("utf-8"))


def _attributes(tag: str) -> dict[str, str]:
    return {found[1]: found[2] or found[3] or "" for found in _ATTRIBUTE.finditer(tag)}


def _resolve(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _free(pattern: str, taken: frozenset[str] | set[str]) -> str:
    number = 0
    while (name := pattern.format(number or "")) in taken:
        number += 1
    return name


def _beside(xml: str, name: str) -> str:
    """A child's name under the prefix of the root."""
    root = _ROOT.search(xml)
    prefix = root[1].rpartition(":")[0] if root else ""
    return f"{prefix}:{name}" if prefix else name


def _append(xml: str, content: str) -> str:
    """Put content before the end tag of the root, or open a root that is empty."""
    root = _ROOT.search(xml)
    if root is None:
        raise ValueError("a part of the Word file has no root element")
    if content.startswith("<w:") and f'xmlns:w="{NAMESPACE}"' not in root[0]:
        content = content.replace("<w:comment ", f'<w:comment xmlns:w="{NAMESPACE}" ')
    if root[0].endswith("/>"):
        return f"{xml[: root.end() - 2]}>{content}</{root[1]}>{xml[root.end() :]}"
    end = xml.rindex("</")
    return xml[:end] + content + xml[end:]


def _without(xml: str, element: str, attribute: str, parts: list[str], folder: str = "") -> str:
    """Leave out the elements that name one of the parts."""
    names = set(parts)

    def kept(found: re.Match[str]) -> str:
        target = _resolve(folder, _attributes(found[0]).get(attribute, ""))
        return "" if target in names else found[0]

    return re.sub(rf"<(?:\w+:)?{element}\b[^>]*?/>", kept, xml)
