"""What is proposed is the source's own words, at the place it says, and waits for somebody to confirm it."""

from briefgen.facts import proposals
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})
BASE = made.base(
    SHIPS,
    "Reed met Norland’s President Ann Reed 安瑞德 in Aldmere. The World Trade Council (WTC) left on 4 March 2021.",
    "Norland does not accept the Sudland Treaty, but the WTC welcomed it. Trade reached US$5 billion in 2020.",
)


def test_a_name_is_listed_once_with_what_is_said_of_it():
    rows = {row.name: row for row in proposals.propose_names(BASE)}
    reed = rows["Ann Reed"]
    assert (reed.sort, reed.aliases, reed.native, reed.confirmed) == ("person", "Reed", "安瑞德", "")
    assert reed.role.endswith("President")
    assert (rows["World Trade Council"].sort, rows["World Trade Council"].aliases) == ("organisation", "WTC")
    assert rows["Sudland Treaty"].sort == "document"
    assert not {"Reed", "WTC"} & set(rows)


def test_a_stance_is_listed_with_who_takes_it_and_no_issue_is_made_up():
    found = [(row.issue, row.actor, row.words) for row in proposals.propose_positions(BASE)]
    assert found == [
        ("", "Norland", "does not accept the Sudland Treaty"),
        ("", "WTC", "welcomed it"),
    ]


def test_dates_of_figures_are_no_events():
    assert [row.date for row in proposals.propose_events(BASE)] == ["2021-03-04"]


def test_every_proposal_stands_where_it_says():
    base = article.base()
    text = base.source.text
    named = [(row.fact, row.start, row.end, row.name) for row in proposals.propose_names(base)]
    held = [(row.fact, row.start, row.end, row.words) for row in proposals.propose_positions(base)]
    dated = [(row.fact, row.start, row.end, row.words) for row in proposals.propose_events(base)]
    assert min(len(named), len(held), len(dated)) >= 15
    for fact, start, end, words in (*named, *held, *dated):
        at = base.by_id[fact].span.start
        assert " ".join(text[at + start : at + end].split()) == words


def test_most_of_what_the_project_confirmed_had_been_proposed():
    base = article.base()
    proposed = {row.name for row in proposals.propose_names(base)}
    rows = (article.DATA / "entities.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    confirmed = {row.split(",")[0] for row in rows}
    assert len(confirmed & proposed) / len(confirmed) >= 0.85
    events = {(row.fact, row.date) for row in proposals.propose_events(base)}
    lines = (article.DATA / "events.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    wanted = [line for line in lines if any(fact in line for fact, _ in events)]
    assert len(wanted) / len(lines) >= 0.85
