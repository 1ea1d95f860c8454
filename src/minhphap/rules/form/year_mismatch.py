"""A number whose year is not that of the date beside it."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.form.works import single_works, year_of
from minhphap.rules.rule import Hit, load


def check(context: Context) -> Iterator[Hit]:
    """Look at the head of the document and at every citation with number and date."""
    meta = context.document.meta
    if meta.number and meta.date and meta.date_span:
        year = year_of(f"/{meta.number.split('/', 1)[-1]}")
        if year and year != meta.date.year:
            yield _hit(*meta.date_span, year, meta.date.year)
    for citation, work in single_works(context):
        if work.number and work.date:
            year = year_of(work.number)
            if year and year != work.date.year:
                yield _hit(citation.start, citation.end, year, work.date.year)


def _hit(start: int, end: int, year: int, other: int) -> Hit:
    return Hit(
        start,
        end,
        f"Số, ký hiệu ghi năm {year} nhưng ngày ban hành ghi năm {other}.",
        f"The number says {year}, the date {other}.",
        suggestion="Đối chiếu với bản gốc và sửa năm trong số, ký hiệu hoặc trong ngày ban hành.",
    )


RULE = load(__file__, check)
