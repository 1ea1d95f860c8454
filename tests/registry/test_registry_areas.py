"""Fields of law of the documents of a snapshot."""

from tests.registry.registry_samples import write_rows

from minhphap.registry import Registry, build

DECISION = """ỦY BAN NHÂN DÂN TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 8/2032/QĐ-UBND
Sơn Hà, ngày 10 tháng 3 năm 2032
QUYẾT ĐỊNH
{title}
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật {law} số 11/2031/QH17;
Điều 1. Phạm vi
Quyết định này quy định về việc nêu trên.
Điều 2. Hiệu lực
Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2032.
"""


def fields(tmp_path, title, law="Đất đai"):
    (tmp_path / "a.csv").write_text(
        "number,kind,title,issuer,date\n"
        "72/2025/QH15,Luật,Luật Tổ chức chính quyền địa phương,Quốc hội,2025-06-16\n"
        f"11/2031/QH17,Luật,Luật {law},Quốc hội,2031-05-20\n",
        encoding="utf-8",
    )
    (tmp_path / "t").mkdir()
    text = DECISION.format(title=title, law=law)
    (tmp_path / "t" / "a.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a.csv", tmp_path / "t"], tmp_path / "x.sqlite", workers=1)
    with Registry.open(tmp_path / "x.sqlite") as law_:
        return law_.find("8/2032/QĐ-UBND")[0].areas


def test_by_the_title(tmp_path):
    assert fields(tmp_path, "Quy định tiêu chí xét tặng danh hiệu nghệ nhân")[0] == 29


def test_by_the_law_it_rests_on_where_the_title_does_not_tell(tmp_path):
    """Every local document rests on the law of local government: that tells nothing."""
    assert fields(tmp_path, "Về một số việc trên địa bàn tỉnh") == (11,)


def test_unknown_is_empty(tmp_path):
    assert fields(tmp_path, "Về một số việc trên địa bàn tỉnh", law="Việc chung") == ()


def test_an_amending_act_is_of_the_field_of_what_it_amends(tmp_path):
    rows = write_rows(tmp_path / "a.csv")
    build([rows], tmp_path / "x.sqlite", workers=1)
    with Registry.open(tmp_path / "x.sqlite") as law:
        assert all(34 in one.areas for one in law.find("11/2031/QH17"))
