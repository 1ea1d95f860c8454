"""A small report to print: a draft of our own with a few findings."""

import datetime as dt

from word_samples import finding

from minhphap.findings import Basis, Edit, Evidence
from minhphap.intake import Notice, Source
from minhphap.reports import Checked, Refused, Report
from minhphap.rules import NotRun
from minhphap.structure import Document, Metadata, Provision

TEXT = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
Số: 12 / 2026/QĐ-UBND
QUYẾT ĐỊNH
Quy định mức thu phí <trông giữ> xe
Điều 1. Mức thu phí
1. Mức thu tại phường Bến Xuân theo khoản 9 Điều 2 Quyết định này.
2. Mức thu tại nơi khác do Ủy ban nhân dân cấp xã & Sở Tài chính xác định.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2026.
Nơi nhận: Như Điều 2."""


def span(words):
    at = TEXT.index(words)
    return at, at + len(words)


def provision(kind, eid, first, last, num, heading=None, children=()):
    start, end = TEXT.index(first), TEXT.index(last) + len(last)
    return Provision(kind, eid, start, end, num, heading, children)


PROVISIONS = (
    provision("article", "art_1", "Điều 1.", "xác định.", "1", "Mức thu phí", (
        provision("clause", "art_1__para_1", "1. Mức thu tại", "Quyết định này.", "1"),
        provision("clause", "art_1__para_2", "2. Mức thu tại", "xác định.", "2"),
    )),
    provision("article", "art_2", "Điều 2. H", "năm 2026.", "2", "Hiệu lực thi hành"),
    provision("recipients", "recipients", "Nơi nhận", "Như Điều 2.", None),
)  # fmt: skip
META = Metadata(
    issuer="Ủy ban nhân dân tỉnh Sơn Hà",
    number="12/2026/QĐ-UBND",
    title="Quy định mức thu phí <trông giữ> xe",
)
FINDINGS = (
    finding(
        *span("12 / 2026/QĐ-UBND"), severity="note", rule="HT303", eid=None, label="",
        message="Số, ký hiệu có khoảng trắng.", message_en="Blanks in the number.",
        suggestion="12/2026/QĐ-UBND", fix=((Edit(*span("12 / 2026/QĐ-UBND"), "12/2026/QĐ-UBND"),),
                                           True),
        fingerprint="1" * 20,
    ),
    finding(
        *span("khoản 9 Điều 2"), severity="error", rule="HT201", suggestion="Kiểm tra lại số.",
        message="Điều 2 không có khoản 9: <script>alert(1)</script>",
        evidence=(Evidence(*span("Điều 2. Hiệu lực thi hành"), "Điều 2 không chia khoản"),),
        basis=(
            Basis("Khoản 1 Điều 63 Nghị định số 78/2025/NĐ-CP", dt.date(2025, 4, 1)),
            Basis("Điều 7 Luật số 64/2025/QH15", dt.date(2025, 4, 1), dt.date(2026, 2, 28), False),
        ),
    ),
    finding(*span("2. Mức thu tại nơi khác"), rule="XX999", label="khoản 2 Điều 1", why="",
            suggestion=None, basis=()),
)  # fmt: skip
SOURCE = Source(
    TEXT, "quyet-dinh.txt", "txt", TEXT.encode(),
    notices=(Notice("recognised", "Chữ do máy nhận dạng từ ảnh.", "The text was recognised."),),
    recognised=True,
)  # fmt: skip
CHECKED = Checked(
    Document(SOURCE, META, PROVISIONS),
    FINDINGS,
    (
        NotRun("HT401", "chưa rõ ngày ban hành", "the day is not known"),
        NotRun("HT402", "chưa rõ ngày ban hành", "the day is not known"),
    ),
    "hồ sơ/quyết định.txt",
)
REPORT = Report(
    (CHECKED,),
    {"minhphap": "0.1.0", "form": "2026.11"},
    dt.date(2026, 11, 2),
    (Refused("hỏng.docx", "tệp Word bị hỏng", "the Word file is damaged", "damaged"),),
)
CLEAN = Report((Checked(Document(SOURCE, META, PROVISIONS)),))
