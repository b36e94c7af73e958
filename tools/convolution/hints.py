"""The ladder of hints: from what a kernel does to the last window, built from the steps of the calculation."""

from __future__ import annotations

import numpy as np

from tools.content import Block, Formula, Hint, MatrixBlock, Prose, Question, number, signed
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution, Worked
from tools.convolution.statement import padding_words
from tools.schema import Array

MAX_TYPED = 16
"""Entries of a window that a student is asked to type; of a larger one only the first row is asked for."""
MAX_SHOWN = 64
"""Entries of a window that is shown."""
MAX_TERMS = 16
"""Products of a window that are written out."""


def sum_written(window: Array, kernel: Array, bias: float | None = None) -> str:
    """LaTeX of the sum of products, not worked out.

    >>> sum_written(np.array([[1.0, 0.0]]), np.array([[2.0, -1.0]]))
    '1 \\\\cdot 2 + 0 \\\\cdot (-1)'
    """
    factors = list(zip(window.flat, kernel.flat, strict=True))
    terms = [rf"{signed(float(x))} \cdot {signed(float(k))}" for x, k in factors]
    if len(terms) > MAX_TERMS:
        terms = [*terms[:3], r"\dots", terms[-1]]
    if bias is not None:
        terms.append(signed(bias))
    return " + ".join(terms)


def entry_name(convolution: Convolution, index: tuple[int, ...]) -> str:
    """LaTeX of one entry of the output, counted from 1; with a channel axis the map's number comes first.

    `index` is (filter, row, column), counted from 0.
    """
    counted = ",".join(str(i + 1) for i in (index[1:] if convolution.flat else index))
    return f"Y_{{{counted}}}"


def place(geometry: Geometry, row: int, column: int) -> str:
    """Where a window lies on the grid, rows and columns counted from 1.

    >>> place(Geometry((4, 4), (2, 2), stride=(2, 2)), 0, 1)
    'rows 1–2, columns 3–4'
    """
    top, left = row * geometry.stride[0] + 1, column * geometry.stride[1] + 1
    height, width = geometry.span
    return f"rows {top}–{top + height - 1}, columns {left}–{left + width - 1}"


def _form(rows: int, columns: int) -> str:
    """How to type that many numbers."""
    if (rows, columns) == (2, 2):
        return "Type them as `a b / c d`."
    return "Type them row by row, with ` / ` between the rows." if rows > 1 else "Type them in one row."


def _asked(matrix: Array) -> tuple[str, Array]:
    """Under which part of the kernel the numbers asked for lie, and the numbers."""
    return ("the first row of $K$", matrix[:1]) if matrix.size > MAX_TYPED else ("$K$", matrix)


def _grid(geometry: Geometry) -> str:
    return r"$X_{\text{padded}}$" if any(geometry.padding) else "$X$"


def _first_channel(convolution: Convolution) -> str:
    return ", in the first channel" if len(convolution.input) > 1 else ""


def _moves(geometry: Geometry) -> tuple[str, tuple[int, int]]:
    """How the second window is reached, and its row and column in the output."""
    if geometry.output_size[1] > 1:
        step = geometry.stride[1]
        return f"{step} column{'s' * (step > 1)} to the right", (0, 1)
    step = geometry.stride[0]
    return f"{step} row{'s' * (step > 1)} down", (1, 0)


def kernel_hint(convolution: Convolution) -> Hint:
    """The pointer: one place of the kernel, one number of the output."""
    (h, w), channels = convolution.geometry.kernel_size, len(convolution.input)
    deep = f" in each of the {channels} channels" if channels > 1 else ""
    return Hint(
        title="What the kernel does",
        blocks=(
            Prose(
                text=f"The kernel $K$ covers {h}×{w} cells of the input at a time{deep}. Each place where it fits "
                "gives one number of $Y$; then it slides on. It is not flipped."
            ),
        ),
        question=Question(
            text="How many numbers of the input lie under $K$ at one place?",
            answer=np.array(float(h * w * channels)),
            confirm="Each of these numbers meets the entry of $K$ that lies on it.",
            nudge="Count the cells that $K$ covers: rows times columns"
            + (", times the channels." if channels > 1 else "."),
        ),
    )


def border_hint(geometry: Geometry) -> Hint:
    """What padding does to the grid."""
    height, width = geometry.input_size
    padded = np.array(geometry.padded_size, float)
    return Hint(
        title="The border",
        blocks=(
            Prose(
                text=f"Before the kernel moves, look at the border: {padding_words(geometry)} puts zeros around the "
                rf"{height}×{width} input, and $K$ slides over this larger grid, $X_{{\text{{padded}}}}$."
            ),
        ),
        question=Question(
            text=r"How many rows and columns has $X_{\text{padded}}$? Type them as `rows columns`.",
            answer=padded,
            confirm=f"So $K$ slides over a grid of {geometry.padded_size[0]}×{geometry.padded_size[1]}.",
            nudge=f"Add the rows of zeros above and below to the {height} rows of $X$, "
            f"and the columns of zeros on both sides to its {width} columns.",
        ),
    )


