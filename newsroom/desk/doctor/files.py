"""The newsroom's own files: its settings, its templates, its issues."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from newsroom.desk.article_start import article_start
from newsroom.desk.doctor.check import Check, some
from newsroom.desk.new_issue import plan_issue
from newsroom.desk.setting_faults import setting_faults
from newsroom.errors import Refused
from newsroom.locale import _, plural
from newsroom.model.article import Article, Unreadable
from newsroom.model.issue import Issue, issue_date
from newsroom.storage.newsroom import ISSUES, PLAN, SETTINGS, TEMPLATES, Newsroom
from newsroom.storage.templates import article_template, template_path

_RECENT = 5  # issues that are read; of the others only the folders are listed
_SOME_DAY = "2999-12-31"


def settings(newsroom: Newsroom) -> Iterator[Check]:
    """`newsroom.yaml`, and the names of rules in it."""
    paper = newsroom.paper
    yield Check(
        "settings",
        "ok",
        _("{path} can be read: {name}, {language}.", path=SETTINGS, name=paper.name, language=paper.language),
    )
    for line, what in setting_faults(paper):
        message = _("{path}, line {line}: {what}", path=SETTINGS, line=line, what=what)
        yield Check("rules", "problem", message, _("See what there is: {command}", command="newsroom rules"))


def templates(newsroom: Newsroom) -> Iterator[Check]:
    """Each template of the newsroom's own is filled in once."""
    root, language = newsroom.root, newsroom.paper.language
    used = {article_template(root, language, kind): kind for kind in ("", *newsroom.paper.kinds)}
    own = [name for name in (PLAN, *used) if template_path(root, language, name).is_relative_to(root / TEMPLATES)]
    faults = [refusal for name in own if (refusal := _refusal(newsroom, used.get(name)))]
    for refusal in faults:
        yield Check("templates", "problem", refusal.message, refusal.help)
    unused = sorted(path.name for path in (root / TEMPLATES / language).glob("article-*.md") if path.name not in used)
    if unused:
        help = _("Name it as a kind in {path} is named, or delete it.", path=SETTINGS)
        yield Check("templates", "note", _("No kind uses the template {names}.", names=some(unused)), help)
    if not faults:
        yield Check("templates", "ok", plural(len(own), "{count} template works.", "{count} templates work."))


def _refusal(newsroom: Newsroom, kind: str | None) -> Refused | None:
    """What is wrong with the template of a kind; of an issue's plan, where it is None."""
    try:
        if kind is None:
            plan_issue(newsroom, _SOME_DAY, 1)
        else:
            article_start(newsroom, Issue(_SOME_DAY, "", issue_date(_SOME_DAY)), kind or "story")
    except Refused as refusal:
        return refusal
    return None


def issues(newsroom: Newsroom) -> Iterator[Check]:
    """The folders in `issues/`, and the plans of the newest."""
    home, faulty = newsroom.root / ISSUES, False
    if home.is_symlink():
        raise Refused(
            "link",
            _("{path} can not be read: {why}.", path=ISSUES, why=_("it is a link")),
            _("Put the folder itself there."),
        )
    ids = newsroom.issue_ids()
    known = {*ids, *newsroom.linked_ids()}
    others = sorted(path.name for path in _listed(home) if path.name not in known and path.is_dir())
    if others:
        help = _("An issue's folder is called 2022-10-12, or 2022-10-12-evening. Rename it: git mv OLD NEW")
        yield Check(
            "issues", "note", _("This is no issue: {names}.", names=some([f"{ISSUES}/{name}" for name in others])), help
        )
    for issue_id in (*_recent(newsroom), *newsroom.linked_ids()):
        fault = newsroom.issue_and_fault(issue_id)[1]
        if fault:
            faulty = True
            yield _unreadable("issues", fault)
    if not faulty:
        yield Check("issues", "ok", plural(len(ids), "{count} issue.", "{count} issues."))


def articles(newsroom: Newsroom) -> Iterator[Check]:
    """The articles of the newest issues: whether they can be read, and whether every photo is in one."""
    for issue_id in _recent(newsroom):
        found = list(newsroom.articles(issue_id))
        broken = [article for article in found if isinstance(article, Unreadable)]
        yield from (_unreadable("articles", article) for article in broken)
        if not broken:
            used = {_name(photo.file) for article in found if isinstance(article, Article) for photo in article.photos}
            unused = sorted(newsroom.issue_and_fault(issue_id)[0].photo_names - used)
            if unused:
                names = some([f"{ISSUES}/{issue_id}/photos/{name}" for name in unused])
                help = _("Put it to one: newsroom photo add ARTICLE FILE. Or remove it: git rm FILE")
                yield Check("photos", "note", _("No article uses {names}.", names=names), help)


def _recent(newsroom: Newsroom) -> list[str]:
    return newsroom.issue_ids()[-_RECENT:]


def _listed(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _unreadable(name: str, fault: Unreadable) -> Check:
    message = _("{path}, line {line}: {cause}.", path=fault.path, line=fault.line, cause=fault.cause)
    return Check(name, "problem", message, fault.help)


def _name(file: str) -> str:
    return unicodedata.normalize("NFC", PurePosixPath(file).name)
