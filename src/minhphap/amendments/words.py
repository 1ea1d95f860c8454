"""The words of an order: verbs, what stands between them and their objects. Folded text."""

from __future__ import annotations

import re


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern in which one blank stands for any white space."""
    return re.compile(pattern.replace(" ", r"\s+"))


_CHANGE = "sửa đổi|bổ sung|điều chỉnh|thay đổi|chỉnh sửa|chỉnh lý|bổ xung|bổi sung|sửa(?! chữa)"
_REPEAL = "bãi bỏ|hủy bỏ|bải bỏ|bãi bõ|loại bỏ|xóa bỏ|lược bỏ"
_AND = r"(?:\s*(?:,|;|và|hoặc|/)\s*|\s)"
_ROW = rf"(?:{_AND}(?:lại|{_CHANGE}|thay thế)(?!\w))"

_ACTIVE = (
    r"(?:(?P<a_suspend>(?:tạm )?(?:ngưng|đình chỉ|ngừng)(?: việc)? (?:hiệu lực|thi hành|áp dụng)"
    r"(?: thi hành)?)"
    r"|(?P<a_correct>đính chính)"
    r"|(?P<a_renumber>(?:đánh|chuyển|đổi|sửa)(?: lại)? số thứ tự|đánh số(?: lại)?"
    r"|chuyển(?! đổi| giao| nhượng)|đổi(?! tên))"
    r"|(?P<a_rename>(?:đổi|thay đổi|sửa đổi)(?: lại)? tên(?: gọi)?)"
    rf"|(?P<a_repeal>(?:{_REPEAL})|bỏ)"
    rf"|(?P<a_swap>thay thế|thay)(?! đổi)(?!{_ROW})"
    rf"|(?P<a_add>bổ sung|bổ xung|thêm)(?!{_ROW})"
    rf"|(?P<a_change>(?:{_CHANGE}|thay thế){_ROW}*))"
)
_PASSIVE = (
    r"(?:(?:đã |nay )?(?:được|bị) (?:"
    r"(?P<p_correct>đính chính)"
    r"|(?P<p_renumber>(?:chuyển|đổi|sửa|đánh số)(?: lại)?(?: số thứ tự)?(?= thành| là))"
    r"|(?P<p_rename>(?:đổi|sửa đổi) tên)"
    rf"|(?P<p_repeal>{_REPEAL})"
    r"|(?P<p_suspend>(?:tạm )?(?:ngưng|đình chỉ|ngừng) (?:hiệu lực|thi hành|áp dụng))"
    rf"|(?P<p_swap>thay thế|thay)(?! đổi)(?!{_ROW})"
    rf"|(?P<p_add>bổ sung|thêm)(?!{_ROW})"
    rf"|(?P<p_change>(?:{_CHANGE}|thay thế){_ROW}*)"
    r")|(?P<p_lapse>(?:chấm dứt|hết) hiệu lực)|(?P<p_pause>(?:tạm )?(?:ngưng|ngừng) hiệu lực))"
)
_LINKS = (
    r"(?:(?P<after>(?:vào |và |liền |ngay |phía |tiếp )*sau(?! đây| khi|\s*:| ngày))"
    r"|(?P<before>(?:vào |liền |ngay |phía )*trước(?! ngày| đây| khi| thời))"
    r"|(?P<edge>(?:vào )?(?:cuối|đầu)(?= (?:của )?(?:điều|khoản|điểm|mục|chương|đoạn|cụm|phụ)))"
    r"|(?P<into>vào)"
    r"|(?P<by>(?<!cao\s)bằng(?! cấp| khen| chứng| tốt nghiệp)"
    r"|thành(?! phố| viên| lập| phần| tích| niên)|là(?=\s*(?:(?:các )?(?:cụm )?từ(?!\w)|:|$)))"
    r"|(?P<at>tại|trong|ở|thuộc|của)"
    r"|(?P<except>(?<!bù\s)(?<!khấu\s)(?<!giảm\s)(?<!loại\s)trừ|ngoại trừ)"
    r"|(?P<phrase>(?:các )?cụm từ(?: ngữ)?"
    r"|(?:các )?(?:từ|từ ngữ|chữ|số liệu|dòng chữ)(?=\s*(?::|$)))"
    r"|(?P<title>tên(?: gọi)?|tiêu đề)"
    r"|(?P<as>như sau|sau đây|dưới đây)"
    r"|(?P<each>tương ứng|lần lượt))"
)
TOKEN = _words(
    rf"(?<!\w)(?:{_PASSIVE}|{_ACTIVE}|{_LINKS})(?!\w)|(?P<stop>[.;](?=\s|$)|\n)|(?P<colon>:)"
)
"""Verbs ("a_…" active, "p_…" passive) and what stands between them and their objects."""

BY_ANOTHER = _words(
    r"[\s,]*(?:một số (?:điều|nội dung|khoản)[^.;:]{0,40}?)?(?P<by>bởi|theo|tại|bằng|năm)(?!\w)"
)
"""After "được sửa đổi, bổ sung": the state of a work that is cited, not an order."""

NOT_NOW = _words(
    r"(?<!\w)(?:thời điểm|khi|chưa|không|có thể|phải|nếu|hoặc|đến|thời gian|ngày|tự)\s*$"
    r"|(?<!\w)mới (?:được )?ban hành[^.;:]{0,60}$"
)
"""Before "hết hiệu lực", "bị bãi bỏ": it is not said to happen."""

WENT_BEFORE = _words(r"đã (?:được|bị) ")
"""Before a verb: "đã được sửa đổi, bổ sung" tells the state of a work …"""

ENUMERATES = _words(r":\s*\d{1,3}(?:,| và )")
"""A colon before figures: "có số thứ tự: 3, 4" announces no text."""

NAMES_A_WORK = _words(
    r"(?<!\w)(?:luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh) (?!này)\w"
)
"""In the words of a citation: the work is named, if without its number."""

NOW = _words(r"[\s,]*(?:lại )?(?:như sau|sau đây|thành|bằng|cụm)")
"""… unless this follows."""

ANNOUNCES = _words(
    r"[^.;]{0,250}?(?:như sau|sau đây|dưới đây|[:“\"]|(?<!\w)(?:bằng|thành|là) (?:các )?"
    r"(?:cụm từ|từ|điều|khoản|điểm|mục|chương|phụ lục|mẫu)(?!\w))"
)
"""In the sentence behind "được sửa đổi", "được bổ sung": there is something new."""

OF_A_THING = _words(
    r"(?<!\w)(?:khi|nếu|mà|thì)(?!\w)(?!.*sau đây)[^,;.\n]{0,60}$|(?<!\w)(?:về việc|về|việc)\s*$"
)
"""Before "hết hiệu lực": a permit, or what a title speaks of, lapses ("thì giấy phép …")."""

STATE_OF = _words(
    r"(?<!\w)được (?:sửa đổi|bổ sung|thay thế|đính chính|điều chỉnh)[^.;:]{0,80}"
    r"(?<!\w)(?:tại|bởi|theo|bằng)\s*$|đã được sửa đổi, bổ sung$"
)
"""Before a work: it changed the one that is named before it."""

DETAILS = _words(r"chi tiết(?: (?:tại|theo|ở|trong))?(?: các)?$|^\(theo$")
"""Before an appendix of the amending document: it is no target."""

REFERRED = _words(
    r"(?<!\w)(?:trái với|phù hợp với|căn cứ|theo|đáp ứng|đối với (?:các )?(?:hành vi|trường hợp))"
    r"(?: (?:các )?(?:điều kiện|yêu cầu))?(?: quy định)?(?: (?:tại|của|trong|nêu tại))?$"
    r"|^(?:một phần |hoặc |toàn bộ |các |những )*văn bản[^,;]* quy định tại(?: các)?$"
)
"""Before a provision: not it, but a thing that it speaks of is changed or lapses."""

ISSUED_BY = _words(r"(?:ban hành|kèm|công bố) theo$")
"""Before a work: what was issued with it."""

RELATIVE = _words(r"(?<!\w)(?P<level>điều|khoản|điểm|mục|chương) này$")
"""The provision named before: "… khoản 1 Điều 6 và sửa đổi Điều này"."""

CONDITION = _words(
    r"\W*(?:(?:ngoài |trong )?trường hợp|khi |nếu |trong quá trình|việc |đối với|những |trước khi"
    r"|sau khi|trong thời (?:hạn|gian)|kiến nghị|đề nghị|xem xét|hồ sơ|thủ tục|phạm vi)"
)
"""How a sentence begins that only speaks of changes."""

SOMEBODY = _words(
    r"(?!.*(?:hiệu lực|kể từ|từ ngày|như sau|sau đây))"
    r"[^;:]*\w[^;:]{11,}[^\w;:]+(?:và|đồng thời|hoặc)?\s*$"
)
"""Words before a verb that stands in mid-sentence: somebody does it."""

GOVERNS = _words(
    r"(?:^|[.;:,\n“\"]|(?<!\w)(?:và|đồng thời|nay|này|hoặc|sẽ))\s*"
    r"(?:[-+–•*]|\(?[a-zđ\d]{1,3}(?:\.\d{1,2})*\))?\s*$"
)
"""What stands before a verb that opens an order."""

OF_WORK_DONE = _words(r"(?:^|[;:.,]|(?<!\w)và)\s*việc [^;:.]*(?:,|và)\s*$")
"""Before a verb: one of a row of things done ("việc in, quản lý, cấp phát, hủy bỏ bằng")."""

NEW_TEXT_FOLLOWS = _words(r"(?: lại)?(?: như sau| sau đây|\s*:| là )")
"""After a verb right behind a provision: "Khoản 3 Điều 16 sửa đổi như sau"."""

IN_BRACKETS = re.compile(r"\([^()\n]*\)")
"""Words in brackets."""

OF_TEXT = re.compile(r"(?<!\w)(?:điều|khoản|điểm|mục|chương|phụ lục|mẫu|quy định|trường hợp)(?!\w)")
"""In brackets behind a work: what is left out, not a part of its title."""

EXCEPTED = re.compile(r"\(((?:ngoại )?trừ [^()\n]*)\)")
"""An exception within the words of one citation: "Điều 3 (trừ khoản 2) và Điều 5"."""

LEVEL = re.compile(r"\s+(?:[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần)\s")

SENTENCE_END = re.compile(r"[.;](?=\s|$)|\n")

NUMBERED = re.compile(
    r"\s*(?:Điều\s+\d+\s?[a-zđ]?|\d{1,3}[a-zđ]?|[a-zđ]\d?)\s*[.)]\s*\S|\s*(?:Chương|Mục)\s+[IVX\d]+\w?\s"
)
"""New text that begins with a number."""

LABEL = _words(
    r"\W*(?:(?:điều|chương|mục|phần) [\w.]+?(?:\s*[.:\-–]|(?=\s))"
    r"|\d{1,3}(?:\.\d{1,3})*[a-zđ]{0,2}\s*[.)\-–/]|\d{1,3}(?:\.\d{1,3})+(?=\s)"
    r"|[a-zđ]\d{0,2}\s*[.)]|[ivx]{1,5}\s*[.)\-–]|[-–+•*])+\s*"
)
"""The number of a provision or the sign of an item at the start of its words."""

OPENER = _words(
    r"[Ss]ửa |[Bb]ổ [sx]ung|[Tt]hay |[Bb][ãả]i b[ỏõ]|[Hh](?:ủy|uỷ) bỏ|(?<!\w)[Bb]ỏ(?!\w)|hiệu lực"
    r"|[Đđ]ính chính|[Đđ]ình chỉ|[Nn]gưng|[Nn]gừng|[Cc]huyển |[Đđ]ổi |[Tt]hêm |[Đđ]iều chỉnh"
    r"|[Cc]hỉnh lý|[Đđ]ánh số|[Cc]ụm từ|SỬA |BỔ SUNG|BÃI BỎ|THAY |HIỆU LỰC"
)
"""A text without any of these orders nothing. Not folded: it is run over every clause."""

TITLE_OF_WORK = _words(
    r"(?<!\w)(?:tên(?: gọi)?|tiêu đề) (?:của )?(?:luật|pháp lệnh|nghị định|nghị quyết|thông tư"
    r"|quyết định|quy chế|quy định)(?=\s*(?:,|;|$)| và )"
)
"""The title of the whole work, in a row of places."""

TRANSITION = _words(r"chuyển tiếp")
