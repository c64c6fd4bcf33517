"""Texts that trip YAML writers, and a front matter with every kind of place that a text may stand in."""

import random
from collections.abc import Iterator

from newsroom.storage.yaml_reader import Fields, Items, Node, Text

FRONT = """\
# 头一行
kicker: 引题   # 说明
headline: "双引"
deck: '单引'
section: 社会
page:    3
note: |
  第一行
  第二行
# 中间
folded: >-
  折叠
  两行
kind:
byline:
  # 里面
  - {role: 通讯员, name: 姓名}   # 谁
  - role: 记者
    name: 张三
photos:
  - file: sowing.jpg
    caption: 说明 # 图
    credit:
      - {role: 通讯员, name: }
  - {file: b.jpg, caption: 'x'}
tags: [a, "b", c]
status: draft
# 末一行
"""
PLACES = (
    "kicker", "headline", "deck", "section", "note", "folded", "kind", "byline[0].name", "byline[1].role",
    "byline[1].name", "photos[0].file", "photos[0].caption", "photos[0].credit[0].role", "photos[0].credit[0].name",
    "photos[1].file", "photos[1].caption", "tags[0]", "tags[1]", "tags[2]", "status",
)  # fmt: skip
MISSING = ("column", "other", "photos[0].alt", "photos[1].alt", "byline[0].note", "byline[1].note")
TEXTS = (
    "",
    "冬小麦播种过九成",
    "标题: 副题",
    "标题：副题",
    "a: b: c",
    ": a",
    "a:",
    "# a",
    "a # b",
    "a #b",
    "- a",
    "-a",
    "-",
    "---",
    "--- a",
    "...",
    "? a",
    "?",
    "! a",
    "!a",
    "&a",
    "*a*",
    "@a",
    "`a`",
    "%a",
    "|",
    ">",
    "| a",
    "<<",
    "=",
    "[图] 秋播",
    "{a}",
    "]",
    "}",
    ",",
    "a, b",
    "a}, {b: c",
    "'",
    '"',
    "''",
    '""',
    "it's",
    '"冬小麦"播种',
    "“冬小麦”播种",
    "\\",
    "\\n",
    "C:\\Users",
    "yes",
    "No",
    "null",
    "~",
    "True",
    "750",
    "1:20",
    "0x1f",
    "010",
    "1e3",
    ".5",
    "2022-10-12",
    "两行\n文字",
    "三\n\n段\n",
    "\n开头",
    "a\n# b\n- c",
    "  两端  ",
    "\t制表\t",
    "a\tb",
    "🎉🎉",
    "𠮷野家",
    "Cafe\u0301",
    "全角\u3000空格\u3000",
    "不断\u00a0行",
    "零宽\u200b",
    "\u202e反",
    "\ufeff",
    "\ufeffa",
    "a\x85b",
    "a\u2028b",
    "a\u2029b",
    "a\rb",
    "a\r\nb",
    "a\x0bb\x0cc",
    "a\x1cb\x1db\x1eb",
    "\x07\x1b[31m",
    "\x7f",
    "\x00",
    "\uffff",
    "长" * 3000,
    "word " * 300 + "end",
    "a" * 500,
)
_LETTERS = "冬麦 ab1\n\t:：#-?!&*@`%|>[]{},'\"\\~=<.。\u3000\u2028\x85\r\x1b🎉\u0301\ufeff"


def random_texts(count: int, seed: int) -> Iterator[str]:
    """Texts made of the letters that mean something to YAML."""
    dice = random.Random(seed)  # noqa: S311
    for _ in range(count):
        yield "".join(dice.choices(_LETTERS, k=dice.randint(1, 12)))


def flat(node: Node, name: str = "") -> dict[str, str]:
    """Every text in a tree by its name, as `photos[0].caption`."""
    if isinstance(node, Text):
        return {name: node.value}
    found: dict[str, str] = {}
    if isinstance(node, Items):
        for at, inner in enumerate(node.items):
            found |= flat(inner, f"{name}[{at}]")
    if isinstance(node, Fields):
        for key, inner in node.values.items():
            found |= flat(inner, f"{name}.{key}" if name else key)
    return found
