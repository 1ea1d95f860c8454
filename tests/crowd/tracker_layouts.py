"""Trackers as offices lay them out: own writing, in invented provinces. Each returns the file."""

import datetime as dt
import io

from openpyxl import Workbook
from openpyxl.styles import Font


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled(rows, merges=(), title="Theo dõi", book=None):
    """A sheet of rows (lists of values); merges as ranges."""
    sheet = book.create_sheet() if book else (book := Workbook()).active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merges:
        sheet.merge_cells(area)
    sheet["A1"].font = Font(bold=True)
    return book


def one_header():
    """One heading row, no numbers, marks of "x" for the stage, notes and a signature below."""
    return saved(
        filled(
            [
                ["Văn bản cần xây dựng", "Loại văn bản", "Đơn vị chủ trì", "Chuyên viên theo dõi",
                 "Thời hạn trình", "Đang soạn thảo", "Đã lấy ý kiến", "Đã thẩm định", "Đã ban hành",
                 "Số, ngày ban hành", "Ghi chú"],
                ["Quy định mức hỗ trợ nước sạch cho hộ ven biển", "Nghị quyết", "Sở NN&MT", "Bình",
                 "30/6", "x", "x", None, None, None, "chờ số liệu"],
                ["Quy định giờ hoạt động của bến khách ngang sông", "Quyết định", "Sở Xây dựng",
                 "Thu", "Quý III", "x", "x", "x", "x", "08/2026/QĐ-UBND ngày 3/4/2026", None],
                ["Quy định quản lý vỉa hè trong đô thị", "QĐ", None, "Thu", "cuối tháng 9", "x",
                 None, None, None, None, None],
                ["Ban hành Quy chế phối hợp quản lý đê điều", "QĐ CT UBND",
                 "S. Nông nghiệp và Môi trường", "Bình", "31/9/2026", None, None, None, None, None,
                 None],
                [],
                ["Ghi chú: các thời hạn theo Kế hoạch năm 2026 của Ủy ban nhân dân tỉnh Sơn Hà."],
                ["Người lập biểu", None, None, None, "Giám đốc"],
            ]
        )
    )  # fmt: skip


def three_headers():
    """Three heading rows, quarters as columns, groups over the headings not merged."""
    return saved(
        filled(
            [
                ["SỞ TƯ PHÁP TỈNH SƠN HÀ"],
                ["KẾ HOẠCH XÂY DỰNG VĂN BẢN NĂM 2026"],
                ["STT", "Thông tin văn bản", None, None, "Thời gian trình năm 2026", None, None,
                 None, "Tiến độ", None, "Ghi chú"],
                [None, "Tên gọi", "Cơ quan", None, "6 tháng đầu năm", None, "6 tháng cuối năm",
                 None, "Tình trạng", "Văn bản đã ban hành"],
                [None, None, "Chủ trì", "Phối hợp", "Quý I", "Quý II", "Quý III", "Quý IV"],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
                [1, "NQ quy định mức chi đón tiếp đồng bào về quê dịp lễ", "Sở Nội vụ",
                 "Sở Tài chính", None, "x", None, None, "đang góp ý"],
                [2, "QĐ phân cấp quản lý chợ nổi", "SCT", None, "x", None, None, None,
                 "Đã ban hành", "Quyết định số 15/2026/QĐ-UBND ngày 12/3/2026 của UBND tỉnh Sơn Hà"
                 " phân cấp quản lý chợ nổi"],
                [3, "QĐ ban hành đơn giá đo vẽ rừng ngập mặn", "Sở NNMT", None, None, None, None,
                 "x", "chưa làm"],
                [4, "NQ hỗ trợ thuyền viên trong mùa bão", "Sở NNMT", None, None, None, None, None,
                 "đang soạn thảo"],
                ["Tổng cộng", None, None, None, 1, 1, 0, 1],
            ],
            merges=["A3:A5", "E3:H3", "I3:J3", "K3:K5", "B4:B5", "C4:D4", "E4:F4", "G4:H4", "I4:I5",
                    "J4:J5", "B3:D3"],
        )
    )  # fmt: skip


def unit_groups():
    """Units as groups, the heading again on each page, a subtotal a group, signatures."""
    head = ["TT", "Tên văn bản", "Hạn hoàn thành", "Kết quả thực hiện", "Số, ký hiệu",
            "Ngày ban hành"]  # fmt: skip
    return saved(
        filled(
            [
                ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["TỈNH SƠN HÀ", None, None, "Độc lập - Tự do - Hạnh phúc"],
                ["DANH MỤC VĂN BẢN NĂM 2026 (số liệu tính đến ngày 15/8/2026)"],
                head,
                ["I. SỞ TÀI CHÍNH (2 văn bản)"],
                [1, "Nghị quyết quy định mức thu phí tham quan hang Mây", "tháng 7", "đang trình"],
                [2, "Quyết định quy định đơn giá thuê bến bãi", "15.10", "Xong", "21/2026/QĐ-UBND",
                 dt.datetime(2026, 8, 1)],
                [None, "Cộng", 2],
                ["II. Sở Y tế"],
                [1, "Quyết định quy định hoạt động của trạm y tế lưu động trên sông",
                 "chậm nhất 20/8", "Đã lấy ý kiến xong, chuẩn bị gửi thẩm định"],
                head,
                [2, "Nghị quyết hỗ trợ bác sĩ về đảo", "Kỳ họp cuối năm",
                 "đề nghị chuyển sang kỳ họp giữa năm 2027"],
                ["III. CÔNG AN TỈNH"],
                [1, "Quyết định ban hành Quy chế phối hợp bảo đảm an ninh lễ hội", None, "xong",
                 "22/QĐ-UBND", "5/8/2026"],
                ["TỔNG SỐ: 5 văn bản"],
                [],
                [None, None, None, "Sơn Hà, ngày 15 tháng 8 năm 2026"],
                [None, "NGƯỜI LẬP", None, "GIÁM ĐỐC"],
            ],
            merges=["A3:F3", "A5:F5", "A15:F15"],
        )
    )  # fmt: skip


