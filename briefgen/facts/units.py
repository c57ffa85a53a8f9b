"""What stands round a number → its unit. A unit has one name however it is written: "km" is a kilometre."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_SIGNS: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "USD": "USD", "A$": "AUD", "AU$": "AUD", "AUD": "AUD", "C$": "CAD", "CA$": "CAD", "CAD": "CAD",
    "NZ$": "NZD", "NZD": "NZD", "HK$": "HKD", "HKD": "HKD", "S$": "SGD", "SGD": "SGD", "NT$": "TWD", "R$": "BRL",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "RMB": "CNY", "CNY": "CNY", "CN¥": "CNY", "JP¥": "JPY", "JPY": "JPY",
    "₽": "RUB", "RUB": "RUB", "₹": "INR", "INR": "INR", "Rs": "INR", "₩": "KRW", "KRW": "KRW", "₺": "TRY", "TRY": "TRY",
    "₴": "UAH", "UAH": "UAH", "CHF": "CHF", "₸": "KZT", "KZT": "KZT", "BRL": "BRL",
}  # fmt: skip
_DOLLARS: Mapping[str, str] = {
    "en-au": "AUD",
    "en-ca": "CAD",
    "fr-ca": "CAD",
    "en-nz": "NZD",
    "en-sg": "SGD",
    "en-hk": "HKD",
}
_YEN: Mapping[str, str] = {"zh": "CNY", "ja": "JPY"}
_MONEY: tuple[tuple[str, str], ...] = (
    (r"(?:US|U\.S\.|American)\sdollars?", "USD"), (r"Australian\sdollars?", "AUD"), (r"Canadian\sdollars?", "CAD"),
    (r"Hong\sKong\sdollars?", "HKD"), (r"Singapore\sdollars?", "SGD"), (r"New\sZealand\sdollars?", "NZD"),
    (r"US-Dollar", "USD"), (r"dollars?(?:\sUS)?|Dollar|долл(?:\.|ар\w*)(?:\sСША)?|美元|dólares", "USD"),
    (r"(?:Chinese\s)?yuan|renminbi|юан\w*|人民币|元", "CNY"), (r"(?:Russian\s)?rou?bles?|Rubel|руб(?:\.|л\w*)|卢布|rublos?", "RUB"),
    (r"euros?|евро|欧元", "EUR"), (r"pounds?\ssterling|British\spounds?|pounds(?!\sof)|Pfund|фунт\w*\sстерлингов|英镑", "GBP"),
    (r"(?:Japanese\s)?yen|иен\w*|日元", "JPY"), (r"(?:South\sKorean\s)?won", "KRW"), (r"(?:Indian\s)?rupees?", "INR"),
    (r"Swiss\sfrancs?|Franken", "CHF"), (r"hryvnias?", "UAH"), (r"tenge", "KZT"), (r"(?:Turkish\s)?lira", "TRY"),
)  # fmt: skip
_MEASURES: tuple[tuple[str, str], ...] = (
    (r"percentage\spoints?|Prozentpunkte?n?|п\.\s?п\.|points\sde\spourcentage|百分点", "percentage point"),
    (r"basis\spoints?", "basis point"),
    (r"%|％|percent|per\scent|pct\.?|Prozent|pour\scent|por\sciento|процент\w*", "percent"),
    (r"sq(?:uare|\.)?\s?kilomet(?:re|er)s?|sq\.?\s?km|km²|km2|кв\.\s?км|平方公里", "square kilometre"),
    (r"square\smet(?:re|er)s?|m²|sq\.?\s?m", "square metre"), (r"square\smiles?|sq\.?\smi", "square mile"),
    (r"cubic\skilomet(?:re|er)s?", "cubic kilometre"),
    (r"cubic\smet(?:re|er)s?|m³|m3|cu\.?\s?m|куб\.\s?м(?:етров)?|кубометр\w*|Kubikmeter|mètres\scubes|立方米", "cubic metre"),
    (r"cubic\sfeet|cubic\sfoot", "cubic foot"), (r"nautical\smiles?|nmi", "nautical mile"),
    (r"kilomet(?:re|er)s?(?:\s?(?:per|an)\shour)?|kms?|км|Kilometer[ns]?|kilomètres?|километр\w*|公里|kilómetros", "kilometre"),
    (r"centimet(?:re|er)s?|cm", "centimetre"), (r"millimet(?:re|er)s?|mm", "millimetre"),
    (r"met(?:re|er)s?|m|метр\w*|mètres?|米", "metre"), (r"miles?", "mile"), (r"feet|foot|ft", "foot"), (r"inch(?:es)?", "inch"),
    (r"hectares?|ha|Hektar|гектар\w*", "hectare"), (r"acres?", "acre"),
    (r"(?:metric\s)?ton(?:ne)?s?|tn|Tonnen?|т|тонн\w*|吨|toneladas", "tonne"), (r"kilograms?|kilos?|kg", "kilogram"),
    (r"grams?", "gram"), (r"barrels?|bbl|баррел\w*|Barrel|barils?|桶", "barrel"), (r"lit(?:re|er)s?", "litre"), (r"gallons?", "gallon"),
    (r"(?:kilowatt|kW)[-\s]?h(?:ours?)?", "kilowatt hour"), (r"(?:megawatt|MW)[-\s]?h(?:ours?)?", "megawatt hour"),
    (r"(?:gigawatt|GW)[-\s]?h(?:ours?)?", "gigawatt hour"), (r"(?:terawatt|TW)[-\s]?h(?:ours?)?", "terawatt hour"),
    (r"kilowatts?|kW", "kilowatt"), (r"megawatts?|MW", "megawatt"), (r"gigawatts?|GW", "gigawatt"), (r"kilotons?|kt", "kiloton"),
    (r"megatons?", "megaton"), (r"degrees?(?:\s(?:Celsius|centigrade))?|°\s?C|°", "degree"), (r"knots?", "knot"), (r"hertz|Hz", "hertz"),
)  # fmt: skip
_LARGE: tuple[tuple[str, str, float], ...] = ((r"bcm", "cubic metre", 1e9), (r"mcm", "cubic metre", 1e6), (r"mbd|mb/d", "barrel per day", 1e6),
                                              (r"b/d|bpd|barrels?\s(?:per|a)\sday", "barrel per day", 1.0))  # fmt: skip
_SPANS: tuple[tuple[str, str], ...] = (
    (r"years?|Jahren?|ans?|années?|лет|год[ау]?|years?-old|años|年", "year"), (r"months?|Monaten?|mois|месяц\w*|meses|个月", "month"),
    (r"weeks?|Wochen?|semaines?|недел\w*", "week"), (r"days?|Tagen?|jours?|дн(?:ей|я)|день|días|天", "day"),
    (r"hours?|Stunden?|heures?|час\w*|小时", "hour"), (r"minutes?|Minuten?|минут\w*|分钟", "minute"), (r"seconds", "second"),
    (r"decades?|Jahrzehnten?|décennies?|десятилети\w*", "decade"), (r"centur(?:y|ies)|siècles?|Jahrhunderten?|век\w*", "century"),
    (r"quarters(?!\sof)", "quarter"), (r"fortnights?", "fortnight"), (r"generations?", "generation"),
)  # fmt: skip
_TIMES = r"times|раз[а]?|Mal|fois|veces|次"
_RATE = r"(?:\sof\s[a-z-]+(?:\s[a-z-]+)?)?\s?(?:per|a|an|each|every|/)\s?(?P<rate>year|annum|month|week|day|hour|quarter|capita|person|head|tonne|ton|barrel|kilometre|kilometer|mile)\b"
_FINER = {"annum": "year", "ton": "tonne", "kilometer": "kilometre", "head": "capita"}
_SOLID = frozenset("%％°")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found beside a number."""

    end: int
    """Where its words end; for one before the number, where they start."""
    name: str | None
    """None for money."""
    currency: str | None = None
    factor: float = 1.0
    duration: bool = False


