"""Commits that the user signs, with real keys, by GPG and by SSH."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.checks import REFUSED, error, snapshot
from tests.support.desk import Desk, Result
from tests.support.working_day import DAY, started, story, work_a_day

Run = Callable[..., Result]

needs_gpg = pytest.mark.skipif(not shutil.which("gpg"), reason="no gpg")
needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen")


@pytest.fixture(scope="module")
def keyring() -> Iterator[Path]:
    """A home for gpg with one key; its path is short, since that of a socket has to be."""
    with TemporaryDirectory(prefix="gpg-", ignore_cleanup_errors=True) as name:
        environment = {**os.environ, "GNUPGHOME": name, "LC_ALL": "C.UTF-8"}
        key = ("--batch", "--passphrase", "", "--quick-gen-key", "周一新 <desk@example.com>", "ed25519", "sign")
        subprocess.run(["gpg", "--quiet", *key], check=True, capture_output=True, env=environment)
        yield Path(name)
        subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True, env=environment)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = started(tmp_path / "paper")
    desk.git("config", "commit.gpgsign", "true")
    return desk


def verified(desk: Desk) -> list[str]:
    """The commits whose signature is good."""
    commits = desk.git("rev-list", "HEAD").split()
    return [commit for commit in commits if not _verify(desk, commit).returncode]


def _verify(desk: Desk, commit: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "verify-commit", commit], cwd=desk.root, capture_output=True, check=False)


@needs_gpg
def test_a_day_signed_by_gpg(
    desk: Desk, run: Run, tmp_path: Path, keyring: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(keyring))

    work_a_day(desk, run, tmp_path / "drawer")

    assert len(verified(desk)) == DAY


@needs_gpg
def test_a_key_that_gpg_does_not_have_is_refused(
    desk: Desk, run: Run, tmp_path: Path, keyring: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(keyring))
    desk.git("config", "user.signingkey", "0123456789ABCDEF")

    refused(desk, run, tmp_path / "drawer")


def with_ssh_key(desk: Desk, folder: Path) -> Path:
    """A key by which the newsroom signs, and which it trusts."""
    key = folder / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True, capture_output=True)
    allowed = folder / "allowed"
    allowed.write_text(f"desk@example.com {key.with_suffix('.pub').read_text()}")
    for name, value in {
        "gpg.format": "ssh",
        "user.signingkey": str(key.with_suffix(".pub")),
        "gpg.ssh.allowedSignersFile": str(allowed),
    }.items():
        desk.git("config", name, value)
    return key


@needs_ssh
def test_a_day_signed_by_ssh(desk: Desk, run: Run, tmp_path: Path) -> None:
    with_ssh_key(desk, tmp_path)

    work_a_day(desk, run, tmp_path / "drawer")

    assert len(verified(desk)) == DAY


@needs_ssh
@pytest.mark.parametrize("lost", ["key", "key.pub"])
def test_an_ssh_key_that_is_not_there_is_refused(desk: Desk, run: Run, tmp_path: Path, lost: str) -> None:
    with_ssh_key(desk, tmp_path)
    (tmp_path / lost).unlink()

    refused(desk, run, tmp_path / "drawer")


@needs_ssh
def test_a_hook_that_is_content_does_not_hide_why_the_signing_failed(desk: Desk, run: Run, tmp_path: Path) -> None:
    with_ssh_key(desk, tmp_path).unlink()
    desk.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n").chmod(0o755)

    refused(desk, run, tmp_path / "drawer")


def refused(desk: Desk, run: Run, drawer: Path) -> None:
    """Filing is refused for want of a signature, and leaves all as it was."""
    before = snapshot(desk)
    error(run("-C", desk.root, "--lang", "en", *story(drawer, "--json")), REFUSED, "signing-failed")
    assert snapshot(desk) == before
