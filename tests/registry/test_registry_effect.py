"""Effect at a date, relations read out of texts."""

import datetime as dt

import pytest
from tests.registry.registry_samples import BASE, made, only, write_rows, write_texts

from minhphap.registry import build

D = dt.date


@pytest.fixture(scope="module")
def law(tmp_path_factory):
    with made(tmp_path_factory.mktemp("registry")) as registry:
        yield registry


def test_law_is_not_yet_in_force_in_force_ended(law):
    old, new = only(law, "05/2019/QH14"), only(law, "11/2031/QH17")
    assert law.status(old, D(2019, 12, 31)).state == "not_yet"
    assert law.status(old, D(2020, 1, 1)).state == "in_force"
    assert law.status(old, D(2031, 12, 31)).state == "in_force"
    ended = law.status(old, D(2032, 1, 1))
    assert (ended.state, ended.since, ended.sure) == ("ended", D(2032, 1, 1), True)
    assert law.get(ended.by.source) == new
    assert ended.by.source_eid == "art_3__para_3"


def test_open_end_is_not_certain(law):
    new = only(law, "11/2031/QH17")
    assert law.status(new, D(2040, 1, 1)).sure is False
    old = only(law, "05/2019/QH14")
    assert law.status(old, D(2025, 1, 1)).sure is True  # its end is known


def test_provision_with_a_day_of_its_own(law):
    new = only(law, "11/2031/QH17")
    assert law.status(new, D(2032, 2, 1), "art_1").state == "in_force"
    later = law.status(new, D(2032, 2, 1), "art_2__para_1")
    assert (later.state, later.since) == ("not_yet", D(2032, 3, 1))
    assert law.status(new, D(2032, 3, 1), "art_2__para_1").state == "in_force"


def test_partial_repeal_and_changes_by_clause(law):
    base, act = only(law, "40/2031/NĐ-CP"), only(law, "90/2032/NĐ-CP")
    before, after = D(2032, 3, 31), D(2032, 4, 1)
    assert law.status(base, before).state == "in_force"
    assert law.status(base, after).state == "partly"
    assert law.status(base, after, "art_3").state == "ended"
    assert law.status(base, before, "art_3").state == "in_force"
    clause = law.status(base, after, "art_2__para_1")
    assert clause.state == "in_force"
    assert [(one.kind, one.source_eid) for one in clause.changed] == [("amends", "art_1__para_1")]
    assert law.status(base, after, "art_4").changed == ()
    kinds = {(one.kind, one.target_eid) for one in law.relations(act) if one.target == base.id}
    assert {("amends", "art_2__para_1"), ("repeals", "art_3"), ("supplements", "art_2a")} <= kinds


def test_unknown_effect_stays_unknown(law):
    one = law.find("126/NQ-CP")[0]
    assert one.effect is None
    assert law.status(one, D(2030, 1, 1)).state == "unknown"


def test_stated_end_without_relation(law):
    (one,) = [d for d in law.find("07/2030/QĐ-UBND") if d.place == "tỉnh lạc sơn"]
    assert law.status(one, D(2031, 5, 31)).state == "in_force"
    assert law.status(one, D(2031, 6, 1)).state == "ended"


def test_status_ended_without_day_counts_from_the_day_it_was_read(tmp_path):
    columns = ("number", "issuer", "date", "effect_date", "status", "status date")
    rows = [("5/2020/NĐ-CP", "", "2020-01-02", "2020-03-01", "Hết hiệu lực", "2031-01-01")]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows, columns)) as law:
        one = only(law, "5/2020/NĐ-CP")
        assert law.status(one, D(2031, 1, 1)).state == "ended"
        assert law.status(one, D(2025, 1, 1)).state == "unknown"


