"""Workbooks that cannot be read: one sentence, in two languages, with what to do."""

import datetime as dt
import io
import zipfile

import pytest
import tracker_layouts
from openpyxl import Workbook

from minhphap.crowd.trackers import read_tracker
from minhphap.crowd.trackers import workbook as reader
from minhphap.intake import Unreadable

ON = dt.date(2026, 8, 15)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def changed(data, **parts):
    """The package with parts replaced; the name's "__" stands for "/", "_" for "."."""
    old, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.replace("/", "__").replace(".", "_")
            new.writestr(name, parts.get(key, old.read(name)))
    return out.getvalue()


def text_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "a")
    return out.getvalue()


def no_table():
    book = Workbook()
    book.active.append(["Họ tên", "Điện thoại"])
    book.active.append(["Lan", "0900"])
    return tracker_layouts.saved(book)


GOOD = tracker_layouts.merged_down()
BAD = {
    "empty": [b"", tracker_layouts.saved(Workbook())],
    "encrypted": [OLE + "EncryptedPackage".encode("utf-16-le")],
    "old-workbook": [OLE + "Workbook".encode("utf-16-le")],
    "damaged": [
        GOOD[: len(GOOD) // 2],
        changed(GOOD, xl__worksheets__sheet1_xml=b"<worksheet><sheetData><row"),
        changed(GOOD, xl__workbook_xml=b""),
    ],
    "not-a-workbook": [b"STT;T\xc3\xaan", text_zip(), b"%PDF-1.7"],
    "no-table": [no_table()],
    "too-large": [changed(GOOD, xl__worksheets__sheet1_xml=b" " * 12_000_000)],
}


@pytest.mark.parametrize(("code", "data"), [(c, d) for c, files in BAD.items() for d in files])
def test_one_sentence(code, data):
    with pytest.raises(Unreadable) as refused:
        read_tracker(data, "theo-doi.xlsx", ON)
    assert refused.value.code == code
    for sentence in (refused.value.message, refused.value.message_en):
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_too_many_cells(monkeypatch):
    monkeypatch.setattr(reader, "CELLS", 10)
    with pytest.raises(Unreadable) as refused:
        read_tracker(GOOD, "theo-doi.xlsx", ON)
    assert refused.value.code == "too-large"


def test_a_dimension_that_lies_costs_nothing():
    sheet = zipfile.ZipFile(io.BytesIO(GOOD)).read("xl/worksheets/sheet1.xml")
    start = sheet.index(b"<dimension ref=")
    huge = (
        sheet[:start] + b'<dimension ref="A1:XFD1048576"/>' + sheet[sheet.index(b"/>", start) + 2 :]
    )
    tracker = read_tracker(changed(GOOD, xl__worksheets__sheet1_xml=huge), "theo-doi.xlsx", ON)[0]
    assert len(tracker.records) == 3


def test_merged_ranges_over_the_whole_sheet_cost_nothing():
    sheet = zipfile.ZipFile(io.BytesIO(GOOD)).read("xl/worksheets/sheet1.xml")
    wide = sheet.replace(b"</mergeCells>", b'<mergeCell ref="A1:XFD1"/></mergeCells>')
    tracker = read_tracker(changed(GOOD, xl__worksheets__sheet1_xml=wide), "theo-doi.xlsx", ON)[0]
    assert len(tracker.records) == 3
