from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.model.source import File
from briefgen.readers.md import read_md
from briefgen.readers.offsets import there
from tests.readers.drawing import drawn


def sheet(text: str):
    return read_md(File("a.md", text.encode()))


NOTED = """\
# Bridges

A **bridge** was opened.[^22] A *ferry*
followed[^5][^smith], see [the list][^3](x).

[^22]: Smith, *Bridges*
    (1999).

    And more.
[^5]: Jones.
[^smith]: Brown,
lazily.
"""


def test_labels_are_kept_and_their_notes_are_texts():
    read = sheet(NOTED)
    assert drawn(read)[:2] == [
        "#Bridges",
        "A bridge was opened.⟦22⟧ A ferry\nfollowed⟦5⟧⟦smith⟧, see [the list]⟦3⟧(x).",
    ]
    assert [(n.label, n.text, n.where) for n in read.notes] == [
        ("22", "Smith, Bridges (1999). And more.", "a.md:6"),
        ("5", "Jones.", "a.md:10"),
        ("smith", "Brown, lazily.", "a.md:11"),
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("**a** __b__ ***c*** ~~d~~", "a b c d"),
        ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay"),
        (r"1\. a \*b\*", "1. a *b*"),
        ("`a*b*` and ``c`d``", "a*b* and c`d"),
        ('[link](http://x "t") and [two][ref] <http://y>', "link and two http://y"),
        ("[**bold** link](http://x)", "bold link"),
        ("![picture](x.png)text", "text"),
        ("a<br>b <span class='x'>c</span>", "ab c"),
        ("In 2020.<sup>12</sup> By 10^6^", "In 2020.⟪12⟫ By 10⟪6⟫"),
        ("hard  \nbreak\\\nhere", "hard\nbreak\nhere"),
        ("text <!-- hidden --> more", "text more"),
        ("US$5.85 and US$107.7", "US$5.85 and US$107.7"),
    ],
)
def test_markup_is_cut_and_words_stay(markup, text):
    read = sheet(markup)
    assert [" ".join(d.split(" ")).replace("  ", " ") for d in drawn(read)] == [text]


BLOCKS = """\
---
title: x
---
Title
=====

Under
-----

> quoted
> on
- item
  goes on
- [ ] task
1. one

***
## Closed ##
```py
x = [^1]
```

[ref]: http://x
"""


def test_blocks_are_passages():
    assert drawn(sheet(BLOCKS)) == [
        "#Title",
        "##Under",
        "quoted\non",
        "item\ngoes on",
        "task",
        "one",
        "##Closed",
        "x = [^1]",
    ]


def test_cells_are_passages_that_know_their_heads():
    read = sheet("| Year | *Trade* |\n|------|:-----:|\n| 1992 | 5.85[^1] |\n| 2020 | |\n\nAfter.\n")
    assert drawn(read) == ["Year", "Trade", "1992", "5.85⟦1⟧", "2020", "After."]
    assert [h.of(read.text) for h in read.passages[3].heads] == ["1992", "Trade"]
    assert read.passages[3].kind == "cell"


def test_a_numbered_list_under_notes_is_texts():
    read = sheet("A bridge.<sup>1</sup>\n\n## Notes\n\n1. Smith, *Bridges*.\n2. Jones.\n")
    assert [(n.label, n.text) for n in read.notes] == [("1", "Smith, Bridges."), ("2", "Jones.")]
    assert drawn(read) == ["A bridge.⟪1⟫"]


def test_nothing_but_markup_is_refused():
    with pytest.raises(SourceError, match=r"a\.md: holds no text"):
        sheet("***\n")


@pytest.mark.parametrize("text", [NOTED, BLOCKS, "\ufeff" + NOTED.replace("\n", "\r\n")])
def test_every_place_leads_back_to_the_file(text):
    read = sheet(text)
    assert all(text[there(read.shifts, i)] == c for i, c in enumerate(read.text))
    assert "\ufeff" not in read.text


@given(st.text(st.sampled_from("aB *_[]()^|-#>`\n\\1<!:"), min_size=1))
def test_whatever_is_read_its_characters_are_the_files(text):
    try:
        read = sheet(text)
    except SourceError:
        return
    assert all(text[there(read.shifts, i)] == c for i, c in enumerate(read.text))
    assert all(p.span.of(read.text) == p.span.of(read.text).strip() for p in read.passages)
    assert [p.span for p in read.passages] == sorted(p.span for p in read.passages)


def test_a_label_with_one_note_is_its_mark_in_any_order():
    read = sheet("A bridge.[^5]\n\nA ferry.[^3] A ford.[^5]\n\n[^3]: **Note 3.** Smith.\n[^5]: Jones.\n")
    assert {given.run for given in read.given} == {"1"}
    assert [(note.label, note.text) for note in read.notes] == [("3", "Smith."), ("5", "Jones.")]


def test_labels_that_return_with_notes_of_their_own_are_counted():
    read = sheet("A bridge.[^1]\n\n[^1]: Smith.\n\nA ferry.[^1]\n\n[^1]: Jones.\n")
    assert {given.run for given in read.given} == {None}
