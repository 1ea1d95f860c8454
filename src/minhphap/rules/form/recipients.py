"""A signed document without recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

_WORDS = re.compile(r"nơi\s+nhận|kính\s+gửi", re.IGNORECASE)
_ARCHIVE = re.compile(r"^\s*[-–]?\s*Lưu\s*:?\s*(?:VT|VP|HC)", re.MULTILINE | re.IGNORECASE)

_COPY = re.compile(r"^\W*Đã\s+ký\W*$|^\W*CÔNG\s+BÁO\b", re.MULTILINE | re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look for the words and for a list of recipients anywhere in the text.

    A copy that says "(Đã ký)" or comes from the gazette leaves the recipients out.
    """
    if any(one.type == "recipients" for one in context.document.walk()):
        return
    if _WORDS.search(context.text) or _ARCHIVE.search(context.text):
        return
    if _COPY.search(context.text):
        return
    signature = next(one for one in context.document.walk() if one.type == "signature")
    end = context.text.find("\n", signature.start, signature.end)
    yield Hit(
        signature.start,
        end if end > 0 else signature.end,
        "Văn bản có phần ký nhưng chưa có “Nơi nhận”.",
        "The document is signed but names no recipients.",
        suggestion="Thêm mục “Nơi nhận:” ngang hàng với chức vụ người ký, kết thúc bằng nơi lưu.",
    )


RULE = load(__file__, check)
