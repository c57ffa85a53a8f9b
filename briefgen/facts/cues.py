"""Words that tell whose a sentence is, and whether it weighs, foretells or records. English, as terms of a theme."""

from __future__ import annotations

SAYING = (
    "(said|says|say|told|tells|remarked|declared|announced|argued|argues|argue|asserted|asserts|insisted)",
    "(insists|warned|warns|noted|notes that|note that|acknowledged|admitted|claimed that|claims that|believes that)",
    "(stated|states) that",
    "(predicted|predicts|proposed|commented|replied|pledged|vowed|testified|reported that|reports that|wrote that)",
    "(have|has|had) (said|argued|warned|noted|stated|declared|suggested|claimed|described|spoken about|debated)",
    "(suggested|suggests|suggest) (that|conflict|the|a)",
    "(emphasised|emphasized|stressed|underlined|concluded|concludes|found|finds|recalled|added|maintains) that",
    "(found|finds|concluded) (there|no|little)",
    "(suggested|suggest|believed|debated whether|speculated)",
    "(described|describes|describe|characterised|characterized|categorised|categorized|labelled|labeled) … as",
    "(designated|designates|denounced|denounces|criticised|criticized|hailed|praised|dismissed|portrayed) … as",
    "(criticised|criticized) the",
    "(have|has) (described|categorised|categorized|characterised|characterized|denounced|called) … (as|a|an)",
    "been described as",
    "(reflected|expressed|set out) in … (statement|speech|remarks|address)",
    "(expects|anticipates|hopes|intends) (to|that)",
    "(expects|anticipates) … to",
)
"""Verbs of speech, view and finding whose subject is the speaker."""

SOURCED = (
    "according to",
    "officially",
    "in the … view",
    "in the eyes of",
    "in the words of",
    "in the opinion of",
    "(stated|declared|official) (desire|aim|goal|position|policy)",
    "(observation|conclusion|claim|assessment|view) of … (officials|analysts|experts|observers|scholars|services)",
)
"""Turns of phrase that put a sentence into another's mouth."""

SAYING_BACKWARDS = ("(says|said|writes|argues|wrote|argued|warned|notes|explains)",)
"""Verbs that may stand before their speaker: “…,” says Ann Example."""

FORESEEING = (
    "will (be|become|demand|continue|remain|have|lead|need|grow|likely|probably|also|evolve|take|seek|not)",
    "will … (become|evolve|continue|increase|decline|deepen|remain)",
    "will become",
    "(is|are) (likely|unlikely|expected|set|bound|poised|projected|forecast) to",
    "could (see|lead|become|prompt|trigger|bring|make|cause|result)",
    "may (become|lead|present|provide|prompt|emerge|soon)",
    "(might|may) well",
    "in the (coming|next|decades|years) (years|decades|decade|months|ahead|to come|few)",
    "(years|decades) (ahead|to come)",
    "as long as",
    "in the (long|medium|foreseeable) (term|run|future)",
)
"""What is to come, in the author's mouth."""

