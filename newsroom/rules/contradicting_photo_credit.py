"""The rule `contradicting-photo-credit`."""

import re
from collections.abc import Iterator, Sequence

from newsroom.locale import listed
from newsroom.model.credit import Credit
from newsroom.rules._credits import Stretch, people, surely_credits
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_OTHER = Wording(
    en=(
        "the caption credits {name}, the photo credit {credited}",
        "find out who took it, and name nobody in the caption",
    ),
    zh=("图片说明里署的是“{name}”，图片署名是“{credited}”", "核对是谁拍的，图片说明里的署名删去"),
)
_IN_BRACKETS = r"[（(]([^（）()\n]{2,40}?)\s*(?:拍摄|摄影|摄|供图)\s*[）)]"
_TAKEN = ("拍摄", "摄影", "摄", "供图")
_SENTENCE_ENDS = "\n。！？；”!?;）)"
_TAIL = 64
_PHOTO_BY = (
    r"(?:\A|[\n.!?)\]|—–-]\s{0,3}|[(\[]\s?)P(?:hotos?|hotographs?|HOTOS?) ?(?:by|BY|:)\s{1,3}"
    r"([A-Z][\w.'’\-]{0,30}(?: (?:and|&|de|van|von|[A-Z][\w.'’\-]{0,30})){1,8})\s{0,3}(?=[)\].,;/|\n]|\Z)"
)


class ContradictingPhotoCredit(Rule):
    """## What it does
    Finds captions that say themselves who took the photo (`本报通讯员 王嘉琦 摄`, `（张三 摄）`, `Photo by Jane Doe`),
    where the photo's credit names somebody else.

    ## Why is this bad?
    Two names are printed for one picture, or the wrong one: the photographer is not credited and not paid.

    ## 查什么
    图片说明里自己写着拍摄者的（`本报通讯员 王嘉琦 摄`、`（张三 摄）`），与图片署名是不是同一人。

    ## 为什么
    一张图片印出两个名字，或者印错了人：拍摄者没有署名，也没有稿费。

    ## Fails
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。本报通讯员 王嘉琦 摄
        credit: 通讯员 芦鑫鑫
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 农机手在地头调试播种机。（张三摄）
        credit: 记者 李四
    ---
    全市秋播进入尾声。
    ```

    ## Passes
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 11月16日，摄影爱好者张三在地头拍摄播种机。
        credit: 通讯员 王嘉琦 摄
    ---
    全市秋播进入尾声。
    ```
    ```
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 姓名}
    photos:
      - file: sowing.jpg
        caption: 读者寄来的照片，由王明拍摄。
        credit: 王明 供图
    ---
    全市秋播进入尾声。
    ```
    """

    severity = "warning"
    group = "credits"
    looks_at = ("photos",)

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each person whom a caption credits and the photo's credit does not."""
        for at, photo in enumerate(copy.article.photos):
            if not photo.credit or not any(sign in photo.caption for sign in ("摄", "供图", "hoto", "HOTO")):
                continue
            credited = people(photo.credit)
            for stretch, credits in _credits_in(photo.caption, copy.paper.roles) if credited else ():
                for name, credit in people(credits).items():
                    if name not in credited:
                        values = {"name": credit.name, "credited": listed([other.name for other in credited.values()])}
                        yield Fault(f"photos[{at}].caption", _OTHER, values, *stretch.of(credit.name))


def _credits_in(caption: str, roles: Sequence[str]) -> Iterator[tuple[Stretch, tuple[Credit, ...]]]:
    if "hoto" in caption or "HOTO" in caption:
        for match in re.finditer(_PHOTO_BY, caption):
            yield Stretch(match.start(1), match[1]), surely_credits(match[1], roles)
    if "（" in caption or "(" in caption:
        for match in re.finditer(_IN_BRACKETS, caption):
            yield _taken_by(match[1], match.start(1), roles)
    tail = caption[-_TAIL:]
    said = tail.rstrip("。 \u3000\t\n")
    taken = next((verb for verb in _TAKEN if said.endswith(verb)), "")
    if taken:
        said = said.removesuffix(taken)
        start = max(said.rfind(mark) for mark in _SENTENCE_ENDS) + 1
        start += min((said[start:].find(word) for word in ("本报", *roles) if word in said[start:]), default=0)
        yield _taken_by(said[start:], len(caption) - len(tail) + start, roles)


def _taken_by(people: str, start: int, roles: Sequence[str]) -> tuple[Stretch, tuple[Credit, ...]]:
    return Stretch(start, people), surely_credits(f"{people} 摄", roles)
