"""What the parser saw and could not fully place, or placed by a guess worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minhphap.structure.containers import is_container
from minhphap.structure.context import OPENING, Context
from minhphap.structure.document import Diagnostic, Document, Provision
from minhphap.structure.lines import STRONG
from minhphap.structure.node import CONTAINERS

_WORDS = {
    "article": ("Điều", "article"),
    "clause": ("khoản", "clause"),
    "point": ("điểm", "point"),
}
_NUMBERED = frozenset(("article", "clause", "point"))
_WHOLE = frozenset(("preamble", "basis", "recipients", "signature", "appendix", "attached"))


def diagnose(context: Context, document: Document) -> tuple[Diagnostic, ...]:
    """The diagnostics of a parsed text, in order of the text."""
    found = [
        *_of_the_whole(context, document.provisions),
        *_of_quotations(context),
        *_of_provisions(context, document),
        *_of_numbers(context, document),
    ]
    found.sort(key=lambda one: (one.start, one.end))
    return tuple(found)


def _of_the_whole(context: Context, provisions: Sequence[Provision]) -> Iterator[Diagnostic]:
    text = context.text
    if text.strip() and all(one.type in _WHOLE and not one.children for one in provisions):
        yield Diagnostic(
            "no-provisions",
            0,
            len(text),
            "Không thấy chương, điều, khoản nào; nội dung được giữ nguyên như văn bản thường.",
            "No chapter, article or clause was found; the content is kept as plain text.",
        )
    if any(context.joined):
        first = context.joined.index(True)
        yield Diagnostic(
            "wrapped-lines",
            *context.lines[first],
            "Văn bản ngắt dòng theo bề rộng trang; các dòng bị ngắt đã được đọc liền nhau.",
            "The text is broken into lines of one width; broken lines were read as one paragraph.",
        )


def _of_quotations(context: Context) -> Iterator[Diagnostic]:
    for quotation in context.quotations:
        if context.text[quotation.open] not in OPENING:
            yield Diagnostic(
                "unopened-quotation",
                quotation.start,
                quotation.start,
                "Phần nội dung mới thiếu dấu mở ngoặc kép; đã lấy từ đây theo câu dẫn.",
                "The new text lacks its opening quotation mark; it was taken from here on.",
            )
        if not quotation.closed:
            yield Diagnostic(
                "unclosed-quotation",
                quotation.end,
                quotation.end,
                "Phần nội dung mới thiếu dấu đóng ngoặc kép; đã coi là hết ở đây.",
                "The new text lacks its closing quotation mark; it was taken to end here.",
            )


def _of_provisions(context: Context, document: Document) -> Iterator[Diagnostic]:
    starts = set(context.starts)
    bodies = {marker.body for marker in context.marks if marker}
    opened = {quotation.start for quotation in context.quotations}
    for one in document.walk():
        kind = one.type.removeprefix("quoted_")
        if kind not in _NUMBERED:
            continue
        word, word_en = _WORDS[kind]
        if "~" in one.eid.rpartition("__")[2]:
            yield Diagnostic(
                "repeated-number",
                one.start,
                min(one.end, one.start + len(one.num or "") + 5),
                f"Số “{one.num}” của {word} đã có trước đó ở cùng cấp.",
                f"The number “{one.num}” of this {word_en} stands before at the same level.",
            )
        if one.start not in starts and one.start not in opened and one.start not in bodies:
            yield Diagnostic(
                "run-on",
                one.start,
                min(one.end, one.start + len(one.num or "") + 5),
                f"{word.capitalize()} {one.num} bắt đầu ở giữa dòng; đã tách riêng.",
                f"{word_en.capitalize()} {one.num} begins in mid-line; it was set apart.",
            )


def _of_numbers(context: Context, document: Document) -> Iterator[Diagnostic]:
    """Lines that begin like an article or a container and opened none."""
    opened = {one.start for one in document.walk()}
    closed = [
        (one.start, one.end) for one in document.walk() if one.type in ("appendix", "signature")
    ]
    at = 0
    for marker in context.marks:
        if marker is None or marker.trust != STRONG or marker.start in opened:
            continue
        while at < len(closed) and closed[at][1] <= marker.start:
            at += 1
        if at < len(closed) and closed[at][0] <= marker.start:
            continue
        if marker.kind == "article" or (
            marker.kind in CONTAINERS and is_container(context, marker)
        ):
            yield Diagnostic(
                "unplaced-number",
                marker.start,
                marker.body,
                "Dòng bắt đầu như một đơn vị mới nhưng không nối tiếp số trước; giữ như lời văn.",
                "The line begins like a new unit but follows no number; it is kept as text.",
            )