def before(text: str, at: int, language: str = "en") -> Unit | None:
    """Find the currency right before a number: "US$"."""
    match = _signs().search(text, max(0, at - 7), at)
    if match is None:
        return None
    sign = match["sign"]
    tag = language.lower()
    if sign == "$":
        return Unit(match.start("sign"), None, _DOLLARS.get(tag, "USD"))
    if sign in "¥￥":
        return Unit(match.start("sign"), None, _YEN.get(tag.partition("-")[0], "JPY"))
    return Unit(match.start("sign"), None, _SIGNS[sign])


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    signs = "|".join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))
    return re.compile(rf"(?:(?<![^\W\d_])(?P<sign>{signs}|[$¥￥]))[\s\u00a0]?\Z")


def behind(text: str, at: int) -> Unit | None:
    """Find the unit behind a number: money, a measure, a stretch of time, "times"."""
    match = _behind().match(text, at)
    if match is None:
        return None
    key = next(k for k, v in match.groupdict().items() if v is not None and k != "rate")
    kind, place = key[0], int(key[1:])
    rate = _rate(text, match.end())
    end = rate.end() if rate else match.end()
    per = f" per {_FINER.get(rate['rate'], rate['rate'])}" if rate else ""
    if kind == "c":
        return Unit(end, None, _MONEY[place][1])
    if kind == "d":
        return Unit(match.end(), _SPANS[place][1], duration=True)
    if kind == "t":
        return Unit(match.end(), "time")
    if kind == "l":
        return Unit(end, _LARGE[place][1] + per, factor=_LARGE[place][2])
    name = _MEASURES[place][1]
    return Unit(match.end(), name) if name.startswith("perc") else Unit(end, name + per)


def _rate(text: str, at: int) -> re.Match[str] | None:
    return _rates().match(text, at)


def rate_end(text: str, at: int) -> int:
    """Find where "a year" or "per barrel" behind money ends; where nothing of it stands, the place given."""
    match = _rate(text, at)
    return match.end() if match else at


@lru_cache(maxsize=1)
def _rates() -> re.Pattern[str]:
    return re.compile(_RATE)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    pieces = [f"(?P<l{n}>{p})" for n, (p, _, _) in enumerate(_LARGE)]
    pieces += [f"(?P<m{n}>{p})" for n, (p, _) in enumerate(_MEASURES)]
    pieces += [f"(?:(?:de\\s|d[’'])?(?P<c{n}>{p}|{c}))" for n, (p, c) in enumerate(_MONEY)]
    pieces += [f"(?P<d{n}>{p})" for n, (p, _) in enumerate(_SPANS)]
    body = "|".join([*pieces, f"(?P<t0>{_TIMES})"])
    return re.compile(rf"\.?[-\s\u00a0\u202f]?(?:{body})(?![^\W_]|(?<=[A-Za-z])-[a-z])")
