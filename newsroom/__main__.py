"""The entry point. `--version` is answered before anything heavy is imported."""

import sys


def main() -> int:
    """Run newsroom with the process's arguments; the exit code."""
    if sys.argv[1:] == ["--version"]:
        from newsroom import __version__

        print(f"newsroom {__version__}")
        return 0

    from newsroom.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
