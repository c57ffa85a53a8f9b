"""Rehearsals too long for every push: ``python -m tests.campaign schedule``."""
