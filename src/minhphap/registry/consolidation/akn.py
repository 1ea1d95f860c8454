"""A consolidated text as Akoma Ntoso: its life, what changed it, its notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from lxml import etree

from minhphap.amendments import Instruction
from minhphap.registry.consolidation.acts import Act
from minhphap.registry.consolidation.consolidated import Consolidated
from minhphap.registry.consolidation.labels import Spots
from minhphap.registry.consolidation.noting import set_marks
from minhphap.structure import Document, export
from minhphap.structure.formats.akn_meta import work
from minhphap.structure.formats.akn_names import NAMESPACE, OWN
from minhphap.structure.formats.names import encode_eid

_AKN: Final = f"{{{NAMESPACE}}}"
_SOURCE: Final = "#minhphap"
_UNKNOWN: Final = "0001-01-01"
_TYPES: Final = {
    "replace": "substitution", "insert_after": "insertion", "insert_before": "insertion",
    "append": "insertion", "repeal": "repeal", "replace_phrase": "substitution",
    "rename": "substitution", "renumber": "renumbering", "replace_appendix": "replacement",
    "correct": "substitution",
}  # fmt: skip


def to_akn(made: Consolidated) -> bytes:
    """The text as one expression of the base, valid against the official schema.

    ``lifecycle`` holds the day of the base and of each act, ``passiveModifications`` every order
    that was applied with the clause that gives it, ``notes`` the notes, whose marks stand in the
    text. The characters of the text stay as they are, so ``structure.load`` reads it back.
    """
    root = etree.fromstring(export(made.document, "akn"))
    act = root[0]
    act.set("contains", "singleVersion")
    meta = act[0]
    identification, references = meta[0], meta[1]
    _date(identification[1], made)
    identification.addnext(_lifecycle(made))
    changes = _modifications(made)
    if len(changes):
        analysis = etree.Element(f"{_AKN}analysis", source=_SOURCE)
        analysis.append(changes)
        references.addprevious(analysis)
    references.extend(_references(made))
    if made.notes:
        references.addnext(_notes(made))
        set_marks(act, [note.at for note in made.notes])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def uri(document: Document) -> str:
    """The address of a work, as its own Akoma Ntoso file gives it."""
    return work(document, "act")


def _date(expression: etree._Element, made: Consolidated) -> None:
    """This expression is the one of the day asked for, or of the last act worked in."""
    days = [act.effective for act in made.acts if act.effective]
    on = made.on or max(days, default=None)
    if on is None:
        return
    for one in expression:
        if one.tag == f"{_AKN}FRBRdate":
            one.set("date", on.isoformat())
            one.set("name", "consolidation")
        elif "/vie@" in (address := one.get("value", "")):
            before, _, after = address.partition("/vie@")
            _, slash, component = after.partition("/")
            one.set("value", f"{before}/vie@{on.isoformat()}{slash}{component}")


def _lifecycle(made: Consolidated) -> etree._Element:
    life = etree.Element(f"{_AKN}lifecycle", source=_SOURCE)
    signed = made.base.document.meta.date
    _event(life, "event_0", signed, "#original", "generation")
    ended = made.applied.ended
    for number, act in enumerate(made.acts, 1):
        kind = "repeal" if ended is not None and ended in act.orders else "amendment"
        day = act.effective or act.document.meta.date
        _event(life, f"event_{number}", day, f"#act_{number}", kind)
    return life


def _event(life: etree._Element, eid: str, day: dt.date | None, source: str, kind: str) -> None:
    date = day.isoformat() if day else _UNKNOWN
    etree.SubElement(
        life, f"{_AKN}eventRef", eId=eid, date=date, source=source, attrib={"type": kind}
    )


def _references(made: Consolidated) -> Iterator[etree._Element]:
    base = made.base
    yield etree.Element(
        f"{_AKN}original", eId="original", href=uri(base.document), showAs=base.short
    )
    for number, act in enumerate(made.acts, 1):
        yield etree.Element(
            f"{_AKN}passiveRef", eId=f"act_{number}", href=uri(act.document), showAs=act.short
        )


def _modifications(made: Consolidated) -> etree._Element:
    """One ``textualMod`` for each order and place, in order of the text."""
    changes = etree.Element(f"{_AKN}passiveModifications")
    by_order = {id(one): act for act in made.acts for one in act.orders}
    spots = Spots(made.document)
    seen: set[tuple[int, str]] = set()
    for mark in made.applied.marks:
        inside = spots.innermost(mark)
        place = inside.eid if inside else mark.eid
        for one in mark.instructions:
            if (id(one), place) not in seen:
                seen.add((id(one), place))
                _textual(changes, len(seen), one, by_order[id(one)], place)
    return changes


def _textual(changes: etree._Element, number: int, one: Instruction, act: Act, place: str) -> None:
    made = etree.SubElement(
        changes, f"{_AKN}textualMod", eId=f"mod_{number}", attrib={"type": _TYPES[one.op]}
    )
    clause = f"#{encode_eid(one.source)}" if one.source else ""
    etree.SubElement(made, f"{_AKN}source", href=f"{uri(act.document)}{clause}")
    etree.SubElement(made, f"{_AKN}destination", href=f"#{encode_eid(place)}")
    if one.old_phrase:
        _words(made, "old", one.old_phrase)
    if one.new_phrase:
        _words(made, "new", one.new_phrase)


def _words(made: etree._Element, name: str, words: str) -> None:
    held = etree.SubElement(made, f"{_AKN}{name}")
    etree.SubElement(held, f"{{{OWN}}}words").text = words


def _notes(made: Consolidated) -> etree._Element:
    notes = etree.Element(f"{_AKN}notes", source=_SOURCE)
    for number, note in enumerate(made.notes, 1):
        one = etree.SubElement(notes, f"{_AKN}note", eId=f"note_{number}", marker=str(number))
        for line in note.text.split("\n"):
            etree.SubElement(one, f"{_AKN}p").text = line
    return notes
