"""Akoma Ntoso 3.0 -> Document."""

from __future__ import annotations

from typing import Any

import msgspec
from lxml import etree

from minhphap.intake import Source
from minhphap.structure.document import Document
from minhphap.structure.formats import akn_meta
from minhphap.structure.formats.akn_target import Target
from minhphap.structure.formats.errors import FormatError, where


def from_akn(data: bytes) -> Document:
    """The document that an Akoma Ntoso 3.0 file holds; FormatError when it is no such file.

    A file that ``to_akn`` wrote, with its white space as written, gives back an equal document.
    Any other gets one line a block, white space folded; elements that the tree has no type for
    (list, alinea…) are read as text of the provision around them.
    """
    try:
        target = _run(Target(exact=True), data)
        exact = target.record is not None and target.sha256 == akn_meta.fingerprint(target.text)
        if not exact:
            target = _run(Target(exact=False), data)
        return _document(target, exact)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormatError(
            f"tệp Akoma Ntoso không phải XML đúng dạng (dòng {line}, cột {column});"
            " hãy xuất lại tệp",
            f"the Akoma Ntoso file is not well-formed XML (line {line}, column {column});"
            " export it again",
        ) from error
    except msgspec.MsgspecError as error:
        place, place_en = where(error)
        raise FormatError(
            f"phần mp:record của tệp Akoma Ntoso bị hỏng ({place}); hãy xuất lại tệp",
            f"the mp:record of the Akoma Ntoso file is damaged ({place_en}); export it again",
        ) from error


def _run(target: Target, data: bytes) -> Target:
    options: dict[str, Any] = {"target": target, "resolve_entities": "internal"}
    parser = etree.XMLParser(no_network=True, **options)
    etree.fromstring(data, parser)
    return target


def _document(target: Target, exact: bool) -> Document:
    text = target.text
    provisions = tuple(node.freeze() for node in target.roots)
    tables = target.tables()
    if target.record is None:
        return Document(Source(text), target.head, provisions, tuple(tables))
    record, source = akn_meta.restore(target.record, text)
    if not exact:  # spans of the old text would point at the wrong words
        silent = {"number_span": None, "date_span": None, "title_span": None}
        head = msgspec.structs.replace(record.meta, **silent)
        return Document(source, head, provisions, tuple(tables))
    for place, table in record.tables:
        tables.insert(place, table)
    return Document(source, record.meta, provisions, tuple(tables), record.diagnostics)
