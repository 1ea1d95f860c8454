"""The engine: days, scopes, missing evidence, severities, selection."""

import datetime as dt

import pytest

from minhphap.intake import Source
from minhphap.rules import UnknownRuleError, all_rules, check, pack_versions, rule
from minhphap.rules.context import days_of, kind_of
from minhphap.rules.rule import LegalBasis
from minhphap.structure import Document, Metadata, Provision, parse

DAY = dt.date(2026, 3, 2)
LETTERS = "Điều 1. Hồ sơ\na) Đơn;\nc) Hóa đơn."


def points(number: str | None = None, date: dt.date | None = None) -> Document:
    a = Provision("point", "art_1__point_a", 14, 21, "a")
    c = Provision("point", "art_1__point_c", 22, 33, "c")
    article = Provision("article", "art_1", 0, 33, "1", "Hồ sơ", (a, c))
    return Document(Source(text=LETTERS), Metadata(number=number, date=date), (article,))


def test_finding_carries_place_basis_and_fingerprint() -> None:
    (found,) = check(points("12/2026/QĐ-UBND", DAY), select=["HT103"]).findings
    assert LETTERS[found.start : found.end] == "c"
    assert (found.eid, found.label) == ("art_1__point_c", "điểm c Điều 1")
    assert found.severity == "warning"
    assert [basis.valid_from for basis in found.basis] == [dt.date(2025, 4, 1)]
    assert len(found.fingerprint) == 20
    assert found.message_en


def test_basis_follows_kind_and_day() -> None:
    administrative = check(points("12/QĐ-UBND", DAY), select=["HT103"]).findings[0]
    assert "30/2020" in administrative.basis[0].citation
    old = check(points("12/2018/QĐ-UBND", dt.date(2018, 3, 2)), select=["HT103"])
    assert len(old.findings) == 1, "a text that contradicts itself needs no basis"
    assert old.findings[0].basis == ()


def test_binding_rule_without_basis_on_the_day_is_not_run() -> None:
    result = check(points("12/2018/QĐ-UBND", dt.date(2018, 3, 2)), select=["HT104"])
    assert result.findings == ()
    assert [one.rule for one in result.not_run] == ["HT104"]
    assert "02/3/2018" in result.not_run[0].reason


def test_missing_evidence_is_said() -> None:
    result = check(points(), on=DAY, select=["HT302"])
    assert [one.rule for one in result.not_run] == ["HT302"]
    empty = Document(Source(text="x"), Metadata(), ())
    assert {one.rule for one in check(empty, on=DAY, select=["HT101"]).not_run} == {"HT101"}


def test_consolidated_text_keeps_numbers_and_references_of_others() -> None:
    document = points("12/VBHN-BTC", DAY)
    consolidated = Document(
        document.source, Metadata(number="12/VBHN-BTC", kind="consolidated"), document.provisions
    )
    result = check(consolidated, on=DAY, select=["HT1"])
    assert result.findings == ()
    assert {one.rule for one in result.not_run} == {one.id for one in all_rules() if one.id < "HT2"}
    assert "hợp nhất" in result.not_run[0].reason


def test_recognised_text_proves_nothing() -> None:
    text = "Điều 1. Hồ sơ\n1. Đơn.\n2. Bản vẽ.\n2. Hóa đơn.\n3. Biên bản.\n"
    for recognised, severity in ((False, "error"), (True, "warning")):
        (found,) = check(
            parse(Source(text=text, recognised=recognised)), on=DAY, select=["HT102"]
        ).findings
        assert found.severity == severity


def test_every_rule_runs_or_says_why_not() -> None:
    empty = Document(Source(text=""), Metadata(), ())
    result = check(empty, citations=())
    quiet = {one.id for one in all_rules()} - {one.rule for one in result.not_run}
    assert quiet == {one.id for one in all_rules() if not one.requires}


def test_passed_day_wins_over_the_documents_own() -> None:
    document = points("12/2018/QĐ-UBND", dt.date(2018, 3, 2))
    assert check(document, on=DAY, select=["HT104"]).not_run == ()


def test_year_of_a_draft_gives_its_days() -> None:
    draft = points("/2026/QĐ-UBND")
    assert days_of(draft) == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert check(draft, select=["HT104"]).not_run == ()


def test_year_in_which_the_law_changed_is_not_guessed() -> None:
    (lacking,) = check(points("/2025/QĐ-UBND"), select=["HT104"]).not_run
    assert "2025" in lacking.reason
    assert "--on" in lacking.reason


def test_kinds_by_number() -> None:
    def kind(number: str | None) -> str | None:
        return kind_of(points(number))

    assert kind("12/2026/QĐ-UBND") == "executive"
    assert kind("64/2025/QH15") == "normative"
    assert kind("01/2012/UBTVQH13") == "normative"
    assert kind("215/QĐ-UBND") == "administrative"
    assert kind("69-QĐ/TW") is None
    assert kind(None) is None


def test_unverified_basis_gives_notes_only() -> None:
    for one in all_rules():
        for basis in one.basis:
            assert basis.verified or basis.valid_from, "an unverified basis needs its dates"
    text = "Điều 1. A\nB.\nTM. ỦY BAN NHÂN DÂN"
    signature = Provision("signature", "signature", 13, len(text))
    article = Provision("article", "art_1", 0, 12, "1", "A")
    meta = Metadata(number="12/2026/QĐ-UBND", date=DAY)
    document = Document(Source(text=text), meta, (article, signature))
    (found,) = check(document, select=["HT302"]).findings
    assert rule("HT302").severity == "warning"
    assert found.severity == "note"


def test_basis_governs_whole_periods() -> None:
    basis = LegalBasis("x", dt.date(2025, 4, 1), dt.date(2025, 6, 30), True, "executive")
    april, june = dt.date(2025, 4, 1), dt.date(2025, 6, 30)
    assert basis.governs("executive", april, june)
    assert not basis.governs("executive", april, dt.date(2025, 7, 1))
    assert not basis.governs("executive", dt.date(2025, 3, 31), june)
    assert not basis.governs("administrative", april, june)
    assert not basis.governs("executive", None, None)


def test_choice_of_rules() -> None:
    def ran(**chosen: list[str]) -> set[str]:
        result = check(points(), citations=(), **chosen)
        return {one.rule for one in result.findings} | {one.rule for one in result.not_run}

    assert ran(select=["HT103"]) == {"HT103"}
    assert ran(select=["chu-cai-cua-diem"]) == {"HT103"}
    assert "HT103" not in ran(ignore=["HT1"])
    assert "HT103" in ran(select=["form"])
    assert ran(select=["form"], ignore=["form"]) == set()


def test_unknown_rule_is_one_clear_sentence() -> None:
    with pytest.raises(UnknownRuleError, match=r"Không có quy tắc “HT999”"):
        check(points(), select=["HT999"])
    with pytest.raises(UnknownRuleError):
        rule("")


def test_ids_and_slugs_are_unique_and_packs_have_versions() -> None:
    names = [name for one in all_rules() for name in (one.id, one.slug)]
    assert len(names) == len(set(names))
    assert set(pack_versions()) == {one.pack for one in all_rules()}


def test_result_is_repeatable() -> None:
    document = points("12/2026/QĐ-UBND", DAY)
    assert check(document, citations=()) == check(document, citations=())
