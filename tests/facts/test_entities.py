"""Names, offices and native scripts as the text has them; nothing is looked up."""

import pytest

from briefgen.facts import entities
from tests.facts import article


def test_names_of_the_article_in_other_scripts_are_paired_with_the_names_before_them():
    text = article.base().source.text
    pairs = [(" ".join(p.name.of(text).split()), p.native.of(text), p.lang) for p in entities.native_pairs(text)]
    treaty = "China–Russia Treaty of Good-Neighbourliness and Friendly Cooperation"
    assert [(name, native) for name, native, lang in pairs if lang == "zh"] == [
        ("Xi Jinping", "习近平"), ("Friendship Medal", "友谊勋章"), (treaty, "中俄睦邻友好合作条约"),
        ("Jiang Zemin", "江泽民"), ("Zhao Lijian", "赵立坚"),
    ]  # fmt: skip
    ((name, native),) = [(name, native) for name, native, lang in pairs if lang == "ru"]
    assert name == treaty
    assert native.startswith("Договор о")
    assert native.endswith("Республикой")


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("US President Ann Berg spoke.", "Ann Berg", "US President"),
        (
            "Former Norlandic ambassador to the UN Joe Miller spoke.",
            "Joe Miller",
            "Former Norlandic ambassador to the UN",
        ),
        ("It was Council Secretary Ivan Petrov’s plan.", "Ivan Petrov", "Council Secretary"),
        ("Speaking China was hard.", None, None),
    ],
)
def test_a_person_has_the_office_the_text_gives(text, person, role):
    found = [(p.name.of(text), p.role.of(text)) for p in entities.people(text)]
    assert found == ([(person, role)] if person else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In June 2018, Norland and Sudland met.", ("Norland", "Sudland")),
        ("The Bank of Norland paid US$5.", ("Bank of Norland",)),
        ("Norland’s ships left. Norland slept.", ("Norland",)),
        ("Multilateral talks failed.", ("Multilateral",)),
        ("Officially, nothing happened.", ()),
        ("", ()),
    ],
)
def test_capitalised_runs_are_names_and_openings_are_not(text, names):
    assert entities.find(text) == names


def test_a_text_wholly_in_another_script_pairs_nothing():
    assert entities.native_pairs("习近平访问莫斯科。") == ()
    assert entities.native_pairs("Договор подписан.") == ()
