"""What may follow on a command line: the words, and their values out of the newsroom."""

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.cli.completion.complete import candidates
from newsroom.cli.completion.outline import bare, command_names, parameters
from newsroom.cli.completion.values import VALUES
from newsroom.locale import speak
from newsroom.rules.engine import all_rules
from tests.cli.checks import ENGLISH
from tests.support.desk import ARTICLE, PLAN, Desk, photo_bytes, run_process, with_a_past, with_issue

NewNewsroom = Callable[..., Desk]
OLD, NEW = "issues/2022-10-11", "issues/2022-10-13"
FILES = with_issue(
    **{
        f"{OLD}/issue.yaml": "date: 2022-10-11\nnumber: 10233\npages: []\n",
        f"{OLD}/articles/灯下夜读.md": ARTICLE,
        f"{NEW}/issue.yaml": PLAN.replace("10-12", "10-13").replace("10234", "10235"),
        f"{NEW}/articles/冬小麦播种过九成.md": ARTICLE,
        f"{NEW}/articles/灯下夜读.md": ARTICLE.replace("冬小麦播种过九成", "灯下 夜读"),
        f"{NEW}/photos/sowing.jpg": photo_bytes(),
        "issues/pool/articles/later.md": ARTICLE,
    }
)


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    return newsroom(FILES)


def texts(*line: str) -> list[str]:
    """What the last word may become, the words before being whole."""
    found, _besides = candidates(line[:-1], line[-1], describe=False)
    return [candidate.text for candidate in found]


def described(*line: str) -> dict[str, str]:
    found, _besides = candidates(line[:-1], line[-1], describe=True)
    return {candidate.text: candidate.description for candidate in found}


def besides(*line: str) -> str:
    return candidates(line[:-1], line[-1], describe=False)[1]


def test_the_first_words_of_the_commands() -> None:
    assert {"article", "issue", "validate", "rules", "init"} <= set(texts(""))
    assert texts("val") == ["validate"]
    assert "article_add" not in texts("art")


def test_the_words_that_stand_behind_a_first_one() -> None:
    assert {"add", "edit", "list", "show"} <= set(texts("article", ""))
    assert texts("article", "sh") == ["show"]
    assert texts("nothing", "") == []


def test_commands_say_what_they_do_in_the_language_that_is_spoken() -> None:
    speak("zh-CN")

    assert described("issue", "n") == {"new": "新建一期：按本报模板建好文件夹和版面计划。"}
    assert described("arti") == {"article": "交稿、看稿、改稿。"}


def test_the_options_of_a_command() -> None:
    assert texts("article", "add", "--ca") == ["--caption"]
    assert {"--issue", "--json", "-C", "--lang", "--help", "-h"} <= set(texts("article", "show", "-"))
    assert {"-C", "--lang", "--no-color"} <= set(texts("--")) | set(texts("-"))


def test_an_option_that_is_given_is_not_offered_again_unless_it_may_be() -> None:
    assert texts("article", "add", "--kicker", "引题", "--ki") == ["--kind"]
    assert texts("article", "add", "--byline", "通讯员 姓名", "--by") == ["--byline"]
    assert texts("article", "add", "--kicker=引题", "--ki") == ["--kind"]


def test_issues_come_newest_first_with_their_number(desk: Desk) -> None:
    assert texts("issue", "show", "") == ["pool", "2022-10-13", "2022-10-12", "2022-10-11"]
    assert texts("article", "list", "--issue", "2022-10-1") == ["2022-10-13", "2022-10-12", "2022-10-11"]
    speak("zh-CN")
    assert described("issue", "show", "2022-10-11") == {"2022-10-11": "总第 10233 期"}


def test_slugs_are_those_of_the_issue_that_would_be_taken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts("article", "show", "") == ["冬小麦播种过九成", "灯下夜读"]
    assert texts("article", "show", "冬") == ["冬小麦播种过九成"]
    monkeypatch.setenv("NEWSROOM_ISSUE", "2022-10-11")
    assert texts("article", "show", "") == ["灯下夜读"]
    monkeypatch.chdir(desk.root / "issues/2022-10-12/articles")
    assert texts("article", "show", "") == ["sowing"]
    assert texts("article", "show", "--issue", "2022-10-13", "冬") == ["冬小麦播种过九成"]
    assert texts("article", "show", "--issue=pool", "") == ["later"]


