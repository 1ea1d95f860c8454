"""``minhphap check FILE…``: what to look at in a draft, why, and on what basis."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import common_folder, expand
from minhphap.cli.options import stdin_name
from minhphap.cli.outputs import BY_SUFFIX, FORMATS, names_folder, plan
from minhphap.cli.settings import load_settings

if TYPE_CHECKING:
    from minhphap.cli.language import Language
    from minhphap.registry import Registry


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Kiểm tra dự thảo và chỉ ra chỗ cần xem lại.\n\n"
            "FILE là tệp (.docx, .doc, .odt, .rtf, .pdf, .html, .txt, .md, ảnh), thư mục, mẫu tên"
            " như “*.docx”, hoặc “-” để đọc từ đầu vào chuẩn.\n\nVí dụ:\n\n"
            "  minhphap check du-thao.docx\n\n"
            "  minhphap check du-thao.docx --output du-thao.nhan-xet.docx\n\n"
            "  minhphap check ho-so/ --on 2026-11-01 --format html --output bao-cao/\n\n"
            "  minhphap check du-thao.docx --fix --output du-thao.sua.docx\n\n"
            "Thiết lập chung cho một hồ sơ đặt trong tệp minhphap.toml ở thư mục hồ sơ.\n\n"
            "Kết thúc với mã 0 khi không có gì phải xem, 1 khi có, 2 khi gọi sai hoặc có tệp không"
            " đọc được.",
            "Check drafts and show what to look at.\n\n"
            "FILE is a file (.docx, .doc, .odt, .rtf, .pdf, .html, .txt, .md, a picture), a"
            " folder, a pattern like “*.docx”, or “-” for standard input.\n\nExamples:\n\n"
            "  minhphap check draft.docx\n\n"
            "  minhphap check draft.docx --output draft.comments.docx\n\n"
            "  minhphap check dossier/ --on 2026-11-01 --format html --output reports/\n\n"
            "  minhphap check draft.docx --fix --output draft.fixed.docx\n\n"
            "Settings shared by a dossier stand in minhphap.toml in its folder.\n\n"
            "Exit code 0: nothing to answer; 1: something; 2: wrong call or unreadable file.",
        )
    )
    @click.argument("names", nargs=-1, required=True, metavar="FILE…")
    @click.option(
        "--on",
        metavar="DATE",
        help=say(
            "Xét theo pháp luật của ngày này (2026-11-01 hoặc 01/11/2026); mặc định là ngày ghi"
            " trong văn bản.",
            "Judge by the law of this day (2026-11-01); default: the date in the text.",
        ),
    )
    @click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        help=say(
            "Dạng báo cáo; có thể nêu nhiều lần. html và docx ghi cho mỗi dự thảo một tệp.",
            "Form of the report; may be repeated. html and docx give a file for each draft.",
        ),
    )
    @click.option(
        "--output",
        "-o",
        metavar="PATH",
        multiple=True,
        callback=lambda _ctx, _param, paths: _one(paths, say),
        help=say(
            "Ghi ra tệp này (đuôi tệp cho biết dạng) hoặc vào thư mục này; mặc định in ra màn"
            " hình, tệp html và docx ghi cạnh dự thảo.",
            "Write to this file (its suffix tells the form) or into this folder; default: print,"
            " html and docx files beside the draft.",
        ),
    )
    @click.option(
        "--select",
        metavar="RULES",
        multiple=True,
        help=say("Chỉ chạy các quy tắc này (HT101,HT2…).", "Run only these rules (HT101,HT2…)."),
    )
    @click.option(
        "--ignore",
        metavar="RULES",
        multiple=True,
        help=say("Bỏ qua các quy tắc này.", "Leave out these rules."),
    )
    @click.option(
        "--registry",
        metavar="FILE",
        help=say(
            "Tệp pháp luật để đối chiếu; mặc định lấy trong minhphap.toml, nếu không có thì dùng"
            " danh mục đi kèm chương trình.",
            "The registry to ask; default: the one in minhphap.toml, else the list that comes with"
            " the program.",
        ),
    )
    @click.option(
        "--fix",
        is_flag=True,
        help=say(
            "Sửa những chỗ sửa được an toàn; trong Word là thay đổi có theo dõi, các nhận xét còn"
            " lại ở lề.",
            "Apply safe fixes; in Word as tracked changes, with the other findings in the margin.",
        ),
    )
    @stdin_name(say)
    @click.pass_context
    def check(
        ctx: click.Context,
        names: tuple[str, ...],
        on: str | None,
        formats: tuple[str, ...],
        output: str | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        registry: str | None,
        fix: bool,
        stdin_filename: str | None,
    ) -> None:
        paths = expand(names, say)
        settings = load_settings(common_folder(paths), say)
        day = read_day(on, say) if on else settings.on
        wanted = formats or _named(output, fix, say) or settings.format or ("terminal",)
        places = plan(paths, wanted, output, fix, stdin_filename, say)
        from minhphap.cli.checking import Asked, run

        asked = Asked(
            _known_law(registry or settings.registry, say),
            day,
            _listed(select) or settings.select,
            _listed(ignore) or settings.ignore,
            stdin_filename,
        )
        ctx.exit(run(paths, asked, places, say))

    return check


def _one(paths: tuple[str, ...], say: Language) -> str | None:
    """The output; a second one would silently take the place of the first."""
    if len(paths) > 1:
        raise click.UsageError(
            say(
                "chỉ nêu một --output; muốn nhiều dạng thì nêu nhiều --format và một thư mục",
                "give one --output; for several forms give several --format and a folder",
            )
        )
    return paths[0] if paths else None


def _named(output: str | None, fix: bool, say: Language) -> tuple[str, ...]:
    """The form that the name of the output tells; a folder gets commented Word files."""
    if output is None or fix:
        return ()
    if names_folder(output):
        return ("docx",)
    suffix = Path(output).suffix
    if form := BY_SUFFIX.get(suffix.lower()):
        return (form,)
    raise click.UsageError(
        say(
            f"không rõ dạng báo cáo từ đuôi “{suffix}” của {output}; nêu dạng bằng --format",
            f"the suffix “{suffix}” of {output} names no form; give one with --format",
        )
    )


def _known_law(name: str | None, say: Language) -> Registry:
    """The registry of this name, else the one that comes with the program."""
    from minhphap.registry import Registry, RegistryError

    try:
        return Registry.open(name) if name else Registry.starter()
    except RegistryError as error:
        raise click.UsageError(say(error.message, error.message_en)) from error


def _listed(values: tuple[str, ...]) -> tuple[str, ...]:
    """ "HT101,HT2" and repeated options alike."""
    return tuple(one.strip() for value in values for one in value.split(",") if one.strip())


def read_day(words: str, say: Language) -> dt.date:
    """A day as 2026-11-01 or 01/11/2026."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(words.strip(), form).date()
        except ValueError:
            continue
    raise click.UsageError(
        say(
            f"“{words}” không phải ngày; viết như 2026-11-01 hoặc 01/11/2026",
            f"“{words}” is no day; write 2026-11-01 or 01/11/2026",
        )
    )
