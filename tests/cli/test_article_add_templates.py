"""Articles made from a paper's own templates: what the reporter says goes in, every other line stays."""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.checks import REFUSED, changed_lines, error, snapshot
from tests.support.desk import ISSUE, SETTINGS, Desk, Result, photo_bytes, with_issue
from tests.support.keys import CTRL_C, PATIENCE, Terminal, newsroom_command

Run = Callable[..., Result]
NewNewsroom = Callable[..., Desk]

TEMPLATES = "templates/zh-CN"
TEMPLATE = """\
---
# 本报稿签 {{ issue }}（{{ date }}，{{ kind }}）
desk: 采访中心            # 部门，不要改
校对: [一校, 二校]        # 自己的字段
headline:                 # 主题，不超过 24 字
kicker:

# 版面
page:      # 版次
section:   # 版名

byline:    # 每人一行
  # 记者在前，通讯员在后
photos:  # 每张图都要有说明和署名
# 状态由编辑改
kind:
status: draft   # draft → submitted
# 结尾
---
（电头之后从这里写起）

## 小标题
"""
FILED = """\
---
# 本报稿签 2022-10-12（2022-10-12，story）
desk: 采访中心            # 部门，不要改
校对: [一校, 二校]        # 自己的字段
headline: 秋播                 # 主题，不超过 24 字
kicker:
deck: 副题

# 版面
page: 3      # 版次
section: 社会   # 版名

byline:    # 每人一行
  - {role: 记者, name: 周一新}
  - {role: 通讯员, name: 姓名}
  # 记者在前，通讯员在后
photos:  # 每张图都要有说明和署名
  - file: lamp.jpg
    caption: 灯。
    credit:
      - {name: 姓名}
# 状态由编辑改
kind: story
status: draft   # draft → submitted
# 结尾
---
正文。
"""
FIELDS = (
    "--no-input", "--issue", "2022-10-12", "--headline", "秋播", "--slug", "sown", "--section", "社会",
    "--byline", "记者 周一新", "--byline", "通讯员 姓名",
)  # fmt: skip
STORY = (*FIELDS, "--body", "body.txt")
HINT = "                 # 主题，不超过 24 字"
CREDITS = ["-  - {role: 记者, name: 周一新}", "-  - {role: 通讯员, name: 姓名}"]
PHOTO = ("--photo", "lamp.jpg", "--caption", "灯。", "--credit", "姓名 摄")
FILE = f"{ISSUE}/articles/sown.md"


@pytest.fixture
def desk(newsroom: NewNewsroom) -> Callable[..., Desk]:
    """Make a newsroom with templates for articles, given by the ends of their names; a body and a photo lie in it."""

    def make(*, settings: str = SETTINGS, **templates: str) -> Desk:
        files = {f"{TEMPLATES}/article{end.replace('_', '-')}.md": text for end, text in templates.items()}
        desk = newsroom(with_issue(**files), settings=settings)
        desk.write("body.txt", "正文。\n")
        desk.write("lamp.jpg", photo_bytes(color="red"))
        return desk

    return make


def made(text: str) -> dict[str, str]:
    """One template for all kinds."""
    return {"": text}


def test_what_the_reporter_says_goes_in_and_all_else_stays(desk: Callable[..., Desk], run: Run) -> None:
    paper = desk(**made(TEMPLATE))

    filed = run("article", "add", *STORY, *PHOTO, "--deck", "副题", "--page", "3")

    assert filed.code == 0, filed.err
    assert paper.read(FILE) == FILED


