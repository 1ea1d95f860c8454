"""Provisions and days named as officials name them."""

from __future__ import annotations

from collections.abc import Iterator

from minhphap.structure import Document, Provision

_WORDS = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "subsection": "Tiểu mục",
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
}
_WHOLE = {
    "preamble": "phần mở đầu",
    "basis": "phần căn cứ",
    "recipients": "Nơi nhận",
    "signature": "phần ký",
    "attached": "văn bản ban hành kèm theo",
    "appendix": "phụ lục",
}
_CONTAINERS = frozenset({"part", "chapter", "section", "subsection"})


class Labels:
    """The labels of a document's provisions, made in one walk.

    "điểm b khoản 2 Điều 5"; in an attached text "khoản 2 Điều 5 văn bản ban hành kèm theo"; in
    quoted new text "khoản 3 Điều 1 (nội dung được trích dẫn)".
    """

    def __init__(self, document: Document) -> None:
        self._labels = dict(_walk(document.provisions, (), ""))

    def __call__(self, provision: Provision | None) -> str:
        """The label of a provision; empty outside every provision."""
        return self._labels.get(provision.eid, "") if provision else ""


def _walk(
    provisions: tuple[Provision, ...], path: tuple[str, ...], home: str
) -> Iterator[tuple[str, str]]:
    for one in provisions:
        inner, outer = path, home
        if one.type in _WHOLE:
            inner, outer = (), _WHOLE[one.type]
        elif one.type in _CONTAINERS:
            inner = (f"{_WORDS[one.type]} {one.num or ''}".strip(), *path)
        elif one.type in _WORDS:
            above = path if one.type != "article" else ()
            above = tuple(step for step in above if step.split(" ")[0] not in _CONTAINER_WORDS)
            inner = (f"{_WORDS[one.type]} {one.num or ''}".strip(), *above)
        else:
            outer = home if home.endswith(_QUOTED) else f"{home} {_QUOTED}".strip()
        yield one.eid, " ".join(part for part in (" ".join(inner), outer) if part)
        yield from _walk(one.children, inner, outer)


_QUOTED = "(nội dung được trích dẫn)"
_CONTAINER_WORDS = frozenset(_WORDS[name] for name in _CONTAINERS)
