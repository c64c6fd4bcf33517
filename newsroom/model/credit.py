"""A credit: who did it, in which role. A byline is a list of them, and so is the credit of a photo."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SEPARATORS = r"(?i)[、,，;；]|\s+(?:and|&|和|与)\s+"
_PARTED = "、"  # stands for any separator between names
_ORNAMENTS = "□■●○◎◇◆▲△★☆*_ \t\n\u3000"
# 本报讯（…）, 本报北京11月16日电（…）, 新华社北京11月16日电（…）, or brackets alone
_AS_PRINTED = r"^(?:(?:本报|\S{2,6}社)(?:[^（(]{0,24}[讯电])?\s*)?[（(]([^（）()]*)[）)]$"
_OWN_HOUSE = r"^本报讯?\s*"
_DONE = r"\s*(?:摄影报道|[文图摄][/／][文图摄]|\s[文图]{2}|报道|摄)$"
_PARTS_DONE = r"(?<!\S)[文图摄][/／][文图摄](?!\S)|(?<!\S)[文图摄]{1,2}(?:[/／][文图摄])?[/／:：]|[/／][文图摄](?!\S)"
_GIVING = ("供图", "摄影")  # what stands behind a name as well as before it
# 新华社记者, 四平日报通讯员: the role is one of the paper's, whoever lends the person.
_OF_ANOTHER_HOUSE = r"^\S{1,8}[社报网台]"
_ROLE = r"\S{0,8}?(?:记者|通讯员|实习生|评论员|撰稿人)"  # also where it is none of the paper's
_BY = r"(?i)^(?:(?:photos?|photographs?|pictures?|story|words|text|reporting)(?:\s+(?=by\s)|\s*:\s*))?(?:by\s+)?"
_OF_A_NAME = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")  # what a comma may part from it

FAMILY_NAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅付沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温"
    "芦季俞章鲁葛伍韦申尤毕聂焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋甘"
    "景单包司柏宁柯阮桂闵柴车冉房边吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙喻窦迟"
    "敖鄢冷卓仇艾蓝巩井仲虞卞封竺冼楚佟栗匡宗巫鞠桑荆谌沙伏岑习胥蔺丛战修袁皮尚诸皇上慕仉佘邝阚晁郗璩逯麻阿"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A role and a name; either may be missing, which the rules judge."""

    role: str = ""
    name: str = ""

    def __str__(self) -> str:
        return f"{self.role} {self.name}".strip()

    def as_json(self) -> dict[str, str]:
        """The credit as the contract's JSON has it."""
        return {"role": self.role, "name": self.name}


def is_known_role(role: str, roles: Iterable[str]) -> bool:
    """Whether the paper knows `role`, by itself or lent by another house (`新华社记者`)."""
    known = set(roles)
    return role in known or own_role(role) in known


def own_role(role: str) -> str:
    """A role without the house that lends the person: 记者 of 新华社记者."""
    return re.sub(_OF_ANOTHER_HOUSE, "", role)


