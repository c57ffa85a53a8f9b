"""A webhook against a real server on loopback: taken, refused, slow, down."""

from datetime import UTC, datetime

import pytest

from briefgen.schedule.delivery.parcels import Parcel, Refused, Uncertain
from briefgen.schedule.delivery.webhook import post_webhook

NOON = datetime(2025, 12, 1, 12, tzinfo=UTC)
PARCEL = Parcel("weekly", "2025-12-01_0600", "notice", NOON, "<id@example.org>", "weekly: failed", "Why.\n")


def test_a_notice_arrives_with_a_key_by_which_a_twin_is_known(hook):
    post_webhook(PARCEL, hook.url)
    post_webhook(PARCEL, hook.url)
    assert hook.keys == ["<id@example.org>"] * 2
    assert hook.bodies[0] == {
        "format": 1, "schedule": "weekly", "slot": "2025-12-01_0600", "what": "notice", "sent": "2025-12-01T12:00:00Z",
        "kind": "", "subject": "weekly: failed", "text": "Why.\n", "papers": [],
    }  # fmt: skip


@pytest.mark.parametrize(("status", "final"), [(500, False), (503, False), (429, False), (404, True), (302, True)])
def test_what_the_server_answers_decides_whether_one_tries_again(hook, status, final):
    hook.status = status
    with pytest.raises(Refused, match=str(status)) as caught:
        post_webhook(PARCEL, hook.url)
    assert caught.value.final == final


def test_one_that_falls_silent_leaves_everything_open(hook):
    hook.wait = 0.5
    with pytest.raises(Uncertain):
        post_webhook(PARCEL, hook.url, timeout=0.2)
    assert len(hook.bodies) == 1


def test_one_that_is_down_refuses():
    with pytest.raises(Refused) as caught:
        post_webhook(PARCEL, "http://127.0.0.1:9/", timeout=2)
    assert not caught.value.final
