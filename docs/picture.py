"""Makes `docs/tour.svg`, the README's picture, from a real run of `newsroom tour` on a terminal of 80 columns.

Run it from the project's folder, in an environment with the `test` extra: python docs/picture.py
"""

import re
import sys
from pathlib import Path

import pexpect
from rich.console import Console
from rich.text import Text

COLUMNS = 88
FIRST, LAST = "4.", "8."  # filed without a credit, on the board, found, mended

# Without the web fonts that rich names: a picture that opens anywhere, and asks nobody.
FORMAT = """<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" xml:space="preserve">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  white-space: pre; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


def main() -> None:
    newsroom = str(Path(sys.executable).with_name("newsroom"))
    run = pexpect.spawn(newsroom, ["tour", "--lang", "en"], dimensions=(200, COLUMNS), encoding="utf-8", timeout=60)
    run.expect(pexpect.EOF)
    said = run.before.replace("\r\n", "\n")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    steps = said.split("\n")
    starts = [number for number, line in enumerate(plain.split("\n")) if re.match(r"\d\. ", line)]
    named = {plain.split("\n")[number][:2]: number for number in starts}
    after = next(number for number in starts if number > named[LAST])
    console = Console(record=True, width=COLUMNS, file=open("/dev/null", "w"), force_terminal=True)  # noqa: PTH123, SIM115
    console.print(Text.from_ansi("\n".join(steps[named[FIRST] : after]).rstrip()))
    console.save_svg("docs/tour.svg", title="newsroom tour", code_format=FORMAT, unique_id="tour")


if __name__ == "__main__":
    main()
