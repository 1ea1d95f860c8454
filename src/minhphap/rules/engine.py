"""Run rules over a document."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from minhphap.citations import Citation
from minhphap.findings import Basis, Finding, Labels, Severity, fingerprint
from minhphap.rules.context import Context, days_of
from minhphap.rules.registry import chosen, pack_versions
from minhphap.rules.rule import Hit, LegalBasis, Need, Rule
from minhphap.structure import Document
from minhphap.text import official_date

if TYPE_CHECKING:
    from minhphap.registry import Registry

_MILDER: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}

_LACKS: dict[Need, tuple[str, str]] = {
    "tree": (
        "văn bản không có điều, khoản nào đọc được",
        "no article or clause was found in the text",
    ),
    "header": (
        "không thấy số, ký hiệu hoặc cơ quan ban hành ở đầu văn bản (có thể là trích đoạn)",
        "the head with number or issuer was not found (an excerpt?)",
    ),
    "foot": (
        "không thấy phần ký ở cuối văn bản (có thể là trích đoạn)",
        "the signing block was not found (an excerpt?)",
    ),
    "citations": ("văn bản không viện dẫn văn bản nào", "the text cites nothing"),
    "original": (
        "bản lưu từ trang web thường lược bỏ các thành phần thể thức",
        "pages saved from the web leave out parts of the form",
    ),
    "act": (
        "văn bản hợp nhất giữ nguyên cách đánh số và viện dẫn của các văn bản gốc",
        "a consolidated text keeps the numbers and references of the acts it joins",
    ),
    "date": (
        "chưa rõ ngày ban hành; cho biết ngày bằng --on",
        "the day of issue is not known; give it with --on",
    ),
    "law": (
        "cần tệp pháp luật đã biết (--registry) và đúng một ngày để đối chiếu (--on)",
        "needs the known law (--registry) and one day to ask it for (--on)",
    ),
}


class NotRun(msgspec.Struct, frozen=True):
    """A rule that could not be run, and why."""

    rule: str
    reason: str
    reason_en: str


class Result(msgspec.Struct, frozen=True):
    """What the rules found, what they could not look at, and by which rules and days."""

    findings: tuple[Finding, ...]
    not_run: tuple[NotRun, ...]
    packs: dict[str, str]
    first: dt.date | None
    last: dt.date | None
    law: str = ""
    """The hash of the snapshot that was asked; "": none was."""

    def __iter__(self) -> Iterator[Finding]:
        """The findings, in order of the text."""
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)


def check(
    document: Document,
    *,
    on: dt.date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    citations: Sequence[Citation] | None = None,
    law: Registry | None = None,
) -> Result:
    """Hold a document against the rules in force on a day.

    ``on`` None: the document's own date, or what holds throughout the year its head names.
    ``select`` and ``ignore`` take rule ids, beginnings of ids, slugs and packs; empty ``select``
    means all. ``citations`` spares reading them again. ``law`` is the known law that
    rules on legal footing ask. Findings come in order of the text.
    Raises ``UnknownRuleError`` for a name that fits no rule.
    """
    rules = chosen(select, ignore)
    first, last = (on, on) if on else days_of(document)
    context = Context(document, None if citations is None else tuple(citations), first, last, law)
    labels = Labels(document)
    findings: list[Finding] = []
    not_run: list[NotRun] = []
    for rule in rules:
        bases = bases_for(rule, context)
        lacking = _lacking(rule, context, bases)
        if lacking:
            not_run.append(NotRun(rule.id, *lacking))
            continue
        findings += _findings(rule, context, bases, labels)
    findings.sort(key=lambda one: (one.start, one.end, one.rule))
    known = law.hash if law else ""
    return Result(tuple(findings), tuple(not_run), pack_versions(), first, last, known)


def bases_for(rule: Rule, context: Context) -> tuple[LegalBasis, ...]:
    """The legal bases of a rule that govern this document on its day."""
    return tuple(
        basis for basis in rule.basis if basis.governs(context.kind, context.first, context.last)
    )


def _lacking(rule: Rule, context: Context, bases: tuple[LegalBasis, ...]) -> tuple[str, str] | None:
    for need in rule.requires:
        if not _has(need, context):
            return _LACKS[need]
    if bases or rule.normativity != "binding" or not rule.basis:
        return None
    if context.kind is None and all(basis.scope != "any" for basis in rule.basis):
        return _LACKS["header"]
    if context.first is None:
        return _LACKS["date"]
    if context.first != context.last:
        return (
            f"quy định thay đổi trong năm {context.first.year}; cho biết ngày bằng --on",
            f"the law changed within {context.first.year}; give the day with --on",
        )
    return (
        f"không có căn cứ áp dụng cho loại văn bản này vào ngày {official_date(context.first)}",
        f"no basis governs this kind of document on {context.first.isoformat()}",
    )


def _has(need: Need, context: Context) -> bool:
    meta = context.document.meta
    if need == "tree":
        return any(one.type in ("article", "clause", "point") for one in context.own)
    if need == "header":
        return bool(meta.number or meta.number_span)
    if need == "foot":
        return any(one.type == "signature" for one in context.document.walk())
    if need == "citations":
        return bool(context.citations)
    if need == "act":
        return meta.kind != "consolidated"
    if need == "law":
        return context.law is not None and context.day is not None
    if need == "original":
        return context.document.source.format != "html"
    return context.first is not None


def _findings(
    rule: Rule, context: Context, bases: tuple[LegalBasis, ...], labels: Labels
) -> list[Finding]:
    cap = rule.severity
    if context.document.source.recognised and cap == "error":
        cap = "warning"  # what recognition misread proves nothing
    if bases and not any(basis.verified for basis in bases):
        cap = "note"
    plain = tuple(Basis(one.citation, one.valid_from, one.valid_to, one.verified) for one in bases)
    seen: Counter[tuple[str | None, str]] = Counter()
    found = []
    for hit in sorted(rule.check(context), key=lambda hit: (hit.start, hit.end)):
        provision = context.document.at(hit.start)
        eid = provision.eid if provision else None
        excerpt = context.text[hit.start : hit.end]
        key = (eid, " ".join(excerpt.split()).casefold())
        found.append(
            Finding(
                rule=rule.id,
                severity=_milder(cap, hit),
                eid=eid,
                label=labels(provision),
                start=hit.start,
                end=hit.end,
                message=hit.message,
                message_en=hit.message_en,
                why=rule.why,
                basis=plain,
                suggestion=hit.suggestion,
                evidence=hit.evidence,
                fix=hit.fix,
                fingerprint=fingerprint(rule.id, eid, excerpt, seen[key]),
            )
        )
        seen[key] += 1
    return found


def _milder(cap: Severity, hit: Hit) -> Severity:
    return max(cap, hit.severity or cap, key=_MILDER.__getitem__)
