"""The user's own Word file with margin comments or tracked fixes; a fresh one for other inputs."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from minhphap.reports.fixes import AUTHOR, Fixed, LeftOut

if TYPE_CHECKING:
    from minhphap.findings import Finding
    from minhphap.intake import Source
    from minhphap.reports.report import Checked, Lang

__all__ = ["is_word", "to_docx", "track"]


def is_word(source: Source) -> bool:
    """Whether the source's file is a Word package that its anchors lead into."""
    return source.data[:2] == b"PK" and any(one.part.endswith(".xml") for one in source.anchors[:1])


def to_docx(checked: Checked, lang: Lang, date: dt.datetime | None) -> bytes:
    """The document with a margin comment for each finding. Raises ``UnwritableError``."""
    from minhphap.reports.docx.annotate import Annotator
    from minhphap.reports.docx.fresh import fresh

    source = checked.document.source
    own = is_word(source)
    with _one_sentence():
        annotator = Annotator(source if own else fresh(checked.document))
        if not own:
            annotator.remark(lang, AUTHOR, date)
        annotator.comment(checked.findings, lang, AUTHOR, date)
        return annotator.data()


def track(
    source: Source,
    findings: tuple[Finding, ...],
    chosen: list[Finding],
    left_out: list[LeftOut],
    author: str,
    date: dt.datetime | None,
    comment: Lang | None,
) -> Fixed:
    """Apply ``chosen`` as tracked changes; those Word cannot take are left out with a reason.

    With ``comment``, the other ``findings`` become margin comments. Raises ``UnwritableError``.
    """
    from minhphap.reports.docx.annotate import Annotator
    from minhphap.reports.docx.fresh import fresh
    from minhphap.reports.docx.tracked import Tracker
    from minhphap.structure import Document, Metadata

    if not is_word(source):
        source = fresh(Document(source, Metadata(), ()))
    with _one_sentence():
        annotator = Annotator(source)
        applied, refused = Tracker(annotator, author, date).apply(chosen)
        if comment:
            done = set(map(id, applied))
            rest = [one for one in findings if id(one) not in done]
            annotator.comment(rest, comment, author, date)
        data = annotator.data()
    left_out = sorted([*left_out, *refused], key=lambda one: (one.finding.start, one.finding.end))
    return Fixed(data, tuple(applied), tuple(left_out))


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Turn what goes wrong inside a strangely built package into one sentence."""
    from minhphap.reports.write import UnwritableError

    try:
        yield
    except (zipfile.BadZipFile, ValueError, IndexError) as error:
        raise UnwritableError(
            "không ghi được vào tệp Word này vì cách đóng gói khác thường; mở và lưu lại bằng Word"
            " rồi thử lại",
            "this Word file is packed in an unusual way and cannot be written into; open and save"
            " it with Word and try again",
        ) from error
