"""Forms of citing that other drafters use; each was once read wrong."""

from __future__ import annotations

import time

import pytest
from tests.citations.marked import HERE, only, point, points, spans

from minhphap.citations import Citation, Context, Work, cite, cite_passage
from minhphap.structure import parse_text

SPANS = [
    # paths from the innermost to the outermost, with commas
    "tại ⟦tiểu mục I, mục A, phần II, Phụ lục 1 ban hành kèm theo Nghị định số 12/2030/NĐ-CP⟧",
    "tại ⟦điểm 3.2, khoản 3, mục II, phần B, Thông tư số 05/2005/TT-BTC⟧ về thuế",
    "tại ⟦tiểu mục I, tiểu mục A1, mục A, phần I⟧ danh mục",
    # closing brackets in lists
    "tại ⟦các điểm a), b) khoản 2 Điều 5⟧; tại ⟦từ điểm a) đến điểm d) khoản 3 Điều 7⟧",
    "theo ⟦điểm a⟧)\nb) ⟦Khoản 2 Điều 5⟧ áp dụng",
    "tại ⟦các Điều: 57, 58, 59 và Điều 60 của Luật Giá⟧; ⟦các khoản: 1, 2 Điều 3⟧",
    "⟦khoản 1÷3 Điều 5; từ Điều 14 tới Điều 18; các điểm a - d khoản 1 Điều 2⟧",
    "gửi theo ⟦khoản 3 Điều này⟧ tới Sở Tài chính",
    # capitals
    "THEO QUY ĐỊNH TẠI ⟦ĐIỀU 5 NGHỊ ĐỊNH SỐ 12/2031/NĐ-CP⟧",
    "theo ⟦ĐIỀU 5 của Luật Giá⟧ và ⟦KHOẢN 2 ĐIỀU 9⟧ của hợp phần",
    # titles of attached rules
    "theo ⟦Điều 5 Quy chế quản lý chợ⟧ và các quy định khác",
    "⟦Điều 8 Quy chế làm việc của Ủy ban nhân dân tỉnh⟧, trừ trường hợp khẩn cấp",
    "sửa đổi ⟦Điều 4 Quy định về quản lý, sử dụng và khai thác chợ⟧ như sau",
    "⟦điểm 1 Mục I Biểu mức thu phí tham quan ban hành kèm theo Thông tư số 5/2031/TT-BTC⟧",
    "Quy định tại ⟦điểm b Mục II Chương trình ban hành kèm theo Quyết định số 92/QĐ-TTg⟧.",
    "⟦Phụ lục 4 về danh mục ngành, nghề ban hành kèm theo Nghị quyết số 5/2031/NQ-HĐND⟧",
    "⟦mục 32 Phụ lục 4 Danh mục ngành, nghề kinh doanh có điều kiện của Luật Đầu tư⟧ đã",
    "theo ⟦Mẫu số 01 kèm theo Phụ lục I.3 Nghị quyết này⟧",
    "⟦các mẫu từ 01 đến 03 Phụ lục III ban hành bổ sung kèm theo Thông tư số 5/2031/TT-BTC⟧",
    "theo ⟦Mẫu số B 01 - DN⟧ và mẫu khác",
    "thay thế ⟦luật sửa đổi, bổ sung một số điều của Luật Giá năm 2028⟧.",
    # documents of the Party, letters, dates
    "Thực hiện ⟦Thông báo Kết luận số 74-TB/TU ngày 24/02/2031 của Ban Thường vụ Thành ủy⟧ về",
    "⟦Nghị quyết số 5-NQ/TW ngày 2/3/2031 của Ban Chấp hành Trung ương (khóa XII)⟧ về dân số",
    "⟦Nghị quyết số 4-NQ/TW Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII⟧ về Đảng",
    "⟦công văn số 25-2303/PBHC-KD của Tổng công ty Phân bón Sơn Hà⟧ hỏi",
    "⟦Công văn số 3/BTC-CST⟧, ⟦4/BTC-CST⟧ và ⟦5/BTC-CST ngày 2/3/2031 của Bộ Tài chính⟧",
    "⟦QĐ 15/2031/QĐ-UBND⟧; ⟦VBHN số 12/VBHN-BTC⟧; TT 12 đồng",
    "⟦Quyết định số 35/2031/QĐ-TTgcủa Thủ tướng Chính phủ⟧ về đô thị",
    "⟦Quyết định số 2/2031/QĐ-UBND ngày 5/6/31 của UBND tỉnh⟧ về chợ",
    "⟦Quyết định số 13/95/QĐ-UB ngày mùng 5 tháng 6 năm 1995⟧ về chợ",
    "⟦Tờ trình số 04/TTr-SDL ngày ngày 27 tháng 02 năm 2031⟧",
    "theo ⟦Điều 134 BLHS 2015⟧ và ⟦khoản 1 Điều 7 của BLTTHS⟧",
    "⟦Điều thứ 12 của Hiến pháp năm 1946⟧",
    "Chính phủ quy định chi tiết ⟦điểm này⟧.",
]
NONE = [
    "ĐIỀU 5 - Phạm vi điều chỉnh",
    "Điều 5.- Phạm vi điều chỉnh",
    "Điều 5 - Phạm vi điều chỉnh",
    "Phần I - Quy định chung",
    "(Ký, ghi rõ họ tên) Mẫu số 04A\nMẫu chứng chỉ nghề",
    "Mẫu số 02 | Quyết định ban hành Kế hoạch kiểm tra\nMẫu số 17 | Phụ lục danh sách hộ",
    "II. Kết quả thực hiện\nBiểu 1: Báo cáo tình hình",
    "quy định tại Mục 2 (Quy định kỹ thuật) Quy chuẩn này",
    "mức thuế tại Chương 98 Biểu thuế nhập khẩu ưu đãi",
    "công trình/hạng mục A1, A2, A3",
    "ban hành văn bản hướng dẫn các luật, nghị quyết này",
    "đối với 02 dự án luật sau đây:\na) Luật Thương mại mặt trăng;\nb) Luật Bưu chính (sửa đổi).",
    "STT | Tên dự án | Cơ quan trình\n1 | Luật Trí tuệ mặt trăng | Chính phủ",
    "thành 02 dự án: Luật Giao dịch mặt trăng",
]


