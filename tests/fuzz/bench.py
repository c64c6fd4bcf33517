"""A newsroom in which one file after the other is a stranger's, and is judged as `newsroom validate` judges it."""

import resource
import subprocess
import time
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from newsroom.desk.fix import plan_fixes
from newsroom.desk.targets import all_targets
from newsroom.desk.validate import validate
from newsroom.errors import NewsroomError
from newsroom.locale import LANGUAGES, speak
from newsroom.rules.stages import CURRENT, STAGES
from newsroom.storage.newsroom import Newsroom
from tests.fuzz.checks import problems, said
from tests.fuzz.copy import BODIES, FRONTS, body_case, front_case
from tests.fuzz.pictures import picture_case
from tests.fuzz.settings import PAPERS, PLAN, REGISTER, settings_case
from tests.support.desk import ARTICLE, photo_bytes

KINDS = ("front", "body", "picture", "settings")
SLOWEST, LARGEST = 2.0, 512 * 1024  # seconds, KiB
_ISSUE = "issues/2022-10-12"
_STORY = f"{_ISSUE}/articles/story.md"
_TRIES = 80  # to make a case smaller


@dataclass(frozen=True)
class Case:
    """A case by its kind and number: the same ones make the same files."""

    kind: str
    number: int
    seed: int

    @property
    def dice(self) -> Random:
        return Random(f"{self.seed} {self.kind} {self.number}")  # noqa: S311

    @property
    def language(self) -> str:
        return ("zh-CN", "zh-CN", "en")[self.number % 3]

    def files(self) -> dict[str, bytes]:
        """What is put into the newsroom, by its path."""
        dice = self.dice
        match self.kind:
            case "front":
                return {_STORY: front_case(self.language, dice)}
            case "body":
                return {_STORY: body_case(self.language, dice)}
            case "picture":
                return {f"{_ISSUE}/photos/sowing.jpg": picture_case(dice)}
        return settings_case(self.language, dice)


@dataclass
class Outcome:
    """What came of a case."""

    problems: list[str] = field(default_factory=list)
    seconds: float = 0
    kibibytes: int = 0
    is_refused: bool = False


class Bench:
    """Two newsrooms, a Chinese and an English one."""

    def __init__(self, folder: Path, *, slowest: float = SLOWEST, largest: int = LARGEST) -> None:
        self._slowest, self._largest = slowest, largest
        self._roots = {language: folder / language for language in PAPERS}
        self._usual: dict[str, dict[str, bytes]] = {}
        for language, root in self._roots.items():
            story = f"---\n{FRONTS[language]}---\n" + "\n\n".join(BODIES[language]) + "\n"
            self._usual[language] = {
                "newsroom.yaml": PAPERS[language].encode(),
                "register.yaml": REGISTER.encode(),
                f"{_ISSUE}/issue.yaml": PLAN.encode(),
                f"{_ISSUE}/photos/sowing.jpg": photo_bytes(60, 40),
                _STORY: story.encode(),
                "issues/2022-10-11/articles/before.md": ARTICLE.encode(),
            }
            _put(root, self._usual[language])
            subprocess.run(["git", "init", "-q", str(root)], check=True, capture_output=True)

    def attempt(self, case: Case) -> Outcome:
        """Judge a case; what is wrong with it comes with the smallest file in which it is still wrong."""
        return self.judge(case, case.files())

    def judge(self, case: Case, files: Mapping[str, bytes]) -> Outcome:
        """Judge files in the place of the usual ones, which are put back then."""
        root, usual = self._roots[case.language], self._usual[case.language]
        _put(root, files)
        outcome = Outcome()
        try:
            outcome.problems += self._problems(root, case.dice, outcome)
        except NewsroomError:
            outcome.is_refused = True
        except Exception:
            outcome.problems.append(traceback.format_exc(limit=-4))
        for path in files:
            (root / path).unlink()
        _put(root, {path: usual[path] for path in files if path in usual})
        outcome.kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if outcome.kibibytes > self._largest:
            outcome.problems.append(f"{outcome.kibibytes // 1024} MiB")
        return outcome

    def _problems(self, root: Path, dice: Random, outcome: Outcome) -> Iterator[str]:
        speak(dice.choice(LANGUAGES))
        is_kept, is_mended = dice.random() < 0.1, dice.random() < 0.1  # which take their time
        stage = dice.choice((*STAGES, CURRENT))
        reports = []
        for cache in (False, True, True) if is_kept else (False,):
            start = time.process_time()
            newsroom = Newsroom(root)
            report = validate(newsroom, all_targets(newsroom), stage, cache=cache)
            reports.append(report)
            yield from self._timed(outcome, start, "validate")
        if any(said(report) != said(reports[0]) for report in reports):
            yield "what was kept says something else"
        start = time.process_time()
        yield from problems(reports[0], newsroom)
        yield from self._timed(outcome, start, "reports")
        if is_mended:
            start = time.process_time()
            plan_fixes(newsroom, reports[0], stage)
            yield from self._timed(outcome, start, "--fix", 4)  # it judges what it mended anew, up to three times

    def _timed(self, outcome: Outcome, start: float, what: str, times: int = 1) -> Iterator[str]:
        seconds = time.process_time() - start
        outcome.seconds = max(outcome.seconds, seconds / times)
        if seconds > self._slowest * times:
            yield f"{what} takes {seconds:.1f} s"

    def smaller(self, case: Case) -> dict[str, bytes]:
        """The files of a case that is wrong, with what can be left out of them left out, as far as a few tries go."""
        files, tries = case.files(), 0
        for path in list(files):
            step = len(files[path]) // 2
            while step and tries < _TRIES:
                at = 0
                while at < len(files[path]) and tries < _TRIES:
                    tries += 1
                    less = files | {path: files[path][:at] + files[path][at + step :]}
                    if self.judge(case, less).problems:
                        files = less
                    else:
                        at += step
                step //= 2
        return files


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
