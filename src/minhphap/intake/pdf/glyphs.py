"""From the characters of a PDF page to words on baselines.

A producer may place the letters of one word in several passes (it switches fonts where one lacks
a Vietnamese letter), so the order of the file is not trusted: rows are made from where each
letter stands.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from minhphap.intake.page.shapes import PLAIN, Font, Row, Word

_HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-", 0x00AD: "-"}
_SPACES = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff")
_NO_LETTER = frozenset((0xFFFF, 0xFFFD))
_NAME_BYTES = 128


class Glyph(NamedTuple):
    """One character: baseline, left, right, top, bottom (turned upright), itself, its font."""

    base: float
    x0: float
    x1: float
    top: float
    bottom: float
    char: str
    font: Font
    size: float


class Frame(NamedTuple):
    """The visible box of a page and the quarter turn (0 to 3) in which its text reads upright."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file stands, from the top left of the page as read."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


def read_rows(text_page: Any, frame: Frame) -> tuple[list[Row], list[str], Frame]:
    """The rows of a page, its slanted text, and the frame turned so that the text is upright.

    A page without text keeps the turn of ``frame``.
    """
    codes = _codes(text_page)
    angles = _angles(text_page, codes)
    turns: Counter[int] = Counter()
    for angle, start, end in angles:
        if angle is not None:
            turns[angle] += end - start
    if turns:
        frame = frame._replace(turn=turns.most_common(1)[0][0])
    glyphs: list[Glyph] = []
    aside: list[str] = []
    sideways: list[Row] = []
    for angle, start, end in angles:
        if angle is None:
            aside.append(_plain(codes[start:end]))
            continue
        found = _glyphs(text_page, codes, start, end, frame)
        if angle == frame.turn:
            glyphs.extend(found)
        else:
            sideways.extend(_sideways(list(found)))
    rows = sorted([*_rows(glyphs), *sideways], key=lambda row: row.base)
    return rows, [text for text in aside if text], frame


def _sideways(glyphs: list[Glyph]) -> Iterator[Row]:
    """A turned run (the head of a narrow column) as one word in the box that it fills."""
    text = unicodedata.normalize("NFC", "".join(glyph.char for glyph in glyphs)).strip()
    if text:
        x0, x1 = min(g.x0 for g in glyphs), max(g.x1 for g in glyphs)
        top, bottom = min(g.top for g in glyphs), max(g.bottom for g in glyphs)
        yield Row([Word(text, x0, x1, glyphs[0].font)], top, bottom, bottom, glyphs[0].size)


def _codes(text_page: Any) -> list[int]:
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1 and not any(0xD800 <= code < 0xE000 for code in buffer):
        return list(buffer[:count])
    return [pdfium.FPDFText_GetUnicode(text_page, at) for at in range(count)]


def _angles(text_page: Any, codes: list[int]) -> list[tuple[int | None, int, int]]:
    """Runs with their quarter turn, None when slanted; letter by letter where the page mixes."""
    import pypdfium2.raw as pdfium

    def turn(at: int) -> int | None:
        return _quarter(pdfium.FPDFText_GetCharAngle(text_page, at))

    runs: list[tuple[int | None, int, int]] = []
    start = 0
    for at in range(len(codes) + 1):
        if at < len(codes) and codes[at] != 10:
            continue
        first = next((k for k in range(start, at) if codes[k] > 32), None)
        if first is not None:
            runs.append((turn(first), start, at))
        start = at + 1
    if all(angle == 0 for angle, _, _ in runs):
        return runs
    fine: list[tuple[int | None, int, int]] = []
    for angle, start, end in runs:
        begin, now = start, angle
        for at in range(start, end):
            if codes[at] > 32 and (here := turn(at)) != now:
                fine.append((now, begin, at))
                begin, now = at, here
        fine.append((now, begin, end))
    return fine


def _quarter(angle: float) -> int | None:
    turns = -angle / (math.pi / 2)  # the file turns clockwise where the frame does not
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.08 else None


def _plain(codes: list[int]) -> str:
    return "".join(chr(code) for code in codes if code >= 32 and code < 0x110000).strip()


def _glyphs(
    text_page: Any, codes: list[int], start: int, end: int, frame: Frame
) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    font, size, fresh, last = PLAIN, 0.0, True, 0.0
    for at in range(start, end):
        code = codes[at]
        char = _HYPHENS.get(code) or chr(code)
        if char in _SPACES:
            char, fresh = " ", True
        if code in _NO_LETTER or (code < 32 and char != "-" and char != " "):
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        left, top = frame.upright(box.left, box.top)
        right, bottom = frame.upright(box.right, box.bottom)
        x0, base = frame.upright(x.value, y.value)
        x1 = max(left, right)
        if char != " " and (fresh or abs(base - last) > 1):  # a word, or a raised number in it
            font, size = _face(text_page, at)
            fresh, last = False, base
        yield Glyph(base, min(x0, x1), x1, min(top, bottom), max(top, bottom), char, font, size)


