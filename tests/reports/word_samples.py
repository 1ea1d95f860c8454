"""Word files of our own making, and a reader of them that shares nothing with the product."""

import io
import zipfile

from lxml import etree

from minhphap.findings import Basis, Finding, Fix
from minhphap.intake import Source
from minhphap.intake.docx import read_docx
from minhphap.intake.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NUMBERING = (
    f"{_HEAD}<w:numbering {_NS}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>"
    "<w:start w:val='1'/><w:numFmt w:val='decimal'/><w:suff w:val='space'/>"
    "<w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
)
COMMENTS = (
    f'{_HEAD}<w:comments {_NS}><w:comment w:id="3" w:author="Trần Văn Bình"'
    ' w:date="2026-10-01T08:00:00Z" w:initials="TVB"><w:p><w:r><w:annotationRef/></w:r>'
    "<w:r><w:t>Đề nghị rà lại.</w:t></w:r></w:p></w:comment></w:comments>"
)
FOOTNOTES = (
    f'{_HEAD}<w:footnotes {_NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r>'
    '<w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/>'
    '</w:r><w:r><w:t xml:space="preserve"> Theo số liệu năm 2025.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
BOX = (
    "<w:p><w:r><w:t>Trước khung. </w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr>"
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>'
    "<w:r><w:t>Dự thảo lần 2</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Dự thảo lần 2</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    "<w:r><w:t>Sau khung.</w:t></w:r></w:p>"
)
BODY = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
    "<w:t>Điều 1. Phạm vi điều chỉnh</w:t></w:r></w:p>\n"
    '<w:p w:rsidR="00AB12CD"><w:r w:rsidRPr="00112233"><w:rPr><w:i/><w:rPrChange w:id="9"'
    ' w:author="A" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>'
    '<w:t xml:space="preserve">1. Quy định này quy định mức thu &amp; mức chi; R&amp;D </w:t>'
    '<w:tab/><w:t>tại phường Bến Xuân</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:r><w:t xml:space="preserve"> và </w:t></w:r><w:hyperlink r:id="rId9"><w:r>'
    "<w:t>Nghị quyết số 12/2026/NQ-HĐND</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
    '<w:p><w:ins w:id="4" w:author="Lê An" w:date="2026-10-02T01:02:03Z"><w:r>'
    "<w:t>2. Tổ chức, cá nhân nộp phí</w:t></w:r></w:ins>"
    '<w:del w:id="5" w:author="Lê An" w:date="2026-10-02T01:02:03Z"><w:r>'
    "<w:delText>2. Người dân nộp tiền</w:delText></w:r></w:del>"
    '<w:commentRangeStart w:id="3"/><w:r><w:t xml:space="preserve"> theo mức tại </w:t></w:r>'
    '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    "<w:r><w:t>khoản 9 Điều 4</w:t><w:br/><w:t>của Quy định này</w:t>"
    '<w:footnoteReference w:id="1"/></w:r></w:p>'
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "<w:r><w:t>Hồ sơ gồm đơn đề nghị.</w:t></w:r></w:p>"
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r>"
    "<w:t>Loại xe</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Mức thu (đồng)</w:t></w:r></w:p>"
    "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Xe máy</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>"
    "<w:t>3.000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    f"{BOX}"
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Điều 7</w:t></w:r><w:r>'
    '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> được áp dụng.</w:t>'
    "</w:r></w:p><w:sectPr/>"
)


def word_file(body=BODY, *, comments=COMMENTS, footnotes=FOOTNOTES, macros=False, namespaces=_NS):
    """A Word package with an image-like part stored unpacked and odd time stamps."""
    main = f"{_TYPE}.document.main+xml"
    if macros:
        main = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
        + (f'<Override PartName="/word/notes.xml" ContentType="{_TYPE}.comments+xml"/>'
           if comments else "")
        + f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}.footnotes+xml"/>'
        + ('<Override PartName="/word/vbaProject.bin"'
           ' ContentType="application/vnd.ms-office.vbaProject"/>' if macros else "")
        + "</Types>"
    )  # fmt: skip
    relations = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{_REL}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="rId2" Type="{_REL}/footnotes" Target="footnotes.xml"/>'
        + (f'<Relationship Id="rId" Type="{_REL}/comments" Target="/word/notes.xml"/>'
           if comments else "")
        + ('<Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/'
           'vbaProject" Target="vbaProject.bin"/>' if macros else "")
        + f'<Relationship Id="rId9" Type="{_REL}/hyperlink" Target="https://vidu.example/"'
        ' TargetMode="External"/></Relationships>'
    )  # fmt: skip
    root = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{_REL}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>'
    )
    parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("word/document.xml", f"{_HEAD}<w:document {namespaces}><w:body>{body}</w:body>"
         "</w:document>"),
        ("word/_rels/document.xml.rels", relations),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", footnotes),
        ("customXml/tệp.bin", bytes(range(256)) * 8),
    ]  # fmt: skip
    if comments:
        parts.insert(5, ("word/notes.xml", comments))
    if macros:
        parts.append(("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro"))
    return zipped(parts)


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = b"ghi chu"
        for i, (name, content) in enumerate(parts):
            info = zipfile.ZipInfo(name, (2019, 3, 1 + i, 10, 20, 30))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".bin") else 8
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return file.getvalue()


