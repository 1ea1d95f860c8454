"""The text of a Word file under construction: characters, anchors, blocks."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from minhphap.intake.docx.styles import Look
from minhphap.intake.source import Anchor, Block, BlockKind, Cell, Style
from minhphap.text import normalize
from minhphap.text.legacy import by_font, convert, is_capital_font
from minhphap.text.offsets import OffsetMap

_WORD = re.compile(r"\S+\s*|\s+")


class Mark(NamedTuple):
    """A state of the gathering that can be gone back to."""

    parts: int
    anchors: int
    at: int


class Gather:
    """Text is only ever added at the end; a paragraph found to be blank is taken back."""

    def __init__(self) -> None:
        self.at = 0
        self.anchors: list[Anchor] = []
        self.blocks: list[Block] = []
        self.hidden_characters = 0
        self.legacy_runs = 0
        self._parts: list[str] = []
        self._style: list[tuple[int, Look]] = []

    def text(self, start: int = 0) -> str:
        """The text from an offset on."""
        length, parts = self.at - start, []
        for part in reversed(self._parts):
            if length <= 0:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))[-length if length < 0 else 0 :]

    def begin(self) -> Mark:
        """A paragraph begins, on a line of its own."""
        mark = Mark(len(self._parts), len(self.anchors), self.at)
        if self.at:
            self.emit("\n")
        self._style = []
        return mark

    def end(
        self, mark: Mark, number_end: int, kind: BlockKind, cell: Cell | None, look: Look
    ) -> bool:
        """Make blocks of what came since, one a line; False when it was blank and is gone."""
        start = mark.at + (1 if mark.at else 0)
        text = self.text(start)
        if not text or text.isspace():
            del self._parts[mark.parts :], self.anchors[mark.anchors :]
            self.at = mark.at
            return False
        style = self._look(look)
        at = start
        for line in text.split("\n"):
            end = at + len(line)
            if line and not line.isspace():
                self.blocks.append(Block(kind, at, end, style, max(at, min(number_end, end)), cell))
            at = end + 1
        return True

    def line_has_text(self) -> bool:
        """Whether the line under way holds anything yet."""
        return bool(self._parts) and not self._parts[-1].endswith("\n")

    def emit(self, text: str) -> None:
        """Add characters that stand in no node of the file."""
        if text:
            self._parts.append(text)
            self.at += len(text)

    def node(self, raw: str, part: str, ordinal: int, look: Look, is_unicode: bool) -> None:
        """Add the characters of a node, canonical, with anchors that lead back."""
        before = self.at
        if raw.isascii() and raw.isprintable():
            self._add(raw.upper() if look.caps else raw, part, ordinal, 0, -1)
        else:
            self._convert(raw, part, ordinal, look, is_unicode)
        self._style.append((self.at - before, look))

    def _marks_taken(self, raw: str) -> int:
        """How many marks at the start of a node went into the letter at the end of the last one."""
        taken = 0
        while taken < len(raw) and unicodedata.combining(raw[taken]) and self._parts:
            last = self._parts[-1]
            letter = normalize(last[-1:] + raw[taken]).text
            if len(letter) != 1:
                break
            self._parts[-1] = last[:-1] + letter
            taken += 1
        return taken

    def _convert(self, raw: str, part: str, ordinal: int, look: Look, is_unicode: bool) -> None:
        taken = self._marks_taken(raw)
        text, to_raw = raw[taken:], None
        font = look.font or ""
        if (legacy := by_font(font)) and not is_unicode:
            text, to_raw = convert(text, legacy, is_capital_font(font))
            self.legacy_runs += 1
        clean = normalize(text)
        self.hidden_characters += sum(remark.count for remark in clean.remarks)
        words = capitals(clean.text) if look.caps else clean.text
        offsets = clean.offsets if to_raw is None else clean.offsets.then(to_raw)
        if offsets.is_identity:
            self._add(words, part, ordinal, taken, -1)
        else:
            self._add_mapped(words, part, ordinal, offsets, taken)

    def _add_mapped(
        self, text: str, part: str, ordinal: int, offsets: OffsetMap, taken: int
    ) -> None:
        """One anchor for each run of words that map letter by letter, one for each other word.

        ``offsets`` lead to the characters of the node after the first ``taken`` ones.
        """
        start, first = 0, -1  # the exact run under way
        for word in _WORD.finditer(text):
            a, b = offsets.span(*word.span())
            exact = b - a == len(word[0]) and _is_exact(offsets, *word.span(), a)
            if exact and first >= 0 and a - first == word.start() - start:
                continue
            if first >= 0:
                self._add(text[start : word.start()], part, ordinal, taken + first, -1)
            start, first = word.start(), a if exact else -1
            if not exact:
                self._add(word[0], part, ordinal, taken + a, b - a)
                start = word.end()
        if first >= 0:
            self._add(text[start:], part, ordinal, taken + first, -1)

    def _add(self, text: str, part: str, ordinal: int, offset: int, length: int) -> None:
        if text:
            end = self.at + len(text)
            self.anchors.append(Anchor(self.at, end, part, ordinal, offset, length=length))
            self._parts.append(text)
            self.at = end

    def _look(self, look: Look) -> Style:
        """Bold or italic when most letters are; font and size of the longest run."""
        total, bold, italic, longest, most = 0, 0, 0, look, 0
        for length, one in self._style:
            total += length
            bold += length if one.bold else 0
            italic += length if one.italic else 0
            if length > most:
                most, longest = length, one
        return Style(
            bold=2 * bold > total,
            italic=2 * italic > total,
            centred=bool(look.centred),
            font=longest.font or "",
            size=longest.size or 0.0,
        )


def capitals(text: str) -> str:
    """Capital letters, as many as there were letters."""
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(big if len(big := letter.upper()) == 1 else letter for letter in text)


def _is_exact(offsets: OffsetMap, start: int, end: int, first: int) -> bool:
    """Whether each letter of a span leads to one letter, in step."""
    return all(offsets.span(at, at + 1) == (first + at - start, first + at - start + 1)
               for at in range(start, end))  # fmt: skip
