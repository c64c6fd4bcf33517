"""The rule `misspelt-name`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import ClassVar

from newsroom.model.credit import is_han
from newsroom.model.digest import Digest
from newsroom.rules._credits import is_body, person
from newsroom.rules._name_neighbours import Credited, Neighbours
from newsroom.rules.rule import Fault, IssueCopy, OptionValue, Rule, Wording

_MISSPELT = Wording(
    en=(
        "{name} is credited only here, {usual} in {count} articles",
        "correct the name, or add it to rules: misspelt-name: names: in newsroom.yaml",
    ),
    zh=(
        "“{name}”只在这里署过名，“{usual}”在 {count} 篇稿件里署名",
        "核对姓名；没写错就加进 newsroom.yaml 的 `rules: misspelt-name: names:`",
    ),
)
_LONGEST = 40  # letters of a name
_SHORTEST_CHINESE = 3
_LONGEST_CHINESE = 4  # a longer name without a dot is that of an office
_SHORTEST_LATIN = 6


class MisspeltName(Rule):
    """## What it does
    Finds names that are credited in one article alone, this issue and those before it taken together, and differ in
    one character from a name that is credited often: replaced, left out, added, or two swapped. Chinese names of three
    characters or more, others of six letters or more; two people of one byline are two people.

    Options: `often` (5), in how many articles a name has to stand to be known; `names`, names that are right as they
    are. Those in the paper's register are, too.

    ## Why is this bad?
    A misspelt name is the mistake that people forgive last, and who is credited so is not paid and not found again.

    ## 查什么
    本期和前几期里只在一篇稿件上署过名、又与常署名的人只差一个字（写错、漏字、多字、两字颠倒）的姓名。中文姓名三个字起，外文六个字母起；
    同一条署名里的两个人不算。

    设置：`often`（5），在几篇稿件上署过名才算常见；`names`，确认没有写错的姓名。人名登记表里有的姓名也不查。

    ## 为什么
    写错名字最让人介意；署错的人领不到稿费，以后也查不到。

    ## Fails
    ```
    ==> newsroom.yaml <==
    rules: {misspelt-name: {often: 2}}
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 王嘉琦}
    ---
    全市秋播进入尾声。
    ==> ../2022-10-11/articles/two.md <==
    ---
    headline: 早稻收割过半
    section: 社会
    byline:
      - {role: 通讯员, name: 王嘉琦}
    ---
    全市早稻收割过半。
    ==> articles/three.md <==
    ---
    headline: 社区食堂开张
    section: 社会
    byline:
      - {role: 通讯员, name: 王佳琦}
    ---
    社区食堂今天开张。
    ```
    ```
    ==> newsroom.yaml <==
    rules: {misspelt-name: {often: 1}}
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    byline:
      - {role: 通讯员, name: 尹莉丽}
    ---
    全市秋播进入尾声。
    ==> ../2022-10-11/articles/two.md <==
    ---
    headline: 早稻收割过半
    section: 社会
    byline:
      - {role: 通讯员, name: 尹莉丽}
    ---
    全市早稻收割过半。
    ==> articles/three.md <==
    ---
    headline: 社区食堂开张
    section: 社会
    byline:
      - {role: 记者, name: 尹丽莉}
    ---
    社区食堂今天开张。
    ```

    ## Passes
    ```
    ==> newsroom.yaml <==
    rules: {misspelt-name: {often: 2, names: [王佳琦]}}
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 1
    byline:
      - {role: 通讯员, name: 王嘉琦}
    ---
    全市秋播进入尾声。
    ==> ../2022-10-11/issue.yaml <==
    date: 2022-10-11
    number: 10233
    ==> ../2022-10-11/articles/two.md <==
    ---
    headline: 早稻收割过半
    section: 社会
    byline:
      - {role: 通讯员, name: 王嘉琦}
    ---
    全市早稻收割过半。
    ==> articles/three.md <==
    ---
    headline: 社区食堂开张
    section: 社会
    page: 3
    byline:
      - {role: 通讯员, name: 王佳琦}
    ---
    社区食堂今天开张。
    ```
    ```
    ==> articles/one.md <==
    ---
    headline: 冬小麦播种过九成
    section: 社会
    page: 1
    byline:
      - {role: 通讯员, name: 王嘉琦}
    ---
    全市秋播进入尾声。
    ==> articles/three.md <==
    ---
    headline: 社区食堂开张
    section: 社会
    page: 3
    byline:
      - {role: 通讯员, name: 王佳琦}
    ---
    社区食堂今天开张。
    ```
    """

    severity = "warning"
    group = "credits"
    options: ClassVar[Mapping[str, OptionValue]] = {"often": 5, "names": ()}

    def check_issue(self, copy: IssueCopy) -> Iterator[Fault]:
        """One fault for each name that is most likely misspelt."""
        often = max(2, self.number(copy, "often"))
        people = _counted(copy)
        usual = sorted((it.count, key) for key, it in people.items() if it.count >= often)
        if not usual:
            return
        right = {person(name) for name in (*self.words(copy, "names"), *copy.paper.register.known_names)}
        neighbours = Neighbours(key for _count, key in usual)  # the most frequent last: it is told
        for article in copy.articles:
            told: set[str] = set()
            for field, name in article.people:
                key = person(name)
                if key not in people or people[key].count > 1 or key in right or key in told:
                    continue
                meant = _most_frequent(neighbours, key, people, _beside(article, field))
                if meant:
                    told.add(key)
                    values = {"name": name, "usual": meant.name, "count": meant.count}
                    yield Fault(field, _MISSPELT, values, path=article.path)


def _counted(copy: IssueCopy) -> Mapping[str, Credited]:
    people: dict[str, Credited] = {}
    for articles in (copy.articles, copy.recent):
        for article in articles:
            for _field, name in article.people:
                key = _comparable(name)
                if not key:
                    continue
                known = people.get(key)
                if known is None:
                    known = people[key] = Credited(name)
                if known.last != article.path:
                    known.count += 1
                    known.last = article.path
    return people


@lru_cache(maxsize=10_000)  # every name is asked for again with each of the next issues
def _comparable(name: str) -> str:
    """The person of a name; empty where it can not be compared."""
    key = person(name) if len(name) <= 2 * _LONGEST else ""
    return key if _is_comparable(key) else ""


def _is_comparable(key: str) -> bool:
    """Whether a name is long enough to tell a slip from another person, and a person's at all."""
    if len(key) > _LONGEST or any(letter.isdigit() for letter in key):
        return False
    if any(map(is_han, key)):
        is_short = len(key) <= _LONGEST_CHINESE or "·" in key
        return len(key) >= _SHORTEST_CHINESE and is_short and not is_body(key)
    return sum(map(str.isalpha, key)) >= _SHORTEST_LATIN


def _beside(article: Digest, field: str) -> frozenset[str]:
    """The people who are credited together with that one."""
    place = field.rpartition("[")[0]
    return frozenset(person(name) for other, name in article.people if other.rpartition("[")[0] == place)


def _most_frequent(
    neighbours: Neighbours, key: str, people: Mapping[str, Credited], beside: frozenset[str]
) -> Credited | None:
    near = (people[name] for name in neighbours.of(key) if name not in beside and _are_alike(key, name))
    return max(near, key=lambda it: it.count, default=None)


def _are_alike(name: str, other: str) -> bool:
    """Whether the family name agrees, or all the rest; and no initial is another one."""
    if any(map(is_han, name)):
        return name[0] == other[0] or name[1:] == other[1:]
    words, others = name.split(), other.split()
    if len(words) != len(others):
        return True
    return all(a == b or min(len(a.strip(".")), len(b.strip("."))) > 1 for a, b in zip(words, others, strict=True))
