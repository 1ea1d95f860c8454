"""What law is made of: kinds of documents, issuers and their powers, numbers, the calendar."""

from minhphap.law.areas import Area, area_named, areas, areas_of
from minhphap.law.calendar import (
    Day,
    WorkingCalendar,
    add_working_days,
    is_working_day,
    working_calendar,
    working_days_between,
)
from minhphap.law.data import LawDataError, Status
from minhphap.law.identity import Identity
from minhphap.law.issuers import Issuer, recognise_issuer
from minhphap.law.kinds import (
    Hierarchy,
    Kind,
    Level,
    Powers,
    Scope,
    Standing,
    kind_named,
    kinds,
    powers,
)
from minhphap.law.numbers import BLANK_NUMBER, NUMBER, DocumentNumber, parse_number
from minhphap.law.symbols import ExpectedSymbol, expected_symbols, ministry_named, session_on

__all__ = [
    "BLANK_NUMBER",
    "NUMBER",
    "Area",
    "Day",
    "DocumentNumber",
    "ExpectedSymbol",
    "Hierarchy",
    "Identity",
    "Issuer",
    "Kind",
    "LawDataError",
    "Level",
    "Powers",
    "Scope",
    "Standing",
    "Status",
    "WorkingCalendar",
    "add_working_days",
    "area_named",
    "areas",
    "areas_of",
    "expected_symbols",
    "is_working_day",
    "kind_named",
    "kinds",
    "ministry_named",
    "parse_number",
    "powers",
    "recognise_issuer",
    "session_on",
    "working_calendar",
    "working_days_between",
]
