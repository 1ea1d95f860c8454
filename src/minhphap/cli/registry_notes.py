"""What each kind of note in an import report means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from minhphap.cli.language import Language

CODES: dict[str, tuple[str, str]] = {
    "before_signature": (
        "ngày có hiệu lực hoặc hết hiệu lực đứng trước ngày ký nhiều ngày; không dùng ngày đó",
        "the day of effect or of its end lies long before the signature; it is not used",
    ),
    "consolidation_as_original": (
        "văn bản hợp nhất được lưu dưới số của văn bản gốc; giữ riêng như văn bản hợp nhất",
        "a consolidated text stored under the number of the original; kept as what it is",
    ),
    "date_and_number": (
        "ngày ban hành không thuộc năm trong số, ký hiệu; không dùng ngày đó",
        "the date is not of the year in the number; the date is not used",
    ),
    "date_form": ("ngày không đọc được", "a date that cannot be read"),
    "dates_disagree": (
        "cùng văn bản, các nguồn ghi ngày khác nhau; giữ cả hai",
        "one document, sources give different dates; both are kept",
    ),
    "effect_disagrees": (
        "ngày có hiệu lực ở các nguồn khác nhau",
        "sources give different days of effect",
    ),
    "end_before_effect": (
        "ngày hết hiệu lực trước ngày có hiệu lực",
        "the end is before the effect",
    ),
    "end_disagrees": (
        "ngày hết hiệu lực theo danh mục và theo văn bản khác nhau",
        "catalogue and text give different ends",
    ),
    "lower_changes_higher": (
        "đọc thấy văn bản cấp dưới sửa, bãi bỏ văn bản cấp trên; chỉ ghi là viện dẫn",
        "a lower document seemed to change a higher one; kept as a mere reference",
    ),
    "earlier_changes_later": (
        "đọc thấy văn bản ban hành trước sửa, bãi bỏ văn bản ban hành sau; chỉ ghi là viện dẫn",
        "an earlier document seemed to change a later one; kept as a mere reference",
    ),
    "no_number": ("không thấy số, ký hiệu; bỏ qua", "no number was found; left out"),
    "number_form": ("số, ký hiệu viết lạ", "a number of unusual form"),
    "reader_failed": ("không đọc được vì lỗi chương trình", "a reader failed on it"),
    "relation_differs": (
        "quan hệ theo danh mục khác với lời văn",
        "the catalogue's relation differs from the text",
    ),
    "relation_not_in_catalogue": (
        "quan hệ đọc trong lời văn mà danh mục không có",
        "a relation read in the text that the catalogue lacks",
    ),
    "relation_not_in_text": (
        "quan hệ theo danh mục mà lời văn không có",
        "the catalogue's relation is not in the text",
    ),
    "relation_words": ("dòng quan hệ không hiểu được", "a relation row that cannot be read"),
    "same_identity": (
        "cùng số, cơ quan, ngày nhưng là hai văn bản khác nhau; giữ riêng",
        "same number, issuer and date, yet two documents; kept apart",
    ),
    "several_dates": (
        "một số, ký hiệu có nhiều ngày ban hành; giữ riêng",
        "one number with several dates; kept apart",
    ),
    "several_documents": (
        "cùng số, ký hiệu trong một năm hoặc chưa rõ ngày; giữ riêng",
        "one number within a year, or without a date; kept apart",
    ),
    "several_texts": (
        "có nhiều bản toàn văn; dùng bản đủ nhất",
        "several texts; the fullest is used",
    ),
    "status_disagrees": (
        "danh mục ghi còn hiệu lực sau ngày bị bãi bỏ, thay thế",
        "a catalogue says in force after the day of repeal",
    ),
    "status_words": ("tình trạng hiệu lực không hiểu được", "a status that cannot be read"),
    "text_of_another": (
        "lời văn là của văn bản khác; không dùng",
        "the text is of another document; not used",
    ),
    "unreadable": ("tệp không đọc được", "a file that cannot be read"),
    "until_disagrees": (
        "ngày hết hiệu lực ở các nguồn khác nhau",
        "sources give different days of end",
    ),
}
"""In Vietnamese and English."""


def notes_by_code(codes: Mapping[str, int], say: Language) -> list[str]:
    """What a person should look at, a kind a line, the most frequent first."""
    if not codes:
        return []
    lines = [say("Cần người xem lại:", "For a person to look at:")]
    for code, count in sorted(codes.items(), key=lambda one: (-one[1], one[0])):
        lines.append(f"  {count:>7,}  {say(*CODES.get(code, (code, code)))}  [{code}]")
    return lines
