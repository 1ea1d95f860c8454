"""A signed document without recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minhphap.rules.context import Context
from minhphap.rules.rule import Hit, load

_WORDS = re.compile(r"^\W*(?:nơi\s+nhận|kính\s+gửi)\s*[:.]?", re.MULTILINE | re.IGNORECASE)
_ARCHIVE = re.compile(r"^\s*[-–]?\s*Lưu\s*:?\s*(?:VT|VP|HC)", re.MULTILINE | re.IGNORECASE)

_AFTER = 600  # characters; the list may be read after the signature beside it
_COPY = re.compile(r"^\W*Đã\s+ký\W*$|^\W*CÔNG\s+BÁO\b", re.MULTILINE | re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Look for the words and for a list of recipients anywhere in the text.

    A copy that says "(Đã ký)" or comes from the gazette leaves the recipients out.
    """
    signature = next(one for one in context.document.walk() if one.type == "signature")
    reach = signature.end + _AFTER  # forms in appendices have recipients of their own
    if any(one.type == "recipients" and one.start < reach for one in context.document.walk()):
        return
    text = context.text
    if _WORDS.search(text, 0, reach) or _ARCHIVE.search(text, 0, reach) or _COPY.search(text):
        return
    end = context.text.find("\n", signature.start, signature.end)
    yield Hit(
        signature.start,
        end if end > 0 else signature.end,
        "Văn bản có phần ký nhưng chưa có “Nơi nhận”.",
        "The document is signed but names no recipients.",
        suggestion="Thêm mục “Nơi nhận:” ngang hàng với chức vụ người ký, kết thúc bằng nơi lưu.",
    )


RULE = load(__file__, check)
