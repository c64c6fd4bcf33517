"""Articles in Chinese to try a rule on."""

from newsroom.model.finding import Finding
from tests.rules.harness import found


def article(body: str = "全市秋播进入尾声。", **fields: str) -> str:
    """An article that is right, with that body and with those fields instead of its own."""
    lines = {"headline": "冬小麦播种过九成", "section": "社会", "byline": "[{role: 通讯员, name: 姓名}]", **fields}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in lines.items()) + f"---\n{body}\n"


def with_caption(caption: str, body: str = "全市秋播进入尾声。") -> str:
    """The article with a photo that has this caption."""
    return article(body, photos=f"\n  - file: sowing.jpg\n    caption: {caption}\n    credit: 通讯员 姓名 摄")


def said(body: str, rule: str, **fields: str) -> list[str]:
    """What a rule says of an article with that body."""
    return [finding.message for finding in found(article(body, **fields), rule)]


def mended(text: str, rule: str) -> str:
    """The file with what the rule's findings mend, from the last edit to the first."""
    edits = sorted((edit for it in found(text, rule) for edit in it.edits), key=lambda edit: -edit.start)
    for edit in edits:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def mended_body(body: str, rule: str) -> str:
    """The body with what the rule's findings mend."""
    return mended(article(body), rule).partition("---\n")[2].partition("---\n")[2].removesuffix("\n")


def only(findings: list[Finding]) -> Finding:
    """The one finding there is."""
    (finding,) = findings
    return finding
