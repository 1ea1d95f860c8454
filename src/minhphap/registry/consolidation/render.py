"""A consolidated text in the forms it is handed over in."""

from __future__ import annotations

from typing import Literal

from minhphap.registry.consolidation.consolidated import Consolidated

Form = Literal["docx", "akn", "md", "txt"]


def render(made: Consolidated, form: Form) -> bytes:
    """A Word file with real footnotes, Akoma Ntoso 3.0, Markdown or plain text."""
    if form == "akn":
        from minhphap.registry.consolidation.akn import to_akn

        return to_akn(made)
    from minhphap.registry.consolidation.layout import file_title, lay_out

    layout = lay_out(made)
    if form == "docx":
        from minhphap.registry.consolidation.word import to_word

        return to_word(layout, file_title(made))
    from minhphap.registry.consolidation.plain import to_markdown, to_text

    return (to_markdown(layout) if form == "md" else to_text(layout)).encode()
