"""Ways to say a what-if setting under its canonical name, one table for each subject."""

from __future__ import annotations

from tutor.reading.gate import Gate
from tutor.reading.settings import attention, classes, padding, parameters, pictures, scaling, shared, sizes, strides
from tutor.reading.settings.grammar import Row

ROWS: tuple[Row, ...] = (
    *pictures.ROWS,
    *shared.ROWS,
    *strides.ROWS,
    *padding.ROWS,
    *sizes.ROWS,
    *classes.ROWS,
    *parameters.ROWS,
    *scaling.ROWS,
    *attention.ROWS,
)
"""Of rows that overlap for one setting the first counts; of several values said, the last."""
_GATE = Gate(ROWS)


def rows_for(text: str) -> list[Row]:
    """The rows that may read something in a normalised line, in order."""
    return list(_GATE.open_to(text))
