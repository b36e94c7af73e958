"""Attention masks of truth values, which no matrix of numbers is: `[[True, False], [True, True]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.gate import gated_text

_CELL = r"(?:true|false|t|f|wahr|falsch|yes|no|0|1)"
_ROW = rf"[\[(]\s{{0,20}}{_CELL}(?:\s{{0,8}},\s{{0,8}}{_CELL}){{0,31}}\s{{0,8}},?\s{{0,8}}[\])]"
_NESTED = gated_text(
    rf"[\[(]\s{{0,40}}(?P<rows>{_ROW}(?:\s{{0,20}},\s{{0,40}}{_ROW}){{0,31}}),?\s{{0,40}}[\])]", re.IGNORECASE
)
_LATEX = gated_text(
    r"\\begin\{[a-z]?(?:matrix|array)\}(?:\{[lcr|]{1,32}\})?"
    r"(?P<rows>(?:[^\\{}]|\\\\|\\(?:text|mathrm|texttt)\{\w{1,6}\}){1,600}?)\\end\{[a-z]?(?:matrix|array)\}"
)
_FONT = re.compile(r"\\(?:text|mathrm|texttt)\{(\w{1,6})\}")
_TRUTH = re.compile(r"[\[({,&\s](?:true|false|t|f|wahr|falsch)\b", re.IGNORECASE)
_MEANS = r"'?s? ?(?:=|:|is|are|means?|heißt|for) ?(?:it )?"
_AS_BOOL = re.compile(
    r"[^\n]{0,30}?(?:dtype ?= ?(?:torch\.|np\.|numpy\.)?bool|\)\.(?:bool\(|to\(torch\.bool|astype\(bool)|"
    rf"\b1{_MEANS}(?:may|can|allow|visible|attend|look|keep|kept|see|darf|sichtbar)|"
    rf"\b0{_MEANS}(?:block|mask|hid|forbid|may not|can ?not|can't|gesperrt))",
    re.IGNORECASE,
)
"""What says behind a mask of zeros and ones that these are truth values."""
_ENTRY = re.compile(rf"{_CELL}\Z", re.IGNORECASE)
_TRUE = ("true", "t", "wahr", "yes", "1")


@dataclass(frozen=True)
class TruthMask:
    """Rows of truth values (true = may attend), and where they were written, without their name."""

    rows: tuple[tuple[bool, ...], ...]
    span: tuple[int, int]


def mask_in(text: str) -> TruthMask | None:
    """The last mask of truth values that a text writes; rows of different lengths are none.

    >>> mask_in("attn_mask = [[True, False], [True, True]]").rows
    ((True, False), (True, True))
    >>> mask_in("torch.tensor([[1, 0], [1, 1]]).bool()").rows
    ((True, False), (True, True))
    >>> mask_in("[[1, 0], [1, 1]] (1 = allowed)").rows
    ((True, False), (True, True))
    >>> mask_in("[[1, 0], [1, 1]]") is None, mask_in("[[True, False], [True]]") is None
    (True, True)
    """
    found = [
        TruthMask(rows, match.span())
        for pattern in (_NESTED, _LATEX)
        for match in pattern.finditer(text)
        if (_TRUTH.search(match[0]) or _AS_BOOL.match(text, match.end()))
        and (rows := _rows(match["rows"]))
        and len({len(row) for row in rows}) == 1
    ]
    return found[-1] if found else None


def _rows(written: str) -> tuple[tuple[bool, ...], ...]:
    """The rows, none where a cell is no truth value."""
    lines = re.split(r"[\])]\s*,|\\\\", _FONT.sub(r"\1", written))
    rows = [re.findall(r"\w+", line) for line in lines]
    if not all(_ENTRY.match(said) for row in rows for said in row):
        return ()
    return tuple(tuple(said.lower() in _TRUE for said in row) for row in rows if row)
