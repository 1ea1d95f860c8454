"""The consolidated text: which orders count on a day, the list of documents, the notes."""

import datetime as dt

from tests.registry.consolidation_samples import BASE, FIRST, LATE, SECOND, consolidated, noted

from minhphap.amendments import revert
from minhphap.registry.consolidation import consolidate, read_act, read_base
from minhphap.structure import parse_text

ACT_1 = (
    "Quyết định số 30/2028/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND"
    " quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà"
)
ACT_2 = (
    "Quyết định số 07/2029/QĐ-UBND sửa đổi, bổ sung Điều 2, Điều 3 của Quyết định số"
    " 12/2027/QĐ-UBND"
)
FROM_1 = f"{ACT_1}, có hiệu lực kể từ ngày 01 tháng 3 năm 2028."
FROM_2 = f"{ACT_2}, có hiệu lực kể từ ngày 01 tháng 02 năm 2029."


def test_the_text_of_a_day():
    before = consolidated(dt.date(2028, 2, 29)).document.source.text
    between = consolidated(dt.date(2028, 3, 1)).document.source.text
    after = consolidated(LATE).document.source.text
    assert before == BASE
    assert "a) Cây giống: 4 triệu đồng" in between
    assert "Điều 2a. Nguồn kinh phí" in between
    assert "Điều 3. Hồ sơ và trình tự" in between
    assert "a) Cây giống: 5 triệu đồng;" in after
    assert "Điều 3. Hồ sơ, trình tự, thủ tục" in after


def test_what_takes_effect_later_is_left_out_and_listed():
    made = consolidated(dt.date(2028, 12, 31))
    (left,) = made.left_out
    assert (left.act.number, left.reason, len(left.orders)) == (
        "Quyết định số 07/2029/QĐ-UBND", "later", 4,
    )  # fmt: skip
    assert [act.number for act in made.acts] == ["Quyết định số 30/2028/QĐ-UBND"]


def test_an_act_without_a_day_of_effect_is_left_out_and_listed():
    undated = FIRST.partition("Điều 2. Hiệu lực thi hành")[0]
    made = consolidated(LATE, acts=(undated,))
    assert [one.reason for one in made.left_out] == ["undated"]
    assert made.document.source.text == BASE
    every = consolidated(None, acts=(undated,))
    assert not every.left_out
    assert "Điều 2a" in every.document.source.text


def test_a_day_that_the_caller_knows():
    undated = FIRST.partition("Điều 2. Hiệu lực thi hành")[0]
    act = read_act(parse_text(undated), dt.date(2028, 5, 1))
    made = consolidate(parse_text(BASE), [act], LATE)
    assert not made.left_out
    assert "có hiệu lực kể từ ngày 01 tháng 5 năm 2028" in made.preface[1]


def test_a_clause_with_a_day_of_its_own():
    act = FIRST.replace(
        "Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.",
        "1. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.\n"
        "2. Khoản 5 Điều 1 của Quyết định này có hiệu lực từ ngày 01 tháng 9 năm 2028.",
    )
    early = consolidated(dt.date(2028, 6, 1), acts=(act,))
    assert "3. Mức hỗ trợ quy định" in early.document.source.text
    assert [(one.reason, len(one.orders)) for one in early.left_out] == [("later", 1)]
    late = consolidated(LATE, acts=(act,))
    assert "3. (được bãi bỏ)" in late.document.source.text
    repealed = next(words for before, words in noted(late) if before == "3.")
    assert repealed.endswith("có hiệu lực kể từ ngày 01 tháng 9 năm 2028.")


def test_the_order_of_the_acts_is_that_of_their_effect():
    one, other = consolidated(), consolidated(acts=(SECOND, FIRST))
    assert one.document.source.text == other.document.source.text
    assert one.preface == other.preface


def test_the_list_of_documents():
    preface = consolidated().preface
    assert preface == (
        "Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6 năm 2027 của Ủy ban nhân dân tỉnh Sơn Hà"
        " quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà, có hiệu lực kể từ ngày 01 tháng"
        " 7 năm 2027, được sửa đổi, bổ sung bởi:",
        "1. Quyết định số 30/2028/QĐ-UBND ngày 05 tháng 02 năm 2028 của Ủy ban nhân dân tỉnh Sơn Hà"
        f" {ACT_1.partition('QĐ-UBND ')[2]}, có hiệu lực kể từ ngày 01 tháng 3 năm 2028;",
        "2. Quyết định số 07/2029/QĐ-UBND ngày 20 tháng 01 năm 2029 của Ủy ban nhân dân tỉnh Sơn Hà"
        f" {ACT_2.partition('QĐ-UBND ')[2]}, có hiệu lực kể từ ngày 01 tháng 02 năm 2029.",
    )


