"""A question in plain words to the index that stands beside a registry, and its answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.known_law import day, index_folder, place_in_words, state_in_words

if TYPE_CHECKING:
    import datetime as dt

    from minhphap.cli.language import Language
    from minhphap.registry import Registry
    from minhphap.registry.search import Filters, Hit


def ask(known: Registry, query: str, filters: Filters, on: dt.date, say: Language) -> int:
    """Print the provisions that answer, each with what held of it on the day; the exit code."""
    from minhphap.registry.search import SearchError, SearchIndex

    folder = index_folder(Path(known.name))
    if not folder.is_dir():
        click.echo(
            say(
                "Không thấy văn bản nào theo số hoặc tên này. Muốn hỏi bằng lời thường thì cần tệp"
                " pháp luật có toàn văn và chỉ mục: minhphap registry index phap-luat.sqlite",
                "No document answers by number or title. Questions in plain words need a registry"
                " with texts and an index: minhphap registry index law.sqlite",
            )
        )
        return 1
    try:
        found = SearchIndex.open(folder, source=known.hash).search(query, filters)
    except SearchError as error:
        raise click.UsageError(say(error.message, error.message_en)) from error
    if found.understood:
        click.echo(say(f"Tìm theo: {found.understood}", f"Searched for: {found.understood}"))
    for hit, consolidated in _joined(known, found.hits):
        for line in _answer(known, hit, consolidated, on, say):
            click.echo(line)
    if not found.hits:
        click.echo(say("Không tìm thấy điều khoản nào.", "Nothing was found."))
    return 0 if found.hits else 1


def _joined(known: Registry, hits: tuple[Hit, ...]) -> list[tuple[Hit, str]]:
    """A provision and its copy in a consolidated text are one answer: the provision, and the number
    of the consolidated text."""
    places = {(hit.key, hit.eid or hit.article) for hit in hits}
    copies: dict[tuple[str, str], str] = {}
    kept = []
    for hit in hits:
        document = known.get(hit.key)
        bases = known.relations(document, "out", ("consolidates",)) if document else []
        keys = [base.key for one in bases if one.target and (base := known.get(one.target))]
        of = next((key for key in keys if (key, hit.eid or hit.article) in places), None)
        if of is None:
            kept.append(hit)
        else:
            copies.setdefault((of, hit.eid or hit.article), hit.number)
    return [(hit, copies.get((hit.key, hit.eid or hit.article), "")) for hit in kept]


def _answer(known: Registry, hit: Hit, consolidated: str, on: dt.date, say: Language) -> list[str]:
    eid = hit.eid or hit.article
    place = place_in_words(eid) or say("toàn văn", "the whole")
    document = known.get(hit.key)
    name = document.called if document else hit.number
    words = " ".join(hit.snippet.split())
    lines = [f"{name}, {place}. {hit.heading}".rstrip(". "), *([f"    {words}"] if words else [])]
    if document is None:
        return lines
    status = known.status(document, on, eid)
    state = state_in_words(known, document, status, on, say)
    acts: dict[str, str] = {}
    for one in status.changed:
        actor = known.get(one.source) if one.source else None
        if actor and one.target_eid and actor.number not in hit.acts:
            acts[actor.called] = day(one.date, say)
    if hit.acts:
        names = ", ".join(hit.acts)
        state += say(f"; theo lời văn đã sửa bởi {names}", f"; as amended by {names}")
    if acts:
        names = "; ".join(f"{name} ({when})" for name, when in acts.items())
        state += say(
            f"; chưa ghi vào lời văn này: sửa đổi bởi {names}",
            f"; not worked into these words: amended by {names}",
        )
    if consolidated:
        state += say(
            f"; cũng có trong văn bản hợp nhất số {consolidated}",
            f"; also in the consolidated text {consolidated}",
        )
    return [*lines, f"    [{state}]"]
