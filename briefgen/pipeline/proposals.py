"""Factbase → the tables that lie beside its source, filled with what a person may confirm."""

from __future__ import annotations

from briefgen.editorial import entities, events, positions
from briefgen.facts import proposals
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.records import dump_csv


def propose(base: Factbase) -> tuple[File, ...]:
    """Make entities.csv, positions.csv and events.csv of a source; no row of them counts before it is confirmed."""
    return (
        File("entities.csv", dump_csv(proposals.propose_names(base), entities.Row)),
        File("positions.csv", dump_csv(proposals.propose_positions(base), positions.Row)),
        File("events.csv", dump_csv(proposals.propose_events(base), events.Row)),
    )
