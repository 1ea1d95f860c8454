"""The index as a folder of tantivy. Grams are ranked by BM25; words carry their positions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tantivy

from minhphap.registry.search.engine import Indexed, Only, Scored
from minhphap.registry.search.expert import Tree

FOLDER = "tantivy"
_MEMORY = 200_000_000
_NEVER = 10_000_000
"""A day after all days: an end that is not known."""
_Query = tantivy.Query
_MUST, _MAY, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


def _schema() -> Any:
    build = tantivy.SchemaBuilder()
    build.add_unsigned_field("n", stored=True, fast=True)
    for name in ("doc", "first", "until"):
        build.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("kind", "issuer"):
        build.add_text_field(name, tokenizer_name="raw", index_option="basic")
    build.add_text_field("areas", tokenizer_name="whitespace", index_option="basic")
    build.add_text_field("grams", tokenizer_name="whitespace", index_option="freq")
    build.add_text_field("words", tokenizer_name="whitespace", index_option="position")
    return build.build()


class TantivyWriter:
    """A new index."""

    def __init__(self, folder: Path) -> None:
        path = folder / FOLDER
        path.mkdir()
        self._index = tantivy.Index(_schema(), path=str(path))
        self._writer = self._index.writer(_MEMORY, 1)

    def add(self, one: Indexed) -> None:
        """Take an entry."""
        document = tantivy.Document()
        for name, value in (
            ("n", one.n), ("doc", one.doc), ("first", one.first or 0),
            ("until", _NEVER if one.until is None else one.until),
        ):  # fmt: skip
            document.add_unsigned(name, value)
        for name in ("kind", "issuer", "areas", "grams", "words"):
            document.add_text(name, getattr(one, name))
        self._writer.add_document(document)

    def close(self) -> None:
        """Write what is pending and merge."""
        self._writer.commit()
        self._writer.wait_merging_threads()

    def abandon(self) -> None:
        """Let go of every file, unfinished."""
        self._writer.rollback()
        self._writer.wait_merging_threads()


class TantivyEngine:
    """An index opened for reading; it may be shared by threads and processes."""

    def __init__(self, folder: Path) -> None:
        index = tantivy.Index.open(str(folder / FOLDER))
        self._schema = index.schema
        self._searcher = index.searcher()

    def ranked(self, grams: list[str], limit: int, only: Only) -> Scored:
        """Entries by BM25 over their grams."""
        terms = [
            (_MAY, _Query.term_query(self._schema, "grams", one, "freq"))
            for one in dict.fromkeys(grams)
        ]
        return self._search(_Query.boolean_query(terms), limit, only)

    def exact(self, tree: Tree, limit: int, only: Only) -> Scored:
        """Entries that fulfil an expert's query."""
        return self._search(self._query(tree), limit, only)

    def _search(self, query: Any, limit: int, only: Only) -> Scored:
        if only.asks:
            conditions = [(_MUST, _Query.const_score_query(one, 0.0)) for one in self._only(only)]
            query = _Query.boolean_query([(_MUST, query), *conditions])
        hits = self._searcher.search(query, limit, count=False).hits
        addresses = [address for _, address in hits]
        numbers = self._searcher.fast_field_values("n", addresses) if addresses else []
        return [
            (int(n), float(score))
            for n, (score, _) in zip(numbers, hits, strict=True)
            if n is not None
        ]

    def _only(self, only: Only) -> list[Any]:
        filters, conditions = only.filters, []
        for name, values in (
            ("kind", filters.kinds), ("issuer", filters.issuers),
            ("areas", [str(area) for area in filters.areas]), ("doc", only.docs),
        ):  # fmt: skip
            if values:
                conditions.append(_Query.term_set_query(self._schema, name, list(values)))
        if filters.on is not None:
            day = filters.on.toordinal()
            kind = tantivy.FieldType.Unsigned
            conditions += [
                _Query.range_query(self._schema, "first", kind, 0, day),
                _Query.range_query(self._schema, "until", kind, day + 1, _NEVER + 1),
            ]
        return conditions

    def _query(self, tree: Tree) -> Any:
        if tree.kind == "phrase":
            if len(tree.words) == 1:
                return _Query.term_query(self._schema, "words", tree.words[0], "position")
            return _Query.phrase_query(self._schema, "words", list(tree.words))
        if tree.kind == "prefix":
            return _Query.regex_query(self._schema, "words", f"{tree.words[0]}.*")
        if tree.kind == "not":
            return _Query.boolean_query([(_NOT, self._query(tree.parts[0]))])
        joint = _MUST if tree.kind == "and" else _MAY
        return _Query.boolean_query([
            (_NOT, self._query(one.parts[0])) if one.kind == "not" else (joint, self._query(one))
            for one in tree.parts
        ])  # fmt: skip
