"""Laws without a number in the citation, and documents known by hearsay."""

import datetime as dt

import pytest
from tests.registry.registry_samples import made, only, write_rows, write_texts

from minhphap.citations import Work
from minhphap.registry import build
from minhphap.registry.reading.heads import title_of_consolidated
from minhphap.structure import Metadata

D = dt.date
DECISION = """ỦY BAN NHÂN DÂN
TỈNH LẠC SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: {number}/2034/QĐ-UBND
Lạc Sơn, ngày 0{number} tháng 3 năm 2034
QUYẾT ĐỊNH
Ban hành Quy chế chợ số {number}
ỦY BAN NHÂN DÂN TỈNH LẠC SƠN
Căn cứ Luật Cầu treo số 07/2031/QH17;
QUYẾT ĐỊNH:
Điều 1. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2034.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Tám
"""


def law_row(number, title, date, effect):
    return (number, "Luật", title, "Quốc hội", date, effect, "", "")


def decisions(folder, count):
    texts = {f"{n}.txt": DECISION.format(number=n) for n in range(1, count + 1)}
    return write_texts(folder, texts)


def bridge(tmp_path, count):
    rows = [law_row("07/2031/QH17", "Luật Cầu treo", "2031-05-20", "2032-01-01")]
    sources = write_rows(tmp_path / "a.csv", rows), decisions(tmp_path / "t", count)
    return made(tmp_path, *sources)


def test_later_documents_vouch_for_a_law_named_by_title(tmp_path):
    cited = Work(kind="law", title="Luật Cầu treo")
    with bridge(tmp_path, 3) as law:
        found = law.resolve(cited, D(2033, 1, 1))
        assert (found.verdict, found.reasons) == ("resolved", ("vouched",))
        late = law.resolve(cited, D(2034, 3, 2))  # only one was signed after this day
        assert (late.verdict, late.reasons) == ("ambiguous", ("end_not_known",))
        early = law.resolve(cited, D(2031, 6, 1))
        assert early.verdict == "ambiguous"


def test_two_documents_are_not_enough(tmp_path):
    with bridge(tmp_path, 2) as law:
        found = law.resolve(Work(kind="law", title="Luật Cầu treo"), D(2033, 1, 1))
        assert found.verdict == "ambiguous"


def test_constitution_by_whatever_name(tmp_path):
    name = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
    columns = (
        "number",
        "kind",
        "title",
        "date",
        "effect date",
        "expiry date",
        "status",
        "status date",
    )
    rows = [
        ("Hiến pháp 1992", "Hiến pháp", name, "1992-04-15", "1992-04-18", "2014-01-01", "", ""),
        ("Hiến pháp 2013", "Hiến pháp", name, "2013-11-28", "2014-01-01", "", "Còn hiệu lực",
         "2026-06-01"),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows, columns)) as law:
        for title in (name, "Hiến pháp", "HIẾN PHÁP nước Cộng hoà xã hội chủ nghĩa Việt Nam"):
            cited = Work(kind="constitution", title=title)
            assert law.resolve(cited, D(2020, 1, 1)).document.number == "Hiến pháp 2013"
            assert law.resolve(cited, D(2010, 1, 1)).document.number == "Hiến pháp 1992"
            old = Metadata(kind="law", title="")
            assert law.resolve(cited, D(2020, 1, 1), citing=old).verdict == "resolved"
        dated = Work(kind="constitution", title=name, year=1992)
        assert law.resolve(dated, D(2020, 1, 1)).verdict == "dead"


def test_number_tells_that_a_law_came_later(tmp_path):
    rows = [law_row("07/2031/QH17", "Luật Cầu treo", "2031-05-20", "2032-01-01"),
            law_row("09/2045/QH19", "Luật Cầu treo", "", "")]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert law.status(only(law, "09/2045/QH19"), D(2040, 1, 1)).state == "not_yet"
        found = law.resolve(Work(kind="law", title="Luật Cầu treo"), D(2040, 1, 1))
        assert [one.number for one in found.candidates] == ["07/2031/QH17"]


def test_hearsay_joins_what_a_source_describes(tmp_path):
    columns = ("number", "title", "date", "sure")
    proper = write_rows(
        tmp_path / "a.csv", [("40/2031/NĐ-CP", "Về chợ", "2031-09-01", "")], columns
    )
    heard = [("40/2031/NĐ-CP", "", "2031-09-11", "attested"),
             ("41/2031/NĐ-CP", "", "2031-09-12", "attested")]  # fmt: skip
    other = write_rows(tmp_path / "b.csv", heard, columns)
    with made(tmp_path, proper, other) as law:
        assert only(law, "40/2031/NĐ-CP").date == D(2031, 9, 1)
        one = only(law, "41/2031/NĐ-CP")
        assert one.date == D(2031, 9, 12)
        assert {fact.sure for fact in law.facts(one)} == {"attested"}
        assert law.status(one, D(2040, 1, 1)).state == "unknown"


def test_number_of_the_assembly_without_its_term(tmp_path):
    rows = [law_row("79/2006/QH", "Luật Đê điều", "2006-11-29", ""),
            law_row("79/2006/QH11", "Luật Đê điều", "2006-11-29", ""),
            law_row("05/2021/QH", "Luật Chợ", "", "")]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert only(law, "79/2006/QH").number == only(law, "79/2006/QH11").number
        assert law.find("05/2021/QH15") == []  # two terms met in 2021


def test_statement_by_hearsay_does_not_depend_on_order(tmp_path):
    columns = ("number", "title", "date", "sure")
    a = write_rows(tmp_path / "a.csv", [("40/2031/NĐ-CP", "", "2031-09-11", "attested")], columns)
    b = write_rows(tmp_path / "b.csv", [("40/2031/NĐ-CP", "Về chợ", "2031-09-01", "")], columns)
    one = build([a, b], tmp_path / "one.sqlite")
    other = build([b, a], tmp_path / "other.sqlite")
    assert one.hash == other.hash


@pytest.mark.parametrize(
    ("title", "base", "clean"),
    [
        (
            "LUẬT CHỢ Luật Chợ số 05/2019/QH14 ngày 14 tháng 6 năm 2019 của Quốc hội",
            Work(kind="law", number="05/2019/QH14"),
            "Luật Chợ",
        ),
        ("CHỢ VÀ PHỐ ĐI BỘ", Work(kind="law", number="11/2031/QH17"), "Luật Chợ và phố đi bộ"),
        (
            "Quy định về phí chợ[1] Thông tư số 09/2032/TT-BCT ngày 10 tháng 3 năm 2032",
            Work(kind="circular", number="09/2032/TT-BCT"),
            "Quy định về phí chợ",
        ),
        (
            "Hướng dẫn trợ cấp theo Quyết định số 57/2031/QĐ-TTg",
            Work(kind="decision", number="57/2031/QĐ-TTg"),
            "Hướng dẫn trợ cấp theo Quyết định số 57/2031/QĐ-TTg",
        ),
        ("Về chợ", None, "Về chợ"),
    ],
)
def test_title_of_a_consolidated_text(title, base, clean):
    """Below it stands what the text is a consolidation of; that is no part of the title."""
    assert title_of_consolidated(title, base) == clean
