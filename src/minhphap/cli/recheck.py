"""``minhphap recheck``: what a newer registry changes for drafts or saved reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.files import complain, expand, open_source
from minhphap.cli.known_law import opened, registry_option, state_in_words, today

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from minhphap.cli.language import Language
    from minhphap.cli.saved_report import SavedReport
    from minhphap.registry import KnownDocument, Registry, Resolution
    from minhphap.structure import Document


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Đối chiếu lại dự thảo, hoặc báo cáo JSON đã lưu, với tệp pháp luật mới hơn; chỉ nói"
            " những gì đã hết hiệu lực, được thay thế, được sửa đổi hoặc mới xuất hiện từ lần"
            " trước.\n\nVí dụ:\n\n"
            "  minhphap recheck ho-so/ --registry moi.sqlite --since cu.sqlite\n\n"
            "  minhphap recheck bao-cao.json --registry moi.sqlite",
            "Hold drafts, or a saved JSON report, against a newer registry; says only what ended,"
            " was replaced, amended or appeared since.\n\nExamples:\n\n"
            "  minhphap recheck drafts/ --registry new.sqlite --since old.sqlite\n\n"
            "  minhphap recheck report.json --registry new.sqlite",
        )
    )
    @click.argument("names", nargs=-1, required=True, metavar="FILE…")
    @click.option(
        "--since",
        metavar="FILE",
        help=say(
            "Tệp pháp luật của lần trước; mặc định danh mục đi kèm chương trình.",
            "The registry of last time; default: the list that comes with the program.",
        ),
    )
    @click.option(
        "--on",
        metavar="DATE",
        help=say("Xét vào ngày này; mặc định hôm nay.", "Judge on this day."),
    )
    @click.pass_context
    def recheck(
        ctx: click.Context,
        names: tuple[str, ...],
        since: str | None,
        on: str | None,
        registry: str | None,
    ) -> None:
        from minhphap.cli.check import read_day

        date = read_day(on, say) if on else today()
        found = failed = False
        reports = [Path(name) for name in names if name.endswith(".json")]
        drafts = [name for name in names if not name.endswith(".json")]
        for name in drafts:
            if name.endswith(".sarif"):
                raise click.UsageError(
                    say(
                        f"“{name}” là báo cáo nhưng không phải dạng JSON; lưu báo cáo bằng --format"
                        " json để xem lại",
                        f"“{name}” is a report, but not in JSON; save it with --format json",
                    )
                )
        with opened(registry, say) as new:
            for path in reports:
                for line in _report(path, new, say):
                    failed = failed or line is None
                    if line is not None:
                        found = True
                        click.echo(line)
            if drafts:
                with opened(since, say) as old:
                    for path in expand(drafts, say):
                        document = _read(path, say)
                        failed = failed or document is None
                        for line in _draft(document, old, new, date, say) if document else ():
                            found = True
                            click.echo(f"{path}: {line}")
        if not found and not failed:
            click.echo(say("Không có gì thay đổi.", "Nothing has changed."))
        ctx.exit(2 if failed else 1 if found else 0)

    recheck.params.append(registry_option(say))
    return recheck


def _read(path: Path, say: Language) -> Document | None:
    from minhphap.intake import Unreadable
    from minhphap.structure import parse

    try:
        return parse(open_source(path, None))
    except Unreadable as error:
        complain(path, error, say)
        return None


def _draft(
    document: Document, old: Registry, new: Registry, on: dt.date, say: Language
) -> Iterator[str]:
    """What is known otherwise now of each document that a draft cites, each once."""
    from minhphap.citations import cite

    seen: set[str] = set()
    for citation in cite(document):
        for target in citation.targets:
            if target.work.this or target.work.attached:
                continue
            before = old.resolve(target, on, citing=document.meta)
            after = new.resolve(target, on, citing=document.meta)
            words = _news(old, new, before, after, on, say)
            if words and words not in seen:
                seen.add(words)
                line, _ = document.source.position(target.start)
                yield say(f"dòng {line}: {words}", f"line {line}: {words}")


def _news(
    old: Registry, new: Registry, before: Resolution, after: Resolution, on: dt.date, say: Language
) -> str:
    known = after.document
    if known is None or after.status is None:
        return ""
    if after.verdict == "dead" and before.verdict != "dead":
        what = state_in_words(new, known, after.status, on, say)
        place = f" {after.eid}" if "provision_ended" in after.reasons else ""
        return f"{known.called}{place}: {what}"
    if after.verdict == "dead":
        return ""
    fresh = _acts(new, after) - (_acts(old, before) if before.document else set())
    if before.document is not None and fresh:
        names = ", ".join(sorted(fresh))
        return say(
            f"{known.called} vừa được sửa đổi, bổ sung bởi {names}",
            f"{known.called} has been amended by {names}",
        )
    if before.document is None:
        return say(f"nay đã biết {known.called}", f"now known: {known.called}")
    return ""


def _acts(registry: Registry, found: Resolution) -> set[str]:
    """The documents that had amended what was resolved."""
    acts: list[KnownDocument | None] = []
    if found.status:
        acts = [registry.get(one.source) for one in found.status.changed if one.source]
    return {one.called for one in acts if one}


def _report(path: Path, new: Registry, say: Language) -> Iterator[str | None]:
    """Findings on legal footing that a saved report does not have, and those that are gone.

    None: a draft of it could not be read, which was said.
    """
    from minhphap.rules import check

    saved = _load(path, say)
    if saved.versions.get("registry") == new.hash:
        return
    for entry in saved.documents:
        file = Path(entry.file)
        if not file.is_file():
            file = path.parent / entry.file
        if not file.is_file():
            yield say(
                f"{path}: không thấy dự thảo “{entry.file}” để xem lại",
                f"{path}: the draft “{entry.file}” is not there",
            )
            continue
        document = _read(file, say)
        if document is None:
            yield None
            continue
        before = {one.fingerprint: one for one in entry.findings if one.rule.startswith("PL")}
        now = {one.fingerprint: one for one in check(document, on=saved.on, select=["PL"], law=new)}
        for mark, one in now.items():
            if mark not in before or before[mark].message != one.message:
                words = say(one.message, one.message_en)
                yield f"{entry.file}: + {one.rule} {one.label}: {words}"
        for mark, gone in before.items():
            if mark not in now:
                words = say(gone.message, gone.message_en)
                yield f"{entry.file}: - {gone.rule} {gone.label}: {words}"


def _load(path: Path, say: Language) -> SavedReport:
    from minhphap.cli.saved_report import load_report

    saved = load_report(path)
    if saved is None:
        raise click.UsageError(
            say(
                f"{path} không phải báo cáo JSON của chương trình; tạo bằng “minhphap check …"
                " --format json --output bao-cao.json”",
                f"{path} is no JSON report of this program; make one with “minhphap check …"
                " --format json”",
            )
        )
    return saved
