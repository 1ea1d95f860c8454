"""The page as a browser has it once its script has run."""

import os
import re
import shutil
import subprocess

import pytest
from lxml import html
from report_samples import REPORT

from minhphap.reports import render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and os.environ.get("CI") != "true",
    reason="Chromium is not installed; it opens the page as its reader would",
)


def opened(folder, width):
    """The page after its script, in a window of a width."""
    page = folder / "report.html"
    page.write_bytes(render(REPORT, "html"))
    assert CHROMIUM, "CI must have Chromium"
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900",
         f"--user-data-dir={folder / 'profile'}", "--dump-dom", page.as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return html.fromstring(done.stdout.decode())


def test_beside_a_wide_draft_notes_keep_their_order_and_push_no_text(tmp_path):
    law = opened(tmp_path, 1440).get_element_by_id("top")
    assert "placed" in law.get("class")
    tops = [float(re.search(r"top: ([\d.]+)px", one.get("style"))[1]) for one in law.xpath("aside")]
    assert len(tops) > 1
    assert tops == sorted(set(tops))


def test_on_a_phone_notes_follow_their_clause(tmp_path):
    law = opened(tmp_path, 500).get_element_by_id("top")
    assert "placed" not in law.get("class")
    assert not law.xpath("aside[contains(@style, 'top: ')]")
