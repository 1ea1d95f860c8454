"""PDF files of our own making: written object by object, or laid out by LibreOffice."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects, the first of which is the catalogue."""
    file, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        bytes(file)
        + b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, trailer, len(file))
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def pages(
    contents: Sequence[bytes],
    more: bytes = b"",
    box: str = "0 0 595 842",
    resources: bytes = b"",
    extra: Sequence[bytes] = (),
    font: str = "Helvetica",
) -> bytes:
    """One page for each content; objects 3 is the font /F1, ``extra`` ones follow from 4 on."""
    first = 4 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
        *extra,
    ]
    for at, content in enumerate(contents):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Resources << /Font << /F1 3 0 R >> %s >>"
            b" /Contents %d 0 R %s >>" % (box.encode(), resources, first + 2 * at + 1, more),
            stream(content),
        ]
    return pdf(objects)


def written(lines: Sequence[str], matrix: str = "1 0 0 1 72 760", leading: float = 18) -> bytes:
    """Lines of Latin letters, one below the other."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 12 Tf {leading} TL {matrix} Tm {shown} ET".encode("cp1252")


def picture_page(width: int, height: int, grey: bytes, dpi: int = 150, more: bytes = b"") -> bytes:
    """A page that shows nothing but a grey picture."""
    across, down = 72 * width / dpi, 72 * height / dpi
    image = stream(
        zlib.compress(grey),
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Filter /FlateDecode" % (width, height),
    )
    shown = f"q {across:.1f} 0 0 {down:.1f} 0 0 cm /I Do Q".encode()
    box = f"0 0 {across:.1f} {down:.1f}"
    return pages([shown], more, box, b"/XObject << /I 4 0 R >>", [image])


def locked(password: str) -> bytes:
    """A one-page file under a user password (standard handler, revision 2, RC4 of 40 bits)."""
    name = bytes(range(16))
    given = (password.encode("latin-1") + PADDING)[:32]
    owner = _rc4(hashlib.md5(given).digest()[:5], given)
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(given + owner + rights + name).digest()[:5]
    content = written(["Dieu 1. Noi dung duoc bao ve"])
    number = key + (5).to_bytes(3, "little") + b"\0\0"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >>"
        b" >> /Contents 5 0 R >>",
        stream(_rc4(hashlib.md5(number).digest()[:10], content)),
    ]
    user = _rc4(key, PADDING)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
    return pdf(objects, lock % tuple(one.hex().encode() for one in (owner, user, name, name)))


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
