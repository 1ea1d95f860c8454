"""Vietnamese text: Unicode forms, legacy encodings, search keys, positions, numbers in words."""

from minhphap.text.offsets import OffsetMap

__all__ = ["OffsetMap"]
