"""The official table: order, totals from the records, answers empty, nothing merged away."""

import datetime as dt

from letter_samples import head_of, letter, read_all

from minhphap.crowd.letters import AskedBody, tabulate, to_look_at

ON = dt.date(2026, 10, 20)
ASKED = (
    AskedBody("Sở Tài chính", ("STC",), due=dt.date(2026, 10, 10)),
    AskedBody("Sở Nội vụ", (), dt.date(2026, 9, 20), dt.date(2026, 10, 10)),
    AskedBody("Sở Tư pháp", due=dt.date(2026, 10, 25)),
    AskedBody("Hội Nông dân tỉnh"),
)


def table(folder, files, **more):
    """The table of some letters."""
    return tabulate(read_all(folder, files, asked=ASKED), asked=ASKED, on=ON, **more)


def test_rows_stand_in_the_order_of_the_draft_then_general_then_unclear(tmp_path):
    made = table(
        tmp_path,
        {
            "a.txt": letter(
                "Mục 9 chưa rõ, đề nghị xem lại.",
                "Điều 5: đề nghị bỏ.",
                "Dự thảo còn chung chung.",
                "Khoản 2 Điều 2: đề nghị bỏ.",
                "Đề nghị sửa Điều 2 của dự thảo Quyết định.",
            )
        },
    )
    assert [row.label for row in made.rows] == [
        "Điều 2", "Khoản 2 Điều 2", "Điều 5", "Ý kiến chung", "Chưa rõ điều, khoản",
    ]  # fmt: skip
    assert [row.part for row in made.rows[:2]] == [
        "Dự thảo Quyết định",
        "Dự thảo Quy chế ban hành kèm theo",
    ]
    assert made.rows[1].heading == "Giờ phục vụ"


def test_answers_are_empty_always(tmp_path):
    made = table(tmp_path, {"a.txt": letter("Đề nghị bỏ Điều 5.", "Nhất trí với Điều 2.")})
    assert {row.answer for row in made.rows} == {""}


def test_totals_are_counted_from_the_records(tmp_path):
    made = table(
        tmp_path,
        {
            "a.txt": letter("Đề nghị bỏ Điều 5.", "Nhất trí với Điều 2."),
            "b.txt": letter("Nhất trí với toàn bộ dự thảo.", head=head_of("Sở Nội vụ", "9/SNV")),
            "c.txt": letter("Đề nghị bỏ Điều 5.", head=head_of("Công ty Sách Sơn Hà", "3/CV")),
        },
    )
    totals = made.totals
    assert (totals.asked, totals.replied, totals.others) == (4, 2, 1)
    assert (totals.letters, totals.agreed, totals.passages) == (3, 1, 3)
    assert totals.asked == totals.replied + len(made.silent)
    assert totals.passages == len(made.rows)
    assert [one.sender for one in made.agreements] == ["Sở Nội vụ"]


def test_two_letters_of_one_body_are_one_reply_and_both_stay(tmp_path):
    made = table(
        tmp_path,
        {
            "a.txt": letter("Đề nghị bỏ Điều 5."),
            "b.txt": letter("Đề nghị nâng mức tại khoản 1 Điều 4.").replace("120/STC", "131/STC"),
        },
    )
    assert (made.totals.replied, made.totals.letters, len(made.rows)) == (1, 2, 2)
    assert sorted(row.letter for row in made.rows) == [
        "Văn bản số 120/STC-HCSN ngày 05/10/2026",
        "Văn bản số 131/STC-HCSN ngày 05/10/2026",
    ]


def test_a_body_that_agrees_once_and_objects_later_does_not_count_as_agreeing(tmp_path):
    made = table(
        tmp_path,
        {
            "a.txt": letter("Sở Tài chính nhất trí với dự thảo."),
            "b.txt": letter("Đề nghị bỏ Điều 5.").replace("120/STC", "131/STC"),
        },
    )
    assert made.totals.agreed == 0
    assert made.agreements == ()
    assert len(made.rows) == 2


