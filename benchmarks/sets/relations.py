"""Relations of amending clauses: vlegal/amendment_relations.jsonl -> relations.jsonl."""

from __future__ import annotations

import json
import re
from pathlib import Path

from minhphap.amendments import Instruction, instructions
from minhphap.citations import cite_passage
from minhphap.structure import parse_text
from minhphap.text import from_roman

_HEAD = re.compile(
    r"(?P<path>.+?)(?:,\s*trích yếu\s*(?P<title>.*?))?\s*có danh sách ngữ cảnh sau(?P<rest>.*)",
    re.DOTALL,
)
_ITEM = re.compile(
    r"[\"']\s*,\s*[\"']|,\s*[\"']\s*(?=(?:Điều|Chương|Mục|Phần)\s|\d{1,3}\w?\.\s|\w\)\s)"
)
_STEP = re.compile(r"(Điểm|Khoản|Điều|Chương|Mục)\s+(\S+)")
_WORDS = {"art": "Điều", "para": "Khoản", "point": "Điểm", "app": "Phụ lục", "chp": "Chương",
          "sec": "Mục", "part": "Phần", "form": "Mẫu"}  # fmt: skip
_KINDS = {"law": "Luật", "code": "Bộ luật", "ordinance": "Pháp lệnh", "decree": "Nghị định",
          "circular": "Thông tư", "joint_circular": "Thông tư liên tịch", "decision": "Quyết định",
          "resolution": "Nghị quyết"}  # fmt: skip
_VERB = re.compile(
    r"(?i)sửa đổi(?:\s*[,;]?\s*bổ sung)?|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|thay|bỏ"
)


