import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import newsroom as package
from newsroom.errors import Refused
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.readiness import check_ready
from newsroom.storage.repository import is_repository, last_commits, make_repository
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

PATH = f"{ISSUE}/articles/秋播.md"
SOWING = f"{ISSUE}/articles/sowing.md"
NEW = [FileChange(PATH, b"new\n")]
EDIT = [FileChange(SOWING, b"edited\n", ARTICLE.encode())]
BOTH = [*NEW, FileChange(f"{ISSUE}/photos/a.jpg", b"\xff\xd8"), *EDIT]
CHANGES = pytest.mark.parametrize("changes", [NEW, EDIT, BOTH], ids=["new", "edit", "both"])


def state(desk: Desk) -> dict[str, object]:
    """The work tree, the index and HEAD, as they are."""
    files = {
        str(path.relative_to(desk.root)): (path.lstat().st_mode, None if path.is_symlink() else path.read_bytes())
        for path in desk.root.rglob("*")
        if ".git" not in path.relative_to(desk.root).parts and (path.is_symlink() or path.is_file())
    }
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=desk.root, capture_output=True, check=False).stdout
    return {
        "files": files,
        "index": desk.git("ls-files", "--stage", "--full-name", ":/"),
        "head": head,
        "status": desk.git("status", "--porcelain"),
        "branch": (desk.root / ".git/HEAD").read_text() if (desk.root / ".git/HEAD").exists() else "",
        "refs": desk.git("for-each-ref"),
    }


def commit(desk: Desk, changes: list[FileChange] = NEW, subject: str = "Add article: 秋播", **trailers: str) -> str:
    return commit_files(desk.root, changes, subject, trailers or {"Newsroom-Action": "article-add"})


def refused(desk: Desk, changes: list[FileChange] = NEW) -> Refused:
    """The refusal of a commit that must leave everything as it was."""
    before = state(desk)
    with pytest.raises(Refused) as caught:
        commit(desk, changes)
    assert state(desk) == before
    return caught.value


def hook(desk: Desk, name: str, script: str) -> None:
    file = desk.write(f".git/hooks/{name}", f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue())


def test_a_new_file_is_written_and_committed(desk: Desk) -> None:
    commit_id = commit(desk)
    assert commit_id == desk.git("rev-parse", "HEAD").strip()
    assert desk.files_of_last_commit() == [PATH]
    assert desk.read(PATH) == "new\n"
    assert desk.is_clean()


def test_the_message_has_the_subject_and_the_trailers(desk: Desk) -> None:
    commit(
        desk, subject="Add article: 秋播\n过九成\x1b", **{"Newsroom-Issue": "2022-10-12", "Newsroom-Article": "a\nb"}
    )
    assert desk.git("log", "-1", "--format=%B").strip() == (
        "Add article: 秋播 过九成\\x1b\n\nNewsroom-Issue: 2022-10-12\nNewsroom-Article: a b"
    )
    assert desk.git("log", "-1", "--format=%(trailers:key=Newsroom-Issue,valueonly)").strip() == "2022-10-12"
    assert desk.git("log", "-1", "--format=%an <%ae>").strip() == "周一新 <desk@example.com>"


def test_a_subject_that_begins_with_a_hash_is_no_comment(desk: Desk) -> None:
    commit(desk, subject="# 秋播")
    assert desk.commits()[0] == "# 秋播"


def test_several_files_are_one_commit(desk: Desk) -> None:
    commit(desk, BOTH)
    assert desk.files_of_last_commit() == sorted([PATH, f"{ISSUE}/photos/a.jpg", SOWING])
    assert desk.read(SOWING) == "edited\n"
    assert len(desk.commits()) == 2


def test_a_file_is_removed(desk: Desk) -> None:
    commit(desk, [FileChange(SOWING, None, ARTICLE.encode())])
    assert not (desk.root / SOWING).exists()
    assert desk.git("show", "--format=", "--name-status", "HEAD").strip() == f"D\t{SOWING}"
    assert desk.is_clean()


