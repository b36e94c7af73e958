"""Pieces that several rules share."""

from __future__ import annotations

REST = r"[^.?!;,□]{0,80}"
"""The rest of a clause."""

EXERCISE = r"(?:exercise|task|question|problem|part)"
PLACE = r"(?:\(?[1-9]?[a-c]?\)?|one|it|this|that|number \d)"
ME = r"(?: (?:me|us))?"
THE = (
    "(?: (?:the|a|an|my|this|that|all|full|whole|complete|entire|exact|original|your|some|of|please|"
    "just|now|again|out|up|to|see|also|only|final|right|correct|for)){0,6}"
)
"""What may stand between a verb and what it is about."""
