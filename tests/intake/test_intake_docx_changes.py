"""Tracked changes: the text reads as if accepted, and both sides are kept."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from intake_docx import cell, lines, para, read_word, row, run, table

from minhphap.intake import Source


def by(author: str = "An", time: str = "2026-07-01T08:00:00Z") -> str:
    return f'w:id="1" w:author="{author}" w:date="{time}"'


def ins(inner: str, who: str = by()) -> str:
    return f"<w:ins {who}>{run(inner)}</w:ins>"


def dele(inner: str, who: str = by()) -> str:
    return f"<w:del {who}>{run(inner).replace('w:t', 'w:delText')}</w:del>"


def mark(tag: str, who: str = by()) -> str:
    """The properties of a paragraph whose end was put in or taken out."""
    return f"<w:rPr><w:{tag} {who}/></w:rPr>"


def told(source: Source) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, source.text[one.start : one.end]) for one in source.changes]


def rejected(source: Source) -> str:
    """The text as it was before all changes."""
    parts, at = [], 0
    for one in sorted(source.changes, key=lambda one: (one.start, one.end)):
        parts.append(source.text[at : one.start])
        at = one.end
        if one.kind == "deletion":
            parts.append(one.text)
    return "".join([*parts, source.text[at:]])


def test_a_replacement_keeps_both_sides_with_author_and_time() -> None:
    body = para(
        "Mức thu ", dele("20.000"), ins("35.000", by("Bình", "2026-07-02T09:30:00Z")), " đồng"
    )
    source = read_word(body)
    assert source.text == "Mức thu 35.000 đồng"
    gone, new = source.changes
    assert (gone.kind, gone.start, gone.end, gone.text) == ("deletion", 8, 8, "20.000")
    assert (new.kind, source.text[new.start : new.end], new.text) == (
        "insertion",
        "35.000",
        "35.000",
    )
    assert (gone.author, gone.date) == ("An", dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC))
    assert (new.author, new.date) == ("Bình", dt.datetime(2026, 7, 2, 9, 30, tzinfo=dt.UTC))


def test_runs_of_one_act_are_one_change() -> None:
    source = read_word(para("a ", ins("một "), ins("hai"), ins(" ba", by("Bình"))))
    assert told(source) == [
        ("insertion", "một hai", "một hai"),
        ("insertion", " ba", " ba"),
    ]


def test_acts_far_apart_in_time_are_two_changes() -> None:
    source = read_word(
        para(
            ins("một ", by(time="2026-07-01T08:00:00Z")),
            ins("hai", by(time="2026-07-03T08:00:00Z")),
        )
    )
    assert len(source.changes) == 2


def test_a_move_is_told_at_both_places() -> None:
    there = f"<w:moveTo {by()}>{run('khoản này')}</w:moveTo>"
    here = f"<w:moveFrom {by()}>{run('khoản này')}</w:moveFrom>"
    source = read_word(para("Theo ", here, "Điều 1") + para("và ", there))
    assert source.text == "Theo Điều 1\nvà khoản này"
    assert told(source) == [("deletion", "khoản này", ""), ("insertion", "khoản này", "khoản này")]
    assert all(change.moved for change in source.changes)


def test_what_was_put_in_and_taken_out_again_is_a_deletion() -> None:
    inner = f"<w:ins {by()}>{dele('nháp')}{run('giữ')}</w:ins>"
    source = read_word(para("a ", inner))
    assert source.text == "a giữ"
    assert ("deletion", "nháp", "") in told(source)


def test_a_whole_new_paragraph_with_its_end() -> None:
    source = read_word(
        para("Điều 1") + para(ins("Điều 2"), properties=mark("ins")) + para("Điều 3")
    )
    assert source.text == "Điều 1\nĐiều 2\nĐiều 3"
    assert told(source) == [("insertion", "Điều 2\n", "Điều 2\n")]
    assert rejected(source) == "Điều 1\nĐiều 3"


def test_a_paragraph_parted_in_two() -> None:
    source = read_word(para("Điều 1.", properties=mark("ins")) + para(" Phạm vi"))
    assert source.text == "Điều 1.\n Phạm vi"
    assert rejected(source) == "Điều 1. Phạm vi"


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    body = para("Điều 1. ", properties=mark("del")) + para("Phạm vi")
    source = read_word(body)
    assert source.text == "Điều 1. Phạm vi"
    assert told(source) == [("deletion", "\n", "")]
    assert rejected(source) == "Điều 1. \nPhạm vi"


def test_a_paragraph_deleted_with_its_end() -> None:
    body = para("Điều 1") + para(dele("Điều 2"), properties=mark("del")) + para("Điều 3")
    source = read_word(body)
    assert source.text == "Điều 1\nĐiều 3"
    assert rejected(source) == "Điều 1\nĐiều 2\nĐiều 3"


def test_the_last_paragraph_deleted_leaves_no_line() -> None:
    body = para("Điều 1") + para(dele("Điều 2"), properties=mark("del"))
    assert read_word(body).text == "Điều 1"


def test_rows_of_a_table() -> None:
    body = table(
        row("a", "b"),
        row("c", "d", properties=f"<w:del {by()}/>"),
        row("e", cell("g"), properties=f"<w:ins {by()}/>"),
    )
    source = read_word(body)
    assert lines(source) == ["a", "b", "e", "g"]
    assert told(source) == [("deletion", "c\nd\n", ""), ("insertion", "e\ng", "e\ng")]


def test_changes_without_author_or_with_a_broken_date() -> None:
    source = read_word(
        para("a ", "<w:ins w:id='1' w:date='hôm qua'><w:r><w:t>b</w:t></w:r></w:ins>")
    )
    (change,) = source.changes
    assert (change.author, change.date) == ("", None)


def test_former_formatting_is_no_text() -> None:
    look = f"<w:rPrChange {by()}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    source = read_word(para(run("Điều 1", look)))
    assert (source.text, source.changes) == ("Điều 1", ())


WORD = st.text(st.sampled_from("aăâbcđ 1.ệ"), min_size=1, max_size=6)
PIECE = st.tuples(st.sampled_from(["same", "ins", "del"]), WORD)
PARAGRAPH = st.tuples(st.lists(PIECE, max_size=5), st.sampled_from(["same", "ins", "del"]))


@settings(max_examples=150)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6))
def test_rejecting_all_changes_gives_the_text_before_them(
    paragraphs: list[tuple[list[tuple[str, str]], str]],
) -> None:
    """Read with all changes accepted, and with the sides the other way round: one is the other."""
    body, before, after = "", "", ""
    for number, (pieces, end) in enumerate(paragraphs):
        # each paragraph keeps a letter on both sides: blank ones are no lines
        inner = [run("đ")]
        before, after = before + "đ", after + "đ"
        for kind, text in pieces:
            inner.append({"same": run, "ins": ins, "del": dele}[kind](text))
            before += text if kind != "ins" else ""
            after += text if kind != "del" else ""
        last = number == len(paragraphs) - 1
        body += para(*inner, properties=mark(end) if end != "same" and not last else "")
        before += "\n" if end != "ins" and not last else ""
        after += "\n" if end != "del" and not last else ""
    source = read_word(body)
    assert source.text == after
    assert rejected(source) == before
