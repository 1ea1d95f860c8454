"""What a document says in one place and means in another: subjects, quotations, notes, names."""

from __future__ import annotations

import pytest

from minhphap.citations import Citation, cite
from minhphap.citations.kinds import kind_of
from minhphap.citations.known import Known
from minhphap.citations.notes import read_notes
from minhphap.structure import parse_text

HEAD = "CHÍNH PHỦ\nSố: 9/2031/NĐ-CP\nNGHỊ ĐỊNH\n"


def read(text: str) -> list[tuple[str, str, str]]:
    """Words, work and eid (or reason) of each citation."""
    rows = []
    for one in cite(parse_text(text)):
        rows += [(text[one.start : one.end], *_target(one))]
    return rows


def _target(one: Citation) -> tuple[str, str]:
    if not one.targets:
        return "", one.reason or ""
    target = one.targets[0]
    work = target.work
    name = "this" if work.this else "attached" if work.attached else work.number or work.title or ""
    return name, target.resolved or target.eid or ""


def test_an_article_says_what_it_amends() -> None:
    rows = read(
        HEAD + "Về phí\nĐiều 1. Phạm vi\nNghị định này quy định về phí.\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Nghị định số 5/2029/NĐ-CP\n"
        "1. Bãi bỏ Điều 7.\n2. Thay cụm từ “cấp huyện” tại khoản 3 Điều 8.\n"
        "Điều 3. Hiệu lực\nNghị định này có hiệu lực theo Điều 1.\n"
    )
    assert ("Điều 7", "5/2029/NĐ-CP", "art_7") in rows
    assert ("khoản 3 Điều 8", "5/2029/NĐ-CP", "art_8__para_3") in rows
    assert rows[-1] == ("Điều 1", "this", "art_1")


def test_a_later_order_goes_on_with_the_work_of_article_1() -> None:
    rows = read(
        HEAD + "Về phí\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 5/2029/NĐ-CP\n"
        "1. Bãi bỏ Điều 7.\nĐiều 2. Thay cụm từ “cấp huyện” bằng “cấp xã” tại Điều 12.\n"
        "Điều 3. Hiệu lực\nTheo Điều 2 Nghị định này.\n"
    )
    assert ("Điều 12", "5/2029/NĐ-CP", "art_12") in rows
    assert rows[-1] == ("Điều 2 Nghị định này", "this", "art_2")


def test_drafts_and_plans_lend_nothing() -> None:
    rows = read(
        "THÔNG BÁO\nĐiều 1. Giao Bộ\nBộ Tài chính trình dự thảo Nghị định sửa đổi, bổ sung một số"
        " điều của Nghị định số 5/2029/NĐ-CP; báo cáo theo Điều 2.\nĐiều 2. Báo cáo\nMột năm.\n"
    )
    assert rows[-1][:2] == ("Điều 2", "this")


def test_a_list_of_what_a_resolution_is_guided_on() -> None:
    rows = read(
        HEAD + "Hướng dẫn chính sách\nĐiều 1. Phạm vi điều chỉnh\nNghị định này hướng dẫn chính"
        " sách quy định tại Nghị quyết số 29/2031/QH16, bao gồm:\n1. Điều 11 quy định xử lý dự"
        " án.\n2. Khoản 4 Điều 12 quy định miễn tiền.\nĐiều 2. Đối tượng\nCơ quan nhà nước.\n"
    )
    assert ("Điều 11", "29/2031/QH16", "art_11") in rows
    assert ("Khoản 4 Điều 12", "29/2031/QH16", "art_12__para_4") in rows


