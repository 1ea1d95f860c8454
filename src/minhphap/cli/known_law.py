"""The known law in words: documents, what held of them on a day, what others did to them."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.law import kinds
from minhphap.text import official_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from minhphap.cli.language import Language
    from minhphap.registry import KnownDocument, Registry, Relation, Status

DONE = {
    "amends": ("sửa đổi, bổ sung", "amends"),
    "supplements": ("bổ sung", "adds to"),
    "repeals": ("bãi bỏ, làm hết hiệu lực", "repeals"),
    "replaces": ("thay thế", "replaces"),
    "suspends": ("tạm ngưng, đình chỉ", "suspends"),
    "corrects": ("đính chính", "corrects"),
    "guides": ("quy định chi tiết, hướng dẫn", "details"),
    "consolidates": ("hợp nhất", "consolidates"),
    "basis": ("căn cứ", "rests on"),
    "refers": ("dẫn chiếu", "refers to"),
}
"""What one document does to another."""
_STATES = {
    "not_yet": ("chưa có hiệu lực", "not yet in force"),
    "in_force": ("còn hiệu lực", "in force"),
    "partly": ("còn hiệu lực, trừ phần đã bị bãi bỏ", "in force, but for what was repealed"),
    "suspended": ("đang bị tạm ngưng hiệu lực", "suspended"),
    "ended": ("hết hiệu lực", "no longer in force"),
    "unknown": ("chưa rõ hiệu lực", "not known"),
}
_NAMES = {kind.id: kind.name for kind in kinds()}


@contextmanager
def opened(file: str | None, say: Language) -> Iterator[Registry]:
    """The registry a call or the folder's settings name, else the one that comes with the program.

    One sentence where it cannot be opened.
    """
    from pathlib import Path

    from minhphap.cli.settings import load_settings
    from minhphap.registry import Registry, RegistryError

    file = file or load_settings(Path(), say).registry
    try:
        registry = Registry.open(file) if file else Registry.starter()
    except RegistryError as error:
        raise click.UsageError(say(error.message, error.message_en)) from error
    with registry:
        yield registry


def registry_option(say: Language) -> click.Option:
    """``--registry FILE``."""
    return click.Option(
        ["--registry", "-r"],
        metavar="FILE",
        help=say(
            "Tệp pháp luật; mặc định lấy trong minhphap.toml, nếu không có thì dùng danh mục đi kèm"
            " chương trình.",
            "The registry; default: the one in minhphap.toml, else the list that comes with the"
            " program.",
        ),
    )


def area_option(say: Language) -> click.Option:
    """``--area WORDS``: a field of law by its name or number, as a number of ``law.areas``."""
    return click.Option(
        ["--area"],
        metavar="WORDS",
        callback=lambda _ctx, _param, words: _area(words, say) if words else None,
        help=say(
            "Chỉ lĩnh vực này, theo 45 chủ đề của Bộ pháp điển: “đất đai”, “y tế”, …",
            "Only this field of law, by name or number of the official codification's 45 topics.",
        ),
    )


def _area(words: str, say: Language) -> int:
    from minhphap.law import area_named, areas

    found = area_named(words)
    if found is None:
        names = "; ".join(one.name for one in areas())
        raise click.UsageError(
            say(
                f"không có lĩnh vực “{words}”; các lĩnh vực là: {names}",
                f"there is no field “{words}”; the fields are: {names}",
            )
        )
    return found.number


def day(value: dt.date | None, say: Language) -> str:
    """A day as officials write it."""
    return official_date(value) if value else say("chưa rõ", "not known")


def today() -> dt.date:
    """The day of the call: what a person at the desk means who names no other."""
    return dt.date.today()


def state_in_words(
    registry: Registry, document: KnownDocument, status: Status, on: dt.date, say: Language
) -> str:
    """What held on a day, since when and by whom, and how far that is known."""
    if document.consolidation:
        return _of_base(registry, document, on, say)
    words = say(*_STATES[status.state])
    later = registry.get(status.successor) if status.successor else None
    if later:
        return words + say(
            f": đã có {later.called} cùng tên, có hiệu lực từ ngày {day(later.effect, say)}",
            f": {later.number} of the same title is in force since {later.effect}",
        )
    if status.state == "ended" and status.since:
        words += say(f" từ ngày {official_date(status.since)}", f" since {status.since}")
    if status.state == "not_yet" and status.since:
        words += say(
            f"; có hiệu lực từ ngày {official_date(status.since)}", f"; from {status.since} on"
        )
    by = registry.get(status.by.source) if status.by and status.by.source else None
    if by:
        words += say(f" theo {by.called}", f" by {by.called}")
    more = _others(registry, document, status, on) if status.state == "partly" else 0
    if more:
        words += say(f" và {more} văn bản khác", f" and {more} more")
    if status.by and status.by.excepted:
        words += say(" (có phần được giữ lại)", " (with exceptions)")
    if not status.sure and status.state in ("in_force", "partly"):
        words += _how_far(document, on, say)
    return words


def _others(registry: Registry, document: KnownDocument, status: Status, on: dt.date) -> int:
    """How many acts besides the one that is named had ended parts of a document by the day."""
    acts = {
        one.source
        for one in registry.relations(document, "in", ("repeals", "replaces"))
        if one.source and one.of_a_part and one.date and one.date <= on
    }
    return len(acts - {status.by.source if status.by else None})


def _of_base(registry: Registry, document: KnownDocument, on: dt.date, say: Language) -> str:
    """A consolidated text has no force of its own."""
    for one in registry.relations(document, "out", ("consolidates",)):
        base = registry.get(one.target) if one.target else None
        if base and not base.consolidation:
            state = state_in_words(registry, base, registry.status(base, on), on, say)
            return say(
                f"văn bản hợp nhất của {base.called}, {state}",
                f"a consolidated text of {base.called}: {state}",
            )
    return say(
        "văn bản hợp nhất, hiệu lực theo văn bản gốc",
        "a consolidated text; its base tells what is in force",
    )


def short_state(registry: Registry, document: KnownDocument, on: dt.date, say: Language) -> str:
    """The state in a few words, for lists; whether it is certain is said."""
    status = registry.status(document, on)
    if document.consolidation:
        return say("văn bản hợp nhất", "consolidated text")
    words = say(*_STATES[status.state])
    if status.state == "ended" and status.by and status.by.excepted:
        return words + say(", có phần được giữ lại", ", with exceptions")
    if status.successor:
        return words + say(", đã có luật cùng tên", ", a later law has its title")
    if status.state in ("in_force", "partly") and not status.sure:
        return say("chưa thấy hết hiệu lực", "not known to have ended")
    return words


def _how_far(document: KnownDocument, on: dt.date, say: Language) -> str:
    seen = document.stated_on
    if document.stated in ("in_force", "partly") and seen and seen < on:
        return say(
            f" (danh mục ghi còn hiệu lực vào ngày {official_date(seen)}; từ đó chưa thấy văn bản"
            " nào chấm dứt hiệu lực)",
            f" (said to be in force on {seen}; nothing known to have ended it since)",
        )
    return say(" (chưa thấy văn bản nào chấm dứt hiệu lực)", " (nothing known to have ended it)")


def doings(
    registry: Registry, document: KnownDocument, kinds_: tuple[str, ...]
) -> list[tuple[dt.date | None, KnownDocument, Relation]]:
    """What other documents did to one, each act once, oldest first; unknown days last."""
    found: dict[tuple[int, str], tuple[dt.date | None, KnownDocument, Relation]] = {}
    for one in registry.relations(document, "in", kinds_):
        actor = registry.get(one.source) if one.source else None
        if actor is None:
            continue
        key = (actor.id, one.kind)
        if key not in found or (one.date and not found[key][0]):
            found[key] = (one.date, actor, one)
    return sorted(found.values(), key=lambda row: (row[0] is None, row[0] or dt.date.min))


def place_in_words(eid: str | None) -> str:
    """ "khoản 2 Điều 5", and whether it stands in the text issued with the act; "" for none."""
    from minhphap.amendments import spoken

    words = spoken(eid)
    attached = words and (eid or "").startswith("att_")
    return f"{words} văn bản ban hành kèm theo" if attached else words


def index_folder(registry: Path) -> Path:
    """Where the search index of a registry stands: beside it."""
    return registry.with_name(registry.name + ".index")
