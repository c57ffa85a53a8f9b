import pytest

from briefgen.errors import UsageError
from briefgen.project.naming import LONGEST, check_apart, check_stem, slug


@pytest.mark.parametrize(
    "stem", ["economic", "a", "economic+us-policy-one-page", "Weekly_3", "wöchentlich", "中文", "a.b"]
)
def test_a_name_every_system_takes_is_given_back(stem):
    assert check_stem(stem, "here") == stem


BAD = ["", ".", "..", "../x", "a/b", "a\\b", "C:x", "con", "CON", "nul.x", "com1", "a.", "a ", " a", "-rf", "a\n",
       "a\0", "a\u202eb", "~a", "x" * (LONGEST + 1), "a*", "a?", 'a"', "a|b", "a\u200b"]  # fmt: skip


@pytest.mark.parametrize("stem", BAD)
def test_a_name_that_leaves_the_folder_or_some_system_refuses_is_refused(stem):
    with pytest.raises(UsageError, match="cannot be the name"):
        check_stem(stem, "here")


def test_two_papers_of_one_name_are_refused_also_where_only_capitals_differ():
    check_apart(["a", "b"])
    with pytest.raises(UsageError, match="two papers would be called"):
        check_apart(["Weekly", "weekly"])


def test_a_files_stem_becomes_a_name():
    assert slug("Annual Report (2020)") == "annual-report-2020"
    assert slug("!!!") == "source"
