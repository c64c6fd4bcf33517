"""What is done while a fault comes: six commands on a small newsroom in which somebody else is at work, too."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.desk import ARTICLE, ISSUE, PLAN, SETTINGS, Desk, photo_bytes, with_issue

OTHER = f"{ISSUE}/articles/evening.md"
NEXT = "issues/2022-10-13"
BODY = "灯下夜读的人,一年比一年多。\n\n" + "图书馆的灯亮到夜里十点。\n" * 40
CAPTION, DECK = "夜里十点的阅览室。", "——全市秋种工作见闻"
NAMES = ("add", "typed", "edit", "move", "remove", "photo", "undo")
_BYSTANDERS_NEW, _BYSTANDERS_OLD = f"{ISSUE}/articles/staged.md", f"{ISSUE}/articles/notice.md"

# A command that has nothing to do with what was broken off; it may write, so it recovers.
RECOVERING = ("article", "edit", "2022-10-12/evening", "--set", "headline=夜色里的江城")


@dataclass(frozen=True)
class Scenario:
    """A command; what must not be lost of what it is given, and what was done before."""

    name: str
    arguments: Sequence[str]
    texts: Sequence[bytes] = ()
    typed: Path | None = None  # what comes from standard input: when the command ends, it is nowhere else
    before: Sequence[Sequence[str]] = ()


def scenarios(desk: Path) -> dict[str, Scenario]:
    """All of them, by name; what they take in lies in the folder `desk`, see `lay_out`."""
    body, photo = str(desk / "body.txt"), str(desk / "lamp.jpg")
    facts = ["--headline", "灯下夜读", "--section", "社会", "--byline", "通讯员 姓名"]
    with_photo = ["--photo", photo, "--caption", CAPTION, "--credit", "通讯员 姓名 摄"]
    found = [
        Scenario(
            "add",
            ["--no-input", "article", "add", "--issue", "2022-10-12", *facts, "--body", body, *with_photo],
            [BODY.strip().encode(), CAPTION.encode(), _photo()],
        ),
        Scenario(
            "typed",
            ["--no-input", "article", "add", "--issue", "2022-10-12", *facts, "--body", "-"],
            [BODY.strip().encode()],
            typed=desk / "body.txt",
        ),
        Scenario("edit", ["article", "edit", "2022-10-12/sowing", "--set", f"deck={DECK}"], [DECK.encode()]),
        Scenario("move", ["article", "move", "2022-10-12/sowing", "--issue", "2022-10-13"]),
        Scenario("remove", ["article", "remove", "2022-10-12/sowing", "--yes"]),
        Scenario("photo", ["photo", "add", "2022-10-12/sowing", *with_photo[1:]], [CAPTION.encode(), _photo()]),
        Scenario(
            "undo",
            ["undo", "--yes"],
            before=[["article", "edit", "2022-10-12/sowing", "--set", "headline=又是一年秋播"]],
        ),
    ]
    return {scenario.name: scenario for scenario in found}


def lay_out(folder: Path, environment: Mapping[str, str]) -> Path:
    """The newsroom `paper`, committed, and beside it the reporter's own files, in `folder`; where the newsroom lies."""
    desk = Desk(folder / "paper")
    files = with_issue(
        **{
            OTHER: ARTICLE.partition("photos:")[0].replace("冬小麦播种过九成", "江城夜色") + "---\n江风。\n",
            _BYSTANDERS_OLD: "---\nheadline: 公告\nkind: notice\n---\n停水一天。\n",
            f"{NEXT}/issue.yaml": PLAN.replace("2022-10-12", "2022-10-13"),
        }
    )
    for path, content in {"newsroom.yaml": SETTINGS, **files, "../body.txt": BODY, "../lamp.jpg": _photo()}.items():
        desk.write(path, content)
    for command in (["init", "-q", "--template=", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "start"]):
        git(desk.root, environment, *command)
    return desk.root


def interfere(root: Path, environment: Mapping[str, str]) -> None:
    """Somebody else's work: staged and edited since, new and old; and a file that git does not know."""
    desk = Desk(root)
    desk.write(_BYSTANDERS_NEW, "---\nheadline: 半篇\n---\n")
    for path in (_BYSTANDERS_NEW, _BYSTANDERS_OLD):
        desk.write(path, desk.read(path) + "已暂存。\n")
        git(root, environment, "add", path)
        desk.write(path, desk.read(path) + "又改了。\n")
    desk.write("notes.txt", "记事。\n")


def _photo() -> bytes:
    return photo_bytes(90, 60, color="orange")


def git(root: Path, environment: Mapping[str, str], *arguments: str) -> str:
    """What git says on a newsroom; it writes nothing on the way."""
    command = ["git", "--no-optional-locks", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True).stdout.decode()
