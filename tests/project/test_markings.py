import pytest

from briefgen.errors import EditorialError
from briefgen.project.markings import settle_marking


@pytest.mark.parametrize(
    ("asked", "sources", "settled"),
    [
        ("", "", ""),
        ("OFFICIAL", "", "OFFICIAL"),
        ("", "SECRET", "SECRET"),
        ("secret", "SECRET", "secret"),
        ("SECRET//NOFORN", "SECRET", "SECRET//NOFORN"),
        ("TOP SECRET", "SECRET", "TOP SECRET"),
        ("SECRET", "OFFICIAL: Sensitive", "SECRET"),
        ("TLP:AMBER+STRICT", "TLP:AMBER", "TLP:AMBER+STRICT"),
    ],
)
def test_a_marking_is_kept_or_raised(asked, sources, settled):
    assert settle_marking(asked, "--marking", sources) == settled


@pytest.mark.parametrize(
    ("asked", "sources"),
    [
        ("OFFICIAL", "SECRET"),
        ("SECRET", "SECRET//NOFORN"),
        ("OFFICIAL", "OFFICIAL: Sensitive"),
        ("TLP:GREEN", "TLP:RED"),
        ("TLP:RED", "SECRET"),
        ("For the minister", "In confidence"),
        ("UNCLASSIFIED", "CLASSIFIED"),
    ],
)
def test_a_marking_is_not_lowered_nor_exchanged_for_one_that_cannot_be_compared(asked, sources):
    with pytest.raises(EditorialError, match="would lower"):
        settle_marking(asked, "--marking", sources)
