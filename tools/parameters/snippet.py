"""A student's code that counts parameters, followed along its syntax tree and never run.

Only what such code is made of is understood: torchvision's models and their modules, parameters, shapes, loops, sums
and prints. Length, steps, depth and numbers are bounded.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.parameters.layer import Layer
from tools.parameters.snippet_expressions import Expressions, Number, Returned
from tools.parameters.snippet_values import Imported, Shown, Text, Value
from tools.schema import ToolError

MAX_CODE = 4_000
"""Characters of the longest snippet."""


@dataclass(frozen=True)
class Counted:
    """What a snippet comes to: one number, or those that a loop prints one by one. `models` are those it builds, with
    their classes where it says so; `printed` is every number that it prints outside of loops."""

    numbers: tuple[Shown, ...]
    models: tuple[tuple[str, int | None], ...] = ()
    printed: tuple[Shown, ...] = ()

    @property
    def value(self) -> Number:
        """The last number."""
        return self.numbers[-1].value


def counted(code: str, model: Sequence[Layer] | None = None) -> Counted:
    """What a snippet prints, shows or works out last. `model` is meant by usual names that it does not define itself,
    AlexNet unless said otherwise.

    Raises ToolError, naming the line, where it cannot be followed.

    >>> counted("from torchvision.models import alexnet\\nlen(list(alexnet().parameters()))").value
    16
    >>> counted("sum(p.numel() for p in alexnet.parameters)")
    Traceback (most recent call last):
    tools.schema.ToolError: line 1: `parameters` is a method: call it, as in `parameters()`
    """
    if len(code) > MAX_CODE:
        raise ToolError(f"the code has {len(code):,} characters, and I follow up to {MAX_CODE:,}", "too_large")
    tree = parsed(code)
    followed = _Follower(model)
    try:
        followed.run(tree.body, followed.names)
    except Returned:
        raise ToolError("`return` stands outside of a function") from None
    except RecursionError:
        raise ToolError("the code is nested too deeply for me to follow") from None
    outcome = followed.outcome(tree)
    printed = tuple(Shown(value, one.line) for one in followed.shown for value in one.among)
    return Counted(outcome, tuple(followed.models), printed)


def parsed(code: str) -> ast.Module:
    """The syntax tree of code; ToolError, naming the line, where it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about escapes and comparisons, which matter only where code is run
            return ast.parse(code)
    except SyntaxError as error:
        raise ToolError(f"line {error.lineno or 1} is not valid Python") from None
    except (ValueError, RecursionError, MemoryError):  # what no Python may hold, and what is nested too deeply
        raise ToolError("the code cannot be read as Python") from None


@dataclass
class _Follower(Expressions):
    """Follows statements, and remembers what they work out: the number last, and the sum last with how many numbers
    were shown before it."""

    summed: Shown | None = None
    worked_out: Shown | None = None
    before_sum: int = 0

    def outcome(self, tree: ast.Module) -> tuple[Shown, ...]:
        """The number shown last; where a loop shows many, the sum if that is shown last or by nothing, else all."""
        last = self.shown[-1] if self.shown else self.worked_out
        if last is None:
            names = [one.name for one in tree.body if isinstance(one, ast.FunctionDef)]
            if names:
                raise ToolError(f"`{names[-1]}` is defined and never called, so no number comes out")
            raise ToolError("no number comes out of it: end with the count, or print it")
        together = tuple(one for one in self.shown if one.line == last.line)
        if len(together) < 2:
            return (last,)
        final = self.summed is not None and (self.summed.value == last.value or self.before_sum == len(self.shown))
        return (self.summed,) if final and self.summed is not None else together

    def run(self, body: Sequence[ast.stmt], local: dict[str, Value]) -> None:
        """Follow statements one after the other."""
        for statement in body:
            self._statement(statement, local)

    def _statement(self, node: ast.stmt, local: dict[str, Value]) -> None:
        self.step(node)
        match node:
            case ast.Import(names=aliases):
                for alias in aliases:
                    first = alias.name.partition(".")[0]
                    local[alias.asname or first] = Imported(alias.name if alias.asname else first)
            case ast.ImportFrom(names=aliases):
                for alias in aliases:
                    local[alias.asname or alias.name] = Imported(alias.name)
            case ast.Pass() | ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.Expr(value=expression):
                value = self.value(expression, local)
                if not (self.depth or self.loops):
                    self.print_([value], node)
            case ast.Assign(targets=targets, value=expression):
                value = self.value(expression, local)
                for target in targets:
                    self.bind(target, value, local)
                self._remember(value, node, summed=_adds_to(targets[0], expression))
            case ast.AnnAssign(target=target, value=ast.expr() as expression):
                value = self.value(expression, local)
                self.bind(target, value, local)
                self._remember(value, node, summed=False)
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=expression):
                added = self.value(expression, local)
                local[name] = self.operated(op, self.name(name, local), added, node)
                self._remember(local[name], node, summed=_adds(op, expression))
            case ast.For(target=target, iter=over, body=body, orelse=[]):
                self._loop(target, self.elements(over, local), body, local)
            case ast.If(test=test, body=body, orelse=orelse):
                self.run(body if self.value(test, local) else orelse, local)
            case ast.With(body=body):
                self.run(body, local)
            case ast.FunctionDef(name=name, args=arguments, body=body):
                local[name] = self.function(name, arguments, tuple(body), local)
            case ast.Assert(test=test):
                if not self.value(test, local):
                    self.lost(node)
            case ast.Return(value=returned):
                raise Returned(None if returned is None else self.value(returned, local))
            case _:
                self.lost(node)

    def _loop(
        self, target: ast.expr, values: Iterator[Value], body: Sequence[ast.stmt], local: dict[str, Value]
    ) -> None:
        self.loops += 1
        try:
            for one in values:
                self.bind(target, one, local)
                self.run(body, local)
        finally:
            self.loops -= 1  # also where the student's function returns from inside

    def _remember(self, value: Value, node: ast.stmt, summed: bool) -> None:
        """Keep a number that is worked out, and whether it adds up."""
        value = value.numbers[-1] if isinstance(value, Text) else value
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.worked_out = Shown(value, node.lineno)
            if summed:
                self.summed, self.before_sum = self.worked_out, len(self.shown)


def _adds_to(target: ast.expr, value: ast.expr) -> bool:
    """Whether an assignment adds to its own target: `n = n + p.numel()`."""
    if not (isinstance(target, ast.Name) and isinstance(value, ast.BinOp)):
        return False
    sides = (value.left, value.right)
    own = any(isinstance(one, ast.Name) and one.id == target.id for one in sides)
    return own and all(_adds(value.op, one) for one in sides)


def _adds(op: ast.operator, added: ast.expr) -> bool:
    """Whether this adds up sizes; what adds a constant counts the rounds of a loop."""
    return isinstance(op, ast.Add) and not isinstance(added, ast.Constant)
