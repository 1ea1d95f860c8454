"""Running prose: headings give the topic, paragraphs are cut into passages."""

from __future__ import annotations

import re

from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.clauses import Clauses, Topic
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
from minhphap.crowd.letters.mentions import Mention
from minhphap.crowd.letters.segments import Segment, segments

_ANNEX = re.compile(r"(?:phụ lục|bảng|danh mục|nội dung góp ý|ý kiến góp ý|bản góp ý)(?!\w)")
_WHOLE = re.compile(
    r"(?:ý kiến chung|nhận xét chung|góp ý chung|về (?:sự cần thiết|bố cục|thể thức|hình thức"
    r"|tên gọi|căn cứ|nội dung chung)"
    r"|các nội dung khác|ý kiến khác|nội dung khác)(?!\w)"
)
_LEADING = re.compile(
    r"(?:(?:tại|về|ở|đối với|trong)\s+)?(?:(?:điểm|khoản|điều|phụ lục|chương"
    r"|mục) [^:;.?]{1,60}?)[:,]"
)
_ABOUT = re.compile(r"(?:về|đối với|liên quan đến)(?!\w)")
_GOES_ON = re.compile(
    r"(?:do đó|vì vậy|vì thế|do vậy|bởi vậy|từ đó|như vậy|theo đó|vì lý do|vì những lý do)(?!\w)"
)
_REASON = re.compile(r"(?:\*?\s*lý do|vì|nguyên nhân|cơ sở|căn cứ|giải thích)(?!\w)")
_SOURCE = re.compile(r"[“\"]")


class Prose:
    """Reads the body of a letter that is written as text."""

    def __init__(self, text: str, clauses: Clauses, account: Account, speaker: str = "") -> None:
        self.text = text
        self.clauses = clauses
        self.account = account
        self.speaker = speaker
        self.found: list[Found] = []
        self.topics: list[tuple[int, Topic, bool]] = []
        """Level, what it is about, and whether a heading says so (or an item, for its"
        " sub-items)."""
        self.spoken = False
        self.pending: list[Line] = []
        """Paragraphs without an ask that may belong to the next one."""
        self.item = 0
        """Where the passages of the numbered item begin that is being read."""

    def read(self, lines: list[Line]) -> list[Found]:
        """The passages of some paragraphs, in order."""
        foot = False
        for at, line in enumerate(lines):
            if foot and not (_ANNEX.match(line.key) and line.text.isupper()):
                if is_signature(line) or line.table >= 0:
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
        leading = self._leading(line)
        for part in parts:
            if not part.form:
                self._passage(part, line, leading)
        self._remember(line)

    def _leading(self, line: Line) -> Topic:
        """ "Điều 8: …; …", "Tại khoản 2 …": what a paragraph opens with holds for all of it."""
        outer = self.topic(line)
        opened = _LEADING.match(line.key)
        if opened is None:
            return outer
        words = line.text[: opened.end()]
        named = self._named(words, outer)
        known = next((one for one in named if one.eids), None)
        return Topic(known.eids, known.words, home=outer.home) if known else outer

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
            self.account.take(line.start, line.end)
            return True
        heading = self.clauses.mentions.text_named(line.text) is not None
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
        if not is_heading(line) and not is_lead(line.key):
            return False
        parts = segments(self.text, line.body, line.end)
        if any(part.cue.strength == "stance" and not part.form for part in parts):
            return False
        said = cue(mend(line.text))
        if said.speaks and not (
            announces(line.key) or (is_lead(line.key) and not self._concrete(line))
        ):
            return False
        if following is not None and _SOURCE.match(following.text) and said.speaks:
            return False
        self._drop()
        self.account.take(line.start, line.end)
        self.topics.append((line.level if line.level < LOOSE else 5, self._topic(line), True))
        return True

    def _concrete(self, line: Line) -> bool:
        """True when a line that announces something names its provision: "khoản 2 … như sau:"."""
        return bool(self.clauses.mentions.find(line.text)) and not announces(line.key)

    def _topic(self, line: Line) -> Topic:
        outer = self.topic()
        named = self._named(line.text, outer)
        known = next((one for one in named if one.eids), None)
        if known:
            return Topic(known.eids, known.words, home=outer.home)
        whole = _WHOLE.match(line.key) is not None
        if outer.eids and not whole:
            return outer
        home = None if whole else self.clauses.mentions.text_named(line.text)
        if home is not None:
            return Topic(home=home)
        titled = not whole and (line.bold or line.level < LOOSE or _ABOUT.match(line.key))
        by_heading = self.clauses.by_heading(line.text) if titled else None
        if by_heading:
            return Topic((by_heading,), line.text.strip(" :."), home=outer.home)
        return Topic(whole=whole, home=outer.home)

    def _named(self, words: str, outer: Topic) -> list[Mention]:
        """The provisions that a heading or the beginning of a paragraph names."""
        inside = outer.eids[0] if outer.eids else ""
        return self.clauses.mentions.find(words, inside, outer.home)

    def topic(self, line: Line | None = None) -> Topic:
        """What the paragraph that is being read is about, as far as headings tell."""
        loose = line is not None and line.level == LOOSE
        known = [topic for _, topic, heading in self.topics if heading or not loose]
        return known[-1] if known else Topic()

    def _close(self, level: int) -> None:
        """A new item ends the topics of its level and below, and what waited for an ask."""
        self._drop_unless_deeper(level)
        while self.topics and self.topics[-1][0] >= level:
            self.topics.pop()
        if level <= 6:
            self.item = len(self.found)

    def _remember(self, line: Line) -> None:
        """An item that names a provision gives its sub-items their topic."""
        if line.level < LOOSE:
            outer = self.topic()
            named = [one for one in self._named(line.text, outer) if one.eids]
            if named:
                self.topics.append(
                    (line.level, Topic(named[0].eids, named[0].words, home=outer.home), False)
                )

    def _silent(self, line: Line, parts: list[Segment], following: Line | None) -> None:
        """A paragraph that asks nothing: it supports the passage before it or the next one."""
        if all(part.form for part in parts):
            self.account.take(line.start, line.end)
            return
        listed = 7 <= line.level < LOOSE
        supports = _REASON.match(line.key) or listed or _SOURCE.match(line.text)
        if (supports and self.found and self.item < len(self.found) and not self.pending) or (
            line.level == LOOSE and self.found and self.item < len(self.found) and self._in_item()
        ):
            self._extend(line)
        else:
            self.pending.append(line)

    def _in_item(self) -> bool:
        """True inside a numbered item: its unnumbered paragraphs belong to it."""
        return bool(self.topics) and self.topics[-1][0] < LOOSE and self.topics[-1][0] != 5

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
                    Found(line.body, line.end, "general", self.topic(), True, self.speaker)
                )

    def _drop_unless_deeper(self, level: int) -> None:
        if self.pending and level <= self.pending[0].level:
            self._drop()
