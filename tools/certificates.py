"""Self-checks: what any right answer must satisfy, whatever the way to it."""

from __future__ import annotations

from typing import NamedTuple

from tools.schema import Array

READABLE = 1e-3
"""Difference from which two numbers are told apart as they are written in a sentence."""


class Handed(NamedTuple):
    """A whole step as it was handed in. `slack` is how far rounding may move an entry, 0 for exact ones."""

    step: str
    value: Array
    slack: float = 0.0


class Certificate(NamedTuple):
    """A self-check run on an answer: whether the answer passes it, and what that says in one sentence; a check passed
    need not be worth a sentence, and gets one only if it holds of the numbers as they are written."""

    passed: bool
    says: str = ""


Certificates = tuple[Certificate, ...]


def differs(value: float, wanted: float, slack: float) -> bool:
    """Whether a number is off by more than rounding explains, and by enough to be seen."""
    return not abs(value - wanted) <= slack * (1 + 1e-6) + READABLE
