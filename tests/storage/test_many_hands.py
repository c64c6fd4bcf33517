"""Many hands in one checkout: eight processes, and a person with plain git beside them."""

import os
import subprocess
from pathlib import Path

import pytest

from newsroom.storage.change import FileChange, commit_files
from tests.support.desk import ISSUE, Desk
from tests.support.many_hands import PERSONS, hand, many_hands
from tests.support.working_day import committed_files, count, started

EACH = int(os.environ.get("NEWSROOM_TEST_EACH", "10"))  # articles of each hand; 100 is the whole proof


def test_eight_hands_file_at_once(tmp_path: Path) -> None:
    outcome = many_hands(tmp_path / "paper", hands=8, each=EACH)

    assert outcome.faults() == []
    assert len(outcome.reported) == 8 * EACH


def test_whole_articles_are_filed_at_once(tmp_path: Path) -> None:
    outcome = many_hands(tmp_path / "paper", hands=4, each=2, by_desk=True)

    assert outcome.faults() == []
    assert len(outcome.reported) == 8


@pytest.mark.parametrize("person", PERSONS)
def test_beside_a_person_who_commits_by_plain_git(tmp_path: Path, person: str) -> None:
    outcome = many_hands(tmp_path / "paper", hands=4, each=EACH, person=person)

    assert outcome.faults() == []
    assert len(outcome.reported) == 4 * EACH
    assert outcome.persons


def test_beside_a_person_whose_commits_take_long(tmp_path: Path) -> None:
    """While a hook runs, `git commit` holds no lock: whatever was read before may be outdated after it."""
    outcome = many_hands(tmp_path / "paper", hands=2, each=EACH, person="commit -m", hook="sleep 0.03")

    assert outcome.faults() == []
    assert len(outcome.reported) == 2 * EACH


def test_in_two_linked_work_trees_at_once(tmp_path: Path) -> None:
    main = started(tmp_path / "main")
    sides = [Desk(tmp_path / name) for name in ("one", "two")]
    for side in sides:
        main.git("worktree", "add", "-q", "-b", side.root.name, str(side.root))
    hands = [hand(side.root, f"{side.root.name}{number}", EACH) for side in sides for number in range(2)]

    assert [process.communicate()[1] for process in hands] == [""] * 4
    for side in sides:
        assert count(side) == 1 + 2 * EACH
        assert len(side.git("ls-files", ISSUE).splitlines()) == 3 + 2 * EACH
        assert side.is_clean()
    assert main.is_clean()
    assert count(main) == 1


GIT_BETWEEN = """\
#!/bin/sh
# Git, before whose first `{when}` somebody else's commit comes in that asked for the index before.
if [ "$NOT_AGAIN" != 1 ] && [ ! -e "{done}" ]; then
  for word; do
    if [ "$word" = "{when}" ]; then
      export NOT_AGAIN=1
      : > "{done}"
      tree=$(GIT_INDEX_FILE="{done}.index" sh -c '
        "{git}" read-tree HEAD && echo his > his.txt && "{git}" update-index --add his.txt && "{git}" write-tree')
      commit=$(echo his | "{git}" commit-tree -p HEAD "$tree") || exit 9
      "{git}" update-ref HEAD "$commit" || exit 9
      break
    fi
  done
fi
exec "{git}" "$@"
"""


@pytest.mark.skipif(os.name != "posix", reason="a shell script in the place of git")
@pytest.mark.parametrize("when", ["update-index", "write-tree", "commit", "commit-tree", "update-ref"])
def test_a_commit_that_comes_in_between_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    """`git commit` holds no lock while it moves the branch; nor does `git push` into it."""
    desk = started(tmp_path / "paper")
    programs = Desk(tmp_path / "bin")
    git = subprocess.run(["sh", "-c", "command -v git"], check=True, capture_output=True, text=True).stdout.strip()
    script = GIT_BETWEEN.format(when=when, git=git, done=tmp_path / "done")
    programs.write("git", script).chmod(0o755)
    path = f"{ISSUE}/articles/mine.md"

    with monkeypatch.context() as patch:
        patch.setenv("PATH", f"{programs.root}{os.pathsep}{os.environ['PATH']}")
        commit = commit_files(desk.root, [FileChange(path, b"mine\n")], "Add article: mine", {})

    assert [committed_files(desk, name) for name in desk.git("rev-list", "HEAD").split()[:-1]] == (
        [[path], ["his.txt"]] if (tmp_path / "done").exists() else [[path]]
    )
    assert commit == desk.git("rev-parse", "HEAD").strip()
    assert desk.git("ls-files", "--stage", "--", path).split()[1] == desk.git("rev-parse", f"HEAD:{path}").strip()