@pytest.mark.parametrize("staged", [False, True])
def test_a_file_that_was_never_committed_can_go(desk: Desk, staged: bool) -> None:
    desk.write("new.md", "new\n")
    if staged:
        desk.git("add", "new.md")
    commit(desk, [*NEW, FileChange("new.md", None, b"new\n")])
    assert desk.files_of_last_commit() == [PATH]
    assert desk.is_clean()


@pytest.mark.parametrize("staged", [False, True])
def test_a_file_that_was_never_committed_stays_where_a_hook_says_no(desk: Desk, staged: bool) -> None:
    hook(desk, "pre-commit", "exit 1")
    desk.write("new.md", "new\n")
    if staged:
        desk.git("add", "new.md")
    refused(desk, [*NEW, FileChange("new.md", None, b"new\n")])


def test_what_somebody_else_staged_and_edited_stays_as_it_is(desk: Desk) -> None:
    desk.write("staged.md", "staged\n")
    desk.git("add", "staged.md")
    desk.write("staged.md", "edited since\n")
    desk.write("newsroom.yaml", desk.read("newsroom.yaml") + "# edited\n")
    desk.write("untracked.md", "x")
    desk.git("rm", "-q", "--cached", f"{ISSUE}/photos/sowing.jpg")
    before = desk.git("status", "--porcelain")
    index = desk.git("ls-files", "--stage", "staged.md")
    commit(desk)
    assert desk.files_of_last_commit() == [PATH]
    assert desk.git("status", "--porcelain") == before
    assert desk.git("ls-files", "--stage", "staged.md") == index


@CHANGES
def test_what_is_staged_stays_staged_when_a_commit_is_refused(desk: Desk, changes: list[FileChange]) -> None:
    desk.write("staged.md", "staged\n")
    desk.git("add", "staged.md")
    desk.write(SOWING, "staged before\n")
    desk.git("add", SOWING)
    desk.write(SOWING, ARTICLE)
    hook(desk, "pre-commit", "exit 1")
    assert refused(desk, changes).code == "hook-failed"


@CHANGES
@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_a_hook_that_says_no_is_heard_and_nothing_changes(desk: Desk, changes: list[FileChange], name: str) -> None:
    hook(desk, name, "echo 标题太长 >&2; exit 1")
    refusal = refused(desk, changes)
    assert refusal.code == "hook-failed"
    assert "标题太长" in refusal.message


def test_hooks_see_the_files_that_are_committed(desk: Desk) -> None:
    hook(
        desk, "pre-commit", 'git -c core.quotePath=false diff --cached --name-only > "$(git rev-parse --git-dir)/seen"'
    )
    desk.write("staged.md", "staged\n")
    desk.git("add", "staged.md")
    commit(desk)
    assert desk.read(".git/seen") == f"{PATH}\n"


def test_a_message_that_a_hook_changes_is_kept(desk: Desk) -> None:
    hook(desk, "commit-msg", 'echo "Reviewed-by: 主编" >> "$1"')
    commit(desk)
    assert "Reviewed-by: 主编" in desk.git("log", "-1", "--format=%B")


@CHANGES
def test_signing_that_fails_refuses_the_commit(desk: Desk, changes: list[FileChange]) -> None:
    desk.git("config", "commit.gpgsign", "true")
    desk.git("config", "gpg.program", "/bin/false")
    refusal = refused(desk, changes)
    assert refusal.code == "signing-failed"
    assert "sign" in refusal.message


def test_a_commit_is_signed_where_the_user_signs(desk: Desk) -> None:
    program = desk.write(
        ".git/fake-gpg",
        '#!/bin/sh\ncat >/dev/null\necho "[GNUPG:] SIG_CREATED D" >&2\n'
        'echo "-----BEGIN PGP SIGNATURE-----"\necho x\necho "-----END PGP SIGNATURE-----"\n',
    )
    program.chmod(0o755)
    desk.git("config", "commit.gpgsign", "true")
    desk.git("config", "gpg.program", str(program))
    commit(desk)
    assert "BEGIN PGP SIGNATURE" in desk.git("cat-file", "commit", "HEAD")


