"""An archive in which every fault is known: does `newsroom validate` find them all, where they stand, and nothing else?

`python benchmarks/truth.py [--articles 10000]`; exit code 1 where a finding is missing, invented or misplaced.
"""

import argparse
import collections
import datetime
import json
import random
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from faults import FAULTS, Wanted
from newsrooms import AN_ISSUE, installed, live_in
from PIL import Image
from stories import Story, story_en, story_zh

SHARE = 20  # one story in so many has a fault
SETTINGS = {
    "zh-CN": "name: 临江日报\nlanguage: zh-CN\nsections: [要闻, 社会]\nroles: [记者, 通讯员, 摄影]\n",
    "en": "name: Linden Courier\nlanguage: en\nsections: [News, Business]\n"
    "roles: [Correspondent, Staff Writer, Photographer]\n",
}
PAGES = {"zh-CN": ("1", "3"), "en": ("A1", "A3")}
STORY = {"zh-CN": story_zh, "en": story_en}
Found = tuple[str, str, int, int]  # rule, path, line, column


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        live_in(Path(folder) / "home")
        for language in SETTINGS:
            root = Path(folder) / language
            wanted = make(root, language, asked.articles // 2, asked.seed)
            wrong += compare(language, wanted, found_in(root), asked.articles // 2)
    sys.exit(1 if wrong else 0)


def make(root: Path, language: str, articles: int, seed: int) -> dict[Found, str]:
    """A newsroom of that many articles; the findings that it has to bring, each with the words it stands at."""
    chance = random.Random(f"{seed} {language}")  # noqa: S311
    root.mkdir()
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    (root / "newsroom.yaml").write_text(SETTINGS[language], "utf-8")
    wanted: dict[Found, str] = {}
    kinds = FAULTS[language]
    for number in range(articles):
        day = datetime.date(2019, 1, 1) + datetime.timedelta(number // AN_ISSUE)
        if number % AN_ISSUE == 0:
            make_issue(root / f"issues/{day}", language, day, number // AN_ISSUE)
        story = STORY[language](str(day), number, day, chance)
        has_fault = number % SHARE == 7
        want = kinds[number // SHARE % len(kinds)](story, chance) if has_fault else None
        put(root, story)
        if want:
            wanted[(want.rule, story.path, *place(story.text(), want))] = want.at
    return wanted


def make_issue(folder: Path, language: str, day: datetime.date, number: int) -> None:
    for part in ("articles", "photos"):
        (folder / part).mkdir(parents=True)
    pages = "".join(f'  - {{page: "{code}"}}\n' for code in PAGES[language])
    (folder / "issue.yaml").write_text(f"date: {day}\nnumber: {5000 + number}\npages:\n{pages}", "utf-8")


def put(root: Path, story: Story) -> None:
    (root / story.path).write_text(story.text(), "utf-8")
    for photo in story.photos:
        file = root / f"issues/{story.issue}/photos/{photo.file}"
        if photo.file != "lost.jpg":
            picture(file, zlib.crc32(story.path.encode()))


def picture(path: Path, number: int) -> None:
    """A picture like no other, large enough for print."""
    color = (number % 251, number // 251 % 251, number // 63_001 % 251)
    Image.new("RGB", (1000, 700), color).save(path, quality=20, comment=str(number))  # near colours are one to a JPEG


def place(text: str, want: Wanted) -> tuple[int, int]:
    """The line and column of the words at fault; count from 1."""
    if not want.at:
        return 1, 1
    at = text.rindex(want.at) if want.last else text.index(want.at)
    at += len(want.at) - 1 if want.end else 0
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def found_in(root: Path) -> list[Found]:
    done = subprocess.run([installed(), "validate", "--json"], cwd=root, capture_output=True, check=False)
    report = json.loads(done.stdout)
    return [(it["rule"], it["path"], it["line"], it["column"]) for it in report["findings"]]


def compare(language: str, wanted: dict[Found, str], found: list[Found], articles: int) -> int:
    """How many findings are missing, invented or misplaced; says which."""
    times = collections.Counter(found)
    missing = [one for one in wanted if one not in times]
    invented = [one for one in found if one not in wanted]
    twice = [one for one, count in times.items() if count > 1]
    kinds = len({rule for rule, *_rest in wanted})
    print(f"{language}: {articles} articles, {len(wanted)} faults of {kinds} kinds, {len(found)} findings")
    for title, those in (("missing", missing), ("invented", invented), ("twice", twice)):
        if those:
            print(f"  {title}: {len(those)}")
            for rule, path, line, column in sorted(those)[:12]:
                print(f"    {path}:{line}:{column} {rule} {wanted.get((rule, path, line, column), '')}"[:118])
    return len(missing) + len(invented) + len(twice)


if __name__ == "__main__":
    main()
