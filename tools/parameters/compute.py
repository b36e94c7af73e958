"""A network from settings, its counts by step, and the public tool."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import isqrt

from pydantic import StrictInt

from tools.parameters import constructors, models
from tools.parameters.layer import Layer, Shape, counted
from tools.parameters.naming import folded, layers_named
from tools.schema import Frozen, Json, ToolError
from tools.settings import Settings

CONVOLUTION = ("in_channels", "out_channels", "kernel_size")
LINEAR = ("in_features", "out_features")


@dataclass(frozen=True)
class Flattening:
    """Where a picture becomes a row: the linear layer that takes it, and the channels and side it had."""

    layer: str
    channels: int
    side: int


@dataclass(frozen=True)
class Network:
    """Layers in order, and which of them are counted.

    `chosen` is the name of the one layer or block that was asked for, None for the whole network.
    """

    layers: tuple[Layer, ...]
    model: str | None = None
    num_classes: int | None = None
    chosen: str | None = None

    @cached_property
    def focus(self) -> tuple[Layer, ...]:
        """The layers asked for, those without parameters included."""
        return layers_named(self.chosen, self.layers, self.model) if self.chosen else self.layers

    @cached_property
    def counted(self) -> tuple[Layer, ...]:
        """The layers that contribute."""
        return counted(self.focus)

    @property
    def whole(self) -> Network:
        """The network around the layer or block asked for."""
        return replace(self, chosen=None)

    @property
    def total(self) -> int:
        """All parameters asked for."""
        return sum(layer.parameters for layer in self.focus)

    @property
    def single(self) -> Layer | None:
        """The layer, where it is the only one asked for."""
        return self.focus[0] if len(self.focus) == 1 else None

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Layer names by top-level block, where there is more than one block or layer."""
        parts: dict[str, tuple[str, ...]] = {}
        for layer in self.counted:
            head, _, tail = layer.name.partition(".")
            if tail:
                parts[head] = (*parts.get(head, ()), layer.name)
        alone = len(parts) == 1 and len(next(iter(parts.values()))) == len(self.counted)
        return {} if alone else parts

    @cached_property
    def flattening(self) -> Flattening | None:
        """How the first linear layer gets its inputs, where those are the cells of a square map of channels."""
        channels = None
        for layer in self.layers:
            if layer.kind == "convolution":
                channels = layer.weight[0]
            elif layer.kind == "linear":
                cells, rest = divmod(layer.weight[1], channels or layer.weight[1] + 1)
                side = isqrt(cells)
                square = rest == 0 and side * side == cells and side > 1
                return Flattening(layer.name, channels, side) if square and channels is not None else None
        return None

    def with_classes(self, num_classes: int) -> Network:
        """The same model for another number of classes."""
        assert self.model is not None  # only models by name are built again
        return replace(self, layers=models.layers(self.model, num_classes), num_classes=num_classes)

    def first(self, kind: str) -> Layer | None:
        """The first layer of a kind among those asked for."""
        return next((layer for layer in self.counted if layer.kind == kind), None)


def network(settings: Settings) -> Network:
    """The network or layer that these settings describe; a list of layers goes before one layer, that before a model.

    >>> network(Settings(in_features=4, out_features=3)).total
    15
    """
    if settings.layers is not None:
        if settings.num_classes is not None:
            raise ToolError("num_classes belongs to a model by name; in a list, set out_features of the last layer")
        return _chosen(Network(constructors.layers(settings.layers)), settings.layer)
    if describes_layer(settings):
        return Network((constructors.layer(described(settings)),))
    name = model_of(settings)
    if settings.bias is False:
        raise ToolError(f"torchvision builds {name} with its biases; only a single layer can be counted without them")
    return _chosen(Network(models.layers(name, settings.num_classes), name, settings.num_classes), settings.layer)


def model_of(settings: Settings) -> str:
    """torchvision's name of the model these settings name, checked without PyTorch as far as that goes."""
    if settings.model is None:
        raise ToolError("name a model such as alexnet, or describe a layer by its channels or features")
    models.check_classes(settings.num_classes)
    return models.model_name(settings.model)


def _chosen(whole: Network, name: str | None) -> Network:
    """The layer or block of this name, under the name it has in the network."""
    if name is None:
        return whole
    found = layers_named(name, whole.layers, whole.model)
    depth = folded(name).count(".") + 1 if len(found) > 1 else None
    return replace(whole, chosen=".".join(found[0].name.split(".")[:depth]))


def describes_layer(settings: Settings) -> bool:
    """Whether one layer is described by its channels or features."""
    return settings.model is None and any(getattr(settings, name) is not None for name in (*CONVOLUTION, *LINEAR))


def described(settings: Settings) -> dict[str, Json]:
    """One convolutional or linear layer, as {"type": …, arguments}."""
    stated = {name for name in (*CONVOLUTION, *LINEAR) if getattr(settings, name) is not None}
    convolution = not stated.isdisjoint(CONVOLUTION)
    names, others = (CONVOLUTION, LINEAR) if convolution else (LINEAR, CONVOLUTION)
    kind = "convolutional" if convolution else "linear"
    if mixed := sorted(stated.intersection(others)):
        raise ToolError(f"a {kind} layer has {', '.join(names)}, but no {mixed[0]}")
    if missing := [name for name in names if name not in stated]:
        raise ToolError(f"a {kind} layer needs {', '.join(names)}; {' and '.join(missing)} is missing")
    given: dict[str, Json] = {"type": "Conv2d" if convolution else "Linear"}
    given |= {name: _plain(getattr(settings, name)) for name in names}
    return given if settings.bias is not False else {**given, "bias": False}


def _plain(value: int | tuple[int, int]) -> Json:
    return list(value) if isinstance(value, tuple) else value


class CountInput(Frozen):
    """A torchvision model by name, or layers as {"type": …, PyTorch's constructor arguments by name}.

    With `layer`, that layer or block of them alone.
    """

    model: str | None = None
    num_classes: StrictInt | None = None
    layers: tuple[dict[str, Json], ...] | None = None
    layer: str | None = None


class LayerCount(Frozen):
    """One layer: the shapes of its parameters, their count and how it is multiplied out."""

    name: str
    type: str
    parameters: int
    shapes: dict[str, Shape]
    formula: str


class Counts(Frozen):
    """Every layer in order, and the sum."""

    layers: tuple[LayerCount, ...]
    total: int


def _counts(layers: Iterable[Layer]) -> Counts:
    rows = tuple(
        LayerCount(
            name=layer.name,
            type=layer.type,
            parameters=layer.parameters,
            shapes=dict(layer.shapes),
            formula=layer.formula,
        )
        for layer in layers
    )
    return Counts(layers=rows, total=sum(row.parameters for row in rows))


def count_parameters(arguments: Mapping[str, Json]) -> Counts:
    """Parameters of every layer and in all.

    >>> count_parameters({"layers": [{"type": "Linear", "in_features": 4, "out_features": 3}]}).total
    15
    >>> count_parameters({"model": "../secret"})
    Traceback (most recent call last):
    tools.schema.ToolError: torchvision has no model “../secret”.
    """
    given = CountInput.model_validate(arguments)
    if (given.model is None) == (given.layers is None):
        raise ToolError("give either a model by name or a list of layers")
    return _counts(network(Settings(**given.model_dump())).focus)
