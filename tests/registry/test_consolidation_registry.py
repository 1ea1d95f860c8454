"""A base and the acts that change it, out of a registry."""

import datetime as dt

import pytest
from tests.registry.consolidation_samples import BASE, FIRST, LATE, SECOND, consolidated

from minhphap.registry import Registry, build
from minhphap.registry.consolidation import consolidate, gather


@pytest.fixture
def known(tmp_path):
    """Builds a registry of some texts and opens it."""
    opened = []

    def make(**texts):
        folder = tmp_path / "texts"
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        build([folder], tmp_path / "law.sqlite")
        opened.append(Registry.open(tmp_path / "law.sqlite"))
        return opened[-1]

    yield make
    for law in opened:
        law.close()


def test_the_same_text_as_from_files(known):
    law = known(base=BASE, first=FIRST, second=SECOND)
    (document,) = law.find("12/2027/QĐ-UBND")
    found = gather(law, document)
    assert not found.missing
    assert not found.unknown
    made = consolidate(found.base, found.acts, LATE)
    assert made.document.source.text == consolidated().document.source.text
    assert made.preface == consolidated().preface


def test_acts_after_the_day_are_not_looked_up(known):
    law = known(base=BASE, first=FIRST, second=SECOND)
    (document,) = law.find("12/2027/QĐ-UBND")
    found = gather(law, document, dt.date(2028, 12, 31))
    assert [act.number for act in found.acts] == ["Quyết định số 30/2028/QĐ-UBND"]


def test_an_act_known_by_its_number_only_is_told(known):
    law = known(base=BASE, second=SECOND)
    (document,) = law.find("12/2027/QĐ-UBND")
    found = gather(law, document)
    assert [act.number for act in found.acts] == ["Quyết định số 07/2029/QĐ-UBND"]
    assert found.unknown == ("30/2028/QĐ-UBND",)


def test_facts_without_texts(known):
    with Registry.starter() as law:
        document = next(one for one in law.find("80/2015/QH13") if not one.consolidation)
        found = gather(law, document)
    assert found.base is None
    assert "63/2020/QH14" in {one.number for one in found.missing}
