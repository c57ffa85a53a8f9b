"""PDF → PDF that opens with a password (AES-256). PDF/A forbids it, and the bytes differ from run to run."""

from __future__ import annotations

import io
from importlib.util import find_spec

from briefgen.errors import OutputError


def encrypt(data: bytes, password: str) -> bytes:
    """Encrypt a PDF; reading aloud stays allowed.

    Raises:
        OutputError: the password is empty, or pikepdf is not installed.
    """
    if not password:
        raise OutputError("the password", "is empty", "set BRIEFGEN_PDF_PASSWORD")
    if find_spec("pikepdf") is None:
        raise OutputError("encryption", "the package pikepdf is not installed", "pip install “briefgen[encrypt]”")
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True))
    return out.getvalue()
