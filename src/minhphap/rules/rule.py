"""A rule: one immutable value, its page beside its code."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from minhphap.findings import Basis, Evidence, Fix, Severity

if TYPE_CHECKING:
    from minhphap.rules.context import Context

Need = Literal["tree", "header", "foot", "citations", "date", "original", "act", "law"]
"""Evidence a rule may need: articles or clauses; the head with number and issuer; the signing
block (so that the text is known to be whole); the citations; the day the law is judged by; the
file of the office itself, not a web page that leaves out parts of the form; an act as it was
issued, not a consolidated text, which keeps the gaps and numbers of others; the known law, and
the one day on which it is asked."""

Scope = Literal["any", "normative", "executive", "administrative"]
"""Which documents a basis governs: every one; those with rules of law (*văn bản quy phạm pháp
luật*); those of them that the National Assembly, its Standing Committee and the President did
not issue; administrative ones (*văn bản hành chính*)."""

Normativity = Literal["binding", "practice", "logic"]
"""What stands behind the rule: a provision of law; settled drafting practice; the text itself,
which contradicts itself whatever the law says."""

Confidence = Literal["certain", "high", "medium"]
FixKind = Literal["safe", "unsafe", "none"]


class LegalBasis(Basis, frozen=True, forbid_unknown_fields=True):
    """A basis and the documents it governs."""

    scope: Scope = "any"

    def governs(self, kind: Scope | None, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether it binds a document of this kind on every day from ``first`` to ``last``."""
        if self.scope != "any":
            kinds = ("normative", "executive") if kind == "executive" else (kind,)
            if self.scope not in kinds:
                return False
        if self.valid_from and (first is None or first < self.valid_from):
            return False
        return not (self.valid_to and (last is None or last > self.valid_to))


class Hit(msgspec.Struct, frozen=True):
    """What a check function reports; the engine makes the finding of it.

    ``severity`` None: that of the rule. It may only be milder than the rule's.
    """

    start: int
    end: int
    message: str
    message_en: str
    severity: Severity | None = None
    suggestion: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fix: Fix | None = None


Check = Callable[["Context"], Iterable[Hit]]


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page of a rule, as it stands in the TOML file beside the code."""

    id: str
    slug: str
    name: str
    name_en: str
    severity: Severity
    normativity: Normativity
    confidence: Confidence
    requires: tuple[Need, ...]
    what: str
    why: str
    violating: str
    correct: str
    limits: str
    fix: FixKind = "none"
    basis: tuple[LegalBasis, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """One rule: what it looks for, why it matters, on what basis, and the function that looks.

    ``severity`` is the gravest it gives; ``fix`` says whether its correction may be applied
    without asking. A rule without any basis rests on logic alone.
    """

    id: str
    """Short and stable: two letters for the pack, a digit for the group, two more."""
    slug: str
    """The same in plain words without diacritics; accepted wherever the id is."""
    pack: str
    name: str
    name_en: str
    severity: Severity
    normativity: Normativity
    confidence: Confidence
    requires: tuple[Need, ...]
    what: str
    why: str
    violating: str
    correct: str
    limits: str
    fix: FixKind
    basis: tuple[LegalBasis, ...]
    check: Check


def load(module: str, check: Check) -> Rule:
    """The rule whose code stands in the file ``module``: its page is the TOML file beside it."""
    path = Path(module).with_suffix(".toml")
    try:
        page = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Page)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{path.name}: trang quy tắc không đọc được: {error}") from error
    fields = {name: getattr(page, name) for name in Page.__struct_fields__}
    return Rule(pack=path.parent.name, check=check, **fields)


class Pack(msgspec.Struct, frozen=True):
    """Rules that are published together; a report records the version they had."""

    name: str
    version: str
    rules: tuple[Rule, ...]
