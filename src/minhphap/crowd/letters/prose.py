"""Running prose: headings give the topic, paragraphs are cut into passages."""

from __future__ import annotations

import re

from minhphap.crowd.letters.ask_words import DIRECT
from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.drafts import Found
from minhphap.crowd.letters.form import (
    announces,
    is_closing,
    is_heading,
    is_lead,
    is_opening,
    is_signature,
    opens_foot,
)
from minhphap.crowd.letters.lines import LOOSE, Account, Line
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.segments import Segment, segments
from minhphap.crowd.letters.topics import Topics
from minhphap.crowd.letters.wholes import PAPER

_ANNEX = re.compile(r"(?:phụ lục|bảng|danh mục|nội dung góp ý|ý kiến góp ý|bản góp ý)(?!\w)")
_LISTED = 6
"""The level of "a)" and "-": such a line heads only what stands deeper."""
_NAME_ONLY = re.compile(
    r"(?:(?:về|tại|đối với) )?(?:điểm|khoản|điều|phụ lục|chương|mục) [^.;:]{1,24}"
)
_ASKS_IN_FOOT = 6
"""Words from which a line in a foot that asks something is none of the foot."""
_GOES_ON = re.compile(
    r"(?:do đó|vì vậy|vì thế|do vậy|bởi vậy|từ đó|như vậy|theo đó|vì lý do|vì những lý do)(?!\w)"
)
_REASON = re.compile(r"(?:\*?\s*lý do|vì|nguyên nhân|cơ sở|căn cứ|giải thích)(?!\w)")
_COUNTED = re.compile(
    r"(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám) là)(?: là)?\s*[,:]"
)
"""How a paragraph begins that is one of several, without a marker."""
_SOURCE = re.compile(r"[“\"]")


