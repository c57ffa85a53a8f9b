"""Name of a command → its module, imported only when it is wanted. One file a command, each with ``command``."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from briefgen import __version__
from briefgen.errors import nearest

COMMANDS = {
    "build": "Build papers in Word and PDF.",
    "read": "Take in a document of your own.",
    "facts": "Show the facts of a source.",
    "notes": "Show the note marks of a source, each with its sentence.",
    "explain": "Say why a fact is what it is taken for.",
    "editor": "Start a file of your own words for a theme.",
    "adopt": "Take your own words, typed in Word, back into that file.",
    "marks": "Find the note marks of a document.",
    "list": "List themes, charts, formats, sources or templates.",
    "charts": "Suggest charts for a theme, from what the source gives.",
    "themes": "Suggest terms for themes, from what an editor decided.",
    "template": "Begin, check and try a Word template of your own.",
    "check": "Check finished papers, or the project and the installation.",
    "schedule": "Build and deliver papers on time.",
    "init": "Make a project folder.",
}
"""What each does, said here so that ``--help`` imports none of them."""


class Commands(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order a newcomer wants them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"briefgen.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest."""
        if args and args[0] not in COMMANDS:
            ctx.fail(f"no command “{args[0]}”: {nearest(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"briefgen {__version__}")
        ctx.exit()


@click.command(
    cls=Commands,
    invoke_without_command=True,
    epilog="Example: briefgen build economic",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version.")
@click.option("--project", metavar="DIR", help="Project folder; else the nearest one upward.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("-q", "--quiet", is_flag=True, help="Say errors only.")
@click.pass_context
def root(ctx: click.Context, /, **options: Any) -> None:
    """Turn a sourced document into briefing papers whose endnotes keep the source's own numbers."""
    ctx.obj = options
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
