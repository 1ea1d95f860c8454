"""``minhphap registry …``: make, grow, look into, compare and verify snapshots of the known law."""

from __future__ import annotations

import datetime as dt
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from minhphap.cli.language import Language
    from minhphap.registry import ImportReport

    Progress = Callable[[str, int, int], None]


def command(say: Language) -> click.Command:
    """Build the group."""
    group = click.RichGroup(
        name="registry",
        help=say(
            "Tạo và quản lý tệp pháp luật: những văn bản đã biết, quan hệ và hiệu lực của"
            " chúng.\n\nVí dụ:\n\n"
            "  minhphap registry build van-ban/ danh-muc.csv --output phap-luat.sqlite\n\n"
            "  minhphap registry import cong-bao-thang-11/ --into phap-luat.sqlite\n\n"
            "  minhphap registry info phap-luat.sqlite",
            "Make and keep registries: which documents are known, how they stand to each other,"
            " and when they were in force.\n\nExamples:\n\n"
            "  minhphap registry build documents/ list.csv --output law.sqlite\n\n"
            "  minhphap registry import gazette-november/ --into law.sqlite\n\n"
            "  minhphap registry info law.sqlite",
        ),
    )
    for make in (_build, _import, _index, _info, _diff, _verify):
        group.add_command(make(say))
    return group


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


def _build(say: Language) -> click.Command:
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


def _import(say: Language) -> click.Command:
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
        _make(sources, into, into if into.exists() else None, read_on, report, say)

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
    from minhphap.registry import RegistryError, build

    day: dt.date | None = read_day(read_on, say) if read_on else None
    try:
        with _bar(say) as progress:
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


@contextmanager
def _bar(say: Language) -> Iterator[Progress]:
    """A bar on standard error where it is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    steps = {
        "base": say("lấy dữ liệu đã có", "taking in what is known"),
        "documents": say("xếp văn bản", "sorting documents"),
        "relations": say("nối quan hệ", "linking relations"),
        "effects": say("tính hiệu lực", "reckoning effect"),
        "hash": say("niêm phong", "sealing"),
    }
    columns = (
        TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            words = steps.get(what, what) if not total else what
            bar.update(task, description=words, completed=done, total=total or None)

        yield show


def _summary(made: ImportReport, output: Path, say: Language) -> None:
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
    _codes(made.by_code(), say)


def _codes(codes: dict[str, int], say: Language) -> None:
    if not codes:
        return
    from minhphap.cli.registry_notes import CODES

    click.echo(say("Cần người xem lại:", "For a person to look at:"))
    for code, count in sorted(codes.items(), key=lambda one: (-one[1], one[0])):
        click.echo(f"  {count:>7,}  {say(*CODES.get(code, (code, code)))}  [{code}]")


def _index(say: Language) -> click.Command:
    @click.command(
        "index",
        help=say(
            "Tạo chỉ mục để hỏi bằng lời thường (minhphap law “câu hỏi”); chỉ mục đặt cạnh tệp.",
            "Make the index for questions in plain words; it stands beside the registry.",
        ),
    )
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    def index(file: Path) -> None:
        from minhphap.cli.known_law import index_folder, opened
        from minhphap.registry import RegistryError
        from minhphap.registry.search import build_index, registry_entries

        folder = index_folder(file)
        with opened(str(file), say) as registry:
            try:
                count = build_index(registry_entries(registry), folder, source=registry.hash)
            except RegistryError as error:
                raise click.UsageError(say(error.message, error.message_en)) from error
        click.echo(
            say(f"Đã ghi chỉ mục {folder}: {count:,} mục.", f"Wrote {folder}: {count:,} entries.")
        )

    return index


def _info(say: Language) -> click.Command:
    @click.command("info", help=say("Tệp pháp luật có những gì.", "What a registry holds."))
    @click.argument("file", metavar="FILE")
    @click.option(
        "--conflicts",
        metavar=say("LOẠI", "CODE"),
        help=say(
            "Liệt kê các mục cần xem lại của một loại (“all”: tất cả).",
            "List the notes of one kind (“all”: every one).",
        ),
    )
    def info(file: str, conflicts: str | None) -> None:
        from collections import Counter

        from minhphap.cli.known_law import opened

        with opened(file, say) as registry:
            if conflicts:
                for one in registry.conflicts():
                    if conflicts in ("all", one.code):
                        click.echo(f"{one.code}\t{one.key}\t{one.detail}")
                return
            counts = registry.counts()
            rows = (
                (say("Văn bản", "Documents"), counts["document"]),
                (say("Có toàn văn", "With text"), counts["body"]),
                (say("Điều khoản", "Provisions"), counts["provision"]),
                (say("Quan hệ", "Relations"), counts["relation"]),
                (say("Khoảng hiệu lực", "Intervals of effect"), counts["effect"]),
            )
            for name, count in rows:
                click.echo(f"{name:22} {count:>12,}")
            click.echo(f"{say('Mã nội dung', 'Content hash'):22} {registry.hash}")
            _codes(dict(Counter(one.code for one in registry.conflicts())), say)

    return info


def _diff(say: Language) -> click.Command:
    @click.command(
        "diff",
        help=say(
            "So hai tệp pháp luật: văn bản và quan hệ mới, mất đi, đổi khác.",
            "Compare two registries: documents and relations added, lost, changed.",
        ),
    )
    @click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
    @click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
    @click.pass_context
    def diff(ctx: click.Context, old: Path, new: Path) -> None:
        from minhphap.registry import DocumentChange, RegistryError
        from minhphap.registry import diff as compare

        signs = {"added": "+", "removed": "-", "changed": "~"}
        found = False
        try:
            for one in compare(old, new):
                found = True
                if isinstance(one, DocumentChange):
                    fields = "; ".join(
                        f"{name}: {before or '–'} → {after or '–'}"
                        for name, (before, after) in one.fields.items()
                    )
                    words = f"{one.number} {fields or one.title[:80]}"
                else:
                    words = (
                        f"{one.source} {one.source_eid} {one.relation} {one.target}"
                        f" {one.target_eid} {one.date or ''}"
                    )
                click.echo(f"{signs[one.kind]} {' '.join(words.split())}")
        except RegistryError as error:
            raise click.UsageError(say(error.message, error.message_en)) from error
        ctx.exit(1 if found else 0)

    return diff


def _verify(say: Language) -> click.Command:
    @click.command(
        "verify",
        help=say(
            "Kiểm tra tệp pháp luật còn nguyên vẹn từng byte.",
            "Check that not a byte of a registry has changed.",
        ),
    )
    @click.argument("file", metavar="FILE")
    def verify(file: str) -> None:
        from minhphap.registry import RegistryError
        from minhphap.registry import verify as hold

        try:
            digest = hold(file)
        except RegistryError as error:
            raise click.UsageError(say(error.message, error.message_en)) from error
        click.echo(say(f"Nguyên vẹn. Mã nội dung: {digest}", f"Intact. Content hash: {digest}"))

    return verify
