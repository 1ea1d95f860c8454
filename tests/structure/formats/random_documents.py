"""Random documents: any text, any tree over it, likely and unlikely."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from minhphap.intake import Source
from minhphap.structure.document import (
    Diagnostic,
    Document,
    Metadata,
    Provision,
    ProvisionType,
    Signatory,
    Table,
)

TYPES = get_args(ProvisionType)
SIGNS = (
    'ab đĐ1.\n\n\t )|*_#<>&"\\-~“”\u00a0\u00ad\u2028\u0085\x00\x01\x0c\r\x1c\x7f\ufffe\ufeff𝄞`[]=+$'
)
WORDS = (
    "Điều 1.", "Điều 5a.", "1.", "2)", "a)", "đ)", "Chương II", "QUY ĐỊNH CHUNG", "\n", "\n\n",
    " ", "Căn cứ Luật Đất đai;", "Xét đề nghị;", "“", "”", "<br>", "**",
    "<a id=\"x\"></a>", "| a |", "---", "# x", "&#x1;", "- gạch đầu dòng", "Phạm vi điều chỉnh",
    "\t", "\u00a0", "mức thu",
)  # fmt: skip
COMPONENTS = (
    "art_1", "art_5a", "para_2", "point_đ", "point_1.2.2.", "chp_II", "att_1", "app_6", "preamble",
    "preamble__basis_3", "signature", "recipients", "q_1__art_6", "q_2__para_1", "sec_1~2",
    "part_8", "subsec_3",
)  # fmt: skip

text = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    st.text(max_size=30),
)
label = st.one_of(st.none(), st.sampled_from(("1", "5a", "đ", "II", "a", "")), text)
eid = st.one_of(st.lists(st.sampled_from(COMPONENTS), min_size=1, max_size=4).map("__".join), text)


@st.composite
def _cuts(draw: st.DrawFn, start: int, end: int, most: int) -> list[int]:
    """An even number of places in order."""
    count = 2 * draw(st.integers(0, most))
    places = draw(st.lists(st.integers(start, end), min_size=count, max_size=count))
    return sorted(places)


@st.composite
def _provisions(
    draw: st.DrawFn, words: str, start: int, end: int, depth: int
) -> tuple[Provision, ...]:
    found = []
    cuts = draw(_cuts(start, end, 3 if depth else 0))
    for a, b in zip(cuts[::2], cuts[1::2], strict=True):
        children = draw(_provisions(words, a, b, depth - 1)) if depth else ()
        heading = draw(label)
        if draw(st.booleans()):  # a heading that stands in the text
            piece = words[a : children[0].start if children else b].split()
            heading = " ".join(piece[draw(st.integers(0, 2)) : draw(st.integers(1, 6))]) or None
        kind = draw(st.sampled_from(TYPES))
        num = draw(label)
        name = draw(eid)
        found.append(Provision(kind, name, a, b, num, heading, children))
    return tuple(found)


@st.composite
def _table(draw: st.DrawFn, words: str) -> Table:
    """A table over lines of the text, or over anything."""
    eids = st.one_of(st.none(), eid)
    if draw(st.booleans()):
        starts = [0] + [i + 1 for i, sign in enumerate(words) if sign == "\n"]
        ends = [*(i - 1 for i in starts[1:]), len(words)]
        first = draw(st.integers(0, len(starts) - 1))
        last = draw(st.integers(first, len(starts) - 1))
        cells = list(zip(starts[first : last + 1], ends[first : last + 1], strict=True))
        width = draw(st.integers(1, len(cells)))
        rows = tuple(tuple(cells[i : i + width]) for i in range(0, len(cells), width))
        return Table(starts[first], ends[last], draw(eids), rows)
    spot = st.integers(0, len(words))
    row = st.lists(st.tuples(spot, spot), max_size=3).map(tuple)
    rows = tuple(draw(st.lists(row, max_size=3)))
    return Table(draw(spot), draw(spot), draw(eids), rows)


@st.composite
def metadata(draw: st.DrawFn) -> Metadata:
    """Any metadata."""
    maybe = st.one_of(st.none(), text)
    span = st.one_of(st.none(), st.tuples(st.integers(0, 40), st.integers(0, 40)))
    date = st.one_of(st.none(), st.dates(dt.date(1945, 9, 2)))
    who = st.one_of(st.none(), st.builds(Signatory, text, text, text))
    return Metadata(
        draw(maybe), draw(maybe), draw(maybe), draw(span), draw(maybe), draw(date), draw(span),
        draw(maybe), draw(span), draw(who), tuple(draw(st.lists(text, max_size=2))),
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document."""
    words = draw(text)
    return Document(
        Source(words, name=draw(text)),
        draw(metadata()),
        draw(_provisions(words, 0, len(words), 3)),
        tuple(draw(st.lists(_table(words), max_size=2))),
        tuple(draw(st.lists(st.builds(
            Diagnostic, text, st.integers(0, 9), st.integers(0, 9), text), max_size=1))),
    )  # fmt: skip
