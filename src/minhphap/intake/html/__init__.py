"""Web pages, as saved from public law sites or by Word."""

from minhphap.intake.html.reader import read_html

__all__ = ["read_html"]
