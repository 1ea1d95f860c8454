"""The working calendar: weekends, public holidays, days off in their place, swapped days."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property
from pathlib import Path

import msgspec

from minhphap.law.data import LawDataError, Status, load

_DAY = dt.timedelta(days=1)


class Fixed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A holiday on the same day every year, from ``first`` on."""

    name: str
    month: int
    day: int
    first: dt.date
    source: str
    status: Status


class Swap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A weekday without work (``off``) for which a day of a weekend is worked (``work``)."""

    off: dt.date
    work: dt.date
    source: str
    status: Status

    def __post_init__(self) -> None:
        if self.off.weekday() > 4 or self.work.weekday() < 5:
            raise ValueError(f"hoán đổi {self.off} – {self.work}: phải là ngày thường, cuối tuần")


class Year(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days off that are set for one year."""

    year: int
    tet: tuple[dt.date, dt.date]
    hung_kings: dt.date
    source: str
    status: Status
    national_day_beside: dt.date | None = None
    swap: tuple[Swap, ...] = ()

    def __post_init__(self) -> None:
        if self.tet[1] < self.tet[0] or self.tet[0].year != self.year:
            raise ValueError(f"năm {self.year}: khoảng nghỉ Tết không hợp lệ")


class Day(msgspec.Struct, frozen=True):
    """Whether a day is worked, why not (or why on a Saturday), and how sure that is."""

    date: dt.date
    working: bool
    reason: str = ""
    source: str = ""
    status: Status = "read"

    @property
    def verified(self) -> bool:
        """Whether what makes it a day off or a working day was read in the original."""
        return self.status == "read"


class WorkingCalendar(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """The calendar of Vietnamese offices (Monday to Friday).

    In a year without an entry only the holidays with a fixed date are known: ``covers``.
    """

    format: int
    fixed: tuple[Fixed, ...]
    year: tuple[Year, ...]

    @classmethod
    def load(cls, path: Path | None = None) -> WorkingCalendar:
        """The calendar of this package, or one's own file of the same shape (LawDataError)."""
        calendar = load("holidays.toml", cls, path)
        years = [one.year for one in calendar.year]
        if len(set(years)) != len(years):
            raise LawDataError("Tệp lịch nghỉ có hai mục cho cùng một năm; giữ lại một mục")
        return calendar

    @cached_property
    def _set(self) -> dict[dt.date, Day]:
        days: dict[dt.date, Day] = {}
        for one in self.year:
            for holiday in sorted(self._holidays(one), key=lambda day: day.date):
                days[holiday.date] = holiday
            for holiday in [day for day in list(days.values()) if day.date.year == one.year]:
                if holiday.date.weekday() > 4:
                    self._in_place(days, holiday)
        for one in self.year:
            for swap in one.swap:
                days[swap.off] = Day(swap.off, False, "nghỉ hoán đổi", swap.source, swap.status)
                days[swap.work] = Day(swap.work, True, "làm bù", swap.source, swap.status)
        return days

    def _holidays(self, one: Year) -> list[Day]:
        found = [day for fixed in self.fixed if (day := _fixed(fixed, one.year))]
        at = one.tet[0]
        while at <= one.tet[1]:
            found.append(Day(at, False, "Tết Âm lịch", one.source, one.status))
            at += _DAY
        found.append(Day(one.hung_kings, False, "Giỗ Tổ Hùng Vương", one.source, one.status))
        if one.national_day_beside:
            beside = Day(one.national_day_beside, False, "Quốc khánh", one.source, one.status)
            found.append(beside)
        return found

    @staticmethod
    def _in_place(days: dict[dt.date, Day], holiday: Day) -> None:
        """A holiday on a day of rest gives the next working day off."""
        at = holiday.date + _DAY
        while at in days or at.weekday() > 4:
            at += _DAY
        reason = f"nghỉ bù {holiday.reason}"
        days[at] = msgspec.structs.replace(holiday, date=at, reason=reason)

    def covers(self, date: dt.date) -> bool:
        """True when the days off of its year have been entered."""
        return any(one.year == date.year for one in self.year)

    def day(self, date: dt.date) -> Day:
        """What is known of a day."""
        if date in self._set:
            return self._set[date]
        for fixed in self.fixed:
            if (found := _fixed(fixed, date.year)) and found.date == date:
                return found
        if date.weekday() > 4:
            return Day(date, False, "ngày nghỉ hằng tuần")
        return Day(date, True, status="read" if self.covers(date) else "to verify")

    def doubtful(self, start: dt.date, end: dt.date) -> tuple[Day, ...]:
        """The days after ``start`` up to ``end`` whose entry no one has checked in the original."""
        days = (self.day(start + _DAY * step) for step in range(1, (end - start).days + 1))
        return tuple(day for day in days if not day.verified)

    def is_working_day(self, date: dt.date) -> bool:
        """True when offices work on that day."""
        return self.day(date).working

    def add_working_days(self, start: dt.date, count: int) -> dt.date:
        """The ``count``-th working day after ``start`` (before it when negative).

        The day of ``start`` itself is not counted (Civil Code 91/2015/QH13, Article 147): what
        was received on a Friday has its first working day on Monday.
        """
        step = _DAY if count >= 0 else -_DAY
        at, left = start, abs(count)
        while left:
            at += step
            left -= self.is_working_day(at)
        return at

    def working_days_between(self, start: dt.date, end: dt.date) -> int:
        """Which working day after ``start`` the day ``end`` is; negative when it lies before."""
        first, last, sign = (start, end, 1) if start <= end else (end, start, -1)
        if sign < 0:  # the days [end, start) count back
            first, last = first - _DAY, last - _DAY
        at, count = first, 0
        while at < last:
            at += _DAY
            count += self.is_working_day(at)
        return sign * count


def _fixed(fixed: Fixed, year: int) -> Day | None:
    date = dt.date(year, fixed.month, fixed.day)
    if date < fixed.first:
        return None
    return Day(date, False, fixed.name, fixed.source, fixed.status)


@cache
def working_calendar() -> WorkingCalendar:
    """The calendar of this package, read once."""
    return WorkingCalendar.load()


def is_working_day(date: dt.date) -> bool:
    """True when offices work on that day."""
    return working_calendar().is_working_day(date)


def add_working_days(start: dt.date, count: int) -> dt.date:
    """The ``count``-th working day after ``start``, which is not counted itself."""
    return working_calendar().add_working_days(start, count)


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Which working day after ``start`` the day ``end`` is."""
    return working_calendar().working_days_between(start, end)
