"""The worked solution: sizes, padded input, every window with its products and sum, the output, and code to run."""

from __future__ import annotations

from itertools import islice, product
from math import isfinite, prod

from tools.content import Block, Code, Formula, MatrixBlock, Prose, Table, number, pmatrix
from tools.convolution.geometry import Geometry
from tools.convolution.hints import MAX_TERMS, entry_name, place, sum_written
from tools.convolution.method import Convolution, Worked
from tools.convolution.statement import choices, input_shown, kernel_shown
from tools.schema import Array

MAX_ROWS = 25
"""Windows that the table shows."""


def size_formulas(geometry: Geometry) -> Formula:
    """Both sides of the output, worked out."""
    rows, columns = geometry.output_size
    return Formula(
        latex=rf"\text{{rows}} = {geometry.output_side(0)} = {rows}, \qquad "
        rf"\text{{columns}} = {geometry.output_side(1)} = {columns}"
    )


def windows_table(convolution: Convolution, worked: Worked) -> tuple[Block, ...]:
    """Every window with its products and sum; of many windows the first ones, and how many are left out."""
    geometry = convolution.geometry
    small = prod(convolution.weight.shape[1:]) <= MAX_TERMS
    rows = []
    places = product(range(len(convolution.weight)), *(range(side) for side in geometry.output_size))
    for out, row, column in islice(places, MAX_ROWS):
        window, filter_ = worked.window(row, column), convolution.weight[out]
        bias = None if convolution.bias is None else float(convolution.bias[out])
        value = worked.output[row, column] if convolution.flat else worked.output[out, row, column]
        shown = f"${pmatrix(window if len(window) > 1 else window[0])}$" if small else place(geometry, row, column)
        name = entry_name(convolution, (out, row, column))
        rows.append((f"${name}$", shown, f"${sum_written(window, filter_, bias)}$", f"${number(float(value))}$"))
    left_out = worked.output.size - len(rows)
    table = Table(header=("Entry", "Window", "Products", "Sum"), rows=tuple(rows))
    more = Prose(text=f"The other {left_out} windows go the same way; the table shows the first {len(rows)}.")
    return (table, more) if left_out else (table,)


def _literal(value: float) -> str:
    return repr(value) if isfinite(value) else f'float("{value}")'


def _tensor(array: Array, indent: int) -> str:
    """Nested lists of floats, a matrix row on a line."""
    if array.ndim == 1:
        return "[" + ", ".join(_literal(float(entry)) for entry in array) + "]"
    rows = (",\n" + " " * (indent + 1)).join(_tensor(part, indent + 1) for part in array)
    return f"[{rows}]"


def _assigned(name: str, array: Array) -> str:
    opening = f"{name} = torch.tensor("
    return f"{opening}{_tensor(array, len(opening))})"


def _pair(values: tuple[int, int]) -> str:
    return str(values[0]) if values[0] == values[1] else str(values)


def options(geometry: Geometry) -> tuple[str, str]:
    """Padding that needs a line of its own, which is padding that is not symmetric, and the arguments of conv2d."""
    top, left, bottom, right = geometry.padding
    symmetric = (top, left) == (bottom, right)
    stated = [f"stride={_pair(geometry.stride)}"]
    if symmetric and any(geometry.padding):
        stated.append(f"padding={_pair((top, left))}")
    if max(geometry.dilation) > 1:
        stated.append(f"dilation={_pair(geometry.dilation)}")
    own = "" if symmetric else f"X = F.pad(X, ({left}, {right}, {top}, {bottom}))  # left, right, top, bottom\n"
    return own, ", ".join(stated)


def code(convolution: Convolution) -> Code:
    """PyTorch on these numbers, as float tensors."""
    padded, arguments = options(convolution.geometry)
    X, K = (
        (convolution.input[0], convolution.weight[0, 0])
        if convolution.flat
        else (convolution.input, convolution.weight)
    )
    bias = "" if convolution.bias is None else f"{_assigned('b', convolution.bias)}\n"
    given = "X[None, None], K[None, None]" if convolution.flat else "X, K"
    with_bias = "" if convolution.bias is None else "bias=b, "
    channel = "[0, 0]" if convolution.flat else ""
    return Code(
        source="import torch\nimport torch.nn.functional as F\n\n"
        f"{_assigned('X', X)}\n{_assigned('K', K)}\n{bias}{padded}"
        f"Y = F.conv2d({given}, {with_bias}{arguments}){channel}\n"
        "print(Y)"
    )


def solution(convolution: Convolution, worked: Worked) -> tuple[Block, ...]:
    """The whole derivation."""
    geometry = convolution.geometry
    blocks: list[Block] = [
        Prose(text=f"**Size.** The input and the kernel are, with {choices(geometry)}:"),
        MatrixBlock(name="X", value=input_shown(convolution)),
        MatrixBlock(name="K", value=kernel_shown(convolution)),
        Prose(
            text=r"With $n$ rows, $p$ rows of zeros in all and a kernel that spans $k$ rows, the output has "
            r"$\lfloor (n + p - k) / s \rfloor + 1$ rows, and likewise columns:"
        ),
        size_formulas(geometry),
    ]
    if any(geometry.padding):
        padded = worked.padded[0] if convolution.flat else worked.padded
        blocks += [
            Prose(text="**Padding.** Zeros go around $X$ before the kernel moves:"),
            MatrixBlock(name=r"X_{\text{padded}}", value=padded),
        ]
    bias = "" if convolution.bias is None else ", plus the bias"
    blocks += [
        Prose(
            text=f"**Windows.** Each entry of $Y$ is the sum of one window's products with $K${bias}. "
            "The kernel is not flipped."
        ),
        *windows_table(convolution, worked),
        Prose(text="**Result.**"),
        MatrixBlock(name="Y", value=worked.output),
        Prose(text="The same in PyTorch. The tensors must be floats; integers raise an error."),
        code(convolution),
    ]
    return tuple(blocks)
