"""``minhphap history DOC[#CLAUSE]``: what became of a document or a clause, day by day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.known_law import DONE, day, opened, place_in_words, registry_option

if TYPE_CHECKING:
    import datetime as dt

    from minhphap.cli.language import Language
    from minhphap.registry import KnownDocument, Registry

    Event = tuple[dt.date | None, str]

_NUMBERS = re.compile(r"(\d+)")


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Lịch sử của một văn bản, hoặc của một điều, khoản: ban hành, có hiệu lực, được sửa"
            " đổi, bị bãi bỏ, do văn bản nào.\n\nVí dụ:\n\n"
            "  minhphap history 80/2015/QH13\n\n"
            "  minhphap history “31/2024/QH15#khoản 1 Điều 255”\n\n"
            "  minhphap history 126/NQ-CP --date 2023-08-14",
            "The history of a document or of a clause: issue, effect, amendments, repeal, and by"
            " what.\n\nExamples:\n\n  minhphap history 80/2015/QH13\n\n"
            "  minhphap history 31/2024/QH15#art_255__para_1",
        )
    )
    @click.argument("name", metavar=say("VĂN BẢN[#ĐIỀU KHOẢN]", "DOC[#CLAUSE]"))
    @click.option(
        "--date",
        "issued",
        metavar="DATE",
        help=say(
            "Ngày ban hành, khi nhiều văn bản cùng số.", "Date of issue, if several share it."
        ),
    )
    @click.option("--issuer", metavar="NAME", help=say("Cơ quan ban hành.", "The issuer."))
    @click.pass_context
    def history(
        ctx: click.Context,
        name: str,
        issued: str | None,
        issuer: str | None,
        registry: str | None,
    ) -> None:
        from minhphap.cli.check import read_day

        number, _, clause = name.partition("#")
        with opened(registry, say) as known:
            date = read_day(issued, say) if issued else None
            found = known.find(number.strip(), issuer=issuer or "", date=date)
            found = [one for one in found if not one.consolidation] or found
            if len(found) != 1:
                for line in _not_one(found, number, say):
                    click.echo(line)
                ctx.exit(1)
            eid = _eid(clause, number, say) if clause else ""
            if eid and found[0].has_text and not _is_there(known, found[0], eid):
                click.echo(
                    say(
                        f"{found[0].called} không có {clause.strip()}, cả khi ban hành và sau các"
                        " lần sửa đổi đã biết.",
                        f"{found[0].called} has no {clause.strip()}, as enacted or as amended.",
                    )
                )
                ctx.exit(1)
            for line in _told(known, found[0], eid, clause, say):
                click.echo(line)
            for line in _worded(known, found[0], eid, say) if eid else []:
                click.echo(line)

    history.params.append(registry_option(say))
    return history


def _is_there(known: Registry, document: KnownDocument, eid: str) -> bool:
    """Whether the text has, or some act gave it, what an eid names."""
    if known.provision(document, eid) is not None:
        return True
    return any(_touch(one.target_eid, eid) for one in known.relations(document, "in"))


def _not_one(found: list[KnownDocument], number: str, say: Language) -> list[str]:
    if not found:
        return [
            say(f"Tệp pháp luật này chưa biết số “{number}”.", f"“{number}” is not known here.")
        ]
    head = say(
        "Nhiều văn bản cùng số; nêu thêm --date hoặc --issuer:",
        "Several documents share the number; add --date or --issuer:",
    )
    return [head, *(f"  {one.called}, {day(one.date, say)}: {one.title}" for one in found)]


def _eid(clause: str, number: str, say: Language) -> str:
    """ "khoản 1 Điều 255" or an eid."""
    clause = clause.strip()
    if clause.startswith(("art_", "att_", "app_", "chp_", "part_", "sec_")):
        return clause
    from minhphap.citations import cite_passage

    for citation in cite_passage(f"theo {clause} Văn bản số {number}"):
        for target in citation.targets:
            if target.eid:
                return target.eid
    raise click.UsageError(
        say(
            f"không hiểu “{clause}”; viết như “khoản 1 Điều 5” hoặc art_5__para_1",
            f"“{clause}” is no clause; write art_5__para_1",
        )
    )


def _told(
    known: Registry, document: KnownDocument, eid: str, clause: str, say: Language
) -> list[str]:
    lines = [document.called, f"  {document.title}"] if document.title else [document.called]
    if eid:
        lines.append(f"  {clause.strip()} ({eid})")
        if document.has_text and known.provision(document, eid) is None:
            lines.append(
                say(
                    "  Toàn văn khi ban hành không có điều, khoản này.",
                    "  The text as enacted has no such provision.",
                )
            )
    events = _events(known, document, eid, say)
    events.sort(key=lambda one: (one[0] is None, str(one[0]), _natural(one[1])))
    width = max(len(day(date, say)) for date, _ in events)
    return lines + [f"  {day(date, say):{width}}  {words}" for date, words in events]


def _natural(words: str) -> list[tuple[int, str]]:
    """Numbers by their size: "khoản 2" before "khoản 10"."""
    return [(int(one), "") if one.isdecimal() else (-1, one) for one in _NUMBERS.split(words)]


def _worded(known: Registry, document: KnownDocument, eid: str, say: Language) -> list[str]:
    """The words of the clause from change to change, as far as the texts are known."""
    from minhphap.registry.consolidation import gather, wordings

    gathered = gather(known, document)
    if gathered.base is None:
        return [
            say(
                "  Chưa có toàn văn của văn bản này nên không in được lời văn.",
                "  The text of this document is not known, so its words cannot be shown.",
            )
        ]
    found = wordings(gathered.base, gathered.acts, eid)
    lines = []
    for one in found:
        since = day(one.first, say)
        by = f" ({one.act.number})" if one.act else say(" (khi ban hành)", " (as enacted)")
        lines.append(say(f"  Lời văn từ ngày {since}{by}:", f"  Words since {since}{by}:"))
        words = one.words or say("(không còn trong văn bản)", "(no longer in the text)")
        lines += [f"    {line}" for line in words.splitlines()]
    shown = {id(one.act) for one in found}
    number = document.number
    for act in gathered.acts:
        named = any(
            _touch(order.target.eid, eid)
            for order in act.orders
            if order.target.eid and order.target.work.number == number
        )
        if named and found and id(act) not in shown:
            lines.append(
                say(
                    f"  {act.number} có lệnh đối với phần này nhưng không ghi được vào lời văn; xem"
                    " văn bản đó.",
                    f"  {act.number} orders a change here that could not be worked in; see it.",
                )
            )
    if lines and gathered.without:
        names = "; ".join(gathered.without)
        lines.append(
            say(
                f"  Chưa có toàn văn nên chưa ghi vào lời văn: {names}",
                f"  Not worked into the words, their texts are not known: {names}",
            )
        )
    return lines


def _events(known: Registry, document: KnownDocument, eid: str, say: Language) -> list[Event]:
    found: list[Event] = [
        (document.date, say("ban hành", "issued")),
        (document.effect, say("có hiệu lực", "takes effect")),
    ]
    seen: set[tuple[object, ...]] = set()
    for one in known.relations(document, "in"):
        actor = known.get(one.source) if one.source else None
        if actor is None or one.kind in ("basis", "refers", "guides"):
            continue
        if eid and one.target_eid and not _touch(one.target_eid, eid):
            continue
        if eid and not one.target_eid and not one.whole:
            continue
        place = one.target_eid if not eid else ""
        key = (one.date, actor.id, one.kind, place)
        if key in seen:
            continue
        seen.add(key)
        what = say(*DONE[one.kind])
        where = place_in_words(place)
        if not (where or one.whole or eid):
            where = say("một phần", "in part")
        where = where and f" {where}"
        by = place_in_words(one.source_eid)
        by = by and f" ({by})"
        found.append((one.date, say(
            f"{actor.called}{by} {what}{where}", f"{actor.called}{by} {what} it{where}"
        )))  # fmt: skip
    if document.until:
        found.append((document.until, say("hết hiệu lực", "is no longer in force")))
    return found


def _touch(target: str, eid: str) -> bool:
    return target == eid or target.startswith(f"{eid}__") or eid.startswith(f"{target}__")
