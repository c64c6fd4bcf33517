"""Judging issues, one after the other: what was kept of an issue is taken where nothing in it changed."""

import json
import time
from dataclasses import dataclass
from typing import Any

from newsroom.model.article import Article, Unreadable
from newsroom.model.digest import digest_of
from newsroom.model.digest import to_row as digest_row
from newsroom.model.finding import to_row
from newsroom.rules.engine import Judge
from newsroom.storage.files import fingerprint
from newsroom.storage.issue_state import IssueState
from newsroom.storage.newsroom import Newsroom
from newsroom.storage.verdicts import Judged, Verdicts

_TOGETHER = 32  # articles that are read, then judged, in one go: what each step needs is at hand then


@dataclass(frozen=True)
class Bench:
    """What judging an issue takes. `version` is that of the rules and the settings."""

    newsroom: Newsroom
    judge: Judge
    verdicts: Verdicts
    version: str

    def read(self, state: IssueState, *, judged: bool) -> Judged:
        """Read an issue and, unless only its digests are wanted, judge its articles. What is known of one is taken."""
        return _Reading(self, state).result(judged=judged)


class _Reading:
    """One issue being read, an article at a time: what is kept of one is of the very content that was judged."""

    def __init__(self, bench: Bench, state: IssueState) -> None:
        self.bench = bench
        self.state = state
        self.issue, self.fault = bench.newsroom.issue_and_fault(state.id)
        rest = state.rest or str(time.time_ns())
        self.env = fingerprint(
            "\0".join((bench.version, rest, self.issue.text, repr(self.fault))).encode("utf-8", "replace")
        )
        self.seen = bench.verdicts.files(state.id)
        self.kept = bench.verdicts.digests(state.id, self.env)

    def result(self, *, judged: bool) -> Judged:
        state, env = self.state, self.env
        findings, rows = self._known_findings() if judged else ({}, [])
        if judged and self.fault:
            rows = [row for row in rows if row[2] != self.fault.path]
            rows += map(to_row, self.bench.judge.article(self.fault, self.issue))
        hashes: dict[str, str] = {}
        digests: dict[str, tuple[str, object]] = {}
        names = list(state.files)
        for at in range(0, len(names), _TOGETHER):
            fresh: dict[str, bytes | Unreadable] = {}
            for name in names[at : at + _TOGETHER]:
                content, told = self._content(name, state.files[name])
                digest = self.kept.get(name)
                if (judged and findings.get(name) != told) or digest is None or digest[0] != told:
                    if content is None:
                        content, told = self._read(name)
                    fresh[name], digest = content, None
                hashes[name], digests[name] = told, digest or (told, None)
            articles = {name: self._article(name, content) for name, content in fresh.items()}
            digests |= {name: (hashes[name], self._digest(article)) for name, article in articles.items()}
            if judged:
                rows += self._judged([it for name, it in articles.items() if findings.get(name) != hashes[name]])
        files = {name: (stamp, hashes[name]) for name, stamp in state.files.items()}
        content_hash = fingerprint((env + repr(hashes)).encode("utf-8", "replace"))
        one = Judged(state.id, state.stamp, content_hash, env, files, json.dumps(digests), len(files))
        if judged:
            one.findings, one.by_name = json.dumps(rows), hashes
        return one

    def _judged(self, articles: list[Article | Unreadable]) -> list[list[Any]]:
        return [to_row(finding) for found in self.bench.judge.articles(articles, self.issue) for finding in found]

    def _known_findings(self) -> tuple[dict[str, str], list[list[Any]]]:
        """What was found in articles that are still the same, and the hashes of those."""
        env, hashes, rows = self.bench.verdicts.found(self.state.id)
        if env != self.env:
            return {}, []
        folder = f"{self.issue.path}/articles/"
        same = {name: told for name, told in hashes.items() if self._told(name) == told}
        return same, [row for row in rows if row[2].removeprefix(folder) in same]

    def _told(self, name: str) -> str:
        return self._content(name, self.state.files[name])[1] if name in self.state.files else ""

    def _content(self, name: str, stamp: str) -> tuple[bytes | Unreadable | None, str]:
        """The content of an article's file and its hash; of one whose stamp is as it was, only the hash."""
        seen, told = self.seen.get(name, ("", ""))
        return (None, told) if stamp and stamp == seen else self._read(name)

    def _read(self, name: str) -> tuple[bytes | Unreadable, str]:
        content = self.bench.newsroom.article_content(self.state.id, name)
        return content, fingerprint(content if isinstance(content, bytes) else content.cause.encode())

    def _article(self, name: str, content: bytes | Unreadable) -> Article | Unreadable:
        if isinstance(content, Unreadable):
            return content
        return self.bench.newsroom.article_of(content, self.state.id, name)

    def _digest(self, article: Article | Unreadable) -> list[Any] | None:
        """Nothing of a file that can not be read, nor of killed copy."""
        if isinstance(article, Unreadable) or article.status == "killed":
            return None
        return digest_row(digest_of(article, self.issue, self.bench.newsroom.paper.language))
