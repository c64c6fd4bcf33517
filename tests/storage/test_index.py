"""What a prompt can offer from the paper's own life, kept fresh, and never in the way."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import newsroom as package
from newsroom.storage.index import Index, open_index
from newsroom.storage.newsroom import open_newsroom
from tests.support.desk import SETTINGS, Desk

DAY = "2022-10-12"


def story(*byline: str, photo: str = "", column: str = "", dateline: str = "") -> str:
    """An article by people given as `role name`."""
    lines = [f"- {{role: {role}, name: {name}}}" for role, _space, name in (one.partition(" ") for one in byline)]
    text = "---\nheadline: 秋播\n" + ("byline:\n" + "\n".join(lines) + "\n" if lines else "")
    text += f"photos: [{{file: a.jpg, credit: {photo}}}]\n" if photo else ""
    text += f"column: {column}\n" if column else ""
    text += f"dateline: {dateline}\n" if dateline else ""
    return text + "---\n正文。\n"


def named(*names: str) -> str:
    """An article by people whose names are given as YAML, each without a role."""
    return "---\nbyline:\n" + "".join(f"  - name: {name}\n" for name in names) + "---\n正文。\n"


class Archive:
    """A newsroom of articles given by `issue/slug`."""

    def __init__(self, desk: Desk, articles: dict[str, str]) -> None:
        self.desk = desk
        self.file = desk.root / ".git/newsroom/index.sqlite"
        for name, text in articles.items():
            self.write(name, text)

    def path(self, name: str) -> Path:
        issue, slug = name.split("/")
        return self.desk.root / f"issues/{issue}/articles/{slug}.md"

    def write(self, name: str, text: str) -> None:
        """Put a file there in one step, as newsroom and git do, long enough ago to be settled."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(".draft")
        draft.write_text(text, "utf-8")
        draft.replace(path)
        self.settle(path.parent)

    def settle(self, folder: Path) -> None:
        """Let the folder look as if its last change were a minute ago."""
        when = time.time_ns() - 60 * 10**9
        os.utime(folder, ns=(when, when))

    def open(self) -> Index:
        index = open_index(open_newsroom(self.desk.root))
        assert index is not None
        return index

    def known(self) -> Index:
        index = self.open()
        assert index.update()
        return index


@pytest.fixture
def archive(newsroom: Callable[..., Desk]) -> Iterator[Callable[..., Archive]]:
    yield lambda articles=None, **settings: Archive(newsroom(**settings), articles or {})


def people(index: Index, begun: str = "", limit: int = 20) -> list[str]:
    return [str(credit) for credit in index.people(begun, limit)]


def names(index: Index, begun: str = "", limit: int = 20) -> list[str]:
    return [credit.name for credit in index.people(begun, limit)]


def test_the_most_credited_come_first_each_with_the_usual_role(archive: Callable[..., Archive]) -> None:
    index = archive(
        {
            f"{DAY}/a": story("记者 周一新", "通讯员 林小满"),
            f"{DAY}/b": story("通讯员 林小满", photo="[{role: 摄影, name: 林小满}]"),
            "2022-10-13/c": story("记者 周一新", photo="通讯员 林小满"),
            "pool/d": story("记者 林一"),
        }
    ).known()

    assert people(index) == ["通讯员 林小满", "记者 周一新", "记者 林一"]
    assert people(index, "林") == ["通讯员 林小满", "记者 林一"]
    assert people(index, limit=1) == ["通讯员 林小满"]
    assert people(index, "没有") == []
    assert index.usual_role("林小满") == "通讯员"
    assert index.usual_role("没有") == index.usual_role("") == ""


def test_a_role_is_known_where_somebody_had_one_once(archive: Callable[..., Archive]) -> None:
    index = archive(
        {f"{DAY}/a": named("周一新"), f"{DAY}/b": named("周一新"), f"{DAY}/c": story("记者 周一新")}
    ).known()

    assert people(index) == ["记者 周一新"]


