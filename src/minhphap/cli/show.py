"""``minhphap show FILE``: the tree that was read out of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import complain, expand, open_source

if TYPE_CHECKING:
    from minhphap.cli.language import Language
    from minhphap.structure import Document


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "In cây cấu trúc của văn bản: phần mở đầu, chương, điều, khoản, điểm, phụ lục.\n\n"
            "Ví dụ:\n\n  minhphap show du-thao.docx\n\n"
            "  minhphap show du-thao.docx --format json",
            "Print the tree of a text: preamble, chapters, articles, clauses, points, annexes.\n\n"
            "Examples:\n\n  minhphap show draft.docx\n\n  minhphap show draft.docx --format json",
        )
    )
    @click.argument("names", nargs=-1, required=True, metavar="FILE…")
    @click.option(
        "--format",
        "shape",
        type=click.Choice(["tree", "json"]),
        default="tree",
        help=say("Dạng in ra.", "Form of the output."),
    )
    @click.option(
        "--stdin-filename", metavar="NAME", help=say("Tên tệp khi đọc từ “-”.", "Name for “-”.")
    )
    @click.pass_context
    def show(
        ctx: click.Context, names: tuple[str, ...], shape: str, stdin_filename: str | None
    ) -> None:
        from minhphap.intake import Unreadable
        from minhphap.structure import export, parse

        failed = False
        for path in expand(names, say):
            try:
                document = parse(open_source(path, stdin_filename))
            except Unreadable as error:
                complain(path, error, say)
                failed = True
                continue
            if shape == "json":
                click.echo(export(document, "json"))
            else:
                click.echo("\n".join(_outline(document, say)))
        ctx.exit(2 if failed else 0)

    return show


def _outline(document: Document, say: Language) -> list[str]:
    source, meta = document.source, document.meta
    lines = [source.name or "-"]
    facts = (
        (say("Cơ quan ban hành", "Issuer"), meta.issuer),
        (say("Loại", "Kind"), meta.kind),
        (say("Số, ký hiệu", "Number"), meta.number),
        (say("Ngày", "Date"), meta.date and f"{meta.date:%d/%m/%Y}"),
        (say("Tên", "Title"), meta.title),
    )
    lines += [f"  {name}: {value}" for name, value in facts if value]
    lines += [f"  ! {say(notice.message, notice.message_en)}" for notice in source.notices]
    ends: list[int] = []
    for provision in document.walk():
        while ends and ends[-1] <= provision.start:
            ends.pop()
        line, column = source.position(provision.start)
        words = provision.heading or source.text[provision.start : provision.end]
        excerpt = " ".join(words[:400].split())
        excerpt = excerpt if len(excerpt) <= 72 else excerpt[:71] + "…"
        lines.append(f"{'  ' * (len(ends) + 1)}{provision.eid}  {line}:{column}  {excerpt}")
        ends.append(provision.end)
    lines += [
        f"  ? {source.position(d.start)[0]}: {d.code} {d.message}" for d in document.diagnostics
    ]
    return lines
