"""Relations of amending clauses: vlegal/amendment_relations.jsonl -> relations.jsonl."""

from __future__ import annotations

import json
import re
from pathlib import Path

from minhphap.amendments import Instruction, instructions
from minhphap.citations import cite_passage
from minhphap.structure import parse_text

_HEAD = re.compile(
    r"(?P<path>.+?)(?:,\s*trích yếu\s*(?P<title>.*?))?\s*có danh sách ngữ cảnh sau(?P<rest>.*)",
    re.DOTALL,
)
_ITEM = re.compile(r"[\"']\s*,\s*[\"']|[\"']\s*,\s*\n\s*[\"']")
_STEP = re.compile(r"(Điểm|Khoản|Điều|Chương|Mục)\s+(\S+)")
_WORDS = {"art": "Điều", "para": "Khoản", "point": "Điểm", "app": "Phụ lục", "chp": "Chương",
          "sec": "Mục", "part": "Phần", "form": "Mẫu"}  # fmt: skip
_KINDS = {"law": "Luật", "code": "Bộ luật", "ordinance": "Pháp lệnh", "decree": "Nghị định",
          "circular": "Thông tư", "joint_circular": "Thông tư liên tịch", "decision": "Quyết định",
          "resolution": "Nghị quyết"}  # fmt: skip
_VERB = re.compile(r"(?i)sửa đổi(?:\s*[,;]?\s*bổ sung)?|bổ sung|bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|thay|bỏ")


def lines(path: Path) -> list[dict]:
    """One JSON value a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def text_of(document: str) -> tuple[str, int, str]:
    """A small act made of the clause and its context, where the clause begins, and its path."""
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
        known = next((item for item in items[1:] if item.startswith(label.rstrip(". )"))), None)
        outer.append(known or (f"{label}{subject(title, steps[level])}" if level == "Điều" else label))
    clause = items[0] if items else ""
    if order:
        label = label_of(order[-1], steps[order[-1]])
        if not re.match(r"\s*" + re.escape(label.strip(" .)")) + r"\s*[.)]", clause):
            clause = label + clause
    number = path.rpartition("/ ")[2]
    before = "\n".join((number.upper(), title, "", *outer)) + "\n"
    return before + clause + "\n", len(before), path


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


def named(one: Instruction, eid: str | None) -> str:
    """A target in the words of the benchmark."""
    parts = []
    for step in reversed((eid or "").removeprefix("att_1__").split("__")):
        level, _, number = step.partition("_")
        if level in _WORDS:
            parts.append(f"{_WORDS[level]} {number}")
    work = one.target.work
    kind = _KINDS.get(work.kind or "", "")
    name = f"{kind} {work.number}" if work.number else work.title or ""
    return " / ".join(part for part in (*parts, name) if part)


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


def predict(data: Path, out: Path) -> tuple[int, int]:
    """Read each clause behind its context."""
    items = lines(data / "vlegal/amendment_relations.jsonl")
    with (out / "relations.jsonl").open("w", encoding="utf-8") as file:
        for item in items:
            text, start, path = text_of(item["document"])
            answer = []
            for one in instructions(parse_text(text)):
                if one.start < start or one.op == "transitional":
                    continue
                for eid in one.new_eids or (one.target.eid,):
                    answer.append([path, relation(one, text), named(one, eid)])
            file.write(json.dumps({"id": item["id"], "answer": answer}, ensure_ascii=False) + "\n")
    return len(items), sum(len(item["document"]) for item in items)


def misses(data: Path, out: Path) -> list[str]:
    """Clauses whose relations differ."""
    guessed = {line["id"]: line["answer"] for line in lines(out / "relations.jsonl")}
    found = []
    for item in lines(data / "vlegal/amendment_relations.jsonl"):
        want = [f"{triple[1]}: {triple[2]}" for triple in item["answer"]]
        got = [f"{triple[1]}: {triple[2]}" for triple in guessed.get(item["id"], [])]
        if sorted(want) != sorted(got):
            found.append(f"{item['id']} want {'; '.join(want)} got {'; '.join(got)}")
    return found
