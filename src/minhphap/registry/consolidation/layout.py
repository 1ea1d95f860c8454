"""The consolidated text as paragraphs, tables and notes: what every form of it is printed from."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Literal

import msgspec

from minhphap.law import kind_named, recognise_issuer
from minhphap.registry.consolidation.consolidated import Consolidated, Note
from minhphap.registry.consolidation.labels import after_title
from minhphap.registry.consolidation.naming import issuer_of
from minhphap.registry.consolidation.wording import conventions
from minhphap.structure import Document, Provision, Table
from minhphap.text import full_date

Style = Literal[
    "reference", "caution", "issuer", "motto", "kind", "title", "preface", "container", "head",
    "article", "text", "certify",
]  # fmt: skip
_CONTAINERS = frozenset(("part", "chapter", "section", "subsection"))
_ATTACHED = frozenset(("attached", "appendix"))
_FOOT = frozenset(("recipients", "signature"))
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class Run(msgspec.Struct, frozen=True):
    """Words of one look; a run with a ``note`` is the mark of that note and has no words."""

    text: str = ""
    bold: bool = False
    note: int = 0


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; the first words of an article are its title, in bold."""

    style: Style
    runs: tuple[Run, ...]


class Grid(msgspec.Struct, frozen=True):
    """A table, row by row."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


class Layout(msgspec.Struct, frozen=True):
    """Everything that is printed. ``notes``: the first one is number 1."""

    blocks: tuple[Paragraph | Grid, ...]
    notes: tuple[str, ...]


def lay_out(made: Consolidated) -> Layout:
    """Ordinance 01/2012/UBTVQH13, Articles 11-17, for a text that is not certified.

    Head, list of documents, text without the number, day and signature of the base, the words on
    carrying out that no article of it holds, and the place where an office would certify.
    """
    return Layout(tuple(_Paper(made).blocks()), tuple(note.text for note in made.notes))


class _Paper:
    def __init__(self, made: Consolidated) -> None:
        self.made = made
        self.document: Document = made.document
        self.text = made.document.source.text
        self.notes: Sequence[Note] = made.notes
        self.next = 0
        """The first note whose mark is not set yet."""
        self.openings = {one.start: one for one in reversed(list(self.document.walk()))}

    def blocks(self) -> Iterator[Paragraph | Grid]:
        words = conventions()["reference"]
        yield _line("reference", words["top"])
        yield _line("caution", words["note"])
        at = yield from self.head()
        foot_seen = False
        for root in self.document.provisions:
            if root.end <= at:
                continue
            if root.type in _FOOT:
                yield from self.stretch(at, root.start)
                at = root.end
            elif root.type in _ATTACHED and not foot_seen:
                yield from self.stretch(at, root.start)
                yield from self.ending()
                foot_seen, at = True, root.start
        yield from self.stretch(at, len(self.text))
        if not foot_seen:
            yield from self.ending()

    def head(self) -> Generator[Paragraph, None, int]:
        """Issuer, title, list of documents; returns where the text goes on."""
        meta = self.document.meta
        kind, span = kind_named(meta.kind or ""), meta.title_span
        if kind is None or span is None:
            yield from map(_preface, self.made.preface)
            return 0
        for line in _issuer_lines(meta.issuer or ""):
            yield _line("issuer", line)
        for line in _MOTTO:
            yield _line("motto", line)
        yield _line("kind", kind.name.upper())
        yield _line("title", meta.title or "")
        yield from map(_preface, self.made.preface)
        return span[1]

    def ending(self) -> Iterator[Paragraph]:
        """Words on carrying out without an article to stand at, and the certification."""
        words = conventions()["reference"]
        if self.made.enforcement:
            yield _line("container", words["enforcement_heading"])
            for told in self.made.enforcement:
                yield from (_line("text", line) for line in told.split("\n"))
        yield _line("certify", words["certify"])
        yield _line("certify", words["place"])

    # --- the text ----------------------------------------------------------------------------

    def stretch(self, start: int, end: int) -> Iterator[Paragraph | Grid]:
        """The paragraphs and tables of a stretch of the text."""
        at = start
        for table in self.document.tables:
            if at <= table.start and table.end <= end:
                yield from self.lines(at, table.start)
                yield self.grid(table)
                at = table.end
        yield from self.lines(at, end)

    def lines(self, start: int, end: int) -> Iterator[Paragraph]:
        at = start
        while at < end:
            stop = self.text.find("\n", at, end)
            stop = end if stop < 0 else stop
            first = at + len(self.text[at:stop]) - len(self.text[at:stop].lstrip())
            if self.text[first:stop].strip():
                style, bold = self.style(first)
                yield Paragraph(style, tuple(self.runs(first, stop, bold)))
            at = stop + 1

    def style(self, at: int) -> tuple[Style, int]:
        """How a line looks, and how far its words are bold."""
        one = self.openings.get(at) or self.document.at(at)
        if one is None or one.type.startswith("quoted"):
            return "text", at
        if one.type in _CONTAINERS:
            return "container", one.end
        if one.type in _ATTACHED and at < _head_end(one, self.text):
            return "head", one.end
        if one.type == "article":
            title = after_title(self.document, one)
            return ("article", title) if at < title else ("text", at)
        return "text", at

    def runs(self, start: int, end: int, bold: int) -> Iterator[Run]:
        """The words of a line, cut where marks of notes stand and where bold letters end."""
        at = start
        while at < end:
            cut = end
            if at < bold < cut:
                cut = bold
            note = self.notes[self.next] if self.next < len(self.notes) else None
            if note is not None and note.at <= cut:
                cut = max(note.at, at)
            if cut > at:
                yield Run(self.text[at:cut].rstrip("\n"), bold=at < bold)
            at = cut
            while self.next < len(self.notes) and self.notes[self.next].at <= at:
                self.next += 1
                yield Run(note=self.next)

    def grid(self, table: Table) -> Grid:
        return Grid(
            tuple(
                tuple(tuple(self.runs(start, end, start)) for start, end in row)
                for row in table.rows
            )
        )


def _issuer_lines(issuer: str) -> Iterator[str]:
    """ "ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ": the place has a line of its own."""
    known = recognise_issuer(issuer)
    place = known.place if known and issuer.endswith(known.place) else ""
    yield from filter(None, (issuer.removesuffix(place).strip(), place))


def _head_end(one: Provision, text: str) -> int:
    """The end of the title of a regulation or appendix: its first provision, or first line."""
    if one.children:
        return one.children[0].start
    stop = text.find("\n", one.start, one.end)
    return one.end if stop < 0 else stop


def _line(style: Style, words: str) -> Paragraph:
    return Paragraph(style, (Run(words, bold=style in _BOLD),))


def _preface(words: str) -> Paragraph:
    return _line("preface", words)


_BOLD = frozenset(("reference", "issuer", "motto", "kind", "title", "container", "certify"))


def file_title(made: Consolidated) -> str:
    """What a reader's window calls the text."""
    day = f", đến ngày {full_date(made.on)}" if made.on else ""
    issuer = issuer_of(made.base.document)
    number = made.base.document.meta.number or issuer
    return f"{conventions()['reference']['top'].capitalize()}: {number}{day}"
