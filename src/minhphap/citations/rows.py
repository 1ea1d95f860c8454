"""Rows of groups whose words hang together otherwise than their order says."""

from __future__ import annotations

import msgspec

from minhphap.citations.tokens import Group
from minhphap.citations.vocabulary import RANK


def mend_row(groups: list[Group]) -> list[Group]:
    """The row with separators that were left out, and with sections that lie in an article."""
    if len(groups) > 3:
        groups = _parted(groups)
    return _with_inner_sections(groups) if "sec" in [one.level for one in groups] else groups


def _parted(groups: list[Group]) -> list[Group]:
    """The row with a separator that was left out: "khoản 2 Điều 28 | khoản 1 Điều 34"."""
    found = groups
    for index in range(2, len(groups) - 1):
        article, small, after = groups[index - 1 : index + 2]
        if (
            article.level == after.level == "art"
            and small.link == after.link == "direct"
            and groups[index - 2].level in ("para", "point")
            and small.level in ("para", "point")
        ):
            found = found if found is not groups else list(groups)
            found[index] = msgspec.structs.replace(small, link="semicolon")
    return found


def _with_inner_sections(groups: list[Group]) -> list[Group]:
    """The row with a Mục that lies in an article as such: "khoản 1, mục V, Điều 1".

    A Mục alone before a comma is a container beside the article ("Mục 2, Điều 9, Điều 11").
    """
    found = groups
    for index in range(1, len(groups)):
        section, article = groups[index - 1], groups[index]
        if section.level != "sec" or article.level != "art" or article.link == "semicolon":
            continue
        small = index > 1 and RANK[groups[index - 2].level] < RANK["insec"]
        alone = index == 1 and not section.this and article.link in ("direct", "of")
        if article.link != "and" and not section.many and (small or alone):
            found = found if found is not groups else list(groups)
            found[index - 1] = msgspec.structs.replace(section, level="insec")
    return found
