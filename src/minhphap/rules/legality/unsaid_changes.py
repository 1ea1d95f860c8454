"""A ground that has been amended, cited as if it had not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.registry import KnownDocument, Registry, Relation
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import Cited, bases, firsts, known_law
from minhphap.rules.rule import Hit, load
from minhphap.text import comparison_key

_SAID = re.compile(r"sửa\s+đổi|bổ\s+sung|thay\s+thế\s+một\s+số", re.IGNORECASE)
_OTHER = re.compile(r"căn cứ ")
_NAMED = 3


def check(context: Context) -> Iterator[Hit]:
    """Look at grounds with known amendments, neither said nor cited beside them."""
    law, _ = known_law(context)
    named = {one.found.document.id for one in firsts(context) if one.found.document}
    for one in bases(context):
        known, status = one.found.document, one.found.status
        if known is None or status is None or one.found.verdict != "resolved":
            continue
        if status.successor:
            continue  # it is doubtful whether it still stands: PL101 says so
        acts = _acts(law, status.changed)
        if not acts or named & {act.id for act in acts} or _said(context, one):
            continue
        words = ", ".join(act.called for act in acts[-_NAMED:])
        words += f" và {len(acts) - _NAMED} văn bản trước đó" if len(acts) > _NAMED else ""
        yield Hit(
            one.citation.start,
            one.citation.end,
            f"{known.called} đã được sửa đổi, bổ sung ({words}) nhưng chưa được ghi ở đây.",
            f"{known.number} has been amended ({', '.join(act.number for act in acts[-_NAMED:])}),"
            " which is not said here.",
            suggestion="Ghi thêm “được sửa đổi, bổ sung” và năm hoặc văn bản sửa đổi, bổ sung.",
        )


def _acts(law: Registry, changed: tuple[Relation, ...]) -> list[KnownDocument]:
    """The acts that amended a document, each once, oldest first; only those that say so."""
    found: dict[int, KnownDocument] = {}
    for one in changed:
        if one.kind == "amends" and one.source and one.sure in ("read", "stated"):
            act = law.get(one.source)
            if act is not None:
                found.setdefault(act.id, act)
    return list(found.values())


def _said(context: Context, one: Cited) -> bool:
    """Whether the ground itself, or another one, says that the document was amended."""
    holder, known = one.holder, one.found.document
    end = holder.end if holder is not None else one.citation.end + 200
    if _SAID.search(context.text, one.citation.end, end):
        return True
    title = _folded(known.title if known else "").removeprefix("luật ").removeprefix("bộ luật ")
    number = _folded(known.number if known else "")
    for other in _OTHER.split(_preamble(context)):
        if "sửa đổi" in other and (number in other or (title and title in other)):
            return True
    return False


def _preamble(context: Context) -> str:
    """The lines of the grounds as one, however they are broken."""
    lines = [one for one in context.document.walk() if one.type == "basis"]
    return _folded(context.text[lines[0].start : lines[-1].end]) if lines else ""


def _folded(text: str) -> str:
    return " ".join(comparison_key(text).split())


RULE = load(__file__, check)
