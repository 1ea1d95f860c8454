"""From citations to documents and provisions: never a link on a guess."""

import datetime as dt

import pytest
from tests.registry.registry_samples import BASE, DECREE, ROWS, made, only, write_rows, write_texts

from minhphap.citations import Target, Work, cite
from minhphap.intake import Source
from minhphap.structure import Metadata, parse

DAY = dt.date(2032, 6, 1)
SON_HA = Metadata(issuer="Ủy ban nhân dân tỉnh Sơn Hà", kind="decision")


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    with made(tmp_path_factory.mktemp("registry")) as registry:
        yield registry


def work(**fields):
    return Work(**fields)


def test_number_with_year_of_a_central_body(law):
    found = law.resolve(work(kind="decree", number="40/2031/NĐ-CP"), DAY)
    assert (found.verdict, found.document.number) == ("resolved", "40/2031/NĐ-CP")
    assert law.resolve(work(number="040/2031/nđ-cp"), DAY).document == found.document


def test_unknown_number_is_unknown_and_not_dead(law):
    found = law.resolve(work(kind="decree", number="41/2031/NĐ-CP"), DAY)
    assert (found.verdict, found.reasons, found.document) == (
        "unknown", ("number_not_known",), None,
    )  # fmt: skip


def test_number_without_year_needs_its_date(law):
    found = law.resolve(work(kind="resolution", number="126/NQ-CP"), DAY)
    assert found.verdict == "ambiguous"
    assert [one.date.year for one in found.candidates] == [2021, 2023, 2026]
    dated = work(kind="resolution", number="126/NQ-CP", date=dt.date(2023, 8, 14))
    assert law.resolve(dated, DAY).document.title == "Về hoàn thiện thể chế"


def test_only_one_document_of_a_number_without_year_is_still_a_guess(tmp_path):
    with made(tmp_path, write_rows(tmp_path / "a.csv", ROWS[1:2])) as law:
        found = law.resolve(work(number="126/NQ-CP"), DAY)
        assert (found.verdict, found.reasons) == ("ambiguous", ("year_not_given",))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "circular", "number": "40/2031/NĐ-CP"}, "kind_differs"),
        ({"number": "40/2031/NĐ-CP", "date": dt.date(2031, 9, 2)}, "date_differs"),
        ({"number": "07/2030/QĐ-UBND", "issuer": "Ủy ban nhân dân tỉnh Đồng Bằng"},
         "issuer_differs"),
    ],
)  # fmt: skip
def test_what_contradicts_is_no_link(law, fields, reason):
    found = law.resolve(work(**fields), DAY)
    assert (found.verdict, found.reasons) == ("unknown", (reason,))
    assert found.candidates


def test_number_of_another_law_than_the_title_says(tmp_path):
    rows = [
        ("23/2028/QH16", "Luật", "Luật Cạnh tranh vùng cao", "Quốc hội", "2028-06-12", "", "", ""),
        ("25/2028/QH16", "Luật", "Luật Tố giác", "Quốc hội", "2028-06-12", "", "", ""),
    ]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        wrong = work(kind="law", number="23/2028/QH16", title="Luật Tố giác")
        assert law.resolve(wrong, DAY).reasons == ("title_differs",)
        right = work(kind="law", number="25/2028/QH16", title="Luật Tố giác")
        assert law.resolve(right, DAY).verdict == "resolved"


def test_local_number_is_of_the_issuer_that_is_named(law):
    named = work(number="07/2030/QĐ-UBND", issuer="Uỷ ban nhân dân Tỉnh Lạc Sơn")
    assert law.resolve(named, dt.date(2030, 9, 1)).document.place == "tỉnh lạc sơn"
    own = work(number="07/2030/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh")
    assert law.resolve(own, DAY, citing=SON_HA).document.place == "tỉnh sơn hà"
    assert law.resolve(own, DAY).reasons == ("issuer_not_given",)
    nobody = work(number="07/2030/QĐ-UBND")
    assert law.resolve(nobody, DAY, citing=SON_HA).reasons == ("issuer_not_given",)
    dated = work(number="07/2030/QĐ-UBND", date=dt.date(2030, 2, 3))
    assert law.resolve(dated, DAY, citing=SON_HA).document.place == "tỉnh sơn hà"


