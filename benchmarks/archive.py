"""An archive of many years: what the index of names costs in it, and what filing an article does.

Makes the archive in a temporary folder first: `python benchmarks/archive.py [--articles 100000] [--people 20000]`.
"""

import argparse
import datetime
import itertools
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from newsroom.model.text import display_width
from newsroom.storage.index import open_index
from newsroom.storage.newsroom import Newsroom

RUNS = 9
AN_ISSUE = 33  # articles
FIRST_DAY = datetime.date(2015, 1, 1)
SETTINGS = """\
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=20_000)
    size = parser.parse_args()
    script = shutil.which("newsroom", path=str(Path(sys.executable).parent)) or sys.exit(
        "newsroom is not installed here"
    )
    with tempfile.TemporaryDirectory() as folder:
        live_in(Path(folder) / "home")
        big, empty = Path(folder) / "big", Path(folder) / "empty"
        started = time.perf_counter()
        issue = make_archive(big, size.articles, people_named(size.people))
        make_archive(empty, 0, [])
        print(f"{size.articles} articles, {size.people} people, made in {time.perf_counter() - started:.0f} s")
        measure_index(Newsroom(big), size.articles)
        measure_filing(script, big, empty, issue)


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


def make_archive(root: Path, articles: int, people: list[str]) -> str:
    """A newsroom with that many articles in issues of a day, as git would clone it; its newest issue."""
    git = ["git", "-C", str(root)]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(root)], check=True)
    days = [FIRST_DAY + datetime.timedelta(day) for day in range(max(1, -(-articles // AN_ISSUE)))]
    with subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE) as importing:
        assert importing.stdin
        importing.stdin.write(
            b"commit refs/heads/main\ncommitter desk <desk@example.com> 1666000000 +0800\ndata 5\nstart\n"
        )
        files = {"newsroom.yaml": SETTINGS} | {f"issues/{day}/issue.yaml": f"date: {day}\n" for day in days}
        for path, text in itertools.chain(files.items(), articles_of(days, articles, people)):
            content = text.encode()
            importing.stdin.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content))
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True)
    time.sleep(2.1)  # until the clock has left the second of the checkout, git reads all files again at every look
    subprocess.run([*git, "status", "--porcelain"], check=True)
    return str(days[-1])


def articles_of(days: list[datetime.date], count: int, people: list[str]) -> Iterator[tuple[str, str]]:
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


def measure_index(newsroom: Newsroom, articles: int) -> None:
    """The index from nothing, then what a prompt asks of it."""
    names = [str(path) for path in newsroom.root.glob("issues/*/articles/*.md")]
    cat = taken(
        lambda: subprocess.run(["xargs", "-0", "cat"], input="\0".join(names).encode(), stdout=subprocess.DEVNULL)
    )
    built = taken(lambda: known(newsroom), runs=1)
    print("\nThe index")
    row("cat of every article", cat / articles * 1000, "a 1,000 articles")
    row("built from nothing", built / articles * 1000, "a 1,000 articles", built / cat, "cat")
    python = taken(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    row("python -c pass", python)
    status = taken(lambda: subprocess.run(["git", "status", "--porcelain"], cwd=newsroom.root, check=True))
    row("git status", status)
    row("update, nothing new", update := taken(lambda: known(newsroom)), "", update / status, "git status")
    for begun in ("", "李", "李小", "满", "没有这个人"):
        spent = taken(partial(found, newsroom, begun))
        row(f'people("{begun}"), opened anew', spent, "", spent / python, "python -c pass")


def known(newsroom: Newsroom) -> None:
    """All that the articles say."""
    index = open_index(newsroom)
    assert index and index.update()
    index.close()


def found(newsroom: Newsroom, begun: str) -> None:
    """What a prompt offers where `begun` is typed."""
    index = open_index(newsroom)
    assert index
    index.people(begun)
    index.close()


def measure_filing(script: str, big: Path, empty: Path, issue: str) -> None:
    """`article add` beside what git alone takes, in the archive and in a newsroom that has nothing yet."""
    body = big.parent / "body.txt"
    body.write_text("".join(SENTENCES) * 5, "utf-8")
    numbers = itertools.count(1)

    def plain_git(root: Path) -> None:
        name = f"notes/{next(numbers)}.md"
        (root / "notes").mkdir(exist_ok=True)
        (root / name).write_text("一行。\n", "utf-8")
        subprocess.run(["git", "add", "--", name], cwd=root, check=True)
        subprocess.run(["git", "commit", "--quiet", "-m", name, "--", name], cwd=root, check=True)

    def article_add(root: Path) -> None:
        answers = {
            "headline": f"村口修起便民桥{next(numbers)}",
            "section": "社会",
            "byline": "通讯员 林小满",
            "body": body,
        }
        words = [word for name, value in answers.items() for word in (f"--{name}", str(value))]
        day = issue if root == big else str(FIRST_DAY)
        command = [script, "article", "add", "--no-input", "--issue", day, *words]
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def article_add_without_index(root: Path) -> None:
        (root / ".git/newsroom").rename(root / ".git/away")
        article_add(root)
        shutil.rmtree(root / ".git/newsroom", ignore_errors=True)
        (root / ".git/away").rename(root / ".git/newsroom")

    trials = [(filing, root) for filing in (plain_git, article_add) for root in (empty, big)]
    trials.append((article_add_without_index, big))
    times: dict[tuple[Callable[[Path], None], Path], list[float]] = {trial: [] for trial in trials}
    for _run in range(RUNS + 1):
        for filing, root in trials:
            start = time.perf_counter()
            filing(root)
            times[filing, root].append(time.perf_counter() - start)
    medians = {trial: statistics.median(seconds[1:]) for trial, seconds in times.items()}
    peer, peer_big, add, add_big, add_bare = (medians[trial] for trial in trials)
    print("\nFiling an article")
    row("git add and commit, empty newsroom", peer)
    row("git add and commit, archive", peer_big, "", peer_big / peer, "the same in an empty newsroom")
    row("article add, empty newsroom", add, "", add / peer, "git add and commit there")
    row("article add, archive", add_big, "", add_big / peer_big, "git add and commit there")
    row("  without an index", add_bare, "", add_bare / add_big, "article add with it")
    row(
        "  less git's share",
        add_big - peer_big,
        "",
        (add_big - peer_big) / (add - peer),
        "the same in an empty newsroom",
    )


def taken(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of the seconds that `work` takes; the first of several only warms up."""
    seconds = []
    for _run in range(runs + (runs > 1)):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[-runs:])


def row(name: str, seconds: float, what: str = "", ratio: float = 0, peer: str = "") -> None:
    """A line of the table."""
    name += " " * (36 - display_width(name))
    print(f"  {name} {seconds * 1000:8.1f} ms {what:<18} {f'{ratio:5.2f} × {peer}' if peer else ''}".rstrip())


if __name__ == "__main__":
    main()
