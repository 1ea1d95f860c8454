"""Properties of the offset map: every span leads back to what it came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from minhphap.text import OffsetMap

SIZES = st.integers(0, 4)
PIECES = st.lists(st.tuples(SIZES, SIZES), max_size=12)
LETTERS = st.lists(st.sampled_from([(3, 3), (1, 1), (1, 2), (1, 3), (0, 1), (0, 2)]), max_size=12)


def spans(length: int) -> list[tuple[int, int]]:
    return [(a, b) for a in range(length + 1) for b in range(a, length + 1)]


def resized(pieces: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The pieces cut or filled up so that their old side has a length."""
    out, left = [], length
    for new, old in pieces:
        if old > left:
            break
        out.append((new, old))
        left -= old
    return [*out, (left, left)]


@given(st.integers(0, 20))
def test_identity_gives_every_span_back(length: int) -> None:
    same = OffsetMap.identity(length)
    assert same.is_identity
    assert all(same.span(a, b) == (a, b) for a, b in spans(length))


@given(PIECES)
def test_spans_stay_inside_the_old_text_and_are_monotone(pieces: list[tuple[int, int]]) -> None:
    made = OffsetMap.from_pieces(pieces)
    new, old = sum(a for a, _ in pieces), sum(b for _, b in pieces)
    assert (made.new[-1], made.old[-1]) == (new, old)
    starts = [made.span(at, at)[0] for at in range(new + 1)]
    assert starts == sorted(starts)
    for a, b in spans(new):
        first, last = made.span(a, b)
        assert 0 <= first <= last <= old
        if a < b:
            assert made.span(a, a + 1)[0] == first
            assert made.span(b - 1, b)[1] == last


@given(LETTERS)
def test_a_single_letter_leads_to_all_that_it_was_made_from(pieces: list[tuple[int, int]]) -> None:
    made = OffsetMap.from_pieces(pieces)
    at = came = 0
    for new, old in pieces:
        if new and new == old:
            assert made.span(at, at + new) == (came, came + old)
            assert made.span(at, at + 1) == (came, came + 1)
        elif new:
            assert made.span(at, at + new) == (came, came + old)
        at, came = at + new, came + old


@given(LETTERS, LETTERS)
def test_composition_equals_step_by_step(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    """For what texts go through: letters kept, composed, removed."""
    earlier = OffsetMap.from_pieces(first)
    later = OffsetMap.from_pieces(resized(second, earlier.new[-1]))
    both = later.then(earlier)
    for a, b in spans(later.new[-1]):
        if a < b:
            assert both.span(a, b) == earlier.span(*later.span(a, b))


@given(PIECES, PIECES)
def test_composition_never_loses_a_place(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    earlier = OffsetMap.from_pieces(first)
    later = OffsetMap.from_pieces(resized(second, earlier.new[-1]))
    both = later.then(earlier)
    assert (both.new[-1], both.old[-1]) == (later.new[-1], earlier.old[-1])
    for a, b in spans(later.new[-1]):
        if a < b and later.span(a, b)[0] < later.span(a, b)[1]:
            start, end = earlier.span(*later.span(a, b))
            assert both.span(a, b)[0] <= start
            assert end <= both.span(a, b)[1]


def test_a_run_cut_in_two_stands_for_the_whole_of_what_it_came_from() -> None:
    earlier = OffsetMap.from_pieces([(2, 3)])
    later = OffsetMap.from_pieces([(1, 1), (2, 1)])
    both = later.then(earlier)
    assert [both.span(i, i + 1) for i in range(3)] == [(0, 3)] * 3
