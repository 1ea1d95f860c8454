"""Lines on pages put back into a text: paragraphs, columns, furniture, tables, footnotes."""

from __future__ import annotations

import textwrap

import pytest
from intake_docx import lines

from minhphap.intake import Source, Unreadable
from minhphap.intake.page import Font, Page, Row, Rule, Word, build_source
from minhphap.intake.page.signs import ends_sentence, goes_on, hangs, has_marker, opens_part

LETTER, SPACE, LEADING, SIZE = 6.0, 3.0, 18.0, 12.0
LEFT, WIDTH = 80.0, 75
"""Points from the left, and letters in a full line."""
RIGHT = LEFT + WIDTH * LETTER
LONG = (
    "Tổ chức, cá nhân quản lý bến thuyền niêm yết giá vé, số chỗ và giờ chạy ở nơi dễ thấy; bảo đảm"
    " mỗi hành khách có một áo phao vừa cỡ; nghỉ bến khi gió mạnh từ cấp 6 trở lên theo thông báo"
    " của đài khí tượng."
)


def line(text: str, y: float, x: float = LEFT, size: float = SIZE, bold: bool = False) -> Row:
    words, at = [], x
    font = Font("Times", bold)
    for word in text.split(" "):
        wide = LETTER * size / SIZE * len(word)
        words.append(Word(word, at, at + wide, font))
        at += wide + SPACE
    return Row(words, y - size, y + 3, y, size)


def centred(text: str, y: float, bold: bool = True, middle: float = LEFT + WIDTH * 3) -> Row:
    return line(text, y, middle - LETTER * len(text) / 2, bold=bold)


def paragraph(text: str, y: float, indent: float = 36) -> list[Row]:
    """A justified paragraph with an indented first line."""
    cut = int(indent / LETTER)
    parts = textwrap.wrap("x" * cut + text, WIDTH, break_on_hyphens=False)
    parts[0] = parts[0][cut:]
    rows = [line(part, y + LEADING * at) for at, part in enumerate(parts)]
    rows[0] = line(parts[0], y, LEFT + indent)
    for row in rows[:-1]:
        justify(row)
    return rows


def justify(row: Row) -> None:
    """Set a line flush right by wider spaces, as a word processor does."""
    wider = (RIGHT - row.x1) / max(1, len(row.words) - 1)
    for number, word in enumerate(row.words):
        word.x0 += wider * number
        word.x1 += wider * number


def body(*texts: str, y: float = 100) -> list[Row]:
    """Paragraphs one below the other."""
    rows: list[Row] = []
    for text in texts:
        rows += paragraph(text, y)
        y = rows[-1].base + LEADING
    return rows


def build(*pages: list[Row], **more: list[Rule]) -> Source:
    made = [
        Page(number, 595.0, 842.0, sorted(rows, key=lambda row: row.base), **more)
        for number, rows in enumerate(pages, 1)
    ]
    return build_source(made, "a.pdf", "pdf", b"")


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    texts = [f"{number}. {LONG}" for number in range(1, 5)]
    assert lines(build(body(*texts))) == texts


def test_a_paragraph_goes_on_over_the_page() -> None:
    texts = [f"{number}. {LONG}" for number in range(1, 10)]
    rows = body(*texts, y=90)
    first, rest = rows[:-6], rows[-6:]
    second = [line(row.text, 90 + LEADING * at, row.x0) for at, row in enumerate(rest)]
    for row, old in zip(second, rest, strict=True):
        if old.x1 > RIGHT - 1:
            justify(row)
    assert lines(build(first, second)) == texts


def test_a_wrapped_number_of_an_article_opens_nothing() -> None:
    rows = body(f"1. {LONG}", f"2. {LONG}")
    end = rows[-1].base + LEADING
    broken = line("3. Thay thế cụm từ “tỉnh, thành phố” tại khoản 2 Điều", end, LEFT + 36)
    justify(broken)
    rows += [broken, line("14. và tại Điều 15.", end + LEADING)]
    assert lines(build(rows))[-1].endswith("khoản 2 Điều 14. và tại Điều 15.")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Nghị quyết số 12/2026/NQ-", "HĐND của Hội đồng", "NQ-HĐND"),
        ("theo Thông tư số 5/", "2026/TT-BTC", "5/2026"),
        ("cơ quan của Phá-", "p luật", "Phá-p"),
        ("bằng phương tiện in-", "ternet", "internet"),
        ("chính quyền -", "nhân dân", "- nhân"),
    ],
)
def test_what_stands_between_two_lines(before: str, after: str, joined: str) -> None:
    rows = body(f"1. {LONG}", f"2. {LONG}")
    end = rows[-1].base + LEADING
    start = line(before, end, LEFT + 36)
    justify(start)
    rows += [start, line(after, end + LEADING)]
    assert joined in lines(build(rows))[-1]


