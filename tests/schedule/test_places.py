import pytest

from briefgen.errors import UsageError
from briefgen.schedule.places import Place, read_place


@pytest.mark.parametrize(
    "text",
    ["folder:papers", "folder:/srv/briefs", "folder:C:\\briefs", "mail:a.b+c@example.org", "webhook:https://x.org/a?b=c",
     "webhook:http://127.0.0.1:8080/"],
)  # fmt: skip
def test_a_place_is_read_and_written_back(text):
    assert str(read_place(text, "x")) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mail:a@example.org\nBcc: b@example.org", "line break"),
        ("mail:a@example.org\r\n", "line break"),
        ("folder:a\x1b[2J", "control character"),
        ("mail:a@example.org\u2028b", "line break"),
        ("mail:=?utf-8?q?a=0ABcc:_e@x?=@example.org", "no mail address"),
        ("mail:nobody", "no mail address"),
        ("mail:a@b@c", "no mail address"),
        ("mail:a b@example.org", "no mail address"),
        ("mail:a@exämple.org", "no mail address"),
        ("mail:A <a@example.org>", "no mail address"),
        ("mial:a@example.org", "did you mean “mail”"),
        ("folder:", "names no place"),
        ("webhook:ftp://x.org", "no web address"),
        ("webhook:https://", "no web address"),
        ("webhook:http://x.org:port/", "no web address"),
        ("/srv/briefs", "no kind of place"),
    ],
)
def test_what_could_do_harm_or_is_no_place_is_refused_in_one_line(text, words):
    with pytest.raises(UsageError) as caught:
        read_place(text, "briefgen.toml [schedule.x] deliver")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_webhooks_path_is_never_shown_it_may_be_its_password():
    assert (
        read_place("webhook:https://u:p@hooks.example.org/T0/secret?k=v", "x").shown
        == "webhook:https://hooks.example.org/…"
    )
    assert Place("mail", "a@example.org").shown == "mail:a@example.org"
