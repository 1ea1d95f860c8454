"""Drafts as offices write them, in every format, and what other hands do to the files."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from lxml import etree
from tests.structure.drafts import BODY, FOOT, HEAD, REGULATION

from minhphap.structure import Document, export, load, parse_text

ROOT = Path(__file__).parents[3]
XSD = ROOT / "tests" / "vectors" / "akomantoso" / "akomantoso30.xsd"
SCHEMA = etree.XMLSchema(etree.parse(XSD))
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
EXAMPLES = sorted((ROOT / "tools" / "example_texts").glob("*.txt"))
AMENDING = (
    "Điều 1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Phí gồm:\na) Phí chợ;\nb) Phí bến.”.\n"
    "Điều 2. Hiệu lực\nNgay.\n"
)
PLAN = (
    "Điều 1. Phê duyệt Đề án như sau:\nI. MỤC TIÊU\n1. Chung\nXanh.\n2. Riêng:\na) Sạch;\nb) Đẹp.\n"
    "II. KINH PHÍ\n1. Tỉnh.\n2. Xã.\nĐiều 2. Hiệu lực\nNgay.\n"
)
DRAFTS = [
    pytest.param(HEAD + BODY + FOOT + REGULATION, id="decision"),
    pytest.param(HEAD + AMENDING + FOOT, id="amending"),
    pytest.param(HEAD + PLAN + FOOT, id="plan in an article"),
    *(pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in EXAMPLES),
]


@pytest.mark.parametrize("text", DRAFTS)
@pytest.mark.parametrize("name", ["akn", "json", "md"])
def test_a_draft_comes_back_equal(name: str, text: str) -> None:
    document = parse_text(text)
    written = export(document, name)
    back = load(written, name)
    assert back == document
    assert export(back, name) == written


@pytest.mark.parametrize("text", DRAFTS)
def test_akoma_ntoso_is_valid(text: str) -> None:
    SCHEMA.assertValid(etree.fromstring(export(parse_text(text), "akn")))


def _akn(text: str) -> tuple[Document, etree._Element]:
    document = parse_text(text)
    return document, etree.fromstring(export(document, "akn"))


def test_elements_of_akoma_ntoso() -> None:
    _, root = _akn(HEAD + BODY + FOOT + REGULATION)
    clause = root.find(".//a:paragraph[@eId='art_2__para_1']", NS)
    assert clause is not None
    assert clause.find("a:num", NS).text == "1."
    assert clause.find("a:intro/a:p", NS).text == "Khu vực phường:"
    assert [point.get("eId") for point in clause.findall("a:point", NS)] == [
        "art_2__para_1__point_a",
        "art_2__para_1__point_b",
    ]
    assert root.find(".//a:article[@eId='art_2']/a:heading", NS).text == "Mức hỗ trợ"
    assert len(root.findall(".//a:preamble//a:citation", NS)) == 1
    assert len(root.findall(".//a:preamble//a:recital", NS)) == 1
    attachment = root.find(".//a:attachment[@eId='att_1']", NS)
    assert attachment.find(".//a:chapter[@eId='att_1__chp_II']", NS) is not None
    assert root.find(".//a:FRBRWork/a:FRBRnumber", NS).get("value") == "15/2026/QĐ-UBND"
    assert root.find(".//a:FRBRWork/a:FRBRdate", NS).get("date") == "2026-05-12"


def test_quoted_provisions_are_quoted_structures_of_a_mod() -> None:
    _, root = _akn(HEAD + AMENDING)
    quoted = root.find(".//a:mod/a:quotedStructure[@eId='art_1__q_1']", NS)
    assert quoted is not None
    assert quoted.find("a:paragraph", NS).get("eId") == "art_1__q_1__para_2"


def test_akoma_ntoso_that_somebody_indented_keeps_its_tree() -> None:
    document, root = _akn(HEAD + BODY + FOOT)
    etree.indent(root)
    back = load(etree.tostring(root, encoding="utf-8"), "akn")
    assert [one.eid for one in back.walk()] == [one.eid for one in document.walk()]
    assert back.meta.number == document.meta.number
    clause = back.by_eid["art_2__para_2"]
    assert back.source.text[clause.start : clause.end] == "2. Khu vực xã: 15.000 đồng/tháng."


def test_akoma_ntoso_of_another_hand_is_read() -> None:
    foreign = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <act name="act"><meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/vn/act/1"/>
      <FRBRuri value="/akn/vn/act/1"/><FRBRdate date="2026-03-01" name=""/>
      <FRBRauthor href="#x"/><FRBRcountry value="vn"/><FRBRnumber value="12/2026/QH16"/></FRBRWork>
      </identification></meta>
      <body><chapter eId="chp_I"><num>Chương I</num><heading>Chung</heading>
        <article eId="art_1"><num>Điều 1.</num><heading>Phạm vi</heading>
          <paragraph eId="art_1__para_1"><num>1.</num><content><p>Về chợ.</p></content></paragraph>
          <paragraph eId="art_1__para_2"><num>2.</num><content><p>Về bến.</p></content></paragraph>
        </article></chapter></body></act></akomaNtoso>"""
    document = load(foreign.encode(), "akn")
    assert [(one.eid, one.type, one.num) for one in document.walk()] == [
        ("chp_I", "chapter", "I"),
        ("art_1", "article", "1"),
        ("art_1__para_1", "clause", "1"),
        ("art_1__para_2", "clause", "2"),
    ]
    assert document.by_eid["art_1"].heading == "Phạm vi"
    assert document.meta.number == "12/2026/QH16"
    SCHEMA.assertValid(etree.fromstring(export(document, "akn")))


