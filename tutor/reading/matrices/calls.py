"""Arrays inside a constructor's call.

`np.array([..])` · `matrix(c(..), nrow = 2)` · `Matrix(2, 2, [..])` · `mat(1, 2; 3, 4)` · `rbind(c(..), c(..))`
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tutor.reading.matrices.code import takes_variables
from tutor.reading.matrices.grid import MAX_ENTRIES, Cells, Malformed, numbers_spoken, spoken
from tutor.reading.matrices.rows import split_rows, top_split
from tutor.reading.matrices.tree import Node
from tutor.reading.numbers import number

ARRAY_WORD = (
    r"(?:[A-Za-z_]\w*\.)*(?:array|asarray|[Tt]ensor|as_tensor|FloatTensor|LongTensor|DoubleTensor|constant|Parameter"
    r"|Immutable(?:Dense)?Matrix|MutableDenseMatrix|DenseMatrix|SparseMatrix|[Mm]atrix|[Vv]ector|mat|vec|list|tuple"
    r"|List|Array|columnvector|rowvector|column_stack|vstack|stack|rbind|cbind|diag|DataFrame|structure|transpose|c|t)"
)
CALL_WORD = re.compile(
    rf"(?<![\w.])(?:({ARRAY_WORD})\s?|([A-Za-z_]\w*(?:\.\w+)*))(?:\{{[^{{}}]{{0,30}}\}}|<\w{{0,12}}>)?\Z"
)
_KNOWN = re.compile(ARRAY_WORD)
_KEYWORD = re.compile(r"\s*([A-Za-z_.]\w*)\s*[=:](?!=)\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"\s*(-?\d{1,5}):(-?\d{1,5})\s*")
_NUMBER_WORD = re.compile(r"(?:\w+\.)?(?:sqrt|frac|root|exp|Rational|Fraction|float\d*|int\d*|S|Integer)")
_TYPES = re.compile(r"(?:Float|Int|UInt|Rational|Complex)\d*|Any|Real")

Value = Callable[[str, Node], "Cells | None"]


class _Arguments(NamedTuple):
    """The arguments of a call: arrays, other texts, and keywords."""

    arrays: list[Cells]
    plain: list[str]
    keywords: dict[str, str]


def is_array_word(word: str | None) -> bool:
    """Whether this word makes an array of what follows in brackets."""
    return word is not None and (_KNOWN.fullmatch(word) is not None or _TYPES.fullmatch(word) is not None)


def called(text: str, node: Node, word: str | None, value_of: Value) -> Cells | None:
    """The array this call makes; None where it makes none and only what stands inside it may be data."""
    if word is None or not is_array_word(word):
        return None
    last = word.rsplit(".", 1)[-1]
    if takes_variables(text, node, word):
        return None
    arguments = _arguments(text, node, value_of)
    if arguments is None:
        return None
    arrays, plain, keywords = arguments
    inside = text[node.start + 1 : node.end - node.closed]
    if last == "matrix" and not arrays and (spread := _RANGE.match(inside)):
        arrays, plain = [list(_expanded(spread.group()))], inside[spread.end() :].strip(" ,").split(",")
        keywords = {key.group(1): key.group(2).strip() for piece in plain if (key := _KEYWORD.fullmatch(piece))}
        plain = [piece.strip() for piece in plain if "=" not in piece]
    if not arrays:
        return _flat(last, inside)
    if last in ("t", "transpose"):
        return _transposed(arrays[0])
    if last == "diag":
        return _diagonal(arrays[0])
    if last in ("cbind", "column_stack"):
        return _transposed(arrays if len(arrays) > 1 else arrays[0])
    if len(arrays) > 1:
        return (
            arrays if last in ("matrix", "Matrix", "rbind", "list", "List", "tuple", "vstack", "stack", "mat") else None
        )
    return _shaped(last, arrays[0], plain, keywords)


def _arguments(text: str, node: Node, value_of: Value) -> _Arguments | None:
    arrays: list[Cells] = []
    plain: list[str] = []
    keywords: dict[str, str] = {}
    at, children = node.start + 1, list(node.children)
    for piece in top_split(text[at : node.end - node.closed], ",") if children else []:
        end = at + len(piece)
        keyword = _KEYWORD.match(piece)
        inner = [child for child in children if at <= child.start < end]
        if keyword and not (inner and text[at : inner[0].start].strip() in ("data=", "data =", "object=")):
            keywords[keyword.group(1)] = keyword.group(2).strip()
        elif inner:
            head = CALL_WORD.search(text[max(at, inner[0].start - 40) : inner[0].start])
            name = head and (head.group(1) or head.group(2))
            if name and _NUMBER_WORD.fullmatch(name):
                plain.append(piece.strip())
                at = end + 1
                continue
            if name and not is_array_word(name):
                return None
            value = (
                called(text, inner[0], name, value_of) if name and inner[0].open == "(" else value_of(text, inner[0])
            )
            if value is None:
                plain.append(piece)
            else:
                arrays.append(value)
        elif piece.strip():
            plain.append(piece.strip())
        at = end + 1
    return _Arguments(arrays, plain, keywords)


def _flat(last: str, inside: str) -> Cells | None:
    """A call whose arguments are the numbers themselves, or a text that holds them."""
    quoted = inside.strip()
    if len(quoted) > 1 and quoted[0] in "'\"" and quoted[-1] == quoted[0]:
        return [list(row) for row in split_rows(quoted[1:-1].split(";"))]
    if ":" in inside or "=" in inside:
        inside = ",".join(piece for piece in inside.split(",") if not _KEYWORD.fullmatch(piece))
    inside = inside.strip().strip(",")
    if last in ("t", "transpose", "constant", "list", "tuple") or not inside:
        return None
    if ";" in inside or "&" in inside:
        return [list(row) for row in split_rows([row for row in inside.split(";") if row.strip()])]
    row = [cell for piece in split_rows([inside])[0] for cell in _expanded(piece)]
    if last in ("array", "tensor", "asarray", "Tensor", "as_tensor"):
        return row[0] if len(row) == 1 and number(row[0]) else None
    if last in ("matrix", "Matrix") and not all(number(cell) for cell in row):
        return None
    if last == "diag":
        return _diagonal(list(row))
    if last == "mat":
        return [list(row)]
    return list(row) if last == "c" or all(number(cell) for cell in row) else None


def _expanded(cell: str) -> list[str]:
    """R's `1:4`."""
    match = _RANGE.fullmatch(cell)
    if not match:
        return [cell]
    low, high = int(match.group(1)), int(match.group(2))
    step = 1 if high >= low else -1
    return [str(one) for one in range(low, high + step, step)][: MAX_ENTRIES + 1]


