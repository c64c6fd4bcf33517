"""Copy in which nothing is wrong: whatever a rule of this pack finds here is a false alarm."""

import pytest

from newsroom.rules.engine import all_rules
from tests.rules.harness import findings

US = """\
The council voted 7-2 on Tuesday, Nov. 17, to repave Route 9 between Exits 3 and 5.
Nine people were hurt, two of them seriously, when a bus with 41 passengers left Interstate 5 near Milepost 8.
Rep. Ann Hale, D-Ill., said the bill would cost $4.35 million, or about $12 for every resident.
The 6-year-old twins, who are 3 feet, 9 inches tall, wore size 5 shoes to the first grade.
Doctors said the boy, 8, and his sister, 4, would be home by 9 a.m. Saturday.
Type 2 diabetes affects one in 10 adults, said Dr. Lena Quist, who sees 30 patients a day.
The Wildcats beat the Owls 6-5 in 10 innings; Ruiz had two hits and drove in 3 of the 6 runs.
She shot a 4-over 76, made 5 of 9 free throws and finished 3 strokes back.
“I counted twelve deer and 3 dogs at 7 in the morning,” he said. “That’s ten times what we had.”
Unemployment fell to 3.9% from 4.2%, and wages rose 5 percentage points faster than in 2019.
The mortgage rate was 6.5%, a half-point higher; the top one percent paid a third of it.
Magnitude 5 quakes are rare here, and a Category 3 hurricane would be, too.
Section 8 vouchers, Chapter 7 filings and Form 1040 are explained on page 6 of the guide.
The museum, at 9 Court St., opens at noon and closes at 5:30 p.m. on weekdays.
Boeing’s 737 Max 8 jets and the Apollo 11 capsule drew 2,600 visitors in four days.
The temperature fell to minus 7 at dawn, 9 degrees below the record set Jan. 18, 1994.
Odds were 3-1, the vote was 5-4 and the score 2-2 when the lights went out.
In September 2001 and again in May, the state spent $500,000 a day on it.
The March 3 primary and the April 7 runoff cost the county $0.75 a voter, up from $0.50.
He was sentenced to nine years, served six and was freed on parole at age 7 to his own surprise.
Children under 5 are free; those 6 to 12 pay $4; a family of four pays $20.
Stir in 2 tablespoons of butter and 3 cups of flour, then bake for 45 minutes.
The mayor, who took office in 2023, said the Senate had passed the bill 9-8.
Ann Smith, the mayor, and Gov. Tom Ruiz were there, and the governor spoke first.
Mrs. Dalloway and Dr. Zhivago are on the reading list; Doctor Who is not.
The Rev. Paul Dunn read from Chapter 3, Verse 16, and the Twelve Days of Christmas followed.
It was a 50-50 chance, a thousand to one, a million-dollar question and a two-cent stamp.
“Beloved,” noted Toni Morrison scholar Jane Ray’s first pick, was sold out.
“Stop!” the sign said. As she stated in her report, the bridge was sound.
Residents of Springfield, Illinois, and Portland, Maine, may write to 12 Depot St., Springfield, IL 62701.
Jane Murphy, MD, and Paul Dunn, PA, opened the clinic; it is fine, OK, as it is.
The hearing begins at 10 a.m. and, if need be, goes on at 8 p.m. Dec. 1 in Room 4.
The train leaves at 11:05 a.m. and comes in at 12:40 p.m. at Gate 7.
She took 401(k) money, bought a 4-by-4 and drove 6 miles to a 7-Eleven that is open 24/7.
Mid- to late-summer rains — the heaviest in 20 years — filled Reservoir No. 3.
The 1990s were kind to the mill. 2026 was not. At 98, she still works 3 1/2 days a week.
A 2-for-1 sale, a 3D printer, a 5K run and 4-H prizes brought people from eight counties.
The ratio was 2 to 1, and 3 in 5 voters wanted it; 1,340 others did not care.
Ten years ago, ten or so neighbors met; today the list has 412 names from A to Z.
Bus 3 will stop at Pier 9, and Engine 4 at Station 6, until phase 2 of the work begins.
The high school’s Class of ’26 had 187 seniors, and nine of them were named Emma.
Jan Ruiz, 52, and May Chen, 9, read “September 5” and “January 18” to the club.
The stock closed at $9.05, up 8 cents, or 0.9%, after falling 5 cents Monday.
At 5 feet, 2 inches and 99 pounds, she lifted 3 times her weight in round 3.
The order covers lots 4 and 7, blocks 2 through 5, and Article 9 of the code.
The twenty-somethings of the Big Ten, the Fab Four and the Final Four met in the Top 40.
The hall seats 90. About 60 came. Some 30 stayed until the end, at half past nine.
The will left 5 million people without power, 3 billion bees homeless and two dollar stores dark.
See Figs. 3 and 4. Call 555-0142, ext. 9, or write to the dept. 30 days before.
"""

