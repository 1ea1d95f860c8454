"""Rules on legal footing: what they need, how grave they are, what they leave alone."""

import datetime as dt

import pytest

from minhphap.intake import Source
from minhphap.registry import Registry, build
from minhphap.rules import all_rules, check
from minhphap.structure import Document, parse

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày {day}
QUYẾT ĐỊNH
Quy định quản lý chợ
{bases}
Ủy ban nhân dân ban hành Quyết định quy định quản lý chợ.
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định về chợ.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực thi hành từ ngày {effect}.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
"""
LEGALITY = [rule.id for rule in all_rules() if rule.pack == "legality"]


def draft(
    bases: str = "Căn cứ Luật Tổ chức chính quyền địa phương số 11/2028/QH16;",
    number: str = "60/2029/QĐ-UBND",
    day: str = "12 tháng 11 năm 2029",
    effect: str = "01 tháng 12 năm 2029",
) -> Document:
    text = HEAD.format(number=number, day=day, effect=effect, bases=bases)
    return parse(Source(text=text))


def test_without_known_law_rules_that_ask_it_do_not_run() -> None:
    result = check(draft(), select=["legality"])
    silent = {one.rule: one.reason for one in result.not_run}
    assert "--registry" in silent["PL101"]
    assert {"PL401", "PL501"}.isdisjoint(silent)
    assert result.law == ""


def test_draft_with_only_a_year_is_not_held_against_one_day(law: Registry) -> None:
    result = check(draft(day="   tháng    năm 2029"), select=["PL101"], law=law)
    assert [one.rule for one in result.not_run] == ["PL101"]


def test_result_names_the_snapshot(law: Registry) -> None:
    assert check(draft(), law=law).law == law.hash


@pytest.mark.parametrize(
    ("basis", "severity"),
    [
        ("Căn cứ Luật Chợ số 05/2019/QH14;", "error"),
        ("Căn cứ Nghị định số 43/2026/NĐ-CP;", "warning"),  # a catalogue says it is in force
    ],
)
def test_error_only_where_it_is_proven(law: Registry, basis: str, severity: str) -> None:
    (found,) = check(draft(basis), select=["PL101"], law=law).findings
    assert found.severity == severity
    assert "05/2019/QH14" in found.message or "43/2026/NĐ-CP" in found.message


def test_what_replaces_it_is_said(law: Registry) -> None:
    (found,) = check(draft("Căn cứ Nghị định số 41/2026/NĐ-CP;"), select=["PL101"], law=law)
    assert "Nghị định số 42/2028/NĐ-CP" in found.message
    assert "từ ngày 01/7/2028" in found.message
    assert found.basis[0].citation == "Điều 62 Nghị định số 78/2025/NĐ-CP"


def test_a_later_law_of_the_same_title_is_pointed_at(tmp_path):
    """Nothing read says that it ended; it is neither taken for in force nor for dead."""
    (tmp_path / "a.csv").write_text(
        "number,kind,title,issuer,date,effect_date\n"
        "05/2019/QH14,Luật,Luật Chợ,Quốc hội,2019-06-14,2020-01-01\n"
        "11/2027/QH16,Luật,Luật Chợ,Quốc hội,2027-05-20,2028-01-01\n"
        "12/2028/QH16,Luật,Luật sửa đổi Luật Chợ số 05/2019/QH14,Quốc hội,2028-05-20,2028-07-01\n",
        encoding="utf-8",
    )
    build([tmp_path / "a.csv"], tmp_path / "x.sqlite", workers=1)
    with Registry.open(tmp_path / "x.sqlite") as law:
        basis = "Căn cứ Luật Chợ số 05/2019/QH14;"
        (found,) = check(draft(basis), select=["PL101", "PL204"], law=law).findings
        assert (found.rule, found.severity) == ("PL101", "warning")
        assert "có thể đã được thay thế" in found.message
        assert "Luật Chợ số 11/2027/QH16 cùng tên, có hiệu lực từ ngày 01/01/2028" in found.message
        (old,) = law.find("05/2019/QH14")
        assert law.status(old, dt.date(2027, 12, 31)).state == "in_force"
        then = law.status(old, dt.date(2028, 1, 1))
        assert (then.state, then.sure) == ("unknown", False)
        assert law.get(then.successor).number == "11/2027/QH16"
        assert law.status(old, dt.date(2028, 1, 1), "art_1").successor == then.successor
        assert (
            check(draft("Căn cứ Luật Chợ số 11/2027/QH16;"), select=["PL101"], law=law).findings
            == ()
        )


UNKNOWN = """Căn cứ Luật Chợ nổi số 70/2027/QH16;
Căn cứ Nghị định số 71/2027/NĐ-CP ngày 01 tháng 01 năm 2020 của Chính phủ;
Căn cứ Nghị quyết số 126/NQ-CP của Chính phủ;
Căn cứ Quyết định số 72/2027/QĐ-UBND ngày 03 tháng 3 năm 2027 của Ủy ban nhân dân tỉnh Lạc Sơn;
Căn cứ Luật Bảo vệ chợ;"""


def test_unknown_is_never_reported_as_wrong(law: Registry) -> None:
    asked = ["PL101", "PL102", "PL201", "PL202", "PL203", "PL204", "PL503", "PL504"]
    assert check(draft(UNKNOWN), select=asked, law=law).findings == ()


def test_law_of_the_day_decides(law: Registry) -> None:
    early = draft(
        "Căn cứ Luật Chợ số 05/2019/QH14;", "60/2028/QĐ-UBND", "12 tháng 11 năm 2028",
        "01 tháng 12 năm 2028",
    )  # fmt: skip
    assert check(early, select=["PL101"], law=law).findings == ()
    later = check(early, on=dt.date(2030, 1, 1), select=["PL101"], law=law)
    assert [one.rule for one in later.findings] == ["PL101"]


@pytest.mark.parametrize(
    ("day", "effect", "severity"),
    [
        ("20 tháng 3 năm 2025", "01 tháng 01 năm 2025", "error"),  # never for local documents then
        ("20 tháng 5 năm 2025", "01 tháng 5 năm 2025", "warning"),  # exceptionally since 1/4/2025
    ],
)
def test_retroactive_effect_by_period(day: str, effect: str, severity: str) -> None:
    document = draft(number="12/2025/QĐ-UBND", day=day, effect=effect)
    (found,) = check(document, select=["PL402"]).findings
    assert found.severity == severity


@pytest.mark.parametrize(
    ("number", "day", "effect", "found"),
    [
        ("043/2025/QĐ-UBND", "18 tháng 12 năm 2025", "28 tháng 12 năm 2025", 0),
        ("043/2025/QĐ-UBND", "18 tháng 12 năm 2025", "27 tháng 12 năm 2025", 1),
        ("43/2018/QĐ-UBND", "18 tháng 12 năm 2018", "28 tháng 12 năm 2018", 0),
    ],
)
def test_least_days_before_effect(number: str, day: str, effect: str, found: int) -> None:
    document = draft(number=number, day=day, effect=effect)
    assert len(check(document, select=["PL401"]).findings) == found


def test_pack_is_complete() -> None:
    assert len(LEGALITY) == 17
    assert all(one.startswith("PL") for one in LEGALITY)
