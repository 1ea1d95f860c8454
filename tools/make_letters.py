"""Write examples/gop-y: a draft, replies to it in the forms in which they come, a list of bodies.

The texts stand in tools/letter_texts. LibreOffice and pdftoppm make the PDF, the old Word file and
the scan.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import tempfile
from email.message import EmailMessage
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from make_examples import build, same_bytes, to_pdf, to_scan
from openpyxl import Workbook

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "letter_texts"
OUT = HERE.parent / "examples" / "gop-y"
AUTHOR = "Sở Tư pháp"
STAMP = f'w:author="{AUTHOR}" w:date="2026-10-13T09:10:00Z"'
CHANGES = (
    (
        "2. Người làm hư hỏng tài sản",
        "theo giá thị trường tại thời điểm bồi thường",
        "theo quy định của pháp luật dân sự",
    ),
    (
        "2. Ban hành mẫu nội quy",
        "mẫu nội quy, mẫu sổ",
        "mẫu nội quy, mẫu hợp đồng thuê mặt bằng, mẫu sổ",
    ),
    ("2. Không để xe máy", ", xe đạp điện", ""),
)
REMARK = (
    "Điều 3. Chánh Văn phòng",
    "Đề nghị bổ sung Giám đốc Sở Tài chính vào trách nhiệm thi hành.",
)
PORTAL = (
    ("Thời gian", "Người góp ý", "Điều, khoản", "Nội dung góp ý"),
    (
        "05/10/2026",
        "Nguyễn Thị M, phường An Sơn",
        "Điều 4",
        "Khu thể thao nên mở đến 22 giờ vì mùa hè người dân tập muộn.",
    ),
    (
        "06/10/2026",
        "Trương Văn N, xã Khe Ngòa",
        "Khoản 2 Điều 5",
        "Đề nghị miễn cả cho gia đình chính sách.",
    ),
    ("07/10/2026", "Trương Văn N, xã Khe Ngòa", "", "Tôi ủng hộ việc ban hành quy định."),
    (
        "09/10/2026",
        "Câu lạc bộ Dưỡng sinh phường Bến Đá",
        "Điều 6",
        "Người cao tuổi tập dưỡng sinh có phải trả tiền thuê không?",
    ),
)


def marked(draft: bytes) -> bytes:
    """The draft with tracked changes and a margin comment."""
    document = Document(io.BytesIO(draft))
    for paragraph in document.paragraphs:
        for number, (start, old, new) in enumerate(CHANGES):
            if paragraph.text.startswith(start):
                change(paragraph, old, new, 900 + 2 * number)
        if paragraph.text.startswith(REMARK[0]):
            document.add_comment(paragraph.runs, REMARK[1], author=AUTHOR, initials="STP")
    for element in document.part._comments_part.element:
        element.set(element.tag.split("}")[0] + "}date", "2026-10-13T09:10:00Z")
    buffer = io.BytesIO()
    document.save(buffer)
    return same_bytes(buffer.getvalue())


def change(paragraph, old: str, new: str, number: int) -> None:
    """Replace words of the only run of a paragraph as a tracked change."""
    run = paragraph.runs[0]
    before, _, after = run.text.partition(old)
    run.text = before
    look = '<w:rPr><w:sz w:val="28"/></w:rPr>'
    pieces = [
        f'<w:del {nsdecls("w")} w:id="{number}" {STAMP}><w:r>{look}'
        f'<w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
    ]
    if new:
        pieces.append(
            f'<w:ins {nsdecls("w")} w:id="{number + 1}" {STAMP}><w:r>{look}'
            f'<w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'
        )
    pieces.append(f'<w:r {nsdecls("w")}>{look}<w:t xml:space="preserve">{after}</w:t></w:r>')
    at = run._r
    for piece in pieces:
        element = parse_xml(piece)
        at.addnext(element)
        at = element


def message(text: str) -> bytes:
    """A citizen's message."""
    mail = EmailMessage()
    mail["From"] = "Trần Quang Huy <huy@example.vn>"
    mail["To"] = "So VHTTDL <gopy@example.vn>"
    mail["Subject"] = "Góp ý dự thảo quy định nhà văn hóa"
    mail["Date"] = "Sat, 10 Oct 2026 20:15:00 +0700"
    mail.set_content(text)
    return bytes(mail)


def portal() -> bytes:
    """What the portal's form collected."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Góp ý qua Cổng"
    for row in PORTAL:
        sheet.append(row)
    for column, width in zip("ABCD", (14, 34, 18, 70), strict=True):
        sheet.column_dimensions[column].width = width
    moment = dt.datetime(2026, 10, 12, 8, 0)
    book.properties.created = book.properties.modified = moment
    buffer = io.BytesIO()
    book.save(buffer)
    return same_bytes(buffer.getvalue())


def asked() -> bytes:
    """The list of bodies asked, as a workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lấy ý kiến"
    with (TEXTS / "co-quan-duoc-hoi.csv").open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter=";"):
            sheet.append(row)
    for column, width in zip("ABCDE", (6, 44, 12, 14, 14), strict=True):
        sheet.column_dimensions[column].width = width
    moment = dt.datetime(2026, 9, 28, 8, 0)
    book.properties.created = book.properties.modified = moment
    buffer = io.BytesIO()
    book.save(buffer)
    return same_bytes(buffer.getvalue())


def to_doc(word: Path, folder: Path) -> bytes:
    """An old Word file."""
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(folder), str(word)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / f"{word.stem}.doc").read_bytes()


def main() -> None:
    """Write everything."""
    replies = OUT / "thu-gop-y"
    replies.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = {}
        for text in sorted(TEXTS.glob("*.txt")):
            if text.read_text(encoding="utf-8").startswith("@"):
                words[text.stem] = folder / f"{text.stem}.docx"
                words[text.stem].write_bytes(build(text))
        draft = words.pop("du-thao").read_bytes()
        (OUT / "du-thao.docx").write_bytes(draft)
        (OUT / "co-quan-duoc-hoi.xlsx").write_bytes(asked())
        for stem in ("so-tai-chinh", "xa-khe-ngoa", "hop-to-dan-pho"):
            (replies / f"{stem}.docx").write_bytes(words[stem].read_bytes())
        (replies / "so-noi-vu.pdf").write_bytes(to_pdf(words["so-noi-vu"], folder).read_bytes())
        (replies / "cong-an-tinh.doc").write_bytes(to_doc(words["cong-an-tinh"], folder))
        scan = to_scan(to_pdf(words["phuong-ben-da"], folder), folder)
        (replies / "phuong-ben-da-ban-quet.pdf").write_bytes(scan)
    (replies / "so-tu-phap-sua-truc-tiep.docx").write_bytes(marked(draft))
    (replies / "gop-y-qua-cong.xlsx").write_bytes(portal())
    for stem, suffix in (("hoi-phu-nu", ".html"), ("hiep-hoi", ".txt")):
        (replies / f"{stem}{suffix}").write_bytes((TEXTS / f"{stem}{suffix}").read_bytes())
    (replies / "nguoi-dan.eml").write_bytes(
        message((TEXTS / "nguoi-dan.txt").read_text(encoding="utf-8"))
    )
    print(*sorted(path.name for path in replies.iterdir()), sep="\n")


if __name__ == "__main__":
    main()
