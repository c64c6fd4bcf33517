"""Settings: newsroom.yaml with rules of every shape, registers and plans."""

from collections.abc import Sequence
from random import Random

from newsroom.rules.engine import all_rules
from tests.fuzz.mutate import TOKENS, mutated_text

PAPERS = {
    "zh-CN": "name: 临江日报\nlanguage: zh-CN\nsections: [要闻, 社会]\nroles: [记者, 通讯员, 摄影]\n",
    "en": "name: Linden Courier\nlanguage: en\nsections: [News, Sport]\nroles: [Staff Writer, Photographer]\n",
}
PLAN = """\
date: 2022-10-12
number: 10234
status: open
pages:
  - {page: "1", editor: 周一新}
  - {page: "3", section: 社会, length: 4000}
"""
REGISTER = """\
terms:
  - {wrong: [进入尾声, 雨水], right: 接近尾声, why: 本报用法, kind: term, fix: yes}
  - {right: 周广由, kind: name, wrong: 周广田}
  - {wrong: Springfeild, right: Springfield, kind: place, from: 2020-01-01, until: 2030-01-01}
  - {keep: 农技人员分片包村抢墒, why: 口号}
  - {keep: the quick brown farmer, kind: term}
"""
_SEVERITIES = ("off", "warning", "error", "fatal", "", "yes")


def settings_case(language: str, dice: Random) -> dict[str, bytes]:
    """A newsroom.yaml, a register or a plan, by its path."""
    match dice.randrange(4):
        case 0 | 1:
            text = PAPERS[language] + _kinds(dice) + _rules(dice)
            path = "newsroom.yaml"
        case 2:
            text, path = REGISTER, dice.choice(("register.yaml", "register/a.yaml"))
            if dice.random() < 0.3:
                text = "terms:\n" + "".join(_term(dice) for _each in range(dice.choice((1, 20, 400))))
        case _:
            text, path = PLAN, "issues/2022-10-12/issue.yaml"
    if dice.random() < 0.7:
        text = mutated_text(text, dice)
    return {path: text.encode("utf-8", "surrogatepass")}


def _kinds(dice: Random) -> str:
    wanted = dice.choice(("deck", "kicker", "photo", "no-such-field", "byline"))
    return dice.choice(("", "", f"kinds: {{story: {{require: [{wanted}]}}}}\n", "kinds: {消息: }\n", "kinds: [a]\n"))


def _rules(dice: Random) -> str:
    names = dice.sample([*all_rules(), "no-such-rule", "ＲＵＬＥ"], k=dice.choice((1, 3, 12)))
    return "rules:\n" + "".join(f"  {name}: {_setting(name, dice)}\n" for name in names)


def _setting(name: str, dice: Random, depth: int = 0) -> str:
    if dice.random() < 0.2:
        return dice.choice(_SEVERITIES)
    rule = all_rules().get(name)
    options = [*(rule.options if rule else ()), *dice.choices(("max", "min", "words", "a"), k=1)]
    parts = [f"{option}: {_option(dice)}" for option in options if dice.random() < 0.8]
    if dice.random() < 0.3:
        parts.append(f"severity: {dice.choice(_SEVERITIES)}")
    if dice.random() < 0.3 and depth < 2:
        within, of = dice.choice(
            (("kind", "story"), ("section", "社会"), ("page", "3"), ("stage", "draft"), ("stage", "x"))
        )
        parts.append(f"{within}: {{{of}: {_setting(name, dice, depth + 1) or 'off'}}}")
    return "{" + ", ".join(parts) + "}"


def _option(dice: Random) -> str:
    return dice.choice(_values(dice))


def _values(dice: Random) -> Sequence[str]:
    token = dice.choice([token for token in TOKENS if token.isalnum()])
    return (
        "0", "1", "-1", "999999999", "9999999999999", "1.5", "１", "''", "[]", "[a]", "[[a]]", "{a: b}", "[0, 1]",
        "yes", "null",
        '"(a+)+$"', '["[", "(?P<", "\\\\"]', f'"{token}"', f'["{token}", "{token}"]', '"' + "的" * 500 + '"',
        '"{x}"', '" "',
    )  # fmt: skip


def _term(dice: Random) -> str:
    wrong, right, keep = (
        "".join(dice.choices("农机手周广田播种aAb 1的，", k=dice.randint(1, 12))) for _form in range(3)
    )
    if dice.random() < 0.3:
        return f'  - {{keep: "{keep}"}}\n'
    return f'  - {{wrong: ["{wrong}", "{keep}"], right: "{right}", fix: yes}}\n'
