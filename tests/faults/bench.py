"""Tries one fault after another: a fresh newsroom, a command with the fault, one more command, and a look at it all."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.faults.control import Kind, build
from tests.faults.driver import Driver, Ended
from tests.faults.scenarios import RECOVERING, Scenario, interfere, lay_out, scenarios
from tests.faults.state import State, is_kept, is_under_way, litter, state

_DATE = "2022-10-11T20:00:00+08:00"  # always the same, so that the same commits are made, call by call


@dataclass(frozen=True)
class Expected:
    """What there is before a command, and what there may be one command behind it: all as if it never was, or all done.

    `calls` are the command's that change files, one after the other; `commit` is the one that it makes.
    """

    calls: Sequence[str]
    commit: str
    start: State
    undone: State
    done: State


@dataclass(frozen=True)
class Outcome:
    """What was wrong, if anything; how the command ended, whether it had begun, and whether it is done now."""

    problems: list[str]
    ended: Ended
    was_begun: bool
    is_done: bool


class Bench:
    """A folder with a prepared newsroom for each scenario, and the process that runs commands on copies of them."""

    def __init__(self, folder: Path) -> None:
        home, self.root = folder / "home", folder / "work" / "paper"
        home.mkdir(parents=True)
        (home / ".gitconfig").write_text("[user]\n\tname = 周一新\n\temail = desk@example.com\n")
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "LANG": "C.UTF-8",
            "NEWSROOM_LANG": "en",
            "PYTHONDONTWRITEBYTECODE": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": _DATE,
            "GIT_COMMITTER_DATE": _DATE,
        }
        self.scenarios = scenarios(self.root.parent)
        self._prepared = folder / "prepared"
        self._expected = dict[str, Expected]()
        self._driver = Driver(folder, build(folder), self.environment)

    def close(self) -> None:
        self._driver.close()

    def prepare(self, scenario: Scenario) -> None:
        """A fresh newsroom, in which the scenario's command can be run."""
        prepared, work = self._prepared / scenario.name, self.root.parent
        shutil.rmtree(work, ignore_errors=True)
        if prepared.exists():
            shutil.copytree(prepared, work)
        else:
            lay_out(work, self.environment)
            for command in scenario.before:
                self._well(self._driver.run(self.root, command))
            interfere(self.root, self.environment)
            shutil.copytree(work, prepared)
        subprocess.run(["git", "status"], cwd=self.root, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def expected(self, scenario: Scenario) -> Expected:
        """What is there without faults."""
        if scenario.name not in self._expected:
            self.prepare(scenario)
            start = self._state()
            self._well(self._driver.run(self.root, RECOVERING))
            undone = self._state()
            self.prepare(scenario)
            calls = self._well(self._run(scenario)).calls
            commit = self._state().history[0]
            assert commit not in start.history, "a command that does nothing proves nothing"
            self._well(self._driver.run(self.root, RECOVERING))
            assert litter(self.root, self.environment) == []
            self._expected[scenario.name] = Expected(calls, commit, start, undone, self._state())
        return self._expected[scenario.name]

    def fault(self, scenario: Scenario, kind: Kind, point: int) -> Outcome:
        """Run the command with a fault at its call number `point`, then one without, and look."""
        return self.broken_off(scenario, lambda: self._run(scenario, kind, point))

    def killed_twice(self, scenario: Scenario, point: int, again: int) -> Outcome:
        """The command is killed, what comes next is killed at its call `again`, and only the one behind it is not."""
        return self.broken_off(
            scenario,
            lambda: self._run(scenario, Kind.KILL, point),
            lambda: self._driver.run(self.root, RECOVERING, Kind.KILL, again),
        )

    def run_once_more(self, scenario: Scenario, point: int) -> Outcome:
        """The command is killed, and run once more where its commit is not there, as people do."""
        commit = self.expected(scenario).commit
        outcome = self.broken_off(
            scenario,
            lambda: self._run(scenario, Kind.KILL, point),
            lambda: self._driver.run(self.root, RECOVERING) if commit in self._state().history else self._run(scenario),
        )
        if outcome.is_done:
            return outcome
        return replace(outcome, problems=[*outcome.problems, "it was run once more, and is not done"])

    def put_in_again(self, scenario: Scenario, point: int) -> Outcome:
        """The command is killed, and the doctor asked to put the text in again that was rescued."""
        outcome = self.broken_off(
            scenario,
            lambda: self._run(scenario, Kind.KILL, point),
            lambda: self._driver.run(self.root, ["doctor", "--fix"]),
        )
        if outcome.is_done or not (outcome.was_begun and scenario.texts):
            return outcome
        return replace(outcome, problems=[*outcome.problems, "it was rescued, and not put in again"])

    def broken_off(
        self, scenario: Scenario, command: Callable[[], Ended], then: Callable[[], Ended] | None = None
    ) -> Outcome:
        """A command that is broken off in some way, then perhaps another one, then one that recovers; and a look."""
        expected = self.expected(scenario)
        self.prepare(scenario)
        ended = command()
        found, was_under_way = self._state(), is_under_way(self.root)
        said = then().said if then else ""
        recovered = self._driver.run(self.root, RECOVERING)
        said, now = said + recovered.said, self._state()
        is_done = expected.commit in now.history
        problems = _of_the_command(ended, had_commit=expected.commit in found.history, is_done=is_done)
        if recovered.code or recovered.left:
            problems.append(f"the next command: exit code {recovered.code}: {recovered.said.strip()}")
        right = (expected.done if is_done else expected.undone).without_folders_of(expected.start)
        if difference := now.without_folders_of(expected.start).difference(right):
            problems.append(f"not as it was {'behind' if is_done else 'before'} the command: {difference}")
        # So long as nothing was begun, nothing of it can be lost: what was given is where it was given from.
        was_begun = was_under_way or found.difference(expected.start) != ""
        if not is_done and (was_begun or _has_kept(ended)) and not is_kept(self.root, scenario.texts):
            problems.append("the text is neither committed nor to be found")
        if not is_done and was_begun and scenario.texts and "rescued" not in said:
            problems.append(f"the next command did not say where the text is: {said.strip()}")
        return Outcome([*problems, *litter(self.root, self.environment)], ended, was_begun, is_done)

    def _run(self, scenario: Scenario, kind: Kind = Kind.COUNT, point: int = 0) -> Ended:
        return self._driver.run(self.root, scenario.arguments, kind, point, typed=scenario.typed)

    def _well(self, ended: Ended) -> Ended:
        assert ended.code == 0, ended.said
        return ended

    def _state(self) -> State:
        return state(self.root, self.environment)


def _has_kept(ended: Ended) -> bool:
    """Whether what was typed had been kept when the fault came."""
    return any(" -> .git/newsroom/kept/" in call for call in ended.calls[: ended.point - 1])


def _of_the_command(ended: Ended, *, had_commit: bool, is_done: bool) -> list[str]:
    """What a command itself did wrong."""
    problems = []
    if not ended.has_fired:
        problems.append(f"it made only {len(ended.calls)} calls, and no fault came")
    if ended.left:
        problems.append("a process of it was left")
    if ended.was_killed:
        return problems
    if ended.code not in (0, 3) or "Traceback" in ended.said:
        problems.append(f"exit code {ended.code}: {ended.said.strip()}")
    if ended.code == 0 and not (had_commit and is_done):
        problems.append(f"it said 0, and its commit is not there: {ended.said.strip()}")
    if ended.code and (had_commit or is_done):
        problems.append(f"it said {ended.code}, and its commit is there: {ended.said.strip()}")
    return problems