@pytest.mark.parametrize("marked", SPANS)
def test_spans(marked: str) -> None:
    found, wanted = spans(marked, HERE)
    assert found == wanted


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert spans(text, HERE)[0] == []


PATHS = {
    "tiểu mục I, mục A, phần II, Phụ lục 1": ["this app_1__part_2__sec_A__subsec_1"],
    "điểm 1, mục I, phần B": ["this part_B__sec_1__point_1"],
    "Mục 1, Mục 2 Chương III và Mục 3, Chương IV": [
        "this chp_3__sec_1", "this chp_3__sec_2", "this chp_4__sec_3",
    ],
    "khoản 1, mục V, Điều 1": ["this art_1__sec_5__para_1"],
    "điểm a khoản 1 mục I Điều 1": ["this art_1__sec_1__para_1__point_a"],
    "Mục 2, Điều 9, Điều 11": ["this sec_2", "this art_9", "this art_11"],
    "Chương II, Mục 1, Điều 5": ["this art_5"],
    "khoản 2 Điều 87, tiểu mục 6.1 Mục 6 Chương IV": [
        "this art_87__para_2", "this chp_4__sec_6__subsec_6.1",
    ],
    "điểm b khoản 2 Điều 28 khoản 1 Điều 34": [
        "this art_28__para_2__point_b", "this art_34__para_1",
    ],
    "Điều 5 và Mục V Phụ lục II": ["this art_5", "this app_II__sec_5"],
    "khoản 1 Điều 4 và Mẫu số 2 Phụ lục I": ["this art_4__para_1", "this app_I__form_2"],
    "khoản 1÷3 Điều 5": ["this art_5__para_1", "this art_5__para_2", "this art_5__para_3"],
    "Mẫu số B 01 - DN": ["this form_B01-DN"],
}  # fmt: skip


