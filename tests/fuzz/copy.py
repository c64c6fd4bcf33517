"""Articles: front matter of every shape, and bodies of what rules look for."""

from random import Random

from tests.fuzz.mutate import TOKENS, mutated_bytes, mutated_text

LONGEST = 512 * 1024  # bytes of an article that is read
FRONTS = {
    "zh-CN": """\
kicker: 秋播进行时
headline: “三秋”过半 冬小麦播种26.4万亩
deck: 农技人员分片包村
section: 社会
column: 秋收时节
page: "3"
kind: story
byline:
  - {role: 记者, name: 周一新}
  - {role: 通讯员, name: 林小满}
credit_line: 本报记者 周一新 通讯员 林小满
source: own
dateline: 临江10月12日电
embargo: 2022-10-13 06:00
length: 800字
photos:
  - file: sowing.jpg
    caption: 农机手周广田（左一）在地头调试播种机。
    credit:
      - {role: 通讯员, name: 姓名}
    width: 18 cm
  - {file: ../no.jpg, caption: "说明", credit: 林小满 摄}
waive:
  - {rule: missing-deck, reason: 短消息, by: 周一新}
status: submitted
""",
    "en": """\
kicker: Harvest
headline: "Farmers sow 26.4 percent of their wheat"
deck: Four thousand acres are left
section: News
byline: Ann Lee, Staff Writer
source: own
dateline: LINDEN, Ohio (AP)
photos:
  - file: sowing.jpg
    caption: >-
      Mayor Jane Doe, left, and Tom Ray
      on Monday, Oct. 12, 2022.
    credit: Ann Lee/Photographer
waive: [{rule: money-style, reason: a quote, by: Ann Lee}, bare-rule]
status: draft
""",
}
BODIES = {
    "zh-CN": (
        "本报讯（记者周一新 通讯员林小满）10月12日，星期三，全市秋播进入尾声。公办17家,民办11家,共28家。",
        "“今年雨水足，地也肥。”种粮大户周广田说，亩产达8.76吨，增长26.4%，比08年多3千万元。",
        "## 泥地里抢时间", "农技员提醒**“抢墒播种”**的农户多看天气……", "- 清沟；", "《临江日报》、《农民日报》",
        "近日，我市",
        "据新华社电 记者日前获悉，60至70岁的老人约占50%左右，下降2倍。", "> 引文", "| 项目 | 数量 |",
        "春风又绿江南岸\n明月何时照我还",
    ),
    "en": (
        "LINDEN, Ohio (AP) -- Mayor Jane Doe said Monday, October 12, 2022, that 9 of 10 farmers got $5 million.",
        "\"It's wet,\" said Tom Ray, 61, of Springfield, Illinois. 12 people came at 7:00 PM to the the meeting.",
        "## Late in the field", "- one", "**Bold “words**",
        "See http://example.com/(a) or `code`, 5 per cent -- or fifty-five.",
        "Gov. Ann Lee and Lt. Col. Tom Ray are 5'10\" tall, aged 35.", "> A quote", "Roses are red\nViolets are blue",
    ),
}  # fmt: skip


def front_case(language: str, dice: Random) -> bytes:
    """An article whose front matter is mutated."""
    front = FRONTS[language]
    if dice.random() < 0.1:
        content = mutated_bytes(front.encode(), dice)
    else:
        content = mutated_text(front, dice).encode("utf-8", "surrogatepass")
    fence = (
        b"---\n" if dice.random() < 0.95 else dice.choice((b"", b"--- \n", b"----\n", b"---\r\n", b"\xef\xbb\xbf---\n"))
    )
    return fence + content + b"---\n" + "\n\n".join(BODIES[language][:2]).encode() + b"\n"


def body_case(language: str, dice: Random) -> bytes:
    """An article whose body is mutated, repeated, or made of marks; now and then it is as large as one may be."""
    match dice.randrange(4):
        case 0:
            body = mutated_text("\n\n".join(dice.choices([*BODIES["zh-CN"], *BODIES["en"]], k=8)), dice)
        case 1:
            body = mutated_text("\n\n".join(BODIES[language]), dice)
        case 2:
            parts = [*TOKENS, *BODIES[language], *dice.choices(TOKENS, k=9)]
            body = "".join(dice.choices(parts, k=dice.choice((5, 50, 500))))
        case _:
            unit = "".join(dice.choices([*TOKENS, *'aA1一“"（( '], k=dice.choice((1, 1, 1, 2, 3))))
            body = unit * (dice.choice((10, 100, 1000, 5000)) // len(unit) + 1)
    if dice.random() < 0.015:
        body = body * (LONGEST // len(body.encode("utf-8", "surrogatepass") or b"a") + 1)
    front = "---\n" + FRONTS[language] + "---\n"
    content = (front + body).encode("utf-8", "surrogatepass")
    if dice.random() < 0.01:
        return content * (4 * 2**20 // len(content))
    return content[:LONGEST].decode("utf-8", "ignore").encode()
