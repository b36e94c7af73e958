"""What objects do in counting code: `model.features`, `p.numel()`, `p.shape.numel()`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tools.parameters import models
from tools.parameters.snippet_values import Function, Library, Method, Module, Tensor, Value
from tools.schema import ToolError

ELEMENT_SIZE = 4
"""Bytes of a float32."""
LARGEST = 10**15
"""Numbers beyond this are no count."""
_SAME = frozenset(
    {"eval", "train", "to", "cpu", "cuda", "float", "half", "double", "requires_grad_", "detach", "clone", "numpy"}
    | {"contiguous", "share_memory"}
)
"""Methods that change nothing that is counted."""
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
        case Library() if owner.short in models.NAMES and name in _MODULE_METHODS | {"features", "classifier"}:
            raise ToolError(f"`{owner.short}` is a function: call it, as in `{owner.short}()`")
        case Library(path) if name == "__name__":
            return owner.short
        case Library(path) if name in _MODULE_LISTS:
            raise ToolError(f"I do not know what `{path}` is: build the model first, or call it `model`")
        case Library(path):
            return Library(f"{path}.{name}")
        case Module() if name in _MODULE_METHODS:
            return Method(owner, name)
        case Module() if name == "__class__":
            return class_of(owner)
        case Module() if (inside := owner.child(name)) is not None:
            return inside
        case Module() if name == "bias" and owner.type is not None:
            return None
        case Module():
            raise ToolError(f"I know no `.{name}` of {f'`{owner.name}`' if owner.name else 'the model'}")
        case Tensor():
            return _of_tensor(owner, name)
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
        case "data" | "T":
            return owner
    if name in _TENSOR_METHODS:
        return Method(owner, name)
    raise ToolError(f"I do not know what `.{name}` of a parameter is")


def class_of(module: Module) -> Library:
    """The class of a module, Module where it is not known."""
    return Library(f"torch.nn.{module.type or 'Module'}")


def method_called(method: Method, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    """`owner.name(arguments)`. Raises ToolError where that is not followed."""
    owner, name = method.owner, method.name
    match owner:
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
        case Tensor() if name in _FLAT:
            return Tensor(owner.name, (owner.numel,))
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
    """What is printed of these: the last number among them, else nothing."""
    numbers = (one for one in reversed(values) if isinstance(one, int | float) and not isinstance(one, bool))
    return next(numbers, "")


def _module_list(owner: Module, name: str, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
    unknown = sorted(named.keys() - {"recurse", "prefix", "remove_duplicate"})
    if unknown:
        raise ToolError(f"`{name}` takes no `{unknown[0]}`")
    recurses = named.get("recurse", arguments[0] if arguments and name == "parameters" else True)
    parameters = owner.parameters if recurses else owner.own
    match name:
        case "parameters":
            return list(parameters.values())
        case "named_parameters":
            return [*parameters.items()]
        case "children":
            return list(owner.children.values())
        case "named_children":
            return [*owner.children.items()]
        case "modules":
            return list(owner.descendants.values())
        case "named_modules":
            return [*owner.descendants.items()]
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
        case list() | tuple() | dict():
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


def number_of(value: Value) -> int | float:
    """A value as a number; ToolError says what it is instead."""
    match value:
        case int() | float():
            return value
        case Method():
            raise ToolError(f"`{value.name}` is a method: call it, as in `p.{value.name}()`")
        case Function():
            raise ToolError(f"`{value.name}` is a function: call it")
        case Tensor():
            raise ToolError("the parameter itself stands where its number of elements belongs: take `numel()`")
        case tuple() | list():
            raise ToolError("several numbers stand where one belongs: multiply the sides of a shape")
        case Library():
            raise ToolError(f"I do not know what `{value.name}` is")
    raise ToolError("a number is needed here")


def bounded(value: int | float) -> int | float:
    """A number that may be a count; ToolError beyond."""
    if abs(value) > LARGEST:
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
