"""A second run keeps every answer: with more letters, a new draft, a file filled in by hand."""

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letter_samples import DRAFT, draft, head_of, letter, read_all
from openpyxl import load_workbook

from minhphap.crowd.letters import (
    Collection,
    collect,
    paper,
    read_previous,
    relative_link,
    tabulate,
    workbook,
)
from minhphap.crowd.letters.reading import Desk
from minhphap.intake import Source, Unreadable
from minhphap.structure import parse_text

BODY = (
    "1. Khoản 1 Điều 2: đề nghị nâng lên 06 buổi.",
    "2. Khoản 1 Điều 3: đề nghị cho mượn 05 cuốn; bổ sung quy định mượn sách nói.",
    "3. Khoản 2 Điều 3: đề nghị bồi thường bằng giá bìa.",
    "4. Đề nghị bỏ Điều 5.",
    "5. Mục 9 chưa rõ, đề nghị xem lại.",
    "6. Dự thảo còn chung chung.",
)
LINK = relative_link("thu")


def rows_of(sheet):
    """The header's columns by heading, and the numbers of the rows with a passage."""
    for cells in sheet.iter_rows():
        if cells[0].value == "TT":
            head = {cell.value: cell.column for cell in cells if cell.value}
            at = cells[0].row
            break
    rows = [r for r in range(at + 1, sheet.max_row + 1) if sheet.cell(r, 1).value]
    return head, rows, at


def fill_xlsx(data, answers):
    """Write answers into the workbook, in order of its rows; None leaves a cell as it is."""
    book = load_workbook(io.BytesIO(data))
    sheet = book["Tổng hợp"]
    head, rows, _ = rows_of(sheet)
    for row, answer in zip(rows, answers, strict=False):
        if answer is not None:
            cell = sheet.cell(row, head["NỘI DUNG TIẾP THU, GIẢI TRÌNH"])
            cell.value, cell.data_type = answer, "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def fill_docx(data, answers):
    """The same in the Word table."""
    document = docx.Document(io.BytesIO(data))
    table = next(t for t in document.tables if "NỘI DUNG GÓP Ý" in t.rows[0]._tr.xml)
    rows = [row for row in table.rows[1:] if len(row._tr.tc_lst) == 4]
    for row, answer in zip(rows, answers, strict=False):
        if answer is not None:
            row.cells[3].text = answer
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def answers_in(table):
    """Everything people wrote, wherever it is now."""
    return sorted(
        [row.answer for row in table.rows if row.answer] + [one.answer for one in table.kept]
    )


def again(folder, data, name, **more):
    """The table of a second run."""
    path = folder / name
    path.write_bytes(data)
    return read_previous(path)


FORMS = {"t.xlsx": (workbook, fill_xlsx), "t.docx": (paper, fill_docx)}


@pytest.mark.parametrize("name", FORMS)
def test_answers_stay_with_their_passages_when_letters_are_added(tmp_path, name):
    write, fill = FORMS[name]
    letters = tmp_path / "thu"
    first = tabulate(read_all(letters, {"b.txt": letter(*BODY)}))
    answers = [f"Tiếp thu ý {n}." for n in range(len(first.rows))]
    told = dict(zip((row.text for row in first.rows), answers, strict=True))
    written = again(tmp_path, fill(write(first, LINK), answers), name)
    more = letter("Khoản 1 Điều 2: đề nghị giảm còn 04 buổi.", head=head_of("Sở Nội vụ", "9/SNV"))
    second = tabulate(read_all(letters, {"a.txt": more}), previous=written)
    assert len(second.rows) == len(first.rows) + 1
    assert {row.text: row.answer for row in second.rows if row.answer} == told
    assert second.kept == ()


