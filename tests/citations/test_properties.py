"""What holds for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhphap.citations import Context, Work, cite, cite_passage
from minhphap.structure import parse_text

PIECES = [
    "Điều ", "điều ", "khoản ", "điểm ", "các ", "từ ", "đến ", "này", " này", "a", "b, c", "đ",
    "1", "2", " 5a", "I", "Chương ", "Mục ", "Phụ lục ", "Mẫu số ", "tên ", "tiết ", ", ", "; ",
    " và ", " của ", " tại ", " số ", "12/2031/NĐ-CP", "14-CT/TW", "Nghị định ", "Luật ",
    "Luật Đất đai", "Quyết định ", "Quy chế ", "năm 2024", " ngày 5/6/2031", " của Chính phủ",
    " ban hành kèm theo ", "(", ")", "“", "”", "\n", ". ", "Căn cứ ", "Bãi bỏ ",
    "sửa đổi, bổ sung ", " được sửa đổi bởi ", "sau đây gọi là ", "Hiến pháp", " đến hết ", "-",
    "/", "ð", "İ", "\xa0", "́", "[3]", "|",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
CONTEXTS = st.builds(
    Context,
    kind=st.sampled_from([None, "law", "decree", "decision", "consolidated"]),
    where=st.sampled_from([None, "preamble", "body", "amending", "attached", "appendix"]),
    eid=st.sampled_from([None, "art_5", "art_5__para_2", "art_5__para_2__point_a"]),
    container=st.sampled_from([None, "chp_4__sec_2"]),
    work=st.sampled_from([None, Work(kind="decree", number="1/2030/NĐ-CP")]),
    lead_role=st.sampled_from([None, "repeals"]),
    quoted=st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, CONTEXTS)
def test_any_passage(text: str, context: Context) -> None:
    at = 0
    for citation in cite_passage(text, context):
        assert at <= citation.start < citation.end <= len(text)
        at = citation.end
        assert bool(citation.targets) != bool(citation.reason)
        for target in citation.targets:
            assert citation.start <= target.start < target.end <= citation.end
            work = target.work
            assert work.this or work.attached or work.number or work.title or work.kind


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_document(text: str) -> None:
    document = parse_text(f"QUYẾT ĐỊNH\nĐiều 1. Hỗ trợ\n1. {text}\nĐiều 2. Thi hành\n{text}")
    words = document.source.text
    at = 0
    for citation in cite(document):
        assert at <= citation.start < citation.end <= len(words)
        at = citation.end
        for target in citation.targets:
            assert target.resolved is None or target.resolved in document.by_eid


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_is_pure(text: str) -> None:
    assert cite_passage(text) == cite_passage(text)


UNITS = [
    "Theo điểm a khoản 2 Điều 5 Luật Giá; quy định của (các khoản 1, 2, các khoản 1, 2, ",
    "điểm a khoản 1 Điều 2, ", "khoản 1, ", "Điều này ", "Phụ lục I, ", "theo Mẫu số 1 Tờ khai ",
    "“khoản 2 Điều 3 ", "bãi bỏ Điều 3; ", "từ Điều 1 đến ", "(sau đây gọi là Luật Giá) ",
    "Thông tư số 13/2031/TT-BTC, Thông tư số 13 ", "Nghị định này và ", "Mẫu số 1 Tờ khai\n",
    "Điều 5 Nghị định số 3/2031/NĐ-CP quy định: “", "Công ty A và B, tại ", "số 12/TTr-STC, ",
    "[1] Khoản này được sửa đổi bởi Luật Giá\n", "“", "| Điều 5 ", "Luật sửa đổi, bổ sung ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            cite_passage(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(unit * 4000) < 30 * max(seconds(unit * 400), 0.002)


def test_time_grows_with_the_names_of_a_document() -> None:
    def seconds(size: int) -> float:
        text = "".join(
            f"Nghị định số {n}/2031/NĐ-CP (sau đây gọi là Nghị định về việc {n}); theo Điều 5 Nghị"
            f" định về việc {n // 2} và Thông tư số {n}.\n"
            for n in range(size)
        )
        start = time.process_time()
        cite_passage(text)
        return time.process_time() - start

    assert seconds(3000) < 30 * max(seconds(300), 0.01)
