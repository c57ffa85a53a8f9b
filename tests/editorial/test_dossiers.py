"""Names, positions and events: what was confirmed stands in its sentence, or is refused with its line."""

from dataclasses import replace

import pytest

from briefgen.editorial import dossiers, entities, events, positions
from briefgen.errors import EditorialError
from briefgen.model.dossier import Dossier
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.records import dump_csv
from tests.facts import article, made

SHIPS = made.theme({"ship*": 3})
HEADS = {
    "entities": "name,sort,aliases,native,role,fact,start,end,confirmed\n",
    "positions": "issue,actor,words,fact,start,end,confirmed\n",
    "events": "date,words,fact,start,end,confirmed\n",
}
GONE = "made-0123456789"


@pytest.fixture
def base() -> Factbase:
    return made.base(
        SHIPS,
        "Foreign Minister Ann Reed 安瑞德said on 4 March 2021 that Norland does not accept the ships. Norland left.",
        "Sudland, where Sudland rules, welcomed the ships.",
    )


def attached(base: Factbase, table: str, *rows: str) -> Factbase:
    content = HEADS[table] + "".join(f"{row}\n" for row in rows)
    for n, fact in enumerate(base.facts, 1):
        content = content.replace(f"@{n}", fact.id)
    return dossiers.attach(base, {table: File(f"{table}.csv", content.encode())})


def refused(base: Factbase, table: str, *rows: str) -> str:
    with pytest.raises(EditorialError) as caught:
        attached(base, table, *rows)
    return str(caught.value)


def said(base: Factbase, found) -> str:
    return found.span.of(base.source.text)


def test_a_name_comes_with_its_role_and_its_own_script_as_the_source_has_them(base):
    row = "Ann Reed,person,Reed|the minister,安瑞德,Foreign Minister,@1,17,25,the editor"
    (entity,) = attached(base, "entities", row).dossier.entities
    assert said(base, entity) == "Ann Reed"
    assert (entity.names, entity.native, entity.role) == (
        ("Ann Reed", "Reed", "the minister"), (("zh", "安瑞德"),), "Foreign Minister",
    )  # fmt: skip


def test_what_nobody_confirmed_counts_for_nothing(base):
    assert attached(base, "entities", "Nobody,person,,,,@1,0,6,").dossier == Dossier()
    assert attached(base, "positions", ",,nothing,x,,,").dossier == Dossier()
    assert attached(base, "events", "2021,nothing,x,,,").dossier == Dossier()


def test_a_position_is_a_slice_of_its_sentence(base):
    (position,) = attached(base, "positions", "The ships,Norland,does not accept the ships,@1,,,me").dossier.positions
    assert (position.issue, position.actor, said(base, position)) == (
        "The ships",
        "Norland",
        "does not accept the ships",
    )


def test_an_actor_may_be_called_otherwise_in_the_sentence(base):
    files = {
        "entities": File(
            "entities.csv", f"{HEADS['entities']}Sudland,place,the south,,,{base.facts[2].id},0,7,me\n".encode()
        ),
        "positions": File(
            "positions.csv", f"{HEADS['positions']}Ships,Sudland,welcomed the ships,{base.facts[2].id},,,me\n".encode()
        ),
    }
    assert len(dossiers.attach(base, files).dossier.positions) == 1


def test_an_event_is_dated_as_its_sentence_dates_it(base):
    (event,) = attached(base, "events", "2021-03-04,said on 4 March 2021,@1,,,me").dossier.events
    assert (event.date, said(base, event)) == ("2021-03-04", "said on 4 March 2021")


@pytest.mark.parametrize(
    ("table", "row", "line"),
    [
        ("entities", "Ann Rood,person,,,,@1,17,25,me", "“Ann Rood” does not stand in 1.1"),
        ("entities", "Ann Reed,person,,,President,@1,17,25,me", "“President” does not stand in 1.1"),
        ("entities", "Ann Reed,person,,安娜,,@1,17,25,me", "“安娜” does not stand in 1.1"),
        ("entities", "Ann Reed,person,,,,@1,17,20,me", "“Ann Reed” ends at 25 in 1.1, not at 20"),
        ("entities", "Ann Reed,animal,,,,@1,,,me", "“sort” is the text “animal”, not one of person,"),
        ("entities", "Ann Reed,person,,,,@1,x,,me", "“start” is the text “x”"),
        ("entities", "Ann Reed,person,,,,1.1,,,me", ""),
        ("entities", "Ann Rood,person,,,,nothing,,,me", "no passage is “nothing”, and the report says “Ann Rood”"),
        ("entities", "Sudland,place,,,,@3,,,me", "“Sudland” stands 2 times in 2.1; “start” is 0 or 15"),
        ("positions", "Ships,Norland,accepts the ships,@1,,,me", "“accepts the ships” does not stand in 1.1"),
        ("positions", "Ships,Westland,does not accept the ships,@1,,,me", "“Westland” does not stand in 1.1"),
        ("positions", ",Norland,does not accept the ships,@1,,,me", "“issue” is empty"),
        ("positions", "Ships,Norland,the ships,nothing,,,me", "no passage is “nothing”, and “the ships” stands in 1.1"),
        ("events", "2020-03-04,said on 4 March 2021,@1,,,me", "1.1 names no date “2020-03-04”; it names 2021-03-04"),
        ("events", "2020,Norland left,@2,,,me", "1.2 names no date “2020”; it names none"),
        ("events", "2021-03-04,said on 4 March,@1,,me", "“end” is the text “me”, not a whole number"),
    ],
)  # fmt: skip
def test_what_the_sentence_does_not_say_is_refused_with_its_line(base, table, row, line):
    if line:
        assert refused(base, table, row).startswith(f"{table}.csv:2: {line}")
    else:
        assert attached(base, table, row).dossier.entities[0].fact == base.facts[0].id


