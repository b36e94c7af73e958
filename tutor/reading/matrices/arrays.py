"""From one bracket to cells: rows in brackets, rows by `;`, by lines, or one row."""

from __future__ import annotations

import re

from tutor.reading.matrices.calls import ARRAY_WORD, CALL_WORD, called
from tutor.reading.matrices.grid import MAX_ENTRIES, MAX_NESTING, Cells, empty, is_ellipsis, too_large
from tutor.reading.matrices.grid import truncated as incomplete
from tutor.reading.matrices.rows import split_rows, top_split
from tutor.reading.matrices.tree import Node
from tutor.reading.numbers import number

_SEPARATORS = re.compile(r"[\s,;|]*")
_WORDED_GAP = re.compile(rf"[\s,;|]*(?:{ARRAY_WORD}\s*)?")
_COMMENT = re.compile(r"(?<![^\s,\]])(?:#|//|%)(?![\d.]).*")
_ROW_END = re.compile(r"\\\\|\\cr\b|@|;|\n")
_WRAP_WIDTH = 50


def excerpt(text: str, node: Node) -> str:
    """The beginning of a bracket, for a message."""
    return " ".join(text[node.start : node.end].replace("`", "'").split())[:30]


def value_of(text: str, node: Node) -> Cells | None:
    """The cells inside a bracket; None where it holds no array, Malformed where it holds a broken one."""
    if node.depth > 4 * MAX_NESTING and node.children:
        return None
    inside = text[node.start + 1 : node.end - node.closed]
    if len(inside) > 4 * MAX_ENTRIES and inside.count(",") + len(inside.split()) > 2 * MAX_ENTRIES:
        if inside.count(",") > MAX_ENTRIES or len(inside.split()) > MAX_ENTRIES:
            raise too_large()
    if node.children and (rows := _row_nodes(text, node)):
        return _nested(text, node, rows)
    return flat_cells(_uncommented(inside), node.open)


def _uncommented(inside: str) -> str:
    return _COMMENT.sub("", inside) if "\n" in inside and any(sign in inside for sign in "#%/") else inside


def _row_nodes(text: str, node: Node) -> list[Node]:
    """The brackets inside that are rows, or nothing if they are parts of cells such as `sqrt(2)`."""
    rows: list[Node] = []
    at = node.start + 1
    for child in node.children:
        gap = text[at : child.start]
        if _SEPARATORS.fullmatch(gap):
            rows.append(child)
        elif _WORDED_GAP.fullmatch(gap) and child.open == "(":
            rows.append(child)
        elif not rows and not _SEPARATORS.fullmatch(_uncommented(gap)):
            return []
        else:
            rows.append(child)
        at = child.end
    first = rows[0]
    if first.open == "(" and not any(sign in text[first.start : first.end] for sign in ",;["):
        return []
    if first.open == "{" and node.open != "{" and re.search(r"[\w^}]\Z", text[: first.start][-1:]):
        return []
    return rows


def _nested(text: str, node: Node, rows: list[Node]) -> Cells | None:
    """Rows in brackets inside a bracket."""
    if node.depth > MAX_NESTING:
        raise too_large()
    cells: list[Cells] = []
    at = node.start + 1
    for row in rows:
        _between(_uncommented(text[at : row.start]), cells)
        word = CALL_WORD.search(text[max(at, row.start - 40) : row.start])
        value = called(text, row, word.group(1) or word.group(2), value_of) if word and row.open == "(" else value_of(text, row)
        if not row.closed:
            raise incomplete(f"the bracket in `{excerpt(text, row)}` is never closed")
        if value is None:
            return None
        if isinstance(value, list) and value and all(isinstance(one, list) and len(one) == 1 for one in value) and ";" in text[row.start : row.end]:
            value = [one[0] for one in value if isinstance(one, list)]
        cells.append(value)
        at = row.end
    _between(_uncommented(text[at : node.end - node.closed]), cells)
    return cells


def _between(gap: str, cells: list[Cells]) -> None:
    """Between rows only separators may stand; an ellipsis leaves out rows, a lone cell makes the rows unequal."""
    rest = re.sub(rf"{ARRAY_WORD}\s*\Z", "", gap).strip(" \n\t,;|")
    if not rest:
        return
    if is_ellipsis(rest):
        raise incomplete("`...` stands in place of rows")
    cells.extend(piece.strip() for piece in rest.split(",") if piece.strip())


def flat_cells(inside: str, sign: str = "[") -> Cells | None:
    """The cells of a bracket without rows in brackets: one row, or rows separated by `;` or lines.

    >>> flat_cells("1, 2, 3"), flat_cells("1 2; 3 4")
    (['1', '2', '3'], [['1', '2'], ['3', '4']])
    """
    if not inside.strip():
        if sign == "[":
            raise empty("[]")
        return None
    if "&" in inside:
        lines = [line for line in _ROW_END.split(inside.replace("&amp;", "&")) if line.strip()]
        return _rows_if_numeric(lines, sign, regular=True)
    if ";" in inside:
        lines = top_split(inside, ";")
        if sign == "(" and all(re.fullmatch(r"\s*[+-]?\d+(?:,\d+)?\s*", line) for line in lines) and "," in inside:
            return [line.strip().replace(",", ".") for line in lines]
        if not lines[-1].strip():
            lines.pop()
        if len(lines) == 1:
            return _row_if_numeric(lines[0], sign)
        return _rows_if_numeric([line.replace("\n", " ") for line in lines], sign, regular=True)
    if "\n" in inside.strip():
        lines = [line for line in inside.split("\n") if line.strip()]
        wrapped = len(lines[0]) > _WRAP_WIDTH or any(line.rstrip().endswith(",") for line in lines[:-1])
        wrapped = wrapped or len({len(row) for row in split_rows(lines)}) > 1 or sum(len(line.split()) for line in lines) == len(lines)
        if not wrapped:
            return _rows_if_numeric(lines, sign, regular=False)
        inside = " ".join(lines)
    return _row_if_numeric(inside, sign)


def _rows_if_numeric(lines: list[str], sign: str, *, regular: bool) -> Cells | None:
    rows = split_rows(lines)
    cells = [cell for row in rows for cell in row]
    if _worth_reading(cells, sign, regular=regular):
        return [list(row) for row in rows]
    return None


def _row_if_numeric(line: str, sign: str) -> Cells | None:
    row = split_rows([line])[0]
    if "," not in line and sign == "(" and len(row) < 2:
        return None
    if "," not in line and not all(number(cell) for cell in row):
        numbers = sum(number(cell) is not None for cell in row)
        if sign == "(" or numbers * 2 < len(row) or numbers < 2:
            return None
    return list(row) if _worth_reading(row, sign, regular="," in line) else None


def _worth_reading(cells: list[str], sign: str, *, regular: bool) -> bool:
    """Whether cells are meant as an array, perhaps a broken one: prose in brackets is not."""
    read = [number(cell) is not None for cell in cells]
    if all(read):
        return sign != "(" or len(cells) > 1
    if sign == "(":
        return False
    short = all(len(cell) <= 16 and len(cell.split()) <= 2 for cell in cells)
    return short and sum(read) * 2 >= len(cells) - 1 and any(read)


