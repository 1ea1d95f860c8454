"""The parts of a workbook's package around its sheets: links, shared strings, date formats."""

from __future__ import annotations

import posixpath
import re
import zipfile

from lxml import etree

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""The built-in number formats that show a day."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """A part, parsed without following anything it names."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target (a name in the zip) of each relationship of a part, by id."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}
    for one in xml(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            found[one.get("Id", "")] = (one.get("Type", ""), target.lstrip("/"))
    return found


def strings(archive: zipfile.ZipFile, part: str, entries: dict[str, zipfile.ZipInfo]) -> list[str]:
    """The shared strings of a workbook, in order."""
    if part not in entries:
        return []
    found = []
    with archive.open(part) as stream:
        for _, item in etree.iterparse(stream, tag="{*}si", resolve_entities=False):
            found.append(words_of(item))
            item.clear()
    return found


def words_of(item: etree._Element) -> str:
    """The text of a string with its runs, without the phonetic ones."""
    own = (*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t"))
    return unescaped("".join(one.text or "" for one in own))


def date_styles(
    archive: zipfile.ZipFile, part: str, entries: dict[str, zipfile.ZipInfo]
) -> frozenset[int]:
    """The cell styles that show a number as a date."""
    if part not in entries:
        return frozenset()
    root = xml(archive, part)
    own = {
        int(one.get("numFmtId", "0")): _QUOTED.sub("", one.get("formatCode", "")).lower()
        for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    dates = set()
    for index, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        number = int(style.get("numFmtId", "0"))
        code = own.get(number)
        shown = number in _DATE_FORMATS if code is None else "y" in code or "d" in code
        if shown:
            dates.add(index)
    return frozenset(dates)


def unescaped(text: str) -> str:
    """Letters that the format writes as "_x000D_"."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
