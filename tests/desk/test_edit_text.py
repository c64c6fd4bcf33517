from collections.abc import Callable

import pytest

from newsroom.desk.edit_text import Draft, as_shown, kept_draft, move_kept, new_draft
from newsroom.errors import Malformed, Refused
from newsroom.storage.kept import drop
from newsroom.storage.newsroom import Newsroom
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

PATH = f"{ISSUE}/articles/sowing.md"
BASE = ARTICLE.encode()


@pytest.fixture
def room(newsroom: Callable[..., Desk]) -> Newsroom:
    return Newsroom(newsroom(with_issue()).root)


def kept(room: Newsroom, path: str = PATH) -> Draft | None:
    found = kept_draft(Draft(room, path, b"", b""))
    return found[0] if found else None


def test_a_new_draft_is_the_article_as_it_lies_there(room: Newsroom) -> None:
    draft = new_draft(room, PATH)
    assert (draft.base, draft.text, draft.name, draft.file_name) == (BASE, BASE, "2022-10-12/sowing", "sowing.md")
    assert not draft.is_changed
    assert not draft.is_kept
    assert not draft.is_outdated
    assert draft.article().headline == "冬小麦播种过九成"


@pytest.mark.parametrize("text", [b"new\n", b"", "第一段".encode("gbk"), b"a\0b"])
def test_whatever_is_kept_comes_back_as_it_was(room: Newsroom, text: bytes) -> None:
    new_draft(room, PATH).keep(text)
    draft = kept(room)
    assert draft is not None
    assert (draft.base, draft.text) == (BASE, text)
    draft.drop()
    assert kept(room) is None


def test_without_what_it_was_made_from_nothing_of_others_is_passed_over(room: Newsroom) -> None:
    new_draft(room, PATH).keep(BASE + "又一段。\n".encode())
    drop(room.root, "edits/2022-10-12/.sowing.base")
    draft = kept(room)
    assert draft is not None
    assert draft.is_outdated
    assert not draft.catch_up()
    with pytest.raises(Malformed) as caught:
        draft.article()
    assert caught.value.code == "two-versions"


def test_catching_up_counts_from_what_lies_there_now(room: Newsroom) -> None:
    draft = new_draft(room, PATH)
    draft.keep(BASE + "又一段。\n".encode())
    theirs = ARTICLE.replace("九成", "八成")
    Desk(room.root).write(PATH, theirs)
    assert draft.catch_up()
    assert draft.base == theirs.encode()
    assert draft.text == (theirs + "又一段。\n").encode()
    assert not draft.is_outdated


def test_what_is_kept_follows_its_article(room: Newsroom) -> None:
    new_draft(room, PATH).keep(b"new\n")
    move_kept(room, PATH, "issues/pool/articles/sowing.md")
    assert kept(room) is None
    moved = kept(room, "issues/pool/articles/sowing.md")
    assert moved is not None
    assert (moved.base, moved.text) == (BASE, b"new\n")


def test_committed_it_is_kept_no_longer_and_refused_it_is(room: Newsroom) -> None:
    draft = new_draft(room, PATH)
    draft.keep(BASE + "又一段。\n".encode())
    Desk(room.root).write(PATH, ARTICLE.replace("九成", "八成"))
    with pytest.raises(Refused) as caught:
        draft.commit(draft.article())
    assert caught.value.code == "changed-meanwhile"
    assert draft.is_kept
    draft.catch_up()
    draft.commit(draft.article())
    assert not draft.is_kept


def test_one_window_holds_an_article_at_a_time(room: Newsroom) -> None:
    with new_draft(room, PATH).held():
        with pytest.raises(Refused) as caught, new_draft(room, PATH).held():
            pass
        assert caught.value.code == "being-edited"
    with new_draft(room, PATH).held():
        pass


def test_it_is_held_also_when_what_was_kept_is_thrown_away(room: Newsroom) -> None:
    draft = new_draft(room, PATH)
    with draft.held():
        draft.keep(b"new\n")
        draft.drop()
        with pytest.raises(Refused), new_draft(room, PATH).held():
            pass
    assert [path for path in (room.root / ".git/newsroom/kept").rglob("*") if path.is_file()] == []


def test_what_can_not_be_kept_for_a_moved_article_stays_where_it_is(room: Newsroom) -> None:
    new_draft(room, PATH).keep(b"new\n")
    Desk(room.root).write(".git/newsroom/kept/edits/pool", "in the way")
    move_kept(room, PATH, "issues/pool/articles/sowing.md")
    assert kept(room) is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_shown_whatever_its_encoding(encoding: str) -> None:
    assert as_shown(ARTICLE.encode(encoding)).replace("\ufeff", "") == ARTICLE


def test_an_article_that_is_a_link_is_not_edited(room: Newsroom) -> None:
    (room.root / PATH).unlink()
    (room.root / PATH).symlink_to(room.root / "newsroom.yaml")
    with pytest.raises(Refused) as caught:
        new_draft(room, PATH)
    assert caught.value.code == "not-a-file"
