"""A ground of issue that was no longer in force."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.registry import Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, bases, doer, known_law, since
from minhphap.rules.rule import Hit, load


def check(context: Context) -> Iterator[Hit]:
    """Look at the grounds that are known to have ended by the day of the draft."""
    law, _ = known_law(context)
    for one in bases(context):
        if one.found.verdict == "dead" and "ended" in one.found.reasons:
            yield _hit(law, one)
        elif one.found.verdict == "resolved" and one.found.status and one.found.status.successor:
            yield from _doubted(law, one, one.found.status.successor)


def _doubted(law: Registry, one: Cited, successor: int) -> Iterator[Hit]:
    """A law of which nothing says that it ended, though a later one of its title is in force."""
    document, later = one.found.document, law.get(successor)
    if document is None or later is None or later.effect is None:
        return
    yield Hit(
        one.citation.start,
        one.citation.end,
        f"Căn cứ này có thể đã được thay thế: sau {document.called} đã có {later.called} cùng tên,"
        f" có hiệu lực{since(later.effect)}.",
        f"This ground may have been replaced: {later.number} of the same title is in force since"
        f" {later.effect.isoformat()}.",
        severity="warning",
        suggestion="Xem điều khoản thi hành của văn bản mới; nếu đã thay thế thì căn cứ vào đó.",
    )


def _hit(law: Registry, one: Cited) -> Hit:
    document, status = one.found.document, one.found.status
    assert document is not None
    assert status is not None
    by = doer(law, status.by)
    ended = f"{document.called} đã hết hiệu lực{since(status.since)}"
    ended += f" (theo {by})" if by else ""
    excepted = status.by is not None and status.by.excepted
    proven = status.sure and status.since is not None and not excepted
    kept = " Văn bản đó còn giữ lại một số nội dung; xem phần loại trừ." if excepted else ""
    return Hit(
        one.citation.start,
        one.citation.end,
        f"Căn cứ này không còn hiệu lực khi ban hành văn bản: {ended}.{kept}",
        f"This ground was no longer in force: {document.number} ended"
        f"{f' on {status.since.isoformat()}' if status.since else ''}{f' by {by}' if by else ''}.",
        severity=None if proven else "warning",
        suggestion=f"Thay bằng văn bản hiện hành quy định cùng nội dung; xem {by}."
        if by
        else "Thay bằng văn bản hiện hành quy định cùng nội dung.",
    )


RULE = load(__file__, check)
