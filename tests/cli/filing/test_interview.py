"""`newsroom article add` asks: every kind of story, answered with keys at a terminal, in this process."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from newsroom.errors import ExitCode
from tests.cli.checks import ENGLISH, snapshot
from tests.support.desk import ISSUE, PLAN, Desk, photo_bytes, with_a_past, with_issue
from tests.support.keys import (
    BODY,
    BYLINE,
    CHANGE_DECK,
    CTRL_C,
    CTRL_D,
    CTRL_U,
    DONE,
    DOWN,
    ENTER,
    FILED,
    LEAVE,
    PHOTO_CREDIT,
    PICTURE,
    SAVE,
    STORY,
    TEXT,
    Step,
    keys_of,
    paste,
    plain,
    questions,
    run_with_keys,
)
from tests.support.photos import BYLINE as IIM_BYLINE
from tests.support.photos import CAPTION, COPYRIGHT, iim, jpeg, resources

ARTICLE = f"{ISSUE}/articles/冬小麦播种过九成.md"
PHOTO = f"{ISSUE}/photos/sowing.jpg"
QUESTIONS = tuple(dict.fromkeys(step.asked for step in (*STORY, *CHANGE_DECK)))
SCRIPT = (*STORY, *CHANGE_DECK, SAVE)

# An option for every question of a story; where each is given, the review comes at once.
FLAGS = {
    "期": ["--issue", "2022-10-12"],
    "体裁": ["--kind", "story"],
    "主题": ["--headline", "冬小麦播种过九成"],
    "引题": ["--kicker", "秋收秋种一线"],
    "副题": ["--deck", ""],
    "版名": ["--section", "乡村振兴"],
    "版次": ["--page", "1"],
    "署名": ["--byline", "记者 周一新", "--byline", "通讯员 林小满"],
    "正文": ["--body", "../body.txt"],
    "图片": ["--photo", "../sowing.jpg", "--caption", "农机手在地头调试播种机。", "--credit", "通讯员 林小满"],
}

NO_PHOTO = ["--photo", "", "--caption", "", "--credit", ""]


def flags_but(*questions: str) -> list[str]:
    """Options that answer all but these questions."""
    return [flag for question, flags in FLAGS.items() if question not in questions for flag in flags]


@pytest.fixture
def desk(newsroom: Callable[..., Desk]) -> Iterator[Desk]:
    """A newsroom with an issue; beside it lie a photo and a body."""
    desk = newsroom({f"{ISSUE}/issue.yaml": PLAN})
    (desk.root.parent / "sowing.jpg").write_bytes(photo_bytes())
    (desk.root.parent / "body.txt").write_text(BODY)
    yield desk
    assert desk.is_clean()


def front_matter(desk: Desk, path: str = ARTICLE) -> str:
    return desk.read(path).split("\n---\n")[0] + "\n"


def add(steps: Sequence[Step], *arguments: str) -> list[str]:
    """File an article; the questions that were asked, in order."""
    result = run_with_keys(keys_of(steps), "article", "add", *arguments)
    assert result.code == ExitCode.DONE, plain(result.err)
    asked = dict.fromkeys(step.asked for step in steps)
    return questions(result.err, *asked, *QUESTIONS)


def asked_by(steps: Sequence[Step]) -> list[str]:
    asked = [step.asked for step in steps]
    return [question for at, question in enumerate(asked) if at == 0 or asked[at - 1] != question]


def test_a_whole_story(desk: Desk) -> None:
    result = run_with_keys(keys_of(SCRIPT), "article", "add")

    assert result.code == ExitCode.DONE, plain(result.err)
    assert questions(result.err, *QUESTIONS, SAVE.asked) == asked_by(SCRIPT)
    assert desk.read(ARTICLE) == FILED
    assert (desk.root / PHOTO).read_bytes() == photo_bytes()
    assert desk.files_of_last_commit() == [ARTICLE, PHOTO]
    assert desk.commits() == ["Add article: 冬小麦播种过九成", "start"]
    assert result.out == f"{ARTICLE}\n{PHOTO}\n"
    assert "已交到 2022-10-12 这一期" in plain(result.err)
    asked = re.sub(r"^issues/[^\0]*?^(?=1 篇稿件)", "", plain(result.err), flags=re.MULTILINE)  # without the article
    assert set(re.findall("[A-Za-z]{2,}", asked)) == {"Esc", "Tab", "sowing", "jpg"}  # all else is Chinese


def test_a_whole_story_as_json(desk: Desk) -> None:
    result = run_with_keys(SAVE.keys, "article", "add", "--json", *flags_but())

    article = json.loads(result.out)
    assert article["headline"] == "冬小麦播种过九成"
    assert article["commit"] == desk.git("rev-parse", "HEAD").strip()
    assert article["findings"] == []


@pytest.mark.parametrize(
    "given", [("期", "主题", "副题", "版次", "正文"), ("体裁", "引题", "版名", "署名", "图片")], ids=["odd", "even"]
)
def test_what_an_option_says_is_not_asked(desk: Desk, given: tuple[str, ...]) -> None:
    flags = [flag for question in given for flag in FLAGS[question]]
    steps = [step for step in STORY if not step.belongs_to(*given)]

    assert add([*steps, *CHANGE_DECK, SAVE], *flags) == asked_by([*steps, *CHANGE_DECK, SAVE])
    assert desk.read(ARTICLE) == FILED


def test_with_every_option_only_the_review_is_left(desk: Desk) -> None:
    assert add([SAVE], *flags_but()) == [SAVE.asked]
    assert desk.read(ARTICLE) == FILED.replace("deck: ——全市秋种工作见闻", "deck:")


def test_empty_options_are_answers(desk: Desk) -> None:
    empty = ["--headline", "--kicker", "--deck", "--page", "--byline", "--body", "--photo", "--caption", "--credit"]
    flags = [word for flag in empty for word in (flag, "")]
    assert add([SAVE], "--issue", "2022-10-12", "--kind", "brief", "--section", "社会", *flags) == [SAVE.asked]
    assert front_matter(desk, f"{ISSUE}/articles/brief.md").count(":\n") == 6


def test_agency_copy_needs_no_byline(desk: Desk) -> None:
    steps = [step for step in STORY if not step.belongs_to("署名")]
    assert add([*steps, SAVE], "--source", "新华社") == asked_by([*steps, SAVE])
    assert "byline:\nsource: 新华社\n" in desk.read(ARTICLE)


def test_a_photo_stands_alone(desk: Desk) -> None:
    steps = [
        Step("期"),
        Step("体裁", "图片" + ENTER),
        Step("主题"),
        Step("版名", "社会" + ENTER),
        Step("版次"),
        *PICTURE,
        STORY[-1],
        SAVE,
    ]
    assert add(steps) == asked_by(steps)
    [path, photo] = desk.files_of_last_commit()
    assert photo == PHOTO
    assert "kind: photo\nbyline:\nphotos:\n  - file: sowing.jpg\n" in desk.read(path)
    assert desk.read(path).endswith("status: draft\n---\n")


def test_a_notice_is_asked_for_little_and_enter_skips_it(desk: Desk) -> None:
    steps = [
        Step("期"),
        Step("体裁", "公告" + ENTER),
        Step("主题", "停水公告" + ENTER),
        Step("版名"),
        Step("版次"),
        Step("正文"),
        Step("正文", "明日停水。" + DONE),
        Step("图片 1"),
        SAVE,
    ]
    assert add(steps) == asked_by(steps)
    assert desk.read(f"{ISSUE}/articles/停水公告.md") == (
        "---\nkicker:\nheadline: 停水公告\ndeck:\nsection:\npage:\nkind: notice\nbyline:\nphotos:\nstatus: draft\n---\n"
        "明日停水。\n"
    )


def test_a_brief(desk: Desk) -> None:
    steps = [
        Step("期"),
        Step("体裁", "简讯" + ENTER),
        Step("主题"),
        Step("版名", "社会" + ENTER),
        Step("版次"),
        *BYLINE,
        Step("正文"),
        Step("正文", "今日晴。" + DONE),
        Step("图片 1"),
        SAVE,
    ]
    assert add(steps) == asked_by(steps)


def test_a_commentary_by_a_name_alone(desk: Desk) -> None:
    steps = [Step("体裁", "评论" + ENTER), Step("署名", "林小满" + ENTER)]
    flags = flags_but("体裁", "署名")
    assert add([*steps, Step("署名：还有谁？"), SAVE], *flags)[-1] == SAVE.asked
    assert "byline:\n  - {name: 林小满}\n" in desk.read(ARTICLE)


def test_a_story_can_not_be_signed_by_a_name_alone(desk: Desk) -> None:
    flags = flags_but("署名")
    result = run_with_keys("林小满" + ENTER, "article", "add", *flags)
    assert "? 林小满：身份" in plain(result.err)
    assert "只署姓名" not in plain(result.err)


def byline_of(desk: Desk, *steps: Step, kind: str = "story") -> str:
    flags = flags_but("署名", "体裁")
    add([*steps, Step("署名：还有谁？"), SAVE], *flags, "--kind", kind)
    return "\n".join(re.findall(r"\{.*\}", desk.read(ARTICLE).split("photos:")[0]))


def test_people_of_one_role_in_one_answer(desk: Desk) -> None:
    said = byline_of(desk, Step("署名", "周一新、林小满" + ENTER), Step("周一新、林小满：身份", "实习" + ENTER))
    assert said == "{role: 实习记者, name: 周一新}\n{role: 实习记者, name: 林小满}"


def test_people_of_no_role_in_one_answer(desk: Desk) -> None:
    assert (
        byline_of(desk, Step("署名", "周一新、林小满" + ENTER), kind="commentary") == "{name: 周一新}\n{name: 林小满}"
    )


@pytest.mark.parametrize("name", ["John Smith", "约翰·史密斯", "张 三", "阿依古丽·买买提"])
def test_one_person_stays_one(desk: Desk, name: str) -> None:
    said = byline_of(desk, Step("署名", name + ENTER), Step(f"{name.replace('张 三', '张三')}：身份"))
    assert said == f"{{role: 记者, name: {name.replace('张 三', '张三')}}}"


@pytest.mark.parametrize("typed", ["通讯员", "特派员 林小满", "周一新 林小满"])
def test_a_byline_that_can_not_be_is_corrected(desk: Desk, typed: str) -> None:
    byline = Step("署名", typed + ENTER + CTRL_U + "记者 林小满" + ENTER)
    add([byline, BYLINE[-1], SAVE], *flags_but("署名"))
    assert "byline:\n  - {role: 记者, name: 林小满}\n" in desk.read(ARTICLE)


@pytest.mark.parametrize(
    "typed", ["本报记者 周一新 通讯员 林小满", "记者周一新 通讯员林小满", "本报讯（记者 周一新 通讯员 林小满）"]
)
def test_a_whole_credit_in_one_answer(desk: Desk, typed: str) -> None:
    said = byline_of(desk, Step("署名", typed + ENTER))
    assert said == "{role: 记者, name: 周一新}\n{role: 通讯员, name: 林小满}"


def test_a_byline_that_is_left_out_is_found(desk: Desk) -> None:
    flags = flags_but("署名")
    result = run_with_keys(ENTER + SAVE.keys, "article", "add", *flags)
    assert result.code == ExitCode.DONE
    assert front_matter(desk).count("byline:\n") == 1
    shown = plain(result.err)
    assert shown.count("[missing-byline]") == 2  # in the review, and when it is filed
    assert "交稿前还要补" in shown


def test_what_is_wrong_is_shown_before_it_is_saved(desk: Desk) -> None:
    steps = [
        *STORY[:12],
        Step("正文", DONE),
        PICTURE[0],
        Step("图片说明"),
        Step("图片署名"),
        STORY[-1],
    ]
    result = run_with_keys(keys_of([*steps, LEAVE]), "article", "add")
    review = plain(result.err).split("? 接下来？")[0]
    for rule in ("missing-body", "missing-caption", "missing-photo-credit"):
        assert f"[{rule}]" in review
    assert "1 篇稿件，3 个错误" in review


def test_a_photographer_is_offered_first_for_a_photo(desk: Desk) -> None:
    flags = flags_but("图片")
    steps = [*PICTURE[:3], Step("林小满：身份"), STORY[-1], SAVE]
    add(steps, *flags)
    assert "      - {role: 摄影, name: 林小满}\n" in desk.read(ARTICLE)


STORY_BY_FLAGS = FILED.replace("deck: ——全市秋种工作见闻", "deck:")


def test_the_headline_that_a_story_needs_can_not_be_skipped(desk: Desk) -> None:
    headline = Step("主题", ENTER + "  " + ENTER + CTRL_U + "冬小麦播种过九成" + ENTER)
    assert add([headline, SAVE], *flags_but("主题")) == ["主题", SAVE.asked]
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_a_page_that_is_none_is_corrected(desk: Desk) -> None:
    page = Step("版次", "三" + ENTER + CTRL_U + "第1版" + ENTER + CTRL_U + "1" + ENTER)
    add([page, SAVE], *flags_but("版次"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_a_photo_that_is_none_is_corrected(desk: Desk) -> None:
    wrong = "../body.txt" + ENTER + CTRL_U + "../no.jpg" + ENTER + CTRL_U + "'../sowing.jpg'" + ENTER
    add([Step("图片 1", wrong), *STORY[-4:], SAVE], *flags_but("图片"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_a_body_from_a_file(desk: Desk) -> None:
    (desk.root.parent / "gbk.txt").write_bytes("全市秋播进入尾声。".encode("gbk"))
    file = Step("文件", "../no.txt" + ENTER + CTRL_U + "../gbk.txt" + ENTER + CTRL_U + "'../body.txt'" + ENTER)
    add([Step("正文", "文件" + ENTER), file, SAVE], *flags_but("正文"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_a_body_from_the_editor(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "cp ../body.txt")
    add([Step("正文", "编辑器" + ENTER), SAVE], *flags_but("正文"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_an_editor_that_fails_loses_no_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question is asked again, with what went wrong: the headline that was typed before is worth more."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    add([STORY[2], Step("正文", "编辑器" + ENTER), *TEXT, SAVE], *flags_but("主题", "正文"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_what_the_editor_left_and_can_not_be_printed_stands_there_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A whole story was written in it: it is mended in the editor, not written again."""
    script = tmp_path / "editor.sh"
    script.write_text('[ -s "$1" ] && exec sed -i "s/\x93//" "$1"\nprintf "\\302\\223" | cat - ../body.txt > "$1"\n')
    monkeypatch.setenv("EDITOR", f"sh {script}")
    add([Step("正文", "编辑器" + ENTER), Step("正文", "编辑器" + ENTER), SAVE], *flags_but("正文"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_an_editor_that_fails_on_a_change_leaves_the_body_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no other way to change a body that is there: asking again would fail for ever."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    result = run_with_keys(
        keys_of([CHANGE_DECK[0], Step("改哪一项？", "正文" + ENTER), SAVE]), "article", "add", *flags_but()
    )
    assert plain(result.err).count("no-such-editor") == 1
    assert result.code == ExitCode.DONE
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_a_body_left_out_for_now(desk: Desk) -> None:
    add([Step("正文", "先空着" + ENTER), SAVE], *flags_but("正文"))
    assert desk.read(ARTICLE).endswith("status: draft\n---\n")


def test_two_photos_and_one_twice(desk: Desk) -> None:
    (desk.root.parent / "lamp.png").write_bytes(photo_bytes(kind="PNG"))
    second = [Step("图片 2", "../lamp.png" + ENTER), Step("图片说明", "灯下夜读。" + ENTER), *PHOTO_CREDIT]
    third = [Step("图片 3", "../sowing.jpg" + ENTER), Step("图片说明", "同一张。" + ENTER), *PHOTO_CREDIT]
    add([*PICTURE, *second, *third, Step("图片 4"), SAVE], *flags_but("图片"))
    assert desk.files_of_last_commit() == [ARTICLE, f"{ISSUE}/photos/lamp.png", PHOTO]
    assert re.findall("file: (.*)", desk.read(ARTICLE)) == ["sowing.jpg", "lamp.png", "sowing.jpg"]


def test_a_page_of_the_plan_spares_the_question_for_the_section(desk: Desk) -> None:
    assert add([SAVE], *flags_but("版名", "版次"), "--page", "3") == [SAVE.asked]
    assert "section:\npage: 3\n" in desk.read(ARTICLE)


@pytest.mark.parametrize(("page", "found"), [("3", False), ("1", True)])
def test_a_page_of_the_plan_gives_the_section(desk: Desk, page: str, found: bool) -> None:
    keys = keys_of([Step("版名", "随版面" + ENTER), Step("版次", page + ENTER), SAVE])
    result = run_with_keys(keys, "article", "add", *flags_but("版名", "版次"))
    assert result.code == ExitCode.DONE
    assert f"section:\npage: {page}\n" in desk.read(ARTICLE)
    assert ("[missing-section]" in plain(result.err)) == found


def test_where_no_page_has_a_section_the_plan_is_not_offered(newsroom: Callable[..., Desk]) -> None:
    newsroom({f"{ISSUE}/issue.yaml": 'date: 2022-10-12\npages:\n  - {page: "1"}\n'})
    result = run_with_keys(
        "", "article", "add", *FLAGS["期"], *FLAGS["体裁"], *FLAGS["主题"], "--kicker", "", "--deck", ""
    )
    assert "? 版名" in plain(result.err)
    assert "随版面" not in plain(result.err)


def test_the_issue_is_the_next_one_or_another(newsroom: Callable[..., Desk]) -> None:
    coming = "issues/2999-01-01/issue.yaml"
    desk = newsroom({f"{ISSUE}/issue.yaml": PLAN, coming: "date: 2999-01-01\n", "issues/2999-01-02/issue.yaml": ""})
    flags = flags_but("期", "正文", "图片")
    for keys, issue in (("", "2999-01-01"), ("10-12", "2022-10-12"), ("稿库", "pool")):
        assert add([Step("期", keys + ENTER), SAVE], *flags, "--body", "", *NO_PHOTO) == ["期", SAVE.asked]
        assert desk.files_of_last_commit() == [f"issues/{issue}/articles/冬小麦播种过九成.md"]


def test_without_an_issue_copy_goes_to_the_pool(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom()
    assert add([Step("期"), SAVE], *flags_but("期", "正文", "图片"), "--body", "", *NO_PHOTO) == ["期", SAVE.asked]
    assert desk.files_of_last_commit() == ["issues/pool/articles/冬小麦播种过九成.md"]


CHANGES = {
    "期": ([Step("期", "稿库" + ENTER)], "", ""),
    "体裁": ([Step("体裁", "评论" + ENTER)], "kind: story", "kind: commentary"),
    "主题": ([Step("主题", "！" + ENTER)], "headline: 冬小麦播种过九成", "headline: 冬小麦播种过九成！"),
    "引题": ([Step("引题", CTRL_U + ENTER)], "kicker: 秋收秋种一线", "kicker:"),
    "副题": ([Step("副题", CTRL_U + "另一个副题" + ENTER)], "deck: ——全市秋种工作见闻", "deck: 另一个副题"),
    "版名": ([Step("版名", "社会" + ENTER)], "section: 乡村振兴", "section: 社会"),
    "版次": ([Step("版次", CTRL_U + "4-5" + ENTER)], "page: 1", "page: 4-5"),
    "署名": (
        [Step("署名", CTRL_U + "供图 周一新" + ENTER), Step("署名：还有谁？", CTRL_U + ENTER)],
        "  - {role: 记者, name: 周一新}\n  - {role: 通讯员, name: 林小满}",
        "  - {role: 供图, name: 周一新}",
    ),
    "正文": ([], "进入尾声", "进入末尾"),
    "图片": (
        [Step("图片 1", CTRL_U + ENTER)],
        FILED[FILED.index("photos:") : FILED.index("\nstatus:")],
        "photos:",
    ),
}


@pytest.mark.parametrize("field", CHANGES)
def test_one_thing_is_changed(desk: Desk, field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/尾声/末尾/")
    steps, before, after = CHANGES[field]
    change = [CHANGE_DECK[0], Step("改哪一项？", field + ENTER), *steps]
    flags = [*flags_but(), "--deck", "——全市秋种工作见闻"]

    assert add([*change, SAVE], *flags) == asked_by([*change, SAVE])
    [path, *photos] = desk.files_of_last_commit()
    assert desk.read(path) == FILED.replace(before, after)
    assert path.startswith("issues/pool/articles/" if field == "期" else f"{ISSUE}/articles/")
    assert bool(photos) == (field != "图片")


def test_a_change_begins_with_what_stands_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "true")
    fields = ("期", "体裁", "主题", "引题", "副题", "版名", "版次", "正文")
    steps = [step for field in fields for step in (CHANGE_DECK[0], Step("改哪一项？", field + ENTER), Step(field))]
    steps = [step for step in steps if step.asked != "正文"]
    add([*steps, SAVE], *flags_but(), "--deck", "——全市秋种工作见闻")
    assert desk.read(ARTICLE) == FILED


def test_only_what_a_kind_has_can_be_changed(desk: Desk) -> None:
    result = run_with_keys(keys_of([CHANGE_DECK[0]]), "article", "add", *flags_but(), "--kind", "photo")
    offered = plain(result.err).split("? 改哪一项？")[1]
    assert [word for word in FLAGS if word in offered] == ["期", "体裁", "主题", "版名", "版次", "图片"]


def test_a_picture_that_a_story_becomes_keeps_no_body(desk: Desk) -> None:
    """It could not be changed any more, and the page would print it."""
    steps = [CHANGE_DECK[0], Step("改哪一项？", "体裁" + ENTER), Step("体裁", "图片" + ENTER), SAVE]
    add(steps, *flags_but())
    assert desk.read(ARTICLE).endswith("status: draft\n---\n")


def test_leave_writes_nothing(desk: Desk) -> None:
    before = snapshot(desk)
    result = run_with_keys(keys_of([*STORY, *CHANGE_DECK, LEAVE]), "article", "add")
    assert result.code == ExitCode.INTERRUPTED
    assert result.out == ""
    assert "什么都没有写入" in plain(result.err)
    assert snapshot(desk) == before


def test_dry_run_asks_and_writes_nothing(desk: Desk) -> None:
    before = snapshot(desk)
    result = run_with_keys(keys_of(SCRIPT), "article", "add", "--dry-run")
    assert result.code == ExitCode.DONE
    assert FILED.rstrip("\n") in result.out
    assert snapshot(desk) == before


def test_no_input_asks_nothing(desk: Desk) -> None:
    result = run_with_keys(keys_of(SCRIPT), "article", "add", "--no-input")
    assert result.code == ExitCode.USAGE
    assert questions(result.err, *QUESTIONS) == []


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        (["--slug", "sowing"], ExitCode.REFUSED),
        (["--issue", "2022-10-13"], ExitCode.REFUSED),
        (["--photo", "no.jpg", "--caption", "", "--credit", ""], ExitCode.REFUSED),
        (["--body", "no.txt"], ExitCode.REFUSED),
        (["--photo", "no.jpg"], ExitCode.USAGE),
        (["--kind", "poem"], ExitCode.USAGE),
        (["--page", "三"], ExitCode.USAGE),
    ],
)
def test_what_can_not_be_is_refused_before_anything_is_asked(
    newsroom: Callable[..., Desk], flags: list[str], code: ExitCode
) -> None:
    newsroom(with_issue())
    result = run_with_keys("", "article", "add", *flags)
    assert questions(result.err, *QUESTIONS) == []
    assert result.code == code


