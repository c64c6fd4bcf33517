"""A commit of the newsroom's history in JSON."""

from newsroom.cli.change_words import when
from newsroom.desk.article_log import Entry


def entry_json(entry: Entry) -> dict[str, object]:
    """A commit, and what it did to each article, plan and photo."""
    commit = entry.commit
    return {
        "commit": commit.id,
        "date": when(entry).isoformat(),
        "author": commit.author,
        "committer": commit.committer,
        "action": commit.action,
        "subject": commit.subject,
        "changes": [
            {
                "sort": change.sort,
                "what": change.what,
                "path": change.path,
                "issue": change.issue,
                "id": change.id,
                "from": change.was,
                "title": change.article.title if change.article else "",
                "fields": [
                    {"field": field.field, "before": field.before, "after": field.after, "file": field.file}
                    for field in change.fields
                ],
            }
            for change in entry.changes
        ],
    }
