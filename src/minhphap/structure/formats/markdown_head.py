"""Front matter of our Markdown: what the text itself does not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from minhphap.intake.source import Format
from minhphap.structure.document import Diagnostic, Document, Metadata, Table
from minhphap.structure.formats.errors import FormatError, where
from minhphap.structure.grids import innermost

VERSION = 1
_FENCE = "---\n"


class Head(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line a field, its value as JSON (which is YAML, too)."""

    minhphap: int
    meta: Metadata = Metadata()
    name: str = ""
    format: Format = "txt"
    recognised: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    tables: tuple[tuple[int, Table], ...] = ()
    """Tables that stand as lines in the text, with their places among all."""
    table_eids: Mapping[int, str | None] = {}
    """Where a table does not belong to the innermost provision around it."""

    @classmethod
    def of(cls, document: Document, shown: Sequence[int]) -> Head:
        """The front matter of a document of whose tables these are shown as tables."""
        source, tables = document.source, document.tables
        own = set(shown)
        odd = [
            n
            for n in shown
            if tables[n].eid != innermost(document.provisions, tables[n].start, tables[n].end)
        ]
        return cls(
            VERSION,
            document.meta,
            source.name,
            source.format,
            source.recognised,
            document.diagnostics,
            tuple((n, table) for n, table in enumerate(tables) if n not in own),
            {n: tables[n].eid for n in odd},
        )

    def write(self) -> str:
        """The front matter with its fences and the empty line after it."""
        fields = msgspec.json.decode(msgspec.json.encode(self))
        lines = (f"{key}: {msgspec.json.encode(value).decode()}\n" for key, value in fields.items())
        return _FENCE + "".join(lines) + _FENCE + "\n"


def read_head(text: str) -> tuple[Head, str]:
    """The front matter of a file and what follows it."""
    end = text.find("\n" + _FENCE, len(_FENCE) - 1)
    if not text.startswith(_FENCE) or end < 0:
        raise FormatError(
            "tệp Markdown không có phần đầu “---” do Minh Pháp ghi; hãy đọc nó như văn bản thường",
            "the Markdown file has no “---” head written by Minh Pháp; read it as plain text",
        )
    fields: dict[str, Any] = {}
    try:
        for line in text[len(_FENCE) : end].split("\n"):
            key, _, value = line.partition(": ")
            fields[key] = msgspec.json.decode(value)
        head = msgspec.convert(fields, Head, strict=False)
    except msgspec.MsgspecError as error:
        place, place_en = where(error)
        raise FormatError(
            f"phần đầu của tệp Markdown bị hỏng ({place}); hãy xuất lại tệp",
            f"the head of the Markdown file is damaged ({place_en}); export it again",
        ) from error
    body = text[end + 1 + len(_FENCE) :]
    return head, body.removeprefix("\n")