def merged_down():
    """Titles merged over several rows, one letter a row; the agency merged over its documents."""
    return saved(
        filled(
            [
                ["BẢNG THEO DÕI NĂM 2026"],
                ["STT", "Cơ quan soạn thảo", "Tên gọi văn bản", "Gửi Sở Tư pháp thẩm định",
                 "Ngày nhận/Số vb phúc đáp", "Thời hạn", "Số công văn nhắc"],
                ["1", "Sở Du lịch", "Nghị quyết quy định chính sách làng nghề đón khách",
                 "Công văn số 12/SDL-KH ngày 05/01/2026", None, dt.datetime(2026, 6, 30), "15"],
                [None, None, None, "Công văn số 77/SDL-KH ngày 20/02/2026",
                 "Báo cáo số 31/BC-STP ngày 02/3/2026", None, "18"],
                ["2", None, "Quyết định ban hành tiêu chí nhà trọ vùng cao", None, None, 46203],
                ["3", "Sở Ngoại vụ", "Quyết định quy định tiếp đoàn nước ngoài", None, None, "Q4"],
            ],
            merges=["A3:A4", "B3:B5", "C3:C4", "F3:F4"],
        )
    )  # fmt: skip


def letters_only():
    """No column of status: each step is the letter that was sent, as published trackers have it."""
    book = filled(
        [
            ["STT", "TÊN GỌI VĂN BẢN", "Cơ quan soạn thảo", "Hình thức xử lý", None, None,
             "Người xử lý", "VB đăng ký xây dựng", "Ngày nhận/Số vb phúc đáp",
             "Ngày dự kiến trình ban hành", "VB lấy ý kiến góp ý (nếu có)",
             "VB gửi Sở Tư pháp thẩm định", "Ngày nhận/Số vb phúc đáp",
             "Số, trích yếu, ngày, tháng, năm ban hành VBQPPL", "Ghi chú"],
            [None, None, None, "Thay thế", "Bãi bỏ", "Ban hành mới"],
            [1, "Quyết định số 11/2021/QĐ-UBND ngày 16/3/2021 về quản lý bến cá", "Sở NNMT", 1,
             None, None, "Lan", "Công văn số 578/SNNMT-TS ngày 27/01/2026", None,
             "Đăng ký Quý II/2026", "Công văn số 600/SNNMT-TS ngày 01/3/2026"],
            [2, "Quyết định ban hành Quy định thi đua (thay thế Quyết định số 29/2024/QĐ-UBND ngày"
             " 04/11/2024)", "Sở Nội vụ", None, None, 1, "Lan", None, None, "Quý I/2026", None,
             "Công văn số 90/SNV-TĐ ngày 05/02/2026",
             "Báo cáo số 43/BC-STP ngày 01/3/2026"],
            [3, "Quyết định bãi bỏ Quyết định số 35/2007/QĐ-UBND", "Sở Nội vụ", None, 1, None, "Hà",
             None, None, None, None, None, None,
             "Quyết định số 06/2026/QĐ-UBND ngày 11/02/2026 của UBND tỉnh Sơn Hà bãi bỏ Quyết định"
             " số 35/2007/QĐ-UBND ngày 17/7/2007"],
            [4], [5],
        ],
        merges=["D1:F1", "A1:A2", "B1:B2"],
        title="QD UBND can xu ly",
    )  # fmt: skip
    summary = [["SỞ TƯ PHÁP", None, "CỘNG HÒA XÃ HỘI"], ["1. Đối với 3 quyết định"]]
    return saved(filled(summary, title="Tong hop", book=book))


def two_tables():
    """Two tables one under the other with headings of their own, and a sheet for each unit."""
    book = filled(
        [
            ["A. VĂN BẢN ĐÃ BAN HÀNH NĂM 2025"],
            ["STT", "Trích yếu", "Cơ quan chủ trì", "Số ký hiệu", "Ngày ban hành"],
            [1, "Nghị quyết quy định mức thưởng học sinh giỏi", "Sở GD&ĐT", "05/2025/NQ-HĐND",
             "12/7/2025"],
            [],
            ["B. VĂN BẢN ĐANG XÂY DỰNG NĂM 2026"],
            ["STT", "Tên dự thảo", "Cơ quan chủ trì", "Người phụ trách", "Thời hạn", "Hiện trạng"],
            [1, "Nghị quyết quy định mức thưởng học sinh giỏi", "Sở GDĐT", "Hạnh", "10/2026",
             "chờ ký"],
            [2, "Nghị quyết quy định mức thưởng học sinh gỏi", "Sở GDĐT", "Hạnh",
             "đầu tháng 11/2026", "đã trình HĐND"],
        ],
        title="Tổng hợp",
    )  # fmt: skip
    rows = [
        ["STT", "Nội dung", "Tiến độ", "Kết quả"],
        [1, "Quyết định quy định quản lý xe đạp công cộng", "Quý IV/2026", "đang soạn"],
        [2, "Quyết định quy định quản lý nhà vệ sinh công cộng", "30/11/2026", "đang lấy ý kiến"],
    ]
    return saved(filled(rows, title="Sở Xây dựng", book=book))
