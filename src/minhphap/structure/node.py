"""The growing tree: mutable nodes, turned into immutable provisions once all ends are known."""

from __future__ import annotations

from minhphap.structure.document import Provision, ProvisionType

KEYS = {
    "part": "part",
    "chapter": "chp",
    "section": "sec",
    "subsection": "subsec",
    "article": "art",
    "clause": "para",
    "point": "point",
    "appendix": "app",
    "attached": "att",
}
"""The word of each type in an eid."""

CONTAINERS = frozenset({"part", "chapter", "section", "subsection"})


class Node:
    """A provision under construction; ``end`` is known once its span has been trimmed."""

    __slots__ = ("body", "children", "end", "heading", "num", "quotation", "start", "type")

    def __init__(self, kind: str, start: int, end: int, num: str | None = None) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.num = num
        self.body = start
        """Where the text after the number starts."""
        self.heading: str | None = None
        self.quotation = 0
        """1, 2, …: the quotation of the parent this node stands in; 0: none."""
        self.children: list[Node] = []


def freeze(roots: list[Node]) -> tuple[Provision, ...]:
    """The provisions of the nodes, with their eids; a number met again gets ``~2``, ``~3``…"""
    return _Namer().freeze(roots, "", "", quoted=False)


class _Namer:
    """Gives eids, unique in the document."""

    def __init__(self) -> None:
        self.taken: dict[str, int] = {}

    def unique(self, eid: str) -> str:
        count = self.taken.get(eid, 0) + 1
        self.taken[eid] = count
        return eid if count == 1 else f"{eid}~{count}"

    def freeze(
        self, nodes: list[Node], path: str, root: str, *, quoted: bool
    ) -> tuple[Provision, ...]:
        """``path`` is the parent's eid, ``root`` what an article is prefixed with."""
        made = []
        for node in nodes:
            base, inside = root, quoted
            here = path
            if node.quotation:
                here = base = f"{path}__q_{node.quotation}"
                inside = True
            eid = self.unique(self.name(node, here, base))
            below = eid if node.type in ("attached", "appendix") else base
            children = self.freeze(node.children, eid, below, quoted=inside)
            kind: ProvisionType = f"quoted_{node.type}" if inside else node.type  # type: ignore[assignment]
            made.append(
                Provision(kind, eid, node.start, node.end, node.num, node.heading, children)
            )
        return tuple(made)

    def name(self, node: Node, path: str, root: str) -> str:
        if node.type == "article":
            return _join(root, f"art_{node.num}")
        key = KEYS.get(node.type)
        if key is None:
            local = node.type if node.num is None else f"{node.type}_{node.num}"
            return _join(path, local)
        return _join(path, f"{key}_{node.num}")


def _join(path: str, local: str) -> str:
    return f"{path}__{local}" if path else local