class Prose:
    """Reads the body of a letter that is written as text."""

    def __init__(self, text: str, clauses: Clauses, account: Account, speaker: str = "") -> None:
        self.text = text
        self.clauses = clauses
        self.account = account
        self.speaker = speaker
        self.found: list[Found] = []
        self.topics = Topics(clauses)
        self.spoken = False
        self.pending: list[Line] = []
        """Paragraphs without an ask that may belong to the next one."""
        self.level = LOOSE
        """The level of the paragraph of the last passage."""
        self.item = 0
        """Where the passages of the numbered item begin that is being read."""

    def read(self, lines: list[Line]) -> list[Found]:
        """The passages of some paragraphs, in order."""
        foot = False
        for at, line in enumerate(lines):
            if foot and not (_ANNEX.match(line.key) and line.text.isupper()):
                asks = len(line.text.split()) >= _ASKS_IN_FOOT and self._speaks(line)
                if (is_signature(line) and not asks) or line.table >= 0:
                    self.account.take(line.start, line.end)
                    continue
                foot = False
            if foot := opens_foot(line) and self._ends(lines, at):
                self._drop()
                self.account.take(line.start, line.end)
                continue
            self.line(line, lines[at + 1] if at + 1 < len(lines) else None)
        self._drop()
        return self.found

    def _ends(self, lines: list[Line], at: int) -> bool:
        """True when nothing but the foot follows, or an annex."""
        rest = lines[at + 1 : at + 4]
        return all(is_signature(one) or one.key.startswith("- ") for one in rest[:1]) or not rest

    def line(self, line: Line, following: Line | None) -> None:
        """One paragraph."""
        if line.level < LOOSE:
            self._close(line.level)
        if self._opening(line) or self._heading(line, following):
            return
        parts = segments(self.text, line.body, line.end)
        spoken = [part for part in parts if not part.form and part.cue.strength != "none"]
        if not any(part.cue.speaks for part in spoken):
            self._silent(line, parts, following)
            return
        self.account.take(line.start, line.body)
        for part in parts:
            if part.form:
                self.account.take(part.start, part.end)
        self._between(parts, line)
        leading = self.topics.opened(line)
        for part in parts:
            if not part.form:
                self._passage(part, line, leading)
        self.topics.item(line)
        if parts[-1].form and line.text.endswith(":"):
            self.topics.announce(self.text[parts[-1].start : parts[-1].end])

    def _between(self, parts: list[Segment], line: Line) -> None:
        """Connectors between the parts are form."""
        at = line.body
        for part in parts:
            self.account.take(at, part.start)
            at = part.end
        self.account.take(at, line.end)

    def _opening(self, line: Line) -> bool:
        """Openings, announcements and closings are form, unless they take a stand."""
        key = line.key
        if is_closing(line.text) and not self._speaks(line):
            self._drop()
            self.item = len(self.found)
            self.account.take(line.start, line.end)
            return True
        heading = self.clauses.mentions.text_named(line.text) is not None
        heading = heading or (line.level < LOOSE and PAPER.match(line.key) is not None)
        if self.spoken or heading or not is_opening(key):
            return False
        parts = segments(self.text, line.body, line.end)
        if any(part.cue.speaks and not part.form for part in parts) and not key.endswith(":"):
            return False
        if key.endswith(":") and any(
            part.cue.strength == "stance" and not part.form for part in parts
        ):
            return False
        self.account.take(line.start, line.end)
        return True

    def _speaks(self, line: Line) -> bool:
        parts = segments(self.text, line.body, line.end)
        return any(part.cue.speaks and not part.form for part in parts)

    def _heading(self, line: Line, following: Line | None) -> bool:
        """A line that names what the next ones are about."""
        if line.marker.startswith("Câu") and line.text.endswith("?") and following is not None:
            self._drop()
            self.account.take(line.start, line.end)
            self.topics.question(line)
            return True
        if not is_heading(line) and not is_lead(line.key):
            return False
        parts = segments(self.text, line.body, line.end)
        if any(part.cue.strength == "stance" and not part.form for part in parts):
            return False
        said = cue(mend(line.text))
        listed = _LISTED <= line.level < LOOSE and line.text[-1] != ":"
        listed = listed and _NAME_ONLY.fullmatch(line.key) is None
        if listed and (said.strength == "remark" or not following or following.level <= line.level):
            return False
        if said.speaks and not (
            announces(line.key)
            or (is_lead(line.key) and not self._concrete(line))
            or self._titles(line, following)
        ):
            return False
        if following is not None and _SOURCE.match(following.text) and said.speaks:
            return False
        self._drop()
        self.account.take(line.start, line.end)
        self.topics.head(line)
        return True

    def _titles(self, line: Line, following: Line | None) -> bool:
        """True for "3. Miễn, giảm lệ phí": a verb of change in the title of what follows."""
        if following is None or following.level <= line.level or line.level == LOOSE:
            return False
        if DIRECT.search(line.key) or line.text[-1] in ".;,?!":
            return False
        return self._speaks(following) and self.clauses.by_heading(line.text) is not None

    def _concrete(self, line: Line) -> bool:
        """True when a line that announces something names its provision: "khoản 2 … như sau:"."""
        return bool(self.clauses.mentions.find(line.text)) and not announces(line.key)

    def _close(self, level: int) -> None:
        """A new item ends the topics of its level and below, and what waited for an ask."""
        self._drop_unless_deeper(level)
        self.topics.close(level)
        if level <= 6:
            self.item = len(self.found)

    def _silent(self, line: Line, parts: list[Segment], following: Line | None) -> None:
        """A paragraph that asks nothing: it supports the passage before it or the next one."""
        if all(part.form for part in parts):
            self.account.take(line.start, line.end)
            return
        if self._sibling(line) or (self.found and self._stands_alone(line)):
            self._drop()
            self.account.take(line.start, line.end)
            self.found.append(
                Found(line.body, line.end, "general", self.topics.now(line), True, self.speaker)
            )
            return
        listed = 7 <= line.level < LOOSE
        supports = _REASON.match(line.key) or listed or _SOURCE.match(line.text)
        if (supports and self.found and self.item < len(self.found) and not self.pending) or (
            line.level == LOOSE
            and self.found
            and self.item < len(self.found)
            and self.topics.in_item
            and not self._stands_alone(line)
        ):
            self._extend(line)
        else:
            self.pending.append(line)

    def _stands_alone(self, line: Line) -> bool:
        """True for a remark under a heading: unlike one under an item, it continues nothing."""
        if line.level != LOOSE or not self.topics.under_heading or _REASON.match(line.key):
            return False
        return cue(mend(line.text)).strength == "remark"

    def _sibling(self, line: Line) -> bool:
        """True for an item beside the one that said something: it says something of its own."""
        if _COUNTED.match(line.key):
            return cue(mend(line.text)).strength == "remark"
        if not self.found or line.level == LOOSE or self.level != line.level:
            return False
        return not (_REASON.match(line.key) or _SOURCE.match(line.text))

    def _extend(self, line: Line) -> None:
        last = self.found[-1]
        self.account.take(last.end, line.end)
        last.end = line.end

    def _passage(self, part: Segment, line: Line, topic: Topic) -> None:
        start = part.start
        if self.pending:
            joined = (
                _GOES_ON.match(line.key) or self.pending[0].level < LOOSE or 7 <= line.level < LOOSE
            )
            if joined and part.start <= line.body + 2:
                start = self.pending[0].body
                for one in self.pending:
                    self.account.take(one.start, one.end)
                self.pending = []
        self.account.take(start, part.end)
        self.spoken = True
        if (
            part.cue.strength == "none"
            and not part.cue.speaks
            and self.found
            and start == part.start
        ):
            self.found[-1].end = part.end
            return
        self.level = line.level
        self.found.append(Found(start, part.end, part.cue.ask, topic, part.cue.vague, self.speaker))

    def _drop(self) -> None:
        """What waited and found no ask: a remark is a passage, other statements stay"
        " unaccounted."""
        waiting, self.pending = self.pending, []
        for line in waiting:
            if cue(mend(line.text)).strength == "remark" or self.clauses.mentions.find(line.text):
                self.account.take(line.start, line.end)
                self.spoken = True
                self.found.append(
                    Found(line.body, line.end, "general", self.topics.now(), True, self.speaker)
                )

    def _drop_unless_deeper(self, level: int) -> None:
        if self.pending and level <= self.pending[0].level:
            self._drop()
