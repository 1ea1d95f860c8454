"""What the head and the foot of a document say of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from minhphap.law import DocumentNumber, kinds, parse_number, recognise_issuer
from minhphap.structure.context import Context
from minhphap.structure.document import Metadata, Signatory
from minhphap.structure.foot import recipients, signatory
from minhphap.structure.head import Head, read_authentication, read_head
from minhphap.structure.node import Node
from minhphap.text import find_dates

_ADOPTED = re.compile(
    r"(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Hiến pháp|Quy chế) này (?:đã )?(?:được|do) "
    r"[^\n]{0,250}?thông qua"
)
_ENACTS = re.compile(r"(?P<who>[^\n]{4,120}?)\s(?:ban hành|quyết định|quyết nghị)\s")
_ADDRESSED = re.compile(r"^\W*Kính gửi\s*:", re.MULTILINE)
_ON_BEHALF = re.compile(r"(?:T\s?/?M)\s?[./]?\s*")
_REACH = 400
"""So far after "thông qua" the date of adoption may stand."""


def read_metadata(context: Context, roots: Sequence[Node]) -> Metadata:
    """The metadata of a text whose pieces are known."""
    first = next((node.start for node in roots if node.type != "preamble"), len(context.text))
    preamble = next((node for node in roots if node.type == "preamble"), None)
    head = read_head(context, len(context.lines_between(0, first))) if preamble else Head()
    consolidated = read_authentication(context)
    if consolidated:
        head = _consolidated(head, consolidated)
    signs = _first(roots, "signature")
    signed = signatory(context.text, signs.start, signs.end) if signs else None
    number = parse_number(head.number) if head.number else None
    place, date, date_span = _dated(context, head, roots, signs)
    lists = (
        recipients(context.text, node.start, node.end)
        for node in roots
        if node.type == "recipients"
    )
    return Metadata(
        issuer=_issuer(context, head, number, preamble, signed),
        kind=_kind(head, number, context.text[:first]),
        number=head.number,
        number_span=head.number_span,
        place=place,
        date=date,
        date_span=date_span,
        title=" ".join(context.text[slice(*head.title_span)].split()) if head.title_span else None,
        title_span=head.title_span,
        signatory=signed,
        recipients=next(filter(None, lists), ()),
    )


def _consolidated(head: Head, own: Head) -> Head:
    """The head of a consolidated text: title from the act, the rest from its authentication."""
    own.title_span = head.title_span
    own.kind = "consolidated"
    own.issuer = own.issuer or head.issuer
    if own.number is None:
        own.number, own.number_span = head.number, head.number_span
    if own.date_span is None:
        own.place, own.date, own.date_span = head.place, head.date, head.date_span
    return own


def _first(roots: Sequence[Node], kind: str) -> Node | None:
    """The first piece of a kind, that of the document itself before those of its attachments."""
    return next((node for node in roots if node.type == kind), None)


def _issuer(
    context: Context,
    head: Head,
    number: DocumentNumber | None,
    preamble: Node | None,
    signed: Signatory | None,
) -> str | None:
    """The body that issues; the chair where the text decides on the chair's authority."""
    name = head.issuer[-1] if head.issuer else None
    if number and len(head.issuer) > 1 and number.kind in ("TTLT", "NQLT"):
        name = " - ".join(head.issuer)
    if name is None:
        name = head.authority or _enacting(context, preamble)
        if name is None and signed and _ON_BEHALF.match(signed.authority):
            name = _ON_BEHALF.sub("", signed.authority, count=1)
        return name
    asked = head.authority or _enacting(context, preamble)
    if asked:
        own, other = recognise_issuer(name), recognise_issuer(asked)
        if own and other and other.body != own.body and other.body in _WITHIN:
            if other.place.partition(" ")[2] or not own.place:
                return asked
            return f"{_OFFICE[other.body]} {name}"
    return name


_OFFICE = {"committee_chair": "CHỦ TỊCH", "council_standing": "THƯỜNG TRỰC"}


_WITHIN = frozenset(("committee_chair", "council_standing", "prime_minister"))
"""Bodies that decide under the head of the committee, council or government they belong to."""


def _enacting(context: Context, preamble: Node | None) -> str | None:
    """ "Chính phủ ban hành Nghị định …": who, from the words that enact."""
    if preamble is None:
        return None
    for number in reversed(context.lines_between(preamble.start, preamble.end)):
        start, end = context.lines[number]
        found = _ENACTS.match(context.text, start, end)
        if found and recognise_issuer(found["who"]):
            return " ".join(found["who"].split())
    return None


def _kind(head: Head, number: DocumentNumber | None, before: str) -> str | None:
    """The kind that the head names; failing that, the one its symbol names.

    A text that is addressed and names no kind is a letter: in "5467/CT-CS" CT is the office.
    """
    symbol = number.kind if number else ""
    if head.kind is None and symbol != "VBHN" and _ADDRESSED.search(before):
        return "letter"
    if head.kind is None or symbol == "VBHN":
        named = next((kind.id for kind in kinds() if symbol in kind.symbols), None)
        if named is None and number and number.unit:
            return head.kind or "letter"
        return named or head.kind
    return head.kind


def _dated(
    context: Context, head: Head, roots: Sequence[Node], signs: Node | None
) -> tuple[str | None, dt.date | None, tuple[int, int] | None]:
    """Place, date and its span: from the head, the foot, or the formula of adoption."""
    if head.date or (head.date_span and not signs):
        return head.place, head.date, head.date_span
    text = context.text
    if signs:
        first_line = text.find("\n", signs.start, signs.end)
        line = text[signs.start : first_line if first_line > 0 else signs.end]
        for found in find_dates(line):
            span = (signs.start + found.start, signs.start + found.end)
            before = line[: found.start].strip(" ,") or None
            return head.place or before, found.date, span
    body = [node for node in roots if node.type not in ("preamble", "appendix", "attached")]
    last = next((node for node in reversed(body) if node.type not in _FOOT), None)
    if last:
        formulas = list(_ADOPTED.finditer(text, max(last.start, last.end - 1500), last.end))
        if formulas:
            at = formulas[-1].end()
            for found in find_dates(text[at : at + _REACH]):
                return head.place, found.date, (at + found.start, at + found.end)
    return head.place, head.date, head.date_span


_FOOT = frozenset(("recipients", "signature"))
