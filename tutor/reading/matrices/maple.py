"""Maple's angle brackets: `<<1|2>, <3|4>>` by rows, `<<1,3>|<2,4>>` by columns, `<1,2,3>`; `|` goes right, `,` down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found

_INNER = re.compile(r"<\s*([^<>]*)>")
_MATRIX = re.compile(r"<\s*<[^<>]*>(?:\s*([,|])\s*<[^<>]*>)*\s*>")
_VECTOR = re.compile(r"(?<![\w<>])<\s*[-+.\d√][^<>a-zA-Z|]*(?:[,|][^<>a-zA-Z]*)+>(?!\w)")


def maple(text: str) -> Iterator[Claim]:
    """Every array in angle brackets.

    >>> [claim.result.value.tolist() for claim in maple("<<1|2>,<3|4>>")]
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    if "<" not in text:
        return
    matrices = list(_MATRIX.finditer(text))
    inside = [match.span() for match in matrices]
    vectors = [one for one in _VECTOR.finditer(text) if not any(low <= one.start() < high for low, high in inside)]
    for match in matrices + vectors:
        inner = [re.split("[,|]", part) for part in _INNER.findall(match.group()[1:-1])]
        if match.re is _MATRIX and not any(sign.isdigit() for sign in match.group()):
            continue
        cells: Cells
        if match.re is _VECTOR:
            cells = list(re.split("[,|]", match.group()[1:-1]))
        elif match.group(1) == "|" and len({len(part) for part in inner}) == 1:
            cells = [list(row) for row in zip(*inner, strict=True)]
        else:
            cells = [list(part) for part in inner]
        result = array(cells, match.span())
        if isinstance(result, Found):
            result = dressed(text, result)
            yield Claim(*result.span, result)
        elif match.re is _MATRIX:
            yield Claim(*match.span(), result)
