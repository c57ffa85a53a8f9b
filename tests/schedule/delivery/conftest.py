"""A real mail server on loopback, with TLS where it is asked for."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from briefgen.project.config import Mail


@dataclass
class Postman:
    """What the server was given, and how it behaves."""

    server: Mail
    raw: list[bytes] = field(default_factory=list)
    rcpt: str = "250 OK"
    data: str = "250 taken"
    wait: float = 0.0
    hang_up: bool = False

    @property
    def letters(self) -> list[EmailMessage]:
        return [BytesParser(policy=default).parsebytes(raw) for raw in self.raw]

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.raw.append(bytes(envelope.content or b""))
        if self.hang_up:
            server.transport.close()
        time.sleep(self.wait)
        return self.data


def _authenticated(server: Any, session: Any, envelope: Any, mechanism: str, found: Any) -> AuthResult:
    good = (found.login, found.password) == (b"briefs", b"open sesame")
    return AuthResult(success=good, handled=False)


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost, its own authority."""
    folder = tmp_path_factory.mktemp("tls")
    paths = folder / "key.pem", folder / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(paths[0]), "-out", str(paths[1])]
    subprocess.run(command, check=True, capture_output=True)
    return paths


@pytest.fixture
def postman(certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Postman]]:
    """Start a mail server; ``security`` as in ``[mail]``."""
    started: list[Controller] = []

    def start(security: str = "none", **more: Any) -> Postman:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate[1], certificate[0])
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
        made = Postman(Mail("localhost", "briefs@example.org"))
        contexts = {"tls": "ssl_context", "starttls": "tls_context", "none": ""}
        keys: dict[str, Any] = {contexts[security]: context} if contexts[security] else {}
        # aiosmtpd does not take implicit TLS for TLS.
        keys |= {"authenticator": _authenticated, "auth_require_tls": security == "starttls"}
        port = _free_port()
        controller = Controller(made, hostname="localhost", port=port, **keys)
        controller.start()
        started.append(controller)
        made.server = Mail("localhost", "briefs@example.org", port, security, **more)
        return made

    yield start
    for controller in started:
        controller.stop()
