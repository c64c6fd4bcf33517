"""Writes the screens into the pages anew, from real runs: nobody types one by hand.

Run it from the project's folder, in an environment with the `test` extra, where tmux is: python docs/screens.py [PAGE…]
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.support.screens import PAGES, ROOT, played


def main() -> None:
    for page in sys.argv[1:] or PAGES:
        text, behind = (ROOT / page).read_text("utf-8"), 0
        for screen in played(page):
            if screen.is_right or (page == "README.md" and not screen.has_output):
                continue
            text = text[: screen.start + behind] + screen.on_terminal + text[screen.end + behind :]
            behind += len(screen.on_terminal) - len(screen.on_page)
        (ROOT / page).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
