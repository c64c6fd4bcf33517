"""The rule `figure-below-ten`."""

import re
from collections.abc import Iterator

from newsroom.rules.english._numbers import UNITS
from newsroom.rules.english._prose import TEXTS, before, is_quoted, is_running
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_FIGURE = Wording(
    en=("“{found}”: below 10, a number is a word", "{word}"),
    zh=("“{found}”：10 以下的数用单词", "写成 {word}"),
)

_PEOPLE = "people|men|women|children|person|man|woman|child|mice|geese|sheep|deer"
_COUNTED = (
    rf" [1-9](?<=[A-Za-z] .) (?:(?:new|more|other|young|old|local|small|large|big|different|additional) )?"
    rf"(?P<noun>{_PEOPLE}|[a-z]{{2,20}}(?<![sui])s)\b(?!-)"
)
# A figure behind one of these is a count. Behind any other word it may be a label: page 3, type 2, grade 5.
_LEAD_WORDS = (
    "the about than for with and at in has have had by from were was are least nearly only all other his her their its "
    "our my these those last first next past after over around some another just into between on said injured killed "
    "found took lost bought sold raised hired built made saw got gave won sent brought left hurt arrested rescued "
    "added opened closed planted counted held drew included is be within every"
)
_LEADS = frozenset(_LEAD_WORDS.split())
_MEASURE_WORDS = (
    "inches feet yards miles pounds ounces tons tonnes degrees points cents dollars euros acres meters metres "
    "kilometers kilometres centimeters centimetres "
    "millimeters kilograms kilos grams liters litres gallons quarts pints cups "
    "tablespoons teaspoons knots watts volts megawatts kilowatts hectares minutes seconds strokes shots runs "
    "goals votes holes innings is was has goes amps gigabytes megabytes sticks cloves yens rupees yuan"
)
_MEASURES = frozenset(_MEASURE_WORDS.split())
_AGE = r"(?:aged?|ages|under|over|older than|younger than) $"
_SHARE = r"[0-9] (?:in|of|for|to|and|or|out of|from) $"
_SPOONS = ("tablespoon", "teaspoon")  # a recipe


class FigureBelowTen(Rule):
    """## What it does
    Finds figures from 1 to 9 that count people or things in running text: `3 dogs`.

    It is quiet about ages, money, percentages, times, dates, scores, measures, labels (`page 3`, `Room 5`),
    recipes, lists, tables, headlines and quotations.

    ## Why is this bad?
    Newspapers spell out one through nine and use figures from 10 on (AP Stylebook, entry `numerals`; Guardian style
    guide, entry `numbers`). A lone small figure looks like a typing error in a line of words.

    ## 查什么
    正文和图片说明里，数人、数东西时用了数字 1 到 9，例如 `3 dogs`。年龄、金额、百分比、时间、日期、比分、度量、编
    号、菜谱、列表、表格、标题和引语不管。

    ## 为什么
    英文报纸一到九用单词，10 以上用数字（美联社《写作手册》`numerals` 条，《卫报》写作规范 `numbers` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    The shelter found homes for 3 dogs and 14 cats.
    ```
    ```
    ---
    kind: notice
    ---
    Police said 2 people were hurt in the crash, and another 5 residents were moved out.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    The shelter found homes for three dogs and 14 cats on page 3 of its list, and 5 miles away it opened a second
    house.
    ```
    ```
    ---
    kind: notice
    ---
    Children under 5 years ride free, the team won 3 of 9 games, and “we fed 4 kids,” she said at 9 p.m.
    ```
    """

    severity = "warning"
    group = "english"

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each small figure that counts something."""
        if re.search(_COUNTED, copy.printed) is None:
            return
        for piece in copy.pieces_of(*TEXTS):
            text = piece.text
            if any(spoon in text for spoon in _SPOONS):
                continue
            for match in re.finditer(_COUNTED, text):
                at = match.start() + 1
                if _is_count(text, match) and not is_quoted(text, at) and is_running(copy, piece, at):
                    word = UNITS[int(text[at]) - 1]
                    values = {"found": match[0].strip(), "word": word}
                    yield Fault(piece.field, _FIGURE, values, at, at + 1, word)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether the figure counts something: no measure, share, age or label."""
    lead, noun = before(text, match.start() + 1), match["noun"]
    if noun in _MEASURES or lead.split()[-1].lower() not in _LEADS or re.search(_SHARE, lead):
        return False
    if noun in ("years", "months") and re.search(_AGE, lead):
        return False
    return re.match(r" (?:old|older|of age)\b", text[match.end() : match.end() + 8]) is None
