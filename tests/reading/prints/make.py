"""Prints of real tools beside the arrays they were made from; `test_prints.py` reads every one back.

    python make.py numpy pandas sympy scipy
    python make.py torch
    python make.py octave r maxima gp

writes one `<tool>.jsonl` for each tool named, next to this file. The first five are imported, so run it with an
interpreter that has them (pandas wants `tabulate` and `jinja2` beside it); the others are the programs `octave-cli`,
`Rscript`, `maxima` and `gp`. A row is {"tool", "version", "text", "name", "value"}, or {…, "error"} for what a print
leaves out. Entries have no more digits than their print shows, so the value is the one printed. The arrays are the
same for every tool and on every run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from arrays import (
    BATCHES,
    FOUR_PLACES,
    FRACTIONS,
    FRACTIONS_3,
    HALVES,
    INTS,
    LARGE,
    LONG,
    MATRICES,
    MIXED,
    SIGNED_INTS,
    SMALL,
    SPARSE,
    SPECIAL,
    TRUNCATED,
    VECTORS,
    VERY_TALL,
    WIDE,
    WIDE_INTS,
    Row,
)
from programs import PROGRAMS, gp_prints, maxima_prints, octave_prints, r_prints


def numpy_prints() -> Iterator[Row]:
    """`str`, `repr`, sessions, wrapped lines, print options, text files."""
    import numpy as np

    for at, value in enumerate([*MATRICES, *VECTORS, *BATCHES]):
        array = np.array(value)
        yield str(array), None, value
        yield repr(array), None, value
        if at % 2:
            yield f">>> A\n{array!r}\n>>> ", None, value
            yield f"A =\n{array}", "A", value
        else:
            yield f"In [{at}]: A\nOut[{at}]: \n{array!r}", None, value
            yield f"A = {array.tolist()}", "A", value
    for value in (HALVES, FOUR_PLACES):
        yield repr(np.array(value, dtype=np.float32)), None, value
        yield repr(np.asmatrix(value)), None, value
        yield np.array2string(np.array(value), separator=", "), None, value
        for text in (" ", ",", "\t", ";"):
            file = StringIO()
            np.savetxt(file, value, fmt="%.4f", delimiter=text)
            yield file.getvalue(), None, value
    for value in (WIDE, WIDE_INTS, MIXED, SPECIAL, LARGE):
        yield str(np.array(value)), None, value
        yield repr(np.array(value)), None, value
        yield np.array2string(np.array(value), max_line_width=40), None, value
    with np.printoptions(suppress=True, precision=4, sign="+"):
        yield str(np.array(FOUR_PLACES)), None, FOUR_PLACES
    with np.printoptions(floatmode="fixed", precision=4):
        yield str(np.array(FOUR_PLACES)), None, FOUR_PLACES
    with np.printoptions(legacy="1.13"):
        yield str(np.array(SMALL)), None, SMALL
    yield f"C = {[[np.float64(entry) for entry in row] for row in HALVES]}", "C", HALVES
    yield str(np.array(LONG)), None, TRUNCATED
    yield repr(np.array(LONG)), None, TRUNCATED
    yield str(np.arange(2000)), None, TRUNCATED
    yield repr(np.zeros((12, 12, 12))), None, TRUNCATED


def torch_prints() -> Iterator[Row]:
    """Tensors, parameters, results with a gradient, wrapped lines, print options."""
    import torch

    for at, value in enumerate([*MATRICES, *VECTORS, *BATCHES, [BATCHES[0]], SPECIAL, WIDE, WIDE_INTS]):
        tensor = torch.tensor(value)
        yield str(tensor), None, value
        if at % 3 == 0:
            yield f">>> out\n{tensor}", None, value
            yield f"A = {tensor}", "A", value
        elif at % 3 == 1:
            yield str(tensor.double().requires_grad_() * 1), None, value
            yield f"Out[{at}]:\n{tensor}", None, value
        else:
            yield str(tensor.double()), None, value
            yield str(torch.nn.Parameter(tensor.double())), None, value
    for value in (MIXED, [[1e-3, 2e-4], [3e-5, -4e5]]):
        yield str(torch.tensor(value)), None, value
        yield str(torch.tensor(value, dtype=torch.float64)), None, value
    torch.set_printoptions(precision=8)
    yield str(torch.tensor(FOUR_PLACES, dtype=torch.float64)), None, FOUR_PLACES
    torch.set_printoptions(profile="short")
    yield str(torch.tensor(SMALL)), None, SMALL
    torch.set_printoptions(profile="default", linewidth=50)
    yield str(torch.tensor(WIDE)), None, WIDE
    torch.set_printoptions(profile="default")
    yield str(torch.tensor(LONG)), None, TRUNCATED
    yield str(torch.zeros(2000)), None, TRUNCATED
    yield str(torch.ones(11, 11, 11)), None, TRUNCATED


def pandas_prints() -> Iterator[Row]:
    """Frames with and without names, wrapped and cut frames, series, CSV in two languages, Markdown, LaTeX."""
    import pandas as pd

    for at, value in enumerate([*MATRICES, SPECIAL]):
        wide = len(value[0])
        yield str(pd.DataFrame(value)), None, value
        names = [f"col{column}" if at % 2 else "abcdefghij"[column] for column in range(wide)]
        yield str(pd.DataFrame(value, columns=names)), None, value
        if 1 < len(value) < 9 and wide > 1:
            labels = [f"row{row}" if at % 2 else "uvwxyz"[row] for row in range(len(value))]
            yield str(pd.DataFrame(value, columns=names, index=labels)), None, value
            yield pd.DataFrame(value).to_csv(index=False, header=False, na_rep="nan"), None, value
            yield pd.DataFrame(value).to_csv(index=False, header=False, sep=";", decimal=",", na_rep="nan"), None, value
            yield pd.DataFrame(value, columns=names).to_markdown(), None, value
            yield pd.DataFrame(value, columns=names).to_markdown(index=False, tablefmt="grid"), None, value
            yield pd.DataFrame(value).to_string(index=False, header=False), None, value
    for value in (HALVES, SIGNED_INTS):
        yield pd.DataFrame(value).style.hide(axis=0).hide(axis=1).to_latex(), None, value
    for value in VECTORS[:3]:
        yield str(pd.Series(value)), None, value
    yield str(pd.DataFrame(WIDE)), None, TRUNCATED  # columns are left out without a console's width
    with pd.option_context("display.max_columns", None, "display.width", 80):
        yield str(pd.DataFrame(WIDE)), None, WIDE
        yield str(pd.DataFrame(WIDE_INTS)), None, WIDE_INTS
    yield str(pd.DataFrame(VERY_TALL)), None, TRUNCATED
    yield str(pd.DataFrame(LONG)), None, TRUNCATED


def sympy_prints() -> Iterator[Row]:
    """`str`, pretty prints, LaTeX, MathML, code for other systems."""
    import sympy

    for written in (INTS, SIGNED_INTS, FRACTIONS, FRACTIONS_3):
        exact = sympy.Matrix([[sympy.Rational(entry) for entry in row] for row in written])
        value = [[float(entry) for entry in exact.row(row)] for row in range(exact.rows)]
        yield str(exact), None, value
        yield f">>> A\n{exact!r}", None, value
        yield sympy.pretty(exact, use_unicode=True), None, value
        yield f"A =\n{sympy.pretty(exact, use_unicode=True)}", "A", value
        yield sympy.latex(exact), None, value
        yield f"$$A = {sympy.latex(exact, mat_str='pmatrix', mat_delim='')}$$", "A", value
        yield sympy.mathematica_code(exact), None, value
        yield sympy.maple_code(exact), None, value
        yield sympy.octave_code(exact), None, value
        yield sympy.julia_code(exact), None, value
        yield sympy.printing.mathml(exact, printer="presentation"), None, value
        yield sympy.pretty(sympy.Eq(sympy.Symbol("A"), exact, evaluate=False), use_unicode=True), "A", value
    for value in (INTS, SIGNED_INTS):
        yield sympy.pretty(sympy.Matrix(value), use_unicode=False), None, value
        yield str(sympy.ImmutableMatrix(value)), None, value
    root = sympy.sqrt(2) / 2
    orthonormal = sympy.Matrix([[root, root], [root, -root]])
    value = [[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]]
    yield str(orthonormal), None, value
    yield sympy.pretty(orthonormal, use_unicode=True), None, value
    yield sympy.latex(orthonormal), None, value
    yield sympy.printing.mathml(orthonormal, printer="presentation"), None, value
    for decimals in (HALVES, SMALL):
        yield str(sympy.Matrix(decimals)), None, decimals
        yield sympy.pretty(sympy.Matrix(decimals), use_unicode=True), None, decimals
        yield sympy.latex(sympy.Matrix(decimals)), None, decimals


def scipy_prints() -> Iterator[Row]:
    """Sparse matrices in the layouts that print their entries."""
    from scipy import sparse

    for value in (SPARSE, INTS, HALVES):
        for layout in (sparse.csr_matrix, sparse.csc_array, sparse.coo_array):
            yield str(layout(value)), None, value
        yield repr(sparse.csr_array(value).toarray()), None, value
        yield f"A = {sparse.coo_matrix(value)}", "A", value


PRINTS = {
    "numpy": numpy_prints,
    "torch": torch_prints,
    "pandas": pandas_prints,
    "sympy": sympy_prints,
    "scipy": scipy_prints,
    "octave": octave_prints,
    "r": r_prints,
    "maxima": maxima_prints,
    "gp": gp_prints,
}


def version_of(tool: str) -> str:
    """The version a tool gives of itself."""
    if tool not in PROGRAMS:
        return str(__import__(tool).__version__)
    shown = subprocess.run([PROGRAMS[tool], "--version"], capture_output=True, text=True, check=True, input="")
    found = re.search(r"\d+(?:\.\d+)+", shown.stdout + shown.stderr)
    return found.group() if found else "unknown"


def main() -> None:
    """Write the prints of the tools named on the command line."""
    for tool in sys.argv[1:]:
        version, lines = version_of(tool), dict[str, None]()
        for text, name, value in PRINTS[tool]():
            truth = {"error": value} if isinstance(value, str) else {"name": name, "value": value}
            lines[json.dumps({"tool": tool, "version": version, "text": text, **truth}, ensure_ascii=False)] = None
        Path(__file__).with_name(f"{tool}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{tool} {version}: {len(lines)} prints")


if __name__ == "__main__":
    main()