def test_a_letter_with_two_numbers_is_one_letter(tmp_path):
    head = ("SỞ TÀI CHÍNH", "Số: 120/STC-HCSN", "Số: 35/QLNS", "Kính gửi: Sở Văn hóa.")
    made = table(tmp_path, {"a.txt": letter("Đề nghị bỏ Điều 5.", head=head)})
    assert (made.totals.letters, made.totals.replied, len(made.rows)) == (1, 1, 1)
    assert made.rows[0].letter == "Văn bản số 120/STC-HCSN"
    assert any("hai số" in one.remark for one in to_look_at(made))


def test_agree_but_is_not_agreement(tmp_path):
    made = table(tmp_path, {"a.txt": letter("Nhất trí nhưng đề nghị bỏ Điều 5.")})
    assert made.totals.agreed == 0
    assert [row.ask for row in made.rows] == ["delete", "agree"]


def test_the_word_file_and_the_signed_scan_are_one_letter(tmp_path):
    text = letter("Đề nghị bỏ Điều 5.", "Nhất trí với khoản 2 Điều 4.")
    made = table(tmp_path, {"cv120.txt": text, "cv120 ky so.html": f"<pre>{text}</pre>"})
    assert (made.totals.letters, len(made.rows)) == (1, 2)
    assert [one.matter for one in to_look_at(made)] == ["Trùng thư khác"]


def test_a_letter_without_a_word_of_its_own_is_said(tmp_path):
    made = table(tmp_path, {"a.txt": letter()})
    assert made.rows == ()
    assert [one.matter for one in to_look_at(made)] == ["Thư không có ý kiến"]
    assert made.totals.agreed == 0


def test_a_bad_file_is_listed_and_the_rest_goes_on(tmp_path):
    made = table(tmp_path, {"a.docx": b"PK\x03\x04nonsense", "b.txt": letter("Đề nghị bỏ Điều 5.")})
    assert len(made.rows) == 1
    (refused,) = made.collection.refused
    assert refused.file == "a.docx"
    assert refused.message.endswith(".")
    assert "Không đọc được tệp" in [one.matter for one in to_look_at(made)]


def test_who_has_not_answered_and_for_how_long(tmp_path):
    made = table(tmp_path, {"a.txt": letter("Đề nghị bỏ Điều 5.")})
    assert [(one.name, one.over) for one in made.silent] == [
        ("Sở Nội vụ", 10),
        ("Sở Tư pháp", -5),
        ("Hội Nông dân tỉnh", None),
    ]


def test_forty_pages_are_read_to_the_last_word(tmp_path):
    reason = "Qua theo dõi thực tế tại cơ sở, việc này còn gặp nhiều khó khăn, vướng mắc. " * 3
    items = [f"{n}. {reason}Đề nghị bổ sung nội dung thứ {n} vào Điều 4." for n in range(1, 301)]
    text = letter(*items)
    assert len(text) > 40 * 2000
    made = table(tmp_path, {"a.txt": text})
    assert len(made.rows) == 300
    assert "nội dung thứ 300 vào" in made.rows[-1].text
    assert not made.collection.letters[0].leftovers


def test_a_letter_that_cites_the_numbers_of_another_version(tmp_path):
    words = "Khoản 2 Điều 4 về bồi thường gấp đôi giá bìa khi làm mất sách, đề nghị sửa lại."
    (row,) = table(tmp_path, {"a.txt": letter(words)}).rows
    assert row.label == "Khoản 2 Điều 3"
    assert row.remark.startswith("Thư ghi “Khoản 2 Điều 4”")


def test_the_agency_is_read_from_the_bases(tmp_path):
    made = table(tmp_path, {"a.txt": letter("Đề nghị bỏ Điều 5.")})
    assert made.agency == "Sở Văn hóa, Thể thao và Du lịch"
    assert made.title.startswith("dự thảo Quyết định ban hành Quy chế quản lý thư viện")
    assert made.request == "77/SVHTTDL-QLVH ngày 20/09/2026"
