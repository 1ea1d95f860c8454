"""What ``minhphap consolidate`` says of its work."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from minhphap.amendments import Instruction
    from minhphap.cli.language import Language
    from minhphap.registry import KnownDocument
    from minhphap.registry.consolidation import Act, Between, Consolidated, Gathered, LeftOut


def with_issuer(one: KnownDocument) -> str:
    """Number, day and issuer of a document that may share its number."""
    date = f", {one.date:%d/%m/%Y}" if one.date else ""
    return f"{one.number}{date}, {one.issuer or '?'}"


def missing(gathered: Gathered, say: Language) -> Iterator[str]:
    """The acts that the registry knows of and has no text of."""
    for one in gathered.missing:
        yield say(
            f"Chưa có toàn văn: {with_issuer(one)}; bản hợp nhất thiếu phần sửa đổi của văn bản"
            " này.",
            f"No text of {with_issuer(one)}: its amendments are not worked in.",
        )
    for number in gathered.unknown:
        yield say(
            f"Chưa biết văn bản {number}, cũng có sửa văn bản gốc.",
            f"{number}, which amends the base too, is not known.",
        )


def changes(found: Between, say: Language) -> Iterator[str]:
    """What changed between two days, provision by provision."""
    first, last = f"{found.first:%d/%m/%Y}", f"{found.last:%d/%m/%Y}"
    yield say(
        f"Thay đổi sau ngày {first} đến hết ngày {last}:", f"Changed after {first} and by {last}:"
    )
    for one in found.differences:
        where = one.words or say("phần không đánh số", "words without a number")
        sources = ", ".join(order.clause for order in one.orders)
        new = say("bổ sung cạnh ", "added beside ") if not one.before else ""
        yield f"\n{new}{where} ({sources}, {one.act.number})"
        for sign, words in (("-", one.before), ("+", one.after)):
            yield from (f"  {sign} {line}" for line in words.split("\n") if line)
    if not found.differences:
        yield say("không có thay đổi nào.", "nothing.")


def report(made: Consolidated, acts: Sequence[Act], say: Language) -> Iterator[str]:
    """The first line is the sum; every other one needs a look."""
    from minhphap.amendments.instruction import spoken

    applied = made.applied
    owner = {id(one): act for act in acts for one in act.orders}
    done = {id(one) for mark in applied.marks for one in mark.instructions}
    yield say(
        f"Đã áp dụng {len(done)} lệnh của {len(made.acts)} văn bản.",
        f"Applied {len(done)} instructions of {len(made.acts)} documents.",
    )
    if applied.ended is not None:
        where = _where(applied.ended, owner)
        yield say(
            f"Văn bản gốc bị bãi bỏ toàn bộ theo {where}.",
            f"The whole base is repealed by {where}.",
        )
    for left in made.left_out:
        yield _left(left, say)
    for act in acts:
        if not act.orders:
            yield say(
                f"Không đọc thấy lệnh sửa đổi nào trong {act.number}.",
                f"No instruction was found in {act.number}.",
            )
    yield from _refusals(made, owner, say)
    for clash in applied.clashes:
        place = spoken(clash.eid) or say("một chỗ", "one place")
        first, second = (_where(one, owner) for one in (clash.first, clash.second))
        yield say(
            f"Cùng sửa {place}, xem lại cả hai: {first}; {second}.",
            f"Both change {place}, look at them: {first}; {second}.",
        )


def _refusals(made: Consolidated, owner: dict[int, Act], say: Language) -> Iterator[str]:
    """Every instruction that was not applied; those on other documents counted."""
    others: dict[str, Counter[str]] = {}
    for one in made.applied.refused:
        if one.reason == "other_work":
            work = one.instruction.target.work
            act = owner[id(one.instruction)]
            others.setdefault(act.number, Counter())[work.number or work.title or "?"] += 1
            continue
        where = _where(one.instruction, owner)
        yield say(
            f"Không áp dụng {where}: {one.message} [{one.reason}].",
            f"Not applied: {where}: {one.message_en} [{one.reason}].",
        )
    for name, works in others.items():
        count, them = works.total(), ", ".join(works)
        yield say(
            f"{count} lệnh của {name} sửa văn bản khác: {them} [other_work].",
            f"{count} instructions of {name} amend other documents: {them} [other_work].",
        )


def _where(one: Instruction, owner: dict[int, Act]) -> str:
    return f"{one.clause} của {owner[id(one)].number}".removeprefix(" của ")


def _left(one: LeftOut, say: Language) -> str:
    count, name = len(one.orders), one.act.number
    if one.reason == "later":
        return say(
            f"Chưa tính {count} lệnh của {name}: có hiệu lực sau ngày được hỏi.",
            f"{count} instructions of {name} take effect after the day asked for.",
        )
    return say(
        f"Chưa tính {count} lệnh của {name}: không rõ ngày có hiệu lực.",
        f"{count} instructions of {name} are left out: their day of effect is not known.",
    )
