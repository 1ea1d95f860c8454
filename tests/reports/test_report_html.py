import re

import msgspec
import pytest
from lxml import html
from report_samples import CHECKED, CLEAN, REPORT, TEXT
from word_samples import finding, read, word_file

from minhphap.reports import Checked, Report, UnwritableError, render
from minhphap.structure import Document, Metadata


@pytest.fixture(scope="module")
def page():
    return html.fromstring(render(REPORT, "html").decode())


def test_the_page_loads_nothing(page):
    text = render(REPORT, "html").decode()
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert "url(" not in text
    assert "@import" not in text
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not page.xpath("//*[@style or @onclick or @onload]")


def test_the_policy_names_the_very_style_and_script():
    import base64
    import hashlib

    text = render(REPORT, "html").decode()
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in text


def test_the_whole_text_stands_in_the_middle():
    law = html.fromstring(render(REPORT, "html").decode()).get_element_by_id("top")
    for aside in law.xpath(".//aside"):
        aside.drop_tree()
    for reference in law.xpath(".//a[contains(@class, 'ref')]"):
        reference.drop_tree()
    assert "\n".join(one.text_content() for one in law) == TEXT


def test_findings_stand_after_their_clause_and_are_marked(page):
    mark = page.get_element_by_id("m2")
    assert (mark.tag, mark.get("class"), mark.text_content()) == ("mark", "error", "khoản 9 Điều 2")
    clause = page.get_element_by_id("art_1__para_1")
    note = clause.getnext().find(".//section")
    assert note.get("id") == "n2"
    text = note.text_content()
    for words in (
        "phải xử lý",
        "khoản 1 Điều 1",
        "<script>alert(1)</script>",
        "Kiểm tra lại số.",
        "Khoản 1 Điều 63 Nghị định số 78/2025/NĐ-CP (hiệu lực từ 01/4/2025)",
    ):
        assert words in text
    assert [one.get("href") for one in page.xpath("//section[@id='n2']//dd/a")] == ["#e2-1"]
    assert page.get_element_by_id("e2-1").text_content() == "Điều 2. Hiệu lực thi hành"


def test_every_link_leads_somewhere(page):
    names = set(page.xpath("//@id"))
    assert len(names) == len(page.xpath("//@id"))
    for link in page.xpath("//a/@href"):
        assert link[1:] in names


def test_the_tree_counts_and_names(page):
    rows = page.xpath("//nav//li")
    assert [row.text_content() for row in rows] == [
        "Phần đầu và căn cứ●1", "Điều 1. Mức thu phí■1▲1", "Điều 2. Hiệu lực thi hành", "Nơi nhận",
    ]  # fmt: skip
    assert [("clean" in row.get("class")) for row in rows] == [False, False, True, True]


def test_a_reader_of_the_screen_finds_its_way(page):
    root = page.getroottree().getroot()
    assert root.get("lang") == "vi"
    assert page.xpath("//title")[0].text
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//main")
    assert page.xpath("//nav/@aria-label")
    assert all(one.get("aria-label") for one in page.xpath("//a[contains(@class, 'ref')]"))
    for section in page.xpath("//section"):
        assert section.get("aria-labelledby") in page.xpath("//@id")
    assert [one.text_content() for one in page.xpath("//h4")][:1] == ["Điều 1. Mức thu phí"]


def test_numbers_of_documents_are_not_broken():
    source = read(word_file())
    checked = Checked(Document(source, Metadata(), ()))
    text = render(Report((checked,)), "html").decode()
    assert '<span class="nb">12/2026/NQ-HĐND</span>' in text
    assert text.count("<tr>") == 2


def test_the_foot_says_by_what_and_what_was_not_run(page):
    foot = page.xpath("//footer")[0].text_content()
    assert "minhphap 0.1.0, form 2026.11, theo pháp luật ngày 02/11/2026" in foot
    assert "HT401, HT402: chưa rõ ngày ban hành" in foot
    assert "Chữ do máy nhận dạng từ ảnh." in page.xpath("//header")[0].text_content()


def test_spans_that_meet_nest_and_are_empty():
    spans = [(0, 10), (5, 15), (5, 15), (7, 7), (len(TEXT), len(TEXT)), (0, len(TEXT))]
    checked = msgspec.structs.replace(CHECKED, findings=tuple(finding(*one) for one in spans))
    page = html.fromstring(render(Report((checked,)), "html").decode())
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {f"m{i}" for i in range(1, 7)} <= set(names)
    assert {f"n{i}" for i in range(1, 7)} <= set(names)


def test_english_page_keeps_the_law_vietnamese():
    page = html.fromstring(render(REPORT, "html", lang="en").decode())
    assert page.getroottree().getroot().get("lang") == "en"
    assert page.get_element_by_id("top").get("lang") == "vi"
    assert "must be answered" in page.text_content()


def test_a_clean_draft_says_so():
    text = render(CLEAN, "html").decode()
    assert "Các quy tắc đã chạy không thấy chỗ nào phải xem." in text


def test_a_usual_draft_stays_small():
    lines = "\n".join(f"{i}. Tổ chức, cá nhân nộp phí theo mức sau đây." for i in range(700))
    found = tuple(finding(i * 60, i * 60 + 12) for i in range(60))
    checked = Checked(Document(msgspec.structs.replace(CHECKED.document.source, text=lines),
                               Metadata(), ()), found)  # fmt: skip
    size = len(render(Report((checked,)), "html"))
    assert size <= 200_000 + len(lines.encode())


def test_one_page_holds_one_document():
    with pytest.raises(UnwritableError, match="đúng một văn bản"):
        render(Report((CHECKED, CHECKED)), "html")
