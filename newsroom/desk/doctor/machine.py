"""The machine: git, who commits, the editor, the terminal, fonts and programs."""

import os
import platform
from collections.abc import Iterator

from newsroom.desk.doctor.check import Check, Patient
from newsroom.locale import _
from newsroom.storage.git_state import committer, complaint, git_version, remotes, setting
from newsroom.storage.private import private_folder
from newsroom.storage.programs import chinese_fonts, is_program
from newsroom.storage.readiness import check_identity

_OLDEST_GIT = (2, 30)
_NARROW = 80


def versions(patient: Patient) -> Iterator[Check]:
    """newsroom itself and what it runs on; for who asks for help."""
    python = platform.python_version()
    yield Check(
        "versions",
        "ok",
        f"newsroom {patient.surroundings.version}, Python {python}, {platform.system()} {platform.release()}",
    )


def git(patient: Patient) -> Iterator[Check]:
    """Git, and that it is not older than what newsroom was tried with."""
    version = git_version(patient.folder)
    number = ".".join(map(str, version))
    if version and version < _OLDEST_GIT:
        help = _("Install git 2.30 or newer, then run this again.")
        yield Check("git", "problem", _("Git {version} is too old.", version=number), help)
    else:
        yield Check("git", "ok", f"git {number}")


def identity(patient: Patient) -> Iterator[Check]:
    """Whom commits are by."""
    if private_folder(patient.folder) and complaint(patient.folder):
        return  # git can not even read its settings there, which the look at the repository says
    check_identity(patient.folder)
    yield Check("identity", "ok", _("You file and sign as {person}.", person=committer(patient.folder)))


def editor(patient: Patient) -> Iterator[Check]:
    """The editor that `article edit` opens."""
    command = patient.surroundings.editor
    if is_program(command):
        yield Check("editor", "ok", _("The editor is {editor}.", editor=command))
    else:
        help = _("Name one that is there: export EDITOR=nano")
        yield Check("editor", "note", _("The editor {editor} is not on this machine.", editor=command), help)


def terminal(patient: Patient) -> Iterator[Check]:
    """Whether the terminal shows Chinese, and tables whole."""
    here = patient.surroundings
    encoding = here.encoding.upper()
    if os.name != "nt" and encoding.replace("-", "") != "UTF8":
        help = _("Set it to UTF-8: export LC_ALL=C.UTF-8")
        yield Check("terminal", "note", _("The terminal is set to {encoding}, not UTF-8.", encoding=encoding), help)
    elif not here.is_terminal:
        yield Check("terminal", "ok", _("There is no terminal here: nothing is asked, nothing is in colour."))
    elif here.columns < _NARROW:
        message = _("The terminal has {count} columns; tables are cut.", count=here.columns)
        yield Check("terminal", "note", message, _("Make the window wider, to 80 columns or more."))
    else:
        color = _("in colour") if here.has_color else _("without colour")
        message = _("The terminal: UTF-8, {count} columns, {color}.", count=here.columns, color=color)
        yield Check("terminal", "ok", message)


def fonts(patient: Patient) -> Iterator[Check]:
    """Fonts for page proofs in Chinese; of no matter to a paper in another language."""
    if patient.newsroom and not patient.newsroom.paper.language.startswith("zh"):
        return
    families = chinese_fonts()
    if families:
        yield Check("fonts", "ok", _("There are fonts with Chinese letters."))
    elif families is not None:
        help = _("For page proofs, install one: apt install fonts-noto-cjk")
        yield Check("fonts", "note", _("There is no font with Chinese letters."), help)


def programs(patient: Patient) -> Iterator[Check]:
    """One program that help texts name, and those that git needs here, by its settings."""
    if os.name != "nt" and not is_program("iconv"):
        message = _("iconv is not on this machine; it converts copy that is not UTF-8.")
        yield Check("programs", "note", message, _("Install {program}.", program="libc-bin"))
    folder = patient.folder
    missing = [(program, why) for program, why in _wanted(patient) if not is_program(program)]
    for program, why in missing:
        yield Check(
            "programs",
            "problem",
            _("{program} is not on this machine; {why}.", program=program, why=why),
            _("Install {program}.", program=program),
        )
    if any("ssh:" in url or "@" in url.partition(":")[0] for url in remotes(folder).values()) and not is_program("ssh"):
        message = _("ssh is not on this machine; the newsroom's server is reached by it.")
        yield Check("programs", "note", message, _("Install {program}.", program="openssh-client"))


def _wanted(patient: Patient) -> Iterator[tuple[str, str]]:
    folder = patient.folder
    if setting(folder, "commit.gpgsign") in ("true", "yes", "on", "1"):
        kind = setting(folder, "gpg.format") or "openpgp"
        program = setting(folder, f"gpg.{kind}.program") or (
            setting(folder, "gpg.program") if kind == "openpgp" else ""
        )
        usual = {"ssh": "ssh-keygen", "x509": "gpgsm"}.get(kind, "gpg")
        yield program or usual, _("git signs every commit with it (commit.gpgsign)")
    attributes = patient.newsroom.root / ".gitattributes" if patient.newsroom else None
    if attributes and attributes.is_file() and b"filter=lfs" in attributes.read_bytes()[:100_000]:
        yield "git-lfs", _("photos are kept by it (.gitattributes)")