def test_markdown_reads_like_the_text() -> None:
    shown = export(parse_text(HEAD + BODY + FOOT), "md").decode()
    assert '##### <a id="art_2"></a>Điều 2. **Mức hỗ trợ**' in shown
    assert '<a id="art_2__para_1__point_a"></a>a) Hộ có từ 01 đến 04 người' in shown


def test_tables_are_tables_in_markdown_and_akoma_ntoso() -> None:
    from minhphap.intake import Block, Cell, Source
    from minhphap.structure import parse

    text = "Điều 1. Phí\nMức phí:\nLoại\nMức\nChợ\n50\nHết bảng.\n"
    blocks = [Block("paragraph", 0, 11), Block("paragraph", 12, 20)]
    for place, (start, end) in enumerate(((21, 25), (26, 29), (30, 33), (34, 36))):
        blocks.append(Block("cell", start, end, cell=Cell(0, place // 2, place % 2)))
    document = parse(Source(text, blocks=tuple(blocks)))
    assert "| Loại | Mức |\n|---|---|\n| Chợ | 50 |" in export(document, "md").decode()
    root = etree.fromstring(export(document, "akn"))
    SCHEMA.assertValid(root)
    assert [cell.text for cell in root.findall(".//a:td/a:p", NS)] == ["Loại", "Mức", "Chợ", "50"]
    for name in ("md", "akn"):
        assert load(export(document, name), name).tables == document.tables


def test_json_has_the_flat_list_that_other_programs_read() -> None:
    document = parse_text(HEAD + BODY + FOOT)
    shown = msgspec.json.decode(export(document, "json"))
    assert shown["schema"] == "minhphap/document/1"
    assert (shown["doc"], shown["kind"], shown["date"]) == (
        "15/2026/QĐ-UBND",
        "decision",
        "2026-05-12",
    )
    assert [one["eid"] for one in shown["provisions"]] == [one.eid for one in document.walk()]
    assert shown["leaves"][0][0] == 0
    assert shown["leaves"][-1][1] == len(shown["text"])


def test_a_title_that_reaches_into_a_strange_child_is_written_once() -> None:
    from minhphap.intake import Source
    from minhphap.structure.document import Metadata, Provision

    child = Provision("preamble", "preamble", 0, 0)
    whole = Provision("preamble", "preamble", 0, 1, children=(child,))
    document = Document(Source("0"), Metadata(title_span=(0, 1)), (whole,))
    data = export(document, "akn")
    assert "".join(etree.fromstring(data).find(".//a:preamble", NS).itertext()) == "0"
    assert load(data, "akn").source.text == "0"
