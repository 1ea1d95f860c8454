"""What kind of document a text is, where its reader has not said so."""

from __future__ import annotations

import re

from minhphap.structure import Document

_KINDS = (
    ("nghị quyết", "resolution"),
    ("quyết định", "decision"),
    ("nghị định", "decree"),
    ("thông tư liên tịch", "joint_circular"),
    ("thông tư", "circular"),
    ("bộ luật", "code"),
    ("luật", "law"),
    ("pháp lệnh", "ordinance"),
    ("chỉ thị", "directive"),
    ("quy định", "party_document"),
    ("kế hoạch", "plan"),
    ("văn bản hợp nhất", "consolidated"),
)
_LOOSE = frozenset(("party_document", "plan"))
_OF_LAW = {
    "joint_resolution": "resolution",
    "dispatch": "letter",
    "regulation": "party_document",
    "notice": "other",
    "report": "other",
    "submission": "other",
    "conclusion": "other",
    "guidance": "other",
    "programme": "other",
    "scheme": "other",
    "option_plan": "other",
    "project": "other",
    "announcement": "other",
}
"""Kinds of ``minhphap.law`` that citations call by a wider name."""
_CONSOLIDATED = re.compile(
    r"(?m)^\W*(?:VĂN BẢN HỢP NHẤT|Số:? *\d+/VBHN-)"
    r"|được sửa đổi,? bổ sung(?: một số điều)? (?:bởi|theo)(?: các)?:?\s*\n"
)
"""The head of a consolidated text, or the list of what amended it above its preamble."""
_ADDRESSED = re.compile(r"(?m)^\W*Kính gửi")
_LETTER = re.compile(r"Kính gửi|^\s*V/v", re.MULTILINE)
_CALLED = (
    r"(?<!\w)(Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư"
    r"|Chỉ thị|Kế hoạch)\s+này(?!\w)"
)
_ITSELF = re.compile(_CALLED)
_SCOPE = re.compile(
    rf"{_CALLED}\s+(?:quy\s+định|hướng\s+dẫn|điều\s+chỉnh|áp\s+dụng|có\s+hiệu\s+lực\s+thi\s+hành)"
)
""" "Nghị định này quy định": an article on the scope of the document itself."""


def kind_of(document: Document) -> str | None:
    """What kind a parsed document is: what its head says, else what its text shows."""
    kind, text = document.meta.kind, document.source.text
    if "VBHN" in (document.meta.number or "") or _CONSOLIDATED.search(text, 0, 3000):
        return "consolidated"
    if kind == "directive" and _ADDRESSED.search(text, 0, 1500):
        return "letter"  # "5253/CT-CS" is a letter of a Cục Thuế
    return _OF_LAW.get(kind, kind) if kind else kind_of_text(text)


def kind_of_text(text: str) -> str | None:
    """The kind of a document: a line of its head, else what it first calls itself."""
    for line in text[:3000].splitlines():
        words = " ".join(line.split()).strip(" :.*")
        if words.isupper():
            for name, kind in _KINDS:
                if words.lower() == name or (
                    words.lower().startswith(name + " ") and kind not in _LOOSE
                ):
                    return kind
    if _LETTER.search(text[:1500]):
        return "letter"
    itself = _SCOPE.search(text) or _ITSELF.search(text)
    return dict(_KINDS)[" ".join(itself[1].lower().split())] if itself else None
