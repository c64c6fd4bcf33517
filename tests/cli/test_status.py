"""`newsroom status`: the board of an issue."""

from collections.abc import Callable

import pytest

from newsroom.model.text import display_width
from tests.cli.checks import ARTICLE_KEYS, FINDING_KEYS, USAGE, error
from tests.cli.test_terminal import on_terminal
from tests.support.desk import ARTICLE, ISSUE, Desk, Result, photo_bytes

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

PLAN = """\
date: 2022-10-12
number: 10234
pages:
  - {page: "3", section: 社会}
  - {page: "1", section: 要闻}
  - {page: "4", section: 副刊}
"""
CAPTION = "消防救援人员在演练现场把受困群众从三楼接到地面。"
FILES: dict[str, str | bytes] = {
    f"{ISSUE}/issue.yaml": PLAN,
    f"{ISSUE}/articles/drill.md": (
        f"---\nkind: photo\npage: 1\nphotos:\n  - {{file: drill.jpg, caption: {CAPTION}, credit: 记者 姓名}}\n"
        "status: submitted\n---\n"
    ),
    f"{ISSUE}/articles/sowing.md": ARTICLE.replace("section: 乡村振兴", "page: 1"),
    f"{ISSUE}/articles/villages.md": (
        "---\nheadline: 走进村屯 宣讲政策\npage: 3\nphotos: [a.jpg, sowing.jpg]\nstatus: draft\n---\n正文。\n"
    ),
    f"{ISSUE}/articles/dropped.md": "---\nheadline: 撤下的稿件\nstatus: killed\n---\n",
    f"{ISSUE}/articles/bad.md": "no front matter\n",
    f"{ISSUE}/photos/sowing.jpg": photo_bytes(),
    f"{ISSUE}/photos/drill.jpg": photo_bytes(),
}


