"""Reading a passage whose citations are marked with ⟦ ⟧."""

from __future__ import annotations

from minhphap.citations import Citation, Context, Target, Work, cite_passage

HERE = Context(kind="resolution", where="body", eid="art_4__para_2__point_b")


def unmark(marked: str) -> tuple[str, list[str]]:
    """The plain text and the words between the marks."""
    plain = marked.replace("⟦", "").replace("⟧", "")
    return plain, [part.partition("⟧")[0] for part in marked.split("⟦")[1:]]


def spans(marked: str, context: Context = HERE) -> tuple[list[str], list[str]]:
    """Words found, words marked."""
    plain, wanted = unmark(marked)
    return [plain[c.start : c.end] for c in cite_passage(plain, context)], wanted


def only(text: str, context: Context = HERE) -> Citation:
    """The one citation of a text."""
    found = cite_passage(text, context)
    assert len(found) == 1, [text[c.start : c.end] for c in found]
    return found[0]


def name(work: Work) -> str:
    """A short name of a work: "this", its number, its title and year."""
    if work.this or work.attached:
        short = "this" if work.this else "attached"
    else:
        short = work.number or f"{work.title} {work.year or ''}".strip()
    return f"{short}+" if work.part else short


def points(citation: Citation) -> list[str]:
    """What a citation points at: "this art_5__para_2"."""
    return [point(target) for target in citation.targets]


def point(target: Target) -> str:
    """What one target is."""
    return f"{name(target.work)} {target.eid or ''}".strip()
