"""The official table as a Word document, in the office's own template."""

from __future__ import annotations

import base64
import copy
import json
import zlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from minhphap.crowd.letters.review import to_look_at
from minhphap.crowd.letters.table import Row, Table, fingerprint
from minhphap.crowd.letters.template import Template, fill_row
from minhphap.crowd.letters.words_out import agreement, opening, sentence, waiting
from minhphap.crowd.letters.workbook import Link
from minhphap.intake import Unreadable

BOOKMARK = "mp_"
PART = "/customXml/minhphap.xml"
_REVIEW = "DANH SÁCH CẦN XEM LẠI (phần làm việc, không thuộc bản tổng hợp; xóa trước khi ký)"


def own_template(name: str) -> bytes:
    """A template of this package: "bang-tong-hop" or "don-doc"."""
    return (files("minhphap.crowd.letters") / "data" / f"{name}.docx").read_bytes()


def paper(table: Table, link: Link, template: bytes | None = None) -> bytes:
    """The table as .docx. Raises Unreadable for a template that has no row to fill."""
    made = Template(template or own_template("bang-tong-hop"))
    found = made.rows("noi_dung")
    if found is None:
        raise Unreadable(
            "Tệp mẫu thiếu hàng có {{noi_dung}}; xem mẫu kèm chương trình.",
            "The template has no row with {{noi_dung}}; see the one that ships.",
            "template",
        )
    _rows(made, table, link, found)
    made.fill(values(table))
    _remember(made, table)
    properties = made.document.core_properties
    properties.title = sentence(table.title)
    properties.author = properties.last_modified_by = ""
    return made.bytes()


def values(table: Table) -> dict[str, str | Sequence[str]]:
    """What the fields of the template mean."""
    review = _review(table)
    agency = table.agency or "…"
    return {
        "CO_QUAN_CHU_QUAN": table.parent.upper() if table.parent.upper() != agency.upper() else "",
        "CO_QUAN": agency.upper(),
        "co_quan": agency,
        "TEN_DU_THAO": table.title.upper(),
        "ten_du_thao": table.title,
        "dia_danh": table.draft.meta.place or "…",
        "nam": str(table.on.year) if table.on else "…",
        "mo_dau": (
            f"Căn cứ Luật Ban hành văn bản quy phạm pháp luật, {agency} đã tổ chức lấy ý kiến đối"
            f" với"
            f" {table.title}. Kết quả như sau:"
        ),
        "tong_so": opening(table),
        "thong_nhat": "; ".join(agreement(one) for one in table.agreements),
        "chua_tra_loi": "; ".join(waiting(one) for one in table.silent),
        "can_xem_lai_tieu_de": _REVIEW if review else "",
        "can_xem_lai": review,
    }


def _rows(made: Template, table: Table, link: Link, found: tuple[Any, Any]) -> None:
    body, sample = found
    heading = made.rows("phan")
    part = label = ""
    merged: Any = None
    for row in table.rows:
        if row.part != part and heading is not None:
            part, label = row.part, ""
            section = copy.deepcopy(heading[1])
            sample.addprevious(section)
            fill_row(section, {"phan": part})
        copied = copy.deepcopy(sample)
        sample.addprevious(copied)
        _mark(copied, row, link, made)
        fill_row(copied, _fields(row))
        if row.label == label:
            _merge(merged, copied)
        else:
            label, merged = row.label, copied
    body.remove(sample)
    if heading is not None:
        body.remove(heading[1])


def _fields(row: Row) -> dict[str, str]:
    return {
        "dieu_khoan": row.label,
        "ten_dieu": row.heading,
        "chu_the": row.sender,
        "van_ban": row.letter,
        "noi_dung": row.text,
        "ly_do": row.reason,
        "tiep_thu": row.answer,
    }


def _mark(copied: Any, row: Row, link: Link, made: Template) -> None:
    """The id as a bookmark on the passage; the source as a link."""
    for paragraph in list(copied.iter(qn("w:p"))):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if "{{noi_dung}}" in text:
            _bookmark(paragraph, row.id)
        elif "{{nguon}}" in text:
            _source(paragraph, row, link, made)


def _bookmark(paragraph: Any, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    number = str(int(name[:7], 16)) if name[:7].isalnum() else "1"
    for element in (start, end):
        element.set(qn("w:id"), number)
    start.set(qn("w:name"), BOOKMARK + name.replace("-", "_"))
    first = paragraph.find(qn("w:r"))
    first.addprevious(start)
    first.addnext(end)


def _source(paragraph: Any, row: Row, link: Link, made: Template) -> None:
    run = paragraph.find(qn("w:r"))
    where = f"{row.file}, {row.where}" if row.where else row.file
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), made.link(link(row.file, row.page)))
    run.addprevious(hyperlink)
    hyperlink.append(run)
    node = run.find(qn("w:t"))
    node.text = f"Nguồn: {where}"
    for other in paragraph.findall(qn("w:r")):
        paragraph.remove(other)


def _merge(first: Any, following: Any) -> None:
    """The first column merged down over the rows of one provision."""
    for row, value in ((first, "restart"), (following, "continue")):
        cell = row.find(qn("w:tc"))
        properties = cell.get_or_add_tcPr()
        mark = properties.find(qn("w:vMerge"))
        if mark is None:
            mark = OxmlElement("w:vMerge")
            properties.append(mark)
        mark.set(qn("w:val"), value)
    cell = following.find(qn("w:tc"))
    paragraphs = cell.findall(qn("w:p"))
    for paragraph in paragraphs[1:]:
        cell.remove(paragraph)
    for run in paragraphs[0].findall(qn("w:r")):
        paragraphs[0].remove(run)


def _review(table: Table) -> list[str]:
    """What a person must look at, in one line each."""
    lines = []
    for one in to_look_at(table):
        words = f": “{one.text}”" if one.text else ""
        who = ", ".join(part for part in (one.sender, one.file) if part)
        lines.append(f"{one.matter} ({who}){words}. {one.remark}")
    return lines


def _remember(made: Template, table: Table) -> None:
    """The version of the draft, its text and where each row was read to belong."""
    known = {
        "draft": fingerprint(table.draft),
        "text": table.draft.source.text,
        "rows": {row.id: [row.machine, row.part] for row in table.rows},
        "kept": [
            [k.id, k.label, k.sender, k.letter, k.text, k.answer, list(k.extra)] for k in table.kept
        ],
        "extra": {row.id: list(row.extra) for row in table.rows if row.extra},
    }
    data = base64.b64encode(zlib.compress(json.dumps(known, ensure_ascii=False).encode(), 9))
    blob = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<m:table xmlns:m="urn:minhphap:letters">'
        + data
        + b"</m:table>"
    )
    package = made.document.part.package
    assert package is not None
    part = Part(PackURI(PART), "application/xml", blob, package)
    made.document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
