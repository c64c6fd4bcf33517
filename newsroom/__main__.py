"""The entry point. `--version` is answered before anything heavy is imported; so is a shell that asks for more."""

import os
import sys

_MANY = 100_000  # things made since garbage was last looked for: most commands end before it would be worth it


def main() -> int:
    """Run newsroom with the process's arguments; the exit code."""
    if sys.argv[1:] == ["--version"]:
        from newsroom import __version__

        print(f"newsroom {__version__}")
        return 0
    import gc

    gc.set_threshold(_MANY)
    if shell := os.environ.get("_NEWSROOM_COMPLETE"):
        from newsroom.cli.completion.shells import answer

        code = answer(shell, sys.argv[1:])
    else:
        from newsroom.cli.main import run

        code = run(sys.argv[1:])
    gc.freeze()  # or Python would go through all of it once more before it ends, which is felt
    return code


if __name__ == "__main__":
    sys.exit(main())
