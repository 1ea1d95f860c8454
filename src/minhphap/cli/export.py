"""``minhphap export FILE --to FORMAT``: a text in an exchange format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import STDIN, Sources
from minhphap.cli.options import stdin_name

if TYPE_CHECKING:
    from minhphap.cli.language import Language


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Xuất văn bản sang Akoma Ntoso 3.0, JSON, Markdown hoặc văn bản thuần; ba dạng đầu đọc"
            " lại được thành đúng cây cũ.\n\n"
            "Ví dụ:\n\n  minhphap export du-thao.docx --to akn --output du-thao.xml",
            "Export a text as Akoma Ntoso 3.0, JSON, Markdown or plain text; the first three read"
            " back to an equal tree.\n\n"
            "Example:\n\n  minhphap export draft.docx --to akn --output draft.xml",
        )
    )
    @click.argument("name", metavar="FILE")
    @click.option(
        "--to",
        "shape",
        required=True,
        type=click.Choice(["akn", "json", "md", "txt"]),
        help=say("Dạng xuất ra.", "The format."),
    )
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help=say("Ghi ra tệp này; không có thì in ra màn hình.", "Write here; else print."),
    )
    @stdin_name(say)
    @click.pass_context
    def export(
        ctx: click.Context, name: str, shape: str, output: Path | None, stdin_filename: str | None
    ) -> None:
        from minhphap.structure import export as render
        from minhphap.structure import parse

        if name != str(STDIN) and not Path(name).is_file():
            raise click.UsageError(
                say(
                    f"không thấy tệp “{name}”; xem lại đường dẫn",
                    f"there is no file “{name}”; check the path",
                )
            )
        if output and output.absolute() == Path(name).absolute():
            raise click.UsageError(
                say(
                    f"--output “{output}” trùng với chính văn bản; đặt tên khác",
                    f"--output “{output}” is the text itself; choose another name",
                )
            )
        sources = Sources([name], stdin_filename, say)
        for _, source in sources:
            data = render(parse(source), shape)
            if output is None:
                click.echo(data, nl=False)
            else:
                from minhphap.reports import write_atomically

                write_atomically(output, data)
        ctx.exit(2 if sources.failed else 0)

    return export
