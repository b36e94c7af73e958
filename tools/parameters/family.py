"""The family of parameter counting: its tasks and its public tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import prod
from typing import ClassVar

import numpy as np

from tools.certificates import Certificates, Handed
from tools.concept import Concept
from tools.content import Block, Hint, Prose, Step
from tools.family import Family, Precision, Prediction, Task, Tool
from tools.parameters import mistakes, solution
from tools.parameters.certificates import certificates
from tools.parameters.compute import (
    CountInput,
    Network,
    count_parameters,
    described,
    describes_layer,
    model_of,
    network,
)
from tools.parameters.concepts import CONCEPTS
from tools.parameters.hints import hints
from tools.parameters.layer import Layer
from tools.parameters.naming import aliases
from tools.parameters.notation import a, symbol, titled
from tools.parameters.practice import BOUNDS, practice
from tools.parameters.working import working
from tools.schema import Array, Json, ToolError
from tools.settings import Settings
from tools.wish import PLAIN, Wish

TOTAL = ("sum", "whole model", "whole network", "model", "network", "all layers", "all", "overall", "gesamt", "summe")


class Counting(Task):
    """The parameters of a model, of a list of layers, or of one layer."""

    family: ClassVar[str] = "parameters"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def network(self) -> Network:
        """The layers; for a model by name this is where PyTorch is needed. Raises ToolError for an unknown one."""
        return network(self.settings)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        here = self.network
        single = here.single
        if single is not None:
            called = aliases(here.layers, here.model)[single.name] if len(here.layers) > 1 else ()
            return (self._total((single.name, *called)),)
        called_by_layer = aliases(here.layers, here.model)
        counts = {layer.name: layer.parameters for layer in here.counted}
        layers = (_layer_step(layer, called_by_layer[layer.name]) for layer in here.counted)
        parts = (_part_step(part, sum(counts[name] for name in names)) for part, names in here.parts.items())
        return (*layers, *parts, self._total((here.chosen,) if here.chosen else TOTAL))

    @cached_property
    def pieces(self) -> tuple[Step, ...]:
        tensors = tuple(
            _piece_step(layer, tensor, prod(shape))
            for layer in self.network.counted
            for tensor, shape in layer.shapes.items()
        )
        return (*tensors, *(_empty_step(layer) for layer in self.network.layers if not layer.shapes))

    def _total(self, called: tuple[str, ...]) -> Step:
        return Step(
            name="total",
            symbol=r"\text{total}",
            value=_number(self.network.total),
            aliases=called,
            look="Which shapes have the parameter tensors here, and does each weight have its bias?"
            if self.network.single
            else "Which layers have parameters, and is each of them in your sum once, with its weight and its bias?",
        )

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return hints(self.network)

    @cached_property
    def solution(self) -> tuple[Block, ...]:
        return solution.solution(self.network)

    @cached_property
    def predictions(self) -> tuple[Prediction, ...]:
        return mistakes.singles(self.network)

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        return mistakes.harmless(self.network)

    @cached_property
    def pairs(self) -> tuple[Prediction, ...]:
        return mistakes.pairs(self.network)

    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        return mistakes.onward(self.network, own)

    @cached_property
    def statement(self) -> tuple[Block, ...]:
        return solution.statement(self.network)

    def certificates(self, handed: Sequence[Handed]) -> Certificates:
        return certificates(self.network, handed)

    def working(self, step: str, at: tuple[int, ...]) -> str | None:
        return working(self.network, step)

    def call(self) -> tuple[str, dict[str, Json]]:
        here = self.network
        given: dict[str, Json] = {"model": here.model, "num_classes": here.num_classes, "layer": here.chosen}
        if here.model is None:
            given["layers"] = [dict(one) for one in self.settings.layers or (described(self.settings),)]
        return TOOL.name, {name: value for name, value in given.items() if value is not None}


def _number(count: int) -> Array:
    return np.array(float(count))


def _piece_step(layer: Layer, tensor: str, entries: int) -> Step:
    """One parameter tensor of a layer, under PyTorch's name for it."""
    name = f"{layer.name}.{tensor}"
    look = f"Look at `{name}`: multiply all sides of its shape."
    return Step(name=name, symbol=symbol(name), value=_number(entries), look=look)


