"""Tables, boxes, notes, heads and comments of a Word file, each in its place."""

from __future__ import annotations

import datetime as dt

from intake_docx import cell, lines, para, read_word, row, run, table

from minhphap.intake import Cell, Source


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def cells(source: Source) -> list[tuple[int, int, int, str]]:
    return [
        (block.cell.table, block.cell.row, block.cell.column, source.text[block.start : block.end])
        for block in source.blocks
        if block.cell
    ]


def box(inner: str) -> str:
    drawn = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{drawn}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_cells_are_read_row_by_row() -> None:
    source = read_word(para("Bảng") + table(row("a", "b"), row("c", "d")) + para("hết"))
    assert kinds(source) == [
        ("paragraph", "Bảng"), ("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d"),
        ("paragraph", "hết"),
    ]  # fmt: skip
    assert cells(source) == [(0, 0, 0, "a"), (0, 0, 1, "b"), (0, 1, 0, "c"), (0, 1, 1, "d")]


def test_merged_cells_and_cells_left_out() -> None:
    source = read_word(
        table(
            row(cell("rộng", properties='<w:gridSpan w:val="2"/>'), "c"),
            row("b", properties='<w:gridBefore w:val="1"/>'),
            row(cell("cao", properties='<w:vMerge w:val="restart"/>'), "x"),
            row(cell(para(), properties="<w:vMerge/>"), "y"),
        )
    )
    assert cells(source) == [
        (0, 0, 0, "rộng"), (0, 0, 2, "c"), (0, 1, 1, "b"), (0, 2, 0, "cao"), (0, 2, 1, "x"),
        (0, 3, 1, "y"),
    ]  # fmt: skip


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    inner = table(row("trong"))
    source = read_word(table(row(cell("trước", inner, "sau"), "b")) + table(row("c")))
    assert cells(source) == [
        (0, 0, 0, "trước"), (1, 0, 0, "trong"), (0, 0, 0, "sau"), (0, 0, 1, "b"), (2, 0, 0, "c"),
    ]  # fmt: skip


def test_rows_and_cells_inside_content_controls() -> None:
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(wrapped.format(row(wrapped.format(cell("a")), "b")))
    assert cells(read_word(wrapped.format(body))) == [(0, 0, 0, "a"), (0, 0, 1, "b")]


def test_cells_of_several_paragraphs_and_lines() -> None:
    two = para("<w:r><w:t>hai</w:t><w:br/><w:t>dòng</w:t></w:r>")
    source = read_word(table(row(cell("một", two))))
    assert cells(source) == [(0, 0, 0, "một"), (0, 0, 0, "hai"), (0, 0, 0, "dòng")]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    body = para("Trước ", box(para("trong khung")), "sau") + para("hết")
    assert kinds(read_word(body)) == [
        ("paragraph", "Trước sau"), ("textbox", "trong khung"), ("paragraph", "hết"),
    ]  # fmt: skip


def test_a_box_within_a_box_and_a_table_in_a_box() -> None:
    inner = para("ngoài", box(para("trong"))) + table(row("ô"))
    source = read_word(para("x", box(inner)))
    assert [text for _, text in kinds(source)] == ["x", "ngoài", "trong", "ô"]


def test_heads_and_feet_are_remembered_not_read() -> None:
    head = para("CÔNG BÁO", box(para("số 5")))
    source = read_word(para("Điều 1"), header1=head.replace("w:body", ""), footer1=para("3"))
    assert source.text == "Điều 1"
    assert [(one.kind, one.text, one.at) for one in source.removed] == [
        ("running", "CÔNG BÁO\nsố 5", 0),
        ("running", "3", 0),
    ]


def notes(tag: str, **texts: str) -> str:
    parts = [
        f'<w:{tag} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{tag}>'
    ]
    parts += [
        f'<w:{tag} w:id="{name[1:]}"><w:p><w:r><w:{tag}Ref/></w:r>{run(text)}</w:p></w:{tag}>'
        for name, text in texts.items()
    ]
    return "".join(parts)


def call(tag: str, name: int) -> str:
    return f'<w:r><w:{tag}Reference w:id="{name}"/></w:r>'


def test_notes_come_last_in_the_order_of_their_calls() -> None:
    body = para("Điều 1", call("footnote", 5), " và", call("endnote", 2)) + para(
        "x", call("footnote", 4)
    )
    source = read_word(
        body,
        footnotes=notes("footnote", n4=" bốn", n5=" năm", n9=" không gọi"),
        endnotes=notes("endnote", n2="cuối"),
    )
    assert kinds(source) == [
        ("paragraph", "Điều 1 và"), ("paragraph", "x"), ("footnote", "[1] năm"),
        ("footnote", "[2] bốn"), ("endnote", "[1] cuối"),
    ]  # fmt: skip
    marks = [(one.at, one.text) for one in source.removed if one.kind == "note_mark"]
    assert marks == [(6, "[1]"), (9, "[1]"), (11, "[2]")]


def test_a_note_called_in_a_deletion_is_not_read() -> None:
    gone = f"<w:del w:author='A'>{call('footnote', 1)}</w:del>"
    source = read_word(para("Điều 1", gone), footnotes=notes("footnote", n1=" bỏ"))
    assert source.text == "Điều 1"


def comment(name: int, text: str) -> str:
    who = f'w:author="Trần Bình" w:date="2026-07-0{name}T08:00:00Z"'
    inner = "".join(para(one) for one in text.split("|"))
    return f'<w:comment w:id="{name}" {who}>{inner}</w:comment>'


def start(name: int) -> str:
    return f'<w:commentRangeStart w:id="{name}"/>'


def end(name: int) -> str:
    reference = f'<w:r><w:commentReference w:id="{name}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{name}"/>{reference}'


def test_comments_know_words_author_and_time() -> None:
    body = para("Mức thu ", start(1), "35.000 đồng", end(1), ".")
    source = read_word(body, comments=comment(1, "Đề nghị giảm.|Xem lại."))
    (one,) = source.comments
    assert source.text[one.start : one.end] == "35.000 đồng"
    assert one.text == "Đề nghị giảm.\nXem lại."
    assert (one.author, one.date) == ("Trần Bình", dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC))


def test_a_comment_over_several_paragraphs_and_one_without_range() -> None:
    body = (
        start(2)
        + para("Điều 1")
        + para("Điều 2", end(2))
        + para("Điều 3", end(3).split("/>", 1)[1])
    )
    source = read_word(body, comments=comment(3, "ba") + comment(2, "hai"))
    assert [(source.text[one.start : one.end], one.text) for one in source.comments] == [
        ("Điều 1\nĐiều 2", "hai"),
        ("", "ba"),
    ]


def test_a_comment_on_words_that_were_deleted_stays_at_their_place() -> None:
    gone = f"<w:del w:author='A'>{start(1)}<w:r><w:delText>cũ</w:delText></w:r>{end(1)}</w:del>"
    source = read_word(para("Mức ", gone, "mới"), comments=comment(1, "vì sao bỏ?"))
    (one,) = source.comments
    assert (one.start, one.end, one.text) == (4, 4, "vì sao bỏ?")


def test_a_comment_that_nothing_points_to_is_left_out() -> None:
    assert read_word(para("Điều 1"), comments=comment(1, "lạc")).comments == ()


def test_lines_have_blocks_in_order_without_overlap() -> None:
    source = read_word(para("một") + table(row("a", "b")) + para("x", box(para("khung"))))
    assert [source.text[b.start : b.end] for b in source.blocks] == lines(source)
    assert source.blocks[1].cell == Cell(0, 0, 0)
