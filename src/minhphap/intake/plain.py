"""Plain text: one line a paragraph, as it is."""

from __future__ import annotations

from collections.abc import Iterable

from minhphap.intake.refusals import no_text
from minhphap.intake.source import Block, Format, Notice, Source
from minhphap.text import Remark, decode, normalize


def read_plain(data: bytes, name: str) -> Source:
    """Read a text file in Unicode or a Vietnamese encoding before it; raises Unreadable."""
    decoded = decode(data)
    return source_of_text(decoded.text, name, "txt", data, map(to_notice, decoded.remarks))


def source_of_text(
    raw: str, name: str, form: Format, data: bytes, notices: Iterable[Notice]
) -> Source:
    """The source of a decoded text; raises Unreadable when there is nothing in it."""
    clean = normalize(raw)
    if not clean.text.strip():
        raise no_text()
    plain = clean.offsets.is_identity
    return Source(
        text=clean.text,
        name=name,
        format=form,
        data=data,
        original=None if plain else raw,
        offsets=None if plain else clean.offsets,
        blocks=line_blocks(clean.text),
        notices=(*notices, *map(to_notice, clean.remarks)),
    )


def line_blocks(text: str) -> tuple[Block, ...]:
    """A paragraph for each line that is not blank."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            blocks.append(Block("paragraph", at, at + len(line), number_end=at))
        at += len(line) + 1
    return tuple(blocks)


def to_notice(remark: Remark) -> Notice:
    """What the text room noticed, as sentences for the reader of the result."""
    said, said_en = (
        f"{words[:1].upper()}{words[1:]}." for words in (remark.message, remark.message_en)
    )
    return Notice(remark.code, said, said_en, remark.start, remark.end)
