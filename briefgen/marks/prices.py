"""Nothing → the weights of evidence by which marks are told from ordinary numbers. All of them stand here.

Every weight is a natural logarithm of odds: how many times likelier the observation is at a note mark
than at an ordinary number. Positive speaks for a mark, negative against it; weights add up. They were
set by reasoning and by reading, not fitted to single documents.
"""

from __future__ import annotations

from typing import Final

LEFT: Final[dict[str, float]] = {
    # What the digits are glued to, on their left.
    "stop": 4.0,  # "ended.12": no ordinary number is glued to a full stop
    "quote": 4.0,  # "so.”12", "axis’12"
    "comma": 3.5,  # "inevitable,22"; a little commoner in careless lists than after a full stop
    "colon": 3.0,  # "describes an experiment in these words:3"
    "key": -2.0,  # "Size:3"
    "bracket": 2.0,  # "(FITARA)1": also seen in code and references
    "glued bracket": -3.5,  # "Ca(OH)2", "111.70(3)(a)1": formulas, sections of laws, functions
    "word": 2.0,  # "scaffolding30": a plain word has no digits of its own
    "odd word": -0.5,  # "Altman20" where Altman always has a number: an author cited, or "Windows10"
    "short word": -0.5,  # "use5", "war12": two or three letters that mostly stand alone
    "name": 0.5,  # "VGP46" where VGP mostly stands alone
    "half name": -2.0,  # where it does so sometimes
    "code": -3.5,  # "Ki67", "CO2", "GRCh38": letters never seen without digits
    "unit": -6.0,  # "km2", "m3"
    "han stop": 3.0,  # full-width stops, commas, closing brackets
    "han": -0.5,  # Han, kana, hangul: ordinary numbers are glued to them too
    "abbreviation": -3.0,  # "No.5", "p.12", "D.C.2012"
    "acronym": 0.0,  # "in the U.S.12", but "410 U.S.113"
    "leader": -4.0,  # "Contents......5"
    "decimal": -4.5,  # "104.2": the commonest of all ordinary numbers
    "version": -6.0,  # "3.6.28", "10.1.2"
    "year stop": -0.5,  # "2020.1": years have no decimals
    "big stop": -1.5,  # "100,000.96": decimals after thousands are rare outside tables
    "year comma": -0.5,  # "September, 1916,5"
    "number comma": -3.0,  # "5,583,064,5"
    "number sign": -2.5,  # "10:30", "2015;12"
    "digit": -8.0,  # "20302" for 2030 and 2: only where that very number is awaited
    "percent": 0.5,  # "20%1"
    "long dash": -2.0,  # "table:—161", but "wrong—34 bits"
    "dash": -6.0,  # "COVID-19", "2013–14"
    "other": -3.0,
    # What sets them off.
    "bracketed": 3.0,  # "said [12]"
    "bracketed line": -3.0,  # "[12] Smith, …": the note itself, in the list of notes
    "bracketed year": -0.5,  # "[1973] 1 WLR 601"
    "bracketed index": -4.0,  # "a[1]"
    "bracketed part": -1.0,  # "telephone: [7] (495) 728"
    "raised": 4.5,  # "said¹²"
    "power": -5.0,  # "10⁶", "km²"
    "superscript": 1.5,  # a symbol that a reader saw raised: a note's, or a level of significance
    "link": 8.0,  # a reader saw it linked to a note
    "note": 50.0,  # a reader saw it to be a note's mark
}

RIGHT: Final[dict[str, float]] = {
    # What follows the digits.
    "end": 1.0,  # end of a line, the next not beginning small
    "start": 1.0,  # space and a capital, a quotation, a bracket
    "running": 0.0,  # a small letter after a space or on the next line
    "figure": -0.5,  # space and a digit
    "point": 0.5,  # punctuation, then space or end
    "closer": 0.5,  # a closing bracket or quotation mark
    "dash": -0.5,  # "duplicates1—this"
    "decimal": -4.5,  # ".5", ",5": the digits are the whole part of a number
    "measure": -3.0,  # "5 million", "13 August"
    "hyphen": -4.0,  # "5-fold", "5–8"
    "letter": -5.0,  # "5G", "18th"
    "han": 0.0,
    "unit": -7.0,  # "20%", "5°"
    "other": -2.5,
}

