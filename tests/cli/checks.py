"""What the tests of the command line look at again and again."""

import re
from typing import Any

from tests.support.desk import Desk, Result

REFUSED, USAGE = 3, 2
FINDING_KEYS = ["rule", "severity", "path", "line", "column", "field", "message", "help"]
ARTICLE_KEYS = [
    "id", "issue", "path", "kind", "headline", "deck", "kicker", "section", "page", "status", "byline",
    "credit_line", "source", "photos", "length", "commit", "findings",
]  # fmt: skip
ENGLISH = """\
name: The Linden Courier
language: en
sections: [News, Community, Sports]
roles: [Correspondent, Staff Writer]
"""

# What stays in Latin letters in a Chinese sentence: what is typed, the program's name, placeholders, file formats.
_TYPED = re.compile(r"newsroom[a-z -]*|--?[A-Za-z][a-z-]*|[A-Z]{2,}|zh-CN|\ben\b|[\w.]+\.(?:yaml|md|txt)")


def error(result: Result, exit_code: int, code: str) -> dict[str, str]:
    """The refusal that a command with `--json` ended in; seen to be whole."""
    assert result.code == exit_code, (result.out, result.err)
    assert list(result.json) == ["error"]
    said: dict[str, str] = result.json["error"]
    assert list(said) == ["code", "message", "help"]
    assert said["code"] == code
    assert said["message"]
    assert said["help"]
    return said


def snapshot(desk: Desk) -> dict[str, Any]:
    """All that a refusal must leave as it was: every file and folder, the index, HEAD and its branch."""
    tree = {
        path.relative_to(desk.root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in desk.root.rglob("*")
        if ".git" not in path.relative_to(desk.root).parts
    }
    return {
        "tree": tree,
        "index": desk.git("ls-files", "--stage"),
        "HEAD": (desk.root / ".git/HEAD").read_text(),
        "refs": desk.git("for-each-ref"),
    }


def changed_lines(desk: Desk) -> list[str]:
    """The lines that the last commit took away and put in."""
    diff = desk.git("show", "--format=", "-U0", "HEAD").splitlines()
    return [line for line in diff if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def trailers(desk: Desk) -> dict[str, str]:
    said = desk.git("log", "-1", "--format=%(trailers:only,unfold)")
    return dict(line.split(": ", 1) for line in said.splitlines() if line)


def english_left(text: str) -> list[str]:
    """The English words in a Chinese text that nobody has to type."""
    return re.findall(r"[A-Za-z]{2,}", _TYPED.sub("", text))