def test_a_repository_in_no_state_for_it_is_refused_before_anything_is_asked(desk: Desk) -> None:
    desk.git("switch", "-q", "--detach")
    result = run_with_keys("", "article", "add")
    assert questions(result.err, *QUESTIONS) == []
    assert result.code == ExitCode.REFUSED


def test_in_english(newsroom: Callable[..., Desk]) -> None:
    desk = newsroom({f"{ISSUE}/issue.yaml": PLAN.replace(", section: 社会", "")}, settings=ENGLISH)
    (desk.root.parent / "mill.jpg").write_bytes(photo_bytes())
    steps = [
        Step("Issue"),
        Step("Kind", "story" + ENTER),
        Step("Headline", "Old Mill to Open Its Doors" + ENTER),
        Step("Kicker"),
        Step("Deck"),
        Step("Section", "comm" + ENTER),
        Step("Page"),
        Step("Byline", "Ann Lee and Bob Ray" + ENTER),
        Step("Ann Lee, Bob Ray: role", "staff" + ENTER),
        Step("Byline, and who else?"),
        Step("Body"),
        Step("Body", paste("The mill opens on Friday.") + DONE),
        Step("Photo 1", "../mill.jpg" + ENTER),
        Step("Caption", "The mill, seen from the river." + ENTER),
        Step("Photo credit", "Cy Young" + ENTER),
        Step("Cy Young: role", DOWN + ENTER),
        Step("Photo 2"),
        Step("And now?"),
    ]
    result = run_with_keys(keys_of(steps), "article", "add")
    assert result.code == ExitCode.DONE, plain(result.err)
    assert questions(result.err, *dict.fromkeys(step.asked for step in steps)) == asked_by(steps)
    assert not re.search("[\u3400-\u9fff]", plain(result.err))
    assert desk.read(f"{ISSUE}/articles/old-mill-to-open-its-doors.md") == (
        "---\nkicker:\nheadline: Old Mill to Open Its Doors\ndeck:\nsection: Community\npage:\nkind: story\nbyline:\n"
        "  - {role: Staff Writer, name: Ann Lee}\n  - {role: Staff Writer, name: Bob Ray}\n"
        "photos:\n  - file: mill.jpg\n    caption: The mill, seen from the river.\n    credit:\n"
        "      - {role: Staff Writer, name: Cy Young}\nstatus: draft\n---\nThe mill opens on Friday.\n"
    )


