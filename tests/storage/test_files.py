import os
from pathlib import Path

import pytest

from newsroom.errors import Malformed, Refused
from newsroom.storage.files import MAX_TEXT, decode_text, read_bytes, read_text, reason

CHINESE = "全市秋播进入尾声，冬小麦播种过九成。\n农机手在地头调试播种机。\n"


def code(path: Path, **how: bool) -> str:
    with pytest.raises(Refused) as caught:
        read_bytes(path, 100, **how)
    assert str(path) in caught.value.message
    return caught.value.code


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc\r\n\x00")
    assert read_bytes(tmp_path / "a", 6) == b"abc\r\n\x00"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert code(tmp_path / "a") == "no-file"
    assert code(tmp_path / "b/a") == "no-file"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert code(tmp_path) == "not-a-file"


def test_a_link_is_refused_unless_the_user_named_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("a")
    assert code(tmp_path / "link") == "not-a-file"
    assert read_bytes(tmp_path / "link", 100, follow=True) == b"abc"


def test_a_link_that_leads_nowhere_or_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    assert code(tmp_path / "gone") == "not-a-file"
    assert code(tmp_path / "gone", follow=True) == "no-file"
    assert code(tmp_path / "loop", follow=True) == "not-a-file"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path / "pipe") == "not-a-file"
    assert code(tmp_path / "pipe", follow=True) == "not-a-file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    assert code(Path(device), follow=True) == "not-a-file"


def test_a_file_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert code(tmp_path / "a/b") == "not-a-file"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert code(tmp_path / ("a" * 300)) == "not-a-file"


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert len(read_bytes(tmp_path / "a", 100)) == 100
    (tmp_path / "a").write_bytes(b"x" * 101)
    assert code(tmp_path / "a") == "too-large"


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(Refused) as caught:
        read_text(tmp_path / "a")
    assert caught.value.code == "too-large"
    assert "4 MB" in caught.value.message
    assert MAX_TEXT == 4 * 2**20


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
        (b"a\r\nb\n", "a\r\nb\n"),
        ("Cafe\u0301🎉".encode(), "Cafe\u0301🎉"),
        (b"\x1b[31m", "\x1b[31m"),
    ],
)
def test_text_is_utf_8_and_comes_as_it_is(content: bytes, text: str) -> None:
    assert decode_text(content) == text


@pytest.mark.parametrize(
    ("content", "code", "line", "looks_like"),
    [
        (CHINESE.encode("gb18030"), "not-utf-8", 1, "GB18030"),
        (("headline: a\n" + CHINESE).encode("gb18030"), "not-utf-8", 2, "GB18030"),
        (CHINESE.encode("utf-16"), "not-utf-8", 1, "UTF-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "not-utf-8", 1, "UTF-16"),
        (b"\xff\xfea\x00", "not-utf-8", 1, "UTF-16"),
        (b"a\nb\xff\xff\n", "not-utf-8", 2, None),
        ("Ärger in Köln".encode("latin-1"), "not-utf-8", 1, None),
        (CHINESE.encode()[:-2], "not-utf-8", 2, None),
        (b"\xed\xa0\x80", "not-utf-8", 1, None),
        (b"a\nb\n\x00", "not-text", 3, None),
    ],
)
def test_bytes_that_are_no_utf_8_are_refused_with_a_guess(
    content: bytes, code: str, line: int, looks_like: str | None
) -> None:
    with pytest.raises(Malformed) as caught:
        decode_text(content)
    fault = caught.value
    assert (fault.code, fault.line) == (code, line)
    if looks_like:
        assert looks_like in fault.message
        assert f"iconv -f {looks_like} -t UTF-8" in fault.help
    else:
        assert "looks like" not in fault.message


@pytest.mark.parametrize(
    ("number", "why"),
    [(13, "no permission"), (28, "the disk is full"), (40, "it is a link"), (9999, "Unknown error 9999")],
)
def test_the_system_is_said_in_words(number: int, why: str) -> None:
    assert reason(OSError(number, os.strerror(number))) == why
