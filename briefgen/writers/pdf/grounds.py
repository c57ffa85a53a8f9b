"""What lies behind boxes: tints, bars and rules, as Word draws them."""

from __future__ import annotations

from typing import Final

from briefgen.writers.pdf.boxes import Ground
from briefgen.writers.pdf.press import Leaf

PAD: Final = 4.0
"""How far a tint or a rule is from its text, in points."""
_BAR, _BAR_GAP, _RULE = 2.25, 9.0, 1.0
"""Weight of a bar, its distance from the text, weight of a rule."""


def draw_ground(leaf: Leaf, ground: Ground, left: float, top: float, bottom: float) -> None:
    """Draw the ground of boxes that stand between two heights, from the left edge of their column."""
    reach = _BAR_GAP if ground.bar else PAD
    start, end = left + ground.left - reach, left + ground.right + PAD
    pad = PAD if ground.shade else 0.0
    if ground.shade:
        leaf.fill(start, bottom - pad, end - start, top - bottom + 2 * pad, ground.shade)
    if ground.bar:
        leaf.fill(start, bottom - pad, _BAR, top - bottom + 2 * pad, ground.bar)
    if ground.over:
        leaf.fill(left + ground.left, top + PAD, ground.right - ground.left, _RULE, ground.over)