@pytest.mark.parametrize("words", PATHS)
def test_paths(words: str) -> None:
    assert points(only(f"quy định tại {words}.")) == PATHS[words]


def all_points(text: str, context: Context = HERE) -> list[str]:
    """What the citations of a text point at."""
    return [point(target) for one in cite_passage(text, context) for target in one.targets]


def roles(text: str, context: Context) -> list[str]:
    """Roles of the citations of a text."""
    return [one.role for one in cite_passage(text, context)]


def test_sections_of_an_article() -> None:
    context = Context(kind="decision", where="body", eid="art_1__sec_II__para_3")
    text = "theo khoản 2, điểm a khoản này. Theo mục này. Theo mục III. Theo khoản 1 mục I."
    assert all_points(text, context) == [
        "this art_1__sec_II__para_2", "this art_1__sec_II__para_3__point_a",
        "this art_1__sec_II", "this art_1__sec_3", "this art_1__sec_1__para_1",
    ]  # fmt: skip


def test_rules_are_known_by_their_title() -> None:
    text = (
        "Bãi bỏ Điều 7 Quy chế cho vay của hợp tác xã tín dụng ban hành kèm theo Quyết định số"
        " 12/2028/QĐ-NHNN. Bổ sung khoản 3 Điều 9 Quy chế cho vay như sau. Theo Điều 3 Quy chế cho"
        " vay của hợp tác xã tín dụng và Điều 4 Quy chế thi."
    )
    assert all_points(text) == [
        "12/2028/QĐ-NHNN+ art_7", "12/2028/QĐ-NHNN+ art_9__para_3", "12/2028/QĐ-NHNN+ art_3",
    ]  # fmt: skip
    several = text.replace("Theo", "Điều 1 Quy chế cho vay ban hành kèm theo Quyết định số 1/QĐ-X;")
    assert "1/QĐ-X+ art_1" in all_points(several)


def test_a_list_and_what_follows_at() -> None:
    text = "tại các Điều 3, 9 và tại khoản 1 Điều 10 Thông tư số 05/2031/TT-BTC"
    assert all_points(text) == [
        "05/2031/TT-BTC art_3", "05/2031/TT-BTC art_9", "05/2031/TT-BTC art_10__para_1",
    ]  # fmt: skip
    apart = "tại Điều này và tại Điều 5 của Luật Giá"
    assert all_points(apart) == ["this art_4", "Luật Giá art_5"]


def test_the_clause_that_was_just_named() -> None:
    text = "Thay cụm từ tại khoản 8 Điều 14 của Luật Giá và sửa đổi, bổ sung khoản này như sau:"
    context = Context(kind="law", where="amending", eid="art_41", work=Work(number="3/2031/QH16"))
    assert all_points(text, context) == ["Luật Giá art_14__para_8", "Luật Giá art_14__para_8"]


def test_what_a_law_issues_itself() -> None:
    work = Work(kind="law", number="89/2031/QH16")
    context = Context(kind="law", where="amending", eid="art_1__para_3", work=work)
    text = "Thay thế Phụ lục Danh mục chỉ tiêu bằng Phụ lục Danh mục chỉ tiêu kèm theo Luật này."
    assert all_points(text, context)[-1] == "this app"


def test_names_of_a_few_letters() -> None:
    text = (
        "Quyết định số 22/2031/QĐ-TTg về nhà ở (sau đây gọi tắt là QĐ22). Theo Điều 3 QĐ22 và QĐ23;"
        " Luật Giá số 16/2023/QH15 (sau đây viết gọn là Luật Giá); Điều 5 Luật Giá."
    )
    assert all_points(text) == [
        "22/2031/QĐ-TTg", "22/2031/QĐ-TTg", "22/2031/QĐ-TTg art_3",
        "16/2023/QH15", "16/2023/QH15", "16/2023/QH15 art_5",
    ]  # fmt: skip


