"""One row of text into cells: ampersands, bars, tabs, commas, spaces (rules 4 and 5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.reading.matrices.grid import Malformed
from tutor.reading.numbers import number

_OPENING, _CLOSING = "([{", ")]}"
_TIGHT_COMMA = re.compile(r"(?<=\d),(?=\d)")
_DECIMAL_TOKEN = re.compile(r"[+-]?\d+(?:,\d+)?(?:[eE][+-]?\d+)?%?")
_THOUSANDS = re.compile(r"(?<![\d.,])[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])")
_GROUPED_POINT = re.compile(r"(?<![\d.,])[+-]?\d{1,3}(?:,\d{3})*,0\d\d(?:,\d{3})*\.\d+(?![\d.,])")
_THOUSANDS_POINT = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_LEADING_ZERO_GROUP = re.compile(r",0\d\d")
_TWO_IN_ONE = re.compile(r"[\d.)}]\s+[+-](?=[\d.√\\(])(?!\s)")
_BARS = re.compile(r"[|│¦‖∣]+")
_GLUED_AFTER = ("*", "·", "×", "⋅", "/", "^", "\\cdot", "\\times")
_GLUED_BEFORE = ("\\cdot", "\\times", "sqrt", "√", "frac", "*", "·", "×", "⋅", "/", "^")


def top_split(text: str, separators: str) -> list[str]:
    """The pieces between separators that stand in no parentheses and no quotes.

    >>> top_split("1, f(2, 3), '4,5'", ",")
    ['1', ' f(2, 3)', " '4,5'"]
    """
    if not any(sign in text for sign in "([{'\""):
        for separator in separators[1:]:
            text = text.replace(separator, separators[0])
        return text.split(separators[0])
    pieces, start, depth, quote = [], 0, 0, ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"" and text.find(sign, at + 1) > 0 and not text[at - 1 : at].isalnum():
            quote = sign
        elif sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(depth - 1, 0)
        elif sign in separators and not depth:
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return pieces


def words_of(row: str) -> list[str]:
    """The cells of a row separated by spaces; a detached minus belongs to the number after it, operators bind.

    >>> words_of("1 - 1 sqrt (2) / 2")
    ['1', '-1', 'sqrt(2)/2']
    """
    if any(sign in row for sign in _OPENING):
        words = [word for word in top_split(re.sub(r"\s", " ", row), " ") if word]
    else:
        words = row.split()
    if not any(
        word == "-" or word.startswith(_GLUED_AFTER) or word[0] == "(" or word.endswith(_GLUED_BEFORE) for word in words
    ):
        return words
    cells: list[str] = []
    for word in words:
        last = cells[-1] if cells else ""
        binds = last == "-" or last.endswith(_GLUED_BEFORE) or (word.startswith(_GLUED_AFTER) and bool(last))
        if binds:
            cells[-1] = last + word
        else:
            cells.append(word)
    return cells


def _decimal_commas(rows: Sequence[str]) -> list[list[str]] | None:
    """The cells of rows whose commas are decimal: spaces separate, and each token has one comma, tight."""
    tokens = [row.split() for row in rows]
    if max((len(row) for row in tokens), default=0) < 2:
        return None
    if not all(_DECIMAL_TOKEN.fullmatch(token) for row in tokens for token in row):
        return None
    return [[token.replace(",", ".") for token in row] for row in tokens]


def _grouped_by_spaces(rows: Sequence[str]) -> bool:
    """Whether spaces separate and each comma groups thousands before a point: `1,024.5 17`."""
    tokens = [row.split() for row in rows]
    return len(tokens[0]) > 1 and all(
        _THOUSANDS_POINT.fullmatch(token) is not None if "," in token else True for row in tokens for token in row
    )


def _sloppy_decimals(row: str) -> list[str] | None:
    """`1,80, 1,00, 1,44`: a comma and a space separate, the tight comma is decimal, as its zeros show."""
    tokens = re.split(r",\s+", row.strip())
    if len(tokens) < 2 or not all(re.fullmatch(r"[+-]?\d+,\d{2,}", token) for token in tokens):
        return None
    fractions = [token.split(",")[1] for token in tokens]
    if len({len(fraction) for fraction in fractions}) > 1 or not any(fraction[0] == "0" for fraction in fractions):
        return None
    return [token.replace(",", ".") for token in tokens]


def _unquoted(cell: str) -> str:
    """A quoted cell may hold a decimal comma."""
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] and cell[0] in "'\"":
        return _TIGHT_COMMA.sub(".", cell[1:-1]) if cell.count(",") == 1 else cell[1:-1]
    return cell


def _by_commas(row: str) -> list[str]:
    grouped = _THOUSANDS.findall(row)
    if grouped and any(_LEADING_ZERO_GROUP.search(token) for token in grouped):
        row = _THOUSANDS.sub(lambda match: match.group().replace(",", ""), row)
    pieces = top_split(row, ",")
    if len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()  # a comma at the end of a row closes it
    return [_single(_unquoted(piece)) for piece in pieces]


def _single(cell: str) -> str:
    """The cell, unless two numbers stand in it side by side (`1 -1` between commas)."""
    if _TWO_IN_ONE.search(cell):
        raise Malformed(
            "non_numeric",
            f"In `{cell}` I cannot tell two numbers from a difference. Write `,` between cells, and send it again.",
        )
    return cell


def split_rows(rows: Sequence[str]) -> list[list[str]]:
    """The cells of each row, with one meaning of the comma for all rows.

    >>> split_rows(["1,5 0,5", "0,5 1,5"])
    [['1.5', '0.5'], ['0.5', '1.5']]
    >>> split_rows(["1,0,1", "2, 2, 0"])
    [['1', '0', '1'], ['2', '2', '0']]
    >>> split_rows(["1 0 | 1"])
    [['1', '0', '1']]
    """
    whole = "\n".join(rows)
    if "&" in whole:
        return [[_single(cell.strip().rstrip(",").strip()) for cell in top_split(row, "&")] for row in rows]
    if _BARS.search(whole):
        rows = [_without_bars(row) for row in rows]
        whole = "\n".join(rows)
    if "\t" in whole:
        tabbed = [row.strip(" ").split("\t") for row in rows]
        if all(len(cell.split()) <= 1 or number(cell) for row in tabbed for cell in row):
            commas = all(cell.count(",") <= 1 for row in tabbed for cell in row)
            trimmed = _trim([[cell.strip() for cell in row] for row in tabbed])
            if commas and not all(not any(row) for row in trimmed):
                return [[_TIGHT_COMMA.sub(".", _unquoted(cell)) for cell in row] for row in trimmed]
        rows = [row.replace("\t", " ") for row in rows]
        whole = "\n".join(rows)
    if "," in whole and "." in whole and _GROUPED_POINT.search(whole):
        rows = [_GROUPED_POINT.sub(lambda match: match.group().replace(",", ""), row) for row in rows]
        whole = "\n".join(rows)
    if "," in whole and "." in whole and _grouped_by_spaces(rows):
        rows = [row.replace(",", "") for row in rows]
        whole = "\n".join(rows)
    if "," in whole:
        decimal = _decimal_commas(rows)
        if decimal:
            return decimal
        if "'" not in whole and '"' not in whole:
            sloppy = [_sloppy_decimals(row) for row in rows]
            if all(sloppy):
                return [row for row in sloppy if row]
        if all("," in row for row in rows) or not any(len(words_of(row)) > 1 for row in rows if "," not in row):
            return [_by_commas(row) for row in rows]
        return [_by_commas(row) if "," in row else words_of(row) for row in rows]
    return [[_unquoted(cell) for cell in words_of(row)] for row in rows]


def _without_bars(row: str) -> str:
    """An augmented bar separates like its row does; bars at the ends are brackets."""
    row = _BARS.sub("|", row.strip()).strip("|")
    return re.sub(r"\s*,?\s*\|\s*,?\s*", ", ", row) if "," in row else row.replace("|", " ")


def _trim(rows: list[list[str]]) -> list[list[str]]:
    """Rows without the blank columns at either end that copying leaves."""
    while rows and all(row and not row[0] for row in rows):
        rows = [row[1:] for row in rows]
    while rows and all(row and not row[-1] for row in rows):
        rows = [row[:-1] for row in rows]
    return rows
