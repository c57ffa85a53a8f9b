"""Small texts of our own. A mark is drawn ⟦12⟧; every other digit must stay in the text."""

from __future__ import annotations

import re

import pytest

from briefgen.marks import find, lift, restore

DRAWN = re.compile(r"⟦([^⟧]*)⟧")

WORDS = "It was a fine day and all who came by the road were glad of it and of the food they got there. "

TEXTS = {
    "a full stop before the mark, a year before the full stop": (
        "The town was founded in 1850.⟦1⟧ It grew quickly.⟦2⟧ By 1900 it had 20,000 people.⟦3⟧ The "
        "mill closed in 2020.⟦4⟧"
    ),
    "units, formulas, products, genes and laws are no marks": (
        "The lake covers 12 km2 and stores CO2.⟦1⟧ The mp3 player was sold.⟦2⟧ Ki67 was high, as was p53.⟦3⟧ "
        "Under § 111.70(3)(a)1. the claim fails.⟦4⟧ It cost 3.456 trillion dollars.⟦5⟧ A Boeing 747 flew.⟦6⟧"
    ),
    "a mark glued to a year": (
        "Growth was slow.⟦1⟧ The plan was to finish by 2030⟦2⟧. Costs rose,⟦3⟧ and the work stopped.⟦4⟧"
    ),
    "thousands stay whole": (
        "The fleet had 1,234 ships.⟦1⟧ Of these 5,678 guns were lost.⟦2⟧ It sailed with 12,345 "
        "men.⟦3⟧ Few came back.⟦4⟧"
    ),
    "adjacent marks": (
        "One study says so.⟦1⟧ Others agree.⟦2⟧⟦3⟧ A third does not.⟦4⟧⟦5⟧⟦6⟧ The question is "
        "open.⟦7⟧ It may stay so.⟦8⟧⟦9⟧"
    ),
    "lists and ranges": (
        "Density matters.⟦1⟧ It was measured.⟦2⟧,⟦3⟧ Later work agrees.⟦4⟧-⟦7⟧ Some doubt "
        "it.⟦2⟧,⟦8⟧-⟦10⟧ Most do not.⟦11⟧ "
        "The rest is noise.⟦3⟧,⟦12⟧"
    ),
    "marks before the full stop": (
        "Reads were placed in two bins⟦1⟧. Each bin was built alone⟦2⟧,⟦3⟧. The graph was cut⟦4⟧. "
        "Gaps were filled⟦5⟧. "
        "The whole was checked⟦6⟧ and kept⟦7⟧."
    ),
    "numbering begins again by chapter": (
        "Chapter One\nIt began here.⟦1⟧ It went on.⟦2⟧ It ended there.⟦3⟧\n"
        "Chapter Two\nIt began again.⟦1⟧ It went on again.⟦2⟧\nChapter Three\nAnd once more.⟦1⟧ To the end.⟦2⟧"
    ),
    "an excerpt begins past one": (
        "So the old men said.⟦84⟧ The rest followed.⟦85⟧ Nobody asked why.⟦86⟧ Some left,⟦87⟧ others stayed.⟦88⟧"
    ),
    "years beside a numbering past a thousand": (
        "In 1663 he dined there.⟦1686⟧ On 3 May 1664 he came back.⟦1687⟧ The bill of 1665 was paid,⟦1688⟧ "
        "and by 1666 all was well.⟦1689⟧ So to bed.⟦1690⟧"
    ),
    "a number lost between": (
        "The first is here.⟦1⟧ The second too.⟦2⟧ The fourth follows.⟦4⟧ Then the fifth.⟦5⟧ The sixth closes.⟦6⟧"
    ),
    "a source cited again, and again": (
        "The city is large.⟦1⟧ It is old.⟦2⟧ It is rich.⟦1⟧ It is loud.⟦3⟧ It is green.⟦2⟧ It is "
        "new.⟦4⟧ It is far.⟦1⟧ It is near.⟦5⟧"
    ),
    "Chinese text": "两国关系密切。⟦1⟧贸易额在2020年达到1077亿美元，⟦2⟧双方签署了条约。⟦3⟧第2章讨论边界问题。⟦4⟧",
    "Chinese text with marks before the full stop": (
        "该公司于2010年5月成立⟦1⟧，总部位于北京⟦2⟧。第3届大会在12月8日召开⟦3⟧，约有500人参加，其中30人来自国外⟦4⟧。"
        "2015年营业额达到1.5亿元⟦5⟧，比2014年增长8%⟦6⟧。第4季度亏损⟦7⟧。"
    ),
    "Russian text": (
        "Договор подписан в 2001 году.⟦1⟧ Стороны «согласны»,⟦2⟧ что товарооборот вырос на 29,5 "
        "процента⟦3⟧. Это 3-й раз.⟦4⟧"
    ),
    "French text": (
        "Le traité date de 2001.⟦1⟧ Les échanges ont crû de 29,5 % en 2021⟦2⟧. « C’est un début »⟦3⟧, "
        "dit-il ; « rien de plus. »⟦4⟧"
    ),
    "a Chinese name before the mark": (
        "He met Xi Jinping 习近平⟦1⟧ in 2019. They signed a pact,⟦2⟧ and another followed.⟦3⟧ So it stands.⟦4⟧"
    ),
    "superscript digits": "It ended.⟦¹⟧ The field of 3 km² lies idle,⟦²⟧ with 10⁶ stones in it.⟦³⟧ Nobody came.⟦⁴⟧",
    "square brackets": (
        "So it is said [⟦1⟧]. Others doubt it [⟦2⟧, ⟦3⟧]. The array a[1] is no source. Most agree "
        "[⟦4⟧]–[⟦6⟧] in the end [⟦7⟧]."
    ),
    "the list of notes is not cited": (
        "So it is said.[⟦1⟧] Others doubt it,[⟦2⟧] and some agree.[⟦3⟧] It is late.[⟦4⟧]\n[1] "
        "Smith.\n[2] Jones.\n[3] Day."
    ),
    "quotations": (
        "He called it “a new start.”⟦1⟧ She said ‘no’.⟦2⟧ They wrote “maybe”;⟦3⟧ „vielleicht“⟦4⟧ was the answer.⟦5⟧"
    ),
    "marks at line ends": "A line ends here.⟦1⟧\nAnother here,⟦2⟧\nand a third here:⟦3⟧\nThe last.⟦4⟧\n",
    "percent, dates and decimals": (
        "It rose by 29.5 percent.⟦1⟧ On 4 July 2021 it fell to 5.85 billion.⟦2⟧ The share was "
        "53%.⟦3⟧ It closed at 9.81 on "
        "3.5.2022.⟦4⟧ Nobody knew.⟦5⟧"
    ),
    "models and missiles": (
        "The Su-35 and the S-400 were sold.⟦1⟧ COVID-19 delayed the J-15.⟦2⟧ A 5G network was built,⟦3⟧ and Type 055 "
        "ships sailed.⟦4⟧ Windows 10 was used.⟦5⟧"
    ),
    "a known code before the mark": (
        "The circular A-130 was issued.⟦1⟧ It replaced older rules.⟦2⟧ All must follow A-130⟦3⟧ and "
        "report.⟦4⟧ So it was.⟦5⟧"
    ),
    "lists set with spaces": (
        "Agents were tried⟦1⟧, ⟦2⟧. They failed⟦3⟧. Some bins⟦4⟧, ⟦5⟧, ⟦7⟧–⟦9⟧ were cut. In group A, 12 "
        "men died⟦10⟧. It was late⟦11⟧."
    ),
    "an acronym before the mark": (
        "It began in the U.S.⟦1⟧ The rest followed.⟦2⟧ It ended in Washington, D.C.⟦3⟧ Nobody knew.⟦4⟧ "
        "See 410 U.S. 113 for that.⟦5⟧"
    ),
    "times and ratios": (
        "At 10:30 they met.⟦1⟧ The odds were 3:1 against.⟦2⟧ By 16:45 it was over.⟦3⟧ The vote was "
        "12:3.⟦4⟧ They left.⟦5⟧"
    ),
    "a name counted through by its own numbers": "".join(
        f"{WORDS * 3}Of all of them Fairday{number} was held in the town of {town}land. "
        for number, town in enumerate("ABCDEFGHIJKLMNOPQR", 1)
    ),
}