def test_codes_by_their_letters() -> None:
    work = only("theo Điều 134 BLHS năm 2015").targets[0].work
    assert (work.title, work.year) == ("Bộ luật Hình sự", 2015)
    assert only("công văn số 752/CT-THN").targets[0].work.kind == "letter"


PREAMBLE = Context(kind="decision", where="preamble")
LETTER = Context(kind="letter", where="preamble")


@pytest.mark.parametrize(
    ("text", "context", "wanted"),
    [
        (
            "Thông tư số 37/2031/TT-BTC, được sửa đổi, bổ sung bởi:\n1. Thông tư số 4/2032/TT-BTC"
            " sửa đổi Thông tư số 37/2031/TT-BTC.\n2. Thông tư số 5/2033/TT-BTC.\nCăn cứ Luật Giá;",
            Context(kind="consolidated", where="preamble"),
            ["refers", "amended_by", "amends", "amended_by", "basis"],
        ),
        (
            "Nghị định số 3/2031/NĐ-CP, được sửa đổi bởi:\nNghị định số 4/2032/NĐ-CP, có hiệu lực"
            " ngay;\nNghị định số 5/2033/NĐ-CP.",
            Context(kind="consolidated", where="preamble"),
            ["refers", "amended_by", "amended_by"],
        ),
        (
            "Căn cứ Nghị định số 21/2031/NĐ-CP sửa đổi một số điều của Nghị định số 51/2026/NĐ-CP"
            " quy định lương và Nghị định số 52/2026/NĐ-CP quy định thưởng;",
            PREAMBLE,
            ["basis", "amends", "amends"],
        ),
        (
            "Căn cứ Nghị định số 8/2031/NĐ-CP quy định chi tiết Luật Giá và Thông tư số 12/2031/"
            "TT-BTC;",
            PREAMBLE,
            ["basis", "guides", "basis"],
        ),
        ("Căn cứ quy định nêu trên, Cục đồng ý tại Công văn số 5/CT-TN;", LETTER, ["refers"]),
        (
            "(đã được sửa đổi, bổ sung tại Khoản 2 Điều 6 Thông tư số 9/2031/TT-BTC).",
            LETTER,
            ["amended_by"],
        ),
        ("Người thuộc đối tượng điều chỉnh tại Nghị định số 8/2031/NĐ-CP", HERE, ["refers"]),
        (
            "theo Nghị định số 11/2031/NĐ-CP sửa đổi Nghị định số 9/2026/NĐ-CP, Nghị định số"
            " 3/2032/NĐ-CP quy định trợ cấp",
            HERE,
            ["refers", "amends", "refers"],
        ),
        (
            "bổ sung kinh phí theo khoản 3 Điều 2 Nghị định số 7/2031/NĐ-CP đã được sửa đổi, bổ"
            " sung. Điều 5 Luật Giá được sửa đổi, bổ sung như sau:",
            Context(kind="law", where="amending"),
            ["refers", "amends"],
        ),
    ],
)
def test_roles(text: str, context: Context, wanted: list[str]) -> None:
    assert roles(text, context) == wanted


HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 15/2031/QĐ-UBND\nQUYẾT ĐỊNH\n"


def resolved(text: str) -> dict[str, list[str | None]]:
    """Words of each citation of a document and the provisions they lead to."""
    document = parse_text(text)
    found: dict[str, list[str | None]] = {}
    for one in cite(document):
        found[words_of(text, one)] = [target.resolved for target in one.targets]
    return found


def words_of(text: str, one: Citation) -> str:
    return " ".join(text[one.start : one.end].split())


