"""``minhphap changes --from --to``: what changed in the known law between two days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.known_law import (
    DONE,
    area_option,
    opened,
    place_in_words,
    registry_option,
)

if TYPE_CHECKING:
    import datetime as dt

    from minhphap.cli.language import Language
    from minhphap.registry import KnownDocument, Registry

_LONG = 120
"""Letters of a title that are printed."""
_QUIET = frozenset(("basis", "refers", "guides"))
_PLACES = 6
_HIGHEST = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị định", "Quyết định",
    "Thông tư liên tịch", "Thông tư", "Chỉ thị",
)  # fmt: skip


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Trong khoảng thời gian này: văn bản nào có hiệu lực, hết hiệu lực, được sửa đổi, bị"
            " thay thế.\n\nVí dụ:\n\n"
            "  minhphap changes --from 2026-07-01 --to 2026-07-31\n\n"
            "  minhphap changes --from 2026-01-01 --to 2026-06-30 --area “đất đai”\n\n"
            "  minhphap changes --from 2025-04-01 --to 2025-07-01 --about “quy phạm pháp luật”",
            "What took effect, ended, was amended or replaced in a span of days.\n\nExample:\n\n"
            "  minhphap changes --from 2026-07-01 --to 2026-07-31",
        )
    )
    @click.option(
        "--from", "first", required=True, metavar="DATE", help=say("Từ ngày.", "First day.")
    )
    @click.option(
        "--to", "last", required=True, metavar="DATE", help=say("Đến hết ngày.", "Last day.")
    )
    @click.option(
        "--about",
        metavar="WORDS",
        help=say(
            "Chỉ những văn bản mà tên có các chữ này (có dấu hoặc không).",
            "Only documents whose title has these words.",
        ),
    )
    @click.pass_context
    def changes(
        ctx: click.Context,
        first: str,
        last: str,
        about: str | None,
        area: int | None,
        registry: str | None,
    ) -> None:
        from minhphap.cli.check import read_day

        span = read_day(first, say), read_day(last, say)
        if span[1] < span[0]:
            raise click.UsageError(
                say("--to đứng trước --from; đổi lại", "--to is before --from; swap them")
            )
        with opened(registry, say) as known:
            lines = _listed(known, span, about or "", area, say)
        for line in lines or [say("Không có thay đổi nào được biết.", "No change is known.")]:
            click.echo(line)
        ctx.exit(0)

    changes.params += [area_option(say), registry_option(say)]
    return changes


def _order(words: str) -> tuple[int, str]:
    """Laws before decrees before circulars; then as written."""
    at = next((at for at, kind in enumerate(_HIGHEST) if words.startswith(kind)), len(_HIGHEST))
    return at, words


def _listed(
    known: Registry, span: tuple[dt.date, dt.date], about: str, area: int | None, say: Language
) -> list[str]:
    from minhphap.text import official_date, search_key

    wanted = search_key(about).split()

    def fits(*documents: KnownDocument) -> bool:
        if area is not None and not any(area in one.areas for one in documents):
            return False
        titles = " ".join(search_key(one.title) for one in documents)
        return all(word in titles for word in wanted)

    days: dict[dt.date, dict[str, list[str]]] = {}
    for one in known.starting(*span):
        if one.effect and fits(one):
            title = (
                f": {one.title[:_LONG]}{'…' if len(one.title) > _LONG else ''}" if one.title else ""
            )
            words = say(f"{one.called} có hiệu lực{title}", f"{one.called} takes effect")
            days.setdefault(one.effect, {})[words] = []
    for relation in known.changes(*span):
        source = known.get(relation.source) if relation.source else None
        target = known.get(relation.target) if relation.target else None
        if relation.kind in _QUIET or source is None or target is None or relation.date is None:
            continue
        if fits(source, target):
            words = f"{source.called} {say(*DONE[relation.kind])} {target.called}"
            places = days.setdefault(relation.date, {}).setdefault(words, [])
            place = place_in_words(relation.target_eid)
            if place and place not in places:
                places.append(place)
    lines = []
    for date in sorted(days):
        lines.append(official_date(date))
        for words, places in sorted(days[date].items(), key=lambda one: _order(one[0])):
            more = say(
                f" và {len(places) - _PLACES} chỗ khác", f" and {len(places) - _PLACES} more"
            )
            shown = ", ".join(places[:_PLACES]) + (more if len(places) > _PLACES else "")
            lines.append(f"  {words}{f' ({shown})' if shown else ''}")
    return lines
