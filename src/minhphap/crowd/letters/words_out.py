"""The sentences of the papers, made of the records."""

from __future__ import annotations

from minhphap.crowd.letters.table import Agreement, Silent, Table


def sentence(words: str) -> str:
    """With a capital at its start."""
    return words[:1].upper() + words[1:]


def opening(table: Table) -> list[str]:
    """The counts that open the table."""
    totals = table.totals
    asked = "…" if totals.asked is None else str(totals.asked)
    lines = [
        f"1. Tổng số {asked} cơ quan, tổ chức, cá nhân đã gửi xin ý kiến, góp ý, phản biện xã hội"
        f" và tổng số {totals.passages} ý kiến nhận được."
    ]
    if totals.asked is not None:
        others = f"; ngoài danh sách: {totals.others}" if totals.others else ""
        lines.append(
            f"- Đã trả lời: {totals.replied}/{totals.asked} cơ quan{others};"
            f" chưa trả lời: {len(table.silent)}."
        )
    lines.append(
        f"- Số văn bản, thư góp ý nhận được: {totals.letters}; thống nhất hoàn toàn với dự thảo:"
        f" {totals.agreed}."
    )
    return lines


def agreement(one: Agreement) -> str:
    """One entry of the list of those that agree."""
    letter = one.letter[:1].lower() + one.letter[1:]
    return f"{one.sender} ({letter})" if letter else one.sender


def waiting(one: Silent) -> str:
    """One entry of the list of those that have not answered."""
    if one.over is None or one.due is None:
        return one.name
    state = f"quá hạn {one.over} ngày" if one.over > 0 else f"hạn {one.due:%d/%m/%Y}"
    return f"{one.name} ({state})"
