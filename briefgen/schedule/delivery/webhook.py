"""Parcel → one POST of JSON. One delivery always bears one Idempotency-Key, so that a receiver may drop twins."""

from __future__ import annotations

import http.client
import json
import ssl
from urllib.parse import urlsplit

from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain
from briefgen.schedule.ledger import stamp

TIMEOUT = 30.0
"""Seconds."""
_AGAIN = {408, 425, 429}


def post_webhook(parcel: Parcel, address: str, timeout: float = TIMEOUT) -> None:
    """Post one parcel; redirects are not followed.

    Raises:
        Refused: it was not taken.
        Uncertain: it may have been.
    """
    parts = urlsplit(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Content-Type": "application/json", "Idempotency-Key": parcel.message_id, "User-Agent": "briefgen"}
    link = open_link(address, timeout)
    try:
        try:
            link.request("POST", path, json.dumps(body_of(parcel), ensure_ascii=False).encode(), headers)
            status = link.getresponse().status
        except (OSError, http.client.HTTPException) as fault:
            raise Uncertain(f"the server fell silent after it had the message: {fault}") from fault
    finally:
        link.close()
    if not 200 <= status < 300:
        raise Refused(f"the server answered {status}", final=300 <= status < 500 and status not in _AGAIN)


def open_link(address: str, timeout: float = TIMEOUT) -> http.client.HTTPConnection:
    """Connect, and say nothing yet.

    Raises:
        Refused: nobody is there.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        link: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, parts.port, timeout=timeout, context=context
        )
    else:
        link = http.client.HTTPConnection(host, parts.port, timeout=timeout)
    try:
        link.connect()
    except OSError as fault:
        raise Refused(f"{host}: {fault}") from fault
    return link


def body_of(parcel: Parcel) -> dict[str, object]:
    """Say in data what a mail says in words."""
    manifest = parcel.manifest
    digests = dict(manifest.files) if manifest else {}
    papers = [
        {"name": p.name, "title": p.title, "kind": p.kind, "since": p.since,
         "files": {name: digests[name] for name in p.files}}
        for p in (manifest.papers if manifest else ())
    ]  # fmt: skip
    return {
        "format": 1, "schedule": parcel.schedule, "slot": parcel.slot, "what": parcel.what, "sent": stamp(parcel.when),
        "kind": manifest.kind if manifest else "", "subject": parcel.subject, "text": parcel.text, "papers": papers,
    }  # fmt: skip
