"""``minhphap rules [ID]``: the rules, and the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language


def command(say: Language) -> click.Command:
    """Build the command."""

    @click.command(
        help=say(
            "Liệt kê các quy tắc; kèm mã hoặc tên thì in trang của quy tắc đó: kiểm tra gì, vì sao,"
            " căn cứ pháp lý, ví dụ, giới hạn đã biết.\n\nVí dụ:\n\n"
            "  minhphap rules\n\n  minhphap rules HT201\n\n  minhphap rules --format json",
            "List the rules; with an id or name print that rule's page (in Vietnamese): what, why,"
            " legal basis, examples, known limits.\n\nExamples:\n\n"
            "  minhphap rules\n\n  minhphap rules HT201\n\n  minhphap rules --format json",
        )
    )
    @click.argument("name", required=False, metavar="[ID]")
    @click.option(
        "--format",
        "shape",
        type=click.Choice(["text", "json"]),
        default="text",
        help=say("Dạng in ra.", "Form of the output."),
    )
    def rules(name: str | None, shape: str) -> None:
        from minhphap.rules import UnknownRuleError, all_rules, rule

        try:
            chosen = (rule(name),) if name else all_rules()
        except UnknownRuleError as error:
            raise click.UsageError(say(error.message, error.message_en)) from error
        if shape == "json":
            import msgspec

            plain = [
                {
                    field: getattr(one, field)
                    for field in one.__struct_fields__
                    if field != "check"  # code
                }
                for one in chosen
            ]
            click.echo(msgspec.json.format(msgspec.json.encode(plain), indent=2))
        elif name:
            from minhphap.rules.reference import page

            click.echo("\n".join(page(chosen[0]).splitlines()[2:]))
        else:
            from minhphap.reports.words import SIGNS, severity_words

            for one in chosen:
                sign = f"{SIGNS[one.severity]} {severity_words(one.severity, say.code)}"
                fix = say("  (có --fix)", "  (with --fix)") if one.fix == "safe" else ""
                click.echo(f"{one.id}  {sign:18} {say(one.name, one.name_en)}{fix}")

    return rules
