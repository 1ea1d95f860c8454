"""``minhphap export FILE --to FORMAT``: a text in an exchange format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import complain, open_source

if TYPE_CHECKING:
    from minhphap.cli.language import Language

FORMATS = {"akn": ".akn.xml", "json": ".json", "md": ".md", "txt": ".txt"}


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Xuất văn bản sang Akoma Ntoso 3.0, JSON, Markdown hoặc văn bản thuần.\n\n"
            "Ví dụ:\n\n  minhphap export du-thao.docx --to akn --output du-thao.xml",
            "Export a text as Akoma Ntoso 3.0, JSON, Markdown or plain text.\n\n"
            "Example:\n\n  minhphap export draft.docx --to akn --output draft.xml",
        )
    )
    @click.argument("name", metavar="FILE")
    @click.option("--to", "shape", required=True, type=click.Choice(list(FORMATS)))
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path, dir_okay=False),
        help=say("Ghi ra tệp này; không có thì in ra màn hình.", "Write here; else print."),
    )
    @click.option(
        "--stdin-filename", metavar="NAME", help=say("Tên tệp khi đọc từ “-”.", "Name for “-”.")
    )
    @click.pass_context
    def export(
        ctx: click.Context, name: str, shape: str, output: Path | None, stdin_filename: str | None
    ) -> None:
        from minhphap.intake import Unreadable
        from minhphap.structure import export as render
        from minhphap.structure import parse

        path = Path(name)
        try:
            text = render(parse(open_source(path, stdin_filename)), shape)
        except Unreadable as error:
            complain(path, error, say)
            ctx.exit(2)
        if output is None:
            click.echo(text, nl=False)
        else:
            from minhphap.reports import write_atomically

            write_atomically(output, text)

    return export
