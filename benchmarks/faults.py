"""Faults that are put into clean stories: things that editors meet, each with the finding that it has to bring."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from stories import Photo, Story


@dataclass(frozen=True)
class Wanted:
    """A finding: the rule, and the words in the file that it has to stand at (empty: the first line).

    `last`: where these words stand for the last time; `end`: at the last of their letters.
    """

    rule: str
    at: str = ""
    last: bool = False
    end: bool = False


# Puts the fault into a story and says what has to be found.
Fault = Callable[[Story, random.Random], Wanted]
FAULTS: dict[str, list[Fault]] = {"zh-CN": [], "en": []}


def fault(*languages: str) -> Callable[[Fault], Fault]:
    def note(function: Fault) -> Fault:
        for language in languages or FAULTS:
            FAULTS[language].append(function)
        return function

    return note


def said(rule: str, sentence: str, at: str, *, number: int = 1) -> Fault:
    """A fault that is one more sentence of a paragraph; `at` are the words at fault."""

    def put(story: Story, _chance: random.Random) -> Wanted:
        join = "" if story.section > "\x7f" else " "
        story.paragraphs[number] += join + sentence
        return Wanted(rule, at)

    return put


@fault()
def no_headline(story: Story, _chance: random.Random) -> Wanted:
    story.headline = ""
    return Wanted("missing-headline", "headline:")


@fault()
def no_byline(story: Story, _chance: random.Random) -> Wanted:
    story.byline, story.credit_line = [], ""
    return Wanted("missing-byline")


@fault()
def no_section(story: Story, _chance: random.Random) -> Wanted:
    story.section = story.page = ""
    return Wanted("missing-section")


@fault()
def no_body(story: Story, _chance: random.Random) -> Wanted:
    story.paragraphs = []
    return Wanted("missing-body")


@fault()
def section_unknown(story: Story, _chance: random.Random) -> Wanted:
    story.section = "民声" if story.section > "\x7f" else "Gardens"
    return Wanted("unknown-section", story.section)


@fault()
def no_caption(story: Story, _chance: random.Random) -> Wanted:
    story.photos = [Photo(f"{story.slug}.jpg", None, f"{story.byline[0][0]} {story.byline[0][1]}")]
    return Wanted("missing-caption", f"file: {story.slug}.jpg")


@fault()
def no_credit(story: Story, _chance: random.Random) -> Wanted:
    story.photos = [Photo(f"{story.slug}.jpg", "街头一景。" if story.section > "\x7f" else "The corner at noon.", None)]
    return Wanted("missing-photo-credit", f"file: {story.slug}.jpg")


@fault()
def no_photo(story: Story, _chance: random.Random) -> Wanted:
    caption = "街头一景。" if story.section > "\x7f" else "The corner at noon."
    story.photos = [Photo("lost.jpg", caption, f"{story.byline[0][0]} {story.byline[0][1]}")]
    return Wanted("photo-not-found", "lost.jpg")


@fault()
def twice_the_key(story: Story, _chance: random.Random) -> Wanted:
    story.extra = ["kind: brief"]
    return Wanted("unreadable-article", "kind: brief")


@fault()
def key_misspelt(story: Story, chance: random.Random) -> Wanted:
    key = chance.choice(("headlin", "Byline", "sektion"))
    story.extra = [f"{key}: x"]
    return Wanted("misspelt-field", f"{key}: x")


@fault()
def page_unknown(story: Story, _chance: random.Random) -> Wanted:
    story.page = "B88"
    return Wanted("unknown-page", "B88")


@fault()
def kind_unknown(story: Story, _chance: random.Random) -> Wanted:
    story.kind = "storry"
    return Wanted("unknown-kind", "storry")


@fault()
def status_unknown(story: Story, _chance: random.Random) -> Wanted:
    story.status = "submited"
    return Wanted("unknown-status", "submited")


@fault()
def embargo_after_print(story: Story, _chance: random.Random) -> Wanted:
    story.extra = [f"embargo: {story.day.replace(year=story.day.year + 1)}"]
    return Wanted("bad-embargo", f"{story.day.replace(year=story.day.year + 1)}")


@fault()
def waiver_without_reason(story: Story, _chance: random.Random) -> Wanted:
    story.extra = ["waive:", "  - {rule: doubled-word, by: Desk}"]
    return Wanted("incomplete-waiver", "{rule: doubled-word, by: Desk}")


@fault()
def waiver_unneeded(story: Story, _chance: random.Random) -> Wanted:
    story.extra = ["waive:", "  - {rule: doubled-word, reason: as said, by: Desk}"]
    return Wanted("unneeded-waiver", "{rule: doubled-word, reason: as said, by: Desk}")


@fault()
def paragraph_twice(story: Story, _chance: random.Random) -> Wanted:
    story.paragraphs.append(story.paragraphs[1])
    return Wanted("repeated-paragraph", story.paragraphs[1], last=True)


@fault()
def cut_off(story: Story, _chance: random.Random) -> Wanted:
    rest = (
        "工作人员随后沿着这条路一处一处地查看，又把坏了的"
        if story.section > "\x7f"
        else " Then the crew went on to the"
    )
    story.paragraphs[-1] += rest
    return Wanted("unfinished-paragraph", rest, end=True)


@fault()
def credited_twice(story: Story, _chance: random.Random) -> Wanted:
    role, name = story.byline[0]
    story.byline.append((role, name))
    story.credit_line = ""
    return Wanted("doubled-credit", f"{name}}}", last=True)


@fault("zh-CN")
def line_names_another(story: Story, _chance: random.Random) -> Wanted:
    story.credit_line = "本报讯（通讯员 夏侯惇）"
    return Wanted("contradicting-credit-line", "夏侯惇")


for rule, sentence, at in (
    ("unbalanced-quotes", "居民说：“这里比以前亮多了。", "“这里比以前亮多了。"),
    ("unbalanced-brackets", "这条路（全长三千米已经通车。", "（全长三千米"),
    ("placeholder", "联系电话待补充后再登，TK。", "TK"),
    ("doubled-word", "大家正在进行进行验收。", "进行验收"),
    ("wrong-sum", "全镇共有路灯30盏，其中东街17盏、西街18盏。", "30盏，其中东街17盏、西街18盏"),
    ("half-width-punctuation", "灯亮了,路也好走了。", ",路也好走了"),
    ("needless-separator", "书架上摆着《芦江志》、《望江集》两本书。", "、《望江集》"),
    ("doubled-mark", "灯亮了，，路也好走了。", "，，路也好走了"),
    ("wrong-dash", "他只有一个愿望--让路亮起来。", "--让路"),
    ("wrong-ellipsis", "他想了想，没有说话...", "..."),
    ("undated-day", "", ""),
    ("unnamed-place", "这在我市还是第一次。", "我市"),
    ("full-width-digit", "一共装了１２盏。", "１２"),
    ("short-year", "他从08年起就住在这里。", "08年"),
    ("mixed-number", "这条路投了3千万元。", "3千万"),
    ("ambiguous-range", "成本下降5%到8%，另一处约为5-8%。", "5-8%"),
    ("traditional-character", "街角的招牌寫着旧店名。", "寫着"),
    ("misprinted-word", "他们再接再励，又修好一盏。", "再接再励"),
    ("redundant-approximation", "到场的约40人左右。", "约40人左右"),
    ("missing-agency-credit", "", ""),
):
    if sentence:
        fault("zh-CN")(said(rule, sentence, at, number=3))

for rule, sentence, at in (
    ("doubled-word", "The crew finished the the work early.", "the work early"),
    ("unbalanced-quotes", "“We are glad it is over, the crew said.", "“We are glad it is over"),
    ("unbalanced-brackets", "The bridge (built in 1931 stays open.", "(built in 1931"),
    ("placeholder", "The mayor, TK, will open it.", "TK"),
    ("double-space", "The crew left.  The lamps stayed.", "  The lamps stayed"),
    ("time-style", "The doors open at 7 PM on weekdays.", "7 PM"),
    ("percent-style", "Nearly 40 per cent of them agreed.", "40 per cent"),
    ("age-style", "A six year old boy cut the ribbon.", "six year old"),
    ("money-style", "The work cost $5,000,000 in all.", "$5,000,000"),
    ("said-style", "“It works,” she stated.", "stated"),
    ("leading-figure", "It was late. 40 people stayed.", "40 people stayed"),
    ("month-style", "The plan was signed November 8 at noon.", "November 8"),
):
    fault("en")(said(rule, sentence, at, number=3))


@fault("zh-CN")
def agency_uncredited(story: Story, _chance: random.Random) -> Wanted:
    story.paragraphs[0] = f"新华社北京11月8日电 {story.paragraphs[0]}"
    return Wanted("missing-agency-credit", "新华社北京11月8日电")


@fault("zh-CN")
def bold_beside_chinese(story: Story, _chance: random.Random) -> Wanted:
    story.paragraphs[2] += "牌子上写着**“亮灯行动”**四个字。"
    return Wanted("broken-markdown", "**“亮灯行动”**")


@fault("zh-CN")
def weekday_wrong(story: Story, _chance: random.Random) -> Wanted:
    wrong = "一二三四五六日"[(story.day.weekday() + 1) % 7]
    written = f"{story.day.month}月{story.day.day}日（星期{wrong}）"
    story.paragraphs[1] += f"{written}起照常开放。"
    return Wanted("wrong-weekday", written)


@fault("zh-CN", "en")
def invisible(story: Story, _chance: random.Random) -> Wanted:
    words = story.paragraphs[1]
    story.paragraphs[1] = f"{words[:9]}\u200b{words[9:]}"
    return Wanted("invisible-character", f"\u200b{words[9:]}")
