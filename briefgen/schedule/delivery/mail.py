"""Parcel → one message to one address. What it says cannot become a header; a silence after handing over is said."""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP as RULES
from email.utils import format_datetime

from briefgen.project.config import Mail
from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain

MOST = 20_000_000
"""Bytes of attachments; beyond that papers are named, not attached."""

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html",
    "md": "text/markdown",
}
_CONTENT = {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
_DOT = re.compile(rb"^\.", re.M)


def send_mail(parcel: Parcel, address: str, server: Mail) -> None:
    """Send one message.

    Raises:
        Refused: it was not taken.
        Uncertain: it may have been.
    """
    content = compose_mail(parcel, address, server.from_)
    with _connected(server) as smtp:
        _expect(smtp.mail(server.from_), 250)
        _expect(smtp.rcpt(address), 250, 251)
        _expect(smtp.docmd("data"), 354)
        try:
            smtp.send(_DOT.sub(b"..", content) + b".\r\n")
            answer = smtp.getreply()
        except (OSError, smtplib.SMTPException) as fault:
            raise Uncertain(f"the server fell silent after it had the message: {fault}") from fault
        _expect(answer, 250)


def try_server(server: Mail) -> None:
    """Log in, and send nothing.

    Raises:
        Refused: that cannot be done.
    """
    with _connected(server) as smtp:
        smtp.noop()


def compose_mail(parcel: Parcel, address: str, sender: str) -> bytes:
    """Write a message, and read its headers back: there must be those we set and no other.

    Raises:
        Refused: a header came out otherwise than it was set.
    """
    message = EmailMessage(policy=RULES)
    headers = {
        "From": sender, "To": address, "Subject": _one_line(parcel.subject), "Date": format_datetime(parcel.when),
        "Message-ID": parcel.message_id, "Auto-Submitted": "auto-generated", "X-Briefgen-Schedule": parcel.schedule,
    }  # fmt: skip
    try:
        for name, value in headers.items():
            message[name] = value
    except (ValueError, IndexError, AttributeError) as fault:
        raise Refused(f"a header cannot be written: {fault}", final=True) from fault
    message.set_content(parcel.text)
    for name, content in _attachments(parcel):
        major, _, minor = _TYPES.get(name.rpartition(".")[2], "application/octet-stream").partition("/")
        message.add_attachment(content, maintype=major, subtype=minor, filename=name)
    content = message.as_bytes()
    # CVE-2024-6923: encoded words with a line break became headers of their own in older Pythons.
    found = [name for name, _ in BytesHeaderParser().parsebytes(content).items() if name not in _CONTENT]
    if sorted(found) != sorted(headers):
        raise Refused("a header came out otherwise than it was set", final=True)
    return content


def _one_line(text: str) -> str:
    """Leave nothing that a header obeys: no control characters, no encoded words."""
    plain = "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u2028\u2029" else c for c in text)
    return " ".join(plain.replace("=?", "= ?").split())[:200]


def _attachments(parcel: Parcel) -> Iterator[tuple[str, bytes]]:
    if parcel.run is None:
        return
    files = [(name, (parcel.run / name).read_bytes()) for name in parcel.fresh()]
    if sum(len(content) for _, content in files) <= MOST:
        yield from files


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    """Go on if the server agreed.

    Raises:
        Refused: it did not; for good where its answer is of the 500s.
    """
    code, said = answer
    if code not in codes:
        words = " ".join(said.decode("utf-8", "replace").split())[:200]
        raise Refused(f"the server said {code} {words}", final=500 <= code < 600)


@contextmanager
def _connected(server: Mail) -> Iterator[smtplib.SMTP]:
    """Connect and log in.

    Raises:
        Refused: the server is not there, is slow, or does not let us in.
    """
    smtp = None
    try:
        try:
            smtp = _opened(server)
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                smtp.login(server.user, _password(server))
        except smtplib.SMTPAuthenticationError as fault:
            raise Refused(f"{server.host} does not take user and password ({fault.smtp_code})") from fault
        except (OSError, smtplib.SMTPException) as fault:
            raise Refused(f"{server.host}:{server.port}: {fault}") from fault
        try:
            yield smtp
        except (OSError, smtplib.SMTPException) as fault:
            raise Refused(f"{server.host}:{server.port}: {fault}") from fault
    finally:
        if smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()


def _opened(server: Mail) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.security == "starttls":
            smtp.starttls(context=context)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _password(server: Mail) -> str:
    if not server.password_env:
        raise Refused("[mail] names a user and no password_env")
    password = os.environ.get(server.password_env)
    if password is None:
        raise Refused(f"the environment variable {server.password_env} is not set")
    return password
