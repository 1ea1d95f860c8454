"""Write the Word templates of `minhphap letters`: the official table, the reminder.

Layout after Decree 30/2020, annex I. Words in double braces are filled in by the program; a
paragraph whose list is empty is taken out. An office restyles a template in Word and gives it with
--template; names in braces may be moved, not renamed.
"""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from make_examples import same_bytes

OUT = Path(__file__).resolve().parent.parent / "src" / "minhphap" / "crowd" / "letters" / "data"
FONT = "Times New Roman"


def page(document, landscape: bool) -> None:
    """A4, margins, page number centred at the top from the second page on."""
    section = document.sections[0]
    width, height = Cm(21), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = ALIGN.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        dress(run, 13)
        inner = (
            f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
            if kind
            else (f'<w:instrText {nsdecls("w")} xml:space="preserve"> {text} </w:instrText>')
        )
        run._r.append(parse_xml(inner))
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    fonts = style.element.rPr.rFonts
    for name in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(name), FONT)
    style.element.rPr.append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="vi-VN" w:eastAsia="vi-VN"/>')
    )
    style.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""


def dress(run, size: float, bold=False, italic=False) -> None:
    """Times New Roman for every script."""
    run.font.name, run.font.size = FONT, Pt(size)
    run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), FONT)
    run.bold, run.italic = bold or None, italic or None


def put(
    place,
    text: str,
    size=14.0,
    align=ALIGN.JUSTIFY,
    bold=False,
    italic=False,
    indent=0.0,
    before=0.0,
):
    """One paragraph."""
    paragraph = place.add_paragraph()
    return set_text(paragraph, text, size, align, bold, italic, indent, before)


def set_text(
    paragraph,
    text,
    size=14.0,
    align=ALIGN.JUSTIFY,
    bold=False,
    italic=False,
    indent=0.0,
    before=0.0,
):
    """Words and look of a paragraph; "[[tag|…]]" becomes an empty content control."""
    paragraph.alignment = align
    form = paragraph.paragraph_format
    form.first_line_indent = Cm(indent) if indent else None
    form.space_before = Pt(before)
    at = 0
    while True:
        start = text.find("[[", at)
        if start < 0:
            break
        end = text.index("]]", start)
        if start > at:
            dress(paragraph.add_run(text[at:start]), size, bold, italic)
        tag, _, shown = text[start + 2 : end].partition("|")
        control(paragraph, tag, shown, size, bold, italic)
        at = end + 2
    if at < len(text):
        dress(paragraph.add_run(text[at:]), size, bold, italic)
    return paragraph


def control(paragraph, tag: str, shown: str, size: float, bold: bool, italic: bool) -> None:
    """A field that a person fills in."""
    look = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    look += ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
    paragraph._p.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}>"
            f'<w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/></w:sdtPr>'
            f"<w:sdtContent><w:r><w:rPr>{look}</w:rPr>"
            f'<w:t xml:space="preserve">{shown}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def rule(place, width: float, length: float) -> None:
    """The line under a name, as the border of an empty paragraph."""
    paragraph = place.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm((width - length) / 2)
    form.space_after, form.line_spacing = Pt(4), Pt(4)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f"<w:pBdr {nsdecls('w')}>"
            f'<w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        )
    )


