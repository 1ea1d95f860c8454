"""What stands around a line that may open an attached text, an appendix, a form or a foot."""

from __future__ import annotations

import re

from minhphap.structure.containers import is_container
from minhphap.structure.context import Context
from minhphap.structure.endmatter import ATTACHED, FORM, ISSUED_WITH, is_recipient_list
from minhphap.structure.head_words import BODY_WORD, MOTTO
from minhphap.structure.lines import STRONG, Marker
from minhphap.structure.node import CONTAINERS

TITLE_LINES = 8
"""A title has no more lines than this."""
_SHORT_TITLE = 4
_LONGEST = 3 * TITLE_LINES
"""… nor than this where the page wraps them."""
_LETTERHEAD = 6
"""Between the motto of the State and a title stand rules, a date and the issuer at most."""
_APPENDIX_TITLE = 4
_FOOT_LINES = 12
_FINAL = re.compile(r"(?:\./?\.?|/\.?|thông qua ngày .{5,60})\s*$")


def articles_ahead(context: Context) -> list[Marker | None]:
    """For each line the article that it begins or that comes next."""
    ahead: list[Marker | None] = []
    following: Marker | None = None
    for marker in reversed(context.marks):
        if marker is not None and marker.kind == "article" and marker.trust == STRONG:
            following = marker
        ahead.append(following)
    ahead.reverse()
    return ahead


def ended(context: Context, number: int) -> bool:
    """True when the text before a line has come to an end ("…/.")."""
    if number == 0:
        return False
    end = context.lines[number - 1].end
    return context.text[end - 2 : end] in ("/.", "./") or context.text[end - 1] == "/"


def has_motto(context: Context, number: int) -> bool:
    """True when a line is the motto of the State."""
    lines = context.lines
    return number < len(lines) and MOTTO.match(context.text, lines[number].start) is not None


def issued_with(context: Context, number: int, *, capitals: bool = True) -> bool:
    """True when "(Ban hành kèm theo …)" stands below a title, in capitals or a short one."""
    text = context.text
    left = TITLE_LINES if capitals else _SHORT_TITLE
    for at in range(number, min(number + _LONGEST, len(context.lines))):
        if context.joined[at] and at > number:
            continue
        if not left:
            return False
        left -= 1
        start, end = context.lines[at].start, context.paragraph_end(at)
        if ISSUED_WITH.search(text, start, end):
            return capitals or text[start] == "("
        apart = text[start] == "(" and text[end - 1] == ")"
        if capitals and not apart and not text[start:end].isupper():
            return False
        if context.marks[at] is not None:
            return False
    return False


def leads_to_articles(context: Context, number: int) -> bool:
    """True when the first number below a title is article 1 or the first container."""
    for marker in context.marks[number + 1 : number + TITLE_LINES]:
        if marker is not None:
            first = marker.kind == "article" and marker.key == (1,)
            return first or (marker.kind in CONTAINERS and is_container(context, marker))
    return False


def heads_attached(context: Context, number: int) -> bool:
    """True when the title of an attached text stands below a motto, not that of a form."""
    text = context.text
    for at, (start, end) in enumerate(context.lines[number + 1 : number + _LETTERHEAD], number + 1):
        if not text[start : start + 4].isupper():
            continue
        if issued_with(context, at):
            return True
        if ATTACHED.match(text, start, end) and (
            issued_with(context, at, capitals=False) or leads_to_articles(context, at)
        ):
            return True
    return False


def heads_form(context: Context, number: int) -> bool:
    """True for a label that has the motto of the State below it, not the next row of a list."""
    for at in range(number + 1, min(number + _LETTERHEAD, len(context.lines))):
        if FORM.match(context.text, *context.lines[at]):
            return False
        if has_motto(context, at):
            return True
    return False


def is_issuer(context: Context, number: int) -> bool:
    """True for the name of a body above the title of what it issues."""
    if BODY_WORD.match(context.text, *context.lines[number]) is None:
        return False
    return any(
        ATTACHED.match(context.text, *line)
        for line in context.lines[number + 1 : number + _LETTERHEAD]
    )


def has_title(context: Context, number: int) -> bool:
    """True when the lines below a label look like the title of an appendix."""
    text, lines = context.text, context.lines
    for line in lines[number + 1 : number + 1 + _APPENDIX_TITLE]:
        if ISSUED_WITH.match(text, line.start):
            return True
        if not text[line.start : line.end].isupper():
            return False
    return number + 1 < len(lines)


def stands_at_end(context: Context, number: int) -> bool:
    """True when no number follows a line before the text ends or an appendix begins."""
    return not any(
        marker is not None and marker.kind in ("article", "clause", "point")
        for marker in context.marks[number + 1 : number + _FOOT_LINES]
    )


def unlabelled_recipients(context: Context, first: int, last: int, *, signed: bool) -> int:
    """The line at which recipients without their label begin at the end of ``first:last``.

    ``signed``: they stand below a signature; otherwise the text before them must have ended.
    """
    text, lines = context.text, context.lines
    number = last
    while number > first + 1 and text[lines[number - 1].start] in "-–":
        number -= 1
    if number == last:
        return last
    before = lines[number - 1]
    if not signed and not _FINAL.search(text, max(before.start, before.end - 80), before.end):
        return last
    return number if is_recipient_list(text[lines[number].start : lines[last - 1].end]) else last
