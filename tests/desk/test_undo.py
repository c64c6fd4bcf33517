"""What an undo takes back: which change, which files, and when it says no."""

import os
import unicodedata
from collections.abc import Callable

import pytest

from newsroom.desk.choose_change import choose_change
from newsroom.desk.edit_text import kept_draft, new_draft
from newsroom.desk.undo import plan_undo, save_undo
from newsroom.errors import Refused
from newsroom.storage.newsroom import Newsroom
from tests.cli.checks import snapshot, trailers
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, make_newsroom, photo_bytes, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]
SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
NAME = "2022-10-12/sowing"
NEXT = "issues/2022-10-13"


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    return newsroom(with_issue(**{f"{NEXT}/issue.yaml": "date: 2022-10-13\n"}))


@pytest.fixture
def edit(run: Run) -> Callable[[str], None]:
    """Give the article another headline."""

    def call(headline: str, name: str = NAME) -> None:
        assert run("article", "edit", name, "--set", f"headline={headline}").code == 0

    return call


def undo(desk: Desk, named: str | None = None) -> str:
    newsroom = Newsroom(desk.root)
    return save_undo(newsroom, plan_undo(newsroom, named))


def refused(desk: Desk, code: str, named: str | None = None) -> Refused:
    """It says no, and nothing is changed."""
    before = snapshot(desk)
    with pytest.raises(Refused) as caught:
        undo(desk, named)
    assert caught.value.code == code
    assert caught.value.message
    assert caught.value.help
    assert snapshot(desk) == before
    return caught.value


def headline(desk: Desk) -> str:
    return desk.read(SOWING).partition("headline: ")[2].partition("\n")[0]


def newest(desk: Desk) -> str:
    return desk.git("rev-parse", "HEAD").strip()


