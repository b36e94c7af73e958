"""What counting code handles: parameters, modules, generators, functions. Of PyTorch no more than names and shapes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import prod
from typing import TypeAlias, Union

from tools.parameters.layer import Layer, Shape


@dataclass(frozen=True)
class Tensor:
    """A parameter, of which only name and shape matter; `array` is one of NumPy."""

    name: str
    shape: Shape
    array: bool = False

    @property
    def numel(self) -> int:
        """How many numbers it holds."""
        return prod(self.shape)


@dataclass(frozen=True)
class Module:
    """A model or a part of it: the layers whose names begin with `name`."""

    name: str
    layers: tuple[Layer, ...]

    @cached_property
    def parameters(self) -> dict[str, Tensor]:
        """In PyTorch's order, under the names that they have in this module."""
        return {name: Tensor(name, shape) for layer in self.layers for name, shape in self._shapes(layer)}

    @cached_property
    def own(self) -> dict[str, Tensor]:
        """The parameters of this module that are in none of its children: those without a dot in their name."""
        return {name: one for name, one in self.parameters.items() if "." not in name}

    @cached_property
    def children(self) -> dict[str, Module]:
        """The modules directly inside, by name."""
        inside: dict[str, list[Layer]] = {}
        for layer in self.layers:
            head = self._inside(layer.name).partition(".")[0]
            if head and not (_owned_by_container(layer) and head == self._inside(layer.name)):
                inside.setdefault(head, []).append(layer)
        return {head: Module(f"{self.name}.{head}".lstrip("."), tuple(layers)) for head, layers in inside.items()}

    @cached_property
    def descendants(self) -> dict[str, Module]:
        """This module and all modules inside, by name."""
        found = {"": self}
        for head, child in self.children.items():
            found |= {f"{head}.{name}".rstrip("."): one for name, one in child.descendants.items()}
        return found

    @cached_property
    def type(self) -> str | None:
        """The class of a single layer, Sequential for numbered children, None where it is not known."""
        if len(self.layers) == 1 and self.layers[0].name == self.name:
            return self.layers[0].type
        return "Sequential" if self.children and all(name.isdigit() for name in self.children) else None

    def child(self, name: str) -> Module | Tensor | None:
        """A module or a parameter inside by its name: "features", "features.0", "weight"."""
        found = self.descendants.get(name)
        return self.parameters.get(name) if found is None else found

    def _shapes(self, layer: Layer) -> Iterator[tuple[str, Shape]]:
        """The parameters of a layer under their names in this module."""
        for kind, shape in layer.shapes.items():
            path = layer.name if _owned_by_container(layer) else f"{layer.name}.{kind}".lstrip(".")
            yield self._inside(path), shape

    def _inside(self, path: str) -> str:
        return path.removeprefix(self.name).removeprefix(".") if self.name else path


def _owned_by_container(layer: Layer) -> bool:
    """Whether a layer stands for one parameter of the module around it, whose name it bears."""
    return list(layer.shapes) == [layer.name.rpartition(".")[2]]


@dataclass(eq=False)
class Generator:
    """Values that are yielded one at a time, and are gone once they are taken; `text` is what yields them."""

    text: str
    values: list[Value]
    at: int = field(default=0)

    def __iter__(self) -> Iterator[Value]:
        return self

    def __next__(self) -> Value:
        if self.at >= len(self.values):
            raise StopIteration
        self.at += 1
        return self.values[self.at - 1]


@dataclass(frozen=True)
class Text:
    """A text that numbers stand in, of which only these matter."""

    numbers: tuple[int | float, ...]


@dataclass(frozen=True)
class Shown:
    """A number that code prints or shows, under the text that stands beside it, on a line; `among` are all numbers
    that are printed with it, and nothing where a loop prints them."""

    value: int | float
    line: int
    name: str | None = None
    among: tuple[int | float, ...] = ()


@dataclass(frozen=True)
class Method:
    """Something of an object that has still to be called."""

    owner: Value
    name: str


@dataclass(frozen=True)
class Function:
    """A function of the student's own, or a lambda; `defaults` belong to the last of its arguments."""

    name: str
    arguments: tuple[str, ...]
    body: tuple[ast.stmt, ...]
    defaults: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Imported:
    """What a name of PyTorch, torchvision, NumPy or Python stands for: "torch.numel", "sum"."""

    name: str

    @property
    def short(self) -> str:
        """The name without the package."""
        return self.name.rpartition(".")[2]


Value: TypeAlias = Union[  # noqa: UP007  # a recursive alias cannot be written with | before Python 3.12
    bool, int, float, str, list["Value"], tuple["Value", ...], dict[str, "Value"],
    Tensor, Module, Generator, Text, Method, Function, Imported, None,
]  # fmt: skip
