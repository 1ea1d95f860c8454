"""Tesseract, when the ``ocr`` extra and its Vietnamese language data are installed."""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from minhphap.intake.errors import Unreadable
from minhphap.intake.ocr.mend import mended
from minhphap.intake.ocr.pixels import Pixels
from minhphap.intake.page.shapes import Row, Word
from minhphap.intake.refusals_tools import language_missing, recogniser_missing, recognition_slow

LANGUAGE = "vie"
_DOUBT = 0.7
"""A word without letters or digits that is less sure than this is a speck on the paper."""
_PLACES = (
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


def why_missing() -> Unreadable | None:
    """Why pictures cannot be read here; None when they can."""
    try:
        import tesserocr  # noqa: F401
    except ImportError:
        return recogniser_missing()
    return language_missing() if language_folder() is None else None


def language_folder() -> Path | None:
    """The folder that holds ``vie.traineddata``: TESSDATA_PREFIX first, then the usual places."""
    named = os.environ.get("TESSDATA_PREFIX")
    places = [Path(named), Path(named) / "tessdata"] if named else []
    for place in map(Path, _PLACES):
        places += [place, *sorted(place.glob("*/tessdata"), reverse=True)]
    return next((p for p in places if (p / f"{LANGUAGE}.traineddata").is_file()), None)


class Reading(NamedTuple):
    """What was read from one picture."""

    rows: list[Row]
    sureness: float
    """Mean confidence of the words, 0 to 1."""
    lies: bool
    """Whether most lines are taller than they are wide: the paper lies on its side."""


class Recogniser:
    """One loaded engine, used for page after page; a context manager."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._api: Any = None

    def __enter__(self) -> Recogniser:
        missing = why_missing()
        if missing:
            raise missing
        import tesserocr

        self._api = tesserocr.PyTessBaseAPI(
            path=str(language_folder()), lang=LANGUAGE, psm=tesserocr.PSM.AUTO
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._api.End()

    def skew(self, pixels: Pixels) -> float:
        """Degrees by which the lines of a grey picture climb to the right."""
        self._set(pixels)
        layout = self._api.AnalyseLayout()
        if layout is None:
            return 0.0
        angle = math.degrees(layout.Orientation()[3])
        return angle if abs(angle) < 10 else 0.0

    def pixels(self, pixels: Pixels) -> Reading:
        """What stands on a grey picture, in points."""
        self._set(pixels)
        return self._reading(72 / pixels.dpi)

    def file(self, path: Path, scale: float) -> Reading:
        """What stands on a picture file; ``scale`` is points for a pixel."""
        self._api.SetImageFile(str(path))
        self._api.SetSourceResolution(max(70, round(72 / scale)))
        return self._reading(scale)

    def _set(self, pixels: Pixels) -> None:
        self._api.SetImageBytes(pixels.data, pixels.width, pixels.height, 1, pixels.stride)
        self._api.SetSourceResolution(round(pixels.dpi))

    def _reading(self, scale: float) -> Reading:
        if not self._api.Recognize(int(self._seconds * 1000)):
            raise recognition_slow(self._seconds)
        lines = [row for row in _lines(self._api.GetIterator(), scale) if row.words]
        tall = sum(row.bottom - row.top > 1.5 * (row.x1 - row.x0) for row in lines)
        words = [word.confidence for row in lines for word in row.words]
        return Reading(_merged(lines), fmean(words) if words else 0.0, 2 * tall > len(lines))


def _lines(found: Any, scale: float) -> Iterator[Row]:
    """One row for each line that the engine reports."""
    import tesserocr

    word_level, line_level = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    if found is None or found.Empty(word_level):
        return
    row: Row | None = None
    while True:
        if row is None or found.IsAtBeginningOf(line_level):
            if row is not None:
                yield row
            row = _line(found, line_level, scale)
        box = found.BoundingBox(word_level)
        text = mended(unicodedata.normalize("NFC", (found.GetUTF8Text(word_level) or "").strip()))
        sure = found.Confidence(word_level) / 100
        if box and text and (sure >= _DOUBT or any(map(str.isalnum, text))):
            row.words.append(Word(text, box[0] * scale, box[2] * scale, confidence=round(sure, 3)))
        if not found.Next(word_level):
            break
    if row is not None:
        yield row


def _line(found: Any, level: int, scale: float) -> Row:
    box = found.BoundingBox(level) or (0, 0, 0, 0)
    base = found.Baseline(level)
    y = (base[0][1] + base[1][1]) / 2 if base else box[3]
    size = found.RowAttributes()["row_height"] * scale
    return Row([], box[1] * scale, box[3] * scale, y * scale, round(size, 1))


def _merged(rows: list[Row]) -> list[Row]:
    """Lines of different blocks on one baseline made one row, from the top."""
    rows.sort(key=lambda row: row.base)
    merged: list[Row] = []
    for row in rows:
        last = merged[-1] if merged else None
        if last and row.base - last.base < 0.35 * min(row.size, last.size) and _apart(last, row):
            last.words = sorted([*last.words, *row.words], key=lambda word: word.x0)
            last.top, last.bottom = min(last.top, row.top), max(last.bottom, row.bottom)
        else:
            merged.append(row)
    return merged


def _apart(one: Row, two: Row) -> bool:
    return one.x1 <= two.x0 or two.x1 <= one.x0
