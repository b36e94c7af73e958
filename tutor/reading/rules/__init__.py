"""The ways to ask for each act: one file an act, one row a way, its examples beside it."""

from __future__ import annotations

from tutor.reading.acts import Rule
from tutor.reading.rules import (
    check,
    compute,
    explain,
    greet,
    helping,
    hint,
    practice,
    progress,
    solution,
    statement,
)

RULES: tuple[Rule, ...] = (
    *compute.RULES,
    *statement.RULES,
    *progress.RULES,
    *practice.RULES,
    *helping.RULES,
    *hint.RULES,
    *solution.RULES,
    *check.RULES,
    *explain.RULES,
    *greet.RULES,
)
"""Where two rules speak of the same words, the longer match counts, then the earlier row."""