def parse_credits(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    """Read a credit written as one string, by the roles that the paper has.

    `通讯员 姓名`, `本报记者 姓名、姓名`, `本报讯（通讯员 姓名）`, `姓名 摄`, `姓名 供图`, `文/姓名 图/姓名`,
    `By Name, Role`, `Role Name`, `Photo by Name`, or names alone. An unknown word before a Chinese name is taken as the
    role, so that a rule can say so.
    """
    text = text.strip(_ORNAMENTS)
    if not text:
        return ()
    return _chinese(text, roles) if any(map(is_han, text)) else _western(text, roles)


def is_han(letter: str) -> bool:
    """Whether it is a Chinese character."""
    # No pattern: to compile one over letters of both planes is felt at every start.
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff"


def _chinese(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    text = re.sub(_AS_PRINTED, r"\1", text)
    text, is_done = re.subn(_DONE, "", re.sub(_OWN_HOUSE, "", text))
    if any(mark in text for mark in "/／:："):
        text, are_parts = re.subn(_PARTS_DONE, " ", text)
        text = re.sub("[/／]", _PARTED, re.sub("[:：]", " ", text))
        is_done += are_parts
    if text.endswith(_GIVING) and text not in roles:  # 姓名供图
        text = f"{text[:-2]} {text[-2:]}"
    parted = re.sub(_SEPARATORS, f" {_PARTED} ", text).split()
    words = _joined_names([word.removeprefix("本报") for word in parted if word != "本报"])
    given = words.pop() if len(words) > 1 and words[-1] in _GIVING and words[-2] not in roles else ""
    # 张三 李四 摄: what is done by those before it is done by people.
    are_people = bool(words and (given or is_done)) and words[0][0] in FAMILY_NAMES
    credits = tuple(_by_role(words, roles, are_names=are_people or _PARTED in parted))
    if given not in roles or any(credit.role for credit in credits):
        return credits
    return tuple(Credit(given, credit.name) for credit in credits)


def _by_role(words: Sequence[str], roles: Sequence[str], *, are_names: bool) -> Iterable[Credit]:
    by_length = sorted(roles, key=len, reverse=True)
    role, named = "", True
    for number, word in enumerate(words):
        fused = "" if word in roles else _fused_role(word, by_length)
        may_be_role = number == 0 and len(words) == 2 and not are_names
        if is_known_role(word, roles) or re.fullmatch(_ROLE, word) or (may_be_role and not fused):
            if not named:
                yield Credit(role)  # a role that no name followed
            role, named = word, False
        else:
            role, named = fused or role, True
            yield Credit(role, word.removeprefix(fused))
    if not named:
        yield Credit(role)


def _fused_role(word: str, by_length: Sequence[str]) -> str:
    """The role that a name is written to without a gap: 通讯员姓名, 新华社记者姓名."""
    found = next((known for known in by_length if word.startswith(known)), None)
    if found is None:
        match = re.match(_ROLE, word)
        found = match[0] if match else ""
    return found if 1 < len(word) - len(found) < 5 else ""


def _joined_names(words: Sequence[str]) -> list[str]:
    """Names that have a space inside: 张 三, to stand level with those of three letters, and John Smith."""
    joined: list[str] = []
    apart = True
    for word in words:
        if word == _PARTED:
            apart = True
            continue
        if not apart and len(word) == 1 and len(joined[-1]) == 1:
            joined[-1] += word
        elif not apart and word.isascii() and joined[-1].isascii():
            joined[-1] += f" {word}"
        else:
            joined.append(word)
        apart = False
    return joined


def _western(text: str, roles: Sequence[str]) -> tuple[Credit, ...]:
    text = re.sub(_BY, "", text)
    known = {form: role for role in roles for form in (role.lower(), f"{role.lower()}s")}
    lower = text.lower()
    are_many = re.search(_SEPARATORS, text)
    leading = max((form for form in known if f"{lower} ".startswith(f"{form} ")), key=len, default="")
    if leading not in map(str.lower, roles) and not are_many:  # Contributors Guild
        leading = ""
    people, _comma, said = text[len(leading) :].partition(",")
    said = said.strip()
    if not leading and said and not (re.search(_SEPARATORS, said) or said.lower() in (*known, *_OF_A_NAME)):
        return tuple(Credit(said, name) for name in _names(people))  # a role that the paper does not have
    credits: list[Credit] = []
    for name in _names(text[len(leading) :]):
        role = known.get(name.lower())
        if role:  # it is that of those before it
            credits = [Credit(credit.role or role, credit.name) for credit in credits]
        else:
            credits.append(Credit(known.get(leading, ""), name))
    return tuple(credits) or ((Credit(known[leading]),) if leading else ())


def _names(people: str) -> list[str]:
    names: list[str] = []
    for part in re.split(_SEPARATORS, f"{people} "):
        name = part.strip()
        if names and name.lower() in _OF_A_NAME:
            names[-1] += f" {name}"
        elif name:
            names.append(name)
    return names
