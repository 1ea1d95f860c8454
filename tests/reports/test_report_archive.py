import io
import zipfile

import pytest
from word_samples import raw_entries, zipped

from minhphap.reports.archive import Archive


class Stream(io.RawIOBase):
    """A sink that cannot go back, so that sizes follow the data, as streaming writers do it."""

    def __init__(self):
        super().__init__()
        self.data = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.data += data
        return len(data)


def streamed():
    sink = Stream()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.xml", "b.xml", "c.xml"):
            archive.writestr(name, f"<{name[0]}/>" * 50)
    return bytes(sink.data)


FILES = {
    "plain": zipped([("a.xml", "<a/>" * 50), ("b.xml", "<b/>"), ("c.xml", b"<c/>")]),
    "streamed": streamed(),
    "behind a prefix": b"#!/bin/sh\n" + streamed(),
}


@pytest.fixture(params=FILES)
def data(request):
    return FILES[request.param]


def members(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {info.filename: archive.read(info) for info in archive.infolist()}


def test_no_change_gives_the_same_members(data):
    out = Archive(data).replaced({})
    assert raw_entries(out) == raw_entries(data)
    assert members(out) == members(data)


def test_one_member_changes_the_others_keep_their_bytes(data):
    out = Archive(data).replaced({"b.xml": b"<new/>" * 99, "d.xml": b"<d/>"})
    before, after = raw_entries(data), raw_entries(out)
    assert [one[0] for one in after] == ["a.xml", "b.xml", "c.xml", "d.xml"]
    assert (after[0], after[2]) == (before[0], before[2])
    assert after[1][1:3] == before[1][1:3]
    assert members(out)["b.xml"] == b"<new/>" * 99
    assert members(out)["d.xml"] == b"<d/>"


def test_a_member_can_be_left_out(data):
    out = Archive(data).replaced({"a.xml": None, "x.xml": None})
    assert raw_entries(out) == raw_entries(data)[1:]


def test_names_outside_ascii_and_the_comment_stay():
    data = zipped([("a.xml", "<a/>"), ("customXml/tệp.xml", "<b/>")])
    out = Archive(data).replaced({"customXml/tệp.xml": b"<c/>", "mới.xml": b"<d/>"})
    assert members(out) == {"a.xml": b"<a/>", "customXml/tệp.xml": b"<c/>", "mới.xml": b"<d/>"}
    assert zipfile.ZipFile(io.BytesIO(out)).comment == b"ghi chu"
