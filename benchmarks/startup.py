"""Start-up as a user feels it: commands that do little, as ratios to `python -c pass`.

Run it in an environment where newsroom is installed by a current pip: older ones write a slower console script.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11


def seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    script = shutil.which("newsroom", path=str(Path(sys.executable).parent)) or sys.exit(
        "newsroom is not installed here"
    )
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "newsroom --version": [script, "--version"],
        "newsroom issue list": [script, "issue", "list"],
    }
    os.environ.pop("NEWSROOM_LANG", None)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "newsroom.yaml").write_text("name: Empty\nlanguage: en\nsections: [News]\n")
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS + 1):
            for name, command in commands.items():
                times[name].append(seconds(command, Path(folder)))
    peer = statistics.median(times["python -c pass"][1:])  # the first run of each only warms up
    for name, taken in times.items():
        median = statistics.median(taken[1:])
        print(f"{name:<22} {median * 1000:7.1f} ms  {median / peer:5.2f} × python -c pass")


if __name__ == "__main__":
    main()