def be(monkeypatch: pytest.MonkeyPatch, name: str, address: str = "") -> None:
    """Commit as that person from here on."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", name)
        monkeypatch.setenv(f"GIT_{role}_EMAIL", address or f"{name}@example.com")


COMMANDS: dict[str, tuple[str, ...]] = {
    "article add": (
        "article", "add", "--no-input", "--issue", "2022-10-13", "--headline", "新稿", "--section", "要闻", "--byline",
        "通讯员 姓名", "--body", "../body.md", "--photo", "../a.jpg", "--caption", "说明。", "--credit", "通讯员 姓名",
    ),
    "article edit": ("article", "edit", NAME, "--set", "deck=一线见闻"),
    "article move": ("article", "move", NAME, "--issue", "2022-10-13"),
    "article move to the pool": ("article", "move", NAME, "--issue", "pool"),
    "article remove": ("article", "remove", NAME, "--yes"),
    "photo add": ("photo", "add", NAME, "../a.jpg", "--caption", "说明。", "--credit", "通讯员 姓名"),
    "issue new": ("issue", "new", "2022-10-14"),
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_change_is_taken_back_and_brought_back_whole(desk: Desk, run: Run, command: str) -> None:
    desk.write("../a.jpg", photo_bytes(color="gold"))
    desk.write("../body.md", "正文。\n")
    before, was_at = snapshot(desk), newest(desk)
    done = run(*COMMANDS[command])
    assert done.code == 0, done.err
    after, subject = snapshot(desk), desk.commits()[0]
    data = {key: value for key, value in trailers(desk).items() if key in ("Newsroom-Issue", "Newsroom-Article")}

    made = undo(desk)

    assert snapshot(desk)["tree"] == before["tree"]
    assert snapshot(desk)["index"] == before["index"]
    assert desk.git("diff", was_at, "HEAD") == ""
    assert desk.is_clean()
    assert made == newest(desk)
    assert desk.commits()[:2] == [f"Undo: {subject}", subject]
    assert trailers(desk) == {"Newsroom-Action": "undo", **data}

    undo(desk, made[:8])

    assert {path: text for path, text in snapshot(desk)["tree"].items() if text is not None} == {
        path: text for path, text in after["tree"].items() if text is not None
    }
    assert snapshot(desk)["index"] == after["index"]
    assert desk.commits()[0] == f"Undo: Undo: {subject}"


def test_once_more_goes_on_to_the_change_before(desk: Desk, edit: Callable[[str], None]) -> None:
    for text in ("一", "二", "三"):
        edit(text)

    for text in ("二", "一", "冬小麦播种过九成"):
        undo(desk)
        assert headline(desk) == text
    refused(desk, "nothing-to-undo")


def test_a_text_that_comes_and_goes_again_is_not_mistaken(desk: Desk, edit: Callable[[str], None]) -> None:
    for text in ("一", "二", "一", "二"):
        edit(text)

    for text in ("一", "二", "一", "冬小麦播种过九成"):
        undo(desk)
        assert headline(desk) == text
    refused(desk, "nothing-to-undo")


def test_what_was_brought_back_is_the_next_to_be_taken_back(desk: Desk, edit: Callable[[str], None]) -> None:
    edit("一")
    edit("二")
    undo(desk, undo(desk))
    assert headline(desk) == "二"

    undo(desk)
    assert headline(desk) == "一"
    undo(desk)
    assert headline(desk) == "冬小麦播种过九成"


def test_after_an_undo_a_new_change_is_the_newest(desk: Desk, edit: Callable[[str], None]) -> None:
    edit("一")
    undo(desk)
    edit("二")

    undo(desk)

    assert headline(desk) == "冬小麦播种过九成"
    refused(desk, "nothing-to-undo")


def test_a_change_that_git_reverted_is_passed_over(desk: Desk, edit: Callable[[str], None]) -> None:
    edit("一")
    edit("二")
    desk.git("revert", "--no-edit", "HEAD")

    undo(desk)

    assert headline(desk) == "冬小麦播种过九成"


def test_changes_of_others_are_left_alone(
    desk: Desk, run: Run, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("一")
    be(monkeypatch, "林小满")
    refused(desk, "nothing-to-undo")
    assert run("issue", "new", "2022-10-14").code == 0
    be(monkeypatch, "周一新", "desk@example.com")

    undo(desk)

    assert headline(desk) == "冬小麦播种过九成"
    assert (desk.root / "issues/2022-10-14").is_dir()


def test_a_change_of_somebody_else_is_taken_back_by_its_commit(
    desk: Desk, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("一")
    theirs = newest(desk)
    be(monkeypatch, "林小满")

    made = undo(desk, theirs[:10].upper())

    assert headline(desk) == "冬小麦播种过九成"
    assert desk.git("log", "-1", "--format=%an") == "林小满\n"
    be(monkeypatch, "周一新")
    refused(desk, "nothing-to-undo")  # of this person there is none
    undo(desk, made)
    assert headline(desk) == "一"


def test_what_somebody_else_took_back_is_passed_over(
    desk: Desk, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    be(monkeypatch, "林小满")
    edit("一")
    edit("二")
    be(monkeypatch, "周一新")
    undo(desk, newest(desk))
    be(monkeypatch, "林小满")

    undo(desk)

    assert headline(desk) == "冬小麦播种过九成"


def test_one_address_that_begins_as_another_does_is_not_the_same(
    desk: Desk, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ana@example.com")
    edit("一")
    for address in ("na@example.com", "ana@example.co", ".*@example.com", "ana@example.com>"):
        monkeypatch.setenv("GIT_AUTHOR_EMAIL", address)
        if address[-1] == ">":  # git leaves that mark out
            undo(desk)
        else:
            refused(desk, "nothing-to-undo")


def test_a_change_that_only_says_it_was_newsrooms_is_none(desk: Desk) -> None:
    desk.write(SOWING, ARTICLE + "。\n")
    desk.git(
        "commit", "-qam", "Newsroom-Action: article-edit in the subject\n\nNot a trailer:\nNewsroom-Action: x y\nz\n"
    )

    refused(desk, "nothing-to-undo")
    refused(desk, "not-a-change", newest(desk))


def test_later_changes_of_the_same_file_are_named(
    desk: Desk, run: Run, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("一")
    mine = newest(desk)
    be(monkeypatch, "林小满")
    edit("二")
    theirs = newest(desk)
    be(monkeypatch, "贺长松")
    edit("三")
    last = newest(desk)
    assert run("issue", "new", "2022-10-14").code == 0  # which has nothing to do with it

    refusal = refused(desk, "changed-since", mine)

    first, newer, older = refusal.message.splitlines()
    assert SOWING in first
    assert [word in newer for word in (last[:10], "贺长松", "Edit article: 三")] == [True] * 3
    assert [word in older for word in (theirs[:10], "林小满", "Edit article: 二")] == [True] * 3
    assert f"newsroom undo {last[:10]}" in refusal.help
    undo(desk, last)
    undo(desk, theirs)
    undo(desk, mine)
    assert headline(desk) == "冬小麦播种过九成"


def test_a_later_change_with_plain_git_can_only_be_edited_back(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    mine = newest(desk)
    desk.write(SOWING, desk.read(SOWING) + "又一段。\n")
    desk.git("commit", "-qam", "by hand")

    refusal = refused(desk, "changed-since")

    assert "by hand" in refusal.message
    assert f"git show {mine[:10]}" in refusal.help


def test_later_changes_that_were_taken_back_are_not_in_the_way(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    mine = newest(desk)
    edit("二")
    undo(desk)

    undo(desk, mine)

    assert headline(desk) == "冬小麦播种过九成"


def test_many_later_changes_are_not_all_told(desk: Desk, edit: Callable[..., None]) -> None:
    edit("零")
    mine = newest(desk)
    for number in range(7):
        edit(str(number))

    assert len(refused(desk, "changed-since", mine).message.splitlines()) == 7


@pytest.mark.parametrize(
    "meddle",
    [
        lambda desk: desk.write(SOWING, desk.read(SOWING) + "还没提交。\n"),
        lambda desk: (desk.root / SOWING).unlink(),
        lambda desk: (desk.write(SOWING, "x\n"), desk.git("add", "-A")),
    ],
)
def test_what_is_not_committed_is_not_overwritten(
    desk: Desk, edit: Callable[..., None], meddle: Callable[[Desk], object]
) -> None:
    edit("一")
    meddle(desk)

    assert SOWING in refused(desk, "not-committed").message


@pytest.mark.parametrize("is_ignored", [False, True])
def test_what_lies_where_a_file_comes_back_is_not_overwritten(desk: Desk, run: Run, is_ignored: bool) -> None:
    assert run("article", "remove", NAME, "--yes").code == 0
    desk.write(PHOTO, "somebody's\n")
    if is_ignored:
        desk.write(".git/info/exclude", "*.jpg\n")

    assert PHOTO in refused(desk, "not-committed").message


def test_other_changes_that_are_not_committed_stay_as_they_are(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    desk.write("notes.txt", "staged\n")
    desk.git("add", "notes.txt")
    desk.write(f"{NEXT}/issue.yaml", "number: 3\n")

    undo(desk)

    assert desk.git("status", "--porcelain") == f" M {NEXT}/issue.yaml\nA  notes.txt\n"
    assert desk.files_of_last_commit() == [SOWING]


@pytest.mark.parametrize("is_committed", [True, False])
def test_an_issue_that_has_articles_by_now_stays(desk: Desk, run: Run, is_committed: bool) -> None:
    assert run("issue", "new", "2022-10-14").code == 0
    made = newest(desk)
    desk.write("issues/2022-10-14/articles/晚到.md", ARTICLE)
    if is_committed:
        desk.git("add", "-A")
        desk.git("commit", "-qm", "by hand")

    assert "issues/2022-10-14/articles/晚到.md" in refused(desk, "issue-not-empty", made).message


def test_a_photo_that_another_article_uses_by_now_stays(desk: Desk, run: Run) -> None:
    desk.write("../a.jpg", photo_bytes(color="gold"))
    desk.write("../body.md", "正文。\n")
    assert run(*COMMANDS["article add"]).code == 0
    added = newest(desk)
    desk.write(f"{NEXT}/articles/other.md", ARTICLE.replace("sowing.jpg", "a.jpg"))
    desk.git("add", "-A")
    desk.git("commit", "-qm", "another that uses it")

    undoing = plan_undo(Newsroom(desk.root), added)
    made = save_undo(Newsroom(desk.root), undoing)

    assert undoing.staying == [f"{NEXT}/photos/a.jpg"]
    assert desk.files_of_last_commit() == [f"{NEXT}/articles/新稿.md"]
    assert (desk.root / NEXT / "photos/a.jpg").is_file()
    refused(desk, "nothing-to-undo")  # it counts as taken back all the same
    refused(desk, "already-undone", added)
    undo(desk, made)
    assert (desk.root / NEXT / "articles/新稿.md").is_file()


@pytest.mark.parametrize("name", ["HEAD", "main", "", "-x", "abc", "zzzz", "0" * 40, "dead", "../x", "HEAD~1"])
def test_what_names_no_commit_is_refused(desk: Desk, edit: Callable[..., None], name: str) -> None:
    edit("一")
    if name == "dead":
        desk.git("branch", "dead")  # a branch that looks like the beginning of an id

    refused(desk, "no-such-change", name)


def test_what_is_no_change_of_newsroom_is_refused(desk: Desk, run: Run) -> None:
    refused(desk, "not-a-change", newest(desk))
    desk.write("README.md", "x\n")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "elsewhere")
    refused(desk, "not-a-change", newest(desk))

    assert run("init", "../new", "--name", "x").code == 0
    new = Desk(desk.root.parent / "new")
    refused(new, "nothing-to-undo")
    refused(new, "start-of-newsroom", newest(new))


def test_a_commit_of_another_branch_is_refused(desk: Desk, edit: Callable[..., None]) -> None:
    desk.git("switch", "-q", "-c", "other")
    edit("一")
    elsewhere = newest(desk)
    desk.git("switch", "-q", "main")

    refused(desk, "no-such-change", elsewhere)
    refused(desk, "nothing-to-undo")


def test_a_change_is_taken_back_once(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    mine = newest(desk)
    made = undo(desk)

    assert f"newsroom undo {made[:10]}" in refused(desk, "already-undone", mine).help
    undo(desk, made)
    refused(desk, "already-undone", made)
    undo(desk, mine)
    assert headline(desk) == "冬小麦播种过九成"


def test_after_a_merge(desk: Desk, run: Run, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    edit("一")
    desk.git("switch", "-q", "-c", "other")
    be(monkeypatch, "林小满")
    assert run("issue", "new", "2022-10-14").code == 0
    desk.git("switch", "-q", "main")
    be(monkeypatch, "周一新")
    assert run("issue", "new", "2022-10-15").code == 0
    desk.git("merge", "-q", "--no-edit", "other")

    refused(desk, "not-a-change", newest(desk))
    undo(desk)
    assert not (desk.root / "issues/2022-10-15").exists()
    assert (desk.root / "issues/2022-10-14").exists()


def test_a_merge_that_changed_the_same_file_is_in_the_way(desk: Desk, edit: Callable[..., None]) -> None:
    desk.git("switch", "-q", "-c", "other")
    desk.write(SOWING, desk.read(SOWING) + "又一段。\n")
    desk.git("commit", "-qam", "theirs")
    desk.git("switch", "-q", "main")
    edit("一")
    desk.git("merge", "-q", "--no-edit", "-m", "both\n\nNewsroom-Action: article-edit", "other")

    message = refused(desk, "changed-since").message

    assert "theirs" in message
    assert "both" in message
    assert refused(desk, "merge", newest(desk))


def test_a_merge_that_left_the_change_out_is_in_the_way(desk: Desk, edit: Callable[..., None]) -> None:
    desk.git("switch", "-q", "-c", "other")
    desk.write("notes.txt", "x\n")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "theirs")
    desk.git("switch", "-q", "main")
    edit("一")
    desk.git("switch", "-q", "other")
    desk.git("merge", "-q", "--no-edit", "-s", "ours", "main")

    assert SOWING in refused(desk, "changed-since").message


def test_after_a_rebase_what_was_taken_back_is_still_known(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    edit("二")
    undo(desk)
    desk.git("switch", "-q", "-c", "other", "HEAD~3")
    desk.write(f"{ISSUE}/articles/b.md", ARTICLE)
    desk.git("add", "-A")
    desk.git("commit", "-qm", "theirs")
    desk.git("switch", "-q", "main")
    desk.git("rebase", "-q", "other")

    undo(desk)

    assert headline(desk) == "冬小麦播种过九成"
    refused(desk, "nothing-to-undo")


def test_a_branch_without_a_commit_has_nothing_to_undo(desk: Desk) -> None:
    desk.git("switch", "-q", "--orphan", "new")
    desk.write("newsroom.yaml", "language: zh-CN\n")

    refused(desk, "nothing-to-undo")


@pytest.mark.parametrize("slug", ["查询", "a[b]", "-rf", "!(x)", "a b", "é"])
def test_a_name_that_git_would_take_for_something_else_is_a_name(newsroom: NewNewsroom, run: Run, slug: str) -> None:
    path = f"{ISSUE}/articles/{slug}.md"
    desk = newsroom(with_issue(**{path: ARTICLE, f"{ISSUE}/articles/ab.md": ARTICLE}))
    before = snapshot(desk)
    assert run("article", "remove", path, "--yes").code == 0

    undo(desk)

    assert snapshot(desk)["tree"] == before["tree"]


def test_a_name_whose_letters_are_taken_apart(newsroom: NewNewsroom, run: Run) -> None:
    path = f"{ISSUE}/articles/{unicodedata.normalize('NFD', 'café')}.md"
    desk = newsroom(with_issue(**{path: ARTICLE}))
    before = snapshot(desk)
    assert run("article", "remove", "2022-10-12/café", "--yes").code == 0

    undo(desk)

    assert snapshot(desk)["tree"] == before["tree"]


def test_a_newsroom_in_a_folder_of_a_repository(newsroom: NewNewsroom, run: Run) -> None:
    whole = newsroom({f"paper/{path}": content for path, content in with_issue().items()})
    whole.write("paper/newsroom.yaml", whole.read("newsroom.yaml"))
    whole.git("add", "-A")
    whole.git("commit", "-qm", "a paper in a folder")
    before = snapshot(whole)
    assert run("-C", "paper", "article", "remove", NAME, "--yes").code == 0  # this also enters the folder
    whole.write("x.txt", "x\n")
    whole.git("add", "-A")
    whole.git("commit", "-qm", "elsewhere\n\nNewsroom-Action: article-edit")  # of a newsroom beside this one

    undo(Desk(whole.root / "paper"))

    assert whole.files_of_last_commit() == [f"paper/{SOWING}", f"paper/{PHOTO}"]
    (whole.root / "x.txt").unlink()
    assert snapshot(whole)["tree"] == before["tree"]


def test_a_repository_whose_ids_are_longer(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()
    for path, content in with_issue().items():
        desk.write(path, content)
    (desk.root / ".git").rename(desk.root.parent / "old.git")
    desk.git("init", "-q", "-b", "main", "--object-format=sha256")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "start")
    before = snapshot(desk)
    assert run("article", "remove", NAME, "--yes").code == 0

    made = undo(desk)

    assert len(made) == 64
    assert snapshot(desk)["tree"] == before["tree"]
    undo(desk, made)
    assert not (desk.root / SOWING).exists()


def test_files_come_back_as_a_work_tree_has_them(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    desk.git("config", "filter.upper.smudge", "tr a-z A-Z")
    desk.git("config", "filter.upper.clean", "tr A-Z a-z")
    desk.write(".gitattributes", "*.md text eol=crlf\n*.txt filter=upper\n*.jpg filter=upper\n")
    desk.write(PHOTO, b"\x00PHOTO\r\n\xff")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "filters")
    desk.git("rm", "-q", "--cached", "-r", ".")
    desk.git("reset", "-q", "--hard")
    before = snapshot(desk)["tree"]
    assert b"\r\n" in before[SOWING]
    assert before[PHOTO] == b"\x00PHOTO\r\n\xff"
    assert run("article", "remove", NAME, "--yes").code == 0

    undo(desk)

    assert snapshot(desk)["tree"] == before
    assert desk.is_clean()


def test_a_filter_that_fails_changes_nothing(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom(with_issue())
    assert run("article", "remove", NAME, "--yes").code == 0
    desk.git("config", "filter.broken.smudge", "false")
    desk.git("config", "filter.broken.required", "true")
    desk.write(".git/info/attributes", "*.jpg filter=broken\n")

    assert PHOTO in refused(desk, "not-restored").message


def test_an_article_that_is_being_edited_does_not_go(desk: Desk, run: Run) -> None:
    assert run("article", "move", NAME, "--issue", "2022-10-13").code == 0

    with new_draft(Newsroom(desk.root), f"{NEXT}/articles/sowing.md").held():
        refused(desk, "being-edited")


def test_what_is_kept_of_an_unfinished_edit_goes_with_the_article(desk: Desk, run: Run) -> None:
    assert run("article", "move", NAME, "--issue", "2022-10-13").code == 0
    newsroom = Newsroom(desk.root)
    draft = new_draft(newsroom, f"{NEXT}/articles/sowing.md")
    draft.keep(draft.text + "没写完。\n".encode())

    undo(desk)

    kept = kept_draft(new_draft(newsroom, SOWING))
    assert kept is not None
    assert kept[0].text.decode().endswith("没写完。\n")


def test_what_somebody_changed_while_it_was_asked_is_not_overwritten(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    undoing = plan_undo(Newsroom(desk.root), None)
    edit("二")
    before = snapshot(desk)

    with pytest.raises(Refused) as caught:
        save_undo(Newsroom(desk.root), undoing)

    assert caught.value.code == "changed-meanwhile"
    assert snapshot(desk) == before


def test_where_a_shallow_clone_ends_nothing_is_taken_back(
    desk: Desk, edit: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git shows all files as new there: the whole newsroom would go."""
    edit("一")
    desk.git("clone", "-q", "--depth=1", f"file://{desk.root}", "../clone")
    clone = Desk(desk.root.parent / "clone")

    refused(clone, "shallow")
    refused(clone, "shallow", newest(clone))

    monkeypatch.chdir(clone.root)
    edit("二")
    undo(clone)
    assert headline(clone) == "一"


