"""Drafts and letters of our own writing for the tests of crowd.letters."""

import io
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from minhphap.crowd.letters import collect
from minhphap.structure import parse_text

DRAFT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:      /2026/QĐ-UBND
Sơn Hà, ngày      tháng      năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế quản lý thư viện xã, phường trên địa bàn tỉnh Sơn Hà
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch;
Ủy ban nhân dân ban hành Quyết định ban hành Quy chế quản lý thư viện xã, phường.
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý thư viện xã, phường.
Điều 2. Quyết định này có hiệu lực từ ngày      tháng      năm 2027.
Điều 3. Chánh Văn phòng, Giám đốc Sở Văn hóa, Thể thao và Du lịch chịu trách nhiệm thi hành./.
QUY CHẾ
Quản lý thư viện xã, phường trên địa bàn tỉnh Sơn Hà
(Ban hành kèm theo Quyết định số      /2026/QĐ-UBND)
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phục vụ bạn đọc, bổ sung sách và bảo quản sách của thư viện xã, phường.
Điều 2. Giờ phục vụ
1. Thư viện mở cửa ít nhất 05 buổi mỗi tuần, trong đó có một buổi tối.
2. Giờ mở cửa được niêm yết tại cổng.
Điều 3. Mượn sách
1. Mỗi bạn đọc được mượn về không quá 03 cuốn trong 14 ngày.
2. Người làm mất sách bồi thường gấp đôi giá bìa.
3. Trẻ em dưới 10 tuổi mượn sách phải có phụ huynh bảo lãnh.
Điều 4. Kinh phí
1. Ngân sách cấp xã chi tối thiểu 20 triệu đồng mỗi năm để bổ sung sách.
2. Sách do tổ chức, cá nhân tặng được ghi sổ và công khai.
Điều 5. Thủ thư
Thủ thư được hưởng phụ cấp bằng 0,5 mức lương cơ sở mỗi tháng.
"""
HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
    "SỞ TÀI CHÍNH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 120/STC-HCSN",
    "V/v góp ý dự thảo Quyết định",
    "Sơn Hà, ngày 05 tháng 10 năm 2026",
    "Kính gửi: Sở Văn hóa, Thể thao và Du lịch.",
    "Phúc đáp Công văn số 77/SVHTTDL-QLVH ngày 20/9/2026, Sở Tài chính có ý kiến như sau:",
)
FOOT = (
    "Trên đây là ý kiến của Sở Tài chính, kính gửi Sở Văn hóa, Thể thao và Du lịch tổng hợp./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "GIÁM ĐỐC",
    "Lê Văn Bình",
)


def draft():
    """The draft as a document."""
    return parse_text(DRAFT)


def letter(*body, head=HEAD, foot=FOOT):
    """A letter with its form around some paragraphs."""
    return "\n".join((*head, *body, *foot)) + "\n"


def head_of(sender, number, parent=""):
    """The head of another sender."""
    lines = (parent, sender.upper(), f"Số: {number}", "Sơn Hà, ngày 06 tháng 10 năm 2026")
    opening = f"Sau khi nghiên cứu dự thảo, {sender} có ý kiến như sau:"
    to = "Kính gửi: Sở Văn hóa, Thể thao và Du lịch."
    return tuple(line for line in (*lines, to, opening) if line)


def read_all(folder, files, **asked):
    """Write files (text or bytes by name) and collect them."""
    for name, content in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return collect(Path(folder), draft(), **asked)


def one(folder, content, name="thu.txt", **asked):
    """The only letter of a file."""
    (found,) = read_all(folder, {name: content}, **asked).letters
    return found


def said(found):
    """What a letter says: ask, clause, words."""
    return [(p.ask, p.clause, p.text) for p in found.passages]


def word(lines, tables=()):
    """A Word file: paragraphs, then tables of rows."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    return saved(document)


def saved(document):
    """The bytes of a Word file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def marked(changes, comment=None, author="Sở Tư pháp"):
    """The draft as a Word file with tracked changes: (paragraph's start, old, new)."""
    document = Document()
    stamp = f'w:author="{author}" w:date="2026-10-08T09:00:00Z"'
    for number, line in enumerate(DRAFT.splitlines()):
        paragraph = document.add_paragraph()
        change = next((c for c in changes if line.startswith(c[0])), None)
        if change is None:
            paragraph.add_run(line)
        else:
            _, old, new = change
            before, _, after = line.partition(old)
            paragraph.add_run(before)
            for tag, node, words in (("del", "delText", old), ("ins", "t", new)):
                if words:
                    mark = f'w:id="{900 + 2 * number + (tag == "ins")}" {stamp}'
                    inner = f'<w:r><w:{node} xml:space="preserve">{words}</w:{node}></w:r>'
                    xml = f"<w:{tag} {nsdecls('w')} {mark}>{inner}</w:{tag}>"
                    paragraph._p.append(parse_xml(xml))
            paragraph.add_run(after)
        if comment and line.startswith(comment[0]):
            document.add_comment(paragraph.runs, comment[1], author=author, initials="TP")
    return saved(document)
