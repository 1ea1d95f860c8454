"""Word files of our own making, as raw XML, so that every oddity can be put into them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from minhphap.intake import Source, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/comments.xml": "comments",
    "word/footnotes.xml": "footnotes",
    "word/endnotes.xml": "endnotes",
    "word/header1.xml": "header",
    "word/footer1.xml": "footer",
    "word/theme/theme1.xml": "theme",
}


def run(text: str, properties: str = "") -> str:
    """A run of one text node."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a bare text is made a run."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    """A table cell of blocks; a bare text is made a paragraph."""
    inner = "".join(one if one.startswith("<") else para(one) for one in blocks)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def part(tag: str, inner: str) -> str:
    """A part of the package with its root element."""
    return f"{HEAD}<w:{tag} {NAMESPACES}>{inner}</w:{tag}>"


def document(body: str) -> str:
    """The main part."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str, parts: Mapping[str, str | bytes] | None = None, main: str = _MAIN) -> bytes:
    """A Word file with this body and these other parts."""
    parts = parts or {}
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{_KINDS[name]}" Target="/{name}"/>'
        for number, name in enumerate(parts, 1)
        if name in _KINDS
    )
    return package(
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default'
            ' Extension="xml" ContentType="application/xml"/><Override'
            f' PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship'
            f' Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": body if body.startswith("<?xml") else document(body),
            "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/'
            f'relationships">{links}</Relationships>',
            **parts,
        }
    )


def read_word(body: str, **parts: str | bytes) -> Source:
    """Read a Word file; ``styles="…"`` is the inner XML of word/styles.xml, and so on."""
    made = {f"word/{name}.xml": part(name, str(inner)) for name, inner in parts.items()}
    return read(word(body, made), name="thu.docx")


def lines(source: Source) -> list[str]:
    """The text, line by line."""
    return source.text.split("\n")
