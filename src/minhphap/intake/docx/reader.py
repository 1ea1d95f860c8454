"""A Word file -> :class:`Source`, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minhphap.intake.docx.attributes import moment
from minhphap.intake.docx.inline import Inline
from minhphap.intake.docx.nodes import W, node_text, text_nodes
from minhphap.intake.docx.notices import notices_of
from minhphap.intake.docx.numbering import Numbering
from minhphap.intake.docx.package import Package, main_part, open_package
from minhphap.intake.docx.state import State
from minhphap.intake.docx.story import Story
from minhphap.intake.docx.styles import Styles, theme_fonts
from minhphap.intake.limits import Limits
from minhphap.intake.refusals import no_text
from minhphap.intake.source import BlockKind, Comment, Removed, Source
from minhphap.text import normalize

_BODY = f"{W}body"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str, limits: Limits) -> Source:
    """Read .docx and .docm; macros are neither run nor looked at. Raises Unreadable.

    The body comes first; then footnotes and endnotes, each once, in the order in which they are
    called. Headers and footers are remembered in ``removed``.
    """
    package = open_package(data, limits)
    main = main_part(package)
    state = _state(package, main, limits)
    _read_body(package, main, state)
    _read_notes(package, main, state, "footnote")
    _read_notes(package, main, state, "endnote")
    text = state.gather.text()
    if not text:
        raise no_text()
    return Source(
        text=text,
        name=name,
        format="docx",
        data=data,
        blocks=tuple(state.gather.blocks),
        anchors=tuple(state.gather.anchors),
        changes=state.changes.all(),
        comments=tuple(_comments(package, main, state, text)),
        removed=(*_running(package, main, state.styles, limits), *state.removed),
        notices=tuple(notices_of(package, main, state)),
    )


def _state(package: Package, main: str, limits: Limits) -> State:
    roots = [_related(package, main, kind) for kind in ("styles", "theme", "numbering")]
    styles = Styles(roots[0], theme_fonts(roots[1]))
    return State(styles, Numbering(roots[2]), limits)


def _related(package: Package, main: str, kind: str) -> Any | None:
    parts = package.related(main, kind)
    return package.xml(parts[0]) if parts else None


def _read_body(package: Package, main: str, state: State) -> None:
    """Read the body child by child while it is parsed, and let go of what was read."""
    story = Story(state, Inline(state))
    state.part = main
    ordinal = 0
    for element in _children_of_body(package, main):
        state.check_time()
        for node in text_nodes(element):
            state.ordinals[node] = ordinal
            ordinal += 1
        story.element(element, "paragraph", None)
        if not story.is_waiting:
            # before the element leaves the tree: lxml walks all of a loose one, time and again
            state.ordinals.clear()
            element.clear()
    story.finish("paragraph", None)


def _children_of_body(package: Package, main: str) -> Iterator[Any]:
    """Each child of the body, complete, taken out of the tree once it was read.

    Children of other names are announced by none of the tags: they come before the next
    paragraph or table, or at the end of the body.
    """
    for element in package.events(main, f"{W}p", f"{W}tbl", _BODY):
        parent = element.getparent()
        is_body = element.tag == _BODY and parent is not None and parent.getparent() is None
        if not is_body and (parent is None or parent.tag != _BODY):
            continue
        body = element if is_body else parent
        while len(body):
            child = body[0]
            yield child
            body.remove(child)
            if child is element:
                break


def _read_notes(package: Package, main: str, state: State, kind: BlockKind) -> None:
    """Read the footnotes or endnotes that the body calls."""
    called = state.notes[kind]
    parts = package.related(main, f"{kind}s") if called else []
    root = package.xml(parts[0]) if parts else None
    if root is None:
        return
    state.part = parts[0]
    state.ordinals = {node: at for at, node in enumerate(text_nodes(root))}
    notes = {
        note.get(f"{W}id", ""): note
        for note in root.iterchildren(f"{W}{kind}")
        if note.get(f"{W}type") not in _SEPARATORS
    }
    for count, name in enumerate(called, 1):
        if (note := notes.pop(name, None)) is not None:
            first = next(map(node_text, text_nodes(note)), "")
            label = f"[{count}]" if first[:1].isspace() else f"[{count}] "
            Story(state, Inline(state)).read(note, kind, None, label)


def _running(package: Package, main: str, styles: Styles, limits: Limits) -> Iterator[Removed]:
    """Headers and footers, each text once."""
    seen = set()
    for part in (*package.related(main, "header"), *package.related(main, "footer")):
        root = package.xml(part)
        if root is None:
            continue
        state = State(styles, Numbering(None), limits)
        state.part = part
        state.ordinals = {node: at for at, node in enumerate(text_nodes(root))}
        Story(state, Inline(state)).read(root, "paragraph")
        words = state.gather.text()
        if words and words not in seen:
            seen.add(words)
            yield Removed(0, words)


def _comments(package: Package, main: str, state: State, text: str) -> Iterator[Comment]:
    """The margin comments of the file, in the order of the text."""
    root = _related(package, main, "comments") if state.comments else None
    found = []
    for element in () if root is None else root.iterchildren(f"{W}comment"):
        marks = state.comments.get(element.get(f"{W}id", ""))
        if marks is None:
            continue
        start, end = (min(at, len(text)) for at in (marks[0], marks[-1]))
        if start < end and text[start] == "\n":
            start += 1
        lines = ("".join(map(node_text, text_nodes(p))) for p in element.iter(f"{W}p"))
        words = normalize("\n".join(lines)).text
        author, date = element.get(f"{W}author", ""), moment(element.get(f"{W}date"))
        found.append(Comment(start, max(start, end), words, author, date))
    yield from sorted(found, key=lambda comment: comment.start)
