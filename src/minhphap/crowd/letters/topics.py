"""What the headings and items of a letter say that the following paragraphs are about."""

from __future__ import annotations

import re
from typing import NamedTuple

from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.guess import by_question
from minhphap.crowd.letters.lines import LOOSE, Line
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.wholes import PAPER

_UNNUMBERED = 5
"""The level of a heading without a marker."""
_WHOLE = re.compile(
    r"(?:(?:về )?(?:những |các |một số )?(?:ý kiến|nhận xét|góp ý|nội dung|vấn đề) chung"
    r"|(?:về )?(?:sự cần thiết|bố cục|thể thức|kỹ thuật (?:trình bày|soạn thảo)|tên gọi"
    r"|(?:tên|tiêu đề|trích yếu)(?: của)?(?: dự thảo)? (?:nghị|quyết|thông|văn|quy)"
    r"|căn cứ (?:ban hành|pháp lý)|cơ sở pháp lý|thẩm quyền(?: ban hành|,? (?:và )?hình thức)"
    r"|hình thức(?: của)? văn bản)"
    r"|về (?:hình thức|căn cứ|nội dung chung))(?!\w)"
)
_LEADING = re.compile(
    r"(?:(?:tại|về|ở|đối với|trong)\s+)?(?:(?:điểm|khoản|điều|phụ lục|chương"
    r"|mục) [^:;.?]{1,60}?)[:,]"
)
_REST = re.compile(
    r"(?:về )?(?:(?:các|những|một số) )?(?:ý kiến|nhận xét|góp ý|nội dung|vấn đề) khác(?!\w)"
)
"""A heading for what stands under no other: the draft as a whole, or any provision."""
_ABOUT = re.compile(r"(?:về|đối với|liên quan đến)(?!\w)")


class _Open(NamedTuple):
    """A topic that holds until a line of its level or above."""

    level: int
    topic: Topic
    heading: bool
    """Said by a heading; otherwise by an item, for its sub-items only."""
    marked: int = LOOSE
    """The level of the heading's own marker."""


class Topics:
    """The topics that hold where a letter is being read, outermost first."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses
        self._open: list[_Open] = []

    def now(self, line: Line | None = None) -> Topic:
        """What a paragraph is about, as far as headings tell."""
        loose = line is not None and line.level == LOOSE
        known = [one.topic for one in self._open if one.heading or not loose]
        return known[-1] if known else Topic()

    @property
    def in_item(self) -> bool:
        """True inside a numbered item: its unnumbered paragraphs belong to it."""
        return bool(self._open) and self._open[-1].level not in (LOOSE, _UNNUMBERED)

    @property
    def under_heading(self) -> bool:
        """True where a numbered heading stands above, and no item that began to say something."""
        return self.in_item and self._open[-1].heading

    def close(self, level: int) -> None:
        """A new item ends the topics of its level and below."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()

    def head(self, line: Line) -> None:
        """A heading; one without a number ends the one before it, if it names something."""
        kept = self._open
        if _UNNUMBERED < line.level < LOOSE:
            kept = self._open = [one for one in kept if one.marked != line.level]
        if line.level == LOOSE:
            self._open = [one for one in kept if one.level < _UNNUMBERED]
        topic = self._read(line)
        if line.level == LOOSE and topic == self.now():
            self._open = kept
            topic = self._read(line)
        self._open.append(_Open(min(line.level, _UNNUMBERED), topic, True, line.level))

    def question(self, line: Line) -> None:
        """A printed question, whose answer follows."""
        asked = self._named(line.text, self.now())
        eid = None if asked else by_question(self._clauses.words, line.text)
        topic = asked or (Topic((eid,), line.text, home=self.now().home) if eid else Topic())
        self._open.append(_Open(line.level, topic, True))

    def announce(self, words: str) -> None:
        """ "Nhất trí với dự thảo. Về mức hỗ trợ, đề nghị:": the topic of the list that follows."""
        outer = self.now()
        topic = self._named(words, outer) or self._titled(words, outer)
        if topic:
            self._open.append(_Open(_UNNUMBERED, topic, True))

    def item(self, line: Line) -> None:
        """An item that names a provision gives its sub-items their topic."""
        if line.level < LOOSE and (topic := self._named(line.text, self.now())):
            self._open.append(_Open(line.level, topic, False))

    def opened(self, line: Line) -> Topic:
        """ "Điều 8: …; …", "Tại khoản 2 …": what a paragraph opens with holds for all of it."""
        outer = self.now(line)
        words = _LEADING.match(line.key)
        return (self._named(line.text[: words.end()], outer) if words else None) or outer

    def _read(self, line: Line) -> Topic:
        outer = self.now()
        if named := self._named(line.text, outer):
            return named
        whole = (_WHOLE.match(line.key) or PAPER.match(line.key)) is not None
        if _REST.match(line.key):
            return Topic()
        if outer.eids and not whole:
            return outer
        home = None if whole else self._clauses.mentions.text_named(line.text)
        if home is not None:
            return Topic(home=home)
        titled = not whole and (line.bold or line.level < LOOSE or _ABOUT.match(line.key))
        topic = self._titled(line.text, outer) if titled else None
        return topic or Topic(whole=whole, home=outer.home)

    def _named(self, words: str, outer: Topic) -> Topic | None:
        """The provision that some words name."""
        inside = outer.eids[0] if outer.eids else ""
        named = self._clauses.mentions.find(words, inside, outer.home)
        known = next((one for one in named if one.eids), None)
        return Topic(known.eids, known.words, home=outer.home) if known else None

    def _titled(self, words: str, outer: Topic) -> Topic | None:
        """The article that some words describe."""
        article = self._clauses.by_heading(words)
        said = words.strip(" :.")
        if article is None:
            return None
        return Topic((article,), said, text=said, home=outer.home, guessed=True)
