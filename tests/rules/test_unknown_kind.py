import pytest

from tests.rules.harness import found


@pytest.mark.parametrize(
    ("kind", "near"),
    [
        ("Story", "story"),
        ("breif", "brief"),
        ("photos", "photo"),
        ("评论", "commentary"),
        ("简讯", "brief"),
        ("notices", "notice"),
    ],
)
def test_the_kind_that_was_meant_is_offered(kind: str, near: str) -> None:
    (one,) = found(f"---\nkind: {kind}\n---\n", "unknown-kind")

    assert (one.field, one.line, one.column, one.severity) == ("kind", 2, 7, "error")
    assert (one.message, one.help) == (f"the paper has no kind of article called {kind}", f"write: {near}")


@pytest.mark.parametrize("kind", ["诗歌", "feature", "a" * 3000])
def test_without_a_likely_one_all_are_listed(kind: str) -> None:
    (one,) = found(f"---\nkind: {kind}\n---\n", "unknown-kind")

    assert one.help == "one of: story, brief, photo, commentary, notice, 专访; or add it to kinds in newsroom.yaml"


@pytest.mark.parametrize("kind", ["story", "brief", "photo", "commentary", "notice", "专访", "", "' '"])
def test_kinds_of_newsroom_and_of_the_paper_are_known_and_none_is_a_story(kind: str) -> None:
    assert found(f"---\nkind: {kind}\n---\n", "unknown-kind") == []


def test_a_kind_that_the_paper_adds_is_known() -> None:
    example = "==> newsroom.yaml <==\n==> articles/a.md <==\n---\nkind: 专访\n---\n"

    assert found(example, "unknown-kind") == []
