"""Text recognition of scans and pictures (optional extra)."""

from minhphap.intake.ocr.image import read_image

__all__ = ["read_image"]
