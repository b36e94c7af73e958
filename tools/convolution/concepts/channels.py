"""Beyond one matrix: channels, batches, and the bias of each kernel."""

from __future__ import annotations

from tools.concept import Concept, concept
from tools.content import number
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution


def _depths(numbers: Convolution | None) -> tuple[int, int]:
    """Channels of the input, and kernels."""
    return (1, 1) if numbers is None else (len(numbers.input), len(numbers.weight))


def channel(geometry: Geometry, numbers: Convolution | None) -> Concept:
    (channels, filters), (height, width), (h, w) = _depths(numbers), geometry.input_size, geometry.kernel_size
    return concept(
        "A channel is one layer of an image, such as red, green or blue. A kernel has as many channels as its input, "
        "and the products of all channels are added to one number:",
        r"Y_{i,j} = \sum_{c} \sum_{a,b} K_{c,a,b} \, X_{c,\; i s + a,\; j s + b}",
        f"Here the input is {height}×{width}×{channels}: {channels} channel{'s' * (channels > 1)}. Each kernel (here "
        f"{filters}) gives one channel of $Y$.",
        f"How many weights would one {h}×{w} kernel have for an RGB image?",
        3 * h * w,
    )


def batch(geometry: Geometry, numbers: Convolution | None) -> Concept:
    (channels, filters), (height, width), (h, w) = _depths(numbers), geometry.input_size, geometry.kernel_size
    return concept(
        "`torch.nn.functional.conv2d` takes whole batches: $N$ inputs with $C$ channels each. A single matrix needs "
        "two axes of length 1 in front, `X[None, None]`. The kernels are stacked as outputs × inputs × height × width. "
        "Floats, not integers.",
        rf"X: (1, {channels}, {height}, {width}), \qquad K: ({filters}, {channels}, {h}, {w})",
        "With one input, one channel and one kernel these axes carry no information; PyTorch wants them all the same.",
        "How many numbers would a batch of 8 such inputs hold?",
        8 * channels * height * width,
    )


def bias(geometry: Geometry, numbers: Convolution | None) -> Concept:
    given = None if numbers is None else numbers.bias
    here = (
        "Here there is none, so the sums are the output."
        if given is None
        else f"Here it is {', '.join(f'${number(float(one))}$' for one in given)}."
    )
    return concept(
        "The bias $b$ is one learned number for each kernel, added to every sum of its map.",
        r"Y_{i,j} = b + \sum_{u,v} K_{u,v} \, X_{i s + u,\; j s + v}",
        f"{here} Weights are multiplied with the input, a bias is added, wherever the kernel stands.",
        "How many biases does a layer with 16 kernels have?",
        16,
    )