def read(data, name="du-thao.docx") -> Source:
    return read_docx(data, name, Limits())


def finding(start, end, *, severity="warning", fix=None, **values) -> Finding:
    values = {
        "rule": "HT201",
        "eid": "art_1__para_1",
        "label": "khoản 1 Điều 1",
        "message": "Điều 4 không có khoản 9; dẫn chiếu “R&D” này <không> chỉ đến đâu.",
        "message_en": "Article 4 has no clause 9.",
        "why": "Quy định được dẫn chiếu không tồn tại.",
        "basis": (Basis("Khoản 1 Điều 63 Nghị định số 78/2025/NĐ-CP"),),
        "suggestion": "khoản 3 Điều 4",
        "fingerprint": "0123456789abcdef0123",
    } | values
    return Finding(
        severity=severity, start=start, end=end, fix=fix if fix is None else Fix(*fix), **values
    )


def on(source, words, **values) -> Finding:
    """A finding on the first occurrence of some words."""
    at = source.text.index(words)
    return finding(at, at + len(words), **values)


def part(data, name="word/document.xml"):
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def root(data, name="word/document.xml"):
    return etree.fromstring(part(data, name))


def letters(data, name="word/document.xml", *, without_ours=False):
    """Every letter of a part with its look and its place, comment marks left out.

    ``without_ours``: as after rejecting what Minh Pháp proposes: its insertions gone.
    """
    found = []
    for node in root(data, name).iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}fldChar",
                                      f"{W}instrText", f"{W}footnoteReference"):  # fmt: skip
        run = node.getparent()
        if run.tag != f"{W}r":
            continue
        if not len(run) or run.find(f"{W}commentReference") is not None:
            continue
        look = run.find(f"{W}rPr")
        home = [one for one in run.iterancestors() if not _ours(one)]
        if without_ours and any(_ours(one) and one.tag == f"{W}ins" for one in run.iterancestors()):
            continue
        place = tuple((one.tag, *sorted(one.attrib.items())) for one in home)
        paragraph = next(run.iterancestors(f"{W}p"))
        form = paragraph.find(f"{W}pPr")
        where = (
            etree.tostring(look, method="c14n") if look is not None else b"",
            etree.tostring(form, method="c14n") if form is not None else b"",
            place,
            sorted(run.attrib.items()),
        )
        gone = any(one.tag == f"{W}del" for one in home)
        text = node.text or ""
        if node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")  # as Word shows it
        signs = text or ([] if node.text else [node.tag])
        found += [(sign, gone, *where) for sign in signs]
    return found


def _ours(element):
    return element.tag in (f"{W}ins", f"{W}del") and element.get(f"{W}author") == "Minh Pháp"


def commented(data, name="word/document.xml"):
    """The words under each comment by its number, paragraphs joined by a line break."""
    open_, found = set(), {}
    for element in root(data, name).iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            assert number not in found
            open_.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(number)
        elif element.tag == f"{W}p":
            for one in open_:
                found[one] += "\n" if found[one] else ""
        elif element.tag in (f"{W}t", f"{W}tab", f"{W}br"):
            text = element.text or {"tab": "\t", "br": "\n"}.get(element.tag[len(W) :], "")
            for one in open_:
                found[one] += text
    assert not open_
    return found


def references(data, name="word/document.xml"):
    return [one.get(f"{W}id") for one in root(data, name).iter(f"{W}commentReference")]


def comments(data, name="word/comments.xml"):
    """Author and lines of each comment by its number."""
    return {
        one.get(f"{W}id"): (
            one.get(f"{W}author"),
            ["".join(p.itertext()) for p in one.iter(f"{W}p")],
        )
        for one in root(data, name)
    }


def raw_entries(data):
    """Each member's bytes from its local header to the end of its data, in order."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = [info.header_offset for info in infos[1:]] + [archive.start_dir]
    return [
        (info.filename, info.date_time, info.external_attr, data[info.header_offset : end])
        for info, end in zip(infos, ends, strict=True)
    ]
