import os
from pathlib import Path

import pytest

from newsroom.errors import Refused
from newsroom.storage.paths import MAX_BYTES, check_new_path


@pytest.mark.parametrize(
    "path",
    [
        "newsroom.yaml",
        "issues/2022-10-12/articles/秋播过九成.md",
        "a/b c.md",
        "a[1].md",
        "-rf.md",
        "a/--all",
        ".github/a",
        ".gitignore",
        "git/a",
        "a.git/b",
        "console.md",
        "com.md",
        "com10.md",
        "é",
        "a" * MAX_BYTES,
    ],
)
def test_this_may_be_written(tmp_path: Path, path: str) -> None:
    assert check_new_path(tmp_path, path) is None


@pytest.mark.parametrize(
    "path",
    [
        "../a",
        "a/../../b",
        "a/..",
        "/etc/passwd",
        ".git/config",
        "a/.git/hooks/pre-commit",
        ".GIT/config",
        ".Git",
        ".g\u200cit/config",
        ".git\u200f/config",
        "．git/config",
        ".git./config",
        ".git /config",
        "git~1/config",
        "GIT~1",
        "con",
        "a/CON.md",
        "nul.txt",
        "aux",
        "lpt1.md",
        "a/prn/b",
        "a\\b",
        "a:b",
        ".git::$INDEX_ALLOCATION",
        "a*b",
        "a?b",
        "a<b",
        "a|b",
        'a"b',
        "a\nb",
        "a\x00b",
        "a\x7f",
        "a\x1bb",
        "a.",
        "a ",
        "a./b",
        "a" * (MAX_BYTES + 1),
        "冬" * 67,
        "\udcff.jpg",
    ],
)
def test_this_may_not_be_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(Refused) as caught:
        check_new_path(tmp_path, path)
    assert caught.value.code == "unsafe-path"
    assert caught.value.help


@pytest.mark.parametrize("link", ["issues", "issues/2022-10-12", "issues/2022-10-12/articles"])
def test_nothing_is_written_through_a_folder_that_is_a_link(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place = tmp_path / "paper" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside)
    with pytest.raises(Refused) as caught:
        check_new_path(tmp_path / "paper", "issues/2022-10-12/articles/a.md")
    assert caught.value.code == "unsafe-path"
    assert link in caught.value.message


def test_the_newsroom_itself_may_lie_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "link").symlink_to("paper")
    assert check_new_path(tmp_path / "link", "issues/a.md") is None
    assert os.listdir(tmp_path / "paper") == []  # noqa: PTH208
