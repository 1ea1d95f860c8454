"""Inputs of an import: folders of files, JSONL, CSV, Parquet; each cut into units."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from minhphap.registry.errors import RegistryError
from minhphap.registry.reading.columns import map_columns, map_relation_columns
from minhphap.registry.reading.extract import Raw

FILES = frozenset(
    (
        ".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".mhtml", ".mht",
        ".txt", ".md", ".png", ".jpg", ".jpeg", ".tif", ".tiff",
    )
)  # fmt: skip
_TABLES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
}  # fmt: skip
_CHUNK = 1 << 20
_BATCH = 512
csv.field_size_limit(1 << 30)


class Input(msgspec.Struct, frozen=True):
    """One source: a table, or a folder of files."""

    name: str
    """What provenance calls it: never a path of this machine."""
    path: Path
    form: str
    """ "files", "jsonl", "csv" or "parquet"."""
    files: tuple[Path, ...] = ()

    def stamp(self) -> str:
        """Changes when a table does; the files of a folder have stamps of their own."""
        if self.form == "files":
            return ""
        digest = hashlib.sha256()
        with self.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def units(self) -> Iterator[tuple[Raw, str, int]]:
        """(unit, its stamp, bytes it takes of the input)."""
        if self.form == "files":
            for path in self.files:
                state = path.stat()
                inside = path.relative_to(self.path).as_posix() if path != self.path else path.name
                stamp = f"{state.st_size}:{state.st_mtime_ns}"
                yield Raw(inside, path=str(path)), stamp, state.st_size
            return
        for at, (locator, row) in enumerate(_ROWS[self.form](self.path)):
            if not at:
                _must_speak_of_documents(self.path, row)
            size = sum(map(len, row.values()))
            yield _raw(locator, row), "", size

    def size(self) -> int:
        """Bytes, for a progress bar."""
        paths = self.files if self.form == "files" else (self.path,)
        return sum(map(_size, paths))


def inputs(paths: list[Path]) -> list[Input]:
    """What a list of files and folders holds; raises RegistryError for a name that leads nowhere
    or a kind of file that cannot be imported."""
    found: list[Input] = []
    for path in paths:
        if path.is_dir():
            found += _folder(path)
        elif not path.is_file():
            raise RegistryError(
                f"không thấy tệp hoặc thư mục “{path}”; xem lại đường dẫn",
                f"no file or folder “{path}”; check the path",
            )
        elif form := _form(path):
            found.append(Input(_called(path), path, form))
        elif path.suffix.lower() in FILES:
            found.append(Input(_called(path), path, "files", (path,)))
        else:
            raise RegistryError(
                f"“{path.name}” không phải loại tệp nhập được; dùng .jsonl, .csv, .parquet hoặc"
                " thư mục chứa các văn bản",
                f"“{path.name}” cannot be imported; give .jsonl, .csv, .parquet or a folder of"
                " documents",
            )
    names = [one.name for one in found]
    if len(set(names)) < len(names):
        found = [
            msgspec.structs.replace(one, name=f"{one.name}~{names[:at].count(one.name) + 1}")
            if one.name in names[:at]
            else one
            for at, one in enumerate(found)
        ]
    return found


def _folder(folder: Path) -> Iterator[Input]:
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )
    files = tuple(path for path in paths if path.suffix.lower() in FILES)
    if files:
        yield Input(folder.resolve().name, folder, "files", files)
    for path in paths:
        if form := _form(path):
            inside = path.relative_to(folder).as_posix()
            yield Input(f"{folder.resolve().name}/{inside}", path, form)
    if not files and not any(_form(path) for path in paths):
        raise RegistryError(
            f"thư mục “{folder}” không có tệp nào nhập được",
            f"the folder “{folder}” holds nothing that can be imported",
        )


def _form(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    return _TABLES.get(Path(name).suffix, "")


def _called(path: Path) -> str:
    return path.name


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path, "rb"))
    return path.open("rb")


def _size(path: Path) -> int:
    """Bytes of a file; of what is inside where it is packed (exact below 4 GB)."""
    if path.suffix == ".gz":
        with path.open("rb") as file:
            file.seek(-4, io.SEEK_END)
            return int.from_bytes(file.read(4), "little")
    return path.stat().st_size


def _must_speak_of_documents(path: Path, row: dict[str, str]) -> None:
    """A table of which not one column is understood is none of documents."""
    if map_relation_columns(row) is None and not {"number", "text", "html"} & set(map_columns(row)):
        names = ", ".join(row) or "–"
        raise RegistryError(
            f"{path.name}: không có cột nào ghi số, ký hiệu hoặc toàn văn (các cột: {names[:200]})",
            f"{path.name}: no column holds numbers or texts of documents (columns: {names[:200]})",
        )


def _raw(locator: str, row: dict[str, str]) -> Raw:
    relation = map_relation_columns(row)
    fields = relation or map_columns(row)
    told = {field: row[column] for field, column in fields.items() if row[column]}
    if "text" in told and "html" in told and not told["html"].lstrip().startswith("<"):
        del told["html"]  # the name of a file, not its content
    return Raw(locator, told, relation=relation is not None)


def _jsonl(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = msgspec.json.decode(line)
            except msgspec.DecodeError as error:
                raise RegistryError(
                    f"{path.name}, dòng {number}: không đúng JSON ({error})",
                    f"{path.name}, line {number}: not JSON ({error})",
                ) from error
            if isinstance(row, dict):
                yield f"{number:09d}", {str(name): _plain(cell) for name, cell in row.items()}


def _csv(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with _opened(path) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as file:
        try:
            head = file.readline()
            delimiter = max(",;\t", key=head.count)
            names = next(csv.reader([head], delimiter=delimiter), [])
            for number, cells in enumerate(csv.reader(file, delimiter=delimiter), 2):
                yield f"{number:09d}", dict(zip(names, cells, strict=False))
        except (csv.Error, UnicodeDecodeError) as error:
            raise RegistryError(
                f"{path.name}: không đọc được như bảng CSV mã UTF-8 ({error})",
                f"{path.name}: not a CSV table in UTF-8 ({error})",
            ) from error


def _parquet(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise RegistryError(
            "cần phần bổ sung để đọc Parquet: pip install 'minhphap[parquet]'",
            "reading Parquet needs an extra: pip install 'minhphap[parquet]'",
        ) from error
    try:
        number = 0
        for batch in ParquetFile(path).iter_batches(_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield f"{number:09d}", {name: _plain(cell) for name, cell in row.items()}
    except ArrowException as error:
        raise RegistryError(
            f"{path.name}: không đọc được như tệp Parquet",
            f"{path.name}: not a Parquet file",
        ) from error


def _plain(cell: Any) -> str:
    if cell is None or isinstance(cell, dict | list):
        return ""
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


_ROWS = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