def test_two_names_of_one_count_as_one():
    base = made.base(SHIPS, "Lord Reed met Ann Reed of Norland in the old Harbour of Norland.")
    assert base.facts[0].entities[:2] == ("Lord Reed", "Ann Reed of Norland")
    row = "Ann Reed of Norland,person,Lord Reed,,,@1,,,me"
    named = attached(base, "entities", row).facts[0]
    assert named.entities == ("Ann Reed of Norland", "Harbour of Norland")


def test_in_a_newer_text_an_event_with_other_figures_is_dated_by_them_and_told():
    base = made.base(SHIPS, "Norland left the league on 4 March 2021.", "Sudland left in 1999 and in 2001.")
    newer = replace(base, source=replace(base.source, card=replace(base.source.card, fitted_sha256="another")))
    row = f"2019-05-04,Norland left the league on 4 May 2019,{GONE},,,me"
    assert attached(newer, "events", row).dossier.events == ()
    row = f"2019-03-07,Norland left the league on 7 March 2019,{GONE},,,me"
    done = attached(newer, "events", row)
    assert [event.date for event in done.dossier.events] == ["2021-03-04"]
    assert str(done.remarks[0]).startswith("events.csv:2: its sentence has other figures now and dates it 2021-03-04")
    two = attached(newer, "events", f"2003,Sudland left in 2003 and in 2005,{GONE},,,me")
    assert two.dossier.events == (), "of two dates neither is taken"
    assert refused(base, "events", row).startswith("events.csv:2: no passage is")


def test_a_name_borne_twice_is_refused(base):
    first, second = "Ann Reed,person,Reed,,,@1,,,me", "Norland,place,Reed,,,@2,,,me"
    assert refused(base, "entities", first, second).startswith(
        "entities.csv:3: “Reed” is named in entities.csv:2 already"
    )
    assert refused(base, "entities", first, first).startswith("entities.csv:3: “Ann Reed” is named in entities.csv:2")


def test_a_cell_or_an_event_that_stands_twice_is_refused(base):
    position = "Ships,Norland,does not accept the ships,@1,,,me"
    assert "positions.csv:3: “Ships” and “Norland” are filled" in refused(base, "positions", position, position)
    event = "2021-03-04,said on 4 March 2021,@1,,,me"
    assert "events.csv:3: this event stands in events.csv:2 already" in refused(base, "events", event, event)


def test_what_the_text_says_elsewhere_now_is_found(base):
    moved = attached(base, "positions", f"Ships,Norland,does not accept the ships,{GONE},9,34,me")
    assert moved.dossier.positions[0].fact == base.facts[0].id
    named = attached(base, "entities", f"Norland,place,,,,{GONE},0,7,me")
    assert named.dossier.entities[0].fact == base.facts[0].id, "the first that says it"


@pytest.mark.parametrize(
    ("table", "row", "what"),
    [
        ("entities", f"Westland,place,,,,{GONE},0,8,me", "the report says “Westland” nowhere"),
        ("positions", f"Ships,Westland,refuses the ships,{GONE},9,34,me", "says “refuses the ships” nowhere"),
        ("events", f"2019,left in 2019,{GONE},9,34,me", "says “left in 2019” nowhere"),
        ("events", f"2019-03-04,Ann Reed,{GONE},9,34,me", "1.1 names no date “2019-03-04”; it names 2021-03-04"),
    ],
)
def test_what_the_text_says_nowhere_is_refused_and_told_where_the_text_is_a_newer_one(base, table, row, what):
    assert refused(base, table, row).startswith(f"{table}.csv:2: ")
    assert what in refused(base, table, row)
    newer = replace(base, source=replace(base.source, card=replace(base.source.card, fitted_sha256="another")))
    orphaned = attached(newer, table, row)
    assert orphaned.dossier == Dossier()
    (remark,) = orphaned.remarks
    assert remark.where == f"{table}.csv:2"
    assert remark.what.endswith("; the line is kept and not used")


@pytest.mark.parametrize(("room", "table"), [(entities, "entities"), (positions, "positions"), (events, "events")])
def test_the_articles_own_tables_are_confirmed_by_the_project_and_fit_it(room, table):
    base = article.base()
    files = {name: article.file(article.DATA / f"{name}.csv") for name in dossiers.TABLES}
    done = dossiers.attach(base, files)
    assert done.remarks == base.remarks
    assert len(getattr(done.dossier, table)) >= 20
    lines = files[table].content.decode("utf-8-sig").splitlines()
    assert all(line.endswith(",briefgen project") for line in lines[1:])
    assert files[table].content == dump_csv(
        [r.value for r in room.load_csv(files[table], room.Row, ValueError)], room.Row
    )


def test_the_articles_names_are_paired_with_their_own_scripts():
    files = {"entities": article.file(article.DATA / "entities.csv")}
    native = {e.name: e.native for e in dossiers.attach(article.base(), files).dossier.entities if e.native}
    assert native["Xi Jinping"] == (("zh", "习近平"),)
    assert native["Zhao Lijian"] == (("zh", "赵立坚"),)
    treaty = native["China–Russia Treaty of Good-Neighbourliness and Friendly Cooperation"]
    assert [tag for tag, _ in treaty] == ["zh", "ru"]
    assert len(native) == 5
