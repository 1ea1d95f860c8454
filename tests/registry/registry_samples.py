"""Documents of an invented province and invented ministries, to import."""

import csv
import json
from pathlib import Path

from minhphap.registry import Registry, build

LAW = """QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 11/2031/QH17
Hà Nội, ngày 20 tháng 5 năm 2031
LUẬT
CHỢ VÀ PHỐ ĐI BỘ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Chợ và phố đi bộ.
Điều 1. Phạm vi điều chỉnh
Luật này quy định về tổ chức chợ và phố đi bộ.
Điều 2. Giờ mở cửa
1. Chợ mở cửa theo giờ do Ủy ban nhân dân cấp tỉnh quy định.
2. Phố đi bộ mở cửa vào ngày nghỉ:
a) Thứ bảy;
b) Chủ nhật.
Điều 3. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2032, trừ quy định tại khoản 2 Điều này.
2. Điều 2 của Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.
3. Luật Chợ số 05/2019/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.
Luật này được Quốc hội khóa XVII thông qua ngày 20 tháng 5 năm 2031.
CHỦ TỊCH QUỐC HỘI
Trần Văn Bình
"""

DECREE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 90/2032/NĐ-CP
Hà Nội, ngày 10 tháng 02 năm 2032
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 40/2031/NĐ-CP ngày 01 tháng 9 năm 2031 về chợ
Căn cứ Luật Chợ và phố đi bộ số 11/2031/QH17;
Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 40/2031/NĐ-CP.
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 40/2031/NĐ-CP
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Chợ phiên họp mỗi tuần một lần.”.
2. Bãi bỏ Điều 3.
3. Bổ sung Điều 2a vào sau Điều 2 như sau:
“Điều 2a. Chợ đêm
Chợ đêm họp từ 18 giờ.”.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2032.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Lê Văn Cường
"""

BASE = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 40/2031/NĐ-CP
Hà Nội, ngày 01 tháng 9 năm 2031
NGHỊ ĐỊNH
Về chợ
Căn cứ Luật Chợ số 05/2019/QH14;
Chính phủ ban hành Nghị định về chợ.
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về chợ.
Điều 2. Chợ phiên
1. Chợ phiên họp mỗi tháng một lần.
2. Chợ phiên do Ủy ban nhân dân cấp xã quản lý.
Điều 3. Phí chợ
Phí chợ do Hội đồng nhân dân cấp tỉnh quy định.
Điều 4. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 15 tháng 10 năm 2031.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Lê Văn Cường
"""

ROWS = [
    ("05/2019/QH14", "Luật", "Luật Chợ", "Quốc hội", "2019-06-14", "2020-01-01", "", ""),
    ("126/NQ-CP", "Nghị quyết", "Về hỗ trợ mùa lũ", "Chính phủ", "2021-10-08", "", "", ""),
    ("126/NQ-CP", "Nghị quyết", "Về hoàn thiện thể chế", "Chính phủ", "2023-08-14", "", "", ""),
    ("126/NQ-CP", "Nghị quyết", "Về chuyển giao làng nghề", "Chính phủ", "2026-05-11", "", "", ""),
    ("07/2030/QĐ-UBND", "Quyết định", "Quy định giờ mở cửa chợ", "Ủy ban nhân dân tỉnh Sơn Hà",
     "2030-02-03", "2030-02-15", "Còn hiệu lực", ""),
    ("07/2030/QĐ-UBND", "Quyết định", "Quy định giá giữ xe", "Ủy ban nhân dân tỉnh Lạc Sơn",
     "2030-03-01", "2030-03-12", "Hết hiệu lực toàn bộ", "2031-06-01"),
]  # fmt: skip
COLUMNS = (
    "Số hiệu", "Loại văn bản", "Trích yếu", "Cơ quan ban hành", "Ngày ban hành", "Ngày hiệu lực",
    "Tình trạng", "Ngày hết hiệu lực",
)  # fmt: skip
TEXTS = {"luat-11-2031.txt": LAW, "nd-90-2032.txt": DECREE, "nd-40-2031.txt": BASE}


def write_rows(path: Path, rows=ROWS, columns=COLUMNS) -> Path:
    """A catalogue as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def write_lines(path: Path, rows) -> Path:
    """Rows as JSONL."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_texts(folder: Path, texts=TEXTS) -> Path:
    """A folder of text files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def made(tmp_path: Path, *sources: Path, **options) -> Registry:
    """A snapshot of the sources, or of the whole sample, opened."""
    sources = sources or (write_rows(tmp_path / "danh-muc.csv"), write_texts(tmp_path / "van-ban"))
    build(sources, tmp_path / "law.sqlite", workers=1, **options)
    return Registry.open(tmp_path / "law.sqlite")


def only(registry: Registry, number: str):
    """The one document of a number."""
    (found,) = registry.find(number)
    return found
