import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import CHECKED, CLEAN, REPORT
from word_samples import finding

from minhphap.intake import Source
from minhphap.reports import Checked, Report, render
from minhphap.reports.excerpts import cells, pointed
from minhphap.structure import Document, Metadata


def test_a_finding_says_where_what_why_basis_and_suggestion():
    text = render(REPORT, "terminal").decode()
    assert "hồ sơ/quyết định.txt:6:37  HT201  ■ phải xử lý  khoản 1 Điều 1\n" in text
    assert "    6 │ 1. Mức thu tại phường Bến Xuân theo khoản 9 Điều 2 Quyết định này.\n" in text
    assert "      │ " + " " * 36 + "^" * 14 + "\n" in text
    assert "        Vì sao: Quy định được dẫn chiếu không tồn tại.\n" in text
    assert "Khoản 1 Điều 63 Nghị định số 78/2025/NĐ-CP (hiệu lực từ 01/4/2025)" in text
    assert "[chưa đối chiếu toàn văn]" in text
    assert "        Nên viết: “12/2026/QĐ-UBND”\n" in text
    assert "        Gợi ý: Kiểm tra lại số.\n" in text
    assert "Điều 2 không chia khoản (8:1)" in text


def test_the_end_says_what_was_and_what_was_not_looked_at():
    text = render(REPORT, "terminal").decode()
    assert "● hồ sơ/quyết định.txt: Chữ do máy nhận dạng từ ảnh.\n" in text
    assert "không chạy HT401, HT402: chưa rõ ngày ban hành\n" in text
    assert "■ hỏng.docx: tệp Word bị hỏng\n" in text
    assert text.endswith(
        "1 văn bản: ■ 1 phải xử lý, ▲ 1 nên xem lại, ● 1 lưu ý; 1 tệp không đọc được.\n"
    )


def test_english():
    text = render(REPORT, "terminal", lang="en").decode()
    assert "HT303  ● note\n" in text
    assert "Blanks in the number." in text
    assert "not run HT401, HT402: the day is not known" in text
    assert "1 document: ■ 1 must be answered" in text


def test_a_clean_draft():
    text = render(CLEAN, "terminal").decode()
    assert text.endswith("1 văn bản: ✓ các quy tắc đã chạy không thấy chỗ nào phải xem.\n")


def test_plain_text_has_no_escape_and_colour_changes_no_word():
    import re

    plain = render(REPORT, "terminal").decode()
    coloured = render(REPORT, "terminal", colour=True).decode()
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_is_wider_than_the_terminal(width):
    long = "Mức thu " * 80 + "sai chỗ này " + "phí trông giữ " * 80
    at = long.index("sai")
    source = Source(long, "a.txt")
    checked = Checked(Document(source, Metadata(), ()), (finding(at, at + 7),))
    text = render(Report((checked,)), "terminal", width=width).decode()
    lines = [line for line in text.splitlines() if "HT201" not in line]
    assert max(map(cells, lines)) <= width
    shown, pointer = (line[8:] for line in text.splitlines()[1:3])
    assert shown[pointer.index("^") : pointer.rindex("^") + 1] == "sai chỗ"


def test_the_pointer_minds_marks_and_wide_letters():
    text = "x\u0323\u0301 漢字 phí"
    line, pointer = pointed(Source(text), text.index("phí"), len(text), 80)
    assert line == text
    assert pointer == " " * 7 + "^^^"


def test_a_span_over_lines_and_an_empty_one():
    source = Source("một hai\nba bốn")
    assert pointed(source, 4, 10, 80) == ("một hai", "    ^^^…")
    assert pointed(source, 14, 14, 80) == ("ba bốn", "      ^")


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200), st.integers(20, 120))
def test_any_excerpt_fits_and_points_inside(text, start, length, width):
    start = min(start, len(text))
    end = min(len(text), start + length)
    line, pointer = pointed(Source(text), start, end, width)
    assert "\n" not in line
    assert cells(line) <= width
    assert len(pointer.rstrip("…")) <= max(1, width)


def test_the_reason_is_given_once_a_rule():
    one = CHECKED.findings[1]
    checked = msgspec.structs.replace(CHECKED, findings=(one, one))
    assert render(Report((checked,)), "terminal").decode().count("Vì sao:") == 1


def test_rules_that_could_look_at_no_document_are_told_of_once():
    other = msgspec.structs.replace(CHECKED, path="khác.txt")
    text = render(Report((CHECKED, other)), "terminal", width=90).decode()
    assert text.count("không chạy") == 1
    assert "● 2 văn bản: không chạy HT401, HT402: chưa rõ ngày ban hành" in text
