"""What holds for any base and any instructions: nothing is lost, and everything can be undone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.amendments.amendment_samples import HEAD, LEAD

from minhphap.amendments import apply, instructions, revert
from minhphap.structure import parse_text

WORDS = st.sampled_from(
    ["hộ gia đình", "cấp huyện", "mức chi", "hồ sơ", "Ủy ban nhân dân xã", "kinh phí", "thời hạn"]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
ARTICLE = st.lists(SENTENCE, min_size=1, max_size=4)
NUMBER = st.integers(1, 6)


@st.composite
def bases(draw):
    """Articles of clauses, the second clause of each with points."""
    lines = ["Số: 12/2027/QĐ-UBND", "QUYẾT ĐỊNH", "Quy định mức hỗ trợ"]
    for number, clauses in enumerate(draw(st.lists(ARTICLE, min_size=1, max_size=5)), 1):
        lines.append(f"Điều {number}. Nội dung {number}")
        for clause, words in enumerate(clauses, 1):
            lines.append(f"{clause}. {words}")
            if clause == 2:
                lines += [f"a) {draw(SENTENCE)}", f"b) {draw(SENTENCE)}"]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


@st.composite
def clauses(draw):
    """One order, on a place that may or may not be there."""
    article, clause, words, more = draw(NUMBER), draw(NUMBER), draw(SENTENCE), draw(WORDS)
    return draw(
        st.sampled_from(
            [
                f"Sửa đổi khoản {clause} Điều {article} như sau:\n“{clause}. {words}”.",
                f"Sửa đổi Điều {article} như sau:\n“Điều {article}. Mới\n1. {words}\n2. {words}”.",
                f"Bổ sung khoản {clause}a vào sau khoản {clause} Điều {article} như sau:\n"
                f"“{clause}a. {words}”.",
                f"Bổ sung Điều {article}a vào sau Điều {article} như sau:\n"
                f"“Điều {article}a. Mới\n{words}”.",
                f"Bổ sung khoản 7 vào Điều {article} như sau:\n“7. {words}”.",
                f"Bãi bỏ khoản {clause} Điều {article}.",
                f"Bãi bỏ điểm a khoản 2 Điều {article}.",
                f"Thay thế cụm từ “{more}” bằng cụm từ “{draw(WORDS)}” tại Điều {article}.",
                f"Thay thế cụm từ “{more}” bằng cụm từ “{draw(WORDS)}”.",
                f"Bỏ cụm từ “{more}” tại khoản {clause} Điều {article}.",
                f"Sửa đổi tên Điều {article} như sau: “Điều {article}. Tên mới”.",
                f"Chuyển khoản {clause} Điều {article} thành khoản 9 Điều {article}.",
            ]
        )
    )


ACTS = st.lists(st.lists(clauses(), min_size=1, max_size=6), min_size=1, max_size=3)


@settings(deadline=None, max_examples=150)
@given(bases(), ACTS)
def test_apply_then_revert_gives_the_base(text, acts):
    base = parse_text(text)
    orders = []
    for number, act in enumerate(acts):
        numbered = "".join(f"{at}. {clause}\n" for at, clause in enumerate(act, 1))
        head = HEAD.replace("30/2028", f"{number + 30}/2028")
        orders += instructions(parse_text(head + LEAD + numbered))
    applied = apply(base, orders)

    again = revert(applied)
    assert again.source.text == text
    assert again.provisions == base.provisions

    amended = applied.document.source.text
    assert "".join(amended[one.start : one.end] for one in applied.document.leaves) == amended
    assert parse_text(amended).provisions == applied.document.provisions

    done = {id(one) for step in applied.steps for edit in step.edits for one in edit.instructions}
    refused = {id(one.instruction) for one in applied.refused}
    assert done | refused >= {id(one) for one in orders}
    for mark in applied.marks:
        assert 0 <= mark.at <= mark.end <= len(amended)
    assert list(applied.marks) == sorted(applied.marks, key=lambda mark: mark.at)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_any_text_can_be_asked_for_instructions(text):
    document = parse_text(text)
    for one in instructions(document):
        assert 0 <= one.start <= one.end <= len(document.source.text)