def test_status_confirmed_up_to_the_day_it_was_read(tmp_path):
    columns = ("number", "effect_date", "status", "status date")
    rows = [("5/2020/NĐ-CP", "2020-03-01", "Còn hiệu lực", "2031-01-01")]
    with made(tmp_path, write_rows(tmp_path / "a.csv", rows, columns)) as law:
        one = only(law, "5/2020/NĐ-CP")
        assert law.status(one, D(2030, 6, 1)).sure
        assert not law.status(one, D(2031, 6, 1)).sure


def circular(number, body, effect="01 tháng 5 năm 2032", title="Về quản lý chợ"):
    return f"""BỘ CÔNG THƯƠNG
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 10 tháng 3 năm 2032
THÔNG TƯ
{title}
Bộ trưởng Bộ Công Thương ban hành Thông tư.
Điều 1. Quy định chung
Thông tư này quy định về quản lý chợ.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực thi hành từ ngày {effect}.
{body}
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Phạm Văn Dũng
"""


ENDED = [
    (
        "2. Thông tư số 01/2030/TT-BCT ngày 02 tháng 01 năm 2030 của Bộ trưởng Bộ Công Thương hướng"
        " dẫn Nghị định số 40/2031/NĐ-CP hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        {"01/2030/TT-BCT"},
    ),
    (
        "2. Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành:\n"
        "a) Thông tư số 01/2030/TT-BCT về chợ;\nb) Thông tư số 02/2030/TT-BCT về phố đi bộ.",
        {"01/2030/TT-BCT", "02/2030/TT-BCT"},
    ),
    ("2. Bãi bỏ Thông tư số 01/2030/TT-BCT và Thông tư số 02/2030/TT-BCT.",
     {"01/2030/TT-BCT", "02/2030/TT-BCT"}),
    ("2. Thông tư này thay thế Thông tư số 01/2030/TT-BCT.", {"01/2030/TT-BCT"}),
    ("2. Thông tư này thay thế các Thông tư số 01/2030/TT-BCT, Thông tư số 05/2030/TT-BCT sửa"
     " đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BCT về chợ, Thông tư số 02/2030/TT-BCT.",
     {"01/2030/TT-BCT", "02/2030/TT-BCT"}),
    ("2. Thông tư này gồm 03 Điều. Thông tư số 01/2030/TT-BCT và Thông tư số 02/2030/TT-BCT sửa đổi"
     " Thông tư số 01/2030/TT-BCT hết hiệu lực kể từ ngày Thông tư này có hiệu lực, trừ các trường"
     " hợp sau đây:\na) Giấy phép đã cấp.", {"01/2030/TT-BCT", "02/2030/TT-BCT"}),
    # false friends
    ("2. Việc bãi bỏ Thông tư số 01/2030/TT-BCT thực hiện theo quy định tại Điều 4 Nghị định số"
     " 40/2031/NĐ-CP.", set()),
    ("2. Trường hợp Thông tư số 01/2030/TT-BCT được sửa đổi, bổ sung hoặc thay thế thì áp dụng theo"
     " văn bản mới.", set()),
    ("2. Quy hoạch phát triển chợ tại Thông tư số 03/2030/TT-BCT, Thông tư số 01/2030/TT-BCT, Thông"
     " tư số 02/2030/TT-BCT được thay thế bằng quy hoạch tỉnh và hết hiệu lực kể từ ngày Thông tư"
     " này có hiệu lực thi hành.", set()),
    ("2. Bãi bỏ Điều 2 Thông tư số 03/2031/TT-BCT ngày 03 tháng 3 năm 2031 của Bộ trưởng Bộ Công"
     " Thương sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BCT ngày 02 tháng 01 năm 2030"
     " của Bộ trưởng Bộ Công Thương về chợ và Thông tư số 02/2030/TT-BCT về phố đi bộ.", set()),
    ("2. Thông tư này kế thừa Thông tư số 02/2030/TT-BCT quy định về mẫu bằng; việc in, quản lý,"
     " hủy bỏ bằng tốt nghiệp và Thông tư số 01/2030/TT-BCT về chợ.", set()),
    ("2. Bãi bỏ Điều 2 Thông tư số 03/2031/TT-BCT sửa đổi, bổ sung Thông tư số 04/2030/TT-BCT quy"
     " định về mẫu bằng; việc in, hủy bỏ bằng và Thông tư số 01/2030/TT-BCT về chợ.", set()),
    ("2. Các thủ tục tương ứng đã công bố tại các Thông tư số 03/2030/TT-BCT;\nThông tư số"
     " 04/2030/TT-BCT;\nThông tư số 01/2030/TT-BCT; Thông tư số 02/2030/TT-BCT hết hiệu lực kể từ"
     " ngày Thông tư này có hiệu lực thi hành.", set()),
    ("2. Bãi bỏ Điều 3, Điều 4 và Thông tư số 01/2030/TT-BCT.", set()),
    ("2. Giấy phép cấp theo Thông tư số 01/2030/TT-BCT còn giá trị đến khi hết hiệu lực.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "ended"), ENDED)
def test_what_a_clause_of_effect_ends(tmp_path, words, ended):
    rows = [(f"0{n}/2030/TT-BCT", "Thông tư", "", "", "", "2030-03-01", "", "") for n in (1, 2)]
    texts = {"tt.txt": circular("09/2032/TT-BCT", words), "nd.txt": BASE}
    sources = write_rows(tmp_path / "a.csv", rows), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        dead = {one.number for one in law if one.until}
        assert dead == ended
        for number in ended:
            assert only(law, number).until == D(2032, 5, 1)
        assert only(law, "40/2031/NĐ-CP").until is None


def test_part_of_a_document_is_not_the_whole(tmp_path):
    words = "2. Bãi bỏ Điều 3 và các quy định về phí tại Thông tư số 01/2030/TT-BCT."
    rows = [("01/2030/TT-BCT", "Thông tư", "", "", "", "2030-03-01", "", "")]
    texts = {"tt.txt": circular("09/2032/TT-BCT", words)}
    sources = write_rows(tmp_path / "a.csv", rows), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        one = only(law, "01/2030/TT-BCT")
        assert one.until is None
        assert law.status(one, D(2033, 1, 1)).state == "partly"


def test_end_with_exception_is_marked(tmp_path):
    words = (
        "2. Thông tư số 01/2030/TT-BCT hết hiệu lực kể từ ngày 15 tháng 6 năm 2032, trừ trường hợp"
        " quy định tại Điều 1 Thông tư này."
    )
    rows = [("01/2030/TT-BCT", "Thông tư", "", "", "", "2030-03-01", "", "")]
    texts = {"tt.txt": circular("09/2032/TT-BCT", words)}
    sources = write_rows(tmp_path / "a.csv", rows), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        (end,) = law.relations(only(law, "01/2030/TT-BCT"), "in", {"repeals"})
        assert (end.excepted, end.date) == (True, D(2032, 6, 15))


def test_lower_document_does_not_end_a_higher_one(tmp_path):
    words = "2. Bãi bỏ Nghị định số 40/2031/NĐ-CP."
    texts = {"tt.txt": circular("09/2032/TT-BCT", words), "nd.txt": BASE}
    with made(tmp_path, write_texts(tmp_path / "t", texts)) as law:
        assert only(law, "40/2031/NĐ-CP").until is None
        assert "lower_changes_higher" in {one.code for one in law.conflicts()}


CHANGES_NOTHING = [
    # a notice has no rank and changes no decree
    ("15/TB-BCT", "THÔNG BÁO", "2032-03-10", "Nghị định số 40/2031/NĐ-CP", "lower_changes_higher"),
    # what came later cannot have been changed
    (
        "09/2030/NĐ-CP",
        "NGHỊ ĐỊNH",
        "2030-03-10",
        "Nghị định số 40/2031/NĐ-CP",
        "earlier_changes_later",
    ),
    ("09/2032/NĐ-CP", "NGHỊ ĐỊNH", "2032-03-10", "Hiến pháp năm 2013", "lower_changes_higher"),
]


@pytest.mark.parametrize(("number", "kind", "day", "target", "code"), CHANGES_NOTHING)
def test_what_cannot_change_a_document_is_a_reference(tmp_path, number, kind, day, target, code):
    year, month, date = day.split("-")
    text = (
        f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: {number}\nHà Nội, ngày {date} tháng {month} năm"
        f" {year}\n{kind}\nVề chợ\nĐiều 1. Sửa đổi\nSửa đổi, bổ sung Điều 2 của {target} như sau:\n"
        "“Điều 2. Chợ\nChợ họp hằng ngày.”.\nĐiều 2. Tổ chức thực hiện\nCác bộ thực hiện.\n"
    )
    (tmp_path / "hp.csv").write_text(
        "number,kind,title,issuer,date\nHiến pháp 2013,Hiến pháp,Hiến pháp nước Cộng hòa xã hội chủ"
        " nghĩa Việt Nam,Quốc hội,2013-11-28\n",
        encoding="utf-8",
    )
    folder = write_texts(tmp_path / "t", {"a.txt": text, "b.txt": BASE})
    with made(tmp_path, tmp_path / "hp.csv", folder) as law:
        source = only(law, number)
        kinds = {one.kind for one in law.relations(source, "out")}
        assert kinds <= {"refers", "basis"}
        assert code in {one.code for one in law.conflicts()}


def test_effect_long_before_the_signature_is_a_slip(tmp_path):
    rows = [
        ("01/2030/TT-BCT", "2029-03-01", "2030-03-01"),
        ("02/2030/TT-BCT", "2030-02-25", "2030-03-01"),
    ]
    write_rows(tmp_path / "a.csv", rows, ("number", "effect_date", "date"))
    with made(tmp_path, tmp_path / "a.csv") as law:
        assert only(law, "01/2030/TT-BCT").effect is None
        assert only(law, "02/2030/TT-BCT").effect == D(2030, 2, 25)


def test_catalogue_that_says_in_force_after_the_end_is_noted_and_not_overruled(tmp_path):
    columns = ("number", "effect_date", "status", "status date")
    rows = [("01/2030/TT-BCT", "2030-03-01", "Còn hiệu lực", "2033-01-01")]
    texts = {"tt.txt": circular("09/2032/TT-BCT", "2. Bãi bỏ Thông tư số 01/2030/TT-BCT.")}
    sources = write_rows(tmp_path / "a.csv", rows, columns), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        status = law.status(only(law, "01/2030/TT-BCT"), D(2032, 9, 1))
        assert (status.state, status.sure) == ("ended", False)
        assert "status_disagrees" in {one.code for one in law.conflicts()}


def test_relations_reported_by_others(tmp_path):
    words = (
        "2. Thực hiện theo Nghị định số 40/2031/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số"
        " 90/2032/NĐ-CP."
    )
    columns = ("number", "effect_date")
    rows = [("90/2032/NĐ-CP", "2032-04-01"), ("40/2031/NĐ-CP", "2031-10-15")]
    texts = {"tt.txt": circular("09/2032/TT-BCT", words)}
    sources = write_rows(tmp_path / "a.csv", rows, columns), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        base = only(law, "40/2031/NĐ-CP")
        (told,) = law.relations(base, "in", {"amends"})
        assert law.get(told.source).number == "90/2032/NĐ-CP"
        assert law.get(told.teller).number == "09/2032/TT-BCT"
        assert (told.sure, told.date) == ("attested", D(2032, 4, 1))


def test_bases_and_guidance(law):
    decree = only(law, "40/2031/NĐ-CP")
    (basis,) = law.relations(decree, "out", {"basis"})
    assert law.get(basis.target).number == "05/2019/QH14"
    incoming = law.relations(only(law, "05/2019/QH14"), "in")
    assert {one.kind for one in incoming} == {"basis", "repeals"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("kể từ ngày ký", D(2032, 3, 10)),
        ("sau 45 ngày kể từ ngày ký ban hành", D(2032, 4, 24)),
        ("sau mười lăm ngày, kể từ ngày ký", D(2032, 3, 25)),
        ("từ ngày 01/6/2032", D(2032, 6, 1)),
        ("sau 15 ngày, kể từ ngày đăng Công báo", None),
    ],
)
def test_day_of_effect_in_words(tmp_path, words, day):
    text = circular("09/2032/TT-BCT", "").replace("từ ngày 01 tháng 5 năm 2032", words)
    with made(tmp_path, write_texts(tmp_path / "t", {"a.txt": text})) as law:
        assert only(law, "09/2032/TT-BCT").effect == day


@pytest.mark.parametrize(
    "words",
    [
        "2. Điều kiện tại các văn bản trái với khoản 3 Điều 1 của Thông tư này hết hiệu lực kể từ"
        " ngày 01 tháng 7 năm 2033.",
        "2. Điều 1 của Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2032 đến hết ngày 31 tháng"
        " 12 năm 2033.",
        "2. Nghị định này hết hiệu lực kể từ ngày 01 tháng 7 năm 2033.",
    ],
)
def test_what_ends_is_not_the_document(tmp_path, words):
    text = circular("09/2032/TT-BCT", words)
    with made(tmp_path, write_texts(tmp_path / "t", {"a.txt": text})) as law:
        one = only(law, "09/2032/TT-BCT")
        assert (one.effect, one.until) == (D(2032, 5, 1), None)


def test_a_document_that_says_it_ends(tmp_path):
    words = "2. Thông tư này hết hiệu lực kể từ ngày 01 tháng 7 năm 2033."
    text = circular("09/2032/TT-BCT", words)
    with made(tmp_path, write_texts(tmp_path / "t", {"a.txt": text})) as law:
        assert only(law, "09/2032/TT-BCT").until == D(2033, 7, 1)


def test_effect_that_ends_by_itself(tmp_path):
    text = circular("09/2032/TT-BCT", "", "01 tháng 5 năm 2032 đến hết ngày 31 tháng 12 năm 2033")
    with made(tmp_path, write_texts(tmp_path / "t", {"a.txt": text})) as law:
        one = only(law, "09/2032/TT-BCT")
        assert one.until == D(2034, 1, 1)
        assert law.status(one, D(2033, 12, 31)).sure


def test_title_of_a_law_is_learned_from_those_who_cite_it(tmp_path):
    rows = [("33/2028/QH16", "Luật", "", "Quốc hội", "2028-06-14", "2029-01-01", "", "")]
    texts = {
        f"{n}.txt": circular(f"0{n}/2032/TT-BCT", "2. Thực hiện theo Luật Bến bãi số 33/2028/QH16.")
        for n in (1, 2, 3)
    }
    sources = write_rows(tmp_path / "a.csv", rows), write_texts(tmp_path / "t", texts)
    with made(tmp_path, *sources) as law:
        (one,) = law.titled("Luật Bến bãi")
        assert one.number == "33/2028/QH16"
        (fact,) = [fact for fact in law.facts(one) if fact.field == "title"]
        assert (fact.value, fact.sure) == ("Luật Bến bãi", "attested")
        grown = tmp_path / "grown.sqlite"
        first = build([sources[0]], grown, workers=1)
        assert build([sources[1]], grown, base=grown, workers=1).hash == law.hash != first.hash


def test_changes_between_two_days(law):
    found = list(law.changes(D(2032, 1, 1), D(2032, 12, 31)))
    days = {one.date for one in found if one.kind != "basis"}
    assert {D(2032, 1, 1), D(2032, 4, 1)} <= days
    assert all(D(2032, 1, 1) <= one.date <= D(2032, 12, 31) for one in found)
