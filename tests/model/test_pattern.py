import re
import subprocess
import sys

from newsroom.model.pattern import pattern


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    word, found = pattern(r"(?P<word>\w+)社"), re.compile(r"(?P<word>\w+)社").search("新华社记者")
    assert found
    assert word.search("新华社记者")[0] == found[0] == "新华社"  # type: ignore[index]
    assert word.sub("—", "新华社 路透社") == "— —"
    assert [match["word"] for match in word.finditer("新华社 路透社")] == ["新华", "路透"]
    assert word.fullmatch("记者") is None


def test_a_pattern_keeps_its_flags() -> None:
    assert pattern("tk", re.IGNORECASE).search("TK")
    assert not pattern("tk").search("TK")


def test_a_pattern_is_not_compiled_before_it_is_asked() -> None:
    """A pattern that nobody asks costs nothing at the start; this one can not even be compiled."""
    code = "from newsroom.model.pattern import pattern; wrong = pattern('('); print('made')\nwrong.search('')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "made\n"
    assert "re.error" in done.stderr or "PatternError" in done.stderr
