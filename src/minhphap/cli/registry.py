"""``minhphap registry …``: make, grow, look into, compare and verify snapshots of the known law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.registry_look import diff_command, index_command, info_command, verify_command
from minhphap.cli.registry_make import build_command, import_command

if TYPE_CHECKING:
    from minhphap.cli.language import Language


def command(say: Language) -> click.Command:
    """Build the group."""
    group = click.RichGroup(
        name="registry",
        help=say(
            "Tạo và quản lý tệp pháp luật: những văn bản đã biết, quan hệ và hiệu lực của"
            " chúng.\n\nVí dụ:\n\n"
            "  minhphap registry build van-ban/ danh-muc.csv --output phap-luat.sqlite\n\n"
            "  minhphap registry import cong-bao-thang-11/ --into phap-luat.sqlite\n\n"
            "  minhphap registry info phap-luat.sqlite",
            "Make and keep registries: which documents are known, how they stand to each other,"
            " and when they were in force.\n\nExamples:\n\n"
            "  minhphap registry build documents/ list.csv --output law.sqlite\n\n"
            "  minhphap registry import gazette-november/ --into law.sqlite\n\n"
            "  minhphap registry info law.sqlite",
        ),
    )
    for make in (
        build_command,
        import_command,
        index_command,
        info_command,
        diff_command,
        verify_command,
    ):
        group.add_command(make(say))
    return group
