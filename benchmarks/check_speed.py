"""Time ``minhphap check`` on a 40-page Word draft, cold process, as a user would run it.

    python benchmarks/check_speed.py [--runs 9]

The draft is our own writing: articles with clauses and points that refer to each other. Printed:
minimum, median and maximum of the wall clock, and the bare interpreter for comparison.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES = 97  # of about 1,000 characters each: 40 pages of 2,400
SENTENCE = (
    "Ủy ban nhân dân cấp xã tổng hợp, báo cáo kết quả thực hiện quy định tại khoản 1 Điều này và"
    " Điều 1 Quyết định này, gửi cơ quan chuyên môn trước ngày 15 tháng 12 hằng năm theo quy định"
    " của Luật Tổ chức chính quyền địa phương số 72/2025/QH15."
)


def make_draft(path: Path, articles: int) -> int:
    """A decision of ``articles`` articles; returns the number of characters (2,400 a page)."""
    from docx import Document

    document = Document()
    characters = 0
    head = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
        "Số: 60/2026/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sơn Hà, ngày 12 tháng 11 năm 2026",
        "QUYẾT ĐỊNH",
        "Quy định thử tốc độ",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Ủy ban nhân dân ban hành Quyết định.",
    )
    lines = list(head)
    for number in range(1, articles + 1):
        lines += [f"Điều {number}. Trách nhiệm thứ {number}", f"1. {SENTENCE}", f"2. {SENTENCE}"]
        lines += [f"a) {SENTENCE}", f"b) {SENTENCE}"]
    lines += [
        "Nơi nhận:",
        "- Như Điều 1;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Văn An",
    ]
    for line in lines:
        document.add_paragraph(line)
        characters += len(line) + 1
    document.save(str(path))
    return characters


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and exit code of one process."""
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - began, done.returncode


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "du-thao.docx"
        characters = make_draft(draft, ARTICLES)
        print(f"draft: {characters} characters, about {characters // 2400} pages")
        out = str(Path(folder) / "nhan-xet.docx")
        check = [sys.executable, "-m", "minhphap", "check", str(draft)]
        bare = 0.0
        for name, command in (
            ("python -c pass", [sys.executable, "-c", "pass"]),
            ("check", check),
            ("check --output .docx", [*check, "--output", out]),
        ):
            runs = [run(command) for _ in range(asked.runs + 1)][1:]
            seconds = sorted(r[0] for r in runs)
            bare = bare or seconds[0]
            print(
                f"{name:22} min {seconds[0]:.3f}  median {statistics.median(seconds):.3f}"
                f"  max {seconds[-1]:.3f} s  exit {runs[0][1]}"
                f"  ({seconds[0] / bare:.0f} x the bare interpreter)"
            )


if __name__ == "__main__":
    main()
