"""Where citations begin and end."""

from __future__ import annotations

import pytest
from tests.citations.marked import HERE, spans

DOCUMENTS = [
    "Căn cứ ⟦Nghị định số 12/2031/NĐ-CP ngày 05 tháng 6 năm 2031 của Chính phủ⟧ về lệ phí;",
    "theo ⟦Thông tư số 07/2031/TT-BTC của Bộ trưởng Bộ Tài chính⟧ hướng dẫn về thuế tài nguyên;",
    "⟦Quyết định số 15/2031/QĐ-UBND, ngày 03/4/2031 của Ủy ban nhân dân tỉnh Sơn Hà⟧ Ban hành giá",
    "⟦Thông tư liên tịch số 03/2030/TTLT-BTC-BNV ngày 01/02/2030 của Bộ Tài chính và Bộ Nội vụ⟧;",
    "của ⟦Nghị quyết 66.9/2031/NQ-CP⟧ và ⟦Nghị quyết số 19-NQ/TW của Bộ Chính trị⟧ về đô thị.",
    "tại ⟦văn bản số 61/TTr-SNV⟧ và ⟦báo cáo thẩm định của Sở Tư pháp số 25/BC-STP ngày 2/3/2031⟧",
    "⟦Quy định số 27-QĐ/TW, ngày 15/8/2031 của Ban Bí thư⟧ về học tập lý luận",
    "⟦Nghị quyết số 5-NQ/TW ngày 2/3/2031 của Ban Chấp hành Trung ương khóa XII⟧ về dân số",
    "THỰC HIỆN ⟦CHỈ THỊ SỐ 9-CT/TW NGÀY 08 THÁNG 5 NĂM 2031 CỦA BAN BÍ THƯ⟧ VỀ CÔNG TÁC DÂN VẬN",
    "⟦Thông tư số 9/2031/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch⟧ và các văn bản khác",
    "⟦Thông tư\nsố 44/2031/TT-\nBTC ngày 01 tháng\n6 năm 2031 của Bộ\nTài chính⟧ hướng dẫn",
    "⟦Thông tư liên tịch số 4/2030/TTLT-LĐTBXH- TWĐTN⟧ còn hiệu lực",
    "⟦Nghị định số 68/2031/NĐ- CP⟧ quy định về chữ ký số",
    "⟦Quyết định số 5/QĐ-UBND⟧ (của Ủy ban nhân dân tỉnh)",
    "(Kèm theo ⟦Nghị định số 34/2031/NĐ-CP 30 tháng 12 năm 2031 của Chính phủ⟧)",
    "⟦Nghị định số 34/2031/NĐ-CP ngày 12 tháng 9 tháng 2031 của Chính phủ⟧ về giá đất",
    "đã nêu trong ⟦QĐ số 27/QĐ- TTg⟧ và ⟦TT số 5/2031/TT - BTC ngày 2/3/2031⟧ về phí",
    "⟦Nghị định số 40/2031/NĐ-СР⟧ viết bằng chữ nước khác",
    "⟦Thông tư số 43/2031/TT-BYTngày 15 tháng 11 năm 2031 của Bộ trưởng Bộ Y tế⟧ hướng dẫn",
    "Trả lời ⟦công văn số 20311022/CV-HD ngày 22/10/2031 của Công ty TNHH Cơ khí Sơn Hà⟧ về thuế",
    "⟦công văn số 12/SH-PC ngày 8/7/2031 của Tổng công ty Máy kéo và Máy nông nghiệp Sơn Hà⟧ hỏi",
    "⟦công văn số 9/KGL ngày 2/3/2031 của Chi nhánh Công ty TNHH KGL tại TP. Sơn Hà⟧ về xuất khẩu",
    "⟦Quyết định số 16/2031/QĐ-NHNN ngày 18/4/2031 của Ngân hàng Nhà nước⟧ ban hành Chế độ báo cáo",
    "theo ⟦Kết luận số 21-KL/TW ngày 12 tháng 11 năm 2031 của Ban Chấp hành Trung ương Đảng khóa"
    " XV⟧ về tổ chức",
    "tại ⟦Thông tư số 13/2031/TT-BTC⟧; theo ⟦Thông tư số 13⟧ thì",
]
LAWS = [
    "theo ⟦Luật Đất đai năm 2024⟧ và ⟦Luật Đất đai số 31/2024/QH15⟧ hiện hành",
    "Căn cứ ⟦Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022⟧;",
    "quy định của ⟦Bộ luật Lao động⟧, ⟦Luật Đầu tư công⟧ và ⟦Luật Đầu tư⟧ được áp dụng",
    "⟦Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai số 43/2031/QH15⟧;",
    "⟦Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường⟧.",
    "⟦Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam⟧ và ⟦Luật Khai thác mặt trăng⟧, nếu có",
    "⟦Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14⟧ và pháp luật khác",
    "quy định của ⟦Luật Tương trợ tư pháp về dân sự⟧ và pháp luật",
    "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của ⟦Luật Giá⟧.",
    "chính sách của Luật sửa đổi, bổ sung một số điều của ⟦Luật Giá⟧, ⟦Luật Phí và lệ phí⟧ theo",
    "⟦Luật Phòng chống tham nhũng⟧ viết thiếu dấu phẩy; ⟦Luật Hoà giải ở cơ sở⟧ khác dấu",
]
PROVISIONS = [
    "quy định tại ⟦điểm a khoản 2 Điều 5 của Luật Cư trú⟧ và ⟦khoản 1 Điều này⟧",
    "tại ⟦các điểm a, b và c khoản 1, khoản 3 Điều 7⟧ thì được hỗ trợ",
    "⟦Điểm b, Khoản 1, Điều 9 Nghị quyết này⟧ và các quy định liên quan",
    "⟦từ khoản 1 đến khoản 4 Điều 12 của Luật Giá⟧ hoặc ⟦từ Điều 5 đến Điều 9⟧ đều có",
    "⟦các điều từ Điều 19 đến Điều 24 của Luật này⟧ và từ khoản tiền trên",
    "⟦khoản 1, 3 Điều 4; Điều 5; khoản 1, 2, Điều 6 Quy định ban hành kèm theo Quyết định số"
    " 30/2031/QĐ-UBND⟧;",
    "⟦các điểm b, d, đ (trừ trường hợp cấp lại), e và g khoản 4 Điều này⟧ phải nộp",
    "tại ⟦khoản 2 Điều này⟧ hoặc ⟦khoản 1 Điều 13 Nghị quyết số 35/2031/NQ-HĐND⟧ thì",
    "⟦khoản 2 Điều này, Điều 13 và Điều 36 của Bộ luật này⟧ được áp dụng",
    "tại ⟦Điều 4⟧ và các điều kiện quy định tại ⟦Điều 5 Nghị quyết này⟧",
    "thực hiện\n⟦Điều 7 của Nghị quyết này⟧ và\n⟦khoản\n2 Điều\n8⟧ kể từ ngày",
    "⟦gạch đầu dòng thứ hai điểm b khoản 1 Điều 12⟧ được sửa; sửa ⟦tên Điều 9⟧",
    "⟦Điều 6, 7, 8 và Điều 14⟧ nêu 15 ngày; Điều kiện 2, 3 không tính",
    "⟦các khoản 5, 6 và 7[32] Điều 6⟧ có chú thích",
    "vào trước ⟦Điều 371 tại Chương XXIII Điều khoản thi hành của Luật Giá số 9/2031/QH16⟧ như sau",
    "nêu tại ⟦điểm a), điểm b) khoản 1 Điều 8⟧ và nơi khác",
    "bị trừ điểm, thang điểm 10, ⟦điểm b khoản 2 Điều 5⟧",
    "bổ sung ⟦điểm 5.4⟧ vào sau ⟦điểm 5.3 mục III phần B⟧ như sau",
]
APPENDICES = [
    "theo ⟦Mẫu số 03 tại Phụ lục kèm theo Nghị định số 41/2031/NĐ-CP⟧ nộp cho xã",
    "⟦Phụ lục II “Định mức lao động” ban hành kèm theo Thông tư số 44/2031/TT-BXD⟧ và giá",
    "- ⟦Mẫu số 02. Biểu rà soát xã, ban hành kèm theo Nghị định số 27/2031/NĐ-CP⟧.",
    "tại ⟦tiết 1.2.1 và tiết 3.2.1 Phụ lục X⟧; chi tiết 1 và 2",
    "⟦Phụ lục số 2, Phụ lục số 3 và Phụ lục số 5 ban hành kèm theo Thông tư này⟧.",
    "(Chi tiết tại ⟦Phụ lục kèm theo⟧) và ⟦Mẫu 3B hoặc Mẫu 3C⟧",
    "⟦điểm b khoản 2 Mục II Chương trình ban hành kèm theo Quyết định số 92/QĐ-TTg⟧, hướng dẫn",
    "(Kèm theo ⟦Quy chế bình chọn “Tổ dân phố tiêu biểu” ban hành kèm theo Quyết định số"
    " 35/2031/QĐ-UBND⟧)",
    "Ban hành kèm theo ⟦Quyết định này⟧ Quy chế quản lý chợ.",
    "⟦mục 3 Phụ lục II ban hành kèm Thông tư số 38/2031/TT-BTC⟧ về hồ sơ",
    "c) ⟦Mẫu số 02C⟧ được sử dụng để lập báo cáo;",
    "theo ⟦Mẫu số 02\nChương IV⟧ - Biểu mẫu dự thầu",
    "nộp đơn theo\n⟦Mẫu số 05 Phụ lục I Nghị định số 3/2031/NĐ-CP⟧.",
]
ROWS = [
    "tại các Quyết định: ⟦Số 21/QĐ-UBND ngày 28/12/2031⟧, ⟦số 17/QĐ-UBND ngày 14/11/2031⟧",
    "Căn cứ các Nghị định của Chính phủ: ⟦số 78/2031/NĐ-CP ngày 01/4/2031⟧ quy định chi tiết về"
    " văn bản; ⟦số 79/2031/NĐ-CP⟧ về kiểm tra",
    "⟦Luật Ngân sách nhà nước số 83/2015/QH13⟧, ⟦89/2025/QH15⟧;",
    "⟦Thông tư số 5/2031/TT-BTC⟧, ⟦Thông tư số 6/2031/TT-BTC⟧ và ⟦Thông tư số 7/2031/TT-BTC⟧",
]


