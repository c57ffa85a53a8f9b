"""Two colours → how well one is read upon the other."""

from __future__ import annotations


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 for the same to 21 for black on white (WCAG 2.2, contrast ratio).

    Args:
        one: hex RGB without a number sign, and so is the other.
    """
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Give how bright a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
