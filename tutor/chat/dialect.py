"""Markdown as Chainlit's page reads it, where it differs from Markdown elsewhere.

It takes `a:b` for a directive and swallows what follows the colon. And `$$x$$` is set within the text even where it
stands alone on its line.
"""

from __future__ import annotations

import re

_FENCED = r"(?<![^\n])[ ]{0,3}(?P<fence>`{3,}|~{3,}).*?(?:\n[ ]{0,3}(?P=fence)|\Z)"
_VERBATIM = rf"{_FENCED}|(?P<ticks>`+).+?(?P=ticks)|\$\$.*?\$\$|\$[^$\n]+\$|https?://\S+"
_PIECE = re.compile(rf"(?P<verbatim>{_VERBATIM})|(?<!\\):(?=\S)", re.DOTALL)
_ALONE = re.compile(r"^(?P<quote>(?:> ?)*)\$\$(?P<formula>[^$\n]+)\$\$[ ]*$", re.MULTILINE)


def escape_colons(markdown: str) -> str:
    r"""The text with every colon escaped that touches what follows it, outside code and formulas.

    >>> print(escape_colons("row 1:X, at 10:30, but `a:b` and $f: X \\to Y$ stay. Note: fine."))
    row 1\:X, at 10\:30, but `a:b` and $f: X \to Y$ stay. Note: fine.
    """
    return _PIECE.sub(lambda piece: piece["verbatim"] or r"\:", markdown)


def displayed(markdown: str) -> str:
    """The text with every `$$x$$` that stands alone on its line set as a displayed formula.

    >>> displayed("Given\\n\\n$$x = 1$$")
    'Given\\n\\n$$\\nx = 1\\n$$'
    """
    return _ALONE.sub(r"\g<quote>$$\n\g<quote>\g<formula>\n\g<quote>$$", markdown)


def for_chainlit(markdown: str) -> str:
    """The text as Chainlit's page has to be given it."""
    return escape_colons(displayed(markdown))
