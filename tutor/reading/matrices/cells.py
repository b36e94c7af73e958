"""From one bracket to cells: rows in brackets, rows by `;`, by lines, or one row."""

from __future__ import annotations

import re

from tutor.reading.matrices.calls import ARRAY_WORD, CALL_WORD, called
from tutor.reading.matrices.grid import (
    MAX_ENTRIES,
    MAX_NESTING,
    Cells,
    empty,
    glued,
    is_composite,
    is_ellipsis,
    too_large,
    unarranged,
)
from tutor.reading.matrices.grid import truncated as incomplete
from tutor.reading.matrices.rows import split_rows, top_split
from tutor.reading.matrices.tree import Node
from tutor.reading.numbers import number

_BROKEN_MINUS = re.compile(r"(?<!\S)-[ ]*\n\s*(?=[\d.√])")
_ON_LINES = re.compile(r"[ ]*\n[^,]*\n\s*\Z")
"""Each number on a line of its own, and the brackets too."""
_SEPARATORS = re.compile(r"[\s,;|]*")
_WORDED_GAP = re.compile(rf"[\s,;|]*(?:{ARRAY_WORD}\s*)?")
_COMMENT = re.compile(r"(?<![^\s,\]])(?:#|//|%)(?=\s*[A-Za-z]).*")
_ROW_END = re.compile(r"\\\\|\\cr\b|@|;|\n")
_DECIMAL_CELL = re.compile(r"\s*[+-]?\d+(?:,\d+)?\s*")
_TOKEN = r"[\d.√](?:[^\s\[{(,;]|\([^()\s]{0,20}\))*+"
_OPEN_ROW = re.compile(rf"\s*+[-+]?{_TOKEN}(?:(?:\s*+[,;]|[ \t])[ \t]*+\n?[ \t]*+[-+]?(?:{_TOKEN})?)+(?=\s|\Z)")
_NUMBERS_ONLY = re.compile(r"[-+]?\d[\d.\s-]*")
_SLIP = re.compile(r"\?*|\.\.\.|…|[-+]?[\d.]+[a-zA-Z?]|[a-zA-Z][\d.]+")
_BOOLEANS = ("True", "False", "true", "false")
_WRAP_WIDTH = 50
_INNER_WRAP_WIDTH = 25


def excerpt(text: str, node: Node) -> str:
    """The beginning of a bracket, for a message."""
    return " ".join(text[node.start : min(node.end, node.start + 120)].replace("`", "'").split())[:30]


def value_of(text: str, node: Node, *, inner: bool = False) -> Cells | None:
    """The cells inside a bracket; None where it holds no array, Malformed where it holds a broken one.

    `inner`: the bracket is a row of an array, so whatever stands in it is meant as cells.
    """
    if _too_deep(text, node):
        raise too_large()
    inside = text[node.start + 1 : node.end - node.closed]
    if "\u200b" in inside and any(sign.isdigit() for sign in inside):
        raise glued(inside)
    if len(inside) > 2 * MAX_ENTRIES and max(inside.count(","), len(inside.split())) > MAX_ENTRIES:
        raise too_large()
    if node.children and (rows := _row_nodes(text, node)):
        return _nested(text, node, rows)
    return flat_cells(_uncommented(inside), node.open, inner=inner)


def _too_deep(text: str, node: Node) -> bool:
    """Whether brackets open one right behind the other more often than any array nests."""
    for _ in range(MAX_NESTING):
        if not node.children or text[node.start + 1 : node.children[0].start].strip():
            return False
        node = node.children[0]
    return True


def open_prefix(text: str, node: Node) -> int | None:
    """Where the array in a bracket that is never closed breaks off; None if it holds no array."""
    rows = _row_nodes(text, node) if node.children else []
    at = node.start + 1
    for row in rows:
        if not _WORDED_GAP.fullmatch(text[at : row.start]):
            break
        at = row.end
    if rows and at > node.start + 1:
        return at
    match = _OPEN_ROW.match(text, node.start + 1)
    if not match or (node.open != "[" and text[match.end() : match.end() + 200].strip()):
        return None
    return match.end()


def _uncommented(inside: str) -> str:
    return _COMMENT.sub("", inside) if "\n" in inside and any(sign in inside for sign in "#%/") else inside


def _row_nodes(text: str, node: Node) -> list[Node]:
    """The brackets inside that are rows, or nothing if they are parts of cells such as `sqrt(2)`."""
    first = node.children[0]
    gap = _uncommented(text[node.start + 1 : first.start])
    if not (_SEPARATORS.fullmatch(gap) or (first.open == "(" and _WORDED_GAP.fullmatch(gap))):
        return []
    if first.open == "(" and not any(sign in text[first.start : first.end] for sign in ",;["):
        return []
    if first.open == "{" and node.open != "{":
        return []
    return node.children


def _nested(text: str, node: Node, rows: list[Node]) -> Cells | None:
    """Rows in brackets inside a bracket."""
    cells: list[Cells] = []
    at = node.start + 1
    for row in rows:
        gap = _uncommented(text[at : row.start])
        word = CALL_WORD.search(gap) if row.open == "(" else None
        _between(gap[: word.start()] if word else gap, cells)
        name = word and (word.group(1) or word.group(2))
        value = called(text, row, name, value_of) if word else value_of(text, row, inner=True)
        if not row.closed:
            raise incomplete(f"the bracket in `{excerpt(text, row)}` is never closed")
        if value is None:
            return None
        cells.append(_as_row(value) if ";" in text[row.start : row.end] else value)
        at = row.end
    _between(_uncommented(text[at : node.end - node.closed]), cells)
    return cells if _holds_numbers(cells) else None


