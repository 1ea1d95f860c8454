"""``minhphap law NUMBER|QUESTION``: look a document up, or ask the law a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.known_law import (
    area_option,
    day,
    doings,
    opened,
    registry_option,
    short_state,
    state_in_words,
    today,
)

if TYPE_CHECKING:
    import datetime as dt

    from minhphap.cli.language import Language
    from minhphap.registry import KnownDocument, Registry

_BEGINNING = re.compile(r"\d[\d.]*[a-zđ]{0,2}(?:\s*/\s*[\w/ .&-]*)?$", re.IGNORECASE)
_TITLE = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh)\s+\S", re.IGNORECASE)
_CONSTITUTION = re.compile(r"hiến\s+pháp(?:\s|$)", re.IGNORECASE)
_KIND_BEFORE = re.compile(r"[^\d/]*?(?=\d[\w.]*\s*/)")
"""The kind and "số" before a number: "Nghị định số 78/2025/NĐ-CP"."""
_SHOWN = 12
_LONG = 90
_WHOLE = 3
"""So many documents are described in full; more are listed, one a line."""


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Tra cứu văn bản theo số, ký hiệu hoặc tên luật; hoặc hỏi bằng lời thường để tìm điều,"
            " khoản đang có hiệu lực.\n\nVí dụ:\n\n"
            "  minhphap law 78/2025/NĐ-CP\n\n  minhphap law 126/NQ-CP\n\n"
            "  minhphap law “Luật Đất đai” --on 2023-06-01\n\n"
            "  minhphap law “thời hạn trả lời khiếu nại” --registry phap-luat.sqlite\n\n"
            "  minhphap law “mức thu phí chợ” --kind “nghị quyết” --area “thuế”",
            "Look a document up by number or by the title of a law, or ask a question in plain"
            " words.\n\nExamples:\n\n"
            "  minhphap law 78/2025/NĐ-CP\n\n  minhphap law 126/NQ-CP\n\n"
            "  minhphap law “Luật Đất đai” --on 2023-06-01",
        )
    )
    @click.argument("words", nargs=-1, required=True, metavar=say("SỐ|CÂU HỎI", "NUMBER|QUESTION"))
    @click.option(
        "--on",
        metavar="DATE",
        help=say("Xét hiệu lực vào ngày này; mặc định hôm nay.", "Judge effect on this day."),
    )
    @click.option(
        "--kind",
        "kinds",
        metavar="KIND",
        multiple=True,
        callback=lambda _ctx, _param, names: tuple(_kind(name, say) for name in names),
        help=say(
            "Hỏi bằng lời: chỉ loại văn bản này (luật, nghị định, …); ghi được nhiều lần.",
            "Questions: only this kind of document; may be given several times.",
        ),
    )
    @click.option(
        "--issuer",
        "issuers",
        metavar="NAME",
        multiple=True,
        help=say(
            "Hỏi bằng lời: chỉ văn bản của cơ quan này; ghi được nhiều lần.",
            "Questions: only documents of this issuer; may be given several times.",
        ),
    )
    @click.option(
        "--any-status",
        is_flag=True,
        help=say(
            "Hỏi bằng lời: cả điều khoản chưa có hoặc không còn hiệu lực.",
            "Questions: provisions that are not, or no longer, in force as well.",
        ),
    )
    @click.option(
        "--facts",
        is_flag=True,
        help=say("In cả nguồn của từng thông tin.", "Print the source of every fact as well."),
    )
    @click.pass_context
    def law(
        ctx: click.Context,
        words: tuple[str, ...],
        on: str | None,
        kinds: tuple[str, ...],
        issuers: tuple[str, ...],
        any_status: bool,
        facts: bool,
        area: int | None,
        registry: str | None,
    ) -> None:
        from minhphap.cli.asking import ask
        from minhphap.cli.check import read_day
        from minhphap.registry.search import Filters

        query = " ".join(words).strip(" “”\"'")
        if not query:
            raise click.UsageError(
                say("chưa có số, tên hay câu hỏi để tra", "nothing was asked for")
            )
        date = read_day(on, say) if on else today()
        with opened(registry, say) as known:
            found = _documents(known, query)
            if found:
                for line in _described(known, found, date, facts, say):
                    click.echo(line)
            elif _BEGINNING.match(query):
                click.echo(
                    say(
                        f"Tệp pháp luật này chưa biết số “{query}”. Điều đó không có nghĩa là văn"
                        " bản không tồn tại.",
                        f"This registry does not know “{query}”; that does not mean that there is"
                        " no such document.",
                    )
                )
                ctx.exit(1)
            else:
                filters = Filters(
                    None if any_status else date, kinds, issuers, (area,) if area else ()
                )
                ctx.exit(ask(known, query, filters, date, say))

    law.params += [area_option(say), registry_option(say)]
    return law


def _kind(name: str, say: Language) -> str:
    from minhphap.law import kind_named, kinds
    from minhphap.text import search_key

    key = search_key(name.strip())
    found = kind_named(name) or next((one for one in kinds() if search_key(one.name) == key), None)
    if found is None:
        names = ", ".join(one.name.lower() for one in kinds())
        raise click.UsageError(
            say(
                f"không có loại văn bản “{name}”; các loại là: {names}",
                f"there is no kind of document “{name}”; the kinds are: {names}",
            )
        )
    return found.id


def _documents(known: Registry, query: str) -> list[KnownDocument]:
    from minhphap.law import parse_number

    bare = _KIND_BEFORE.sub("", query, count=1)
    if parse_number(bare) and (found := known.find(bare) or known.find(_with_diacritics(bare))):
        return found
    if _BEGINNING.match(query):
        return known.complete(query, _SHOWN + 1)
    if _CONSTITUTION.match(query):
        return known.titled(query, "constitution")
    if _TITLE.match(query):
        return [one for kind in ("law", "code", "ordinance") for one in known.titled(query, kind)]
    return []


def _with_diacritics(number: str) -> str:
    """ "78/2025/ND-CP", as typed without Vietnamese letters."""
    return re.sub(r"\bND(?=-CP)", "NĐ", number.upper())


def _described(
    known: Registry, found: list[KnownDocument], on: dt.date, facts: bool, say: Language
) -> list[str]:
    lines: list[str] = []
    if len(found) > 1:
        lines.append(say(f"Có {len(found)} văn bản:", f"{len(found)} documents:"))
    if len(found) > _WHOLE:
        lines += [_line(known, one, on, say) for one in found[:_SHOWN]]
    else:
        for one in found:
            lines += _one(known, one, on, facts, say)
    if len(found) > _SHOWN:
        lines.append(say("… gõ thêm để thu hẹp.", "… type more to narrow it down."))
    return lines


def _line(known: Registry, one: KnownDocument, on: dt.date, say: Language) -> str:
    """A document in one line."""
    state = short_state(known, one, on, say)
    title = one.title if len(one.title) <= _LONG else one.title[:_LONG] + "…"
    return f"  {one.called}, {day(one.date, say)}, {state}: {title}"


def _fields(one: KnownDocument) -> str:
    from minhphap.law import areas

    return "; ".join(areas()[number - 1].name for number in one.areas)


def _one(known: Registry, one: KnownDocument, on: dt.date, facts: bool, say: Language) -> list[str]:
    from minhphap.text import official_date

    status = known.status(one, on)
    lines = [one.called]
    rows = [
        (say("Tên", "Title"), one.title),
        (say("Cơ quan ban hành", "Issuer"), one.issuer),
        (say("Lĩnh vực", "Field"), _fields(one)),
        (say("Ngày ban hành", "Date"), day(one.date, say)),
        (say("Có hiệu lực từ", "In force from"), day(one.effect, say)),
        (
            say(f"Ngày {official_date(on)}", f"On {on}"),
            state_in_words(known, one, status, on, say),
        ),
    ]
    for kinds, name in (
        (("amends", "supplements"), say("Được sửa đổi, bổ sung bởi", "Amended by")),
        (("replaces", "repeals"), say("Bị thay thế, bãi bỏ bởi", "Replaced or repealed by")),
        (("consolidates",), say("Văn bản hợp nhất", "Consolidated in")),
    ):
        acts: dict[str, str] = {}
        for date, actor, relation in doings(known, one, kinds):
            part = "" if relation.whole or kinds[0] == "amends" else say(" (một phần)", " (part)")
            acts.setdefault(actor.called, f"{day(date, say)}{part}")
        if acts:
            words = "; ".join(f"{name} ({when})" for name, when in list(acts.items())[:_SHOWN])
            if len(acts) > _SHOWN:
                words += say(
                    f"; và {len(acts) - _SHOWN} văn bản khác", f"; {len(acts) - _SHOWN} more"
                )
            rows.append((name, words))
    if one.consolidation:
        rows.append((say("Loại", "Kind"), say("văn bản hợp nhất", "consolidated text")))
    lines += [f"  {name}: {value}" for name, value in rows if value]
    if facts:
        for fact in known.facts(one):
            sign = "" if fact.chosen else say(" (không dùng)", " (not followed)")
            lines.append(
                f"    {fact.field} = {fact.value}{sign}  [{fact.origin.name} {fact.locator},"
                f" {fact.sure}]"
            )
    return lines
