"""The words that govern a citation: patterns over folded text."""

from __future__ import annotations

import re

from minhphap.citations.citation import Role
from minhphap.citations.vocabulary import KINDS


def _words(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which one blank stands for any number of them."""
    return re.compile(re.sub(r"(?<!\[) (?![+*?{\]])", " +", pattern), flags)


def _begins(word: str) -> str:
    """A word at its start; the first letter comes first in the pattern, so that it is quick."""
    return rf"{word[0]}(?<!\w\w){word[1:]}"


_FILLER = "|".join(
    (
        "chi tiết|và|biện pháp|để|tổ chức|hướng dẫn|thi hành|thực hiện|một số|điều|các|khoản|điểm",
        "quy định|của|nội dung|việc|triển khai|áp dụng|cụ thể|một|số|bổ sung|sửa đổi|toàn bộ|cho",
        "bổi sung|đối với|bãi bỏ|thay thế|phần|chương|mục|tên|lại|là|tại|hiệu lực|kèm theo|huỷ bỏ",
        "đồng thời",
        "vào|văn bản|sau|đây|cuối|đầu|trước|tiêu đề|đoạn|mở|câu|dẫn|thứ|nhất|ba|cụm|từ|chữ|"
        + "|".join(KINDS),
    )
)
FILLED = _words(rf"(?:[ ,:]|(?:{_FILLER})(?!\w))*")
"""Words that may stand between a governing verb and the citation."""

_MEASURES = r"(?: +để)?(?: +tổ chức)?,?(?: +hướng dẫn)? +thi hành"
_VERBS: dict[Role, tuple[str, ...]] = {
    "guides": (
        "quy định chi tiết", "hướng dẫn", "biện pháp" + _MEASURES, "các +biện pháp" + _MEASURES,
        "chi tiết thi hành", r"quy định(?= một số (?:điều|khoản)(?!\w))",
    ),
    "amends": ("sửa đổi", "điều chỉnh", "đính chính"),
    "adds": ("bổ sung",),
    "repeals": ("bãi bỏ", "huỷ bỏ", "bãi bõ"),
    "replaces": ("thay thế",),
}  # fmt: skip
TRIGGER = _words(
    rf"(?:{'|'.join(_begins(verb) for verbs in _VERBS.values() for verb in verbs)})(?!\w)"
)
_FIRST: dict[str, Role] = {
    verb.split()[0]: role for role, verbs in _VERBS.items() if role != "guides" for verb in verbs
}


def role_of(trigger: re.Match[str]) -> Role:
    """What a governing verb does to the document it governs."""
    return _FIRST.get(trigger[0].split(" ", 1)[0], "guides")


GUIDING_ACTS = _words(rf"(?:một số|các) +(?:{'|'.join(KINDS)}) +(?:quy định chi tiết|hướng dẫn)")
""" "sửa đổi một số Nghị định quy định chi tiết …": what follows is guided by those acts."""

_CHANGED = "sửa đổi|bổ sung|thay thế|bãi bỏ|bãi bõ|huỷ bỏ|đính chính|điều chỉnh"
BY = _words(
    rf"(?:{_begins('được')} +(?:đã +)?|{_begins('bị')} +(?:đã +)?|\( *)(?:{_CHANGED})"
    r"(?:[^.;()]|\d\.){0,110}?(?<!\w)(?P<by>bởi|tại|theo|bằng)"
    r"(?: +(?:các|quy định|của|tại|điều|khoản))*[ :]*(?P<first>1[.)] +)?$"
)
""" "được sửa đổi, bổ sung bởi": what follows is the act that did it, or a list of those acts."""
BY_ENDS = (
    "bởi", "tại", "theo", "bằng", "các", "định", "của", "điều", "khoản", "1.", "1)",
)  # fmt: skip
"""How what ``BY`` finds may end."""
PASSIVE = _words(
    r" *(?:\([^()]{0,200}\) *)?(?P<past>đã +)?(?:được|bị) +"
    r"(?:(?P<amends>sửa đổi)|(?P<adds>bổ sung)|(?P<repeals>bãi bỏ|huỷ bỏ)|(?P<replaces>thay thế))"
    r"(?:[ ,]|và|bổ sung|sửa đổi|thay thế|bãi bỏ)*(?:như +sau|(?(past)(?!)|(?:[:.;]|$)))"
    r"| *(?:được|bị) +(?P<words>sửa|thay|đổi|chỉnh)(?: [^.;“”]{0,20})? (?:thành|bằng|là)(?!\w)"
)
""" "Điều 5 được sửa đổi, bổ sung như sau", "… tại Điều 5 được sửa thành “…”"."""

_TAKING = (
    "bãi bỏ", "huỷ bỏ", "hủy bỏ", "bỏ", "thay thế", "thay", "sửa đổi", "bổ sung", "thêm",
    "đính chính",
)  # fmt: skip
_WORDS_OUT = r"\s+(?:các\s+|một\s+số\s+)?(?:cụm\s+từ|từ|chữ|đoạn|câu|dòng|nội\s+dung\s+“)"


TAKES = _words(
    "|".join(
        (
            *(rf"{_begins(verb.capitalize())}(?!\w)" for verb in (*_TAKING, "chỉnh sửa")),
            *(rf"{_begins(verb)}{_WORDS_OUT}(?!\w)" for verb in _TAKING),
        )
    )
)
"""In the text as written: a verb that opens a statement, or that takes words out."""
AT = _words(r"(?<!\w)(?:tại|của|trong|ở|thuộc|từ)(?: +(?:các|đoạn|câu|dòng)[^,;.]{0,30})?[ :]*$")
SERIES = re.compile(r"(?:Thay thế|Sửa đổi|Bổ sung|Bãi bỏ|Bỏ)(?:, [^\W\d]+ [^\W\d]+)*,? ")
""" "Thay thế, bãi bỏ các từ": verbs in a row, the first of which opens the statement."""
NEW_STATEMENT = _words(r"\.\s|như\s+sau|:\s*\d|hiệu\s+lực")
WHOLE = _words(r" +(?:các +|những +|toàn bộ +)?quy định (?:tại|của)(?: các)? +")
""" "bãi bỏ quy định tại Điều 5": all that the article says."""
INSIDE = _words(r"(?<!\w)(?:tại|vào|cụm từ|từ|chữ|đoạn|câu)(?!\w)")
"""Words between the verb and the citation that say that a part of it is changed."""
ROW_NUMBER = _words(
    r"(?:bãi bỏ|bỏ|sửa đổi|thay thế|bổ sung|huỷ bỏ)[ :]+(?:[^.;:“”]{0,60} )?(?:thứ +tự|dòng|cột)"
    r"[^.;:“”]{0,60}$"
)

ROW = _words(r" *(?:,|và|hoặc|cùng|, *và|, *hoặc)(?: +(?:các|tại|theo|của|bởi))* *:? *")
"""What stands between two members of a row."""
SEMICOLON = _words(r"[ ;)]*(?:và|hoặc)?(?: +các)? *")
TITLED = _words(
    r" *,? *(?:về|quy +định|hướng +dẫn|ban +hành|phê +duyệt|công +bố|sửa +đổi|v/v)(?!\w)"
)
"""A title follows."""
OBJECT = _words(
    r"[)]? *(?:,|;|và|, *và) +(?:các +|một +số +|\d+ +)?"
    r"(?:thủ +tục|số +thứ +tự|cụm +từ|từ +“|nội +dung|dòng|cột|mục)(?!\w)[^.;:]{0,160}"
    r"(?:(?<!\w)(?:tại|của|thuộc)(?: +(?:các|danh +mục|phần))*|thứ +tự[^.;:]{0,40}) *$"
)
"""A further object of the same verb: "… và thủ tục có số thứ tự 1 tại"."""
ACTS = _words(rf"(?:các|những) +(?:{'|'.join(KINDS)})(?: +(?:đã|được))* *$")
""" "các Thông tư sửa đổi, bổ sung: …": acts are named, not changed."""
LAW_TITLE = _words(r"(?:luật|pháp lệnh|nghị quyết|văn bản) *(?:số *\S+ *)?$")
""" "Luật sửa đổi …": the verb belongs to the title of a law."""
ITEM = _words(
    r"(?:^|\n)[ \t\xa0]*(?:\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ]\d?[.)]|[-–+•*]"
    r"|\|)?[ \t\xa0“]*$",
    re.IGNORECASE,
)
"""The start of an item of a list, up to the citation."""
OPENER = _words(
    r"(?<!\w)(căn cứ(?! (?:vào )?(?:các )?(?:quy định|nội dung|hướng dẫn|ý kiến) (?:nêu )?trên)"
    r"|cân cứ|thực hiện|xét|theo đề nghị|trên cơ sở|sau khi)(?!\w)"
)
BASES = frozenset(("căn cứ", "cân cứ", "thực hiện"))
"""Words of a preamble that make what follows a basis."""
SUBJECT = _words(
    r"(?<!\w)này +(?:hướng dẫn|quy định chi tiết)[^.;]{3,240} (?:theo|của)"
    r"(?: +quy định +(?:tại|của))? *$"
)
""" "Thông tư này hướng dẫn … theo": the circular guides what is cited."""
ENDS = _words(
    r"[^.;:]{0,700}?(?<!\w)hết hiệu lực(?: thi hành)?(?: kể)? từ (?:ngày|khi) "
    r"[^.;:]{0,40}(?<!\w)này(?!\w)"
)
""" "Thông tư số … hết hiệu lực kể từ ngày Thông tư này có hiệu lực": this text ends that one."""
NOUN = _words(r"(?:theo|được|bị|nội dung|văn bản|các|sự|có|phải|những) +$")
"""Before "hướng dẫn": it is a noun, or done by somebody else."""
DONE_TO = _words(r"(?:được|bị) +(?:[^ ]+ *,? *){0,2}$|(?:phạm vi|đối tượng) +$")
