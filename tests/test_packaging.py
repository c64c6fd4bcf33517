"""What ships: the sample newsroom is found from a checkout and from a wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"import hatchling.build; hatchling.build.build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("newsroom-*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-m", "newsroom", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_newsroom_with_its_sample_issue_starts_from_a_wheel(wheel: Path, tmp_path: Path, language: str) -> None:
    made = run(wheel, tmp_path, "init", "paper", "--name", "Paper", "--language", language, "--sample")
    assert made.returncode == 0, made.stderr
    checked = run(wheel, tmp_path / "paper", "validate", "--format", "json")
    assert checked.returncode == 0
    assert '"articles": 10' in checked.stdout
    assert '"findings": []' in checked.stdout


def test_a_template_is_filled_in_from_a_wheel(wheel: Path, tmp_path: Path) -> None:
    run(wheel, tmp_path, "init", "paper", "--name", "Paper", "--language", "en")
    assert run(wheel, tmp_path / "paper", "issue", "new", "2022-10-12").returncode == 0
    assert "date: 2022-10-12\n" in (tmp_path / "paper/issues/2022-10-12/issue.yaml").read_text()


def test_a_wheel_holds_no_tests_and_the_catalogue(wheel: Path) -> None:
    names = {path.relative_to(wheel).as_posix() for path in wheel.rglob("*")}
    assert "newsroom/locale/zh-CN.json" in names
    assert "newsroom/shipped/newsroom.yaml" in names
    assert not any(name.startswith(("tests", "newsroom/tests")) for name in names)


def test_the_projects_own_root_is_a_newsroom_that_validates_clean() -> None:
    checked = run(ROOT, ROOT, "validate")
    assert checked.returncode == 0, checked.stdout
    assert "10 篇稿件，没有问题。" in checked.stdout
