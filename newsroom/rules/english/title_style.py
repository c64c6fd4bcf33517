"""The rule `title-style`."""

import re
from collections.abc import Iterator

from newsroom.model.piece import Piece
from newsroom.rules.english._prose import TEXTS, before, is_quoted, is_running
from newsroom.rules.english._style import EDITION_OPTION, UK, Edition, edition_of
from newsroom.rules.rule import Copy, Fault, Rule, Wording

_WANTED = Wording(
    en=("the title “{found}” is not in its form", "{wanted}"),
    zh=("头衔“{found}”写法不对", "写成 {wanted}"),
)

_SHORT = {
    "Lieutenant Governor": "Lt. Gov.", "Governor": "Gov.", "Senator": "Sen.", "Representative": "Rep.",
    "Reverend": "Rev.", "Doctor": "Dr.",
}  # fmt: skip
_BEFORE_A_NAME = r"(?P<title>Lieutenant Governor|Governor|Senator|Representative|Reverend|Doctor) (?=[A-Z][a-z])"
_NO_PERSON = (
    r"(?:[A-Z][A-Za-z’]+ ){0,3}(?:General|Town|Body|Council|Assembly|School|High|Middle|Elementary|Hospital|Hotel|"
    r"Street|St|Avenue|Road|Drive|Lane|Way|Bridge|Park|Island|House|Hall|Building|Center|Theater|Theatre|Square|College|"
    r"University|Who|Strange|Doom|Octopus|Zhivago|Dolittle|Faustus|Award|Cup|Foundation|District|Inn|"
    r"Club|Mansion)\b"
)
_OFFICES = (
    "Mayor|Governor|Senator|Sheriff|Superintendent|Principal|Chairman|Chairwoman|Treasurer|Commissioner|President"
)
_ALONE = (
    rf"he (?:(?<=[a-z], the )|(?<=\b[Tt]he ))(?P<office>{_OFFICES})"
    r"(?:(?=,)|(?= (?:said|says|told|added|signed|vetoed|announced|declined|wants|plans|hopes)\b))"
)
_STOP = r"(?P<title>Mr|Mrs|Ms|Dr)(?P<stop>\.?) (?=[A-Z][a-z])(?!Pepper|Magazine)"
# Without one of these there is no title at all.
_TITLED = (
    r"M(?:rs?|s|ayor)\b|D(?:r|octor)\b|Governor|S(?:enator|heriff|uperintendent)|Re(?:presentative|verend)|"
    r"P(?:rincipal|resident)|Chair(?:wo)?man|Treasurer|Commissioner"
)


class TitleStyle(Rule):
    """## What it does
    Finds titles that are not in their form: `Governor Smith` for `Gov. Smith`, `Smith, the Mayor,` and `the Mayor
    said` for the mayor, `Mr Smith` without its stop.

    With `edition: uk` it is Mr, Mrs, Ms and Dr without a stop, and Governor stays.

    The edition is `us` or `uk`: `rules: {title-style: {edition: uk}}`, or for the whole pack `rules: {english:
    {edition: uk}}`.

    ## Why is this bad?
    A title is short and has a capital right before a name; anywhere else it is a word like others: Gov. Ann Smith,
    the governor (AP Stylebook, entry `titles`; Guardian style guide, entries `job titles`, `abbreviations`).

    ## 查什么
    头衔的写法：`Governor Smith` 应为 `Gov. Smith`；`Smith, the Mayor,`、`the Mayor said` 里头衔小写；`Mr Smith` 少
    了点。`edition: uk` 时 `Mr`、`Mrs`、`Ms`、`Dr` 不带点，`Governor` 不缩写。

    版本是 `us` 或 `uk`：`rules: {title-style: {edition: uk}}`，全组一起定就写 `rules: {english: {edition: uk}}`。

    ## 为什么
    头衔只在人名前缩写、大写，其余地方是普通名词：`Gov. Ann Smith`，`the governor`（美联社《写作手册》`titles` 条，
    《卫报》写作规范 `job titles` 条）。

    ## Fails
    ```
    ---
    kind: notice
    ---
    Governor Ann Smith signed the bill, and Senator Hale voted for it.
    ```
    ```
    ---
    kind: notice
    ---
    Ann Smith, the Mayor, cut the ribbon. “Go,” the Mayor said.
    ```
    ```
    ---
    kind: notice
    ---
    Dr Ann Smith spoke first.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {title-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Mr. Smith spoke first.
    ```

    ## Passes
    ```
    ---
    kind: notice
    ---
    Gov. Ann Smith signed the bill, and Sen. Hale voted for it. Ann Smith, the mayor, cut the ribbon.
    ```
    ```
    ---
    kind: notice
    ---
    The band played “The Mayor of Casterbridge” at Governor Mifflin High School, and Doctor Who came to
    Representative Town Meeting.
    ```
    ```
    ==> newsroom.yaml <==
    rules: {title-style: {edition: uk}}
    ==> articles/one.md <==
    ---
    kind: notice
    ---
    Governor Ann Smith met Mr Jones and Dr Hale.
    ```
    """

    severity = "warning"
    group = "english"
    options = EDITION_OPTION

    def check(self, copy: Copy) -> Iterator[Fault]:
        """One fault for each title that is not in its form."""
        if re.search(_TITLED, copy.printed) is None:
            return
        edition = edition_of(self, copy)
        for piece in copy.pieces_of(*TEXTS):
            for fault in _faults(piece, edition):
                if is_running(copy, piece, fault.start or 0):
                    yield fault


def _faults(piece: Piece, edition: Edition) -> Iterator[Fault]:
    text = piece.text
    for match in re.finditer(_BEFORE_A_NAME, text) if edition is not UK else ():
        lead, title = before(text, match.start(), 20), match["title"]
        follows = text[match.end() : match.end() + 60]
        if lead[-1:].isalnum() or re.match(_NO_PERSON, follows) or is_quoted(text, match.start()):
            continue
        if lead.endswith(("the ", "The ")) and title != "Reverend":
            continue
        yield _wanted(piece, *match.span("title"), _SHORT[title])
    for match in re.finditer(_ALONE, text):
        if not is_quoted(text, match.start("office")):
            yield _wanted(piece, *match.span("office"), match["office"].lower())
    for match in re.finditer(_STOP, text):
        if match["stop"] != edition.title_stop and not before(text, match.start(), 1).isalnum():
            yield _wanted(piece, match.start(), match.end("stop"), match["title"] + edition.title_stop)


def _wanted(piece: Piece, start: int, end: int, wanted: str) -> Fault:
    return Fault(piece.field, _WANTED, {"found": piece.text[start:end], "wanted": wanted}, start, end, wanted)