def _empty_step(layer: Layer) -> Step:
    """A layer without parameters."""
    look = f"What would `{layer.name}`, {a(layer)}, have to learn?"
    return Step(name=layer.name, symbol=symbol(layer.name), value=_number(0), look=look)


def _layer_step(layer: Layer, called: tuple[str, ...]) -> Step:
    looks = {
        "convolution": "which window does one filter have, over how many channels, and how many filters are there?",
        "linear": "how many inputs and how many outputs does it have?",
    }
    look = looks.get(layer.kind, "which shapes do its parameter tensors have?")
    return Step(
        name=layer.name,
        symbol=symbol(layer.name),
        value=_number(layer.parameters),
        aliases=called,
        look=f"Look at `{layer.name}`, {a(layer)}: {look}",
    )


def _part_step(part: str, count: int) -> Step:
    words = {
        "features": (
            "convolutional layers",
            "conv layers",
            "convolutions",
            "backbone",
            "convolutional backbone",
            "feature extractor",
        ),
        "classifier": (
            "linear layers",
            "fully connected layers",
            "fc layers",
            "head",
            "classification head",
            "dense layers",
        ),
    }
    return Step(
        name=part,
        symbol=symbol(part),
        value=_number(count),
        aliases=words.get(part, ()),
        look=f"Which layers of `{part}` have parameters, and is each of them in your sum once?",
    )


class Parameters(Family):
    """Parameter counting."""

    name: ClassVar[str] = "parameters"
    title: ClassVar[str] = "Parameter counting"
    precision: ClassVar[Precision] = Precision(significant=3)
    fields: ClassVar[frozenset[str]] = frozenset(
        {"model", "num_classes", "layers", "layer", "in_channels", "out_channels"}
        | {"kernel_size", "in_features", "out_features", "bias"}
    )
    topics: ClassVar[tuple[str, ...]] = tuple(CONCEPTS)
    wishes = BOUNDS
    sides: ClassVar[tuple[int, int]] = (2, 7)

    def task(self, settings: Settings) -> Counting:
        """The task; PyTorch is not needed before the numbers of a model are first asked for."""
        task = Counting(settings)
        if settings.layers is None and not describes_layer(settings):
            model_of(settings)
        else:
            task.network  # noqa: B018 # counted in closed form, so what cannot be is said at once
        return task

    def practice(self, seed: int, like: Settings, wish: Wish = PLAIN) -> Settings:
        return practice(seed, like, wish)

    def gist(self, task: Task) -> str:
        assert isinstance(task, Counting)
        here = task.network
        if here.model is not None:
            return titled(here)
        kinds = [layer.kind for layer in here.counted]
        counts = ((kinds.count("convolution"), "convolution"), (kinds.count("linear"), "linear layer"))
        return " and ".join(f"{count} {kind}{'s' * (count > 1)}" for count, kind in counts if count)

    def idea(self, tasks: tuple[Task, ...]) -> tuple[Block, ...]:
        return (
            Prose(
                text="Every layer keeps what it learns in tensors, a weight and mostly a bias. Count the elements of "
                "each tensor "
                "from its shape, add them up layer by layer, and add up the layers. Convolutions have $k \\cdot k "
                "\\cdot C_{in}$ "
                "weights and one bias for each output channel; linear layers one weight for each pair of input and "
                "output; pooling, ReLU and flatten learn nothing."
            ),
        )

    def concept(self, topic: str, task: Task) -> Concept:
        if not isinstance(task, Counting) or topic not in CONCEPTS:
            raise ToolError(f"{topic} is no concept of {self.title.lower()}")
        return CONCEPTS[topic](task.network)

    def insight(self, task: Task) -> str:
        """Where most of the parameters are."""
        if not isinstance(task, Counting):
            raise ToolError("this is no task of parameter counting")
        here = task.network
        if here.single is not None or not here.counted:
            return "To check: `sum(p.numel() for p in layer.parameters())` gives the same number."
        largest = max(here.counted, key=lambda layer: layer.parameters)
        share = round(100 * largest.parameters / here.total)
        return f"One layer holds {share} % of all parameters of {titled(here)}: `{largest.name}`, {a(largest)}."


FAMILY = Parameters()
TOOL = Tool(
    name="count_parameters",
    summary="Parameters of every layer and in all, of a torchvision model by name or of a list of layers.",
    input=CountInput,
    run=count_parameters,
)
