"""Hold a document against the rules in force on a day: ``check`` and the rules themselves."""

from minhphap.rules.engine import NotRun, Result, check
from minhphap.rules.registry import UnknownRuleError, all_rules, pack_versions, rule
from minhphap.rules.rule import Hit, LegalBasis, Rule

__all__ = [
    "Hit",
    "LegalBasis",
    "NotRun",
    "Result",
    "Rule",
    "UnknownRuleError",
    "all_rules",
    "check",
    "pack_versions",
    "rule",
]
