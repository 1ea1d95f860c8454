"""The forms in which replies come: tables, minutes, workbooks, messages, the draft marked up."""

import datetime as dt
import io
from email.message import EmailMessage

from letter_samples import FOOT, HEAD, letter, marked, one, read_all, said, word
from openpyxl import Workbook

from minhphap.intake import read

TABLE = (
    ("STT", "Nội dung dự thảo", "Ý kiến góp ý", "Lý do"),
    ("1", "Khoản 1 Điều 3", "Sửa thành 05 cuốn", "Ba cuốn là ít"),
    ("2", "Khoản 2 Điều 2", "Nhất trí", ""),
    ("3", "Các nội dung còn lại", "Thống nhất", ""),
)


def workbook(rows, merge=""):
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Góp ý"
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_table_of_comments(tmp_path):
    found = one(tmp_path, word((*HEAD,), [TABLE]), "thu.docx")
    assert found.form == "table"
    assert said(found) == [
        ("amend", "att_1__art_3__para_1", "Sửa thành 05 cuốn"),
        ("agree", "att_1__art_2__para_2", "Nhất trí"),
        ("agree", "general", "Thống nhất"),
    ]
    first = found.passages[0]
    assert (first.reason, first.place.cell) == ("Ba cuốn là ít", "bảng 1, hàng 2, cột 3")
    assert found.leftovers == ()


def test_a_cell_with_several_wishes_gives_several_passages(tmp_path):
    rows = (
        TABLE[0],
        ("1", "Điều 4", "- Nâng mức chi lên 30 triệu đồng; - Bổ sung nguồn xã hội hóa", ""),
    )
    found = one(tmp_path, word((*HEAD,), [rows]), "thu.docx")
    assert [p.ask for p in found.passages] == ["amend", "add"]


def test_bare_words_in_a_column_of_comments_are_a_wish(tmp_path):
    rows = (TABLE[0], ("1", "Khoản 1 Điều 2", "06 buổi", ""))
    (passage,) = one(tmp_path, word((*HEAD,), [rows]), "thu.docx").passages
    assert (passage.ask, passage.clause) == ("amend", "att_1__art_2__para_1")


def test_an_empty_cell_under_a_clause_goes_on_with_it(tmp_path):
    rows = (
        TABLE[0][1:],
        ("Điều 5", "Đề nghị nâng phụ cấp", ""),
        ("", "Đề nghị chi trả theo quý", ""),
    )
    found = one(tmp_path, word((*HEAD,), [rows]), "thu.docx")
    assert [p.clause for p in found.passages] == ["att_1__art_5", "att_1__art_5"]


def test_minutes_name_their_speakers(tmp_path):
    found = one(
        tmp_path,
        "ỦY BAN NHÂN DÂN XÃ KHE NGÒA\nSố: 03/BB-UBND\nBIÊN BẢN\nHọp lấy ý kiến về dự thảo Quy chế\n"
        "Thời gian: 08 giờ ngày 07 tháng 10 năm 2026.\nCác ý kiến:\n"
        "1. Ông Lò Văn A (trưởng bản): Mượn ba cuốn là vừa, tôi đồng ý.\n"
        "2. Bà Vi Thị B: Mất sách đền gấp đôi nặng quá, đền bằng giá bìa thôi."
        " Còn phụ cấp thủ thư ai trả?\n"
        "3. Đại diện Đoàn Thanh niên phát biểu: Đề nghị mở cửa thêm buổi tối.\n"
        "Biên bản kết thúc lúc 10 giờ cùng ngày.\nTHƯ KÝ\n",
    )
    assert found.form == "minutes"
    assert found.sender == "Biên bản họp lấy ý kiến về dự thảo Quy chế"
    assert found.date == dt.date(2026, 10, 7)
    assert [(p.speaker, p.ask) for p in found.passages] == [
        ("Ông Lò Văn A (trưởng bản)", "agree"),
        ("Bà Vi Thị B", "amend"),
        ("Bà Vi Thị B", "question"),
        ("Đại diện Đoàn Thanh niên", "add"),
    ]
    assert found.leftovers == ()


def test_what_the_chair_concludes_is_no_comment_and_not_hidden(tmp_path):
    found = one(
        tmp_path,
        "BIÊN BẢN\nHọp góp ý dự thảo\n- Ông A: Đề nghị bỏ khoản 3 Điều 3.\n"
        "Kết luận: tiếp thu các ý kiến để hoàn thiện.\n",
    )
    assert len(found.passages) == 1
    assert [left.text for left in found.leftovers] == [
        "Kết luận: tiếp thu các ý kiến để hoàn thiện."
    ]


def test_the_draft_with_tracked_changes_and_margin_comments(tmp_path):
    data = marked(
        [
            ("1. Mỗi bạn đọc", "03 cuốn", "05 cuốn"),
            ("2. Giờ mở cửa", " tại cổng", ""),
            ("2. Sách do tổ chức", "công khai", "công khai hằng quý"),
        ],
        ("Điều 3. Chánh Văn phòng", "Đề nghị bổ sung Giám đốc Sở Tài chính."),
    )
    found = one(tmp_path, data, "du-thao-gop-y.docx")
    assert (found.form, found.sender, found.number, found.date) == (
        "marked_draft", "Sở Tư pháp", None, None,
    )  # fmt: skip
    assert [(p.ask, p.clause) for p in found.passages] == [
        ("add", "art_3"),
        ("delete", "att_1__art_2__para_2"),
        ("amend", "att_1__art_3__para_1"),
        ("add", "att_1__art_4__para_2"),
    ]
    assert found.passages[0].place.note == "ghi chú lề"
    assert found.passages[2].text == "1. Mỗi bạn đọc được mượn về không quá 05 cuốn trong 14 ngày."
    assert found.passages[2].quoted.endswith("03 cuốn trong 14 ngày.")


