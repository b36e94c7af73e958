"""What a kernel does with the numbers under it."""

from __future__ import annotations

import numpy as np

from tools.concept import Concept, concept
from tools.content import pmatrix
from tools.convolution.geometry import Geometry, size
from tools.convolution.method import RIGHT, Convolution, follow
from tools.convolution.statement import kernel_shown, padding_words, stride_words

CORRELATION = r"Y_{i,j} = \sum_{a,b} K_{a,b} \, X_{i s + a,\; j s + b}"


def convolution(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    return concept(
        "A convolutional layer slides a small kernel $K$ over its input $X$. At each place it multiplies $K$ with the "
        "numbers under it, entry by entry, and adds the products up. With stride $s$ and indices from 0:",
        CORRELATION,
        f"Here $K$ is {size(geometry.kernel_size)} and $X$ is {size(geometry.input_size)}, with "
        f"{stride_words(geometry)} and {padding_words(geometry)}.",
        "How many products of one channel go into one entry of $Y$?",
        h * w,
    )


def kernel(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    shown = rf"K \in \mathbb{{R}}^{{{h} \times {w}}}" if numbers is None else f"K = {pmatrix(kernel_shown(numbers))}"
    answer = h * w if numbers is None else float(numbers.weight[0].sum())
    asked = "How many weights is that for one channel?" if numbers is None else "What do the entries of $K$ add up to?"
    filters = "" if numbers is None or len(numbers.weight) == 1 else " (of the first filter)"
    return concept(
        "The kernel, or filter, holds the weights of the layer: the same few numbers serve every place of the input.",
        shown,
        f"Here it is {size(geometry.kernel_size)}. Over a window where $X$ is 1 everywhere, it would give the sum of "
        f"its entries{filters}.",
        asked,
        answer,
    )


def cross_correlation(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    said = (
        "In mathematics a convolution turns the kernel by 180° first; without the turn it is called cross-correlation. "
        "Deep learning uses the latter and calls it convolution: a learned kernel can hold its weights in either "
        "order, so nothing is lost."
    )
    if numbers is None:
        return concept(
            said,
            CORRELATION,
            f"So the {h}×{w} kernel is used as given: its top left entry meets the top left of each window.",
            "After a turn by 180°, in which row would the kernel's first row stand?",
            h,
        )
    shown = kernel_shown(numbers)
    window = follow(RIGHT, numbers).window(0, 0)[: numbers.per_group]
    return concept(
        said,
        rf"\text{{used: }} {pmatrix(shown)}, \qquad \text{{turned: }} {pmatrix(shown[..., ::-1, ::-1])}",
        "The kernel of this task is used as printed: its top left entry meets the top left of each window.",
        "What sum of products would the turned kernel give on the first window?",
        float((window * numbers.weight[0][..., ::-1, ::-1]).sum()),
    )


def elementwise(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    if numbers is None:
        asked, answer = "How many products does one window of one channel take?", float(h * w)
    else:
        asked = "What is the product in the bottom right corner of the first window?"
        answer = float(follow(RIGHT, numbers).products[0, 0, 0, 0, -1, -1])
    return concept(
        "It is no matrix product: no row meets a column. Each entry of the kernel is multiplied with the number under "
        "it, and all products are added. Laid out as two long vectors, that is their dot product.",
        r"\text{entry} = \sum_{a,b} K_{a,b} \cdot \text{window}_{a,b}",
        f"For the {h}×{w} kernel here the sum has ${h} \\cdot {w}$ products for each channel.",
        asked,
        answer,
    )


def negative(geometry: Geometry, numbers: Convolution | None) -> Concept:
    if numbers is None:
        here = "Nothing cuts a sum off at 0: that would be the job of a ReLU behind the layer."
    else:
        inputs, weights = (int(np.sum(array < 0)) for array in (numbers.input, numbers.weight))
        here = (
            f"$X$ has {inputs} and $K$ has {weights} negative entries here. Nothing cuts a sum off at 0: that would be "
            "the job of a ReLU behind the layer."
        )
    return concept(
        "A product of a negative and a positive number is negative, and where such products outweigh the others, so is "
        "their sum.",
        CORRELATION,
        here,
        "What would a ReLU, $\\max(0, y)$, make of $-1$?",
        0,
    )
