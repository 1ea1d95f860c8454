"""``minhphap letters FOLDER --draft DRAFT``: comment letters into the official table."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.check import read_day
from minhphap.cli.files import common_folder, complain
from minhphap.cli.progress import followed
from minhphap.cli.sentences import system_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from minhphap.cli.language import Language
    from minhphap.crowd.letters import AskedBody, Table, Written

SUFFIXES = (".docx", ".xlsx")
_FILE = click.Path(path_type=Path, dir_okay=False)


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Đọc thư góp ý (Word, PDF, bản quét, thư điện tử, bảng tính, biên bản, dự thảo sửa trực"
            " tiếp) và lập bản tổng hợp ý kiến; cột tiếp thu, giải trình để trống.\n\nVí dụ:\n\n"
            "  minhphap letters thu/ --draft du-thao.docx -o bang.docx -o bang.xlsx\n\n"
            "  minhphap letters thu/ --draft du-thao.docx --asked ds.xlsx --remind don-doc/\n\n"
            "  minhphap letters thu/ --draft moi.docx --previous bang.xlsx -o bang-2.xlsx\n\n"
            "Kết thúc với mã 0 khi không có gì phải xem lại, 1 khi có, 2 khi có tệp không đọc"
            " được.",
            "Read comment letters (Word, PDF, scans, messages, workbooks, minutes, the draft marked"
            " up) into the official table; the column of answers stays empty.\n\nExamples:\n\n"
            "  minhphap letters letters/ --draft draft.docx -o table.docx -o table.xlsx\n\n"
            "  minhphap letters letters/ --draft draft.docx --asked bodies.xlsx --remind out/\n\n"
            "  minhphap letters letters/ --draft new.docx --previous table.xlsx -o table-2.xlsx\n\n"
            "Exit code 0: nothing to look at; 1: something; 2: a file cannot be read.",
        )
    )
    @click.argument("names", nargs=-1, required=True, metavar="FOLDER…")
    @click.option(
        "--draft",
        required=True,
        type=_FILE,
        help=say("Dự thảo được góp ý.", "The draft that the letters speak of."),
    )
    @click.option(
        "--asked",
        "asked_path",
        metavar="LIST",
        type=_FILE,
        help=say(
            "Danh sách cơ quan được lấy ý kiến (.xlsx, .csv, .txt), có thể kèm tên viết tắt, hạn.",
            "The bodies that were asked (.xlsx, .csv, .txt), with short names and dates.",
        ),
    )
    @click.option(
        "--previous",
        "previous_path",
        metavar="TABLE",
        type=_FILE,
        help=say(
            "Bản tổng hợp lần trước (.xlsx, .docx) đã điền; mọi trả lời được giữ lại.",
            "The earlier table (.xlsx, .docx) as filled in; every answer is kept.",
        ),
    )
    @click.option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        type=_FILE,
        help=say(
            "Ghi bản tổng hợp ra tệp .docx hoặc .xlsx; có thể nêu nhiều lần.",
            "Write the table to a .docx or .xlsx file; may be repeated.",
        ),
    )
    @click.option(
        "--on",
        metavar="DATE",
        help=say(
            "Ngày để tính quá hạn (2026-11-01 hoặc 01/11/2026); mặc định là hôm nay.",
            "The day on which waiting is counted (2026-11-01); default: today.",
        ),
    )
    @click.option(
        "--remind",
        metavar="PATH",
        help=say(
            "Soạn công văn đôn đốc: tên tệp .docx thì một công văn chung, thư mục thì mỗi nơi một.",
            "Write reminders: one for all to a .docx file, one each into a folder.",
        ),
    )
    @click.option(
        "--agency",
        metavar="NAME",
        help=say(
            "Cơ quan chủ trì soạn thảo; mặc định theo phần căn cứ của dự thảo.",
            "Who drafts; default: as the draft's bases say.",
        ),
    )
    @click.option(
        "--template",
        "template_path",
        type=_FILE,
        help=say(
            "Mẫu .docx của cơ quan; tệp chưa có thì mẫu của chương trình được chép ra đó.",
            "The office's own .docx template; where there is none ours is copied there.",
        ),
    )
    @click.pass_context
    def letters(
        ctx: click.Context,
        names: tuple[str, ...],
        draft: Path,
        asked_path: Path | None,
        previous_path: Path | None,
        outputs: tuple[Path, ...],
        on: str | None,
        remind: str | None,
        agency: str | None,
        template_path: Path | None,
    ) -> None:
        wrong = [one.name for one in outputs if one.suffix.lower() not in SUFFIXES]
        if wrong:
            raise click.UsageError(
                say(
                    f"--output nhận tệp .docx hoặc .xlsx, không phải “{wrong[0]}”",
                    f"--output takes a .docx or .xlsx file, not “{wrong[0]}”",
                )
            )
        if remind and asked_path is None:
            raise click.UsageError(say("--remind cần --asked", "--remind needs --asked"))
        day = read_day(on, say) if on else dt.date.today()
        from minhphap.crowd.letters import (
            collect,
            read_asked,
            rendered,
            summary,
            tabulate,
            to_look_at,
        )
        from minhphap.intake import read
        from minhphap.structure import parse, parse_text

        with _refused(draft, say, ctx):
            target = parse(read(draft))
        asked: tuple[AskedBody, ...] = ()
        if asked_path:
            with _refused(asked_path, say, ctx):
                asked = read_asked(asked_path)
        previous = _previous(previous_path, outputs, say, ctx)
        template = _template(template_path, say, ctx) if template_path else None
        files = _files(names, (draft, asked_path, previous_path, *outputs), say)
        root = common_folder(files)
        earlier = None
        if previous and previous.draft and previous.draft != target.source.text:
            earlier = parse_text(previous.draft)
        collection = collect(followed(files, say), target, root=root, asked=asked, earlier=earlier)
        table = tabulate(collection, asked=asked, previous=previous, on=day, agency=agency or "")
        looks = list(to_look_at(table))
        for vi, en in summary(table, looks):
            click.echo(say(vi, en))
        for output in outputs:
            with _refused(output, say, ctx):
                _write(output, rendered(table, output, root, template), say)
        if remind:
            _remind(table, remind, say, ctx)
        ctx.exit(2 if collection.refused else 1 if looks else 0)

    return letters


@contextlib.contextmanager
def _refused(path: Path, say: Language, ctx: click.Context) -> Iterator[None]:
    """A file that cannot be read or written ends the command with one sentence."""
    from minhphap.intake import Unreadable

    try:
        yield
    except Unreadable as error:
        complain(path, error, say)
        ctx.exit(2)
    except BrokenPipeError:  # who reads the screen has stopped; the file is no matter
        raise
    except OSError as error:
        vi, en = system_words(error)
        complain(
            path, Unreadable(f"Không dùng được tệp: {vi}.", f"Cannot use the file: {en}.", ""), say
        )
        ctx.exit(2)


def _files(names: tuple[str, ...], others: tuple[Path | None, ...], say: Language) -> list[Path]:
    """The letters of folders and files, without the draft, the lists and the tables."""
    from minhphap.crowd.letters import letter_files

    known = {one.resolve() for one in others if one}
    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        if not path.exists():
            raise click.UsageError(
                say(
                    f"không thấy “{name}”; xem lại đường dẫn",
                    f"there is no “{name}”; check the path",
                )
            )
        inside = letter_files(path) if path.is_dir() else [path]
        found.update(dict.fromkeys(one for one in inside if one.resolve() not in known))
    if not found:
        raise click.UsageError(
            say(f"“{names[0]}” không có thư góp ý nào", f"“{names[0]}” holds no letter")
        )
    return list(found)


def _previous(
    path: Path | None, outputs: tuple[Path, ...], say: Language, ctx: click.Context
) -> Written | None:
    """The earlier table; one that is about to be replaced counts too: no answer is lost."""
    from minhphap.crowd.letters import is_own_table, joined, read_previous

    paths = [path] if path else []
    for output in outputs:
        if output.exists() and not (path and output.resolve() == path.resolve()):
            if not is_own_table(output):
                raise click.UsageError(
                    say(
                        f"đã có tệp {output} không phải bản tổng hợp; chọn tên khác",
                        f"{output} is there and is no table of comments; choose another name",
                    )
                )
            paths.append(output)
    found = []
    for one in paths:
        with _refused(one, say, ctx):
            found.append(read_previous(one))
    return joined(found)


def _template(path: Path, say: Language, ctx: click.Context) -> bytes:
    """The office's template; where there is none yet, ours is put there to be restyled."""
    from minhphap.crowd.letters import own_template

    with _refused(path, say, ctx):
        if not path.exists():
            _write(path, own_template("bang-tong-hop"), say)
        return path.read_bytes()
    raise AssertionError


def _remind(table: Table, place: str, say: Language, ctx: click.Context) -> None:
    """One letter for all into a .docx file, or one each into a folder."""
    from minhphap.crowd.letters import reminder, reminders

    path = Path(place)
    if not table.silent:
        click.echo(say("Không còn cơ quan nào chưa trả lời.", "Nobody is left to remind."))
    elif path.suffix.lower() == ".docx":
        with _refused(path, say, ctx):
            _write(path, reminder(table, table.silent), say)
    else:
        for name, data in reminders(table):
            with _refused(path / name, say, ctx):
                _write(path / name, data, say)


def _write(path: Path, data: bytes, say: Language) -> None:
    from minhphap.reports import write_atomically

    write_atomically(path, data)
    click.echo(say(f"Đã ghi {path}", f"Wrote {path}"))
