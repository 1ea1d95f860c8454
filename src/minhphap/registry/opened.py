"""A snapshot as a file: opening it, and looking its documents up."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Self

from minhphap.law import Identity
from minhphap.registry import rows
from minhphap.registry.errors import RegistryError
from minhphap.registry.keys import normal_number, place_of, title_key
from minhphap.registry.known import Conflict, Fact, KnownDocument
from minhphap.registry.schema import APPLICATION_ID, FORMAT

_PAGE = 2000


def connect(path: Path) -> sqlite3.Connection:
    """A connection that neither writes nor locks: the file never changes."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


class Snapshot:
    """The file, what it says of itself, and its documents."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._db = connection
        self.name = name
        """The file, as the user named it."""

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a snapshot; raises RegistryError with one sentence when it is none."""
        path = Path(path)
        if not path.is_file():
            raise RegistryError(
                f"không thấy tệp pháp luật “{path}”; xem lại đường dẫn",
                f"no registry file “{path}”; check the path",
            )
        return cls._checked(connect(path), str(path))

    @classmethod
    def starter(cls) -> Self:
        """The snapshot of facts that comes with the package: no texts, so no clauses."""
        from minhphap.registry.starter import starter_bytes

        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.deserialize(starter_bytes())
        connection.execute("PRAGMA query_only = 1")
        return cls._checked(connection, "starter")

    @classmethod
    def _checked(cls, connection: sqlite3.Connection, name: str) -> Self:
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            shape = connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            application = shape = 0
        if application != APPLICATION_ID:
            connection.close()
            raise RegistryError(
                f"“{name}” không phải tệp pháp luật của Minh Pháp; tạo bằng “minhphap registry"
                " build”",
                f"“{name}” is no registry of Minh Pháp; make one with “minhphap registry build”",
            )
        if shape != FORMAT:
            connection.close()
            raise RegistryError(
                f"“{name}” có định dạng {shape}, chương trình này đọc định dạng {FORMAT}; tạo lại"
                " bằng “minhphap registry build”",
                f"“{name}” has format {shape}, this program reads {FORMAT}; build it again",
            )
        return cls(connection, name)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # What it is

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the logical content, as stored; ``verify`` computes it anew."""
        return self._meta("content")

    def _meta(self, name: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def counts(self) -> dict[str, int]:
        """How many documents, texts, provisions, relations … there are."""
        tables = ("document", "body", "provision", "relation", "effect", "conflict")
        return {
            name: self._db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables
        }

    def conflicts(self) -> Iterator[Conflict]:
        """What the import found that a person should look at."""
        query = "SELECT code, key, detail FROM conflict ORDER BY id"
        return map(rows.conflict, self._db.execute(query))

    # Documents

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def __iter__(self) -> Iterator[KnownDocument]:
        """Every document in the order of keys, read page by page."""
        last = 0
        while page := self._db.execute(
            f"{rows.DOCUMENT} WHERE d.id > ? ORDER BY d.id LIMIT ?", (last, _PAGE)
        ).fetchall():
            yield from map(rows.document, page)
            last = page[-1][0]

    def get(self, document: int | str) -> KnownDocument | None:
        """The document of an id of this snapshot, or of a key."""
        column = "id" if isinstance(document, int) else "key"
        return self._one(f"d.{column} = ?", document)

    def document(self, identity: Identity) -> KnownDocument | None:
        """The document of an identity; None where it is not known or not certain.

        An identity that does not name its issuer or date is certain only where the number has a
        year and its symbol names a central issuer.
        """
        from minhphap.registry.choose import Asked, choose

        asked = Asked(identity.number, issuer=identity.issuer, date=identity.date)
        return choose(self.find(identity.number), asked).document

    def find(
        self, number: str, *, issuer: str = "", date: dt.date | None = None
    ) -> list[KnownDocument]:
        """Every document that carries a number, however it is written; narrowed where told."""
        found = self._many("d.normal = ? ORDER BY d.id", normal_number(number))
        if issuer:
            place = place_of(issuer)
            found = [one for one in found if not place or one.place in ("", place)]
        return [one for one in found if not date or one.date in (None, date)]

    def complete(self, beginning: str, limit: int = 20) -> list[KnownDocument]:
        """Look-up as one types: documents whose number begins like this, by number."""
        start = normal_number(beginning) if "/" in beginning else beginning.strip().lstrip("0")
        if not start:
            return []
        return self._many(
            "d.normal >= ? AND d.normal < ? ORDER BY d.normal, d.date DESC LIMIT ?",
            start, start + "\U0010ffff", limit,
        )  # fmt: skip

    def titled(self, title: str, kind: str = "law") -> list[KnownDocument]:
        """The laws, codes or ordinances that bear a title, oldest first."""
        key = title_key(kind, title)
        return self._many("d.title_key = ? AND d.title_key <> '' ORDER BY d.date, d.id", key)

    def _one(self, where: str, *values: object) -> KnownDocument | None:
        row = self._db.execute(f"{rows.DOCUMENT} WHERE {where}", values).fetchone()
        return rows.document(row) if row else None

    def _many(self, where: str, *values: object) -> list[KnownDocument]:
        found = self._db.execute(f"{rows.DOCUMENT} WHERE {where}", values)
        return [rows.document(row) for row in found]

    def facts(self, document: KnownDocument) -> list[Fact]:
        """Who says what about a document, where and since when."""
        return list(rows.facts(self._db, document))
