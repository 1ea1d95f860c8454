"""Files that are not what their format asks for: one sentence, in two languages, nothing else."""

from __future__ import annotations

import pytest

from minhphap.structure import FORMATS, FormatError, export, load, parse_text
from minhphap.structure.formats.trees import DEEPEST

AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
BOMB = (
    b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
    + b'<!ENTITY c "&b;&b;&b;">]>'
    + AKN
    + b"<act>&c;</act></akomaNtoso>"
)
OUTSIDE = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + AKN + b"&x;</akomaNtoso>"
GOOD = export(parse_text("Điều 1. Phí\n1. Phí là 5 đồng.\n2. Miễn phí.\n"), "json")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("akn", b"", "không phải XML đúng dạng (dòng 1, cột 1)"),
        ("akn", b"\xff\xfe", "không phải XML đúng dạng"),
        ("akn", AKN, "không phải XML đúng dạng"),
        ("akn", b"<html/>", "phần tử gốc là <html>"),
        ("akn", BOMB, "DOCTYPE"),
        ("akn", OUTSIDE, "DOCTYPE"),
        ("akn", AKN + b"<act>" + b"<section>" * 5000, "không phải XML đúng dạng"),
        ("json", b"", "lược đồ minhphap/document/1"),
        ("json", b"[]", "lược đồ minhphap/document/1"),
        ("json", b"{}", "thiếu trường doc"),
        ("json", b"{'a'}", "ở byte 1"),
        ("json", b"\xff", "lược đồ minhphap/document/1"),
        ("json", GOOD.replace(b"document/1", b"document/9"), "document/9"),
        ("json", GOOD.replace(b'"clause"', b'"khoan"'), "ở $.provisions"),
        ("json", GOOD.replace(b'"level":1', b'"level":7'), "không khớp"),
        ("json", GOOD.replace(b'"start":0', b'"start":900'), "không khớp"),
        ("md", b"", "“---”"),
        ("md", b"\xff", "không phải UTF-8 (byte thứ 1)"),
        ("md", "# Điều 1".encode(), "“---”"),
        ("md", b"---\nminhphap: x\n---\n\nabc\n", "phần đầu của tệp Markdown bị hỏng"),
        ("md", b"---\nformat: 5\n---\n\nabc\n", "phần đầu của tệp Markdown bị hỏng"),
        ("md", b'---\nminhphap: 1\n---\n\n<a id="zz_1"></a>x\n', "“zz_1”"),
    ],
)
def test_bad_input_is_one_sentence(name: str, data: bytes, words: str) -> None:
    with pytest.raises(FormatError) as refused:
        load(data, name)
    assert words in refused.value.message
    assert str(refused.value) == refused.value.message
    for message in (refused.value.message, refused.value.message_en):
        assert message
        assert "\n" not in message
        assert "Traceback" not in message
        assert "lxml" not in message


def test_a_tree_deeper_than_any_law_is_refused() -> None:
    row = (
        '{{"eid":"art_{0}","type":"article","num":null,"heading":null,"start":0,"end":0,'
        '"level":{0}}}'
    )
    rows = ",".join(row.format(level) for level in range(DEEPEST + 2))
    head, _, rest = GOOD.decode().partition('"provisions":[')
    tail = rest[rest.index("]") :]
    with pytest.raises(FormatError):
        load(f'{head}"provisions":[{rows}{tail}'.encode(), "json")


@pytest.mark.parametrize("name", ["txt", "pdf", ""])
def test_a_format_that_is_not_read_is_named_with_those_that_are(name: str) -> None:
    with pytest.raises(FormatError, match="akn, json, md"):
        load(b"", name)


def test_a_format_that_is_not_written_is_named_with_those_that_are() -> None:
    with pytest.raises(FormatError, match="akn, json, md, txt"):
        export(parse_text("Điều 1. Phí"), "docx")
    assert FORMATS == ("akn", "json", "md", "txt")