def test_a_slug_has_its_headline_where_that_says_more(desk: Desk) -> None:
    assert described("article", "show", "") == {"冬小麦播种过九成": "", "灯下夜读": "灯下 夜读"}


def test_an_article_of_another_issue(desk: Desk) -> None:
    assert texts("article", "show", "2022-10-12") == ["2022-10-12/"]
    assert texts("article", "show", "2022-10-11/") == ["2022-10-11/灯下夜读"]
    assert texts("article", "show", "pool/l") == ["pool/later"]


def test_what_is_no_article_may_be_a_file(desk: Desk) -> None:
    assert texts("article", "show", "issues/2022") == []
    assert besides("article", "show", "issues/2022") == "files"
    assert besides("validate", "./iss") == "files"
    assert besides("article", "add", "--body", "") == "files"
    assert besides("article", "add", "--photo", "p") == "files"
    assert besides("article", "add", "--photo=p") == "files"
    assert besides("-C", "") == "folders"
    assert besides("article", "add", "--headline", "") == ""


def test_validate_takes_issues_again_and_again(desk: Desk) -> None:
    assert texts("validate", "2022-10-12", "2022-10-13", "2022-10-11") == ["2022-10-11"]
    assert texts("validate", "2022-10-11/") == ["2022-10-11/灯下夜读"]


def test_an_argument_that_is_given_is_not_offered_again(desk: Desk) -> None:
    assert texts("article", "show", "sowing", "") == []


def test_sections_pages_and_kinds_are_those_of_the_paper(newsroom: NewNewsroom) -> None:
    paper = 'name: 报\nlanguage: zh-CN\nsections: [要闻, "乡村 振兴", "It\'s $5"]\nkinds:\n  专访: {require: [deck]}\n'
    newsroom(FILES, settings=paper)

    assert texts("article", "add", "--section", "") == ["要闻", "乡村 振兴", "It's $5"]
    assert texts("article", "add", "--section", "乡村 ") == ["乡村 振兴"]
    assert texts("article", "add", "--kind", "") == ["story", "brief", "photo", "commentary", "notice", "专访"]
    assert described("article", "add", "--page", "") == {"1": "", "3": "社会"}
    assert texts("article", "add", "--issue", "2022-10-11", "--page", "") == []


def test_values_that_are_the_same_everywhere() -> None:
    assert texts("validate", "--format", "") == ["text", "json"]
    assert texts("validate", "--stage", "") == ["draft", "submitted", "approved", "published", "current"]
    assert texts("rules", "--lang", "") == ["en", "zh-CN"]
    assert texts("completion", "") == ["bash", "zsh", "fish"]


def test_rules_say_what_they_find() -> None:
    assert texts("rules", "") == sorted(all_rules())
    assert described("rules", "missing-cap") == {"missing-caption": "Finds photos without a caption."}


def test_a_field_waits_for_its_value() -> None:
    assert texts("article", "edit", "sowing", "--set", "sec") == ["section="]


def test_a_value_behind_an_equals_sign_keeps_its_option(desk: Desk) -> None:
    assert texts("article", "add", "--section=社") == ["--section=社会"]
    assert texts("validate", "--format=j") == ["--format=json"]
    assert texts("validate", "--nothing=j") == []


def test_an_option_for_every_command_may_stand_in_front(desk: Desk) -> None:
    assert texts("--lang", "en", "--no-color", "article", "show", "冬") == ["冬小麦播种过九成"]


def test_behind_two_dashes_nothing_is_an_option(desk: Desk) -> None:
    assert texts("article", "show", "--", "冬") == ["冬小麦播种过九成"]
    assert texts("article", "show", "--", "--js") == []


