"""Mail against a real server on loopback: taken, refused, slow, silent, down; and headers nobody can add to."""

from contextlib import suppress
from datetime import UTC, date, datetime
from email.parser import BytesParser
from hashlib import sha256

import pytest

from briefgen.project.config import Mail
from briefgen.schedule.delivery.mail import compose_mail, send_mail, try_server
from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain
from briefgen.schedule.manifests import Manifest, Printed

NOON = datetime(2025, 12, 1, 12, tzinfo=UTC)
ID = "<briefgen.abc@example.org>"


def parcel(subject="weekly, 1 December 2025: changed: economic", text="What changed.\n", **more):
    return Parcel("weekly", "2025-12-01_0600", "report", NOON, ID, subject, text, **more)


@pytest.fixture
def papers(tmp_path):
    """A run with one changed paper and one carried over."""
    contents = {"economic.pdf": b"%PDF-1.7 \xff\n.\n..\r\n", "military.pdf": b"%PDF-1.7 old"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    rows = [("economic", "changed"), ("military", "carried")]
    printed = tuple(
        Printed(name, name, (name,), "x", kind, "c", "k", "s", date(2025, 12, 1), (f"{name}.pdf",))
        for name, kind in rows
    )
    files = tuple((name, sha256(content).hexdigest()) for name, content in contents.items())
    return tmp_path, Manifest("weekly", "2025-12-01_0600", NOON, "UTC", "changed", "", printed, files)


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_report_arrives_with_the_changed_papers_byte_for_byte(postman, papers, security, monkeypatch):
    monkeypatch.setenv("THE_PASSWORD", "open sesame")
    there = postman(security, user="briefs", password_env="THE_PASSWORD")
    send_mail(parcel(run=papers[0], manifest=papers[1]), "reader@example.org", there.server)
    (letter,) = there.letters
    assert (letter["To"], letter["Message-ID"]) == ("reader@example.org", ID)
    assert letter.get_body().get_content().strip() == "What changed."
    (attached,) = letter.iter_attachments()
    assert attached.get_filename() == "economic.pdf"
    assert attached.get_content() == b"%PDF-1.7 \xff\n.\n..\r\n"


def test_a_line_that_begins_with_a_dot_arrives_as_it_was(postman):
    there = postman()
    send_mail(parcel(text="one\n.\n..two\n.three\n"), "reader@example.org", there.server)
    assert there.letters[0].get_content().splitlines() == ["one", ".", "..two", ".three"]


def test_a_wrong_password_is_refused_and_never_said(postman, monkeypatch):
    monkeypatch.setenv("THE_PASSWORD", "wrong word")
    there = postman("starttls", user="briefs", password_env="THE_PASSWORD")
    with pytest.raises(Refused) as caught:
        send_mail(parcel(), "reader@example.org", there.server)
    assert "does not take user and password" in str(caught.value)
    assert "wrong word" not in str(caught.value)
    assert there.raw == []


def test_a_password_that_is_not_in_the_environment_is_named(postman, monkeypatch):
    monkeypatch.delenv("THE_PASSWORD", raising=False)
    there = postman(user="briefs", password_env="THE_PASSWORD")
    with pytest.raises(Refused, match="THE_PASSWORD is not set"):
        try_server(there.server)


def test_a_certificate_nobody_vouches_for_is_refused(postman, monkeypatch):
    there = postman("starttls")
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Refused, match="certificate"):
        send_mail(parcel(), "reader@example.org", there.server)
    assert there.raw == []


def test_a_server_without_tls_gets_nothing_where_tls_is_wanted(postman):
    there = postman("none")
    server = Mail("localhost", "briefs@example.org", there.server.port, "starttls")
    with pytest.raises(Refused):
        send_mail(parcel(), "reader@example.org", server)
    assert there.raw == []


def test_a_server_that_is_down_refuses_and_one_may_try_again():
    with pytest.raises(Refused) as caught:
        send_mail(parcel(), "reader@example.org", Mail("localhost", "a@example.org", 9, "none", timeout=2))
    assert not caught.value.final


@pytest.mark.parametrize(("said", "final"), [("450 later", False), ("550 no such user", True)])
def test_what_the_server_answers_decides_whether_one_tries_again(postman, said, final):
    there = postman()
    there.rcpt = said
    with pytest.raises(Refused, match=said) as caught:
        send_mail(parcel(), "reader@example.org", there.server)
    assert caught.value.final == final
    assert there.raw == []


def test_a_refusal_after_the_message_is_a_refusal(postman):
    there = postman()
    there.data = "452 disk full"
    with pytest.raises(Refused, match="452"):
        send_mail(parcel(), "reader@example.org", there.server)


def test_a_silence_after_the_message_leaves_everything_open(postman):
    there = postman(timeout=1)
    there.wait = 1.5
    with pytest.raises(Uncertain):
        send_mail(parcel(), "reader@example.org", there.server)
    assert len(there.raw) == 1


def test_a_connection_cut_after_the_message_leaves_everything_open(postman):
    there = postman(timeout=2)
    there.hang_up = True
    with pytest.raises(Uncertain):
        send_mail(parcel(), "reader@example.org", there.server)
    assert len(there.raw) == 1


EVIL = (
    "Brief\nBcc: x@example.org",
    "Brief\r\nBcc: x@example.org\r\n\r\nbody",
    "=?utf-8?q?a=0ABcc:_evil=40example.org?=",
    "a =?utf-8?b?CkJjYzogeEBleGFtcGxlLm9yZw==?= b",
    "\u2028Bcc: x@example.org",
    "x" * 300 + "\nBcc: x@example.org",
    "\x00\x0b\x0c\x85Bcc: x@example.org",
    "习近平 =?utf-8?q?=0D=0ABcc:_x?=",
)


@pytest.mark.parametrize("subject", EVIL)
def test_no_subject_becomes_a_header(subject):
    content = compose_mail(parcel(subject=subject), "reader@example.org", "briefs@example.org")
    head = content.partition(b"\r\n\r\n")[0]
    names = {line.partition(b":")[0].lower() for line in head.split(b"\r\n") if line[:1] not in (b" ", b"\t")}
    assert names == {b"from", b"to", b"subject", b"date", b"message-id", b"auto-submitted", b"x-briefgen-schedule",
                     b"mime-version", b"content-type", b"content-transfer-encoding"}  # fmt: skip
    assert "bcc" not in {key.lower() for key in BytesParser().parsebytes(content)}


@pytest.mark.parametrize("address", ["a@x.org\nBcc: b@x.org", "=?utf-8?q?a=0ABcc:_e@x?=@x.org"])
def test_no_address_becomes_a_header_even_if_it_got_past_the_project_file(address):
    headers = set()
    with suppress(Refused):
        headers = {key.lower() for key in BytesParser().parsebytes(compose_mail(parcel(), address, "b@example.org"))}
    assert "bcc" not in headers


def test_papers_that_are_too_large_are_named_and_not_attached(papers, monkeypatch):
    from briefgen.schedule.delivery import mail

    monkeypatch.setattr(mail, "MOST", 5)
    content = compose_mail(parcel(run=papers[0], manifest=papers[1]), "reader@example.org", "briefs@example.org")
    assert b"economic.pdf" not in content