def test_title_with_year_or_date(law):
    by_year = work(kind="law", title="Luật Chợ và phố đi bộ", year=2031)
    assert law.resolve(by_year, DAY).document.number == "11/2031/QH17"
    by_date = work(kind="law", title="Luật chợ", date=dt.date(2019, 6, 14))
    assert law.resolve(by_date, dt.date(2031, 1, 1)).document.number == "05/2019/QH14"
    other = work(kind="law", title="Luật Chợ", year=2018)
    assert law.resolve(other, DAY).reasons == ("date_differs",)


def test_title_alone_means_the_law_that_stood_where_that_is_certain(law):
    title = work(kind="law", title="Luật Chợ")
    assert law.resolve(title, dt.date(2031, 5, 1)).document.number == "05/2019/QH14"
    assert law.resolve(title, dt.date(2033, 1, 1)).reasons == ("none_in_force",)
    assert law.resolve(title).reasons == ("year_not_given",)
    open_end = work(kind="law", title="Luật Chợ và phố đi bộ")
    assert law.resolve(open_end, DAY).reasons == ("end_not_known",)


def test_title_alone_after_a_new_law_was_passed_is_doubtful(tmp_path):
    rows = [
        ROWS[0],
        ("15/2031/QH17", "Luật", "Luật Chợ", "Quốc hội", "2031-05-20", "2032-01-01", "", ""),
    ]
    relations = [("15/2031/QH17", "05/2019/QH14", "bãi bỏ", "2032-01-01")]
    columns = ("from_number", "to_number", "relation", "date")
    table = write_rows(tmp_path / "quan-he.csv", relations, columns)
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows), table) as law:
        title = work(kind="law", title="Luật Chợ")
        assert law.resolve(title, dt.date(2031, 5, 1)).document.number == "05/2019/QH14"
        between = law.resolve(title, dt.date(2031, 9, 1))
        assert (between.verdict, between.reasons) == ("ambiguous", ("several",))
        assert len(between.candidates) == 2


def test_law_that_names_its_own_title(law):
    title = work(kind="law", title="Luật Chợ")
    newer = Metadata(kind="law", title="Luật Chợ")
    found = law.resolve(title, dt.date(2031, 5, 1), citing=newer)
    assert (found.verdict, found.reasons) == ("ambiguous", ("own_title",))