def lines(path: Path) -> list[dict]:
    """One JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def text_of(document: str) -> tuple[str, int, str]:
    """A small act made of the clause and its context, where the clause begins, and its path."""
    document = _TORN.sub(lambda torn: joined(torn, document), document)
    head = _HEAD.match(document)
    path = (head["path"] if head else document.partition(",")[0]).strip()
    title = (head["title"] or "" if head else "").strip(" \"'“”")
    rest = head["rest"] if head else document
    items = [item.strip(" \n\"'[]") for item in _ITEM.split(rest.strip())]
    items = [re.sub(r"\\n", "\n", item) for item in items if item]
    steps = dict(reversed([(m[1], m[2]) for m in _STEP.finditer(path.rpartition("/")[0] or path)]))
    order = [level for level in ("Điều", "Khoản", "Điểm") if level in steps]
    outer: list[str] = []
    for level in order[:-1]:
        label = label_of(level, steps[level])
        known = next((item for item in items[1:] if item.startswith(label.rstrip(". )"))), "")
        words = _LABEL.sub("", known) or (subject(title, steps[level]) if level == "Điều" else "")
        outer.append(_FIRST[level] + words)
    clause = items[0] if items else ""
    if order:
        clause = _FIRST[order[-1]] + _LABEL.sub("", clause)
    number = path.rpartition("/ ")[2]
    before = "\n".join((number.upper(), title, "", *outer)) + "\n"
    return before + clause + "\n", len(before), path


_TORN = re.compile(r"(?<!\w)(\d+/(?:\d{4}/)?[\w-]+) (\w+)(?!\w)")


def joined(torn: re.Match[str], document: str) -> str:
    """ "69/2010/NĐ-C P" is the number that stands whole elsewhere; other words stay as they are."""
    whole = torn[1] + torn[2]
    return whole if re.search(rf"{re.escape(whole)}(?!\w)", document) else torn[0]


_LABEL = re.compile(r"^\s*(?:Điều\s+\w+\s*[.:]?|\w{1,4}[.)])\s*")
_FIRST = {"Điều": "Điều 1. ", "Khoản": "1. ", "Điểm": "a) "}
"""Labels that begin a series: the clause stands alone in the small act."""


def label_of(level: str, number: str) -> str:
    """How a provision of this level begins."""
    return {"Điều": f"Điều {number}. ", "Khoản": f"{number}. ", "Điểm": f"{number}) "}[level]


def subject(title: str, article: str) -> str:
    """What an article changes whose heading is not given: the works of the title in their order."""
    works = [
        title[citation.start : citation.end]
        for citation in cite_passage(title)
        if citation.targets and citation.targets[0].work.number
    ]
    if not works:
        return ""
    at = int(article) - 1 if article.isdigit() and int(article) <= len(works) else 0
    return f"Sửa đổi, bổ sung một số điều của {works[at]}"


def named(one: Instruction, eid: str | None, text: str) -> str:
    """A target in the words of the benchmark: only what the clause itself names, and the act."""
    new = one.new[0] if one.new else one.end
    said = text[one.start : max(new, one.target.end)]
    parts = []
    for step in reversed((eid or "").removeprefix("att_1__").split("__")):
        level, _, number = step.partition("_")
        if level == "app":
            found = re.search(r"(?i)phụ lục\s+(?:số\s+)?([\w-]+)", text[one.target.start : one.end])
            parts.append(f"Phụ lục {found[1] if found else number}")
        elif level in _WORDS and (written := as_written(number, said)):
            parts.append(f"{_WORDS[level]} {written}")
    if added := _ADDED.match(text, one.start, one.end):
        kept = parts if one.op == "append" else []
        parts = [f"{added[1].capitalize()} {added[2]}", *kept]
    elif re.match("(?i)mẫu", parts[-1] if parts else ""):
        parts += steps_named(text[one.target.end : one.end])
    work = one.target.work
    kind = _KINDS.get(work.kind or "", "")
    name = f"{kind} {work.number}" if work.number else work.title or ""
    return " / ".join(part for part in (*parts, name) if part)


def as_written(number: str, said: str) -> str | None:
    """A number as it stands in the words, which may be Roman; None where they leave it out."""
    if re.search(rf"(?<!\w){re.escape(number)}(?!\w)", said):
        return number
    words = re.findall(r"(?<!\w)[IVXL]+(?!\w)", said)
    return next((word for word in words if str(from_roman(word)) == number), None)


def inner(one: Instruction, path: str, text: str) -> list[list[str]]:
    """New text that orders itself: "Sửa đổi khoản 4 Điều 1 như sau: “4. Sửa đổi Điều 12 …”"."""
    words = _LABEL.sub("", (one.new_text or "").strip(" \n\"'“”‘’"))
    if not _VERB.match(words):
        return []
    changed = re.search(
        rf"{re.escape(one.target.work.number or '-')}[^;]*?sửa đổi[^;]*?(?:của|tại)\s+"
        r"((?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết)\s+(?:số\s+)?\d[^\s,;]*)",
        text,
    )
    of = f" của {changed[1]}" if changed else ""
    small = f"Điều 1. Sửa đổi, bổ sung một số điều{of}\n1. {words}\n"
    return [
        [path, relation(order, small), named(order, eid, small)]
        for order in instructions(parse_text(small))
        if order.op != "transitional" and not rowed(order, small)
        for eid in order.new_eids or (order.target.eid,)
    ]


_ADDED = re.compile(
    r"(?i)bổ sung\s+(?:các\s+)?(phụ lục|mẫu)\s+(?:số\s+)?([\w/-]*\d[\w/-]*|[IVXL]+\w*)"
)
"""A new appendix or form, which has no place in the work yet."""
_ASKED_FOR = re.compile(
    r"(?i)\s*(?:được\s+)?(?:quy định|ban hành|nêu)?\s*(?:tại|theo)\s+(?=điểm|khoản|điều)"
)


def steps_named(behind: str) -> list[str]:
    """ "Mẫu số 05 quy định tại điểm đ khoản 2 Điều 8": the provision that asks for a form."""
    asked = _ASKED_FOR.match(behind)
    cited = cite_passage(behind[asked.end() :]) if asked else ()
    eid = cited[0].targets[0].eid if cited and cited[0].targets else None
    steps = [step.split("_", 1) for step in reversed((eid or "").split("__")) if "_" in step]
    return [f"{_WORDS[level]} {number}" for level, number in steps if level in _WORDS]


def rowed(one: Instruction, text: str) -> bool:
    """ "các điểm a, b, c": the benchmark has one relation where the level is said once."""
    said = text[one.target.start : one.target.end].lower()
    return one.target.eid is not None and not _LEVEL.match(said)


_LEVEL = re.compile(r"(?:các\s+)?[^\W\d]{3}")
"""A target that begins with the word of its level, not with a mere "b"."""


def relation(one: Instruction, text: str) -> str:
    """The relation in the words of the benchmark."""
    if one.op == "repeal" or (one.op == "replace_phrase" and one.new_phrase == ""):
        verb = _VERB.search(text[one.start : one.end])
        return "thay thế" if verb and verb[0].lower().startswith("thay") else "bãi bỏ"
    verb = _VERB.search(text[one.start : one.end])
    word = verb[0].lower() if verb else ""
    if one.op in ("insert_after", "insert_before", "append") or word == "bổ sung":
        return "bổ sung"
    if word.startswith("thay"):
        return "thay thế"
    return "sửa đổi bổ sung" if "bổ sung" in word else "sửa đổi"


def whole(path: str, clause: str) -> list[list[str]]:
    """ "Điều 1. Sửa đổi, bổ sung Thông tư số 5 …": which provisions, only the clauses below say."""
    words = _LABEL.sub("", clause)
    verb = _VERB.match(words)
    cited = next(iter(cite_passage(words)), None)
    if verb is None or cited is None or not cited.targets:
        return []
    work = cited.targets[0].work
    if words[verb.end() : cited.start].strip() or cited.targets[0].eid or not work.number:
        return []
    said = "sửa đổi bổ sung" if "bổ sung" in verb[0].lower() else verb[0].lower()
    return [[path, said, f"{_KINDS.get(work.kind or '', '')} {work.number}".strip()]]


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read each clause behind its context."""
    items = lines(data / "vlegal/amendment_relations.jsonl")
    with (out / "relations.jsonl").open("w", encoding="utf-8") as file:
        for item in items:
            text, start, path = text_of(item["document"])
            answer = []
            for one in instructions(parse_text(text)):
                within = one.new is not None and one.new[0] <= start < one.new[1]
                if one.op == "transitional" or rowed(one, text):
                    continue
                if one.start < start and not within:
                    continue
                answer += [
                    [path, relation(one, text), named(one, eid, text)]
                    for eid in one.new_eids or (one.target.eid,)
                ]
                answer += inner(one, path, text)
            answer = answer or whole(path, text[start:])
            file.write(json.dumps({"id": item["id"], "answer": answer}, ensure_ascii=False) + "\n")
    return len(items), sum(len(item["document"]) for item in items)