def _as_row(value: Cells) -> Cells:
    """`[1; 2]` inside an outer bracket is one of its rows."""
    if isinstance(value, list) and all(isinstance(one, list) and len(one) == 1 for one in value):
        return [one[0] for one in value if isinstance(one, list)]
    return value


def _holds_numbers(cells: Cells) -> bool:
    """Whether any cell has a digit or is a boolean, or two rows hold two letters or more (a symbolic matrix)."""
    if isinstance(cells, str):
        return any(map(str.isdigit, cells)) or number(cells) is not None or cells.strip() in _BOOLEANS
    if any(_holds_numbers(cell) for cell in cells):
        return True
    rows = [cell for cell in cells if isinstance(cell, list)]
    short = all(isinstance(cell, str) and len(cell) <= 3 for row in rows for cell in row)
    return len(rows) > 1 and len(rows) == len(cells) and all(len(row) > 1 for row in rows) and short


def _between(gap: str, cells: list[Cells]) -> None:
    """Between rows only separators may stand; an ellipsis leaves out rows, a lone cell makes the rows unequal."""
    rest = gap.strip(" \n\t,;|")
    if not rest:
        if gap.count(",") > 1 and cells:
            cells.append("")
        return
    if is_ellipsis(rest):
        raise incomplete("`...` stands in place of rows")
    cells.extend(piece.strip() for piece in rest.split(",") if piece.strip())


def flat_cells(inside: str, sign: str = "[", *, inner: bool = False) -> Cells | None:
    """The cells of a bracket without rows in brackets: one row, or rows separated by `;` or lines.

    >>> flat_cells("1, 2, 3"), flat_cells("1 2; 3 4")
    (['1', '2', '3'], [['1', '2'], ['3', '4']])
    """
    if not inside.strip():
        if inner or (sign == "[" and inside != " "):
            raise empty("[]")
        return None
    if "&" in inside:
        lines = [line for line in _ROW_END.split(inside) if line.strip()]
        return _if_meant(split_rows(lines), sign, inner=inner)
    if ";" in inside:
        lines = [line.replace("\n", " ") for line in top_split(inside, ";")]
        if sign == "(" and "," in inside and all(_DECIMAL_CELL.fullmatch(line) for line in lines):
            return [line.strip().replace(",", ".") for line in lines]
        if not lines[-1].strip():
            lines.pop()
        if len(lines) > 1:
            return _if_meant(split_rows(lines), sign, inner=inner)
        inside = lines[0]
    if "\n" in inside.strip():
        if "-" in inside:
            inside = _BROKEN_MINUS.sub("-", inside)
        lines = [line for line in inside.split("\n") if line.strip()]
        if not inner and _ON_LINES.match(inside) and all(number(line) for line in lines) and is_composite(len(lines)):
            raise unarranged(len(lines))
        if not _wrapped(lines, inner=inner):
            return _if_meant(split_rows(lines), sign, inner=inner)
        inside = " ".join(lines)
    row = split_rows([inside])[0]
    if not inner and "," not in inside and not _mostly_numbers(row, sign):
        return None
    cells = _if_meant([row], sign, inner=inner)
    return None if cells is None else list(row)


def _wrapped(lines: list[str], *, inner: bool) -> bool:
    """Whether lines are one row that was too long for the screen, not rows."""
    return (
        len(lines[0]) > (_INNER_WRAP_WIDTH if inner else _WRAP_WIDTH)
        or any(line.rstrip().endswith(",") for line in lines[:-1])
        or all(line.lstrip().startswith(",") for line in lines[1:])
        or all(len(line.split()) == 1 for line in lines)
        or (inner and _breaks_off(lines))
    )


def _breaks_off(lines: list[str]) -> bool:
    """Whether all lines are of one length but the last, which is shorter."""
    lengths = [len(line.split()) for line in lines]
    return len(set(lengths[:-1])) == 1 and lengths[-1] < lengths[0]


def _mostly_numbers(row: list[str], sign: str) -> bool:
    """Words in brackets without commas are prose, unless nearly all of them are numbers."""
    numbers = sum(number(cell) is not None for cell in row)
    if sign == "(":
        return numbers == len(row) > 1
    return numbers == len(row) or (numbers * 2 >= len(row) and numbers > 1)


def _if_meant(rows: list[list[str]], sign: str, *, inner: bool) -> Cells | None:
    """The rows, if they are meant as an array, perhaps a broken one: prose in brackets is not."""
    cells = [cell for row in rows for cell in row]
    read = sum(number(cell) is not None or _NUMBERS_ONLY.fullmatch(cell) is not None for cell in cells)
    if inner or read == len(cells):
        return [list(row) for row in rows] if inner or sign != "(" or len(cells) > 1 else None
    short = all(len(cell) <= 16 and len(cell.split()) <= 2 for cell in cells)
    odd = sign == "(" and not all(number(cell) or _SLIP.fullmatch(cell) for cell in cells)
    if not short or odd or not read or read * 2 < len(cells) - 1:
        return None
    return [list(row) for row in rows]
