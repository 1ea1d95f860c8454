"""Vietnamese text: Unicode forms, legacy encodings, search keys, positions, numbers in words."""

from minhphap.text.dates import DateMention, find_dates, full_date, official_date
from minhphap.text.decode import Decoded, decode
from minhphap.text.keys import comparison_key, search_key, unify_tones
from minhphap.text.normalize import Normalized, normalize
from minhphap.text.numerals import (
    POINT_LETTERS,
    from_roman,
    next_letter,
    number_in_words,
    ordinal_in_words,
    previous_letter,
    to_roman,
)
from minhphap.text.offsets import OffsetMap
from minhphap.text.remark import Remark

__all__ = [
    "POINT_LETTERS",
    "DateMention",
    "Decoded",
    "Normalized",
    "OffsetMap",
    "Remark",
    "comparison_key",
    "decode",
    "find_dates",
    "from_roman",
    "full_date",
    "next_letter",
    "normalize",
    "number_in_words",
    "official_date",
    "ordinal_in_words",
    "previous_letter",
    "search_key",
    "to_roman",
    "unify_tones",
]
