"""By what copy shows that it is an agency's or another paper's."""

import re
from collections.abc import Iterator

from newsroom.rules._credits import Stretch

_NAMES = (
    "新华社|新华网|新华每日电讯|中新社|中新网|中国新闻网|人民日报|人民网|光明日报|经济日报|央视新闻|央视网|央广网"
    "|法新社|路透社|美联社|共同社|塔斯社|埃菲社|韩联社"
)
_WESTERN = r"AP|Reuters|AFP|UPI|TNS|Xinhua|Bloomberg|dpa"
# 新华社北京11月16日电
_DATELINE = rf"[\s□■●◆*]{{0,6}}据?({_NAMES})[^\n，。；！？（(]{{0,20}}?\d{{1,2}}日[^\n，。；！？（(]{{0,8}}?(?:电|讯)"
_AFTER = rf"[\s□■●◆*]{{0,6}}据({_NAMES})(?:[^\n，。；！？（(]{{0,20}})?电[ \u3000]"  # 据新华社电
# LONDON (AP) —, LONDON, Nov. 16 (Reuters) -
_WESTERN_DATELINE = rf"[\s*]{{0,4}}[A-Z]{{2}}[^\n()]{{0,60}} \(({_WESTERN})\)\s{{0,2}}[—–\-]"
_WESTERN_BYLINE = (
    r"[\s*]{0,4}(?i:by) (?i:the )?(Associated Press|Reuters|Agence France-Presse|Bloomberg News)\s*(?=\n|\Z)"
)
_FROM = "据|来源[:：]|转自|摘自|原载"
# （据新华社）, （来源：《人民日报》）, （新华社发）
_CLOSING = (
    rf"[（(](?:(?:{_FROM})\s?《?([^\s，。、：《》（）()]{{2,14}}(?:[报刊社网台]|客户端|公众号))》?"
    rf"|(?:(?:综合|{_FROM})\s?)?《?((?:{_NAMES})(?:》?[、和]《?(?:{_NAMES}))*)》?)"
    r"(?:综合)?(?:报道|消息|电|讯|发|专稿|供本报专[稿电]|记者[ \u3000][^（）()，。本]{2,24})?\s?[）)][。\s]*\Z"
)
_WESTERN_CLOSING = rf"\(({_WESTERN})\)[.\s]*\Z"
_AS_AN_AUTHOR = rf"[\s□■●◆*]{{0,6}}[（(]?({_NAMES})记者[ \u3000][^\n，。；：！？本]{{2,24}}[）)]?\s*(?=\n|\Z)"
_ORNAMENTS = "□■●◆* \t\n\r\u3000\u2002\u2003\xa0"
_FIRST_LETTERS = frozenset("据（(" + "".join(name[0] for name in _NAMES.split("|")))
_END = 80  # characters
_SAME = {"Associated Press": "AP", "Agence France-Presse": "AFP", "Bloomberg News": "Bloomberg"}


def agencies_in(text: str) -> Iterator[tuple[str, Stretch]]:
    """The agency that a text says at its head or at its end that it is by."""
    head, tail = text[:_END], text[-_END:]
    is_chinese = head.lstrip(_ORNAMENTS)[:1] in _FIRST_LETTERS
    patterns = [_DATELINE, _AFTER, _AS_AN_AUTHOR] if is_chinese else []
    if "(" in head:
        patterns.append(_WESTERN_DATELINE)
    if head.lstrip("* \n")[:3].lower() == "by ":
        patterns.append(_WESTERN_BYLINE)
    for pattern in patterns:
        match = re.match(pattern, text)
        if match:
            yield match[1], Stretch(match.start(), match[0])
    if tail.rstrip("。. \u3000\t\n")[-1:] in ("）", ")"):
        for pattern in (_CLOSING, _WESTERN_CLOSING):
            match = re.search(pattern, tail)
            if match:
                yield next(filter(None, match.groups())), Stretch(len(text) - len(tail) + match.start(), match[0])


def are_the_same(agency: str, source: str) -> bool:
    """Whether a source names that agency, in short, in full or among others."""
    short = _SAME.get(agency, agency)
    return short[:2] in source or any(full in source for full, its_short in _SAME.items() if its_short == short)


def is_agency(source: str) -> bool:
    """Whether a source is one of the agencies and papers that are known by name, and nothing else."""
    return bool(re.fullmatch(rf"{_NAMES}|{_WESTERN}|(?:The )?(?:{'|'.join(_SAME)})", source))
