"""What objects do in counting code: `model.features`, `p.numel()`, `p.shape.numel()`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tools.parameters import models
from tools.parameters.snippet_values import Function, Generator, Imported, Method, Module, Tensor, Text, Value
from tools.schema import ToolError

ELEMENT_SIZE = 4
"""Bytes of a float32."""
LARGEST = 10**15
"""Numbers beyond this are no count."""
_SAME = frozenset(
    {"eval", "train", "to", "cpu", "cuda", "float", "detach", "clone", "numpy", "contiguous", "share_memory"}
)
"""Methods that change nothing that is counted."""
_CHANGING = frozenset({"requires_grad_", "half", "double", "bfloat16", "type", "apply", "add_module", "data_ptr"})
"""Methods that change what they are called on."""
_FLAT = frozenset({"flatten", "ravel", "view", "reshape"})
_MODULE_LISTS = frozenset({"parameters", "named_parameters", "children", "named_children", "modules", "named_modules"})
_MODULE_METHODS = _MODULE_LISTS | _SAME | {"state_dict", "get_submodule", "get_parameter"}
_TENSOR_METHODS = frozenset({"numel", "nelement", "size", "dim", "element_size"}) | _SAME | _FLAT
_STRING_METHODS = frozenset({"endswith", "startswith", "split", "lower", "format"})


def attribute(owner: Value, name: str) -> Value:
    """`owner.name`; a method is handed on until it is called.

    Raises ToolError where there is no such attribute, or it is not followed.
    """
    match owner:
        case Imported() if owner.short in models.NAMES and name in _MODULE_METHODS | {"features", "classifier"}:
            raise ToolError(f"`{owner.short}` is a function: call it, as in `{owner.short}()`")
        case Imported(path) if name == "__name__":
            return owner.short
        case Imported(path) if name in _MODULE_LISTS:
            raise ToolError(f"I do not know what `{path}` is: build the model first, or call it `model`")
        case Imported(path):
            return Imported(f"{path}.{name}")
        case Module() if name in _MODULE_METHODS:
            return Method(owner, name)
        case Module() if name == "__class__":
            return class_of(owner)
        case Module() | Tensor() if name in _CHANGING:
            raise ToolError(f"I do not follow `{name}(…)`, which changes the parameters")
        case Module() if (inside := owner.child(name)) is not None:
            return inside
        case Module() if name == "bias" and owner.type is not None:
            return None
        case Module():
            raise ToolError(f"I know no `.{name}` of {f'`{owner.name}`' if owner.name else 'the model'}")
        case Tensor():
            return _of_tensor(owner, name)
        case (str(), (Tensor() | Module()) as inside):
            kind = "parameter" if isinstance(inside, Tensor) else "module"
            raise ToolError(f"each element is a pair (name, {kind}): take both, as in `for name, {kind[0]} in …`")
        case tuple() if name == "numel":
            return Method(owner, name)
        case dict() if name in {"values", "items", "keys"}:
            return Method(owner, name)
        case list() if name in {"append", "sum", "prod"}:
            return Method(owner, name)
        case int() | float() if name in {"item", "sum"}:
            return Method(owner, name)
        case str() if name in _STRING_METHODS:
            return Method(owner, name)
        case Method():
            raise ToolError(f"`{owner.name}` is a method: call it before `.{name}`, as in `{owner.name}().{name}`")
    raise ToolError(f"I do not know what `.{name}` is here")


def _of_tensor(owner: Tensor, name: str) -> Value:
    match name:
        case "size" if owner.array:
            return owner.numel
        case "numel" | "nelement" | "dim" | "element_size" | "requires_grad" if owner.array:
            raise ToolError(f"an array of NumPy has no `{name}`: take its `size` or `shape`")
        case "shape":
            return owner.shape
        case "requires_grad" | "is_leaf":
            return True
        case "ndim":
            return len(owner.shape)
        case "itemsize":
            return ELEMENT_SIZE
        case "nbytes":
            return ELEMENT_SIZE * owner.numel
        case "data":
            return owner
        case "T":
            return replace(owner, shape=owner.shape[::-1])
    if name in _TENSOR_METHODS:
        return Method(owner, name)
    raise ToolError(f"I do not know what `.{name}` of a parameter is")


def class_of(module: Module) -> Imported:
    """The class of a module, Module where it is not known."""
    return Imported(f"torch.nn.{module.type or 'Module'}")


def method_called(method: Method, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    """`owner.name(arguments)`. Raises ToolError where that is not followed."""
    owner, name = method.owner, method.name
    match owner:
        case Module() | Tensor() if name == "to" and not all(isinstance(one, str) for one in arguments):
            raise ToolError("I follow `to(…)` only with the name of a device")
        case Module() if name in _SAME:
            return owner
        case Module():
            return _module_list(owner, name, arguments, named)
        case Tensor() if name in {"numel", "nelement"}:
            return owner.numel
        case Tensor() if name == "size":
            return _at(owner.shape, arguments[0]) if arguments else owner.shape
        case Tensor() if name == "dim":
            return len(owner.shape)
        case Tensor() if name == "element_size":
            return ELEMENT_SIZE
        case Tensor() if name in _FLAT and (not arguments or list(arguments) == [-1]):
            return replace(owner, shape=(owner.numel,))
        case Tensor() if name == "numpy":
            return replace(owner, array=True)
        case Tensor() if name in _SAME:
            return owner
        case tuple() if name == "numel":
            return product(owner)
        case dict():
            return list(owner.values()) if name == "values" else list(owner) if name == "keys" else [*owner.items()]
        case list() if name == "append":
            owner.extend(arguments[:1])
            return None
        case list():
            return product(owner) if name == "prod" else total(owner)
        case int() | float():
            return owner
        case str():
            return _of_string(owner, name, arguments)
    raise ToolError(f"I cannot follow `.{name}(…)` here")


def _of_string(text: str, name: str, arguments: Sequence[Value]) -> Value:
    first = arguments[0] if arguments else None
    match name:
        case "endswith" if isinstance(first, str):
            return text.endswith(first)
        case "startswith" if isinstance(first, str):
            return text.startswith(first)
        case "split" if isinstance(first, str) and first:
            return list(text.split(first))
        case "lower":
            return text.lower()
        case "format":
            return shown(arguments)
    raise ToolError(f"I cannot follow `.{name}(…)` of a text")


def shown(values: Sequence[Value]) -> Value:
    """A text that is made of these, with the numbers among them."""
    numbers = numbers_in(values)
    return Text(numbers) if numbers else ""


def numbers_in(values: Iterable[Value]) -> tuple[int | float, ...]:
    """The numbers among these values and in the texts among them."""
    found: list[int | float] = []
    for one in values:
        if isinstance(one, Text):
            found += one.numbers
        elif isinstance(one, int | float) and not isinstance(one, bool):
            found.append(one)
    return tuple(found)


def _module_list(owner: Module, name: str, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    unknown = sorted(named.keys() - {"recurse", "prefix", "remove_duplicate"})
    if unknown:
        raise ToolError(f"`{name}` takes no `{unknown[0]}`")
    recurses = named.get("recurse", arguments[0] if arguments and name == "parameters" else True)
    parameters = owner.parameters if recurses else owner.own
    match name:
        case "parameters":
            return Generator("parameters()", [*parameters.values()])
        case "named_parameters":
            return Generator("named_parameters()", [*parameters.items()])
        case "children":
            return Generator("children()", [*owner.children.values()])
        case "named_children":
            return Generator("named_children()", [*owner.children.items()])
        case "modules":
            return Generator("modules()", [*owner.descendants.values()])
        case "named_modules":
            return Generator("named_modules()", [*owner.descendants.items()])
        case "state_dict" if not any("BatchNorm" in layer.type for layer in owner.layers):
            return {**owner.parameters}
        case "state_dict":
            raise ToolError("`state_dict()` also holds the running means of batch normalization; count `parameters()`")
    found = owner.child(arguments[0]) if arguments and isinstance(arguments[0], str) else None
    if found is None:
        raise ToolError(f"I cannot follow `.{name}(…)` here")
    return found


def iterated(value: Value, function: str = "for") -> list[Value]:
    """The values that a loop or a function goes over, as a new list. Raises ToolError where there are none."""
    match value:
        case list() | tuple() | dict() | Generator():
            return list(value)
        case Module() if value.type == "Sequential":
            return list(value.children.values())
        case Module():
            raise ToolError("a model is nothing to loop over: take its `parameters()`")
        case Method():
            raise ToolError(f"`{value.name}` is a method: call it, as in `{value.name}()`")
        case Tensor():
            raise ToolError(f"`{function}` over a parameter takes its values, which is no count: take `numel()`")
    raise ToolError(f"`{function}` needs several values")


def taken(value: Value, function: str = "for") -> Iterator[Value]:
    """The values that a loop goes over, one at a time: what yields them may be taken from inside of the loop too."""
    return value if isinstance(value, Generator) else iter(iterated(value, function))


def one_at_a_time(value: Generator) -> ToolError:
    """The error for what only a list can be asked for."""
    return ToolError(f"`{value.text}` yields one at a time: wrap it in `list(…)`")


def number_of(value: Value) -> int | float:
    """A value as a number; ToolError says what it is instead."""
    match value:
        case int() | float():
            return value
        case Method():
            raise ToolError(f"`{value.name}` is a method: call it, as in `p.{value.name}()`")
        case Function():
            raise ToolError(f"`{value.name}` is a function: call it")
        case str() | Text():
            raise ToolError("a text stands where a number belongs")
        case Tensor():
            raise ToolError("the parameter itself stands where its number of elements belongs: take `numel()`")
        case (str(), Tensor()):
            raise ToolError("each element is a pair (name, parameter): take `numel()` of the parameter alone")
        case tuple():
            raise ToolError("several numbers stand where one belongs: multiply the sides of a shape")
        case list() | dict():
            raise ToolError("a list stands where a number belongs: take `sum(…)` or `len(…)` of it")
        case Generator():
            raise ToolError(f"`{value.text}` yields several values where one number belongs: take `sum(…)` of them")
        case Imported():
            raise ToolError(f"I do not know what `{value.name}` is")
    raise ToolError("a number is needed here")


def bounded(value: int | float) -> int | float:
    """A number that may be a count; ToolError beyond."""
    if not abs(value) <= LARGEST:  # nor what is no number at all
        raise ToolError("that number is too large for a count")
    return value


def total(values: Iterable[Value]) -> int | float:
    """The sum of numbers."""
    return bounded(sum(map(number_of, values)))


def product(values: Iterable[Value]) -> int | float:
    """The product of numbers, the sides of a shape above all."""
    result: int | float = 1
    for value in values:
        result = bounded(result * number_of(value))
    return result


def _at(shape: tuple[int, ...], index: Value) -> int:
    if isinstance(index, bool) or not isinstance(index, int) or not -len(shape) <= index < len(shape):
        raise ToolError(f"a shape of {len(shape)} sides has no such side")
    return shape[index]
