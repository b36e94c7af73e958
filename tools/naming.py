"""The step of a task that a student means by a name."""

from __future__ import annotations

import unicodedata

from tools.content import Step
from tools.family import Task

_FRACTION = "frac"
_SPELLED = {"λ": "lambda", "Λ": "lambda", "Σ": "sigma", "ᵀ": "t", "⊤": "t", "√": "sqrt", "\\": ""}


def _spelled(name: str) -> str:
    """A name with case, blanks, brackets and scripts removed, so that "Q K^T" is "qkt"."""
    text = "".join(_SPELLED.get(character, character) for character in name)
    text = unicodedata.normalize("NFKC", text).lower().removeprefix(_FRACTION)
    return "".join(character for character in text if character.isalnum() or character == ".")


def step_named(name: str | None, task: Task) -> Step | None:
    """The step a student means by this name, None where it is no name of a step.

    Matching ignores case, blanks and scripts: "QK^T", "q k t" and "Scores" are one.
    """
    if name is None:
        return None
    spelled = _spelled(name)
    for step in (*reversed(task.steps), *task.pieces):
        if spelled in {_spelled(alias) for alias in (step.name, step.symbol, *step.aliases)}:
            return step
    return None
