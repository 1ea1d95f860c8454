"""Comment letters → passages, the official table, who has not replied."""

from minhphap.crowd.letters.asked import AskedBody, read_asked
from minhphap.crowd.letters.carry import Written, WrittenRow
from minhphap.crowd.letters.collect import collect, is_own_table, letter_files
from minhphap.crowd.letters.paper import own_template, paper
from minhphap.crowd.letters.previous import read_previous
from minhphap.crowd.letters.remind import reminder, reminders
from minhphap.crowd.letters.review import Look, to_look_at
from minhphap.crowd.letters.summary import summary
from minhphap.crowd.letters.table import Kept, Row, Silent, Table, Totals
from minhphap.crowd.letters.tabulate import tabulate
from minhphap.crowd.letters.values import (
    GENERAL,
    UNCLEAR,
    Collection,
    Leftover,
    Letter,
    Passage,
    Place,
    RefusedFile,
)
from minhphap.crowd.letters.workbook import relative_link, workbook
from minhphap.crowd.letters.written import joined, rendered

__all__ = [
    "GENERAL",
    "UNCLEAR",
    "AskedBody",
    "Collection",
    "Kept",
    "Leftover",
    "Letter",
    "Look",
    "Passage",
    "Place",
    "RefusedFile",
    "Row",
    "Silent",
    "Table",
    "Totals",
    "Written",
    "WrittenRow",
    "collect",
    "is_own_table",
    "joined",
    "letter_files",
    "own_template",
    "paper",
    "read_asked",
    "read_previous",
    "relative_link",
    "reminder",
    "reminders",
    "rendered",
    "summary",
    "tabulate",
    "to_look_at",
    "workbook",
]
