"""``minhphap cite FILE``: every reference of a text, with what it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import rich_click as click

from minhphap.cli.files import Sources
from minhphap.cli.options import files_and_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minhphap.citations import Citation, Target
    from minhphap.cli.language import Language
    from minhphap.structure import Document

_ROLES = {
    "basis": "căn cứ",
    "refers": "dẫn chiếu",
    "amends": "sửa đổi",
    "repeals": "bãi bỏ",
    "replaces": "thay thế",
    "adds": "bổ sung",
    "guides": "hướng dẫn",
    "amended_by": "được sửa đổi bởi",
}
_REASONS = {
    "external": "ở văn bản khác",
    "missing": "văn bản này không có",
    "inside": "nằm trong phụ lục hoặc biểu mẫu",
    "ambiguous": "chưa rõ chỉ văn bản nào",
    "no_context": "không rõ đang ở điều, khoản nào",
}


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
    @files_and_shape("lines", say)
    @click.pass_context
    def cite(
        ctx: click.Context, names: tuple[str, ...], shape: str, stdin_filename: str | None
    ) -> None:
        from minhphap.citations import cite as find
        from minhphap.structure import parse

        sources = Sources(names, stdin_filename, say)
        for name, source in sources:
            document = parse(source)
            found = find(document)
            if shape == "json":
                import json

                click.echo(json.dumps(citations_of(name, document, found), ensure_ascii=False))
            else:
                for citation in found:
                    click.echo(_line(name, document, citation, say))
        ctx.exit(2 if sources.failed else 0)

    return cite


def citations_of(name: str, document: Document, found: Sequence[Citation]) -> dict[str, Any]:
    """The citations as plain values; offsets are code points of the source's text."""
    import msgspec

    meta, text = document.meta, document.source.text
    citations = []
    for one in found:
        plain = msgspec.to_builtins(one)
        citations.append(
            {
                "start": one.start,
                "end": one.end,
                "text": text[one.start : one.end],
                "shape": one.shape,
                "targets": plain["targets"],
                "role": one.role,
                "reason": one.reason,
            }
        )
    return {
        "file": name,
        "doc": meta.number,
        "issuer": meta.issuer,
        "date": meta.date.isoformat() if meta.date else None,
        "citations": citations,
    }


def _line(name: str, document: Document, citation: Citation, say: Language) -> str:
    source = document.source
    line, column = source.position(citation.start)
    words = " ".join(source.text[citation.start : citation.end].split())
    role = say(_ROLES[citation.role], citation.role)
    targets = "; ".join(dict.fromkeys(_target(one, say) for one in citation.targets))
    if not targets:
        reason = citation.reason or ""
        unknown = say("chưa xác định", "unresolved")
        targets = f"{unknown} ({say(_REASONS.get(reason, reason), reason)})"
    return f"{name}:{line}:{column}: [{role}] {words} → {targets}"


def _target(target: Target, say: Language) -> str:
    work = target.work
    if work.this:
        home = say("văn bản này", "this document")
    elif work.attached:
        home = say("văn bản ban hành kèm theo", "the attached text")
    else:
        year = f" {work.year}" if work.year else ""
        home = work.number or f"{work.title or work.kind or '?'}{year}"
        home += say(" (phần ban hành kèm theo)", " (attached text)") if work.part else ""
    parts = [home, target.resolved or target.eid or ""]
    if target.reason and target.reason != "external":
        parts.append(f"({say(_REASONS.get(target.reason, target.reason), target.reason)})")
    return " ".join(filter(None, parts))