def head(y: float = 80) -> list[Row]:
    """Issuer and number beside the motto, place and date."""
    left, right = LEFT + 80, LEFT + 330
    return [
        centred("ỦY BAN NHÂN DÂN", y, middle=left),
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y, middle=right),
        centred("XÃ ĐỒNG BẰNG", y + LEADING, middle=left),
        centred("Độc lập - Tự do - Hạnh phúc", y + LEADING, middle=right),
        centred("---------------", y + 2 * LEADING, False, right),
        centred("Số: 07/QĐ-UBND", y + 3 * LEADING, False, left),
        centred("Đồng Bằng, ngày 03 tháng 8 năm 2026", y + 3 * LEADING, False, right),
    ]


def together(rows: list[Row]) -> list[Row]:
    """Rows on one baseline as one row, as a page gives them."""
    found: dict[float, Row] = {}
    for row in rows:
        other = found.get(row.base)
        if other is None:
            found[row.base] = row
        else:
            other.words = sorted([*other.words, *row.words], key=lambda word: word.x0)
    return list(found.values())


def test_a_head_of_two_columns_is_read_one_after_the_other() -> None:
    rows = [*together(head()), centred("QUYẾT ĐỊNH", 190), *body(f"1. {LONG}", y=220)]
    assert lines(build(rows))[:8] == [
        "ỦY BAN NHÂN DÂN", "XÃ ĐỒNG BẰNG", "Số: 07/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "---------------", "Đồng Bằng, ngày 03 tháng 8 năm 2026",
        "QUYẾT ĐỊNH",
    ]  # fmt: skip


def test_recipients_stand_beside_the_signature() -> None:
    rows = body(f"1. {LONG}", f"2. {LONG}")
    y = rows[-1].base + 2 * LEADING
    sign = [
        line("Nơi nhận:", y), line("- Chính phủ; Bộ Tư pháp;", y + LEADING, size=11),
        line("Bộ Tài chính;", y + 2 * LEADING, size=11),
        line("- Lưu: VT.", y + 3 * LEADING, size=11),
        centred("TM. ỦY BAN NHÂN DÂN", y, middle=430), centred("CHỦ TỊCH", y + LEADING, middle=430),
        centred("Lê Văn An", y + 4 * LEADING, middle=430),
    ]  # fmt: skip
    assert lines(build([*rows, *together(sign)]))[2:] == [
        "Nơi nhận:", "- Chính phủ; Bộ Tư pháp; Bộ Tài chính;", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An",
    ]  # fmt: skip


def test_titles_on_two_lines() -> None:
    rows = [
        centred("QUYẾT ĐỊNH", 80),
        centred("Ban hành Quy định quản lý bến thuyền kèm theo Quyết định số", 98),
        centred("12/2026/QĐ-UBND", 116),
        centred("Chương I", 150),
        centred("QUY ĐỊNH CHUNG", 168),
        *body(f"1. {LONG}", f"2. {LONG}", y=200),
    ]
    assert lines(build(rows))[:4] == [
        "QUYẾT ĐỊNH",
        "Ban hành Quy định quản lý bến thuyền kèm theo Quyết định số 12/2026/QĐ-UBND",
        "Chương I",
        "QUY ĐỊNH CHUNG",
    ]


def pages_of(count: int, furniture: list[tuple[str, float]]) -> list[list[Row]]:
    return [
        [
            *(line(text.format(page), y) for text, y in furniture),
            *body(f"{2 * page}. {LONG}", f"{2 * page + 1}. {LONG}", f"{page}a. {LONG * 3}", y=120),
        ]
        for page in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    "text",
    ["Báo cáo thẩm định", "{}", "- {} -", "Trang {}/4", "Báo cáo số 5 {}", "{} Báo cáo số 5"],
)
@pytest.mark.parametrize("y", [40.0, 815.0])
def test_running_heads_and_page_numbers_are_out_but_remembered(text: str, y: float) -> None:
    source = build(*pages_of(4, [(text, y)]))
    assert [(one.page, one.text) for one in source.removed] == [
        (page, text.format(page)) for page in range(1, 5)
    ]
    assert source.text.startswith("2. Tổ chức")


