"""Who may issue what, when; how issuers are named; which symbol is right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minhphap.law import (
    LawDataError,
    Level,
    Powers,
    expected_symbols,
    kind_named,
    kinds,
    ministry_named,
    powers,
    recognise_issuer,
    session_on,
)

OLD, LAW_2015 = dt.date(2014, 5, 5), dt.date(2020, 5, 5)
SPRING_2025, NOW = dt.date(2025, 5, 5), dt.date(2026, 5, 5)


@pytest.mark.parametrize(
    ("kind", "issuer", "level", "ranks"),
    [
        ("law", "national_assembly", "central", (1, 2, 2, 2)),
        ("resolution", "government", "central", (None, None, 5, 5)),
        ("decision", "state_audit", "central", (9, 8, None, None)),
        ("circular", "state_audit", "central", (None, None, 8, 8)),
        ("joint_circular", "joint", "central", (11, 8, 9, 9)),
        ("resolution", "council", "province", (12, 9, 10, 10)),
        ("decision", "committee", "province", (12, 10, 11, 11)),
        ("decision", "committee_chair", "province", (None, None, None, 12)),
        ("resolution", "council", "district", (12, 12, 13, None)),
        ("decision", "committee", "district", (12, 13, 14, None)),
        ("resolution", "council", "commune", (12, 14, None, 14)),
        ("decision", "committee", "commune", (12, 15, None, 15)),
        ("directive", "committee", "province", (12, None, None, None)),
    ],
)
def test_ranks_through_the_periods(
    kind: str, issuer: str, level: Level, ranks: tuple[int | None, ...]
) -> None:
    found = [
        powers().on(date).find(kind, issuer, level) for date in (OLD, LAW_2015, SPRING_2025, NOW)
    ]
    assert tuple(one.rank if one else None for one in found) == ranks


@pytest.mark.parametrize(
    ("date", "stands"),
    [("2025-03-31", True), ("2025-04-01", False), ("2025-06-30", False), ("2025-07-01", True)],
)
def test_the_gap_of_communes_begins_and_ends_on_the_day(date: str, stands: bool) -> None:
    found = powers().on(dt.date.fromisoformat(date)).find("decision", "committee", "commune")
    assert (found is not None) is stands


def test_what_was_not_read_is_not_verified() -> None:
    old = powers().on(OLD).find("decision", "committee", "province")
    new = powers().on(NOW).find("decision", "committee", "province")
    assert old is not None
    assert new is not None
    assert (old.verified, new.verified) == (False, True)
    assert (old.status, new.status) == ("to verify", "read")
    assert "64/2025/QH15" in new.source


def test_scope_of_a_body() -> None:
    scope = powers().on(NOW).scope("council", "province")
    assert scope is not None
    assert any("thí điểm" in one for one in scope.contents)
    assert powers().on(LAW_2015).scope("committee_chair", "province") is None


def test_kinds_by_name() -> None:
    found = kind_named("QUYẾT  ĐỊNH")
    assert found is not None
    assert found.id == "decision"
    assert kind_named("decision") == found
    assert kind_named("Bản nháp") is None
    assert len({kind.id for kind in kinds()}) == len(kinds())


@pytest.mark.parametrize(
    ("line", "body", "level", "place"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ", "committee", "province", "TỈNH SƠN HÀ"),
        ("UỶ BAN NHÂN DÂN TỈNH SƠN HÀ", "committee", "province", "TỈNH SƠN HÀ"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ BẾN XUÂN", "council", "commune", "XÃ BẾN XUÂN"),
        ("HĐND phường Bến Xuân", "council", "commune", "phường Bến Xuân"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "committee_chair", "province", "TỈNH SƠN HÀ"),
        ("THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN HUYỆN ĐÔNG HỒ", "council_standing", "district",
         "HUYỆN ĐÔNG HỒ"),
        ("ỦY BAN NHÂN DÂN THỊ TRẤN ĐÔNG HỒ", "committee", "commune", "THỊ TRẤN ĐÔNG HỒ"),
        ("BỘ TÀI CHÍNH", "ministry", "central", ""),
        ("CHÍNH PHỦ", "government", "central", ""),
        ("THỦ TƯỚNG CHÍNH PHỦ", "prime_minister", "central", ""),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "standing_committee", "central", ""),
        ("QUỐC HỘI", "national_assembly", "central", ""),
        ("TOÀ ÁN NHÂN DÂN TỐI CAO", "supreme_court", "central", ""),
        ("SỞ TƯ PHÁP", "department", "province", ""),
        ("TỈNH ỦY SƠN HÀ", "party", None, ""),
    ],
)  # fmt: skip
def test_issuers(line: str, body: str, level: str | None, place: str) -> None:
    found = recognise_issuer(line)
    assert found is not None
    assert (found.body, found.level, found.place) == (body, level, place)


@pytest.mark.parametrize(
    "line", ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUYẾT ĐỊNH", "", "Bến Xuân"]
)
def test_what_is_no_issuer(line: str) -> None:
    assert recognise_issuer(line) is None


def test_the_level_of_a_city_depends_on_the_date() -> None:
    line = "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÔNG HỒ"
    levels = [recognise_issuer(line, date) for date in (None, LAW_2015, NOW)]
    assert [one.level if one else "" for one in levels] == [None, "district", "province"]
    central = recognise_issuer("UBND THÀNH PHỐ CẦN THƠ", LAW_2015)
    assert central is not None
    assert central.level == "province"


@pytest.mark.parametrize(
    ("kind", "line", "date", "normative", "administrative"),
    [
        ("decision", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", NOW, ["QĐ-UBND"], ["QĐ-UBND"]),
        ("resolution", "HỘI ĐỒNG NHÂN DÂN XÃ BẾN XUÂN", NOW, ["NQ-HĐND"], ["NQ-HĐND"]),
        ("resolution", "HỘI ĐỒNG NHÂN DÂN XÃ BẾN XUÂN", SPRING_2025, [], ["NQ-HĐND"]),
        ("decision", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", NOW, ["QĐ-CTUBND"],
         ["QĐ-UBND", "QĐ-CTUBND"]),
        ("decision", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", SPRING_2025, [],
         ["QĐ-UBND", "QĐ-CTUBND"]),
        ("directive", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", NOW, [], ["CT-UBND"]),
        ("circular", "BỘ TƯ PHÁP", NOW, ["TT-BTP"], ["TT-BTP"]),
        ("decree", "CHÍNH PHỦ", NOW, ["NĐ-CP"], ["NĐ-CP"]),
        ("resolution", "CHÍNH PHỦ", LAW_2015, [], ["NQ-CP"]),
        ("law", "QUỐC HỘI", NOW, ["QH16"], []),
        ("ordinance", "ỦY BAN THƯỜNG VỤ QUỐC HỘI", LAW_2015, ["UBTVQH14", "PL-UBTVQH14"], []),
    ],
)  # fmt: skip
def test_expected_symbols(
    kind: str, line: str, date: dt.date, normative: list[str], administrative: list[str]
) -> None:
    issuer = recognise_issuer(line, date)
    assert issuer is not None
    found = expected_symbols(kind, issuer, date)
    assert [one.text for one in found if one.year] == normative
    assert [one.text for one in found if not one.year] == administrative


def test_ministries_stand_in_their_time() -> None:
    assert ministry_named("BỘ VĂN HOÁ, THỂ THAO VÀ DU LỊCH") is not None
    assert ministry_named("Bộ Giao thông vận tải", NOW) is None
    assert ministry_named("Bộ Giao thông vận tải", LAW_2015) is not None
    assert session_on(dt.date(2025, 2, 19)) == 15


def test_overlapping_periods_are_refused(tmp_path: Path) -> None:
    period = "[[power.period]]\nfirst = 2020-01-01\nrank = 1\nsource = 'x'\nstatus = 'read'\n"
    path = tmp_path / "quyen.toml"
    head = "format = 1\n[[power]]\nkind = 'law'\nissuer = 'national_assembly'\nlevel = 'central'\n"
    path.write_text(head + period * 2, encoding="utf-8")
    with pytest.raises(LawDataError, match="chồng"):
        Powers.load(path)
    path.write_text(head.replace("law", "luat") + period, encoding="utf-8")
    with pytest.raises(LawDataError, match="luat"):
        Powers.load(path)
