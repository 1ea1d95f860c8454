"""What the reader of a Word file must know about it."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.intake.docx.package import Package
from minhphap.intake.docx.state import State
from minhphap.intake.notices import hidden_characters, legacy_font, macros
from minhphap.intake.source import Notice


def notices_of(package: Package, main: str, state: State) -> Iterator[Notice]:
    """Macros, parts left out, hidden text, old fonts, hidden characters."""
    if any("vbaproject" in name.lower() for name in package.names):
        yield macros()
    if package.related(main, "aFChunk") or package.related(main, "subDocument"):
        yield Notice(
            "inserted-file",
            "Tệp Word có chèn nguyên một tệp khác (altChunk), phần đó chưa đọc được; hãy mở bằng"
            " Word và lưu lại để nội dung được gộp vào.",
            "The Word file holds another file as a whole (altChunk), which was not read; open it in"
            " Word and save it, so that the content becomes part of the text.",
        )
    hidden = [one for one in state.removed if one.kind == "hidden"]
    if hidden:
        yield Notice(
            "hidden-text",
            f"Có {len(hidden)} đoạn chữ ẩn trong tệp Word; không tính vào văn bản. Hãy bật hiện chữ"
            " ẩn trong Word để xem.",
            f"{len(hidden)} runs of hidden text were left out; show hidden text in Word to see"
            " them.",
            hidden[0].at,
            hidden[0].at,
        )
    if state.gather.legacy_runs:
        yield legacy_font()
    if count := state.gather.hidden_characters:
        yield hidden_characters(count)
