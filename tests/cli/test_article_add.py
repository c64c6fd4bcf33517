"""`newsroom article add` by flags: what is written, what is said of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import ARTICLE_KEYS, FINDING_KEYS, snapshot, trailers
from tests.support.desk import ISSUE, Desk, Result, photo_bytes, run_process, with_issue

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

BODY = "宣讲队走进村屯。\n"
STORY = (
    "--issue", "2022-10-12", "--headline", "走进村屯 宣讲政策", "--section", "社会", "--byline", "通讯员 姓名",
    "--body", "body.txt",
)  # fmt: skip
FILE = f"{ISSUE}/articles/走进村屯-宣讲政策.md"


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Desk:
    """A newsroom with an issue; a body and a photo lie in its folder, unknown to git."""
    desk = newsroom(with_issue())
    desk.write("body.txt", BODY)
    desk.write("lamp.jpg", photo_bytes(color="red"))
    return desk


def test_a_story_is_one_file_in_one_commit(desk: Desk, run: Run) -> None:
    filed = run("--lang", "en", "article", "add", *STORY)

    assert (filed.code, filed.out) == (0, FILE + "\n")
    assert filed.err == "Filed “走进村屯 宣讲政策” to issue 2022-10-12.\n"
    assert desk.read(FILE) == (
        "---\nkicker:\nheadline: 走进村屯 宣讲政策\ndeck:\nsection: 社会\npage:\nkind: story\n"
        "byline:\n  - {role: 通讯员, name: 姓名}\nphotos:\nstatus: draft\n---\n" + BODY
    )
    assert desk.commits() == ["Add article: 走进村屯 宣讲政策", "start"]
    assert desk.files_of_last_commit() == [FILE]
    assert trailers(desk) == {
        "Newsroom-Action": "article-add",
        "Newsroom-Issue": "2022-10-12",
        "Newsroom-Article": "走进村屯-宣讲政策",
    }
    assert desk.git("log", "-1", "--format=%an <%ae>") == "周一新 <desk@example.com>\n"
    assert desk.git("status", "--porcelain") == "?? body.txt\n?? lamp.jpg\n"


@pytest.mark.parametrize(
    ("flags", "lines"),
    [
        (("--kicker", "秋种一线"), ["kicker: 秋种一线"]),
        (("--deck", "——全市秋种工作见闻"), ["deck: ——全市秋种工作见闻"]),
        (("--column", "记者走基层"), ["column: 记者走基层"]),
        (("--page", "3"), ["page: 3"]),
        (("--page", "A01"), ["page: A01"]),
        (("--page", "4-5"), ["page: 4-5"]),
        (("--source", "新华社"), ["source: 新华社"]),
        (("--kind", "commentary"), ["kind: commentary"]),
        (("--slug", "village"), ["headline: 走进村屯 宣讲政策"]),
        (
            ("--byline", "记者 周一新"),
            ["  - {role: 通讯员, name: 姓名}", "  - {role: 记者, name: 周一新}"],
        ),
        (("--byline", "本报记者 甲某、乙某"), ["  - {role: 记者, name: 甲某}", "  - {role: 记者, name: 乙某}"]),
    ],
)
def test_each_flag_is_a_field(desk: Desk, run: Run, flags: tuple[str, ...], lines: list[str]) -> None:
    filed = run("article", "add", *STORY, *flags)

    assert filed.code == 0, filed.err
    written = desk.read(filed.out.strip()).splitlines()
    assert [line for line in written if line in lines] == lines


def test_the_slug_names_the_file(desk: Desk, run: Run) -> None:
    assert run("article", "add", *STORY, "--slug", "village").out == f"{ISSUE}/articles/village.md\n"


def test_words_that_are_yes_to_yaml_stay_text(desk: Desk, run: Run) -> None:
    told = ("--headline", "yes", "--deck", "750", "--kicker", "a: b # c", "--section", "社会", "--byline", "no")
    filed = run("article", "add", *told, "--body", "body.txt", "--issue", "2022-10-12", "--json").json

    assert (filed["headline"], filed["deck"], filed["kicker"]) == ("yes", "750", "a: b # c")
    assert filed["byline"] == [{"role": "", "name": "no"}]


def test_json_is_the_article_as_the_contract_has_it(desk: Desk, run: Run) -> None:
    filed = run(
        "article", "add", *STORY, "--page", "3", "--kicker", "引题", "--deck", "副题",
        "--photo", "lamp.jpg", "--caption", "灯下夜读。", "--credit", "通讯员 姓名 摄", "--json",
    )  # fmt: skip

    assert filed.code == 0
    assert list(filed.json) == ARTICLE_KEYS
    assert filed.json == {
        "id": "走进村屯-宣讲政策",
        "issue": "2022-10-12",
        "path": FILE,
        "kind": "story",
        "headline": "走进村屯 宣讲政策",
        "deck": "副题",
        "kicker": "引题",
        "section": "社会",
        "page": "3",
        "status": "draft",
        "byline": [{"role": "通讯员", "name": "姓名"}],
        "credit_line": "",
        "source": "own",
        "photos": [{"file": "lamp.jpg", "caption": "灯下夜读。", "credit": [{"role": "通讯员", "name": "姓名"}]}],
        "length": 8,
        "commit": desk.git("rev-parse", "HEAD").strip(),
        "findings": [],
    }


def test_what_is_still_missing_is_said_but_does_not_stop_the_filing(desk: Desk, run: Run) -> None:
    filed = run("--lang", "en", "article", "add", *STORY, "--photo", "lamp.jpg", "--caption", "", "--credit", "")

    assert filed.code == 0
    assert "Before it is handed in:\n" in filed.err
    assert "[missing-caption]" in filed.err
    assert "[missing-photo-credit]" in filed.err
    assert filed.out == f"{FILE}\n{ISSUE}/photos/lamp.jpg\n"


def test_findings_in_json_name_the_photo(desk: Desk, run: Run) -> None:
    filed = run(
        "article", "add", *STORY, "--photo", "lamp.jpg", "--caption", "", "--credit", "记者 姓名", "--json"
    ).json

    assert [(found["rule"], found["field"], found["path"]) for found in filed["findings"]] == [
        ("missing-caption", "photos[0].caption", FILE)
    ]
    assert list(filed["findings"][0]) == FINDING_KEYS


def test_photos_captions_and_credits_pair_up_in_order(desk: Desk, run: Run) -> None:
    desk.write("moon.png", photo_bytes(kind="PNG"))
    filed = run(
        "article", "add", *STORY, "--photo", "lamp.jpg", "--photo", "moon.png",
        "--caption", "灯。", "--caption", "月。", "--credit", "记者 甲某", "--credit", "供图 乙某", "--json",
    )  # fmt: skip

    assert [(photo["file"], photo["caption"], photo["credit"][0]["name"]) for photo in filed.json["photos"]] == [
        ("lamp.jpg", "灯。", "甲某"),
        ("moon.png", "月。", "乙某"),
    ]
    assert desk.files_of_last_commit() == sorted([FILE, f"{ISSUE}/photos/lamp.jpg", f"{ISSUE}/photos/moon.png"])


def test_a_photo_is_kept_byte_for_byte(desk: Desk, run: Run) -> None:
    run("article", "add", *STORY, "--photo", "lamp.jpg", "--caption", "灯。", "--credit", "姓名 摄")

    assert (desk.root / ISSUE / "photos/lamp.jpg").read_bytes() == (desk.root / "lamp.jpg").read_bytes()


def test_the_same_picture_is_kept_once_and_another_of_its_name_gets_a_number(desk: Desk, run: Run) -> None:
    desk.write("same/sowing.jpg", photo_bytes())
    desk.write("other/sowing.jpg", photo_bytes(color="blue"))
    filed = run(
        "article", "add", *STORY, "--photo", "same/sowing.jpg", "--photo", "other/sowing.jpg",
        "--caption", "一。", "--caption", "二。", "--credit", "姓名 摄", "--credit", "姓名 摄", "--json",
    )  # fmt: skip

    assert [photo["file"] for photo in filed.json["photos"]] == ["sowing.jpg", "sowing-2.jpg"]
    assert desk.files_of_last_commit() == sorted([FILE, f"{ISSUE}/photos/sowing-2.jpg"])


def test_a_picture_that_stands_alone_needs_no_body_and_goes_by_its_caption(desk: Desk, run: Run) -> None:
    filed = run(
        "article", "add", "--issue", "2022-10-12", "--kind", "photo", "--section", "社会",
        "--photo", "lamp.jpg", "--caption", "灯下夜读，到天明。", "--credit", "通讯员 姓名", "--json",
    )  # fmt: skip

    assert filed.code == 0
    assert (filed.json["id"], filed.json["kind"], filed.json["findings"]) == ("灯下夜读-到天明", "photo", [])
    assert desk.commits()[0] == "Add article: 灯下夜读，到天明。"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("brief", ("--section", "社会", "--byline", "姓名", "--body", "body.txt")),
        ("notice", ("--body", "body.txt")),
        ("commentary", ("--headline", "评", "--section", "社会", "--byline", "姓名", "--body", "body.txt")),
    ],
)
def test_each_kind_needs_only_its_own(desk: Desk, run: Run, kind: str, told: tuple[str, ...]) -> None:
    filed = run("article", "add", "--issue", "2022-10-12", "--kind", kind, *told, "--json")

    assert filed.code == 0, filed.out
    assert filed.json["kind"] == kind


def test_an_empty_value_is_an_answer(desk: Desk, run: Run) -> None:
    told = ("--headline", "", "--section", "", "--byline", "", "--body", "")
    filed = run("article", "add", "--issue", "2022-10-12", *told, "--json")

    assert filed.code == 0
    assert (filed.json["id"], filed.json["byline"], filed.json["length"]) == ("story", [], 0)
    assert sorted(found["rule"] for found in filed.json["findings"]) == [
        "missing-body",
        "missing-byline",
        "missing-headline",
        "missing-section",
    ]


def test_an_empty_photo_is_an_answer(desk: Desk, run: Run) -> None:
    filed = run(
        "article", "add", "--issue", "2022-10-12", "--kind", "photo", "--section", "社会",
        "--photo", "", "--caption", "", "--credit", "", "--slug", "later", "--json",
    )  # fmt: skip

    assert filed.code == 0
    assert filed.json["photos"] == []
    assert [found["rule"] for found in filed.json["findings"]] == ["missing-photo"]


def test_a_page_that_has_a_section_excuses_the_article_from_it(desk: Desk, run: Run) -> None:
    told = ("--issue", "2022-10-12", "--headline", "题", "--page", "3", "--byline", "通讯员 姓名", "--body", "body.txt")
    filed = run("article", "add", *told, "--json")

    assert filed.code == 0
    assert (filed.json["section"], filed.json["findings"]) == ("社会", [])
    assert "section:\n" in desk.read(filed.json["path"])


def test_a_source_excuses_the_byline(desk: Desk, run: Run) -> None:
    told = (
        "--issue",
        "2022-10-12",
        "--headline",
        "题",
        "--section",
        "社会",
        "--source",
        "新华社",
        "--body",
        "body.txt",
    )
    filed = run("article", "add", *told, "--json")

    assert filed.code == 0
    assert (filed.json["source"], filed.json["byline"], filed.json["findings"]) == ("新华社", [], [])


def test_a_kind_of_the_papers_own_needs_what_it_says(newsroom: NewNewsroom, run: Run) -> None:
    settings = "name: N\nlanguage: zh-CN\nsections: [社会]\nkinds:\n  letter: {require: [byline]}\n"
    newsroom(with_issue(), settings=settings)

    missing = run("--lang", "en", "article", "add", "--kind", "letter", "--issue", "2022-10-12")
    assert (missing.code, missing.err.splitlines()[0]) == (2, "newsroom: Missing: --byline.")
    filed = run("article", "add", "--kind", "letter", "--issue", "2022-10-12", "--byline", "姓名", "--json")
    assert (filed.code, filed.json["kind"], filed.json["id"]) == (0, "letter", "letter")


def test_copy_without_a_date_goes_to_the_pool(desk: Desk, run: Run) -> None:
    filed = run("article", "add", *STORY, "--issue", "pool", "--json")

    assert (filed.code, filed.json["path"]) == (0, "issues/pool/articles/走进村屯-宣讲政策.md")


def test_without_an_issue_it_says_which_it_took(desk: Desk, run: Run) -> None:
    filed = run("--lang", "en", "article", "add", *STORY[2:])

    assert filed.err.splitlines()[0] == "Issue 2022-10-12, the newest."


def test_a_taken_name_gets_a_number(desk: Desk, run: Run) -> None:
    ids = [run("article", "add", *STORY, "--json").json["id"] for _time in range(3)]

    assert ids == ["走进村屯-宣讲政策", "走进村屯-宣讲政策-2", "走进村屯-宣讲政策-3"]


def test_a_body_comes_from_standard_input(desk: Desk) -> None:
    piped = "第一段。\r\n\r\n第二段。\r\n".encode()
    filed = run_process("article", "add", *STORY[:-1], "-", "--json", cwd=desk.root, stdin=piped)

    assert filed.code == 0, filed.err
    assert desk.read(FILE).endswith("---\n第一段。\n\n第二段。\n")


def test_a_byte_order_mark_and_decomposed_letters_are_taken_off(desk: Desk, run: Run) -> None:
    desk.write("body.txt", b"\xef\xbb\xbf" + "Cafe\u0301\n".encode())

    run("article", "add", *STORY, "--headline", "Cafe\u0301")

    written = desk.read(f"{ISSUE}/articles/caf\u00e9.md")
    assert written.endswith("---\nCaf\u00e9\n")
    assert "headline: Caf\u00e9\n" in written


def test_paths_are_relative_to_where_we_are(desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desk.root / "desk/of mine"
    folder.mkdir(parents=True)
    (folder / "body.txt").write_text("这是另一篇。\n", "utf-8")
    monkeypatch.chdir(folder)

    filed = run("article", "add", *STORY)

    assert filed.out == FILE + "\n"
    assert desk.read(FILE).endswith("这是另一篇。\n")


def test_a_dry_run_shows_the_article_and_writes_nothing(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    planned = run("--lang", "en", "article", "add", *STORY, "--dry-run")

    assert planned.code == 0
    assert planned.out.startswith(f"{FILE}\n---\nkicker:\nheadline: 走进村屯 宣讲政策\n")
    assert planned.out.endswith("---\n" + BODY)
    assert planned.err == "This is what would be written.\n"
    assert snapshot(desk) == before


def test_a_dry_run_in_json_has_no_commit(desk: Desk, run: Run) -> None:
    before = snapshot(desk)

    planned = run("article", "add", *STORY, "--dry-run", "--json")

    assert (planned.code, planned.json["commit"], planned.json["id"]) == (0, None, "走进村屯-宣讲政策")
    assert snapshot(desk) == before


def test_a_newsroom_in_a_folder_of_a_repository_commits_only_its_own(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = Desk(tmp_path)
    outer.git("init", "-q")
    monkeypatch.chdir(tmp_path)
    run("init", "paper", "--language", "zh-CN")
    outer.write("body.txt", BODY)

    told = ("--headline", "题", "--section", "社会", "--byline", "记者 姓名", "--body", "body.txt", "--issue", "pool")
    filed = run("-C", "paper", "article", "add", *told[:-3], "../body.txt", *told[-2:], "--json")

    assert filed.code == 0, filed.out
    assert filed.json["path"] == "issues/pool/articles/题.md"
    assert outer.files_of_last_commit() == ["paper/issues/pool/articles/题.md"]
