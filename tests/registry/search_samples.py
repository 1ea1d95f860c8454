"""A small body of law of our own writing, of an invented time."""

import datetime as dt

from minhphap.law import areas_of
from minhphap.registry.search import Entry, Part

LAWS = (
    ("11/2031/QH17", "law", "Luật Chợ và phố đi bộ", dt.date(2032, 1, 1), None, (
        ("art_1", "Phạm vi điều chỉnh", "Luật này quy định về tổ chức chợ và phố đi bộ."),
        ("art_2", "Giải thích từ ngữ",
         "Trong Luật này, các từ ngữ dưới đây được hiểu như sau:\n"
         "1. Chợ nổi là nơi mua bán hàng hóa trên sông, họp theo phiên.\n"
         "2. Thương nhân lưu động (sau đây gọi là người bán rong) là cá nhân bán hàng không có"
         " địa điểm cố định."),
        ("art_3", "Giờ mở cửa",
         "1. Chợ mở cửa theo giờ do Ủy ban nhân dân cấp tỉnh quy định.\n"
         "2. Phố đi bộ mở cửa vào thứ bảy và chủ nhật."),
        ("art_4", "Hành vi bị nghiêm cấm",
         "1. Lấn chiếm lối đi trong chợ.\n2. Buôn bán hàng giả.\n3. Gây mất vệ sinh nơi họp chợ."),
        ("art_5", "Trách nhiệm của thương nhân",
         "Thương nhân giữ gìn vệ sinh, niêm yết giá bán và nộp phí chợ đúng hạn."),
    )),
    ("05/2019/QH14", "law", "Luật Chợ", dt.date(2020, 1, 1), dt.date(2032, 1, 1), (
        ("art_3", "Giờ mở cửa của chợ",
         "Chợ mở cửa từ 06 giờ đến 18 giờ hằng ngày theo quy định của Ủy ban nhân dân."),
        ("art_7", "Chợ nổi", "Chợ nổi họp trên sông do Ủy ban nhân dân cấp huyện quản lý."),
    )),
    ("40/2031/NĐ-CP", "decree", "Quy định chi tiết một số điều của Luật Chợ và phố đi bộ",
     dt.date(2032, 3, 1), None, (
        ("art_2", "Chợ phiên",
         "1. Chợ phiên họp mỗi tháng một lần.\n2. Chợ phiên do Ủy ban nhân dân cấp xã quản lý."),
        ("art_3", "Phí chợ",
         "Mức thu phí chợ do Hội đồng nhân dân cấp tỉnh quyết định. Người nộp phí là thương nhân."),
        ("art_6", "Giấy phép bán hàng lưu động",
         "Thương nhân lưu động được cấp giấy phép có thời hạn 12 tháng."),
    )),
    ("07/2030/TT-BXD", "circular", "Hướng dẫn xây dựng nhà ở dọc bờ sông", None, None, (
        ("art_4", "Cấp giấy chứng nhận quyền sử dụng đất dọc bờ sông",
         "Hộ gia đình có đất ở dọc bờ sông được cấp giấy chứng nhận quyền sử dụng đất khi bảo đảm"
         " hành lang bảo vệ bờ sông."),
        ("art_5", "Nhà ở trên mặt nước",
         "Nhà ở trên mặt nước phải neo giữ chắc chắn và không cản trở luồng giao thông."),
    )),
)  # fmt: skip
PADDING = (
    "Cơ quan nhà nước có thẩm quyền chịu trách nhiệm tổ chức thực hiện và báo cáo kết quả theo quy"
    " định của pháp luật. Tổ chức, cá nhân có liên quan phối hợp thực hiện."
)


def parts_of(text, eid):
    """The numbered lines of a text as clauses."""
    at, found = 0, []
    for line in text.split("\n"):
        if line[:1].isdigit() and ". " in line[:4]:
            found.append(Part(f"{eid}__para_{line.split('.')[0]}", at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def entries(times=4):
    """The laws, and under them ``times`` dull articles each that make the words common."""
    for number, kind, title, first, until, articles in LAWS:
        for eid, heading, text in articles:
            yield Entry(
                key=number, number=number, kind=kind, title=title, eid=eid, heading=heading,
                text=text, issuer="Quốc hội" if kind == "law" else "Chính phủ", first=first,
                until=until, parts=parts_of(text, eid), areas=areas_of(title),
            )  # fmt: skip
        words = " ".join(text for _, _, text in articles)
        for at in range(times):
            yield Entry(
                key=number, number=number, kind=kind, title=title, eid=f"art_{90 + at}",
                heading="Tổ chức thực hiện", text=f"{PADDING}\n{words}\n{PADDING * 6}", first=first,
                until=until,
            )  # fmt: skip
