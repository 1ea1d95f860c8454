"""Appendices and forms as letters name them: "Phụ lục" where there is one, "Mẫu số 02"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.structure import Document, Provision
from minhphap.text import comparison_key

_FORM = r"(?:biểu )?mẫu (?:đơn )?(?:số )?0?(?P<form>\d{1,2}[a-zđ]?)"
_NAMED = re.compile(
    rf"(?<!\w)(?:(?:tại |theo )?{_FORM}"
    r"|(?:tại |vào |về |trong |đối với |các |bản )*phụ lục(?! [\divx]{1,4}(?!\w))"
    r"(?: kèm theo| ban hành kèm theo| biểu mẫu)?)(?!\w)"
)
_OWN_FORM = re.compile(rf"(?<!\w){_FORM}(?!\w)")


class Annexes:
    """The appendices of a draft and the forms in them."""

    def __init__(self, draft: Document) -> None:
        self._all = [one for root in draft.provisions for one in _appendices(root)]
        self._forms: dict[str, str] = {}
        for one in self._all:
            key = comparison_key(draft.source.text[one.start : one.end])
            for form in _OWN_FORM.finditer(key):
                self._forms.setdefault(form["form"], one.eid)

    def named(self, key: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and eid of each name in a text in small letters."""
        for found in _NAMED.finditer(key):
            if found["form"]:
                eid = self._forms.get(found["form"])
            else:
                eid = self._all[0].eid if len(self._all) == 1 else None
            if eid:
                yield found.start(), found.end(), eid


def _appendices(provision: Provision) -> Iterator[Provision]:
    """Appendices, outermost only."""
    if provision.type == "appendix":
        yield provision
    else:
        for child in provision.children:
            yield from _appendices(child)
