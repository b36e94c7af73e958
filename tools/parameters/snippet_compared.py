"""What comparisons of counting code give: numbers, names, `is None`, `in`."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping

from tools.parameters.snippet_calls import number_of
from tools.parameters.snippet_values import Imported, Value

_ORDERS: Mapping[type[ast.cmpop], Callable[[int | float, int | float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def compared(op: ast.cmpop, left: Value, right: Value) -> bool | None:
    """Whether the comparison holds, None where it is not followed. Raises ToolError where a number is needed."""
    plain = isinstance(left, bool | int | float | str | Imported | None)
    match op, right:
        case ((ast.Is() | ast.IsNot()), _):
            return (left is right) == isinstance(op, ast.Is)
        case ((ast.Eq() | ast.NotEq()), (bool() | int() | float() | str() | Imported() | None)) if plain:
            return (_plain(left) == _plain(right)) == isinstance(op, ast.Eq)
        case ((ast.In() | ast.NotIn()), str()) if isinstance(left, str):
            return (left in right) == isinstance(op, ast.In)
        case ((ast.In() | ast.NotIn()), (list() | tuple() | dict())) if plain:
            return (left in right) == isinstance(op, ast.In)
    order = _ORDERS.get(type(op))
    return None if order is None else order(number_of(left), number_of(right))


def _plain(value: Value) -> Value:
    """A value as it is compared: a class of PyTorch by its name, however it was imported."""
    return value.short if isinstance(value, Imported) else value
