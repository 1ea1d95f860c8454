"""Looking the law up on the command line."""

import json

import pytest
from tests.cli.cli_samples import CLEAN, minhphap, plain
from tests.registry.registry_samples import BASE, DECREE, write_rows, write_texts

from minhphap.registry import build


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with a registry of the sample and an older one without the newest decree."""
    folder = tmp_path_factory.mktemp("desk")
    rows = write_rows(folder / "danh-muc.csv")
    build([rows, write_texts(folder / "van-ban")], folder / "law.sqlite", workers=1)
    older = write_texts(folder / "cu", {"goc.txt": BASE})
    build([rows, older], folder / "old.sqlite", workers=1)
    return folder


def law(desk, *arguments):
    return minhphap(*arguments, "--registry", "law.sqlite", cwd=desk)


def test_law_by_number(desk):
    done = law(desk, "law", "40/2031/NĐ-CP", "--on", "2032-06-01")
    assert done.returncode == 0
    assert "Nghị định số 40/2031/NĐ-CP" in done.stdout
    assert "còn hiệu lực, trừ phần đã bị bãi bỏ" in done.stdout
    assert "Nghị định số 90/2032/NĐ-CP (01/4/2032)" in done.stdout


def test_law_that_ended(desk):
    done = law(desk, "law", "05/2019/QH14", "--on", "2032-06-01")
    ended = "hết hiệu lực từ ngày 01/01/2032 theo Luật Chợ và phố đi bộ số 11/2031/QH17"
    assert ended in done.stdout


def test_number_of_three_documents_shows_all(desk):
    done = law(desk, "law", "126/NQ-CP")
    assert [year for year in ("2021", "2023", "2026") if f"/{year}" in done.stdout] == [
        "2021", "2023", "2026",
    ]  # fmt: skip


def test_unknown_number_is_not_said_not_to_exist(desk):
    done = law(desk, "law", "77/2031/NĐ-CP")
    assert done.returncode == 1
    assert "không có nghĩa là văn bản không tồn tại" in done.stdout


def test_law_by_title_and_its_sources(desk):
    done = law(desk, "law", "Luật Chợ", "--facts", "--lang", "en")
    assert "title = Luật Chợ  [danh-muc.csv" in done.stdout
    assert "Date: 14/6/2019" in done.stdout


def test_question_without_index_says_how_to_make_one(desk):
    done = law(desk, "law", "chợ phiên họp mấy lần")
    assert done.returncode == 1
    assert "minhphap registry index" in done.stdout


def test_starter_answers_without_any_registry(tmp_path):
    done = minhphap("law", "64/2025/QH15", "--on", "2025-05-01", cwd=tmp_path)
    assert "Luật Ban hành văn bản quy phạm pháp luật" in done.stdout
    assert "còn hiệu lực" in done.stdout


def test_history_of_a_document_and_of_a_clause(desk):
    whole = law(desk, "history", "40/2031/NĐ-CP")
    assert "15/10/2031  có hiệu lực" in whole.stdout
    assert "bãi bỏ, làm hết hiệu lực Điều 3\n" in whole.stdout
    clause = law(desk, "history", "40/2031/NĐ-CP#khoản 1 Điều 2")
    assert "(art_2__para_1)" in clause.stdout
    assert "Nghị định số 90/2032/NĐ-CP (khoản 1 Điều 1) sửa đổi, bổ sung" in clause.stdout
    assert "bãi bỏ" not in clause.stdout
    none = law(desk, "history", "40/2031/NĐ-CP#Điều 77")
    assert (none.returncode, "không có Điều 77" in none.stdout) == (1, True)
    words = clause.stdout.partition("Lời văn")[2]
    assert "từ ngày 15/10/2031 (khi ban hành):\n    1. Chợ phiên họp mỗi tháng một lần." in words
    assert (
        "01/4/2032 (Nghị định số 90/2032/NĐ-CP):\n    1. Chợ phiên họp mỗi tuần một lần." in words
    )


def test_history_asks_which_of_several(desk):
    done = law(desk, "history", "126/NQ-CP")
    assert done.returncode == 1
    assert "--date" in done.stdout
    one = law(desk, "history", "126/NQ-CP", "--date", "2023-08-14")
    assert "Về hoàn thiện thể chế" in one.stdout


def test_changes_between_two_days(desk):
    done = law(desk, "changes", "--from", "2032-01-01", "--to", "2032-04-01")
    assert "đi bộ số 11/2031/QH17 bãi bỏ, làm hết hiệu lực Luật Chợ số 05/2019" in done.stdout
    assert "Nghị định số 90/2032/NĐ-CP sửa đổi, bổ sung Nghị định số 40/2031/NĐ-CP" in done.stdout
    narrow = law(desk, "changes", "--from", "2032-01-01", "--to", "2032-12-31", "--about", "pho di")
    assert "Nghị định số 90/2032" not in narrow.stdout
    span = ("changes", "--from", "2032-01-01", "--to", "2032-12-31")
    assert "Nghị định số 90/2032" in law(desk, *span, "--area", "thương mại").stdout
    assert "Nghị định số 90/2032" not in law(desk, *span, "--area", "hình sự").stdout
    none = law(desk, "changes", "--from", "2040-01-01", "--to", "2040-12-31")
    assert "Không có thay đổi nào được biết." in none.stdout


DRAFT = CLEAN.replace(
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
    "Căn cứ Luật Chợ số 05/2019/QH14;\nCăn cứ Nghị định số 40/2031/NĐ-CP;",
)


def test_recheck_of_drafts_says_only_what_is_new(desk):
    plain(desk / "du-thao.txt", DRAFT)
    call = ("recheck", "du-thao.txt", "--since", "old.sqlite", "--on", "2032-06-01")
    done = law(desk, *call)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert "Luật Chợ số 05/2019/QH14: hết hiệu lực từ ngày 01/01/2032" in lines[0]
    assert "Nghị định số 40/2031/NĐ-CP vừa được sửa đổi" in lines[1]
    same = minhphap(*call, "--registry", "old.sqlite", cwd=desk)
    assert (same.returncode, same.stdout) == (0, "Không có gì thay đổi.\n")


def test_recheck_of_a_saved_report(desk):
    plain(desk / "du-thao.txt", DRAFT)
    minhphap(
        "check", "du-thao.txt", "--on", "2032-06-01", "--registry", "old.sqlite",
        "--output", "bao-cao.json", cwd=desk,
    )  # fmt: skip
    saved = json.loads((desk / "bao-cao.json").read_text(encoding="utf-8"))
    assert saved["documents"]
    done = law(desk, "recheck", "bao-cao.json")
    assert done.returncode == 1
    assert "+ PL101" in done.stdout
    assert "Luật Chợ số 05/2019/QH14" in done.stdout


def test_registry_commands_from_build_to_verify(tmp_path):
    rows, texts = write_rows(tmp_path / "a.csv"), write_texts(tmp_path / "t", {"x.txt": DECREE})
    made = minhphap("registry", "build", texts.name, "-o", "law.sqlite", cwd=tmp_path)
    assert made.returncode == 0
    assert "1 văn bản" in made.stdout
    grown = minhphap(
        "registry", "import", rows.name, "--into", "law.sqlite", "--report", "r.json", cwd=tmp_path
    )
    assert "7 văn bản" in grown.stdout
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["counts"]["document"] == 7
    intact = minhphap("registry", "verify", "law.sqlite", cwd=tmp_path)
    assert report["hash"] in intact.stdout
    info = minhphap("registry", "info", "law.sqlite", "--lang", "en", cwd=tmp_path)
    assert "Documents" in info.stdout
    data = bytearray((tmp_path / "law.sqlite").read_bytes())
    data[len(data) // 2] ^= 4
    (tmp_path / "law.sqlite").write_bytes(data)
    broken = minhphap("registry", "verify", "law.sqlite", cwd=tmp_path)
    assert broken.returncode == 2
    assert "đã bị thay đổi hoặc hỏng" in broken.stderr


def test_registry_index_answers_questions(desk, tmp_path):
    (tmp_path / "law.sqlite").write_bytes((desk / "law.sqlite").read_bytes())
    made = minhphap("registry", "index", "law.sqlite", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    done = minhphap("law", "chợ phiên họp", "--on", "2032-01-01", "-r", "law.sqlite", cwd=tmp_path)
    assert "Nghị định số 40/2031/NĐ-CP, khoản 1 Điều 2. Chợ phiên" in done.stdout
    assert "[còn hiệu lực" in done.stdout

    def asked(*more):
        return minhphap("law", "chợ phiên họp", *more, "-r", "law.sqlite", cwd=tmp_path)

    later = asked("--on", "2032-06-01").stdout
    assert "mỗi tuần một lần" in later
    assert "theo lời văn đã sửa bởi 90/2032/NĐ-CP]" in later
    assert "Luật số" not in asked("--on", "2032-06-01", "--kind", "nghị định").stdout
    assert "Nghị định số" not in asked("--on", "2032-06-01", "--kind", "luat").stdout
    assert asked("--on", "2020-01-01", "--kind", "nghị định").returncode == 1
    before = asked("--on", "2020-01-01", "--kind", "nghị định", "--any-status").stdout
    assert "[chưa có hiệu lực" in before
    assert "40/2031" in asked("--area", "thương mại", "--on", "2032-06-01").stdout
    assert asked("--area", "hình sự", "--on", "2032-06-01").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("registry", "build", "none.csv", "-o", "x.sqlite"), "không thấy tệp hoặc thư mục"),
        (("registry", "verify", "none.sqlite"), "không thấy tệp pháp luật"),
        (("registry", "info", "du-thao.txt"), "không phải tệp pháp luật"),
        (("history", "40/2031/NĐ-CP#abc", "-r", "law.sqlite"), "không hiểu “abc”"),
        (("recheck", "bad.json", "-r", "law.sqlite"), "không phải báo cáo JSON"),
        (("recheck", "part.json", "-r", "law.sqlite"), "không phải báo cáo JSON"),
        (("registry", "build", "cot.csv", "-o", "y.sqlite"), "không có cột nào ghi số, ký hiệu"),
        (("recheck", "a.sarif", "-r", "law.sqlite"), "không phải dạng JSON"),
        (
            ("registry", "import", "du-thao.txt", "--into", "typo.sqlite"),
            "không thấy “typo.sqlite”",
        ),
        (("changes", "--from", "2032-13-31", "--to", "2032-01-01"), "“2032-13-31” không phải ngày"),
        (("changes", "--from", "2032-02-01", "--to", "2032-01-01"), "--to đứng trước --from"),
        (("law", "x", "-r", "none.sqlite"), "không thấy tệp pháp luật"),
        (("law", "x", "--area", "abc"), "không có lĩnh vực “abc”; các lĩnh vực là: An ninh"),
        (("law", ""), "chưa có số, tên hay câu hỏi"),
        (("law", "x", "--kind", "abc"), "không có loại văn bản “abc”"),
    ],
)
def test_wrong_calls_get_one_sentence(desk, arguments, words):
    plain(desk / "du-thao.txt", DRAFT)
    plain(desk / "bad.json", "{}")
    plain(desk / "part.json", '{"shape": "minhphap.report/1"}')
    plain(desk / "a.sarif", "{}")
    plain(desk / "cot.csv", "x,y\n1,2\n")
    done = minhphap(*arguments, cwd=desk)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not list(desk.glob("y.sqlite*"))


def test_help_of_registry_commands_is_vietnamese(desk):
    assert "Show this message" not in minhphap("registry", "build", "--help", cwd=desk).stdout
