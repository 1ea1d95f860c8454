"""The board as one web page: self-contained, useful before any script runs, printable."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Literal

from minhphap.crowd.trackers.board_data import KIND_WORDS, SOON, Board, board_of, days_left
from minhphap.crowd.trackers.columns import FIELD_WORDS
from minhphap.crowd.trackers.defects import SHORT
from minhphap.crowd.trackers.mapping import Mapping
from minhphap.crowd.trackers.record import STAGE_WORDS, Record, Stage, Tracker

Lang = Literal["vi", "en"]
_TONES = {"issued": "done", "returned": "stop", "postponed": "look"}


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")


@cache
def _words(lang: Lang) -> dict[str, str]:
    return {k: str(v) for k, v in tomllib.loads(_asset("board_words.toml"))[lang].items()}


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def board_html(tracker: Tracker, mapping: Mapping, lang: Lang = "vi") -> bytes:
    """The page in UTF-8. It loads nothing, and its policy forbids it to."""
    return _Page(tracker, mapping, lang).render().encode()


class _Page:
    def __init__(self, tracker: Tracker, mapping: Mapping, lang: Lang) -> None:
        self.tracker, self.mapping, self.lang = tracker, mapping, lang
        self.board: Board = board_of(tracker)
        self.words = _words(lang)

    def render(self) -> str:
        """Head, figures, lists."""
        words, style, script = self.words, _asset("board.css"), _asset("board.js")
        policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
        board = self.board
        return (
            f'<!doctype html>\n<html lang="{self.lang}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
            f"<title>{escape(self.tracker.name)}: {words['board']}</title><style>{style}</style>"
            f'</head><body><a class="skip" href="#late">{words["skip"]}</a>'
            f'<header><p class="name">Minh Pháp<span> · {words["board"]}</span></p>'
            f"<h1>{escape(self.tracker.name)}</h1>"
            f'<p class="facts">{words["on"]} {_date(self.tracker.on)}</p></header><main>'
            f'{self._figures()}<div class="pair">{self._stages()}{self._desks()}</div>'
            f"{self._list('late', board.late)}{self._list('near', board.near)}"
            f"{self._list('undated', board.undated)}{self._defects()}{self._all()}"
            f"{self._reading()}{self._unread()}</main><footer><p>{words['judge']}</p></footer>"
            f"<script>{script}</script></body></html>\n"
        )

    def _figures(self) -> str:
        words, board, defects = self.words, self.board, self.tracker.defects
        whole = words["of"].format(len(board.records), self.tracker.year)
        still = words["of_open"].format(len(board.open))
        marked = words["rows_of"].format(len({(d.sheet, d.row) for d in defects}))
        cards = (
            ("all", "", len(board.open), words["open"], whole),
            ("late", "stop", len(board.late), words["late"], still),
            ("near", "look", len(board.near), words["near"].format(SOON), still),
            ("undated", "look", len(board.undated), words["undated"], still),
            ("mend", "", len(defects), words["mend"], marked),
        )
        found = (
            f'<a class="card" href="#{anchor}">'
            f'<span class="fig {tone if figure else "done"}">{figure}</span>'
            f'<span>{name}</span><span class="of">{of}</span></a>'
            for anchor, tone, figure, name, of in cards
        )
        return f'<section class="kpi">{"".join(found)}</section>'

    def _stages(self) -> str:
        total = max(1, len(self.board.records))
        rows = "".join(
            f'<tr><th scope="row">{self._stage_words(stage)}</th>'
            f'<td class="bar"><meter min="0" max="{total}" value="{count}"></meter></td>'
            f'<td class="num">{count}</td><td class="num of">{100 * count / total:.0f}%</td></tr>'
            for stage, count in self.board.stages
        )
        return (
            f'<section class="card"><h2>{self.words["stages"]}</h2>'
            f'<table class="bars">{rows}</table></section>'
        )

    def _desks(self) -> str:
        words = self.words
        rows = "".join(
            f'<tr><th scope="row">{escape(desk.agency or words["no_agency"])}</th>'
            f'<td class="num">{desk.open}</td>'
            f'<td class="num{" stop" if desk.late else ""}">{desk.late}</td>'
            f'<td class="num">{desk.undated}</td><td class="num">{desk.issued}</td></tr>'
            for desk in self.board.desks
        )
        heads = "".join(
            f'<th class="num">{words[name].lower()}</th>'
            for name in ("open", "late", "undated", "issued")
        )
        return (
            f'<section class="card"><h2>{words["desks"]}</h2><table><thead><tr>'
            f"<th>{words['agency']}</th>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
        )

    def _list(self, name: str, records: Iterable[Record]) -> str:
        rows = [
            f"<tr><td>{self._due(one)}</td><td>{escape(one.title)}{self._where(one)}</td>"
            f"<td>{self._owner(one)}</td><td>{self._stage(one)}</td></tr>"
            for one in records
        ]
        return self._section(name, self.words[name].format(SOON), rows)

    def _section(self, name: str, title: str, rows: list[str], heads: tuple[str, ...] = ()) -> str:
        """A list with its count, or a sentence that it is empty."""
        body = self._table(rows, heads) if rows else f"<p>{self.words['none']}</p>"
        return (
            f'<section class="card" id="{name}"><h2>{title} <span class="of">{len(rows)}</span>'
            f"</h2>{body}</section>"
        )

    def _table(self, rows: list[str], heads: tuple[str, ...]) -> str:
        cells = "".join(f"<th>{self.words[one] if one else ''}</th>" for one in heads)
        head = f"<thead><tr>{cells}</tr></thead>" if heads else ""
        return f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"

    def _due(self, record: Record) -> str:
        words, left = self.words, days_left(record, self.tracker.on)
        written = escape(record.written.get("deadline", ""))
        if record.deadline is None:
            return f'<span class="of">{words["was"].format(written)}</span>' if written else "—"
        day = f'<b class="nowrap">{_date(record.deadline)}</b>'
        if left == float("inf"):
            return day
        if left < 0:
            sign = f'<span class="sign stop">{words["days_late"].format(int(-left))}</span>'
        elif left <= SOON:
            text = words["days_left"].format(int(left)) if left else words["today"]
            sign = f'<span class="sign look">{text}</span>'
        else:
            sign = f'<span class="of">{words["days_left"].format(int(left))}</span>'
        return f"{day} {sign}"

    def _owner(self, record: Record) -> str:
        person = f'<span class="of">{escape(record.person)}</span>' if record.person else ""
        return f"{escape(record.lead_agency or self.words['no_agency'])}{person}"

    def _stage_words(self, stage: Stage | None) -> str:
        if stage is None:
            return self.words["none_stage"]
        return STAGE_WORDS[stage][self.lang == "en"]

    def _stage(self, record: Record) -> str:
        tone = _TONES.get(record.stage or "", "plain")
        said = record.written.get("status", "")
        written = f'<span class="of">{escape(said)}</span>' if said else ""
        return f'<span class="sign {tone}">{self._stage_words(record.stage)}</span>{written}'

    def _where(self, record: Record) -> str:
        kind = KIND_WORDS.get((record.kind, record.issuer))
        facts = [kind[self.lang == "en"]] if kind else []
        if record.replaces:
            facts.append(f"{self.words['replaces']} {', '.join(record.replaces)}")
        facts.append(f"{record.sheet}, {self.words['row'].format(record.row)}")
        return f'<span class="of">{escape(" · ".join(facts))}</span>'

    def _defects(self) -> str:
        rows = [
            f'<tr><td class="nowrap">{escape(one.sheet)}</td><td class="cell">{one.cell}</td>'
            f'<td><span class="sign plain">{SHORT[one.code][self.lang == "en"]}</span></td>'
            f"<td>{escape(one.message_en if self.lang == 'en' else one.message)}</td></tr>"
            for one in self.tracker.defects
        ]
        return self._section("mend", self.words["mend"], rows, ("sheet", "cell", "", "what"))

    def _all(self) -> str:
        words = self.words
        rows = [self._full(record) for record in self.tracker.records]
        heads = ("title", "agency", "deadline", "stage", "number", "defects")
        return (
            f'<section class="card" id="all"><div class="row"><h2>{words["all"]} '
            f'<span class="of">{len(rows)}</span></h2><label class="find" hidden>{words["find"]}'
            f' <input type="search" id="find"></label></div>{self._table(rows, heads)}</section>'
        )

    def _full(self, record: Record) -> str:
        number = f'<span class="nowrap">{escape(record.number)}</span>' if record.number else ""
        if record.date:
            number += f'<span class="of">{_date(record.date)}</span>'
        mend = "".join(
            f'<span class="sign plain">{SHORT[one.code][self.lang == "en"]}</span> '
            for one in record.defects
        )
        return (
            f"<tr><td>{escape(record.title)}{self._where(record)}</td>"
            f"<td>{self._owner(record)}</td><td>{self._due(record)}</td>"
            f"<td>{self._stage(record)}</td><td>{number}</td><td>{mend}</td></tr>"
        )

    def _reading(self) -> str:
        rows = [
            f"<tr><td>{escape(table.sheet)}</td><td>{column.letter}</td>"
            f"<td>{escape(column.heading)}</td><td>{self._field(column.field)}</td></tr>"
            for table in self.mapping.tables
            for column in table.columns
        ]
        return self._details("read", rows, ("sheet", "column", "heading", "field"))

    def _unread(self) -> str:
        rows = [
            f"<tr><td>{escape(one.sheet)}</td><td>{one.row}</td>"
            f"<td>{self.words[one.taken_for]}</td><td>{escape(one.text)}</td></tr>"
            for one in self.tracker.unread
        ]
        return self._details("unread", rows, ("sheet", "line", "taken_for", "words"))

    def _details(self, name: str, rows: list[str], heads: tuple[str, ...]) -> str:
        if not rows:
            return ""
        return (
            f'<details class="card"><summary>{self.words[name]} '
            f'<span class="of">{len(rows)}</span></summary>{self._table(rows, heads)}</details>'
        )

    def _field(self, field: str | None) -> str:
        return FIELD_WORDS[field][self.lang == "en"] if field else self.words["kept"]


def _date(day: dt.date) -> str:
    return day.strftime("%d/%m/%Y")
