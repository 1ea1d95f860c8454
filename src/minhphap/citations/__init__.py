"""Find and read references to documents and provisions."""

from minhphap.citations.citation import Citation, Role, Shape, Target, Work
from minhphap.citations.context import Context
from minhphap.citations.own import Own
from minhphap.citations.passage import cite_passage
from minhphap.citations.walk import cite

__all__ = ["Citation", "Context", "Own", "Role", "Shape", "Target", "Work", "cite", "cite_passage"]