@pytest.mark.parametrize(
    ("setting", "lines"),
    [
        ("headline=秋收", [f"-headline: 秋播{HINT}", f"+headline: 秋收{HINT}"]),
        ("kicker=一线", ["-kicker:", "+kicker: 一线"]),
        ("section=经济", ["-section: 社会   # 版名", "+section: 经济   # 版名"]),
        ("section=", ["-section: 社会   # 版名", "+section:   # 版名"]),
        ("desk=摄影部", ["-desk: 采访中心            # 部门，不要改", "+desk: 摄影部            # 部门，不要改"]),
        ("column=走基层", ["+column: 走基层"]),
        ("status=submitted", ["-status: draft   # draft → submitted", "+status: submitted   # draft → submitted"]),
        ("photos[0].caption=路灯。", ["-    caption: 灯。", "+    caption: 路灯。"]),
        ("byline[0].name=甲", ["-  - {role: 记者, name: 周一新}", "+  - {role: 记者, name: 甲}"]),
        ("byline=记者 甲", [*CREDITS, "+  - {role: 记者, name: 甲}"]),
        ("byline=", CREDITS),
    ],
)  # fmt: skip
def test_an_edit_changes_the_lines_of_its_field_alone(
    newsroom: NewNewsroom, run: Run, setting: str, lines: list[str]
) -> None:
    paper = newsroom(with_issue(**{FILE: FILED, f"{ISSUE}/photos/lamp.jpg": photo_bytes(color="red")}))

    edited = run("article", "edit", "2022-10-12/sown", "--set", setting)

    assert edited.code == 0, edited.err
    assert changed_lines(paper) == lines


def test_a_photo_that_is_added_leaves_every_comment(newsroom: NewNewsroom, run: Run) -> None:
    paper = newsroom(with_issue(**{FILE: FILED, f"{ISSUE}/photos/lamp.jpg": photo_bytes(color="red")}))
    paper.write("tram.jpg", photo_bytes(color="blue"))

    added = run("photo", "add", "2022-10-12/sown", "tram.jpg", "--caption", "电车。", "--credit", "姓名 摄")

    assert added.code == 0, added.err
    assert [line for line in changed_lines(paper) if line.startswith("-")] == []
    assert "      - {name: 姓名}\n  - file: tram.jpg\n    caption: 电车。\n" in paper.read(FILE)


def test_the_first_credits_of_an_article_leave_the_comment_beside_their_key(newsroom: NewNewsroom, run: Run) -> None:
    text = "---\nheadline: 题\nbyline: []    # 每人一行\nsection: 社会\n---\n正文。\n"
    paper = newsroom(with_issue(**{FILE: text}))

    run("article", "edit", "2022-10-12/sown", "--set", "byline=记者 甲")

    assert paper.read(FILE) == text.replace(
        "byline: []    # 每人一行", "byline:    # 每人一行\n  - {role: 记者, name: 甲}"
    )


def test_the_body_of_the_template_stays_where_the_reporter_gives_none(desk: Callable[..., Desk], run: Run) -> None:
    paper = desk(**made(TEMPLATE))

    run("article", "add", *FIELDS, "--body", "")

    assert paper.read(FILE).partition("# 结尾\n---\n")[2] == "（电头之后从这里写起）\n\n## 小标题\n"


@pytest.mark.parametrize(
    ("byline", "left"), [("", "{role: 记者, name: 常驻}"), ("通讯员 姓名", "{role: 通讯员, name: 姓名}")]
)
def test_a_byline_of_the_template_stands_until_the_reporter_gives_one(
    desk: Callable[..., Desk], run: Run, byline: str, left: str
) -> None:
    paper = desk(**made("---\nbyline:\n  - {role: 记者, name: 常驻}\ndesk: 要闻部\n---\n"))

    story = ("--headline", "题", "--section", "社会", "--slug", "sown", "--body", "body.txt")
    filed = run("article", "add", *story, "--byline", byline)

    assert filed.code == 0, filed.err
    assert re.findall(r"\{.*\}", paper.read(FILE)) == [left]


def test_a_template_of_the_kind_comes_before_the_general_one(desk: Callable[..., Desk], run: Run) -> None:
    settings = SETTINGS + "kinds:\n  天气: {}\n"
    paper = desk(
        settings=settings, _photo="---\n# 图片\n---\n", _天气="---\n# 天气\n---\n", **made("---\n# 一般\n---\n")
    )
    fields = ("article", "add", "--section", "社会")

    for kind, more in (
        ("photo", PHOTO),
        ("天气", ()),
        ("story", ("--headline", "题", "--byline", "甲", "--body", "body.txt")),
    ):
        assert run(*fields, "--kind", kind, "--slug", kind, *more).code == 0  # fmt: skip

    comments = [paper.read(f"{ISSUE}/articles/{kind}.md").splitlines()[1] for kind in ("photo", "天气", "story")]
    assert comments == ["# 图片", "# 天气", "# 一般"]


