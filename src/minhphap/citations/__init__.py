"""Find and read references to documents and provisions."""

from minhphap.citations.citation import Citation, Role, Shape, Target, Work

__all__ = ["Citation", "Role", "Shape", "Target", "Work"]
