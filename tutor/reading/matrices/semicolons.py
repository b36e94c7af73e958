"""Rows in one line set off by semicolons, their cells by commas, nothing else between: `1,3,-1;4,2,2;5,3,3`.

With one comma a row the commas are decimal (`0,5;1,25`), unless one stands before a sign (`1,-1;5,3`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found

_NUMBER = r"[-+−]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:/\d{1,6})?"
_ROW = rf"{_NUMBER}(?:,{_NUMBER}){{1,63}}"
_ROWS = re.compile(rf"(?<![\w.,;/*^=+\[({{<|-]){_ROW}(?:;{_ROW}){{1,63}};?(?![\w/*^\])}}>|]|[.,;] ?\d)")


def semicolons(text: str) -> Iterator[Claim]:
    """Every array in one line whose rows end in semicolons and whose cells are parted by commas alone.

    >>> [claim.result.value.tolist() for claim in semicolons("3b) 1,-1;5,3")]
    [[[1.0, -1.0], [5.0, 3.0]]]
    >>> list(semicolons("0,5;1,25"))
    []
    """
    if ";" not in text:
        return
    for match in _ROWS.finditer(text):
        rows = [row.split(",") for row in match[0].rstrip(";").split(";")]
        signed = any(cell[0] in "-+−" for row in rows for cell in row[1:])
        if max(len(row) for row in rows) == 2 and not signed:
            continue
        start, end = match.start(), match.start() + len(match[0].rstrip(";"))
        cells: list[Cells] = [list[Cells](row) for row in rows]
        result = array(cells, (start, end))
        yield Claim(start, end, dressed(text, result) if isinstance(result, Found) else result)
