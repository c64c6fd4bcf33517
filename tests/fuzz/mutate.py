"""Mutations: what goes wrong in files, and what somebody makes go wrong."""

from collections.abc import Callable, Sequence
from random import Random

# Marks and words that mean something: to YAML, to Markdown, to a terminal, to a rule.
TOKENS = (
    *"-:?,[]{}#&*!|>'\"%@`~<=.+\\/()_$^;\n\r\t ", "---\n", "...\n", "<<: *a\n", "&a ", "*a",
    "!!python/object:os.system ",
    "!x ", "? ", "- ", ": ", "：", "\u3000", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "\u2028", "\x85",
    "\x1b[2J",
    "\x9b2J", "\x07", "\x00", "\x7f", "\ud7a3", "e\u0301", "\u0301", "\u1100\u1161", "\uf900", "\U0002f800", "🎉",
    "👩\u200d👩",
    "\u093c", "“", "”", "‘", "’", "「", "」", "《", "》", "（", "）", "——", "…", "……", "。", "，", "、", "；", "·",
    "```\n", "~~~\n",
    "**", "##", "| ", "> ", "<b>", "<!--", "[a](b)", "http://a.b/(", "a@b.cc", "1", "１", "0", "9" * 12, "12,345",
    "1.5%", "3千",
    "2022年", "13月32日", "星期三", "2022-10-12", "9999-99-99", "二〇二二", "两百", "百分之", "共3家", "3 million",
    "$5", "7 p.m.",
    "Monday", "Feb. 30", "TK", "XXX", "待补", "某", "记者", "通讯员 姓名", "新华社", "摄", "我市", "日前",
    "the the ", "的的",
    "{field}", "{0}", "{}", "%s", "\\n", "../../etc/passwd", "/dev/zero", "a\u0338b", "ﬁ", "Å", "裏", "О", "ﷺ",
    "\U0010ffff",
)  # fmt: skip
_HUGE = 100_000


def mutated_text(text: str, dice: Random) -> str:
    """`text` with one to five things changed."""
    for _time in range(dice.choice((1, 1, 1, 2, 2, 3, 5))):
        text = dice.choice(_OF_TEXT)(text, dice)
    return text


def mutated_bytes(content: bytes, dice: Random) -> bytes:
    """`content` with one to eight things changed."""
    for _time in range(dice.choice((1, 1, 2, 3, 8))):
        content = dice.choice(_OF_BYTES)(content, dice)
    return content


def _stretch(size: int, dice: Random, longest: int = 60) -> slice:
    start = dice.randint(0, size)
    return slice(start, start + dice.randint(0, longest))


def _insert(text: str, dice: Random) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(TOKENS) * dice.choice((1, 1, 1, 2, 3, 9)) + text[at:]


def _replace(text: str, dice: Random) -> str:
    part = _stretch(len(text), dice, 12)
    return text[: part.start] + dice.choice(TOKENS) + text[part.stop :]


def _drop(text: str, dice: Random) -> str:
    part = _stretch(len(text), dice)
    return text[: part.start] + text[part.stop :]


def _double(text: str, dice: Random) -> str:
    part = _stretch(len(text), dice)
    at = dice.randint(0, len(text))
    return text[:at] + text[part] * dice.choice((1, 1, 2, 5)) + text[at:]


def _blow_up(text: str, dice: Random) -> str:
    at = dice.randint(0, len(text))
    token = dice.choice(TOKENS)
    return text[:at] + token * (dice.choice((30, 300, 300, 3000, 3000, _HUGE)) // len(token)) + text[at:]


def _nest(text: str, dice: Random) -> str:
    at, depth = dice.randint(0, len(text)), dice.choice((3, 9, 1000))
    opening, closing = dice.choice(("[]", "{}", "（）", "“”", "《》", ("{a: ", "}"), ("- ", ""), ("(", ""), ("", "]")))
    return text[:at] + opening * depth + dice.choice(TOKENS) + closing * depth + text[at:]


def _lines(text: str, dice: Random) -> str:
    """Lines repeated, exchanged, indented, cut; front matter is made of lines."""
    lines = text.split("\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(6):
        case 0:
            lines.insert(other, lines[one])
        case 1:
            lines[one], lines[other] = lines[other], lines[one]
        case 2:
            lines[one] = dice.choice((" ", "  ", "\t", "\u3000")) + lines[one]
        case 3:
            lines[one] = lines[one].lstrip()
        case 4:
            lines[one] = lines[one].partition(":")[0] + ": " + _value(dice)
        case 5:
            del lines[one]
    return dice.choice(("\n",) * 8 + ("\r\n", "\r")).join(lines)


def _value(dice: Random) -> str:
    return dice.choice((
        "", "[]", "{}", "[a, b]", "{a: b}", "[[a]]", "''", '""', "'", "|\n  a\n  b", ">-\n  a", "null", "yes",
        "1e999", "0x1f",
        "2022-10-12", "[{role: 记者}]", "{file: a.jpg}", "[{file: a.jpg, caption: [a]}]", "- a",
        "\n  - a\n  - {name: b}",
        "记者 周一新 通讯员 林小满/摄", "“", '"\\x1b[2J"', '"\\ud800"', '"\\U0001F389"', "'''", "# a", "a #b",
        "字" * 300, "9" * 400,
    ))  # fmt: skip


def _other_form(text: str, dice: Random) -> str:
    import unicodedata

    return unicodedata.normalize(dice.choice(("NFD", "NFKC", "NFKD")), text)


def _flip(content: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(content) or 1)
    return content[:at] + bytes(byte ^ 1 << dice.randrange(8) for byte in content[at : at + 1]) + content[at + 1 :]


def _set(content: bytes, dice: Random) -> bytes:
    part = _stretch(len(content), dice, 4)
    value = dice.choice((b"\0", b"\xff", b"\x7f", b"\x80", dice.randbytes(1)))
    return content[: part.start] + value * dice.randint(1, 4) + content[part.stop :]


def _cut(content: bytes, dice: Random) -> bytes:
    part = _stretch(len(content), dice, dice.choice((1, 8, 500)))
    return content[: part.start] + content[part.stop :]


def _repeat(content: bytes, dice: Random) -> bytes:
    part = _stretch(len(content), dice, dice.choice((4, 60, 2000)))
    return content[: part.stop] + content[part] * dice.choice((1, 2, 50)) + content[part.stop :]


def _end(content: bytes, dice: Random) -> bytes:
    return content[: dice.randint(0, len(content))]


_OF_TEXT: Sequence[Callable[[str, Random], str]] = (
    _insert, _insert, _insert, _replace, _replace, _drop, _double, _lines, _lines, _lines, _nest, _blow_up,
    _other_form,
)  # fmt: skip
_OF_BYTES: Sequence[Callable[[bytes, Random], bytes]] = (_flip, _flip, _flip, _set, _set, _cut, _repeat, _end)