def test_the_amending_circular_in_the_attached_rules() -> None:
    rows = read(
        "BỘ TÀI CHÍNH\nSố: 8/2031/TT-BTC\nTHÔNG TƯ\nBan hành Quy chế thu phí\n"
        "Điều 1. Ban hành kèm theo Thông tư này Quy chế thu phí.\nĐiều 2. Hiệu lực\n"
        "Kể từ ngày ký.\n"
        "BỘ TRƯỞNG\nTrần Văn Sơn\nQUY CHẾ\nThu phí\n"
        "(Ban hành kèm theo Thông tư số 8/2031/TT-BTC)\n"
        "Điều 1. Phạm vi\nQuy chế này quy định việc thu phí.\nĐiều 2. Thi hành\n"
        "Theo Điều 2 Thông tư này và Điều 1 Quy chế này.\n"
    )
    assert ("Điều 2 Thông tư này", "this", "art_2") in rows
    assert rows[-1] == ("Điều 1 Quy chế này", "this", "att_1__art_1")


def test_quoted_words_belong_to_the_work_quoted() -> None:
    rows = read(
        "TỔNG CỤC THUẾ\nSố: 12/TCT-CS\nKính gửi: Thuế tỉnh Sơn Hà\nTại khoản 2 Điều 5 Nghị định số"
        " 31/2031/NĐ-CP quy định: “2. Hộ nộp thuế theo khoản 1 Điều này, thời hạn theo Điều 9 Nghị"
        " định này.”"
        " Căn cứ quy định trên, Thuế tỉnh trả lời hộ.\n"
    )
    assert rows[1:] == [
        ("khoản 1 Điều này", "31/2031/NĐ-CP", "art_5__para_1"),
        ("Điều 9 Nghị định này", "31/2031/NĐ-CP", "art_9"),
    ]


CONSOLIDATED = (
    "VĂN BẢN HỢP NHẤT\nNGHỊ ĐỊNH\nVề phí\nNghị định số 5/2029/NĐ-CP được sửa đổi, bổ sung bởi:\n"
    "Nghị định số 6/2030/NĐ-CP ngày 01 tháng 02 năm 2030.\nĐiều 1. Phạm vi\n1. Thu phí.\n"
    "2.[1] Miễn phí theo Điều 2 Nghị định này.\nĐiều 2.[2] Mức thu\nMột trăm đồng.\n"
    + "Điều 3. Nộp\nNộp vào ngân sách nhà nước theo quy định của pháp luật về phí.\n"
    * 1
    + "CHÚ THÍCH CUỐI TRANG\n"
    "1 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Nghị định số 6/2030/NĐ-CP.\n"
    "2 Điều này được sửa đổi theo quy định tại khoản 2 Điều 1 của Nghị định số 6/2030/NĐ-CP.\n"
)


def test_notes_of_a_consolidated_text() -> None:
    document = parse_text(CONSOLIDATED)
    assert kind_of(document) == "consolidated"
    assert [note.eid for note in read_notes(document)] == [None, "art_1__para_2", "art_2"]
    rows = read(CONSOLIDATED)
    assert ("Điều 2 Nghị định này", "this", "art_2") in rows
    assert ("Khoản này", "this", "art_1__para_2") in rows
    assert ("Điều này", "this", "art_2") in rows
    roles = {c.role for c in cite(document) if c.shape == "provision"}
    assert roles == {"amended_by"}


def test_notes_may_be_missing() -> None:
    document = parse_text(CONSOLIDATED.partition("\n1 Khoản")[0] + "\n")
    assert [(note.eid, note.end) for note in read_notes(document)] == [
        (None, len(document.source.text))
    ]
    assert read_notes(parse_text("NGHỊ ĐỊNH\nĐiều 1. Phạm vi\nThu phí.\n")) == []


def test_a_list_is_not_half_linked() -> None:
    rows = cite(
        parse_text(
            HEAD
            + "Về phí\nĐiều 1. Phạm vi\nThu phí.\nĐiều 2. Lương\nTheo các Điều 1, 9, 11, quy định"
            " tại khoản 1 Điều 10 Thông tư số 27/2031/TT-BTC.\n"
        )
    )
    first = rows[-2]
    assert {(t.resolved, t.reason) for t in first.targets} == {(None, "ambiguous")}


