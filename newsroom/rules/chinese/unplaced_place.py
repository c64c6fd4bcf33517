"""The rule `unplaced-place`."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from newsroom.model.piece import BLANK
from newsroom.rules.chinese._prose import unquoted
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_UNPLACED = Wording(
    en=("“{found}”: of which county or city?", "name the county, district or city before it"),
    zh=("“{found}”前没有写明属于哪个县（市、区）", "在前面写上县（市、区）名"),
)
_HAN = "[\u4e00-\u9fff]"
# What follows shows that a name precedes: 青渡镇沙湾村, 沙湾村村民. The sign comes first, since that is searched fast.
_SIGN = (
    rf"[镇乡村街社](?:(?<=[镇乡])(?={_HAN}{{2,3}}村|党委|政府|人民政府|卫生院|派出所|农业)"
    r"|(?<=村)(?=村民|党支部|党总支|村委|村“两委”|第一书记)"
    rf"|(?<=街)道(?=办事处|党工委|{_HAN}{{2,3}}社区)|(?<=社)区(?=居委会|党委|党支部|党总支))"
)
_NAME = rf"(?:^|[\s，。；：、！？（）,;:()在到从进赴自于])(?![在到从进赴自于])({_HAN}{{2,3}})$"
# What is no name: 特色小镇, 示范村村民, 各乡镇.
_NO_NAME = (
    r"[全本各该此每几多两数整这那某邻个的和与及等有是为把让对向们都也还]|[一二三四五六七八九十百千]|[小古名重集城乡农老大]\Z"
    r"|美丽|示范|试点|贫困|脱贫|行政|自然|特色|文明|智慧|平安|和谐|绿色|幸福|明星|重点|先进|薄弱|偏远|边远|中心|所在|周边|附近"
    r"|相邻|许多|不少|国际|旅游|文化|历史|传统|最美|帮扶|包保|驻地|同一|移民|专业|样板|亮点|后进|软弱|边境|口岸|民族|易地|搬迁"
)
_NAMED = r"[市县旗州盟]|(?<![社小校园景山林片街辖营])区"
_MOST = 20  # of those that turned out to be no names, or stood in quotations
_NO_NEWS = ("commentary", "notice")  # they speak of what the reader knows
_NO_UNIT = r"[全各本我该城都超夜集股]市|市[民场价值]|[全各本我该]县|县[域城]|[全各本我该]区|九州"


class UnplacedPlace(Rule):
    """## What it does
    Finds the first town, village or street of an article where no county, district or city is named before it: in
    headline, dateline, credit line or body. Commentaries and notices are let be. It speaks only where the words are
    surely a name (青渡镇沙湾村, 沙湾村村民); one finding for an article.

    Towns that all readers know are set as `unplaced-place: {known: [青渡镇]}`.

    ## Why is this bad?
    House practice: “where” is one of a report's five W's. There are many 新立村; without the county nobody outside the
    place knows which.

    ## 查什么
    稿件第一次写到镇、乡、村、街道、社区时，前面（标题、电头、正文）有没有写过所在的县、市、区。只报有把握是地名的（青渡镇沙湾村、
    沙湾村村民），一篇稿件报一处；评论、公告不管。

    读者都知道的地方可以放行：`unplaced-place: {known: [青渡镇]}`。

    ## 为什么
    办报惯例：地点是新闻五要素之一。叫“新立村”的村子很多，不写县名，外地读者不知道是哪一个。

    ## Fails
    ```
    ---
    headline: 夜里抢播小麦
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    10月11日傍晚，青渡镇沙湾村的稻茬田里亮起了车灯。
    ```
    ```
    ---
    headline: 夜里抢播小麦
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    沙湾村村民姓名赶着夜色下种。
    ```

    ## Passes
    ```
    ---
    headline: 夜里抢播小麦
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    10月11日傍晚，望江区青渡镇沙湾村的稻茬田里亮起了车灯。
    ```
    ```
    ---
    headline: 夜里抢播小麦
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    示范村村民赶着夜色下种，各乡镇政府、特色小镇政府都派了人。
    ```
    """

    group = "chinese"
    severity = "warning"
    marks = frozenset("镇乡村街社")
    options: ClassVar = {"known": ()}

    def check(self, copy: Copy) -> Iterator[Fault]:
        """At most one fault, at the first place that is surely a name."""
        body = copy.body
        if copy.article.kind in _NO_NEWS:
            return
        for sign in islice(re.finditer(_SIGN, body), _MOST):
            name = re.search(_NAME, body[max(sign.start() - 4, 0) : sign.start()])
            if not name or re.search(_NO_NAME, name[1]):
                continue
            found, start = name[1] + sign[0], sign.start() - len(name[1])
            if found in self.words(copy, "known") or _is_placed(copy, sign.end()):
                return
            if unquoted(body[: sign.end()])[start] != BLANK:
                yield Fault("body", _UNPLACED, {"found": found}, start, sign.end())
                return


def _is_placed(copy: Copy, at: int) -> bool:
    """Whether a county, a district or a city may be named before that place in the body, or in its sentence."""
    article, body = copy.article, copy.body
    rest = re.match(r"[^。\n]*", body[at:])
    until = at + (rest.end() if rest else 0)
    heads = (article.kicker, article.headline, article.deck, article.dateline, article.credit_line)
    return any(re.search(_NAMED, re.sub(_NO_UNIT, "", text)) for text in (*heads, body[:until]))
