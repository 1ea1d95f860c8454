"""Where a body ends: feet, second letterheads, attached texts, lists, appendices, forms."""

from __future__ import annotations

import pytest
from tests.structure.drafts import BODY, FOOT, HEAD, WHOLE, eids, words

from minhphap.structure import parse_text

CREST = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
ARTICLES = """Điều 1. Phạm vi áp dụng
Quy chế này áp dụng cho bến thủy trên địa bàn tỉnh Sơn Hà.
Điều 2. Trách nhiệm
1. Sở Xây dựng chủ trì kiểm tra bến.
2. Công an tỉnh phối hợp kiểm tra.
"""
ISSUED = "(Ban hành kèm theo Quyết định số 15/2026/QĐ-UBND ngày 12 tháng 5 năm 2026)\n"


@pytest.mark.parametrize(
    "letterhead",
    [
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n" + CREST,
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\n-------\n" + CREST + "---------------\n",
        CREST + "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ\n",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "QUY CHẾ\nPhối hợp quản lý bến thủy trên địa bàn tỉnh\n" + ISSUED,
        "QUY CHẾ\nPHỐI HỢP QUẢN LÝ BẾN THỦY\n" + ISSUED,
        "QUY CHẾ PHỐI HỢP QUẢN LÝ BẾN THỦY\n",
        "ĐIỀU LỆ\nQuỹ Vì bến thủy an toàn\nChương I\nQUY ĐỊNH CHUNG\n",
    ],
)
def test_rules_below_a_second_letterhead_are_attached(letterhead: str, title: str) -> None:
    document = parse_text(WHOLE + letterhead + title + ARTICLES)
    assert [one.type for one in document.provisions[-2:]] == ["signature", "attached"]
    assert "att_1__art_2__para_2" in document.by_eid
    assert words(document, "att_1").startswith(title.partition("\n")[0])
    assert document.meta.signatory is not None
    assert document.meta.signatory.name == "Trần Minh Hòa"


def test_a_form_below_a_second_letterhead_is_an_appendix() -> None:
    form = CREST + "Sơn Hà, ngày … tháng … năm …\nĐƠN ĐỀ NGHỊ MỞ BẾN\nKính gửi: Sở Xây dựng\n"
    found = eids(WHOLE + form + "Điều 1. Bên A cam kết\n")
    assert found[-1] == "app_1"


def test_the_title_of_an_attached_text_may_be_wrapped() -> None:
    title = (
        "QUY CHẾ\nPhối hợp giữa các cơ quan trong quản lý, khai thác và\nbảo vệ bến thủy nội địa,"
        " khu neo đậu và luồng chạy tàu\nthuyền trên các tuyến sông do tỉnh Sơn Hà quản lý, trong\n"
        "phòng ngừa và xử lý tai nạn đường thủy\n(Ban hành kèm theo Quyết định số"
        " 15/2026/QĐ-UBND ngày 12\ntháng 5 năm 2026 của Ủy ban nhân dân tỉnh Sơn Hà)\n"
    )
    sentence = "\n".join(
        [
            "Ủy ban nhân dân xã có trách nhiệm kiểm tra bến thủy trên",
            "địa bàn, lập biên bản khi bến không có biển báo, đèn báo",
            "và báo cáo Sở Xây dựng trước ngày 15 tháng 12 hằng năm để",
            "tổng hợp, trình Ủy ban nhân dân tỉnh xem xét việc xử lý.",
        ]
    )
    long = "".join(f"Điều {number}. Kiểm tra bến\n{sentence}\n" for number in range(1, 5))
    document = parse_text(BODY + FOOT + CREST + title + long)
    assert "wrapped-lines" in {one.code for one in document.diagnostics}
    assert "att_1__art_4" in document.by_eid


def test_an_appendix_ends_the_last_article_without_saying_what_it_belongs_to() -> None:
    rules = "QUY CHẾ\nPHỐI HỢP QUẢN LÝ BẾN THỦY\n" + ISSUED + ARTICLES
    document = parse_text(WHOLE + rules + "Phụ lục 01\nMẪU BIÊN BẢN\n(Tên đoàn kiểm tra)\n")
    assert words(document, "att_1__art_2__para_2").endswith("phối hợp kiểm tra.")
    assert words(document, "app_1").startswith("Phụ lục 01")
    document = parse_text(WHOLE + rules + "PHỤ LỤC\nDanh mục bến thủy\n1. Bến Đồi Chè\n")
    assert words(document, "app_1").endswith("Bến Đồi Chè")


def test_a_label_before_the_next_article_opens_no_appendix() -> None:
    text = (
        "Điều 1. Hồ sơ\nHồ sơ lập theo mẫu sau.\nPHỤ LỤC I\nĐƠN\nĐỀ NGHỊ\nMỞ BẾN\nKHÁCH\n"
        "Điều 2. Thời hạn\nThời hạn là 05 ngày.\n"
    )
    assert eids(text) == ["art_1", "art_2"]


def test_the_signature_of_a_model_inside_an_article_ends_no_body() -> None:
    text = BODY.replace("/.", ".") + (
        "Người đại diện ký như sau:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNơi nhận:\n- Lưu: VT.\n"
        "Điều 4. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 6 năm 2026./.\n"
    )
    document = parse_text(HEAD + text + FOOT)
    assert "art_4" in document.by_eid
    assert document.provisions[-1].eid == "signature"
    assert words(document, "art_3").endswith("- Lưu: VT.")