def test_names_are_known_in_the_whole_document() -> None:
    rows = read(
        HEAD + "Về phí\nCăn cứ Luật Phí và lệ phí số 97/2015/QH13 (sau đây gọi là Luật Phí);\n"
        "Điều 1. Phạm vi\nThu phí theo Điều 4 Luật Phí.\n"
    )
    assert rows[-1] == ("Điều 4 Luật Phí", "97/2015/QH13", "art_4")


def test_appendix_of_what_is_repealed() -> None:
    found = cite(
        parse_text(
            "BỘ TÀI CHÍNH\nSố: 8/2031/TT-BTC\nTHÔNG TƯ\nBãi bỏ văn bản\nĐiều 1. Bãi bỏ các văn bản"
            " tại Phụ lục.\nBỘ TRƯỞNG\nTrần Văn Sơn\nPHỤ LỤC\nDANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT"
            " BÃI BỎ\n1. Thông tư số 3/2020/TT-BTC hướng dẫn Nghị định số 2/2020/NĐ-CP.\n"
        )
    )
    assert [one.role for one in found[-2:]] == ["repeals", "guides"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NGHỊ ĐỊNH\nĐiều 1. Phạm vi\nNghị định này quy định về phí.", "decree"),
        ("PHẦN MỞ ĐẦU\nĐiều 1. Ra quyết định\nQuyết định này là cuối cùng.\nĐiều 2. Hiệu lực\n"
         "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.", "law"),
        ("CỤC THUẾ\nSố: 5253/CT-CS\nKính gửi: Thuế tỉnh Sơn Hà\nCục Thuế trả lời.", "letter"),
        ("LUẬT\nGIÁ\nLuật Giá số 1/2030/QH16, được sửa đổi, bổ sung bởi:\nLuật số 2/2031/QH16.\n"
         "Điều 1. Phạm vi\nLuật này quy định về giá.", "consolidated"),
        ("Một đoạn văn.", None),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str | None) -> None:
    assert kind_of(parse_text(text)) == kind


def test_known_names_by_their_longest() -> None:
    names = Known({})
    names["luật giá"] = names["luật giá đất"] = None  # type: ignore[assignment]
    assert names.longest("theo luật giá đất này", 5) == "luật giá đất"
    assert names.longest("theo luật giáo dục", 5) == ""


def test_a_bare_provision_looks_ahead_for_its_article() -> None:
    text = HEAD + (
        "Về phí\nĐiều 1. Quyền\n1. Các quyền gồm:\na) Thu phí;\nb) Miễn phí.\n2. Nghĩa vụ gồm:\n"
        "a) Nộp;\nb) Báo cáo.\nĐiều 2. Tổ chức\n1. Có quyền tại điểm b khoản 1 và nghĩa vụ tại"
        " điểm a khoản 2 Điều 1 Nghị định này.\n2. Có quyền tại điểm đ khoản 9 và nghĩa vụ tại"
        " điểm a khoản 2 Điều 1 Nghị định này.\n3. Theo điểm c khoản 1.\n"
    )
    rows = read(text)
    assert ("điểm b khoản 1", "this", "art_1__para_1__point_b") in rows
    reasons = [t.reason for c in cite(parse_text(text)) for t in c.targets]
    assert reasons == [None, None, "ambiguous", None, "missing"]


def test_numbered_items_of_what_a_point_announces() -> None:
    text = HEAD + (
        "Về phí\nĐiều 1. Hiệu lực\n1. Các quy định sau đây hết hiệu lực:\na) Điều 4 của Nghị định"
        " số 5/2029/NĐ-CP;\nđ) Các điều, khoản, điểm của Nghị định số 6/2029/NĐ-CP, bao gồm:\n"
        "đ1) Điều 1, trừ khoản 2;\nđ2) Khoản 3 Điều 8.\n"
    )
    rows = read(text)
    assert ("Điều 1", "6/2029/NĐ-CP", "art_1") in rows
    assert ("khoản 2", "6/2029/NĐ-CP", "art_1__para_2") in rows
    assert ("Khoản 3 Điều 8", "6/2029/NĐ-CP", "art_8__para_3") in rows
    assert [one.role for one in cite(parse_text(text))][-1] == "repeals"
