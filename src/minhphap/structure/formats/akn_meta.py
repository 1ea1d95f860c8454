"""The ``meta`` of an Akoma Ntoso file: whose work it is, and what the file itself cannot say."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

import msgspec

from minhphap.intake import Source
from minhphap.structure.document import Diagnostic, Document, Metadata, Table
from minhphap.structure.formats.xmltext import attribute, content

_YEAR = re.compile(r"/((?:19|20)\d\d)(?:/|$)")
_UNSAFE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_UNKNOWN_DATE = "0001-01-01"

RESERVED = ("issuer", "unknown", "minhphap")
"""eIds of the organisations in ``references``."""


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the elements do not hold: exact metadata, diagnostics, tables with broken borders."""

    meta: Metadata = Metadata()
    name: str = ""
    format: str = "txt"
    recognised: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    tables: tuple[tuple[int, Table], ...] = ()
    """Tables that cross the borders of provisions, with their places among all tables."""


def fingerprint(text: str) -> str:
    """SHA-256 of the text: tells whether somebody changed the white space of the file."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def name(document: Document) -> str:
    """Name of the document for ``act/@name``: its kind, where that is known."""
    return _slug(document.meta.kind or "") or "document"


def meta(document: Document, kind: str, tables: list[tuple[int, Table]]) -> str:
    """The ``meta`` of the whole document; ``kind``: act or doc."""
    source = document.source
    record = Record(
        document.meta, source.name, source.format, source.recognised,
        document.diagnostics, tuple(tables),
    )  # fmt: skip
    data = msgspec.json.encode(record).decode()
    data = _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", data)
    own = (
        '<proprietary source="#minhphap">'
        f'<mp:record version="1" sha256="{fingerprint(source.text)}">{content(data)}</mp:record>'
        "</proprietary>"
    )
    identification = _identification(document, work(document, kind), "main")
    return f"<meta>{identification}{_references(document)}{own}</meta>"


def component(document: Document, part: str) -> str:
    """The ``meta`` of an attachment."""
    return f"<meta>{_identification(document, work(document, 'act'), quote(part))}</meta>"


def work(document: Document, kind: str) -> str:
    """The work's URI: /akn/vn/act/decision/2025-07-01/12-2025-qd-ubnd."""
    head = document.meta
    number = head.number or ""
    year = _YEAR.search(number)
    date = head.date.isoformat() if head.date else (year[1] if year else "undated")
    return f"/akn/vn/{kind}/{name(document)}/{date}/{_slug(number) or 'unnumbered'}"


def _identification(document: Document, uri: str, part: str) -> str:
    head = document.meta
    date = head.date.isoformat() if head.date else _UNKNOWN_DATE
    dated = f'<FRBRdate date="{date}" name="{"issue" if head.date else "unknown"}"/>'
    expression = f"{uri}/vie@{date if head.date else ''}"
    author = '<FRBRauthor href="#issuer"/>' if head.issuer else '<FRBRauthor href="#unknown"/>'
    number = f'<FRBRnumber value="{_plain(head.number)}"/>' if head.number else ""
    title = f'<FRBRname value="{_plain(head.title)}"/>' if head.title else ""
    return (
        '<identification source="#minhphap">'
        f'<FRBRWork><FRBRthis value="{uri}/!{part}"/><FRBRuri value="{uri}"/>{dated}{author}'
        f'<FRBRcountry value="vn"/><FRBRsubtype value="{name(document)}"/>{number}{title}'
        "</FRBRWork>"
        f'<FRBRExpression><FRBRthis value="{expression}/!{part}"/><FRBRuri value="{expression}"/>'
        f'{dated}<FRBRauthor href="#minhphap"/><FRBRlanguage language="vie"/></FRBRExpression>'
        f'<FRBRManifestation><FRBRthis value="{expression}/!{part}.xml"/>'
        f'<FRBRuri value="{expression}.akn"/>{dated}<FRBRauthor href="#minhphap"/>'
        '<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
    )


def _references(document: Document) -> str:
    issuer = document.meta.issuer
    known = (
        f'<TLCOrganization eId="issuer" href="/akn/ontology/organization/vn/'
        f'{_slug(issuer) or "issuer"}" showAs="{_plain(issuer)}"/>'
        if issuer
        else '<TLCOrganization eId="unknown" href="/akn/ontology/organization/vn/unknown"'
        ' showAs="?"/>'
    )
    return (
        f'<references source="#minhphap">{known}<TLCOrganization eId="minhphap"'
        ' href="/akn/ontology/organization/minhphap" showAs="Minh Pháp"/></references>'
    )


def _plain(value: str | None) -> str:
    """For people and search: the exact value is in the record."""
    return attribute(_UNSAFE.sub(" ", value or ""))


def _slug(value: str) -> str:
    bare = unicodedata.normalize("NFD", value.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")


def restore(data: str, text: str) -> tuple[Record, Source]:
    """The record of a file of ours, and the source it was made from (without the file)."""
    record = msgspec.json.decode(data, type=Record)
    source = msgspec.convert(
        {"text": text, "name": record.name, "format": record.format,
         "recognised": record.recognised},
        Source,
    )  # fmt: skip
    return record, source
