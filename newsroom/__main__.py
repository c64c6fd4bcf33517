"""The entry point. `--version` is answered before anything heavy is imported; so is a shell that asks for more."""

import os
import sys


def main() -> int:
    """Run newsroom with the process's arguments; the exit code."""
    if sys.argv[1:] == ["--version"]:
        from newsroom import __version__

        print(f"newsroom {__version__}")
        return 0
    if shell := os.environ.get("_NEWSROOM_COMPLETE"):
        from newsroom.cli.completion.shells import answer

        return answer(shell, sys.argv[1:])

    from newsroom.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
