"""Clean copy for an archive whose faults are known: stories in Chinese and English, no two alike."""

import datetime
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Fill = Callable[[str, datetime.date, random.Random], str]


@dataclass
class Photo:
    """A photo of a story; a part that is None is left out of the file."""

    file: str
    caption: str | None
    credit: str | None


@dataclass
class Story:
    """A story before it is written out. `extra` are further lines of front matter."""

    issue: str
    slug: str
    day: datetime.date
    headline: str = ""
    deck: str = ""
    kicker: str = ""
    section: str = ""
    page: str = ""
    kind: str = "story"
    status: str = "submitted"
    source: str = ""
    byline: list[tuple[str, str]] = field(default_factory=list)
    credit_line: str = ""
    photos: list[Photo] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Where it lies in the newsroom."""
        return f"issues/{self.issue}/articles/{self.slug}.md"

    def text(self) -> str:
        """Its file."""
        lines = ["---"]
        for name in ("kicker", "headline", "deck", "section", "page", "kind"):
            value = getattr(self, name)
            if value or name in ("headline", "kind"):
                lines.append(f"{name}: {value}".rstrip())
        if self.byline:
            lines.append("byline:")
            lines += (f"  - {{role: {role}, name: {name}}}" for role, name in self.byline)
        lines += (
            f"{name}: {value}" for name, value in (("credit_line", self.credit_line), ("source", self.source)) if value
        )
        if self.photos:
            lines.append("photos:")
            for photo in self.photos:
                lines.append(f"  - file: {photo.file}")
                lines += [f"    caption: {photo.caption}"] if photo.caption is not None else []
                lines += [f"    credit: {photo.credit}"] if photo.credit is not None else []
        lines += [*self.extra, f"status: {self.status}", "---"]
        return "\n".join(lines) + "\n" + "\n\n".join(self.paragraphs) + "\n"


# Names that are far apart: no two differ by one letter.
NAMES_ZH = (
    "贺长松", "温如月", "邵文博", "唐一帆", "郑秋禾", "罗启文", "沈若川", "蒋书瑶", "袁子衿", "方静宜", "林望舒",
    "江一苇", "欧阳明远", "崔海宁", "董绍辉", "孟晓岚", "祁连山", "魏德厚", "彭立新", "钱玉琴",
)  # fmt: skip
NAMES_EN = (
    "Margaret Ellison", "Curtis Boyd", "Ana Ortiz", "Owen Sandoval", "Harriet Lowe", "Leonard Pruitt", "Grace Whitaker",
    "Samuel Tran", "Bernice Kowalski", "Desmond Achebe", "Paula Hendricks", "Victor Nakamura",
)  # fmt: skip
COUNTIES = ("望江区", "柳堤区", "云溪区", "石桥县", "青山县")
CROPS = ("冬小麦", "油菜", "晚稻", "莲藕", "生姜", "柑橘", "茶叶", "大蒜")
THINGS = ("路灯", "护栏", "健身器材", "充电桩", "公交站牌", "垃圾桶", "遮阳棚", "长椅")
_ZH = (
    "{day}，{county}{office}公布，今年以来全区共登记{crop}种植户{a}户，比去年多{b}户。",
    "“今年雨水足，地也肥，{crop}长得比往年好。”{county}种植户{name}站在地头说，他家种了{c}亩。",
    "截至{day}，{county}更换{thing}{a}处，涉及{b}条街道，投入资金{f}万元。",
    "{county}图书馆办起WiFi自习室，每周开放{c}天，{day}当天来了{a}人。",
    "记者在{county}看到，{thing}旁边贴着编号“{code}”，扫一扫就能报修。",
    "按照《{county}{thing}管理办法》，损坏的{thing}要在{c}天内修好，逾期的每处扣{b}分。",
    "{name}是{county}的志愿者，{day}他和同伴走访了{a}户人家，送去{crop}{b}斤。",
    "这项工作占全年任务的{p}%，平均每天完成{f}处，其中最多的一天完成{b}处。",
    "{county}{office}负责人介绍，下一步将在{c}个乡镇推开，预计惠及{a}人。",
    "清晨{c}时，{name}打开店门，把{a}斤{crop}摆上货架；到中午，已经卖出{b}斤。",
    "{county}把{thing}交给{b}名网格员看护，每人每月补贴{a}元。",
    "有人问，{thing}坏了找谁？{county}的办法是：谁安装，谁维护，编号{code}随处可查。",
    "{crop}合作社的检测单上写着，含水率{p}%，杂质{f}克，两项都达标。",
    "晚上{c}点，{county}夜校的灯还亮着，{a}名学员跟着{name}学用APP记账。",
    "“以前要跑{b}趟，现在{c}分钟办完。”办事的居民说，窗口的{thing}也换成了新的。",
)
_HEADLINES_ZH = (
    "{county}{crop}长势好", "{county}换新{thing}", "{thing}坏了有人管", "{crop}合作社算细账", "夜校的灯亮在{county}",
    "一处{thing}的来历", "{county}的{crop}上市了", "扫码报修看得见",
)  # fmt: skip
_EN = (
    "{Name} counted {a} {thing} along {street} on {day} and wrote each one down.",
    "The council set aside ${f} million for the work, about {p}% of its street budget.",
    "“We had {b} calls in one week,” {Name} said. “Now we have {c}.”",
    "Crews replaced {a} {thing} in {b} days, the department’s report says.",
    "The repairs on {street} began at {t} a.m. and ended before the buses ran.",
    "{Name}, who lives on {street}, keeps a list of {b} {thing} near the school.",
    "By {day}, {a} of the {thing} carried a code such as {code} for reports by phone.",
    "The library on {street} opened a Wi-Fi room with {b} seats; {a} people came in its first month.",
    "A reader sent in a photo of 老城 lanterns next to the {thing} on {street}.",
    "“It is a small thing,” {Name} said, “but {a} people walk past it.”",
    "The department tested {b} {thing} and found moisture of {p}% in {c2} of them.",
    "The list names {street}, the depot and the bridge, in that order; {a} names follow.",
    "Volunteers led by {Name} mended {b} {thing} and painted {a} feet of railing.",
    "The county expects to finish {a} more by {day}, the plan says (page {b}).",
)
_HEADLINES_EN = (
    "New {thing} for {street}", "{street} gets its repairs", "Counting the {thing}", "The list that {street} keeps",
    "Volunteers mend the {thing}", "Report names {street} first",
)  # fmt: skip
STREETS = ("Mill Street", "Harlow Road", "Depot Lane", "Quarry Avenue", "Orchard Street", "Canal Road")
THINGS_EN = ("lamps", "benches", "signs", "hydrants", "drains", "railings")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def filled(template: str, day: datetime.date, chance: random.Random) -> str:
    """A sentence with its gaps filled; two of them are hardly ever the same."""
    said = {
        "county": chance.choice(COUNTIES), "crop": chance.choice(CROPS), "thing": chance.choice(THINGS),
        "office": chance.choice(("农业农村局", "住房和城乡建设局", "文化和旅游局", "民政局")),
        "name": chance.choice(NAMES_ZH), "a": chance.randint(101, 998), "b": chance.randint(31, 98),
        "c": chance.randint(2, 9), "f": f"{chance.randint(11, 98)}.{chance.randint(1, 9)}",
        "p": f"{chance.randint(11, 89)}.{chance.randint(1, 9)}", "code": f"LJ-{chance.randint(1000, 9999)}",
        "day": f"{day.month}月{day.day}日",
    }  # fmt: skip
    return template.format(**said)


def filled_en(template: str, day: datetime.date, chance: random.Random) -> str:
    """The same in English."""
    said = {
        "street": chance.choice(STREETS), "thing": chance.choice(THINGS_EN), "Name": chance.choice(NAMES_EN),
        "a": chance.randint(101, 998), "b": chance.randint(31, 98),
        "c": chance.choice(("two", "three", "five", "nine")),
        "c2": chance.randint(11, 29), "f": f"{chance.randint(2, 9)}.{chance.randint(1, 9)}", "t": chance.randint(2, 5),
        "p": f"{chance.randint(11, 89)}.{chance.randint(1, 9)}", "code": f"LC-{chance.randint(1000, 9999)}",
        "day": f"{MONTHS[day.month - 1]} {day.day}",
    }  # fmt: skip
    return template.format(**said)


def story_zh(issue: str, number: int, day: datetime.date, chance: random.Random) -> Story:
    """A clean story of the Chinese paper."""
    before = day - datetime.timedelta(1)
    name, role = chance.choice(NAMES_ZH), chance.choice(("记者", "通讯员"))
    headline, section = filled(chance.choice(_HEADLINES_ZH), before, chance), chance.choice(("要闻", "社会"))
    story = Story(issue, f"稿件-{number}", day, headline, section=section, page=str(1 + 2 * (number % 2)))
    story.byline, story.credit_line = [(role, name)], f"本报讯（{role} {name}）"
    story.paragraphs = _paragraphs(_ZH, filled, before, chance, "")
    if number % 5 == 0:
        caption = filled("{day}，市民在{county}街头查看新换的{thing}。", before, chance)
        story.photos = [Photo(f"p{number}.jpg", caption, f"{role} {name} 摄")]
    return story


def story_en(issue: str, number: int, day: datetime.date, chance: random.Random) -> Story:
    """A clean story of the English paper."""
    before = day - datetime.timedelta(1)
    name, role = chance.choice(NAMES_EN), chance.choice(("Staff Writer", "Correspondent"))
    headline, section = filled_en(chance.choice(_HEADLINES_EN), before, chance), chance.choice(("News", "Business"))
    story = Story(issue, f"story-{number}", day, headline, section=section, page=f"A{1 + 2 * (number % 2)}")
    story.byline = [(role, name)]
    story.paragraphs = _paragraphs(_EN, filled_en, before, chance, " ")
    if number % 5 == 0:
        caption = filled_en("{Name} looks at the new {thing} on {street} on {day}.", before, chance)
        story.photos = [Photo(f"p{number}.jpg", caption, f"Photographer {chance.choice(NAMES_EN)}")]
    return story


def _paragraphs(
    templates: Sequence[str], fill: Fill, day: datetime.date, chance: random.Random, join: str
) -> list[str]:
    chosen = chance.sample(templates, 12)
    sentences = [fill(template, day, chance) for template in chosen]
    return [join.join(sentences[at : at + 3]) for at in range(0, 12, 3)]
