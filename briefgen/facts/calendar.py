"""Words of the calendar in the languages we read: months, parts of a year, what opens and what joins a period."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefgen.facts.numberwords import base
from briefgen.facts.wordlists import listed

_MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": listed(
        "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sept/Sep October/Oct "
        "November/Nov December/Dec"
    ),
    "de": listed(
        "Januar/Jänner/Jan Februar/Feb März/Mär April/Apr Mai Juni/Jun Juli/Jul August/Aug September/Sept/Sep "
        "Oktober/Okt November/Nov Dezember/Dez"
    ),
    "fr": listed(
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov "
        "décembre/déc"
    ),
    "es": listed("enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"),
    "ru": listed(
        "января/январь/январе/янв февраля/февраль/феврале/фев марта/март/марте апреля/апрель/апреле/апр мая/май/мае "
        "июня/июнь/июне июля/июль/июле августа/август/августе/авг сентября/сентябрь/сентябре/сен "
        "октября/октябрь/октябре/окт ноября/ноябрь/ноябре/ноя декабря/декабрь/декабре/дек"
    ),
}  # fmt: skip

YEAR = r"(?:1\d|20)\d\d"
ORDINALS: Mapping[str, int] = {
    word: number
    for number, words in {
        1: "first 1st opening premier premiers ersten erste erstes первые первых первом первой primeros primer",
        2: "second 2nd deuxième second zweites zweiten zweite втором второй вторая segundo",
        3: "third 3rd troisième dritten dritte drittes третьем третий tercer",
        4: "fourth 4th quatrième vierten vierte viertes четвертом четвертый cuarto",
        -1: "last final letzten dernier derniers последние последний",
    }.items()
    for word in words.split()
}
CENTURIES: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        listed(
            "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        11,
    )
} | {"twenty-first": 21}
SEASONS: Mapping[str, int] = {
    word: number
    for number, words in {
        21: "spring printemps Frühjahr Frühling весной primavera",
        22: "summer été Sommer летом verano",
        23: "autumn fall automne Herbst осенью otoño",
        24: "winter hiver Winter зимой invierno",
    }.items()
    for word in words.split()
}
"""Numbers as EDTF has them."""

SINCE = r"since|ever\ssince|seit|depuis|desde|с|начиная\sс|от|自"
UNTIL = r"until|till|up\sto|up\suntil|by|before|prior\sto|through|bis|vor|jusqu[’']en|avant|hasta|до|к|至"
AFTER = r"after|nach|après|после"
BETWEEN = r"between|zwischen|entre|между"
FROM = r"from|von|de|с|desde"
AND = r"and|und|et|y|e|и|и\sв|和|及|&|as\swell\sas|or|oder|ou|или|и\sс"
TO = r"to|through|until|till|bis|à|al?|hasta|по|до|至|到"
OF = r"of|in|des\sJahres|de|del|d’|du|года|von|im\sJahr"
MONTHS_NOUN = r"months?|Monaten?|mois|месяц\w*|meses|个月"
QUARTERS_NOUN = r"quarters?|Quartal(?:en?)?|trimestres?|квартал\w*|季度"
HALVES_NOUN = r"half|Halbjahr(?:es)?|Hälfte|semestre|moitié|полугоди\w*|半年"


@lru_cache(maxsize=32)
def months(language: str) -> Mapping[str, int]:
    """Give the number of every name of a month, as written: "may" and "march" are no months in English."""
    rows = _MONTHS.get(base(language), _MONTHS["en"])
    return {name: number for number, names in enumerate(rows, 1) for name in names.split("/")}


@lru_cache(maxsize=32)
def month_pattern(language: str) -> str:
    """Give a pattern of one name of a month."""
    return rf"(?:{'|'.join(sorted(months(language), key=len, reverse=True))})"