@pytest.mark.parametrize("marked", DOCUMENTS + LAWS + PROVISIONS + APPENDICES + ROWS)
def test_spans(marked: str) -> None:
    found, wanted = spans(marked, HERE)
    assert found == wanted


NONE = [
    "Điều 9. Những việc không được làm",
    "1. Quyết định có hiệu lực kể từ ngày ký và nghị quyết của cấp ủy.",
    "Dự thảo Luật Biển Đông và dự án Luật Quản lý thuế (sửa đổi) đang lấy ý kiến",
    "theo QCVN 06:2022/BXD, TCVN 5573:2011 và Điều 3.2 của Quy chuẩn đó",
    "khoản 3 Điều 12 Hiệp định thương mại tự do giữa hai nước",
    "ĐT: 02343.822.500; số tài khoản 12 tại ngân hàng; khoản tiền 5 triệu đồng",
    "mẫu này, danh mục này, thời điểm này và các khoản trên",
    "tốt nghiệp cử nhân Luật, luật sư, pháp Luật Đất đai và kỷ luật",
    "tại điểm A của bản đồ và địa điểm b",
    "PHỤ LỤC I\nDANH MỤC DỊCH VỤ\nMẫu số 02\nTỜ KHAI",
    "| CHỦ TỊCH | PHỤ LỤC II GIÁ DỊCH VỤ",
    "LUẬT\nQUẢN LÝ CHỢ TRUYỀN THỐNG",
    "Số: 15/2031/QĐ-UBND",
    "Quốc hội ban hành Luật Điện ảnh.",
    "DANH MỤC BIỂU MẪU\nMẫu số 01 Đơn đề nghị\nMẫu số 02 Tờ khai Mẫu số 03 Báo cáo",
    "Mẫu số 03 – Chứng chỉ nghề (cấp cho người tập nghề này).",
    "1 | Mẫu số 1.1 | Tờ trình đề nghị khen thưởng\n2 | Mẫu số 1.2 | Biên bản họp",
    "Mẫu số TTLH-01\nĐề nghị tham gia hệ thống\nMẫu S3a-HKD\nSổ chi tiết",
    "(Ký, ghi rõ họ tên) Mẫu số 05. Đề cương báo cáo",
    "- Chương I. Chỉ dẫn nhà thầu;\n- Chương II. Bảng dữ liệu đấu thầu;",
    "(Kèm theo danh mục) PHẦN I. DANH MỤC THỦ TỤC",
    "Phụ lục 1[41]\nMẪU CHỨNG CHỈ",
    "Chương 30 Dược phẩm.\nChương 31 Phân bón.",
    "Điều chỉnh chương xe đã đăng ký",
    "Tòa án phải gửi quyết định này cho đương sự.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_citation(text: str) -> None:
    assert spans(text, HERE)[0] == []


def test_headings_run_on() -> None:
    marked = (
        "Điều 1. Phạm vi 1. ⟦Nghị quyết này⟧ quy định mức hỗ trợ.\nĐiều 2. ⟦Nghị quyết này⟧ có hiệu"
        " lực./. Điều 3. Các sở thi hành ⟦Nghị quyết này⟧."
    )
    found, wanted = spans(marked)
    assert found == wanted


def test_works_in_the_title_of_a_draft() -> None:
    found, wanted = spans("dự án Luật sửa đổi, bổ sung một số điều của ⟦Luật Giá⟧ và tờ trình")
    assert found == wanted


def test_blanks_lost() -> None:
    found, wanted = spans(
        "ban hành kèm theo⟦Nghị quyết này⟧ và Điều 8 của⟦Nghị quyết này⟧".replace(
            "và Điều 8 của⟦", "và ⟦Điều 8 của"
        )
    )
    assert found == wanted
