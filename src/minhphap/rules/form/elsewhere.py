"""Whether a path that names no document may belong to one that is named nearby."""

from __future__ import annotations

import re
from bisect import bisect_left

from minhphap.citations import Citation
from minhphap.rules.context import Context
from minhphap.rules.form.places import UPPER

_SENTENCE_END = re.compile(rf"\n|\.\s+(?=[{UPPER}])")
_NUMBER_FOLLOWS = re.compile(r"\s*(?:của\s+)?(?:[^\W\d_]+\s+){1,3}số\s*\d")
_CHANGING = re.compile(r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|cụm\s+từ", re.IGNORECASE)
_REACH = 2000  # characters; sentences of titles and lists are long


class Elsewhere:
    """Looks ahead in the sentence, and at the lead-ins above, for another document.

    "hướng dẫn khoản 4 Điều 21 về dữ liệu, khoản 2 Điều 34 về tiêu chí của Nghị định số …", and
    "Bãi bỏ các quy định sau của Thông tư số …:" with "a) Khoản 3 Điều 8;" below it.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        others = [one for one in context.citations if _is_other(one)]
        self._starts = [one.start for one in others]

    def may_own(self, citation: Citation) -> bool:
        """Whether the provisions of a citation may be those of another document."""
        text = self._context.text
        line = text.rfind("\n", 0, citation.start) + 1
        if _CHANGING.search(text, line, citation.start):
            return True
        if _NUMBER_FOLLOWS.match(text, citation.end) or self._announced(line, citation):
            return True
        stop = _SENTENCE_END.search(text, citation.end, citation.end + _REACH)
        end = stop.start() if stop else min(len(text), citation.end + _REACH)
        return self._has(citation.end, end) or self._in_lead_ins(citation)

    def _announced(self, line: int, citation: Citation) -> bool:
        """Whether a document and a colon stand before it: "của Nghị quyết số …, gồm: khoản 8"."""
        before = bisect_left(self._starts, citation.start) - 1
        if before < 0 or self._starts[before] < line:
            return False
        return ":" in self._context.text[self._starts[before] : citation.start]

    def _in_lead_ins(self, citation: Citation) -> bool:
        one = self._context.document.at(citation.start)
        above = self._context.parents.get(one.eid) if one else None
        while above is not None and above.type in ("article", "clause", "point"):
            if self._has(above.start, above.children[0].start):
                return True
            above = self._context.parents.get(above.eid)
        return False

    def _has(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end


def _is_other(citation: Citation) -> bool:
    """Whether a citation names a document other than this one."""
    return any(
        not one.work.this and not one.work.attached and (one.work.number or one.work.title)
        for one in citation.targets
    )
