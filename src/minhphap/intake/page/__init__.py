"""Pages of printed lines put back into a text: shared by PDF text layers and recognised scans."""

from minhphap.intake.page.build import build_source
from minhphap.intake.page.shapes import Font, Page, Row, Rule, Word

__all__ = ["Font", "Page", "Row", "Rule", "Word", "build_source"]
