from __future__ import annotations

import pytest

from briefgen.readers.language import UNKNOWN, language_of

PROSE = {
    "en": "The bridge was opened by the king in 1920 and the town paid for half of it, as both banks had agreed at "
    "the time. It is the longest of its kind, and those who come by it from the port are glad that it was "
    "built at all.",
    "de": "Die Brücke wurde im Jahr 1920 von dem König eröffnet, und die Stadt zahlte die Hälfte, wie es auf beiden "
    "Ufern vereinbart war. Sie ist die längste ihrer Art, und wer mit dem Schiff zu ihr kommt, ist nicht der "
    "einzige.",
    "es": "El puente fue abierto por el rey en 1920 y la ciudad pagó la mitad de lo que las dos orillas habían "
    "prometido. Es el más largo de los de su clase, y los que vienen del puerto por él se alegran de que se "
    "hiciera con una sola vía.",
    "it": "Il ponte fu aperto dal re nel 1920 e la città pagò la metà di quello che le due rive avevano promesso "
    "per la strada. È il più lungo della regione, e gli abitanti del porto che passano con le merci non sono "
    "una minoranza.",
    "pt": "A ponte foi aberta pelo rei em 1920 e a cidade pagou metade do que as duas margens tinham prometido para "
    "a obra. É a mais longa da região, e os que vêm do porto com mercadorias não se queixam de uma viagem que "
    "se faz no verão.",
    "nl": "De brug is in 1920 door de koning geopend en de stad betaalde de helft van wat op beide oevers was "
    "beloofd. Het is de langste van het land, en wie met een schip van de haven komt, is er niet voor het "
    "eerst als hij bij hem staat.",
}


@pytest.mark.parametrize("language", PROSE)
def test_prose_is_told_by_its_commonest_words(language):
    assert language_of(PROSE[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "1 2 3", "Le pont fut ouvert.", PROSE["es"] + PROSE["pt"], "lorem ipsum dolor sit amet " * 20],
    ids=["nothing", "numbers", "too little", "two at once", "none of ours"],
)
def test_what_speaks_clearly_for_none_is_said_to_be_none(text):
    assert language_of(text) == UNKNOWN
