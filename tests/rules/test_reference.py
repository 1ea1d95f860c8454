"""The published reference is what the rules say today."""

from pathlib import Path

import pytest

from minhphap.rules import Rule, all_rules
from minhphap.rules.reference import page, pages, write

DOCS = Path(__file__).parents[2] / "docs" / "rules"
SECTIONS = (
    "Kiểm tra gì",
    "Vì sao",
    "Căn cứ pháp lý (điều, hiệu lực từ-đến)",
    "Ví dụ vi phạm",
    "Cách viết đúng",
    "Giới hạn đã biết",
    "Tự sửa được không",
)


def test_reference_is_not_stale() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    assert written == pages(), "run: python -m minhphap.rules.reference"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_page_follows_the_template(rule: Rule) -> None:
    heads = [line[3:] for line in page(rule).splitlines() if line.startswith("## ")]
    assert heads == list(SECTIONS)


def test_writing_removes_pages_of_rules_that_are_gone(tmp_path: Path) -> None:
    (tmp_path / "HT999.md").write_text("old", encoding="utf-8")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pages())
