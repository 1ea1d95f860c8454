"""One web page for one document: self-contained, readable before any script runs, printable."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from minhphap.reports.html.body import Body
from minhphap.reports.html.segments import escape
from minhphap.reports.html.tree import tree
from minhphap.reports.words import (
    SEVERITIES,
    date_words,
    message_of,
    reason_of,
    severity_words,
)

if TYPE_CHECKING:
    from minhphap.reports.report import Checked, Lang, Report

__all__ = ["to_html"]

_WORDS = {
    "vi": {
        "report": "Báo cáo kiểm tra dự thảo",
        "skip": "Đến nội dung dự thảo",
        "tree": "Mục lục",
        "draft": "Dự thảo",
        "show": "Hiện",
        "none": "Các quy tắc đã chạy không thấy chỗ nào phải xem.",
        "keys": "<kbd>j</kbd> <kbd>k</kbd> nhận xét sau, trước",
        "silent": "Quy tắc không chạy",
        "by": "Kiểm tra bằng",
        "on": "theo pháp luật ngày",
        "own": "theo pháp luật ngày ghi trong văn bản",
        "same": "Có tệp này và các phiên bản trên thì ra lại đúng báo cáo này.",
        "judge": "Nhận xét là gợi ý để người soạn thảo xem lại, không phải kết luận về văn bản hay"
        " về ai.",
        "print": "In",
    },
    "en": {
        "report": "Report on a draft",
        "skip": "Go to the draft",
        "tree": "Contents",
        "draft": "Draft",
        "show": "Show",
        "none": "The rules that ran found nothing to look at.",
        "keys": "<kbd>j</kbd> <kbd>k</kbd> next, previous finding",
        "silent": "Rules not run",
        "by": "Checked by",
        "on": "by the law of",
        "own": "by the law of the date in the text",
        "same": "The same file and versions give the same report again.",
        "judge": "Findings are places to look at again; they judge no document and nobody.",
        "print": "Print",
    },
}


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


def to_html(checked: Checked, report: Report, lang: Lang) -> bytes:
    """The page in UTF-8. It loads nothing, and its policy forbids it to."""
    words = _WORDS[lang]
    style, script = _asset("style.css"), _asset("script.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    contents = tree(checked, lang)
    nav = f'<nav aria-label="{words["tree"]}">{contents}</nav>' if contents else "<nav></nav>"
    quiet = "" if checked.findings else " quiet"
    page = (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(checked.name)}: {words['report']}</title><style>{style}</style></head>"
        f'<body><a class="skip" href="#top">{words["skip"]}</a>'
        f'{_head(checked, report, lang)}<div class="desk">{nav}'
        f'<main><article class="law{quiet}" id="top" lang="vi" aria-label="{words["draft"]}">'
        f"{Body(checked, lang).render()}</article></main></div>"
        f"{_foot(checked, report, lang)}<script>{script}</script></body></html>\n"
    )
    return page.encode()


def _head(checked: Checked, report: Report, lang: Lang) -> str:
    words = _WORDS[lang]
    meta = checked.document.meta
    title = meta.title or checked.name
    facts = [checked.name] if meta.title else []
    facts += [fact for fact in (meta.number, meta.issuer) if fact]
    facts += [date_words(meta.date, lang)] if meta.date else []
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    notices = "".join(
        f'<p class="notice"><b>●</b> {escape(message_of(one, lang))}</p>'
        for one in checked.document.source.notices
    )
    return (
        f'<header><p class="name">Minh Pháp<span> · {words["report"]}</span></p>'
        f'<h1 lang="vi">{escape(title)}</h1><p class="facts">{line}</p>{notices}'
        f"{_counts(report, lang)}</header>"
    )


def _counts(report: Report, lang: Lang) -> str:
    """How many of each kind; each count hides or shows its kind, without a script."""
    words, count = _WORDS[lang], report.count()
    if not count:
        return f'<p class="counts"><span class="done">✓ {words["none"]}</span></p>'
    boxes = "".join(
        f'<label class="sign {one}"><input type="checkbox" id="show-{one}" checked>'
        f"<span>{count[one]}</span> {severity_words(one, lang)}</label>"
        for one in SEVERITIES
        if count[one]
    )
    return (
        f'<div class="counts" role="group" aria-label="{words["show"]}">{boxes}'
        f'<span class="keys">{words["keys"]}</span></div>'
    )


def _foot(checked: Checked, report: Report, lang: Lang) -> str:
    words = _WORDS[lang]
    silent: dict[str, list[str]] = {}
    for one in checked.not_run:
        silent.setdefault(reason_of(one, lang), []).append(one.rule)
    rows = "".join(
        f"<li>{', '.join(rules)}: {escape(reason)}</li>" for reason, rules in silent.items()
    )
    box = (
        f"<details open><summary>{words['silent']} ({len(checked.not_run)})</summary>"
        f"<ul>{rows}</ul></details>"
        if rows
        else ""
    )
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    day = f"{words['on']} {date_words(report.on, lang)}" if report.on else words["own"]
    data = checked.document.source.data
    print_ = f"<code>SHA-256 {hashlib.sha256(data).hexdigest()}</code>. " if data else ""
    by = f"{words['by']} {escape(versions)}, {day}. " if versions else ""
    return f"<footer>{box}<p>{words['judge']}</p><p>{by}{print_}{words['same']}</p></footer>"
