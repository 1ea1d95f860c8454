"""Letters in many hands on fourteen drafts of different kinds: passages whole, provisions right.

``benchmarks/letter_families.py`` prints the figures of docs/rooms/crowd.md.
"""

import pytest
from tests.crowd.letter_families import collected, measured, read_family

LEAST = {
    "phi-le-phi": (0.97, 0.92),
    "cay-xanh": (0.97, 0.92),
    "xe-dien-sua-doi": (0.97, 0.92),
    "trong-tre": (0.95, 0.87),
    "rung-go-lon": (0.96, 0.88),
    "nghia-trang": (0.95, 0.89),
    "dan-phong": (0.95, 0.85),
    "long-be": (0.97, 0.91),
    "ban-tru": (0.97, 0.91),
    "xe-taxi": (0.97, 0.88),
    "xe-taxi-mau-la": (0.97, 0.90),
    "hoc-phi": (0.95, 0.91),
    "nuoi-cho": (0.93, 0.83),
    "xe-tai-gio": (0.94, 0.85),
    "nuoc-sach": (0.85, 0.85),
}
"""Of each family: the share of passages that must be whole, and at the right provision."""

LEAST_KIND = 0.8
"""The share of passages of any family whose kind must be right."""


@pytest.mark.parametrize("name", LEAST)
def test_passages_are_whole_and_at_their_provision(tmp_path, name):
    family = read_family(name)
    found = measured(family, collected(family, tmp_path))
    print(
        f"\n{name}: {found.passages} passages, whole {found.whole:.0%}, provision"
        f" {found.clause:.0%}, kind {found.ask:.0%}, extra {found.extra}"
    )
    whole, clause = LEAST[name]
    assert found.whole >= whole, found.misses
    assert found.clause >= clause, found.misses
    assert found.ask >= LEAST_KIND, found.misses
    assert found.extra <= 2, found.misses