@pytest.fixture
def known(desk: Desk) -> Desk:
    """What the index knows is made sure of first: a terminal brings it up to date meanwhile."""
    return with_a_past(desk)


def test_the_usual_role_is_filled_in_and_said(known: Desk) -> None:
    steps = [Step("署名", "周一新" + ENTER), Step("署名：还有谁？", "林小满" + ENTER), Step("署名：还有谁？")]
    result = run_with_keys(keys_of([*steps, SAVE]), "article", "add", *flags_but("署名"), "--column", "")
    assert "照以往署名：记者 周一新。" in plain(result.err)
    assert "照以往署名：通讯员 林小满。" in plain(result.err)
    assert known.read(ARTICLE) == STORY_BY_FLAGS


def test_people_whose_usual_roles_differ_are_asked_about(known: Desk) -> None:
    asked = add([Step("署名", "周一新、林小满" + ENTER), Step("周一新、林小满：身份"), Step("署名：还有谁？"), SAVE],
                *flags_but("署名"), "--column", "")  # fmt: skip
    assert asked[1] == "周一新、林小满：身份"


def test_a_column_is_asked_for_once_the_paper_has_used_one(known: Desk) -> None:
    assert add([Step("栏目", "麦收" + ENTER), SAVE], *flags_but()) == ["栏目", SAVE.asked]
    assert "column: 麦收\n" in known.read(ARTICLE)


