"""Command line → exit code. Every error of the user's is one line on stderr; a traceback is a bug of ours."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from briefgen.cli.commands import root
from briefgen.cli.terminal import complain, lay_out, prepare_streams
from briefgen.errors import BriefgenError

INTERRUPTED, TERMINATED = 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    prepare_streams()
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = root.main(args=arguments, prog_name="briefgen", standalone_mode=False)
        sys.stdout.flush()
        return code or 0
    except click.UsageError as error:
        return _usage(error)
    except BriefgenError as error:
        complain(str(error))
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has had enough; leave Python nothing to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _usage(error: click.UsageError) -> int:
    command = error.ctx.command_path if error.ctx else "briefgen"
    what = error.format_message().rstrip(".")
    lay_out(f"{command}: {what[:1].lower()}{what[1:]}; `{command} --help` shows how it is used")
    return error.exit_code


def _terminate(signum: int, frame: FrameType | None) -> None:
    """End like any other way out: locks are freed and half-written files taken away."""
    raise SystemExit(TERMINATED)