NOTE_FREE = {
    "figures": (
        "In 2020 it was 5.85 billion, up 29.5 percent from 4.5 in 2019. Some 1,234 of 5,678 came. It fell 3.2 to 1.1."
    ),
    "a numbered report": (
        "1.1 Scope\nThis is it.\n1.2 Terms\nSee 1.1.\n1.3 Rules\nSee section 1.2. or 2.1.\n2.1 Cost\nNone."
    ),
    "formulas": "Mix H2O, CO2 and NH3 with Ca(OH)2 at pH7. Then add K2 and B12. The km2, m3 and cm2 are units.",
    "a law": "See § 111.70(3)(a)1. and § 111.70(3)(a)2. and art. 12(1)(b)3. of the Act of 1959.",
    "a command line": "Use file1 file2 file3 with gzip2 or mp3. Then python3 runs part1 and part2 of libc6.",
    "nothing": "",
    "no digits": "Nothing is counted here.",
}


@pytest.mark.parametrize("drawn", TEXTS.values(), ids=TEXTS)
def test_the_marks_are_found_and_no_other_digit(drawn: str):
    text = DRAWN.sub(r"\1", drawn)
    reading = find(text)
    found = text
    for mark in reversed(reading.marks):
        found = f"{found[: mark.supplied.start]}⟦{mark.supplied.of(text)}⟧{found[mark.supplied.end :]}"
    assert found == drawn
    assert restore(lift(text, reading)) == text


@pytest.mark.parametrize("text", NOTE_FREE.values(), ids=NOTE_FREE)
def test_a_text_without_notes_has_none(text: str):
    assert find(text).marks == ()


def test_each_numbering_has_its_run():
    text = DRAWN.sub(r"\1", TEXTS["numbering begins again by chapter"])
    assert [(m.label, m.run) for m in find(text).marks] == [
        *(("1", "1"), ("2", "1"), ("3", "1"), ("1", "2"), ("2", "2"), ("1", "3"), ("2", "3")),
    ]
