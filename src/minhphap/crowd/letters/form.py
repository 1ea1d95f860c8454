"""The form of a letter: openings, closings, courtesy, headings, the foot."""

from __future__ import annotations

import re

from minhphap.crowd.letters.lexicon import lexicon
from minhphap.crowd.letters.lines import LOOSE, Line
from minhphap.crowd.letters.mend import mend
from minhphap.text import comparison_key

_FOOT = re.compile(
    r"(?:n[ơo]i nh[ậa]n|nơi gửi)\s*[:;.]?|(?:t/?m|k/?t|t/?l|t\.?u\.?q|q)\s?[./]\s?\S"
    r"|(?:người (?:góp ý|viết|ghi|làm đơn|lập)"
    r"|đại diện|thủ trưởng|xác nhận|thư ký|chủ tọa|chủ trì)[^.]{0,60}$"
)
_OFFICE = re.compile(
    r"(?:(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|trưởng ban|trưởng phòng|viện trưởng|hiệu trưởng"
    r"|chánh văn phòng"
    r"|cục trưởng|chỉ huy trưởng|chính ủy|bí thư|thủ trưởng|chủ nhiệm|trưởng thôn|đội trưởng"
    r"|chi cục trưởng|giám thị"
    r"|tổng thư ký|trạm trưởng|hạt trưởng|tổ trưởng)|thủ trưởng đơn vị|thư ký|chủ tọa"
    r"|chủ trì)(?!\w)"
)
_CLOSING = re.compile(
    r"(?:trên đây là|đây là|trên đây|(?:các |những )?(?:ý kiến|số liệu|nội dung"
    r"|thông tin) (?:nêu )?(?:trên|này)(?= (?:do|được|là))"
    r"|(?:chúng )?tôi gửi (?:ý kiến|kèm|góp ý)|với những (?:ý kiến|nội dung)|với các ý kiến"
    r"|kính (?:mong|đề nghị|chuyển|gửi|chúc|trình)"
    r"|(?:rất |xin |chân thành |trân trọng |xin chân thành |xin trân trọng )*(?:cảm ơn|cám ơn"
    r"|trân trọng)|rất mong (?:được|quý|nhận|sớm)"
    r"|mọi (?:trao đổi|thông tin|vướng mắc|ý kiến|phản hồi)|(?:thông tin|đầu mối) liên hệ"
    r"|(?:cuộc|buổi|hội|tọa) [^.,;:]{1,30} kết thúc (?:lúc|vào|hồi)"
    r"|(?:[^,.;:]{2,30}, )?ngày \d{1,2} tháng \d{1,2} năm \d{4}\W*$"
    r"|biên bản (?:được|kết thúc|này|đã)|cuộc họp kết thúc"
    r"|(?:(?:cuộc họp|hội nghị|buổi họp) )?(?:kết thúc|bế mạc)(?= (?:lúc|vào|hồi|cùng|sau))"
    r"|(?:cuộc họp|hội nghị|buổi họp) (?:kết thúc|bế mạc)|(?:chúng tôi |tôi )?xin (?:gửi|kính)"
    r"|(?:xin )?chúc)(?!\w)"
)
_OPENING = re.compile(
    r"(?:kính thưa|thưa |gửi (?:sở|ủy ban|ubnd|bộ|ban|các|quý)(?!\w)"
    r"|phúc đáp|trả lời|thực hiện|căn cứ|theo (?:đề nghị|nội dung|công văn"
    r"|văn bản|yêu cầu|tinh thần)|tiếp theo"
    r"|(?:sau khi|qua|trên cơ sở) (?:nghiên cứu|xem xét|rà soát|đọc|tổ chức|lấy ý kiến|họp)"
    r"|nghiên cứu (?:dự thảo|nội dung|văn bản)"
    r"|ngày \d|vừa qua|ngay sau khi|được biết|liên quan|về (?:việc|dự thảo)|đối với (?:dự thảo"
    r"|đề nghị)"
    r"|thời gian\s*:|địa điểm\s*:|thành phần|chủ trì\s*:|thư ký\s*:|có mặt|hôm nay|nội dung\s*:"
    r"|tôi (?:tên )?là|tôi tên"
    r"|chúng tôi là|địa chỉ|điện thoại|email|số điện thoại|người (?:gửi|góp ý)|đơn vị góp ý"
    r"|họ và tên|ngày góp ý)"
)
_LEAD = re.compile(
    r"(?:như sau|sau đây|dưới đây|cụ thể|các nội dung|một số (?:nội dung|ý kiến|vấn đề|điểm)"
    r"|các ý kiến|các vấn đề|sau)\s*[:.]?$"
    r"|(?:đề nghị|kiến nghị|đề xuất|góp ý|có ý kiến|phát biểu|trình bày)\s*:$"
    r"|^(?:ý kiến|nội dung|góp ý|phần|về|cụ thể|ngoài ra)[^:]{0,80}:$"
)
_SOME = re.compile(
    r"(?<!\w)(?:một số|các|những|vài|mấy|một|hai|ba|bốn|\d{1,2})"
    r"(?: (?:nội dung|ý kiến|vấn đề|điểm|góp ý|điều(?! khoản| \d)))"
    r"|(?<!\w)(?:ý kiến|góp ý|nội dung)[^,.;:]{0,40} (?:sau|dưới đây)\s*:"
    r"|(?<!\w)(?:băn khoăn|vướng mắc|lưu ý|kiến nghị|đề xuất) ?(?:sau|như sau)?\s*:"
    r"|(?<!\w)(?:ý kiến|góp ý)"
    r"(?: (?:như sau|cụ thể|sau|bổ sung|thêm|tham gia|góp ý))*\s*:"
)
_INVITES = re.compile(
    r"(?:đề nghị|kiến nghị|đề xuất|góp ý|có ý kiến|tham gia|đề đạt|trình bày"
    r"|phản ánh)(?: như sau| cụ thể)?\s*:\s*$"
)
"""How a sentence ends whose asks follow in a list."""
_WORD = re.compile(r"\w+")
_ASKING = ("kính", "rất", "đề nghị", "mong", "xin", "chúc", "chúng")
"""How sentences begin that may be courtesy or may ask for something."""
_THANKS = re.compile(
    r"(?<!\w)(?:cảm ơn|cám ơn|trân trọng|kính chúc|đánh giá cao|hoan nghênh việc)(?!\w)"
)
_HANDLE = re.compile(
    r"(?<!\w)(?:xem xét|tổng hợp|nghiên cứu|tiếp thu|hoàn thiện|quan tâm|ghi nhận|báo cáo|gửi"
    r"|phản hồi|biết)(?!\w)"
)
"""What drafters are asked to do with a letter as a whole."""
_ABOUT = re.compile(r"(?:về|đối với|liên quan đến)(?! \w+ (?:đề nghị|nên))(?!\w)")
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, ghi rõ|ký và|chữ ký|dấu)")