def test_credits_are_read_in_every_form_that_an_article_may_have(archive: Callable[..., Archive]) -> None:
    index = archive(
        {
            f"{DAY}/a": "---\n记者: 周一新、林小满\n---\n",
            f"{DAY}/b": "---\nauthor: 本报讯(通讯员 陈远)\n---\n",
            f"{DAY}/c": "---\nbyline: 记者 周一新\n---\n",
        }
    ).known()

    assert people(index) == ["记者 周一新", "记者 林小满", "通讯员 陈远"]


def test_a_western_name_is_found_by_any_of_its_words_in_any_case(archive: Callable[..., Archive]) -> None:
    all_names = ("Dana Marsh", "Mary-Jane O'Neil", "Marcus Webb", "阿依古丽·买买提", "Ana Gomarro", "Émile Roux")
    index = archive({f"{DAY}/a": named(*all_names), f"{DAY}/b": named("Marcus Webb")}).known()

    assert names(index, "mar") == ["Marcus Webb", "Dana Marsh", "Mary-Jane O'Neil", "Ana Gomarro"]
    assert names(index, "MAR", limit=2) == ["Marcus Webb", "Dana Marsh"]
    assert names(index, "neil") == names(index, "mary-j") == names(index, "Mary J") == ["Mary-Jane O'Neil"]
    assert names(index, "dana  m") == ["Dana Marsh"]
    assert names(index, "买") == ["阿依古丽·买买提"]
    assert names(index, "e\u0301m") == ["Émile Roux"]


def test_names_that_begin_so_come_before_those_that_contain_it(archive: Callable[..., Archive]) -> None:
    index = archive({f"{DAY}/a": named("陈小林", "林小满"), f"{DAY}/b": named("陈小林")}).known()

    assert names(index, "林") == ["林小满", "陈小林"]
    assert names(index, "林", limit=1) == ["林小满"]


def test_signs_that_mean_something_to_a_database_are_letters(archive: Callable[..., Archive]) -> None:
    hostile = ("a%b", "a_b", "it's", 'say "so"', "x'); DROP TABLE used; --", "[a-z]*", "?")
    index = archive({f"{DAY}/a": named(*(f"'{name.replace(chr(39), chr(39) * 2)}'" for name in hostile))}).known()

    assert sorted(names(index)) == sorted(hostile)
    assert names(index, "%") == ["a%b"]
    assert names(index, "_") == ["a_b"]
    assert names(index, "x'); DROP") == ["x'); DROP TABLE used; --"]
    assert names(index, "\udce4") == names(index, "\0") == names(index, "\x1b[2J") == []
    assert index.usual_role("\udce4") == ""


def test_what_no_terminal_should_show_is_not_offered(archive: Callable[..., Archive]) -> None:
    long = "长" * 60
    bad = ('"red\\e[31m"', '"\\u202eback"', '"zero\\u200bwidth"', f"{long}长", "''")
    role = '---\nbyline: [{role: "\\e[1m", name: 周一新}]\n---\n'
    good = (long, "张　三", '"two\\nlines"', "Zoe\u0308")
    index = archive({f"{DAY}/a": named(*bad, *good), f"{DAY}/b": role}).known()

    assert sorted(people(index)) == sorted([long, "张 三", "two lines", "Zoë", "周一新"])


def test_columns_and_datelines_come_by_use(archive: Callable[..., Archive]) -> None:
    index = archive(
        {
            f"{DAY}/a": story(column="民生观察", dateline="北山"),
            f"{DAY}/b": story(column="小城故事", dateline="临江"),
            f"{DAY}/c": story(column="小城故事", dateline="临江"),
        }
    ).known()

    assert index.columns("") == ["小城故事", "民生观察"]
    assert index.columns("民") == ["民生观察"]
    assert index.datelines("") == ["临江", "北山"]
    assert index.datelines("江") == ["临江"]
    assert index.people("") == []


