"""Sentence → why it states nothing by itself: a piece of one, a question, a word to the reader. Empty where it does.

A document holds more than its prose: list items, addresses, front matter, exercises. A paper prints statements; the
rest only comes along where a statement leans on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.facts.outlines import outline
from briefgen.facts.wordlists import collected
from briefgen.model.fact import Fact, Factbase

FEWEST = 3
"""Words of a statement; "Why so." is none."""
MOSTLY = 0.5
"""Share of a source's words in statements below which its items are its matter: a list without full stops."""
_ENDED = re.compile(r"[.!…。！？｡][\"'’”»›)\]』」】）*]*$")
_ASKED = re.compile(r"[?？][\"'’”»›)\]』」】）*]*$")
_ANNOUNCED = re.compile(r"[:：][—–-]*$")
_CITED = re.compile(
    r"[(\[]?\s?(?:(?:See(?:,? (?:also|e\.g\.|generally))?,?|Cf\.|Id\.|Ibid\.|Siehe|Vgl\.)\s"
    r"|(?:Ver|Véase|Véanse|Vea|Consulte|Voir|Cf|Consultez)\s(?:\w+\s)?(?:l[ae]s?\s|el\s|l[’'])?"
    r"(?:secci[oó]n|cap[ií]tulo|apartado|anexo|p[aá]gina|figura|tabla|section|chapitre|annexe|page|figure|tableau"
    r"|[§«“\"]|https?:)|(?:Consulte|Consúltese|Consultez|Véase|Reportez-vous)\b)",
    re.I,
)
_PLACED = re.compile(r"[(\[][^()\[\]]{0,80}[¶§][^()\[\]]{0,80}[)\]]\.?$")
"""Gives a place between brackets and nothing else: "(Annex ¶ 12.)"."""
_STATUTE = re.compile(r"\d{1,3} (?:[A-Z][A-Za-z]*\. ?){1,4}(?:§§? ?)[\w.()-]+(?: \([^()]*\))?[.;,]?$")
"""A place in a code of laws: "12 N.C. § 34(b) (Harbour 1999)."."""
_PART = r"(?:Supplementary\s)?(?:Sections?|Chapters?|Appendix|Appendices|Annex|Figs?\.?|Figures?|Tables?|Box|Exhibit)\s?[\dA-Z]"
_TOLD_THERE = re.compile(
    rf"{_PART}[\w.,]*\s(?!.*\bthat\b)(?:shows?|represents?|lists?|depicts?|illustrates?|presents?|plots?|displays?|gives?"
    r"|summari[sz]es?|contains?|provides?|describes?)\b"
    rf"|.*\b(?:is|are|was|were|be)\s(?:shown|given|found|listed|presented|outlined|illustrated|depicted|summari[sz]ed"
    rf"|provided|described|discussed|reported|detailed)\sin\s(?:more detail in\s)?(?:the\s)?{_PART}(?:[^,;]|,(?=\w))*$",
    re.S,
)
"""Says where something is told or drawn, and not what."""
_REPORTED = re.compile(r"\b\d{1,4} (?:[A-Z][A-Za-z']*\. ?)+(?:\d?[a-z]{0,3}\.? )?\d{1,5}(?=[,.;)]| \(|$)")
"""A place in a series of law reports, by volume, series and page: "12 Ships Rep. 34"."""
_NAMES_OF_CASES = collected("v vs of the and for in re ex parte rel et al de la las y del see d/b/a ass'n int'l")
_ENTRY = re.compile(
    r"\[[\w.+:–-]{1,24}\]\s+(?=[^\W\d_])(?=.*(?:\b(?:1[5-9]|20)\d\d\b|https?:|\bdoi\b))(?=.*[\"“”«,])", re.S
)
"""An entry of a list of references: its label in brackets, a name, and a year or an address."""
_RIGHTS = re.compile(
    r"(?:©|\(c\)|Copyright\b(?: ©| \(c\)| \d{4}| by\b)|All rights reserved"
    r"|Permission (?:is|to) (?:hereby )?(?:granted|copy)"
    r"|This (?:document|work|program|book|publication|text|file) is"
    r" (?:free software|subject to|licen[cs]ed|made available under))",
    re.I,
)
_CODE = re.compile(r"[_{}<>=|\\@#$]|\w[/:]\w+[/:]|\(\)|;;|^[-/~]\w|^--")
"""What no word of prose holds."""
CODED = 0.4
"""Share of its words in code from which a sentence is code."""
_BEGUN_LOW = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]\s+)?[a-zß-öø-ÿ][^A-Z\s]*(?:\s|$)")
_GOING_ON = re.compile(r"[a-zß-öø-ÿ\d][^:.!?]{0,60}:\s")
_HEADING = re.compile(r"[^\W\d_][\w’'&-]*(?:\s[\w’'&-]+){0,2}")
_SUBJECTLESS = re.compile(
    r"[A-Z][a-z]+ed (?:by|for|in|on|when|with|as|from|to)\b"
    r"(?!.*(?:,|\b(?:is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|does|did)\b))"
)
"""Says what was done to something it does not name: "Drawn by two horses and pushed by a boy."."""
_TOLD = re.compile(
    r"(?:Please\b|(?:Read|Watch|Visit|Explain|Describe|Define|Discuss|Compare|Identify|Consider|Imagine|Recall|Suppose"
    r"|Click|Refer to|Go to|Note that|Think about)\s+(?:the|this|these|an?|how|why|what|whether|your|about|below"
    r"|also|that|it|on|at|some|three|two|[A-Z]?\w+’s)\b)"
)
_CARRIES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must"
    r"|(?!(?:as|its|his|this|plus|versus|less|thus)\b)[a-z]+(?:ed|s))\b"
)
"""What may be a verb, in a sentence of which most words are capitalised."""
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NUMBERED = re.compile(
    r"(?:(?:appendix|annex|chapter|section|part)\s+)?(?:(?:\d{1,3}|[A-Z])(?:\.\d{1,3})*[.:)]?\s+|[IVXLC]+[.:)]\s+)?",
    re.I,
)
_APPARATUS = re.compile(
    r"(?:works cited|(?:further|additional|suggested) (?:reading|resources)|external links|see also|bibliography"
    r"|(?:list of |normative |informative |selected )?references(?: and notes)?|(?:end|foot)?notes(?: and references)?"
    r"|(?:review|discussion|assessment|study) questions|exercises|critical thinking|key terms|learning \w+|glossary"
    r"|sources|contents|table of contents|index|acknowledge?ments|(?:about|copyright) .{0,20}|(?:image|photo) credits"
    r"|status of this \w+|authors?[’']?s?[’']? address(?:es)?|contributors|(?:revision|document) history|legal notice"
    r"|(?:(?:GNU|MIT|BSD|apache|free|open|source|general|lesser|public|software|document(?:ation)?|end.user) )*"
    r"licen[cs]e(?: (?:agreement|notice|terms|text))?"
    r"|bibliographie|références|remerciements|table des matières|sommaire|mentions légales"
    r"|literatur(?:verzeichnis)?|danksagung|inhalt(?:sverzeichnis)?|impressum"
    r"|bibliograf[ií]a|referencias|agradecimientos|[ií]ndice|notas)[.:]?",
    re.I,
)


