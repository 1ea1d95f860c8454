import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_samples import (
    W,
    commented,
    finding,
    letters,
    part,
    read,
    references,
    word_file,
)

from minhphap.findings import Edit
from minhphap.reports import Checked, Report, apply_fixes, render
from minhphap.structure import Document, Metadata

DRAFT = read(word_file())
LAST = len(DRAFT.text)
spans = st.tuples(st.integers(0, LAST), st.integers(0, 60)).map(
    lambda pair: (pair[0], min(LAST, pair[0] + pair[1]))
)


def write(source, findings):
    document = Document(source, Metadata(), ())
    return render(Report((Checked(document, tuple(findings)),)), "docx")


def in_file(start, end):
    """A stretch of the draft without the automatic number, which is in no node."""
    number = DRAFT.text.index("1. Hồ sơ")
    kept = (DRAFT.text[i] for i in range(start, end) if not number <= i < number + 3)
    return " ".join("".join(kept).split())


@given(st.lists(spans, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_spans_leave_text_and_look_alone(chosen):
    out = write(DRAFT, [finding(*span) for span in chosen])
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert letters(out, name) == letters(DRAFT.data, name)
    again = read(out)
    assert again.text == DRAFT.text
    marked = references(out) + references(out, "word/footnotes.xml")
    assert sorted(marked) == sorted(str(i) for i in range(3, 4 + len(chosen)))
    assert all(len(run) for run in etree.fromstring(part(out)).iter(f"{W}r"))


@given(spans)
@settings(max_examples=200, deadline=None)
def test_the_words_under_a_comment_are_the_words_of_the_finding(span):
    box, notes = DRAFT.text.index("Dự thảo lần"), DRAFT.text.index("[1] Theo")
    boxed = span[0] < box + len("Dự thảo lần 2") and span[1] > DRAFT.text.index("Sau khung")
    if not in_file(*span) or boxed or span[1] > notes:
        return  # these have tests of their own
    found = commented(write(DRAFT, [finding(*span)]))["4"]
    assert " ".join(found.split()) == in_file(*span)


_letters = st.text(
    st.sampled_from("aăâđêôơưAĐ &<>\"'1./-;\u00a0")
    | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    max_size=12,
)


@given(
    st.lists(st.lists(_letters, min_size=1, max_size=4), min_size=1, max_size=4),
    st.sampled_from(["NFC", "NFD"]),
    st.data(),
)
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_runs(paragraphs, form, data):
    from minhphap.reports.docx.text import escape

    body = "".join(
        "<w:p>"
        + "".join(
            f'<w:r><w:t xml:space="preserve">{escape(unicodedata.normalize(form, run))}</w:t></w:r>'
            for run in runs
        )
        + "</w:p>"
        for runs in [["Điều 1. Ế "], *paragraphs]
    )
    source = read(word_file(body, comments=None))
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    out = write(source, [finding(start, end)])
    assert letters(out) == letters(source.data)
    assert read(out).text == source.text


@given(st.lists(st.tuples(spans, st.sampled_from(["", "x", "một hai", "a & b"])), max_size=5))
@example([((327, 327), "x")])  # the blank between a note's mark and its words
@example([((327, 328), "")])
@example([((327, 328), "x")])
@settings(max_examples=150, deadline=None)
def test_rejecting_every_fix_gives_the_draft_back_and_accepting_gives_the_edits(edits):
    findings = [finding(*span, fix=((Edit(*span, text),), True)) for span, text in edits]
    fixed = apply_fixes(DRAFT, findings)
    assert len(fixed.applied) + len(fixed.left_out) == len(findings)
    assert [one[:1] for one in letters(fixed.data, without_ours=True)] == [
        one[:1] for one in letters(DRAFT.data)
    ]
    wanted = DRAFT.text
    for one in sorted(fixed.applied, key=lambda f: (f.start, f.end), reverse=True):
        edit = one.fix.edits[0]
        wanted = wanted[: edit.start] + edit.text + wanted[edit.end :]
    assert read(fixed.data).text.split() == wanted.split()


_WORDS = st.sampled_from(
    ["phí", " và ", "Điều 5", "R&amp;D", "&#273;ò ", "a &lt; b", "số 1", " ", "x"]
)
_SHAPES = (
    "<w:r><w:t>{}</w:t></w:r>",
    '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>',
    "<w:r>\n <w:rPr>\n  <w:i/>\n </w:rPr>\n <w:t>{}</w:t>\n <w:tab/>\n <w:t>{}</w:t>\n</w:r>\n",
    "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t><w:noBreakHyphen/><w:t>{}</w:t></w:r>",
    "<w:r><w:t>{}</w:t><w:br/><w:t/><w:t>{}</w:t><w:softHyphen/></w:r>",
    "<w:r><w:t><![CDATA[a & b <c>]]></w:t></w:r>",
    '<w:hyperlink r:id="rId9" w:tooltip="a > b"><w:r><w:t>{}</w:t></w:r></w:hyperlink>',
    '<w:ins w:id="4" w:author="A"><w:r><w:t>{}</w:t></w:r><w:r><w:t>{}</w:t></w:r></w:ins>',
    '<w:del w:id="5" w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>',
    "<w:sdt><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>",
    '<w:bookmarkStart w:id="1" w:name="a>b"/><!-- <w:r><w:t>no</w:t> --><w:r/>',
    '<w:smartTag w:element="x"><w:r><w:t>{}</w:t></w:r></w:smartTag><w:proofErr w:type="gramEnd"/>',
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>{}</w:t></w:r></w:fldSimple>',
    '<w:r><w:rPr><w:caps/></w:rPr><w:t>{}</w:t></w:r>',
    '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>{}</w:t></w:r>',
)  # fmt: skip


@st.composite
def bodies(draw):
    """Paragraphs, some in cells, of runs in every dress that Word has for them."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        shapes = draw(st.lists(st.sampled_from(_SHAPES), max_size=6))
        runs = "".join(shape.format(draw(_WORDS), draw(_WORDS)) for shape in shapes)
        paragraph = f"<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr>{runs}</w:p>"
        if draw(st.booleans()):
            paragraph = f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"
        paragraphs.append(paragraph)
    return "<w:p><w:r><w:t>Điều 1.</w:t></w:r></w:p>" + "\n".join(paragraphs)


@given(bodies(), st.data())
@settings(max_examples=200, deadline=None)
def test_runs_in_every_dress(body, data):
    source = read(word_file(body, comments=None))
    last = len(source.text)
    spans = data.draw(st.lists(st.tuples(st.integers(0, last), st.integers(0, 12)), max_size=4))
    chosen = [(start, min(last, start + length)) for start, length in spans]
    out = write(source, [finding(*span) for span in chosen])
    assert letters(out) == letters(source.data)
    again = read(out)
    assert again.text == source.text
    marked = {(one.start, one.end) for one in again.comments}
    for start, end in chosen:
        words = source.text[start:end]
        if words.strip() and source.anchors_in(start, end):
            found = {source.text[a:b].strip() for a, b in marked}
            assert words.strip() in found
    edits = [finding(*span, fix=((Edit(*span, "mới"),), True)) for span in chosen]
    fixed = apply_fixes(source, edits, comment="vi")
    assert [one[0] for one in letters(fixed.data, without_ours=True)] == [
        one[0] for one in letters(source.data)
    ]
    wanted = source.text
    for one in sorted(fixed.applied, key=lambda f: (f.start, f.end), reverse=True):
        wanted = wanted[: one.start] + "mới" + wanted[one.end :]
    assert "".join(read(fixed.data).text.split()).upper() == "".join(wanted.split()).upper()
