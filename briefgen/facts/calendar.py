"""Words of the calendar in the languages we read: months, parts of a year, what opens and what joins a period."""

from __future__ import annotations

from collections.abc import Mapping

_MONTHS = (
    ("January Jan Januar janvier enero янв января январь январе", 1),
    ("February Feb Februar février febrero фев февраля февраль феврале", 2),
    ("March Mar März mars marzo марта март марте", 3),
    ("April Apr avril abril апр апреля апрель апреле", 4),
    ("May Mai mai mayo мая май мае", 5),
    ("June Jun Juni juin junio июня июнь июне", 6),
    ("July Jul Juli juillet julio июля июль июле", 7),
    ("August Aug août agosto авг августа август августе", 8),
    ("September Sept Sep septembre septiembre сен сентября сентябрь сентябре", 9),
    ("October Oct Oktober octobre octubre окт октября октябрь октябре", 10),
    ("November Nov novembre noviembre ноя ноября ноябрь ноябре", 11),
    ("December Dec Dezember décembre diciembre дек декабря декабрь декабре", 12),
)
MONTHS: Mapping[str, int] = {name: number for names, number in _MONTHS for name in names.split()}
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
"""As written: "may" and "march" are no months."""

YEAR = r"(?:1\d|20)\d\d"
ORDINALS: Mapping[str, int] = {
    "first": 1, "1st": 1, "opening": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1,
    "premier": 1, "premiers": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "ersten": 1, "erste": 1, "erstes": 1, "zweites": 2,
    "zweiten": 2, "dritten": 3, "vierten": 4, "первые": 1, "первых": 1, "первом": 1, "первой": 1, "втором": 2, "второй": 2,
    "третьем": 3, "четвертом": 4, "primeros": 1, "primer": 1, "segundo": 2, "上": 1, "下": 2, "前": 1,
}  # fmt: skip
CENTURIES: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        12,
    )
}
SEASONS: Mapping[str, int] = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "printemps": 21, "été": 22, "automne": 23, "hiver": 24,
    "Frühjahr": 21, "Frühling": 21, "Sommer": 22, "Herbst": 23, "Winter": 24,
    "весной": 21, "летом": 22, "осенью": 23, "зимой": 24,
}  # fmt: skip
SINCE = r"since|ever\ssince|seit|depuis|desde|с|начиная\sс|от|自"
UNTIL = r"until|till|up\sto|up\suntil|by|before|prior\sto|through|bis|vor|jusqu[’']en|avant|hasta|до|к|至"
AFTER = r"after|nach|après|после"
BETWEEN = r"between|zwischen|entre|между"
FROM = r"from|von|de|с|from\sabout"
AND = r"and|und|et|y|e|и|и\sв|和|及|&|as\swell\sas|or|oder|ou|или|и\sс"
TO = r"to|through|until|till|bis|à|al?|hasta|по|до|至|到"
MONTHS_NOUN = r"months?|Monaten?|mois|месяц\w*|meses|个月"
QUARTERS_NOUN = r"quarters?|Quartal(?:en?)?|trimestres?|квартал\w*|季度"
HALVES_NOUN = r"half|Halbjahr(?:es)?|Hälfte|semestre|moitié|полугоди\w*|半年"
OF = r"of|in|des\sJahres|de|del|d’|du|года|von|im\sJahr"
