"""What kind of document a text is, where its reader has not said so."""

from __future__ import annotations

import re

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
_LETTER = re.compile(r"Kính gửi|^\s*V/v", re.MULTILINE)
_ITSELF = re.compile(
    r"(?<!\w)(Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư"
    r"|Chỉ thị|Kế hoạch)\s+này(?!\w)"
)


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
    itself = _ITSELF.search(text)
    return dict(_KINDS)[" ".join(itself[1].lower().split())] if itself else None
