import datetime as dt
import re

import pytest
from word_samples import (
    BODY,
    COMMENTS,
    commented,
    comments,
    finding,
    letters,
    on,
    part,
    raw_entries,
    read,
    references,
    word_file,
)

from minhphap.reports import Checked, Report, render
from minhphap.structure import Document, Metadata


def write(source, *findings, **options):
    document = Document(source, Metadata(), ())
    return render(Report((Checked(document, findings),)), "docx", **options)


@pytest.fixture(scope="module")
def draft():
    return read(word_file())


def test_no_finding_gives_the_file_back(draft):
    assert write(draft) == draft.data


def test_every_member_without_a_comment_is_the_same_bytes(draft):
    out = write(draft, on(draft, "khoản 9 Điều 4"))
    before, after = raw_entries(draft.data), raw_entries(out)
    assert [one[:3] for one in after] == [one[:3] for one in before]
    touched = {a[0] for a, b in zip(after, before, strict=True) if a[3] != b[3]}
    assert touched == {"word/document.xml", "word/notes.xml"}


def test_a_file_without_comments_gets_the_part_and_its_declarations():
    source = read(word_file(comments=None, body=re.sub(r"<w:comment[^>]*>", "", BODY)))
    out = write(source, on(source, "khoản 9 Điều 4"))
    before, after = raw_entries(source.data), raw_entries(out)
    changed = {a[0] for a, b in zip(after, before, strict=False) if a[3] != b[3]}
    assert changed == {
        "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
    }  # fmt: skip
    assert after[-1][0] == "word/comments.xml"
    assert len(after) == len(before) + 1
    assert b'PartName="/word/comments.xml"' in part(out, "[Content_Types].xml")
    assert b'/comments" Target="comments.xml"' in part(out, "word/_rels/document.xml.rels")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert len(part(out, name)) - len(part(source.data, name)) < 200
    assert commented(out) == {"0": "khoản 9 Điều 4"}


def test_existing_comments_stay_with_their_numbers(draft):
    out = write(draft, on(draft, "theo mức tại khoản 9"))
    assert part(out, "word/notes.xml").startswith(COMMENTS[: -len("</w:comments>")].encode())
    assert comments(out, "word/notes.xml")["3"] == ("Trần Văn Bình", ["Đề nghị rà lại."])
    assert commented(out) == {"3": " theo mức tại ", "4": "theo mức tại khoản 9"}
    assert references(out) == ["3", "4"]


def test_the_comment_says_what_why_basis_and_suggestion(draft):
    out = write(draft, on(draft, "mức chi", severity="error"), date=dt.datetime(2026, 11, 2, 8, 30))
    author, lines = comments(out, "word/notes.xml")["4"]
    assert author == "Minh Pháp"
    assert lines == [
        "■ phải xử lý · HT201 · khoản 1 Điều 1",
        "Điều 4 không có khoản 9; dẫn chiếu “R&D” này <không> chỉ đến đâu.",
        "Vì sao: Quy định được dẫn chiếu không tồn tại.",
        "Căn cứ: Khoản 1 Điều 63 Nghị định số 78/2025/NĐ-CP",
        "Gợi ý: khoản 3 Điều 4",
    ]
    assert b'w:date="2026-11-02T08:30:00Z"' in part(out, "word/notes.xml")
    assert b'w:initials="MP"' in part(out, "word/notes.xml")


def test_english_comments(draft):
    out = write(draft, on(draft, "mức chi"), lang="en")
    lines = comments(out, "word/notes.xml")["4"][1]
    assert lines[:2] == ["▲ worth a look · HT201 · khoản 1 Điều 1", "Article 4 has no clause 9."]


