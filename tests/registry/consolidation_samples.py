"""A decision of an invented province and two that amend it."""

import datetime as dt

from minhphap.registry.consolidation import consolidate
from minhphap.structure import parse_text

BASE = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/2027/QĐ-UBND
Sơn Hà, ngày 10 tháng 6 năm 2027

QUYẾT ĐỊNH
Quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật Lâm nghiệp số 16/2017/QH14;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường;
Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà.

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng
1. Quyết định này quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà.
2. Quyết định này áp dụng đối với hộ gia đình, cá nhân trồng rừng và cơ quan chuyên môn về lâm \
nghiệp.

Chương II
MỨC HỖ TRỢ VÀ THỦ TỤC

Điều 2. Mức hỗ trợ
1. Hỗ trợ một lần cho mỗi héc-ta rừng trồng mới:
a) Cây giống: 3 triệu đồng;
b) Công trồng và chăm sóc năm đầu: 5 triệu đồng.
2. Hộ nghèo được hỗ trợ thêm 2 triệu đồng một héc-ta.
3. Mức hỗ trợ quy định tại khoản 1 Điều này không áp dụng đối với diện tích dưới 0,3 héc-ta.

Điều 3. Hồ sơ và trình tự
1. Hồ sơ gồm đơn đề nghị và sơ đồ khu đất.
2. Hộ gia đình, cá nhân nộp hồ sơ tại Ủy ban nhân dân cấp xã trước ngày 31 tháng 3 hằng năm.
3. Ủy ban nhân dân cấp xã thẩm tra, lập danh sách và gửi cơ quan chuyên môn về lâm nghiệp trong \
thời hạn 15 ngày.

Điều 4. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2027.

Điều 5. Tổ chức thực hiện
Giám đốc Sở Nông nghiệp và Môi trường, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm \
thi hành Quyết định này.

Nơi nhận:
- Như Điều 5;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
"""

FIRST = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 30/2028/QĐ-UBND
Sơn Hà, ngày 05 tháng 02 năm 2028

QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND quy định mức hỗ trợ trồng rừng \
trên địa bàn tỉnh Sơn Hà

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường;
Ủy ban nhân dân ban hành Quyết định sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND.

Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6 năm 2027 \
của Ủy ban nhân dân tỉnh quy định mức hỗ trợ trồng rừng trên địa bàn tỉnh Sơn Hà như sau:
1. Sửa đổi, bổ sung điểm a khoản 1 Điều 2 như sau:
“a) Cây giống: 4 triệu đồng đối với cây bản địa, 3 triệu đồng đối với cây khác;”.
2. Bổ sung điểm c vào sau điểm b khoản 1 Điều 2 như sau:
“c) Phân bón: 1 triệu đồng.”.
3. Bổ sung Điều 2a vào sau Điều 2 như sau:
“Điều 2a. Nguồn kinh phí
1. Ngân sách tỉnh bảo đảm kinh phí hỗ trợ.
2. Khuyến khích huy động nguồn lực xã hội.”.
4. Thay thế cụm từ “15 ngày” bằng cụm từ “10 ngày làm việc” tại khoản 3 Điều 3.
5. Bãi bỏ khoản 3 Điều 2.
6. Sửa đổi khoản 9 Điều 3 như sau:
“9. Kết quả được niêm yết công khai.”.
Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""

SECOND = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/2029/QĐ-UBND
Sơn Hà, ngày 20 tháng 01 năm 2029

QUYẾT ĐỊNH
Sửa đổi, bổ sung Điều 2, Điều 3 của Quyết định số 12/2027/QĐ-UBND

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Ủy ban nhân dân ban hành Quyết định sửa đổi, bổ sung Điều 2, Điều 3 của Quyết định số \
12/2027/QĐ-UBND.

Điều 1. Sửa đổi, bổ sung Điều 2, Điều 3 của Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6 năm \
2027 của Ủy ban nhân dân tỉnh Sơn Hà đã được sửa đổi, bổ sung theo Quyết định số 30/2028/QĐ-UBND
1. Sửa đổi điểm a khoản 1 Điều 2 như sau:
“a) Cây giống: 5 triệu đồng;”.
2. Sửa đổi tên Điều 3 như sau: “Điều 3. Hồ sơ, trình tự, thủ tục”.
3. Bỏ cụm từ “và sơ đồ khu đất” tại khoản 1 Điều 3.
Điều 2. Điều khoản chuyển tiếp
Hồ sơ đã nộp trước ngày Quyết định này có hiệu lực được giải quyết theo quy định cũ.
Điều 3. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 02 năm 2029.
"""

LATE = dt.date(2029, 12, 31)


def consolidated(on=LATE, base=BASE, acts=(FIRST, SECOND)):
    """The base after the acts on a day."""
    return consolidate(parse_text(base), [parse_text(one) for one in acts], on)


def noted(made):
    """(words before the mark, text of the note)."""
    text = made.document.source.text
    return [(text[: note.at].rpartition("\n")[2], note.text) for note in made.notes]
