"""The main job, as a list of commands to run in a scratch newsroom, on copy from the sample issue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsroom.errors import ExitCode
from newsroom.locale import _
from newsroom.model.article import Article
from newsroom.model.paper import DEFAULT_ROLES
from newsroom.storage.article_file import read_article
from newsroom.storage.paper_file import read_paper
from newsroom.storage.shipped import new_newsroom_files, sample_issue_files

BODY_FILE = "story.txt"


@dataclass(frozen=True, slots=True)
class Step:
    """A command, what it is for, and the exit code that it ends with."""

    why: str
    command: Sequence[str]
    ends_with: int = ExitCode.DONE


def plan_tour(folder: Path, language: str, today: date) -> list[Step]:
    """The steps; the copy that they file is put into `folder`."""
    story, picture = _copy(folder, language)
    photo = picture.photos[0]
    paper = read_paper(new_newsroom_files(language)["newsroom.yaml"].decode()).name
    issue, slug = today.isoformat(), picture.id
    credit = str(photo.credit[0])
    byline = [word for person in story.byline for word in ("--byline", str(person))]
    return [
        Step(_("A newsroom is a folder in git."), ("newsroom", "init", ".", "--name", paper, "--language", language)),
        Step(_("An issue is made from the paper's template."), ("newsroom", "issue", "new", issue)),
        Step(
            _("A reporter files a story. Without options, newsroom asks."),
            (
                "newsroom", "article", "add", "--headline", story.headline, "--section", story.section,
                *byline, "--body", BODY_FILE,
            ),
        ),
        Step(
            _("A picture comes in, and nobody says who took it."),
            (
                "newsroom", "article", "add", "--kind", "photo", "--section", picture.section, "--slug", slug,
                "--photo", photo.file, "--caption", photo.caption, "--credit", "",
            ),
        ),
        Step(_("The editor looks at the board."), ("newsroom", "status", issue)),
        Step(
            _("Every rule says what is wrong, where, and what to do."),
            ("newsroom", "validate", issue),
            ExitCode.FINDINGS,
        ),
        Step(
            _("The credit is set; only its lines change."),
            ("newsroom", "article", "edit", slug, "--set", f"photos[0].credit={credit}"),
        ),
        Step(_("Now the issue is clean."), ("newsroom", "validate", issue)),
        Step(_("Who did what is in git, and is told in plain words."), ("newsroom", "log")),
    ]  # fmt: skip


def _copy(folder: Path, language: str) -> tuple[Article, Article]:
    """A story without a photo and a picture that stands alone, of the sample issue."""
    files = sample_issue_files(language)
    articles = [
        read_article(content.decode(), id=Path(path).stem, issue="", path=path, roles=DEFAULT_ROLES[language])
        for path, content in files.items()
        if path.endswith(".md")
    ]
    story = next(article for article in articles if article.kind == "story" and not article.photos)
    picture = next(article for article in articles if article.kind == "photo")
    (folder / BODY_FILE).write_text(story.body + "\n", encoding="utf-8")
    name = picture.photos[0].file
    content = next(content for path, content in files.items() if path.endswith(f"/photos/{name}"))
    (folder / name).write_bytes(content)
    return story, picture
