"""Messages (.eml): the text of the message and its attachments."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import email.utils
from email.message import EmailMessage
from pathlib import PurePosixPath

import msgspec

from minhphap.intake import Unreadable


class Message(msgspec.Struct, frozen=True):
    """A message taken apart: who, when, its text as a file, its attachments as files."""

    sender: str
    date: dt.date | None
    body: tuple[str, bytes] | None
    attachments: tuple[tuple[str, bytes], ...]


def read_message(data: bytes) -> Message:
    """Take a message apart. Raises Unreadable for what is none."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["From"] or message["Subject"]):
        raise Unreadable(
            "Tệp .eml không phải là thư điện tử.", "The .eml file is no message.", "broken"
        )
    name, address = email.utils.parseaddr(str(message["From"] or ""))
    body = message.get_body(preferencelist=("plain", "html"))
    text: tuple[str, bytes] | None = None
    if body is not None:
        content = body.get_content()
        suffix = ".html" if body.get_content_subtype() == "html" else ".txt"
        data_ = content.encode() if isinstance(content, str) else bytes(content)
        text = (f"thu{suffix}", data_) if data_.strip() else None
    attachments = []
    for part in message.iter_attachments():
        held = part.get_content()
        held_bytes = held.encode() if isinstance(held, str) else held
        title = PurePosixPath((part.get_filename() or "dinh-kem").replace("\\", "/")).name
        if isinstance(held_bytes, bytes) and held_bytes:
            attachments.append((title, held_bytes))
    return Message(name.strip() or address, _date(message), text, tuple(attachments))


def _date(message: EmailMessage) -> dt.date | None:
    try:
        return email.utils.parsedate_to_datetime(str(message["Date"])).date()
    except (TypeError, ValueError):
        return None
