"""``briefgen charts``: what could be drawn of a source."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from briefgen.cli.session import Session, json_option, source_option, with_session
from briefgen.cli.terminal import say, say_json

if TYPE_CHECKING:
    from briefgen.model.theme import MeasureRule
    from briefgen.pipeline.chartable import Chartable


@click.group("charts", epilog="Example: briefgen charts suggest economic")
def command() -> None:
    """Find what could be drawn."""


@command.command("suggest", epilog="Example: briefgen charts suggest economic")
@click.argument("theme")
@source_option
@json_option
@with_session
def suggest(session: Session, theme: str, source: str | None, as_json: bool) -> int:
    """List comparable quantities on a theme, each with the honest kind of chart, as lines to paste into its file."""
    from briefgen.pipeline.chartable import suggest_charts

    found = suggest_charts(session.project, theme, source)
    if as_json:
        say_json([asdict(chartable) for chartable in found])
        return 0
    if found:
        say(f"# {session.project.name_of(session.project.themes[theme])}")
    for chartable in found:
        for line in ("", *_lines(chartable)):
            say(line)
    if not found:
        session.tell("nothing can be drawn beside what the theme asks for already")
    return 0


def _lines(chartable: Chartable) -> list[str]:
    """Write one suggestion; what cannot be drawn is told in comments."""
    rule, measure = chartable.rule, chartable.measure
    shown = [f"#   {said}" for said in chartable.shown] + [f"#   without: {said}" for said in chartable.left]
    if rule is None:
        return [f"# {measure.title if measure else ''}: {chartable.why}", *shown]
    lines = [*shown, *(_measure(measure) if measure and chartable.new else ())]
    lines += ["[[chart]]", f"kind = {_quoted(rule.kind)}", f"title = {_quoted(rule.title)}  # say the message"]
    return [*lines, f"measures = {_quoted(rule.measures)}"] if rule.measures else lines


def _measure(rule: MeasureRule) -> tuple[str, ...]:
    return (
        "[[measure]]",
        f"name = {_quoted(rule.name)}",
        f"title = {_quoted(rule.title)}  # say what is measured",
        f"terms = {_quoted(rule.terms)}",
        f"unit = {_quoted(rule.unit)}",
        f"direction = {_quoted(rule.direction)}",
        "",
    )


def _quoted(value: str | tuple[str, ...]) -> str:
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
