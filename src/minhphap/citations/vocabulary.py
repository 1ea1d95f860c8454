"""Words of the grammar: kinds of documents, levels of provisions."""

from __future__ import annotations

from collections.abc import Iterable

KINDS: dict[str, str] = {
    "hiến pháp": "constitution",
    "bộ luật": "code",
    "luật": "law",
    "pháp lệnh": "ordinance",
    "nghị quyết liên tịch": "resolution",
    "nghị quyết": "resolution",
    "nghị định": "decree",
    "nghi định": "decree",
    "nghị đinh": "decree",
    "quyết định": "decision",
    "thông tư liên tịch": "joint_circular",
    "thông tư liên bộ": "joint_circular",
    "thông tư": "circular",
    "chỉ thị": "directive",
    "sắc lệnh": "order",
    "sắc luật": "order",
    "lệnh": "order",
    "văn bản hợp nhất": "consolidated",
    "công văn": "letter",
    "công điện": "letter",
    "văn bản": "letter",
    "kế hoạch": "plan",
    "tờ trình": "other",
    "báo cáo": "other",
    "đề án": "other",
    "thông báo": "other",
    "thông báo kết luận": "other",
    "kết luận": "other",
    "hướng dẫn": "other",
    "thông tri": "other",
    "chương trình": "other",
    "phương án": "other",
    "quy định": "decision",
    "quy chế": "decision",
}
"""Folded name of a kind -> the kind of the Work."""

ABBREVIATIONS: dict[str, str] = {
    "nđ": "decree",
    "qđ": "decision",
    "nq": "resolution",
    "tt": "circular",
    "ttlt": "joint_circular",
    "ct": "directive",
    "cv": "letter",
    "kh": "plan",
    "vbhn": "consolidated",
}
"""Kinds as tables and notes abbreviate them: "QĐ số 12/QĐ-UBND"."""

CODES: dict[str, str] = {
    "blhs": "Bộ luật Hình sự",
    "bltths": "Bộ luật Tố tụng hình sự",
    "blds": "Bộ luật Dân sự",
    "blttds": "Bộ luật Tố tụng dân sự",
    "bllđ": "Bộ luật Lao động",
}
"""Codes that courts and letters call by their first letters."""

LAWS = frozenset({"constitution", "code", "law", "ordinance"})

OWN_KINDS: dict[str, frozenset[str]] = {
    "hiến pháp": frozenset({"constitution"}),
    "bộ luật": frozenset({"code", "law"}),
    "luật": frozenset({"law", "code"}),
    "pháp lệnh": frozenset({"ordinance", "law"}),
    "nghị quyết": frozenset({"resolution", "party_document"}),
    "nghị quyết liên tịch": frozenset({"resolution"}),
    "nghị định": frozenset({"decree"}),
    "nghi định": frozenset({"decree"}),
    "nghị đinh": frozenset({"decree"}),
    "quyết định": frozenset({"decision", "party_document"}),
    "thông tư": frozenset({"circular", "joint_circular"}),
    "thông tư liên tịch": frozenset({"circular", "joint_circular"}),
    "chỉ thị": frozenset({"directive", "party_document"}),
    "lệnh": frozenset({"order"}),
    "công văn": frozenset({"letter", "directive"}),
    "công điện": frozenset({"letter", "directive"}),
    "văn bản hợp nhất": frozenset({"consolidated"}),
}
"""What "… này" may say of the citing document, by its kind."""

ATTACHMENTS = (
    "quy định", "quy chế", "quy trình", "quy tắc", "điều lệ", "nội quy", "chương trình",
    "kế hoạch", "đề án", "danh mục", "định mức", "phương án", "chiến lược", "bảng giá",
    "hướng dẫn", "bộ tiêu chí", "tiêu chí", "bộ đơn giá", "đơn giá", "khung giá", "danh sách",
    "quy ước", "tiêu chuẩn", "hệ thống", "bảng", "biểu mức thu", "biểu giá", "biểu phí",
    "biểu khung", "biểu thuế",
)  # fmt: skip
"""What is issued "kèm theo" a decision, a resolution or a circular."""

OWN_ATTACHMENTS = frozenset(
    {"quy định", "quy chế", "quy trình", "quy tắc", "điều lệ", "nội quy", "chương trình",
     "kế hoạch", "đề án"}
)  # fmt: skip
"""Attachments that speak of themselves ("Quy chế này")."""

OWN_RULES = frozenset({"quy định", "quy chế", "quy trình", "quy tắc", "điều lệ", "nội quy"})
"""Those that are cut into articles."""

LEVELS: dict[str, str] = {
    "gạch đầu dòng": "indent",
    "tiết": "item",
    "điểm": "point",
    "khoản": "para",
    "điều": "art",
    "tiểu mục": "subsec",
    "mục": "sec",
    "chương": "chp",
    "phần": "part",
    "biểu mẫu": "form",
    "mẫu biểu": "form",
    "mẫu": "form",
    "biểu": "form",
    "phụ lục": "app",
}
"""Folded word for a level -> step of an eid."""

RANK = {
    level: rank
    for rank, level in enumerate(
        (
            "indent", "item", "point", "para", "insec", "art", "subsec", "sec", "chp", "part",
            "form", "app",
        )
    )
}  # fmt: skip
"""Levels from the smallest to the largest; a path names them in this order or the reverse.

"insec" is a Mục inside an article, as those have that approve a plan ("khoản 1 mục V Điều 1").
"""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in Vietnamese order."""


def any_of(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first, any blanks between syllables."""
    return "|".join(word.replace(" ", " +") for word in sorted(words, key=len, reverse=True))