def test_a_dateline_can_always_be_added(desk: Desk) -> None:
    change = [CHANGE_DECK[0], Step("改哪一项？", "电头" + ENTER), Step("电头地点", "临江" + ENTER)]
    add([*change, SAVE], *flags_but())
    assert "dateline: 临江\n" in desk.read(ARTICLE)


# Caption and credit in GBK, without a mark that says so, as Chinese picture programs write them.
SHOT = jpeg(
    photoshop=resources(
        iim(
            (2, CAPTION, "农机手在地头调试播种机。".encode("gbk")),
            (2, IIM_BYLINE, "本报通讯员 林小满 摄".encode("gbk")),
            (2, COPYRIGHT, "临江日报社".encode("gbk")),
        )
    )
)


def test_what_a_photo_says_of_itself_is_shown_and_taken_with_a_yes(desk: Desk) -> None:
    (desk.root.parent / "sowing.jpg").write_bytes(SHOT)
    steps = [PICTURE[0], Step("图片说明"), Step("图片署名"), STORY[-1], SAVE]
    result = run_with_keys(keys_of(steps), "article", "add", *flags_but("图片"))
    assert result.code == ExitCode.DONE, plain(result.err)
    shown = plain(result.err)
    assert "60 × 40" in shown
    assert "临江日报社" in shown
    assert "像素" in shown
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_what_a_photo_says_of_itself_can_be_changed(desk: Desk) -> None:
    (desk.root.parent / "sowing.jpg").write_bytes(SHOT)
    caption = Step("图片说明", CTRL_U + "播种。" + ENTER)
    credit = Step("图片署名", CTRL_U + "摄影 周一新" + ENTER)
    add([PICTURE[0], caption, credit, STORY[-1], SAVE], *flags_but("图片"))
    said = "caption: 播种。\n    credit:\n      - {role: 摄影, name: 周一新}\n"
    assert said in desk.read(ARTICLE)


