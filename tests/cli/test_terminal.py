from briefgen.cli.terminal import complain, say, say_json, tame


def test_what_a_terminal_would_obey_is_written_out():
    assert tame("a\x1b[2J\r\nb\u2028c\x9b") == "a\\x1b[2J\\r\\nb\\u2028c\\x9b"
    assert tame("习近平 Договор “x” …") == "习近平 Договор “x” …"


def test_results_go_to_stdout_and_everything_else_to_stderr(capsys):
    say("out/economic.docx")
    complain("harbour: a remark")
    assert capsys.readouterr() == ("out/economic.docx\n", "briefgen: harbour: a remark\n")


def test_json_keeps_letters_as_they_are(capsys):
    say_json({"text": "习近平"})
    assert "习近平" in capsys.readouterr().out
