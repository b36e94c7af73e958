"""The slips of parameter counting: what is asked, what was done, and which other method that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace as with_fields

from tools.bugs import Bug, Identity, Library, Steps
from tools.family import Mistake, Prediction
from tools.parameters.compute import Network
from tools.parameters.layer import Layer, Shape
from tools.parameters.method import Method, follow

Ways = Callable[[Network], Iterator[Method]]

USUAL_KERNELS = (1, 3, 5, 7, 9, 11)
USUAL_CLASSES = (10, 100, 2, 1000)
DEFAULT_CLASSES = 1000
"""Those of a torchvision classifier that was asked for no number of classes."""
FEW_CONVOLUTIONS = 8
"""Convolutions up to which a wrong kernel in any one of them is tried; beyond, only the same one in all."""


def _always(*methods: Method) -> Ways:
    return lambda network: iter(methods)


def _where(condition: Callable[[Network], bool], *methods: Method) -> Ways:
    return lambda network: iter(methods if condition(network) else ())


def _convolutions(network: Network) -> list[Layer]:
    return [layer for layer in network.counted if layer.kind == "convolution"]


def _side(kernel: Shape) -> int | None:
    """The side of a square kernel."""
    return kernel[0] if len(set(kernel)) == 1 else None


def _kernels(network: Network) -> Iterator[Method]:
    """Another usual side for the kernel of one layer."""
    layers = _convolutions(network)
    if len(layers) > FEW_CONVOLUTIONS:
        sides = {_side(layer.weight[2:]) for layer in layers}
        yield from (Method(kernel=("", side)) for side in USUAL_KERNELS if sides != {side})
        return
    for layer in layers:
        right = _side(layer.weight[2:])
        yield from (Method(kernel=(layer.name, side)) for side in USUAL_KERNELS if right not in (side, None))


def _flat_sides(network: Network) -> Iterator[Method]:
    """The side of the map before its last pooling, or one more or less."""
    if network.flattening is not None and network.flattening.layer in {layer.name for layer in network.counted}:
        side = network.flattening.side
        yield from (Method(flat_side=wrong) for wrong in (2 * side + 1, 2 * side, side + 1, side - 1) if wrong > 1)


def _not_flattened(network: Network) -> bool:
    return any(network.flattening is not None and network.flattening.layer == layer.name for layer in network.counted)


def _classes(network: Network) -> Iterator[Method]:
    if network.model is not None and not network.model.startswith("raft"):
        yield from (Method(num_classes=n) for n in USUAL_CLASSES if n != (network.num_classes or DEFAULT_CLASSES))


def _has_blocks(network: Network) -> bool:
    return {"features", "classifier"} <= network.parts.keys()


def _whole(network: Network) -> bool:
    return len(network.focus) > 1


def _is_alexnet(network: Network) -> bool:
    return network.model == "alexnet"


def _has_convolution(network: Network) -> bool:
    return bool(_convolutions(network))


def _pools(network: Network) -> bool:
    return any(layer.window for layer in network.focus)


def _sized(network: Network) -> bool:
    return bool(network.counted) and all(layer.output for layer in network.counted)


def _bug(name: str, ways: Ways, ask: str, names: str, remedy: str) -> Bug[Network, Method]:
    return Bug(Mistake(name=name, step="total", ask=ask, names=names, remedy=remedy), ways)


BUGS = (
    _bug(
        "no_biases",
        _always(Method(bias="none")),
        "What does each output of a layer add to its weighted sum, and did you count it?",
        "These are the weights alone, without the biases.",
        "Add one bias for every output channel of a convolution and every output of a linear layer.",
    ),
    _bug(
        "features_only",
        _where(_has_blocks, Method(part="features")),
        "Which part of the model comes after the convolutions, and is it in your sum?",
        "This counts `features` alone.",
        "Add the linear layers of `classifier`.",
    ),
    _bug(
        "classifier_only",
        _where(_has_blocks, Method(part="classifier")),
        "Which part of the model comes before the linear layers, and is it in your sum?",
        "This counts `classifier` alone.",
        "Add the convolutions of `features`.",
    ),
    _bug(
        "num_classes",
        _classes,
        "How many outputs does the last layer of this model have?",
        "The last layer was counted for another number of classes.",
        "Take the number of classes this model was asked for; torchvision's default is that of ImageNet.",
    ),
    _bug(
        "no_input_channels",
        _where(_has_convolution, Method(input_channels=False)),
        "How many channels does one filter look at?",
        "The filters were counted as if each looked at one channel only.",
        "A filter has its own $k \\times k$ weights for every input channel, so multiply by $C_{in}$.",
    ),
    _bug(
        "kernel_side_not_area",
        _where(_has_convolution, Method(area=False)),
        "How many cells does a $k \\times k$ window have?",
        "The kernel was counted by its side, $k$, instead of its area.",
        "A square kernel has $k \\cdot k$ weights for every pair of input and output channel.",
    ),
    _bug(
        "wrong_kernel_size",
        _kernels,
        "What does `kernel_size` say for this layer?",
        "A kernel of another size was used.",
        "Read the kernel's two sides off the end of the weight's shape.",
    ),
    _bug(
        "double_bias",
        _always(Method(bias="twice")),
        "How many biases belong to one output?",
        "The biases were counted twice.",
        "Each output has one bias, whatever the number of its inputs.",
    ),
    _bug(
        "one_bias_per_layer",
        _always(Method(bias="one")),
        "Do all outputs of a layer share one bias?",
        "One bias was counted for a whole layer.",
        "Every output channel and every output unit has a bias of its own.",
    ),
    _bug(
        "no_flatten",
        _where(_not_flattened, Method(flat_side=1)),
        "What does flattening make of a map with several channels: how many numbers go into the first linear layer?",
        "The first linear layer was given one input for each channel.",
        "Flattening lays out every cell of every channel, so the inputs are channels times height times width.",
    ),
    _bug(
        "wrong_flatten_size",
        _flat_sides,
        "How high and wide is the map that is flattened, after the last pooling?",
        "The map was flattened at another size than it has there.",
        "Take the height and width right before `flatten`, after every pooling.",
    ),
    _bug(
        "paper_alexnet",
        _where(_is_alexnet, Method(widths="one tower"), Method(widths="two groups")),
        "Where do your numbers of channels come from: the paper of 2012, or `print(model)`?",
        "These are the widths of the published AlexNet, and torchvision's has other ones.",
        "Take the channels from `print(model)`: torchvision follows the later one-tower version, which is narrower.",
    ),
    _bug(
        "pooling_parameters",
        _where(_pools, Method(pooling="kernel"), Method(pooling="convolution")),
        "What would a pooling layer have to learn?",
        "The pooling layers were counted as if they had weights.",
        "Pooling takes a maximum or a mean over its window and learns nothing: it counts 0.",
    ),
    _bug(
        "bytes_not_elements",
        _always(Method(unit="bytes")),
        "In which unit is your number: parameters, or the memory they take?",
        "This is the memory in bytes, four for each float32.",
        "Count elements with `numel()`, without the size of an element.",
    ),
    _bug(
        "tensors_not_elements",
        _always(Method(unit="tensors")),
        "What does `parameters()` yield, and what is inside each one?",
        "This is the number of parameter tensors.",
        "Count the numbers inside every tensor with `numel()`.",
    ),
    _bug(
        "layers_not_parameters",
        _where(_whole, Method(unit="layers")),
        "Is that the number of layers, or of what they learn?",
        "This is the number of layers that have parameters.",
        "Count the numbers inside every weight and every bias of these layers.",
    ),
    _bug(
        "activations_not_parameters",
        _where(_sized, Method(unit="activations")),
        "Does your number change with the size of the picture?",
        "This counts what the layers put out for one picture, not what they learn.",
        "Parameters depend on the kernel and the channels only; the size of the picture is not among their factors.",
    ),
    _bug(
        "first_dimension_only",
        _always(Method(unit="first dimensions")),
        "What does `len` tell of a tensor with several dimensions?",
        "Each tensor was counted by its first dimension, as `len(p)` does.",
        "`p.numel()` multiplies all dimensions of the tensor.",
    ),
)

IDENTITIES = (
    Identity(
        slips=frozenset({"kernel_side_not_area", "wrong_kernel_size"}),
        where="a 9×9 kernel alone",
        why="its side, 9, is the area of a 3×3 kernel",
    ),
    Identity(
        slips=frozenset({"no_input_channels"}),
        where="one input channel",
        why="multiplying by 1 changes nothing",
    ),
    Identity(
        slips=frozenset({"one_bias_per_layer"}),
        where="one output",
        why="the layer has a single bias",
    ),
)
"""What holds whatever the other sizes are."""
LIBRARY = Library(BUGS, Method(), follow)
"""The slips, wherever they show."""
HIDE_THE_REST = frozenset(
    {"tensors_not_elements", "layers_not_parameters", "activations_not_parameters", "first_dimension_only"}
)
"""Slips that count something else altogether, so that no second one shows."""


def _library(network: Network, bugs: Iterable[Bug[Network, Method]]) -> Library[Network, Method]:
    """The slips, each able to show from the first step of this network on."""
    first = next(iter(follow(network, Method())))
    placed = (with_fields(bug, mistake=bug.mistake.model_copy(update={"step": first})) for bug in bugs)
    return Library(tuple(placed), Method(), follow)


def _located(prediction: Prediction) -> Prediction:
    """The prediction with its slips placed at the first step that comes out wrong."""
    step = {"step": next(iter(prediction.steps))}
    return with_fields(prediction, mistakes=tuple(one.model_copy(update=step) for one in prediction.mistakes))


def singles(network: Network) -> tuple[Prediction, ...]:
    """What each slip leads to."""
    return tuple(map(_located, _library(network, BUGS).singles(network)))


def onward(network: Network, own: Steps) -> Iterator[Prediction]:
    """Where a student's own counts lead."""
    return _library(network, BUGS).onward(network, own)


def harmless(network: Network) -> tuple[str, ...]:
    """Names of the slips that give the right total here."""
    return LIBRARY.harmless(network)


def pairs(network: Network) -> tuple[Prediction, ...]:
    """What two slips together lead to."""
    composable = (bug for bug in BUGS if bug.mistake.name not in HIDE_THE_REST)
    return tuple(map(_located, _library(network, composable).pairs(network)))
