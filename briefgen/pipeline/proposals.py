"""Factbase → what a person may confirm: tables that lie beside its source, terms that themes may take up."""

from __future__ import annotations

from briefgen.editorial import entities, events, positions
from briefgen.facts import proposals, suggestions
from briefgen.facts.suggestions import Suggestion
from briefgen.model.commission import Commission
from briefgen.model.fact import Factbase
from briefgen.model.source import File
from briefgen.pipeline.study import find_facts, read_themes
from briefgen.records import dump_csv

__all__ = ["Suggestion", "propose", "suggest_terms"]


def propose(base: Factbase) -> tuple[File, ...]:
    """Make entities.csv, positions.csv and events.csv of a source; no row of them counts before it is confirmed."""
    return (
        File("entities.csv", dump_csv(proposals.propose_names(base), entities.Row)),
        File("positions.csv", dump_csv(proposals.propose_positions(base), positions.Row)),
        File("events.csv", dump_csv(proposals.propose_events(base), events.Row)),
    )


def suggest_terms(commission: Commission) -> tuple[tuple[Suggestion, ...], int]:
    """Find terms that separate what an editor decided on, theme by theme, and count the decisions.

    Args:
        commission: its themes are asked about; where it has none, all but those without terms.

    Raises:
        SourceError: the source is missing, or refused.
        EditorialError: a theme, or what lies beside the source, is faulty.
    """
    base, known = find_facts(commission), read_themes(commission)
    names = commission.themes or tuple(name for name, theme in known.items() if not theme.quota)
    found = tuple(s for name in names for s in suggestions.suggest(base, known[name]))
    return found, sum(fact.decision is not None for fact in base.facts)
