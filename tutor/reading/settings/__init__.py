"""Ways to say a what-if setting under its canonical name, one table for each subject."""

from tutor.reading.settings import attention, classes, padding, parameters, sizes, strides
from tutor.reading.settings.grammar import Row, Table

TABLES: tuple[Table, ...] = (
    strides.TABLE,
    padding.TABLE,
    sizes.TABLE,
    classes.TABLE,
    parameters.TABLE,
    attention.TABLE,
)
ROWS: tuple[Row, ...] = tuple(row for table in TABLES for row in table.rows)
"""Of rows that overlap for one setting the first counts; of several values said, the last."""
