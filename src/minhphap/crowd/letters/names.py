"""Names of bodies: one spelling for what letters write in capitals, in short, with slips."""

from __future__ import annotations

import re
import unicodedata

from minhphap.text import search_key

BODY = (
    r"ủy ban|ubnd|ubmttq|hội đồng|hđnd|sở|bộ|ban|công an|bộ chỉ huy|hội|hiệp hội|liên hiệp"
    r"|liên minh|liên đoàn"
    r"|công ty|tổng công ty|tập đoàn|doanh nghiệp|viện|trường|trung tâm|cục|chi cục|tổng cục"
    r"|phòng|văn phòng|tòa án"
    r"|tand|vks|mặt trận|đoàn|câu lạc bộ|ngân hàng|kho bạc|thanh tra|bảo hiểm|hợp tác xã|htx"
    r"|thường trực|đài|báo"
    r"|bệnh viện|chi nhánh|quỹ|thuế|hải quan|bưu điện|điện lực|tỉnh đoàn|tỉnh ủy|đảng ủy|thành ủy"
    r"|vườn quốc gia"
    r"|hạt kiểm lâm|đội|tổ|thôn|bản|ấp|khu phố|làng|học viện|nhà máy|khách sạn|nhóm|mạng lưới"
    r"|cảng|bqlda|bql|sàn|nghiệp đoàn|giáo xứ|giáo phận"
    r"|chi hội|trạm|xí nghiệp|đại học|dòng họ|ban đại diện|thư viện|bảo tàng|nhà hát|giáo hội|hạt"
)
STARTS = re.compile(rf"(?:{BODY})(?!\w)", re.IGNORECASE)
_ABBREVIATIONS = (
    (r"ubnd", "uy ban nhan dan"),
    (r"hdnd", "hoi dong nhan dan"),
    (r"ubmttq(?:vn)?", "uy ban mat tran to quoc"),
    (r"mttq(?:vn)?", "mat tran to quoc"),
    (r"mat tran to quoc viet nam", "mat tran to quoc"),
    (r"tp\.?", "thanh pho"),
    (r"tx\.?", "thi xa"),
    (r"bql", "ban quan ly"),
    (r"h?lhpn", "hoi lien hiep phu nu"),
    (r"ldld", "lien doan lao dong"),
    (r"ccb", "cuu chien binh"),
    (r"dn", "doanh nghiep"),
    (r"htx", "hop tac xa"),
    (r"cty", "cong ty"),
    (r"tnhh", "trach nhiem huu han"),
    (r"cp", "co phan"),
    (r"mtv", "mot thanh vien"),
    (r"kh\s?&\s?cn|khcn", "khoa hoc va cong nghe"),
    (r"nn\s?&\s?mt|nnmt", "nong nghiep va moi truong"),
    (r"gd\s?&\s?dt|gddt", "giao duc va dao tao"),
    (r"vh\s?,?\s?tt\s?(?:&|va)\s?dl|vhttdl", "van hoa the thao va du lich"),
    (r"tt\s?&\s?tt|tttt", "thong tin va truyen thong"),
    (r"tt\.?(?! tt)", "trung tam"),
    (r"ca(?= tinh)", "cong an"),
    (r"vp", "van phong"),
)
"""As body_key sees a name: small letters without diacritics."""
_SHORT = tuple((re.compile(rf"(?<![\w&]){form}(?![\w&])"), full) for form, full in _ABBREVIATIONS)
_SHORTEST = 5
"""Letters of a name that can be looked for in the text."""
_SPELLING = frozenset(["Lu", "Ll", "Lo", "Nd"])
_VOWEL = re.compile(r"[aeiouy]")
_NOISE = re.compile(r"[^a-z0-9 ]+")
_COMMON = frozenset(
    [
        "ủy",
        "ban",
        "nhân",
        "dân",
        "hội",
        "đồng",
        "sở",
        "bộ",
        "công",
        "an",
        "chỉ",
        "huy",
        "quân",
        "sự",
        "hiệp",
        "liên",
        "minh",
        "đoàn",
        "ty",
        "tổng",
        "tập",
        "trách",
        "nhiệm",
        "hữu",
        "hạn",
        "một",
        "thành",
        "viên",
        "cổ",
        "phần",
        "thương",
        "mại",
        "dịch",
        "vụ",
        "đầu",
        "tư",
        "xây",
        "dựng",
        "phát",
        "triển",
        "sản",
        "xuất",
        "nhập",
        "khẩu",
        "hợp",
        "tác",
        "xã",
        "viện",
        "trường",
        "trung",
        "tâm",
        "cục",
        "chi",
        "phòng",
        "văn",
        "tòa",
        "án",
        "kiểm",
        "sát",
        "mặt",
        "trận",
        "tổ",
        "quốc",
        "câu",
        "lạc",
        "ngân",
        "hàng",
        "kho",
        "bạc",
        "thanh",
        "tra",
        "bảo",
        "hiểm",
        "thường",
        "trực",
        "bệnh",
        "quỹ",
        "thuế",
        "quản",
        "lý",
        "dự",
        "khu",
        "vực",
        "tỉnh",
        "phố",
        "phường",
        "đặc",
        "thôn",
        "bản",
        "người",
        "nhà",
        "máy",
        "và",
        "của",
        "các",
        "về",
        "với",
        "trong",
        "cho",
        "tại",
        "chợ",
        "du",
        "lịch",
        "doanh",
        "nghiệp",
        "phụ",
        "nữ",
        "nông",
        "lao",
        "động",
        "văn",
        "hóa",
        "thể",
        "thao",
        "tài",
        "chính",
        "y",
        "tế",
        "giáo",
        "dục",
        "đào",
        "tạo",
        "khoa",
        "học",
        "công",
        "nghệ",
        "môi",
        "trường",
        "pháp",
        "thông",
        "tin",
        "truyền",
        "mầm",
        "non",
        "tiểu",
        "cơ",
        "sở",
        "đốc",
        "giám",
        "chủ",
        "tịch",
        "việt",
        "nam",
    ]
)
"""Words that stand in the names of many bodies and are no names of their own."""
_UNIT = re.compile(r"\s(?:tinh|thanh pho)(?:\s\S+){0,4}$")


