"""A photograph or scan as the one page of a PDF.

So it is read as a scanned PDF is: at the right resolution, straightened, turned upright. The
pixels are not unpacked here; a PDF can hold them as a JPEG or PNG file does.
"""

from __future__ import annotations

import struct

from minhphap.intake.picture.headers import (
    JPEG,
    ORIENTATION,
    PNG,
    Size,
    exif_tags,
    jpeg_segments,
    picture_size,
)

_A4_WIDTH = 595.3
_LEAST = 96
"""Pixels to the inch that the picture of a part of a page (a screen) has at least."""
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_PNG_COLOURS = {0: 1, 2: 3}
_TURNS = {3: 180, 6: 90, 8: 270}
"""EXIF orientation -> degrees clockwise by which the picture must be turned."""


def as_sheet(data: bytes) -> bytes | None:
    """A PDF whose page shows the picture, as wide as A4 or, if it is small, at 96 to the inch.

    None for what a PDF cannot hold as it is. ValueError when the picture is broken.
    """
    size = picture_size(data)
    if data.startswith(JPEG) and size.colours in _SPACES:
        invert = " /Decode [1 0 1 0 1 0 1 0]" if size.colours == 4 else ""
        how = f"/ColorSpace {_SPACES[size.colours]} /BitsPerComponent 8 /Filter /DCTDecode{invert}"
        return _pdf(size, how, data, _TURNS.get(_orientation(data), 0))
    if data.startswith(PNG):
        depth, kind, _, _, interlaced = data[24:29]
        if kind in _PNG_COLOURS and not interlaced and depth <= 8:
            colours = _PNG_COLOURS[kind]
            how = (
                f"/ColorSpace {_SPACES[colours]} /BitsPerComponent {depth} /Filter /FlateDecode"
                f" /DecodeParms << /Predictor 15 /Colors {colours} /BitsPerComponent {depth}"
                f" /Columns {size.width} >>"
            )
            return _pdf(size, how, _png_pixels(data), 0)
    return None


def _orientation(data: bytes) -> int:
    """How the camera was held, 1 to 8; 1 when it does not say."""
    for marker, at in jpeg_segments(data):
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            try:
                return exif_tags(data[at + 10 : at + 10 + 65_536]).get(ORIENTATION, 1)
            except struct.error:
                return 1
    return 1


def _png_pixels(data: bytes) -> bytes:
    """The packed pixels, which may be cut into several chunks."""
    parts, at = [], 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IDAT":
            parts.append(data[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(parts)


def _pdf(size: Size, how: str, pixels: bytes, turn: int) -> bytes:
    scale = min(_A4_WIDTH / min(size.width, size.height), 72 / _LEAST)
    width, height = size.width * scale, size.height * scale
    shown = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /P Do Q".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.2f} {height:.2f}] /Rotate {turn}"
        " /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>".encode(),
        f"<< /Type /XObject /Subtype /Image /Width {size.width} /Height {size.height} {how}"
        f" /Length {len(pixels)} >>\nstream\n".encode()
        + pixels
        + b"\nendstream",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
    )
    file, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(file)
    return bytes(file) + b"xref\n0 6\n0000000000 65535 f \n" + table + end
