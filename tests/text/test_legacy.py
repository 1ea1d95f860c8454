"""Text from before Unicode is recognised, converted, and said."""

from __future__ import annotations

import unicodedata

import pytest

from minhphap.text import decode, normalize
from minhphap.text.legacy import TCVN3, VNI, by_font, convert, is_capital_font

TEXT = (
    "Điều 1. Quy định này quy định mức thu phí bến của xã.\n"
    "1. Ủy ban nhân dân xã tổ chức thực hiện.\n"
    "a) Các đơn vị có trách nhiệm quản lý về phí;\n"
)
SMALL = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"


def to_tcvn3(text: str) -> str:
    back = {letter: code for code, letter in TCVN3.items()}
    return "".join(back.get(c) or back.get(c.lower()) or c for c in text)


def to_vni(text: str) -> str:
    back: dict[str, str] = {}
    for code, letter in VNI.items():
        back.setdefault(letter, code)
    return "".join(back.get(letter, letter) for letter in text)


def test_tables_know_every_vietnamese_letter() -> None:
    assert set(TCVN3.values()) == set(SMALL) | set("ĂÂÊÔƠƯĐ")
    missing = set(SMALL + SMALL.upper()) - set(VNI.values())
    assert missing == set("ìíÌÍ")  # these are their own code
    assert len(set(TCVN3)) == len(SMALL) + 7


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("C«ng hßa x· héi chñ nghÜa ViÖt Nam", "Công hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("QuyÕt ®Þnh vÒ viÖc qu¶n lý ®Êt ®ai", "Quyết định về việc quản lý đất đai"),
    ],
)
def test_known_tcvn3_phrases(code: str, letters: str) -> None:
    assert convert(code, "tcvn3")[0] == letters


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("QUYEÁT ÑÒNH veà vieäc quaûn lyù", "QUYẾT ĐỊNH về việc quản lý"),
    ],
)
def test_known_vni_phrases(code: str, letters: str) -> None:
    assert convert(code, "vni")[0] == letters


def test_tcvn3_bytes_are_recognised_and_the_capitals_are_said() -> None:
    decoded = decode(to_tcvn3(TEXT).encode("latin-1"))
    assert decoded.encoding == "tcvn3"
    assert decoded.text.casefold() == TEXT.casefold()
    assert "chữ hoa" in decoded.remarks[0].message


def test_vni_bytes_are_recognised_and_lead_back() -> None:
    raw = to_vni(TEXT)
    decoded = decode(raw.encode("latin-1"))
    assert (decoded.encoding, decoded.text) == ("vni", TEXT)
    at = TEXT.index("quy định")
    start, end = decoded.offsets.span(at, at + 8)
    assert raw[start:end] == to_vni("quy định")


def test_windows_1258_is_composed() -> None:
    shaped = {"ă", "â", "ê", "ô", "ơ", "ư"}

    def cp1258(letter: str) -> str:
        apart = unicodedata.normalize("NFD", letter)
        for cut in (2, 3):
            base = unicodedata.normalize("NFC", apart[:cut])
            if base.lower() in shaped:
                return base + apart[cut:]
        swapped = [mark for mark in apart if mark in "\u0302\u0306\u031b"]
        tones = [mark for mark in apart[1:] if mark not in swapped]
        return unicodedata.normalize("NFC", apart[0] + "".join(swapped)) + "".join(tones)

    raw = "".join(map(cp1258, TEXT)).encode("cp1258")
    decoded = decode(raw)
    assert decoded.encoding == "windows-1258"
    assert normalize(decoded.text).text == TEXT


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("QUYẾT ĐỊNH", "QUYẾT ĐỊNH"),
        ("Số: 07/2026/QĐ-UBND", "Số: 07/2026/QĐ-UBND"),
        ("TỈNH SƠN HÀ", "TỈNH SƠN HÀ"),
    ],
)
def test_capitals_of_tcvn3_come_back_where_the_words_beside_show_them(raw: str, right: str) -> None:
    assert convert(to_tcvn3(raw), "tcvn3")[0] == right


def test_fonts_tell_the_encoding() -> None:
    assert by_font(".VnTime") == by_font(".VnArialH") == "tcvn3"
    assert by_font("VNI-Times") == "vni"
    assert by_font("Times New Roman") is None
    assert is_capital_font(".VnTimeH")
    assert not is_capital_font(".VnTime")


def test_normalize_takes_the_fonts_as_a_hint() -> None:
    raw = to_tcvn3("sơn hà")
    assert normalize(raw, fonts=[".VnTimeH"]).text == "SƠN HÀ"
    done = normalize(raw, fonts=[".VnTime", "Times New Roman"])
    assert done.text == "sơn hà"
    assert done.remarks[0].code == "legacy-encoding"


def test_normalize_recognises_legacy_text_without_fonts() -> None:
    done = normalize(to_vni(TEXT))
    assert done.text == TEXT
    assert done.remarks[0].code == "legacy-encoding"


@pytest.mark.parametrize(
    "text",
    [
        "Le présent décret entre en vigueur à la date de sa publication, à Genève, été 2026.",
        "là và có cá phí",
        "¿Qué? El señor Núñez está aquí mañana.",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert normalize(text).text == text
