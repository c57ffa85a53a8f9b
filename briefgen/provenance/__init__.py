"""Brief × Factbase → nothing, or TraceError. It runs before anything is written, and trusts nothing assembly says."""

from briefgen.provenance.verification import verify

__all__ = ["verify"]
