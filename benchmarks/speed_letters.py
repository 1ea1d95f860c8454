"""Time ``minhphap letters`` on 30 letters of 200 pages, cold process, as an officer would run it.

    python benchmarks/speed_letters.py [--runs 3]

The letters are made of sentences of our own: prose and tables in Word files, web pages and text, on
the draft of examples/gop-y; with LibreOffice a third of them as PDF. Printed:
wall clock and peak memory of the command that writes both tables, and the same for one letter of
40 pages.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
DRAFT = HERE.parent / "examples" / "gop-y" / "du-thao.docx"
PAGE = 2400
REASON = (
    "Qua theo dõi tại địa phương, việc thực hiện nội dung này còn khó khăn do kinh phí hạn chế,"
    " người phụ trách kiêm nhiệm nhiều việc, nhà văn hóa ở xa khu dân cư và thiếu trang thiết bị."
)
ASKS = (
    "Tại khoản {k} Điều {a}, đề nghị cơ quan soạn thảo xem xét, điều chỉnh cho phù hợp thực tế.",
    "Đề nghị bổ sung vào Điều {a} trách nhiệm của thôn, tổ dân phố trong việc giám sát.",
    "Khoản {k} Điều {a} quy định như vậy đã rõ chưa, ai chịu trách nhiệm? Đề nghị làm rõ.",
    "Nhất trí với khoản {k} Điều {a}, nhưng đề nghị sửa thành mức cao hơn 10% để khuyến khích.",
    "Đề nghị nâng mức hỗ trợ sửa chữa lớn lên 300 triệu đồng mỗi công trình tại xã khó khăn.",
)
HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ THỬ {n}",
    "Số: {n}/UBND-VHXH",
    "Sơn Hà, ngày 12 tháng 10 năm 2026",
    "Kính gửi: Sở Văn hóa, Thể thao và Du lịch",
    "Phúc đáp Công văn số 1934/SVHTTDL-QLVH ngày 28/9/2026, Ủy ban nhân dân xã có ý kiến như sau:",
)


def text_of(number: int, pages: float) -> list[str]:
    """The paragraphs of one letter."""
    chance = random.Random(number)
    lines = [line.format(n=number) for line in HEAD]
    length, item = 0, 0
    while length < pages * PAGE:
        item += 1
        ask = chance.choice(ASKS).format(k=chance.randint(1, 3), a=chance.randint(3, 11))
        lines.append(f"{item}. {REASON} {ask}")
        length += len(lines[-1])
    return [*lines, "Trên đây là ý kiến của Ủy ban nhân dân xã./.", "CHỦ TỊCH"]


def as_word(lines: list[str], path: Path) -> None:
    """Prose as a Word file."""
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def as_table(lines: list[str], path: Path) -> None:
    """The same items in a table of three columns."""
    from docx import Document

    document = Document()
    for line in lines[:6]:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Điều, khoản", "Ý kiến", "Lý do"), strict=True):
        cell.text = words
    for number, line in enumerate(lines[6:-2]):
        cells = table.add_row().cells
        cells[0].text = f"Khoản {number % 3 + 1} Điều {number % 9 + 3}"
        cells[1].text = line.partition(". ")[2].removeprefix(REASON).strip()
        cells[2].text = REASON
    document.save(str(path))


def as_page(lines: list[str], path: Path) -> None:
    """Prose as a web page."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"
    path.write_text(page, encoding="utf-8")


def make(folder: Path, count: int, pages: int) -> int:
    """Write the letters; returns the characters."""
    characters = 0
    for number in range(1, count + 1):
        lines = text_of(number, pages / count)
        characters += sum(map(len, lines))
        form = number % 6 if count > 1 else 3
        if form == 0:
            as_table(lines, folder / f"thu-{number:02d}.docx")
        elif form == 1:
            as_page(lines, folder / f"thu-{number:02d}.html")
        elif form == 2:
            (folder / f"thu-{number:02d}.txt").write_text("\n".join(lines), encoding="utf-8")
        else:
            as_word(lines, folder / f"thu-{number:02d}.docx")
    word = sorted(folder.glob("*.docx"))[::2] if count > 1 else []
    if word and shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder.parent}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, word)], check=True, capture_output=True)
        for path in word:
            path.unlink()
    return characters


def run(command: list[str]) -> tuple[float, float, int]:
    """Seconds, peak megabytes and exit code of one process and its children."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - began, used.ru_maxrss / 1024, child.returncode


def measure(name: str, count: int, pages: int, runs: int) -> None:
    """Make letters, run the command, print."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "thu"
        folder.mkdir()
        characters = make(folder, count, pages)
        command = [sys.executable, "-m", "minhphap", "letters", str(folder), "--draft", str(DRAFT)]
        command += ["-o", str(Path(home) / "t.docx"), "-o", str(Path(home) / "t.xlsx")]
        took = []
        for _ in range(runs):
            for table in Path(home).glob("t.*"):
                table.unlink()
            took.append(run(command))
        seconds, peak = min(one[0] for one in took), max(one[1] for one in took)
        kinds = sorted({path.suffix for path in folder.iterdir()})
        print(
            f"{name}: {count} letters, about {characters // PAGE} pages ({', '.join(kinds)}):"
            f" {seconds:.1f} s, peak {peak:.0f} MB, exit {took[0][2]}"
        )


def main() -> None:
    """Measure both and print the goals."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    measure("thirty letters", 30, 200, asked.runs)
    measure("one long letter", 1, 40, asked.runs)
    print("goals: 30 letters of 200 pages in 60 s on 2 cores, 500 MB")


if __name__ == "__main__":
    main()
