"""Tables "nội dung dự thảo | ý kiến | lý do", in a letter or in a workbook."""

from __future__ import annotations

import re

import msgspec

from minhphap.crowd.letters.asks import cue
from minhphap.crowd.letters.clauses import Clauses
from minhphap.crowd.letters.drafts import Found
from minhphap.crowd.letters.lines import Account, Line
from minhphap.crowd.letters.mend import mend
from minhphap.crowd.letters.placing import Topic
from minhphap.crowd.letters.segments import segments
from minhphap.crowd.letters.values import Ask
from minhphap.crowd.letters.wholes import PAPER
from minhphap.text import search_key

_ROLES: tuple[tuple[str, str], ...] = (
    ("ordinal", r"(?:stt|tt|so tt|so thu tu|no)\W*$"),
    ("article", r"dieu(?: so)?\W*$"),
    ("para", r"khoan(?: so)?\W*$"),
    ("point", r"diem\W*$"),
    ("clause", r"(?:cac )?dieu,? (?:khoan|muc|diem)(?:,? diem)?"
     r"(?: (?:duoc )?(?:gop y|tham gia))?\W*$"),
    ("reason", r".*ly do"),
    ("answer", r".*(?:tiep thu|giai trinh|phuong an xu ly|ket qua xu ly|tra loi"
     r"|y kien cua co quan (?:soan|chu tri))"),
    ("reason", r".*(?:ly do|thuyet minh|giai thich|can cu|co so de xuat|ghi chu)"),
    ("proposal", r".*(?:de xuat (?:sua|noi dung|phuong an)|phuong an (?:sua|de xuat)|noi dung sua"
     r"|noi dung (?:de nghi|de xuat|kien nghi) sua|de nghi sua|sua (?:lai )?thanh|kien nghi sua"
     r"|du thao (?:de nghi|sau khi) sua)"),
    ("sender", r".*(?:chu the|ten (?:co quan|don vi|to chuc)"
     r"|(?:co quan|don vi|to chuc|ca nhan|nguoi|dia phuong|so, nganh|doanh nghiep)"
     r".*(?:gop y|tham gia|gui|y kien)"
     r"|^(?:(?:co quan|don vi|to chuc|dia phuong|ca nhan)(?:, | va )?)+\W*$"
     r"|^(?:nguoi gop y|ho (?:va )?ten)\W*$)"),
    ("number", r".*(?:so (?:van ban|cong van|ky hieu|hieu)|van ban so|so/ky hieu)"),
    ("date", r"(?:ngay|thoi gian|dau thoi gian|timestamp)(?: .*)?$"),
    ("page", r"trang(?:\W.*)?$"),
    ("comment", r".*(?:y kien|gop y|kien nghi|nhan xet|de xuat|de nghi)"),
    ("draft", r".*(?:noi dung|quy dinh) .*du thao"
     r"|.*du thao (?:nghi quyet|quyet dinh|quy dinh|van ban)"
     r"|noi dung quy dinh|noi dung hien"),
    ("clause", r".*(?:dieu|khoan|diem|chuong|muc|phu luc|nhom van de|van de|vi tri|du thao)"),
    ("comment", r"noi dung\W*$"),
)  # fmt: skip
"""What a column holds and how its heading reads without diacritics; the first that fits wins."""
_FORMS = tuple((role, re.compile(form)) for role, form in _ROLES)
_NOTHING = re.compile(
    r"\W*(?:không|không có|khong|không có ý kiến|nt|như trên)?\W*$", re.IGNORECASE
)
_AS_ABOVE = re.compile(r"\W*(?:nt|như trên|-nt-|\")\W*$", re.IGNORECASE)
_REST = re.compile(
    r"(?:các|những|toàn bộ|tất cả)?\s?(?:điều|nội dung|quy định|phần)?\s?(?:khoản )?(?:còn lại"
    r"|khác)|ý kiến chung|chung\W*$|góp ý chung|toàn (?:bộ|văn)|dự thảo\W*$"
)

_PART = re.compile(r"\s*(?:(?:Điểm|Khoản) \w{1,3},? ?){1,2}(?!\w)", re.IGNORECASE)
"""How the text of a draft in a cell begins that says its own number."""


