"""Text recognition (optional extra)."""

from minhphap.intake.ocr.engine import Recogniser, why_missing

__all__ = ["Recogniser", "why_missing"]