def body_key(name: str) -> str:
    """A form that is equal for the usual ways to spell one body."""
    key = search_key(" ".join(name.split()))
    for form, full in _SHORT:
        key = form.sub(full, key)
    key = _NOISE.sub(" ", key.replace("&", " va "))
    return " ".join(key.split())


def without_unit(key: str) -> str:
    """A key without the province at its end: "so tai chinh tinh son ha" → "so tai chinh".

    Only for bodies of the province itself: those of a commune are told apart by its name.
    """
    if key.startswith(("uy ban nhan dan", "hoi dong nhan dan")):
        return key
    return _UNIT.sub("", f" {key}").strip() or key


def spelt(capitals: str, text: str) -> str:
    """A name written in capitals as the letter's running text writes it; else by rule."""
    words = [word for word in capitals.split() if any(map(_is_letter, word))]
    if not "".join(filter(_is_letter, capitals)).isupper():
        return capitals
    if whole := _by_letters(" ".join(words), text):
        return whole
    for count in range(len(words), min(2, len(words) - 1), -1):
        form = re.compile(r"\s+".join(map(re.escape, words[:count])) + r"(?!\w)", re.IGNORECASE)
        for found in form.finditer(text):
            if not found[0].isupper():
                written = " ".join(found[0].split())
                return " ".join([written[0].upper() + written[1:], *_by_rule(words, count)])
    return " ".join(_by_rule(words))


def _is_letter(sign: str) -> bool:
    """Whether a sign spells something: a stray accent that recognition left does not."""
    return unicodedata.category(sign) in _SPELLING


def _by_letters(capitals: str, text: str) -> str:
    """The name in running text, letter for letter: recognition loses blanks and tones."""
    key, wanted = search_key(text), "".join(filter(_is_letter, search_key(capitals)))
    if len(key) != len(text) or len(wanted) < _SHORTEST:
        return ""
    places = [at for at, letter in enumerate(key) if _is_letter(letter)]
    letters = "".join(key[at] for at in places)
    found = letters.find(wanted)
    while found >= 0:
        start, end = places[found], places[found + len(wanted) - 1] + 1
        written = " ".join(text[start:end].split())
        whole = not key[max(0, start - 1) : start].isalnum() and not key[end : end + 1].isalnum()
        if whole and not written.isupper():
            return written[0].upper() + written[1:]
        found = letters.find(wanted, found + 1)
    return ""


def _low(word: str) -> str:
    """A word of a name; what has no vowel is an abbreviation: "PTDTBT", "TH&THCS"."""
    if not _VOWEL.search(search_key(word)):
        return word
    return word.lower() if word.lower() in _COMMON else word.capitalize()


def _by_rule(words: list[str], since: int = 0) -> list[str]:
    """Words that any body may have small, all others with a capital; fields as names."""
    low = [_low(word) for word in words]
    out = " ".join(low)
    for form in _INNER:
        out = form.sub(lambda found: found[0].capitalize(), out)
    out = _PLACE.sub(lambda found: f"{found[1]} {found[2].title()}", out)
    return (out[:1].upper() + out[1:]).split(" ")[since:]


_INNER = tuple(
    re.compile(rf"(?<= )(?:{form})(?!\w)", re.IGNORECASE)
    for form in (
        "ủy ban", "hội đồng", "mặt trận", "sở", "công thương", "tài chính", "tư pháp", "nội vụ",
        "xây dựng", "y tế", "nông nghiệp", "môi trường", "giáo dục", "đào tạo", "khoa học",
        "công nghệ", "văn hóa", "thể thao", "du lịch", "phụ nữ", "nông dân", "doanh nghiệp",
        "việt nam", "lao động", "hợp tác xã", "liên hiệp", "cựu chiến binh", "người cao tuổi",
        "công viên", "chi nhánh",
    )
)  # fmt: skip
_PLACE = re.compile(
    r"(?<!\w)(tỉnh|thành phố|xã|phường|huyện)(?! (?:và|của|về)(?!\w)) ([^\W\d]+(?: [^\W\d]+)?)$"
)
"""The name of a place that ends the name of a body: "xã Bản Lanh"."""
