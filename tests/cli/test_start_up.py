"""What a command loads: only the libraries that it uses, since each is felt at every start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom as package
from tests.support.desk import Desk, photo_bytes, with_issue

NewNewsroom = Callable[..., Desk]

HEAVY = frozenset({"git", "PIL", "jinja2", "questionary", "prompt_toolkit", "rich", "ruamel.yaml", "wcwidth"})
ALWAYS = frozenset({"typer"})
STORY = (
    "article", "add", "--issue", "2022-10-12", "--headline", "题", "--section", "社会", "--byline", "记者 姓名",
    "--body", "body.txt",
)  # fmt: skip
PHOTO = ("--photo", "lamp.jpg", "--caption", "灯。", "--credit", "姓名 摄")
ADDED = ("photo", "add", "2022-10-12/sowing", "lamp.jpg")
PROGRAM = """
import sys
sys.argv = ["newsroom", *sys.argv[1:]]
from newsroom.__main__ import main
code = main()
print("loaded:", code, *sorted(sys.modules), file=sys.stderr)
"""


def loaded(cwd: Path, *arguments: str, trace: Path | None = None) -> set[str]:
    """The modules that are there when the command is done."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent)}
        | ({"GIT_TRACE": str(trace)} if trace else {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        text=True,
    )
    _said, _mark, listed = done.stderr.rpartition("loaded: ")
    return set(listed.split()[1:])


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    """A newsroom whose templates have nothing to fill in, so that they need no other process."""
    desk = newsroom(with_issue(**{"templates/zh-CN/issue.yaml": "pages: ['1']\n"}))
    desk.write("body.txt", "正文。\n")
    desk.write("lamp.jpg", photo_bytes(color="red"))
    return desk


@pytest.mark.parametrize(
    ("arguments", "uses"),
    [
        (("issue", "list"), {"ruamel.yaml"}),
        (("issue", "list", "--json"), {"ruamel.yaml"}),
        (("issue", "show", "2022-10-12"), {"ruamel.yaml", "wcwidth"}),
        (("issue", "show", "2022-10-12", "--json"), {"ruamel.yaml"}),
        (("article", "list", "--issue", "2022-10-12"), {"ruamel.yaml"}),
        (("article", "list", "--issue", "2022-10-12", "--json"), {"ruamel.yaml", "git"}),
        (("article", "show", "2022-10-12/sowing"), {"ruamel.yaml", "PIL"}),
        (("article", "show", "2022-10-12/sowing", "--json"), {"ruamel.yaml", "git", "PIL"}),
        (("article", "edit", "2022-10-12/sowing", "--set", "page=3", "--dry-run"), {"ruamel.yaml", "PIL"}),
        (("article", "edit", "2022-10-12/sowing", "--set", "page=3"), {"ruamel.yaml", "git", "PIL"}),
        (STORY, {"ruamel.yaml", "git"}),
        ((*STORY, "--dry-run"), {"ruamel.yaml"}),
        ((*STORY, *PHOTO), {"ruamel.yaml", "git", "PIL"}),
        ((*STORY, *PHOTO, "--dry-run"), {"ruamel.yaml", "PIL"}),
        ((*ADDED, "--caption", "灯。", "--credit", "姓名 摄"), {"ruamel.yaml", "git", "PIL"}),
        ((*ADDED, "--caption", "灯。", "--credit", "姓名 摄", "--dry-run"), {"ruamel.yaml", "PIL"}),
        (("status", "2022-10-12"), {"ruamel.yaml", "PIL"}),
        (("status", "2022-10-12", "--json"), {"ruamel.yaml", "PIL"}),
        (("log",), {"ruamel.yaml", "git"}),
        (("log", "2022-10-12/sowing", "--json"), {"ruamel.yaml", "git"}),
        (("issue", "new", "2022-10-13"), {"ruamel.yaml", "git"}),
        (("issue", "new", "2022-10-13", "--dry-run"), {"ruamel.yaml"}),
        (("validate",), {"ruamel.yaml", "wcwidth", "PIL"}),
        (("validate", "--json"), {"ruamel.yaml", "PIL"}),
        (("rules",), {"ruamel.yaml"}),
        (("rules", "--json"), {"ruamel.yaml"}),
        (("rules", "missing-caption"), {"ruamel.yaml", "wcwidth"}),
        (("rules", "missing-caption", "--json"), {"ruamel.yaml"}),
        (("--help",), {"wcwidth"}),
        (("article", "add", "--help"), {"wcwidth"}),
        (("--lang", "en", "--version"), set()),
        (("nope",), set()),
        (("init", "courier", "--dry-run"), {"ruamel.yaml"}),
        (("tour", "--nope"), set()),
        (("doctor",), {"ruamel.yaml", "git", "wcwidth"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_what_it_uses(desk: Desk, arguments: tuple[str, ...], uses: set[str]) -> None:
    modules = loaded(desk.root, *arguments)

    assert modules & HEAVY <= uses
    assert modules >= ALWAYS


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (STORY, 20),
        (("article", "edit", "2022-10-12/sowing", "--set", "page=3"), 20),
        (("article", "move", "2022-10-12/sowing", "--issue", "pool"), 21),
        (("article", "remove", "2022-10-12/sowing", "--yes"), 22),
        ((*STORY, "--dry-run"), 0),
        (("article", "list", "--issue", "2022-10-12"), 0),
        (("article", "list", "--issue", "2022-10-12", "--json"), 4),
        (("status", "2022-10-12"), 0),
        (("log", "--issue", "2022-10-12"), 9),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_git_is_started_only_so_often(desk: Desk, tmp_path: Path, arguments: tuple[str, ...], most: int) -> None:
    """Each start is felt, and they add up."""
    trace = tmp_path / "trace"
    loaded(desk.root, "--no-input", *arguments, trace=trace)

    said = trace.read_text("utf-8").splitlines() if trace.exists() else []
    assert len([line for line in said if "trace: built-in: git " in line]) <= most


def test_a_template_with_braces_is_filled_in_by_another_process(newsroom: NewNewsroom) -> None:
    desk = newsroom()

    assert "jinja2" not in loaded(desk.root, "issue", "new", "2022-10-12")
    assert "date: 2022-10-12" in desk.read("issues/2022-10-12/issue.yaml")


@pytest.mark.parametrize(
    "arguments", [("issue", "list"), ("rules",), ("validate",), ("article", "show", "2022-10-12/sowing")]
)
def test_a_command_loads_no_other_command(desk: Desk, arguments: tuple[str, ...]) -> None:
    modules = loaded(desk.root, *arguments)

    commands = {name.rpartition(".")[2] for name in modules if name.startswith("newsroom.cli.commands.")}
    assert len(commands) == 1


def test_what_is_only_for_the_network_or_threads_is_never_loaded(desk: Desk) -> None:
    modules = loaded(desk.root, "issue", "list")

    assert modules & {"asyncio", "http", "urllib.request", "email", "pydantic", "click", "importlib.metadata"} == set()


def test_the_version_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, check=True, text=True
    )

    ours = loaded(tmp_path, "--version") - set(bare.stdout.split())

    assert ours <= {"newsroom", "newsroom.__main__"}
    assert ours & {"pathlib", "typer", "json", "dataclasses", "re", "enum"} == set()
