"""Whatever the tree: valid, read back equal, written the same again."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.structure.formats.random_documents import documents

from minhphap.structure.document import Document
from minhphap.structure.formats import export, load
from minhphap.structure.formats.json_format import schema

VECTORS = Path(__file__).parents[2] / "vectors" / "akomantoso"
AKN = etree.XMLSchema(etree.parse(VECTORS / "akomantoso30.xsd"))
JSON = jsonschema.Draft202012Validator(schema())
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", ["akn", "json", "md"])
@given(document=documents())
@MANY
def test_a_document_comes_back_equal_and_is_written_the_same_again(
    name: str, document: Document
) -> None:
    written = export(document, name)
    back = load(written, name)
    assert back.source.text == document.source.text
    assert back == document
    assert export(back, name) == written


@given(document=documents())
@MANY
def test_akoma_ntoso_is_valid_against_the_official_schema(document: Document) -> None:
    AKN.assertValid(etree.fromstring(export(document, "akn")))


@given(document=documents())
@MANY
def test_json_follows_the_published_schema(document: Document) -> None:
    JSON.validate(msgspec.json.decode(export(document, "json")))


@given(document=documents())
@MANY
def test_the_text_nodes_of_akoma_ntoso_are_the_text(document: Document) -> None:
    """What docs/formats.md promises to readers who have no Minh Pháp."""
    root = etree.fromstring(export(document, "akn"))
    text = []
    for event, node in etree.iterwalk(root, events=("start", "end", "pi")):
        in_meta = any(True for _ in node.iterancestors("{*}meta")) or str(node.tag).endswith(
            "}meta"
        )
        if event == "pi":
            text += [chr(int(node.text, 16)), node.tail or ""]
        elif event == "start" and not in_meta:
            text.append(node.text or "")
        elif event == "end" and (not in_meta or node.tag.endswith("}meta")) and node is not root:
            text.append(node.tail or "")
    assert "".join(text) == document.source.text


@given(document=documents())
@MANY
def test_plain_text_is_the_text(document: Document) -> None:
    assert export(document, "txt").decode() == document.source.text
