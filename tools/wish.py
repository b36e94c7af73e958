"""What a student wants of a practice task: how hard, how large, with which settings."""

from __future__ import annotations

from tools.schema import Frozen
from tools.settings import Settings

EASIEST, HARDEST = -1, 2
"""Levels of practice tasks; 0 is the sheet's own."""
Bounds = tuple[int, int]
"""The least and the most that a number can be wished to be."""


class Wish(Frozen):
    """How hard a task shall be, from `EASIEST` to `HARDEST`; `side` is the size said without a noun ("3x3")."""

    level: int = 0
    side: int | None = None
    settings: Settings = Settings()

    def then(self, steps: int, side: int | None, settings: Settings) -> Wish:
        """This wish, harder by so many steps as far as levels go, with what was said now in place of what was before.

        >>> Wish(level=2).then(1, 3, Settings()).level
        2
        """
        level = min(max(self.level + steps, EASIEST), HARDEST)
        return Wish(level=level, side=self.side if side is None else side, settings=self.settings.updated(settings))


PLAIN = Wish()
"""Another task like it, and nothing more."""
