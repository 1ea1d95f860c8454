"""Time ``minhphap tracker`` on a workbook of 1,000 documents, cold process, as a user would run it.

    python benchmarks/speed_trackers.py [--rows 1000] [--runs 5]

The workbook is made here: two heading rows, group rows, merged cells, six columns of letters.
Printed: minimum, median and maximum of the wall clock and peak memory, of reading alone, and of
reading with a board as web page and workbook; and of a sheet of 200,000 formatted empty rows.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

UNITS = ("Sở Nội vụ", "STC", "Sở NN&MT", "Sở GD&ĐT", "S. Xây dựng", "Công an tỉnh", "SYT")
STATES = ("đang soạn thảo", "đang lấy ý kiến", "chờ BC thẩm định", "đã trình", "xin lùi", "chưa")
DAYS = ("Quý III/2026", "30/9/2026", "tháng 11/2026", "15.12.26", "31/6/2026", "Kỳ họp cuối năm")
SUBJECTS = ("mức chi", "định mức", "quy chế quản lý", "trình tự", "chính sách hỗ trợ", "tiêu chí")


def make_workbook(path: Path, rows: int) -> int:
    """A tracker of ``rows`` documents; returns the number of cells with something in them."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Theo dõi 2026"
    sheet.append(["STT", "Tên gọi văn bản", "Cơ quan soạn thảo", "Hình thức xử lý", None,
                  "Người xử lý", "VB đăng ký", "Lấy ý kiến", "Gửi thẩm định", "Báo cáo thẩm định",
                  "Ngày dự kiến trình", "Tình trạng", "Số, ngày ban hành", "Ghi chú"])  # fmt: skip
    sheet.append([None, None, None, "Thay thế", "Ban hành mới"])
    sheet.merge_cells("D1:E1")
    for number in range(1, rows + 1):
        if number % 25 == 1:
            sheet.append([None, f"Lĩnh vực thứ {number // 25 + 1}"])
            sheet.merge_cells(f"B{sheet.max_row}:N{sheet.max_row}")
        issued = number % 5 == 0
        letter = f"Công văn số {number}/SXX-KH ngày {number % 28 + 1}/3/2026"
        sheet.append([
            number,
            f"Nghị quyết quy định {SUBJECTS[number % 6]} về việc thứ {number} trên địa bàn tỉnh"
            f" Sơn Hà (thay thế Nghị quyết số {number}/2019/NQ-HĐND ngày 10/12/2019)",
            UNITS[number % 7], 1 if number % 2 else None, None if number % 2 else 1, "Lan",
            letter, letter, letter if number % 3 else None, None, DAYS[number % 6],
            "đã ban hành" if issued else STATES[number % 6],
            f"{number}/2026/NQ-HĐND ngày 5/6/2026" if issued else None, "đôn đốc",
        ])  # fmt: skip
    cells = sum(value is not None for row in sheet.iter_rows(values_only=True) for value in row)
    book.save(path)
    return cells


def make_empty_rows(path: Path, rows: int) -> None:
    """Ten documents above rows that hold nothing but formats."""
    from openpyxl import load_workbook
    from openpyxl.styles import Border, Side

    make_workbook(path, 10)
    book = load_workbook(path)
    sheet = book.active
    border = Border(bottom=Side(style="thin"))
    for row in range(20, 20 + rows):
        for column in range(1, 6):
            sheet.cell(row, column).border = border
    book.save(path)


def run(command: list[str]) -> tuple[float, float, int]:
    """Seconds, peak megabytes and exit code of one process."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - began, used.ru_maxrss / 1024, child.returncode


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, empty = Path(folder) / "theo-doi-2026.xlsx", Path(folder) / "dong-trong-2026.xlsx"
        # in a process of its own: a child's peak memory is never below that of its parent
        with get_context("spawn").Pool(1) as pool:
            cells = pool.apply(make_workbook, (path, asked.rows))
            pool.apply(make_empty_rows, (empty, 200_000))
        print(f"workbook: {asked.rows} documents, {cells} cells, {path.stat().st_size // 1024} KB")
        start = [sys.executable, "-m", "minhphap", "tracker", "--on", "2026-08-01"]
        boards = ["-o", str(Path(folder) / "b.html"), "-o", str(Path(folder) / "b.xlsx")]
        for name, command in (
            ("read", [*start, str(path)]),
            ("read, board .html and .xlsx", [*start, str(path), *boards]),
            ("200,000 empty rows", [*start, str(empty)]),
        ):
            runs = [run(command) for _ in range(asked.runs + 1)][1:]
            seconds = sorted(r[0] for r in runs)
            print(
                f"{name:28} min {seconds[0]:.2f}  median {statistics.median(seconds):.2f}  max"
                f" {seconds[-1]:.2f} s  peak {max(r[1] for r in runs):.0f} MB  exit {runs[0][2]}"
            )


if __name__ == "__main__":
    main()
