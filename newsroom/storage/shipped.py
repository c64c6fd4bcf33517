"""What ships with newsroom: its own paper, its sample issues and the templates."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_root() -> Path:
    """The folder of `newsroom.yaml`, `issues/` and `templates/`: in a wheel, an editable install or a checkout."""
    in_wheel = _PACKAGE / "shipped"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent


def new_newsroom_files(language: str) -> dict[str, bytes]:
    """The files that a new newsroom of that language starts with: its settings and its templates."""
    root = shipped_root()
    templates = root / "templates" / language
    settings = root / "newsroom.yaml" if _is_project_language(language) else templates / "newsroom.yaml"
    files = {"newsroom.yaml": settings.read_bytes()}
    for name in ("issue.yaml", "article.md"):
        files[f"templates/{language}/{name}"] = (templates / name).read_bytes()
    return files


def sample_issue_files(language: str) -> dict[str, bytes]:
    """The files of the sample issue in that language, by their paths in a newsroom."""
    root = shipped_root()
    home = root if _is_project_language(language) else root / "templates" / language
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted((home / "issues").rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(home).parts)
    }


def _is_project_language(language: str) -> bool:
    """The project's own root is a Chinese newsroom; the other languages lie in `templates/`."""
    return language == "zh-CN"
