"""`newsroom validate` on copy that nobody trusts: every file gets its line, nothing gets an exception."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.desk import ISSUE, Desk, Result, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
BAD = f"{ISSUE}/articles/bad.md"

# The front matter, the line of the file that is at fault, and what the message says of it.
HOSTILE = {
    "a tab": ("headline: a\n\tdeck: b\n", 3, "a tab where spaces belong"),
    "a tab before a value": ("headline:\n\t- a\n", 3, "a tab where spaces belong"),
    "a duplicate key": ("headline: a\nsection: b\nheadline: c\n", 4, "the field headline stands here twice"),
    "a full-width colon": ("headline：冬小麦\nsection: 社会\n", 2, "a full-width colon after headline"),
    "a later full-width colon": ("headline: a\nsection：社会\n", 3, "a full-width colon after section"),
    "a python object": ("headline: a\ndeck: !!python/object/apply:os.system ['id']\n", 3, "a YAML tag"),
    "a short tag": ("headline: !x a\n", 2, "a YAML tag (!x)"),
    "a merge key": ("base: &b {a: b}\nmine:\n  <<: *b\n", 4, "a merge key (<<)"),
    "a bare merge key": ("<<: {headline: a}\n", 2, "a merge key (<<)"),
    "an anchor": ("headline: &a b\n", 2, "an alias or an anchor (&)"),
    "an alias": ("headline: a\ndeck: *a\n", 3, "an alias or an anchor (*)"),
    "an unclosed double quote": ('headline: "冬小麦\nsection: 社会\n', 2, "a quote that is not closed"),
    "an unclosed single quote": ("section: 社会\nheadline: '冬小麦\n", 3, "a quote that is not closed"),
    "an unclosed bracket": ("headline: a\nbyline: [a, b\nsection: c\n", 3, "a bracket that is not closed"),
    "20,000 open brackets": ("headline: a\ndeck: " + "[" * 20_000 + "\n", 3, "brackets nested too deeply"),
    "20,000 closed brackets": ("headline: a\ndeck: " + "[" * 20_000 + "]" * 20_000 + "\n", 3, "nested too deeply"),
    "20,000 open braces": ("headline: a\ndeck: " + "{a: " * 20_000 + "\n", 3, "nested too deeply"),
    "deep blocks": ("".join(" " * depth + "a:\n" for depth in range(1000)), 9, "nested too deeply"),
    "too many values": ("deck:\n" + "  - a\n" * 20_000, 10_000, "too many values"),
    "a colon in a value": ("headline: a\ndeck: b: c\n", 3, "a colon inside a value"),
    "a list": ("- a\n- b\n", 2, "this is not a list of fields"),
    "a sentence": ("only a sentence\n", 2, "this is not a list of fields"),
    "a second document": ("headline: a\n...\ndeck: b\n", 4, ""),
    "a control character": ("headline: a\ndeck: b\x07c\n", 3, "a control character"),
    "an invisible line end": ("headline: a\ndeck: b\u2028c\n", 3, "(U+2028)"),
    "another one": ("headline: a\u0085b\n", 2, "(U+0085)"),
    "a mapping for a headline": ("section: a\nheadline: {a: b}\n", 3, "headline should be text"),
    "a list for a photo": ("photos:\n  - [a, b]\n", 3, "photos[0] should be"),
    "a list in a credit": ("byline:\n  - [a]\n", 3, "byline[0] should be"),
    "a key that is a list": ("? [a, b]\n: c\n", 2, "a field name that is not text"),
    "a bad indent": ("headline: a\n  deck: b\n", 3, ""),
    "a bad escape": ('headline: "a\\qb"\n', 2, "a backslash inside double quotes"),
    "a sign that begins no value": ("headline: @a\n", 2, "a value can not begin with @"),
    "a percent sign": ("headline: a\n%b: c\n", 3, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_front_matter_is_one_finding_at_its_line(newsroom: NewNewsroom, run: Run, name: str) -> None:
    front, line, cause = HOSTILE[name]
    newsroom(with_issue(**{BAD: f"---\n{front}---\n正文。\n"}))

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert checked.code == 1, checked.err
    assert [(found["rule"], found["path"], found["line"]) for found in checked.json["findings"]] == [
        ("unreadable-article", BAD, line)
    ]
    found = checked.json["findings"][0]
    assert found["message"].startswith("the article can not be read: ")
    assert cause in found["message"]
    assert found["help"]
    assert checked.json["articles"] == 2
    assert checked.err == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_front_matter_in_text_says_its_line(newsroom: NewNewsroom, run: Run, name: str) -> None:
    front, line, _cause = HOSTILE[name]
    newsroom(with_issue(**{BAD: f"---\n{front}---\n正文。\n"}))

    checked = run("validate", "2022-10-12")

    assert checked.code == 1, checked.err
    assert checked.out.startswith(f"{BAD}:{line}:")
    assert max(len(text) for text in checked.out.splitlines()) < 300
    assert not any(letter in checked.out for letter in "\x07\x85\u2028\x1b")


@pytest.mark.parametrize(
    ("content", "line", "cause"),
    [
        (b"", 1, "it has no front matter"),
        ("正文。\n".encode(), 1, "it has no front matter"),
        (b"\n---\nheadline: a\n---\n", 1, "it has no front matter"),
        (b"---\nheadline: a\n", 1, "the front matter does not end"),
        ("---\nheadline: 冬小麦播种过九成，农机下地\n---\n".encode("gb18030"), 2, "it looks like GB18030"),
        ("---\nheadline: a\n---\n".encode("utf-16"), 1, "it looks like UTF-16"),
        (b"---\nheadline: a\n---\nb\x00c\n", 4, "it is not text"),
        (b"x" * (512 * 2**10 + 1), 1, "larger than 512 KB"),
    ],
)
def test_a_file_that_is_no_article(newsroom: NewNewsroom, run: Run, content: bytes, line: int, cause: str) -> None:
    newsroom(with_issue(**{BAD: content}))

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert checked.code == 1
    assert [(found["rule"], found["path"], found["line"]) for found in checked.json["findings"]] == [
        ("unreadable-article", BAD, line)
    ]
    assert cause in checked.json["findings"][0]["message"]


def link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("make", [link, broken_link, os.mkfifo, Path.mkdir], ids=["link", "broken", "fifo", "folder"])
def test_what_is_no_plain_file_is_named_and_not_read(
    newsroom: NewNewsroom, run: Run, make: Callable[[Path], None]
) -> None:
    desk = newsroom(with_issue())
    make(desk.root / BAD)

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert checked.code == 1, checked.err
    assert [(found["rule"], found["path"], found["line"]) for found in checked.json["findings"]] == [
        ("unreadable-article", BAD, 1)
    ]
    found = checked.json["findings"][0]
    assert "root:" not in found["message"]
    assert str(desk.root) not in found["message"], "paths are printed relative to the newsroom"
    assert found["help"]


@pytest.mark.parametrize(
    "front",
    [
        "deck: " + "[" * 20_000 + "\n",
        "deck: [" + "[], " * 100_000 + "]\n",
        "deck: '" + "''" * 250_000 + "\n",
        'deck: "' + "\\" * 500_000 + "\n",
        "".join(f"k{number}: v\n" for number in range(45_000)),
        "deck: " + "：" * 170_000 + "\n",
        "a- " * 170_000 + "\n",
        "\n" * 500_000 + "\tx\n",
    ],
    ids=["brackets", "values", "quotes", "backslashes", "keys", "colons", "words", "empty lines"],
)
def test_no_front_matter_takes_long(newsroom: NewNewsroom, run: Run, front: str) -> None:
    newsroom(with_issue(**{BAD: f"---\n{front}---\n"}))

    start = time.process_time()
    checked = run("validate", "2022-10-12", "--json")

    assert checked.code == 1
    assert time.process_time() - start < 5


def test_what_looks_odd_and_is_right_is_let_through(newsroom: NewNewsroom, run: Run) -> None:
    front = (
        "headline: yes\ndeck: 750\nkicker: no\nsection: 社会\nmine: {a: [b, {c: d}]}\n"
        "byline: 通讯员 姓名\n# 说明：全角冒号在注释里\nnote: 他说：好\n"
    )
    newsroom(with_issue(**{BAD: f"---\n{front}---\n正文：有冒号。\n\n---\n\n他说：好。\n"}))

    assert run("validate", "--json").json["findings"] == []


def test_a_folder_that_is_a_link_is_not_read_and_not_passed_over(
    newsroom: NewNewsroom, run: Run, tmp_path: Path
) -> None:
    """Copy from strangers is validated on a machine that has other files."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.md").write_text("---\nheadline: secret\n---\n")
    desk = newsroom(with_issue(**{"issues/2022-10-13/issue.yaml": ""}))
    (desk.root / "issues/2022-10-13/articles").symlink_to(elsewhere)

    checked = run("validate", "2022-10-13")

    assert "headline: secret" not in checked.out
    assert checked.code != 0


