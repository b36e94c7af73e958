"""How layers, shapes and counts are written in sentences, formulas and code."""

from __future__ import annotations

from collections.abc import Iterable

from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape


def product(factors: Iterable[int]) -> str:
    r"""LaTeX of a product, in digits.

    >>> product((11, 11, 3))
    '11 \\cdot 11 \\cdot 3'
    """
    return r" \cdot ".join(str(factor) for factor in factors)


def grouped(count: int) -> str:
    """A count for LaTeX, with thousands separators.

    >>> grouped(23296)
    '23{,}296'
    """
    return f"{count:,}".replace(",", "{,}")


def written(shape: Shape) -> str:
    """A shape as PyTorch prints it: (64,) or (64, 3, 11, 11)."""
    return f"`{tuple(shape)}`"


def by(sides: Shape) -> str:
    """Sides of a window or a map: 11×11."""
    return "×".join(map(str, sides))


def a(layer: Layer) -> str:
    """The layer's type with its article: a `Conv2d`."""
    article = "an" if layer.type[0] in "AEIO" or layer.type.startswith(("LSTM", "RNN")) else "a"
    return f"{article} `{layer.type}`"


def titled(network: Network) -> str:
    """What is counted, for a sentence."""
    model = f"torchvision's `{network.model}`" if network.model else "this network"
    classes = f" with {network.num_classes:,} classes" if network.num_classes is not None else ""
    if network.chosen is not None:
        where = network.single.name if network.single else network.chosen
        return f"`{where}` of {model}{classes}"
    return f"the layer `{network.single.source}`" if network.single else f"{model}{classes}"


def symbol(name: str) -> str:
    r"""LaTeX of a step's name.

    >>> symbol("conv_proj")
    '\\texttt{conv\\_proj}'
    """
    return rf"\texttt{{{name}}}".replace("_", r"\_")


def attribute(network: Network, layer: Layer) -> str:
    """How code reaches a layer: model.features[0]."""
    if network.model is None and network.single is not None and network.chosen is None:
        return "layer"
    steps = (f"[{part}]" if part.isdigit() else f".{part}" for part in layer.name.split("."))
    return "model" + "".join(steps)
