"""PDF files: text layers put back into paragraphs, pictures of pages recognised."""

from minhphap.intake.pdf.reader import read_pdf

__all__ = ["read_pdf"]
