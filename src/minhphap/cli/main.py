"""The command line: thin over the engine, and quick to start."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.language import take_language

if TYPE_CHECKING:
    from minhphap.cli.language import Language

COMMANDS = ("check", "show", "cite", "export", "rules", "completion")


class LazyCommands(click.RichGroup):
    """Imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Build the command in the language of this call."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"minhphap.cli.{name}").command(ctx.obj)
        return command


def program(say: Language) -> click.Group:
    """The ``minhphap`` command with its global options."""

    @click.group(
        cls=LazyCommands,
        context_settings={"help_option_names": ["-h", "--help"], "obj": say},
        help=say(
            "Minh Pháp đọc dự thảo văn bản pháp luật và chỉ ra chỗ cần xem lại, vì sao, theo quy"
            " định nào.\n\nVí dụ:\n\n"
            "  minhphap check du-thao.docx\n\n"
            "  minhphap check du-thao.docx --output du-thao.nhan-xet.docx\n\n"
            "  minhphap show du-thao.docx\n\n"
            "Thêm --lang en để đọc bằng tiếng Anh.",
            "Minh Pháp reads Vietnamese legal drafts and shows what to look at, why, and on what"
            " basis.\n\nExamples:\n\n"
            "  minhphap check draft.docx\n\n"
            "  minhphap check draft.docx --output draft.comments.docx\n\n"
            "  minhphap show draft.docx",
        ),
    )
    @click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=print_version,
        help=say("In phiên bản chương trình và các bộ quy tắc.", "Print versions and exit."),
    )
    def minhphap() -> None:
        pass

    return minhphap


def print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    """The program's version and, since findings depend on them, the rule packs' versions."""
    if not wanted:
        return
    from importlib.metadata import version

    from minhphap.rules import pack_versions

    click.echo(f"minhphap {version('minhphap')}")
    for pack, number in pack_versions().items():
        click.echo(f"  {pack} {number}")
    ctx.exit()


def main() -> None:
    """Entry point: exit 0 nothing to answer, 1 something found, 2 wrong call or unreadable file."""
    say, arguments = take_language(sys.argv[1:])
    program(say)(args=arguments, prog_name="minhphap")
