"""A provision that repeats a provision of a superior document word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.registry import KnownDocument, Registry
from minhphap.rules.context import Context
from minhphap.rules.legality.footing import bases, known_law
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision
from minhphap.text import comparison_key

_WORD = re.compile(r"\w+")
_RUN = 8
_LEAST = 30
_SHARE = 0.9
_LONG = 4000
_SUPERIOR = frozenset(("law", "code", "ordinance", "decree", "circular", "resolution"))
_DEFINES = re.compile(r"giải\s+thích\s+từ\s+ngữ", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Compare clauses with the texts of the grounds."""
    law, _ = known_law(context)
    superior = _superior(context, law)
    if not superior:
        return
    runs = {known.id: _runs(_words(law.text(known) or "")) for known in superior}
    for one in context.own:
        if one.type not in ("clause", "article") or (one.type == "article" and one.children):
            continue
        words = _words(context.text[one.start : min(one.end, one.start + _LONG)])
        if len(words) < _LEAST or _in_definitions(context, one):
            continue
        mine = _runs(words)
        for known in superior:
            if len(mine & runs[known.id]) >= _SHARE * len(mine):
                yield _hit(context, one, known)
                break


def _superior(context: Context, law: Registry) -> list[KnownDocument]:
    """Central documents with text among the grounds."""
    found = {}
    for one in bases(context):
        known = one.found.document
        if known is not None and known.kind in _SUPERIOR and known.has_text and not known.place:
            found[known.id] = known
    return list(found.values())


def _words(text: str) -> list[str]:
    return _WORD.findall(comparison_key(text))


def _runs(words: list[str]) -> set[int]:
    return {hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)}


def _in_definitions(context: Context, one: Provision) -> bool:
    """Definitions are often repeated so that readers need not look them up."""
    above = one
    while above.type != "article" and above.eid in context.parents:
        above = context.parents[above.eid]
    return bool(_DEFINES.search(above.heading or ""))


def _hit(context: Context, one: Provision, known: KnownDocument) -> Hit:
    stop = context.text.find("\n", one.start, one.end)
    return Hit(
        one.start,
        stop if stop > 0 else one.end,
        f"Quy định này chép lại gần như nguyên văn {known.called}.",
        f"This provision repeats {known.number} almost word for word.",
        suggestion="Dẫn chiếu thay vì chép lại, hoặc chỉ quy định phần được giao.",
    )


RULE = load(__file__, check)
