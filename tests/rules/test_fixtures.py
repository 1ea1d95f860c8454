"""Each rule is held against annotated examples with exact words."""

from collections import Counter
from pathlib import Path

import pytest

from minhphap.registry import Registry
from minhphap.rules import Rule, all_rules
from minhphap.rules.fixtures import read, run

FOLDER = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_rule_agrees_with_its_fixtures(rule: Rule, law: Registry) -> None:
    faults, counts = run((FOLDER / rule.id).glob("*.txt"), law)
    assert faults == []
    assert counts[rule.id, "vi-pham"] >= 2, "two examples that violate"
    assert counts[rule.id, "hop-le"] >= 2, "two examples that do not"


def test_every_fixture_belongs_to_a_rule() -> None:
    known = {rule.id for rule in all_rules()}
    assert {folder.name for folder in FOLDER.iterdir()} <= known


def write(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    return [fault.message for fault in run([path])[0]]


BODY = "Điều 1. Phạm vi\nQuy định mức chi.\n{}Điều 3. Hiệu lực\nCó hiệu lực từ ngày ký.\n"


def test_finding_without_annotation_is_a_fault(tmp_path: Path) -> None:
    text = "# hop-le: HT101\n" + BODY.format("")
    assert any("không có chú giải" in one for one in write(tmp_path, text))


def test_wrong_words_are_a_fault(tmp_path: Path) -> None:
    faults = write(tmp_path, BODY.format('# vi-pham: HT101 "Điều 3. Hiệu"\n'))
    assert any("không báo" in one for one in faults)


def test_false_alarm_is_a_fault(tmp_path: Path) -> None:
    faults = write(tmp_path, BODY.format("# hop-le: HT101\n"))
    assert any("báo nhầm" in one for one in faults)


def test_known_miss_that_is_found_must_be_promoted(tmp_path: Path) -> None:
    faults = write(tmp_path, BODY.format('# se-bat: HT101 "Điều 3"\n'))
    assert any("đổi thành vi-pham" in one for one in faults)


def test_right_annotation_passes(tmp_path: Path) -> None:
    assert write(tmp_path, BODY.format('# vi-pham: HT101 "Điều 3"\n')) == []


def test_annotations_are_taken_out_of_the_text() -> None:
    draft = read('a b\n# vi-pham: HT101 "d"\nc d\n', "x")[0]
    assert draft.text == "a b\nc d"
    (want,) = draft.expected
    assert draft.text[want.start : want.end] == "d"


def test_bad_annotation_names_its_place() -> None:
    with pytest.raises(ValueError, match="x:1"):
        read("# vipham HT101\nabc", "x")
    with pytest.raises(ValueError, match="x:1"):
        read('# vi-pham: HT101 "zz"\nabc', "x")


def test_counts_are_per_rule_and_verdict(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(BODY.format('# vi-pham: HT101 "Điều 3"\n'), encoding="utf-8")
    assert run([path])[1] == Counter({("HT101", "vi-pham"): 1})
