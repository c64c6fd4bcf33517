"""A newsroom in a folder, with a real git repository, and ways to run the command line on it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import newsroom
from newsroom.cli.main import run
from newsroom.storage.index import open_index
from newsroom.storage.newsroom import open_newsroom

SETTINGS = """\
name: 临江日报
language: zh-CN
sections: [要闻, 时政, 经济, 社会, 乡村振兴, 文体, 副刊]
roles: [记者, 通讯员, 实习记者, 特约记者, 摄影, 供图]
"""
PLAN = """\
date: 2022-10-12
number: 10234
pages:
  - {page: "1"}
  - {page: "3", section: 社会}
"""
ARTICLE = """\
---
headline: 冬小麦播种过九成
section: 乡村振兴
byline:
  - {role: 通讯员, name: 姓名}
photos:
  - file: sowing.jpg
    caption: 农机手在地头调试播种机。
    credit:
      - {role: 通讯员, name: 姓名}
status: draft
---
全市秋播进入尾声。
"""
ISSUE = "issues/2022-10-12"


@dataclass(frozen=True)
class Result:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A newsroom in a folder."""

    root: Path

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], cwd=self.root, check=True, capture_output=True
        )
        return done.stdout.decode()

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def commits(self) -> list[str]:
        """The subjects, newest first."""
        return self.git("log", "--format=%s").splitlines()

    def files_of_last_commit(self) -> list[str]:
        return sorted(self.git("show", "--format=", "--name-only", "HEAD").split("\n")[:-1])

    def is_clean(self) -> bool:
        return not self.git("status", "--porcelain")


def make_newsroom(root: Path, files: Mapping[str, str | bytes], settings: str = SETTINGS) -> Desk:
    """A committed newsroom: its settings and the files given."""
    desk = Desk(root)
    desk.write("newsroom.yaml", settings)
    for path, content in files.items():
        desk.write(path, content)
    desk.git("init", "-q", "-b", "main")
    desk.git("add", "-A")
    desk.git("commit", "-q", "-m", "start")
    return desk


def with_issue(**files: str | bytes) -> dict[str, str | bytes]:
    """An issue with a plan, one article that is right, and its photo."""
    return {
        f"{ISSUE}/issue.yaml": PLAN,
        f"{ISSUE}/articles/sowing.md": ARTICLE,
        f"{ISSUE}/photos/sowing.jpg": photo_bytes(),
        **files,
    }


CREDITED = """\
---
headline: 旧闻
section: 乡村振兴
column: 秋收时节
byline:
  - {role: 记者, name: 周一新}
  - {role: 通讯员, name: 林小满}
photos:
  - {file: sowing.jpg, caption: 农机手在地头调试播种机。, credit: 通讯员 林小满}
---
正文。
"""


def with_a_past(desk: "Desk") -> "Desk":
    """A newsroom that has credited 周一新 as 记者 and 林小满 as 通讯员, and has used a column; its index knows."""
    desk.write(f"{ISSUE}/articles/旧闻.md", CREDITED)
    desk.write(f"{ISSUE}/photos/sowing.jpg", photo_bytes())
    desk.git("add", "-A")
    desk.git("commit", "-qm", "more")
    index = open_index(open_newsroom(desk.root))
    assert index is not None
    with index:
        assert index.update()
    return desk


def photo_bytes(width: int = 900, height: int = 600, kind: str = "JPEG", color: str = "green") -> bytes:
    """A real, small picture."""
    stream = BytesIO()
    Image.new("RGB", (width, height), color).save(stream, kind)
    return stream.getvalue()


def run_in_process(capsys: pytest.CaptureFixture[str], *arguments: str) -> Result:
    capsys.readouterr()
    code = run(arguments)
    said = capsys.readouterr()
    return Result(int(code), said.out, said.err)


def run_process(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> Result:
    """Run newsroom as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "newsroom", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(newsroom.__file__).parent.parent), **environment},
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())
