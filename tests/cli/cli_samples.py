"""Calls of the command line as a user makes them, and the drafts they are made on."""

import os
import subprocess
import sys
from pathlib import Path

from docx import Document

ROOT = Path(__file__).resolve().parents[2]

CLEAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 60/2026/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 12 tháng 11 năm 2026
QUYẾT ĐỊNH
Quy định giờ mở cửa của chợ trên địa bàn tỉnh Sơn Hà
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 620/TTr-SCT ngày 02 tháng 11 năm 2026;
Ủy ban nhân dân ban hành Quyết định quy định giờ mở cửa của chợ trên địa bàn tỉnh Sơn Hà.
Điều 1. Giờ mở cửa
1. Chợ mở cửa từ 05 giờ đến 19 giờ hằng ngày.
2. Chợ đêm mở cửa từ 18 giờ đến 23 giờ hằng ngày.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2026.
2. Giám đốc Sở Công Thương chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như khoản 2 Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An
"""
"""A decision with nothing to look at."""

BROKEN = CLEAN.replace("từ 18 giờ", "theo khoản 7 Điều 1 Quyết định này, từ 18 giờ")
"""One reference that leads nowhere (HT201)."""

SPACED = BROKEN.replace("hằng ngày.\n2.", "hằng  ngày.\n2.")
"""And one superfluous blank (HT304), which can be mended."""


def minhphap(*arguments, cwd, stdin=None, env=None):
    """One call; output as text."""
    done = subprocess.run(
        [sys.executable, "-m", "minhphap", *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=120,
        check=False,
        env={**plain_environment(), **(env or {})},
    )
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in done.stderr, done.stderr
    return done


def plain_environment():
    """The environment without what would change colours, width or language."""
    unwanted = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "MINHPHAP_LANG", "MINHPHAP_DEBUG")
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def word(path, text):
    """A Word file with a paragraph for each line."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    return path


def plain(path, text):
    """A text file; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(folder):
    """The files below a folder, as sorted relative names."""
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
