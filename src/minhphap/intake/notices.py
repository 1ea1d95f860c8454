"""What readers of several formats have to say about a file."""

from __future__ import annotations

from minhphap.intake.source import Notice


def macros() -> Notice:
    """Programs that came along in the file."""
    return Notice(
        "macro",
        "Tệp có macro; chương trình chỉ đọc chữ, không chạy và không giữ macro.",
        "The file carries macros; only its text was read, they were neither run nor kept.",
    )


def legacy_font() -> Notice:
    """Text in fonts from before Unicode."""
    return Notice(
        "legacy-encoding",
        "Một phần chữ dùng phông TCVN3 hoặc VNI cũ; đã chuyển sang Unicode khi đọc.",
        "Some text is set in TCVN3 or VNI fonts; it was converted to Unicode.",
    )


def hidden_characters(count: int) -> Notice:
    """Characters that are not seen."""
    return Notice(
        "hidden-characters",
        f"Có {count} chỗ chứa ký tự ẩn (dấu cách không độ rộng, gạch nối mềm, dấu đổi chiều chữ…);"
        " đã bỏ khi đọc.",
        f"{count} places held hidden characters (zero-width, soft hyphen, direction marks); they"
        " were left out.",
    )
