"""Every command that writes, through a whole day, in repositories that are not what `git init` makes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.desk import Desk, Result
from tests.support.working_day import DAY, HERE, NAME, count, left_behind, started, status, steps, take, work_a_day

Run = Callable[..., Result]
Make = Callable[[Path], Desk]


def with_sha256(folder: Path) -> Desk:
    return started(folder, "--object-format=sha256")


def with_its_git_folder_elsewhere(folder: Path) -> Desk:
    return started(folder, f"--separate-git-dir={folder}.git")


def with_a_link_to_its_git_folder(folder: Path) -> Desk:
    desk = started(folder)
    (folder / ".git").rename(folder.parent / "elsewhere")
    (folder / ".git").symlink_to(folder.parent / "elsewhere")
    return desk


def shared_by_a_group(folder: Path) -> Desk:
    return started(folder, "--shared=group")


def linked_work_tree(folder: Path) -> Desk:
    main = started(folder / "main")
    main.git("worktree", "add", "-q", "-b", "side", str(folder / "side"))
    return Desk(folder / "side")


def linked_work_tree_of_a_bare_one(folder: Path) -> Desk:
    main = started(folder / "main")
    main.git("clone", "-q", "--bare", ".", str(folder / "bare.git"))
    Desk(folder / "bare.git").git("worktree", "add", "-q", str(folder / "side"), "main")
    return Desk(folder / "side")


def submodule(folder: Path) -> Desk:
    paper = started(folder / "paper")
    outer = started(folder / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(paper.root), "paper")
    outer.git("commit", "-qm", "paper")
    return Desk(outer.root / "paper")


def clone(folder: Path, *flags: str) -> Desk:
    origin = started(folder / "origin")
    origin.write("more.txt", "more\n")
    origin.git("add", "more.txt")
    origin.git("commit", "-qm", "more")
    origin.git("clone", "-q", *flags, origin.root.as_uri(), str(folder / "clone"))
    return Desk(folder / "clone")


def clone_with_alternates(folder: Path) -> Desk:
    desk = clone(folder, "--reference", str(folder / "origin"))
    assert (desk.root / ".git/objects/info/alternates").exists()
    return desk


def shallow_clone(folder: Path) -> Desk:
    desk = clone(folder, "--depth=1")
    assert (desk.root / ".git/shallow").exists()
    return desk


def partial_clone(folder: Path) -> Desk:
    origin = started(folder / "origin")
    origin.git("config", "uploadpack.allowFilter", "true")
    origin.git("clone", "-q", "--filter=blob:none", origin.root.as_uri(), str(folder / "clone"))
    return Desk(folder / "clone")


def with_packed_references(folder: Path) -> Desk:
    desk = started(folder)
    desk.git("pack-refs", "--all", "--prune")
    desk.git("gc", "-q")
    assert not (desk.root / ".git/refs/heads/main").exists()
    return desk


def on_a_chinese_branch(folder: Path) -> Desk:
    desk = started(folder)
    desk.git("switch", "-qc", "稿件/十月")
    return desk


def with_a_split_index(folder: Path) -> Desk:
    desk = started(folder)
    desk.git("config", "core.splitIndex", "true")
    desk.git("update-index", "--split-index")
    assert list((desk.root / ".git").glob("sharedindex.*"))
    return desk


def with_an_untracked_cache(folder: Path) -> Desk:
    desk = started(folder)
    desk.git("config", "core.untrackedCache", "true")
    desk.git("update-index", "--untracked-cache")
    desk.git("status")
    return desk


def with_an_index_of_version_4(folder: Path) -> Desk:
    desk = started(folder)
    desk.git("config", "feature.manyFiles", "true")
    desk.git("config", "index.version", "4")
    desk.git("update-index", "--index-version=4")
    return desk


def with_issues_ignored(folder: Path) -> Desk:
    desk = started(folder)
    desk.write(".git/info/exclude", "issues/\n")
    desk.write(".gitignore", "*.md\n*.jpg\n*.txt\n/issues\n")
    desk.git("add", "--force", ".gitignore")
    desk.git("commit", "-qm", "ignored")
    return desk


def without_a_word_of_modes_and_links(folder: Path) -> Desk:
    desk = started(folder)
    for name, value in {"core.fileMode": "false", "core.symlinks": "false", "core.trustctime": "false"}.items():
        desk.git("config", name, value)
    return desk


def with_submodules_beside_it(folder: Path) -> Desk:
    """One as it was committed, one that holds a commit and an edit of its own."""
    desk, library = started(folder / "paper"), started(folder / "library")
    for name in ("clean", "dirty"):
        desk.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(library.root), name)
    desk.git("commit", "-qm", "submodules")
    dirty = Desk(desk.root / "dirty")
    dirty.git("commit", "-q", "--allow-empty", "-m", "one more")
    dirty.write("newsroom.yaml", "name: edited\n")
    return desk


def with_a_repository_inside(folder: Path) -> Desk:
    """One that nobody told git of: it lies there untracked."""
    desk = started(folder)
    started(folder / "inner")
    return desk


REPOSITORIES = (
    with_sha256, with_its_git_folder_elsewhere, with_a_link_to_its_git_folder, shared_by_a_group, linked_work_tree,
    linked_work_tree_of_a_bare_one,
    submodule, clone_with_alternates, shallow_clone, partial_clone, with_packed_references, on_a_chinese_branch,
    with_a_split_index, with_an_untracked_cache, with_an_index_of_version_4, with_issues_ignored,
    without_a_word_of_modes_and_links, with_submodules_beside_it, with_a_repository_inside,
)  # fmt: skip


@pytest.mark.parametrize("make", REPOSITORIES, ids=lambda make: make.__name__)
def test_a_day_in_a_repository(make: Make, run: Run, tmp_path: Path) -> None:
    work_a_day(make(tmp_path / "paper"), run, tmp_path / "drawer")


def test_two_linked_work_trees_at_once(run: Run, tmp_path: Path) -> None:
    main = started(tmp_path / "main")
    sides = [Desk(tmp_path / name) for name in ("one", "two")]
    for side in sides:
        main.git("worktree", "add", "-q", "-b", side.root.name, str(side.root))

    for side in sides:
        work_a_day(side, run, tmp_path / "drawer")

    assert [count(desk) for desk in (main, *sides)] == [1, 1 + DAY, 1 + DAY]
    assert main.is_clean()


def test_a_lock_in_one_work_tree_does_not_stop_another(run: Run, tmp_path: Path) -> None:
    main = started(tmp_path / "main")
    main.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    main.write(".git/index.lock", "")

    work_a_day(Desk(tmp_path / "side"), run, tmp_path / "drawer")

    assert left_behind(main) == [str(main.root / ".git/index.lock")]


def test_the_superproject_of_a_submodule_is_not_touched(run: Run, tmp_path: Path) -> None:
    paper = submodule(tmp_path)
    outer = Desk(tmp_path / "outer")
    before = outer.git("ls-files", "--stage"), count(outer)

    work_a_day(paper, run, tmp_path / "drawer")

    assert (outer.git("ls-files", "--stage"), count(outer)) == before


def test_a_newsroom_in_a_folder_beside_another(run: Run, tmp_path: Path) -> None:
    outer = Desk(tmp_path / "outer")
    for name in ("日报", "晚报"):
        paper = started(outer.root / name)
        shutil.rmtree(paper.root / ".git")
    outer.git("init", "-q", "-b", "main")
    outer.git("add", "-A")
    outer.git("commit", "-qm", "start")

    for name in ("日报", "晚报"):
        work_a_day(Desk(outer.root / name), run, tmp_path / "drawer")

    assert status(outer) == "A  日报/staged.txt\nA  晚报/staged.txt\n"
    assert count(outer) == 1 + 2 * DAY


def unborn(folder: Path) -> Desk:
    """A newsroom of which nothing is committed yet."""
    desk = started(folder)
    shutil.rmtree(desk.root / ".git")
    desk.git("init", "-q", "-b", "main")
    return desk


def test_the_first_commit_of_all(run: Run, tmp_path: Path) -> None:
    desk = unborn(tmp_path / "paper")

    work_a_day(desk, run, tmp_path / "drawer")

    assert count(desk) == DAY


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
def test_what_a_group_shares_stays_the_groups(run: Run, tmp_path: Path) -> None:
    umask = os.umask(0o077)
    try:
        desk = shared_by_a_group(tmp_path / "paper")
        work_a_day(desk, run, tmp_path / "drawer")
    finally:
        os.umask(umask)
    git_dir = desk.root / ".git"
    ours = [path for path in [git_dir / "newsroom", *(git_dir / "newsroom").rglob("*")] if "kept" not in path.parts]
    shared = [git_dir / "index", git_dir / "refs/heads/main", *ours]
    assert [path for path in shared if path.exists() and path.stat().st_mode & 0o060 != 0o060] == []


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_is_readable_as_the_umask_says(run: Run, tmp_path: Path, umask: int, mode: int) -> None:
    desk = started(tmp_path / "paper")
    before = os.umask(umask)
    try:
        for step in steps(tmp_path / "drawer")[:3]:
            take(desk, run, step.arguments, step.files)
    finally:
        os.umask(before)
    names = ("articles/" + NAME + ".md", "photos/灯.jpg", "photos/a[1].jpg")
    assert {oct((desk.root / HERE / name).stat().st_mode & 0o777) for name in names} == {oct(mode)}
