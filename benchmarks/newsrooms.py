"""What the benchmarks share: newsrooms with the archive of many years, and a table of what was measured."""

import datetime
import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newsroom.model.text import display_width

AN_ISSUE = 33  # articles
FIRST_DAY = datetime.date(2015, 1, 1)
FIRST_SECOND = 1_420_041_600  # of that day, in China
SETTINGS = "newsroom.yaml"
PAPER = """\
name: 临江日报
language: zh-CN
sections: [要闻, 时政, 经济, 社会, 乡村振兴, 文体, 副刊]
roles: [记者, 通讯员, 实习记者, 特约记者, 摄影, 供图]
"""
FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国志文海燕红玲小满一新雨晨思远佳宁子涵浩然欣怡"
ROLES = ("记者", "通讯员", "通讯员", "实习记者", "特约记者")
COLUMNS = ("秋播一线", "民生观察", "记者走基层", "身边的榜样", "小城故事", "政策问答", "读者来信", "经济纵横")
PLACES = ("临江", "北山镇", "柳河乡", "东岭", "石桥镇", "新城区", "望江街道", "南湖")
SENTENCES = (
    "全市秋播进入尾声，农技人员分片包村，指导农户抢墒播种。",
    "截至10月11日，冬小麦播种面积已过九成，好于往年同期。",
    "“今年雨水足，地也肥，心里有底。”种粮大户站在地头说。",
    "社区把活动室腾出来，办起了老年食堂，一顿午饭八元钱。",
    "志愿者每周上门两次，帮独居老人量血压、换灯泡、读报纸。",
    "会议要求，各部门要把责任落实到人，把工作做到群众心坎上。",
    "图书馆延长开放时间，周末晚上的自习室座无虚席。",
    "企业负责人介绍，新生产线投产后，日产量提高了三成。",
)
HEADLINES = ("秋播进度过九成", "老年食堂开张", "夜读灯火亮到十点", "新线投产忙", "村口修起便民桥", "志愿服务送到家")


def installed() -> str:
    """The program `newsroom` of this environment."""
    return shutil.which("newsroom", path=str(Path(sys.executable).parent)) or sys.exit("newsroom is not installed here")


def live_in(home: Path) -> None:
    """A home without anybody's settings, but with an identity for git."""
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = 周一新\n\temail = desk@example.com\n")
    os.environ |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "LANG": "C.UTF-8"}


def people_named(count: int) -> list[str]:
    """That many names, no two the same, in an order that is the same at every run."""
    given = [*GIVEN, *(a + b for a, b in itertools.product(GIVEN, repeat=2))]
    names = [family + name for family, name in itertools.product(FAMILIES, given)]
    return random.Random(count).sample(names, count)  # noqa: S311


def make_archive(root: Path, articles: int, people: list[str], *, one_by_one: bool = False) -> None:
    """A newsroom with that many articles in issues of a day, as git would clone it; `one_by_one` each in a commit."""
    git = ["git", "-C", str(root)]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    days = issues_of(articles)
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE) as importing:
        assert importing.stdin
        begin_commit(importing.stdin, 0, "Start")
        for path, text in {SETTINGS: PAPER, **{f"issues/{day}/issue.yaml": f"date: {day}\n" for day in days}}.items():
            put(importing.stdin, path, text)
        for number, (path, text) in enumerate(articles_of(days, articles, people), 1):
            if one_by_one:
                _issues, day, _articles, name = path.split("/")
                trailers = f"Newsroom-Action: article-add\nNewsroom-Issue: {day}\nNewsroom-Article: {name[:-3]}\n"
                begin_commit(importing.stdin, number, f"Add article: {name}\n\n{trailers}")
            put(importing.stdin, path, text)
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True)
    time.sleep(2.1)  # until the clock has left the second of the checkout, git reads all files again at every look
    subprocess.run([*git, "status", "--porcelain"], check=True)


def issues_of(articles: int) -> list[str]:
    """The issues that so many articles are in, oldest first."""
    return [str(FIRST_DAY + datetime.timedelta(day)) for day in range(max(1, -(-articles // AN_ISSUE)))]


def begin_commit(stream: IO[bytes], number: int, message: str) -> None:
    """The next commit of `git fast-import`, made so many minutes after the first."""
    about = b"commit refs/heads/main\ncommitter desk <desk@example.com> %d +0800\ndata %d\n%s\n"
    stream.write(about % (FIRST_SECOND + 60 * number, len(message.encode()), message.encode()))


def put(stream: IO[bytes], path: str, text: str) -> None:
    """A file of that commit."""
    stream.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(text.encode()), text.encode()))


def articles_of(days: list[str], count: int, people: list[str]) -> Iterator[tuple[str, str]]:
    """Articles by path. Everybody is credited somewhere, a few people very often."""
    chance = random.Random(count)  # noqa: S311
    for number in range(count):
        often, once = people[int(len(people) * chance.random() ** 3)], people[number % len(people)]
        page = number % 4 + 1
        lines = [
            "---",
            f"headline: {chance.choice(HEADLINES)}之{number}",
            f"section: {chance.choice(('要闻', '时政', '社会', '文体'))}",
            *([f"column: {chance.choice(COLUMNS)}"] if number % 5 == 0 else []),
            *([f"dateline: {chance.choice(PLACES)}"] if number % 3 == 0 else []),
            f"page: {page}",
            "kind: story",
            "byline:",
            f"  - {{role: {role_of(often, chance)}, name: {often}}}",
            f"  - {{role: {role_of(once, chance)}, name: {once}}}",
            "status: draft",
            "---",
            *("".join(chance.choices(SENTENCES, k=4)) + "\n" for _ in range(5)),
        ]
        yield f"issues/{days[number // AN_ISSUE]}/articles/稿件-{number}.md", "\n".join(lines)


def role_of(name: str, chance: random.Random) -> str:
    """The role that somebody usually has, and now and then another."""
    return ROLES[sum(map(ord, name)) % len(ROLES)] if chance.random() < 0.9 else "摄影"


def row(name: str, seconds: float, what: str = "", ratio: float = 0, peer: str = "") -> None:
    """A line of the table."""
    name += " " * (36 - display_width(name))
    print(f"  {name} {seconds * 1000:8.1f} ms {what:<18} {f'{ratio:5.2f} × {peer}' if peer else ''}".rstrip())
