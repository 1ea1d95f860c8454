"""A decision of a commune of our own making, as a Word file that can be printed."""

from __future__ import annotations

from intake_docx import cell, document, para, part, row, run, table, word

SENTENCE = (
    "Tổ chức, cá nhân quản lý bến thuyền có trách nhiệm niêm yết giá vé, số chỗ và giờ chạy ở nơi"
    " dễ thấy; bảo đảm mỗi hành khách có một áo phao vừa cỡ; nghỉ bến khi gió mạnh từ cấp 6 trở"
    " lên theo thông báo của đài khí tượng thủy văn khu vực và của Ủy ban nhân dân xã."
)
NOTE = "Chưa gồm thuế giá trị gia tăng."
_BOLD = "<w:b/>"
_CENTRE = '<w:jc w:val="center"/>'
_INDENT = '<w:ind w:firstLine="567"/><w:jc w:val="both"/>'
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif"'
    ' w:hAnsi="Liberation Serif"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
_PAGE = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"'
    ' w:footer="567"/></w:sectPr>'
)


def _bold(text: str, properties: str = _CENTRE) -> str:
    return para(run(text, _BOLD), properties=properties)


def _side(width: int, *blocks: str) -> str:
    return cell(*blocks, properties=f'<w:tcW w:w="{width}" w:type="dxa"/>')


def _head() -> str:
    place = run("Đồng Bằng, ngày 03 tháng 8 năm 2026", "<w:i/>")
    issuer = (_bold("ỦY BAN NHÂN DÂN"), _bold("XÃ ĐỒNG BẰNG"))
    motto = (_bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), _bold("Độc lập - Tự do - Hạnh phúc"))
    return table(
        row(
            _side(3000, *issuer, para("Số: 07/2026/QĐ-UBND", properties=_CENTRE)),
            _side(6200, *motto, para(place, properties=_CENTRE)),
        )
    )


def _articles(count: int) -> str:
    return "".join(
        _bold(f"Điều {number}. Trách nhiệm thứ {number}", _INDENT)
        + para(f"1. {SENTENCE}", properties=_INDENT)
        + para(f"2. {SENTENCE}", properties=_INDENT)
        for number in range(1, count + 1)
    )


def _fees() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lined = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (700, 3000, 2000))
    rows = (
        row("TT", "Loại thuyền", "Mức thu (đồng)"),
        row("1", "Thuyền chèo tay chở khách trên sông, hồ trong địa bàn xã", "20.000"),
        row("2", "Thuyền máy", "35.000"),
    )
    look = f"<w:tblPr><w:tblBorders>{lined}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return table(*rows).replace("<w:tblPr/>", look)


def _foot() -> str:
    recipients = para(run("Nơi nhận:", "<w:b/><w:i/>"))
    return table(
        row(
            _side(4500, recipients, "- Như Điều 12;", "- Lưu: VT."),
            _side(4500, *map(_bold, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"))),
        )
    )


def decision(articles: int = 12) -> bytes:
    """A two-column head, articles, a ruled table with a footnote, recipients and signature."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    called = f'<w:r>{raised}<w:footnoteReference w:id="1"/></w:r>'
    body = (
        _head()
        + _bold("QUYẾT ĐỊNH")
        + _bold("Ban hành quy định về quản lý bến thuyền")
        + para("Căn cứ Luật Tổ chức chính quyền địa phương;", properties=_INDENT)
        + _articles(articles)
        + para("Bảng mức thu", called, properties=_INDENT)
        + _fees()
        + para()
        + _foot()
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    mark = f"<w:r>{raised}<w:footnoteRef/></w:r>"
    small = run(f" {NOTE}", '<w:sz w:val="18"/>')
    note = f'<w:footnote w:id="1"><w:p>{mark}{small}</w:p></w:footnote>'
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    parts = {
        "word/styles.xml": part("styles", _STYLES),
        "word/footnotes.xml": part("footnotes", f"{separator}</w:footnote>{note}"),
        "word/header1.xml": part("hdr", para("Công báo xã Đồng Bằng, trang ", number)),
    }
    return word(document(body).replace("<w:sectPr/>", _PAGE), parts)
