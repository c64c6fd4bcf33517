"""Starting a newsroom: a folder with its settings and templates, in a git repository, committed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from newsroom.errors import Refused, UsageError
from newsroom.locale import LANGUAGES, _, listed
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import reason
from newsroom.storage.newsroom import SETTINGS
from newsroom.storage.readiness import check_identity
from newsroom.storage.repository import is_repository, make_repository
from newsroom.storage.shipped import new_newsroom_files, sample_issue_files
from newsroom.storage.yaml_writer import set_value


def plan_newsroom(folder: Path, *, name: str, language: str, sample: bool) -> Mapping[str, bytes]:
    """The files of a new newsroom in `folder`.

    Raises:
        Refused: `folder` is a newsroom already, or one of the files is there. UsageError: no such language.
    """
    if language not in LANGUAGES:
        raise UsageError(
            "unknown-language",
            _("The language {language} is not known.", language=language),
            _("Known are: {known}.", known=listed(LANGUAGES)),
        )
    if (folder / SETTINGS).exists():
        raise Refused(
            "newsroom-exists",
            _("{path} is a newsroom already.", path=folder),
            _("See its issues: newsroom -C {path} issue list", path=folder),
        )
    files = dict(new_newsroom_files(language))
    files[SETTINGS] = set_value(files[SETTINGS].decode(), "name", name).encode()
    if sample:
        files |= sample_issue_files(language)
    return files


def start_newsroom(folder: Path, files: Mapping[str, bytes], *, name: str) -> str:
    """Make the newsroom that was planned, and its repository where there is none; the commit's id.

    Raises:
        Refused: git can not commit here. Nothing is left behind then.
    """
    made = _make_folders(folder)
    made_repository = False
    try:
        check_identity(folder)
        if not is_repository(folder):
            make_repository(folder)
            made_repository = True
        return commit_files(
            folder,
            [FileChange(path, content) for path, content in files.items()],
            f"Start newsroom: {name}",
            {"Newsroom-Action": "init"},
        )
    except BaseException:
        if made_repository:
            shutil.rmtree(folder / ".git", ignore_errors=True)
        for parent in made:
            shutil.rmtree(parent, ignore_errors=True)
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make `folder` and its parents; those that were made, the uppermost last."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            "not-written",
            _("{path} can not be written: {why}.", path=folder, why=reason(error)),
            _("Choose another folder."),
        ) from None
    return missing
