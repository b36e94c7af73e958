"""The words the reader knows: one row a word, its other spellings after the colon."""

from __future__ import annotations


def rows(table: str) -> dict[str, str]:
    """Every spelling in a table with the word it stands for.

    >>> rows("hint: tip clue")
    {'hint': 'hint', 'tip': 'hint', 'clue': 'hint'}
    >>> rows("i am: i'm")
    {"i'm": 'i am'}
    """
    spellings: dict[str, str] = {}
    for line in table.strip().splitlines():
        word, _, others = line.partition(":")
        known = [] if " " in word else [word]
        spellings |= dict.fromkeys([*known, *others.split()], word)
    return spellings