def count_hint(geometry: Geometry) -> Hint:
    """How many windows there are."""
    return Hint(
        title="The size of the output",
        blocks=(
            Prose(
                text="How often the kernel fits, one stride apart, is the size of $Y$. With the numbers of this part:"
            ),
            Formula(
                latex=rf"\text{{rows}} = {geometry.output_side(0)}, \qquad \text{{columns}} = {geometry.output_side(1)}"
            ),
        ),
        question=Question(
            text="How many rows and columns has $Y$? Type them as `rows columns`.",
            answer=np.array(geometry.output_size, float),
            confirm=f"So $Y$ is {geometry.output_size[0]}×{geometry.output_size[1]}, one entry for each window.",
            nudge="Work out the fraction first, round it down, then add 1: once for the rows, once for the columns.",
        ),
    )


def window_hint(convolution: Convolution, worked: Worked) -> Hint:
    """The first window."""
    geometry = convolution.geometry
    under, answer = _asked(worked.window(0, 0)[0])
    down, across = geometry.dilation
    gaps = f" With dilation, the entries of $K$ lie {down} rows and {across} columns apart."
    return Hint(
        title="The first window",
        blocks=(
            Prose(
                text=f"Lay $K$ on the top left corner of {_grid(geometry)}. What it covers there is the first window."
                + (gaps if max(down, across) > 1 else "")
            ),
        ),
        question=Question(
            text=f"Which numbers lie under {under}{_first_channel(convolution)}? {_form(*answer.shape)}",
            answer=answer,
            confirm="These are the numbers that $K$ meets first.",
            nudge=f"Start in the very first row and column of {_grid(geometry)}"
            + (", where the zeros are." if any(geometry.padding) else "."),
        ),
    )


def products_hint(convolution: Convolution, worked: Worked) -> Hint:
    """The first window times the kernel."""
    under, answer = _asked(worked.products[0, 0, 0, 0])
    every = "their sum over all channels" if len(convolution.input) > 1 else "their sum"
    bias = "" if convolution.bias is None else " plus the bias"
    return Hint(
        title="The products",
        blocks=(
            Prose(
                text="Multiply the numbers that lie on each other: top left with top left, and so on. The window and "
                f"{under} are{_first_channel(convolution)}"
            ),
            MatrixBlock(name=r"\text{window}", value=_asked(worked.window(0, 0)[0])[1]),
            MatrixBlock(name="K", value=_asked(convolution.weight[0, 0])[1]),
        ),
        question=Question(
            text=f"Which products do you get under {under}? {_form(*answer.shape)}",
            answer=answer,
            confirm=f"Now add: {every}{bias} is the first entry of $Y$.",
            nudge="Take each number of the window times the entry of $K$ at the same place, and keep the signs.",
        ),
    )


def _summed(convolution: Convolution, worked: Worked, row: int, column: int) -> str:
    bias = None if convolution.bias is None else float(convolution.bias[0])
    return sum_written(worked.window(row, column), convolution.weight[0], bias)


def first_entry_hint(convolution: Convolution, worked: Worked) -> Hint:
    """The first entry of the output, and the way to the second window."""
    moves, second = _moves(convolution.geometry)
    under, answer = _asked(worked.window(*second)[0])
    value = number(float(worked.output.flat[0]))
    bias = "" if convolution.bias is None else ", and the bias,"
    return Hint(
        title="The first entry",
        blocks=(
            Prose(text=f"The products of the first window{bias} add up to the first entry of $Y$:"),
            Formula(latex=f"{entry_name(convolution, (0, 0, 0))} = {_summed(convolution, worked, 0, 0)} = {value}"),
            Prose(text=f"Then $K$ moves {moves}."),
        ),
        question=Question(
            text=f"Which numbers lie under {under} now{_first_channel(convolution)}? {_form(*answer.shape)}",
            answer=answer,
            confirm="Its products with $K$, added up, are the next entry of $Y$.",
            nudge=f"Take the first window and move it {moves}; in the other direction it stays where it is.",
        ),
    )


def last_entry_hint(convolution: Convolution, worked: Worked) -> Hint:
    """The last window, whose sum is left to the student."""
    rows, columns = convolution.geometry.output_size
    last = worked.window(rows - 1, columns - 1)
    first_map = worked.output if convolution.flat else worked.output[0]
    bias = "" if convolution.bias is None else " Do not forget the bias."
    blocks: tuple[Block, ...] = (
        Prose(
            text="Every other entry works the same way, window by window and row by row. The last window lies on "
            f"{place(convolution.geometry, rows - 1, columns - 1)} of {_grid(convolution.geometry)}."
        ),
    )
    if last.size <= MAX_SHOWN:
        blocks += (MatrixBlock(name=r"\text{window}", value=last if len(last) > 1 else last[0]),)
    return Hint(
        title="The last window",
        blocks=blocks,
        question=Question(
            text=f"Which number does it give for ${entry_name(convolution, (0, rows - 1, columns - 1))}$?",
            answer=first_map[-1, -1],
            confirm="That is the last window. With the ones in between, $Y$ is complete.",
            nudge=f"Multiply it with $K$, entry by entry, and add the products up.{bias}",
        ),
    )


def hints(convolution: Convolution, worked: Worked) -> tuple[Hint, ...]:
    """The ladder. It shows the first entry of the output and no other; an output of one entry keeps it to itself."""
    geometry = convolution.geometry
    ladder = [kernel_hint(convolution)]
    if any(geometry.padding):
        ladder.append(border_hint(geometry))
    ladder += [count_hint(geometry), window_hint(convolution, worked), products_hint(convolution, worked)]
    if geometry.output_size != (1, 1):
        ladder += [first_entry_hint(convolution, worked), last_entry_hint(convolution, worked)]
    return tuple(ladder)
