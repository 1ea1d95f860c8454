"""What letters say of a draft as a whole, of its papers and of all the rest."""

from __future__ import annotations

import re

WHOLE = re.compile(
    r"(?<!\w)(?:toàn bộ (?:nội dung |các nội dung )?(?:của )?dự thảo"
    r"|(?<!như )(?<!theo )(?<!sao )(?<!trong )(?<!tại )dự thảo(?: (?:quyết định|nghị quyết"
    r"|quy định|quy chế|văn bản))?(?= (?:này |mới |còn |chưa |chỉ |đã |cần |thiếu |quá |rất )"
    r"|[,.;]|$)"
    r"|(?:cơ quan|ban|đơn vị) (?:soạn thảo|chủ trì)[^,.;]{0,20} (?:tổ chức|khảo sát|đánh giá"
    r"|tổng hợp|đăng|công khai|báo cáo)"
    r"|bố cục|thể thức|kỹ thuật trình bày|các nội dung (?:khác|còn lại)|các điều (?:khác"
    r"|khoản khác|còn lại)"
    r"|những nội dung (?:khác|còn lại)|nội dung (?:khác|còn lại)|tờ trình|bảng (?:tổng hợp"
    r"|tiếp thu)|tiếp thu, giải trình|đánh giá tác động(?! môi trường)"
    r"|(?:gửi|trình|trước khi) thẩm định|lỗi chính tả"
    r"|báo cáo (?:số \d+|tác động|tổng kết|thuyết minh|đánh giá)"
    r"|bản (?:so sánh|đánh giá|thuyết minh)"
    r"|(?:đánh giá|tổng kết) (?:việc |tình hình |kết quả )?(?:thi hành|thực hiện)"
    r" (?:luật|nghị (?:định|quyết)|quyết định)"
    r"|hồ sơ (?:dự thảo|gửi (?:kèm|lấy)|lấy ý kiến|xây dựng)"
    r"|hồ sơ trình (?:hội đồng|hđnd|ubnd|ủy ban|chính phủ)|tên gọi|căn cứ (?:ban hành|pháp lý)"
    r"|(?:tên|tiêu đề|trích yếu)(?: của)?(?: dự thảo)? (?:nghị quyết|quyết định|nghị định|thông tư"
    r"|văn bản|quy định|quy chế)|phần (?:căn cứ|viện dẫn)"
    r"|(?:bổ sung|bỏ|thay|sửa|cập nhật)(?: \w+){0,3}? căn cứ:? [“\"]?(?:căn cứ )?(?:luật|bộ luật"
    r"|nghị định|thông tư)|(?:chưa thấy|sao) (?:dự thảo|quy định|nghị quyết)"
    r"(?: này)? (?:không )?(?:nói|nhắc|đề cập)"
    r"|sự cần thiết|(?:chủ trương|thẩm quyền|cơ sở pháp lý|việc) (?:để )?(?:chính phủ )?ban hành"
    r" (?:nghị|quyết|văn|$)|(?:chủ trương|thẩm quyền|cơ sở pháp lý) ban hành)(?!\w)"
)
FORM = re.compile(
    r"(?<!\w)(?:lỗi chính tả|kỹ thuật (?:trình bày|soạn thảo)|thể thức"
    r"|toàn bộ (?:nội dung )?(?:của )?dự thảo|toàn (?:bộ )?văn bản"
    r"|toàn văn(?: bản)? dự thảo)(?!\w)"
)
"""What is said of a whole draft, also under the heading of one article."""
AGREED = re.compile(
    r"(?<!\w)(?:nhất trí|thống nhất|đồng ý|tán thành|ủng hộ|đồng tình|đồng thuận|hoan nghênh)"
    r"(?: (?!khoản|điều|điểm)[^\W\d]+){0,8}? dự thảo"
    r"(?! [^.,;]*(?:liên quan|đối với|quy định về))(?!\w)"
)
"""Agreement with the draft and not with one of its provisions."""
REST = re.compile(
    r"(?:ngoài (?:ra|các nội dung (?:nêu )?trên),? )?(?:đối với |về |với )?(?:các"
    r"|những) (?:nội dung|điều|điều khoản|phần|quy định) (?:khác|còn lại|chưa nêu|không nêu)(?!\w)"
)
"""How a sentence begins that speaks of all the rest."""
PAPER = re.compile(
    r"[\divx.)\s]*(?:(?:về|đối với|góp ý|ý kiến|nội dung) )*(?:dự thảo |bản )*(?:tờ trình"
    r"|báo cáo (?:đánh giá|tổng kết|thuyết minh|tác động|số)|hồ sơ (?:dự thảo|trình|gửi)"
    r"|(?:bảng|bản) so sánh"
    r"|bản đánh giá)(?!\w)"
)
"""A heading or a cell that names a paper of the dossier, not the draft."""
