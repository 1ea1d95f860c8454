"""The ruled lines of a table on a scanned page: found, and wiped out before letters are read.

Lines that touch letters make a recogniser lose both. All work is on whole rows and columns of
bytes, so that a page takes some hundredths of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minhphap.intake.ocr.grid import made_whole
from minhphap.intake.ocr.pixels import Pixels
from minhphap.intake.page.rules import joined
from minhphap.intake.page.shapes import Rule

_DARK = bytes(value < 150 for value in range(256))
_INK = b"\x01"
_PIECE, _HOLE = 12, 4
"""Pixels: a line may be broken by small holes, between pieces no shorter than this."""
_ACROSS, _DOWN = 0.4, 0.22
"""Inches: shorter runs of ink are letters and underlines."""
_THICK = 0.03
"""Inches: what is thicker is a stamp or a picture."""
_RUN = re.compile(rb"\x01{%d,}" % _PIECE)


class Stroke(NamedTuple):
    """A run of ink along one row or column of pixels."""

    at: int
    start: int
    end: int


class Lines(NamedTuple):
    """Lines across and down a page, in points, and the strokes of ink they are made of."""

    across: list[Rule]
    down: list[Rule]
    flat: list[Stroke]
    upright: list[Stroke]


def find_lines(pixels: Pixels) -> Lines:
    """The ruled lines of a page."""
    ink, stride = pixels.data.translate(_DARK), pixels.stride
    rows = [ink[at * stride : at * stride + pixels.width] for at in range(pixels.height)]
    columns = [ink[at : pixels.height * stride : stride] for at in range(pixels.width)]
    flat = list(_strokes(rows, round(_ACROSS * pixels.dpi)))
    upright = list(_strokes(columns, round(_DOWN * pixels.dpi)))
    across, down = (_rules(found, pixels.dpi) for found in (flat, upright))
    return Lines(*made_whole(joined(across), joined(down)), flat, upright)


def wiped(pixels: Pixels, lines: Lines) -> Pixels:
    """The page without its ruled lines."""
    data, stride = bytearray(pixels.data), pixels.stride
    for stroke in lines.flat:
        start = stroke.at * stride + stroke.start
        data[start : start + stroke.end - stroke.start] = b"\xff" * (stroke.end - stroke.start)
    for stroke in lines.upright:
        first, last = stroke.start * stride + stroke.at, stroke.end * stride
        data[first:last:stride] = b"\xff" * len(range(first, last, stride))
    return pixels._replace(data=bytes(data))


def _strokes(lines: list[bytes], least: int) -> Iterator[Stroke]:
    """Long runs of ink; a line that slants by a pixel is seen whole, through its neighbours."""
    if not lines:
        return
    length = len(lines[0])
    numbers = [int.from_bytes(line, "big") for line in lines]
    nothing = 0
    for at, number in enumerate(numbers):
        above = numbers[at - 1] if at else nothing
        below = numbers[at + 1] if at + 1 < len(numbers) else nothing
        both = (number | above | below).to_bytes(length, "big")
        if _INK * _PIECE in both:
            yield from _runs(both, at, least)


def _runs(line: bytes, at: int, least: int) -> Iterator[Stroke]:
    start = end = -1
    for found in _RUN.finditer(line):
        if start >= 0 and found.start() - end <= _HOLE:
            end = found.end()
            continue
        if end - start >= least:
            yield Stroke(at, start, end)
        start, end = found.span()
    if end - start >= least:
        yield Stroke(at, start, end)


def _rules(strokes: list[Stroke], dpi: float) -> list[Rule]:
    """One rule for the strokes of a line, which lie on neighbouring rows and overlap."""
    open_: list[list[Stroke]] = []
    done: list[list[Stroke]] = []
    for stroke in strokes:
        still = [group for group in open_ if stroke.at - group[-1].at <= 1]
        done += [group for group in open_ if stroke.at - group[-1].at > 1]
        open_ = still
        for group in open_:
            last = group[-1]
            if stroke.start < last.end and last.start < stroke.end:
                group.append(stroke)
                break
        else:
            open_.append([stroke])
    scale = 72 / dpi
    rules = []
    for group in (*done, *open_):
        start, end = min(one.start for one in group), max(one.end for one in group)
        ink = sum(one.end - one.start for one in group)
        if ink <= (_THICK * dpi + 2) * (end - start):
            middle = sum(one.at for one in group) / len(group)
            rules.append(Rule((middle + 0.5) * scale, start * scale, end * scale))
    return rules