def test_without_a_general_template_of_its_own_a_paper_has_the_one_that_ships(
    desk: Callable[..., Desk], run: Run
) -> None:
    paper = desk(_photo="---\n# 图片\n---\n")

    run("article", "add", *STORY)

    assert paper.read(FILE).startswith("---\nkicker:\nheadline: 秋播\n")


def test_a_kind_that_is_called_like_a_way_out_finds_no_template_there(desk: Callable[..., Desk], run: Run) -> None:
    settings = SETTINGS + "kinds:\n  ../../../secret: {}\n"
    paper = desk(settings=settings, **made("---\n# 一般\n---\n"))
    paper.write("secret.md", "---\n# 秘密\n---\n")
    paper.write(f"{TEMPLATES}/article-../x.md", "---\n# 秘密\n---\n")

    run("article", "add", "--kind", "../../../secret", "--slug", "sown", "--headline", "题")

    assert "# 一般" in paper.read(FILE)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("没有前置字段\n", "第 1 行有错"),
        ("---\nheadline: a: b\n---\n", "第 2 行有错"),
        ("---\nheadline: {{ headline }}\n---\n", "第 2 行有错"),
        ("---\n# 一\nbyline: &a [x]\n---\n", "第 3 行有错"),
        ("---\nheadline:\n  - 1\n---\n", "第 3 行有错"),
        ("---\nheadline: {{ headlin }}\n---\n", "第 2 行有错"),
        ("---\nx: {{ ''.__class__ }}\n---\n", "第 2 行有错"),
        ("---\nx: {{ 'x' * 10**9 }}\n---\n", "第 2 行有错"),
    ],
)
def test_a_template_that_makes_no_article_is_refused_and_nothing_is_written(
    desk: Callable[..., Desk], run: Run, template: str, said: str
) -> None:
    paper = desk(**made(template))
    before = snapshot(paper)

    refused = error(run("article", "add", *STORY, "--headline", "快讯: 秋播", "--json"), REFUSED, "bad-template")

    assert f"{TEMPLATES}/article.md" in refused["message"]
    assert said in refused["message"]
    assert snapshot(paper) == before


def test_a_headline_can_be_put_in_quotes_by_the_template(desk: Callable[..., Desk], run: Run) -> None:
    paper = desk(**made("---\nslugline: {{ headline | tojson }}\n# {{ headline }}\n---\n"))

    assert run("article", "add", *STORY, "--headline", '快讯: "秋播"').code == 0

    assert '\nslugline: "快讯: \\"秋播\\""\n# 快讯: "秋播"\n' in paper.read(FILE)


def test_the_template_in_the_documentation_works(desk: Callable[..., Desk], run: Run) -> None:
    page = (Path(__file__).parent.parent.parent / "docs/templates.md").read_text("utf-8")
    (shown,) = re.findall(r"^```markdown\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    paper = desk(**made(shown))

    assert run("article", "add", *STORY).code == 0

    assert paper.read(FILE).startswith("---\n# 稿签 2022-10-12（2022-10-12）\ndesk: 采访中心        # 部门\n")
    assert [f"`{name}`" in page for name in ("issue", "date", "kind", "headline", "section", "page", "number")] == [
        True
    ] * 7


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process where Linux lists them")
def test_ctrl_c_ends_a_template_that_does_not(desk: Callable[..., Desk]) -> None:
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    paper = desk(**made(loops))
    terminal = Terminal(newsroom_command("article", "add", *STORY), cwd=paper.root)
    children = Path(f"/proc/{terminal.child.pid}/task/{terminal.child.pid}/children")
    child = wait_until(lambda: [pid for pid in children.read_text().split() if "template_child" in command(pid)])[0]

    terminal.type(CTRL_C)

    assert terminal.end() == 130
    assert "template_child" not in command(child)


def command(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def wait_until(look: Callable[[], list[str]]) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while not (found := look()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return found