def why_not(words: str) -> str:
    """Say why a sentence states nothing by itself; empty where it states something."""
    if _ASKED.search(words):
        return "is a question"
    if _ANNOUNCED.search(words):
        return "announces what it does not say"
    if points_elsewhere(words):
        return "only points elsewhere"
    if _RIGHTS.match(words):
        return "is a notice of rights"
    if _is_code(words):
        return "is code"
    if not _ENDED.search(words) or _BEGUN_LOW.match(words) or _SUBJECTLESS.match(words):
        return "is no whole sentence"
    if not _HAN.search(words) and (len(words.split()) < FEWEST or _is_caption(words)):
        return "is no whole sentence"
    return "tells its reader what to do" if _TOLD.match(words) else ""


def points_elsewhere(words: str) -> bool:
    """Tell whether a sentence only says where something stands."""
    cited = (_CITED, _PLACED, _STATUTE, _ENTRY, _TOLD_THERE)
    return any(form.match(words) for form in cited) or _only_cites(words)


def _only_cites(words: str) -> bool:
    """Tell whether it names a case and where it was reported, and says nothing before that."""
    cited = _REPORTED.search(words)
    if cited is None:
        return False
    before = re.findall(r"[^\W\d_][\w/'’-]*", words[: cited.start()])
    return all(word[0].isupper() or word.lower() in _NAMES_OF_CASES for word in before)


def code_of(words: str) -> list[str]:
    """List the pieces of a sentence that are code: names of functions, options, paths."""
    return [piece for piece in words.split() if _CODE.search(piece)]


def _is_code(words: str) -> bool:
    return len(code_of(words)) >= CODED * len(words.split())


def _is_caption(text: str) -> bool:
    """Tell whether it is a row of names with a full stop, as above a court's opinion."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    named = sum(word[0].isupper() for word in words)
    return 2 * named >= len(words) and not _CARRIES.search(text)


def silent(base: Factbase, facts: Iterable[Fact]) -> dict[str, str]:
    """Tell which facts state nothing by themselves, and why; none where the source is mostly made of such."""
    if not speaks(base):
        return _continued(base, facts)
    headings = outline(base.source)
    found = {}
    for fact in facts:
        title = headings.title(fact)
        named = _NUMBERED.sub("", title, count=1)
        why = f"stands under “{title}”" if _APPARATUS.fullmatch(named) else why_not(base.words(fact))
        if why:
            found[fact.id] = why
    return found


def _continued(base: Factbase, facts: Iterable[Fact]) -> dict[str, str]:
    """Tell which rows of a document of rows only go on from a row above ("total: 12"), or only head rows below."""
    said = {f.id: base.words(f) for f in facts}
    rows = {i: "goes on from a row above it" for i, words in said.items() if _GOING_ON.match(words)}
    rows |= {i: "is no whole sentence" for i, words in said.items() if _HEADING.fullmatch(words)}
    words = {f.id: len(base.words(f).split()) for f in base.facts}
    return rows if sum(words[i] for i in rows) < MOSTLY * sum(words.values()) else {}


def speaks(base: Factbase) -> bool:
    """Tell whether a source is written in sentences."""
    lengths = [(len(words.split()), why_not(words)) for words in map(base.words, base.facts)]
    return sum(n for n, why in lengths if not why) >= MOSTLY * sum(n for n, _ in lengths)
