"""One tick in a process of its own: ``python -m tests.campaign.worker FOLDER MINUTE``. Says if it was disturbed."""

from __future__ import annotations

import sys
from pathlib import Path

from briefgen.errors import BriefgenError
from tests.campaign.site import Site


def main(folder: str, minute: str) -> None:
    site = Site(Path(folder))
    try:
        done = site.tick(int(minute))
    except BriefgenError as error:
        print(f"disturbed: {error}")
        return
    open_ = [s for s in done.slots if s.state == "open"]
    waiting = [d for d in done.deliveries if d.state == "waiting"]
    print("disturbed" if open_ or waiting else "undisturbed", [s.why for s in open_], [d.why for d in waiting])


if __name__ == "__main__":
    main(*sys.argv[1:])
