"""Each character of the text leads back to the node of the file that holds it."""

from __future__ import annotations

import io
import unicodedata
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from intake_docx import cell, para, read_word, row, run, table
from lxml import etree

from minhphap.intake import Source
from minhphap.intake.docx import node_text, text_nodes


def nodes_of(source: Source, part: str = "word/document.xml") -> list[str]:
    """The characters of the text nodes of a part, counted anew from the file."""
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        root = etree.fromstring(archive.read(part))
    return [node_text(node) for node in text_nodes(root)]


def base_letters(text: str) -> str:
    """The letters without the marks that they carry."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def check(source: Source) -> None:
    """Every anchor's characters are, after composing, those of its node."""
    nodes = {part: nodes_of(source, part) for part in {one.part for one in source.anchors}}
    at = 0
    for one in source.anchors:
        assert at <= one.start < one.end <= len(source.text)
        at = one.end
        raw = nodes[one.part][one.node][one.offset : one.offset_end]
        text = source.text[one.start : one.end]
        if one.length < 0:
            assert len(raw) == len(text)
        assert unicodedata.normalize("NFC", raw.replace("\u200b", "")) == text


def test_runs_lead_to_their_nodes() -> None:
    source = read_word(para("Điều 1. ", run("Phạm vi", "<w:b/>")))
    assert [(one.node, one.offset, one.length) for one in source.anchors] == [
        (0, 0, -1),
        (1, 0, -1),
    ]
    check(source)


def test_nodes_that_are_not_read_are_counted() -> None:
    gone = "<w:del w:author='A'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    source = read_word(para("a", gone, run("ẩn", "<w:vanish/>"), "b"))
    assert [one.node for one in source.anchors] == [0, 3]
    check(source)


def test_a_tab_stop_is_no_node_but_a_tab_is() -> None:
    source = read_word(
        para("<w:r><w:tab/><w:t>a</w:t></w:r>", properties="<w:tabs><w:tab w:pos='1'/></w:tabs>")
    )
    assert [(one.node, source.text[one.start : one.end]) for one in source.anchors] == [
        (0, "\t"),
        (1, "a"),
    ]


def test_a_cut_of_the_anchors_of_a_span() -> None:
    source = read_word(para("Theo quy định ", "tại Điều 5"))
    at = source.text.index("định tại")
    cut = source.anchors_in(at, at + 8)
    assert [(one.node, one.offset, one.offset_end) for one in cut] == [(0, 9, 14), (1, 0, 3)]


def test_composed_letters_have_anchors_word_by_word() -> None:
    source = read_word(para("Luật này quy đi\u0323nh rõ"))
    assert source.text == "Luật này quy định rõ"
    at = source.text.index("định")
    (one,) = source.anchors_in(at, at + 4)
    assert (one.offset, one.length) == (13, 6)
    check(source)


def test_a_mark_in_a_run_of_its_own_joins_its_letter() -> None:
    source = read_word(para("Đie\u0302", "\u0300u 1"))
    assert source.text == "Điều 1"
    last = source.anchors[-1]
    assert (last.node, last.offset, source.text[last.start : last.end]) == (1, 1, "u 1")


def test_footnotes_lead_into_their_own_part() -> None:
    note = (
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
        + run(" Ghi chú")
        + "</w:p></w:footnote>"
    )
    source = read_word(para("Điều 1", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    assert source.anchors[-1].part == "word/footnotes.xml"
    assert nodes_of(source, "word/footnotes.xml") == [" Ghi chú"]


TEXT = st.text(st.sampled_from("aăbđ 1.,ệ\u0323\u0302\u200bNĐ"), min_size=1, max_size=8)
RUN = st.builds(run, TEXT, st.sampled_from(["", "<w:b/>", "<w:vanish/>", "<w:i/>"]))
TAB = st.just("<w:r><w:tab/></w:r>")
BREAK = st.just("<w:r><w:br/></w:r>")
DELETED = st.builds(
    lambda text: f"<w:del w:author='A'>{run(text).replace('w:t', 'w:delText')}</w:del>", TEXT
)
INSERTED = st.builds(lambda text: f"<w:ins w:author='A'>{run(text)}</w:ins>", TEXT)
PARAGRAPH = st.builds(lambda runs: para(*runs), st.lists(RUN | TAB | BREAK | DELETED | INSERTED))
TABLE = st.builds(
    lambda paragraphs: table(row(*(cell(one) for one in paragraphs))),
    st.lists(PARAGRAPH, min_size=1, max_size=3),
)


@settings(max_examples=150)
@given(st.lists(PARAGRAPH | TABLE, max_size=5))
def test_anchors_of_any_word_file_hold_their_characters(blocks: list[str]) -> None:
    source = read_word(para("đầu") + "".join(blocks))
    nodes = nodes_of(source)
    at = 0
    covered = []
    for one in source.anchors:
        assert at <= one.start < one.end <= len(source.text)
        at = one.end
        raw = nodes[one.node][one.offset : one.offset_end]
        text = source.text[one.start : one.end]
        if one.length < 0:
            assert len(raw) == len(text)
            assert base_letters(raw) == base_letters(text)  # marks of the next node may join
        covered.append(text)
    # only line breaks stand in no node
    assert "".join(covered).replace("\n", "") == source.text.replace("\n", "")
    assert "\u200b" not in source.text
    for block in source.blocks:
        assert "\n" not in source.text[block.start : block.end]