BODIES = (
    "Linden  21  14  35\nAlder  7  3  10\n\n| Team | Won |\n|---|---|\n| 3 dogs - Linden | 5 percent |",
    "- 3 dogs - and a cat\n- 7pm: doors open\n- 14 volunteers came.\n\n1. 2 cups flour\n2. five percent milk",
    "LINDEN — The bridge will reopen Nov. 21.\n\nSPRINGFIELD — It is news there, too.",
    "He read:\n\n> 14 volunteers came -- at 7pm.\n\nThen he sat down.",
    "Two roads - and I -\nTook the 3 less trod\nAt 7pm, by God",
    "```\n3 dogs  -- 7pm\n```\n\nSee `--fix - 3 dogs` or https://example.com/a--b.",
    "Crews replaced\n47 timbers in a summer that was hot, and they did it by hand and with no\n12 of the hands paid.",
    "10 a.m.-noon: Story hour at the library.\n\n7:30 p.m.: The choir sings.\n\n18 Mill St.: closed.",
    '"I don\'t know," he said. "It\'s 5 o\'clock."',
    "",
)

UK = """\
The bridge reopens on 18 November 2026 at 7.30pm and cost £1.2m, of which the county paid £408,000.
Mr Smith and Dr Hale said 5 per cent of voters, or 5%, were for it – as they were in May.
The six-year-old and the 14-year-old, whose mother is 40 years old, live in Springfield, Ill.
It was the worst since the September 11 attacks; Governor Hale spoke at noon.
The fund, worth $3bn, was closed on 3 April, nine months after it had opened on 4 July.
"""


def alarms(body: str, settings: str = "", head: str = "headline: 3 dogs find 2 homes at last") -> list[tuple[str, str]]:
    text = f"---\nkind: notice\n{head}\n---\n{body}\n"
    ours = {name for name, rule in all_rules().items() if rule.language == "en"}
    return [(it.rule, it.message) for it in findings(text, language="en", settings=settings) if it.rule in ours]


@pytest.mark.parametrize("sentence", US.splitlines())
def test_clean_copy_is_left_alone(sentence: str) -> None:
    assert alarms(sentence) == []


def test_clean_copy_is_left_alone_as_one_article() -> None:
    assert alarms(US.replace("\n", "\n\n")) == []


@pytest.mark.parametrize("body", BODIES)
def test_lists_tables_verse_and_code_are_left_alone(body: str) -> None:
    assert alarms(body) == []


@pytest.mark.parametrize("sentence", UK.splitlines())
def test_clean_british_copy_is_left_alone(sentence: str) -> None:
    assert alarms(sentence, "rules: {english: {edition: uk}}\n") == []


@pytest.mark.parametrize(
    "caption",
    [
        "Ann Smith, the mayor, reads to 3-year-old Mia Ruiz on Monday, Nov. 16.",
        "A woman walks past the mayor’s office in Linden on Monday, Nov. 16.",
        "A man and two children feed geese in Springfield, Ill., on Sunday.",
        "7 p.m. at the fair: Lights go on.",
    ],
)
def test_clean_captions_are_left_alone(caption: str) -> None:
    head = f"photos:\n  - file: sowing.jpg\n    caption: '{caption}'\n    credit: June Akers"
    assert alarms("Nothing else.", head=head) == []


def test_a_paper_in_chinese_is_not_judged_by_them() -> None:
    text = "---\nkind: notice\n---\n3 dogs - 7pm, five percent.\n"
    assert not [it for it in findings(text) if all_rules()[it.rule].language == "en"]