def columns(document, widths: tuple[float, float]):
    """A borderless table of two cells that stay on one page."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Cm(width)
    return table.rows[0].cells


def head(document, widths: tuple[float, float], number: bool) -> None:
    """Who issues, beside the national title; number and subject where the paper has them."""
    left, right = columns(document, widths)
    size = 13 if widths[1] > 12 else 12
    set_text(left.paragraphs[0], "{{CO_QUAN_CHU_QUAN}}", size, ALIGN.CENTER)
    put(left, "{{CO_QUAN}}", size, ALIGN.CENTER, bold=True)
    rule(left, widths[0], 2.4)
    set_text(
        right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size, ALIGN.CENTER, bold=True
    )
    put(right, "Độc lập - Tự do - Hạnh phúc", 13.5, ALIGN.CENTER, bold=True)
    rule(right, widths[1], 5.6)
    if number:
        put(left, "Số: [[so|      ]]/[[ky_hieu|…]]", 13, ALIGN.CENTER, before=2)
        put(
            left,
            "V/v đôn đốc tham gia ý kiến đối với {{ten_du_thao}}",
            12.5,
            ALIGN.CENTER,
            before=6,
        )
    put(
        right,
        "{{dia_danh}}, ngày [[ngay|    ]] tháng [[thang|    ]] năm [[nam|{{nam}}]]",
        13.5,
        ALIGN.CENTER,
        italic=True,
        before=2,
    )


def official() -> bytes:
    """The table: title, counts, four columns, signature; a working list behind it."""
    document = Document()
    page(document, landscape=True)
    head(document, (10.2, 15), number=False)
    put(
        document,
        "BẢN TỔNG HỢP Ý KIẾN, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý, PHẢN BIỆN XÃ HỘI",
        14,
        ALIGN.CENTER,
        bold=True,
        before=14,
    )
    put(document, "ĐỐI VỚI {{TEN_DU_THAO}}", 14, ALIGN.CENTER, bold=True)
    rule(document, 25.2, 5)
    put(document, "{{mo_dau}}", indent=1.27, before=6)
    put(document, "{{tong_so}}", indent=1.27, before=6)
    put(document, "- Thống nhất hoàn toàn với dự thảo: {{thong_nhat}}.", indent=1.27, before=6)
    put(document, "- Chưa trả lời: {{chua_tra_loi}}.", indent=1.27, before=6)
    put(
        document, "2. Kết quả cụ thể như sau:", indent=1.27, before=6
    ).paragraph_format.space_after = Pt(6)
    table = document.add_table(rows=3, cols=4, style="Table Grid")
    table.autofit = False
    widths = (4.4, 4.8, 8.6, 7.4)
    heads = (
        "NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN",
        "CHỦ THỂ GÓP Ý",
        "NỘI DUNG GÓP Ý",
        "NỘI DUNG TIẾP THU, GIẢI TRÌNH",
    )
    for row in table.rows:
        for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
            column.width = cell.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        set_text(cell.paragraphs[0], words, 12, ALIGN.CENTER, bold=True)
    section = table.rows[1].cells[0].merge(table.rows[1].cells[3])
    set_text(section.paragraphs[0], "{{phan}}", 13, ALIGN.LEFT, bold=True)
    label, sender, text, answer = table.rows[2].cells
    set_text(label.paragraphs[0], "{{dieu_khoan}}", 13, ALIGN.LEFT, bold=True)
    put(label, "{{ten_dieu}}", 12, ALIGN.LEFT, italic=True)
    set_text(sender.paragraphs[0], "{{chu_the}}", 13, ALIGN.LEFT)
    put(sender, "{{van_ban}}", 11.5, ALIGN.LEFT)
    set_text(text.paragraphs[0], "{{noi_dung}}", 13)
    put(text, "Lý do: {{ly_do}}", 12, italic=True)
    put(text, "{{nguon}}", 10, ALIGN.LEFT)
    set_text(answer.paragraphs[0], "{{tiep_thu}}", 13)
    left, right = columns(document, (12, 13.2))
    set_text(left.paragraphs[0], "", 13)
    set_text(
        right.paragraphs[0],
        "[[chuc_vu|THỦ TRƯỞNG CƠ QUAN CHỦ TRÌ SOẠN THẢO]]",
        13.5,
        ALIGN.CENTER,
        bold=True,
        before=12,
    )
    put(right, "[[ho_ten|…]]", 13.5, ALIGN.CENTER, bold=True, before=64)
    paragraph = put(document, "{{can_xem_lai_tieu_de}}", 13, ALIGN.LEFT, bold=True)
    paragraph.paragraph_format.page_break_before = True
    put(document, "{{can_xem_lai}}", 12, before=3)
    return saved(document)


def reminder() -> bytes:
    """The letter to those who have not answered."""
    document = Document()
    page(document, landscape=False)
    head(document, (6.4, 10.1), number=True)
    put(document, "Kính gửi: {{kinh_gui}}", align=ALIGN.CENTER, before=14)
    put(document, "{{kinh_gui_danh_sach}}", align=ALIGN.LEFT, indent=4.4)
    first = (
        "{{co_quan}} đã có Văn bản {{van_ban_da_gui}} đề nghị quý cơ quan tham gia ý kiến đối với "
        "{{ten_du_thao}}; thời hạn trả lời: {{han_cu}}. Đến ngày {{ngay_lap}}, {{co_quan}} "
        "chưa nhận được ý kiến của quý cơ quan."
    )
    put(document, first, indent=1.27, before=12)
    put(
        document,
        "Để kịp tổng hợp, tiếp thu, giải trình và hoàn thiện hồ sơ theo quy định, {{co_quan}} "
        "đề nghị quý cơ quan quan tâm, gửi ý kiến bằng văn bản trước ngày [[han_moi|…]].",
        indent=1.27,
        before=6,
    )
    put(
        document,
        "Trường hợp quý cơ quan đã gửi văn bản tham gia ý kiến, đề nghị thông báo số, ngày "
        "của văn bản để {{co_quan}} đối chiếu, tránh bỏ sót.",
        indent=1.27,
        before=6,
    )
    put(
        document,
        "{{co_quan}} trân trọng đề nghị quý cơ quan phối hợp thực hiện./.",
        indent=1.27,
        before=6,
    )
    left, right = columns(document, (8, 8.5))
    set_text(left.paragraphs[0], "Nơi nhận:", 12, ALIGN.LEFT, bold=True, italic=True, before=12)
    for line in ("- Như trên;", "- Lưu: VT, [[don_vi|…]]."):
        put(left, line, 11, ALIGN.LEFT)
    set_text(right.paragraphs[0], "[[chuc_vu|GIÁM ĐỐC]]", 13.5, ALIGN.CENTER, bold=True, before=12)
    put(right, "[[ho_ten|…]]", 13.5, ALIGN.CENTER, bold=True, before=64)
    return saved(document)


def saved(document) -> bytes:
    """The template, the same bytes each time."""
    buffer = io.BytesIO()
    document.save(buffer)
    return same_bytes(buffer.getvalue())


def main() -> None:
    """Write both."""
    (OUT / "bang-tong-hop.docx").write_bytes(official())
    (OUT / "don-doc.docx").write_bytes(reminder())


if __name__ == "__main__":
    main()
