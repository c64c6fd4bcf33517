"""Taking a change of the newsroom back, in a new commit: what came goes, what went or changed is as it was."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from newsroom.desk.article_log import UNDO, Entry, told
from newsroom.desk.choose_change import Chosen, choose_change, undo_subject
from newsroom.desk.edit_text import move_kept, new_draft
from newsroom.desk.photos_of_article import used_by_others
from newsroom.errors import Refused
from newsroom.locale import _, listed, plural
from newsroom.model.text import normal, one_line
from newsroom.storage.change import FileChange, commit_files
from newsroom.storage.files import MAX_PHOTO, read_bytes
from newsroom.storage.history import Commit, FileRecord, changed_since
from newsroom.storage.newsroom import ISSUES, PLAN, Newsroom
from newsroom.storage.versions import checked_out

_MOST = 5  # of what is in the way that is named
_PHOTO = rf"{ISSUES}/([^/]+)/photos/([^/]+)"
_ARTICLE = rf"{ISSUES}/[^/]+/articles/[^/]+\.md"


@dataclass(frozen=True, slots=True)
class Undoing:
    """A change that is taken back, the files that this changes, and the photos that stay, since others use them."""

    entry: Entry
    changes: Sequence[FileChange]
    staying: Sequence[str]


def plan_undo(newsroom: Newsroom, named: str | None) -> Undoing:
    """What taking back the change of that commit does, or without one the newest of this person that still stands.

    Raises:
        Refused: there is none, or none that can be taken back; later commits changed the same files; one of them is
            not as the last commit has it; an issue would go that has articles by now.
    """
    root = newsroom.root
    chosen = choose_change(root, named)
    _check_not_changed_since(newsroom, chosen)
    staying = _used_by_now(newsroom, chosen.files)
    files = [file for file in chosen.files if file.path not in staying]
    _check_committed(newsroom, chosen.commit, files)
    _check_issues_are_empty(newsroom, files)
    changes = [
        FileChange(
            file.path,
            checked_out(root, f"{chosen.commit.id}^", file.path) if file.before else None,
            read_bytes(root / file.path, MAX_PHOTO) if file.after else None,
        )
        for file in files
    ]
    return Undoing(told(newsroom, chosen.commit), changes, staying)


def save_undo(newsroom: Newsroom, undoing: Undoing) -> str:
    """Take it back and commit; the commit's id, by which it is brought back.

    Raises:
        Refused: an article that goes is being edited in another window, somebody changed one of the files meanwhile,
            or git can not commit here. Nothing is changed then.
    """
    commit = undoing.entry.commit
    named = {"Newsroom-Issue": commit.issue, "Newsroom-Article": commit.article}
    trailers = {"Newsroom-Action": UNDO} | {key: value for key, value in named.items() if value}
    with ExitStack() as held:
        for gone in undoing.changes:
            if gone.after is None and re.fullmatch(_ARTICLE, gone.path):
                held.enter_context(new_draft(newsroom, gone.path).held())
        made = commit_files(newsroom.root, undoing.changes, undo_subject(commit), trailers)
        for change in undoing.entry.changes:
            if change.sort == "article" and change.was:
                move_kept(newsroom, change.path, change.was)
    return made


def _check_not_changed_since(newsroom: Newsroom, chosen: Chosen) -> None:
    paths = [file.path for file in chosen.files]
    touched = {path for commit in chosen.later for file in commit.files for path in (file.path, file.was)}
    changed = sorted(touched & {*paths} | changed_since(newsroom.root, chosen.commit.id, paths))
    if not changed:
        return
    newest = chosen.later[0] if chosen.later else None
    raise Refused(
        "changed-since",
        "\n".join([_("{files}: changed again since.", files=_some(changed)), *_told_shortly(chosen.later)]),
        _(
            "Take back what came later first, the newest first: newsroom undo {commit}\nOr edit by hand.",
            commit=newest.id[:10],
        )
        if newest and newest.action and newest.parents == 1
        else _("Edit by hand. What this change did: git show {commit}", commit=chosen.commit.id[:10]),
    )


def _told_shortly(commits: Sequence[Commit]) -> Iterator[str]:
    for commit in commits[:_MOST]:
        when, who = f"{commit.time:%Y-%m-%d %H:%M}", one_line(commit.author)
        yield f"  {commit.id[:10]}  {when}  {who}  {one_line(commit.subject)}"
    if len(commits) > _MOST:
        yield "  " + plural(len(commits) - _MOST, "… and {count} more", "… and {count} more")


def _used_by_now(newsroom: Newsroom, files: Sequence[FileRecord]) -> list[str]:
    """The photos that came with the change, and that other articles of their issue use by now.

    Raises:
        Refused: that is all that it brought.
    """
    photos = defaultdict[str, dict[str, str]](dict)
    for file in files:
        found = re.fullmatch(_PHOTO, file.path)
        if found and not file.before:
            photos[found[1]][normal(found[2])] = file.path
    its_own = [file.path for file in files]
    staying = [
        paths[name]
        for issue_id, paths in photos.items()
        for name in sorted(used_by_others(newsroom, issue_id, paths, but=its_own))
    ]
    if len(staying) == len(files):
        raise Refused(
            "photo-in-use",
            _("{photos}: other articles use it by now.", photos=_some(staying)),
            _("Take it out of them first: newsroom article edit ARTICLE"),
        )
    return staying


def _check_committed(newsroom: Newsroom, commit: Commit, files: Sequence[FileRecord]) -> None:
    """See that each file lies there as the change left it, and none where one comes back."""
    root = newsroom.root
    wrong = changed_since(root, commit.id, [file.path for file in files], on_disk=True)
    wrong |= {file.path for file in files if os.path.lexists(root / file.path) != bool(file.after)}
    if wrong:
        raise Refused(
            "not-committed",
            _("{files}: not as the last commit has it.", files=_some(sorted(wrong))),
            _("Commit that first (git add, git commit), or put it back as it was."),
        )


def _check_issues_are_empty(newsroom: Newsroom, files: Sequence[FileRecord]) -> None:
    going = {file.path for file in files if not file.before}
    for issue_id in _issues_of_plans(going):
        names = newsroom.folder(issue_id).rglob("[!.]*")
        left = sorted({newsroom.relative(path) for path in names if path.is_file()} - going)
        if left:
            raise Refused(
                "issue-not-empty",
                _("There is more in issue {issue} by now: {files}.", issue=issue_id, files=_some(left)),
                _("Move it to another issue first: newsroom article move ARTICLE --issue ISSUE"),
            )


def _issues_of_plans(paths: Sequence[str] | set[str]) -> list[str]:
    found = (re.fullmatch(rf"{ISSUES}/([^/]+)/{re.escape(PLAN)}", path) for path in paths)
    return [plan[1] for plan in found if plan]


def _some(paths: Sequence[str]) -> str:
    named, more = paths[:_MOST], len(paths) - _MOST
    return listed([*named, plural(more, "… and {count} more", "… and {count} more")] if more > 0 else named)
