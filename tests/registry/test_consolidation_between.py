"""What changed in one document between two days."""

import datetime as dt

from tests.registry.consolidation_samples import BASE, FIRST, SECOND

from minhphap.registry.consolidation import between
from minhphap.structure import parse_text


def changes(first, last, acts=(FIRST, SECOND)):
    return between(parse_text(BASE), [parse_text(one) for one in acts], first, last)


def test_only_what_took_effect_between_the_days():
    found = changes(dt.date(2028, 12, 1), dt.date(2029, 12, 1)).differences
    assert [(one.eid, one.before, one.after) for one in found] == [
        (
            "art_2__para_1__point_a",
            "a) Cây giống: 4 triệu đồng đối với cây bản địa, 3 triệu đồng đối với cây khác;",
            "a) Cây giống: 5 triệu đồng;",
        ),
        ("art_3", "Điều 3. Hồ sơ và trình tự", "Điều 3. Hồ sơ, trình tự, thủ tục"),
        (
            "art_3__para_1",
            "1. Hồ sơ gồm đơn đề nghị và sơ đồ khu đất.",
            "1. Hồ sơ gồm đơn đề nghị.",
        ),
    ]
    assert {one.act.number for one in found} == {"Quyết định số 07/2029/QĐ-UBND"}
    assert found[0].words == "điểm a khoản 1 Điều 2"


def test_acts_of_both_years_each_with_its_step():
    found = changes(dt.date(2027, 12, 1), dt.date(2029, 12, 1)).differences
    points = [one for one in found if one.eid == "art_2__para_1__point_a"]
    assert [one.before for one in points][1] == points[0].after
    new = next(one for one in found if one.after.startswith("Điều 2a."))
    assert (new.eid, new.before) == ("art_2", "")


def test_the_first_day_is_not_counted_the_last_is():
    day = dt.date(2028, 3, 1)
    assert changes(day, dt.date(2028, 12, 1)).differences == ()
    assert len(changes(day - dt.timedelta(1), day).differences) == 5


def test_the_days_may_be_given_either_way():
    first, last = dt.date(2027, 12, 1), dt.date(2029, 12, 1)
    assert changes(last, first) == changes(first, last)


def test_orders_without_a_day_are_told():
    undated = FIRST.partition("Điều 2. Hiệu lực thi hành")[0]
    found = changes(dt.date(2027, 12, 1), dt.date(2029, 12, 1), acts=(undated,))
    assert found.differences == ()
    assert [one.reason for one in found.left_out] == ["undated"]
