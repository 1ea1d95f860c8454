"""Whether a snapshot is still what it was when it was made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from minhphap.registry.errors import RegistryError
from minhphap.registry.opened import connect
from minhphap.registry.seal import content_hash, sealed
from minhphap.registry.snapshot import Registry


def verify(path: str | Path) -> str:
    """Hold a snapshot against its seal and its content hash; returns the hash.

    Raises RegistryError where a single byte differs.
    """
    path = Path(path)
    with Registry.open(path) as registry:
        stored = registry.hash
    broken = RegistryError(
        f"“{path}” đã bị thay đổi hoặc hỏng sau khi tạo; hãy lấy lại bản gốc hoặc tạo lại",
        f"“{path}” was changed or damaged after it was made; get it anew or build it again",
    )
    if not sealed(path):
        raise broken
    connection = connect(path)
    try:
        if content_hash(connection) != stored:
            raise broken
    except sqlite3.DatabaseError as error:
        raise broken from error
    finally:
        connection.close()
    return stored