def test_nobody_to_commit_as_is_refused(desk: Desk, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (world / ".gitconfig").unlink()
    monkeypatch.delenv("EMAIL", raising=False)
    refusal = refused(desk)
    assert refusal.code == "no-identity"
    assert "git config --global user.name" in refusal.help


@pytest.mark.parametrize("missing", ["name", "email"])
def test_half_an_identity_is_none(desk: Desk, world: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.delenv("EMAIL", raising=False)
    have = "email = a@example.com" if missing == "name" else "name = 周一新"
    (world / ".gitconfig").write_text(f"[user]\n\t{have}\n")
    assert refused(desk).code == "no-identity"


def test_an_identity_from_the_environment_counts(desk: Desk, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (world / ".gitconfig").unlink()
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "周二")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "b@example.com")
    commit(desk)
    assert desk.git("log", "-1", "--format=%an %cn").strip() == "周二 周二"


def test_a_detached_head_is_refused(desk: Desk) -> None:
    desk.git("checkout", "-q", "--detach")
    refusal = refused(desk)
    assert refusal.code == "detached-head"
    assert "git switch" in refusal.help


def diverge(desk: Desk) -> None:
    """Two branches that conflict in one file."""
    desk.git("branch", "other")
    desk.write("newsroom.yaml", "name: 一\n")
    desk.git("commit", "-qam", "one")
    desk.git("checkout", "-q", "other")
    desk.write("newsroom.yaml", "name: 二\n")
    desk.git("commit", "-qam", "two")
    desk.git("checkout", "-q", "main")


def attempt(desk: Desk, *arguments: str) -> None:
    done = subprocess.run(["git", *arguments], cwd=desk.root, capture_output=True, check=False)
    assert done.returncode, arguments


@pytest.mark.parametrize(
    ("command", "code", "way_out"),
    [
        (("merge", "other"), "unfinished-merge", "git merge --abort"),
        (("rebase", "other"), "unfinished-rebase", "git rebase --abort"),
        (("rebase", "--apply", "other"), "unfinished-rebase", "git rebase --abort"),
        (("cherry-pick", "other"), "unfinished-cherry-pick", "git cherry-pick --abort"),
        (("revert", "other"), "unfinished-revert", "git revert --abort"),
    ],
)
def test_what_git_is_in_the_middle_of_is_not_disturbed(
    desk: Desk, command: tuple[str, ...], code: str, way_out: str
) -> None:
    diverge(desk)
    attempt(desk, *command)
    refusal = refused(desk)
    assert refusal.code == code
    assert way_out in refusal.help
    subprocess.run(way_out.split(), cwd=desk.root, check=True, capture_output=True)
    assert check_ready(desk.root) is None


def test_a_merge_without_conflict_that_is_not_committed_is_refused(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "other")
    desk.write("a.md", "a")
    desk.git("add", "a.md")
    desk.git("commit", "-qm", "a")
    desk.git("checkout", "-q", "main")
    desk.git("merge", "-q", "--no-ff", "--no-commit", "other")
    assert refused(desk).code == "unfinished-merge"


def test_a_bisect_is_refused(desk: Desk) -> None:
    desk.git("bisect", "start")
    refusal = refused(desk)
    assert refusal.code == "unfinished-bisect"
    assert "git bisect reset" in refusal.help


def test_a_conflict_that_a_stash_left_stays_as_it_is(desk: Desk) -> None:
    desk.write("newsroom.yaml", "name: 一\n")
    desk.git("stash", "-q")
    desk.write("newsroom.yaml", "name: 二\n")
    desk.git("commit", "-qam", "two")
    attempt(desk, "stash", "pop")
    before = desk.git("status", "--porcelain"), desk.read("newsroom.yaml")
    commit(desk)
    assert desk.files_of_last_commit() == [PATH]
    assert (desk.git("status", "--porcelain"), desk.read("newsroom.yaml")) == before


def test_a_bare_repository_is_refused(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path)], check=True)
    with pytest.raises(Refused) as caught:
        commit_files(tmp_path, NEW, "x", {})
    assert caught.value.code in ("bare-repository", "no-repository")
    assert not (tmp_path / "issues").exists()


