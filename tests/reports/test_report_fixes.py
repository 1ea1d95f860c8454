import datetime as dt

import pytest
from lxml import etree
from word_samples import (
    W,
    commented,
    comments,
    finding,
    letters,
    on,
    part,
    raw_entries,
    read,
    root,
    word_file,
)

from minhphap.findings import Edit, Fix
from minhphap.intake import Source
from minhphap.reports import apply_fixes, suffix_for


def fix(source, words, text, *, safe=True, **values):
    at = source.text.index(words)
    return finding(at, at + len(words), fix=((Edit(at, at + len(words), text),), safe), **values)


def changes(data, name="word/document.xml"):
    return [
        (one.tag.removeprefix(W), "".join(one.itertext()))
        for one in root(data, name).iter(f"{W}ins", f"{W}del")
        if one.get(f"{W}author") == "Minh Pháp"
    ]


@pytest.fixture(scope="module")
def draft():
    return read(word_file())


def test_a_fix_is_a_tracked_deletion_and_insertion(draft):
    out = apply_fixes(draft, [fix(draft, "khoản 9", "khoản 3")], date=dt.datetime(2026, 11, 2, 8))
    assert changes(out.data) == [("del", "9"), ("ins", "3")]
    assert len(out.applied) == 1
    assert not out.left_out
    assert b'w:author="Minh Ph\xc3\xa1p" w:date="2026-11-02T08:00:00Z"' in part(out.data)
    numbers = [one.get(f"{W}id") for one in root(out.data).iter(f"{W}ins", f"{W}del")]
    assert len(set(numbers)) == len(numbers)
    assert letters(out.data, without_ours=True) == letters(draft.data)
    assert read(out.data).text == draft.text.replace("khoản 9", "khoản 3")


def test_only_the_touched_part_changes(draft):
    out = apply_fixes(draft, [fix(draft, "mức chi", "mức  chi")])
    pairs = zip(raw_entries(draft.data), raw_entries(out.data), strict=True)
    assert [a[0] for a, b in pairs if a[3] != b[3]] == ["word/document.xml"]


def test_nothing_to_fix_gives_the_file_back(draft):
    out = apply_fixes(draft, [fix(draft, "mức chi", "x", safe=False), on(draft, "phí")])
    assert (out.data, out.applied, out.left_out) == (draft.data, (), ())


def test_new_words_look_like_the_old_ones(draft):
    out = apply_fixes(draft, [fix(draft, "Phạm vi điều", "Nội dung điều")])
    runs = [one for one in root(out.data).iter(f"{W}ins") if one.get(f"{W}author") == "Minh Pháp"]
    assert runs[0].find(f".//{W}rPr/{W}b") is not None
    out = apply_fixes(draft, [fix(draft, "mức chi", "mức tiêu")])
    runs = [one for one in root(out.data).iter(f"{W}ins") if one.get(f"{W}author") == "Minh Pháp"]
    assert etree.tostring(runs[0].find(f".//{W}rPr"), method="c14n").count(b"rPrChange") == 0


def test_over_several_runs_and_inside_a_link(draft):
    out = apply_fixes(draft, [fix(draft, "Bến Xuân và Nghị quyết", "Bến Thu và Quyết định")])
    assert read(out.data).text == draft.text.replace(
        "Bến Xuân và Nghị quyết", "Bến Thu và Quyết định"
    )
    assert letters(out.data, without_ours=True) == letters(draft.data)


def test_inside_an_insertion_of_somebody_else(draft):
    out = apply_fixes(draft, [fix(draft, "cá nhân nộp", "cá nhân phải nộp")])
    assert changes(out.data) == [("ins", " phải")]
    for one in root(out.data).iter(f"{W}ins"):
        assert not [up for up in one.iterancestors() if up.tag == f"{W}ins"]
    assert "cá nhân phải nộp phí" in read(out.data).text


def test_overlapping_fixes_the_first_wins(draft):
    first = fix(draft, "mức thu & mức chi", "x", rule="HT301")
    second = fix(draft, "thu & mức chi; R", "y", rule="HT302")
    third = fix(draft, "phường", "xã", rule="HT303")
    out = apply_fixes(draft, [third, second, first])
    assert out.applied == (first, third)
    assert [one.finding for one in out.left_out] == [second]
    assert "chồng lên" in out.left_out[0].reason
    assert "overlaps" in out.left_out[0].reason_en


@pytest.mark.parametrize(
    ("words", "text", "reason"),
    [
        ("1. Hồ", "2. Hồ", "tự sinh"),
        ("Loại xe\nMức", "Loại Mức", "tự sinh"),
        ("thảo lần 2", "thảo lần 3", "khung"),
        ("Điều 7 được", "Điều 8 đều", "trường"),
    ],
)
def test_what_word_cannot_take_is_left_out_with_a_reason(draft, words, text, reason):
    out = apply_fixes(draft, [fix(draft, words, text)])
    assert out.data == draft.data
    assert not out.applied
    assert reason in out.left_out[0].reason


def test_a_fix_of_several_edits_is_applied_whole_or_not_at_all(draft):
    at, number = draft.text.index("mức chi"), draft.text.index("1. Hồ sơ")
    both = Fix((Edit(at, at + 3, "MỨC"), Edit(number, number + 1, "2")), True)
    out = apply_fixes(draft, [finding(at, at + 3, fix=(both.edits, True))])
    assert out.data == draft.data
    assert len(out.left_out) == 1


def test_plain_text_gives_the_edited_text():
    raw = "Điều 1.  Phạm vi\r\nMức thu  3.000 đồng"
    from minhphap.text import normalize

    clean = normalize(raw)
    source = Source(clean.text, "a.txt", "txt", raw.encode(), raw, clean.offsets)
    findings = [
        finding(0, 4, fix=((Edit(7, 9, " "),), True)),
        finding(0, 4, fix=((Edit(clean.text.index("  3"), clean.text.index("3"), " "),), True)),
        finding(0, 4, fix=((Edit(8, 8, "x"),), True)),
    ]
    out = apply_fixes(source, findings)
    assert out.data.decode() == "Điều 1. Phạm vi\r\nMức thu 3.000 đồng"
    assert [one.finding for one in out.left_out] == [findings[2]]
    assert suffix_for(source) == ".txt"


def test_what_is_not_mended_can_be_commented_in_the_same_file(draft):
    mended = fix(draft, "khoản 9", "khoản 3")
    around = on(draft, "theo mức tại khoản 9 Điều 4")
    inside = on(draft, "9 Điều")
    out = apply_fixes(draft, [mended, around, inside], comment="vi")
    assert read(out.data).text == draft.text.replace("khoản 9", "khoản 3")
    assert letters(out.data, without_ours=True) == letters(draft.data)
    assert len(comments(out.data, "word/notes.xml")) == 3
    assert commented(out.data)["4"] == "theo mức tại khoản 3 Điều 4"
    assert commented(out.data)["5"] == "3 Điều"


def test_a_scan_gives_a_fresh_word_file_with_tracked_changes():
    text = "Điều 1. Mức thu\nMức thu  3.000 đồng"
    source = Source(text, "a.pdf", "pdf", b"%PDF-1.7")
    at = text.index("  3")
    out = apply_fixes(source, [finding(at, at + 2, fix=((Edit(at, at + 2, " "),), True))])
    assert read(out.data).text.strip() == text.replace("  ", " ")
    assert changes(out.data) == [("del", " ")]
    assert suffix_for(source) == ".docx"
