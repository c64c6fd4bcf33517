from newsroom.model.finding import Finding
from tests.rules.harness import found

ARTICLE = """\
==> register.yaml <==
terms:
  - {wrong: 常委副区长, right: 区委常委、副区长, why: 职务全称, from: 2022-01-01}
  - {wrong: [高研, 高妍], right: 高岩, kind: name, fix: yes}
  - {wrong: 某某某}
==> articles/sowing.md <==
---
headline: %s
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
credit_line: %s
---
%s
"""


def judged(headline: str = "秋播", credit_line: str = "", body: str = "全市秋播。") -> list[Finding]:
    return found(ARTICLE % (headline, credit_line, body), "register-term")


def test_a_wrong_form_is_found_with_the_right_one_and_why() -> None:
    (finding,) = judged("常委副区长下乡")
    assert finding.message == "“常委副区长” is wrong by the paper's register"
    assert finding.help == "write “区委常委、副区长”: 职务全称"
    assert (finding.line, finding.column, finding.severity) == (2, 11, "error")


def test_the_credit_line_is_looked_at_too() -> None:
    (finding,) = judged(credit_line="本报讯（通讯员 高妍）")
    assert (finding.field, finding.line, finding.column) == ("credit_line", 6, 22)


def test_a_form_that_is_not_wanted_at_all_is_found() -> None:
    (finding,) = judged(body="某某某来了。")
    assert finding.help == "say it otherwise"


def test_it_is_mended_only_where_the_entry_says_so() -> None:
    (finding,) = judged(body="高研说，高研笑。")
    assert finding.count == 2
    assert [edit.text for edit in finding.edits] == ["高岩", "高岩"]
    assert judged("常委副区长下乡")[0].edits == ()


def test_a_right_form_is_let_pass() -> None:
    assert judged("区委常委、副区长下乡", "本报讯（通讯员 高岩）", "高岩说。") == []
