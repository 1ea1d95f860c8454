"""A web page -> :class:`Source`."""

from __future__ import annotations

from typing import Any

from minhphap.intake.html.charset import page_text, unpack_mhtml
from minhphap.intake.html.content import main_content
from minhphap.intake.html.walk import Walk
from minhphap.intake.limits import Limits
from minhphap.intake.notices import hidden_characters, legacy_font
from minhphap.intake.refusals import frames_only, no_text, too_deep
from minhphap.intake.source import Notice, Source


def read_html(data: bytes, name: str, limits: Limits, mhtml: bool = False) -> Source:
    """Read a page; scripts and menus are left out, nothing is fetched. Raises Unreadable."""
    page, notices = page_text(unpack_mhtml(data) if mhtml else data)
    root = _tree(page)
    walk = Walk()
    if root is not None:
        walk.read(main_content(root))
    lines = walk.lines
    if not lines.text:
        framed = root is not None and next(root.iter("frame", "iframe"), None) is not None
        raise frames_only() if framed else no_text()
    return Source(
        text=lines.text,
        name=name,
        format="html",
        data=data,
        blocks=tuple(lines.blocks),
        removed=tuple(lines.removed),
        notices=(*notices, *_notices(walk)),
    )


def _tree(page: str) -> Any | None:
    from lxml import etree

    data = page.replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise too_deep()
    return root


def _notices(walk: Walk) -> list[Notice]:
    notices = []
    if walk.lines.legacy:
        notices.append(legacy_font())
    if walk.lines.hidden_characters:
        notices.append(hidden_characters(walk.lines.hidden_characters))
    return notices
