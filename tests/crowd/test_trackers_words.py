"""The words of trackers, one at a time: headings, statuses, deadlines, agencies, numbers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhphap.crowd.trackers.agencies import Agencies
from minhphap.crowd.trackers.deadlines import find_days, read_deadline
from minhphap.crowd.trackers.issued import number_fits, read_issue, read_letters
from minhphap.crowd.trackers.stages import read_stage
from minhphap.crowd.trackers.titles import core, one_slip_apart, read_title
from minhphap.crowd.trackers.vocabulary import header_words, heading_key
from minhphap.crowd.trackers.workbook import day_of

HEADINGS = """
title = Tên VBQPPL | Tên dự thảo văn bản | Trích yếu nội dung | Danh mục văn bản | Văn bản QPPL
kind = Loại văn bản | Hình thức văn bản | Loại VB (NQ/QĐ)
form = Hình thức xử lý | Phương án xử lý | Hình thức ban hành (mới/thay thế)
lead_agency = Cơ quan, đơn vị chủ trì soạn thảo | CQ chủ trì | Sở, ngành chủ trì | Đơn vị
co_agency = Cơ quan phối hợp
person = Chuyên viên thụ lý | Người xử lý | CV theo dõi | Cán bộ phụ trách
deadline = Thời hạn trình | Dự kiến thời gian trình | Kỳ họp trình | Hạn | Tiến độ trình
status = Tình trạng xử lý | Tiến độ đến ngày 15/6 | Kết quả thực hiện | Hiện trạng
issued = Số, ngày, tháng năm ban hành VBQPPL | KQ ban hành | Số/ngày ban hành | Văn bản đã ban hành
number = Số, ký hiệu | Số/ký hiệu | Số hiệu
date = Ngày, tháng, năm ban hành | Ngày ký
replaces = Văn bản bị thay thế, bãi bỏ | Thay thế văn bản
remarks = Ghi chú | Khó khăn, vướng mắc
step:consultation = Gửi lấy ý kiến góp ý (nếu có) | Ngày đăng tải
step:appraisal = VB gửi Sở Tư pháp thẩm định
step:after_appraisal = Báo cáo thẩm định | Số BCTĐ
step:submission = UBND tỉnh trình HĐND tỉnh | Thẩm tra
reply = Ngày nhận/Số vb phúc đáp
"""


def pairs(text):
    lines = (line.partition(" = ") for line in text.strip().splitlines())
    return [(name, one.strip()) for name, _, words in lines for one in words.split("|")]


@pytest.mark.parametrize(("field", "heading"), pairs(HEADINGS))
def test_headings(field, heading):
    assert header_words().name_of(heading_key(heading)) == field


STAGES = """
not_started = chưa | Chưa triển khai | chưa có dự thảo | chưa đăng ký
registered = đã đăng ký, chờ ý kiến UBND tỉnh | xin chủ trương | UBND tỉnh đã chấp thuận
drafting = đang sọan | đã có dự thảo, chưa lấy ý kiến | chưa gửi lấy ý kiến
consultation = Lấy ý kiến lần 2 | đăng tải Cổng TTĐT | Đã lấy ý kiến xong, chuẩn bị gửi thẩm định
appraisal = chờ STP | đã gửi Sở Tư pháp ngày 12/3/2026 | chưa có báo cáo thẩm định
after_appraisal = Đã có BCTĐ, đang chỉnh lý | đã thẩm định | hoàn thiện hồ sơ trình UBND tỉnh
submitted = trình ký | VP đang rà | chờ HĐND thông qua | Đang trình UBND tỉnh ký ban hành
issued = đã BH | Hoàn thành | xong | HĐND đã thông qua | Đã ban hành QĐ số 12/2026/QĐ-UBND
returned = trả về hoàn thiện | STP trả hồ sơ | UBND trả lại, yêu cầu bổ sung
postponed = xin lùi | chuyển sang năm sau | đề nghị điều chỉnh sang năm 2027 | xin hoãn
withdrawn = rút khỏi chương trình | không xây dựng nữa
"""


@pytest.mark.parametrize(("stage", "words"), pairs(STAGES))
def test_statuses_in_free_words(stage, words):
    assert read_stage(words) == stage


@pytest.mark.parametrize("words", ["", "đôn đốc", "CV nhắc lần 2", "?"])
def test_words_without_a_stage(words):
    assert read_stage(words) is None


def test_back_on_the_road_after_a_return():
    assert read_stage("đã trả lại, nay trình lại UBND tỉnh") == "submitted"
    assert read_stage("xin lùi, đang soạn") == "postponed"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30/6/2026", "2026-06-30"), ("7 / 6/ 2026", "2026-06-07"), ("16.5.26", "2026-05-16"),
        ("2026-11-27", "2026-11-27"), ("46204", "2026-07-01"), ("trước 3/9/2026", "2026-09-03"),
        ("ngày 8 tháng 9 năm 2026", "2026-09-08"), ("30/6", "2026-06-30"),
        ("tháng 2/2026", "2026-02-28"), ("T8.2026", "2026-08-31"), ("10/2026", "2026-10-31"),
        ("QII/2026", "2026-06-30"), ("quý 3 năm 2026", "2026-09-30"), ("Q4", "2026-12-31"),
        ("Đăng ký Quý II/2026", "2026-06-30"), ("cuối năm 2026", "2026-12-31"),
        ("giữa tháng 9", "2026-09-15"), ("6 tháng đầu năm", "2026-06-30"), ("2027", "2027-12-31"),
        ("31/3/2026, lùi sang 30/6/2026", "2026-06-30"), ("15/9 (lần 2)", "2026-09-15"),
    ],
)  # fmt: skip
def test_deadlines(words, day):
    assert read_deadline(words, 2026).date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("", "missing"), (" - ", "missing"), ("chưa xác định", "missing"),
        ("Kỳ họp giữa năm 2026", "not_a_date"), ("Kỳ họp chuyên đề tháng 5/2026", "not_a_date"),
        ("sau khi có Nghị định mới", "not_a_date"), ("x", "not_a_date"),
        ("31/6/2026", "impossible"), ("29/2/2026", "impossible"), ("tháng 13/2026", "impossible"),
        ("Quý V/2026", "impossible"),
    ],
)  # fmt: skip
def test_deadlines_that_are_no_day(words, trouble):
    read = read_deadline(words, 2026)
    assert (read.date, read.trouble) == (None, trouble)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_however_it_is_typed(day):
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y", "%Y-%m-%d", "trước ngày %d/%m/%Y"):
        assert read_deadline(day.strftime(form), 1999).date == day
    assert find_days(f"Công văn số 5 ngày {day.day}/{day.month}/{day.year}", 1999) == [day]


@given(st.text(max_size=60))
def test_any_words_are_read_without_a_fault(words):
    read_deadline(words, 2026)
    read_stage(words)
    read_issue(words, 2026)
    read_letters(words, 2026)
    read_title(words)


def test_serial_numbers_of_a_spreadsheet():
    assert day_of(46204) == dt.date(2026, 7, 1)
    assert day_of(1) == dt.date(1900, 1, 1)
    assert day_of(0) is None


AGENCIES = """
Sở Nông nghiệp và Môi trường = SNN-MT | Sở NN&MT | sở nông nghiệp & môi trường
Sở Giáo dục và Đào tạo = SGD-ĐT | Sở GDĐT | Sở Giáo dục - Đào tạo
Sở Tài chính = STC | S. Tài chính | Sở tài chính  | Sở Tài chính (phối hợp Sở Y tế)
Sở Y tế = SYT | Sở Ytế | Sở Y tế tỉnh Sơn Hà
Văn phòng Ủy ban nhân dân tỉnh = VP UBND tỉnh | Văn phòng UBND | VPUB
Công an tỉnh = CA tỉnh | CAT | CÔNG AN TỈNH SƠN HÀ
Ban Quản lý Khu kinh tế tỉnh = BQL KKT | Ban QLKKT
Sở Văn hóa, Thể thao và Du lịch = Sở VH-TT-DL | Sở VHTTDL
Bộ Chỉ huy Quân sự tỉnh = BCHQS tỉnh
"""


@pytest.mark.parametrize(("name", "written"), pairs(AGENCIES))
def test_agencies_in_one_spelling(name, written):
    assert Agencies().read(written) == name


def test_agencies_of_a_city_and_those_a_person_settles():
    agencies = Agencies("thành phố", {"Sở X": "Sở Xây dựng", "ngoài bảng": ""})
    assert agencies.read("CATP") == "CATP"
    assert agencies.read("Công an") == "Công an thành phố"
    assert agencies.read("Sở X") == "Sở Xây dựng"
    assert agencies.read("ngoài bảng") is None


@pytest.mark.parametrize("written", ["", "?", "-", "chưa rõ", "chưa xác định"])
def test_no_agency(written):
    assert Agencies().read(written) is None


def test_a_body_unknown_here_takes_its_commonest_spelling():
    agencies = Agencies()
    for spelling in ("Trung tâm Lưu trữ", "trung tâm lưu trữ", "Trung tâm Lưu trữ"):
        agencies.note(spelling)
    assert agencies.read("TRUNG TÂM LƯU TRỮ") == "Trung tâm Lưu trữ"


@pytest.mark.parametrize(
    ("written", "number", "day"),
    [
        (" 13/2026/NQ - HĐND ngày 19/2/2026", "13/2026/NQ-HĐND", "2026-02-19"),
        ("Quyết định số 03/2026/QĐ-UBND ngày 22/01/2026 của UBND tỉnh về bến bãi",
         "03/2026/QĐ-UBND", "2026-01-22"),
        ("NQ số 5/2026/NQ-HĐND (ký 1/2/2026)", "5/2026/NQ-HĐND", "2026-02-01"),
        ("2026/09/NQ-HĐND ngày 29/1/2026", "2026/09/NQ-HĐND", "2026-01-29"),
        ("Số 12, ngày 3/4/2026", "12", "2026-04-03"), ("3/4/2026", None, "2026-04-03"),
        ("", None, None), ("chưa có", None, None),
    ],
)  # fmt: skip
def test_number_and_date_of_issue(written, number, day):
    read = read_issue(written, 2026)
    assert (read.number, read.date and read.date.isoformat()) == (number, day)


@pytest.mark.parametrize(
    ("number", "kind", "issuer", "fits"),
    [
        ("13/2026/NQ-HĐND", "resolution", "council", True),
        ("05/2026/QĐ-UBND", "decision", "committee", True),
        ("05/2026/QĐ-CTUBND", "decision", "committee_chair", True),
        ("06/2026/NQ-HDND", "resolution", "council", False),
        ("2026/09/NQ-HĐND", "resolution", "council", False),
        ("11/QĐ-UBND", "decision", "committee", False),
        ("11/2026/NQ-UBND", "resolution", "council", False),
        ("16/2026/QĐ-HĐND", "decision", "committee", False),
        ("12/26/QĐ-UBND", "decision", "committee", False),
        ("12", "decision", "committee", False),
        ("7/KH-UBND", "plan", "committee", True),
    ],
)
def test_the_form_of_a_number(number, kind, issuer, fits):
    assert number_fits(number, kind, issuer, dt.date(2026, 5, 1)) is fits


def test_letters_of_a_step():
    (one,) = read_letters("Công văn số 578/SNV-TĐKT ngày 27/01/2026", 2026)
    assert (one.kind, one.number, one.date) == ("Công văn", "578/SNV-TĐKT", dt.date(2026, 1, 27))
    assert [one.number for one in read_letters("CV 12/STP-XD, TTr số 5/TTr-STC", 2026)] == [
        "12/STP-XD", "5/TTr-STC",
    ]  # fmt: skip
    assert read_letters("rồi", 2026) == read_letters("16/3", 2026) == ()


def test_titles():
    read = read_title("NQ  quy định mức chi (thay thế NQ 38/2016/NQ-HĐND ngày 1/1/2016).")
    assert (read.text, read.kind, read.replaces) == (
        "Nghị quyết quy định mức chi", "resolution", ("38/2016/NQ-HĐND",),
    )  # fmt: skip
    kept = "Quyết định bãi bỏ Quyết định số 35/2007/QĐ-UBND"
    assert (read_title(kept).text, read_title(kept).replaces) == (kept, ())
    assert (
        read_title("1. Dự thảo Quyết định quy định bến bãi").text == "Quyết định quy định bến bãi"
    )


def test_what_two_titles_have_in_common():
    assert core("NGHỊ QUYẾT VỀ PHÍ, LỆ PHÍ TRÊN ĐỊA BÀN TỈNH SƠN HÀ")[0] == core(
        "Nghị quyết về phí, lệ phí"
    )[0]  # fmt: skip
    long = "quyet dinh quy dinh ve ho tro khuyen {}"
    assert one_slip_apart(long.format("nong"), long.format("nog"))
    assert one_slip_apart(long.format("nong"), long.format("nnog"))
    assert not one_slip_apart(long.format("nong"), long.format("cong"))
    assert not one_slip_apart(long.format("dot 1"), long.format("dot 2"))