@pytest.mark.parametrize("folder", ["paper", "./paper", "paper/issues"])
def test_another_folder_is_completed_from(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, folder: str, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert texts("-C", folder, "article", "show", "冬") == ["冬小麦播种过九成"]
    monkeypatch.chdir(tmp_path)
    assert texts("article", "show", "-C", folder, "冬") == ["冬小麦播种过九成"]


def test_letters_that_are_taken_apart_are_the_same_letters(newsroom: NewNewsroom) -> None:
    apart = unicodedata.normalize("NFD", "café")
    newsroom(with_issue(**{f"issues/2022-10-12/articles/{apart}-noir.md": ARTICLE}))

    assert texts("article", "show", "café") == ["café-noir"]
    assert texts("article", "show", apart) == [f"{apart}-noir"], "goes on exactly as it was typed"
    assert texts("article", "show", "caf") == ["café-noir"]


def test_a_name_that_could_steer_the_terminal_is_not_offered(newsroom: NewNewsroom) -> None:
    newsroom(with_issue(**{"issues/2022-10-12/articles/a\x1b[31m\nb.md": ARTICLE}))

    assert texts("article", "show", "") == ["sowing"]


def test_an_issue_whose_plan_is_broken_is_offered(desk: Desk) -> None:
    desk.write(f"{NEW}/issue.yaml", "pages: [\n")

    assert described("issue", "show", "2022-10-13") == {"2022-10-13": ""}
    assert texts("article", "show", "冬") == ["冬小麦播种过九成"]


def test_every_kind_of_value_that_is_known_is_taken_by_a_command() -> None:
    taken = {bare(parameter.metavar) for name in command_names() for parameter in parameters(name)}

    assert set(VALUES) <= taken


@pytest.mark.parametrize("line", ["newsroom ", "newsroom article show ", "newsroom article add --section "])
def test_nothing_heavy_is_loaded_while_somebody_waits(desk: Desk, line: str) -> None:
    program = (
        "import sys; from newsroom.cli.completion.shells import answer; answer('bash', sys.argv[1:]);"
        "print('loaded:', *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, line, ""], capture_output=True, text=True, check=True)

    assert len(done.stdout.splitlines()) > 2
    modules = set(done.stderr.partition("loaded: ")[2].split())
    assert modules & {"typer", "git", "PIL", "jinja2", "wcwidth", "questionary", "shutil", "subprocess"} == set()
    assert not any(name.startswith("newsroom.cli.commands.") for name in modules)


LINES = [
    ("article", "show", ""),
    ("article", "add", "--section", ""),
    ("article", "add", "--page", ""),
    ("issue", "show", ""),
    ("-C", "nowhere", "issue", "show", ""),
    ("\udcff", ""),
    (),
]


@pytest.mark.parametrize("line", LINES, ids=str)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "sh"])
def test_a_newsroom_that_is_missing_or_broken_is_met_with_silence(
    tmp_path: Path, shell: str, line: tuple[str, ...]
) -> None:
    arguments = ("newsroom " + " ".join(line), line[-1]) if shell == "bash" and line else line
    for settings in (None, "name: [\n", "sections: 3\n"):
        if settings is not None:
            (tmp_path / "newsroom.yaml").write_text(settings)
        said = run_process(*arguments, cwd=tmp_path, _NEWSROOM_COMPLETE=shell)

        assert (said.code, said.err) == (0, "")
        assert said.out.strip() in ("", "files", "folders", "files\npool", "pool")


def test_people_columns_and_places_are_completed_from_what_was_printed(newsroom: NewNewsroom) -> None:
    with_a_past(newsroom({f"{OLD}/articles/a.md": ARTICLE.replace("---\n", "---\ndateline: 临江\n", 1)}))

    assert texts("article", "add", "--byline", "林") == ["林小满 通讯员"]
    assert texts("photo", "add", "x", "y", "--credit", "周") == ["周一新 记者"]
    assert texts("article", "add", "--byline", "实习记者 林") == ["实习记者 林小满"]
    assert texts("article", "add", "--column", "") == ["秋收时节"]
    assert texts("article", "add", "--dateline", "") == ["临江"]
    assert {"林小满 通讯员", "周一新 记者"} <= set(texts("article", "add", "--byline", ""))


def test_people_are_completed_before_the_index_was_ever_used(newsroom: NewNewsroom) -> None:
    newsroom(with_issue())

    assert texts("article", "add", "--byline", "姓") == ["姓名 通讯员"]


def test_people_of_an_english_paper_are_written_as_it_does(newsroom: NewNewsroom) -> None:
    desk = newsroom({f"{OLD}/articles/a.md": "---\nheadline: x\nbyline: By Ana Ortiz, Correspondent\n---\n"})
    desk.write("newsroom.yaml", ENGLISH)

    assert texts("article", "add", "--byline", "Ana") == ["Ana Ortiz, Correspondent"]
