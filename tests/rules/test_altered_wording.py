from newsroom.model.finding import Finding
from tests.rules.harness import found

ARTICLE = """\
==> register.yaml <==
terms:
  - {keep: 铸牢中华民族共同体意识, why: 固定提法}
  - {keep: 全过程人民民主, until: 2021-12-31}
==> articles/sowing.md <==
---
headline: %s
section: 社会
byline:
  - {role: 通讯员, name: 姓名}
---
%s
"""


def judged(headline: str, body: str = "全市秋播。") -> list[Finding]:
    return found(ARTICLE % (headline, body), "altered-wording")


def test_an_altered_wording_is_found_with_the_right_one_and_why() -> None:
    (finding,) = judged("秋播", "学校筑牢中华民族共同体意识。")
    assert finding.message == "“筑牢中华民族共同体意识” is nearly “铸牢中华民族共同体意识”, which stands word for word"
    assert finding.help == "write “铸牢中华民族共同体意识”: 固定提法"
    assert (finding.line, finding.column, finding.severity, finding.edits) == (7, 3, "warning", ())


def test_the_wording_itself_and_what_no_longer_holds_are_let_pass() -> None:
    assert judged("铸牢中华民族共同体意识", "增强中华民族共同体意识，全过程人名民主。") == []
