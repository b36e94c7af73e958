"""What library functions do in counting code: `sum`, `len`, `np.prod`, `torchvision.models.alexnet`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tools.parameters import models
from tools.parameters.snippet_calls import (
    attribute,
    bounded,
    class_of,
    iterated,
    number_of,
    one_at_a_time,
    product,
    shown,
    taken,
    total,
)
from tools.parameters.snippet_values import Generator, Imported, Method, Module, Tensor, Value
from tools.schema import ToolError

_PRODUCTS = frozenset({"np.prod", "numpy.prod", "math.prod", "torch.prod", "prod", "np.product"})
_SUMS = frozenset({"sum", "np.sum", "numpy.sum", "torch.sum", "math.fsum", "fsum"})
_NUMELS = frozenset({"torch.numel", "numel", "np.size", "numpy.size"})
_WRAPPERS = frozenset({"list", "tuple", "np.array", "numpy.array", "np.asarray", "torch.tensor", "torch.Size", "dict"})
"""Functions that hand on the elements they are given."""
_OF_NO_MATTER = frozenset({"weights", "pretrained", "progress", "dtype", "strict", "default"})
"""Named arguments that change nothing that is counted."""
_TAKEN = {"sorted": {"key", "reverse"}, "enumerate": {"start"}, "sum": {"start"}}
"""Named arguments that functions are followed with."""
_DIGITS = 15
"""Digits that are rounded to at most, before or behind the point."""


def model_built(path: str, arguments: Sequence[Value], named: Mapping[str, Value]) -> tuple[str, int | None] | None:
    """The name and the classes of the model that a call builds, None where it builds none."""
    short = path.rpartition(".")[2]
    if short == "get_model" and arguments and isinstance(arguments[0], str):
        short = arguments[0]
    elif short not in models.NAMES:
        return None
    classes = named.get("num_classes")
    if classes is not None and (isinstance(classes, bool) or not isinstance(classes, int)):
        raise ToolError("num_classes must be a whole number")
    return short, classes


def library_called(path: str, arguments: Sequence[Value], named: dict[str, Value], call: Callable[..., Value]) -> Value:
    """A function of Python, NumPy or PyTorch; `call` calls a function of the student's own.

    Raises ToolError where the function is not one of those that counting code is made of.
    """
    short = path.rpartition(".")[2]
    first = arguments[0] if arguments else None
    built = model_built(path, arguments, named)
    followed = {"num_classes"} if built else named.keys() if path == "dict" else _TAKEN.get(path, set())
    unknown = sorted(named.keys() - _OF_NO_MATTER - followed)
    if unknown:
        raise ToolError(f"I do not know what `{unknown[0]}` does in `{path}(…)`")
    if built is not None:
        name, classes = built
        models.check_classes(classes)
        return Module("", models.layers(models.model_name(name), classes))
    if path in _SUMS:
        start = arguments[1] if len(arguments) > 1 else named.get("start", 0)
        return total(iterated(first, path)) + number_of(start)
    if path in _PRODUCTS:
        return product([first] if isinstance(first, int) else iterated(first, path))
    if path in _NUMELS and isinstance(first, Tensor):
        return first.numel
    if path == "dict":
        pairs: Value = first if isinstance(first, dict) else table_of([] if first is None else iterated(first, path))
        return {**pairs, **named} if isinstance(pairs, dict) else pairs
    if path in _WRAPPERS:
        values = [] if first is None else iterated(first, path)
        return tuple(values) if path in {"tuple", "torch.Size"} else values
    if path in {"sorted", "set", "reversed"} and len(arguments) == 1:
        return _arranged(path, first, named, call)
    start = arguments[1] if len(arguments) > 1 else named.get("start", 0)
    if path == "enumerate" and isinstance(start, int):
        return Generator("enumerate(…)", [*enumerate(iterated(first, path), start)])
    return _python(short, path, arguments, call)


def _arranged(path: str, first: Value, named: dict[str, Value], call: Callable[..., Value]) -> Value:
    """Numbers or names in order, each of them once, or anything backwards."""
    if path == "reversed":
        if isinstance(first, Generator):
            raise one_at_a_time(first)
        return Generator("reversed(…)", iterated(first, path)[::-1])
    values = iterated(first, path)
    key = named.get("key")
    keys = values if key is None else [call(key, one) for one in values]
    if not (all(isinstance(one, int | float) for one in keys) or all(isinstance(one, str) for one in keys)):
        raise ToolError(f"I follow `{path}(…)` of numbers and of names only")
    if path == "set":
        return list(dict.fromkeys(values))
    places = sorted(range(len(keys)), key=keys.__getitem__, reverse=bool(named.get("reverse")))  # type: ignore[arg-type]
    return [values[place] for place in places]


def _python(short: str, path: str, arguments: Sequence[Value], call: Callable[..., Value]) -> Value:
    """A function of Python and its libraries that is known by its name alone."""
    first = arguments[0] if arguments else None
    match short, len(arguments):
        case "len", 1:
            return _length(first)
        case "iter", 1:
            return first if isinstance(first, Generator) else Generator("iter(…)", iterated(first, path))
        case "next", 1 | 2:
            if not isinstance(first, Generator):
                raise ToolError("`next` takes from what yields one at a time: `next(iter(…))`")
            if first.at == len(first.values) and len(arguments) == 1:
                raise ToolError(f"`{first.text}` has nothing left to yield")
            return next(first, arguments[-1])
        case "map", 2:
            return Generator("map(…)", [call(first, one) for one in taken(arguments[1], path)])
        case "filter", 2:
            return Generator("filter(…)", [one for one in taken(arguments[1], path) if call(first, one)])
        case "reduce", 2 | 3:
            values = iterated(arguments[1], path)
            result = arguments[2] if len(arguments) > 2 else values.pop(0) if values else 0
            for value in values:
                result = call(first, result, value)
            return result
        case "mul", 2:
            return bounded(number_of(first) * number_of(arguments[1]))
        case "add", 2:
            return bounded(number_of(first) + number_of(arguments[1]))
        case "int", 1:
            return int(number_of(first))
        case "float", 1:
            return float(number_of(first))
        case "abs", 1:
            return abs(number_of(first))
        case "round", 1 | 2:
            digits = arguments[1] if len(arguments) > 1 else None
            if digits is not None and not (isinstance(digits, int) and abs(digits) <= _DIGITS):
                raise ToolError(f"I follow `round` to {_DIGITS} digits at most")
            return round(number_of(first), digits)
        case "zip", _:
            return Generator("zip(…)", [*zip(*(taken(one, path) for one in arguments), strict=False)])
        case "type", 1 if isinstance(first, Module):
            return class_of(first)
        case "isinstance", 2 if isinstance(first, Module | Tensor):
            return _is_instance(first, arguments[1])
        case "hasattr", 2 if isinstance(first, Module) and isinstance(arguments[1], str):
            return first.child(arguments[1]) is not None or (
                arguments[1] == "bias" and first.child("weight") is not None
            )
        case "getattr", 2 if isinstance(first, Module) and isinstance(arguments[1], str):
            return attribute(first, arguments[1])
        case "format" | "str" | "repr", _:
            return first if isinstance(first, str) else shown([first])
    raise ToolError(f"I do not know `{path}(…)`")


def _is_instance(one: Module | Tensor, kinds: Value) -> bool:
    known = kinds if isinstance(kinds, tuple) else (kinds,)
    names = {kind.short for kind in known if isinstance(kind, Imported)}
    if isinstance(one, Tensor):
        return not names.isdisjoint({"Tensor", "Parameter"})
    return "Module" in names or one.type in names


def table_of(pairs: Sequence[Value]) -> Value:
    """Pairs of name and value as a dictionary."""
    found: dict[str, Value] = {}
    for pair in pairs:
        match pair:
            case (str() as name, value):
                found[name] = value
            case _:
                raise ToolError("a dictionary here has names for its keys")
    return found


def _length(value: Value) -> int:
    match value:
        case list() | tuple() | dict() | str():
            return len(value)
        case Generator():
            raise one_at_a_time(value)
        case Tensor():
            return value.shape[0] if value.shape else 1
        case Module() if value.type == "Sequential":
            return len(value.children)
        case Method():
            raise ToolError(f"`{value.name}` is a method: call it, as in `len(list({value.name}()))`")
        case Module():
            raise ToolError("a model has no `len`: take its `parameters()`")
    raise ToolError("`len` needs several values")
