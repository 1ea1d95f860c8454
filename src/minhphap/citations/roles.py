"""Why a document is cited: the governing words before it (and, for clauses, after it)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import cast

from minhphap.citations import role_words as words
from minhphap.citations.citation import Role
from minhphap.citations.context import Context
from minhphap.citations.provisions import Raw
from minhphap.citations.role_facts import is_below, is_newer, kind_said, leans
from minhphap.citations.vocabulary import LAWS

_CHANGES: frozenset[Role] = frozenset(("amends", "repeals", "replaces", "adds"))
_LOWER = frozenset(("decree", "decision", "circular", "joint_circular", "directive", "plan"))
"""Kinds of documents that cannot change a law."""
_BASES = LAWS | {"resolution", "decree", "decision", "circular", "joint_circular"}
_WINDOW = 160
"""Characters in which a governing verb is looked for; filler words fill them."""
_STATEMENT = 2500
"""Characters a list of words taken out may fill ("thay thế cụm từ “…” thành “…”, … tại")."""


class Roles:
    """Roles of the citations of one stretch of text, asked for in order."""

    def __init__(self, text: str, low: str, start: int, end: int, context: Context) -> None:
        self.text, self.low, self.start, self.end = text, low, start, end
        self.context = context
        self.before: Raw | None = None
        self.last: Role = "refers"
        self.lead: Role = "refers"
        """Role of the statement: what a row goes on with after a semicolon."""
        self.opener: re.Match[str] | None = None
        """ "Căn cứ", "Xét" … that opened the clause at hand of a preamble."""
        self._lead: Raw | None = None
        self._listed = 0
        """How many acts a list after "được sửa đổi, bổ sung bởi:" has named."""
        self._aside = False
        """Whether the citation before stands in the title of another."""
        self._verbs: list[re.Match[str]] | None = None
        self._verb_starts: list[int] = []
        self.nested = False
        """The citation at hand stands in the title of the one before, or beside it."""

    def of(self, raw: Raw) -> Role:
        """The role of the next citation."""
        self.nested = False
        role = self._role(raw)
        self.before, self.last, self._aside = raw, role, self.nested
        if role != "amended_by" and not self.nested:
            self.lead, self._lead = role, raw
        return role

    def _role(self, raw: Raw) -> Role:
        if raw.named or (raw.work is not None and raw.work.manner == "this" and not raw.parts):
            return "refers"
        floor = self.before.end if self.before else self.start
        gap = self.low[floor : raw.start]
        if self.before is not None and (role := self._row(raw, gap)):
            return role
        if self._amended_by(raw, floor):
            return "amended_by"
        if self.context.where == "preamble" and (role := self._preamble(raw, floor)):
            return role
        before = self.text[max(self.start, raw.start - 40) : raw.start]
        if self.context.lead_role and words.ITEM.search(before):
            return self.context.lead_role
        if role := self._governed(raw, floor):
            self.nested = self._in_title(gap)
            return role
        if raw.work is not None and self._ended(raw, before):
            return "repeals"
        role = self._gone_on(gap)
        self.nested = role is not None and self._aside
        return role or "refers"

    def _ended(self, raw: Raw, before: str) -> bool:
        """Whether an item of this text says that the work ends when this one begins."""
        if words.ITEM.search(before) is None:
            return False
        return words.ENDS.match(self.low, raw.end, self.end) is not None

    def _row(self, raw: Raw, gap: str) -> Role | None:
        """The role a member shares with the one before it."""
        if words.ROW.fullmatch(gap):
            kind = kind_said(raw)
            higher = kind not in LAWS and kind_said(self.before) in LAWS
            lead = kind_said(self._lead)
            if self._aside and kind and higher and (kind == lead or is_below(kind, lead)):
                return self.lead  # "Nghị định A quy định chi tiết Luật X và Nghị định B"
            if self._aside and self.last == "amends" and is_newer(raw, self._lead):
                return self.lead  # "Nghị định A năm 2031 sửa đổi B, Nghị định C năm 2032"
            titled = words.TITLED.match(self.low, raw.end, self.end)
            if self.last == "amended_by" and titled and raw.work and raw.work.work.issuer:
                return self.lead  # a work with a title of its own, after "bởi A, B": a new member
            return self.last
        if ";" in gap and words.SEMICOLON.fullmatch(gap):
            return self.lead
        return None

    def _gone_on(self, gap: str) -> Role | None:
        """ "bãi bỏ A về X, B về Y": the verb governs B too."""
        if self.before is None or self.last not in _CHANGES or ". " in gap or ":" in gap:
            return None
        if words.OBJECT.fullmatch(gap):
            return self.last
        if not words.TITLED.match(gap):
            return None
        tail = gap.rstrip()
        if tail.endswith(";"):
            return self.lead if self.lead in _CHANGES else None
        return self.last if tail.endswith((",", " và")) else None

    def _in_title(self, gap: str) -> bool:
        """Whether the words before belong to the title of the citation before."""
        before = self.before
        if before is None or before.work is None or before.work.manner in ("this", "titled"):
            return False  # after a law named by its title nothing more of a title follows
        return ";" not in gap and ". " not in gap

    def _amended_by(self, raw: Raw, floor: int) -> bool:
        if self._listed and self._next_listed(raw):
            return True
        begin = max(floor, raw.start - 170)
        if (
            not self.low[max(begin, raw.start - 12) : raw.start]
            .rstrip(" :")
            .endswith(words.BY_ENDS)
        ):
            return False
        found = words.BY.search(self.low, begin, raw.start)
        if found is None:
            return False
        if found["by"] == "bởi" and re.search(r":\s*\n", self.text[found.end("by") : raw.start]):
            self._listed = 1
            return True
        if found["first"]:
            return False
        if found["by"] in ("bởi", "bằng") or self.context.kind == "consolidated":
            return True
        if self.before is None:
            opening = self.low[self.start : found.start() + 1]
            return "(" in opening and not opening[:-1].strip(" (đã")
        if not self.low[floor : found.start()].strip(" (,đã"):
            return True
        outside = raw.work is not None and raw.work.manner != "this"
        return outside and "quy định" not in found[0] and found["by"] == "tại"

    def _next_listed(self, raw: Raw) -> bool:
        """Whether a work opens the next item of a list of acts that amended another."""
        line = self.text[max(self.start, raw.start - 12) : raw.start].rpartition("\n")[2]
        number = line.strip(" .)\t")
        if "\n" not in self.text[max(0, raw.start - 12) : raw.start]:
            return False
        if not number and self.before is not None:  # lines without numbers
            return ";\n" in self.text[self.before.end : raw.start]
        if not number.isdigit():
            return False
        self._listed = self._listed + 1 if int(number) == self._listed + 1 else 0
        return self._listed > 0

    def _preamble(self, raw: Raw, floor: int) -> Role | None:
        for found in words.OPENER.finditer(self.low, floor, raw.start):
            if self._opens(found):
                self.opener = found
        opener = self.opener
        if opener is None:
            return "basis" if self._goes_on(raw) else None
        if opener[1] not in words.BASES:
            return self._governed(raw, floor) or "refers"
        gap = self.low[floor : raw.start].rstrip()
        if floor <= opener.start(1) or gap.endswith(";"):
            return "basis"
        if role := self._governed(raw, floor):
            self.nested = True
            return role
        if gap.endswith((",", " và")) and self.lead == "basis":
            if not self._also_amended(raw):
                return "basis"
            self.nested = True
            return "amends"
        self.nested = True
        return "refers"

    def _goes_on(self, raw: Raw) -> bool:
        """Whether a basis stands on a line of its own, below "Căn cứ Nghị định số …;"."""
        if self.text[self.start : raw.start].strip(" \t\n-–+") or self.start == 0:
            return False
        above = self.text[max(0, self.start - 4) : raw.start].rstrip(" \t\n-–+")
        return above.endswith(";") and kind_said(raw) in _BASES

    def _also_amended(self, raw: Raw) -> bool:
        """ "Nghị định A sửa đổi Nghị định B về … và Nghị định C về …": C is older than A."""
        if not self._aside or self.last != "amends" or kind_said(raw) != kind_said(self.before):
            return False
        return is_newer(self._lead, raw)

    def _opens(self, found: re.Match[str]) -> bool:
        """Whether "Căn cứ", "Thực hiện" … begin a paragraph or a clause."""
        at = found.start(1)
        if self.text[at].islower():
            return False
        before = self.text[max(self.start, at - 8) : at].rstrip(" \t-–+")
        stops = ",/”" if found[1] in ("căn cứ", "cân cứ", "xét", "theo đề nghị") else ""
        return before[-1:] in ("", "\n", ";", ".", ":", *stops)

    def _governed(self, raw: Raw, floor: int) -> Role | None:
        """The role a verb right before gives, or "được sửa đổi" right after."""
        begin = max(floor, raw.start - _WINDOW)
        for found in words.TRIGGER.finditer(self.low, begin, raw.start):
            if words.FILLED.fullmatch(self.low, found.end(), raw.start):
                if words.GUIDING_ACTS.search(self.low, found.end(), raw.start):
                    return "guides"
                if role := self._active(found, raw):
                    return role
                break
        if words.ROW_NUMBER.search(self.low, begin, raw.start) or self._taken_out(raw, floor):
            return "amends"
        before = self.before
        if before is not None and before.work is not None and before.work.manner == "this":
            begin = max(self.start, before.end - 4)
            if words.SUBJECT.search(self.low, begin, raw.start):
                return "guides"
        if self.context.where == "amending" or raw.parts:
            passive = words.PASSIVE.match(self.low, raw.end, self.end)
            if passive and passive["words"]:
                return None if self._own(raw) else "amends"
            if passive and passive.lastgroup:
                return cast(Role, passive.lastgroup)
        return None

    def _active(self, found: re.Match[str], raw: Raw) -> Role | None:
        before = self.low[max(self.start, found.start() - 14) : found.start()]
        tail = self.low[found.end() : raw.start]
        role = words.role_of(found)
        if role != "guides" and self._too_high(raw, found.start()):
            return None
        if role == "guides":
            at = " tại" in tail and "điều" not in tail
            noun = words.NOUN.search(before) or at or tail.startswith(" của")
            return None if noun else "guides"
        if words.DONE_TO.search(before):
            return None
        if ":" in tail and words.ACTS.search(before):
            return self.lead if self.lead in _CHANGES else None
        if self._own(raw) and (leans(raw) or not self.text[found.start()].isupper()):
            return None
        if words.INSIDE.search(tail):
            whole = role == "repeals" and words.WHOLE.fullmatch(tail)
            return "repeals" if whole else "amends"
        if role == "adds":
            return "amends" if "sửa đổi" in tail or "sửa đổi" in before else "adds"
        return role

    def _own(self, raw: Raw) -> bool:
        """Whether a provision of this document is meant: a text does not change itself."""
        this = raw.work is None or raw.work.manner == "this"
        return this and self.context.work is None

    def _too_high(self, raw: Raw, verb: int) -> bool:
        """Whether a law is cited that this text cannot change, outside the title of a law."""
        if (
            kind_said(raw) not in LAWS
            or self.context.kind not in _LOWER
            or kind_said(self.before) in LAWS
        ):
            return False
        return words.LAW_TITLE.search(self.low, max(self.start, verb - 60), verb) is None

    def _taken_out(self, raw: Raw, floor: int) -> bool:
        """Words taken out of a provision or put into it: "thay thế cụm từ “…” tại khoản 2"."""
        if self._own(raw):
            return False
        if not words.AT.search(self.low, max(self.start, raw.start - 50), raw.start):
            return False
        verb = self._verb_before(raw.start)
        if verb is None or verb.start() < raw.start - _STATEMENT:
            return False
        said = self.text[verb.end() : raw.start]
        if said.count("“") > said.count("”") or said.count('"') % 2:
            return False  # in the words that are taken out
        between = re.sub(r"“[^”]*”|\"[^\"]*\"", "", said)
        if words.NEW_STATEMENT.search(between):
            return False
        first = self.text[max(self.start, verb.start() - 24) : verb.end()]
        direct = verb.end() >= floor and (verb[0][0].isupper() or words.SERIES.search(first))
        return bool(direct) or bool(
            re.search(r"cụm\s+từ|[“\"]|nội\s+dung", self.text[verb.start() : raw.start])
        )

    def _verb_before(self, at: int) -> re.Match[str] | None:
        """The last verb that takes words out or puts them in, before an offset."""
        if self._verbs is None:
            self._verbs = list(words.TAKES.finditer(self.text, self.start, self.end))
            self._verb_starts = [verb.start() for verb in self._verbs]
        index = bisect_left(self._verb_starts, at)
        return self._verbs[index - 1] if index else None
