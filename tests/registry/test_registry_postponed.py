"""A day of effect that a later act puts off, or brings forward."""

import datetime as dt

import pytest
from tests.registry.registry_samples import LAW, write_texts

from minhphap.registry import Registry, build

D = dt.date
ACT = """QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 20/2031/QH17
Hà Nội, ngày 10 tháng 9 năm 2031
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT CHỢ VÀ PHỐ ĐI BỘ
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Chợ và phố đi bộ số 11/2031/QH17.
Điều 1. Sửa đổi, bổ sung khoản 1 Điều 3 của Luật Chợ và phố đi bộ số 11/2031/QH17
Sửa đổi, bổ sung khoản 1 Điều 3 như sau:
“1. Luật này có hiệu lực thi hành từ ngày 01 tháng 10 năm 2031.”.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 15 tháng 9 năm 2031.
CHỦ TỊCH QUỐC HỘI
Trần Văn Bình
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "old.csv").write_text(
        "number,kind,title,issuer,date\n05/2019/QH14,Luật,Luật Chợ,Quốc hội,2019-06-14\n",
        encoding="utf-8",
    )
    return write_texts(tmp_path / "t", {"luat.txt": LAW, "sua.txt": ACT})


def test_the_amending_act_decides(tmp_path, folder):
    report = build([folder, tmp_path / "old.csv"], tmp_path / "law.sqlite", workers=1)
    with Registry.open(tmp_path / "law.sqlite") as law:
        (market,) = law.find("11/2031/QH17")
        assert market.effect == D(2031, 10, 1)
        (amending,) = law.find("20/2031/QH17")
        assert amending.effect == D(2031, 9, 15)
        told = {
            (one.value, one.sure, one.chosen) for one in law.facts(market) if one.field == "effect"
        }
        assert told == {("2031-10-01", "ordered", True), ("2032-01-01", "read", False)}
        # what the law ends, it ends on that day
        (old,) = law.find("05/2019/QH14")
        assert law.status(old, D(2031, 10, 1)).state == "ended"
        assert law.status(old, D(2031, 9, 30)).state != "ended"
    assert report.by_code()["effect_disagrees"] == 1


def test_what_has_begun_is_not_put_off(tmp_path):
    late = ACT.replace("ngày 10 tháng 9 năm 2031", "ngày 10 tháng 02 năm 2032").replace(
        "tháng 10 năm 2031.”", "tháng 10 năm 2032.”"
    )
    folder = write_texts(tmp_path / "t", {"luat.txt": LAW, "sua.txt": late})
    build([folder], tmp_path / "law.sqlite", workers=1)
    with Registry.open(tmp_path / "law.sqlite") as law:
        assert law.find("11/2031/QH17")[0].effect == D(2032, 1, 1)


def test_it_is_carried_into_the_next_snapshot(tmp_path, folder):
    build([folder], tmp_path / "law.sqlite", workers=1)
    more = write_texts(tmp_path / "m", {"b.txt": ACT.replace("20/2031", "21/2031")})
    build([more], tmp_path / "next.sqlite", base=tmp_path / "law.sqlite", workers=1)
    with Registry.open(tmp_path / "next.sqlite") as law:
        assert law.find("11/2031/QH17")[0].effect == D(2031, 10, 1)
