"""The expressions of counting code: what each of them gives, and the functions that they call."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

from tools.parameters import models
from tools.parameters.layer import Layer
from tools.parameters.snippet_calls import (
    attribute,
    bounded,
    iterated,
    method_called,
    number_of,
    numbers_in,
    one_at_a_time,
    shown,
    taken,
)
from tools.parameters.snippet_compared import compared
from tools.parameters.snippet_library import library_called, model_built, table_of
from tools.parameters.snippet_values import Function, Generator, Imported, Method, Module, Shown, Text, Value
from tools.schema import ToolError

MAX_STEPS = 100_000
"""Nodes and elements that are followed before a snippet is given up; large models have about a thousand parameters."""
MODEL_STEPS = 20_000
"""What building a model counts for, which takes longer than anything else; twice as much when it is a new one."""
MAX_DEPTH = 8
"""Functions of the student's own inside of each other."""
USUAL_NAMES = frozenset({"model", "net", "network", "m", "alexnet", "alex_net", "alex", "cnn", "my_model", "mymodel"})
"""Names that a snippet may use for the exercise's model without saying so."""
Number = int | float
Result = TypeVar("Result")
_OPERATORS: Mapping[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}


class Returned(Exception):  # noqa: N818  # a way back, no error
    """The value that a function of the student's own gives back."""

    def __init__(self, value: Value) -> None:
        self.value = value


