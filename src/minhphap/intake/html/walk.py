"""One walk over the elements of a page, from start tag to end tag, never recursive."""

from __future__ import annotations

import re
from typing import Any

from minhphap.intake.html.content import DROPPED
from minhphap.intake.html.lines import Lines
from minhphap.intake.html.look import Look, is_hidden, look_of
from minhphap.intake.html.tables import Tables
from minhphap.intake.source import Cell

_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "hr",
    "address", "article", "section", "main", "header", "center", "figure", "figcaption",
    "fieldset", "body", "html", "details", "summary",
))  # fmt: skip
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|footnote|endnote)\d", re.IGNORECASE)
_BACK_LINK = re.compile(r"#_?(?:ftnref|ednref|fnref)\d", re.IGNORECASE)


class Walk:
    """Reads the elements below a root into :class:`Lines`."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.hidden = 0
        self._looks: list[Look] = [Look()]
        self._cells: list[Cell | None] = [None]
        self._lists: list[tuple[str, int]] = []
        self._tables = Tables()
        self._note = False

    def read(self, root: Any) -> None:
        """The whole walk."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._start(element):
                    self._text(element.text)
                else:
                    walk.skip_subtree()
                    self._looks.append(self._looks[-1])
            else:
                if event == "end":
                    self._end(element)
                if element is not root:
                    self._text(element.tail)
        self._line()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        look = self._looks[-1]
        if not look.pre:
            self.lines.add(text, look)
            return
        first, *others = text.split("\n")
        self.lines.add(first, look)
        for line in others:
            self._line()
            self.lines.add(line, look)

    def _line(self) -> None:
        cell = self._cells[-1]
        kind = "footnote" if self._note else "cell" if cell else "paragraph"
        self.lines.end(kind, cell)  # type: ignore[arg-type]

    def _start(self, element: Any) -> bool:
        """Enter an element; False when nothing below it is read."""
        tag = element.tag
        if tag in DROPPED:
            return False
        if is_hidden(element):
            self.hidden += 1
            return False
        if tag == "a" and self._is_note_mark(element):
            return False
        self._looks.append(look_of(element, self._looks[-1]))
        if tag in _BLOCKS or tag == "br":
            self._line()
            self._open(tag, element)
        return True

    def _open(self, tag: str, element: Any) -> None:
        if tag == "table":
            self._tables.open()
        elif tag == "tr":
            self._tables.row()
        elif tag in ("td", "th"):
            self._cells.append(self._tables.cell(element))
        elif tag in ("ol", "ul"):
            start = element.get("start", "1")
            form = "ul" if tag == "ul" else element.get("type", "1")
            self._lists.append((form, int(start) if start.isdecimal() else 1))
        elif tag == "li" and self._lists:
            form, number = self._lists[-1]
            self._lists[-1] = (form, number + 1)
            self.lines.number(_marker(form, number))
        elif tag in ("p", "div") and tag != "br":
            self._note = False

    def _end(self, element: Any) -> None:
        tag = element.tag
        self._looks.pop()
        if tag in DROPPED or tag not in _BLOCKS or is_hidden(element):
            return
        self._line()
        self._note = False
        if tag == "table":
            self._tables.close()
        elif tag in ("td", "th") and len(self._cells) > 1:
            self._cells.pop()
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def _is_note_mark(self, element: Any) -> bool:
        """A link to a footnote is taken out of the text; the link back begins the footnote."""
        target = element.get("href") or ""
        if _BACK_LINK.search(target):
            self._note = True
            return False
        if not _NOTE_LINK.search(target):
            return False
        self.lines.mark("".join(element.itertext()))
        return True


def _marker(form: str, number: int) -> str:
    if form == "ul":
        return "- "
    from minhphap.intake.counting import written

    forms = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    return f"{written(number, forms.get(form, 'decimal'))}. "