def told(item: dict) -> int:
    """How many of the wanted relations name a provision that the given text names at all."""
    text = " ".join(item["document"].lower().split())
    return sum(
        all(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
            for word in re.findall(r"(?:điều|khoản|điểm|phụ lục|mục|chương) ([\wđ.]+)", to.lower())
        )
        and bool(re.search(r"(?i)(?<!\w)(?:điều|khoản|điểm|phụ lục|mẫu|phần)(?!\w)", to))
        for _, _, to in item["answer"]
    )


def misses(data: Path, out: Path) -> list[str]:
    """Clauses whose relations differ; first, how many relations can be told from the text."""
    guessed = {line["id"]: line["answer"] for line in lines(out / "relations.jsonl")}
    items = lines(data / "vlegal/amendment_relations.jsonl")
    wanted = sum(len(item["answer"]) for item in items)
    known = sum(told(item) for item in items)
    found = [f"{known} of {wanted} relations name a provision that stands in the text given"]
    for item in items:
        want = [f"{triple[1]}: {triple[2]}" for triple in item["answer"]]
        got = [f"{triple[1]}: {triple[2]}" for triple in guessed.get(item["id"], [])]
        if sorted(want) != sorted(got):
            found.append(f"{item['id']} want {'; '.join(want)} got {'; '.join(got)}")
    return found
