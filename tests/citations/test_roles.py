"""Why a document is cited."""

from __future__ import annotations

import pytest

from minhphap.citations import Context, Work, cite_passage

PREAMBLE = Context(kind="decision", where="preamble")
BODY = Context(kind="decision", where="body", eid="art_1")
AMENDING = Context(
    kind="decree", where="amending", eid="art_1", work=Work(kind="decree", number="1/2030/NĐ-CP")
)

CASES = [
    (PREAMBLE, "Căn cứ Luật Giá ngày 19 tháng 6 năm 2023;", ["basis"]),
    (PREAMBLE, "Căn cứ Luật Giá số 16/2023/QH15 được sửa đổi, bổ sung bởi Luật số 5/2031/QH16,"
     " Luật số 6/2031/QH16;", ["basis", "amended_by", "amended_by"]),
    (PREAMBLE, "Căn cứ Nghị định số 8/2031/NĐ-CP của Chính phủ quy định chi tiết một số điều và"
     " biện pháp để tổ chức, hướng dẫn thi hành Luật Giá;", ["basis", "guides"]),
    (PREAMBLE, "Căn cứ Thông tư số 5/2031/TT-BTC về phí, được sửa đổi bổ sung tại Thông tư số"
     " 6/2031/TT-BTC;", ["basis", "amended_by"]),
    (PREAMBLE, "Thực hiện Nghị quyết số 1/NQ-CP (Nghị quyết số 1/NQ-CP), Nghị quyết số 2/NQ-CP"
     " về việc thực hiện Nghị quyết số 3-NQ/TW;", ["basis", "refers", "basis", "refers"]),
    (PREAMBLE, "Xét Tờ trình số 5/TTr-STC; Báo cáo số 6/BC-STP;", ["refers", "refers"]),
    (PREAMBLE, "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 5/TTr-STC;", ["refers"]),
    (BODY, "Bãi bỏ Quyết định số 1/2030/QĐ-UBND; Quyết định số 2/2030/QĐ-UBND.",
     ["repeals", "repeals"]),
    (BODY, "Quyết định này thay thế Quyết định số 1/2030/QĐ-UBND về giá nước, Quyết định số"
     " 2/2030/QĐ-UBND về giá đất.", ["refers", "replaces", "replaces"]),
    (BODY, "Quyết định số 2/2030/QĐ-UBND về việc sửa đổi Điều 1 Quyết định số 1/2029/QĐ-UBND",
     ["refers", "amends"]),
    (BODY, "Việc bãi bỏ thủ tục thực hiện theo quy định tại Điều 4 Nghị định số 7/2031/NĐ-CP.",
     ["refers"]),
    (BODY, "Giấy phép được sửa đổi theo quy định tại Điều 4 Nghị định số 7/2031/NĐ-CP",
     ["refers"]),
    (BODY, "Nhiệm vụ và phạm vi điều chỉnh của Bộ luật Lao động.", ["refers"]),
    (PREAMBLE, "Căn cứ Luật Biển số 8/2031/QH16 (sửa đổi, bổ sung tại Luật Giá số 9/2031/QH16);",
     ["basis", "amended_by"]),
    (PREAMBLE, "Chính phủ ban hành Nghị định quy định một số điều của Luật Việc làm về kỹ năng.",
     ["guides"]),
    (PREAMBLE, "Căn cứ Nghị định số 7/2031/NĐ-CP quy định chi tiết Luật Giá và Nghị định số"
     " 8/2031/NĐ-CP của Chính phủ sửa đổi Nghị định số 7/2031/NĐ-CP;",
     ["basis", "guides", "basis", "amends"]),
    (BODY, "2. Thông tư số 8/2030/TT-BTC về phí hết hiệu lực thi hành kể từ ngày Quyết định này có"
     " hiệu lực.", ["repeals", "refers"]),
    (BODY, "Bãi bỏ quy định tại Điều 5 Quyết định số 6/2030/QĐ-UBND.", ["repeals"]),
    (BODY, "Bãi bỏ quy định về phụ cấp tại Điều 5 Quyết định số 6/2030/QĐ-UBND.", ["amends"]),
    (BODY, "thay thế Thông tư số 3/2030/TT-BTC hướng dẫn Nghị định số 2/2030/NĐ-CP (được sửa đổi"
     " bởi Thông tư số 4/2030/TT-BTC); Thông tư số 5/2030/TT-BTC của Bộ trưởng Bộ Tài chính.",
     ["replaces", "guides", "amended_by", "replaces"]),
    (BODY, "bãi bỏ Thông tư số 3/2030/TT-BTC về phí và các Thông tư sửa đổi, bổ sung: Thông tư số"
     " 4/2030/TT-BTC, Thông tư số 5/2030/TT-BTC.", ["repeals", "repeals", "repeals"]),
    (BODY, "doanh nghiệp bị hợp nhất theo quy định tại Điều 39 Luật Giá", ["refers"]),
    (BODY, "Việc sửa đổi giấy phép tại khoản 2 Điều 3", ["refers"]),
    (BODY, "theo hướng dẫn tại Thông tư số 3/2031/TT-BTC; hướng dẫn Điều 5 Luật Giá",
     ["refers", "guides"]),
    (BODY, "Hủy bỏ tài liệu trước thời hạn quy định tại Điều 41 của Quyết định này", ["refers"]),
    (BODY, "Bãi bỏ thủ tục có số thứ tự 8 tại Quyết định số 2/QĐ-UBND và Quyết định số 3/QĐ-UBND.",
     ["amends", "amends"]),
    (AMENDING, "Thay thế cụm từ “thị xã” bằng “phường” tại khoản 1 Điều 2; thay thế từ “xã” tại"
     " khoản 3 Điều 5.",
     ["amends", "amends"]),
    (AMENDING, "Bãi bỏ cụm từ “cấp huyện” tại Điều 7. Bãi bỏ Điều 9.", ["amends", "repeals"]),
    (AMENDING, "Khoản 2 Điều 5 được sửa đổi, bổ sung như sau:", ["amends"]),
    (AMENDING, "Bổ sung Điều 3a vào sau Điều 3 như sau:", ["adds", "refers"]),
    (AMENDING, "Bổ sung vào cuối khoản 3 Điều 4 nội dung: “và cá nhân”.", ["amends"]),
    (AMENDING, "Sửa đổi, bổ sung khoản 1 Điều 2 như sau:", ["amends"]),
    (AMENDING, "Sửa đổi đoạn mở đầu khoản 7 Điều 3 như sau:", ["amends"]),
    (AMENDING, "Bỏ cụm từ “khoản 3 và Điều 8” tại khoản 1 Điều 2;", ["refers", "amends"]),
]  # fmt: skip


@pytest.mark.parametrize(("context", "text", "roles"), CASES, ids=lambda value: str(value)[:40])
def test_roles(context: Context, text: str, roles: list[str]) -> None:
    assert [citation.role for citation in cite_passage(text, context)] == roles


def test_lead_role_of_a_list() -> None:
    context = Context(kind="decision", where="body", eid="art_1__para_2", lead_role="repeals")
    text = "2. Quyết định số 7/2030/QĐ-UBND về việc sửa đổi Điều 1 Quyết định số 9/2029/QĐ-UBND."
    assert [citation.role for citation in cite_passage(text, context)] == ["repeals", "amends"]
