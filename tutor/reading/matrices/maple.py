"""Maple's angle brackets: `<<1|2>, <3|4>>` by rows, `<<1,3>|<2,4>>` by columns, `<1,2,3>`, `<1, 2; 3, 4>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found

_INNER = re.compile(r"<\s*([^<>]*)>")
_BETWEEN = re.compile("[,|]")
_ARRAY = re.compile(
    r"<\s*<[^<>]*>(?:\s*(?P<between>[,|])\s*<[^<>]*>)*\s*>"
    r"|(?<![\w<>])<(?=[-+.\d√½s])(?:[^<>a-zA-Z,|;]|sqrt)*+[,|;](?:[^<>a-zA-Z]|sqrt)*+(?<!\s)>(?!\w)"
)


def maple(text: str) -> Iterator[Claim]:
    """Every array in angle brackets.

    >>> [claim.result.value.tolist() for claim in maple("<<1|2>,<3|4>>")]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if "<" not in text:
        return
    for match in _ARRAY.finditer(text):
        inside = match.group()[1:-1]
        if "<" not in inside:
            rows: list[Cells] = [list(_BETWEEN.split(row)) for row in inside.split(";") if row.strip()]
            cells: Cells = rows if len(rows) > 1 else rows[0]
        elif any(sign.isdigit() for sign in inside):
            cells = _matrix(inside, by_columns=match.group("between") == "|")
        else:
            continue
        result = array(cells, match.span())
        if isinstance(result, Found):
            result = dressed(text, result)
            yield Claim(*result.span, result)
        elif "<" in inside or ";" in inside:
            yield Claim(*match.span(), result)


def _matrix(inside: str, *, by_columns: bool) -> Cells:
    inner = [_BETWEEN.split(part) for part in _INNER.findall(inside)]
    if by_columns and len({len(part) for part in inner}) == 1:
        return [list(row) for row in zip(*inner, strict=True)]
    return [list(part) for part in inner]