def test_the_git_folder_itself_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        check_ready(desk.root / ".git")
    assert caught.value.code in ("bare-repository", "no-repository")


def test_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        commit_files(tmp_path, NEW, "x", {})
    assert caught.value.code == "no-repository"
    assert list(tmp_path.iterdir()) == []
    assert not is_repository(tmp_path)


def test_the_first_commit_of_a_repository_is_made(tmp_path: Path) -> None:
    make_repository(tmp_path)
    desk = Desk(tmp_path)
    commit(desk)
    assert desk.commits() == ["Add article: 秋播"]
    assert desk.git("branch", "--show-current").strip() == "main"
    assert desk.is_clean()


def test_a_first_commit_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    make_repository(tmp_path)
    desk = Desk(tmp_path)
    hook(desk, "pre-commit", "exit 1")
    assert refused(desk).code == "hook-failed"
    assert [path.name for path in tmp_path.iterdir()] == [".git"]


@pytest.fixture
def inner(tmp_path: Path) -> Desk:
    """A newsroom in a folder of a larger repository."""
    outer = Desk(tmp_path / "outer")
    outer.write("paper/newsroom.yaml", "name: a\n")
    outer.write(f"paper/{SOWING}", ARTICLE)
    outer.write(f"{ISSUE}/articles/other.md", "another\n")
    outer.git("init", "-q", "-b", "main")
    outer.git("add", "-A")
    outer.git("commit", "-qm", "start")
    return Desk(outer.root / "paper")


def test_a_newsroom_may_be_a_folder_of_a_repository(inner: Desk) -> None:
    commit(inner, BOTH)
    assert sorted(inner.files_of_last_commit()) == sorted(f"paper/{change.path}" for change in BOTH)
    assert inner.is_clean()
    assert last_commits(inner.root, [PATH]) == {PATH: inner.git("rev-parse", "HEAD").strip()}


@CHANGES
def test_a_refusal_in_a_folder_of_a_repository_changes_nothing(inner: Desk, changes: list[FileChange]) -> None:
    hook(Desk(inner.root.parent), "pre-commit", "exit 1")
    assert refused(inner, changes).code == "hook-failed"


def test_a_linked_work_tree_has_a_commit_on_its_own_branch(desk: Desk, tmp_path: Path) -> None:
    desk.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = Desk(tmp_path / "side")
    commit(side, BOTH)
    assert side.commits()[0] == "Add article: 秋播"
    assert desk.commits() == ["start"]
    assert side.is_clean()
    assert desk.is_clean()


def test_a_merge_in_one_work_tree_does_not_stop_another(desk: Desk, tmp_path: Path) -> None:
    diverge(desk)
    desk.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    attempt(desk, "merge", "other")
    commit(Desk(tmp_path / "side"))
    assert refused(desk).code == "unfinished-merge"


@pytest.mark.parametrize(
    "name", ["a[1].md", "-rf.md", "--all.md", ":(glob).md", "冬 小麦.md", "a'b.md", "$HOME.md", "!a.md"]
)
def test_a_name_means_itself_and_no_pattern(desk: Desk, name: str) -> None:
    if ":" in name:
        name = name.replace(":", "：")
    desk.write(f"{ISSUE}/articles/a1.md", "not mine\n")
    for path in (f"{ISSUE}/articles/{name}", name):
        commit(desk, [FileChange(path, b"x\n")])
        assert desk.files_of_last_commit() == [path]
    assert desk.git("status", "--porcelain").strip() == f"?? {ISSUE}/articles/a1.md"


def test_a_pattern_beside_files_that_it_matches_is_removed_alone(desk: Desk) -> None:
    for name in ("a[1].md", "a1.md"):
        commit(desk, [FileChange(name, b"x\n")])
    commit(desk, [FileChange("a[1].md", None, b"x\n")])
    assert desk.files_of_last_commit() == ["a[1].md"]
    assert (desk.root / "a1.md").exists()


