"""Provisions in the hierarchy of Akoma Ntoso: number, heading, lead-in, children, closing text."""

from __future__ import annotations

from collections.abc import Sequence

from minhphap.structure.document import Provision
from minhphap.structure.formats.akn_blocks import Blocks
from minhphap.structure.formats.akn_names import HIERARCHY, TEXT
from minhphap.structure.formats.labels import label
from minhphap.structure.formats.names import encode_eid, num_of, plain_type, quotation_of
from minhphap.structure.formats.xmltext import is_space, protect


class Hierarchy(Blocks):
    """Writes provisions one within another."""

    def open(self, tag: str, extra: str, provision: Provision, limit: int) -> int:
        """Write the start tag, number and heading; return where the text after them begins."""
        text, out = self.text, self.out
        (num_start, num_end), (heading_start, heading_end) = found = label(text, provision, limit)
        shown = heading_end > heading_start
        out.append(f"<{tag}{self.attributes(provision, shown)}{extra}>")
        at = provision.start
        if num_end > num_start:
            out.append(f"<num>{self.inline(num_start, num_end)}</num>")
            at = num_end
        if shown:
            self.gap(at, heading_start)
            out.append(f"<heading>{self.inline(heading_start, heading_end)}</heading>")
        return found.end

    def attributes(self, provision: Provision, heading_shown: bool = False) -> str:
        """eId, and what of the provision its elements will not show."""
        name = encode_eid(provision.eid)
        if name in self.used:
            known = f' mp:eid="{protect(provision.eid)}"'
        else:
            self.used.add(name)
            known = f' eId="{name}"'
        if provision.num != num_of(provision.eid, provision.type):
            known += f' mp:num="{protect(provision.num)}"'
        if provision.heading is not None and not heading_shown:
            known += f' mp:heading="{protect(provision.heading)}"'
        return known

    def provision(self, provision: Provision, quoted: bool = False) -> None:
        """A provision in the hierarchy; ``quoted``: inside a quotedStructure."""
        plain = plain_type(provision.type)
        tag = HIERARCHY.get(plain, "")
        extra = "" if tag else f' name="{plain}"'
        tag = tag or "hcontainer"
        if (plain != provision.type) != quoted:
            extra += f' class="{provision.type}"'
        children, end = provision.children, provision.end
        at = self.open(tag, extra, provision, children[0].start if children else end)
        inner = [child for child in children if self._is_member(provision, child, quoted)]
        if not inner:
            self._flow("content", at, end, children)
        else:
            self._hierarchy(at, provision, inner, quoted)
        self.out.append(f"</{tag}>")
        self.elements += 1

    def _hierarchy(
        self, at: int, provision: Provision, inner: Sequence[Provision], quoted: bool
    ) -> None:
        """Lead-in, children with what stands between them, closing text."""
        tag = "intro"
        members = {id(child) for child in inner}
        aside: list[Provision] = []
        for child in provision.children:
            if id(child) not in members:
                aside.append(child)
                continue
            self._flow(tag, at, child.start, aside)
            self.provision(child, quoted)
            at, aside, tag = child.end, [], TEXT
        self._flow("wrapUp", at, provision.end, aside)

    def _flow(self, tag: str, start: int, end: int, aside: Sequence[Provision]) -> None:
        """Own text of a provision with the quoted provisions in it."""
        if start == end and not aside:
            return
        if not aside and is_space(self.text[start:end]):
            self.gap(start, end)
            return
        while start < end and self.text[start] in " \n" and not (aside and aside[0].start <= start):
            self.out.append(self.text[start])
            start += 1
        if tag == TEXT:
            self.out.append(f'<hcontainer name="{TEXT}"><content>')
            self.blocks(start, end, aside)
            self.out.append("</content></hcontainer>")
        else:
            self.out.append(f"<{tag}>")
            self.blocks(start, end, aside)
            self.out.append(f"</{tag}>")

    @staticmethod
    def _is_member(parent: Provision, child: Provision, quoted: bool) -> bool:
        """Whether a child stands in the hierarchy of its parent, not quoted in its text."""
        if child.type.startswith("quoted_"):
            return quoted and quotation_of(child.eid) == quotation_of(parent.eid)
        return not quoted

    def embedded(self, members: Sequence[Provision]) -> None:
        """Provisions inside a sentence: quoted ones, or others where nobody expects them."""
        quoted = members[0].type.startswith("quoted_")
        name = encode_eid(quotation_of(members[0].eid)) if quoted else ""
        known = f' eId="{name}"' if quoted and name not in self.used else ""
        self.used.add(name)
        self.out.append(f"<mod><quotedStructure{known}>" if quoted else "<embeddedStructure>")
        at = members[0].start
        for member in members:
            self.gap(at, member.start)
            self.provision(member, quoted)
            at = member.end
        self.out.append("</quotedStructure></mod>" if quoted else "</embeddedStructure>")