@pytest.mark.parametrize(
    "words",
    [
        "Điều 1. Phạm vi điều chỉnh",
        "Phạm vi",
        "&",
        "thu & mức chi; R&D",
        "R&D \ttại phường",
        "D \ttại",
        "Bến Xuân và Nghị quyết",
        "12/2026/NQ-HĐND",
        "Nghị quyết số 12/2026/NQ-HĐND.",
        "cá nhân nộp",
        "phí theo mức",
        "2. Tổ chức, cá nhân nộp phí",
        "Điều 4\ncủa Quy",
        "Loại xe\nMức thu",
        "(đồng)",
        "Trước khung",
        "Điều 7",
        "7 được áp dụng.",
    ],
)
def test_the_anchor_holds_exactly_the_words(draft, words):
    out = write(draft, on(draft, words))
    assert commented(out)["4"] == words
    assert letters(out) == letters(draft.data)
    assert len(references(out)) == 2


def test_a_span_over_paragraphs_and_table(draft):
    start = draft.text.index("khoản 9")
    end = draft.text.index("Xe máy") + 6
    out = write(draft, finding(start, end))
    # the automatic number is not in the file, the words of both cells are
    assert commented(out)["4"] == (
        "khoản 9 Điều 4\ncủa Quy định này\nHồ sơ gồm đơn đề nghị.\nLoại xe\nMức thu (đồng)\nXe máy"
    )
    assert letters(out) == letters(draft.data)


def test_an_automatic_number_gives_the_first_run_and_is_quoted(draft):
    at = draft.text.index("1. Hồ sơ")
    out = write(draft, finding(at, at + 2))
    assert commented(out)["4"] == "Hồ sơ gồm đơn đề nghị."
    assert "Về: “1.”" in comments(out, "word/notes.xml")["4"][1]


def test_words_in_a_text_box_are_commented_beside_the_box(draft):
    out = write(draft, on(draft, "thảo lần"))
    assert letters(out) == letters(draft.data)
    assert "Về: “thảo lần”" in comments(out, "word/notes.xml")["4"][1]
    xml = part(out)
    box = xml.index(b"<mc:AlternateContent>"), xml.index(b"</mc:AlternateContent>")
    assert xml.index(b'<w:commentRangeStart w:id="4"/>') < box[0]
    assert xml.index(b'<w:commentRangeEnd w:id="4"/>') > box[1]


def test_words_in_a_footnote_are_commented_there(draft):
    out = write(draft, on(draft, "số liệu năm 2025"), on(draft, "mức chi"))
    assert commented(out, "word/footnotes.xml") == {"4": "số liệu năm 2025"}
    assert commented(out)["5"] == "mức chi"
    assert letters(out, "word/footnotes.xml") == letters(draft.data, "word/footnotes.xml")


def test_an_empty_span_gives_the_word_beside_it(draft):
    at = draft.text.index("điều chỉnh") + 4
    out = write(draft, finding(at, at), finding(len(draft.text), len(draft.text)))
    assert commented(out)["4"] == "điều"
    assert "5" in references(out) + references(out, "word/footnotes.xml")


def test_comments_that_meet_nest_and_overlap(draft):
    spans = ["mức thu & mức chi", "mức thu", "thu & mức chi; R&D", "mức chi", "mức chi"]
    out = write(draft, *(on(draft, words) for words in spans))
    assert [commented(out)[str(i)] for i in range(4, 9)] == spans
    assert letters(out) == letters(draft.data)


def test_what_stands_outside_the_touched_run_is_the_same_text(draft):
    out, before = part(write(draft, on(draft, "khoản 9"))), part(draft.data)
    same = next(i for i, (a, b) in enumerate(zip(out, before, strict=False)) if a != b)
    tail = next(i for i, (a, b) in enumerate(zip(out[::-1], before[::-1], strict=False)) if a != b)
    assert before[same : len(before) - tail].count(b"<w:r>") <= 2
    assert out.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n')
    assert b'mc:Ignorable="w14"' in out


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_the_part(encoding):
    from word_samples import zipped

    parts = [(name, part(word_file(), name)) for name, *_ in raw_entries(word_file())]
    text = dict(parts)["word/document.xml"].decode().replace("UTF-8", encoding[:6].upper())
    source = read(zipped([
        (name, text.encode(encoding) if name == "word/document.xml" else data)
        for name, data in parts
    ]))  # fmt: skip
    out = write(source, on(source, "mức chi"))
    assert commented(out)["4"] == "mức chi"
    assert part(out)[:3] == text.encode(encoding)[:3]