def _face(text_page: Any, at: int) -> tuple[Font, float]:
    """Font and size in points; the matrix counts, as producers set size 1 and scale it."""
    import pypdfium2.raw as pdfium

    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, at, name, _NAME_BYTES, flags)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, at, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = round(pdfium.FPDFText_GetFontSize(text_page, at) * scale, 1)
    return _font(name.value, pdfium.FPDFText_GetFontWeight(text_page, at)), size


@lru_cache(maxsize=256)
def _font(name: bytes, weight: int) -> Font:
    return Font.of(name.decode("utf-8", "replace"), weight)


def _rows(glyphs: list[Glyph]) -> Iterator[Row]:
    """Group by baseline; small raised or lowered letters join the row that they stand in."""
    glyphs.sort(key=lambda glyph: glyph.base)
    groups: list[list[Glyph]] = []
    last = glyphs[0] if glyphs else None
    for glyph in glyphs:
        assert last is not None
        height = max(glyph.bottom - glyph.top, last.bottom - last.top)
        if groups and glyph.base - last.base < 0.2 * height:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
        last = glyph
    for group in _with_scripts(groups):
        group.sort(key=lambda glyph: glyph.x0)
        sizes = Counter(g.size for g in group if g.char != " ")
        if sizes:
            main = sizes.most_common(1)[0][0]
            body = next(g for g in group if g.size == main)
            words = list(_words(group, body))
            yield Row(words, body.top, body.bottom, body.base, main)


def _with_scripts(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    merged: list[list[Glyph]] = []
    for group in groups:
        if merged and _belongs(group, merged[-1]):
            merged[-1].extend(group)
        elif merged and _belongs(merged[-1], group):
            group.extend(merged.pop())
            merged.append(group)
        else:
            merged.append(group)
    return merged


def _belongs(small: list[Glyph], large: list[Glyph]) -> bool:
    """True when ``small`` is an index of ``large``: lower letters, most of them beside its ink."""
    height = max(g.bottom - g.top for g in small)
    other = max(g.bottom - g.top for g in large)
    if height > 0.85 * other or len(small) > len(large):
        return False
    top, bottom = min(g.top for g in large), max(g.bottom for g in large)
    overlap = min(bottom, small[0].bottom) - max(top, small[0].top)
    left, right = min(g.x0 for g in large), max(g.x1 for g in large)
    beside = all(left - other < g.x0 < right + other for g in small)
    return beside and overlap > 0.6 * (small[0].bottom - small[0].top)


def _words(glyphs: list[Glyph], body: Glyph) -> Iterator[Word]:
    """Cut one row at its spaces; ``body`` is a letter of the usual size on the baseline."""
    letters: list[str] = []
    x0 = x1 = 0.0
    last: Glyph | None = None
    font, spaced, raised = PLAIN, False, 0
    for glyph in glyphs:
        if glyph.char == " ":
            spaced = True
            continue
        height = glyph.bottom - glyph.top
        if last is not None and _same_ink(last, glyph, height):
            continue
        if letters and glyph.x0 - x1 > (_SPACE if spaced else _GAP) * height:
            yield _word(letters, x0, x1, font, raised)
            letters = []
        if not letters:
            x0, x1, font = glyph.x0, glyph.x1, glyph.font
        letters.append(glyph.char)
        high = glyph.size < 0.8 * body.size and glyph.base < body.base - 0.1 * body.size
        raised = raised + 1 if high else 0
        x1 = max(x1, glyph.x1)
        last, spaced = glyph, False
    if letters:
        yield _word(letters, x0, x1, font, raised)


_GAP, _SPACE = 0.14, 0.04
"""Of the height of a letter box: a bare gap parts words from the first on, one over which the
file also writes a space from the second on."""


def _same_ink(last: Glyph, glyph: Glyph, height: float) -> bool:
    """A letter printed twice, shifted by a hair, to look bold."""
    return glyph.char == last.char and glyph.x0 - last.x0 < 0.06 * height


def _word(letters: list[str], x0: float, x1: float, font: Font, raised: int) -> Word:
    text = unicodedata.normalize("NFC", "".join(letters))
    return Word(text, x0, x1, font, raised=raised)
