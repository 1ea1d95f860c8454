"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language

Decorate = Callable[[Callable[..., Any]], Callable[..., Any]]


def stdin_name(say: Language) -> Decorate:
    """``--stdin-filename``: what the text on standard input is called."""
    return click.option(
        "--stdin-filename", metavar="NAME", help=say("Tên tệp khi đọc từ “-”.", "Name for “-”.")
    )


def files_and_shape(plain: str, say: Language) -> Decorate:
    """Files to read, and ``--format``: the ``plain`` one for people, or JSON."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        shape = click.option(
            "--format",
            "shape",
            type=click.Choice([plain, "json"]),
            default=plain,
            help=say(
                "Dạng in ra; json: mỗi văn bản một dòng, vị trí tính theo văn bản mà"
                " “minhphap export FILE --to txt” in ra.",
                "Form of the output; json: one line a text, offsets of what"
                " “minhphap export FILE --to txt” prints.",
            ),
        )
        names = click.argument("names", nargs=-1, required=True, metavar="FILE…")
        return names(shape(stdin_name(say)(function)))

    return decorate
