import io
from pathlib import Path

import pikepdf
import pytest

from briefgen.errors import OutputError
from briefgen.writers.pdf.encryption import encrypt


def test_only_the_password_opens_it_and_it_may_still_be_read_aloud(paper: Path) -> None:
    locked = encrypt(paper.read_bytes(), "quay-7")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pikepdf.open(io.BytesIO(locked), password="quay-7") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility
        assert "/StructTreeRoot" in pdf.Root


def test_an_empty_password_is_refused(paper: Path) -> None:
    with pytest.raises(OutputError, match="BRIEFGEN_PDF_PASSWORD"):
        encrypt(paper.read_bytes(), "")
