"""The board: its figures, the web page, the workbook, and what LibreOffice makes of it."""

import datetime as dt
import io
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
import tracker_layouts
from lxml import etree
from openpyxl import load_workbook

from minhphap.crowd.trackers import board_html, board_xlsx, read_tracker
from minhphap.crowd.trackers.board_data import board_of
from minhphap.crowd.trackers.board_xlsx import BASE, BOARD, HEADINGS

ON = dt.date(2026, 8, 15)
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def read(data=None):
    return read_tracker(data or tracker_layouts.unit_groups(), "theo-doi-2026.xlsx", ON)


def test_figures_count_open_documents_of_the_year_once():
    board = board_of(read(tracker_layouts.two_tables())[0])
    assert len(board.records) == 3  # last year's and the repeated row left out
    assert [r.row for r in board.open] == [7, 2, 3]
    board = board_of(read()[0])
    assert [r.row for r in board.late] == [6]
    assert [r.row for r in board.near] == [10]
    assert [r.row for r in board.undated] == [12]
    assert sum(count for _, count in board.stages) == len(board.records)
    desk = board.desks[0]
    assert (desk.agency, desk.open, desk.late, desk.issued) == ("Sở Tài chính", 1, 1, 1)


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.anchors, self.outside, self.words = set(), set(), [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.ids.add(value)
            if name == "href":
                self.anchors.add(value)
            if name in ("src", "srcset", "action") or (
                name == "href" and not value.startswith("#")
            ):
                self.outside.append(value)

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_whole_and_loads_nothing(lang):
    text = board_html(*read(), lang).decode()
    page = Page(text)
    assert page.outside == []
    assert {anchor.removeprefix("#") for anchor in page.anchors} <= page.ids
    assert "default-src 'none'" in text
    assert len(re.findall(r"sha256-", text)) == 2
    for record in read()[0].records:
        assert record.title in page.words
    for defect in read()[0].defects:
        assert defect.cell in page.words


def test_the_page_escapes_what_the_workbook_says():
    book = load_workbook(io.BytesIO(tracker_layouts.unit_groups()))
    book.active["B6"] = 'Nghị quyết về <script>alert(1)</script> & "phí"'
    book.active.title = "<b>&"
    text = board_html(*read(tracker_layouts.saved(book))).decode()
    assert "<script>alert" not in text
    assert "<b>&" not in text


def test_the_workbook_shows_each_record_and_leads_back():
    tracker = read()[0]
    book = load_workbook(io.BytesIO(board_xlsx(tracker)))
    sheet = book[BOARD]
    assert tuple(cell.value for cell in sheet[1]) == HEADINGS
    assert sheet.max_row == len(tracker.records) + 1
    assert sheet["H3"].value == dt.datetime(2026, 10, 15)
    assert sheet.column_dimensions["A"].hidden
    assert book[BASE].sheet_state == "hidden"
    assert [row[1].value for row in book["Cần sửa"].iter_rows(min_row=2)] == [
        one.cell for one in tracker.defects
    ]


def test_words_that_look_like_formulas_stay_words():
    book = load_workbook(io.BytesIO(tracker_layouts.unit_groups()))
    book.active["D6"].value = "=HYPERLINK(1)"
    book.active["D6"].data_type = "s"
    board = load_workbook(io.BytesIO(board_xlsx(read(tracker_layouts.saved(book))[0])))
    cells = [cell for sheet in board for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.value == "=HYPERLINK(1)" for cell in cells)


@pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true",
    reason="LibreOffice (soffice) is not installed; it reads the board back",
)
def test_libreoffice_opens_the_board(tmp_path):
    assert SOFFICE, "CI must have LibreOffice"
    (tmp_path / "bang.xlsx").write_bytes(board_xlsx(read()[0]))
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "fods", "--outdir", tmp_path, tmp_path / "bang.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = "".join(etree.parse(tmp_path / "bang.fods").getroot().itertext())
    assert "Nghị quyết quy định mức thu phí tham quan hang Mây" in text
    assert "Err:" not in text