def test_a_law_is_named_by_its_title():
    law = parse_text(
        "QUỐC HỘI\nLuật số: 11/2031/QH17\nHà Nội, ngày 20 tháng 5 năm 2031\nLUẬT\nCHỢ ĐÊM\n"
        "Quốc hội ban hành Luật Chợ đêm.\nĐiều 1. Phạm vi\nLuật này quy định về chợ đêm.\n"
    )
    assert (
        read_base(law).name == "Luật Chợ đêm số 11/2031/QH17 ngày 20 tháng 5 năm 2031 của Quốc hội"
    )


def test_the_notes_stand_behind_numbers_titles_and_words():
    found = noted(consolidated())
    assert [before for before, _ in found] == [
        "Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn"
        " Hà",
        "a)",
        "c)",
        "3.",
        "Điều 2a. Nguồn kinh phí",
        "Điều 3. Hồ sơ, trình tự, thủ tục",
        "1. Hồ sơ gồm đơn đề nghị",
        "3. Ủy ban nhân dân cấp xã thẩm tra, lập danh sách và gửi cơ quan chuyên môn về lâm nghiệp"
        " trong thời hạn 10 ngày làm việc",
        "Điều 4. Hiệu lực thi hành",
    ]
    words = dict(found)
    ordered = "theo quy định tại khoản {} Điều 1 của {}"
    assert words["a)"] == (
        f"Điểm này được sửa đổi, bổ sung {ordered.format(1, FROM_1)}\n"
        f"Điểm này được sửa đổi, bổ sung {ordered.format(1, FROM_2)}"
    )
    assert words["c)"] == f"Điểm này được bổ sung {ordered.format(2, FROM_1)}"
    assert words["3."] == f"Khoản này được bãi bỏ {ordered.format(5, FROM_1)}"
    assert words["Điều 2a. Nguồn kinh phí"] == f"Điều này được bổ sung {ordered.format(3, FROM_1)}"
    assert words["Điều 3. Hồ sơ, trình tự, thủ tục"] == (
        f"Tên Điều này được sửa đổi, bổ sung {ordered.format(2, FROM_2)}"
    )
    assert words["1. Hồ sơ gồm đơn đề nghị"] == (
        f"Cụm từ “và sơ đồ khu đất” được bãi bỏ {ordered.format(3, FROM_2)}"
    )


def test_the_notes_on_bases_and_on_carrying_out():
    made = consolidated()
    first, last = made.notes[0].text, made.notes[-1].text
    assert first.startswith("Quyết định số 30/2028/QĐ-UBND ngày 05 tháng 02 năm 2028")
    assert "có căn cứ ban hành như sau:\n“Căn cứ Luật Tổ chức chính quyền địa phương" in first
    assert last.count("quy định như sau:") == 3
    assert "“Điều 2. Điều khoản chuyển tiếp\nHồ sơ đã nộp" in last


def test_words_on_carrying_out_without_an_article_to_stand_at():
    base = BASE.partition("Điều 4. Hiệu lực thi hành")[0]
    made = consolidated(base=base)
    assert len(made.enforcement) == 3
    assert made.enforcement[0].startswith("Điều 2 của Quyết định số 30/2028/QĐ-UBND")


def test_a_suspension_is_noted():
    act = FIRST.replace("5. Bãi bỏ khoản 3 Điều 2.", "5. Ngưng hiệu lực khoản 3 Điều 2.")
    made = consolidated(acts=(act,))
    words = dict(noted(made))
    assert words["3."].startswith("Khoản này được ngưng hiệu lực theo quy định tại khoản 5 Điều 1")


def test_an_act_that_amends_something_else_is_not_listed():
    other = SECOND.replace("12/2027", "13/2027")
    made = consolidated(acts=(FIRST, other))
    assert [act.number for act in made.acts] == ["Quyết định số 30/2028/QĐ-UBND"]
    assert {one.reason for one in made.applied.refused} == {"other_work", "not_found"}
    alone = consolidated(acts=(other,))
    assert alone.preface[0].endswith("năm 2027.")


def test_nothing_is_lost_on_the_way_back():
    assert revert(consolidated().applied).source.text == BASE
