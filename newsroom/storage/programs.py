"""Programs and fonts of this machine."""

import shlex
import shutil
import subprocess


def is_program(command: str) -> bool:
    """Whether the program that a command line begins with can be run."""
    try:
        words = shlex.split(command)
    except ValueError:
        return False
    return bool(words) and shutil.which(words[0]) is not None


def chinese_fonts() -> list[str] | None:
    """The families of fonts with Chinese letters, as fontconfig knows them; None without fontconfig."""
    try:
        done = subprocess.run(
            ["fc-list", ":lang=zh", "family"], capture_output=True, check=True, timeout=10, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return sorted(set(done.stdout.decode(errors="replace").splitlines()))
