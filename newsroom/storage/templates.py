"""Templates for new issues and articles: the newsroom's own where it has one, else those that ship."""

from pathlib import Path

from newsroom.errors import Malformed, Refused
from newsroom.locale import _
from newsroom.storage.files import read_text
from newsroom.storage.shipped import shipped_root


def render(root: Path, language: str, name: str, **values: object) -> str:
    """The template `name` (`issue.yaml`, `article.md`) of that language, filled in.

    A template can read the values and nothing else: it runs in Jinja2's sandbox.

    Raises:
        Refused: the template is at fault; says which and where.
    """
    path = template_path(root, language, name)
    try:
        source = read_text(path)
    except Malformed as fault:
        raise bad_template(path, fault.line, fault.message) from None
    if "{" not in source:  # most are plain text, and importing Jinja2 is felt
        return source

    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)
    try:
        return environment.from_string(source).render(values)
    except Exception as error:  # what a template computes can go wrong in as many ways as Python
        why = getattr(error, "message", None) or str(error) or type(error).__name__
        raise bad_template(path, getattr(error, "lineno", None) or 1, why) from None


def bad_template(path: Path, line: int, why: str) -> Refused:
    """The refusal of a template, for what is found only in what it makes, too."""
    return Refused(
        "bad-template",
        _("The template {path} can not be used, line {line}: {why}.", path=path, line=line, why=why),
        _("Mend it, or delete it to use the one that ships with newsroom."),
    )


def template_path(root: Path, language: str, name: str) -> Path:
    """The newsroom's own template of that name where it has one, else the one that ships."""
    own = root / "templates" / language / name
    return own if own.is_file() else shipped_root() / "templates" / language / name