def test_nested_containers_lead_to_the_tree() -> None:
    text = (
        HEAD + "Về quản lý chợ\nChương II\nKHAI THÁC\nMục 1\nCHỢ XÃ\nĐiều 1. Thu phí\nThu theo Mục"
        " 2 Chương II Quyết định này.\nMục 2\nCHỢ HUYỆN\nĐiều 2. Hiệu lực\nTheo Mục 1 Chương này.\n"
    )
    assert resolved(text) == {
        "Mục 2 Chương II Quyết định này": ["chp_II__sec_2"],
        "Mục 1 Chương này": ["chp_II__sec_1"],
    }


def test_sections_of_an_article_lead_to_the_tree() -> None:
    text = (
        HEAD
        + "Phê duyệt Đề án\nĐiều 1. Phê duyệt Đề án với các nội dung sau:\nI. MỤC TIÊU\n1. Xanh"
        " và sạch.\n2. Theo khoản 1 mục này.\nII. GIẢI PHÁP\n1. Như khoản 1, mục I, Điều 1 Quyết"
        " định này.\n2. Xử phạt.\nIII. KINH PHÍ\nTheo mục II.\nĐiều 2. Quyết định này có hiệu lực"
        " ngay.\n"
    )
    found = resolved(text)
    assert found["khoản 1 mục này"] == ["art_1__sec_I__para_1"]
    assert found["khoản 1, mục I, Điều 1 Quyết định này"] == ["art_1__sec_I__para_1"]
    assert found["mục II"] == ["art_1__sec_II"]


def test_this_appendix_is_called_by_its_own_number() -> None:
    text = (
        HEAD + "Ban hành định mức\nĐiều 1. Ban hành kèm theo Quyết định này các Phụ lục I.1 và"
        " I.2.\nĐiều 2. Hiệu lực\nCó hiệu lực ngay.\nNơi nhận:\n- Như Điều 2;\nTM. ỦY BAN NHÂN"
        " DÂN\nPhụ lục I.1\nĐỊNH MỨC CHỢ\n(Kèm theo Quyết định số 15/2031/QĐ-UBND)\n1. Theo mục"
        " 2 Phụ lục này.\nPhụ lục I.2\nĐỊNH MỨC BẾN\nTheo Phụ lục này.\n"
    )
    document = parse_text(text)
    said = {words_of(text, one): points(one) for one in cite(document)}
    assert said["mục 2 Phụ lục này"] == ["this app_I.1__sec_2"]
    assert said["Phụ lục này"] == ["this app_I.2"]


def test_a_basis_on_a_line_of_its_own() -> None:
    text = (
        HEAD + "Về quản lý chợ\nCăn cứ Nghị định số 63/2030/NĐ-CP về chợ;\nNghị định số"
        " 48/2031/NĐ-CP và Nghị định số 92/2031/NĐ-CP về phí;\nĐiều 1. Phạm vi\nThu phí.\n"
    )
    assert [one.role for one in cite(parse_text(text))] == ["basis", "basis", "basis"]


def test_this_rule_of_a_text_without_rules_is_the_text() -> None:
    text = (
        HEAD
        + "Về thú y cấp xã\nĐiều 1. Đối tượng\n1. Phạm vi: Quy định này áp dụng cho xã.\nĐiều 2."
        " Hiệu lực\nCó hiệu lực ngay.\n"
    )
    assert [points(one) for one in cite(parse_text(text))] == [["this"]]


def test_a_long_row_is_read_in_linear_time() -> None:
    def seconds(size: int) -> float:
        row = ", ".join(f"a{n})" for n in range(1, 9)) + ", b) khoản 2; "
        text = (
            f"dự án luật:\n{'a) Luật Giá;' + chr(10)}" * size + f"tại các điểm {row * size}Điều 5"
        )
        start = time.process_time()
        cite_passage(text, HERE)
        return time.process_time() - start

    assert seconds(800) < 40 * max(seconds(100), 0.002)
