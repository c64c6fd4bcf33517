"""Checkers of Markdown that others wrote, and a setting of theirs for articles: remark and markdownlint-cli2."""

import json
import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = (
    "remark-cli", "remark-frontmatter", "remark-lint-frontmatter-schema", "remark-preset-lint-recommended",
    "markdownlint-cli2",
)  # fmt: skip
REMARK, MARKDOWNLINT = "remark with frontmatter-schema", "markdownlint-cli2"
ARTICLES = "*/issues/*/articles/*.md"
_OUTSIDE = dict(os.environ)  # npm's own settings may stand in the home that we leave

_TEXT = {"type": "string"}
_PERSON = {"type": "object", "properties": {"role": _TEXT, "name": _TEXT}, "required": ["name"]}
_PHOTO = {
    "type": "object",
    "properties": {"file": _TEXT, "caption": _TEXT, "credit": _TEXT},
    "required": ["file", "caption", "credit"],
}
_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {
        **dict.fromkeys(("kicker", "deck", "column", "credit_line", "source", "dateline"), _TEXT),
        "headline": {"type": "string", "minLength": 1, "maxLength": 100},
        "section": {"enum": ["要闻", "社会", "News", "Business"]},
        "page": {"type": ["string", "integer"]},
        "kind": {"enum": ["story", "brief", "photo", "commentary", "notice"]},
        "status": {"enum": ["draft", "submitted", "approved", "published", "killed"]},
        "byline": {"type": "array", "items": _PERSON},
        "photos": {"type": "array", "items": _PHOTO},
    },
    "required": ["headline", "section", "byline"],
}


def install_peers(folder: Path) -> str:
    """Put the two, set up for the newsrooms in `folder`, into it, unless they are there; or say why this can not be."""
    (folder / "article.schema.json").write_text(json.dumps(_SCHEMA))
    schema = ["remark-lint-frontmatter-schema", {"schemas": {"./article.schema.json": [f"./{ARTICLES}"]}}]
    plugins = ["remark-frontmatter", schema, "remark-preset-lint-recommended"]
    (folder / ".remarkrc.json").write_text(json.dumps({"plugins": plugins}))
    if all((folder / "node_modules" / name).is_dir() for name in PACKAGES):
        return ""
    if not shutil.which("npm"):
        return "npm is not installed here"
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES]
    done = subprocess.run(command, env=_OUTSIDE, capture_output=True, text=True, check=False)
    return f"npm could not install them: {done.stderr.strip()[-300:]}" if done.returncode else ""


def peer_commands(folder: Path, newsroom: str) -> dict[str, list[str]]:
    """What each is called with, in `folder`, to look at the articles of one newsroom in it."""
    files = ARTICLES.replace("*", newsroom, 1)
    programs = folder / "node_modules" / ".bin"
    return {
        REMARK: [str(programs / "remark"), "--frail", "--quiet", files],
        MARKDOWNLINT: [str(programs / "markdownlint-cli2"), files],
    }


def versions(folder: Path) -> str:
    """What is measured against."""
    found = {name: json.loads((folder / "node_modules" / name / "package.json").read_text()) for name in PACKAGES}
    return ", ".join(f"{name} {package['version']}" for name, package in found.items())
