#!/usr/bin/env python3
"""Amending instructions read per second, beside the plain tree's speed; growth; application.

    python benchmarks/speed_amendments.py [--clauses N] [--times N]

An amending decision of our own writing, of N clauses (every kind of instruction, new text of one
to several paragraphs; mean length about 600 characters an instruction), and the decision that it
amends. One process, one core, best of some runs. The goal is on the whole way from the text:
tree, citations and instructions together.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from typing import Any

from minhphap.amendments import apply, instructions, revert
from minhphap.citations import cite
from minhphap.structure import parse_text

BODY = (
    "Ủy ban nhân dân xã, phường tiếp nhận hồ sơ, kiểm tra tính đầy đủ của thành phần hồ sơ và trả"
    " kết quả cho tổ chức, cá nhân trong thời hạn {n} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp"
    " lệ; trường hợp hồ sơ chưa đầy đủ thì hướng dẫn bằng văn bản một lần để hoàn thiện; kinh phí"
    " thực hiện do ngân sách địa phương bảo đảm theo phân cấp, được quyết toán hằng năm cùng với"
    " quyết toán ngân sách của đơn vị; người đứng đầu đơn vị chịu trách nhiệm về kết quả giải"
    " quyết và công khai danh sách hồ sơ quá hạn tại trụ sở."
)
LONG = (
    "“Điều {n}. Trình tự giải quyết\n1. {body}\n2. Hồ sơ gồm:\na) Đơn đề nghị theo Mẫu số 01;\n"
    "b) Bản sao giấy tờ về quyền sử dụng đất.\n3. {body}”."
)
CLAUSES = (
    "Sửa đổi, bổ sung khoản 2 Điều {n} như sau:\n“2. {body}”.",
    "Bổ sung khoản 4 vào sau khoản 3 Điều {n} như sau:\n“4. {body} {body}”.",
    "Sửa đổi, bổ sung Điều {n} như sau:\n" + LONG,
    "Thay thế cụm từ “bằng văn bản” bằng cụm từ “bằng văn bản hoặc qua Cổng dịch vụ công” tại"
    " khoản 1 Điều {n}, khoản 3 Điều {m}.",
    "Bãi bỏ điểm b khoản 1 Điều {n}.",
    "Sửa đổi tên Điều {n} như sau: “Điều {n}. Trình tự, thủ tục giải quyết hồ sơ”.",
    "Bổ sung Điều {n}a vào sau Điều {n} như sau:\n“Điều {n}a. Công khai kết quả\n1. {body}\n"
    "2. {body}\n3. {body}”.",
)
GOAL = 2000


def amending(clauses: int) -> str:
    """A decision that amends another in so many clauses; each touches an article of its own."""
    lines = [
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 30/2028/QĐ-UBND\nSơn Hà, ngày 05 tháng 02 năm 2028",
        "QUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2027/QĐ-UBND ngày 10 tháng 6"
        " năm 2027 của Ủy ban nhân dân tỉnh như sau:",
    ]
    for number in range(1, clauses + 1):
        clause = CLAUSES[number % len(CLAUSES)]
        body = BODY.format(n=number)
        lines.append(f"{number}. {clause.format(n=number, m=number, body=body)}")
    lines.append("Điều 2. Hiệu lực\nQuyết định này có hiệu lực từ ngày 01 tháng 3 năm 2028.")
    return "\n".join(lines) + "\n"


def base(articles: int) -> str:
    """The decision that is amended."""
    lines = [
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ\nSố: 12/2027/QĐ-UBND\nSơn Hà, ngày 10 tháng 6 năm 2027",
        "QUYẾT ĐỊNH\nQuy định trình tự giải quyết hồ sơ",
    ]
    for number in range(1, articles + 1):
        body = BODY.format(n=number)
        lines += [
            f"Điều {number}. Giải quyết hồ sơ thứ {number}",
            f"1. {body}\na) Đơn đề nghị;\nb) Bản sao giấy tờ.",
            f"2. {body}\n3. {body}",
        ]
    return "\n".join(lines) + "\n"


def best(run: Callable[[], Any], times: int) -> tuple[float, Any]:
    """The shortest of some runs, and what the last one gave."""
    shortest, value = float("inf"), None
    for _ in range(times):
        start = time.process_time()
        value = run()
        shortest = min(shortest, time.process_time() - start)
    return shortest, value


def stages(clauses: int, times: int) -> dict[str, float]:
    """Seconds of each stage, and the sizes."""
    text = amending(clauses)
    tree, act = best(lambda: parse_text(text), times)
    citing, citations = best(lambda: cite(act), times)
    reading, orders = best(lambda: instructions(act, citations), times)
    old = parse_text(base(clauses))
    applying, applied = best(lambda: apply(old, orders), times)
    undoing, again = best(lambda: revert(applied), times)
    if again.source.text != old.source.text:
        raise SystemExit("reverting did not give the base again")
    return {
        "orders": len(orders),
        "chars": len(text),
        "refused": len(applied.refused),
        "base": len(old.source.text),
        "tree": tree,
        "citations": citing,
        "instructions": reading,
        "apply": applying,
        "revert": undoing,
    }


def main() -> None:
    """Print every figure."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--clauses", type=int, default=900)
    options.add_argument("--times", type=int, default=3)
    given = options.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    small, large = (stages(n, given.times) for n in (given.clauses // 10, given.clauses))
    count, chars = large["orders"], large["chars"]
    print(f"{count:.0f} instructions, {chars:,.0f} characters, {chars / count:.0f} an instruction")
    print(f"{'stage':14}{'seconds':>9}{'Mchar/s':>9}{'instr./s':>10}{'t(10x)/t(1x)':>14}")
    for stage in ("tree", "citations", "instructions", "apply", "revert"):
        took = large[stage]
        read = large["base"] if stage in ("apply", "revert") else chars
        print(
            f"{stage:14}{took:9.3f}{read / took / 1e6:9.2f}{count / took:10,.0f}"
            f"{took / small[stage]:14.1f}"
        )
    whole = large["tree"] + large["citations"] + large["instructions"]
    speed = count / whole
    held = "ok" if speed >= GOAL else "MISSED"
    print(f"text -> tree -> citations -> instructions: {speed:,.0f}/s, goal >= {GOAL:,}: {held}")
    print(
        f"the tree alone: {count / large['tree']:,.0f}/s, {chars / large['tree'] / 1e6:.2f} Mchar/s"
    )
    print(f"refused when applied: {large['refused']:.0f}")


if __name__ == "__main__":
    main()