@pytest.mark.parametrize("name", FORMS)
def test_a_new_draft_moves_the_rows_to_the_new_place(tmp_path, name):
    write, fill = FORMS[name]
    letters = tmp_path / "thu"
    first = tabulate(read_all(letters, {"b.txt": letter(*BODY)}))
    written = again(tmp_path, fill(write(first, LINK), ["Đã sửa."] * len(first.rows)), name)
    newer = DRAFT
    for number in (5, 4, 3):
        newer = newer.replace(f"\nĐiều {number}. ", f"\nĐiều {number + 1}. ")
    newer = newer.replace("\nĐiều 4. Chánh", "\nĐiều 3. Chánh")
    newer = newer.replace(
        "\nĐiều 4. Mượn sách", "\nĐiều 3. Thẻ bạn đọc\nThẻ bạn đọc cấp miễn phí.\nĐiều 4. Mượn sách"
    )
    target = parse_text(newer)
    assert "att_1__art_6" in target.by_eid
    second = tabulate(collect(letters, target, earlier=draft()), previous=written)
    place = {row.text: (row.label, row.answer) for row in second.rows}
    assert place["Khoản 2 Điều 3: đề nghị bồi thường bằng giá bìa."] == (
        "Khoản 2 Điều 4",
        "Đã sửa.",
    )
    assert place["Đề nghị bỏ Điều 5."] == ("Điều 6", "Đã sửa.")
    assert place["Khoản 1 Điều 2: đề nghị nâng lên 06 buổi."] == ("Khoản 1 Điều 2", "Đã sửa.")
    assert any("nay là Điều 6" in row.remark for row in second.rows)


def test_a_provision_that_is_gone_is_said(tmp_path):
    letters = tmp_path / "thu"
    first = tabulate(read_all(letters, {"b.txt": letter("Đề nghị bỏ Điều 5.")}))
    written = again(tmp_path, fill_xlsx(workbook(first, LINK), ["Đã bỏ."]), "t.xlsx")
    target = parse_text(DRAFT[: DRAFT.index("Điều 5. Thủ thư")])
    (row,) = tabulate(collect(letters, target), previous=written).rows
    assert row.answer == "Đã bỏ."
    assert "nội dung này không còn" in row.remark


def test_a_clause_that_a_person_has_set_right_stays_so(tmp_path):
    letters = tmp_path / "thu"
    collection = read_all(letters, {"b.txt": letter(*BODY)})
    data = workbook(tabulate(collection), LINK)
    book = load_workbook(io.BytesIO(data))
    head, rows, _ = rows_of(book["Tổng hợp"])
    (row,) = [r for r in rows if "Mục 9" in book["Tổng hợp"].cell(r, head["NỘI DUNG GÓP Ý"]).value]
    book["Tổng hợp"].cell(row, head["NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN"]).value = "khoản 2 Điều 4"
    buffer = io.BytesIO()
    book.save(buffer)
    for _ in range(2):  # and the time after that
        written = again(tmp_path, buffer.getvalue(), "t.xlsx")
        second = tabulate(collection, previous=written)
        (moved,) = [one for one in second.rows if "Mục 9" in one.text]
        assert moved.clause == "att_1__art_4__para_2"
        buffer = io.BytesIO(workbook(second, LINK))


def test_columns_of_ones_own_are_kept(tmp_path):
    collection = read_all(tmp_path / "thu", {"b.txt": letter(*BODY)})
    book = load_workbook(io.BytesIO(workbook(tabulate(collection), LINK)))
    sheet = book["Tổng hợp"]
    _, rows, at = rows_of(sheet)
    column = sheet.max_column + 1
    sheet.cell(at, column).value = "Người xử lý"
    sheet.cell(rows[1], column).value = "Hà"
    buffer = io.BytesIO()
    book.save(buffer)
    second = tabulate(collection, previous=again(tmp_path, buffer.getvalue(), "t.xlsx"))
    assert [row.extra for row in second.rows if row.extra] == [(("Người xử lý", "Hà"),)]
    third = again(tmp_path, workbook(second, LINK), "t2.xlsx")
    assert tabulate(collection, previous=third).rows == second.rows


def test_an_answer_whose_letter_is_gone_is_kept_and_found_again(tmp_path):
    letters = tmp_path / "thu"
    collection = read_all(letters, {"b.txt": letter(*BODY)})
    first = tabulate(collection)
    answers = ["Tiếp thu."] + [None] * (len(first.rows) - 1)
    written = again(tmp_path, fill_xlsx(workbook(first, LINK), answers), "t.xlsx")
    none = tabulate(Collection(collection.draft, ()), previous=written)
    assert [(one.answer, one.label.split("\n")[0]) for one in none.kept] == [
        ("Tiếp thu.", first.rows[0].label)
    ]
    for name, write in (("k.xlsx", workbook), ("k.docx", paper)):
        kept = again(tmp_path, write(none, LINK), name)
        back = tabulate(collection, previous=kept)
        assert answers_in(back) == ["Tiếp thu."]
        assert back.kept == ()


