"""Why an instruction could not be applied, in a sentence."""

from __future__ import annotations

from typing import Final

from minhphap.amendments.applied import Reason, Refused
from minhphap.amendments.instruction import Instruction

SENTENCES: Final[dict[Reason, tuple[str, str]]] = {
    "other_work": (
        "lệnh này sửa văn bản khác ({work})",
        "this instruction amends another document ({work})",
    ),
    "no_target": (
        "lệnh không chỉ ra điều, khoản, điểm nào được sửa; đọc và sửa bằng tay",
        "the instruction names no provision; read it and amend by hand",
    ),
    "not_found": (
        "văn bản gốc không có {place}; kiểm tra số thứ tự hoặc bản gốc đã đủ chưa",
        "the base has no {place}; check the number, or whether the base is complete",
    ),
    "ambiguous": (
        "văn bản gốc có nhiều hơn một {place}; chọn và sửa bằng tay",
        "the base has more than one {place}; choose and amend by hand",
    ),
    "exists": (
        "văn bản gốc đã có {place} mà lệnh lại bổ sung mới; xem có phải là sửa đổi",
        "the base already has the {place} that is to be added; see whether it is a change",
    ),
    "no_text": (
        "không thấy nội dung mới của {place} trong văn bản sửa đổi",
        "the amending document carries no new text for {place}",
    ),
    "no_heading": ("{place} không có tên để sửa", "{place} has no heading to change"),
    "phrase_absent": (
        "không thấy cụm từ “{phrase}” tại {place}",
        "the words “{phrase}” do not stand in {place}",
    ),
    "fine_place": (
        "phần được sửa được tả bằng lời ({words}), máy không tự xác định; sửa bằng tay",
        "what changes is described in words ({words}); amend by hand",
    ),
    "inside_appendix": (
        "chỗ được sửa nằm trong phụ lục, biểu mẫu ({place}); sửa bằng tay",
        "the place lies inside an appendix or form ({place}); amend by hand",
    ),
    "overlap": (
        "{place} đã được lệnh khác của cùng văn bản sửa đổi; xem lại cả hai lệnh",
        "another instruction of the same act already changes {place}; look at both",
    ),
    "not_mechanical": (
        "lệnh không làm thay đổi lời văn theo cách máy thực hiện được; đọc và xử lý bằng tay",
        "the instruction does not change words in a way a machine can follow; read it",
    ),
}


def refuse(instruction: Instruction, reason: Reason) -> Refused:
    """The refusal with its sentence, filled in from the instruction."""
    target = instruction.target
    work = target.work.number or target.work.title or "?"
    values = {
        "work": work,
        "place": target.words or work,
        "phrase": instruction.old_phrase or "",
        "words": target.place or "…",
    }
    vietnamese, english = SENTENCES[reason]
    return Refused(instruction, reason, vietnamese.format(**values), english.format(**values))
