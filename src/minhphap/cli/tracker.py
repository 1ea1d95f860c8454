"""``minhphap tracker FILE.xlsx``: an office's own workbook as a board, with what to mend in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.check import read_day
from minhphap.cli.files import complain

if TYPE_CHECKING:
    from minhphap.cli.language import Language
    from minhphap.crowd.trackers import Mapping, Tracker

SUFFIXES = (".html", ".xlsx", ".json")
MOST = 40
"""Defects that are printed one by one; the board lists them all."""


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Đọc bảng theo dõi xây dựng văn bản của cơ quan (.xlsx): văn bản nào đang ở đâu, quá"
            " hạn, thiếu gì; chỉ ra từng ô cần sửa.\n\nVí dụ:\n\n"
            "  minhphap tracker theo-doi.xlsx -o bang.html -o bang.xlsx\n\n"
            "  minhphap tracker theo-doi.xlsx --mapping cot.toml\n\n"
            "  minhphap tracker theo-doi.xlsx --update bang.xlsx\n\n"
            "Kết thúc với mã 0 khi không có ô nào phải sửa, 1 khi có, 2 khi không đọc được.",
            "Read an office's workbook of documents under way (.xlsx): what stands where, what is"
            " late, and each cell to mend.\n\nExamples:\n\n"
            "  minhphap tracker tracker.xlsx -o board.html -o board.xlsx\n\n"
            "  minhphap tracker tracker.xlsx --mapping columns.toml\n\n"
            "  minhphap tracker tracker.xlsx --update board.xlsx\n\n"
            "Exit code 0: nothing to mend; 1: something; 2: the file cannot be read.",
        )
    )
    @click.argument("path", metavar="FILE.xlsx", type=click.Path(path_type=Path, dir_okay=False))
    @click.option(
        "--on",
        metavar="DATE",
        help=say(
            "Ngày để tính quá hạn (2026-11-01 hoặc 01/11/2026); mặc định là hôm nay.",
            "The day by which deadlines have passed (2026-11-01); default: today.",
        ),
    )
    @click.option(
        "--mapping",
        "mapping_path",
        metavar="TOML",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say(
            "Tệp khai cột nào là gì; chưa có thì chương trình viết bản đề nghị vào đó.",
            "The file that says which column is what; a proposal is written where there is none.",
        ),
    )
    @click.option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=say(
            "Ghi bảng ra tệp .html, .xlsx hoặc .json; có thể nêu nhiều lần.",
            "Write the board to an .html, .xlsx or .json file; may be repeated.",
        ),
    )
    @click.option(
        "--update",
        "board",
        metavar="BANG.xlsx",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say(
            "Ghi những gì đã sửa trên bảng .xlsx trở lại chính tệp này, giữ nguyên định dạng; bản"
            " cũ để lại bên cạnh.",
            "Write what was edited on the board .xlsx back into this very file, formats kept; the"
            " old version stays beside it.",
        ),
    )
    @click.pass_context
    def tracker(
        ctx: click.Context,
        path: Path,
        on: str | None,
        mapping_path: Path | None,
        outputs: tuple[Path, ...],
        board: Path | None,
    ) -> None:
        from minhphap.crowd.trackers import dump_mapping, load_mapping, read_tracker
        from minhphap.intake import Unreadable

        wrong = [str(one) for one in outputs if one.suffix.lower() not in SUFFIXES]
        if wrong or path.resolve() in {one.resolve() for one in outputs}:
            raise click.UsageError(
                say(
                    "--output nhận tệp .html, .xlsx hoặc .json khác tệp đọc vào",
                    "--output takes an .html, .xlsx or .json file other than the one read",
                )
            )
        day = read_day(on, say) if on else dt.date.today()
        known = mapping_path is not None and mapping_path.is_file()
        try:
            if board is not None:
                _update(path, board, say)
            told = load_mapping(_text(mapping_path)) if mapping_path and known else None
            found, used = read_tracker(path.read_bytes(), path.name, day, told)
        except Unreadable as error:
            named = {"mapping": mapping_path, "not-a-board": board}.get(error.code) or path
            complain(named, error, say)
            ctx.exit(2)
        if mapping_path and not known:
            _write(mapping_path, dump_mapping(used).encode(), say)
        for output in outputs:
            _write(output, _render(output.suffix.lower(), found, used, say), say)
        _print(found, used, say, columns=not known)
        ctx.exit(1 if found.defects else 0)

    return tracker


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")


def _render(suffix: str, found: Tracker, used: Mapping, say: Language) -> bytes:
    from minhphap.crowd.trackers import board_html, board_xlsx

    if suffix == ".xlsx":
        return board_xlsx(found)
    if suffix == ".html":
        return board_html(found, used, "en" if say.code == "en" else "vi")
    import msgspec

    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _write(path: Path, data: bytes, say: Language) -> None:
    from minhphap.reports import write_atomically

    write_atomically(path, data)
    click.echo(say(f"Đã ghi {path}", f"Wrote {path}"))


def _update(path: Path, board: Path, say: Language) -> None:
    """Write the board's changes into the workbook, and say each one."""
    from minhphap.crowd.trackers import update
    from minhphap.crowd.trackers.columns import FIELD_WORDS

    before = path.read_bytes()
    result = update(before, board.read_bytes())
    for one in result.written:
        click.echo(f"{one.sheet} {one.cell}: “{one.old}” → “{one.new}”")
    for left in result.left:
        one, row = left.change, say("dòng", "row")
        field = say(*FIELD_WORDS[one.field]) if one.field else ""
        where = " ".join(filter(None, (one.sheet, one.cell or f"{row} {one.row}", field)))
        reason = say(left.reason, left.reason_en)
        click.echo(say(f"{where}: không ghi, {reason}.", f"{where}: not written, {reason}."))
    if not result.written:
        click.echo(say("Không có gì để ghi lại.", "Nothing to write back."))
        return
    _write(_backup(path), before, say)
    _write(path, result.data, say)


