from collections.abc import Callable

from tests.rules.harness import found
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes, with_issue
from tests.support.examples import story

RULE = "repeated-photo"
PHOTO = "photos:\n  - {file: FILE, caption: 农机手在地头。, credit: 通讯员 姓名 摄}\n"


def with_file(name: str, file: str, *, more: str = "") -> str:
    return story(name, more=more + PHOTO.replace("FILE", file))


def test_the_later_article_is_at_fault_and_the_earlier_is_named() -> None:
    [finding] = found(with_file("a", "sowing.jpg") + with_file("b", "sowing.jpg"), RULE)

    assert finding.path == "issues/2022-10-12/articles/b.md"
    assert finding.message == "the photo sowing.jpg stands in issues/2022-10-12/articles/a.md, too"
    assert (finding.field, finding.line, finding.severity) == ("photos[0].file", 5, "warning")


def test_each_further_time_is_a_finding_of_its_own_article() -> None:
    text = "".join(with_file(name, "sowing.jpg") for name in "abcd")

    assert [it.path[-4:] for it in found(text, RULE)] == ["b.md", "c.md", "d.md"]


def test_killed_copy_uses_no_photo() -> None:
    assert not found(with_file("a", "sowing.jpg", more="status: killed\n") + with_file("b", "sowing.jpg"), RULE)


def test_photos_that_are_not_there_or_no_pictures_are_not_compared() -> None:
    assert not found(with_file("a", "none.jpg") + with_file("b", "none.jpg"), RULE)
    broken = "==> photos/x.jpg <==\nis_photo: no\n"
    assert not found(broken + with_file("a", "x.jpg") + with_file("b", "x.jpg"), RULE)


def test_a_waiver_lets_the_picture_stand_twice() -> None:
    waive = "waive: [{rule: repeated-photo, reason: 头版导读, by: 贺长松}]\n"

    assert not found(with_file("a", "sowing.jpg") + with_file("b", "sowing.jpg", more=waive), RULE)


def test_real_files_are_compared_by_their_bytes(newsroom: Callable[..., Desk], run: Callable[..., Result]) -> None:
    newsroom(
        with_issue(
            **{
                f"{ISSUE}/articles/b.md": ARTICLE.replace("sowing.jpg", "IMG_1.jpg"),
                f"{ISSUE}/articles/c.md": ARTICLE.replace("sowing.jpg", "other.jpg"),
                f"{ISSUE}/photos/IMG_1.jpg": photo_bytes(),
                f"{ISSUE}/photos/other.jpg": photo_bytes(color="blue"),
            }
        )
    )

    checked = run("--lang", "en", "validate", "2022-10-12", "--json")

    assert [(it["rule"], it["path"][-9:], it["message"]) for it in checked.json["findings"]] == [
        (RULE, "sowing.md", f"the photo sowing.jpg is the same picture as IMG_1.jpg in {ISSUE}/articles/b.md")
    ]