@pytest.mark.parametrize("prefix", ["ns0", ""])
def test_other_prefixes_for_the_same_namespace(prefix):
    name = "xmlns:" + prefix if prefix else "xmlns"
    colon = prefix + ":" if prefix else ""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>Mức thu phí là 3.000 đồng.</w:t></w:r></w:p>".replace("w:", colon)
    data = word_file(body, comments=None, namespaces=f'{name}="{namespace}"')
    parts = [(one, part(data, one)) for one, *_ in raw_entries(data)]
    from word_samples import zipped

    xml = dict(parts)["word/document.xml"].replace(b"<w:", f"<{colon}".encode())
    xml = xml.replace(b"</w:", f"</{colon}".encode())
    source = read(zipped([(n, xml if n == "word/document.xml" else d) for n, d in parts]))
    out = write(source, on(source, "thu phí"))
    assert commented(out) == {"0": "thu phí"}
    assert references(out) == ["0"]


def test_macros_are_not_kept():
    source = read(word_file(macros=True), "du-thao.docm")
    for out in (write(source), write(source, on(source, "mức chi"))):
        assert "word/vbaProject.bin" not in [one[0] for one in raw_entries(out)]
        assert b"vba" not in part(out, "[Content_Types].xml").lower()
        assert b"macroEnabled" not in part(out, "[Content_Types].xml")
        assert b"vba" not in part(out, "word/_rels/document.xml.rels").lower()
        assert read(out).text == source.text


def test_nodes_are_counted_as_intake_counts_them(draft):
    from lxml import etree

    from minhphap.intake.docx import node_text, text_nodes
    from minhphap.reports.docx.markup import Part
    from minhphap.reports.docx.text import Written

    tabs = BODY.replace("<w:pPr>", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>', 1)
    for xml in (part(draft.data), part(word_file(tabs)), part(draft.data, "word/footnotes.xml")):
        ours, theirs = Part(xml), list(text_nodes(etree.fromstring(xml)))
        assert len(ours.nodes) == len(theirs)
        for mine, other in zip(ours.nodes, theirs, strict=True):
            if mine.name in ("t", "delText"):
                written = Written(ours.xml[mine.open_end : mine.close])
                assert written.text(0, len(written)) == node_text(other)


def test_the_document_may_have_another_name():
    from word_samples import zipped

    data = word_file(comments=None, body="<w:p><w:r><w:t>Mức thu phí</w:t></w:r></w:p>")
    parts = [(one, part(data, one)) for one, *_ in raw_entries(data)]
    moved = [
        (name.replace("word/", "van/").replace("document", "vanban"),
         content.replace(b"word/document.xml", b"van/vanban.xml").replace(b"/word/", b"/van/"))
        for name, content in parts
    ]  # fmt: skip
    source = read(zipped(moved))
    out = write(source, on(source, "thu"))
    assert commented(out, "van/vanban.xml") == {"0": "thu"}
    assert list(comments(out, "van/comments.xml")) == ["0"]
    assert b'PartName="/van/comments.xml"' in part(out, "[Content_Types].xml")


@pytest.mark.parametrize("words", ["iệ", "Tiếng", "ng V", "Việt: phí", "h", "BẾN X"])
def test_decomposed_letters_and_shown_capitals_are_cut_to_the_letter(words):
    import unicodedata

    raw = unicodedata.normalize("NFD", "Tiếng Việt: phí đò")
    source = read(
        word_file(
            f"<w:p><w:r><w:t>{raw}</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr>"
            "<w:t xml:space='preserve'> bến xuân</w:t></w:r></w:p>",
            comments=None,
        )
    )
    out = write(source, on(source, words))
    assert unicodedata.normalize("NFC", commented(out)["0"]).casefold() == words.casefold()
    assert letters(out) == letters(source.data)
