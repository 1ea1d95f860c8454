"""One instruction -> where the words of the base change, and into what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from minhphap.amendments.applied import Reason
from minhphap.amendments.instruction import Instruction
from minhphap.amendments.matching import put_in
from minhphap.amendments.names import is_inside_appendix
from minhphap.amendments.places import Places, order_of
from minhphap.amendments.wording import heading_only, in_place_of, without_stray_marks
from minhphap.structure import Provision

REPEALED = "(được bãi bỏ)"
"""What stands behind the number of a repealed provision (Ordinance 01/2012 Art. 16(2))."""
_KEYS = {
    "art": "article", "para": "clause", "point": "point", "chp": "chapter", "sec": "section",
    "subsec": "subsection", "part": "part",
}  # fmt: skip
_OPENING = re.compile(r"đoạn (?:mở đầu|dẫn|đầu|1|thứ nhất)|câu dẫn|phần (?:mở đầu|dẫn)|lời dẫn")
_LAST = re.compile(r"đoạn cuối|cuối|vào cuối|đoạn kết")
_NTH = re.compile(r"(?:đoạn|gạch đầu dòng)(?: thứ)? (\d+|hai|ba|tư|bốn|năm|sáu|nhất)(?!\w)")
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6}
EXCEPTED = re.compile(r"(?<!\w)trừ(?!\w)")
"""An order does not hold for all that it names."""
VAGUE = re.compile(
    rf"{EXCEPTED.pattern}|quy định|nội dung|đoạn|câu|gạch đầu dòng|cụm|số thứ tự|dòng|cột|ý |phần"
    r"|hàng|tiết|ghi chú|phụ lục|mẫu|biểu|danh mục|bảng|thủ tục|\((?:[ivx]+|\d{1,2})\)"
)
_ITEM = re.compile(r"(?P<sign>\((?:[ivx]+|\d{1,2})\))")
"""A part of a point: "điểm c(iv)"."""


class Change(NamedTuple):
    """``start:end`` of the base becomes ``new``; ``eid``: the provision it belongs to."""

    start: int
    end: int
    new: str
    eid: str
    instruction: Instruction
    depth: int = 0
    """How deep the provision lies that something is put into."""
    also: tuple[Instruction, ...] = ()
    """Other instructions that have changed the new words."""


class RefusedError(Exception):
    """An instruction that cannot be planned, with the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Planner:
    """Plans what the instructions of one act change, against one base."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.text = places.text
        self.fresh: dict[str, Change] = {}
        """Provisions that this act has put in, by name: others may go beside them."""
        self.handlers: dict[str, Callable[[Instruction], list[Change]]] = {
            "replace": self.replace,
            "repeal": self.repeal,
            "insert_after": self.insert,
            "insert_before": self.insert,
            "append": self.append,
            "rename": self.rename,
            "renumber": self.renumber,
            "replace_appendix": self.replace_appendix,
            "correct": self.correct,
        }

    def plan(self, instruction: Instruction) -> list[Change]:
        """The changes of one instruction; RefusedError with the reason."""
        changes = self.handlers[instruction.op](instruction)
        for change in changes:
            for eid in instruction.new_eids:
                self.fresh.setdefault(eid, change)
        return changes

    def target(self, instruction: Instruction) -> Provision:
        """The provision named."""
        eid = instruction.target.eid
        if eid is None:
            raise RefusedError("no_target")
        found = self.places.find(eid)
        if is_inside_appendix(eid) and not any(one.eid == eid for one in found):
            raise RefusedError("inside_appendix")
        if not found:
            raise RefusedError("not_found")
        if len(found) > 1:
            raise RefusedError("ambiguous")
        return found[0]

    def words(self, instruction: Instruction) -> str | None:
        """The new text as it may stand in the base."""
        return instruction.new_text and without_stray_marks(instruction.new_text)

    # --- words of a provision --------------------------------------------------------------

    def replace(self, instruction: Instruction) -> list[Change]:
        """New text in the place of the old."""
        one = self.target(instruction)
        new = self.words(instruction)
        if new is None:
            raise RefusedError("no_text")
        place = instruction.target.place
        if one.type == "appendix" and instruction.target.place:
            raise RefusedError("inside_appendix")
        if VAGUE.search(place):
            start, end = self.paragraph(one, place)
            return [Change(start, end, new, one.eid, instruction)]
        new = in_place_of(self.places, one, new)
        return [Change(one.start, one.end, new, one.eid, instruction)]

    def paragraph(self, one: Provision, place: str) -> tuple[int, int]:
        """A paragraph of a provision told in words: "đoạn mở đầu", "đoạn thứ hai", "đoạn cuối"."""
        end = one.children[0].start if one.children else one.end
        if _OPENING.search(place):
            return one.start, one.start + len(self.text[one.start : end].rstrip())
        spans = self.paragraphs(one)
        item = _ITEM.match(place)
        if item is not None:
            return self.item(spans, item["sign"])
        if _LAST.search(place):
            return spans[-1]
        nth = _NTH.search(place)
        number = 0
        if nth is not None:
            number = int(nth[1]) if nth[1].isdigit() else _ORDINALS[nth[1]]
        if "gạch" in place:
            spans = [span for span in spans if self.text[span[0]] in "-–+•*"]
        if not 1 <= number <= len(spans):
            raise RefusedError("fine_place")
        return spans[number - 1]

    def item(self, spans: Sequence[tuple[int, int]], sign: str) -> tuple[int, int]:
        """The lines of "(iv)" up to the next item."""
        begins = [at for at, (start, _) in enumerate(spans) if self.text.startswith(sign, start)]
        if len(begins) != 1:
            raise RefusedError("fine_place")
        last = begins[0]
        while last + 1 < len(spans) and not _ITEM.match(self.text, spans[last + 1][0]):
            last += 1
        return spans[begins[0]][0], spans[last][1]

    def paragraphs(self, one: Provision) -> list[tuple[int, int]]:
        """The lines of a provision; the heading of an article is none."""
        heading = self.places.heading(one) if one.type == "article" else None
        at = heading[1] if heading else one.start
        spans = []
        for line in self.text[at : one.end].split("\n"):
            if line.strip():
                start = at + len(line) - len(line.lstrip())
                spans.append((start, start + len(line.strip())))
            at += len(line) + 1
        return spans

    def repeal(self, instruction: Instruction) -> list[Change]:
        """The number stays, "được bãi bỏ" behind it; quoted words go."""
        one = self.target(instruction)
        said, place = instruction.old_phrase, instruction.target.place
        if said:
            spans = self.places.searched.occurrences(said, [(one.start, one.end)])
            if not spans:
                raise RefusedError("phrase_absent")
            done = []
            for span in spans:
                (start, end), new = put_in(self.text, span, "")
                done.append(Change(start, end, new, one.eid, instruction))
            return done
        if VAGUE.search(place):
            raise RefusedError("fine_place")
        heading = self.places.heading(one) if place == "tên" else None
        if heading is not None:
            return [Change(*heading, REPEALED, one.eid, instruction)]
        label = self.text[one.start : self.places.label_end(one)]
        return [Change(one.start, one.end, f"{label} {REPEALED}", one.eid, instruction)]

    def rename(self, instruction: Instruction) -> list[Change]:
        """A new title, the number kept."""
        one = self.target(instruction)
        new = self.words(instruction)
        if new is None:
            raise RefusedError("no_text")
        span = self.places.heading(one)
        if span is None and one.children:  # "tiêu đề khoản 1": the words before its points
            new = in_place_of(self.places, one, new)
            return [Change(*self.paragraph(one, "đoạn mở đầu"), new, one.eid, instruction)]
        if span is None:
            raise RefusedError("no_heading")
        new = heading_only(new)
        return [Change(*span, new, one.eid, instruction)]

    def renumber(self, instruction: Instruction) -> list[Change]:
        """A new number, the words kept."""
        one = self.target(instruction)
        if not instruction.new_eids or one.num is None:
            raise RefusedError("not_mechanical")
        number = instruction.new_eids[0].rpartition("_")[2]
        at = self.text.find(one.num, one.start, one.end)
        return [Change(at, at + len(one.num), number, one.eid, instruction)]

    def correct(self, instruction: Instruction) -> list[Change]:
        """What was misprinted, as it should have been."""
        if instruction.new_text is None:
            raise RefusedError("not_mechanical")
        return self.replace(instruction)

    def replace_appendix(self, instruction: Instruction) -> list[Change]:
        """One appendix for another."""
        one = self.target(instruction)
        new = self.words(instruction)
        if new is None:
            raise RefusedError("no_text")
        if "__" in (instruction.target.eid or "").removeprefix("att_1__"):
            raise RefusedError("inside_appendix")
        return [Change(one.start, one.end, new, one.eid, instruction)]

    # --- new provisions --------------------------------------------------------------------

    def insert(self, instruction: Instruction) -> list[Change]:
        """Beside a provision of the base, or beside one that the same act has put in."""
        if self.words(instruction) is None:
            raise RefusedError("no_text")
        self.must_be_new(instruction)
        after = instruction.op == "insert_after"
        eid = instruction.target.eid
        known = self.fresh.get(eid or "")
        if known is not None and (eid is None or not self.places.find(eid)):
            new = f"\n{self.words(instruction)}"
            return [Change(known.end, known.end, new, known.eid, instruction, known.depth)]
        one = self.target(instruction)
        if one.type == "appendix":
            raise RefusedError("inside_appendix")
        if not instruction.new_eids and VAGUE.search(instruction.target.place):
            start, end = self.paragraph(one, instruction.target.place)
            return [self.beside(start, end, instruction, one.eid, after=after)]
        return [self.beside(one.start, one.end, instruction, one.eid, after=after)]

    def beside(
        self, start: int, end: int, instruction: Instruction, eid: str, *, after: bool
    ) -> Change:
        """New text on its own line before or behind a stretch."""
        new = self.words(instruction) or ""
        at = end if after else start
        new = f"\n{new}" if after else f"{new}\n"
        return Change(at, at, new, eid, instruction, eid.count("__"))

    def append(self, instruction: Instruction) -> list[Change]:
        """Into a provision: at the place of its number, else at the end (or the beginning)."""
        if self.words(instruction) is None:
            raise RefusedError("no_text")
        self.must_be_new(instruction)
        if instruction.target.eid is None:
            return [self.last_article(instruction)]
        one = self.target(instruction)
        if one.type == "appendix":
            raise RefusedError("inside_appendix")
        at = self.among(one.children, instruction) if instruction.new_eids else None
        if at is None and "đầu" in instruction.target.place:
            at = self.places.label_end(one)
        at = at or one.end
        new = f"\n{self.words(instruction)}"
        return [Change(at, at, new, one.eid, instruction, one.eid.count("__") + 1)]

    def last_article(self, instruction: Instruction) -> Change:
        """A new article without a place: behind the article that its number follows."""
        if not instruction.new_eids:
            raise RefusedError("no_target")
        articles = [
            one
            for one in self.places.articles
            if one.eid.startswith("att_") == instruction.new_eids[0].startswith("att_")
        ]
        at = self.among(articles, instruction)
        if at is None:
            raise RefusedError("no_target")
        return Change(at, at, f"\n{self.words(instruction)}", articles[-1].eid, instruction)

    def among(self, siblings: Sequence[Provision], instruction: Instruction) -> int | None:
        """The end of the sibling that a new number follows."""
        level, _, number = instruction.new_eids[0].rpartition("__")[2].partition("_")
        kind = _KEYS.get(level)
        at = None
        for one in siblings:
            if one.type == kind and one.num and order_of(one.num) < order_of(number):
                at = one.end
        return at

    def must_be_new(self, instruction: Instruction) -> None:
        """A provision that is put in must not be there."""
        if any(self.places.find(eid) for eid in instruction.new_eids):
            raise RefusedError("exists")
