"""``minhphap completion SHELL``: the script that lets a shell complete commands and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click
from click.shell_completion import get_completion_class

if TYPE_CHECKING:
    from minhphap.cli.language import Language


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "In tập lệnh tự hoàn thành cho bash, zsh hoặc fish.\n\nVí dụ:\n\n"
            '  eval "$(minhphap completion bash)"',
            "Print the completion script for bash, zsh or fish.\n\nExample:\n\n"
            '  eval "$(minhphap completion bash)"',
        )
    )
    @click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
    @click.pass_context
    def completion(ctx: click.Context, shell: str) -> None:
        made = get_completion_class(shell)
        assert made is not None
        script = made(ctx.find_root().command, {}, "minhphap", "_MINHPHAP_COMPLETE")
        click.echo(script.source())

    return completion
