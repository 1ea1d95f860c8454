"""From works as written to documents of the snapshot in the making."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict

from minhphap.citations import Target, Work
from minhphap.law import parse_number
from minhphap.registry.keys import NAMED, is_central
from minhphap.registry.known import KnownDocument
from minhphap.registry.resolution import Resolution
from minhphap.registry.resolve import find_provision, look_up
from minhphap.registry.snapshot import Registry

_CACHED = 200_000
_TREES = 256


class Linker:
    """Looks works up, remembering what it found: the same works are cited again and again."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._found: OrderedDict[tuple[object, ...], Resolution] = OrderedDict()
        self._eids: OrderedDict[int, frozenset[str]] = OrderedDict()

    def look_up(
        self, work: Work, teller: KnownDocument | None, on: dt.date | None = None
    ) -> tuple[KnownDocument | None, str]:
        """The document that is meant, or None and the reason."""
        found = self._resolution(work, teller, on)
        if found.document is not None:
            return found.document, ""
        return None, found.reasons[0] if found.reasons else found.verdict

    def _resolution(
        self, work: Work, teller: KnownDocument | None, on: dt.date | None
    ) -> Resolution:
        key: tuple[object, ...] = (work, on)
        if teller is not None and (not work.number or _is_local(work)):
            key = (work, on, teller.issuer, teller.title if teller.kind in NAMED else None)
        found = self._found.get(key)
        if found is None:
            found = look_up(self.registry, work, on, teller)
            self._found[key] = found
            if len(self._found) > _CACHED:
                self._found.popitem(last=False)
        return found

    def eid(self, document: KnownDocument, cited: str) -> str:
        """The eid in a document's own tree of a provision as cited; as cited where it has none."""
        if not cited or not document.has_text:
            return cited
        known = self._eids.get(document.id)
        if known is None:
            known = frozenset(self.registry.eids(document))
            self._eids[document.id] = known
            if len(self._eids) > _TREES:
                self._eids.popitem(last=False)
        if cited in known:
            return cited
        if "att_1" in known and f"att_1__{cited}" in known and not cited.startswith("app"):
            return f"att_1__{cited}"
        if not cited.startswith(("part", "chp", "sec", "subsec", "app", "form")):
            return cited
        return find_provision(self.registry, document, Target(Work(), cited, 0, 0)) or cited


def _is_local(work: Work) -> bool:
    return not is_central(parse_number(work.number or ""))