def test_the_draft_typed_over_without_tracking(tmp_path):
    from letter_samples import DRAFT

    changed = DRAFT.replace("gấp đôi giá bìa", "bằng giá bìa").replace(
        "Điều 5. Thủ thư", "3. Sách nói được ưu tiên bổ sung.\nĐiều 5. Thủ thư"
    )
    found = one(tmp_path, word(changed.splitlines()), "Sở Nội vụ.docx")
    assert (found.form, found.sender) == ("marked_draft", "Sở Nội vụ")
    assert [(p.ask, p.clause) for p in found.passages] == [
        ("amend", "att_1__art_3__para_2"),
        ("add", "att_1__art_4"),
    ]


def test_an_untouched_copy_of_the_draft_says_nothing_and_that_is_said(tmp_path):
    from letter_samples import DRAFT

    found = one(tmp_path, word(DRAFT.splitlines()), "ban-sao.docx")
    assert found.passages == ()
    assert any("không có chỗ nào được sửa" in remark for remark in found.remarks)


def test_a_workbook_gives_a_letter_for_each_sender(tmp_path):
    data = workbook(
        [
            ("Thời gian", "Cơ quan góp ý", "Điều, khoản", "Nội dung góp ý"),
            (dt.date(2026, 10, 3), "Sở Nội vụ", "Điều 5", "Đề nghị bỏ phụ cấp."),
            (dt.date(2026, 10, 3), "Sở Nội vụ", "", "Nhất trí với dự thảo."),
            (dt.date(2026, 10, 4), "Bà Hoàng Thị C", "Khoản 1 Điều 3", "Cho mượn 5 cuốn."),
        ]
    )
    found = read_all(tmp_path, {"cong.xlsx": data}).letters
    assert [(one.sender, one.date) for one in found] == [
        ("Sở Nội vụ", dt.date(2026, 10, 3)),
        ("Bà Hoàng Thị C", dt.date(2026, 10, 4)),
    ]
    assert [(p.ask, p.clause) for p in found[0].passages] == [
        ("delete", "att_1__art_5"),
        ("agree", "general"),
    ]
    assert found[1].passages[0].place.cell == "Góp ý!D4"


def test_a_merged_cell_names_the_clause_of_all_its_rows(tmp_path):
    rows = [
        ("Cơ quan góp ý", "Điều, khoản", "Nội dung góp ý"),
        ("Sở A", "Điều 5", "Đề nghị bỏ phụ cấp."),
        ("Sở B", None, "Đề nghị nâng lên."),
    ]
    found = read_all(tmp_path, {"a.xlsx": workbook(rows, "B2:B3")}).letters
    assert [one.passages[0].clause for one in found] == ["att_1__art_5", "att_1__art_5"]


def test_a_csv_with_semicolons(tmp_path):
    text = "Đơn vị góp ý;Điều;Ý kiến\nSở Nội vụ;Điều 5;Đề nghị bỏ phụ cấp\n"
    (found,) = read_all(tmp_path, {"a.csv": "\ufeff" + text}).letters
    assert (found.sender, found.passages[0].clause) == ("Sở Nội vụ", "att_1__art_5")


def message(text, *attachments):
    """A message with files."""
    mail = EmailMessage()
    mail["From"] = "Phạm Thị Dung <dung@example.vn>"
    mail["To"] = "gopy@example.vn"
    mail["Subject"] = "Góp ý"
    mail["Date"] = "Fri, 09 Oct 2026 07:00:00 +0700"
    mail.set_content(text)
    for name, data in attachments:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def test_a_message_is_a_letter(tmp_path):
    found = one(tmp_path, message("Kính gửi Sở,\nmượn 3 cuốn ít quá, xin cho 5 cuốn\n"), "a.eml")
    assert (found.sender, found.date) == ("Phạm Thị Dung", dt.date(2026, 10, 9))
    assert [p.clause for p in found.passages] == ["att_1__art_3__para_1"]


def test_the_attachment_is_the_letter_when_the_message_only_sends_it(tmp_path):
    data = word(letter("Đề nghị bỏ Điều 5.").splitlines())
    mail = message("Kính gửi quý Sở văn bản góp ý đính kèm. Trân trọng.", ("cv 120.docx", data))
    (found,) = read_all(tmp_path, {"a.eml": mail}).letters
    assert (found.file, found.sender) == ("a.eml/cv 120.docx", "Sở Tài chính")
    assert [p.ask for p in found.passages] == ["delete"]


def test_two_letters_in_one_file_are_two_letters(tmp_path):
    second = "\n".join((*HEAD, "Đề nghị bỏ Điều 5.", *FOOT)).replace("120/STC", "45/SNV").replace(
        "TÀI CHÍNH", "NỘI VỤ"
    ).replace("Sở Tài chính", "Sở Nội vụ")  # fmt: skip
    found = read_all(tmp_path, {"quet.txt": letter("Đề nghị bỏ khoản 2 Điều 2.") + second}).letters
    assert [(one.sender, one.number) for one in found] == [
        ("Sở Tài chính", "120/STC-HCSN"),
        ("Sở Nội vụ", "45/SNV-HCSN"),
    ]
    assert [len(one.passages) for one in found] == [1, 1]


def test_what_the_files_say_is_what_intake_reads(tmp_path):
    (tmp_path / "a.docx").write_bytes(word(["Đề nghị bỏ Điều 5."]))
    assert "Đề nghị bỏ Điều 5." in read(tmp_path / "a.docx").text
