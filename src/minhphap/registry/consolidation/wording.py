"""The sentences of a consolidated text, from ``conventions.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from minhphap.amendments import Instruction
from minhphap.registry.consolidation.acts import Act
from minhphap.text import full_date

_UNITS = {
    "part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục",
    "article": "Điều", "clause": "Khoản", "point": "Điểm", "appendix": "Phụ lục",
}  # fmt: skip
_SENTENCES = {
    "replace": "replace", "insert_after": "insert", "insert_before": "insert", "append": "insert",
    "repeal": "repeal", "rename": "rename", "renumber": "renumber", "correct": "correct",
    "replace_appendix": "appendix", "suspend": "suspend",
}  # fmt: skip


@cache
def conventions() -> dict[str, dict[str, str]]:
    """The sentences, read once."""
    path = Path(__file__).with_name("conventions.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def day(of: Act) -> str:
    """ "ngày 01 tháng 7 năm 2031"; "" where it is not known."""
    return f"ngày {full_date(of.effective)}" if of.effective else ""


def preface(base: Act, acts: tuple[Act, ...], missing: Sequence[str] = ()) -> tuple[str, ...]:
    """The list of documents below the title; last those known to change the base whose words are
    not at hand."""
    words = conventions()["head"]
    lead = words["base"] if base.effective else words["base_undated"]
    end = words["changed"] if acts else words["alone"]
    lines = [lead.format(act=base.name, day=day(base), end=end)]
    for number, act in enumerate(acts, 1):
        line = words["act"] if act.effective else words["act_undated"]
        end = ";" if number < len(acts) else "."
        lines.append(line.format(number=number, act=act.name, day=day(act), end=end))
    if missing:
        lines.append(words["missing"].format(acts="; ".join(missing)))
    return tuple(lines)


def told(instruction: Instruction, act: Act, kind: str) -> str:
    """The note on one instruction; ``kind``: the type of the provision it stands at."""
    words = conventions()["notes"]
    unit = _UNITS.get(kind, "Nội dung")
    clause = words["clause"].format(provision=instruction.clause or "văn bản", act=act.short)
    values = {
        "unit": unit,
        "unit_low": unit if unit in ("Điều", "Chương", "Mục", "Phần") else unit.lower(),
        "clause": clause,
        "old": instruction.old_phrase or "",
        "new": instruction.new_phrase or "",
    }
    effective = instruction.effective or act.effective
    end = words["effect"] if effective else words["effect_undated"]
    ended = end.format(day=f"ngày {full_date(effective)}" if effective else "")
    return words[_sentence(instruction)].format(**values) + ended


def _sentence(instruction: Instruction) -> str:
    if instruction.new_phrase is not None:
        return "phrase" if instruction.new_phrase else "phrase_out"
    if instruction.op == "repeal" and instruction.old_phrase:
        return "repeal_words"
    return _SENTENCES[instruction.op]


def on_bases(act: Act, words: str) -> str:
    """The note that gives the legal bases of an amending act."""
    return conventions()["notes"]["bases"].format(act=act.name, words=words.rstrip(" ;.,"))


def on_enforcement(act: Act, provision: str, words: str) -> str:
    """The note that gives an article of an amending act on its effect."""
    said = conventions()["notes"]
    clause = said["clause"].format(provision=provision, act=act.short)
    sentence = said["enforcement"] if act.effective else said["enforcement_undated"]
    return sentence.format(clause=clause, day=day(act), words=words)
