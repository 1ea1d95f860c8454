"""Whatever the text: no exception, nothing lost, the tree in order."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.structure.drafts import BODY, HEAD, REGULATION, WHOLE

from minhphap.structure import Document, export, load, parse_text

PIECES = (
    "Điều 1. ", "Điều 2.", "Điều 5a. ", "1. ", "2. ", "2a. ", "a) ", "b) ", "đ) ", "a. ", "1- ",
    "1.1. ", "“", "”", "”.", "\n", "\n\n", " ", "Chương II\n", "CHƯƠNG III", "Mục 1. ",
    "Phần thứ hai", "Phụ lục I\n", "Mẫu số 01\n", "Nơi nhận:\n", "TM. ỦY BAN NHÂN DÂN\n",
    "khoản 2 Điều này",
    "như sau:\n", "Sửa đổi khoản 2 Điều 5 ", "(Ban hành kèm theo Quyết định)", "QUY ĐỊNH\n",
    "QUYẾT ĐỊNH:", "Căn cứ Luật Giá;", " | ", "STT\n", "Số: 12/2026/QĐ-UBND",
    "Sơn Hà, ngày 12 tháng 5 năm 2026",
    "mức hỗ trợ", "I. ", "- ", "\t", "\u00a0", "\u0301", "\x00", "\ufeff", "\r", "\u2028", "…",
    "[1]",
)  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=80),
)


def faults(document: Document) -> list[str]:
    """What is wrong with a tree."""
    text = document.source.text
    wrong = []
    if "".join(text[leaf.start : leaf.end] for leaf in document.leaves) != text:
        wrong.append("the leaves do not give the text back")
    wrong += [
        f"{leaf.start}:{leaf.end} belongs to no provision"
        for leaf in document.leaves
        if leaf.eid is None and text[leaf.start : leaf.end].strip()
    ]
    edge = 0
    for root in document.provisions:
        if root.start < edge:
            wrong.append(f"{root.eid} overlaps the root before it")
        edge = root.end
    for one in document.walk():
        if not 0 <= one.start <= one.end <= len(text):
            wrong.append(f"{one.eid} stands outside the text")
        edge = one.start
        for child in one.children:
            if child.start < edge or child.end > one.end:
                wrong.append(f"{child.eid} is out of order in {one.eid}")
            edge = child.end
    names = [one.eid for one in document.walk()]
    if len(names) != len(set(names)):
        wrong.append("two provisions have one name")
    spans = [document.meta.number_span, document.meta.date_span, document.meta.title_span]
    spans += [cell for table in document.tables for row in table.rows for cell in row]
    spans += [(one.start, one.end) for one in (*document.tables, *document.diagnostics)]
    wrong += [f"{s} outside" for s in spans if s and not 0 <= s[0] <= s[1] <= len(text)]
    return wrong


@given(texts)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text: str) -> None:
    assert faults(parse_text(text)) == []


@given(st.integers(0, 2**32), st.integers(1, 6))
@settings(max_examples=300, deadline=None)
def test_damaged_drafts(seed: int, blows: int) -> None:
    dice = random.Random(seed)
    text = WHOLE + REGULATION
    for _ in range(blows):
        a, b = sorted(dice.randrange(len(text)) for _ in range(2))
        b = min(b, a + 200)
        text = dice.choice(
            (
                text[:a] + text[b:],
                text[:b] + text[a:],
                text[:a] + dice.choice(PIECES) + text[a:],
                text[:a] + text[a:b].replace("\n", " ") + text[b:],
                text[:a] + text[a:b].upper() + text[b:],
            )
        )
    assert faults(parse_text(text)) == []


@given(texts)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parsed_documents_survive_every_format(text: str) -> None:
    document = parse_text(HEAD + BODY + text)
    for name in ("akn", "json", "md"):
        written = export(document, name)
        back = load(written, name)
        assert back.provisions == document.provisions
        assert back.meta == document.meta
        assert export(back, name) == written
