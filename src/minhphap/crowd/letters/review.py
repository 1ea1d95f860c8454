"""What a person must look at: nothing of a letter is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from minhphap.crowd.letters.table import Table
from minhphap.crowd.letters.values import DOUBT, UNCLEAR


class Look(msgspec.Struct, frozen=True):
    """One thing to look at, and where it is."""

    matter: str
    sender: str
    text: str
    remark: str
    file: str
    page: int = 0


def to_look_at(table: Table) -> Iterator[Look]:
    """Passages unclear, doubtful or moved; text unaccounted; remarks; files not read."""
    for row in table.rows:
        if row.clause == UNCLEAR:
            matter = "Ý kiến chưa rõ điều, khoản"
        elif row.remark.startswith("Thư ghi"):
            matter = "Số điều, khoản trong thư không khớp dự thảo"
        elif DOUBT in row.remark:
            matter = "Chưa chắc điều, khoản"
        else:
            continue
        yield Look(matter, row.sender, row.text, row.remark, row.file, row.page)
    for letter in table.collection.letters:
        for left in letter.leftovers:
            where, page = str(left.place), left.place.page
            yield Look("Chữ chưa xếp được", letter.sender, left.text, where, letter.file, page)
        for remark in letter.remarks:
            yield Look("Lưu ý về thư", letter.sender, "", remark, letter.file)
        if letter.twin:
            why = f"Cùng nội dung với {letter.twin}; chỉ tính một lần."
            yield Look("Trùng thư khác", letter.sender, "", why, letter.file)
        elif not letter.passages:
            why = "Không đọc thấy ý kiến nào."
            yield Look("Thư không có ý kiến", letter.sender, "", why, letter.file)
    for refused in table.collection.refused:
        yield Look("Không đọc được tệp", "", "", refused.message, refused.file)
    for kept in table.kept:
        text = f"{kept.text} → {kept.answer}"
        yield Look("Trả lời chưa đặt được", kept.sender, text, kept.why, kept.label)
