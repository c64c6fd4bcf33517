import unicodedata
from pathlib import Path

import pytest

from newsroom.locale import LANGUAGES
from newsroom.model.article import Article
from newsroom.rules.engine import judge
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.paper_file import read_paper
from newsroom.storage.shipped import new_newsroom_files, sample_issue_files, shipped_root


def test_what_ships_lies_together() -> None:
    assert {"newsroom.yaml", "issues", "templates"} <= {path.name for path in shipped_root().iterdir()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_newsroom_has_its_settings_and_templates(language: str) -> None:
    files = new_newsroom_files(language)
    assert sorted(files) == [
        "newsroom.yaml", f"templates/{language}/article.md", f"templates/{language}/issue.yaml",
    ]  # fmt: skip
    assert read_paper(files["newsroom.yaml"].decode()).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_issue_is_one_issue_with_articles_and_photos(language: str) -> None:
    files = sample_issue_files(language)
    folders = {tuple(Path(path).parts[:2]) for path in files}
    assert len(folders) == 1
    kinds = {Path(path).parts[2] for path in files}
    assert kinds == {"articles", "photos", "issue.yaml"}
    assert all(content for content in files.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_issue_is_without_a_finding(language: str, tmp_path: Path) -> None:
    for path, content in (new_newsroom_files(language) | sample_issue_files(language)).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    room = Newsroom(tmp_path)
    (issue_id,) = room.issue_ids()
    articles = list(room.articles(issue_id))
    assert len(articles) >= 8
    assert all(isinstance(article, Article) for article in articles)
    assert list(judge(articles, room.issue(issue_id), room.paper)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_texts_are_nfc_with_lf_and_no_mark(language: str) -> None:
    for path, content in (new_newsroom_files(language) | sample_issue_files(language)).items():
        if not path.endswith(".jpg"):
            text = content.decode()
            assert text == unicodedata.normalize("NFC", text), path
            assert "\r" not in text
            assert not text.startswith("\ufeff")
            assert text.endswith("\n")
