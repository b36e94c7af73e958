"""An idea told to a student: what it is, its formula, this task's own numbers, and a small question to try it on."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from tools.content import Block, Formula, Prose, Question
from tools.schema import Frozen

MAX_WORDS = 90
"""Longest a concept may be, its formula not counted."""


class Concept(Frozen):
    """A concept on the numbers of a task; `question` is the last thing it says."""

    said: str
    latex: str
    here: str
    question: Question

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the student sees."""
        return (
            Prose(text=self.said),
            Formula(latex=self.latex),
            Prose(text=self.here),
            Prose(text=self.question.text),
        )


def concept(said: str, latex: str, here: str, asked: str, answer: ArrayLike) -> Concept:
    """A concept that ends with a question whose answer is a number, or a few.

    >>> concept("ReLU cuts off below 0.", r"\\max(0, x)", "Nothing is learned.", "What of $-2$?", 0).blocks[-1].text
    'What of $-2$?'
    """
    question = Question(
        text=asked,
        answer=np.asarray(answer, float),
        confirm="That is what the formula gives.",
        nudge="Go back to the formula, and put the numbers of the question in.",
    )
    return Concept(said=said, latex=latex, here=here, question=question)
