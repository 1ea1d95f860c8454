"""What a stretch of a letter asks: verbs of asking, agreement, questions, remarks."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from minhphap.crowd.letters.values import Ask
from minhphap.text import comparison_key

Strength = Literal["none", "remark", "stance", "ask"]


class Cue(msgspec.Struct, frozen=True):
    """What a stretch asks and by what: a verb or a question, a stance, a doubt, nothing."""

    ask: Ask
    strength: Strength
    vague: bool = False
    """Asked is only another look ("đề nghị xem lại")."""

    @property
    def speaks(self) -> bool:
        """True when the stretch asks something or takes a stand by itself."""
        return self.strength in ("stance", "ask")


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


_DIRECT = _words(
    r"(?<!người )(?<!hồ sơ )(?<!đơn )(?<!giấy )(?<!theo )(?<!được )(?<!có )"
    r"(?:đề nghị|kiến nghị|đề xuất|yêu cầu(?= (?:cơ quan|sở|sửa|bổ sung|bỏ|làm)))"
)
"""Words that ask of the drafters; what follows up to the end of the sentence is wanted."""
_MODAL = re.compile(
    r"(?<!\w)(?:nên|cần|phải|xin|mong|muốn|hãy|cho|thì|đừng)"
    r"(?: \w+){0,2}? $"
)
"""Words before a verb that make it a wish when they stand within two words of it."""
_CHANGES: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    ("delete", _words(
        r"bỏ(?! phiếu| vốn| hoang| sót| trống| ra | qua| thầu| tiền| phí)", "bãi bỏ", "lược bỏ",
        "loại bỏ", r"xóa(?: bỏ)?(?! đói| mù| nhà)", "đừng",
        r"không (?:nên |cần |cần thiết phải )?(?:quy định|đưa|cấm|bắt|thu|áp dụng|yêu cầu)",
    )),
    ("add", _words("bổ sung", r"(?:ghi |đưa |quy định |nêu |cho |có )?thêm", "lồng ghép")),
    ("amend", _words(
        r"sửa(?! chữa)", "chỉnh sửa", "chỉnh lý", "điều chỉnh", r"thay(?! vì| mặt| cho)", "nâng",
        "tăng", "giảm", "hạ", "rút", "kéo dài", "lùi", "gia hạn", "mở rộng", "thu hẹp", "tách",
        "gộp", "ghép", r"(?<!biến )(?<!quy )đổi", r"(?<!vận )(?<!trung )(?<!luân )chuyển", "viết lại", "quy định lại", "xem lại", "xem xét lại",
        "cụ thể hóa", "cắt giảm", "giới hạn",
    )),
)  # fmt: skip
_EXPLAIN = _words(
    "làm rõ", "giải thích", "thuyết minh", "giải trình", "cho biết", "trả lời", "nói rõ",
    r"(?:nêu|ghi|chỉ) rõ (?:thêm )?(?:căn cứ|lý do|cơ sở)",
)  # fmt: skip
_WISH = re.compile(
    r"(?<!\w)(?:mong(?: muốn)?(?! (?:quý|cơ quan|sở|được mời|nhận|sớm))|(?<!cho )(?<!trở )(?<!không )nên(?! \w+ hại)"
    r"|(?<!không )(?<!chỉ )(?<!nếu )cần(?! thiết| \d))(?!\w)"
)
"""Words of a wish that need no verb of change: "cần có cách nộp khác"."""
_CLEAR = _words("ghi rõ", "nêu rõ", "quy định rõ", "hướng dẫn rõ")
_KEEP = _words(r"giữ(?: nguyên)?(?= (?:quy định|điều|khoản|mức|tỷ lệ|nguyên|nội dung|phương án|thời))")
_QUESTION = re.compile(
    r"\?|(?<!\w)(?:hay không|được không|như thế nào|thế nào|ra sao|bao nhiêu|bao lâu|là gì|là ai"
    r"|vì sao|tại sao|ở đâu|có phải .{1,80}không|(?:cơ sở|căn cứ|trường hợp|cơ quan|đơn vị) nào"
    r"|do ai|ai (?:lo|chịu|trả|làm|quyết))(?!\w)|(?<= )không,? (?=đề nghị)"
)
_VAGUE = re.compile(r"(?:xem|xem xét|rà soát) lại\W*$")
_REPLACED = _words("thay (?:thế )?bằng", "sửa thành", "thành")
_AGREE = re.compile(
    r"(?<!không )(?<!chưa )(?<!được )(?<!sự )(?<!nhân )(?<!hộ )(?<!người )(?<!dân )(?<!viên )"
    r"(?<!\w)(?:nhất trí|đồng ý|đồng thuận|tán thành|ủng hộ|đồng tình|tán đồng|hoan nghênh quy định"
    r"|thống nhất)(?!\w)"
    r"|(?<!\w)(?:là (?:rất )?(?:đúng|phải|phù hợp|hợp lý|cần thiết|tốt|được)(?=[ ,.;]|$)"
    r"|chấp nhận được|giữ nguyên|rất (?:đúng|hợp lý|phù hợp|cần thiết|hay)|hoàn toàn (?:hợp lý|phù hợp)"
    r"|hợp lòng dân|phù hợp (?:với )?thực tế|(?<!không )(?<!chưa )hợp lý(?=[.,;]|$))(?!\w)"
)
_NOT_AGREE = re.compile(
    r"(?<!\w)(?:cho|để|bảo đảm|đảm bảo|tính|phải|quy định|sự|đề nghị|cần|nên|thực hiện|hiểu|áp dụng|hướng dẫn|sử dụng"
    r"|chưa|không|ghi|theo hướng|cách)(?: \w+){0,2}? ?$"
)
_SILENT = re.compile(
    r"(?<!\w)không (?:có )?(?:ý kiến|góp ý|nội dung (?:góp ý|tham gia))(?: gì| nào| góp ý| tham gia"
    r"| bổ sung| khác| thêm)*(?!\w)"
)
_REFUSE = re.compile(
    r"(?<!\w)(?:không|chưa) (?:nhất trí|đồng ý|tán thành|ủng hộ|đồng tình|thống nhất (?:với|về))(?!\w)"
    r"|(?<!\w)phản đối(?!\w)"
)
_AMOUNT = re.compile(
    r"(?<!\w)(?:đề nghị|đề xuất|xin|cho(?= (?:xuống|lên|đến|tới|hết))|nên|phải)(?: là| còn| lên| xuống| đến| tới| hết| nên| ít nhất"
    r"| tối thiểu| tối đa| không quá| khoảng| năm| ngày| tháng){0,3} (?:\d|(?:một|hai|ba|bốn|sáu|bảy|tám"
    r"|chín|mười|nửa)(?! số| vài| cách| phần nào| lần nữa)(?!\w))"
)
_REMARK = _words(
    "chưa", "thiếu", "không rõ", "chồng chéo", "mâu thuẫn", "bất cập", "khó khăn", "khó thực hiện",
    "không khả thi", "vướng", "trùng lặp", r"(?:không|bất) (?:phù hợp|hợp lý)", "cao quá", "thấp quá",
    r"quá (?:cao|thấp|nhiều|ít|dài|ngắn|chung|rộng|hẹp|nặng)", "lo ngại", "băn khoăn", "muốn",
    r"còn (?:chung|thiếu|chậm|nặng|thiên)", "phải", "xin",
)  # fmt: skip
_REFERENCE = re.compile(
    r"[\s\d.)\-–+]*(?:(?:tại|về|ở|đối với|trong|còn|riêng)\s+)?"
    r"(?:(?:và |, ?|; ?)?(?:điểm|khoản|điều|mục|chương|phần|phụ lục|trang)\s+[\w.]{1,6}"
    r"(?:\s*(?:,|và)\s*[\w.]{1,2}(?!\w))*\s*,?\s*)+(?:(?:của |tại |trong )?(?:bản )?(?:dự thảo )?"
    r"(?:quyết định|quy định|nghị quyết|quy chế)?)\s*[:,\-–]?\s*"
)
_STARTS = re.compile(r"(?:^|[.:;!?]\s*|,\s*)(?:và |thì |cũng )?$")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def cue(mended: str) -> Cue:
    """What a stretch of a letter asks; ``mended`` as by :func:`~.mend.mend`."""
    plain = _QUOTE.sub(lambda quote: "“" + "_" * (len(quote[0]) - 2) + "”", comparison_key(mended))
    asked = _QUESTION.search(plain) is not None
    direct = _DIRECT.search(plain)
    change = _first_change(plain)
    if change is not None and (direct or not asked):
        if not direct and _agrees(plain, change[0]):
            return Cue("agree", "stance")
        return Cue(change[1], "ask", _VAGUE.search(plain) is not None)
    if asked or _EXPLAIN.search(plain):
        return Cue("question", "ask")
    if direct or _CLEAR.search(plain):
        kept = direct and _KEEP.search(plain, direct.end())
        return Cue("agree", "stance") if kept else Cue("amend", "ask")
    if _REFUSE.search(plain):
        return Cue("amend", "ask")
    amount = _AMOUNT.search(plain)
    if _agrees(plain, amount.start() if amount else len(plain)):
        return Cue("agree", "stance")
    if amount or _WISH.search(plain):
        return Cue("amend", "ask")
    return Cue("general", "remark" if _REMARK.search(plain) else "none")


def _first_change(plain: str) -> tuple[int, Ask] | None:
    """The first verb of change that is wanted, and its place: after a word of asking, or first."""
    reference = _REFERENCE.match(plain)
    head = reference.end() if reference else 0
    first: tuple[int, Ask] | None = None
    for ask, form in _CHANGES:
        for found in form.finditer(plain):
            if first is not None and found.start() >= first[0]:
                break
            if _wanted(plain, head, found.start()):
                if ask == "delete" and _REPLACED.search(plain, found.end()):
                    ask = "amend"
                first = (found.start(), ask)
                break
    return first


def _wanted(plain: str, head: int, at: int) -> bool:
    if at == head or _STARTS.search(plain[:at]):
        return True
    since = max(plain.rfind(mark, 0, at) for mark in ".;!?") + 1
    if _DIRECT.search(plain, since, at):
        return True
    return _MODAL.search(plain, max(since, at - 40), at) is not None


def _agrees(plain: str, before: int) -> bool:
    """True when agreement is said, and said before any figure that is wanted."""
    if _SILENT.search(plain):
        return True
    found = _AGREE.finditer(plain, 0, before)
    return any(not _NOT_AGREE.search(plain, 0, one.start()) for one in found)