WEIGHING = {
    "(more|less|better|worse|closer|stronger|greater|higher|most|best) … than": 2,
    "the (more|greater|less|stronger|closer) … the (more|greater|less|closer|stronger)": 3,
    "(more|rather) (than|about)": 1,
    "the most (positive|important|significant|serious)": 2,
    "(is|are) most": 2,
    "(increasingly|largely|mostly|mainly|arguably|perhaps|probably|apparently|clearly|quite|particularly)": 2,
    "(absolutely|considerably|deeply|closely|fundamentally|seemingly|evidently|undoubtedly|similarly|carefully)": 2,
    "(consciously|conscious|understands|want|wants|wish|wishes|seek|seeks|sought|trying)": 2,
    "(real|vital|fierce|formidable|dangerous|challenging|symbolic|instrumental|paramount|crucial)": 2,
    "(remarkable|vexing|turbulent|cordial|authoritarian|successful|success|overwhelming|inevitable|bitter)": 2,
    "(benefit|benefits|benefiting|legitimacy|self-interest|complementarity|complementarities|importance)": 2,
    "(flourished|flourishing|forgotten|cement|overlooks|enjoy|enjoyed|delivered|afforded)": 2,
    "(contradiction|rationale|notion|durability|motivations|imperative|sort of|kind of)": 3,
    "core (of|interest|interests|concern|concerns|value|values|principle|principles|aim|aims|problem|issue)": 3,
    "at (its|their|the) core": 3,
    "(accelerated|pushing|deepening|deepen|driven|thrust|colored by|coloured by|allowing|allows|enables|gives)": 1,
    "(driven|fuelled|fueled) by": 2,
    "(threatens|threaten|thwart|entice|counter|check|distract)": 2,
    "(remains|remain) (low|high|strong|weak|limited|unclear)": 3,
    "based (in|on)": 1,
    "developed into": 2,
    "in turn": 1,
    "(must|should|ought)": 2,
    "(seems|seem|appears|appear) to": 2,
    "(it is|can be) assumed": 3,
    "could be described": 3,
    "(I|We|we) (would|believe|think)": 3,
    "(never|nothing|not the only)": 2,
    "(may|might|would|substantial)": 1,
    "(however|despite|although|though|yet|while|but)": 1,
    "(issue|issues|question) on which": 2,
    "to the test": 3,
    "satisfaction": 1,
    "state of": 2,
    "(avoids|avoid|steers clear)": 2,
    "(close|closer|cooperative) … (relationship|relations|partnership|cooperation)": 1,
    "(because|due to)": 1,
    "as well as": 0.5,
    "(so-called|after all|at times|of course|in fact)": 2,
    "(positions of|increased) (power|influence)": 1,
    "(struggled|managed|worked hard)": 2,
}
"""What an author says who weighs: comparison, degree, motive, cause, worth."""

RECORDING = {
    "(signed|visited|established|agreed|conducted|published|awarded|formed|imposed|vetoed|abstained|launched)": 2,
    "(opened|completed|held|met|elected|ratified|joined|withdrew|invaded|demarcated|built|banned|renounced)": 2,
    "(took part|participated|called on|refused to|renewed)": 2,
    "(exports|imports|provides|provide|supplies|supplier|exporter|producer)": 2,
    "(amounted to|reached|rose|fell|quadrupled|doubled|tripled|totalled|totaled|accounted for)": 2,
    "(do|does|did|has|have) not (recognise|recognize|opposed|walked|signed|ratified|joined)": 2,
    "nor (do|does|did)": 2,
    "(is|are) (neutral|owned|claimed|located|a member|members)": 2,
    "(share|shares) a (border|land)": 2,
    "(indicated|expressed) … support": 2,
    "(percent|billion|million|kilometres|kilometers)": 1,
    "(for example|such as|including|include|includes)": 0.5,
}
"""What an author says who records: acts, measures, standing positions."""

LOADED = (
    "(thwart|thwarts|entice|bully|bullying|bullies|coerce|coercion|meddle|meddling|swagger|appease|appeasement)",
    "(subordinate|subservient|puppet|vassal|lackey|stooge|rogue|tyranny|tyrannical|despot|dictator|dictatorial|regime)",
    "(hegemonic|imperialist|expansionist|revanchist|warmonger*|aggressor|aggressors|provocative|provocation|malign)",
    "(notorious|brutal|ruthless|sinister|reckless|cynical|shameless|outrageous|humiliating|bitter|vexing|insidious)",
    "(threatens|cripple|cripples|menace|menacing|plot|plotting|scheme|scheming|stranglehold|punitive)",
    "(so-called|propaganda|hypocrisy|hypocritical|contradiction|confrontation|platitudes|hype)",
    "marriage of convenience",
    "(anti-Western|anti-American|anti-Chinese|anti-Russian)",
    "teaming up",
    "(led|US-led) challenge",
    "(US-led|American-led) challenge",
)
"""Words that take a side: a sentence with one is quoted or attributed, never said in a paper's own voice."""