FIRM: Final = -1.0  # contexts of less weight carry only the awaited number, or one after it
PLAIN: Final = 3.0  # contexts of this weight leave little doubt
ALONE: Final = 4  # times a name stands without digits for each time with: fewer, and the digits may be its own
COMMON: Final = 10  # the same, from which on it is a word of the language and the digits are not its own

HAN_BETWEEN: Final = -2.5  # "第2章": a number with its classifier
HAN_BEFORE_STOP: Final = 1.5  # "成立1，": without one it is no quantity
CUT_LENGTH: Final = 1.5  # for each digit of the mark after the first: fewer numbers end in it by chance
CUT_KNOWN: Final = 4.0  # "A-1303" where "A-130" stands elsewhere
CUT_DECIMAL: Final = 2.0  # "version 3.027" where "3.0" stands elsewhere
CUT_THOUSANDS: Final = 6.0  # "100,000,00045": a group of more than three digits
CUT_GROUP: Final = -4.0  # "268,435,456" is whole
CUT_GLUED: Final = -4.0  # "so.”41" read as 4 and note 1: the 4 would be glued to nothing it belongs to
CUT_NUMBERED: Final = 4.0  # "paragraph 1976": what is numbered runs to the hundreds, not to years
CUT_SHORT: Final = -1.0  # a number of two or three digits …
CUT_LONG: Final = 1.5  # … and one of five and more without a comma
CUT_YEAR: Final = -3.0  # "2020" read as 20 and note 20: years are the commonest numbers of four digits
AFTER_YEAR: Final = 4.0  # "20302": five digits without a comma, opening like a year

RUNNING_AFTER_STOP: Final = -2.5  # a sentence ended before the mark, so the next word should open one
POINT_AFTER_STOP: Final = -2.0  # "1.3. Authors", "POSIX.1,": after a full stop and its mark no second stop
RUNNING_AFTER_DECIMAL: Final = -3.0  # "31.4 percent": a decimal's unit follows it; after "2020.1" a sentence begins

NEXT: Final = 1.5  # the awaited number, where it is 1: one ordinary number in four or five is a 1, …
NEXT_DOUBLING: Final = 0.5  # … the fewer the higher it is …
NEXT_MOST: Final = 3.5  # … down to one in thirty
NEXT_SKIPPED: Final = 2.5  # a number after a gap is awaited less
SKIP: Final = -2.0  # one number between is missing: lost with a table or a caption
SKIP_DOUBLING: Final = -1.2  # and once more each time the gap doubles
REPEAT: Final = -1.5  # a number seen before, cited again
REPEAT_LISTED: Final = 0.5  # in a list with others: few ordinary numbers come in lists without spaces
FORWARD: Final = -2.5  # a number cited before its turn: in a table, in a caption, after an edit
RESTART: Final = -4.0  # numbering begins again at 1
RESTART_LATE: Final = -9.0  # or at 2 or 3, the first mark having been lost
START: Final = -1.0  # the first number is 1
START_LATE: Final = -3.5  # the text is an excerpt …
START_DOUBLING: Final = -0.25  # … the less likely the higher it begins
ADJACENT: Final = -2.5  # two marks without anything between: "1213"
ADJACENT_LOOSE: Final = -3.0  # more where the place does not speak for marks: two digits then hit by one chance
LIST: Final = -0.3  # one more number in a list "14,18"
SPACED: Final = -2.0  # a list set with spaces, "12, 13", may go on with ordinary numbers
RANGE: Final = 1.5  # the far end of "13-15" lies shortly above its near end
THOUSANDS: Final = -2.5  # a list that may be one number: "12,345"

FALLING: Final = -3.0  # lists rise

# What all marks of a document must weigh together, and each on average, or it has none: hundreds of names
# with figures always hold some chain, but a light one.
GUARD: Final = (9.0, 2.5)
GUARD_GIVEN: Final = (3.0, 0.0)  # the same where a reader saw them raised or linked
RIVAL: Final = 25.0  # what a second numbering must weigh to compete with a heavier one
CERTAIN: Final = 1000.0  # what the user keeps
CONFIRM: Final = 2.0  # a mark preferred by less is for a person to confirm
