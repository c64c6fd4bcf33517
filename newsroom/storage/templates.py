"""Templates for new issues and articles: the newsroom's own where it has one, else those that ship."""

from pathlib import Path

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.storage.files import read_text
from newsroom.storage.shipped import shipped_root


def render(root: Path, language: str, name: str, **values: object) -> str:
    """The template `name` (`issue.yaml`, `article.md`) of that language, filled in.

    A template can read the values and nothing else: it runs in Jinja2's sandbox.

    Raises:
        Refused: the template is at fault; says which and where.
    """
    own = root / "templates" / language / name
    path = own if own.is_file() else shipped_root() / "templates" / language / name
    source = read_text(path)
    if "{" not in source:  # most are plain text, and importing Jinja2 is felt
        return source

    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)
    try:
        return environment.from_string(source).render(values)
    except TemplateError as error:
        raise Refused(
            "bad-template",
            _(
                "The template {path} can not be used, line {line}: {why}.",
                path=path,
                line=getattr(error, "lineno", None) or 1,
                why=error.message or type(error).__name__,
            ),
            _("Mend it, or delete it to use the one that ships with newsroom."),
        ) from None
