"""The rule `doubled-word`."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from newsroom.model.pattern import pattern
from newsroom.model.piece import Piece
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_DOUBLED = Wording(
    en=("{word} stands there twice in a row", "take one of them out"),
    zh=("“{word}”连着出现两次", "删去一个"),
)
# In English these never follow themselves; "that that", "had had", "in in" and "on on" may ("came in in May").
_NEVER_LIST = (
    "a an the of and or but to for with from by at than because if their its our your my this these those they we are "
    "would could should not also when where which into about after before between through during who"
)
_NEVER = frozenset(_NEVER_LIST.split())
_LONG = 5  # letters; longer words are doubled by mistake, too, but for these
_OFTEN_LIST = (
    "really never pretty again truly super quite always night right sorry please hello there maybe little happy"
)
_OFTEN = frozenset(_OFTEN_LIST.split())
_PHRASE_LIST = (
    "进行 我们 他们 她们 你们 它们 咱们 以及 因为 所以 但是 如果 虽然 "
    "通过 对于 关于 根据 为了 其中 并且 而且 或者 同时 目前 已经 正在 能够 由于 "
    "按照 随着 不仅 从而 因此 此外 日前 近日 全市 全省 全县 作为 成为 开展 实施 本报 记者"
)
_MAY_FOLLOW = {"进行": "曲", "记者": "节站证团之"}
# A character twice, where no two words meet in it: 目的的, 不了了之, 和和气气, 参与与会 are right.
_CHARACTERS = {
    "的": r"(?<![目打标靶有])的的+(?![确喀士])",
    "了": r"(?<=[到完成过有])了了+(?![解结却断之])",
    "在": r"(?:(?<=正)|(?<![\u4e00-\u9fff]))在在+(?!处)",
    "是": r"(?<=[我他她它们这那都也])是是+(?![非否的])",
    "和": r"(?<![饱总温暖柔随缓平谐共祥中调议讲求媾应掺搅搀热谦亲附])和和+"
    r"(?![平谐睦美气解善声田县约硕蔼乐缓弦煦亲而风])",
    "与": r"(?<![参给赠授付赋寄施相])与与+(?!会)",
}
# Hardly an article in Chinese has two Latin words in a row, or the same word twice.
_WORDS = r" (?<=[A-Za-z] )[ \t]*[A-Za-z]"
_PHRASE_TWICE = pattern("|".join(phrase * 2 for phrase in _PHRASE_LIST.split()))
_CHARACTER_TWICE = pattern(rf"([{''.join(_CHARACTERS)}])\1")


class DoubledWord(Rule):
    """## What it does
    Finds a word that stands twice in a row: the the, 我们我们, 进行进行, 的的. It speaks only of words that are not
    doubled on purpose: "that that", "very very", 研究研究, 高高兴兴 and 目的的 are left alone.

    ## Why is this bad?
    It is a slip of the keyboard that eyes run over, most of all at the end of a line.

    ## 查什么
    连着打了两遍的字词：的的、我们我们、进行进行、`the the`。只查不会有意重叠的词，
    研究研究、高高兴兴、目的的、不了了之都不算。

    ## 为什么
    这是手误，换行的地方最容易看漏。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农技人员对农户进行进行指导。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    抢墒播种是今年的的头等大事。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    大家研究研究，为了了解墒情，高高兴兴下了地，抢墒播种目的的确达到了。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    ---
    农户和和气气商量，这件事不能不了了之。
    ```
    """

    severity = "warning"
    group = "copy"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each word that stands there again."""
        printed = copy.printed
        has_words = "\t" in printed or re.search(_WORDS, printed)
        is_doubled = _PHRASE_TWICE.search(printed)
        phrases = [phrase for phrase in _PHRASE_LIST.split() if phrase * 2 in printed] if is_doubled else []
        characters = frozenset(_CHARACTER_TWICE.findall(printed))
        for piece in copy.pieces if has_words or phrases or characters else ():
            words = piece.text.lower().split() if has_words else []
            if any(map(eq, words, words[1:])):
                yield from _english(piece, words)
            for phrase in phrases:
                if phrase * 2 in piece.text:
                    may_follow = _MAY_FOLLOW.get(phrase, "")
                    yield from _faults(piece, rf"{phrase}(?:{phrase})+(?![{may_follow} ])", phrase)
            for character, twice in _CHARACTERS.items():
                if character in characters and character * 2 in piece.text:
                    yield from _faults(piece, twice, character)


def _faults(piece: Piece, twice: str, word: str) -> Iterator[Fault]:
    for match in re.finditer(twice, piece.text):
        start = match.start() + len(word)
        yield Fault(piece.field, _DOUBLED, {"word": word}, start, match.end())


def _english(piece: Piece, words: list[str]) -> Iterator[Fault]:
    twice = {word for word, following in pairwise(words) if word == following}
    for word in sorted(twice):
        if word in _NEVER or (len(word) >= _LONG and word.isascii() and word.isalpha() and word not in _OFTEN):
            # The second one in small letters: a name may be doubled, and so may a grade ("A a").
            first = word if word == "a" or word not in _NEVER else rf"(?i:{word[0]}){word[1:]}"
            both = rf"(?<![\w’'\-.]){first}(?:[ \t]+|[ \t]*\n[ \t]*){word}(?![\w’'\-])"
            for match in re.finditer(both, piece.text):
                yield Fault(piece.field, _DOUBLED, {"word": word}, match.end() - len(word), match.end())