@pytest.mark.parametrize("path", ["a[1]*.md", "../a.md", ".git/hooks/pre-commit", "/tmp/a.md", "con.md", "a\nb.md"])
def test_an_unsafe_path_is_refused(desk: Desk, path: str) -> None:
    assert refused(desk, [*NEW, FileChange(path, b"x")]).code == "unsafe-path"


def test_a_file_that_is_there_is_not_overwritten(desk: Desk) -> None:
    desk.write(PATH, "somebody else's\n")
    assert refused(desk).code == "exists"


def test_a_link_that_is_there_is_not_written_through(desk: Desk, tmp_path: Path) -> None:
    (desk.root / PATH).symlink_to(tmp_path / "outside.md")
    assert refused(desk).code == "exists"
    assert not (tmp_path / "outside.md").exists()


def test_an_article_that_became_a_link_is_not_written_through(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(ARTICLE)
    (desk.root / SOWING).unlink()
    (desk.root / SOWING).symlink_to(outside)
    assert refused(desk, EDIT).code == "changed-meanwhile"
    assert outside.read_text() == ARTICLE


@pytest.mark.parametrize("content", ["changed\n", None])
def test_a_file_that_somebody_changed_meanwhile_is_left_alone(desk: Desk, content: str | None) -> None:
    if content is None:
        (desk.root / SOWING).unlink()
    else:
        desk.write(SOWING, content)
    refusal = refused(desk, BOTH)
    assert refusal.code == "changed-meanwhile"
    assert SOWING in refusal.message


def test_a_repository_that_can_only_be_read_is_refused_before_anybody_types(desk: Desk) -> None:
    (desk.root / ".git").chmod(0o555)
    try:
        if os.access(desk.root / ".git", os.W_OK):
            pytest.skip("root may write anywhere")
        with pytest.raises(Refused) as caught:
            check_ready(desk.root)
    finally:
        (desk.root / ".git").chmod(0o755)
    assert caught.value.code == "read-only-repository"


@CHANGES
def test_another_git_at_work_is_waited_for_not_fought(
    desk: Desk, changes: list[FileChange], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSROOM_WAIT", "0.1")
    desk.write(".git/index.lock", "")
    assert refused(desk, changes).code == "busy"
    (desk.root / ".git/index.lock").unlink()
    commit(desk, changes)
    assert desk.is_clean()


@CHANGES
@pytest.mark.parametrize("lock", [".git/HEAD.lock", ".git/refs/heads/main.lock"])
def test_a_reference_that_is_locked_changes_nothing(desk: Desk, changes: list[FileChange], lock: str) -> None:
    desk.write(lock, "")
    refused(desk, changes)


@pytest.mark.parametrize("ignored", ["issues/\n", "*.md\n", "*\n"])
def test_what_git_ignores_is_committed_all_the_same(desk: Desk, ignored: str) -> None:
    desk.write(".gitignore", ignored)
    desk.git("add", "-f", ".gitignore")
    desk.git("commit", "-qm", "ignore")
    commit(desk, BOTH)
    assert desk.files_of_last_commit() == sorted(change.path for change in BOTH)


def test_filters_of_the_repository_are_honoured(desk: Desk) -> None:
    desk.write(".gitattributes", "*.md filter=upper\n")
    desk.git("config", "filter.upper.clean", "tr a-z A-Z")
    commit(desk)
    assert desk.git("show", f"HEAD:{PATH}") == "NEW\n"
    assert desk.read(PATH) == "new\n"


def test_line_ends_that_git_converts_leave_a_clean_work_tree(desk: Desk) -> None:
    desk.git("config", "core.autocrlf", "true")
    commit(desk, [FileChange(PATH, "一\r\n二\r\n".encode())])
    assert desk.git("cat-file", "blob", f"HEAD:{PATH}") == "一\n二\n"
    assert desk.read(PATH) == "一\r\n二\r\n"
    assert not desk.git("status", "--porcelain", PATH)


def test_a_file_keeps_its_mode(desk: Desk) -> None:
    (desk.root / SOWING).chmod(0o755)
    commit(desk, EDIT)
    assert (desk.root / SOWING).stat().st_mode & 0o777 == 0o755


def test_the_users_habits_for_commits_do_not_get_in_the_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    template = desk.write(".git/template", "# template\n")
    for key, value in {
        "commit.template": str(template),
        "commit.verbose": "true",
        "commit.cleanup": "scissors",
        "color.ui": "always",
        "status.showUntrackedFiles": "no",
        "core.commentChar": "N",
        "log.showSignature": "true",
        "core.quotePath": "true",
    }.items():
        desk.git("config", key, value)
    monkeypatch.setenv("GIT_EDITOR", "false")
    commit(desk)
    message = desk.git("-c", "log.showSignature=false", "log", "-1", "--format=%B")
    assert message.strip() == "Add article: 秋播\n\nNewsroom-Action: article-add"
    assert last_commits(desk.root, [PATH]) == {PATH: desk.git("rev-parse", "HEAD").strip()}


def test_a_file_where_a_folder_should_be_is_a_refusal(desk: Desk) -> None:
    refused(desk, [*NEW, FileChange("newsroom.yaml/a.md", b"x")])


def test_a_folder_where_the_file_should_be_is_a_refusal(desk: Desk) -> None:
    (desk.root / PATH).mkdir()
    assert refused(desk).code == "exists"


def test_a_name_that_no_file_can_have_is_a_refusal(desk: Desk) -> None:
    assert refused(desk, [*NEW, FileChange("a" * 199, b"x"), FileChange("a" * 199 + "/b", b"x")]).code


def test_a_file_that_appears_while_others_are_written_is_not_lost(desk: Desk) -> None:
    with pytest.raises(Refused):
        commit(desk, [FileChange(PATH, b"one\n"), FileChange(PATH, b"two\n")])
    assert not (desk.root / PATH).exists()
    assert desk.is_clean()


def test_folders_that_were_made_are_taken_away_and_those_that_were_there_stay(desk: Desk) -> None:
    (desk.root / "issues/2022-10-13/photos").mkdir(parents=True)
    hook(desk, "pre-commit", "exit 1")
    refused(desk, [FileChange("issues/2022-10-13/articles/a.md", b"x"), FileChange("issues/2022-10-14/a.md", b"x")])
    assert (desk.root / "issues/2022-10-13/photos").is_dir()
    assert not (desk.root / "issues/2022-10-13/articles").exists()
    assert not (desk.root / "issues/2022-10-14").exists()


def test_a_folder_that_was_empty_stays(desk: Desk) -> None:
    (desk.root / "issues/2022-10-13/articles").mkdir(parents=True)
    hook(desk, "pre-commit", "exit 1")
    refused(desk, [FileChange("issues/2022-10-13/articles/a.md", b"x")])
    assert (desk.root / "issues/2022-10-13/articles").is_dir()


_SCRIPT = f"""
import sys
from pathlib import Path
from newsroom.storage.change import FileChange, commit_files
Path(".git/pid").write_text(str(__import__("os").getpid()))
commit_files(Path.cwd(), [
    FileChange({PATH!r}, b"new\\n"), FileChange({SOWING!r}, b"edited\\n", {ARTICLE.encode()!r}),
], "x", {{}})
"""


@pytest.mark.parametrize("whom", ["0", '$(cat "$(git rev-parse --git-dir)/pid")'], ids=["all", "newsroom"])
@pytest.mark.parametrize("how", ["INT", "TERM", "HUP"])
@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "post-commit"])
def test_an_interrupted_commit_is_whole_or_not_at_all(desk: Desk, name: str, how: str, whom: str) -> None:
    hook(desk, name, f"kill -{how} {whom}; sleep 0.5")
    before = state(desk)
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=desk.root,
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent)},
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    assert done.returncode in (-signal.SIGINT, 0, 1), done.stderr
    time.sleep(1)  # for a git that was left behind
    assert not (desk.root / ".git/index.lock").exists()
    after = state(desk)
    if after["head"] == before["head"]:
        assert after == before
    else:
        assert desk.files_of_last_commit() == [SOWING, PATH]
        assert desk.is_clean()
