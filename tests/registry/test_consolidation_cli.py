"""``minhphap consolidate`` as a user calls it."""

import docx
import pytest
from tests.cli.cli_samples import minhphap, word
from tests.registry.consolidation_samples import BASE, FIRST, SECOND

from minhphap.structure import load


@pytest.fixture
def folder(tmp_path):
    for name, text in (("goc", BASE), ("sua-1", FIRST), ("sua-2", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_word_file_and_every_failure(folder):
    done = minhphap(
        "consolidate", "goc.txt", "--with", "sua-1.txt", "--with", "sua-2.txt",
        "--output", "hop-nhat.docx", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "Đã ghi hop-nhat.docx.",
        "Đã áp dụng 8 lệnh của 2 văn bản.",
        "Không áp dụng khoản 6 Điều 1 của Quyết định số 30/2028/QĐ-UBND: văn bản gốc không có"
        " khoản 9 Điều 3; kiểm tra số thứ tự hoặc bản gốc đã đủ chưa [not_found].",
        "Cùng sửa điểm a khoản 1 Điều 2, xem lại cả hai: khoản 1 Điều 1 của Quyết định số"
        " 30/2028/QĐ-UBND; khoản 1 Điều 1 của Quyết định số 07/2029/QĐ-UBND.",
    ]
    texts = [one.text for one in docx.Document(folder / "hop-nhat.docx").paragraphs]
    assert "Điều 2a. Nguồn kinh phí" in texts


def test_several_files_behind_one_with(folder):
    done = minhphap(
        "consolidate", "goc.txt", "--with", "sua-1.txt", "sua-2.txt", "-o", "hn.xml", cwd=folder
    )
    assert "8 lệnh của 2 văn bản" in done.stderr
    assert "art_2a" in load((folder / "hn.xml").read_bytes(), "akn").by_eid


def test_nothing_to_look_at(folder):
    (folder / "sua-1.txt").write_text(
        FIRST.replace("6. Sửa đổi khoản 9 Điều 3 như sau:\n“9. Kết quả", "6. Kết quả"),
        encoding="utf-8",
    )
    done = minhphap("consolidate", "goc.txt", "--with", "sua-1.txt", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("BẢN HỢP NHẤT ĐỂ THAM KHẢO")
    assert done.stderr == "Đã áp dụng 5 lệnh của 1 văn bản.\n"


def test_a_word_base(folder):
    word(folder / "goc.docx", BASE)
    done = minhphap("consolidate", "goc.docx", "--with", "sua-2.txt", "-o", "hn.md", cwd=folder)
    assert "3 lệnh của 1 văn bản" in done.stderr
    assert "Điều 3. Hồ sơ, trình tự, thủ tục[^" in (folder / "hn.md").read_text(encoding="utf-8")


def test_on_a_day(folder):
    done = minhphap(
        "consolidate",
        "goc.txt",
        "--with",
        "sua-1.txt",
        "sua-2.txt",
        "--on",
        "31/12/2028",
        cwd=folder,
    )
    assert "a)[2] Cây giống: 4 triệu đồng" in done.stdout
    assert (
        "Chưa tính 4 lệnh của Quyết định số 07/2029/QĐ-UBND: có hiệu lực sau ngày được hỏi."
        in done.stderr
    )


def test_what_changed_since_a_day(folder):
    done = minhphap(
        "consolidate", "goc.txt", "--with", "sua-1.txt", "sua-2.txt", "--since", "2028-06-01",
        cwd=folder,
    )  # fmt: skip
    assert done.stdout.splitlines()[:5] == [
        "Thay đổi sau ngày 01/06/2028 đến hết ngày 01/02/2029:",
        "",
        "điểm a khoản 1 Điều 2 (khoản 1 Điều 1, Quyết định số 07/2029/QĐ-UBND)",
        "  - a) Cây giống: 4 triệu đồng đối với cây bản địa, 3 triệu đồng đối với cây khác;",
        "  + a) Cây giống: 5 triệu đồng;",
    ]
    assert "BẢN HỢP NHẤT" not in done.stdout


def test_english(folder):
    done = minhphap("--lang", "en", "consolidate", "goc.txt", "--with", "sua-1.txt", cwd=folder)
    assert "Applied 5 instructions of 1 documents." in done.stderr
    assert "the base has no khoản 9 Điều 3" in done.stderr


def test_by_number_out_of_a_registry(folder):
    minhphap("registry", "build", ".", "--output", "law.sqlite", cwd=folder)
    done = minhphap(
        "consolidate", "12/2027/QĐ-UBND", "--registry", "law.sqlite", "-o", "hn.txt", cwd=folder
    )
    assert "Đã áp dụng 8 lệnh của 2 văn bản." in done.stderr
    assert "Điều 2a." in (folder / "hn.txt").read_text(encoding="utf-8")


def test_acts_without_text_stand_below_the_title(folder):
    """Whoever reads the file must see that it is not complete."""
    (folder / "sua-2.txt").unlink()
    (folder / "them.csv").write_text(
        "number,kind,issuer,date\n"
        "07/2029/QĐ-UBND,Quyết định,Ủy ban nhân dân tỉnh Sơn Hà,2029-01-20\n",
        encoding="utf-8",
    )
    (folder / "quan-he.csv").write_text(
        "from_number,from_issuer,to_number,to_issuer,relation,date\n"
        "07/2029/QĐ-UBND,Ủy ban nhân dân tỉnh Sơn Hà,12/2027/QĐ-UBND,Ủy ban nhân dân tỉnh Sơn Hà,"
        "amends,2029-02-01\n",
        encoding="utf-8",
    )
    made = minhphap(
        "registry", "build", ".", "them.csv", "quan-he.csv", "-o", "law.sqlite", cwd=folder
    )
    assert made.returncode == 0, made.stderr
    done = minhphap(
        "consolidate", "12/2027/QĐ-UBND", "-r", "law.sqlite", "-o", "hn.txt", cwd=folder
    )
    assert "Chưa có toàn văn: 07/2029/QĐ-UBND" in done.stderr
    text = (folder / "hn.txt").read_text(encoding="utf-8")
    assert "Chưa hợp nhất vì chưa có toàn văn: Quyết định số 07/2029/QĐ-UBND" in text


def test_a_base_file_and_the_acts_of_a_registry(folder):
    minhphap("registry", "build", ".", "--output", "law.sqlite", cwd=folder)
    done = minhphap("consolidate", "goc.txt", "--registry", "law.sqlite", cwd=folder)
    assert "Đã áp dụng 8 lệnh của 2 văn bản." in done.stderr


def test_acts_that_order_nothing_or_something_else_are_told(folder):
    (folder / "khac.txt").write_text(SECOND.replace("12/2027", "13/2027"), encoding="utf-8")
    done = minhphap("consolidate", "goc.txt", "--with", "goc.txt", "khac.txt", cwd=folder)
    assert done.returncode == 2
    assert not done.stdout
    assert "không văn bản sửa đổi nào có lệnh đối với văn bản gốc này" in done.stderr
    assert "Không đọc thấy lệnh sửa đổi nào trong Quyết định số 12/2027/QĐ-UBND." in done.stderr
    assert (
        "4 lệnh của Quyết định số 07/2029/QĐ-UBND sửa văn bản khác: 13/2027/QĐ-UBND [other_work]."
        in done.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("khong-co.txt", "--with", "sua-1.txt"), "không thấy tệp “khong-co.txt”"),
        (("goc.txt",), "chưa có văn bản sửa đổi, bổ sung nào; thêm --with TỆP"),
        (("goc.txt", "--with", "thieu.txt"), "không thấy tệp nào theo tên “thieu.txt”"),
        (("goc.txt", "--with", "sua-1.txt", "-o", "hn.pdf"), "đuôi tệp phải là một trong .docx"),
        (("goc.txt", "--with", "sua-1.txt", "-o", "goc.txt"), "trùng với một văn bản đầu vào"),
        (("goc.txt", "--with", "sua-1.txt", "--on", "mai"), "“mai” không phải ngày"),
        (("goc.txt", "--with", "hong.docx", "-o", "hn.docx"), "hong.docx: "),
        (("12/2027/QĐ-UBND", "--registry", "goc.txt"), "không phải tệp pháp luật"),
        (("77/2001/QĐ-UBND",), "chưa biết văn bản số “77/2001/QĐ-UBND”"),
        (("80/2015/QH13",), "không có toàn văn của 80/2015/QH13"),
    ],
)
def test_bad_calls_get_one_sentence(folder, arguments, words):
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 broken")
    done = minhphap("consolidate", *arguments, cwd=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (folder / "hn.docx").exists()
    assert (folder / "goc.txt").read_text(encoding="utf-8") == BASE
