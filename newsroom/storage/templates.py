"""Templates for new issues and articles: the newsroom's own where it has one, else those that ship.

They are Jinja2, filled in by a program of its own, `template_child.py`: whatever a template does, it ends, and can
neither read nor write a file.
"""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsroom.errors import Malformed, Refused
from newsroom.locale import _, listed
from newsroom.model.text import normal, one_line
from newsroom.storage.files import decode_text, read_text
from newsroom.storage.shipped import shipped_root

SECONDS = 5  # that a template may take; most take a tenth of one
MOST = 1024 * 1024  # letters that it may make

_CHILD = Path(__file__).with_name("template_child.py")
_ARTICLE = "article.md"


def render(root: Path, language: str, name: str, **values: str | int) -> str:
    """The template `name` (`issue.yaml`, `article.md`) of that language, filled in.

    Raises:
        Refused: the template is at fault; says which and where.
    """
    path = template_path(root, language, name)
    try:
        source = normal(read_text(path))
        if not re.search(r"\{[{%#]", source):  # most are plain text, and to start another program is felt
            return source
        return decode_text(_filled_in(path, source, values).encode())
    except Malformed as fault:
        raise bad_template(path, fault.line, fault.message) from None


def article_template(root: Path, language: str, kind: str) -> str:
    """The name of the template for that kind: `article-KIND.md` where the newsroom has one, else the general one.

    It is looked for among the names in the folder: whatever a kind is called, it can not lead out of there.
    """
    wanted = unicodedata.normalize("NFC", f"article-{kind}.md")
    try:
        names = [path.name for path in _folder(root, language).iterdir()]
    except OSError:
        return _ARTICLE
    return next((name for name in names if unicodedata.normalize("NFC", name) == wanted), _ARTICLE)


def template_path(root: Path, language: str, name: str) -> Path:
    """The newsroom's own template of that name where it has one, else the one that ships."""
    own = _folder(root, language) / name
    return own if own.is_file() else shipped_root() / "templates" / language / name


def bad_template(path: Path, line: int, why: str) -> Refused:
    """The refusal of a template, for what is found only in what it makes, too; line 0 is one that is not known."""
    name = "/".join(path.parts[-3:])  # as it stands in the newsroom
    return Refused(
        "bad-template",
        _("The template {path} can not be used, line {line}: {why}.", path=name, line=line, why=why)
        if line
        else _("The template {path} can not be used: {why}.", path=name, why=why),
        _("Mend it, or delete it to use the one that ships with newsroom."),
    )


def _folder(root: Path, language: str) -> Path:
    return root / "templates" / language


def _filled_in(path: Path, source: str, values: Mapping[str, str | int]) -> str:
    clean = {name: one_line(value) if isinstance(value, str) else value for name, value in values.items()}
    request = json.dumps({"source": source, "values": clean, "seconds": SECONDS, "most": MOST})
    # -P: what lies beside the program can not take the place of a library.
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(command, input=request.encode(), capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise bad_template(path, 0, _("it takes longer than {count} seconds", count=SECONDS)) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:  # it was ended before it could answer
        raise bad_template(path, 0, _("it can not be filled in ({why})", why=f"exit {done.returncode}")) from None
    if "text" in answer:
        return str(answer["text"])
    raise bad_template(path, answer["line"], _why(answer["fault"], answer["why"], values))


def _why(fault: str, why: str, known: Iterable[str]) -> str:
    if fault == "undefined":
        return _("it has no value {name}; known are: {known}", name=why, known=listed(known))
    if fault == "too-large":
        return _("it makes more than {count} MB", count=MOST // 2**20)
    if fault == "memory":
        return _("it needs more memory than a template may have")
    if fault == "forbidden":
        return _("it reaches for what a template may not have ({why})", why=why)
    if fault == "syntax":
        return _("it is not written as Jinja2 wants it ({why})", why=why)
    return _("it can not be filled in ({why})", why=why)
