"""Teaching where only sizes are known: the question is how many rows and columns the output has."""

from __future__ import annotations

import numpy as np

from tools.content import Block, Code, Formula, Hint, Prose, Question
from tools.convolution.geometry import Geometry, size
from tools.convolution.solution import options, size_formulas
from tools.convolution.statement import choices


def statement(geometry: Geometry) -> tuple[Block, ...]:
    """The task with its sizes."""
    return (
        Prose(
            text=f"A kernel of size {size(geometry.kernel_size)} slides over an input of size "
            f"{size(geometry.input_size)} with {choices(geometry)}. How many rows and columns has the output $Y$?"
        ),
    )


def hints(geometry: Geometry) -> tuple[Hint, ...]:
    """The ladder, for the rows; the columns go the same way."""
    padded, span, step = geometry.padded_size[0], geometry.span[0], geometry.stride[0]
    gap = geometry.dilation[0]
    dilated = f" With dilation {gap} its rows lie {gap} cells apart." if gap > 1 else ""
    return (
        Hint(
            title="The kernel",
            blocks=(
                Prose(
                    text="Each place where the kernel fits gives one entry of $Y$. Count the places, first downwards. "
                    f"The kernel is {size(geometry.kernel_size)}.{dilated}"
                ),
            ),
            question=Question(
                text="How many rows of the input does it reach over, from its first to its last?",
                answer=np.array(float(span)),
                confirm=f"The kernel reaches over {span} rows.",
                nudge="Count from the first row it touches to the last, gaps included.",
            ),
        ),
        Hint(
            title="The grid",
            blocks=(Prose(text=f"The input is {size(geometry.input_size)}, with {choices(geometry)}."),),
            question=Question(
                text="How many rows has the grid that the kernel slides over, padding included?",
                answer=np.array(float(padded)),
                confirm=f"The grid has {padded} rows.",
                nudge="Add the rows of zeros above and below to the rows of the input.",
            ),
        ),
        Hint(
            title="Room to move",
            blocks=(
                Prose(text="At first the kernel lies at the top. It can move down until its last row meets the edge."),
            ),
            question=Question(
                text="By how many rows can it move down in all?",
                answer=np.array(float(padded - span)),
                confirm="That is the room it has.",
                nudge="Take the rows of the grid minus the rows that the kernel reaches over.",
            ),
        ),
        Hint(
            title="Moves",
            blocks=(
                Prose(text=f"Each move goes {step} row{'s' * (step > 1)} down, and only whole moves count:"),
                Formula(latex=rf"\text{{rows}} = \left\lfloor \frac{{{padded} - {span}}}{{{step}}} \right\rfloor + 1"),
                Prose(text="The 1 is the place where the kernel starts. The columns go the same way."),
            ),
            question=Question(
                text="How many whole moves fit, downwards?",
                answer=np.array(float((padded - span) // step)),
                confirm="Add the starting place, then do the same for the columns.",
                nudge="Divide the room by the stride, and round down.",
            ),
        ),
    )


def solution(geometry: Geometry) -> tuple[Block, ...]:
    """Both formulas, and code that allocates nothing."""
    padded, arguments = options(geometry)
    (height, width), (h, w) = geometry.input_size, geometry.kernel_size
    return (
        Prose(
            text=f"With {choices(geometry)}: for $n$ rows, $p$ rows of zeros in all and a kernel "
            f"that spans $k$ rows, the output has $\\lfloor (n + p - k) / s \\rfloor + 1$ rows, "
            "and likewise columns:"
        ),
        size_formulas(geometry),
        Prose(text="The same in PyTorch, on the meta device, which computes shapes only:"),
        Code(
            source="import torch\nimport torch.nn.functional as F\n\n"
            f'X = torch.zeros(1, 1, {height}, {width}, device="meta")\n'
            f'K = torch.zeros(1, 1, {h}, {w}, device="meta")\n{padded}'
            f"Y = F.conv2d(X, K, {arguments})\n"
            "print(list(Y.shape[2:]))"
        ),
    )
