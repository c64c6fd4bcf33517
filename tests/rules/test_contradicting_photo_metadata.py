import pytest

from tests.rules.harness import found
from tests.support.examples import with_photo

RULE = "contradicting-photo-metadata"


@pytest.mark.parametrize(
    ("facts", "credit"),
    [
        ("creator: 郑秋禾", "通讯员 袁子衿 摄"),
        ("creator: 郑秋禾、林望舒", "通讯员 袁子衿 摄"),
        ("creator: 新华社记者 郑秋禾", "记者 袁子衿 摄"),
        ("caption: 农机手在地头。新华社记者 郑秋禾 摄", "记者 袁子衿 摄"),
        ("caption: 农机手在地头。（郑秋禾 摄）", "记者 袁子衿 摄"),
        ("creator: Ana Ortiz", "Mark Hall"),
        ("creator: Renée O'Neil", "Mark Hall"),
    ],
)
def test_another_photographer_is_found(facts: str, credit: str) -> None:
    assert len(found(with_photo(facts, credit=credit), RULE)) == 1


@pytest.mark.parametrize(
    ("facts", "credit"),
    [
        ("creator: 郑秋禾", "通讯员 郑秋禾 摄"),
        ("creator: 郑秋禾", "通讯员 袁子衿、郑秋禾 摄"),
        ("creator: 郑秋禾、袁子衿", "通讯员 袁子衿 摄"),
        ("creator: 新华社记者 袁子衿", "记者 袁子衿 摄"),
        ("caption: 农机手在地头。新华社记者 袁子衿 摄", "记者 袁子衿 摄"),
        ("caption: 农机手给郑秋禾摄影。", "记者 袁子衿 摄"),
        ("creator: Zheng Qiuhe", "通讯员 袁子衿 摄"),
        ("creator: 望江区融媒体中心", "通讯员 袁子衿 摄"),
        ("creator: 高新区公安局", "通讯员 袁子衿 摄"),
        ("creator: 视觉中国", "通讯员 袁子衿 摄"),
        ("creator: 新华社", "通讯员 袁子衿 摄"),
        ("creator: 老郑", "通讯员 袁子衿 摄"),
        ("creator: NIKON Z 6", "通讯员 袁子衿 摄"),
        ("creator: 郑秋禾", "新华社 供图"),
        ("creator: 郑秋禾", "视觉中国"),
        ("creator: 郑秋禾", "通讯员 姓名 摄"),
        ("creator: 郑秋禾", ""),
        ("creator: Getty Images", "Mark Hall"),
        ("creator: Canon EOS R5", "Mark Hall"),
        ("creator: Hall, Mark", "Mark Hall"),
        ("creator: M. Hall", "Mark Hall"),
        ("creator: mhall", "Mark Hall"),
        ("creator: Ana Ortiz", "Courtesy of the Linden Library"),
        ("creator: City of Linden", "Mark Hall"),
        ("taken: 2022-10-01", "Mark Hall"),
    ],
)
def test_what_is_no_sure_contradiction_is_passed_over(facts: str, credit: str) -> None:
    assert not found(with_photo(facts, credit=credit), RULE)


def test_both_names_are_said_at_the_credit() -> None:
    [finding] = found(with_photo("creator: 郑秋禾", credit="通讯员 袁子衿 摄"), RULE)

    assert finding.message == "harvest.jpg itself names 郑秋禾 as its photographer, the credit says 袁子衿"
    assert (finding.field, finding.line, finding.severity) == ("photos[0].credit", 7, "warning")


@pytest.mark.parametrize("text", ["林", "John ", "A-", "王 、", "。摄"])
def test_names_of_any_length_are_read(text: str) -> None:
    facts = f"creator: {text * 2000}\ncaption: {text * 2000}"

    assert not found(with_photo(facts, credit=f"通讯员 {text * 20000}"), RULE)
