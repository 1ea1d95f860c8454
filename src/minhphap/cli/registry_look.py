"""``minhphap registry info``, ``diff``, ``verify`` and ``index``: a snapshot that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language


def index_command(say: Language) -> click.Command:
    """``registry index``."""

    @click.command(
        "index",
        help=say(
            "Tạo chỉ mục để hỏi bằng lời thường (minhphap law “câu hỏi”); chỉ mục đặt cạnh tệp.",
            "Make the index for questions in plain words; it stands beside the registry.",
        ),
    )
    @click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
    def index(file: Path) -> None:
        from minhphap.cli.known_law import index_folder, opened
        from minhphap.cli.progress import by_document
        from minhphap.registry import RegistryError
        from minhphap.registry.search import build_index, registry_entries

        folder = index_folder(file)
        with opened(str(file), say) as registry:
            try:
                entries = by_document(registry_entries(registry), len(registry), say)
                count = build_index(entries, folder, source=registry.hash)
            except RegistryError as error:
                raise click.UsageError(say(error.message, error.message_en)) from error
        click.echo(
            say(f"Đã ghi chỉ mục {folder}: {count:,} mục.", f"Wrote {folder}: {count:,} entries.")
        )

    return index


def info_command(say: Language) -> click.Command:
    """``registry info``."""

    @click.command("info", help=say("Tệp pháp luật có những gì.", "What a registry holds."))
    @click.argument("file", metavar="FILE")
    @click.option(
        "--conflicts",
        metavar=say("LOẠI", "CODE"),
        help=say(
            "Liệt kê các mục cần xem lại của một loại (“all”: tất cả).",
            "List the notes of one kind (“all”: every one).",
        ),
    )
    def info(file: str, conflicts: str | None) -> None:
        from collections import Counter

        from minhphap.cli.known_law import opened
        from minhphap.cli.registry_notes import notes_by_code

        with opened(file, say) as registry:
            if conflicts:
                for one in registry.conflicts():
                    if conflicts in ("all", one.code):
                        click.echo(f"{one.code}\t{one.key}\t{one.detail}")
                return
            counts = registry.counts()
            rows = (
                (say("Văn bản", "Documents"), counts["document"]),
                (say("Có toàn văn", "With text"), counts["body"]),
                (say("Điều khoản", "Provisions"), counts["provision"]),
                (say("Quan hệ", "Relations"), counts["relation"]),
                (say("Khoảng hiệu lực", "Intervals of effect"), counts["effect"]),
            )
            for name, count in rows:
                click.echo(f"{name:22} {count:>12,}")
            click.echo(f"{say('Mã nội dung', 'Content hash'):22} {registry.hash}")
            codes = Counter(one.code for one in registry.conflicts())
            for line in notes_by_code(codes, say):
                click.echo(line)

    return info


def diff_command(say: Language) -> click.Command:
    """``registry diff``."""

    @click.command(
        "diff",
        help=say(
            "So hai tệp pháp luật: văn bản và quan hệ mới, mất đi, đổi khác.",
            "Compare two registries: documents and relations added, lost, changed.",
        ),
    )
    @click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
    @click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
    @click.pass_context
    def diff(ctx: click.Context, old: Path, new: Path) -> None:
        from minhphap.registry import DocumentChange, RegistryError
        from minhphap.registry import diff as compare

        signs = {"added": "+", "removed": "-", "changed": "~"}
        found = False
        try:
            for one in compare(old, new):
                found = True
                if isinstance(one, DocumentChange):
                    fields = "; ".join(
                        f"{name}: {before or '–'} → {after or '–'}"
                        for name, (before, after) in one.fields.items()
                    )
                    words = f"{one.number} {fields or one.title[:80]}"
                else:
                    words = (
                        f"{one.source} {one.source_eid} {one.relation} {one.target}"
                        f" {one.target_eid} {one.date or ''}"
                    )
                click.echo(f"{signs[one.kind]} {' '.join(words.split())}")
        except RegistryError as error:
            raise click.UsageError(say(error.message, error.message_en)) from error
        ctx.exit(1 if found else 0)

    return diff


def verify_command(say: Language) -> click.Command:
    """``registry verify``."""

    @click.command(
        "verify",
        help=say(
            "Kiểm tra tệp pháp luật còn nguyên vẹn từng byte.",
            "Check that not a byte of a registry has changed.",
        ),
    )
    @click.argument("file", metavar="FILE")
    def verify(file: str) -> None:
        from minhphap.registry import RegistryError
        from minhphap.registry import verify as hold

        try:
            digest = hold(file)
        except RegistryError as error:
            raise click.UsageError(say(error.message, error.message_en)) from error
        click.echo(say(f"Nguyên vẹn. Mã nội dung: {digest}", f"Intact. Content hash: {digest}"))

    return verify
