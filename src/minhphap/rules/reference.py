"""The pages of the rule reference, made from the rules themselves."""

from __future__ import annotations

from pathlib import Path

from minhphap.rules.registry import all_rules, packs
from minhphap.rules.rule import LegalBasis, Rule
from minhphap.text import official_date

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
NORMATIVITIES = {
    "binding": "quy định bắt buộc",
    "practice": "thông lệ soạn thảo",
    "logic": "mâu thuẫn trong chính văn bản",
}
CONFIDENCES = {"certain": "chắc chắn", "high": "cao", "medium": "vừa"}
NEEDS = {
    "tree": "điều, khoản, điểm đọc được",
    "header": "phần đầu văn bản (số, ký hiệu)",
    "foot": "phần ký",
    "citations": "viện dẫn",
    "original": "tệp gốc (không phải trang web)",
    "act": "văn bản gốc (không phải văn bản hợp nhất)",
    "date": "ngày ban hành hoặc `--on`",
    "law": "tệp pháp luật (`--registry`)",
}
FIXES = {
    "safe": "Có, bằng `--fix`; trong Word là thay đổi được theo dõi.",
    "unsafe": "Có gợi ý sửa nhưng cần người xem lại, `--fix` không tự làm.",
    "none": "Không; cần người soạn thảo quyết định.",
}
SCOPES = {
    "any": "mọi văn bản",
    "normative": "văn bản quy phạm pháp luật",
    "executive": "văn bản quy phạm pháp luật, trừ văn bản của Quốc hội, Ủy ban Thường vụ Quốc"
    " hội, Chủ tịch nước",
    "administrative": "văn bản hành chính",
}
_MADE = "<!-- Trang này được tạo từ mã nguồn (minhphap.rules.reference); đừng sửa tay. -->\n"


def page(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    needs = ", ".join(NEEDS[need] for need in rule.requires)
    return "\n".join(
        (
            _MADE,
            f"# {rule.id} · {rule.name}\n",
            f"`{rule.slug}` · nhóm `{rule.pack}` · mức cao nhất: **{SEVERITIES[rule.severity]}**"
            f" · tính chất: {NORMATIVITIES[rule.normativity]}"
            f" · độ tin cậy: {CONFIDENCES[rule.confidence]} · cần: {needs}\n",
            f"*{rule.name_en}*\n",
            f"## Kiểm tra gì\n\n{rule.what.strip()}\n",
            f"## Vì sao\n\n{rule.why.strip()}\n",
            f"## Căn cứ pháp lý (điều, hiệu lực từ-đến)\n\n{_bases(rule)}\n",
            f"## Ví dụ vi phạm\n\n```text\n{rule.violating.strip()}\n```\n",
            f"## Cách viết đúng\n\n```text\n{rule.correct.strip()}\n```\n",
            f"## Giới hạn đã biết\n\n{rule.limits.strip()}\n",
            f"## Tự sửa được không\n\n{FIXES[rule.fix]}\n",
        )
    )


def _bases(rule: Rule) -> str:
    lines = [f"- {_basis(one)}" for one in rule.basis]
    if rule.normativity == "logic":
        lines.append("- Không cần căn cứ riêng: văn bản tự mâu thuẫn.")
    if rule.normativity == "practice":
        lines.append("- Thông lệ soạn thảo.")
    return "\n".join(lines)


def _basis(one: LegalBasis) -> str:
    first = f"từ {official_date(one.valid_from)}" if one.valid_from else "từ trước"
    last = f"đến {official_date(one.valid_to)}" if one.valid_to else "đến nay"
    doubt = "" if one.verified else " **Chưa đối chiếu với bản gốc: chỉ nêu ở mức lưu ý.**"
    return f"{one.citation} ({first} {last}; {SCOPES[one.scope]}).{doubt}"


def index() -> str:
    """The list of all rules, in Markdown."""
    lines = [_MADE, "# Các quy tắc\n"]
    lines.append("Bộ quy tắc: " + ", ".join(f"`{p.name}` {p.version}" for p in packs()) + ".\n")
    lines.append("| Mã | Tên | Mức cao nhất | Tự sửa |")
    lines.append("|---|---|---|---|")
    for rule in all_rules():
        fix = {"safe": "có", "unsafe": "gợi ý", "none": "không"}[rule.fix]
        lines.append(
            f"| [{rule.id}]({rule.id}.md) | {rule.name} | {SEVERITIES[rule.severity]} | {fix} |"
        )
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every file of the reference by its name."""
    return {"README.md": index()} | {f"{rule.id}.md": page(rule) for rule in all_rules()}


def write(folder: Path) -> None:
    """Write the reference into a folder, removing pages of rules that are gone."""
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path("docs/rules"))