def _backup(path: Path) -> Path:
    """A name for the workbook as it was, that no earlier update has taken."""
    stem = f"{path.stem}.truoc-cap-nhat"
    target, count = path.with_name(f"{stem}{path.suffix}"), 1
    while target.exists():
        count += 1
        target = path.with_name(f"{stem}-{count}{path.suffix}")
    return target


def _print(found: Tracker, used: Mapping, say: Language, columns: bool) -> None:
    from minhphap.crowd.trackers.board_data import board_of
    from minhphap.crowd.trackers.columns import FIELD_WORDS
    from minhphap.crowd.trackers.defects import SHORT

    board = board_of(found)
    day = f"{found.on:%d/%m/%Y}"
    click.echo(say(f"{found.name}: xét đến ngày {day}", f"{found.name}: as of {found.on}"))
    if found.stated_on and found.stated_on != found.on:
        stated = f"{found.stated_on:%d/%m/%Y}"
        click.echo(
            say(
                f"  Bảng ghi số liệu đến {stated}; xét theo ngày ấy: --on {found.stated_on}.",
                f"  The workbook speaks of {found.stated_on}; give that day with --on.",
            )
        )
    if columns:
        click.echo(say("Cột được hiểu là:", "Columns read as:"))
        for table in used.tables:
            read = ", ".join(
                f"{c.letter} {say(*FIELD_WORDS[c.field])}" for c in table.columns if c.field
            )
            kept = ", ".join(f"{c.letter}" for c in table.columns if not c.field)
            rest = say(f"; giữ nguyên: {kept}", f"; kept as they are: {kept}") if kept else ""
            click.echo(f"  {table.sheet}: {read}{rest}")
    if found.skipped_sheets:
        names = ", ".join(found.skipped_sheets)
        click.echo(say(f"  Trang không có bảng: {names}", f"  Sheets without a table: {names}"))
    click.echo(
        say(
            f"{len(found.records)} dòng văn bản; năm {found.year}: {len(board.records)} văn bản,"
            f" {len(board.open)} đang làm, {len(board.late)} quá hạn, {len(board.near)} đến hạn"
            f" trong 30 ngày, {len(board.undated)} chưa có ngày hạn.",
            f"{len(found.records)} rows; {found.year}: {len(board.records)} documents,"
            f" {len(board.open)} under way, {len(board.late)} late, {len(board.near)} due within 30"
            f" days, {len(board.undated)} without a day.",
        )
    )
    for one in found.defects[:MOST]:
        name = SHORT[one.code][say.code == "en"]
        click.echo(f"  {one.sheet} {one.cell}: {name}. {say(one.message, one.message_en)}")
    if len(found.defects) > MOST:
        rest_count = len(found.defects) - MOST
        click.echo(
            say(
                f"  … và {rest_count} chỗ nữa; xem đủ với -o bang.html",
                f"  … and {rest_count} more; see all with -o board.html",
            )
        )