@pytest.mark.parametrize(
    "text",
    [
        "CÔNG BÁO/Số 12 + 13/Ngày 03-8-2026", "Ký bởi: Nguyễn Văn A", "Cơ quan: XÃ ĐỒNG BẰNG",
        "11/26/26, 1:17 PM Quyết định", "https://vi.du/van-ban/123.html 1/9",
    ],
)  # fmt: skip
def test_what_is_surely_no_text_is_out_of_a_single_page_too(text: str) -> None:
    source = build(*pages_of(1, [(text, 40.0)]))
    assert [one.text for one in source.removed] == [text]


def test_a_form_that_repeats_itself_on_every_page_is_text() -> None:
    """Lines as close to the body as its own are no head, unless all pages have them."""
    pages = [body(*([f"a) {LONG}"] * 8), y=90) for _ in range(2)]
    source = build(*pages)
    assert source.removed == ()
    assert len(lines(source)) == 16


def test_a_page_that_ends_early_ends_its_paragraph() -> None:
    first = [line("Dòng duy nhất của trang thứ nhất", 90)]
    assert len(lines(build(first, [line("Dòng khác", 90)]))) == 2


def test_a_ruled_table() -> None:
    xs, ys = (80.0, 180.0, 320.0), (200.0, 230.0, 280.0)
    across = [Rule(y, xs[0], xs[-1]) for y in ys]
    down = [Rule(x, ys[0], ys[-1]) for x in xs]
    rows = [
        line("Bảng", 150), *together([line("Loại", 220, 90), line("Mức thu", 220, 190)]),
        *together([line("Thuyền chèo", 250, 90), line("20.000", 250, 190)]),
        line("tay", 268, 90), line("Hết", 320),
    ]  # fmt: skip
    source = build(rows, across=across, down=down)
    found = [
        (block.cell and (block.cell.row, block.cell.column), source.text[block.start : block.end])
        for block in source.blocks
    ]
    assert found == [
        (None, "Bảng"), ((0, 0), "Loại"), ((0, 1), "Mức thu"), ((1, 0), "Thuyền chèo tay"),
        ((1, 1), "20.000"), (None, "Hết"),
    ]  # fmt: skip


def test_footnotes_come_last_and_their_marks_are_out() -> None:
    rows = body(*(f"{number}. {LONG}" for number in range(1, 7)))
    rows[2].words[-1].text += "1"
    rows[2].words[-1].raised = 1
    note = line("1 Đã được sửa đổi theo Điều 2.", 760, size=9)
    rule = Rule(745.0, LEFT, LEFT + 140)
    source = build([*rows, note], across=[rule])
    last = source.blocks[-1]
    assert (last.kind, source.text[last.start : last.end]) == (
        "footnote",
        "1 Đã được sửa đổi theo Điều 2.",
    )
    assert lines(source)[:6] == [f"{number}. {LONG}" for number in range(1, 7)]


def test_pages_of_nothing_but_furniture_are_refused() -> None:
    with pytest.raises(Unreadable) as error:
        build([line("CÔNG BÁO/Số 12/Ngày 03-8-2026", 40)])
    assert error.value.code == "no-text"


@pytest.mark.parametrize("text", ["Điều 5. Phạm vi", "Chương II", "PHỤ LỤC I", "“Điều 3a. Sửa đổi"])
def test_what_opens_a_part(text: str) -> None:
    assert opens_part(text)


@pytest.mark.parametrize(
    "text", ["Điều 5 của Luật", "Chương trình", "Phụ lục kèm theo", "Mục tiêu"]
)
def test_what_does_not_open_a_part(text: str) -> None:
    assert not opens_part(text)


@pytest.mark.parametrize("text", ["1. Một", "a) Một", "đ) Một", "- Một", "1.2.3. Một", "IV. Một"])
def test_markers(text: str) -> None:
    assert has_marker(text)


def test_signs_of_ends_and_of_going_on() -> None:
    assert ends_sentence("theo quy định.")
    assert ends_sentence("có hiệu lực./.")
    assert ends_sentence("như sau:”")
    assert not ends_sentence("theo quy định")
    assert goes_on("của Luật này")
    assert not goes_on("a) Một")
    assert not goes_on("Của")
    assert hangs("theo Quyết định số")
    assert hangs("tại khoản 2 Điều")
    assert not hangs("theo quy định")
