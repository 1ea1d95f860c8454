"""Markdown files: plain text whose marks of emphasis and headings are taken off."""

from __future__ import annotations

from minhphap.intake.plain import read_plain
from minhphap.intake.source import Source


def read_markdown(data: bytes, name: str) -> Source:
    return read_plain(data, name)
