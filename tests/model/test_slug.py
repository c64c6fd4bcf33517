import random
import sys

import pytest

from newsroom.model.slug import MAX_BYTES, free_slug, is_slug, slug_from


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("冬小麦播种过九成", "冬小麦播种过九成"),
        ("抓队伍 强组织 壮经济", "抓队伍-强组织-壮经济"),
        ("——秋种！见闻（图）", "秋种-见闻-图"),
        ("A Count on the Wing", "a-count-on-the-wing"),
        ("Don’t stop, won't stop", "dont-stop-wont-stop"),
        ("8.76 吨", "8-76-吨"),
        ("Cafe\u0301", "café"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\nc", "a-b-c"),
        ("-rf", "rf"),
        ("", ""),
        ("！？…", ""),
    ],
)
def test_a_slug_keeps_letters_and_digits(headline: str, slug: str) -> None:
    assert slug_from(headline) == slug


@pytest.mark.parametrize("headline", ["冬" * 40, "冬小麦" * 20, "a" * 79 + " 冬", "a" * 78 + " bc", "𠮷" * 30])
def test_a_slug_is_cut_between_characters_at_80_bytes(headline: str) -> None:
    slug = slug_from(headline)
    assert MAX_BYTES - 4 < len(slug.encode()) <= MAX_BYTES
    assert headline.replace(" ", "-").startswith(slug)
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    ("slug", "taken", "free"),
    [
        ("秋播", [], "秋播"),
        ("秋播", ["秋播"], "秋播-2"),
        ("秋播", ["秋播", "秋播-2", "秋播-4"], "秋播-3"),
        ("a" * 80, ["a" * 80], "a" * 78 + "-2"),
        ("冬" * 26, ["冬" * 26], "冬" * 26 + "-2"),
        ("a" * 77 + "-bc", ["a" * 77 + "-bc"], "a" * 77 + "-2"),
    ],
)
def test_a_taken_slug_gets_the_next_number(slug: str, taken: list[str], free: str) -> None:
    assert free_slug(slug, taken) == free


@pytest.mark.parametrize(
    "text",
    ["", "A", "a b", "a/b", "..", "-a", "a-", "a--b", "a.md", "冬" * 27, "cafe\u0301", "a\n"],
)
def test_this_can_not_name_an_article(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["a", "秋播过九成", "a-2", "2022", "café", "ǆ"])
def test_this_may_name_an_article(text: str) -> None:
    assert is_slug(text)


def test_the_slug_of_a_slug_is_itself() -> None:
    dice = random.Random(1)  # noqa: S311
    letters = [chr(code) for code in range(sys.maxunicode) if not 0xD800 <= code < 0xE000]
    for choice in (letters[:500], letters[:9000], letters):
        for _ in range(1000):
            slug = slug_from("".join(dice.choices(choice, k=dice.randint(1, 40))))
            assert slug_from(slug) == slug
