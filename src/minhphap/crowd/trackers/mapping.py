"""The mapping of columns as a small file that a person can mend and keep for next time."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence

import msgspec

from minhphap.crowd.trackers.columns import FIELD_WORDS, Column
from minhphap.crowd.trackers.record import STAGE_WORDS, Stage
from minhphap.crowd.trackers.vocabulary import plain
from minhphap.intake import Unreadable

KEPT = "keep"
"""The name of a column that no field takes: it stays with the record."""


class MappingError(Unreadable):
    """A mapping file that cannot be used."""


class TableMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The columns of one table. ``header``: first and last row of its headings."""

    sheet: str
    header: tuple[int, int]
    columns: tuple[Column, ...]
    year: int | None = None
    skip: bool = False


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a workbook is read. ``agencies`` and ``statuses``: words settled by a person."""

    format: int = 1
    tables: tuple[TableMapping, ...] = ()
    agencies: dict[str, str] = {}
    statuses: dict[str, Stage] = {}

    def for_table(self, sheet: str, headings: Sequence[str]) -> TableMapping | None:
        """What is said of a table: the one of this sheet, or of any, with most of its headings."""
        keys = {plain(one) for one in headings}

        def likeness(table: TableMapping) -> tuple[int, bool]:
            return sum(plain(c.heading) in keys for c in table.columns), table.sheet == sheet

        best = max(self.tables, key=likeness, default=None)
        return best if best and likeness(best)[0] else None

    def of_sheet(self, sheet: str) -> tuple[TableMapping, ...]:
        """The tables named for a sheet."""
        return tuple(one for one in self.tables if one.sheet == sheet)


def load_mapping(text: str) -> Mapping:
    """Read a mapping file. Raises MappingError with one sentence."""
    known = {*FIELD_WORDS, KEPT}
    try:
        raw = tomllib.loads(text)
        tables = []
        for one in raw.pop("table", []):
            columns = [
                {"letter": letter, "heading": named[0], "field": named[1]}
                for letter, named in one.pop("columns", {}).items()
            ]
            if wrong := next((c["field"] for c in columns if c["field"] not in known), None):
                raise ValueError(f"“{wrong}” không phải tên trường / is no field")
            for column in columns:
                if column["field"] == KEPT:
                    column["field"] = None
            tables.append({**one, "columns": columns})
        return msgspec.convert({**raw, "tables": tables}, Mapping)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise MappingError(
            f"Tệp khai cột có lỗi: {error}; sửa lại, hoặc xóa tệp để chương trình viết bản mới.",
            f"The mapping file is wrong: {error}; mend it, or delete it to have a new one written.",
            "mapping",
        ) from None


def dump_mapping(mapping: Mapping) -> str:
    """The file's text, with what may be written in it at its head."""
    lines = [
        "# Cột nào là gì. Sửa tên ở cuối dòng rồi chạy lại với --mapping TỆP NÀY. Các tên:",
        *(f"#   {name}: {words}" for name, (words, _) in FIELD_WORDS.items()),
        f"#   {KEPT}: giữ nguyên, không dùng",
        "# Giai đoạn, dùng trong [statuses]:",
        *(f"#   {name}: {words}" for name, (words, _) in STAGE_WORDS.items()),
        f"format = {mapping.format}",
        "",
        '[agencies]  # cách viết riêng, thí dụ: "Sở NN" = "Sở Nông nghiệp và Môi trường"',
        *(f"{_quoted(k)} = {_quoted(v)}" for k, v in mapping.agencies.items()),
        "",
        '[statuses]  # thí dụ: "VP đang rà" = "submitted"',
        *(f"{_quoted(k)} = {_quoted(v)}" for k, v in mapping.statuses.items()),
    ]
    for table in mapping.tables:
        lines += ["", "[[table]]", f"sheet = {_quoted(table.sheet)}"]
        lines += [f"header = [{table.header[0]}, {table.header[1]}]"]
        lines += [f"year = {table.year}"] if table.year else ["# year = 2026  (năm, nếu đoán sai)"]
        lines += ["skip = true"] if table.skip else []
        lines += ["[table.columns]"]
        for column in table.columns:
            field = column.field or KEPT
            lines.append(f"{column.letter} = [{_quoted(column.heading)}, {_quoted(field)}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
