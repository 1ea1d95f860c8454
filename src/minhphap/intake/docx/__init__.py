"""Word files: package, text nodes, automatic numbers, reader."""

from minhphap.intake.docx.flat import to_package
from minhphap.intake.docx.nodes import node_text, text_nodes
from minhphap.intake.docx.reader import read_docx

__all__ = ["node_text", "read_docx", "text_nodes", "to_package"]
