"""Who took a photo, by its credit and by the photo itself, as far as both surely name people."""

import re
from collections.abc import Iterable, Sequence

from newsroom.model.credit import parse_credits
from newsroom.model.photo_metadata import PhotoMetadata

# The common surnames; who has a rare one is not spoken of.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温庞樊葛"
    "俞施柳尚欧骆牛路耿关齐梅庄辛管祝左涂谷祁舒柯翟霍季童喻裴符"
)
_NO_PERSON = r"摄影|影像|影视|图片|图库|相机|融媒|工作室|中国|[社报网台局部站院校厅委司队处科室区县市镇乡村]$"
_NO_SURE_NAME = (
    r"\d|\b(?:ap|afp|upi|epa|getty|reuters|xinhua|photos?|photographers?|images?|pictures?|press|news|agency|studios?|media"
    r"|staff|courtesy|department|office|university|college|county|city|school|team|club|the|inc|llc|ltd|canon|nikon|sony"
    r"|fujifilm|fuji|leica|apple|iphone|samsung|huawei|xiaomi|digital|camera|user|owner)\b"
)
_LETTERS = r"[^\W\d_][^\W\d_.'’-]*\.?(?:[ '’-]+[^\W\d_][^\W\d_.'’-]*\.?){1,3}"
_LONGEST = 80  # characters of what a photo says of who took it
_LAST = 60  # characters of a caption in which an agency's credit stands


def is_chinese_name(name: str) -> bool:
    """Whether it surely is the name of a person, in Chinese letters."""
    is_han = all("\u4e00" <= letter <= "\u9fff" for letter in name)
    return is_han and 2 <= len(name) <= 3 and name[0] in _SURNAMES and not re.search(_NO_PERSON, name)


def is_western_name(name: str) -> bool:
    """Whether it surely is the name of a person, in Latin letters: two words or more, in their capitals."""
    if not name[:1].isupper() or len(name) > _LONGEST or not all(letter < "\u0250" or letter == "’" for letter in name):
        return False
    return bool(re.fullmatch(_LETTERS, name)) and name.split()[-1][0].isupper() and not _is_other(name)


def _is_other(name: str) -> bool:
    return bool(re.search(_NO_SURE_NAME, name.lower()))


def photographers(metadata: PhotoMetadata, roles: Sequence[str]) -> tuple[str, ...]:
    """Whom a photo names: as its creator, else in the credit with which an agency ends its caption (`… 摄`)."""
    said = metadata.creator if len(metadata.creator) <= _LONGEST else ""
    if not metadata.creator and "摄" in metadata.caption[-_LAST:]:
        ending = re.search(r"[^\s。；（(][^。；（(]*摄[）)。\s]*$", metadata.caption[-_LAST:])
        said = ending[0].rstrip("）)。 ") if ending else ""
    return tuple(credit.name for credit in parse_credits(said, roles) if credit.name)


def are_others(named: Iterable[str], credited: Iterable[str]) -> bool:
    """Whether those that a photo names are surely other people than those who are credited."""
    named, credited = tuple(named), tuple(credited)
    if not named or not credited:
        return False
    if all(map(is_chinese_name, (*named, *credited))):
        return not set(named) & set(credited)
    if all(map(is_western_name, (*named, *credited))):
        return not _words(named) & _words(credited)
    return False


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in re.findall(r"[^\W\d_]{2,}", name.casefold())}
