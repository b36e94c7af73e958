"""What lies under the kernel at one place, and the map that all places together give."""

from __future__ import annotations

from tools.concept import Concept, concept
from tools.content import number
from tools.convolution.concepts.kernels import CORRELATION
from tools.convolution.geometry import Geometry, size
from tools.convolution.method import RIGHT, Convolution, follow
from tools.convolution.statement import stride_words

_PRODUCT = r"Y_{i,j} = \sum_{a,b} (\text{window}_{i,j} \odot K)_{a,b}"


def window(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    if numbers is None:
        asked, answer = "How many numbers are in one window of one channel?", float(h * w)
    else:
        asked = "What do the numbers in the first window add up to?"
        answer = float(follow(RIGHT, numbers).window(0, 0).sum())
    return concept(
        f"A window, or patch, is what lies under the kernel at one place. It has the kernel's size, here {h}×{w}, and "
        "gives one entry of the output: multiply it with $K$ entry by entry, then add the products.",
        _PRODUCT,
        f"Neighbouring windows lie one stride apart ({stride_words(geometry)}).",
        asked,
        answer,
    )


def kernel_and_window(geometry: Geometry, numbers: Convolution | None) -> Concept:
    h, w = geometry.kernel_size
    if numbers is None:
        here = f"Both are {h}×{w}."
        asked, answer = "How many numbers does each of them have in one channel?", float(h * w)
    else:
        patches = follow(RIGHT, numbers).patches[0]
        first, last = float(patches[0, 0, 0, 0]), float(patches[0, -1, 0, 0])
        here = f"Both are {h}×{w}. In the first window $K$'s top left entry meets ${number(first)}$."
        asked, answer = "Which number does it meet in the last window of the first row?", last
    return concept(
        "The kernel holds the layer's weights: they are learned, and they are the same everywhere. A window holds the "
        "numbers of the input that lie under the kernel at one place: another window at every place.",
        _PRODUCT,
        here,
        asked,
        answer,
    )


def feature_map(geometry: Geometry, numbers: Convolution | None) -> Concept:
    filters = 1 if numbers is None else len(numbers.weight)
    return concept(
        "The output of one kernel is called a feature map: each entry says how well the input matches the kernel at "
        f"that place. Every kernel gives a map of its own, here {filters}.",
        CORRELATION,
        f"A map's size follows from the {size(geometry.input_size)} input, the {size(geometry.kernel_size)} kernel, "
        "stride and padding.",
        "How many feature maps does a layer with 64 kernels give?",
        64,
    )
