"""``minhphap consolidate BASE --with FILE…``: a text with its amendments worked in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from minhphap.cli.check import read_day
from minhphap.cli.consolidate_words import changes, missing, report, with_issuer
from minhphap.cli.files import STDIN, complain, expand, open_source
from minhphap.cli.known_law import opened, registry_option
from minhphap.intake import Unreadable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from minhphap.cli.language import Language
    from minhphap.registry import Registry
    from minhphap.registry.consolidation import Act, Form, Gathered
    from minhphap.structure import Document

_SUFFIXES: dict[str, Form] = {
    ".docx": "docx", ".xml": "akn", ".akn": "akn", ".md": "md", ".txt": "txt",
}  # fmt: skip


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Hợp nhất văn bản gốc với các văn bản sửa đổi, bổ sung: thay từng điều, khoản, điểm,"
            " ghi chú nguồn ở chân trang theo Pháp lệnh số 01/2012/UBTVQH13, và kể ra mọi lệnh"
            " không áp dụng được.\n\nVí dụ:\n\n"
            "  minhphap consolidate goc.docx --with sua-1.docx --with sua-2.docx"
            " --output hop-nhat.docx\n\n"
            "  minhphap consolidate goc.docx --with sua-1.docx --on 2028-12-31\n\n"
            "  minhphap consolidate goc.docx --with sua-1.docx --since 2028-01-01\n\n"
            "  minhphap consolidate 12/2027/QĐ-UBND --registry phap-luat.sqlite",
            "Work amending documents into a base: clause by clause, with notes on where each"
            " change comes from, and with every instruction that could not be applied.\n\n"
            "Examples:\n\n"
            "  minhphap consolidate base.docx --with first.docx --with second.docx"
            " --output consolidated.docx\n\n"
            "  minhphap consolidate base.docx --with first.docx --on 2028-12-31\n\n"
            "  minhphap consolidate base.docx --with first.docx --since 2028-01-01\n\n"
            "  minhphap consolidate 12/2027/QĐ-UBND --registry law.sqlite",
        )
    )
    @click.argument("base", metavar="BASE")
    @click.argument("more", nargs=-1, metavar="")
    @click.option(
        "--with",
        "amending",
        multiple=True,
        metavar="FILE…",
        help=say(
            "Văn bản sửa đổi, bổ sung; thứ tự không quan trọng.",
            "An amending document; the order does not matter.",
        ),
    )
    @click.option(
        "--on",
        metavar="DATE",
        help=say(
            "Văn bản như đọc vào ngày này (2028-12-31); không có thì tính mọi văn bản sửa đổi.",
            "The text as it reads on this day (2028-12-31); without it all acts count.",
        ),
    )
    @click.option(
        "--since",
        metavar="DATE",
        help=say(
            "In những gì đã đổi từ ngày này đến ngày --on thay vì cả văn bản.",
            "Print what changed between this day and --on instead of the text.",
        ),
    )
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=say(
            "Ghi ra .docx, .xml (Akoma Ntoso), .md hoặc .txt; không có thì in ra màn hình.",
            "Write .docx, .xml (Akoma Ntoso), .md or .txt; else print.",
        ),
    )
    @click.pass_context
    def consolidate(
        ctx: click.Context,
        base: str,
        more: tuple[str, ...],
        amending: tuple[str, ...],
        on: str | None,
        since: str | None,
        output: Path | None,
        registry: str | None,
    ) -> None:
        from minhphap.registry.consolidation import between, render
        from minhphap.registry.consolidation import consolidate as work_in

        day = read_day(on, say) if on else None
        first = read_day(since, say) if since else None
        names = [*amending, *more]
        form = _form(output, [base, *names], say)
        whole, acts, without = _texts(base, names, registry, day, say)
        made = work_in(whole, acts, day, without)
        if not made.acts and not made.left_out:
            click.echo("\n".join(list(report(made, acts, say))[1:]), err=True)
            raise click.UsageError(
                say("không văn bản sửa đổi nào có lệnh đối với văn bản gốc này; xem lại các tệp",
                    "no amending document orders anything of this base; check the files")
            )  # fmt: skip
        if first is not None:
            days = [act.effective for act in acts if act.effective]
            last = day or max(days, default=first)
            click.echo("\n".join(changes(between(whole, acts, first, last), say)))
        if output is not None:
            from minhphap.reports import write_atomically

            write_atomically(output, render(made, form))
            click.echo(say(f"Đã ghi {output}.", f"Wrote {output}."), err=True)
        elif first is None:
            click.echo(render(made, form), nl=False)
        lines = list(report(made, acts, say))
        click.echo("\n".join(lines), err=True)
        ctx.exit(1 if len(lines) > 1 else 0)

    consolidate.params.append(registry_option(say))
    return consolidate


def _form(output: Path | None, names: Sequence[str], say: Language) -> Form:
    if output is None:
        return "txt"
    form = _SUFFIXES.get(output.suffix.lower())
    if form is None:
        known = ", ".join(_SUFFIXES)
        raise click.UsageError(
            say(f"--output “{output}”: đuôi tệp phải là một trong {known}",
                f"--output “{output}”: the name must end in one of {known}")
        )  # fmt: skip
    if any(output.absolute() == Path(name).absolute() for name in names):
        raise click.UsageError(
            say(f"--output “{output}” trùng với một văn bản đầu vào; đặt tên khác",
                f"--output “{output}” is one of the inputs; choose another name")
        )  # fmt: skip
    return form


# --- the texts ------------------------------------------------------------------------------


def _texts(
    base: str, names: Sequence[str], registry: str | None, on: dt.date | None, say: Language
) -> tuple[Act, list[Act], list[str]]:
    """The base and the amending acts, out of files and, where one is named, a registry; and the
    names of acts of which no text is at hand."""
    from minhphap.law import parse_number
    from minhphap.registry.consolidation import read_act, read_base

    is_file = base == str(STDIN) or Path(base).is_file()
    if not is_file and parse_number(base) is None:
        raise click.UsageError(
            say(f"không thấy tệp “{base}”; xem lại đường dẫn",
                f"there is no file “{base}”; check the path")
        )  # fmt: skip
    acts = [read_act(_parsed(path, say)) for path in expand(names, say)] if names else []
    whole = read_base(_parsed(Path(base), say)) if is_file else None
    without: list[str] = []
    if registry is not None or not is_file:
        with opened(registry, say) as law:
            number = base if whole is None else whole.document.meta.number or ""
            gathered = _gathered(law, number, on, say)
        if gathered is None:
            unknown = say(
                f"tệp pháp luật chưa biết văn bản số “{number}”",
                f"the registry does not know a document “{number}”",
            )
            if whole is None:
                raise click.UsageError(unknown)
            click.echo(f"{base}: {unknown}", err=True)
        else:
            whole = whole or gathered.base
            own = {act.document.meta.number for act in acts}
            acts += [act for act in gathered.acts if act.document.meta.number not in own]
            without = gathered.without
            for line in missing(gathered, say) if whole else ():
                click.echo(line, err=True)
    if whole is None:
        raise click.UsageError(
            say(f"tệp pháp luật không có toàn văn của {base}; đưa tệp văn bản gốc vào thay cho số",
                f"the registry holds no text of {base}; give the file instead of the number")
        )  # fmt: skip
    if not acts:
        raise click.UsageError(
            say("chưa có văn bản sửa đổi, bổ sung nào; thêm --with TỆP",
                "there is no amending document; add --with FILE")
        )  # fmt: skip
    return whole, acts, without


def _parsed(path: Path, say: Language) -> Document:
    """The tree of a file; a text that cannot be read ends the call: half a law is no law."""
    from minhphap.structure import parse

    try:
        source = open_source(path, None)
    except Unreadable as error:
        complain(path, error, say)
        raise SystemExit(2) from error
    for notice in source.notices:
        click.echo(f"{path}: {say(notice.message, notice.message_en)}", err=True)
    return parse(source)


def _gathered(law: Registry, number: str, on: dt.date | None, say: Language) -> Gathered | None:
    from minhphap.registry.consolidation import gather

    found = [one for one in law.find(number) if not one.consolidation] if number else []
    if not found:
        return None
    with_text = [one for one in found if one.has_text] or found
    if len(with_text) > 1:
        rows = "; ".join(with_issuer(one) for one in with_text)
        raise click.UsageError(
            say(f"có {len(with_text)} văn bản cùng số {number} ({rows}); đưa tệp văn bản gốc vào",
                f"{len(with_text)} documents bear {number} ({rows}); give the file of the base")
        )  # fmt: skip
    return gather(law, with_text[0], on)
