"""Names of units → how each is written, in the languages we read. A blank parts the spellings, which are patterns."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.facts.wordlists import listed

SIGNS: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "€": "EUR", "£": "GBP", "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY",
    "₽": "RUB", "₹": "INR", "Rs": "INR", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₸": "KZT",
}  # fmt: skip
"""Signs and letters before an amount; the codes of ``CODES`` may stand there too."""

CODES = (
    "USD",
    "AUD",
    "CAD",
    "NZD",
    "HKD",
    "SGD",
    "EUR",
    "GBP",
    "CNY",
    "JPY",
    "RUB",
    "INR",
    "KRW",
    "TRY",
    "UAH",
    "CHF",
    "KZT",
    "BRL",
)
DOLLARS: Mapping[str, str] = {
    "en-au": "AUD", "en-ca": "CAD", "fr-ca": "CAD", "en-nz": "NZD", "en-sg": "SGD", "en-hk": "HKD"
}  # fmt: skip
"""What a bare "$" is where it is not the American one, by language tag."""

YEN: Mapping[str, str] = {"zh": "CNY", "ja": "JPY"}

MONEY: Mapping[str, str] = {
    "AUD": r"Australian\sdollars?",
    "CAD": r"Canadian\sdollars?",
    "HKD": r"Hong\sKong\sdollars?",
    "SGD": r"Singapore\sdollars?",
    "NZD": r"New\sZealand\sdollars?",
    "USD": r"(?:US|U\.S\.|American)\sdollars? US-Dollar dollars?(?:\sUS)? Dollar "
    r"долл(?:\.|ар\w*)(?:\sСША)? 美元 dólares",
    "CNY": r"(?:Chinese\s)?yuan renminbi юан\w* 人民币 元",
    "RUB": r"(?:Russian\s)?rou?bles? Rubel руб(?:\.|л\w*) 卢布 rublos?",
    "EUR": r"euros? Euro евро 欧元",
    "GBP": r"pounds?\ssterling British\spounds? pounds(?!\sof) Pfund фунт\w*\sстерлингов 英镑",
    "JPY": r"(?:Japanese\s)?yen иен\w* 日元",
    "KRW": r"(?:South\sKorean\s)?won",
    "INR": r"(?:Indian\s)?rupees?",
    "CHF": r"Swiss\sfrancs? Franken",
    "UAH": r"hryvnias?",
    "KZT": r"tenge",
    "TRY": r"(?:Turkish\s)?lira",
}

MEASURES: Mapping[str, str] = {
    "percentage point": r"percentage\spoints? Prozentpunkte?n? п\.\s?п\. points\sde\spourcentage 百分点",
    "basis point": r"basis\spoints?",
    "percent": r"% ％ percent per\scent pct\.? Prozent pour\scent por\sciento процент\w*",
    "square kilometre": r"sq(?:uare|\.)?\s?kilomet(?:re|er)s? sq\.?\s?km km² km2 кв\.\s?км Quadratkilometer 平方公里",
    "square metre": r"square\smet(?:re|er)s? m² sq\.?\s?m",
    "square mile": r"square\smiles? sq\.?\smi",
    "cubic kilometre": r"cubic\skilomet(?:re|er)s?",
    "cubic metre": r"cubic\smet(?:re|er)s? m³ m3 cu\.?\s?m "
    r"куб\.\s?м(?:етров)? кубометр\w* Kubikmetern? mètres\scubes 立方米",
    "cubic foot": r"cubic\sfeet cubic\sfoot",
    "nautical mile": r"nautical\smiles? nmi",
    "kilometre": r"kilomet(?:re|er)s? kms? км Kilometern? kilomètres? километр\w* 公里 kilómetros",
    "centimetre": r"centimet(?:re|er)s? cm",
    "millimetre": r"millimet(?:re|er)s? mm",
    "metre": r"met(?:re|er)s? m метр\w* mètres? 米",
    "mile": r"miles?",
    "foot": r"feet foot ft",
    "inch": r"inch(?:es)?",
    "hectare": r"hectares? ha Hektar гектар\w*",
    "acre": r"acres?",
    "tonne": r"(?:(?:metric|gross|net|long|short)\s)?ton(?:ne)?s? Tonnen? т тонн\w* 吨 toneladas",
    "kilogram": r"kilograms? kilos? kg",
    "gram": r"grams?",
    "barrel": r"barrels? bbl баррел\w* Barrel barils? 桶",
    "litre": r"lit(?:re|er)s?",
    "gallon": r"gallons?",
    "kilowatt hour": r"(?:kilowatt|kW)[-\s]?h(?:ours?)?",
    "megawatt hour": r"(?:megawatt|MW)[-\s]?h(?:ours?)?",
    "gigawatt hour": r"(?:gigawatt|GW)[-\s]?h(?:ours?)?",
    "terawatt hour": r"(?:terawatt|TW)[-\s]?h(?:ours?)?",
    "kilowatt": r"kilowatts? kW",
    "megawatt": r"megawatts? MW",
    "gigawatt": r"gigawatts? GW",
    "kiloton": r"kilotons? kt",
    "megaton": r"megatons?",
    "degree": r"degrees?(?:\s(?:Celsius|centigrade))? °\s?C °",
    "knot": r"knots?",
    "hertz": r"hertz Hz",
    "time": r"times раза? Mal fois veces 次",
}

LARGE: Mapping[str, tuple[str, float]] = {
    r"bcm": ("cubic metre", 1e9),
    r"mcm": ("cubic metre", 1e6),
    r"mbd|mb/d": ("barrel per day", 1e6),
    r"b/d|bpd": ("barrel per day", 1.0),
}
"""Spellings that hold a factor."""

DURATIONS: Mapping[str, str] = {
    "year": r"years?(?:-olds?)? Jahren? ans? années? лет год[ау]? años 年",
    "month": r"months? Monaten? mois месяц\w* meses 个月",
    "week": r"weeks? Wochen? semaines? недел\w*",
    "day": r"days? Tagen? jours? дн(?:ей|я) день días 天",
    "hour": r"hours? Stunden? heures? час\w* 小时",
    "minute": r"minutes? Minuten? минут\w* 分钟",
    "second": r"seconds",
    "decade": r"decades? Jahrzehnten? décennies? десятилети\w*",
    "century": r"centur(?:y|ies) siècles? Jahrhunderten? век\w*",
    "quarter": r"quarters(?!\sof)",
    "fortnight": r"fortnights?",
    "generation": r"generations?",
}

RATES: Mapping[str, str] = {
    **{name: name for name in listed("year month week day hour quarter capita person tonne barrel mile")},
    "annum": "year", "ton": "tonne", "kilometre": "kilometre", "kilometer": "kilometre", "head": "person",
}  # fmt: skip
"""What may stand behind "per", and the name of its unit."""
