"""Picture files: photographs and scans of pages."""

from minhphap.intake.picture.reader import read_image

__all__ = ["read_image"]
