"""Reads the Word table of an earlier run."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from minhphap.crowd.letters.carry import Written, WrittenRow
from minhphap.crowd.letters.columns import key_of
from minhphap.crowd.letters.paper import BOOKMARK
from minhphap.intake import Unreadable
from minhphap.text import normalize

_KNOWN = re.compile(rb"<m:table[^>]*>([^<]*)</m:table>")
_BREAKS = {qn("w:br"): "\n", qn("w:tab"): " "}
_TRAIL = re.compile(r"\n?(?:Lý do: |Nguồn: ).*", re.DOTALL)


def read_word_table(data: bytes) -> Written:
    """The rows and answers of a table that this program wrote and people filled in."""
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(
            "Không mở được bảng tổng hợp trước; cần tệp .docx do lệnh này ghi ra.",
            "The earlier table cannot be opened; give the .docx this command wrote.",
            "broken",
        ) from error
    known = _known(document)
    rows: list[WrittenRow] = []
    for table in document.element.body.iter(qn("w:tbl")):
        rows += _rows(table, known)
    for id_, label, sender, letter, text, answer, extra in known.get("kept", ()):
        own = tuple((str(name), str(words)) for name, words in extra)
        rows.append(WrittenRow(id_, "", label, "", sender, letter, text, answer, own))
    return Written(tuple(rows), known.get("text"))


def _known(document: Any) -> dict[str, Any]:
    """What the table carries with it; empty where a word processor has dropped it."""
    for relation in document.part.rels.values():
        if not relation.is_external and (found := _KNOWN.search(relation.target_part.blob)):
            try:
                known = json.loads(zlib.decompress(base64.b64decode(found[1])))
            except (ValueError, zlib.error):
                return {}
            return known if isinstance(known, dict) else {}
    return {}


def _rows(table: Any, known: dict[str, Any]) -> Iterator[WrittenRow]:
    columns: dict[str, int] = {}
    label = ""
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        if not columns:
            found = {key: at for at, cell in enumerate(cells) if (key := key_of(_words(cell)))}
            if {"text", "answer"} <= found.keys():
                columns = found
            continue
        if len(cells) <= max(columns.values()):
            continue
        label = _words(cells[columns.get("label", 0)]) or label
        text = normalize(_TRAIL.sub("", _words(cells[columns["text"]]))).text.strip()
        answer = _words(cells[columns["answer"]])
        sender, _, letter = (
            _words(cells[columns["sender"]]).partition("\n")
            if "sender" in columns
            else ("", "", "")
        )
        id_ = _id(row)
        machine, part = known.get("rows", {}).get(id_, ("", ""))
        own = tuple((str(n), str(w)) for n, w in known.get("extra", {}).get(id_, ()))
        if text or answer:
            yield WrittenRow(id_, machine, label, part, sender, letter, text, answer, own)


def _words(cell: Any) -> str:
    """Paragraphs of a cell, one a line."""
    lines = []
    for paragraph in cell.iter(qn("w:p")):
        nodes = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        lines.append("".join(_BREAKS.get(node.tag, node.text or "") for node in nodes))
    return "\n".join(lines).strip()


def _id(row: Any) -> str:
    for mark in row.iter(qn("w:bookmarkStart")):
        name = str(mark.get(qn("w:name")) or "")
        if name.startswith(BOOKMARK):
            return name.removeprefix(BOOKMARK).replace("_", "-")
    return ""