@dataclass
class Expressions:
    """Follows expressions. `names` are those of the snippet; what is called `local` below are those of a function."""

    model: Sequence[Layer] | None
    own_model: Module | None = None
    names: dict[str, Value] = field(default_factory=dict)
    models: list[tuple[str, int | None]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    steps: int = 0
    depth: int = 0
    loops: int = 0

    def run(self, body: Sequence[ast.stmt], local: dict[str, Value]) -> None:
        """Follow statements one after the other."""
        raise NotImplementedError

    def bind(self, target: ast.expr, value: Value, scope: dict[str, Value]) -> None:
        match target:
            case ast.Name(id=name):
                scope[name] = value
            case ast.Tuple() if isinstance(value, Generator):
                self.bind(target, iterated(value), scope)
            case ast.Tuple(elts=targets) if isinstance(value, tuple | list) and len(value) == len(targets):
                for one, part in zip(targets, value, strict=True):
                    self.bind(one, part, scope)
            case ast.Subscript(value=ast.Name(id=name), slice=ast.expr() as index):
                table, key = self.name(name, scope), self.value(index, scope)
                if not (isinstance(table, dict) and isinstance(key, str)):
                    self.lost(target)
                table[key] = value
            case _:
                self.lost(target)

    def print_(self, values: Sequence[Value], node: ast.stmt | ast.expr) -> None:
        """Keep what is printed: its last number under the text before it, or a list of numbers."""
        numbers = numbers_in(values)
        name = next((one for one in values if isinstance(one, str) and one), None)
        if numbers:
            self.shown.append(Shown(numbers[-1], node.lineno, name, () if self.loops else numbers))
        elif len(values) == 1 and isinstance(values[0], list | tuple):
            self.charged(node, values[0])
            self.shown += [Shown(one, node.lineno) for one in numbers_in(values[0])]

    def value(self, node: ast.expr, local: dict[str, Value]) -> Value:
        self.step(node)
        match node:
            case ast.Constant(value=bool() | str() | None as constant):
                return constant
            case ast.Constant(value=int() | float() as constant):
                return self.act(node, bounded, constant)
            case ast.Name(id=name):
                return self.name(name, local)
            case ast.Attribute(value=ast.Name(id="alexnet"), attr=name) if not self._defines("alexnet", local):
                return self.act(node, attribute, self._own_model(), name)
            case ast.Attribute(value=owner, attr=name):
                return self.act(node, attribute, self.value(owner, local), name)
            case ast.Call():
                return self._call(node, local)
            case ast.BinOp(left=left, op=op, right=right):
                return self.operated(op, self.value(left, local), self.value(right, local), node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.value(operand, local)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.act(node, number_of, self.value(operand, local))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.act(node, number_of, self.value(operand, local))
            case ast.BoolOp(op=op, values=values):
                truths = (bool(self.value(one, local)) for one in values)
                return all(truths) if isinstance(op, ast.And) else any(truths)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compared(op, self.value(left, local), self.value(right, local), node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.value(body if self.value(test, local) else orelse, local)
            case ast.GeneratorExp(elt=wanted, generators=over):
                return Generator("(… for …)", self._comprehended(wanted, over, local))
            case ast.ListComp(elt=wanted, generators=over):
                return self._comprehended(wanted, over, local)
            case ast.DictComp(key=key, value=wanted, generators=over):
                pair = ast.Tuple(elts=[key, wanted], lineno=node.lineno)
                return self.act(node, table_of, self._comprehended(pair, over, local))
            case ast.Dict(keys=[]):
                return {}
            case ast.Lambda(args=arguments, body=body):
                returns = ast.Return(value=body, lineno=node.lineno)
                return self.function("lambda", arguments, (returns,), local)
            case ast.Tuple(elts=parts):
                return tuple(self._each(parts, local))
            case ast.List(elts=parts):
                return self._each(parts, local)
            case ast.Subscript(value=owner, slice=index):
                return self._indexed(self.value(owner, local), index, local)
            case ast.JoinedStr(values=parts):  # the numbers inside, which are what it is printed for
                return shown([self.value(one.value, local) for one in parts if isinstance(one, ast.FormattedValue)])
        return self.lost(node)

    def elements(self, node: ast.expr, local: dict[str, Value]) -> Iterator[Value]:
        """The values of an expression that is looped over, one at a time."""
        value = self.value(node, local)
        return self.act(node, taken, self.charged(node, value))

    def _each(self, parts: Sequence[ast.expr], local: dict[str, Value]) -> list[Value]:
        """The values of expressions side by side, `*` before them unpacked."""
        found: list[Value] = []
        for part in parts:
            if isinstance(part, ast.Starred):
                found += self.elements(part.value, local)
            else:
                found.append(self.value(part, local))
        return found

    def _call(self, node: ast.Call, local: dict[str, Value]) -> Value:
        if isinstance(node.func, ast.Name) and node.func.id == "alexnet" and not self._defines("alexnet", local):
            function: Value = Imported("alexnet")
        else:
            function = self.value(node.func, local)
        arguments = self._each(node.args, local)
        if any(word.arg is None for word in node.keywords):
            self.lost(node)  # `**` hands on settings that are not seen here
        named = {word.arg: self.value(word.value, local) for word in node.keywords if word.arg}
        if isinstance(function, Imported) and function.name == "print":
            self.print_(arguments, node)
            return None
        return self._called(node, function, arguments, named)

    def _called(self, node: ast.expr, function: Value, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
        for one in (*arguments, function.owner if isinstance(function, Method) else None):
            self.charged(node, one)  # most functions go through what they are given
        match function:
            case Function():
                return self._own(node, function, arguments, named)
            case Method():
                return self.charged(node, self.act(node, method_called, function, arguments, named))
            case Imported(path):
                if (built := model_built(path, arguments, named)) is not None:
                    self._charge(node, MODEL_STEPS if built in self.models else 2 * MODEL_STEPS)
                    self.models.append(built)

                def call(inner: Value, *given: Value) -> Value:
                    self.step(node)
                    return self._called(node, inner, given, {})

                return self.charged(node, self.act(node, library_called, path, arguments, named, call))
            case Module():
                raise ToolError(f"line {node.lineno}: a model that is called computes its output, and no count")
            case int() | float():
                raise ToolError(f"line {node.lineno}: `{ast.unparse(node)[:40]}` calls a number: leave out the `()`")
        return self.lost(node)

    def function(
        self, name: str, arguments: ast.arguments, body: tuple[ast.stmt, ...], local: dict[str, Value]
    ) -> Function:
        """A function of the student's own, with the defaults of its arguments."""
        defaults = tuple(self.value(one, local) for one in arguments.defaults)
        return Function(name, tuple(one.arg for one in arguments.args), body, defaults)

    def _own(self, node: ast.expr, function: Function, arguments: Sequence[Value], named: dict[str, Value]) -> Value:
        """A call of a function of the student's own."""
        names = function.arguments
        with_default = names[len(names) - len(function.defaults) :]
        given = {
            **dict(zip(with_default, function.defaults, strict=True)),
            **dict(zip(names, arguments, strict=False)),
            **named,
        }
        if len(arguments) > len(names) or given.keys() != set(names):
            raise ToolError(f"line {node.lineno}: `{function.name}` takes {len(names)} arguments")
        if self.depth >= MAX_DEPTH:
            raise ToolError(f"line {node.lineno}: functions call each other too deeply for me to follow")
        self.depth += 1
        try:
            self.run(function.body, given)
        except Returned as returned:
            return returned.value
        finally:
            self.depth -= 1
        return None

    def _comprehended(
        self, wanted: ast.expr, generators: Sequence[ast.comprehension], local: dict[str, Value]
    ) -> list[Value]:
        if not generators:
            return [self.value(wanted, local)]
        first, *others = generators
        found: list[Value] = []
        for one in self.elements(first.iter, local):
            inside = dict(local)
            self.bind(first.target, one, inside)
            if all(self.value(test, inside) for test in first.ifs):
                found += self._comprehended(wanted, others, inside)
        return found

    def _indexed(self, owner: Value, index: ast.expr, local: dict[str, Value]) -> Value:
        if isinstance(owner, Generator):
            raise ToolError(f"line {index.lineno}: {one_at_a_time(owner)}")
        if isinstance(index, ast.Slice) and isinstance(owner, list | tuple):
            ends = [None if end is None else self.value(end, local) for end in (index.lower, index.upper, index.step)]
            whole = [end for end in ends if end is None or isinstance(end, int)]
            if len(whole) == 3 and whole[2] != 0:
                return self.charged(index, owner[slice(*whole)])
            self.lost(index)
        at = self.value(index, local)
        match owner, at:
            case ((list() | tuple()), int()) if -len(owner) <= at < len(owner):
                return owner[at]
            case dict(), str() if at in owner:
                return owner[at]
            case Module(type="Sequential", children=children), int() if -len(children) <= at < len(children):
                return [*children.values()][at]
        raise ToolError(f"line {index.lineno}: there is no such element")

    def operated(self, op: ast.operator, left: Value, right: Value, node: ast.stmt | ast.expr) -> Value:
        if isinstance(op, ast.Add) and isinstance(left, list) and isinstance(right, list):
            return self.charged(node, left + right)
        texts = isinstance(left, str | Text), isinstance(right, str | Text)
        if (isinstance(op, ast.Add) and all(texts)) or (isinstance(op, ast.Mod) and texts[0]):
            return shown([left, *right] if isinstance(right, tuple) else [left, right])
        if isinstance(op, ast.Mult) and isinstance(left, str) and isinstance(right, int):
            return ""  # a line of dashes
        if isinstance(op, ast.Add) and any(texts):
            raise ToolError(f"line {node.lineno}: a text and a number do not add up: turn the number into `str(…)`")
        one, other = self.act(node, number_of, left), self.act(node, number_of, right)
        operate = _OPERATORS.get(type(op))
        if isinstance(op, ast.Pow) and isinstance(other, int) and 0 <= other <= 16:
            power: Number = 1
            for _ in range(other):
                power = self.act(node, bounded, power * one)
            return power
        if operate is None:
            self.lost(node)
        if other == 0 and not isinstance(op, ast.Add | ast.Sub | ast.Mult):
            raise ToolError(f"line {node.lineno} divides by zero")
        return self.act(node, bounded, operate(one, other))

    def _compared(self, op: ast.cmpop, left: Value, right: Value, node: ast.expr) -> bool:
        result = self.act(node, compared, op, left, self.charged(node, right))
        return self.lost(node) if result is None else result

    def _defines(self, name: str, local: dict[str, Value]) -> bool:
        return name in local or name in self.names

    def name(self, name: str, local: dict[str, Value]) -> Value:
        """What a name means: the student's own, else the exercise's model, else something of a library."""
        if self._defines(name, local):
            return local[name] if name in local else self.names[name]
        if name == "__name__":
            return "__main__"
        return self._own_model() if name in USUAL_NAMES else Imported(name)

    def _own_model(self) -> Module:
        """The exercise's model, built once: a module remembers what is inside."""
        if self.own_model is None:
            self.own_model = Module("", tuple(models.layers("alexnet") if self.model is None else self.model))
        return self.own_model

    def charged(self, node: ast.stmt | ast.expr, value: Result) -> Result:
        """A value that was gone through, element by element."""
        if isinstance(value, list | tuple | dict):
            self._charge(node, len(value))
        elif isinstance(value, Generator):
            self._charge(node, len(value.values) - value.at)
        return value

    def step(self, node: ast.stmt | ast.expr) -> None:
        self._charge(node, 1)

    def _charge(self, node: ast.stmt | ast.expr, steps: int) -> None:
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise ToolError(f"line {node.lineno} goes on for too long for me to follow")

    def act(self, node: ast.stmt | ast.expr, do: Callable[..., Result], *given: object) -> Result:
        """Do this, and say on which line it failed."""
        try:
            return do(*given)
        except ToolError as error:
            text = str(error)
            raise ToolError(text if text.startswith("line ") else f"line {node.lineno}: {text}") from None

    def lost(self, node: ast.stmt | ast.expr) -> NoReturn:
        raise ToolError(f"line {node.lineno}: I cannot follow `{ast.unparse(node).splitlines()[0][:60]}`")
