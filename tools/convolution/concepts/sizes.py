"""Stride, padding and dilation, and what they make of the output's size."""

from __future__ import annotations

from tools.concept import Concept, concept
from tools.convolution.geometry import Geometry, size
from tools.convolution.method import Convolution
from tools.convolution.statement import padding_words, stride_words


def _fits(geometry: Geometry, stride: int, padding: int) -> int:
    """Rows of the output with this stride and padding on every side, 0 where the kernel does not fit."""
    return max(0, (geometry.input_size[0] + 2 * padding - geometry.span[0]) // stride + 1)


def stride(geometry: Geometry, numbers: Convolution | None) -> Concept:
    down, across = geometry.stride
    return concept(
        "The stride $s$ is how many cells the kernel moves from one window to the next, to the right and downwards. A "
        "larger stride skips windows, so the output is smaller.",
        rf"\text{{window }} (i, j) \text{{ starts at row }} {down} \cdot i, \text{{ column }} {across} \cdot j "
        r"\quad (i, j = 0, 1, \dots)",
        f"Here it is {stride_words(geometry)}. The numbers inside a window stay neighbours: the stride moves the "
        "kernel, it does not stretch it.",
        "Counted from 0, in which column would the window $(0, 3)$ start?",
        3 * across,
    )


def padding(geometry: Geometry, numbers: Convolution | None) -> Concept:
    (height, width), (top, left, bottom, right) = geometry.input_size, geometry.padding
    return concept(
        "Padding $p$ puts $p$ rows and columns of zeros on every side of the input before the kernel moves, so that "
        "windows can reach over the border.",
        rf"({height} + {top} + {bottom}) \times ({width} + {left} + {right})",
        f"Here there is {padding_words(geometry)}, and this is the grid that the kernel slides over. It is added on "
        "both sides, so each direction grows by $2p$.",
        "How many rows does this grid have?",
        geometry.padded_size[0],
    )


def stride_and_padding(geometry: Geometry, numbers: Convolution | None) -> Concept:
    n, k = geometry.input_size[0], geometry.span[0]
    shown = (
        f" For $n = {n}$, $k = {k}$: stride 1 and $p = 0$ give {_fits(geometry, 1, 0)} rows, stride 2 gives "
        f"{_fits(geometry, 2, 0)}, and $p = 1$ gives {_fits(geometry, 1, 1)}."
        if numbers is not None
        else ""
    )
    return concept(
        "The stride is how far the kernel moves: it skips windows, so a larger one makes the output smaller. Padding "
        "is how much is put around the input: it adds windows, so more of it makes the output larger.",
        r"\text{rows} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1",
        f"Here it is {stride_words(geometry)} and {padding_words(geometry)}.{shown}",
        "How many rows would stride 3 with $p = 1$ give?",
        _fits(geometry, 3, 1),
    )


def zero_padding(geometry: Geometry, numbers: Convolution | None) -> Concept:
    height, width = geometry.input_size
    top, left, bottom, right = geometry.padding if any(geometry.padding) else (1, 1, 1, 1)
    added = (height + top + bottom) * (width + left + right) - height * width
    return concept(
        "A zero adds nothing to the sum: whatever weight meets it, the product is 0. So the border makes up no data; "
        "it only lets windows hang over the edge. Other fillings exist (`padding_mode` “reflect”, “replicate”), but "
        "zeros are the default.",
        r"K_{a,b} \cdot 0 = 0",
        f"Padding 1 around a {size(geometry.input_size)} input."
        if (top, left, bottom, right) == (1, 1, 1, 1)
        else f"Here there is {padding_words(geometry)}.",
        "How many zeros does that add in all?",
        added,
    )


def padding_size(geometry: Geometry, numbers: Convolution | None) -> Concept:
    n, k = geometry.input_size[0], geometry.span[0]
    room = n + 2 - k
    count = rf"{room} + 1 = {_fits(geometry, 1, 1)}" if numbers is not None else rf"{room} + 1"
    return concept(
        "Padding 1 adds a row above and a row below, so two rows, not one. A kernel of $k$ rows at stride 1 has "
        "$n + 2p - k$ rows of room to move, plus the place where it starts.",
        rf"n + 2p - k + 1 = {n} + 2 \cdot 1 - {k} + 1 = {count}",
        "That is with stride 1; a larger stride takes only every $s$-th of these places. The columns go the same way.",
        "How many rows are there with padding 2 and stride 1?",
        _fits(geometry, 1, 2),
    )


def same_and_valid(geometry: Geometry, numbers: Convolution | None) -> Concept:
    n, span = geometry.input_size[0], geometry.span[0]
    here = (
        f"Here “valid” leaves {_fits(geometry, 1, 0)} of {n} rows at stride 1, and “same” all {n}."
        if numbers is not None
        else f"The kernel here spans $k = {span}$ rows. An odd row of zeros goes to the bottom."
    )
    return concept(
        "“valid” means no padding: the kernel stays on valid numbers, and the output shrinks. “same” means as many "
        "zeros as it takes for the output to have the input's size, at stride 1.",
        r"\text{valid: } n - k + 1 \text{ rows}, \qquad \text{same: } p_{\text{total}} = k - 1, \; n \text{ rows}",
        here,
        "How many rows of zeros, top and bottom together, does “same” add here?",
        span - 1,
    )


def output_size(geometry: Geometry, numbers: Convolution | None) -> Concept:
    padded, span = geometry.padded_size[0], geometry.span[0]
    return concept(
        "The kernel starts in a corner and moves in whole strides as long as it fits: the room it has to move, divided "
        r"by the stride and rounded down, plus the place where it starts, $\lfloor (n + 2p - k) / s \rfloor + 1$.",
        rf"\text{{rows}} = {geometry.output_side(0)}, \qquad \text{{columns}} = {geometry.output_side(1)}",
        f"Here the grid has {padded} rows and the kernel covers {span}, which leaves ${padded} - {span} = "
        f"{padded - span}$ to move, in steps of {geometry.stride[0]}.",
        "How many rows does the output have?",
        geometry.output_size[0],
    )


def dilation(geometry: Geometry, numbers: Convolution | None) -> Concept:
    (down, across), (h, w) = geometry.dilation, geometry.kernel_size
    return concept(
        "Dilation $d$ spreads the kernel: its entries meet numbers that lie $d$ cells apart, so it reaches over "
        f"$d (k - 1) + 1$ cells. Here $d$ is {down if down == across else f'{down} downwards and {across} across'}, "
        f"and the {h}×{w} kernel spans",
        rf"({down} \cdot ({h} - 1) + 1) \times ({across} \cdot ({w} - 1) + 1)",
        "The stride moves the kernel as a whole; dilation pulls it apart. With $d = 1$ its entries are neighbours.",
        f"How many rows would it span with $d = {down + 1}$?",
        (down + 1) * (h - 1) + 1,
    )