def test_title_of_an_amending_law_is_another_title(tmp_path):
    rows = [
        ("05/2019/QH14", "Luật", "Luật Chợ", "Quốc hội", "2019-06-14", "2020-01-01", "", ""),
        ("06/2021/QH15", "Luật", "Luật sửa đổi, bổ sung một số điều của Luật Chợ", "Quốc hội",
         "2021-06-14", "2022-01-01", "", ""),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert [one.number for one in law.titled("Luật Chợ")] == ["05/2019/QH14"]


def test_provisions_in_force_ended_and_missing(law):
    decree = work(number="40/2031/NĐ-CP")

    def verdict(eid, on=DAY):
        found = law.resolve(Target(decree, eid, 0, 0), on)
        return found.verdict, found.eid, found.reasons

    assert verdict("art_2__para_2") == ("resolved", "art_2__para_2", ())
    assert verdict("art_3") == ("dead", "art_3", ("provision_ended",))
    assert verdict("art_3", dt.date(2031, 12, 1)) == ("resolved", "art_3", ())
    assert verdict("art_9") == ("resolved", None, ("provision_missing",))
    assert verdict("art_2a") == ("resolved", None, ("changed_since",))  # inserted later
    assert verdict("art_1", dt.date(2031, 9, 15))[2] == ("not_yet_in_force",)


def test_provision_of_a_document_without_text(law):
    found = law.resolve(Target(work(number="05/2019/QH14"), "art_1", 0, 0), dt.date(2031, 1, 1))
    assert (found.verdict, found.reasons) == ("resolved", ("text_not_known",))


ATTACHED = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 12/2031/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 05 tháng 3 năm 2031
QUYẾT ĐỊNH
Ban hành Quy chế quản lý chợ đêm
Ủy ban nhân dân ban hành Quyết định ban hành Quy chế quản lý chợ đêm.
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ đêm.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2031.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
QUY CHẾ
Quản lý chợ đêm
(Ban hành kèm theo Quyết định số 12/2031/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định về chợ đêm.
Chương II
QUẢN LÝ
Điều 7. Giờ họp
1. Chợ họp đến 23 giờ.
"""


def test_provision_of_the_attached_regulation(tmp_path):
    folder = write_texts(tmp_path / "t", {"a.txt": ATTACHED})
    with made(tmp_path, folder) as law:
        whole = work(number="12/2031/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Sơn Hà")
        part = work(number="12/2031/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Sơn Hà", part="attached")
        eids = [
            law.resolve(Target(cited, eid, 0, 0), DAY).eid
            for cited, eid in (
                (part, "art_1"), (whole, "art_1"), (whole, "art_7__para_1"), (part, None),
                (part, "chp_2"),
            )
        ]  # fmt: skip
        assert eids == ["att_1__art_1", "art_1", "att_1__art_7__para_1", "att_1", "att_1__chp_II"]


def test_citations_of_a_draft_are_resolved_as_they_are_read(law):
    text = (
        "Căn cứ Luật Chợ số 05/2019/QH14;\n"
        "Điều 1. Phí\nThực hiện theo khoản 2 Điều 2 Nghị định số 40/2031/NĐ-CP."
    )
    found = [law.resolve(one, DAY) for one in cite(parse(Source(text=text)))]
    assert [(one.verdict, one.document.number, one.eid) for one in found] == [
        ("dead", "05/2019/QH14", None),
        ("resolved", "40/2031/NĐ-CP", "art_2__para_2"),
    ]
    assert found[0].status.since == dt.date(2032, 1, 1)
    by = law.get(found[0].status.by.source)
    assert by.number == "11/2031/QH17"


RENUMBERED = DECREE.replace(
    "Điều 2. Hiệu lực",
    "4. Khoản 2 Điều 2 được đánh số lại thành khoản 3.\nĐiều 2. Hiệu lực",
)


def test_lineage_survives_renumbering(tmp_path):
    folder = write_texts(tmp_path / "t", {"a.txt": BASE, "b.txt": RENUMBERED})
    with made(tmp_path, folder) as law:
        decree = work(number="40/2031/NĐ-CP")
        before, after = dt.date(2032, 3, 31), dt.date(2032, 4, 1)

        def lineage(eid, on):
            found = law.resolve(Target(decree, eid, 0, 0), on)
            return found.lineage, found.eid

        assert lineage("art_2__para_2", before) == ("art_2__para_2", "art_2__para_2")
        assert lineage("art_2__para_3", after) == ("art_2__para_2", "art_2__para_2")
        base = only(law, "40/2031/NĐ-CP")
        assert law.names(base, "art_2__para_2") == [
            ("art_2__para_2", None), ("art_2__para_3", after),
        ]  # fmt: skip


def test_citing_the_document_itself(law):
    assert law.resolve(Work(this=True), DAY).reasons == ("own",)


def test_ordinance_numbers_with_and_without_kind(tmp_path):
    rows = [
        ("01/2012/UBTVQH13", "Pháp lệnh", "Pháp lệnh Họp chợ", "Ủy ban Thường vụ Quốc hội",
         "2012-03-22", "2012-07-01", "", ""),
    ]  # fmt: skip
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows)) as law:
        assert only(law, "01/2012/PL-UBTVQH13").number == "01/2012/UBTVQH13"