def test_a_change_that_is_the_first_commit_is_taken_back(newsroom: NewNewsroom, run: Run) -> None:
    desk = newsroom()
    desk.git("update-ref", "-d", "HEAD")
    desk.git("rm", "-q", "--cached", "-r", ".")
    assert run("issue", "new", "2022-10-14").code == 0

    undo(desk)

    assert not (desk.root / "issues/2022-10-14").exists()


def test_a_hook_that_says_no_leaves_everything_as_it_was(desk: Desk, edit: Callable[..., None]) -> None:
    edit("一")
    desk.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n").chmod(0o755)

    refused(desk, "hook-failed")


def test_only_as_much_of_the_past_is_read_as_is_needed(desk: Desk, edit: Callable[..., None]) -> None:
    """The newest change is found although what came before can not be read any more."""
    edit("一")
    edit("二")
    first = desk.git("rev-parse", "HEAD~2").strip()
    os.unlink(desk.root / ".git/objects" / first[:2] / first[2:])  # noqa: PTH108

    chosen = choose_change(desk.root, None)

    assert chosen.commit.subject == "Edit article: 二"


def test_two_newsrooms_do_not_mix(
    tmp_path_factory: pytest.TempPathFactory, desk: Desk, edit: Callable[..., None]
) -> None:
    edit("一")
    other = make_newsroom(tmp_path_factory.mktemp("other") / "paper", with_issue())

    refused(other, "nothing-to-undo")
    refused(other, "no-such-change", newest(desk))
