"""The own words of a provision as tokens: citations, quotations, new text, words of orders."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Literal, NamedTuple

import msgspec

from minhphap.amendments import words
from minhphap.amendments.quotes import Quote, closing_mark, find_quotes
from minhphap.citations import Citation, Target
from minhphap.structure import Provision
from minhphap.text import comparison_key

Kind = Literal["cite", "quote", "block", "below", "verb", "link"]


class Token(NamedTuple):
    """One token.

    ``word`` is the class of a verb ("a_repeal", "p_swap") or link ("after"), ``gap`` the folded
    words between it and the token before. ``parts`` are the provisions of new text ("block"), or
    the clause's own ("below"). ``targets`` are those of a citation between two semicolons.
    """

    kind: Kind
    start: int
    end: int
    word: str = ""
    gap: str = ""
    cite: Citation | None = None
    targets: tuple[Target, ...] = ()
    quote: Quote | None = None
    parts: tuple[Provision, ...] = ()


_PATH = re.compile(r"(?<!\w)(?:[Cc]ác\s+)?(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục)\s")
"""How a path begins."""


_TITLED = re.compile(
    r"(?:,|;|(?<!\w)và)\s+(?:tên|tiêu đề)\s+"
    r"(?P<path>(?:Chương|Mục|Phần|Tiểu mục)\s+\w+(?:\s+(?:Chương|Phần)\s+\w+)?)"
)
"""A title in a row of places."""


_BARE_ROW = re.compile(r"[Kk]hoản [^;Đđ]+(?:đến [^;Đđ]+)?(?:;\s*khoản \d+\w*)+")
"""Clauses of no named article: "khoản 4 đến khoản 14; khoản 17"."""
_SEMICOLON = re.compile(r"\s*;\s*")


class _Piece(NamedTuple):
    start: int
    end: int
    parts: tuple[Provision, ...] = ()
    quoted: bool = False


def said_of_itself(text: str, token: Token) -> bool:
    """Whether a citation says "này": the amending document itself ("Điều này" is no document)."""
    low = comparison_key(text[token.start : token.end]).rstrip()
    return low.endswith("này") and words.RELATIVE.search(low) is None


def quotation_of(child: Provision) -> str | None:
    """The quotation a child stands in ("art_1__para_2__q_1"); None for an own child."""
    if not child.type.startswith("quoted"):
        return None
    host, _, rest = child.eid.rpartition("__q_")
    return f"{host}__q_{rest.partition('__')[0]}"


def _pieces(provision: Provision) -> Iterator[_Piece]:
    """Own words, new text, own children, in order; words come first, last and between."""
    at = provision.start
    children = provision.children
    index = 0
    while index < len(children):
        group = quotation_of(children[index])
        last = index + 1
        while last < len(children) and quotation_of(children[last]) == group:
            last += 1
        first, end = children[index].start, children[last - 1].end
        yield _Piece(at, first)
        yield _Piece(first, end, children[index:last], group is not None)
        at, index = end, last
    yield _Piece(at, provision.end)


class Tokenizer:
    """Cuts the provisions of one document into tokens."""

    def __init__(self, text: str, citations: Sequence[Citation]) -> None:
        self.text = text
        self.citations = citations
        self.starts = [one.start for one in citations]

    @cached_property
    def low(self) -> str:
        """The text folded: once for all clauses."""
        return comparison_key(self.text)

    def tokens(self, provision: Provision) -> list[Token]:
        """The tokens of a provision; its own children are tokens "below"."""
        found: list[Token] = []
        opened = -1
        """Where new text opens that the next piece holds."""
        parts = list(_pieces(provision))
        for piece, following in zip(parts, [*parts[1:], None], strict=True):
            if not piece.parts:
                start = piece.start
                if found and found[-1].kind == "block":
                    start = self._close(found, start, piece.end)
                leads = following is not None and following.quoted
                opened = self._words(found, start, piece.end, leads=leads)
            elif piece.quoted:
                start = piece.start if opened < 0 else self._skip(opened, piece.start)
                found.append(Token("block", start, piece.end, parts=piece.parts))
            else:
                found.append(Token("below", piece.start, piece.end, parts=piece.parts))
        return found

    def _skip(self, at: int, end: int) -> int:
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def _close(self, found: list[Token], start: int, end: int) -> int:
        """Give the words of new text that follow its last provision to the block."""
        mark = closing_mark(self.text, start, end)
        if mark is None:
            return start
        last = found[-1]
        words_end = last.end + len(self.text[last.end : mark.start()].rstrip())
        found[-1] = last._replace(end=words_end)
        return mark.end()

    def _words(self, found: list[Token], start: int, end: int, *, leads: bool) -> int:
        """Tokens of running words; returns where new text that follows opens in them, or -1."""
        quotes = find_quotes(self.text, start, end)
        opened = -1
        if leads and quotes and not quotes[-1].closed and quotes[-1].end == end:
            opened, stop = quotes[-1].start, quotes[-1].open
            quotes.pop()
        else:
            stop = end
        at = start if found else self._after_label(start, stop)
        for mark in self._marks(quotes, at, stop):
            gap = self._gap(found, at, mark.start)
            found.append(mark._replace(gap=gap))
            at = mark.end
        self._gap(found, at, stop)
        return opened

    def _after_label(self, start: int, end: int) -> int:
        label = words.LABEL.match(self.low[start : min(end, start + 60)])
        return start + label.end() if label else start

    def _marks(self, quotes: list[Quote], start: int, end: int) -> list[Token]:
        """Citations outside quotations, and quotations outside citations, in order."""
        marks: list[Token] = []
        index = bisect_left(self.starts, start)
        for quote in [*quotes, Quote(end, end, end, end)]:
            while index < len(self.starts) and self.starts[index] < quote.open:
                marks += self._cited(self.citations[index], end)
                index += 1
            if quote.open == end or (marks and marks[-1].end > quote.open):
                continue
            marks.append(Token("quote", quote.open, quote.close, quote=quote))
            while index < len(self.starts) and self.starts[index] < quote.close:
                marks += self._behind(quote, self.citations[index], end)
                index += 1
        return marks

    def _behind(self, quote: Quote, cite: Citation, end: int) -> list[Token]:
        """What a citation that begins in a quotation names behind it: "… “B” tại khoản 7"."""
        last = min(cite.end, end)
        named = _PATH.search(self.text, quote.close, last)
        if named is None or any(mark in self.text[named.start() : last] for mark in '“”"'):
            return []
        targets = tuple(one for one in cite.targets if one.start >= named.start())
        own = msgspec.structs.replace(cite, targets=targets)
        return [Token("cite", named.start(), last, cite=own, targets=targets)]

    def _cited(self, cite: Citation, end: int) -> Iterator[Token]:
        """A citation, cut where a semicolon stands between two of its targets."""
        start = cite.start
        run: list[Target] = []
        for target, following in zip_longest(cite.targets, cite.targets[1:]):
            run.append(target)
            last = min(cite.end, end) if following is None else following.start
            titled = _TITLED.search(self.text, target.start, last)
            if titled is None and (following is None or ";" not in self.text[target.end : last]):
                continue
            stop = target.end if titled is None else titled.start()
            yield Token("cite", start, stop, cite=cite, targets=tuple(run))
            if titled is not None:  # "khoản 1 Điều 3, tên Mục 5, Điều 8": no target of the citation
                own = msgspec.structs.replace(cite, targets=())
                yield Token("cite", *titled.span("path"), cite=own)
            start, run = last, []
        if not cite.targets and _BARE_ROW.fullmatch(self.text, start, min(cite.end, end)):
            for sign in _SEMICOLON.finditer(self.text, start, min(cite.end, end)):
                yield Token("cite", start, sign.start(), cite=cite)
                start = sign.end()
        if run or not cite.targets:
            yield Token("cite", start, min(cite.end, end), cite=cite, targets=tuple(run))

    def _gap(self, found: list[Token], start: int, end: int) -> str:
        """Verbs and links between two marks; returns the words after the last of them."""
        if start >= end:
            return ""
        low = self.low[start:end]
        at = 0
        for match in words.TOKEN.finditer(low):
            word = match.lastgroup or ""
            before = low[at : match.start()]
            kind: Kind = "verb" if word[:2] in ("a_", "p_") else "link"
            if kind == "verb" and not self._orders(found, word, start, low, match.span()):
                continue
            found.append(Token(kind, start + match.start(), start + match.end(), word, before))
            at = match.end()
        return low[at:]

    def _orders(
        self, found: list[Token], word: str, base: int, low: str, span: tuple[int, int]
    ) -> bool:
        """Whether a verb opens an order or is said of what stands before it.

        ``low`` are the words between two marks, from ``base`` on; ``span`` lies in them.
        """
        start, end = span
        if word[0] == "p":
            return self._is_said(word, base, low, start, end)
        before = low[:start]
        if before.strip() or not found or found[-1].kind != "cite":
            opens = words.GOVERNS.search(before) is not None
            return opens and words.OF_WORK_DONE.search(before) is None
        if said_of_itself(self.text, found[-1]):
            return True  # "Nghị định này bãi bỏ"; else a verb behind a citation opens its title
        return words.NEW_TEXT_FOLLOWS.match(low, end) is not None

    def _is_said(self, word: str, base: int, low: str, start: int, end: int) -> bool:
        """Whether a passive verb changes what stands before it: not a state, not a thing."""
        if words.NOT_NOW.search(low, 0, start):
            return False
        if word in ("p_lapse", "p_pause"):
            title = word == "p_pause" and low[:start].rstrip().endswith("quy định")
            return not title and words.OF_A_THING.search(low, 0, start) is None
        by = words.BY_ANOTHER.match(low, end)
        if by is not None and word != "p_swap" and by["by"] != "bằng":
            return False
        if word not in ("p_change", "p_add", "p_rename"):
            return True
        if words.WENT_BEFORE.match(low, start) and not words.NOW.match(low, end):
            return False
        return words.ANNOUNCES.match(self.low, base + end) is not None
