"""What a reader must know about how the text of a PDF or picture was come by."""

from __future__ import annotations

from collections.abc import Sequence

from minhphap.intake.errors import Unreadable
from minhphap.intake.source import Notice


def recognised(pages: Sequence[int], confidence: float) -> Notice:
    """Text that a machine read from pictures."""
    share = f"{100 * confidence:.0f}"
    return Notice(
        "recognised",
        f"Văn bản ở {_vi(pages)} do máy nhận dạng từ ảnh (độ tin cậy trung bình {share} %); "
        "hãy đối chiếu với bản gốc.",
        f"The text of {_en(pages)} was recognised from pictures (mean confidence {share} %); "
        "compare it with the original.",
    )


def hidden_layer(pages: Sequence[int]) -> Notice:
    """A scan that came with a text layer."""
    return Notice(
        "scan-with-text-layer",
        f"Ở {_vi(pages)}, chữ lấy từ lớp nhận dạng có sẵn phía sau ảnh quét, có thể còn sai chính "
        "tả; hãy đối chiếu với bản gốc.",
        f"On {_en(pages)} the text comes from a recognised layer behind the scan and may be wrong; "
        "compare it with the original.",
    )


def bad_layer(pages: Sequence[int]) -> Notice:
    """A scan whose text layer is not Vietnamese."""
    return Notice(
        "bad-text-layer",
        f"Ở {_vi(pages)}, lớp chữ phía sau ảnh quét bị mất dấu hoặc vỡ chữ; hãy cài phần nhận dạng "
        "chữ (minhphap[ocr]) để đọc lại từ ảnh.",
        f"On {_en(pages)} the text layer behind the scan has lost its marks or its words; install "
        "the recognition extra (minhphap[ocr]) to read the picture instead.",
    )


def unread_pages(pages: Sequence[int], missing: Unreadable) -> Notice:
    """Pages that are pictures and were left out."""
    return Notice(
        "pages-not-read",
        f"Chưa đọc được phần chữ nằm trong ảnh ở {_vi(pages)}. {missing.message}",
        f"The text inside pictures on {_en(pages)} was not read. {missing.message_en}",
    )


def broken_pages(pages: Sequence[int]) -> Notice:
    """Pages that are damaged."""
    return Notice(
        "broken-pages",
        f"Phần dữ liệu của {_vi(pages)} bị hỏng nên không đọc được; hãy lấy lại bản gốc.",
        f"The data of {_en(pages)} are damaged and were not read; get the original again.",
    )


def legacy_font(pages: Sequence[int]) -> Notice:
    """Text written with fonts from before Unicode."""
    return Notice(
        "legacy-encoding",
        f"Chữ ở {_vi(pages)} dùng phông chữ cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode.",
        f"The text of {_en(pages)} uses fonts from before Unicode and was converted.",
    )


def _vi(pages: Sequence[int]) -> str:
    return f"trang {_ranges(pages)}"


def _en(pages: Sequence[int]) -> str:
    return f"page{'s' if len(pages) > 1 else ''} {_ranges(pages)}"


def _ranges(pages: Sequence[int]) -> str:
    """[1, 2, 3, 7] as "1-3, 7"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
