from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from briefgen.facts import extract, sentences
from briefgen.model.source import Span
from tests.facts import made
from tests.facts.article import base
from tests.paths import GOLD


def cut(text: str, language: str = "en", more: tuple[str, ...] = ()) -> list[str]:
    return [span.of(text) for span in sentences.split(text, Span(0, len(text)), language, more)]


def test_all_86_sentences_of_the_article_are_found_and_no_other():
    with (GOLD / "sentences.csv").open(encoding="utf-8", newline="") as lines:
        wanted = [(int(r["paragraph"]), int(r["sentence"]), r["text"]) for r in csv.DictReader(lines)]
    facts = base().facts
    assert [(f.paragraph, f.sentence, base().words(f)) for f in facts] == wanted
    assert len(facts) == 86


def test_spans_lie_in_the_whole_text_and_lose_nothing_but_blanks():
    text = "Before. \n First one.  Second\none.\nAfter."
    spans = sentences.split(text, Span(8, 33))
    assert [s.of(text) for s in spans] == ["First one.", "Second\none."]


def test_a_passage_of_blanks_has_no_sentence():
    assert cut("  \n ") == []


@pytest.mark.parametrize(
    "text",
    [
        "political, diplomatic. and military heft",
        "He came with Dr. Smith, Gen. Lee and Mt. Fuji in mind.",
        "The U.S. Navy and the U.N. Security Council met Acme Inc. managers.",
        "See Art. 5, fig. 3 and No. 12 of vol. 2.",
        "The duty follows from 44 U.S.C. § 3553 and the rules.",
        "The trade rests on: I. The ships of the port; II. The grain; 3. The cranes of it.",
        "It cost US$5 bn. in all, e.g. The Times said so.",
        "J. R. R. Tolkien met W. H. Auden at 3.30 p.m. on Friday.",
        "It grew by 3.5 percent; see un.org/a.b for more.",
        "He said: “It is over. We are done.”",
        "He wrote ‘the US’s edge. It is gone’ in 1999.",
        "They met (see Smith. He said so) and parted.",
        "A so-called 'leaders' summit. It was big.'",
        '"Is it over?" he asked.',
        "And so on … to become the first.",
    ],
)
def test_one_sentence_stays_one(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The talks in the U.S. failed. He left the U.S. The talks went on.", 3),
        ("The answer is no. He left.", 2),
        ("In 2020. 15 countries signed.", 2),
        ("It ended at 5 p.m. Then it rained… The end. What?! Yes.", 5),
        ("World War I. The war ended.", 2),
        ("“It is over.” He left.", 2),
        ("He said it “was over. Then he left.", 2),
        ("1. The committee met. 2. It agreed.", 2),
        ("(He left. She stayed.) End.", 2),
        ("What is it? . . . . . . 12", 1),
        ("It runs there. .NET is old.", 2),
    ],
)
def test_sentences_are_cut_where_they_end(text, count):
    assert len(cut(text)) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "В 2020 г. Россия и Китай подписали договор. Это было в 2001 г. В нем участвовал В. В. Путин.", 3),
        ("ru", "Он сказал: «Все кончено. Мы ушли». А.С. Пушкин и др. поэты писали и т.д.", 2),
        ("zh", "代表说：“我们合作。很好。”他离开了。发展很快！是吗？是的。", 5),
        ("de", "Am 3. Oktober 2020 trafen sie sich im 19. Jahrhundert. Er ging z.B. Nach Hause.", 2),
        ("fr", "M. Dupont est venu. « C’est fini. Nous partons. » Pourquoi ? Parce que.", 4),
    ],
)
def test_other_languages_have_their_own_stops_and_abbreviations(language, text, count):
    assert len(cut(text, language)) == count


def test_the_card_of_a_source_lists_more_abbreviations():
    about = made.theme({"plan": 3.0})
    whole = made.source("The Min. Agreed to the plan.")
    assert len(extract(whole, [about]).facts) == 2
    listed = replace(whole, card=replace(whole.card, abbreviations=("Min.",)))
    assert len(extract(listed, [about]).facts) == 1


def test_a_user_adds_abbreviations():
    text = "The Min. Agreed to the plan."
    assert len(cut(text)) == 2
    assert cut(text, more=("Min.",)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It was so held in Pier v. Ferry, 12 U.S. 34, 106 S.Rep. 2505, 91 Fed. Reg. 202 (1986).",
        "It was so held in Harbour Ins. Co. v. Pier, 12 U.S. 34 (1986).",
    ],
)
def test_a_place_in_law_reports_is_not_cut(text):
    assert cut(text) == [text]


@pytest.mark.parametrize("sign", ["• ", "◦ ", "- ", "* ", "o  "])
def test_the_sign_before_an_item_is_none_of_its_words(sign):
    assert cut(f"{sign}The ferry was sold. It sank.") == ["The ferry was sold.", "It sank."]


@pytest.mark.parametrize("text", ["-5 degrees were measured.", "O ferry, where are you?", "o ferry was there."])
def test_what_only_looks_like_a_bullet_stays(text):
    assert cut(text) == [text]
