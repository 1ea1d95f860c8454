"""Marks of notes in an Akoma Ntoso file, at offsets of its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree

from minhphap.structure.formats.akn_names import NAMESPACE

_AKN: Final = f"{{{NAMESPACE}}}"
_INLINE: Final = frozenset(f"{_AKN}{name}" for name in ("p", "num", "heading", "subheading"))
"""Elements in which a mark may stand."""


class _Slot(NamedTuple):
    """A stretch of text in an element that may hold marks."""

    start: int
    end: int
    element: etree._Element
    tail: bool
    """Whether the text stands behind the element, in its parent."""


def set_marks(root: etree._Element, places: Sequence[int]) -> None:
    """Put the mark of note 1, 2, … at each place (offsets of the text, in order).

    A place between two blocks goes to the end of the block before. No character changes.
    """
    slots = [slot for slot in _slots(root) if slot.end > slot.start]
    starts = [slot.start for slot in slots]
    for number in range(len(places), 0, -1):  # from the end: earlier offsets stay true
        index = bisect_left(starts, places[number - 1]) - 1
        if slots:
            _put(slots[max(index, 0)], places[number - 1], number)


def _put(slot: _Slot, place: int, number: int) -> None:
    mark = etree.Element(f"{_AKN}noteRef", href=f"#note_{number}", marker=str(number))
    cut = max(0, min(place, slot.end) - slot.start)
    element = slot.element
    if slot.tail:
        words = element.tail or ""
        element.addnext(mark)
        element.tail, mark.tail = words[:cut], words[cut:]
    else:
        words = element.text or ""
        element.text, mark.tail = words[:cut], words[cut:]
        element.insert(0, mark)


def _slots(root: etree._Element) -> Iterator[_Slot]:
    """The texts that marks may be put into, with their offsets in the text of the document."""
    at = 0
    inside_meta = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "pi")):
        if event == "pi":
            at += not inside_meta  # a character that XML cannot hold
        elif element.tag == f"{_AKN}meta":
            inside_meta += 1 if event == "start" else -1
        if inside_meta:
            continue
        if event == "start":
            words, holder, tail = element.text, element, False
        else:
            words, holder, tail = element.tail, element.getparent(), True
            if element is root:
                return
        size = len(words or "")
        if holder is not None and holder.tag in _INLINE:
            yield _Slot(at, at + size, element, tail)
        at += size
