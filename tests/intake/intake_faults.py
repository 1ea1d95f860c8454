"""Every fault that a file may have, made anew, and what was said of it.

Run as a program it prints the tables of docs/bad-input.md.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from intake_docx import document, package, para, run, word
from intake_pdf import locked, pages, pdf, picture_page, stream, written

from minhphap.intake import Limits, Source, Unreadable, read
from minhphap.intake.refusals import cannot_open

TEXT = "Điều 1. Phạm vi điều chỉnh\nQuy định này quy định việc quản lý bến thuyền tại xã.\n"
_SMALL = Limits(file_bytes=100_000, unpacked_bytes=1_000_000, pages=5, seconds=60)


class Fault(NamedTuple):
    """What is wrong with a file, and how to make one."""

    what: str
    data: Callable[[], bytes]
    limits: Limits = Limits()
    hide: str = ""
    """A program or library that is taken away while the file is read."""


def good(**parts: str | bytes) -> bytes:
    """A sound Word file."""
    return word("".join(map(para, TEXT.splitlines())), parts)


def with_parts(parts: Mapping[str, str | bytes]) -> bytes:
    return good(**parts)


def without(part_name: str) -> bytes:
    """A Word package without one of its parts."""
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != part_name}
    return package(kept)


def spoiled() -> bytes:
    """A Word file some bytes of which were changed on the way."""
    data = bytearray(good())
    at = data.index(b"word/document.xml") + 40
    data[at : at + 4] = b"\xff\x00\xff\x00"
    return bytes(data)


def doctype(entities: str, text: str) -> bytes:
    xml = document(para("đầu")).replace("đầu", text)
    head, rest = xml.split("\n", 1)
    return word(f"{head}<!DOCTYPE w [{entities}]>{rest}")


def laughs() -> str:
    """Entities that grow to a thousand million letters."""
    more = "".join(f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 10))
    return f"<!ENTITY a0 'ha'>{more}"


def ole(name: str, flags: int = 0) -> bytes:
    """An OLE container with one stream."""
    size = 512
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFF] * 125)

    def entry(title: str, kind: int, child: int, first: int, length: int) -> bytes:
        raw = f"{title}\0".encode("utf-16-le")
        links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + links
        return head + b"\0" * 36 + struct.pack("<IQ", first, length)

    entries = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, 4096)
    content = (b"\xec\xa5\xc1\0" + b"\0" * 7 + bytes([flags])).ljust(size, b"\0")
    head = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16 + struct.pack(
        "<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0,
        0xFFFFFFFE, 0,
    )  # fmt: skip
    header = (head + struct.pack("<I", 0)).ljust(size, b"\xff")
    return header + fat + entries.ljust(size, b"\0") + content


def dynamic_form() -> bytes:
    wait = written(["Please wait...", "If this message is not eventually replaced"])
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /NeedsRendering true"
            b" /AcroForm << /XFA 6 0 R /Fields [] >> >>",
            b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            b" >> >> /Contents 5 0 R >>",
            stream(wait),
            stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>"),
        ]
    )


def plain_pdf(count: int = 1) -> bytes:
    return pages([written(["Dieu 1. Pham vi"])] * count)


def blank_scan() -> bytes:
    return picture_page(300, 400, b"\xff" * 120_000)


def huge_png() -> bytes:
    size = struct.pack(">IIBBBBB", 1 << 20, 1 << 20, 8, 0, 0, 0, 0)
    head = struct.pack(">I", 13) + b"IHDR" + size + struct.pack(">I", zlib.crc32(b"IHDR" + size))
    return b"\x89PNG\r\n\x1a\n" + head


def odt(content: str = "", manifest: str = "", kind: str = "text") -> bytes:
    return package(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content or "<a/>",
            "META-INF/manifest.xml": manifest,
        }
    )


def nested(depth: int) -> bytes:
    """Tables within tables."""
    around = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return word(around[0] * depth + para("trong cùng") + around[1] * depth)


REFUSED: dict[str, Fault | OSError] = {
    "not-found": FileNotFoundError(2, "No such file or directory"),
    "folder": IsADirectoryError(21, "Is a directory"),
    "no-permission": PermissionError(13, "Permission denied"),
    "empty": Fault("0 bytes", lambda: b""),
    "too-large": Fault("over the limit of size", lambda: b"a" * 200_000, _SMALL),
    "no-text-docx": Fault("a Word file without a letter", lambda: word("")),
    "no-text-txt": Fault("a text file of blanks only", lambda: b"\xef\xbb\xbf \n\t\n"),
    "no-text-pdf": Fault("a PDF that holds page numbers only", lambda: pages([written(["1"])])),
    "password-docx": Fault("a Word file under a password", lambda: ole("EncryptedPackage")),
    "password-doc": Fault("a .doc under a password", lambda: ole("WordDocument", flags=1)),
    "password-odt": Fault(
        "an .odt under a password", lambda: odt(manifest="<m><encryption-data/></m>")
    ),
    "password-pdf": Fault("a PDF under a password", lambda: locked("mat-khau")),
    "cut-docx": Fault("a Word file cut off", lambda: good()[:700]),
    "spoiled-docx": Fault("a Word file with changed bytes", spoiled),
    "broken-xml": Fault("a Word file of broken XML", lambda: word("<?xml version='1.0'?><w:a>")),
    "cut-doc": Fault("a .doc cut off", lambda: ole("WordDocument")[:900]),
    "cut-pdf": Fault("a PDF cut off", lambda: plain_pdf()[:300]),
    "no-pages": Fault(
        "a PDF of no pages",
        lambda: pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 >>"]),
    ),
    "no-main-part": Fault(
        "an Office package without a document", lambda: without("word/document.xml")
    ),
    "bomb-docx": Fault(
        "a zip bomb as .docx",
        lambda: word(para("a" * 5_000_000)),
        _SMALL,
    ),
    "bomb-odt": Fault("a zip bomb as .odt", lambda: odt(content="a" * 5_000_000), _SMALL),
    "external-entity": Fault(
        "an XML entity that names a local file",
        lambda: doctype("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;"),
    ),
    "entity-bomb": Fault("XML entities that grow without end", lambda: doctype(laughs(), "&a9;")),
    "entity-in-styles": Fault(
        "XML entities in a lesser part of a Word file",
        lambda: with_parts({"word/styles.xml": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}),
    ),
    "entity-odt": Fault(
        "XML entities in an .odt", lambda: odt(content="<!DOCTYPE a [<!ENTITY x 'y'>]><a/>")
    ),
    "deep-docx": Fault("10,000 tables within one another", lambda: nested(10_000)),
    "deep-tables": Fault("70 tables within one another", lambda: nested(70)),
    "deep-html": Fault(
        "a web page of 50,000 open tags", lambda: b"<html>" + b"<div>" * 50_000 + b"a"
    ),
    "slow": Fault("reading takes too long", lambda: plain_pdf(3), Limits(seconds=0)),
    "many-pages": Fault("a PDF of too many pages", lambda: plain_pdf(6), _SMALL),
    "workbook": Fault("a workbook named .docx", lambda: package({
        "[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"})),
    "old-workbook": Fault("an .xls named .doc", lambda: ole("Workbook")),
    "old-slides": Fault("old slides", lambda: ole("PowerPoint Document")),
    "message": Fault("an Outlook message", lambda: ole("__properties_version1.0")),
    "drawing": Fault("an OpenDocument drawing", lambda: odt(kind="graphics")),
    "xml": Fault("XML that is no document", lambda: b"<?xml version='1.0'?><so-lieu/>"),
    "binary": Fault("binary data", lambda: zlib.compress(bytes(range(256)) * 40)[2:]),
    "archive": Fault("an archive of files", lambda: package({"a.docx": good(), "b.txt": "x"})),
    "frames": Fault(
        "a web page of frames",
        lambda: b"<html><frameset><frame src='a.htm'></frameset></html>",
    ),
    "xfa": Fault("a dynamic XFA form", dynamic_form),
    "blank-scan": Fault("a scan without letters", blank_scan),
    "broken-picture": Fault("a broken picture", lambda: b"\x89PNG\r\n\x1a\n\0\0"),
    "huge-picture": Fault("a picture of a million million pixels", huge_png),
    "scan-without-ocr": Fault("a scan, the extra not installed", blank_scan, hide="tesserocr"),
    "picture-without-ocr": Fault("a picture, the extra not installed", huge_png, hide="tesserocr"),
    "scan-without-language": Fault("a scan, the Vietnamese data missing", blank_scan, hide="vie"),
    "odt-without-office": Fault(
        "an .odt, LibreOffice not installed", lambda: odt(content="<a/>"), hide="office"
    ),
    "rtf-office-fails": Fault("an .rtf that is broken", lambda: b"{\\rtf1\\ansi a {\\b c"),
    "rtf-slow": Fault(
        "LibreOffice takes too long", lambda: b"{\\rtf1 Dieu 1}", Limits(seconds=0.01)
    ),
}  # fmt: skip
"""Files that are refused, by the name of the fault."""


def hidden_font(text: str) -> str:
    return run(text, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')


NOTICED: dict[str, Fault] = {
    "macro": Fault(
        "a macro part", lambda: with_parts({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 9})
    ),
    "hidden-text": Fault(
        "hidden text in Word", lambda: word(para("Điều 1. ", run("ghi chú", "<w:vanish/>")))
    ),
    "old-font": Fault("an old font in Word", lambda: word(para(hidden_font("§iÒu 1")))),
    "old-font-pdf": Fault(
        "an old font in a PDF", lambda: pages([written(["§iÒu 1. Ph¹m vi"])], font=".VnTime")
    ),
    "hidden-characters": Fault("hidden characters in Word", lambda: word(para("Điều\u200b 1"))),
    "hidden-characters-txt": Fault(
        "hidden characters in a text file", lambda: "Điều\u200b 1".encode()
    ),
    "zero-bytes": Fault("zero bytes in a text file", lambda: TEXT.replace(" ", "\0 ", 2).encode()),
    "look-alike": Fault(
        "Cyrillic or Greek letters that look Latin", lambda: "Điều 1. Giao ch\u043e xã".encode()
    ),
    "broken-bytes": Fault(
        "broken UTF-8", lambda: TEXT.encode() * 3 + b"\xff\xfe\xc3(" + TEXT.encode()
    ),
    "encoded-twice": Fault("UTF-8 encoded twice", lambda: TEXT.encode().decode("latin-1").encode()),
    "tcvn3": Fault(
        "a text file in TCVN3 (ABC)",
        lambda: "§iÒu 1. Quy ®Þnh nµy quy ®Þnh viÖc qu¶n lý cña x·".encode("cp1252"),
    ),
    "vni": Fault(
        "a text file in VNI",
        lambda: "Ñieàu 1. Quy ñònh naøy quy ñònh vieäc quaûn lyù cuûa xaõ".encode("cp1252"),
    ),
    "cp1258": Fault(
        "a text file in Windows-1258", lambda: "pha\u0323m vi quy đi\u0323nh".encode("cp1258")
    ),
    "inserted-file": Fault(
        "a Word file that holds another as a whole",
        lambda: word(
            para("Điều 1"),
            {
                "word/_rels/document.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats"
                ".org/package/2006/relationships'><Relationship Id='r' Target='a.htm' Type='x/"
                "aFChunk'/></Relationships>",
                "word/a.htm": "<p>x</p>",
            },
        ),
    ),
    "unread-scan": Fault(
        "a PDF with scanned pages, the extra not installed",
        lambda: _mixed(plain_pdf(), blank_scan()),
        hide="tesserocr",
    ),
    "broken-page": Fault("a PDF with a broken page", lambda: _with_broken_page()),
    "converted": Fault(
        "an .rtf, read through LibreOffice", lambda: b"{\\rtf1\\ansi Dieu 1. Pham vi}"
    ),
}
"""Files that are read, with something said, by the name of what is said."""


def _mixed(first: bytes, second: bytes) -> bytes:
    import pypdfium2 as pdfium

    file, whole = io.BytesIO(), pdfium.PdfDocument(first)
    whole.import_pages(pdfium.PdfDocument(second))
    whole.save(file)
    return file.getvalue()


def _with_broken_page() -> bytes:
    """Two pages, the second of which is no page at all."""
    data = plain_pdf(2)
    at = data.index(b"/Type /Page /Parent", data.index(b"/Type /Page /Parent") + 1)
    return data[:at] + b"/Type /None /Nothing"[:19] + data[at + 19 :]


@contextmanager
def taken_away(what: str) -> Iterator[None]:
    """A program or library is not there."""
    if what == "tesserocr":
        with mock.patch.dict(sys.modules, {"tesserocr": None}):
            yield
    elif what == "vie":
        with (
            mock.patch.dict("os.environ", {"TESSDATA_PREFIX": "/khong/co"}),
            mock.patch("minhphap.intake.ocr.engine._PLACES", ()),
        ):
            yield
    elif what == "office":
        with mock.patch("minhphap.intake.convert._PROGRAMS", ()):
            yield
    else:
        yield


def open_fault(fault: Fault, name: str = "") -> Source:
    """Read a faulty file where it would be read."""
    with taken_away(fault.hide):
        return read(fault.data(), name=name, limits=fault.limits)


def refusal(fault: Fault | OSError) -> Unreadable:
    """With what a fault is refused; AssertionError when it is not."""
    if isinstance(fault, OSError):
        return cannot_open(fault)
    try:
        open_fault(fault)
    except Unreadable as error:
        return error
    raise AssertionError("was read")


def describe(fault: Fault | OSError) -> str:
    if isinstance(fault, OSError):
        return {
            2: "no file of that name",
            21: "a folder in place of a file",
            13: "no right to read",
        }[fault.errno or 0]
    return fault.what


def refused_table() -> list[tuple[str, ...]]:
    """Name of the fault, what it is, code, sentence, sentence in English."""
    return [
        (name, describe(fault), error.code, error.message, error.message_en)
        for name, fault in REFUSED.items()
        for error in [refusal(fault)]
    ]


def noticed_table() -> list[tuple[str, ...]]:
    return [
        (name, fault.what, said.code, said.message, said.message_en)
        for name, fault in NOTICED.items()
        for said in [open_fault(fault).notices[0]]
    ]


def page_rows(page: str, heading: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading of docs/bad-input.md."""
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line[2:-2].split(" | ") for line in section.split("\n") if line.startswith("| `")]
    return [tuple(one.strip("`") for one in row) for row in rows]


def main() -> None:
    head = "| name | fault | code | sentence | in English |\n|---|---|---|---|---|"
    for title, rows in (("Refused", refused_table()), ("Read, with a notice", noticed_table())):
        print(f"## {title}\n\n{head}")
        for name, what, code, message, english in rows:
            print(f"| `{name}` | {what} | `{code}` | {message} | {english} |")
        print()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