def test_pasted_text_is_cleaned_and_what_was_taken_out_is_named(desk: Desk) -> None:
    steps = [Step("主题", paste("冬小麦\u200b播种过九成\u202e") + ENTER), TEXT[0]]
    steps.append(Step("正文", paste(BODY.replace("过九成", "过\x07九成")) + DONE))
    result = run_with_keys(keys_of([*steps, SAVE]), "article", "add", *flags_but("主题", "正文"))
    shown = "".join(plain(result.err).split())  # folded at the edge of the terminal
    assert "零宽字符U+200B（第1行第4列）、方向控制符U+202E（第1行第10列）" in shown
    assert "控制字符U+0007（第3行第" in shown
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_pasted_text_that_can_not_be_cleaned_safely_is_asked_for_anew(desk: Desk) -> None:
    add([Step("主题", "\x93题\x94" + ENTER + CTRL_U + "冬小麦播种过九成" + ENTER), SAVE], *flags_but("主题"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def check_interrupted(desk: Desk, keys: str, steps: Sequence[Step], *flags: str) -> None:
    """The last of `steps` was not answered any more."""
    before = snapshot(desk)
    result = run_with_keys(keys, "article", "add", *flags)

    assert result.code == ExitCode.INTERRUPTED
    assert questions(result.err, *QUESTIONS, SAVE.asked) == asked_by(steps)
    assert result.out == ""
    assert "已停止，什么都没有写入。" in plain(result.err)
    assert snapshot(desk) == before
    assert desk.git("diff", "--cached") == ""


@pytest.mark.parametrize("answered", range(len(SCRIPT)))
def test_interrupted_at_every_question(desk: Desk, answered: int) -> None:
    """Were the key ignored, the rest of the script would file the story."""
    keys = keys_of(SCRIPT[:answered]) + CTRL_C + keys_of(SCRIPT[answered:])
    check_interrupted(desk, keys, SCRIPT[: answered + 1])


@pytest.mark.parametrize("question", ["期", "主题", "署名", "正文", "图片", SAVE.asked])
@pytest.mark.parametrize("key", [CTRL_D, ""], ids=["Ctrl-D", "closed terminal"])
def test_ended_at_a_question_of_every_sort(desk: Desk, question: str, key: str) -> None:
    """At a choice, a text, a choice again, lines, a path, and when all is answered."""
    steps = [step for step in SCRIPT if step.asked.startswith(question)]
    asked = 2 if question == "正文" else 1
    rest = keys_of([*steps[asked - 1 :], *STORY[-4:], SAVE]) if key else ""
    check_interrupted(desk, keys_of(steps[: asked - 1]) + key + rest, steps[:asked], *flags_but(question))


def test_a_photo_whose_name_can_not_be_a_file_everywhere_is_asked_for_anew(desk: Desk) -> None:
    (desk.root.parent / "10:30.jpg").write_bytes(photo_bytes(color="gold"))
    photo = Step("图片 1", "../10:30.jpg" + ENTER + CTRL_U + "../sowing.jpg" + ENTER)
    add([photo, *STORY[-4:], SAVE], *flags_but("图片"))
    assert desk.read(ARTICLE) == STORY_BY_FLAGS


def test_what_can_not_be_kept_is_not_left(desk: Desk) -> None:
    """Something stands in the place where it would be kept; leaving would lose the story."""
    desk.write(".git/newsroom/kept", "in the way")
    result = run_with_keys(keys_of([*STORY, LEAVE, SAVE]), "article", "add")
    assert result.code == ExitCode.DONE
    assert "没法替你留着" in plain(result.err)
    assert desk.read(ARTICLE) == STORY_BY_FLAGS
