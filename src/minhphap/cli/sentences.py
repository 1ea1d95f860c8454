"""What a wrong call, or a system that refuses, is told: one sentence on standard error."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from minhphap.cli.language import Language

_EXTRA = re.compile(r"unexpected extra arguments?\s*\((.*)\)")
_SYSTEM = {
    errno.EACCES: ("không có quyền truy cập", "permission denied"),
    errno.EPERM: ("không có quyền truy cập", "not permitted"),
    errno.ENOENT: ("không có tệp hoặc thư mục này", "no such file or folder"),
    errno.ENOTDIR: ("một phần của đường dẫn không phải thư mục", "part of the path is no folder"),
    errno.EISDIR: ("đây là thư mục", "this is a folder"),
    errno.EEXIST: ("đã có tệp trùng tên", "a file of this name is in the way"),
    errno.ENOSPC: ("hết chỗ trên đĩa", "the disk is full"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENAMETOOLONG: ("tên tệp quá dài", "the name is too long"),
}


def system_words(error: OSError) -> tuple[str, str]:
    """Why the system refused, in Vietnamese and English."""
    other = error.strerror or str(error)
    return _SYSTEM.get(error.errno or 0, (other, other))


def wrong_call(error: click.ClickException, say: Language) -> str:
    """The sentence for a call that cannot be understood; our own errors carry theirs."""
    if isinstance(error, click.MissingParameter):
        name = _name(error.param)
        return say(f"thiếu {name}", f"{name} is missing")
    if isinstance(error, click.NoSuchOption):
        near = say(" hay là ", " or ").join(error.possibilities or ())
        hint = say(f"; có phải {near}?", f"; did you mean {near}?") if near else ""
        return (
            say(f"không có tùy chọn {error.option_name}", f"no option {error.option_name}") + hint
        )
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        return say(f"tùy chọn {name} cần một giá trị", f"option {name} takes one value")
    if isinstance(error, click.BadParameter) and error.param is not None:
        if isinstance(error.param.type, click.Choice):
            name, known = _name(error.param), ", ".join(map(str, error.param.type.choices))
            return say(f"{name} nhận một trong: {known}", f"{name} takes one of: {known}")
    elif extra := _EXTRA.search(error.message):
        return say(f"thừa “{extra[1]}”", f"“{extra[1]}” is too much")
    return error.message


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.metavar or (param.name or "").upper()
