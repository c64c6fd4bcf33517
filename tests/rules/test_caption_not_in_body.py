import pytest

from tests.rules.harness import found

ARTICLE = """\
---
headline: 冬小麦播种过九成
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
photos:
  - file: sowing.jpg
    caption: %s
    credit: 通讯员 姓名 摄
---
%s
"""
CHINESE = "农机手周广田驾驶播种机调了个头。天黑了，周广田打开车灯。村民王强说好。王强说，村民赵桂兰来了，赵桂兰笑。"
ENGLISH = (
    "The first thing Walt Hendry does is listen. County Engineer Dale Pruitt came. Crews shaved 640 pegs by hand. "
    "Friends of Harlow Bridge met on Mill Street."
)
RULE = "caption-not-in-body"


@pytest.mark.parametrize(
    ("caption", "body", "ours", "theirs"),
    [
        ("农机手周广由驾驶播种机。", CHINESE, "周广由", "周广田"),
        ("农机手周光田驾驶播种机。", CHINESE, "周光田", "周广田"),
        ("农机手朱广田驾驶播种机。", CHINESE, "朱广田", "周广田"),
        ("合作社的12台播种机。", "合作社有21台播种机。", "12台", "21台"),
        ("画作《临江秋播图》。", "画作《临江秋播园》。", "《临江秋播图》", "《临江秋播园》"),
        ("Walt Hendrey stands beside the bridge.", ENGLISH, "Walt Hendrey", "Walt Hendry"),
        ("Wait Hendry stands beside the bridge.", ENGLISH, "Wait Hendry", "Walt Hendry"),
        ("Crews shaved 460 pegs by hand.", ENGLISH, "460 pegs", "640 pegs"),
    ],
)
def test_what_the_body_says_otherwise_is_found(caption: str, body: str, ours: str, theirs: str) -> None:
    (finding,) = found(ARTICLE % (caption, body), RULE)
    assert finding.message == f"the caption says “{ours}”, the body “{theirs}”"
    assert (finding.line, finding.column) == (8, 14 + caption.index(ours))


@pytest.mark.parametrize(
    ("caption", "body"),
    [
        ("农机手周广田驾驶播种机。", CHINESE),
        ("农机手李大民驾驶播种机。", CHINESE),
        ("村民王强在地里。", CHINESE),
        ("村民王刚在地里。", CHINESE),
        ("摄影师周广由。", CHINESE),  # nobody whose title the body names
        ("合作社的3台播种机。", "合作社有21台收割机。"),
        ("现场有1341人。", "活动很热闹。"),
        ("Walt Hendry and Ann Pruitt at Harlow Bridge on Mill Street.", ENGLISH),
        ("Mill Streets are wet.", ENGLISH),
        ("Crews shaved 300 planks by hand.", ENGLISH),
        ("农机手周广由驾驶播种机。", ""),
    ],
)
def test_what_only_the_caption_tells_is_let_pass(caption: str, body: str) -> None:
    assert found(ARTICLE % (caption, body), RULE) == []


def test_a_huge_text_is_judged_in_time() -> None:
    assert found(ARTICLE % ("农机手周广由" * 150, "农机手周广田" * 5_000), RULE) != []
    assert found(ARTICLE % ("Walt Hendrey " * 70, "Walt Hendry. " * 100_000), RULE) == []
