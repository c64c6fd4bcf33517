"""The rule `variant-character`."""

from collections.abc import Iterator

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_VARIANT = Wording(
    en=("“{found}” is a variant character", "write “{standard}”"),
    zh=("“{found}”是异体字", "改成“{standard}”"),
)
# From 第一批异体字整理表 (1955) and the table beside 通用规范汉字表 (2013), less those that the latter restored: the
# variant and its standard character in turn.
_PAIRS = (
    "佈布併并侷局倖幸傢家僱雇兇凶冊册刪删卹恤卻却喫吃唸念嘆叹歎叹嚐尝嚥咽姦奸弔吊彫雕慄栗慼戚慾欲採采捲卷"
    "掛挂搗捣擣捣撐撑擡抬敘叙旂旗枴拐柺拐棊棋棲栖榦干槓杠樑梁決决況况涼凉沖冲洩泄淒凄湧涌溼湿煙烟燻熏獃呆"
    "牀床牴抵痠酸皁皂盃杯稜棱筍笋箇个糉粽紮扎羶膻翫玩脣唇脈脉蓆席蝨虱衆众眾众註注誌志譁哗讚赞貍狸跡迹蹟迹"
    "踰逾蹤踪踴踊週周遊游遡溯鄰邻醃腌銹锈鏽锈閒闲闇暗霑沾餚肴餵喂駡骂鬨哄鰐鳄鷄鸡麪面齶腭硃朱睏困埰采塚冢"
    "壎埙夠够孃娘嫋袅砲炮煖暖姪侄暱昵妬妒覩睹効效倣仿徧遍怱匆恠怪慙惭攷考敺驱氷冰燄焰甎砖疎疏痺痹礮炮穉稚"
    "箒帚紥扎耡锄胷胸蜨蝶觔斤讌宴賸剩隄堤鎗枪鞵鞋飡餐鷰燕麤粗菓果蔴麻搾榨逈迥遯遁躭耽躶裸醻酬酧酬隣邻噉啖"
    "喒咱呌叫呪咒嗁啼壻婿寃冤悮误慂恿戞戛掽碰揑捏撦扯柹柿梹槟椶棕槩概欵款烖灾熈熙牓榜犂犁猨猿畊耕盌碗睠眷"
    "秔粳稉粳穅糠窓窗窻窗竚伫筯箸粃秕糓谷聟婿肐胳脗吻舩船荅答荳豆虵蛇螘蚁蠧蠹袴裤裠裙賍赃跥跺踫碰輭软迯逃"
    "鄕乡鈆铅銲焊鐡铁阬坑韈袜頫俯鵞鹅鶏鸡髣仿髴佛"
)
# These stand in people's names, where only a person knows whether they may stay.
_NAMES = "峯峰嶽岳巖岩崑昆勛勋勳勋岡冈恆恒羣群菴庵詠咏豔艳鑑鉴鑒鉴楳梅湻淳頴颖寳宝暎映琹琴瑯琅啟启啓启"
_VARIANTS = frozenset((_PAIRS + _NAMES)[::2])  # none of them is in GB 2312


class VariantCharacter(Rule):
    """## What it does
    Finds variant characters: 佈 for 布, 週 for 周, 註 for 注, 唸 for 念, 峯 for 峰. Those that the table of 2013 made
    standard again (仝, 甯, 邨, 堃) are let be, and so is a character that is spoken of (週字).

    ## Why is this bad?
    Of characters that differ in form alone one is standard, and a search misses the others: 第一批异体字整理表
    (1955) and 通用规范汉字表 (2013).

    ## 查什么
    有没有异体字：佈（布）、週（周）、註（注）、唸（念）、峯（峰）。《通用规范汉字表》恢复为规范字的（仝、甯、邨、堃）
    不管，谈论某个字的（週字）也不管。

    ## 为什么
    《第一批异体字整理表》（1955）、《通用规范汉字表》（2013）：音义相同、只是写法不同的字，用规范字。用异体字，检索
    时查不到。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市公佈秋播进度，一週一报。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    李峯在山脚下唸书。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市公布秋播进度，一周一报。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    仝德、甯静、邨上三人在山脚下念书，说从前的週字写法不同。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One finding for each variant character."""
        variants = copy.rare & _VARIANTS
        if not variants:
            return
        standard = dict(zip((_PAIRS + _NAMES)[::2], (_PAIRS + _NAMES)[1::2], strict=True))
        for piece in uncoded(copy):
            text = piece.text
            for letter in sorted(variants.intersection(text), key=text.find):
                at = text.find(letter)
                while at >= 0:
                    fix = standard[letter] if letter not in _NAMES else None
                    said = {"found": letter, "standard": standard[letter]}
                    if text[at + 1 : at + 2] != "字":
                        yield Fault(piece.field, _VARIANT, said, at, at + 1, fix)
                    at = text.find(letter, at + 1)
