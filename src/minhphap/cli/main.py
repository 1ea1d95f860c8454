"""The command line: thin over the engine, and quick to start."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.language import LANGUAGES, take_language
from minhphap.cli.sentences import system_words, wrong_call

if TYPE_CHECKING:
    from minhphap.cli.language import Language

COMMANDS = (
    "check",
    "show",
    "cite",
    "export",
    "consolidate",
    "law",
    "history",
    "changes",
    "recheck",
    "registry",
    "letters",
    "tracker",
    "rules",
    "demo",
    "completion",
)
_INTERRUPTED = 130  # what a shell gives to a command ended by Ctrl+C


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
        below = command.commands.values() if isinstance(command, click.Group) else ()
        for one in (command, *below):
            if option := one.get_help_option(ctx):
                option.help = ctx.obj("In phần hướng dẫn này.", "Show this text.")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the command that was perhaps meant."""
        name, say = args[0], ctx.obj
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, 1)
            hint = say(f"; có phải “{near[0]}”?", f"; did you mean “{near[0]}”?") if near else ""
            known = ", ".join(COMMANDS)
            raise click.UsageError(
                say(
                    f"không có lệnh “{name}”{hint}; các lệnh: {known}",
                    f"no command “{name}”{hint}; there are: {known}",
                ),
                ctx,
            )
        return super().resolve_command(ctx, args)


def program(say: Language) -> click.Group:
    """The ``minhphap`` command with its global options."""

    @click.group(
        cls=LazyCommands,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "obj": say,
            "rich_help_config": {
                "options_panel_title": say("Tùy chọn", "Options"),
                "commands_panel_title": say("Lệnh", "Commands"),
            },
        },
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
    @click.option(  # taken out of the line before click reads it; here for the help text
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("Ngôn ngữ của thông báo.", "The language of messages."),
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
    group = program(say)
    if option := group.get_help_option(click.Context(group, help_option_names=["-h", "--help"])):
        option.help = say("In phần hướng dẫn này.", "Show this text.")
    try:
        code = group.main(arguments, prog_name="minhphap", standalone_mode=False)
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        name = ctx.command_path if ctx else "minhphap"
        more = say(f"xem: {name} --help", f"see: {name} --help")
        sentence = wrong_call(error, say).rstrip(".")
        _end(2, f"{name}: {sentence} ({more})")
    except (KeyboardInterrupt, click.Abort):
        _end(_INTERRUPTED, say("đã dừng theo yêu cầu", "stopped"))
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        _end(2, f"minhphap: {what}{say(*system_words(error))}")
    except Exception as error:
        if os.environ.get("MINHPHAP_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        _end(
            2,
            say(
                f"minhphap: lỗi của chương trình, không phải của người dùng ({fault}); đặt"
                " MINHPHAP_DEBUG=1, chạy lại và gửi những dòng in ra cho người bảo trì",
                f"minhphap: a fault of the program, not yours ({fault}); set MINHPHAP_DEBUG=1,"
                " run again and send what is printed to the maintainers",
            ),
        )
    else:
        _end(code if isinstance(code, int) else 0)


def _end(code: int, sentence: str = "") -> None:
    if sentence:
        click.echo(sentence, err=True)
    sys.exit(code)
