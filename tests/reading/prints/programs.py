"""Prints of programs that are not Python: Octave, R, Maxima, PARI/GP, each run once for all of its prints."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

from arrays import (
    BATCHES,
    COLUMN,
    FRACTIONS,
    FRACTIONS_3,
    HALVES,
    INTS,
    LARGE,
    MATRICES,
    MIXED,
    SIGNED_INTS,
    SMALL,
    SPARSE,
    SPECIAL,
    TALL,
    VECTORS,
    WIDE,
    WIDE_INTS,
    Row,
    values,
)

PROGRAMS = {"octave": "octave-cli", "r": "Rscript", "maxima": "maxima", "gp": "gp"}


def _program(command: list[str], script: str) -> str:
    return subprocess.run(command, input=script, capture_output=True, text=True, timeout=120, check=True).stdout


def _parts(command: list[str], scripts: list[str], mark: str) -> list[str]:
    """What each of these scripts prints, all run by one start of the program; `mark` prints a line of its own."""
    script = "\n".join(f"{one}\n{mark}" for one in scripts)
    return [part.strip("\n") for part in re.split(r"\s*~~~~ *\n", _program(command, script))][: len(scripts)]


def _spelled(value: object, opening: str, closing: str, cell: str, row: str) -> str:
    """A matrix as a program takes it."""
    rows = value if isinstance(value, list) and isinstance(value[0], list) else [value]
    body = row.join(cell.join(str(entry) for entry in one) for one in rows if isinstance(one, list))
    return f"{opening}{body}{closing}".replace("inf", "Inf").replace("nan", "NaN")


def octave_prints() -> Iterator[Row]:
    """Matrices shown by name and by `disp`, in columns, with a common factor, diagonal, sparse, as text."""
    cases: list[tuple[str, str | None, object]] = []
    for value in [*MATRICES, SPECIAL, LARGE, WIDE, WIDE_INTS]:
        written = _spelled(value, "[", "]", " ", ";")
        value = value[0] if len(value) == 1 else value  # a row is a vector here, whatever the program calls it
        cases += [
            (f"A = {written}", "A", value),
            (f"disp({written})", None, value),
            (f"{written}", None, value),
            (f"mat2str({written})", None, value),
        ]
    for value in VECTORS:
        cases.append((f"v = {_spelled(value, '[', ']', ' ', ';')}", "v", value))
    for value in (INTS, HALVES):
        written = _spelled(value, "[", "]", " ", ";")
        cases += [
            (f"format long; A = {written}, format short;", "A", value),
            (f"num2str({written})", None, value),
            (f"S = sparse({written})", "S", value),
        ]
    large = _spelled(LARGE, "[", "]", " ", ";")
    cases += [
        (f"B = int32({_spelled(INTS, '[', ']', ' ', ';')})", "B", INTS),
        (f"fprintf('%6.2f %6.2f\\n', {_spelled(HALVES, '[', ']', ' ', ';')}')", None, HALVES),
        (f"S = sparse({_spelled(SPARSE, '[', ']', ' ', ';')})", "S", SPARSE),
        ("D = diag([1.5 2 -3])", "D", [[1.5, 0, 0], [0, 2, 0], [0, 0, -3]]),
        ("I = eye(2)", "I", [[1, 0], [0, 1]]),
        ("x = 0.25", "x", 0.25),
        (f"fixed_point_format(true); A = {large}, fixed_point_format(false);", "A", LARGE),
    ]
    for batch in BATCHES:
        stacked = f"cat(3,{','.join(_spelled(value, '[', ']', ' ', ';') for value in batch)})"
        cases += [(f"A = {stacked}", "A", batch), (stacked, None, batch)]
    printed = _parts(["octave-cli", "--quiet", "--no-init-file"], [script for script, _, _ in cases], 'disp("~~~~")')
    yield from ((text, name, value) for text, (_, name, value) in zip(printed, cases, strict=True))


def r_prints() -> Iterator[Row]:
    """Matrices with and without names, frames, wrapped vectors, `dput`, `write.table`."""
    cases: list[tuple[str, str | None, object]] = []
    for value in [*MATRICES, SPECIAL, MIXED, LARGE, WIDE, WIDE_INTS]:
        flat = _spelled([entry for row in value for entry in row], "c(", ")", ",", "").replace("-Inf", "(-Inf)")
        written = f"matrix({flat}, nrow={len(value)}, byrow=TRUE)"
        cases += [(f"print({written})", None, value), (f"dput({written})", None, value)]
        if 1 < len(value) < 9 and 1 < len(value[0]) < 9:
            unless_nan = "non_numeric" if value is SPECIAL else value  # written as NA
            names = f"A <- {written}; dimnames(A) <- list(letters[1:nrow(A)], LETTERS[1:ncol(A)]); print(A)"
            cases += [
                (names, None, value),
                (f"print(as.data.frame({written}))", None, value),
                (f"write.table({written}, row.names=FALSE, col.names=FALSE)", None, unless_nan),
                (f"cat('> A\\n'); print({written})", None, value),
            ]
    for vector in VECTORS:
        written = _spelled(vector, "c(", ")", ",", "")
        cases += [(f"print({written})", None, vector), (f"dput({written})", None, vector)]
        cases.append((f"cat('v =', {written}, fill=FALSE); cat('\\n')", "v", vector))
    for batch in BATCHES:
        flat = [row[at] for value in batch for at in range(len(value[0])) for row in value]
        shape = f"c({len(batch[0])},{len(batch[0][0])},{len(batch)})"
        cases.append((f"print(array({_spelled(flat, 'c(', ')', ',', '')}, dim={shape}))", None, batch))
    printed = _parts(["Rscript", "--vanilla", "-"], [script for script, _, _ in cases], 'cat("~~~~\\n")')
    yield from ((text, name, value) for text, (_, name, value) in zip(printed, cases, strict=True))


def maxima_prints() -> Iterator[Row]:
    """The drawn matrix, the one-line form and TeX."""
    cases: list[tuple[str, object]] = []
    for value in [INTS, SIGNED_INTS, HALVES, SMALL, COLUMN, TALL, FRACTIONS]:
        written = f"matrix({_spelled(value, '[', ']', ',', '],[')})"
        truth = values(FRACTIONS) if value is FRACTIONS else value
        cases += [(f"{written};", truth), (f"grind({written})$", truth), (f"tex({written})$", truth)]
    printed = _parts(["maxima", "--very-quiet"], [script for script, _ in cases], 'print("~~~~")$')
    yield from ((text, None, value) for text, (_, value) in zip(printed, cases, strict=True))


def gp_prints() -> Iterator[Row]:
    """The drawn matrix and the one-line form."""
    cases: list[tuple[str, object]] = []
    for value in [INTS, SIGNED_INTS, HALVES, SMALL, TALL, FRACTIONS, FRACTIONS_3]:
        written = _spelled(value, "[", "]", ",", ";")
        truth = values(value) if isinstance(value[0][0], str) else value
        cases += [(f"printp({written})", truth), (f"print({written})", truth)]
    printed = _parts(["gp", "-q", "-f", "--default", "format=g.9"], [script for script, _ in cases], 'print("~~~~")')
    yield from ((text, None, value) for text, (_, value) in zip(printed, cases, strict=True))
