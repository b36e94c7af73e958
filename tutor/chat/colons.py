"""Colons in a reply. Chainlit's page takes `a:b` for a directive and swallows what follows the colon."""

from __future__ import annotations

import re

_FENCED = r"(?<![^\n])[ ]{0,3}(?P<fence>`{3,}|~{3,}).*?(?:\n[ ]{0,3}(?P=fence)|\Z)"
_VERBATIM = rf"{_FENCED}|(?P<ticks>`+).+?(?P=ticks)|\$\$.*?\$\$|\$[^$\n]+\$|https?://\S+"
_PIECE = re.compile(rf"(?P<verbatim>{_VERBATIM})|(?<!\\):(?=\S)", re.DOTALL)


def escape_colons(markdown: str) -> str:
    r"""The text with every colon escaped that touches what follows it, outside code and formulas.

    >>> print(escape_colons("row 1:X, at 10:30, but `a:b` and $f: X \\to Y$ stay. Note: fine."))
    row 1\:X, at 10\:30, but `a:b` and $f: X \to Y$ stay. Note: fine.
    """
    return _PIECE.sub(lambda piece: piece["verbatim"] or r"\:", markdown)