@pytest.mark.parametrize(
    "foot",
    ["T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Minh Hòa\n", "Trần Minh Hòa\n(Đã ký)\n"],
)
def test_rare_signatures(foot: str) -> None:
    document = parse_text(HEAD + BODY + foot)
    assert words(document, "signature") == foot.strip()
    assert document.meta.signatory is not None
    assert document.meta.signatory.name == "Trần Minh Hòa"


def test_a_letter_without_numbers_is_signed_where_it_has_ended() -> None:
    letter = (
        "SỞ XÂY DỰNG\nSố: 12/SXD-VT\nKính gửi: Ủy ban nhân dân các xã\n"
        "Sở Xây dựng đề nghị các xã báo cáo số bến thủy trước ngày 15 tháng 6 năm 2026./.\n"
    )
    document = parse_text(letter + "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thu Hà\n")
    assert [one.eid for one in document.provisions] == ["preamble", "signature"]
    assert words(document, "preamble").endswith("năm 2026./.")


def test_recipients_may_stand_below_the_signature() -> None:
    document = parse_text(
        HEAD + BODY + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Minh Hòa\n"
        "- Bộ Xây dựng;\n- Thường trực Tỉnh ủy;\n- Sở Xây dựng;\n- Lưu: VT.\n"
    )
    assert words(document, "signature").endswith("Trần Minh Hòa")
    assert words(document, "recipients").startswith("- Bộ Xây dựng")
    assert document.meta.recipients == (
        "Bộ Xây dựng",
        "Thường trực Tỉnh ủy",
        "Sở Xây dựng",
        "Lưu: VT",
    )


def test_recipients_are_read_where_the_list_is_not_below_its_label() -> None:
    document = parse_text(
        HEAD + BODY + "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Minh Hòa\n"
        "- Bộ Xây dựng;\n- Sở Xây dựng;\n- Lưu: VT.\n"
    )
    assert document.meta.recipients == ("Bộ Xây dựng", "Sở Xây dựng", "Lưu: VT")


def test_a_blank_to_fill_in_is_no_list_of_recipients() -> None:
    text = "Điều 1. Hồ sơ mời thầu\nĐịa chỉ nộp hồ sơ:\nNơi nhận: ____ [ghi tên bên mời thầu]\n"
    assert eids(text) == ["art_1"]


def test_rows_of_an_issued_list_are_no_clauses() -> None:
    text = WHOLE + "DANH MỤC\nBẾN THỦY ĐƯỢC SỬA CHỮA\n" + ISSUED + "1. Bến Đồi Chè\n2. Bến Lạc\n"
    assert eids(text)[-1] == "app_1"


def test_an_issued_list_of_forms_is_followed_by_the_forms() -> None:
    text = WHOLE + (
        "DANH MỤC BIỂU MẪU\n" + ISSUED + "Mẫu số 01\nĐơn đề nghị mở bến\n"
        "Mẫu số 02\nBiên bản kiểm tra bến\nMẫu số 01\n" + CREST + "ĐƠN ĐỀ NGHỊ\n"
        "Mẫu số 02\nĐOÀN KIỂM TRA\n" + CREST + "BIÊN BẢN\n"
    )
    document = parse_text(text)
    found = [one.eid for one in document.provisions if one.type == "appendix"]
    assert found == ["app_1", "app_2", "app_3"]
    assert words(document, "app_3").endswith("BIÊN BẢN")


def test_rows_of_an_issued_list_of_appendices_are_no_labels() -> None:
    text = WHOLE + (
        "DANH MỤC CÁC PHỤ LỤC\n" + ISSUED + "Phụ lục I\nBến thủy cấp tỉnh\nPhụ lục II\n"
        "Bến thủy cấp xã\nPhụ lục I\nBẾN THỦY CẤP TỈNH\nBến Lạc\nPhụ lục II\nBẾN THỦY CẤP XÃ\n"
    )
    found = [one for one in eids(text) if one.startswith("app")]
    assert found == ["app_1", "app_2", "app_3"]


def test_rules_may_follow_an_issued_list() -> None:
    rows = "".join(f"{number}. Bến số {number}\n" for number in range(1, 9))
    text = WHOLE + "DANH MỤC BẾN THỦY\n" + ISSUED + rows
    text += "QUY TRÌNH KIỂM TRA BẾN THỦY\n" + ISSUED + ARTICLES
    found = eids(text)
    assert found[found.index("app_1") :][:3] == ["app_1", "att_1", "att_1__art_1"]


def test_the_label_of_an_appendix_may_stand_on_one_line_with_its_title() -> None:
    line = "PHỤ LỤC 1 DANH MỤC BẾN THỦY (Kèm theo Quyết định số 15/2026/QĐ-UBND)\n1. Bến Lạc\n"
    assert eids(WHOLE + line)[-1] == "app_1"


def test_the_title_of_an_appendix_may_stand_beside_its_label_in_small_letters() -> None:
    text = WHOLE + (
        "Phụ lục 1: Danh mục bến thủy cấp tỉnh\n1. Bến Lạc\nTheo quy định tại\n"
        "Phụ lục 2: bến thủy cấp xã.\nPhụ lục 2: Danh mục bến thủy cấp xã\n1. Bến Đồi Chè\n"
    )
    document = parse_text(text)
    assert words(document, "app_1").endswith("bến thủy cấp xã.")
    assert words(document, "app_2").endswith("Bến Đồi Chè")
    assert "app_3" not in document.by_eid
