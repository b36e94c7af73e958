"""What students call a layer: conv1, the third conv layer, fc6, features[3]; and which layer a name means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tools.parameters.layer import Layer
from tools.schema import ToolError

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""Ordinals by position; later ones are written with digits."""
FULLY_CONNECTED = (
    "linear",
    "linear layer",
    "fully connected",
    "fully connected layer",
    "fc",
    "fc layer",
    "dense",
    "dense layer",
)
WORDS: dict[str, tuple[str, ...]] = {
    "convolution": ("conv", "conv layer", "convolution", "convolutional layer", "convolutional", "conv2d"),
    "linear": FULLY_CONNECTED,
    "normalization": ("bn", "batchnorm", "batch norm", "norm", "batch norm layer"),
    "pool": ("pool", "pooling", "maxpool", "max pool", "pooling layer"),
    "relu": ("relu",),
}
"""Words for the kinds of layers that are counted through: conv1, second linear layer."""
PAPER_OFFSET = {"alexnet": 5, "vgg": 5}
"""Models whose linear layers papers number on from the five convolutions or blocks: fc6, fc7, fc8."""


def folded(name: str) -> str:
    """A name as it is compared: lower case, letters, digits and dots only.

    >>> folded("Features[3]"), folded("conv 2")
    ('features3', 'conv2')
    """
    return "".join(character for character in name.lower() if character.isalnum() or character == ".")


def _kind(layer: Layer) -> str:
    if layer.kind != "other":
        return layer.kind
    return "pool" if layer.window else layer.type.lower()


def _numbered(words: Sequence[str], at: int, of: int) -> Iterator[str]:
    """Names of the layer at this position (from 0) among those of its kind."""
    digits = f"{at + 1}{'th' if at % 10 >= 3 or at // 10 == 1 else ('st', 'nd', 'rd')[at % 10]}"
    orders = [digits, *ORDINALS[at : at + 1], *(("last",) if at == of - 1 else ())]
    for word in words:
        yield f"{word} {at + 1}"
        yield from (f"{order} {word}" for order in orders)
        if of == 1:
            yield word


def aliases(layers: Sequence[Layer], model: str | None = None) -> dict[str, tuple[str, ...]]:
    """For every layer by name, what else it is called; a name that could mean two layers is left out."""
    kinds = [_kind(layer) for layer in layers]
    number: Counter[str] = Counter()
    found: dict[str, list[str]] = defaultdict(list)
    offset = next((offset for start, offset in PAPER_OFFSET.items() if (model or "").startswith(start)), None)
    for layer, kind in zip(layers, kinds, strict=True):
        words = WORDS.get(kind, ())
        found[layer.name] += _numbered(words, number[kind], kinds.count(kind))
        head, _, tail = layer.name.rpartition(".")
        if head:
            found[layer.name] += (f"{head}[{tail}]", f"{head} {tail}")
        number[kind] += 1
        if kind == "linear" and offset is not None:
            found[layer.name] += (f"fc{offset + number[kind]}", f"fc layer {offset + number[kind]}")
    _by_position(layers, found)
    return _unambiguous(layers, found)


def _by_position(layers: Sequence[Layer], found: dict[str, list[str]]) -> None:
    """The layers with parameters, counted through."""
    with_parameters = [layer for layer in layers if layer.shapes]
    for at, layer in enumerate(with_parameters):
        found[layer.name] += _numbered(("layer",), at, len(with_parameters))


def _unambiguous(layers: Sequence[Layer], found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    meanings: dict[str, set[str]] = defaultdict(set)
    for name, others in found.items():
        for other in others:
            meanings[folded(other)].add(name)
    for layer in layers:
        at = ""
        for part in layer.name.split("."):
            at = f"{at}.{part}".lstrip(".")
            meanings[folded(at)].add(at)
    return {
        layer.name: tuple(dict.fromkeys(one for one in found[layer.name] if len(meanings[folded(one)]) == 1))
        for layer in layers
    }


def layers_named(text: str, layers: Sequence[Layer], model: str | None = None) -> tuple[Layer, ...]:
    """The layer this name means, or all layers of a block; raises ToolError where it names none.

    >>> [one.name for one in layers_named("second ReLU", [Layer("0", "ReLU"), Layer("1", "ReLU")])]
    ['1']
    """
    wanted = folded(text[:100]).removeprefix("the").removeprefix("model.")
    known = aliases(layers, model)
    for layer in layers:
        if wanted in {folded(name) for name in (layer.name, *known[layer.name])}:
            return (layer,)
    if block := tuple(layer for layer in layers if folded(layer.name).startswith(f"{wanted}.")):
        return block
    counted = [layer.name for layer in layers if layer.shapes]
    some = ", ".join(counted[:12]) + (", …" if len(counted) > 12 else "")
    raise ToolError(f"there is no layer “{text[:100]}” here; the layers with parameters are {some}")
