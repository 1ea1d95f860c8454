"""Fields of law told from titles."""

import pytest

from minhphap.law import area_named, areas, areas_of


def names(title, number=""):
    return [areas()[at - 1].name for at in areas_of(title, number)]


def test_the_topics_of_the_codification():
    assert len(areas()) == 45
    assert [one.number for one in areas()] == list(range(1, 46))
    assert areas()[10].name == "Đất đai"


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Quy định chi tiết một số điều của Luật Đất đai về giá đất", "Đất đai"),
        ("LUẬT ĐẤT ĐAI", "Đất đai"),
        ("Quy định mức thu, chế độ thu, nộp phí chợ", "Thuế, phí, lệ phí, các khoản thu khác"),
        ("Quy định xử phạt vi phạm hành chính trong lĩnh vực thủy sản", "Nông nghiệp, nông thôn"),
        # a long name wins over the short one in it
        ("Về kiểm định kỹ thuật an toàn lao động", "Lao động"),
        ("Quy định chi tiết Luật Phòng cháy, chữa cháy", "Trật tự, an toàn xã hội"),
        # older placing of tones
        (
            "Quy chế quản lý cơ sở hoả táng, nghĩa trang và cơ sở hoả táng",
            "Xây dựng, nhà ở, đô thị",
        ),
    ],
)
def test_title(title, first):
    assert names(title)[0] == first


def test_a_title_may_be_of_two_fields():
    found = names("Quy định phí bảo vệ môi trường và hồ sơ địa chính")
    assert {"Môi trường", "Đất đai"} <= set(found)


def test_the_ministry_says_nothing_of_the_matter_when_the_title_does():
    title = "Quy định của Bộ trưởng Bộ Lao động - Thương binh và Xã hội về trẻ em"
    assert names(title) == ["Dân số, gia đình, trẻ em, bình đẳng giới"]


def test_the_ministry_decides_where_the_title_is_silent():
    assert names("Sửa đổi, bổ sung Thông tư số 12/2031/TT-BYT", "20/2032/TT-BYT") == ["Y tế, dược"]
    assert names("Sửa đổi, bổ sung Quyết định số 12/2031/QĐ-UBND", "20/2032/QĐ-UBND") == []


@pytest.mark.parametrize("words", ["11", "đất đai", "Đất đai", "dat dai", "  Đất   đai "])
def test_area_named(words):
    assert area_named(words).number == 11


def test_area_named_by_a_later_word():
    assert area_named("nhà ở").number == 43
    assert area_named("nghề rừng") is None
    assert area_named("") is None
    assert area_named("46") is None
