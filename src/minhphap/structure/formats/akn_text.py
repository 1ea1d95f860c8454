"""The text of an Akoma Ntoso file, collected from the events of a parser."""

from __future__ import annotations


class Span:
    """A stretch of text whose end is not known yet."""

    __slots__ = ("end", "start")

    def __init__(self) -> None:
        self.start = self.end = 0


class ExactText:
    """Every text node as it stands: files whose white space is that of the source."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0

    def add(self, text: str) -> None:
        """One text node."""
        self.pieces.append(text)
        self.at += len(text)

    def open(self, span: Span) -> None:
        """The span begins here."""
        span.start = self.at

    def close(self, span: Span) -> None:
        """The span ends here."""
        span.end = self.at

    def part(self, sign: str) -> None:
        """What follows stands apart: on a new line or after a space. Here: as it stands."""


class FoldedText(ExactText):
    """White space folded, one block a line: files indented for people or made by others."""

    def __init__(self) -> None:
        super().__init__()
        self._gap = ""
        self._waiting: list[Span] = []

    def add(self, text: str) -> None:
        """One text node."""
        words = " ".join(text.split())
        if text[:1].isspace() or not words:
            self._gap = self._gap or " "
        if not words:
            return
        if self.at:
            super().add(self._gap)
        for span in self._waiting:
            span.start = self.at
        self._waiting.clear()
        super().add(words)
        self._gap = " " if text[-1:].isspace() else ""

    def open(self, span: Span) -> None:
        """The span begins with the next character."""
        span.start = self.at
        self._waiting.append(span)

    def close(self, span: Span) -> None:
        """The span ended with the last character."""
        if span in self._waiting:
            self._waiting.remove(span)
        span.end = self.at

    def part(self, sign: str) -> None:
        """What follows stands on a new line or after a space."""
        if self._gap != "\n":
            self._gap = sign
