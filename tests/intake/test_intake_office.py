"""Old word processor files, read through LibreOffice, and our numbering beside LibreOffice's."""

from __future__ import annotations

import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from intake_docx import cell, lines, para, part, row, run, table, word
from intake_office import convert, needs_office
from test_intake_docx_numbering import LAW, item, num

from minhphap.intake import Limits, Source, Unreadable, read
from minhphap.intake.catdoc import doc_text

pytestmark = needs_office
BODY = (
    para("QUYẾT ĐỊNH", properties='<w:jc w:val="center"/>')
    + para("Điều 1. Phạm vi điều chỉnh")
    + para("Quy định này quy định việc quản lý bến thuyền của xã Đồng Bằng.")
    + table(row("Loại", "Mức thu"), row("Thuyền", cell("20.000 đồng")))
    + para(run("Điều 2.", "<w:b/>"), " Hiệu lực thi hành")
)
LINES = [
    "QUYẾT ĐỊNH", "Điều 1. Phạm vi điều chỉnh",
    "Quy định này quy định việc quản lý bến thuyền của xã Đồng Bằng.", "Loại", "Mức thu", "Thuyền",
    "20.000 đồng", "Điều 2. Hiệu lực thi hành",
]  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same document in the forms of other word processors."""
    folder = tmp_path_factory.mktemp("van-phong")
    forms = {"doc": "doc:MS Word 97", "odt": "odt", "rtf": "rtf", "fodt": "fodt"}
    return {name: convert(word(BODY), folder, form) for name, form in forms.items()}


@pytest.mark.parametrize(
    ("suffix", "form"), [("doc", "doc"), ("odt", "odt"), ("rtf", "rtf"), ("fodt", "doc")]
)
def test_other_word_processors(files: dict[str, bytes], suffix: str, form: str) -> None:
    source = read(files[suffix], name=f"a.{suffix}")
    assert lines(source) == LINES
    assert source.format == form
    assert source.notices[0].code == "converted"
    assert [block.kind for block in source.blocks].count("cell") == 4
    assert source.data.startswith(b"PK"), "comments are written into the converted file"


def test_what_the_name_says_does_not_matter(files: dict[str, bytes]) -> None:
    assert read(files["rtf"], name="a.docx").format == "rtf"


def test_without_libreoffice_a_doc_gives_its_bare_text(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hide_office(monkeypatch, tmp_path, keep="catdoc")
    if doc_text(files["doc"], Limits()) is None:
        pytest.skip("catdoc is not installed")
    source = read(files["doc"], name="a.doc")
    assert source.notices[0].code == "text-only"
    words = source.text.split()
    assert [word for line in LINES for word in line.split()] == words


def test_without_libreoffice_other_files_are_refused(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hide_office(monkeypatch, tmp_path)
    for name in ("odt", "rtf", "fodt", "doc"):
        with pytest.raises(Unreadable) as error:
            read(files[name])
        assert error.value.code == "converter-missing"


def hide_office(monkeypatch: pytest.MonkeyPatch, folder: Path, keep: str = "") -> None:
    """A path without LibreOffice."""
    if keep:
        found = subprocess.run(["which", keep], capture_output=True, text=True, check=False)
        if found.stdout.strip():
            (folder / keep).symlink_to(found.stdout.strip())
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("minhphap.intake.convert._PROGRAMS", ("soffice", "libreoffice"))


def test_a_file_that_libreoffice_cannot_open_is_refused() -> None:
    with pytest.raises(Unreadable) as error:
        read(b"{\\rtf1\\ansi Dieu 1 {\\b a", name="a.rtf")
    assert error.value.code == "converter-failed"


def test_a_conversion_has_a_time_limit(files: dict[str, bytes]) -> None:
    with pytest.raises(Unreadable) as error:
        read(files["odt"], limits=Limits(seconds=0.01))
    assert error.value.code == "converter-timeout"


class Listener(BaseHTTPRequestHandler):
    """Remembers who asked for something."""

    asked: list[str] = []  # noqa: RUF012 -- one list for the one test

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *_: object) -> None:
        pass


def test_a_converted_file_calls_no_host_and_reads_no_other_file(tmp_path: Path) -> None:
    """Pictures on a host and sections of a local file are what a hostile .odt would link to."""
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("NOI DUNG BI MAT", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    names = {
        "office": "office:1.0", "text": "text:1.0", "draw": "drawing:1.0",
        "svg": "svg-compatible:1.0",
    }  # fmt: skip
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}"'
        for short, long in names.items()
    )
    linked = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    data = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{spaces}'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        '<text:p>Điều 1.<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">'
        f'<draw:image xlink:href="{host}/anh.png" {linked}/></draw:frame></text:p>'
        f'<text:section text:name="a"><text:section-source xlink:href="{secret.as_uri()}"'
        ' xlink:type="simple"/><text:p>cũ</text:p></text:section>'
        f'<text:section text:name="b"><text:section-source xlink:href="{host}/b.odt"'
        ' xlink:type="simple"/><text:p>cũ</text:p></text:section>'
        "</office:text></office:body></office:document>"
    ).encode()
    try:
        source = read(data, name="a.fodt")
    finally:
        server.shutdown()
    assert "Điều 1." in source.text
    assert "BI MAT" not in source.text
    assert Listener.asked == []


def test_our_numbers_are_those_that_libreoffice_computes(tmp_path: Path) -> None:
    """All but levels that never begin anew (w:lvlRestart 0), which LibreOffice does not know."""
    anew = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = "".join(
        item(text, at, name)
        for text, at, name in (
            ("A", 0, 1), ("a", 1, 1), ("b", 2, 1), ("c", 3, 1), ("d", 3, 1), ("e", 2, 1),
            ("f", 1, 1), ("g", 2, 1), ("B", 0, 1), ("h", 1, 1), ("i", 2, 2), ("k", 2, 2),
            ("l", 3, 1), ("m", 2, 1),
        )
    )  # fmt: skip
    law = LAW.replace('<w:lvlRestart w:val="0"/>', "")
    numbering = {"word/numbering.xml": part("numbering", law + num(1, 0) + num(2, 0, anew))}
    data = word(body, numbering)
    theirs = convert(data, tmp_path, "txt:Text (encoded):UTF8").decode("utf-8-sig").split("\n")
    assert lines(read(data)) == [" ".join(line.split()) for line in theirs if line.strip()]


def test_an_iso_strict_file_is_converted() -> None:
    source: Source = read(strict(word(para("Điều 1. Phạm vi"))), name="a.docx")
    assert source.text == "Điều 1. Phạm vi"
    assert (source.format, source.notices[0].code) == ("docx", "converted")


def strict(data: bytes) -> bytes:
    """The same file in the ISO "strict" form."""
    import io
    import zipfile

    from intake_docx import package

    ours = "http://schemas.openxmlformats.org/"
    spaces = {
        f"{ours}wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        f"{ours}officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/"
        "relationships",
    }
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode()
            for old, new in spaces.items():
                content = content.replace(old, new)
            parts[name] = content
    return package(parts)
