"""People who are named in a caption and, with one letter otherwise, in the body."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from newsroom.rules._contradictions import Contradiction, differ_by_one

_LONGEST = 1000  # characters of a caption
_MOST_TEXT = 30_000
_MOST = 10  # people that are looked at in a caption

_HAN = r"[\u4e00-\u9fff]"
_TITLES = (
    "农机手|机手|村民|居民|市民|教师|老师|校长|院长|记者|书记|村支书|主任|副主任|社长|厂长|站长|所长|队长|队员|局长|"
    "镇长|县长|区长|市长|民警|医生|护士|技术员|农艺师|工程师|工人|职工|店主|司机|驾驶员|志愿者|学生|大户|负责人|董事长|经理|"
    "党员|社工|厨师长|厨师|检验员|调度员|网格员|快递员|研究员|教授|导演|演员|运动员|教练"
)
# The commoner surnames; what does not begin with one is no name.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤祁葛"
)
# What a name of two characters is followed by; a name of three hardly ends in it.
_NO_NAMES = frozenset(
    "在正说向和与对把将被给为从到去来是有又还也都就才已用带领着了的得地种介告表一二三两这那站坐蹲拿看听讲指教查忙走跑骑驾"
    "开上下里前后等及以之家率当展使做进出收送观参手代作并主负提打播写做同个准"
)
_NAME = rf"(?:{_TITLES})({_HAN}{{3}})"
_LATIN_NAME = r"(?<![\w.’'-])([A-Z][a-z]{2,15}) ([A-Z][a-z]{2,15})(?![\w-])"


def contradicting_people(caption: str, body: str) -> Iterator[Contradiction]:
    """People whose names the body has with one letter otherwise, and never as the caption has them."""
    if len(caption) > _LONGEST or len(body) > _MOST_TEXT:
        return
    yield from _chinese(caption, body)
    if " " in caption:
        yield from _english(caption, body)


def _chinese(caption: str, body: str) -> Iterator[Contradiction]:
    for match in islice(re.finditer(_NAME, caption), _MOST):
        name = match[1]
        if name in body or not _is_name(name):
            continue
        title = match[0][:-3]
        named = Counter(re.findall(rf"(?={title}({_HAN}{{3}}))", body))
        for other in named:
            # A name of three characters: it stands more than once, and never without its last one.
            is_whole = body.count(other[:2]) == body.count(other) > 1
            if is_whole and _is_name(other) and _differ_in_one(name, other) and name[:2] not in body.replace(other, ""):
                yield Contradiction(match.start(1), match.end(1), name, other)
                break


def _is_name(name: str) -> bool:
    return name[0] in _SURNAMES and not _NO_NAMES.intersection(name[1:])


def _differ_in_one(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _english(caption: str, body: str) -> Iterator[Contradiction]:
    for match in islice(re.finditer(_LATIN_NAME, caption), _MOST):
        if match[0] in body or (match[1] in body and match[2] in body):
            continue
        for first, last in dict.fromkeys(re.findall(_LATIN_NAME, body)):
            firsts, lasts = (match[1], first), (match[2], last)
            if (firsts[0] == first and _is_slip(*lasts)) or (lasts[0] == last and _is_slip(*firsts)):
                yield Contradiction(*match.span(), match[0], f"{first} {last}")
                break


def _is_slip(one: str, other: str) -> bool:
    """Whether a letter differs within a name; one more at the end is another form of it."""
    is_inflected = one.removesuffix("s") == other.removesuffix("s")
    return one[0] == other[0] and differ_by_one(one, other) and not is_inflected
