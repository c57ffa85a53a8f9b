"""Sentence → whether it only points elsewhere: a citation, a place, an entry of a list of references, "see Table 2"."""

from __future__ import annotations

import re

from briefgen.facts.wordlists import collected

_CITED = re.compile(
    r"[(\[]?\s?(?:(?:See(?:,? (?:also|e\.g\.|generally))?,?|Cf\.|Id\.|Ibid\.|Siehe|Vgl\.)\s"
    r"|(?:Ver|Véase|Véanse|Vea|Consulte|Voir|Cf|Consultez)\s(?:\w+\s)?(?:l[ae]s?\s|el\s|l[’'])?"
    r"(?:secci[oó]n|cap[ií]tulo|apartado|anexo|p[aá]gina|figura|tabla|section|chapitre|annexe|page|figure|tableau"
    r"|[§«“\"]|https?:)|(?:Consulte|Consúltese|Consultez|Véase|Reportez-vous)\b)",
    re.I,
)
_BRACKET = re.compile(r"\([^()]{0,80}\)\s+(?=[A-Z])")
"""A citation at the head of a sentence that goes on."""
_PLACED = re.compile(r"[(\[][^()\[\]]{0,80}[¶§][^()\[\]]{0,80}[)\]]\.?$")
"""Gives a place between brackets and nothing else: "(Annex ¶ 12.)"."""
_STATUTE = re.compile(r"\d{1,3} (?:[A-Z][A-Za-z]*\. ?){1,4}(?:§§? ?)[\w.()-]+(?: \([^()]*\))?[.;,]?$")
"""A place in a code of laws: "12 N.C. § 34(b) (Harbour 1999)."."""
_PART = (
    r"(?:Supplementary\s)?(?:Sections?|Chapters?|Appendix|Appendices|Annex|Figs?\.?|Figures?|Tables?|Box|Exhibit)"
    r"\s?[\dA-Z]"
)
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


def points_elsewhere(words: str) -> bool:
    """Tell whether a sentence only says where something stands."""
    if (opening := _BRACKET.match(words)) and opening.end() < len(words):
        return points_elsewhere(words[opening.end() :])
    cited = (_CITED, _PLACED, _STATUTE, _ENTRY, _TOLD_THERE)
    return any(form.match(words) for form in cited) or _only_cites(words)


def _only_cites(words: str) -> bool:
    """Tell whether it names a case and where it was reported, and says nothing before that."""
    cited = _REPORTED.search(words)
    if cited is None:
        return False
    before = re.findall(r"[^\W\d_][\w/'’-]*", words[: cited.start()])
    return all(word[0].isupper() or word.lower() in _NAMES_OF_CASES for word in before)