def test_two_tables_with_other_answers_lose_neither(tmp_path):
    collection = read_all(tmp_path / "thu", {"b.txt": letter("Đề nghị bỏ Điều 5.")})
    first = tabulate(collection)
    one = again(tmp_path, fill_xlsx(workbook(first, LINK), ["Tiếp thu."]), "t.xlsx")
    other = again(tmp_path, fill_docx(paper(first, LINK), ["Không tiếp thu."]), "t.docx")
    both = type(one)(one.rows + other.rows, one.draft)
    second = tabulate(collection, previous=both)
    assert answers_in(second) == ["Không tiếp thu.", "Tiếp thu."]
    same = type(one)(one.rows + one.rows, one.draft)
    assert answers_in(tabulate(collection, previous=same)) == ["Tiếp thu."]


def test_a_row_added_by_hand_is_kept(tmp_path):
    collection = read_all(tmp_path / "thu", {"b.txt": letter("Đề nghị bỏ Điều 5.")})
    book = load_workbook(io.BytesIO(workbook(tabulate(collection), LINK)))
    sheet = book["Tổng hợp"]
    head, rows, _ = rows_of(sheet)
    at = rows[-1] + 1
    sheet.cell(at, head["CHỦ THỂ GÓP Ý"]).value = "Sở Y tế (điện thoại)"
    sheet.cell(at, head["NỘI DUNG GÓP Ý"]).value = "Đề nghị thêm tủ thuốc."
    sheet.cell(at, head["NỘI DUNG TIẾP THU, GIẢI TRÌNH"]).value = "Ghi nhận."
    buffer = io.BytesIO()
    book.save(buffer)
    second = tabulate(collection, previous=again(tmp_path, buffer.getvalue(), "t.xlsx"))
    assert [(k.sender, k.text, k.answer) for k in second.kept] == [
        ("Sở Y tế (điện thoại)", "Đề nghị thêm tủ thuốc.", "Ghi nhận.")
    ]


def test_a_file_that_is_no_table_is_refused(tmp_path):
    path = tmp_path / "x.docx"
    docx.Document().save(str(path))
    with pytest.raises(Unreadable, match="Không thấy bảng tổng hợp"):
        read_previous(path)
    path.write_bytes(b"nothing")
    with pytest.raises(Unreadable, match="Không mở được"):
        read_previous(path)


DESK = Desk(draft())
ITEMS = [
    "Khoản 1 Điều 2: đề nghị nâng lên 06 buổi.",
    "Khoản 1 Điều 3: đề nghị cho mượn 05 cuốn; bổ sung quy định mượn sách nói.",
    "Đề nghị bỏ Điều 5.",
    "Nhất trí với khoản 2 Điều 4, nhưng đề nghị công khai hằng quý.",
    "Mục 9 chưa rõ, đề nghị xem lại.",
    "Dự thảo còn chung chung.",
    "Đề nghị bỏ Điều 5.",
]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=40,
)
ANSWER = st.one_of(st.none(), WORDS, st.just("=1+1"), st.just("Tiếp thu.\nSửa tại Điều 4."))


def read_now(bodies):
    """A collection of letters with these bodies."""
    found = []
    for number, body in enumerate(bodies):
        text = letter(*body, head=head_of(f"Sở Thứ {number}", f"{number + 1}/CV"))
        found += DESK.letters(Source(text), f"thu-{number}.txt")
    from minhphap.crowd.letters.asked import Asked
    from minhphap.crowd.letters.collect import _named

    return Collection(draft(), tuple(_named(one, Asked(())) for one in found))


@given(
    st.lists(st.lists(st.sampled_from(ITEMS), max_size=4), min_size=1, max_size=3),
    st.lists(st.lists(st.sampled_from(ITEMS), max_size=3), max_size=2),
    st.lists(ANSWER, max_size=12),
    st.sampled_from(sorted(FORMS)),
    st.booleans(),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_written_nothing_is_lost(tmp_path, bodies, more, answers, name, without_first):
    write, fill = FORMS[name]
    first = tabulate(read_now(bodies))
    if not first.rows:
        return
    written = [a for a in answers[: len(first.rows)] if a is not None]
    filled = fill(write(first, LINK), answers)
    previous = again(tmp_path, filled, name)
    later = bodies[1:] if without_first else bodies
    second = tabulate(read_now(later + more), previous=previous)
    wanted = sorted(" ".join(a.split()) for a in written)
    assert sorted(" ".join(a.split()) for a in answers_in(second)) == wanted
    third = tabulate(read_now(later + more), previous=again(tmp_path, write(second, LINK), name))
    assert answers_in(third) == answers_in(second)
    assert {r.id: r.answer for r in third.rows} == {r.id: r.answer for r in second.rows}
