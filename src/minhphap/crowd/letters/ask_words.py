"""The words by which letters and speakers ask, agree, refuse, doubt."""

from __future__ import annotations

import re

from minhphap.crowd.letters.values import Ask


def _words(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


DIRECT = _words(
    r"(?<!người )(?<!hồ sơ )(?<!đơn )(?<!giấy )(?<!theo )(?<!có )(?<!như )"
    r"(?:(?<!quyết )|(?=đề nghị (?:rút|giảm|tăng|nâng|sửa|bổ sung|bỏ|điều chỉnh|quy định|làm)))"
    r"(?:(?<!được )|(?<=thu được )|(?<=có được )|(?<=đạt được ))"
    r"(?:(?:đề nghị|kiến nghị|đề xuất)(?! của)|yêu cầu(?= (?:cơ quan|sở|sửa|bổ sung|bỏ|làm)))"
)
"""Words that ask of the drafters; what follows up to the end of the sentence is wanted."""
MODAL = re.compile(r"(?<!\w)(?:nên|cần|phải|xin|mong|muốn|hãy|cho|thì|đừng)(?: \w+){0,2}? $")
"""Words before a verb that make it a wish when they stand within two words of it."""
CHANGES: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    ("delete", _words(
        r"bỏ(?! phiếu| vốn| hoang| sót| trống| ra | qua| thầu| tiền| phí)", "bãi bỏ", "lược bỏ",
        "loại bỏ", r"xóa(?: bỏ)?(?! đói| mù| nhà)", r"đừng(?! để)",
        r"không (?:nên |cần |cần thiết phải )?(?:quy định|đưa|cấm|bắt|thu|áp dụng|yêu cầu)",
    )),
    ("add", _words(
        "bổ sung", r"đưa [^.,;:]{3,40} vào (?:danh mục|đối tượng|diện)",
        r"(?:ghi |đưa |quy định |nêu |cho |có )?thêm", "lồng ghép",
    )),
    ("amend", _words(
        "đừng để", r"sửa(?! chữa)", "chỉnh sửa", "chỉnh lý", "điều chỉnh", "nâng", "tăng", "giảm",
        r"thay(?! vì| mặt| cho)", "hạ", "rút", "kéo dài", "lùi", "gia hạn", "mở rộng", "thu hẹp",
        "tách", "gộp", "ghép", r"(?<!biến )(?<!quy )đổi", "viết lại", "quy định lại", "xem lại",
        r"(?<!vận )(?<!trung )(?<!luân )chuyển(?! khoản| tiền| biến| động)", "xem xét lại",
        "cụ thể hóa", "cắt giảm",
        r"dời(?= (?:qua|sang|lại|đến|tới|xuống|lên)(?!\w))",
        r"(?:(?<=nên )|(?<=cần )|(?<=phải )|(?<=nghị ))giới hạn",
    )),
)  # fmt: skip
NEGATED = re.compile(
    r"(?<!\w)(?:không(?! chỉ| biết| có| đủ)|đừng|chớ|chưa nên)"
    r"(?: nên| cần| được| đồng ý| tán thành| nhất trí| ủng hộ)?"
    r"(?: (?!biết|có|đủ|phải|ai|thể)\w+)?? $"
)
"""Before a verb of change: the sender wants things left as they are."""
EXPLAIN = _words(
    "làm rõ", "cho biết", "cho hỏi", "nói rõ", r"(?<!tiếp thu, )(?<!để )giải trình",
    r"(?:giải thích|thuyết minh)(?=[.;!]?$| (?:rõ|thêm|lại|căn cứ|cơ sở|lý do|vì|về|cách|việc"
    r"|mức))",
    r"(?:nêu|ghi|chỉ) rõ (?:thêm )?(?:căn cứ|lý do|cơ sở)",
    r"bổ sung (?:thêm )?(?:thuyết minh|lý do|cơ sở (?:tính|xác định|đề xuất))",
)  # fmt: skip
CLEAR = _words("ghi rõ", "nêu rõ", "quy định rõ", "hướng dẫn rõ")
KEEP = re.compile(
    r"(?:^|[,;.:] |đề nghị |kiến nghị |nên |xin |cứ |cần |và )(?:vẫn )?giữ(?! bằng| chỗ| xe| gìn"
    r"| trật| vệ)(?!\w)|(?<!\w)giữ nguyên(?!\w)"
)
AS_NOW = _words(r"như (?:hiện hành|hiện nay|cũ|trước|hiện tại)", "mức (?:hiện hành|cũ)")
"""Kept shall be what stands now, not what the draft says."""
NONE = re.compile(r"(?<!\w)(?:không|chưa|chẳng)(?: \w+){1,3} nào(?!\w)(?!\?)")
""" "Không thuộc nhóm nào" asks nothing."""
QUESTION = re.compile(
    r"\?|(?<!\w)(?:hay không|được không|như thế nào|thế nào|ra sao|bao nhiêu|bao lâu|là gì|là ai"
    r"|vì sao|tại sao|ở đâu|có phải .{1,80}không"
    r"|(?<!bất )(?<!cứ )(?<!như thế )(?<!mức )(?<!lúc )(?<!khi )\w+ nào(?=[,.?]|$)"
    r"|do ai|(?<!không )(?<!chẳng )ai (?:lo|chịu|trả|làm|quyết)|hay .{1,60}(?:chưa|không) rõ"
    r"|(?:chưa|không) rõ .{1,60} hay)(?!\w)|(?<= )không(?: ạ[ .!]*$|,? (?=đề nghị))"
)
VAGUE = re.compile(r"(?:xem|xem xét|rà soát) lại\W*$")
REPLACED = _words(
    "thay (?:thế )?bằng",
    "sửa thành",
    r"mà (?:chỉ |nên )?(?:cho|chuyển|để)",
    r"thành(?! viên| phố| phần| lập)",
)
AGREE = re.compile(
    r"(?<!không )(?<!chưa )(?<!được )(?<!sự )(?<!nhân )(?<!hộ )(?<!người )(?<!dân )(?<!viên )"
    r"(?<!\w)(?:nhất trí|đồng ý|đồng thuận|tán thành|ủng hộ|đồng tình|tán đồng"
    r"|hoan nghênh(?=[.,;!]|$)|hoan nghênh (?:quy định|tinh thần"
    r"|chủ trương|chính sách|dự thảo|việc(?! lấy| tổ chức| xin| gửi| ban hành| xây dựng"
    r"| soạn| cơ quan| sở| ủy ban))"
    r"|thống nhất)(?!\w)"
    r"|(?<!\w)(?:là (?:rất )?(?:đúng|phải(?=[,.;]|$| rồi| lắm)|phù hợp|hợp lý|cần thiết"
    r"|tốt|được|quý|hay|chuẩn|vừa)(?=[ ,.;]|$)"
    r"|chấp nhận được|rất (?:đúng|hợp lý|phù hợp|cần thiết|hay)|hoàn toàn (?:hợp lý|phù hợp)"
    r"|không phản đối|là đáng(?=[.,;! ]|$)"
    r"|(?:mừng|phấn khởi|yên tâm)(?: lắm| quá)|là (?:mừng|quý|phấn khởi)(?: lắm| rồi)?(?=[.,;!]|$)"
    r"|(?<!chưa )(?<!không )đúng(?: quá)?(?: rồi)?(?=[.,;!]|$)|(?:là|thì) (?:quá|rất) (?:hay|tốt)"
    r"|(?:là|(?<!được )thì) (?:hay|tốt)(?: quá| lắm| rồi)"
    r"|(?<!không )(?<!chưa )(?<!bất )(?<!cho )(?<!là )phù hợp(?=[.;]|$)"
    r"|hợp lòng dân|phù hợp (?:với )?thực tế|(?<!không )(?<!chưa )(?<!bất )hợp lý(?=[.,;]|$))(?!\w)"
)
PRAISE = re.compile(
    r" (?:là|(?<!được )thì) (?:rất )?(?:đúng|phải|hợp lý|phù hợp|tốt)(?: rồi| lắm)?"
    r"(?:, (?:tôi|chúng tôi) .{0,30})?[ .!]*$"
)
"""How a sentence ends that approves of what it names: "Không thu tiền là đúng."."""
PRAISED = re.compile(
    r"(?<!\w)(?:là|(?<!được )thì) (?:rất |quá )?(?:đúng|phải|hợp lý|phù hợp|tốt|hay"
    r"|được(?=[.;!]|$))(?: quá| rồi| lắm| luôn)*(?=[.,;!]|$)"
    r"|(?<!\w)thấy (?:được|ổn|hợp lý)(?=[.,;!]|$)"
)
"""Praise of all that stands before it, also of a duty: "Nhốt chó dữ thì phải lắm."."""
NOT_AGREE = re.compile(
    r"(?<!\w)(?:cho|để|bảo đảm|đảm bảo|tính|phải|quy định|sự|đề nghị|cần|nên|thực hiện|hiểu|áp dụng"
    r"|hướng dẫn|sử dụng|chưa|không|ghi|theo hướng|cách|dùng|gọi|viết)(?: \w+){0,2}? ?$"
)
"""Before a word of agreement: it is no stance ("quy định thống nhất", "để … đồng ý")."""
SILENT = re.compile(
    r"(?<!\w)không (?:có )?(?:ý kiến|góp ý|nội dung (?:góp ý|tham gia))(?: gì| nào| góp ý| tham gia"
    r"| bổ sung| khác| thêm)*(?!\w)"
)
REFUSE = re.compile(
    r"(?<!\w)(?:không|chưa) (?:nhất trí|đồng ý|tán thành|ủng hộ|đồng tình|thống nhất (?:với|về)"
    r" (?:dự thảo|nội dung|quy định|phương án|đề xuất|mức))(?!\w)|(?<!không )(?<!\w)phản đối(?!\w)"
)
_FIGURE = (
    r"(?:\d|(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|nửa)"
    r"(?! số| vài| cách| phần nào| lần nữa)(?!\w))"
)
AMOUNT = re.compile(
    r"(?<!\w)(?:đề nghị|đề xuất|xin|cho(?= (?:xuống|lên|đến|tới|hết))|nên|phải)(?: là| còn| lên"
    r"| xuống| đến"
    rf"| tới| hết| nên| ít nhất| tối thiểu| tối đa| không quá| khoảng| năm| ngày"
    rf"| tháng){{0,3}} {_FIGURE}"
)
ENOUGH = re.compile(
    rf"(?:^|[,;.] )(?:thì |lấy |để )?{_FIGURE}[\d.,]*(?: [^\W\d_]+){{0,3}} (?:thôi|là (?:đủ"
    rf"|phải xong))(?!\w)"
    rf"|[,;.] (?:[^\W\d_]+ ){{0,2}}{_FIGURE}[\d.,]*(?: [^\W\d_]+){{0,3}} là được(?!\w)"
    rf"|(?:^|[,;.] )cho (?:{_FIGURE}|năm (?:triệu|nghìn|ngàn|hộ|người|ngày))"
)
"""Figures offered in talk: "ba hộ thôi", "…, cho 120"."""
WISH = re.compile(
    r"(?<!\w)(?:mong(?: muốn)?(?! (?:quý|cơ quan|sở|được mời|nhận|sớm))"
    r"|(?<!cho )(?<!trở )(?<!không )nên(?! \w+ hại)"
    r"|(?<!không )(?<!chỉ )(?<!nếu )cần(?! thiết| \d))(?!\w)"
    r"|(?:^|[,;.:] )(?:nên |xin |thì )?chỉ(?= (?!có|là|đạo|tiêu|số|thị|huy|mới|còn)[^\W\d_]+ )"
    r"|(?:^|[,;.] )(?:nên |thì )?cho(?= (?!rằng|biết|thấy|nên|là|dù|đến nay|tới nay)[^\W\d_]+ )"
    r"|(?:^|[,;.] )(?:thì |nên |cho )?xin (?:được |cho |hạ |bớt |đừng |thêm |lại |miễn |giảm )"
    r"(?!gửi|cảm|phép|báo|trình|phát|nói|hỏi|góp|nêu|bày|trao|chia|ý)"
    r"|(?<!\w)không nên(?!\w)|(?<!\w)(?:sửa|đổi|thay|viết|ghi)(?: lại)? (?:thành|là|bằng)(?= [“\"])"
    r"|(?<!\w)thì (?:cũng )?[^\W\d_]+ luôn(?!\w)"
    r"|(?<!\w)mới (?:đủ|được|phải|hợp lý)[ .!]*$"
    r"|(?:(?:^|[,;.!?] )(?:thì |là )?|(?<!\w)thì cũng )phải(?! là(?!\w)| chăng)(?!\w)"
    r"|(?<!\w)(?:đi|nhé|nghen|thôi)(?: ạ"
    r"| nha)?[ .!]*$"
)
"""Wishes that need no verb of change: "cần có cách nộp khác", "phải có thù lao", "… đi"."""
_DEGREE = (
    r"(?:cao|thấp|nhiều|ít|dài|ngắn|chung|rộng|hẹp|nặng|nhẹ|gấp|sớm|muộn|xa|gần|khó|lâu|chậm|nhanh"
    r"|lớn|nhỏ|bé|dày|thưa|mỏng|đắt|rẻ|chật|cứng|vội|phức tạp|rườm rà|sơ sài|khắt khe|chi tiết)"
)
FAULT = re.compile(rf"(?<=\w ){_DEGREE}(?=[,;.]|$)|(?<!\w)(?:đừng|sao lại|chứ sao)(?!\w)")
"""Of a provision known to be meant, a bare adjective finds fault too: "mét rưỡi ngắn, …"."""
HAVE = _words(r"(?:nên|cần) (?:có|kèm)(?! thể)")
MISSING = _words(
    r"(?:thiếu|chưa có|chưa|không có) (?:quy định|chính sách|chế tài|điều khoản|hướng dẫn"
    r"|cơ chế|mức)"
)
REMARK = _words(
    "chưa", "thiếu", "không đủ", "không rõ",
    "chồng chéo", "mâu thuẫn", "bất cập", "khó khăn", "khó thực hiện",
    "(?:không|bất) khả thi", "vướng", "sao (?:không|lại)",
    rf"{_DEGREE} hơn", "trùng lặp", r"(?:không|bất) (?:phù hợp|hợp lý|công bằng)",
    r"[^\W\d_]+ quá(?=[,.;!]|$)",
    rf"(?:là|thì|còn|như thế|như vậy) (?:quá |rất |hơi |khá )?{_DEGREE}"
    r"(?=[,.;!]|$| so với| đối với| với)",
    rf"(?:quá|hơi|khá) {_DEGREE}",
    r"(?:thì|là|thế) (?:khổ|tội|thiệt|lãng phí|oan|vô lý|thiệt thòi|tốn kém)", "thiệt thòi",
    "lãng phí", "tốn kém", "vô lý", "oan",
    r"(?:sao|không|chẳng|chả) (?:được|nổi|xuể|kham)(?=[,.;!]|$)", "làm sao", "lấy gì", "lấy đâu",
    r"(?<!không )(?:sai|nhầm)(?! phạm| lầm)", "sơ sài", "lo ngại", "băn khoăn", "muốn",
    r"còn (?:chung|thiếu|chậm|nặng|thiên)", "phải", "xin",
    r"(?:không|chưa|chẳng|chả) (?:thấy|nói|nhắc|nêu|kể|đề cập|tính|xứng|đáng|đúng|nên|thể)",
)  # fmt: skip
"""Words that find fault: too high, too soon, not to be done."""
REFERENCE = re.compile(
    r"[\s\d.)\-–+]*(?:(?:thứ \w+|\w+ là|đầu tiên|cuối cùng)\s*[,:]\s*)?"
    r"(?:(?:tại|về|ở|đối với|trong|còn|riêng)\s+)?"
    r"(?:(?:và |, ?|; ?)?(?:(?:điểm|khoản|điều|mục|chương|phần|phụ lục|trang)\s+[\w.]{1,6}"
    r"|[kđ]\.?\s?\d{1,3}(?!\w)|phụ lục(?!\w))"
    r"(?:\s*(?:,|và)\s*[\w.]{1,2}(?!\w))*\s*,?\s*)+(?:(?:của |tại |trong )?(?:bản )?(?:dự thảo )?"
    r"(?:quyết định|quy định|nghị quyết|quy chế)?)\s*[:,\-–]?\s*"
)
"""What a stretch begins with that names its provision: the verb stands first behind it."""
OPENS = re.compile(r"(?:^|[.:;!?]\s*)(?:nên|cần|xin|phải|hãy)?\s*$")
STARTS = re.compile(r"(?:^|[.:;!?]\s*|,\s*)(?:và |thì |cũng |do đó |do vậy |vì vậy |vì thế )?$")
QUOTE = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
