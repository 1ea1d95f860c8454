"""Vietnamese encodings from before Unicode: TCVN3 (ABC), VNI-Windows, Windows-1258.

Tables after TCVN 5712:1993 (VN3) and the VNI-Windows font layout. Legacy text reaches us as
Windows-1252 letters (a Word run set in ".VnTime", a text file read byte by byte).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from minhphap.text.offsets import OffsetMap
from minhphap.text.remark import Remark

Legacy = Literal["tcvn3", "vni"]

_TCVN3_ROWS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)  # fmt: skip
TCVN3 = {chr(first + i): letter for first, row in _TCVN3_ROWS for i, letter in enumerate(row)}
"""One Windows-1252 letter to one Vietnamese letter; marked capitals have no place of their own."""

_MARKS = {
    "plain": "øùûõï", "hat": "âàáåãä", "breve": "êèéúüë",
}  # fmt: skip
_VNI_SHAPES = {
    "a": ("àáảãạ", "âầấẩẫậ", "ăằắẳẵặ"),
    "e": ("èéẻẽẹ", "êềếểễệ", ""),
    "o": ("òóỏõọ", "ôồốổỗộ", ""),
    "u": ("ùúủũụ", "", ""),
    "y": ("ỳýỷỹ", "", ""),
    "ô": ("ờớởỡợ", "", ""),
    "ö": ("ừứửữự", "", ""),
}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for base, shapes in _VNI_SHAPES.items():
        for marks, letters in zip(_MARKS.values(), shapes, strict=True):
            table |= {base + m: letter for m, letter in zip(marks, letters, strict=False)}
    upper = {k.upper(): v.upper() for k, v in table.items()}
    mixed = {k[0].upper() + k[1:]: v.upper() for k, v in table.items() if len(k) == 2}
    return table | mixed | upper


VNI = _vni()
"""One or two Windows-1252 letters to one Vietnamese letter."""

_TCVN3_PATTERN = re.compile(f"[{''.join(TCVN3)}]")
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_READ = {"tcvn3": (_TCVN3_PATTERN, TCVN3), "vni": (_VNI_PATTERN, VNI)}
_HIGH = re.compile("[\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u0192]")
_FONTS: tuple[tuple[re.Pattern[str], Legacy], ...] = (
    (re.compile(r"^\.vn", re.IGNORECASE), "tcvn3"),
    (re.compile("^vni[- ]", re.IGNORECASE), "vni"),
)
_WORDS = (
    "của và các được định này ngày tháng năm điều khoản có không người việc nước ủy quyết nghị căn"
    " cứ số về đối với tại trường hợp thực hiện quản lý tỉnh độc lập tự hạnh phúc cộng hòa hội chủ"
    " nghĩa việt hành chính đơn vị tổ chức cá mức đồng phạm vi chỉnh dụng hiệu lực đến từ đây"
)
_COMMON = frozenset(_WORDS.split())
"""Words that most official texts hold and that look different in each encoding."""
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u1ea0-\u1ef9]")
_RUN = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+)*")
_SMALL = re.compile(r"[a-zăâêôơưđ]")
_CAPITAL = re.compile(r"[A-ZĂÂÊÔƠƯĐ]")
_WORD = re.compile(r"[^\W\d_]+")


def is_unicode(text: str) -> bool:
    """Whether a text has Vietnamese letters or marks that no encoding before Unicode shows."""
    return _UNICODE.search(text) is not None


def by_font(font: str) -> Legacy | None:
    """The encoding that a font's name gives away: ".VnTime" or "VNI-Times"."""
    return next((name for pattern, name in _FONTS if pattern.match(font.strip())), None)


def is_capital_font(font: str) -> bool:
    """True for the TCVN3 fonts that draw capitals only: ".VnTimeH", ".VnArialH"."""
    return by_font(font) == "tcvn3" and font.strip().endswith("H")


def by_fonts(fonts: Iterable[str]) -> tuple[Legacy | None, bool]:
    """The encoding that the fonts of a text give away, and whether they draw only capitals."""
    known = [font for font in fonts if by_font(font)]
    if not known:
        return None, False
    return by_font(known[0]), all(map(is_capital_font, known))


def by_statistics(text: str) -> Legacy | None:
    """The encoding whose reading of a Windows-1252 text gives common Vietnamese words."""
    sample = text[:20_000]
    if len(_HIGH.findall(sample)) < 3:
        return None
    plain, tcvn3, vni = _score(sample), _score(_read(sample, "tcvn3")), _score(_read(sample, "vni"))
    if max(tcvn3, vni) < 2 * plain + 3:
        return None
    return "tcvn3" if tcvn3 >= vni else "vni"


def _read(text: str, encoding: Legacy) -> str:
    pattern, table = _READ[encoding]
    return pattern.sub(lambda match: table[match[0]], text)


def _score(text: str) -> int:
    return sum(word in _COMMON for word in _WORD.findall(text.lower()))


def convert(text: str, encoding: Legacy, capital_font: bool = False) -> tuple[str, OffsetMap]:
    """Legacy text to Unicode. ``capital_font``: a font (".VnTimeH") that draws only capitals."""
    pattern, table = _READ[encoding]
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    at = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        parts += (text[at:start], table[match[0]])
        pieces += ((start - at, start - at), (1, end - start))
        at = end
    parts.append(text[at:])
    pieces.append((len(text) - at, len(text) - at))
    joined = "".join(parts)
    if capital_font:
        joined = joined.upper()
    elif encoding == "tcvn3":
        joined = _RUN.sub(_raise_capitals, joined)
    return joined, OffsetMap.from_pieces(pieces)


def _raise_capitals(run: re.Match[str]) -> str:
    """TCVN3 has no capitals with tone marks: in a word or heading in capitals, give them back.

    A word with two plain capitals and no plain small letter was in capitals ("QUYếT"); a word
    with one ("Số") goes with the words beside it.
    """
    words = run[0].split(" ")
    sure = [len(_CAPITAL.findall(word)) > 1 and not _SMALL.search(word) for word in words]
    if not any(sure):
        return run[0]
    if not any(map(_SMALL.search, words)):
        return run[0].upper()
    return " ".join(
        w.upper() if all_capitals else w for w, all_capitals in zip(words, sure, strict=True)
    )


def legacy_remark(encoding: Legacy, what: str, what_en: str) -> Remark:
    """What to tell the reader of a text that was converted; ``what`` begins the sentence."""
    name = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI-Windows"}[encoding]
    capitals = (
        "; bảng mã này không có chữ hoa mang dấu thanh, nên tên viết hoa có thể thành chữ thường"
        if encoding == "tcvn3"
        else ""
    )
    capitals_en = (
        "; it has no capitals with tone marks, so capitalised names may show small letters"
        if encoding == "tcvn3"
        else ""
    )
    return Remark(
        "legacy-encoding",
        f"{what} dùng bảng mã {name}, đã chuyển sang Unicode{capitals}",
        f"{what_en} is in {name} and was converted to Unicode{capitals_en}",
    )
