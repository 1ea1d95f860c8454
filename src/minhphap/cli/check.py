"""``minhphap check FILE…``: what to look at in a draft, why, and on what basis."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import complain, expand, open_source
from minhphap.cli.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from minhphap.cli.language import Language
    from minhphap.reports import Checked

PRINTED = ("terminal", "json", "sarif", "github")
FILES = {"html": ".nhan-xet.html", "docx": ".nhan-xet.docx"}
BY_SUFFIX = {".json": "json", ".sarif": "sarif", ".html": "html", ".docx": "docx"}


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
            "Kết thúc với mã 0 khi không có gì phải xem, 1 khi có, 2 khi gọi sai hoặc có tệp không"
            " đọc được.",
            "Check drafts and show what to look at.\n\n"
            "FILE is a file (.docx, .doc, .odt, .rtf, .pdf, .html, .txt, .md, a picture), a"
            " folder, a pattern like “*.docx”, or “-” for standard input.\n\nExamples:\n\n"
            "  minhphap check draft.docx\n\n"
            "  minhphap check draft.docx --output draft.comments.docx\n\n"
            "  minhphap check dossier/ --on 2026-11-01 --format html --output reports/\n\n"
            "  minhphap check draft.docx --fix --output draft.fixed.docx\n\n"
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
        type=click.Choice([*PRINTED, *FILES]),
        help=say("Dạng báo cáo; có thể nêu nhiều lần.", "Form of the report; may be repeated."),
    )
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        help=say(
            "Ghi ra tệp này, hoặc vào thư mục này khi kiểm tra nhiều tệp; đuôi tệp cho biết dạng.",
            "Write to this file, or into this folder for several files; the suffix tells the form.",
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
        "--fix",
        is_flag=True,
        help=say(
            "Sửa những chỗ sửa được an toàn; trong Word là thay đổi có theo dõi.",
            "Apply safe fixes; in Word as tracked changes.",
        ),
    )
    @click.option(
        "--stdin-filename", metavar="NAME", help=say("Tên tệp khi đọc từ “-”.", "Name for “-”.")
    )
    @click.pass_context
    def check(
        ctx: click.Context,
        names: tuple[str, ...],
        on: str | None,
        formats: tuple[str, ...],
        output: Path | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        fix: bool,
        stdin_filename: str | None,
    ) -> None:
        settings = load_settings(say)
        paths = expand(names, say)
        day = read_day(on, say) if on else settings.on
        wanted = formats or ((BY_SUFFIX.get(output.suffix.lower(), ""),) if output else ())
        wanted = tuple(filter(None, wanted)) or settings.format or ("terminal",)
        raise SystemExit(2)

    return check
