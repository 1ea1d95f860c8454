"""Form and drafting technique (*thể thức, kỹ thuật trình bày*)."""

from minhphap.rules.form import (
    broken_references,
    dashes_for_points,
    effect_clause,
    effect_date,
    first_mention,
    missing_names,
    number_form,
    number_gaps,
    point_letters,
    recipients,
    repeated_numbers,
    roman_numerals,
    spacing,
    two_names,
    wrong_symbol,
    year_mismatch,
)
from minhphap.rules.rule import Pack

PACK = Pack(
    "form",
    "2026.11",
    (
        number_gaps.RULE,
        repeated_numbers.RULE,
        point_letters.RULE,
        dashes_for_points.RULE,
        missing_names.RULE,
        roman_numerals.RULE,
        broken_references.RULE,
        first_mention.RULE,
        two_names.RULE,
        year_mismatch.RULE,
        wrong_symbol.RULE,
        recipients.RULE,
        number_form.RULE,
        spacing.RULE,
        effect_clause.RULE,
        effect_date.RULE,
    ),
)
