"""Document -> Akoma Ntoso 3.0, valid and character for character."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from minhphap.structure.document import Document, Provision
from minhphap.structure.formats import akn_meta
from minhphap.structure.formats.akn_hierarchy import Hierarchy
from minhphap.structure.formats.akn_names import ACTS, NAMESPACE, OWN, TEXT
from minhphap.structure.formats.names import encode_eid
from minhphap.structure.formats.xmltext import attribute, is_space

_RECITAL = ("xét", "theo đề nghị")
_ASIDE = frozenset(("signature", "recipients"))
_ATTACHED = frozenset(("attached", "appendix"))


def to_akn(document: Document) -> bytes:
    """The document as Akoma Ntoso 3.0 (UTF-8), valid against the official schema.

    The text nodes outside ``meta``, put together, are the text of the source, character for
    character: white space between elements is that of the source. docs/formats.md says which
    element each provision becomes. ``from_akn`` gives back an equal document.
    """
    return _Writer(document).write().encode("utf-8")


class _Writer(Hierarchy):
    """One export. Writes spans of the text in order; every method is told what span it owns."""

    def write(self) -> str:
        roots = self.document.provisions
        act = any(root.type in ACTS for root in roots)
        kind = "act" if act else "doc"
        front, body, foot, attachments = _divide(self.text, roots)
        at = self._front(front) if front else 0
        at = self._body(act, at, body, [*foot, *attachments])
        at = self._conclusions(at, foot)
        at = self._attachments(at, attachments)
        self.gap(at, len(self.text))
        meta = akn_meta.meta(self.document, kind, self.tables.left())
        name = attribute(akn_meta.name(self.document))
        self.out[:0] = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:mp="{OWN}">'
            f'<{kind} name="{name}" contains="originalVersion">{meta}',
        )
        self.out.append(f"</{kind}></akomaNtoso>\n")
        return "".join(self.out)

    # The great divisions

    def _front(self, preamble: Provision) -> int:
        self.gap(0, preamble.start)
        split = preamble.start
        if preamble.children and preamble.children[0].type == "basis":
            split = preamble.children[0].start
        elif (span := self.document.meta.title_span) and span[1] <= preamble.end:
            first = preamble.children[0].start if preamble.children else preamble.end
            split = min(max(preamble.start, span[1]), first)
        if not is_space(self.text[preamble.start : split]):
            self.out.append("<preface>")
            self.blocks(preamble.start, split)
            self.out.append("</preface>")
        else:
            split = preamble.start
        self.out.append(f"<preamble{self.attributes(preamble)}>")
        before = self.elements
        at = split
        for kind, group in groupby(preamble.children, self._basis_kind):
            members = tuple(group)
            if kind:
                self.blocks(at, members[0].start)
                self._bases(kind, members)
            else:
                self.blocks(at, members[-1].end, members)
            at = members[-1].end
        self.blocks(at, preamble.end)
        self.at_least_one_block(before)
        self.out.append("</preamble>")
        return preamble.end

    def _basis_kind(self, child: Provision) -> str:
        if child.type != "basis":
            return ""
        words = self.text[child.start : child.start + 20].lower()
        return "recital" if words.startswith(_RECITAL) else "citation"

    def _bases(self, kind: str, members: Sequence[Provision]) -> None:
        groups: list[list[Provision]] = []
        for member in members:
            if groups and is_space(self.text[groups[-1][-1].end : member.start]):
                groups[-1].append(member)
            else:
                groups.append([member])
        at = members[0].start
        for group in groups:
            self.blocks(at, group[0].start)
            at = group[0].start
            self.out.append(f"<{kind}s>")
            for basis in group:
                self.gap(at, basis.start)
                self.out.append(f"<{kind}{self.attributes(basis)}>")
                before = self.elements
                self.blocks(basis.start, basis.end, basis.children)
                self.at_least_one_block(before)
                self.out.append(f"</{kind}>")
                at = basis.end
            self.out.append(f"</{kind}s>")

    def _body(
        self, act: bool, at: int, body: Sequence[Provision], rest: Sequence[Provision]
    ) -> int:
        limit = rest[0].start if rest else len(self.text)
        start, end = at, limit
        if is_space(self.text[at : body[0].start if body else limit]):
            start = body[0].start if body else at
            end = end if body else at
        if body and is_space(self.text[body[-1].end : limit]):
            end = body[-1].end
        self.gap(at, start)
        before = self.elements
        tag = "body" if act else "mainBody"
        self.out.append(f'<{tag} xml:space="preserve">')
        self._members(start, end, body, hierarchy=act)
        self.at_least_one_block(before)
        self.out.append(f"</{tag}>")
        return end

    def _members(self, at: int, end: int, members: Sequence[Provision], *, hierarchy: bool) -> None:
        """Provisions and the text around them, in a body (hierarchy only) or a mainBody."""
        for member in members:
            self._between(at, member.start, hierarchy)
            self.provision(member)
            at = member.end
        self._between(at, end, hierarchy)

    def _between(self, start: int, end: int, hierarchy: bool) -> None:
        if is_space(self.text[start:end]):
            self.gap(start, end)
        elif hierarchy:
            self.out.append(f'<hcontainer name="{TEXT}"><content>')
            self.blocks(start, end)
            self.out.append("</content></hcontainer>")
        else:
            self.blocks(start, end)

    def _conclusions(self, at: int, foot: Sequence[Provision]) -> int:
        if not foot:
            return at
        self.gap(at, foot[0].start)
        self.out.append("<conclusions>")
        at = foot[0].start
        for member in foot:
            self.blocks(at, member.start)
            self.out.append(f'<blockContainer{self.attributes(member)} class="{member.type}">')
            before = self.elements
            self.blocks(member.start, member.end, member.children)
            self.at_least_one_block(before)
            self.out.append("</blockContainer>")
            at = member.end
        self.out.append("</conclusions>")
        return at

    def _attachments(self, at: int, attachments: Sequence[Provision]) -> int:
        pieces: list[tuple[int, int, Provision | None]] = []
        start = at
        for member in attachments:
            if not is_space(self.text[at : member.start]):
                pieces.append((at, member.start, None))
            pieces.append((member.start, member.end, member))
            at = member.end
        if not is_space(self.text[at:]):
            pieces.append((at, len(self.text), None))
        if not pieces:
            return start
        self.gap(start, pieces[0][0])
        self.out.append("<attachments>")
        at = pieces[0][0]
        for begin, end, piece in pieces:
            self.gap(at, begin)
            self._attachment(begin, end, piece)
            at = end
        self.out.append("</attachments>")
        return at

    def _attachment(self, start: int, end: int, provision: Provision | None) -> None:
        """A regulation, an appendix, or text (None) after the foot of the document."""
        children: Sequence[Provision] = provision.children if provision else ()
        kind = provision.type if provision else TEXT
        at = start
        if provision:
            limit = children[0].start if children else end
            at = self.open("attachment", f' class="{kind}"', provision, limit)
        else:
            self.out.append(f'<attachment class="{TEXT}">')
        component = encode_eid(provision.eid) if provision else f"text_{start}"
        self.out.append(f'<doc name="{kind}">{akn_meta.component(self.document, component)}')
        split = len(children)
        while split and children[split - 1].type in _ASIDE:
            split -= 1
        if not is_space(self.text[children[-1].end if children else at : end]):
            split = len(children)
        inner, foot = children[:split], children[split:]
        last = foot[0].start if foot else end
        if is_space(self.text[inner[-1].end if inner else at : last]):
            last = inner[-1].end if inner else at
        first = inner[0].start if inner and is_space(self.text[at : inner[0].start]) else at
        self.gap(at, first)
        self.out.append("<mainBody>")
        before = self.elements
        self._members(first, last, inner, hierarchy=False)
        self.at_least_one_block(before)
        self.out.append("</mainBody>")
        self.gap(self._conclusions(last, foot), end)
        self.out.append("</doc></attachment>")


def _divide(
    text: str, roots: Sequence[Provision]
) -> tuple[Provision | None, Sequence[Provision], Sequence[Provision], Sequence[Provision]]:
    """Preamble, body, foot (signature, recipients), attachments: runs of the roots, in order.

    Akoma Ntoso has these parts in this order. Where a text has another (a signature before the
    last article), what stands too early or too late goes with its neighbours.
    """
    front = None
    if roots and roots[0].type == "preamble" and is_space(text[: roots[0].start]):
        front, roots = roots[0], roots[1:]
    inside = [i for i, root in enumerate(roots, 1) if root.type not in _ASIDE | _ATTACHED]
    last = inside[-1] if inside else 0
    foot = last
    while foot < len(roots) and roots[foot].type in _ASIDE:
        foot += 1
    return front, roots[:last], roots[last:foot], roots[foot:]
