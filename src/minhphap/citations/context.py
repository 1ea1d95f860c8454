"""What a reader of one passage must know to say what its references mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from minhphap.citations.citation import Role, Work

Where = Literal["preamble", "body", "amending", "attached", "appendix", "recipients"]


class Context(msgspec.Struct, frozen=True):
    """Where a passage stands.

    ``kind``: kind of the citing document ("decision", "law", …). ``where``: the part of it that
    holds the passage. ``eid``: the provision that holds its first character, named inside the
    citing work (``art_5__para_2``, never ``att_1__…``). ``container``: its chapter or section
    ("chp_4__sec_2"). ``work``: the work that bare paths and "Thông tư này" mean when that is not
    the document itself: the work amended. ``quoted_eid``: the provision of that work whose new
    text is quoted. ``lead_role``: the role a lead-in ("Bãi bỏ các quyết định sau:") gives the
    works that are listed. ``names``: names defined earlier ("sau đây gọi là …") and their works.
    ``quoted``: the passage begins inside quoted new text. ``changed``: the provision of ``work``
    that the words around say is changed ("khoản 2" lies in it; "" where they name none); where it
    is given, "Điều này" outside quotation marks is one of the document itself.
    """

    kind: str | None = None
    where: Where | None = None
    eid: str | None = None
    container: str | None = None
    work: Work | None = None
    quoted_eid: str | None = None
    lead_role: Role | None = None
    names: Mapping[str, Work] = {}
    quoted: bool = False
    changed: str | None = None
