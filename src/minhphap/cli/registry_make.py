"""``minhphap registry build`` and ``import``: sources in, a snapshot out."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from minhphap.cli.language import Language
    from minhphap.registry import ImportReport


def _sources(say: Language) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in (
            click.option(
                "--report",
                type=click.Path(path_type=Path, dir_okay=False),
                metavar="FILE",
                help=say(
                    "Ghi mọi điều phải suy đoán và mâu thuẫn vào tệp JSON này.",
                    "Write every guess and conflict to this JSON file.",
                ),
            ),
            click.option(
                "--read-on",
                metavar="DATE",
                help=say(
                    "Ngày lấy dữ liệu (ghi vào nguồn của từng thông tin).",
                    "The day the data were taken (kept with every fact).",
                ),
            ),
            click.argument(
                "sources",
                nargs=-1,
                required=True,
                metavar=say("NGUỒN…", "SOURCE…"),
                type=click.Path(path_type=Path),
            ),
        ):
            function = option(function)
        return function

    return decorate


def build_command(say: Language) -> click.Command:
    """``registry build``."""

    @click.command(
        "build",
        help=say(
            "Tạo tệp pháp luật mới từ các nguồn: thư mục văn bản, tệp .jsonl, .csv, .parquet, trang"
            " web đã lưu. Bị ngắt giữa chừng thì chạy lại cùng lệnh để làm tiếp.",
            "Make a new registry from sources: folders of documents, .jsonl, .csv, .parquet, saved"
            " pages. Interrupted, the same call goes on.",
        ),
    )
    @_sources(say)
    @click.option(
        "--output",
        "-o",
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=say("Tệp pháp luật sẽ ghi.", "The registry to write."),
    )
    @click.option(
        "--with-starter",
        is_flag=True,
        help=say(
            "Gộp cả danh mục văn bản đi kèm chương trình.",
            "Take in the list of documents that comes with the program.",
        ),
    )
    def build(
        sources: tuple[Path, ...],
        output: Path,
        report: Path | None,
        read_on: str | None,
        with_starter: bool,
    ) -> None:
        if with_starter:
            with _starter_file(output) as base:
                _make(sources, output, base, read_on, report, say)
        else:
            _make(sources, output, None, read_on, report, say)

    return build


def import_command(say: Language) -> click.Command:
    """``registry import``."""

    @click.command(
        "import",
        help=say(
            "Thêm nguồn vào tệp pháp luật đã có; những gì đã biết được giữ nguyên, viện dẫn chưa"
            " tìm thấy trước đây được tìm lại.",
            "Add sources to an existing registry; what is known stays, citations that led nowhere"
            " are looked up again.",
        ),
    )
    @_sources(say)
    @click.option(
        "--into",
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=say("Tệp pháp luật được thêm vào.", "The registry to add to."),
    )
    def import_(
        sources: tuple[Path, ...], into: Path, report: Path | None, read_on: str | None
    ) -> None:
        if not into.is_file():
            raise click.UsageError(
                say(
                    f"không thấy “{into}” để thêm vào; xem lại đường dẫn, hoặc tạo mới bằng"
                    " “minhphap registry build”",
                    f"there is no “{into}” to add to; check the path, or make one with “minhphap"
                    " registry build”",
                )
            )
        _make(sources, into, into, read_on, report, say)

    return import_


@contextmanager
def _starter_file(output: Path) -> Iterator[Path]:
    from minhphap.registry.starter import starter_bytes
    from minhphap.reports import write_atomically

    path = output.with_name(f"{output.name}.starter")
    write_atomically(path, starter_bytes())
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _make(
    sources: tuple[Path, ...],
    output: Path,
    base: Path | None,
    read_on: str | None,
    report: Path | None,
    say: Language,
) -> None:
    from minhphap.cli.check import read_day
    from minhphap.cli.progress import building
    from minhphap.registry import RegistryError, build

    day: dt.date | None = read_day(read_on, say) if read_on else None
    try:
        with building(say) as progress:
            made = build(sources, output, base=base, read_on=day, progress=progress)
    except RegistryError as error:
        raise click.UsageError(say(error.message, error.message_en)) from error
    except OSError as error:
        from minhphap.cli.sentences import system_words

        place = error.filename or output
        raise click.UsageError(f"{place}: {say(*system_words(error))}") from error
    _summary(made, output, say)
    if report is not None:
        import msgspec

        from minhphap.reports import write_atomically

        write_atomically(report, msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")
        click.echo(say(f"Đã ghi báo cáo nhập {report}.", f"Wrote the import report {report}."))


def _summary(made: ImportReport, output: Path, say: Language) -> None:
    from minhphap.cli.registry_notes import notes_by_code

    counts = made.counts
    click.echo(
        say(
            f"Đã ghi {output}: {counts['document']:,} văn bản, {counts['body']:,} có toàn văn,"
            f" {counts['provision']:,} điều khoản, {counts['relation']:,} quan hệ.",
            f"Wrote {output}: {counts['document']:,} documents, {counts['body']:,} with text,"
            f" {counts['provision']:,} provisions, {counts['relation']:,} relations.",
        )
    )
    if made.units_kept:
        click.echo(
            say(
                f"Làm tiếp lần trước: {made.units_kept:,} mục đã đọc sẵn.",
                f"Went on from before: {made.units_kept:,} entries were read already.",
            )
        )
    click.echo(say(f"Mã nội dung: {made.hash}", f"Content hash: {made.hash}"))
    for line in notes_by_code(made.by_code(), say):
        click.echo(line)
