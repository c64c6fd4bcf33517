"""What was printed stays on record."""

from newsroom.errors import Refused
from newsroom.locale import _
from newsroom.model.article import Article


def check_not_published(article: Article) -> None:
    """See that an article may leave its issue.

    Raises:
        Refused: it is published.
    """
    if article.status == "published":
        raise Refused(
            "published",
            _("“{title}” is published: what was printed stays in its issue.", title=article.title),
            _(
                "If it was never printed, say so first: newsroom article edit {article} --set status=approved",
                article=f"{article.issue}/{article.id}",
            ),
        )