class Columns(msgspec.Struct, frozen=True):
    """Which column holds what, and how many rows the header takes."""

    roles: dict[str, int]
    header: int
    headings: dict[int, str]


def columns_of(rows: list[list[str]]) -> Columns | None:
    """Read the header of a table of comments; None for a table of something else."""
    for at, row in enumerate(rows[:8]):
        roles: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = " ".join(search_key(cell).split())
            if not key or len(key) > 90:
                continue
            role = next((name for name, form in _FORMS if form.match(key)), None)
            if role and role not in roles:
                roles[role] = column
        if "comment" not in roles and "proposal" in roles:
            roles["comment"] = roles.pop("proposal")
        places = {
            "clause",
            "article",
            "draft",
            "reason",
            "sender",
            "ordinal",
            "page",
            "proposal",
        } & roles.keys()
        if "comment" in roles and places:
            if "clause" not in roles and "draft" in roles:
                roles["clause"] = roles["draft"]
            return Columns(_by_content(roles, rows[at + 1 :]), at + 1, dict(enumerate(row)))
    return None


def _by_content(roles: dict[str, int], rows: list[list[str]]) -> dict[str, int]:
    """Two columns may be headed as comments: where the first asks nothing, it names provisions.

    "Nội dung góp ý: Phao xốp | Đề xuất của xã: lùi thời hạn".
    """
    first = roles["comment"]
    taken = {column for role, column in roles.items() if role != "proposal"}
    later = [c for c in range(first + 1, max(map(len, rows), default=0)) if c not in taken]
    if "clause" in roles or not later or any(_asks(row, first) for row in rows):
        return roles
    best = max(later, key=lambda column: sum(_asks(row, column) for row in rows))
    if not any(_asks(row, best) for row in rows):
        return roles
    kept = {role: column for role, column in roles.items() if column != best}
    return {**kept, "clause": first, "comment": best}


def _asks(row: list[str], column: int) -> bool:
    return column < len(row) and cue(mend(row[column])).speaks


