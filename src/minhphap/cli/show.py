"""``minhphap show FILE``: the tree that was read out of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rich_click as click

from minhphap.cli.files import Sources
from minhphap.cli.options import files_and_shape

if TYPE_CHECKING:
    from minhphap.cli.language import Language
    from minhphap.structure import Document, Provision

_WIDTH = 84  # columns of an excerpt


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "In cây cấu trúc của văn bản: phần mở đầu, chương, điều, khoản, điểm, phụ lục; mỗi dòng"
            " có tên Akoma Ntoso và vị trí dòng:cột.\n\n"
            "Ví dụ:\n\n  minhphap show du-thao.docx\n\n"
            "  minhphap show du-thao.docx --format json",
            "Print the tree of a text: preamble, chapters, articles, clauses, points, annexes; each"
            " with its Akoma Ntoso name and line:column.\n\n"
            "Examples:\n\n  minhphap show draft.docx\n\n  minhphap show draft.docx --format json",
        )
    )
    @files_and_shape("tree", say)
    @click.pass_context
    def show(
        ctx: click.Context, names: tuple[str, ...], shape: str, stdin_filename: str | None
    ) -> None:
        from minhphap.structure import parse

        sources = Sources(names, stdin_filename, say)
        for name, source in sources:
            document = parse(source)
            if shape == "json":
                import json

                click.echo(json.dumps(tree_of(name, document), ensure_ascii=False))
            else:
                click.echo("\n".join(_outline(name, document, say)))
        ctx.exit(2 if sources.failed else 0)

    return show


def tree_of(name: str, document: Document) -> dict[str, Any]:
    """The tree as plain values; offsets are code points of the source's text."""
    meta = document.meta
    return {
        "file": name,
        "doc": meta.number,
        "issuer": meta.issuer,
        "date": meta.date.isoformat() if meta.date else None,
        "kind": meta.kind,
        "title": meta.title,
        "provisions": [
            {
                "eid": one.eid,
                "type": one.type,
                "num": one.num,
                "heading": one.heading,
                "start": one.start,
                "end": one.end,
            }
            for one in document.walk()
        ],
        "leaves": [[leaf.start, leaf.end] for leaf in document.leaves],
    }


def _outline(name: str, document: Document, say: Language) -> list[str]:
    source = document.source
    lines = [name, *_facts(document, say)]
    lines += [f"  ● {say(notice.message, notice.message_en)}" for notice in source.notices]
    ends: list[int] = []
    for one in document.walk():
        while ends and ends[-1] <= one.start:
            ends.pop()
        line, column = source.position(one.start)
        indent = "  " * (len(ends) + 1)
        words = _words(document, one)
        room = max(24, _WIDTH - len(indent))
        words = words if len(words) <= room else words[: room - 1].rstrip() + "…"
        lines.append(f"{indent}{words}  [{one.eid} · {line}:{column}]")
        ends.append(one.end)
    lines += [
        f"  ? {source.position(one.start)[0]}: {say(one.message, one.message_en)}"
        for one in document.diagnostics
    ]
    return lines


def _facts(document: Document, say: Language) -> list[str]:
    from minhphap.law import kinds
    from minhphap.text import official_date

    meta = document.meta
    known = {kind.id: kind.name for kind in kinds()}
    facts = (
        (say("Cơ quan ban hành", "Issuer"), meta.issuer),
        (say("Loại", "Kind"), meta.kind and say(known.get(meta.kind, meta.kind), meta.kind)),
        (say("Số, ký hiệu", "Number"), meta.number),
        (say("Ngày", "Date"), meta.date and say(official_date(meta.date), str(meta.date))),
        (say("Tên", "Title"), meta.title),
    )
    return [f"  {name}: {value}" for name, value in facts if value]


def _words(document: Document, one: Provision) -> str:
    """The line a provision begins with, and its name where that stands on lines of its own."""
    text = document.source.text
    end = text.find("\n", one.start, one.end)
    line = " ".join(text[one.start : end if end >= 0 else one.end].split())
    heading = " ".join((one.heading or "").split())
    if not heading or heading in line:
        return line
    return heading if heading.startswith(line) else f"{line}. {heading}"
