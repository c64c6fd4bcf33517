from collections.abc import Callable

import pytest

from newsroom.errors import Refused
from newsroom.storage.versions import committed, in_last_commit, merged
from tests.support.desk import ARTICLE, ISSUE, Desk, with_issue

SOWING, PHOTO = f"{ISSUE}/articles/sowing.md", f"{ISSUE}/photos/sowing.jpg"
HOSTILE = f"{ISSUE}/photos/*.jpg"


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Desk:
    return newsroom(with_issue(**{f"{ISSUE}/photos/秋 播.jpg": b"x", HOSTILE: b"y"}))


def test_what_lies_there_as_it_was_committed(desk: Desk) -> None:
    paths = [SOWING, PHOTO, f"{ISSUE}/photos/秋 播.jpg", HOSTILE]
    assert committed(desk.root, paths) == {*paths}
    assert committed(desk.root, [HOSTILE]) == {HOSTILE}
    assert committed(desk.root, []) == set()


def test_what_was_changed_staged_or_deleted_since_is_not_committed(desk: Desk) -> None:
    desk.write(SOWING, ARTICLE + "又一段。\n")
    desk.write("new.md", "new\n")
    desk.write("staged.md", "staged\n")
    desk.git("add", "staged.md", SOWING)
    (desk.root / PHOTO).unlink()
    assert committed(desk.root, [SOWING, PHOTO, "new.md", "staged.md"]) == set()
    assert in_last_commit(desk.root, [SOWING, PHOTO, "new.md", "staged.md"]) == {SOWING, PHOTO}


def test_paths_count_from_the_newsroom_also_in_a_folder_of_the_repository(desk: Desk) -> None:
    folder = desk.root / ISSUE
    assert committed(folder, ["articles/sowing.md"]) == {"articles/sowing.md"}
    desk.write(SOWING, ARTICLE + "又一段。\n")
    assert committed(folder, ["articles/sowing.md"]) == set()
    assert in_last_commit(folder, ["articles/sowing.md"]) == {"articles/sowing.md"}


def test_line_ends_that_git_converts_are_no_change(desk: Desk) -> None:
    desk.git("config", "core.autocrlf", "true")
    desk.write(SOWING, ARTICLE.replace("\n", "\r\n"))
    assert committed(desk.root, [SOWING]) == {SOWING}


def test_a_repository_without_a_commit_has_nothing(desk: Desk) -> None:
    desk.git("update-ref", "-d", "HEAD")
    assert committed(desk.root, [SOWING]) == in_last_commit(desk.root, [SOWING]) == set()


def test_two_changes_of_a_text_are_brought_together(desk: Desk) -> None:
    base = "一\n二\n三\n四\n五\n".encode()
    mine, theirs = base.replace("一".encode(), "壹".encode()), base.replace("五".encode(), "伍".encode())
    assert merged(desk.root, mine, base, theirs) == ("壹\n二\n三\n四\n伍\n".encode(), True)


def test_two_changes_of_the_same_line_stand_both_there(desk: Desk) -> None:
    text, is_clean = merged(desk.root, "壹\n".encode(), "一\n".encode(), "弌\n".encode())
    assert not is_clean
    assert text.decode() == "<<<<<<< yours\n壹\n=======\n弌\n>>>>>>> the other one\n"


def test_what_is_no_text_is_refused_and_never_taken_for_brought_together(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        merged(desk.root, b"a\0b", b"a\0", b"a\0c")
    assert caught.value.code == "merge-failed"
    assert caught.value.help