def test_an_issue_that_is_a_link_is_not_read_and_not_passed_over(
    newsroom: NewNewsroom, run: Run, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere/articles"
    elsewhere.mkdir(parents=True)
    (elsewhere / "secret.md").write_text("---\nheadline: secret\n---\n")
    desk = newsroom(with_issue())
    (desk.root / "issues/2022-10-13").symlink_to(elsewhere.parent)

    named, bare = run("validate", "2022-10-13"), run("validate")

    assert "secret" not in named.out + bare.out
    assert named.code != 0
    assert bare.code != 0


@pytest.mark.parametrize("make", [link, os.mkfifo, Path.mkdir], ids=["link", "fifo", "folder"])
def test_a_plan_that_is_no_plain_file_is_a_finding(
    newsroom: NewNewsroom, run: Run, make: Callable[[Path], None]
) -> None:
    desk = newsroom(with_issue())
    plan = desk.root / ISSUE / "issue.yaml"
    plan.unlink()
    make(plan)

    checked = run("validate", "2022-10-12", "--json")

    assert checked.code == 1, checked.err
    assert [(found["rule"], found["path"]) for found in checked.json["findings"]] == [
        ("unreadable-issue", f"{ISSUE}/issue.yaml")
    ]


@pytest.mark.parametrize("make", [link, os.mkfifo, Path.mkdir], ids=["link", "fifo", "folder"])
def test_a_photo_that_is_no_plain_file_is_not_found(
    newsroom: NewNewsroom, run: Run, make: Callable[[Path], None]
) -> None:
    desk = newsroom(with_issue())
    photo = desk.root / ISSUE / "photos/sowing.jpg"
    photo.unlink()
    make(photo)

    checked = run("validate", "2022-10-12", "--json")

    assert [found["rule"] for found in checked.json["findings"]] == ["photo-not-found"]