class Cells:
    """The cells of one table of a letter, by row and column."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.by_cell: dict[tuple[int, int], list[Line]] = {}
        for line in lines:
            self.by_cell.setdefault((line.row, line.column), []).append(line)
        self.rows = 1 + max((line.row for line in lines), default=-1)
        self.width = 1 + max((line.column for line in lines), default=-1)

    def text(self, row: int, column: int | None) -> str:
        """The words of a cell."""
        if column is None:
            return ""
        return "\n".join(
            f"{one.marker} {one.text}".strip() for one in self.by_cell.get((row, column), ())
        )

    def grid(self, rows: int) -> list[list[str]]:
        """The first rows as text."""
        return [[self.text(r, c) for c in range(self.width)] for r in range(min(rows, self.rows))]


class TableRow(msgspec.Struct, frozen=True):
    """One row of a table of comments: its passages and who says so, where the table tells."""

    found: tuple[Found, ...]
    sender: str = ""
    number: str = ""
    date: str = ""


def read_table(
    cells: Cells,
    columns: Columns,
    source: str,
    clauses: Clauses,
    account: Account,
    *,
    inherit: bool,
) -> list[TableRow]:
    """The rows of a table of comments, each with its passages.

    ``inherit``: an empty cell for the clause means the clause above, unless the row is numbered.
    """
    roles = columns.roles
    rows = []
    topic, clause_text, article = Topic(), "", ""
    sender = number = date = ""
    for line in cells.lines:
        if line.row < columns.header:
            account.take(line.start, line.end)
    for row in range(columns.header, cells.rows):
        article = cells.text(row, roles.get("article")).strip() or article
        clause = cells.text(row, roles.get("clause")) or _numbered(cells, row, roles, article)
        draft = cells.text(row, roles.get("draft"))
        if clause and not _AS_ABOVE.match(clause):
            clause_text = clause
            topic = _topic(clause, draft, clauses)
        elif clause_text and draft and (_PART.match(draft) or _goes_on(cells, row, roles, inherit)):
            topic = _topic(clause_text, draft, clauses)
        elif not clause and not _goes_on(cells, row, roles, inherit):
            topic, clause_text = Topic(text=draft), ""
        sender = cells.text(row, roles.get("sender")) or sender
        number = cells.text(row, roles.get("number")) or number
        date = cells.text(row, roles.get("date")) or date
        for role in (
            "ordinal",
            "clause",
            "article",
            "para",
            "point",
            "draft",
            "sender",
            "number",
            "date",
            "reason",
            "page",
            "proposal",
        ):
            for line in cells.by_cell.get((row, roles.get(role, -1)), ()):
                if role != "ordinal" or len(line.text) < 6:
                    account.take(line.start, line.end)
        comment = cells.by_cell.get((row, roles["comment"]), [])
        if not comment:
            _group(cells, row, roles, clauses, account)
            continue
        reason = cells.text(row, roles.get("reason"))
        wanted = cells.text(row, roles.get("proposal")) or None
        found = _comment(comment, source, account)
        for one in found:
            one.topic, one.reason = topic, reason
            one.quoted, one.proposed = draft or clause_text, wanted
        rows.append(TableRow(tuple(found), sender, number, date))
    return rows


def _goes_on(cells: Cells, row: int, roles: dict[str, int], inherit: bool) -> bool:
    """True where an empty cell for the clause means the clause above."""
    return inherit and not cells.text(row, roles.get("ordinal"))


def _numbered(cells: Cells, row: int, roles: dict[str, int], article: str) -> str:
    """The provision where article, clause and point stand in columns of their own.

    ``article``: the last one named; a clause without its article is a clause of that one.
    """
    levels = (("điểm", "point"), ("khoản", "para"))
    said = [(word, cells.text(row, roles.get(role)).strip()) for word, role in levels]
    own = cells.text(row, roles.get("article")).strip()
    said.append(("Điều", article if any(number for _, number in said) else own))
    return " ".join(
        number if number.lower().startswith(word.lower()) else f"{word} {number}"
        for word, number in said
        if number
    )


def _group(
    cells: Cells, row: int, roles: dict[str, int], clauses: Clauses, account: Account
) -> None:
    """A row without a comment: a heading over the table's width ("I. Ý KIẾN CHUNG") is form."""
    for column in range(cells.width):
        for line in cells.by_cell.get((row, column), ()):
            free = column not in roles.values() or column == roles.get("ordinal")
            if free and len(line.text) < 80 and not cue(mend(line.text)).speaks:
                account.take(line.start, line.end)


def _topic(clause: str, draft: str, clauses: Clauses) -> Topic:
    named = next((one for one in clauses.mentions.find(clause) if one.eids), None)
    words = " ".join(clause.split())
    beside = f"{clause}\n{draft}" if draft and draft != clause else clause
    if named and draft and (part := _PART.match(draft)):
        inner = clauses.mentions.find(part[0], named.eids[0])
        named = next((one for one in inner if one.eids), named)
    if named:
        return Topic(named.eids, words, text=beside)
    whole = (_REST.match(words.lower()) or PAPER.match(words.lower())) is not None
    return Topic((), words, whole=whole, text="" if whole else beside)


def _comment(lines: list[Line], source: str, account: Account) -> list[Found]:
    """The passages of one cell; a cell that asks nothing plainly is one passage all the same."""
    found: list[Found] = []
    for line in lines:
        account.take(line.start, line.end)
        if _NOTHING.fullmatch(line.text) and not re.search(r"ý kiến", line.text):
            continue
        parts = [part for part in segments(source, line.body, line.end) if not part.form]
        for part in parts:
            if part.cue.speaks or not found:
                found.append(Found(part.start, part.end, part.cue.ask, Topic(), part.cue.vague))
            else:
                found[-1].end = part.end
    if (
        found
        and len(lines) > 1
        and not any(cue(mend(source[f.start : f.end])).speaks for f in found)
    ):
        return [Found(found[0].start, found[-1].end, "general", Topic())]
    return [_asking(one, source) for one in found]


def _asking(one: Found, source: str) -> Found:
    """In a column of comments bare words are a wish: "05 ngày" stands for "sửa thành 05 ngày"."""
    said = cue(mend(source[one.start : one.end]))
    if said.strength in ("none", "remark"):
        ask: Ask = "general" if said.strength == "remark" else "amend"
        one.ask = ask
    return one
