"""Document <-> JSON in the published shape of document.schema.json."""

from __future__ import annotations

import datetime as dt
from importlib import resources
from typing import Any, cast

import msgspec

from minhphap.intake import Block, Comment, Notice, Removed, Source, TrackedChange
from minhphap.intake.source import Format
from minhphap.structure.document import (
    Diagnostic,
    Document,
    Metadata,
    Signatory,
    Table,
)
from minhphap.structure.formats.errors import FormatError, where
from minhphap.structure.formats.trees import Row, grow, rows

VERSION = "minhphap/document/1"
"""Value of ``schema`` in every file; changes when a reader of the old shape would go wrong."""

Span = tuple[int, int]


class _Record(msgspec.Struct, kw_only=True):
    """A document as JSON; document.schema.json describes every field."""

    schema: str = VERSION
    doc: str | None
    issuer: str | None
    date: dt.date | None
    kind: str | None
    title: str | None
    place: str | None
    spans: dict[str, Span | None]
    signatory: Signatory | None
    recipients: tuple[str, ...]
    name: str
    format: Format
    recognised: bool
    text: str
    provisions: tuple[Row, ...]
    leaves: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    blocks: tuple[Block, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    removed: tuple[Removed, ...] = ()
    notices: tuple[Notice, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def to_json(document: Document) -> bytes:
    """The document as JSON (UTF-8, one line): metadata, text, flat list of provisions, leaves.

    ``from_json`` gives back an equal document but for the file itself, its anchors and its
    original text, which stay where they are.
    """
    source, meta = document.source, document.meta
    record = _Record(
        doc=meta.number,
        issuer=meta.issuer,
        date=meta.date,
        kind=meta.kind,
        title=meta.title,
        place=meta.place,
        spans={"doc": meta.number_span, "date": meta.date_span, "title": meta.title_span},
        signatory=meta.signatory,
        recipients=meta.recipients,
        name=source.name,
        format=source.format,
        recognised=source.recognised,
        text=source.text,
        provisions=rows(document),
        leaves=tuple((leaf.start, leaf.end) for leaf in document.leaves),
        tables=document.tables,
        blocks=source.blocks,
        changes=source.changes,
        comments=source.comments,
        removed=source.removed,
        notices=source.notices,
        diagnostics=document.diagnostics,
    )
    return msgspec.json.encode(record)


def from_json(data: bytes) -> Document:
    """The document that ``to_json`` wrote; FormatError for any other JSON."""
    try:
        record = msgspec.json.decode(data, type=_Record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        place, place_en = where(error)
        raise FormatError(
            f"tệp JSON không đúng lược đồ {VERSION} ({place}); hãy xuất lại tệp",
            f"the JSON file does not follow the schema {VERSION} ({place_en}); export it again",
        ) from error
    if record.schema != VERSION:
        raise FormatError(
            f"tệp JSON theo lược đồ “{record.schema}”; bản này đọc {VERSION}",
            f"the JSON file follows the schema “{record.schema}”; this version reads {VERSION}",
        )
    source = Source(
        record.text,
        name=record.name,
        format=record.format,
        blocks=record.blocks,
        changes=record.changes,
        comments=record.comments,
        removed=record.removed,
        notices=record.notices,
        recognised=record.recognised,
    )
    meta = Metadata(
        issuer=record.issuer,
        kind=record.kind,
        number=record.doc,
        number_span=record.spans.get("doc"),
        place=record.place,
        date=record.date,
        date_span=record.spans.get("date"),
        title=record.title,
        title_span=record.spans.get("title"),
        signatory=record.signatory,
        recipients=record.recipients,
    )
    provisions = grow(record.provisions, len(record.text))
    return Document(source, meta, provisions, record.tables, record.diagnostics)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of these files."""
    path = resources.files(__package__).joinpath("document.schema.json")
    return cast("dict[str, Any]", msgspec.json.decode(path.read_bytes()))
