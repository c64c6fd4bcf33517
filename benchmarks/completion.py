"""What a person waits for at the Tab key, in a newsroom with 1,000 issues, as ratios to `python -c pass`.

Run it in an environment where newsroom is installed by a current pip: older ones write a slower console script.
"""

import datetime
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21
ISSUES, ARTICLES = 1000, 20
ARTICLE = """---
headline: 冬小麦播种过九成，第 {number} 篇
section: 社会
byline: 通讯员 姓名
---
全市秋播进入尾声。
"""


def seconds(command: list[str], folder: Path, shell: str) -> float:
    environment = {**os.environ, "_NEWSROOM_COMPLETE": shell}
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def make(folder: Path) -> None:
    (folder / "newsroom.yaml").write_text("name: 临江日报\nlanguage: zh-CN\nsections: [要闻, 社会]\n", "utf-8")
    first = datetime.date(2024, 1, 1)
    for at in range(ISSUES):
        issue = folder / "issues" / (first + datetime.timedelta(at)).isoformat()
        (issue / "articles").mkdir(parents=True)
        (issue / "issue.yaml").write_text(f'date: {issue.name}\nnumber: {at}\npages: [{{page: "1"}}]\n', "utf-8")
        for number in range(ARTICLES):
            (issue / "articles" / f"冬小麦播种过九成-{number}.md").write_text(ARTICLE.format(number=number), "utf-8")


def main() -> None:
    script = shutil.which("newsroom", path=str(Path(sys.executable).parent)) or sys.exit(
        "newsroom is not installed here"
    )
    commands = {
        "python -c pass": ([sys.executable, "-c", "pass"], ""),
        "newsroom <Tab>, bash": ([script, "newsroom ", ""], "bash"),
        "article show <Tab>, bash": ([script, "newsroom article show ", ""], "bash"),
        "article show <Tab>, zsh": ([script, "article", "show", ""], "zsh"),
        "issue show <Tab>, zsh": ([script, "issue", "show", ""], "zsh"),
        "--section <Tab>, fish": ([script, "article", "add", "--section", ""], "fish"),
    }
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, (command, shell) in commands.items():
                times[name].append(seconds(command, Path(folder), shell))
    peer = statistics.median(times["python -c pass"][1:])  # the first run of each only warms up
    for name, taken in times.items():
        median = statistics.median(taken[1:])
        print(f"{name:<26} {median * 1000:7.1f} ms  {median / peer:5.2f} × python -c pass")


if __name__ == "__main__":
    main()
