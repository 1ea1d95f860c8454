"""What a passage is about and what it asks, where the letter says neither by number nor by verb."""

import pytest
from letter_samples import letter, word

from minhphap.crowd.letters import collect
from minhphap.crowd.letters.amended import Amended
from minhphap.crowd.letters.asks import cue, implied
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.effect import effect_clause, speaks_of_effect
from minhphap.crowd.letters.features import features
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.words import Words
from minhphap.structure import parse_text

POOL = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
QUYẾT ĐỊNH
Quy định quản lý bể bơi trên địa bàn tỉnh Sơn Hà
Điều 1. Vệ sinh
1. Bể bơi thay nước vào tháng 3 và tháng 9 hằng năm.
2. Khách tắm tráng trước khi xuống bể.
Điều 2. Cứu hộ
1. Bể sâu trên 1,4 m có ghế quan sát và phao tròn.
2. Nhân viên cứu hộ trực theo ca:
a) Ca sáng 02 người;
b) Ca chiều 03 người mang còi đồng.
Điều 3. Giá vé
1. Vé lượt 30.000 đồng, vé tháng 400.000 đồng.
2. Vé bán qua quầy có chi phí in ấn do chủ bể trả.
Điều 4. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2027.
2. Sở Văn hóa, Thể thao và Du lịch hướng dẫn thi hành Quyết định này.
"""


@pytest.fixture(scope="module")
def pool():
    return Clauses(parse_text(POOL))


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        ("Vé tháng 400.000 đồng là cao so với tỉnh bên.", "amend"),
        ("Mười phút nghỉ giữa giờ thì ngắn quá.", "amend"),
        ("Ghế quan sát đặt một bên ngắn, không thấy hết bể.", "amend"),
        ("Bắt trẻ nhỏ đội mũ bơi coi sao được.", "amend"),
        ("Dự thảo thiếu quy định về bể bơi trường học.", "add"),
        ("Bể bơi xã mới xây năm ngoái.", "general"),
    ],
)
def test_a_remark_on_a_provision_wants_it_otherwise(words, ask):
    assert implied(words) == ask


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        ("Bể sâu nên có thêm phao.", "add"),
        ("Bể trẻ em cần có rào chắn.", "add"),
        ("Đeo phao rồi xuống nước là phải rồi.", "agree"),
        ("Khách phải tắm tráng là đúng quá rồi.", "agree"),
        ("Nghỉ ba buổi là phải trả lại tiền.", "amend"),
        ("Cho khách được vào bất cứ lúc nào.", "amend"),
        ("Bể lát gạch không thuộc nhóm nào, cần xếp lại.", "amend"),
        ("Người già không biết chuyển khoản, nên cho nộp tại quầy.", "amend"),
        ("Vé lượt là cao, đề nghị giữ mức 20.000 đồng như hiện hành.", "amend"),
        ("Khoản 2 bãi bỏ vé tháng, đề nghị thuyết minh lý do bãi bỏ.", "question"),
        ("Đề nghị ghi rõ bãi bỏ toàn bộ hay một phần.", "amend"),
        ("Đề nghị không cấm hẳn mà chỉ cho vào theo giờ.", "amend"),
        ("Vé tính theo giờ hay theo lượt thì dự thảo chưa rõ.", "question"),
        ("Lùi sang mùa hè được thì tốt.", "amend"),
        ("Vé lượt ba mươi nghìn cao hơn tỉnh bên, sao không bằng họ.", "amend"),
        ("Thay nước mỗi tuần là bất khả thi.", "amend"),
        ("Ghế xa quá, đặt cách 5 m là được.", "amend"),
        ("Mức giá vé tháng phù hợp.", "agree"),
    ],
)
def test_what_talk_without_a_verb_of_asking_asks(words, ask):
    asked = cue(mend(words)).ask
    assert (implied(words) if asked == "general" else asked) == ask


@pytest.mark.parametrize(
    ("words", "topic", "clause"),
    [
        ("Thời điểm có hiệu lực sát mùa hè, khó chuẩn bị.", Topic(), "art_4__para_1"),
        ("Áp dụng từ tháng 4 năm 2027 gấp quá.", Topic(), "art_4__para_1"),
        ("Thay nước tháng 3 còn lạnh.", Topic(), "art_1__para_1"),
        ("Bản đánh giá tác động chưa tính chi phí.", Topic(("art_3",), "3"), "general"),
        ("Tên Quyết định quá dài.", Topic(), "general"),
        ("Bổ sung căn cứ Luật Thể dục, thể thao.", Topic(), "general"),
        (
            "Ca chiều ba người mang còi đồng là đủ.",
            Topic(("art_2",), "2"),
            "art_2__para_2__point_b",
        ),
    ],
)
def test_where_a_passage_without_a_number_belongs(pool, words, topic, clause):
    assert pool.place(words, "amend", topic).clause == clause


def test_the_article_on_effect_is_one_or_none(pool):
    assert effect_clause(pool.words) == "art_4__para_1"
    assert effect_clause(Words(parse_text(POOL.replace("có hiệu lực từ", "được gửi")))) is None
    assert not speaks_of_effect("giấy phép hết hiệu lực thì cấp lại")


def test_a_heading_with_words_of_its_own_is_no_title_of_an_article(pool):
    assert pool.by_heading("Về chi phí tuân thủ") is None
    assert pool.by_heading("Về chi phí in ấn") == "art_3"


def test_strong_words_outweigh_a_guessed_heading(pool):
    guessed = Topic(("art_3",), "Giá vé", text="Giá vé", guessed=True)
    words = "Nhân viên cứu hộ trực ca chiều nên mang áo đỏ."
    assert pool.place(words, "amend", guessed).clause.startswith("art_2__para_2")
    named = Topic(("art_3",), "Điều 3")
    assert pool.place(words, "amend", named).clause == "art_3"


def test_months_and_lists_are_counted_things():
    assert "tháng 3" in features("thay nước vào tháng 3")
    assert "ngày 10" in features("trước mùng 10")
    assert "15 phút" in features("mười lăm phút")


def found_in(folder, *lines):
    path = folder / "thu.docx"
    path.write_bytes(word(letter(*lines).splitlines()))
    (got,) = collect([path], parse_text(POOL)).letters
    return got


def test_headings_with_bullets_end_one_another(tmp_path):
    got = found_in(
        tmp_path,
        "Sau khi họp, nhà trường có ý kiến như sau:",
        "* Về giá vé",
        "Vé tháng nên bán theo quý.",
        "* Các vấn đề khác",
        "Nhân viên cứu hộ trực ca chiều ít quá.",
    )
    assert [one.clause[:5] for one in got.passages] == ["art_3", "art_2"]


def test_numbered_words_open_passages_and_a_farewell_ends_the_last(tmp_path):
    got = found_in(
        tmp_path,
        "B. Về từng quy định",
        "Thứ nhất, giá vé. Vé lượt cho trẻ em là quá cao.",
        "Thứ hai, ca trực. Nhân viên cứu hộ ca sáng là quá ít.",
        "Trân trọng.",
        "Nhóm luật sư Sơn Hà",
    )
    assert [one.text.split(",")[0] for one in got.passages] == ["Thứ nhất", "Thứ hai"]
    assert got.passages[-1].text.endswith("ít.")


def test_remarks_under_a_heading_stand_alone(tmp_path):
    got = found_in(
        tmp_path,
        "1. Về giá vé",
        "Đề nghị giảm vé lượt còn 20.000 đồng.",
        "Vé tháng chưa tính người đi hai buổi.",
        "Chi phí in ấn là quá cao.",
    )
    assert [one.text[:9] for one in got.passages] == ["Đề nghị g", "Vé tháng ", "Chi phí i"]


def table(folder, *rows):
    path = folder / "bang.docx"
    path.write_bytes(word(letter("Ý kiến như sau:").splitlines(), [rows]))
    (got,) = collect([path], parse_text(POOL)).letters
    return [one.clause for one in got.passages]


def test_a_clause_column_that_is_merged_holds_for_the_rows_below(tmp_path):
    clauses = table(
        tmp_path,
        ("Điều, khoản", "Nội dung dự thảo", "Ý kiến"),
        ("Điều 2", "Khoản 1. Bể sâu trên 1,4 m", "Nên ghi 1,2 m"),
        ("", "Khoản 2. Nhân viên cứu hộ trực theo ca", "Tăng thêm người"),
    )
    assert clauses == ["art_2__para_1", "art_2__para_2"]


def test_a_row_on_the_whole_text_is_general(tmp_path):
    clauses = table(tmp_path, ("Vị trí", "Đề nghị"), ("Toàn văn", "Dùng thống nhất “khách tắm”"))
    assert clauses == ["general"]


def test_an_article_column_that_is_merged_holds_for_the_clauses_below(tmp_path):
    clauses = table(
        tmp_path,
        ("STT", "Điều", "Khoản", "Ý kiến"),
        ("1", "Điều 1", "Khoản 1", "Thay nước mỗi quý"),
        ("2", "", "Khoản 2", "Nhất trí"),
    )
    assert clauses == ["art_1__para_1", "art_1__para_2"]


def test_parts_of_a_changed_article_are_found_by_its_name():
    orders = "".join(
        f"{at}. Sửa đổi, bổ sung khoản {at} Điều 3 như sau:\n“{at}. Bến số {at} mở cửa ban đêm.”.\n"
        for at in range(1, 4)
    )
    act = "Quyết định số 15/2022/QĐ-UBND"
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nQUYẾT ĐỊNH\n"
        f"Sửa đổi, bổ sung một số điều của Quy chế quản lý bến đò ban hành kèm theo {act}\n"
        f"Điều 1. Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo {act}\n{orders}"
        "Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 3 năm 2027.\n"
    )
    amended = Amended(parse_text(text))
    assert amended.find("art_3__para_2") == "art_1__para_2"
    assert amended.find("art_3__para_2__point_a") == "art_1__para_2"
    assert amended.find("art_3") == "art_1"
    assert amended.find("art_9") is None
