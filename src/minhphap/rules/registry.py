"""The rules there are, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from minhphap.rules.rule import Pack, Rule


class UnknownRuleError(ValueError):
    """A name that fits no rule: one sentence that says so, in both languages."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        there = ", ".join(known)
        self.message = f"Không có quy tắc “{name}”. Các quy tắc hiện có: {there}."
        self.message_en = f"There is no rule “{name}”. The rules are: {there}."
        super().__init__(self.message)


@cache
def packs() -> tuple[Pack, ...]:
    """The packs of this version, in the order of the reference."""
    from minhphap.rules.form import PACK as FORM
    from minhphap.rules.legality import PACK as LEGALITY

    return (FORM, LEGALITY)


def pack_versions() -> dict[str, str]:
    """The version of each pack by its name."""
    return {pack.name: pack.version for pack in packs()}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    return tuple(sorted((one for pack in packs() for one in pack.rules), key=lambda one: one.id))


def rule(name: str) -> Rule:
    """The rule of this id or slug; raises ``UnknownRuleError``."""
    for one in all_rules():
        if name.casefold() in (one.id.casefold(), one.slug):
            return one
    raise _unknown(name)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that ``select`` names (none: all) without those that ``ignore`` names.

    A name is an id, the beginning of one ("HT2"), a slug, or a pack.
    """
    wanted = _matching(select) or list(all_rules())
    unwanted = _matching(ignore)
    return tuple(one for one in all_rules() if one in wanted and one not in unwanted)


def _matching(names: Iterable[str]) -> list[Rule]:
    found = []
    for name in names:
        matching = [one for one in all_rules() if _fits(one, name.strip())]
        if not matching:
            raise _unknown(name)
        found += matching
    return found


def _fits(one: Rule, name: str) -> bool:
    return bool(name) and (
        one.id.startswith(name.upper()) or name.casefold() in (one.slug, one.pack)
    )


def _unknown(name: str) -> UnknownRuleError:
    return UnknownRuleError(name, (one.id for one in all_rules()))
