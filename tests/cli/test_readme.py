"""What README and the guides tell a reader to type works as they say."""

import itertools
import re
import shlex

import pytest
from cli_samples import BROKEN, ROOT, minhphap, names, plain, word
from tests.registry.consolidation_samples import BASE, FIRST

PAGES = ("README.md", "README.vi.md", "docs/huong-dan/soan-thao.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(page):
    """The minhphap calls of a page's shell blocks."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [
        line.split("#")[0].strip()
        for kind, block in BLOCK.findall(text)
        if kind == "sh"
        for line in block.splitlines()
        if line.startswith("minhphap ")
    ]


@pytest.fixture
def desk(tmp_path):
    """A folder with what the pages speak of."""
    word(tmp_path / "du-thao.docx", BROKEN)
    word(plain(tmp_path / "ho-so/a.docx", ""), BROKEN)
    plain(tmp_path / "ho-so/b.txt", BROKEN)
    word(tmp_path / "goc.docx", BASE)
    word(tmp_path / "sua-doi.docx", FIRST)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@pytest.mark.parametrize(
    ("page", "command"), [(page, command) for page in PAGES for command in commands(page)]
)
def test_a_command_of_the_docs_runs_and_writes_what_it_names(desk, page, command):
    arguments = shlex.split(command)[1:]
    done = minhphap(*arguments, cwd=desk)
    assert done.returncode in (0, 1), done.stderr
    outputs = [
        desk / value
        for option, value in itertools.pairwise(arguments)
        if option in ("--output", "-o")
    ]
    for target in outputs:
        assert target.is_file() or names(target)
    assert outputs or done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_settings_of_the_docs_are_taken(desk, page):
    for kind, block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if kind == "toml":
            plain(desk / "minhphap.toml", block)
            assert minhphap("check", "du-thao.docx", cwd=desk).returncode == 1


def test_the_python_of_the_readme_runs(desk, monkeypatch, capsys):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = (block for kind, block in BLOCK.findall(text) if kind == "python")
    assert len(code.strip().splitlines()) <= 10
    monkeypatch.chdir(desk)
    exec(compile(code, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "khoản 2 Điều 1 Điều 1 không có khoản 7" in printed
    assert "Luật số 64/2025/QH15" in printed
    assert (desk / "du-thao.nhan-xet.docx").is_file()


def test_the_first_block_is_two_commands_of_dev_py():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    kind, block = BLOCK.findall(text)[0]
    verbs = [line.split("#")[0].split() for line in block.splitlines()]
    assert kind == "sh"
    assert verbs == [["python3", "dev.py", "demo"], ["python3", "dev.py", "test"]]
    help_text = (ROOT / "dev.py").read_text(encoding="utf-8")
    assert all(f'"{verb}": {verb}' in help_text for _, _, verb in verbs)


ALL_PAGES = sorted(
    str(one.relative_to(ROOT))
    for one in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md"))
)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_links_lead_somewhere(page):
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_pictures_load_nothing():
    picture = (ROOT / "docs/pictures/terminal.svg").read_text(encoding="utf-8")
    assert 'url("http' not in picture
    assert "@font-face" not in picture
