"""Write examples/theo-doi-xay-dung-van-ban.xlsx: the tracker of an invented justice department.

Own writing. Two sheets by kind of document and a hidden one of the year before; two heading rows,
groups by field, merged cells, a hidden column, days typed in every way, agencies spelt three ways,
and the slips that such workbooks have.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

OUT = Path(__file__).resolve().parents[1] / "examples" / "theo-doi-xay-dung-van-ban.xlsx"
HEAD = (
    "STT", "Tên gọi văn bản", "Cơ quan soạn thảo", "Hình thức xử lý", None, None, "Người xử lý",
    "VB đăng ký xây dựng", "Ngày dự kiến trình ban hành", "VB lấy ý kiến góp ý",
    "VB gửi Sở Tư pháp thẩm định", "Ngày nhận/Số vb phúc đáp", "Tình trạng",
    "Số, ngày, tháng, năm ban hành", "Ghi chú",
)  # fmt: skip
FORMS = ("Thay thế", "Bãi bỏ", "Ban hành mới")
WIDTHS = (6, 58, 24, 9, 9, 9, 12, 26, 16, 26, 26, 26, 24, 26, 22)
FIELDS = (
    "title", "agency", "form", "person", "registered", "deadline", "asked", "appraised", "reply",
    "status", "issued", "remarks",
)  # fmt: skip

RESOLUTIONS = (
    ("Lĩnh vực giáo dục", (
        ("Nghị quyết quy định mức hỗ trợ tiền đò cho học sinh vùng sông nước trên địa bàn tỉnh Sơn"
         " Hà (thay thế Nghị quyết số 21/2019/NQ-HĐND ngày 12/7/2019)", "Sở GD&ĐT", 0, "Hạnh",
         "Công văn số 214/SGDĐT-KHTC ngày 15/01/2026", "30/6/2026",
         "Công văn số 655/SGDĐT-KHTC ngày 02/3/2026", "Công văn số 1102/SGDĐT-KHTC ngày 20/4/2026",
         "Báo cáo số 88/BC-STP ngày 05/5/2026", "Đã có BCTĐ, đang chỉnh lý", None, None),
        ("Nghị quyết quy định mức chi tổ chức hội thi tay nghề học sinh trên địa bàn tỉnh Sơn Hà",
         "Sở GDĐT", 2, "Hạnh", None, "Quý III/2026", None, None, None, "đang sọan", None, None),
    )),
    ("Lĩnh vực tài chính", (
        ("NQ quy định mức thu phí tham quan khu bảo tồn Hang Mây", "STC", 2, "Dũng",
         "Công văn số 90/STC-QLG ngày 09/01/2026", dt.datetime(2026, 5, 29),
         "Công văn số 402/STC-QLG ngày 10/02/2026", "Công văn số 733/STC-QLG ngày 18/3/2026",
         "Báo cáo số 61/BC-STP ngày 02/4/2026", "đã BH", "12/2026/NQ - HĐND ngày 28/5/2026", None),
        ("Nghị quyết quy định phân chia nguồn thu tiền cho thuê bến bãi trên địa bàn tỉnh Sơn Hà",
         "Sở Tài chính", 2, "Dũng", "Công văn số 95/STC-NS ngày 12/01/2026",
         "Kỳ họp giữa năm 2026", None, None, None, "TTHĐND chưa cho ý kiến", None, "đôn đốc"),
        ("NGHỊ QUYẾT QUY ĐỊNH MỨC THU PHÍ THAM QUAN KHU BẢO TỒN HANG MÂY", "Sở TC", 2, "Lan",
         None, "29/5/2026", None, None, None, "đang góp ý", None, None),
    )),
    ("Lĩnh vực nông nghiệp và môi trường", (
        ("Nghị quyết quy định chính sách hỗ trợ trồng rừng ngập mặn trên địa bàn tỉnh Sơn Hà",
         "SNN-MT", 2, "Lan", "Công văn số 310/SNNMT-KL ngày 20/01/2026", "31/9/2026",
         "Công văn số 918/SNNMT-KL ngày 25/3/2026", None, None, "đang lấy ý kiến", None, None),
        ("Nghị quyết quy định mức hỗ trợ di dời lồng bè ra khỏi luồng tàu", None, 2, "Lan", None,
         "tháng 8/2026", None, None, None, "chưa", None, "chưa rõ giao sở nào"),
    )),
)  # fmt: skip

DECISIONS = (
    ("Lĩnh vực xây dựng, giao thông", (
        ("Quyết định quy định giờ hoạt động của bến khách ngang sông trên địa bàn tỉnh Sơn Hà"
         " (thay thế QĐ 33/2018/QĐ-UBND)", "Sở XD", 0, "Bình",
         "Công văn số 77/SXD-VT ngày 08/01/2026", "15.4.26",
         "Công văn số 260/SXD-VT ngày 30/01/2026", "Công văn số 501/SXD-VT ngày 27/02/2026",
         "Báo cáo số 40/BC-STP ngày 12/3/2026", "xong", "18/QĐ-UBND ngày 20/4/2026", None),
        ("Quyết định quy định quản lý cây xanh dọc kênh trên địa bàn tỉnh Sơn Hà", "Sở Xây dựng",
         2, "Bình", None, "Quý II/2026", "Công văn số 777/SXD-HT ngày 06/4/2026", None, None,
         "Gửi lấy ý kiến các sở, xã", None, "CV nhắc lần 2"),
    )),
    ("Lĩnh vực nội vụ", (
        ("Quyết định ban hành Quy chế thi đua, khen thưởng tỉnh Sơn Hà (thay thế Quyết định số"
         " 40/2020/QĐ-UBND ngày 01/12/2020 của UBND tỉnh).", "Sở Nội vụ", 0, "Thu",
         "Công văn số 120/SNV-TĐKT ngày 14/01/2026", 46234,
         "Công văn số 480/SNV-TĐKT ngày 11/3/2026", "Công văn số 950/SNV-TĐKT ngày 08/5/2026", None,
         "chờ BC thẩm định", None, None),
        ("Quyết định quy định tiêu chuẩn trưởng bến, trưởng bãi trên địa bàn tỉnh Sơn Hà", "SNV",
         2, "Thu", "Công văn số 133/SNV-TCBC ngày 16/01/2026", "20/5/2026", None,
         "Công văn số 870/SNV-TCBC ngày 22/4/2026", None, "STP trả hồ sơ", None, None),
        ("Quyết định bãi bỏ Quyết định số 15/2011/QĐ-UBND về mức phụ cấp phu đò", "S. Nội vụ", 1,
         "Thu", None, None, None, None, None, "đã xong", None, None),
    )),
    ("Các lĩnh vực khác", (
        ("Quyết định ban hành Quy chế phối hợp cứu nạn trên sông trên địa bàn tỉnh Sơn Hà",
         "CA tỉnh", 2, "Bình", "Công văn số 61/CAT-PC08 ngày 19/01/2026", "trước 10/12/2026", None,
         None, None, "đang soạn thảo", None, None),
        ("Quyết định quy định công bố thủ tục hành chính trên địa bàn tỉnh Sơn Hà", "VP UBND tỉnh",
         2, "Thu", None, "10/7/2026", "Công văn số 512/VP-KSTT ngày 02/4/2026",
         "Công văn số 801/VP-KSTT ngày 05/5/2026", "Báo cáo số 102/BC-STP ngày 20/5/2026",
         "đang trình", "21/2026/QĐ-UBND ngày 08/6/2026", None),
    )),
)  # fmt: skip

LAST_YEAR = (
    ("Quyết định quy định quản lý chợ nổi trên địa bàn tỉnh Sơn Hà", "SCT", "31/2025/QĐ-UBND",
     dt.datetime(2025, 9, 12)),
    ("Nghị quyết quy định mức chi hòa giải ở cơ sở trên địa bàn tỉnh Sơn Hà", "STP",
     "08 / 2025 / NQ-HĐND", "ngày 11/7/2025"),
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V")


def write_sheet(sheet: Worksheet, groups: tuple) -> None:
    """One sheet: two heading rows, groups, a blank line before the signature."""
    sheet.append(list(HEAD))
    sheet.append([None] * 3 + list(FORMS))
    number = 0
    for mark, (name, documents) in zip(ROMAN, groups, strict=False):
        sheet.append([mark, name])
        sheet.merge_cells(f"B{sheet.max_row}:O{sheet.max_row}")
        for document in documents:
            number += 1
            given = dict(zip(FIELDS, document, strict=True))
            marks = [1 if at == given["form"] else None for at in range(3)]
            sheet.append([
                number, given["title"], given["agency"], *marks, given["person"],
                given["registered"], given["deadline"], given["asked"], given["appraised"],
                given["reply"], given["status"], given["issued"], given["remarks"],
            ])  # fmt: skip
    sheet.append([])
    sheet.append([None, "Người lập bảng", *[None] * 10, "Trưởng phòng"])
    for column in range(1, 16):
        if column not in (4, 5, 6):
            sheet.merge_cells(start_row=1, end_row=2, start_column=column, end_column=column)
    sheet.merge_cells("D1:F1")
    sheet.column_dimensions["H"].hidden = True
    dress(sheet, WIDTHS)


def dress(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    """As offices dress their tables: borders, bold grey headings, wrapped words."""
    line = Side(style="thin")
    grey = PatternFill("solid", fgColor="DDDDDD")
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = Border(line, line, line, line)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Times New Roman", size=12, bold=cell.row <= 2)
            if cell.row <= 2:
                cell.fill = grey
            if isinstance(cell.value, dt.datetime):
                cell.number_format = "dd/mm/yyyy"
    for at, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + at)].width = width
    sheet.freeze_panes = "C3"


def main() -> None:
    """Write the workbook."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "NQ can xu ly"
    write_sheet(first, RESOLUTIONS)
    second = book.create_sheet("QD UBND can xu ly")
    write_sheet(second, DECISIONS)
    past = book.create_sheet("Nam 2025")
    past.append(["STT", "Tên văn bản", "Cơ quan chủ trì", "Số ký hiệu", "Ngày ban hành"])
    for number, document in enumerate(LAST_YEAR, 1):
        past.append([number, *document])
    dress(past, (6, 70, 24, 22, 16))
    past.sheet_state = "hidden"
    book.properties.creator = "Minh Pháp"
    book.properties.created = book.properties.modified = dt.datetime(2026, 6, 10)
    book.save(OUT)


if __name__ == "__main__":
    main()
