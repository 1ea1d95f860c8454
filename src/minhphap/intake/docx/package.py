"""The zip of a Word file, opened with care: nothing is written, fetched or unpacked beforehand."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from minhphap.intake.limits import Limits
from minhphap.intake.refusals import damaged, entities, not_word, too_deep, unpacks_too_large
from minhphap.intake.zips import BROKEN, entries_of

_CHUNK = 1 << 16
_PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """Parts of an OOXML file, unpacked one at a time under one limit for all."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._entries = entries_of(archive)
        self._limit = self._left = limits.unpacked_bytes

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts."""
        return frozenset(self._entries)

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part piece by piece, counted as they come; the declared size may lie."""
        if self._entries[part].file_size > self._left:
            raise unpacks_too_large(self._limit)
        try:
            with self._archive.open(self._entries[part]) as file:
                while chunk := file.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise unpacks_too_large(self._limit)
                    yield chunk
        except BROKEN:
            raise _damaged() from None

    def events(self, part: str, *tags: str) -> Iterator[Any]:
        """The elements with one of the tags, each as soon as it is complete."""
        from lxml import etree

        parser = etree.XMLPullParser(
            events=("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_pis=True,
            huge_tree=False,
        )
        first = True
        try:
            for chunk in self.chunks(part):
                if first and (b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk):
                    raise entities()
                first = False
                parser.feed(chunk)
                for _, element in parser.read_events():
                    yield element
            root = parser.close()
        except etree.XMLSyntaxError as error:
            raise _refusal(error, self._limit) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise entities()

    def xml(self, part: str) -> Any | None:
        """The root element of a small part; None when the package has no such part."""
        if part not in self:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
        )
        data = b"".join(self.chunks(part))
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise _refusal(error, self._limit) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise entities()
        return root

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of this package that a part names as its ``kind`` ("footnotes", "header"…)."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in () if root is None else root.iter(_PACKAGE_RELATIONS):
            if relation.get("TargetMode") == "External":
                continue
            if relation.get("Type", "").rpartition("/")[2] == kind:
                target = posixpath.normpath(
                    posixpath.join("/", folder, relation.get("Target", ""))
                ).lstrip("/")
                if target in self and target not in found:
                    found.append(target)
        return found


def open_package(data: bytes, limits: Limits) -> Package:
    """Open a .docx or .docm; raises Unreadable."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise _damaged() from None
    return Package(archive, limits)


def main_part(package: Package) -> str:
    """The name of the part that holds the document; raises Unreadable when there is none."""
    named = package.related("", "officeDocument")
    for part in (*named, "word/document.xml"):
        if part in package:
            return part
    raise not_word()


def _damaged() -> Exception:
    return damaged("Tệp Word", "The Word file")


def _refusal(error: Exception, limit: int) -> Exception:
    message = str(error)
    if "depth" in message:
        return too_deep()
    if "huge" in message.lower() or "too long" in message.lower():
        return unpacks_too_large(limit)
    if "ntity" in message or "amplification" in message:
        return entities()
    return _damaged()
