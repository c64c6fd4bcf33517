"""Validating: every rule on every article that is asked for, and on the issues they are in."""

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.targets import Target
from newsroom.desk.workers import in_parallel
from newsroom.locale import _, spoken
from newsroom.model.article import Article, Unreadable
from newsroom.model.digest import Digest
from newsroom.model.digest import from_row as digest_from
from newsroom.model.finding import Finding, Report, from_row, to_row
from newsroom.model.issue import POOL, Issue
from newsroom.storage.files import fingerprint
from newsroom.storage.issue_state import IssueState, look_at
from newsroom.storage.newsroom import PLAN, SETTINGS, Newsroom, issue_and_name
from newsroom.storage.verdicts import Judged, Verdict, Verdicts, version_of

if TYPE_CHECKING:
    from newsroom.desk.judging import Bench

RECENT = 14  # issues before one, in which the rules look for the same story and for how names are spelt
_AT_ONCE = 50  # issues that are kept in one go

# Told how many of how many issues are done.
Progress = Callable[[int, int], None]


def validate(
    newsroom: Newsroom, targets: Sequence[Target], stage: str, *, cache: bool = True, progress: Progress | None = None
) -> Report:
    """Judge what `targets` name as if it were handed in at `stage`, or each article at its own (`current`).

    Rules about issues are asked where a whole issue is named.

    Raises:
        Refused: `newsroom.yaml` can not be read, or an issue is not there.
    """
    run = _Run(newsroom, stage, cache=cache)
    try:
        articles, findings = 0, list[Finding]()
        for target in targets:
            if target.names is not None:
                articles += len(target.names)
                findings += run.articles(target.issue_id, target.names)
        whole = [target.issue_id for target in targets if target.names is None]
        for count, found in run.issues(whole, progress or (lambda _done, _all: None)):
            articles += count
            findings += found
        remarks = run.remarks()
    finally:
        run.verdicts.close()
    waived = [finding for finding in findings if finding.waiver]
    return Report(articles, [finding for finding in findings if not finding.waiver], waived, remarks)


@dataclass(slots=True)
class _Passed:
    """An issue that was gone through; its digests are read when a later issue is compared with them."""

    id: str
    content: str
    digests: list[Digest] | None = None
    plan: Issue | None = None


