"""Rules of law in a document that does not call itself normative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.findings import Evidence
from minhphap.law import recognise_issuer
from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load
from minhphap.structure import Provision

_APPLIES = re.compile(r"đối\s+tượng\s+áp\s+dụng", re.IGNORECASE)
_GENERAL = re.compile(
    r"(?:tổ\s+chức|cơ\s+quan)[^.;]{0,40}?(?:,|và)\s*(?:hộ\s+gia\s+đình|cá\s+nhân)"
    r"|hộ\s+gia\s+đình|doanh\s+nghiệp|người\s+dân|công\s+dân|mọi\s+tổ\s+chức",
    re.IGNORECASE,
)
_INTERNAL = re.compile(
    r"làm\s+việc|nội\s+bộ|phối\s+hợp|thi\s+đua|tuyển\s+dụng|chi\s+tiêu|tiếp\s+công\s+dân|kế\s+hoạch"
    r"|chương\s+trình|đề\s+án|quy\s+trình|công\s+bố|danh\s+mục|thủ\s+tục\s+hành\s+chính|tổ\s+chức\s+bộ"
    r"\s+máy|chức\s+năng|cuộc\s+thi|giải\s+thưởng|quỹ\b|hợp\s+đồng|dự\s+án|phê\s+duyệt",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"phải\b|không\s+được\b|nghiêm\s+cấm|bị\s+xử\s+lý|có\s+trách\s+nhiệm|có\s+nghĩa\s+vụ"
    r"|được\s+hỗ\s+trợ|mức\s+(?:thu|hỗ\s+trợ|chi|phí)|điều\s+kiện",
    re.IGNORECASE,
)
_ISSUERS = frozenset(("committee", "committee_chair", "council"))
_DUTIES = 5


def check(context: Context) -> Iterator[Hit]:
    """Look in administrative decisions of local bodies for general rules on outsiders."""
    meta = context.document.meta
    issuer = recognise_issuer(meta.issuer or "", context.first)
    if context.kind != "administrative" or meta.kind not in ("decision", "resolution"):
        return
    if issuer is None or issuer.body not in _ISSUERS or meta.number_span is None:
        return
    titles = [meta.title or "", *(one.heading or "" for one in context.own if "att" in one.type)]
    if any(_INTERNAL.search(title) for title in titles):
        return
    scope = next((one for one in context.own if _names_outsiders(context, one)), None)
    if scope is None:
        return
    duties = sum(1 for _ in _DUTY.finditer(context.text, scope.end, _end(context, scope)))
    if duties < _DUTIES:
        return
    start, end = meta.number_span
    yield Hit(
        start,
        end,
        "Số, ký hiệu không có năm là của văn bản hành chính, nhưng văn bản đặt ra quy tắc chung cho"
        " tổ chức, cá nhân ngoài cơ quan: có thể chứa quy phạm pháp luật.",
        "A number without a year is administrative, yet the text lays down general rules for"
        " outsiders.",
        suggestion="Nếu là quy tắc xử sự chung thì xây dựng, ban hành theo trình tự văn bản quy"
        " phạm pháp luật (số, ký hiệu có năm); nếu chỉ hướng dẫn nội bộ thì nêu rõ đối tượng.",
        evidence=(Evidence(scope.start, min(scope.end, scope.start + 200), "đối tượng áp dụng"),),
    )


def _names_outsiders(context: Context, one: Provision) -> bool:
    if one.type not in ("article", "clause"):
        return False
    first = context.text.find("\n", one.start, one.end)
    head = context.text[one.start : first if first > 0 else one.end]
    return bool(_APPLIES.search(head) and _GENERAL.search(context.text, one.start, one.end))


def _end(context: Context, scope: Provision) -> int:
    """The end of the text (deciding or attached) that a provision stands in."""
    home = scope.eid.split("__")[0] if scope.eid.startswith("att_") else ""
    if home:
        return context.document.by_eid[home].end
    return context.signed


RULE = load(__file__, check)
