"""Legal footing (*cơ sở pháp lý*): grounds, citations, powers and effect against the known law."""

from minhphap.rules.legality import (
    authority,
    copied,
    dead_bases,
    dead_citations,
    dead_delegation,
    dead_targets,
    early_bases,
    early_effect,
    hidden_rules,
    mismatched,
    missing_provisions,
    others_documents,
    powers,
    retroactive,
    unfit_bases,
    unsaid_changes,
    vague_repeals,
)
from minhphap.rules.rule import Pack

PACK = Pack(
    "legality",
    "2026.11",
    (
        dead_bases.RULE,
        early_bases.RULE,
        unfit_bases.RULE,
        authority.RULE,
        mismatched.RULE,
        dead_citations.RULE,
        missing_provisions.RULE,
        unsaid_changes.RULE,
        powers.RULE,
        hidden_rules.RULE,
        copied.RULE,
        early_effect.RULE,
        retroactive.RULE,
        vague_repeals.RULE,
        others_documents.RULE,
        dead_targets.RULE,
        dead_delegation.RULE,
    ),
)
