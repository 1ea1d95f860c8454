"""``minhphap demo``: the whole in one call, on the drafts of examples/."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language

_SHOWN = "du-thao-cho-dem-con-loi.docx"
"""The draft with planted faults."""


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Kiểm tra các dự thảo mẫu, in báo cáo và ghi các tệp Word có nhận xét ở lề.\n\n"
            "Ví dụ, từ thư mục của dự án:\n\n  minhphap demo\n\n"
            "  minhphap demo --examples examples --output out",
            "Check the sample drafts, print the report, write the Word files with margin"
            " comments.\n\nExamples, from the project's folder:\n\n  minhphap demo\n\n"
            "  minhphap demo --examples examples --output out",
        )
    )
    @click.option(
        "--examples",
        type=click.Path(path_type=Path),
        default=Path("examples"),
        show_default=True,
        metavar="FOLDER",
        help=say("Thư mục dự thảo mẫu.", "The folder with the sample drafts."),
    )
    @click.option(
        "--output",
        "-o",
        default="out",
        show_default=True,
        metavar="FOLDER",
        help=say("Ghi vào thư mục này.", "Write into this folder."),
    )
    @click.pass_context
    def demo(ctx: click.Context, examples: Path, output: str) -> None:
        if not examples.is_dir():
            raise click.UsageError(
                say(
                    f"không có thư mục “{examples}”; chạy lệnh này trong thư mục của dự án, hoặc"
                    " nêu thư mục dự thảo bằng --examples",
                    f"there is no folder “{examples}”; run this in the project's folder, or name"
                    " one with --examples",
                )
            )
        from minhphap.cli.checking import Asked, run
        from minhphap.cli.files import expand
        from minhphap.cli.outputs import plan
        from minhphap.registry import Registry

        inside = expand([str(examples)], say)
        paths = [one for one in inside if one.parent == examples]  # folders below hold no drafts
        places = plan(paths, ("terminal", "docx"), output, False, None, say)
        run(paths, Asked(Registry.starter()), places, say)
        shown = next((one for one in paths if one.name == _SHOWN), paths[0])
        file = places.each["docx"][shown]
        click.echo(
            say(
                f"\nMở {file} bằng Word hoặc LibreOffice để xem nhận xét ở lề.",
                f"\nOpen {file} in Word or LibreOffice to see the comments in the margin.",
            )
        )
        ctx.exit(0 if file.is_file() else 2)

    return demo