def test_the_board_is_in_the_order_of_the_paper(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(FILES)

    shown = run("status", "2022-10-12")

    assert (shown.code, shown.out.splitlines()) == (
        0,
        [
            "3\t社会\t走进村屯 宣讲政策\t\t3\t2\t草稿\t署名、图片说明×2、图片署名×2、图片文件",
            "1\t要闻\t消防救援人员在演练现场…（图）\t记者 姓名\t24\t1\t已交\t-",
            "1\t要闻\t冬小麦播种过九成\t通讯员 姓名\t9\t1\t草稿\t-",
            "4\t副刊\t（还没有稿件）\t\t\t\t\t",
            "\t\t撤下的稿件\t\t0\t0\t已撤\t-",
            "\t\tbad.md\t\t\t\t读不出\t修好文件",
        ],
    )
    assert shown.err == ("2 篇已齐、2 篇还有待办、1 篇已撤、1 个版还空着。逐条看待办：newsroom validate 2022-10-12\n")


def test_by_section_it_is_in_the_order_of_the_papers_sections(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({**FILES, f"{ISSUE}/articles/odd.md": "---\nheadline: 生造的版名\nsection: 无此版\n---\n"})

    shown = run("status", "2022-10-12", "--by", "section")

    assert [line.split("\t")[1] for line in shown.out.splitlines()] == [
        "要闻", "要闻", "社会", "副刊", "无此版", "", "",
    ]  # fmt: skip


def test_another_order_is_refused(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(FILES)

    error(run("status", "2022-10-12", "--by", "headline", "--json"), USAGE, "bad-value")


def test_json_has_the_issue_its_pages_and_what_each_article_needs(newsroom: NewNewsroom, run: Run) -> None:
    newsroom(FILES)

    shown = run("status", "2022-10-12", "--json")

    assert list(shown.json) == [
        "schema_version", "id", "path", "date", "number", "pages", "articles", "unreadable",
    ]  # fmt: skip
    assert [(page["page"], page["articles"], page["length"]) for page in shown.json["pages"]] == [
        ("3", 1, 3), ("1", 2, 33), ("4", 0, 0),
    ]  # fmt: skip
    assert [list(article) for article in shown.json["articles"]] == [[*ARTICLE_KEYS, "needs"]] * 4
    assert {article["id"]: article["needs"] for article in shown.json["articles"]} == {
        "villages": [
            "byline", "photos[0].caption", "photos[0].credit", "photos[0].file",
            "photos[1].caption", "photos[1].credit",
        ],
        "drill": [],
        "sowing": [],
        "dropped": [],
    }  # fmt: skip
    assert list(shown.json["articles"][0]["findings"][0]) == FINDING_KEYS
    assert [(file["path"], file["line"]) for file in shown.json["unreadable"]] == [(f"{ISSUE}/articles/bad.md", 1)]


def test_other_errors_and_warnings_are_counted(newsroom: NewNewsroom, run: Run) -> None:
    settings = "language: en\nsections: [News]\nrules: {missing-byline: off, missing-body: off}\n"
    newsroom({f"{ISSUE}/articles/a.md": "---\nheadline: a\nsection: Nwes\n---\n"}, settings=settings)

    shown = run("status", "2022-10-12")

    assert shown.out.rstrip("\n").split("\t")[-1] == "1 error"
    assert shown.err == "1 still needs something. See what to do: newsroom validate 2022-10-12\n".replace(
        "1 still", "0 articles are ready, 1 still"
    )


def test_an_empty_issue_says_what_to_type(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/issue.yaml": ""})

    shown = run("--lang", "en", "status", "2022-10-12")

    assert (shown.code, shown.out) == (0, "")
    assert shown.err == "Issue 2022-10-12 has no article yet. File one: newsroom article add --issue 2022-10-12\n"


def test_the_pool_has_a_board(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({"issues/pool/articles/later.md": ARTICLE.replace("sowing.jpg", "none.jpg")})

    assert run("status", "pool").out.rstrip("\n").split("\t")[-1] == "图片文件"


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_on_a_terminal_every_column_stands_under_its_head(newsroom: NewNewsroom, columns: int, language: str) -> None:
    long = ARTICLE.replace("冬小麦播种过九成", "加强人才培养提高专业能力全力推进养老服务体系建设再上台阶" * 2)
    desk = newsroom({**FILES, f"{ISSUE}/articles/long.md": long.replace("name: 姓名", "name: 欧阳姓名长")})

    shown, _err = on_terminal(desk.root, "--lang", language, "status", "2022-10-12", "--no-color", columns=columns)

    title, head, *rows = shown.splitlines()
    assert max(map(display_width, (title, head, *rows))) <= columns
    assert title.startswith("2022-10-12 ")
    if columns < 80:
        return
    column = display_width(head[: head.index("主题" if language == "zh-CN" else "headline")])
    starts = [row for row in rows if "走进村屯" in row or "（还没有稿件）" in row or "(nothing yet)" in row]
    assert len(starts) == 2
    assert {display_width(row[: min(row.find(text) for text in "走（(" if text in row)]) for row in starts} == {column}


def test_with_room_nothing_is_cut(newsroom: NewNewsroom) -> None:
    desk = newsroom({path: text for path, text in FILES.items() if "drill" not in path})

    shown, _err = on_terminal(desk.root, "status", "2022-10-12", "--no-color", columns=160)

    assert "…" not in shown


def test_colour_is_only_where_something_is_to_do(newsroom: NewNewsroom) -> None:
    desk = newsroom(FILES)

    shown, _err = on_terminal(desk.root, "status", "2022-10-12", columns=120)

    coloured = [line for line in shown.splitlines()[2:] if "\x1b[" in line]
    assert all("走进村屯" in line or "冬小麦" in line or "撤下" in line or "bad.md" in line for line in coloured)
    assert len(coloured) == 4


def test_what_files_hold_does_not_steer_the_terminal(newsroom: NewNewsroom, run: Run) -> None:
    newsroom({f"{ISSUE}/articles/x.md": '---\nheadline: "a\\e[31mb\\tc"\nstatus: "\\e[2J"\n---\n'})

    shown = run("status", "2022-10-12")

    assert "\x1b" not in shown.out
    assert shown.out.count("\t") == 7
