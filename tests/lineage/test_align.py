"""Which provision of a new version is which of the old."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhphap.lineage import align
from minhphap.structure import parse_text

FEES = (
    "QUYẾT ĐỊNH\n"
    "Điều 1. Phạm vi điều chỉnh\n"
    "Quyết định này quy định giá trông giữ xe tại điểm đỗ công cộng trên địa bàn tỉnh.\n"
    "Điều 2. Mức giá\n"
    "1. Xe đạp: 2.000 đồng một lượt vào ban ngày, 3.000 đồng một lượt vào ban đêm.\n"
    "2. Xe máy: 5.000 đồng một lượt vào ban ngày, 8.000 đồng một lượt vào ban đêm.\n"
    "3. Người khuyết tật, học sinh được giảm một nửa mức giá khi xuất trình thẻ.\n"
    "Điều 3. Niêm yết\n"
    "Đơn vị trông giữ xe niêm yết giá tại cổng và phát vé cho người gửi xe.\n"
    "Điều 4. Hiệu lực thi hành\n"
    "Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2027.\n"
)
NEW_ARTICLE = (
    "Điều 2. Giải thích từ ngữ\n"
    "Điểm đỗ công cộng là nơi được cơ quan có thẩm quyền cho phép dừng, đỗ xe.\n"
)


def pairs(old, new):
    """(old, new, change) of what did not simply stay."""
    alignment = align(parse_text(old), parse_text(new))
    return [(p.old, p.new, p.change) for p in alignment.pairs if p.change != "same"]


def renumbered(text, first):
    """The articles from ``first`` on, one number higher."""
    for number in range(9, first - 1, -1):
        text = text.replace(f"Điều {number}.", f"Điều {number + 1}.")
    return text


def test_the_same_text_stays():
    alignment = align(parse_text(FEES), parse_text(FEES))
    assert {p.change for p in alignment.pairs} == {"same"}
    assert all(p.old == p.new and p.similarity == 1 for p in alignment.pairs)


def test_a_new_article_moves_the_numbers_behind_it():
    new = renumbered(FEES, 2).replace("Điều 3. Mức giá", NEW_ARTICLE + "Điều 3. Mức giá")
    changes = pairs(FEES, new)
    assert (None, "art_2", "new") in changes
    assert ("art_2", "art_3", "renumbered") in changes
    assert ("art_4", "art_5", "renumbered") in changes
    kept = align(parse_text(FEES), parse_text(new)).to_new
    assert kept["art_2__para_2"].new == "art_3__para_2"


def test_other_words_at_the_old_place_are_a_change():
    new = FEES.replace("8.000 đồng", "10.000 đồng")
    found = align(parse_text(FEES), parse_text(new)).to_new["art_2__para_2"]
    assert (found.new, found.change) == ("art_2__para_2", "changed")
    assert 0.8 < found.similarity < 1


def test_a_clause_in_another_article_has_moved():
    clause = "3. Người khuyết tật, học sinh được giảm một nửa mức giá khi xuất trình thẻ.\n"
    posted = "Điều 3. Niêm yết\n1. Giá được niêm yết bằng chữ lớn ở lối vào.\n"
    moved = posted + clause.replace("3. ", "2. ", 1)
    new = FEES.replace(clause, "").replace("Điều 3. Niêm yết\n", moved)
    found = align(parse_text(FEES), parse_text(new)).to_new["art_2__para_3"]
    assert (found.new, found.change) == ("art_3__para_2", "moved")


def test_an_old_number_over_other_words_is_new_and_the_old_one_gone():
    new = FEES.replace(
        "Đơn vị trông giữ xe niêm yết giá tại cổng và phát vé cho người gửi xe.",
        "Sở Xây dựng chủ trì, phối hợp với Công an tỉnh kiểm tra hằng quý, xử lý vi phạm.",
    ).replace("Điều 3. Niêm yết", "Điều 3. Kiểm tra")
    changes = pairs(FEES, new)
    assert (None, "art_3", "new") in changes
    assert ("art_3", None, "gone") in changes


def test_gone_stands_behind_what_it_stood_behind():
    new = FEES.replace(
        "2. Xe máy: 5.000 đồng một lượt vào ban ngày, 8.000 đồng một lượt vào ban đêm.\n3. ", "2. "
    )
    order = [(p.old, p.new) for p in align(parse_text(FEES), parse_text(new)).pairs]
    at = order.index(("art_2__para_2", None))
    assert order[at - 1] == ("art_2__para_1", "art_2__para_1")
    assert order[at + 1] == ("art_2__para_3", "art_2__para_2")


def test_equal_clauses_stay_with_their_article():
    twice = (
        "Điều 1. Phí\n1. Mức phí do Hội đồng nhân dân tỉnh quyết định hằng năm.\n"
        "Điều 2. Lệ phí\n1. Mức phí do Hội đồng nhân dân tỉnh quyết định hằng năm.\n"
    )
    new = twice.replace("Điều 1. Phí", "Điều 1. Phí bảo vệ môi trường")
    found = align(parse_text(twice), parse_text(new)).to_new
    assert found["art_1__para_1"].new == "art_1__para_1"
    assert found["art_2__para_1"].new == "art_2__para_1"


WORDS = [
    "phí",
    "nước",
    "rác",
    "chợ",
    "xe",
    "nhà",
    "đất",
    "rừng",
    "biển",
    "trường",
    "lớp",
    "thuốc",
    "điện",
    "đường",
    "cầu",
    "sông",
    "hồ",
    "núi",
    "lúa",
    "ngô",
]


def law(articles):
    """A text of articles, each a list of clauses, each a list of words."""
    lines = ["QUYẾT ĐỊNH"]
    for number, clauses in enumerate(articles, 1):
        lines.append(f"Điều {number}. Về {' '.join(clauses[0][:3])}")
        lines += [f"{k}. {' '.join(words)}." for k, words in enumerate(clauses, 1)]
    return "\n".join(lines) + "\n"


clauses = st.lists(st.sampled_from(WORDS), min_size=6, max_size=14)
articles = st.lists(st.lists(clauses, min_size=1, max_size=4), min_size=1, max_size=7)


@given(articles, articles)
@settings(max_examples=60, deadline=None)
def test_every_provision_stands_in_exactly_one_pair(old, new):
    before, after = parse_text(law(old)), parse_text(law(new))
    alignment = align(before, after)
    assert sorted(p.old for p in alignment.pairs if p.old) == sorted(before.by_eid)
    assert [p.new for p in alignment.pairs if p.new] == [p.eid for p in after.walk()]
    for pair in alignment.pairs:
        assert (pair.old is None) == (pair.change == "new")
        assert (pair.new is None) == (pair.change == "gone")
        if pair.old and pair.new:
            assert before.by_eid[pair.old].type == after.by_eid[pair.new].type


@given(articles, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_shuffled_articles_keep_their_words(old, chance):
    shuffled = list(old)
    chance.shuffle(shuffled)
    before, after = parse_text(law(old)), parse_text(law(shuffled))
    for pair in align(before, after).pairs:
        if pair.old and before.by_eid[pair.old].type == "article":
            assert pair.new is not None
            assert pair.similarity == 1


@pytest.mark.parametrize("seed", range(3))
def test_the_way_back_is_the_way_there(seed):
    chance = random.Random(seed)
    old = [[[chance.choice(WORDS) for _ in range(12)] for _ in range(3)] for _ in range(8)]
    new = [*old[:2], [[chance.choice(WORDS) for _ in range(12)]], *old[2:]]
    before, after = parse_text(law(old)), parse_text(law(new))
    there = {(p.old, p.new) for p in align(before, after).pairs}
    back = {(p.new, p.old) for p in align(after, before).pairs}
    assert there == back
