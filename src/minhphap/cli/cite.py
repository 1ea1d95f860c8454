"""``minhphap cite FILE``: every reference of a text, with what it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import rich_click as click

from minhphap.cli.files import complain, expand, open_source

if TYPE_CHECKING:
    from minhphap.citations import Citation, Target
    from minhphap.cli.language import Language
    from minhphap.intake import Source


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Liệt kê mọi viện dẫn trong văn bản: vị trí, vai trò, văn bản và điều khoản được viện"
            " dẫn; chỗ không xác định được thì nói lý do.\n\nVí dụ:\n\n"
            "  minhphap cite du-thao.docx\n\n"
            "  minhphap cite du-thao.docx --format json",
            "List every citation of a text: where it stands, its role, what it points at, or why"
            " that cannot be told.\n\nExamples:\n\n"
            "  minhphap cite draft.docx\n\n"
            "  minhphap cite draft.docx --format json",
        )
    )
    @click.argument("names", nargs=-1, required=True, metavar="FILE…")
    @click.option(
        "--format",
        "shape",
        type=click.Choice(["table", "json"]),
        default="table",
        help=say("Dạng in ra.", "Form of the output."),
    )
    @click.option(
        "--stdin-filename", metavar="NAME", help=say("Tên tệp khi đọc từ “-”.", "Name for “-”.")
    )
    @click.pass_context
    def cite(
        ctx: click.Context, names: tuple[str, ...], shape: str, stdin_filename: str | None
    ) -> None:
        from minhphap.citations import cite as find
        from minhphap.intake import Unreadable
        from minhphap.structure import parse

        failed = False
        for path in expand(names, say):
            try:
                source = open_source(path, stdin_filename)
            except Unreadable as error:
                complain(path, error, say)
                failed = True
                continue
            found = find(parse(source))
            if shape == "json":
                click.echo(_json(source, found))
            else:
                for citation in found:
                    click.echo(_row(source, citation, say))
        ctx.exit(2 if failed else 0)

    return cite


def _json(source: Source, found: tuple[Citation, ...]) -> str:
    records = [{**msgspec.to_builtins(c), "text": source.text[c.start : c.end]} for c in found]
    return msgspec.json.encode({"file": source.name, "citations": records}).decode()


def _row(source: Source, citation: Citation, say: Language) -> str:
    line, column = source.position(citation.start)
    words = " ".join(source.text[citation.start : citation.end].split())
    targets = "; ".join(dict.fromkeys(_target(t) for t in citation.targets))
    unknown = say("chưa xác định", "unresolved")
    points = targets or f"{unknown} ({citation.reason})"
    return f"{source.name}:{line}:{column}: {citation.role} {words} → {points}"


def _target(target: Target) -> str:
    work = target.work
    if work.this or work.attached:
        name = ""
    else:
        year = f" {work.year}" if work.year else ""
        name = work.number or f"{work.title or work.kind or '?'}{year}"
    part = "att:" if work.part or work.attached else ""
    return " ".join(filter(None, (name, part + (target.resolved or target.eid or "")))) or "this"