class _Run:
    def __init__(self, newsroom: Newsroom, stage: str, *, cache: bool) -> None:
        self.newsroom = newsroom
        self.stage = stage
        self.verdicts = Verdicts(newsroom.root, f"{stage} {spoken()}", use=cache)
        self.version = version_of(newsroom.settings)
        self._bench: Bench | None = None

    @property
    def bench(self) -> "Bench":
        """Made when there is something to judge: where nothing changed, not one rule is imported."""
        if self._bench is None:
            from newsroom.desk.judging import Bench
            from newsroom.rules.engine import Judge

            judge = Judge(self.newsroom.paper, self.stage)
            self._bench = Bench(self.newsroom, judge, self.verdicts, self.version)
        return self._bench

    def remarks(self) -> list[str]:
        """What is wrong in the settings of the rules."""
        said = self.verdicts.remarks(self.version)
        if said is None:
            from newsroom.desk.setting_faults import setting_faults

            faults = setting_faults(self.newsroom.paper)
            said = [_("{path}, line {line}: {what}", path=SETTINGS, line=line, what=what) for line, what in faults]
            self.verdicts.keep_remarks(self.version, said)
        return said

    def articles(self, issue_id: str, names: Sequence[str]) -> Iterator[Finding]:
        """What is found in single articles of an issue."""
        issue, fault = self.newsroom.issue_and_fault(issue_id)
        files: list[Article | Unreadable] = [self.newsroom.article_at(issue_id, name) for name in names]
        for file in [fault, *files] if fault else files:
            yield from self.bench.judge.article(file, issue)

    def issues(self, wanted: Sequence[str], progress: Progress) -> Iterator[tuple[int, list[Finding]]]:
        """How many articles each issue has, and what is found in them and in it, from the oldest issue on."""
        order, asked = _with_recent(self.newsroom, wanted), frozenset(wanted)
        known = self.verdicts.known(min(order), max(order)) if order else {}
        states = {issue_id: look_at(self.newsroom.root, issue_id, self.version) for issue_id in order}
        fresh = [
            (states[issue_id], issue_id in asked)
            for issue_id in order
            if not _is_known(known.get(issue_id), states[issue_id], judged=issue_id in asked)
        ]
        if fresh:
            _made = self.bench  # before any worker is forked
        recent = deque[_Passed](maxlen=RECENT)
        kept, about = list[Judged](), list[tuple[str, str, str]]()
        read = in_parallel(self._read, fresh, size=sum(len(state.files) for state, _judged in fresh))
        is_fresh = {state.id for state, _judged in fresh}
        for number, issue_id in enumerate(order):
            judged = next(read) if issue_id in is_fresh else None
            verdict = known.get(issue_id)
            if judged:
                kept.append(judged)
            passed = _Passed(issue_id, judged.content if judged else verdict.content if verdict else "")
            if judged:
                passed.digests = _digests(json.loads(judged.digests))
            if issue_id in asked:
                findings = _findings(judged.findings if judged else verdict.findings if verdict else "")
                ours = deque[_Passed]() if issue_id == POOL else recent
                key = fingerprint(repr([passed.content, *(one.content for one in ours)]).encode())
                if verdict and verdict.key == key:
                    findings += _findings(verdict.about)
                else:
                    whole = self._about(passed, ours)
                    about.append((issue_id, key, json.dumps([to_row(finding) for finding in whole])))
                    findings += whole
                yield judged.articles if judged else verdict.articles if verdict else 0, _in_order(findings)
            if issue_id != POOL:
                recent.appendleft(passed)
            if len(kept) + len(about) >= _AT_ONCE:
                self.verdicts.keep(kept, about)
                kept, about = [], []
            progress(number + 1, len(order))
        if kept or about:
            self.verdicts.keep(kept, about)

    def _read(self, state: IssueState, judged: bool) -> Judged:
        return self.bench.read(state, judged=judged)

    def _about(self, passed: _Passed, recent: Sequence[_Passed]) -> list[Finding]:
        """What the rules about issues find in one."""
        from newsroom.rules.rule import IssueCopy

        newsroom = self.newsroom
        for one in (passed, *recent):
            if one.digests is None:
                one.digests = _digests(self.verdicts.digests(one.id))
            one.plan = one.plan or newsroom.issue_and_fault(one.id)[0]
        copy = IssueCopy(
            passed.plan or newsroom.issue(passed.id),
            newsroom.paper,
            passed.digests or (),
            [digest for one in recent for digest in one.digests or ()],
            [one.plan for one in recent if one.plan],
        )
        return self.bench.judge.issue(copy, self._find)

    def _find(self, path: str) -> Article | None:
        article = self.newsroom.article_at(*issue_and_name(path))
        return article if isinstance(article, Article) else None


def _with_recent(newsroom: Newsroom, wanted: Sequence[str]) -> list[str]:
    """The issues wanted, in order, each behind those that it is compared with."""
    ids = newsroom.issue_ids()
    dated = [issue_id for issue_id in ids if issue_id != POOL]
    at = {issue_id: number for number, issue_id in enumerate(dated)}
    needed = {number for one in wanted if one in at for number in range(max(0, at[one] - RECENT), at[one] + 1)}
    return [dated[number] for number in sorted(needed)] + [one for one in wanted if one not in at]


def _is_known(verdict: Verdict | None, state: IssueState, *, judged: bool) -> bool:
    if verdict is None or not state.stamp or verdict.stamp != state.stamp:
        return False
    return not judged or verdict.judged == verdict.content


def _findings(text: str | None) -> list[Finding]:
    return [from_row(row) for row in json.loads(text)] if text and text != "[]" else []


def _digests(rows: dict[str, list[object]]) -> list[Digest]:
    return [digest_from(row) for _content, row in rows.values() if isinstance(row, list)]


def _in_order(findings: list[Finding]) -> list[Finding]:
    """By article, the plan first, and by line."""
    return sorted(findings, key=lambda it: (not it.path.endswith(f"/{PLAN}"), it.path, it.line, it.column))
