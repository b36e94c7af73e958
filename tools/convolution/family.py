"""The family of convolution exercises: tasks with numbers, tasks about sizes alone, and the public tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from tools.certificates import Certificates, Handed
from tools.concept import Concept
from tools.content import Block, Hint, Step
from tools.convolution import hints, sizes, solution, statement
from tools.convolution.certificates import certificates
from tools.convolution.compute import ConvolutionInput, SizeInput, conv2d, output_size
from tools.convolution.concepts import CONCEPTS
from tools.convolution.geometry import Geometry, Pair, size
from tools.convolution.levels import BOUNDS, LARGEST_SIDE, SMALLEST_SIDE, wished
from tools.convolution.method import RIGHT, Convolution, Worked, follow
from tools.convolution.practice import variant
from tools.convolution.predictions import LIBRARY, MAX_PAIR_PRODUCTS, SIZES, Steps, size_steps, steps_of
from tools.convolution.working import working
from tools.family import Family, Precision, Prediction, Task, Tool
from tools.schema import Array, Json, ToolError
from tools.settings import Settings
from tools.wish import PLAIN, Wish

_PADDED = ("x_padded", "padded input", "xpad", "xp", "padded x", "input padded")
_WINDOW = ("first window", "window 1", "patch", "first patch", "receptive field")
_OUTPUT = ("output", "out", "feature map", "result", "activation map", "output volume", "o", "z", "conv")
_LOOKS = {
    "padded": (r"X_{\text{padded}}", _PADDED, "What stands around $X$ before the kernel starts to slide?"),
    "window": (r"\text{window}_{1,1}", _WINDOW, "Which numbers lie under $K$ at its first place?"),
    "Y": ("Y", _OUTPUT, "Which numbers lie under each window, and what becomes of their products with $K$?"),
    "output_size": (
        r"(\text{rows}, \text{columns})",
        ("output size", "size", "shape", "output shape", "y"),
        "How often does the kernel fit on the grid, one stride apart?",
    ),
}
"""Symbol, aliases and question of each step."""


def _steps(values: dict[str, Array]) -> tuple[Step, ...]:
    return tuple(
        Step(name=name, symbol=symbol, value=value, aliases=aliases, look=look)
        for name, value in values.items()
        for symbol, aliases, look in (_LOOKS[name],)
    )


@dataclass(frozen=True, eq=False)
class ConvolutionTask(Task):
    """An input and a kernel; the result is the output."""

    family: ClassVar[str] = "convolution"
    settings: Settings
    given: ConvolutionInput
    convolution: Convolution

    @property
    def geometry(self) -> Geometry:
        """The sizes."""
        return self.convolution.geometry

    @cached_property
    def worked(self) -> Worked:
        """The right calculation with every window."""
        return follow(RIGHT, self.convolution)

    @cached_property
    def _values(self) -> Steps:
        return steps_of(self.worked, self.convolution)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return _steps(self._values)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return hints.hints(self.convolution, self.worked)

    @cached_property
    def solution(self) -> tuple[Block, ...]:
        return solution.solution(self.convolution, self.worked)

    @cached_property
    def predictions(self) -> tuple[Prediction, ...]:
        return LIBRARY.singles(self.convolution)

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        return LIBRARY.harmless(self.convolution)

    @cached_property
    def pairs(self) -> tuple[Prediction, ...]:
        return LIBRARY.pairs(self.convolution) if self.convolution.work <= MAX_PAIR_PRODUCTS else ()

    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        return LIBRARY.onward(self.convolution, own)

    @cached_property
    def statement(self) -> tuple[Block, ...]:
        return statement.statement(self.convolution)

    def certificates(self, handed: Sequence[Handed]) -> Certificates:
        return (
            tuple(found for one in handed for found in certificates(self.geometry, one))
            if self.convolution.flat
            else ()
        )

    def working(self, step: str, at: tuple[int, ...]) -> str | None:
        return working(self.convolution, self.worked, *at) if step == "Y" and len(at) == 2 else None

    def call(self) -> tuple[str, dict[str, Json]]:
        return TOOL.name, self.given.model_dump(mode="json", exclude_none=True, exclude={"groups"})


@dataclass(frozen=True, eq=False)
class SizeTask(Task):
    """Sizes without numbers; the result is the size of the output, (rows, columns)."""

    family: ClassVar[str] = "convolution"
    settings: Settings
    given: SizeInput
    geometry: Geometry

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return _steps(size_steps(self.geometry, any(self.geometry.padding)))

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return sizes.hints(self.geometry)

    @cached_property
    def solution(self) -> tuple[Block, ...]:
        return sizes.solution(self.geometry)

    @cached_property
    def predictions(self) -> tuple[Prediction, ...]:
        return SIZES.singles(self.geometry)

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        return SIZES.harmless(self.geometry)

    @cached_property
    def pairs(self) -> tuple[Prediction, ...]:
        return SIZES.pairs(self.geometry)

    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        return SIZES.onward(self.geometry, own)

    @cached_property
    def statement(self) -> tuple[Block, ...]:
        return sizes.statement(self.geometry)

    def call(self) -> tuple[str, dict[str, Json]]:
        return SIZE_TOOL.name, self.given.model_dump(mode="json")


def _sides(array: Array | None, stated: int | Pair | None, name: str) -> int | Pair:
    """The size that was stated, else that of the array."""
    if stated is not None:
        return stated
    if array is None or array.ndim < 2:
        raise ToolError(f"the output needs both sizes: the {name} is missing, or say its size, for instance 3×3")
    return (array.shape[-2], array.shape[-1])


def _bias(bias: bool | float | Array | None) -> Array | None:
    if bias is True:
        raise ToolError("a bias was asked for, but which one? Give its number, for instance bias = 1")
    return None if bias is None or bias is False else np.asarray(bias, float)


class ConvolutionFamily(Family):
    """Convolutional layers by hand."""

    name = "convolution"
    title = "Convolutional layers"
    precision = Precision()
    fields = frozenset({"input", "kernel", "stride", "padding", "dilation", "bias", "input_size", "kernel_size"})
    topics = tuple(CONCEPTS)
    wishes = BOUNDS
    sides = (SMALLEST_SIDE, LARGEST_SIDE)

    def task(self, settings: Settings) -> ConvolutionTask | SizeTask:
        """With an input and a kernel their convolution, else the size of the output.

        A kernel C×h×w is one filter; several filters make the output a stack of maps.
        """
        X, K = settings.input, settings.kernel
        choices = {
            name: value for name in ("stride", "padding", "dilation") if (value := getattr(settings, name)) is not None
        }
        if X is None or K is None:
            sides = SizeInput(
                input_size=_sides(X, settings.input_size, "input"),
                kernel_size=_sides(K, settings.kernel_size, "kernel"),
                **choices,
            )
            return SizeTask(settings, sides, sides.geometry())
        weight = K[None] if K.ndim == 3 else K
        stacked = X.ndim == 2 and weight.ndim == 4 and len(weight) > 1
        given = ConvolutionInput(input=X[None] if stacked else X, weight=weight, bias=_bias(settings.bias), **choices)
        return ConvolutionTask(settings, given, given.convolution())

    def practice(self, seed: int, like: Settings, wish: Wish = PLAIN) -> Settings:
        """Other numbers; of sizes alone, another input size."""
        shaped = wished(like, wish)
        task = self.task(shaped)
        if isinstance(task, SizeTask):
            rng = np.random.Generator(np.random.PCG64(seed))
            more = int(rng.integers(1, 12))
            height, width = task.geometry.input_size
            return shaped.model_copy(update={"input": None, "input_size": (height + more, width + more)})
        found = variant(seed, task.convolution)
        shapes = {"input": (found.input, shaped.input), "kernel": (found.weight, shaped.kernel)}
        return shaped.model_copy(
            update={name: new.reshape(old.shape) for name, (new, old) in shapes.items() if old is not None}
        )

    def gist(self, task: Task) -> str:
        geometry = _own(task).geometry
        sides = f"{size(geometry.input_size)} input, {size(geometry.kernel_size)} kernel"
        return f"{sides}, {statement.choices(geometry)}"

    def idea(self, tasks: tuple[Task, ...]) -> tuple[Block, ...]:
        return statement.idea(_own(task).geometry for task in tasks)

    def concept(self, topic: str, task: Task) -> Concept:
        own = _own(task)
        return CONCEPTS[topic](own.geometry, own.convolution if isinstance(own, ConvolutionTask) else None)

    def insight(self, task: Task) -> str:
        geometry = _own(task).geometry
        rows, columns = geometry.output_size
        return (
            f"A check that always works is the size: ${geometry.output_side(0)} = {rows}$ rows and "
            f"${geometry.output_side(1)} = {columns}$ columns."
        )


def _own(task: Task) -> ConvolutionTask | SizeTask:
    """The task as one of this family; any other is a mistake of the caller."""
    if not isinstance(task, ConvolutionTask | SizeTask):
        raise TypeError(f"{type(task).__name__} is no task of the convolution family")
    return task


FAMILY = ConvolutionFamily()
TOOL = Tool(
    name="conv2d",
    summary="Cross-correlation of an input with a kernel, with every window and its products.",
    input=ConvolutionInput,
    run=conv2d,
)
SIZE_TOOL = Tool(
    name="output_size",
    summary="Rows and columns of a convolution's output, from sizes alone.",
    input=SizeInput,
    run=output_size,
)
