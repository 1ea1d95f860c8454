"""A citation that contradicts what is known of the document of that number."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.law import kind_named, parse_number
from minhphap.registry import HEARSAY, KnownDocument, Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, firsts, known_law
from minhphap.rules.rule import Hit, load
from minhphap.text import official_date


def check(context: Context) -> Iterator[Hit]:
    """Compare date, kind and title of each citation with the one document of its number."""
    law, _ = known_law(context)
    said: set[str] = set()
    for one in firsts(context):
        number = one.target.work.number
        if not number or number in said:
            continue
        problem = _problem(law, one)
        if problem:
            said.add(number)
            yield Hit(
                one.citation.start,
                one.citation.end,
                f"Viện dẫn không khớp với văn bản đã biết: {problem[0]}.",
                f"The citation does not fit the known document: {problem[1]}.",
                suggestion="Đối chiếu với bản gốc và sửa số, ngày hoặc tên cho khớp.",
            )


def _problem(law: Registry, one: Cited) -> tuple[str, str] | None:
    work, candidates = one.target.work, one.found.candidates
    if len(candidates) != 1:
        return _near(law, one)
    known = candidates[0]
    parsed = parse_number(known.number)
    if parsed is None or not parsed.year or known.place:
        return None
    if parsed.session and one.found.reasons == ("kind_differs",):
        return None  # laws and resolutions of the Assembly share their numbers
    if "date_differs" in one.found.reasons and work.date and known.date:
        dates = [fact for fact in law.facts(known) if fact.field == "date"]
        if work.date.isoformat() in {fact.value for fact in dates}:
            return None
        if all(fact.sure in HEARSAY for fact in dates):
            return None  # the date, too, is known from citations only
        return (
            f"{known.called} ban hành ngày {official_date(known.date)}, ở đây ghi ngày"
            f" {official_date(work.date)}",
            f"{known.number} is of {known.date.isoformat()}, not {work.date.isoformat()}",
        )
    if "title_differs" in one.found.reasons and work.title:
        return (
            f"số {known.number} là của {known.called}, ở đây ghi “{work.title}”",
            f"{known.number} is “{known.title}”, not “{work.title}”",
        )
    if "kind_differs" in one.found.reasons and work.kind:
        kind = kind_named(work.kind)
        name = kind.name.lower() if kind else work.kind
        return (
            f"số {known.number} là của {known.called}, ở đây ghi là {name}",
            f"{known.number} is a {known.kind}, not a {work.kind}",
        )
    return None


def _near(law: Registry, one: Cited) -> tuple[str, str] | None:
    """An unknown number of a law whose title is known under the same number of another year."""
    work = one.target.work
    parsed = parse_number(work.number or "")
    if "number_not_known" not in one.found.reasons or parsed is None or not work.title:
        return None
    twin = next((known for known in law.titled(work.title) if _twins(known, work.number)), None)
    if twin is None:
        return None
    return (
        f"không thấy số {work.number} trong tệp pháp luật; luật cùng tên mang số {twin.number}",
        f"{work.number} is not known; the law of that title is {twin.number}",
    )


def _twins(known: KnownDocument, number: str | None) -> bool:
    """Whether two numbers differ in the year alone: 97/2025/QH13 and 97/2015/QH13."""
    a, b = parse_number(known.number), parse_number(number or "")
    if a is None or b is None or a.year == b.year or not a.session:
        return False
    return (a.running.lstrip("0"), a.session) == (b.running.lstrip("0"), b.session)


RULE = load(__file__, check)
