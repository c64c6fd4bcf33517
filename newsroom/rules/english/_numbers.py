"""Numbers in words, up to 99."""

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

BELOW_TEN: dict[str, int] = {word: number for number, word in enumerate(UNITS, 1)}
FROM_TEN: dict[str, int] = {
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * tens + number for tens, ten in enumerate(_TENS, 2) for one, number in BELOW_TEN.items()},
}
VALUES = {**BELOW_TEN, **FROM_TEN}

TENS_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(UNITS)}))?"
FROM_TEN_WORD = rf"(?:{'|'.join(_TEENS)}|{TENS_WORD})"
NUMBER_WORD = rf"(?:{FROM_TEN_WORD}|{'|'.join(UNITS)})"
