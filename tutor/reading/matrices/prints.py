"""What programs print without brackets: R, pandas, MATLAB's and Octave's column chunks, Julia.

Headers, row labels and index columns are dropped; wrapped chunks are joined side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array, is_ellipsis
from tutor.reading.matrices.lines import Line, lines_of
from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.message import Found
from tutor.reading.numbers import number

_R_HEADER = re.compile(r"(?:##? ?>?)?\s*(?:\[,\d+\]\s*)+")
_R_ROW = re.compile(r"(?:##? ?>?)?\s*\[\d+,\]\s+(.*)")
_R_VECTOR = re.compile(r"(?:##? ?>?)?\s*\[(\d+)\]\s+(.*)")
_COLUMNS = re.compile(r"\s*Columns?\s+\d+(?:\s+(?:through|to|and|thru|-)\s+\d+)?\s*:?\s*", re.IGNORECASE)
_JULIA = re.compile(
    r"(?P<name>.*?=\s*)?(?:\d+[×x]\d+|(?P<length>\d+)-element)\s+(?:[A-Za-z.]+)?(?P<kind>Matrix|Vector|Array|Adjoint|Diagonal|Transpose"
    r"|Symmetric|LowerTriangular|UpperTriangular|Hermitian)\b.*:?\s*"
)
_PROSE = re.compile(r"(?<!\S)[^\W\d_]{4,} |(?<!\S)[^\W\d_]+ (?:[^\W\d_]+ )*[^\W\d_]{4,}(?!\S)")
_SERIES_END = re.compile(r"(?:(?:Name|Length|Freq): [^,\n]{0,40}, )*dtype: \w+")
_ODD_CELL = re.compile(r"[A-Za-z?]|\.\.\.|…|[\d.]+[A-Za-z]|-")
_LABEL = re.compile(r"[^\W\d][\w.]*|\d+|[A-Za-z]\w*:")
_INDEX_HEADER = re.compile(r"\s*(?:\d+\s+)*\d+\s*\\?\s*|\s*(?:[^\W\d][\w.]*\s+)+[^\W\d][\w.]*\s*\\?\s*|\s*\w+\s*\\?\s*")


def printed(text: str) -> Iterator[Claim]:
    """Every print with headers or labels around its numbers.

    >>> [claim.result.value.tolist() for claim in printed("     [,1] [,2]\\n[1,]    1    3\\n[2,]    2    4")]
    [[[1.0, 3.0], [2.0, 4.0]]]
    """
    if not any(sign in text for sign in "\n["):
        return
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        for reader in (_r_matrix, _r_vector, _column_chunks, _julia, _series, _frame):
            read = reader(text, lines, at)
            if read:
                claim, at = read
                yield claim
                break
        else:
            at += 1


Read = tuple[Claim, int] | None


def _claim(text: str, cells: Cells, first: Line, last: Line, start: int | None = None) -> Claim:
    span = (first.start if start is None else start, last.end)
    result = array(cells, span)
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(*span, result)


def _chunks(rows: Sequence[list[str]], height: int) -> list[Cells]:
    """Chunks of equal height, one under the other, put side by side."""
    joined: list[list[str]] = [[] for _ in range(height)]
    for at, row in enumerate(rows):
        joined[at % height] += row
    return [list(row) for row in joined]


def _r_matrix(text: str, lines: list[Line], at: int) -> Read:
    if not _R_HEADER.fullmatch(lines[at].text):
        return None
    rows: list[list[str]] = []
    height, last = 0, at
    for follow in range(at + 1, len(lines)):
        row = _R_ROW.fullmatch(lines[follow].text)
        if row:
            rows.append(row.group(1).replace("|", " ").split())
            last = follow
        elif _R_HEADER.fullmatch(lines[follow].text) and rows:
            height = height or len(rows)
        else:
            break
    if not rows:
        return None
    return _claim(text, _chunks(rows, height or len(rows)), lines[at], lines[last]), last + 1


def _r_vector(text: str, lines: list[Line], at: int) -> Read:
    first = _R_VECTOR.fullmatch(lines[at].text)
    if not first or first.group(1) != "1":
        return None
    cells = first.group(2).split()
    if not all(number(cell) for cell in cells):
        return None
    last = at
    while (
        last + 1 < len(lines)
        and (more := _R_VECTOR.fullmatch(lines[last + 1].text))
        and int(more.group(1)) == len(cells) + 1
    ):
        cells += more.group(2).split()
        last += 1
    if len(cells) == 1:
        return _claim(text, cells[0], lines[at], lines[last], lines[at].start + first.start(2)), last + 1
    return _claim(text, list(cells), lines[at], lines[last]), last + 1


def _column_chunks(text: str, lines: list[Line], at: int) -> Read:
    if not _COLUMNS.fullmatch(lines[at].text):
        return None
    chunks: list[list[list[str]]] = [[]]
    last, follow = at, at + 1
    while follow < len(lines):
        line = lines[follow]
        if line.cells is not None:
            chunks[-1].append(line.cells)
            last = follow
        elif _COLUMNS.fullmatch(line.text) and chunks[-1]:
            chunks.append([])
        elif line.text:
            break
        follow += 1
    heights = {len(chunk) for chunk in chunks}
    if len(heights) > 1 or heights == {0}:
        return None
    rows = [[cell for chunk in chunks for cell in chunk[row]] for row in range(heights.pop())]
    cells: Cells = list(rows[0]) if len(rows) == 1 else [list(row) for row in rows]
    return _claim(text, cells, lines[at], lines[last]), last + 1


def _julia(text: str, lines: list[Line], at: int) -> Read:
    head = _JULIA.fullmatch(lines[at].text)
    if not head or TAKEN in lines[at].text:
        return None
    rows: list[list[str]] = []
    follow = at + 1
    while follow < len(lines) and lines[follow].text and TAKEN not in lines[follow].text:
        row = ["0" if cell in ("⋅", "·", ".") else cell for cell in lines[follow].text.split()]
        if not all(number(cell) or _ODD_CELL.fullmatch(cell) or cell in ("⋮", "⋱") for cell in row):
            break
        rows.append(row)
        follow += 1
    if not rows:
        return None
    flat = head.group("length") is not None and all(len(row) == 1 for row in rows)
    cells: Cells = [row[0] for row in rows] if flat else [list(row) for row in rows]
    start = lines[at].start + (head.end("name") if head.group("name") else 0)
    return _claim(text, cells, lines[at], lines[follow - 1], start), follow


def _series(text: str, lines: list[Line], at: int) -> Read:
    """A pandas series: lines of a label and a number, closed by the type of the numbers."""
    if at and _in_series(lines[at - 1].text):
        return None  # seen from its first line
    rows: list[str] = []
    for follow in range(at, len(lines)):
        entry = _in_series(lines[follow].text)
        if entry:
            rows.append(entry)
        elif rows and _SERIES_END.fullmatch(lines[follow].text):
            return _claim(text, list(rows), lines[at], lines[follow]), follow + 1
        else:
            break
    return None


def _in_series(line: str) -> str | None:
    """The entry in a line of a series: a number behind its label, or an ellipsis."""
    words = line.split()
    if not 0 < len(words) < 3 or TAKEN in line:
        return None
    labelled = len(words) == 2 and _LABEL.fullmatch(words[0]) and number(words[1])
    return words[-1] if labelled or is_ellipsis(words[-1]) else None


def _frame(text: str, lines: list[Line], at: int) -> Read:
    """A data frame: a header of k names or indices, then rows of a label and k numbers."""
    header = lines[at].text
    names = header.rstrip(" \\").split()
    if not names or TAKEN in header or at + 1 == len(lines) or not _INDEX_HEADER.fullmatch(header.replace("...", "0")):
        return None
    if _PROSE.search(header) and "  " not in header and "  " not in lines[at + 1].text and "\t" not in header:
        return None  # "my result" above rows that begin with 0 and 1: programs set columns apart by two spaces
    chunks: list[tuple[list[str], list[list[str]]]] = []
    follow, last = at, at
    while follow + 1 < len(lines):
        wide = len(lines[follow].text.rstrip(" \\").split())
        labels, rows = list[str](), list[list[str]]()
        while follow + 1 < len(lines) and (row := _labelled(lines[follow + 1].text, wide)):
            labels.append(row[0])
            rows.append(row[1:])
            follow += 1
        if not rows or (chunks and labels != chunks[0][0]):
            break
        chunks.append((labels, rows))
        last = follow
        follow += 1
        if not lines[last - len(rows)].text.endswith("\\"):
            break
        while follow < len(lines) and not lines[follow].text:
            follow += 1
        if follow >= len(lines) or not _INDEX_HEADER.fullmatch(lines[follow].text):
            break
    if not chunks or not _is_frame(names, chunks[0][0], chunks[0][1]):
        return None
    cells: Cells = [[cell for _, rows in chunks for cell in rows[row]] for row in range(len(chunks[0][0]))]
    return _claim(text, cells, lines[at], lines[last]), last + 1


def _labelled(line: str, wide: int) -> list[str] | None:
    """A label and `wide` numbers, or None."""
    words = line.split()
    if len(words) != wide + 1 or TAKEN in line:
        return None
    if all(is_ellipsis(word) for word in words):
        return words
    if not _LABEL.fullmatch(words[0]):
        return None
    odd = [word for word in words[1:] if number(word) is None]
    return words if len(odd) < wide and all(_ODD_CELL.fullmatch(word) for word in odd) else None


def _shown(words: list[str]) -> list[str]:
    """The words before an ellipsis."""
    return words[: next((at for at, word in enumerate(words) if is_ellipsis(word)), len(words))]


def _is_frame(names: list[str], labels: list[str], rows: list[list[str]]) -> bool:
    """Whether header and labels are names or count up: `3` over `1 2` is no frame."""
    names, labels = _shown(names), _shown(labels)
    counted = [labels == [str(first + step) for step in range(len(labels))] for first in (0, 1)]
    head_counts = [names == [str(first + step) for step in range(len(names))] for first in (0, 1)]
    worded_head = not any(name[0].isdigit() for name in names)
    worded_labels = not any(label[0].isdigit() for label in labels)
    if worded_head:
        return (any(counted) and len(labels) > 0) or (worded_labels and len(names) > 1 and len(labels) > 1)
    return any(head_counts) and (any(counted) or worded_labels) and (len(names) > 1 or len(labels) > 1)