def _shaped(last: str, cells: Cells, plain: list[str], keywords: dict[str, str]) -> Cells:
    """Numbers in one list, and the shape to give them: R by columns, SymPy and Maple by rows."""
    if not isinstance(cells, list) or any(isinstance(cell, list) for cell in cells):
        return cells
    sides = [int(side.rstrip("L")) for side in plain if side.rstrip("L").isdigit()]
    rows, columns = keywords.get("nrow"), keywords.get("ncol")
    dim = keywords.get("dim") or keywords.get(".Dim")
    if last in ("array", "structure") and dim:
        sides = [int(side) for side in re.findall(r"\d+", dim)]
        return _reshaped(cells, sides[0], sides[1], by_rows=False) if len(sides) == 2 else cells
    if last not in ("matrix", "Matrix", "DenseMatrix", "ImmutableMatrix", "SparseMatrix") or not (
        sides or rows or columns
    ):
        return cells
    by_rows = last != "matrix" or keywords.get("byrow", plain[-1] if len(plain) > 2 else "F")[:1].upper() == "T"
    high = int(rows) if rows and rows.isdigit() else sides[0] if sides else 0
    wide = int(columns) if columns and columns.isdigit() else sides[-1] if len(sides) > 1 else 0
    high, wide = high or len(cells) // max(wide, 1), wide or len(cells) // max(high, 1)
    return _reshaped(cells, high, wide, by_rows=by_rows)


def _reshaped(cells: list[Cells], high: int, wide: int, *, by_rows: bool) -> list[Cells]:
    if high * wide != len(cells):
        raise Malformed(
            "ragged",
            f"{numbers_spoken(len(cells)).capitalize()} cannot fill {spoken(high)} rows of {spoken(wide)}. "
            "Send it again with as many numbers as the shape holds.",
        )
    if by_rows:
        return [cells[row * wide : (row + 1) * wide] for row in range(high)]
    return [cells[row::high] for row in range(high)]


def _transposed(cells: Cells) -> Cells:
    if not isinstance(cells, list) or not all(isinstance(row, list) for row in cells):
        return [[cell] for cell in cells] if isinstance(cells, list) else cells
    rows = [row for row in cells if isinstance(row, list)]
    if len({len(row) for row in rows}) > 1:
        return cells
    return [list(column) for column in zip(*rows, strict=True)]


def _diagonal(cells: Cells) -> Cells:
    if not isinstance(cells, list) or len(cells) > 64 or any(isinstance(cell, list) for cell in cells):
        return cells
    return [[cell if row == column else "0" for column in range(len(cells))] for row, cell in enumerate(cells)]