def test_what_comes_changes_and_goes_is_seen(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    index = paper.known()
    paper.write(f"{DAY}/b", story("通讯员 林小满"))
    paper.write("pool/c", story("通讯员 林小满", column="秋播一线"))
    assert index.update()
    assert people(index) == ["通讯员 林小满", "记者 周一新"]

    paper.write(f"{DAY}/a", story("实习记者 陈远"))
    paper.path("pool/c").unlink()
    paper.settle(paper.path("pool/c").parent)
    assert index.update()
    assert people(index) == ["通讯员 林小满", "实习记者 陈远"]
    assert index.columns("") == []

    (paper.desk.root / f"issues/{DAY}").rename(paper.desk.root / "issues/draft")
    assert index.update()
    assert people(index) == []


def test_a_file_that_just_came_is_seen_however_coarse_the_clock_is(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    folder = paper.path(f"{DAY}/a").parent
    now = time.time_ns()
    os.utime(folder, ns=(now, now))
    index = paper.known()
    paper.path(f"{DAY}/b").write_text(story("通讯员 林小满"), "utf-8")
    os.utime(folder, ns=(now, now))

    assert index.update()
    assert len(people(index)) == 2


def test_writing_over_a_file_is_seen_in_the_newest_issues(archive: Callable[..., Archive]) -> None:
    days = [f"2022-10-{day:02}" for day in range(1, 32)]
    paper = archive({f"{day}/a": story(f"记者 周{day}") for day in days})
    index = paper.known()
    paper.path("2022-10-31/a").write_text(story("通讯员 林新"), "utf-8")
    paper.path("2022-10-01/a").write_text(story("通讯员 林老"), "utf-8")
    assert index.update()
    assert names(index, "林") == ["林新"]

    paper.write("2022-10-01/b", story("记者 周一新"))
    assert index.update()
    assert names(index, "林") == ["林新", "林老"]


def test_what_the_papers_roles_make_of_a_credit_is_read_again_with_them(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": "---\nbyline: 特写作者周一新\n---\n"})
    with paper.known() as index:
        assert people(index) == ["特写作者周一新"]
    paper.desk.write("newsroom.yaml", SETTINGS.replace("供图", "供图, 特写作者"))

    assert people(paper.known()) == ["特写作者 周一新"]


def test_what_can_not_be_read_is_passed_over_until_it_can(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新"), f"{DAY}/b": "---\nheadline: [\n---\n"})
    outside = paper.desk.write("outside.md", story("记者 陈远"))
    paper.path(f"{DAY}/link").symlink_to(outside)
    paper.desk.write("issues/2022-10-13/articles", "a file")
    (paper.desk.root / "issues/2022-10-14").symlink_to(paper.desk.root / f"issues/{DAY}")
    index = paper.known()
    assert people(index) == ["记者 周一新"]

    paper.write(f"{DAY}/b", story("通讯员 林小满"))
    assert index.update()
    assert len(people(index)) == 2


def test_an_update_goes_on_where_its_time_was_over_the_newest_issue_first(
    archive: Callable[..., Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = archive({f"2022-10-1{day}/a": story(f"记者 周{day}") for day in range(4)})
    index = paper.open()
    assert not index.update(until=time.monotonic())
    assert people(index) == []

    hours = iter(range(100))
    monkeypatch.setattr("newsroom.storage.index.time.monotonic", lambda: next(hours))
    assert not index.update(until=2)
    assert sorted(names(index)) == ["周2", "周3"]
    index.close()

    index = paper.open()
    assert index.update(until=100)
    assert len(people(index)) == 4


def test_settings_that_can_not_be_read_leave_what_is_known(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    paper.known().close()
    paper.desk.write("newsroom.yaml", "name: [\n")
    index = paper.open()

    assert not index.update()
    assert people(index) == ["记者 周一新"]


def test_there_is_no_index_outside_of_a_repository(tmp_path: Path) -> None:
    Desk(tmp_path).write("newsroom.yaml", SETTINGS)

    assert open_index(open_newsroom(tmp_path)) is None


def test_git_does_not_see_it(archive: Callable[..., Archive]) -> None:
    paper = archive()
    paper.known().close()

    assert paper.file.is_file()
    assert paper.desk.is_clean()


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5000, os.urandom(9000)])
def test_a_file_that_is_no_index_is_made_anew(archive: Callable[..., Archive], content: bytes) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    paper.file.parent.mkdir()
    paper.file.write_bytes(content)

    assert people(paper.known()) == ["记者 周一新"]


def test_an_index_of_another_version_is_made_anew(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    paper.file.parent.mkdir()
    other = sqlite3.connect(paper.file)
    other.executescript("CREATE TABLE issue (a); PRAGMA user_version = 99")
    other.close()

    assert people(paper.known()) == ["记者 周一新"]


def test_an_index_that_is_spoilt_inside_is_made_anew(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/{number}": named(*(f"周{number}之{one}" for one in range(50))) for number in range(40)})
    paper.known().close()
    size = paper.file.stat().st_size
    with paper.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xee" * (size - 4096))

    with paper.open() as spoilt:
        assert people(spoilt) == []
        assert not spoilt.update()
    assert len(people(paper.known(), limit=9999)) == 2000


def test_who_asks_does_not_wait_for_who_writes(archive: Callable[..., Archive]) -> None:
    paper = archive({f"{DAY}/a": story("记者 周一新")})
    index = paper.known()
    paper.write(f"{DAY}/b", story("通讯员 林小满"))
    writer = sqlite3.connect(paper.file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")

    assert not index.update()
    assert people(paper.open()) == ["记者 周一新"]
    writer.execute("ROLLBACK")
    writer.close()
    assert index.update()


def test_a_folder_that_can_not_be_made_is_passed_over(archive: Callable[..., Archive]) -> None:
    paper = archive()
    paper.desk.write(".git/newsroom", "a file")

    assert open_index(open_newsroom(paper.desk.root)) is None


def test_a_folder_in_the_place_of_the_file_is_passed_over(archive: Callable[..., Archive]) -> None:
    paper = archive()
    paper.file.mkdir(parents=True)

    assert open_index(open_newsroom(paper.desk.root)) is None


UPDATE = """
from pathlib import Path
from newsroom.storage.index import open_index
from newsroom.storage.newsroom import open_newsroom
"""
UNTIL_ALL_IS_KNOWN = f"""{UPDATE}
while not (index := open_index(open_newsroom(Path.cwd()))) or not index.update():
    pass
"""
ON_A_FULL_DISK = f"""{UPDATE}
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for size in (0, 8_000, 50_000, 100_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    if index := open_index(open_newsroom(Path.cwd())):
        with index:
            print(index.update(), len(index.people("")) > 0)
"""


def run_script(paper: Archive, script: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=paper.desk.root,
        env={**os.environ, "PYTHONPATH": str(Path(package.__file__).parent.parent)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def many(paper: Archive) -> None:
    for day in range(10, 30):
        for number in range(5):
            crowd = (f"记者 周{one}" for one in range(number, 40, 3))
            paper.write(f"2022-10-{day}/{number}", story(*crowd, f"通讯员 林{day}", column=f"栏目{number}"))


def sums(paper: Archive) -> Sequence[Sequence[tuple[object, ...]]]:
    paper.known().close()
    reader = sqlite3.connect(paper.file)
    tables = [reader.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in ("used", "role")]  # noqa: S608
    assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    reader.close()
    return tables


def test_many_newsrooms_at_once_count_everything_once(archive: Callable[..., Archive]) -> None:
    paper = archive()
    many(paper)
    alone = sums(paper)
    paper.file.unlink()
    at_once = [run_script(paper, UNTIL_ALL_IS_KNOWN) for _number in range(4)]

    assert [(process.communicate()[0], process.returncode) for process in at_once] == [("", 0)] * 4
    assert sums(paper) == alone


def test_one_that_is_killed_leaves_no_half_count(archive: Callable[..., Archive]) -> None:
    paper = archive()
    many(paper)
    alone = sums(paper)
    paper.file.unlink()
    killed = run_script(paper, UNTIL_ALL_IS_KNOWN)
    while killed.poll() is None and not paper.file.exists():
        pass
    killed.kill()
    killed.communicate()

    assert sums(paper) == alone


def test_a_full_disk_is_passed_over(archive: Callable[..., Archive]) -> None:
    paper = archive()
    many(paper)
    full = run_script(paper, ON_A_FULL_DISK)
    said = full.communicate()[0]

    assert full.returncode == 0
    assert "Traceback" not in said
    assert "False" in said
    assert len(people(paper.known())) == 20