def is_foot(line: Line) -> bool:
    """True for lines of the foot: recipients, who signs, names."""
    if _FOOT.match(line.key) and len(line.text) < 120:
        return True
    if line.text.isupper() and (_OFFICE.match(line.key) or len(line.text) < 60):
        return True
    return bool(_OFFICE.match(line.key)) and len(line.text) < 60 and line.text[-1] not in ".;:"


def opens_foot(line: Line) -> bool:
    """True for the line that begins the foot."""
    if re.match(r"n[ơo]i nh[ậa]n\W*", line.key) or _FOOT.match(line.key):
        short = len(line.text) < 120 and not line.text.endswith((".", ":"))
        return short or re.match(r"n[ơo]i (?:nh[ậa]n|gửi)", line.key) is not None
    return line.text.isupper() and _OFFICE.match(line.key) is not None


def is_signature(line: Line) -> bool:
    """True for names, "(Đã ký)", entries of the list of recipients."""
    if _SIGNED.match(line.key) or is_foot(line):
        return True
    if line.level >= 7 and len(line.text) < 160:
        return True
    return len(line.text) < 60 and not line.text.endswith((".", ";", ":", "?"))


def is_closing(text: str) -> bool:
    """True for a sentence of the closing formula that asks for nothing of its own."""
    key = comparison_key(mend(text)).strip()
    formula = _CLOSING.match(key) is not None and not key.startswith(_ASKING)
    return formula or is_courtesy(text)


def is_opening(key: str) -> bool:
    """True for what a letter begins with before it says anything."""
    return _OPENING.match(key) is not None


def is_lead(key: str) -> bool:
    """True for a sentence that only announces what follows."""
    return _LEAD.search(key) is not None or (key.endswith(":") and _SOME.search(key) is not None)


def announces(key: str) -> bool:
    """True for "đề nghị chỉnh sửa một số nội dung sau:": it asks nothing by itself."""
    if _SOME.search(key) is not None and key.rstrip().endswith((":", "sau", "sau.")):
        return True
    return _INVITES.search(key) is not None


def is_courtesy(text: str) -> bool:
    """True for a sentence that is made of courtesy and of names only."""
    key = comparison_key(mend(text)).strip()
    if key.startswith("kính thưa") or not _WORD.search(key):
        return True
    known = lexicon().courtesy
    words = _WORD.findall(text.strip())
    strange = sum(
        word.lower() not in known and not _in_name(words, at) for at, word in enumerate(words)
    )
    if _THANKS.search(key):
        return strange <= max(3, len(words) // 2)
    asks = key.startswith(_ASKING) or key.endswith(("/.", "./", "/"))
    return asks and strange <= 2 and len(words) < 60 and _HANDLE.search(key) is not None


def _in_name(words: list[str], at: int) -> bool:
    """True for a capital inside a sentence, and for the syllable after one: "Nội vụ"."""
    if words[at][0].isupper():
        return at > 0 or (len(words) > 1 and words[1][0].isupper())
    return at > 0 and words[at - 1][0].isupper()


def is_heading(line: Line) -> bool:
    """True for a line that names what follows: short, without the end of a sentence."""
    if len(line.text) > 160:
        return False
    if line.text.endswith(":"):
        return True
    short = len(line.text.split()) <= 14 and line.text[-1] not in ".;?!,"
    titled = line.bold or line.level < LOOSE or line.text.isupper()
    return short and (titled or _ABOUT.match(line.key) is not None)
