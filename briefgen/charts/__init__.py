"""Selection and a theme's rules → plates. Every value drawn is the source's, or said to be derived."""

from briefgen.charts.kinds import plates

__all__ = ["plates"]
