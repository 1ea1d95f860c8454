"""The list of bodies asked, and whose letter it is."""

import io

import pytest
from letter_samples import head_of, letter, one
from openpyxl import Workbook

from minhphap.crowd.letters import AskedBody, read_asked
from minhphap.crowd.letters.asked import Asked
from minhphap.intake import Unreadable


def test_text_gives_a_body_a_line_with_its_other_names(tmp_path):
    path = tmp_path / "ds.txt"
    path.write_text(
        "1. Sở Tài chính; STC; Sở TC\n- UBND xã Khe Ngòa.\n\n# ghi chú\n", encoding="utf-8"
    )
    assert read_asked(path) == (
        AskedBody("Sở Tài chính", ("STC", "Sở TC")),
        AskedBody("UBND xã Khe Ngòa"),
    )


def test_a_workbook_with_dates(tmp_path):
    book = Workbook()
    book.active.append(("DANH SÁCH LẤY Ý KIẾN",))
    book.active.append(("TT", "Tên cơ quan, đơn vị", "Viết tắt", "Ngày gửi", "Hạn trả lời"))
    book.active.append((1, "Sở Nội vụ", "SNV", "20/09/2026", "10/10/2026"))
    buffer = io.BytesIO()
    book.save(buffer)
    path = tmp_path / "ds.xlsx"
    path.write_bytes(buffer.getvalue())
    (body,) = read_asked(path)
    assert (body.name, body.aliases, str(body.sent), str(body.due)) == (
        "Sở Nội vụ", ("SNV",), "2026-09-20", "2026-10-10",
    )  # fmt: skip


def test_a_csv_and_a_bare_column(tmp_path):
    (tmp_path / "a.csv").write_text("Tên cơ quan,Ký hiệu\nSở Y tế,SYT\n", encoding="utf-8")
    assert read_asked(tmp_path / "a.csv") == (AskedBody("Sở Y tế", ("SYT",)),)
    (tmp_path / "b.csv").write_text("Sở Y tế\nSở Xây dựng\n", encoding="utf-8")
    assert [body.name for body in read_asked(tmp_path / "b.csv")] == ["Sở Y tế", "Sở Xây dựng"]


def test_a_list_without_a_name_is_refused(tmp_path):
    path = tmp_path / "ds.txt"
    path.write_text("\n\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="Không thấy tên cơ quan"):
        read_asked(path)


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"%PDF-1.7", b"a\x00b\x01c"])
def test_a_list_that_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "ds.docx"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="văn bản thuần"):
        read_asked(path)


def test_a_list_in_utf_16(tmp_path):
    path = tmp_path / "ds.txt"
    path.write_text("Sở Y tế\n", encoding="utf-16")
    assert [body.name for body in read_asked(path)] == ["Sở Y tế"]


BODIES = (
    AskedBody("Ủy ban nhân dân xã Khe Ngòa"),
    AskedBody("Ủy ban nhân dân xã Khe Sến"),
    AskedBody("Sở Nông nghiệp và Môi trường", ("SNNMT",)),
    AskedBody("Hội Liên hiệp Phụ nữ tỉnh"),
    AskedBody("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    AskedBody("Sở Xây dựng"),
)


@pytest.mark.parametrize(
    ("sender", "number", "name"),
    [
        ("UBND xã Khe Ngòa", None, "Ủy ban nhân dân xã Khe Ngòa"),
        ("ỦY BAN NHÂN DÂN XÃ KHE SẾN", None, "Ủy ban nhân dân xã Khe Sến"),
        ("Sở Nông nghiệp & Môi trường tỉnh Sơn Hà", None, "Sở Nông nghiệp và Môi trường"),
        ("Sở NN&MT", None, "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông nghịêp và Môi trừơng", None, "Sở Nông nghiệp và Môi trường"),
        ("", "21/SNNMT-QLMT", "Sở Nông nghiệp và Môi trường"),
        ("Hội LHPN tỉnh", None, "Hội Liên hiệp Phụ nữ tỉnh"),
        ("Ủy ban MTTQ Việt Nam tỉnh Sơn Hà", None, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Ủy ban nhân dân xã Khe Ngọa Thượng", None, None),
        ("Công ty Xây dựng", None, None),
    ],
)
def test_spellings_of_one_body(sender, number, name):
    body = Asked(BODIES).match(sender, number)
    assert (body.name if body else None) == name


def test_the_letter_carries_the_name_of_the_list(tmp_path):
    text = letter("Đề nghị bỏ Điều 5.", head=head_of("UBND xã Khe Ngòa", "5/UBND"))
    found = one(tmp_path, text, asked=BODIES)
    assert (found.sender, found.asked) == ("Ủy ban nhân dân xã Khe Ngòa", True)


@pytest.mark.parametrize(
    ("head", "sender"),
    [
        (("ỦY BAN NHÂN DÂN", "PHƯỜNG AN SƠN"), "Ủy ban nhân dân phường An Sơn"),
        (
            ("ỦY BAN NHÂN DÂN TỈNH", "BAN QUẢN LÝ DỰ ÁN", "NÔNG THÔN MỚI"),
            "Ban quản lý dự án Nông thôn Mới",
        ),
        (("CÔNG TY CỔ PHẦN SÁCH", "SƠN HÀ"), "Công ty cổ phần Sách Sơn Hà"),
        (("NGHIỆP ĐOÀN NGHỀ CÁ LẠCH GIANG",), "Nghiệp Đoàn Nghề Cá Lạch Giang"),
        (("MẶT TRẬN TỔ QUỐC VIỆT NAM", "BAN THƯỜNG TRỰC"), "Mặt trận tổ quốc Việt Nam"),
    ],
)
def test_names_in_capitals(tmp_path, head, sender):
    lines = (*head, "Số: 7/CV", "Sơn Hà, ngày 06 tháng 10 năm 2026", "Kính gửi: Quý Sở.")
    found = one(tmp_path, letter("Đề nghị bỏ Điều 5.", head=lines, foot=()))
    assert found.sender.lower() == sender.lower()
    assert not found.sender.isupper()
