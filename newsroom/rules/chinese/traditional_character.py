"""The rule `traditional-character`."""

from collections.abc import Iterator
from itertools import islice

from newsroom.rules.chinese._prose import uncoded
from newsroom.rules.chinese._traditional import PAIRS
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_TRADITIONAL = Wording(
    en=("traditional characters in the copy: {found}", "write {standard}"),
    zh=("稿件里有繁体字：{found}", "改成规范字：{standard}"),
)
# Of these the standard character depends on the sense: 餘 is 余 or 馀.
_UNSURE = frozenset("儘剋劃噁噹崙廬椏瀋箚線蘋襬託諮讎貲逕鉅鍊鍾鏇靦餘餬麵麼")
_CHARACTERS = frozenset(PAIRS[::2])  # none of them is in GB 2312
_SAID = 12  # characters that one line may name
_MOST = 200  # places; an article with more is a traditional one, and not to be mended character by character
_QUOTES = "“‘「『《"


class TraditionalCharacter(Rule):
    """## What it does
    Finds traditional characters in copy for a paper in simplified ones, all of an article in one finding. A character
    that is spoken of (“門”, 門字) is let be, and so are those that the table of 2013 keeps for names (昇, 堃, 喆,
    淼).

    ## Why is this bad?
    They mostly come along when text is copied, and a search misses them. 通用规范汉字表 (2013) and
    国家通用语言文字法, article 17: traditional characters are for relics, old books, calligraphy and names of
    brands; for such a piece write a waiver.

    ## 查什么
    简体字报纸的稿件里有没有繁体字，一篇稿件算一个问题。谈论某个字的（“門”、門字）不管，《通用规范汉字表》收进来可用
    于姓名的字（昇、堃、喆、淼）也不管。

    ## 为什么
    《通用规范汉字表》（2013）、《国家通用语言文字法》第十七条：繁体字只用于文物古迹、古籍、书法篆刻、题词招牌等；确
    需保留的，写 `waive` 说明。繁体字多是复制带进来的，检索时查不到。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播進入尾聲，農技人員分片包村。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    他在村委會当了三年会计。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    全市秋播进入尾声，农技人员王昇、李堃、张喆包村。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    门匾上的“門”少一钩，老人说，古人写門字常常不钩。
    ```
    """

    group = "chinese"
    severity = "warning"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """The same for each place, so that an article has one finding; a character that is spoken of is let be."""
        if copy.rare.isdisjoint(_CHARACTERS):
            return
        places = list(islice(self._places(copy), _MOST + 1))
        standard = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
        letters = list(dict.fromkeys(letter for _, _, letter in places))
        more = "…" if len(letters) > _SAID else ""
        said = {
            "found": "".join(letters[:_SAID]) + more,
            "standard": "".join(standard[letter] for letter in letters[:_SAID]) + more,
        }
        for field, at, letter in places if len(places) <= _MOST else places[:1]:
            is_sure = letter not in _UNSURE and len(places) <= _MOST
            yield Fault(field, _TRADITIONAL, said, at, at + 1, standard[letter] if is_sure else None)

    def _places(self, copy: Copy) -> Iterator[tuple[str, int, str]]:
        for piece in uncoded(copy):
            text = piece.text
            if _CHARACTERS.isdisjoint(text):
                continue
            for at, letter in enumerate(text):
                is_alone = at > 0 and text[at - 1] in _QUOTES and text[at + 1 : at + 2] in tuple("”’」』》")
                if letter in _CHARACTERS and not is_alone and text[at + 1 : at + 2] != "字":
                    yield piece.field, at, letter
