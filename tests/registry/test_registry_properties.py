"""What must hold for any input."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.registry.registry_samples import COLUMNS, write_rows

from minhphap.citations import Work
from minhphap.registry import Registry, build
from minhphap.registry.building.cluster import clusters
from minhphap.registry.building.work import Entry
from minhphap.registry.choose import Asked, choose
from minhphap.registry.keys import normal_number, place_of, title_key
from minhphap.registry.reading.columns import read_date, read_status
from minhphap.registry.reading.incoming import Head

NUMBERS = st.sampled_from(
    ("126/NQ-CP", "40/2031/NĐ-CP", "07/2030/QĐ-UBND", "15/QĐ-UBND", "90/2015/QH13")
)
TITLES = st.sampled_from(
    ("", "Về chợ phiên vùng cao biên giới", "Về chợ phiên vùng cao", "Khen thưởng thi đua năm nay")
)
ISSUERS = st.sampled_from(
    ("", "Chính phủ", "Ủy ban nhân dân tỉnh Sơn Hà", "UBND tỉnh Lạc Sơn", "Ủy ban nhân dân tỉnh")
)
DAYS = st.one_of(st.none(), st.dates(dt.date(2014, 1, 1), dt.date(2032, 1, 1)))
HEADS = st.builds(Head, NUMBERS, st.sampled_from(("", "law", "resolution")), TITLES, ISSUERS, DAYS)


@given(st.lists(HEADS, min_size=1, max_size=12))
def test_clustering_loses_and_doubles_nothing(heads):
    by_number: dict[str, list[Entry]] = {}
    for item, head in enumerate(heads):
        entry = Entry(item, "nguon", f"{item:09d}", (head,), False)
        by_number.setdefault(normal_number(head.number), []).append(entry)
    for entries in by_number.values():
        found, _ = clusters(entries)
        placed = [view.entry.item for cluster in found for view in cluster.views]
        assert sorted(placed) == sorted(one.item for one in entries)
        for cluster in found:
            kinds = {view.kind for view in cluster.views} - {""}
            places = {view.place for view in cluster.views} - {""}
            assert len(kinds) <= 1
            assert len(places) <= 1


ROWS = st.lists(
    st.tuples(
        NUMBERS, st.sampled_from(("", "Luật", "Nghị quyết")), TITLES, ISSUERS,
        DAYS.map(lambda day: day.isoformat() if day else ""),
        st.just(""), st.sampled_from(("", "Còn hiệu lực", "Hết hiệu lực")), st.just(""),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, cut=st.integers(0, 8))
def test_snapshot_does_not_depend_on_how_it_grew(tmp_path_factory, rows, cut):
    folder = tmp_path_factory.mktemp("grown")
    first = write_rows(folder / "a.csv", rows[:cut], COLUMNS)
    second = write_rows(folder / "b.csv", rows[cut:], COLUMNS)
    whole = build([first, second], folder / "whole.sqlite", workers=1)
    build([second], folder / "grown.sqlite", workers=1)
    grown = build([first], folder / "grown.sqlite", base=folder / "grown.sqlite", workers=1)
    assert grown.hash == whole.hash
    with Registry.open(folder / "whole.sqlite") as law:
        assert {normal_number(row[0]) for row in rows} == {one.normal for one in law}
        for one in law:
            assert law.get(one.key) == one
            assert one in law.find(one.number)


@given(
    st.lists(HEADS, max_size=6), NUMBERS, DAYS, ISSUERS, st.sampled_from(("", "law", "decree"))
)  # fmt: skip
def test_a_link_never_contradicts_the_citation(heads, number, date, issuer, kind):
    from minhphap.registry.known import KnownDocument

    known = [
        KnownDocument(
            at, str(at), head.number, normal_number(head.number), head.kind, head.title,
            head.issuer, place_of(head.issuer), head.date, None, None, "", None, False, False,
        )
        for at, head in enumerate(heads)
        if normal_number(head.number) == normal_number(number)
    ]  # fmt: skip
    found = choose(known, Asked(number, kind=kind, issuer=issuer, date=date))
    if found.verdict != "resolved":
        assert found.document is None
        return
    one = found.document
    assert one in known
    assert not date or one.date in (None, date)
    assert not kind or one.kind in ("", kind, "law", "code")
    assert not place_of(issuer) or "UBND" not in number or one.place == place_of(issuer)
    others = [other for other in known if other is not one and other.date in (None, date)]
    if "NQ-CP" in number:
        assert date is not None
        assert not [other for other in others if other.kind == one.kind and other.date == one.date]


@given(st.text(max_size=60))
def test_keys_of_any_words(words):
    normal_number(words)
    assert place_of(words) == place_of(f" {words} ")
    assert title_key("decree", words) == ""
    read_date(words)
    read_status(words)
    assert Work(number=words).number == words


@given(st.dates(dt.date(1946, 1, 1), dt.date(2099, 12, 31)))
def test_dates_of_catalogues(day):
    forms = (
        day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}",
        f"{day.isoformat()}T00:00:00", f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}",
    )  # fmt: skip
    assert {read_date(form) for form in forms} == {day}
