"""The grammar of one number: literals, fractions, roots, powers, percentages, small arithmetic.

A recursive descent over a bounded text; nothing is ever evaluated by Python.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

MAX_DEPTH = 16
"""Deepest nesting of parentheses in one number."""


class Number(NamedTuple):
    """A value and the decimals it was written with; None where it is exact (a fraction, a root)."""

    value: float
    decimals: int | None


_UNSIGNED = re.compile(r"(?:\d+(?:\.(\d*))?|\.(\d+))(?:(?:[eE]|\*\^)([+-]?\d{1,4}))?(?!\d)")
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:(?:,|_|'|\{,\}|\\,|\u202f)\d{3})+)(\.\d+)?")
_POINT_GROUPED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3}){2,})(?:,(\d+))?(?![\d.])")
_WORD = re.compile(r"\\?[A-Za-z_][A-Za-z_.]*(?:\d+(?=\())?")
_INFINITE = ("inf", "infinity", "infty", "oo", "np.inf", "math.inf", "torch.inf", "numpy.inf", "float.inf")
_NAN = ("nan", "np.nan", "math.nan", "torch.nan", "numpy.nan")
_ROOTS = ("sqrt", "np.sqrt", "math.sqrt", "torch.sqrt", "numpy.sqrt", "wurzel")
_FRACTIONS = ("frac", "tfrac", "dfrac", "nicefrac", "sfrac", "cfrac")
_RATIOS = ("rational", "fraction", "sympy.rational", "fractions.fraction")
_SAME = (
    "float", "int", "s", "integer", "tensor", "torch.tensor", "array", "np.array", "mathbf", "mathrm", "text",
    "textbf", "bf", "rm", "mathit", "displaystyle", "textstyle", "left", "right", "boxed", "phantom", "mbox"
)  # fmt: skip
_SCALAR_TYPE = re.compile(r"(?:np\.|numpy\.)?(?:float|int|uint)(?:8|16|32|64)?")
_TIMES = frozenset("*·×⋅∙")
_NO_FACTORS = ("\\right", "\\over")
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7),
    "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")


class Unreadable(Exception):  # noqa: N818 - said of the text
    """The text is no number."""


class Expression:
    """sum = term {± term}; term = factor {·/ factor}; factor = sign factor | atom [^ factor]."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def whole(self) -> Number:
        """The number that is the whole text."""
        result = self.sum()
        if self.peek():
            raise Unreadable
        return result

    def peek(self) -> str:
        """The next character that is no space, or nothing at the end."""
        while self.at < len(self.text):
            if self.text.startswith(("\\,", "\\;", "\\!", "\\:", "\\ "), self.at):
                self.at += 2
            elif self.text[self.at].isspace() or self.text[self.at] in "\u2061\u2062":
                self.at += 1
            else:
                return self.text[self.at]
        return ""

    def take(self, *signs: str) -> bool:
        """Step over the first of these signs that comes next."""
        self.peek()
        for sign in signs:
            if self.text.startswith(sign, self.at):
                self.at += len(sign)
                return True
        return False

    def sum(self) -> Number:
        self.depth += 1
        if self.depth > 2 * MAX_DEPTH + 1:  # each pair of parentheses is a factor and a sum
            raise Unreadable
        result = self.term()
        while (sign := self.peek()) in ("+", "-") and sign:
            self.at += 1
            right = self.term()
            value = result.value + right.value if sign == "+" else result.value - right.value
            result = Number(value, None)
        self.depth -= 1
        return result

    def term(self) -> Number:
        result = self.factor()
        divided = False
        while sign := self.peek():
            if sign == "%" or self.text.startswith("\\%", self.at):
                self.take("%", "\\%")
                decimals = None if result.decimals is None else result.decimals + 2
                result = Number(result.value / 100, decimals)
            elif self.take("//", "/", "÷"):
                result, divided = Number(result.value / self.factor().value, None), True
            elif (sign in _TIMES and not self.text.startswith("**", self.at)) or self.text.startswith(
                ("\\cdot", "\\times"), self.at
            ):
                self.take("\\cdot", "\\times", sign)
                result = self.product(result)
            elif sign == "x" and self.text[self.at + 1 :].lstrip().startswith("10"):
                self.at += 1
                result = self.product(result)
            elif divided:
                break  # 1/2√2 has two readings
            elif sign in "√(" or (sign == "\\" and not self.text.startswith(_NO_FACTORS, self.at)) or sign == "s":
                result = Number(result.value * self.factor().value, None)
            else:
                break
        return result

    def product(self, left: Number) -> Number:
        """`left` times what follows; a power of ten shifts the decimals, everything else is exact."""
        start = self.at
        right = self.factor()
        written = self.text[start : self.at].strip().strip("{}")
        if written.startswith("10") and len(written) > 2 and not written[2].isdigit() and right.value > 0:
            shift = round(math.log10(right.value))
            scaled = float(f"{left.value!r}e{shift}") if "e" not in repr(left.value) else left.value * right.value
            return Number(scaled, None if left.decimals is None else left.decimals - shift)
        return Number(left.value * right.value, None)

    def factor(self) -> Number:
        self.depth += 1
        if self.depth > 4 * MAX_DEPTH:
            raise Unreadable
        sign = self.peek()
        if sign in ("+", "-") and sign:
            self.at += 1
            result = self.factor()
            result = Number(-result.value, result.decimals) if sign == "-" else result
        else:
            result = self.atom()
            power = _SUPERSCRIPTS.match(self.text, self.at)
            if power:
                self.at = power.end()
                result = Number(_power(result.value, float(power.group().translate(_SUPERSCRIPT))), None)
            elif self.take("**", "^"):
                result = Number(_power(result.value, self.factor().value), None)
        self.depth -= 1
        return result

    def atom(self) -> Number:
        sign = self.peek()
        if sign.isdigit() or sign == ".":
            return self.literal()
        if sign in _VULGAR:
            self.at += 1
            above, below = _VULGAR[sign]
            return Number(above / below, None)
        if sign in ("(", "{", "[") and sign:
            return self.group()
        if self.take("√"):
            return Number(math.sqrt(self.factor().value), None)
        if self.take("∞"):
            return Number(math.inf, 0)
        if self.take("π"):
            return Number(math.pi, None)
        return self.word()

    def literal(self) -> Number:
        pointed = _POINT_GROUPED.match(self.text, self.at)
        if pointed:  # 61.100.840, as German groups
            self.at = pointed.end()
            whole, fraction = pointed.group(1).replace(".", ""), pointed.group(2) or ""
            return Number(float(f"{whole}.{fraction}"), len(fraction))
        grouped = _GROUPED.match(self.text, self.at)
        if grouped and not self.text[grouped.end() : grouped.end() + 1].isdigit():
            self.at = grouped.end()
            digits = re.sub(r"\D", "", grouped.group(1)) + (grouped.group(2) or "")
            return Number(float(digits), len(grouped.group(2) or ".") - 1)
        match = _UNSIGNED.match(self.text, self.at)
        if not match:
            raise Unreadable
        digits = match.group()
        if len(digits) > 1 and digits[0] == "0" and digits.isdigit():
            raise Unreadable
        self.at = match.end()
        after, only, exponent = match.groups()
        result = Number(float(digits.replace("*^", "e")), len(after or only or "") - int(exponent or 0))
        if self.text[self.at : self.at + 1] in _VULGAR and digits.isdigit():
            above, below = _VULGAR[self.text[self.at]]
            self.at += 1
            return Number(result.value + above / below, None)
        return result

    def group(self) -> Number:
        closer = {"(": ")", "{": "}", "[": "]"}[self.peek()]
        self.at += 1
        result = self.sum()
        if self.take("\\over"):  # {1 \over 2}
            result = Number(result.value / self.sum().value, None)
        if not self.take(closer):
            raise Unreadable
        return result

    def word(self) -> Number:
        match = _WORD.match(self.text, self.at)
        if not match:
            raise Unreadable
        self.at = match.end()
        name = match.group().lstrip("\\").lower()
        if name in _INFINITE:
            return Number(math.inf, 0)
        if name in _NAN:
            return Number(math.nan, 0)
        if name in ("pi", "np.pi", "math.pi", "torch.pi"):
            return Number(math.pi, None)
        if name in _ROOTS:
            return Number(math.sqrt(self.argument().value), None)
        if name in ("exp", "np.exp", "math.exp", "torch.exp"):
            return Number(math.exp(self.argument().value), None)
        if name in _FRACTIONS:
            above = self.argument()
            return Number(above.value / self.argument().value, None)
        if name in _RATIOS:
            return self.ratio()
        if name in ("left", "right", "displaystyle", "textstyle", "bf", "rm"):
            return self.factor()
        if name in _SAME or _SCALAR_TYPE.fullmatch(name):
            return self.cast()
        raise Unreadable

    def argument(self) -> Number:
        """What a LaTeX command or a function is applied to: a group, or the one digit that follows (`\\frac12`)."""
        sign = self.peek()
        if sign.isdigit():
            start = self.at
            following = _UNSIGNED.match(self.text, start)
            self.at += 1 if following is None or following.group().isdigit() else len(following.group())
            return Number(float(self.text[start : self.at]), 0)
        return self.atom()

    def ratio(self) -> Number:
        """`Rational(1, 2)`, `Fraction(1, 2)`, `Fraction('1/2')`."""
        if not self.take("("):
            raise Unreadable
        self.take("'", '"')
        result = self.sum()
        self.take("'", '"')
        if self.take(","):
            result = Number(result.value / self.sum().value, None)
        if not self.take(")"):
            raise Unreadable
        return result

    def cast(self) -> Number:
        """`np.float64(0.5)`, `float('-inf')`, `tensor(0.5)`, `\\mathbf{1}`."""
        closer = {"(": ")", "{": "}"}.get(self.peek())
        if closer is None:
            raise Unreadable
        self.at += 1
        self.take("'", '"')
        result = self.sum()
        self.take("'", '"')
        if self.take(","):  # tensor(0.5, grad_fn=<…>): what follows says nothing about the value
            self.at = max(self.text.rfind(closer), self.at)
        if not self.take(closer):
            raise Unreadable
        return result


def _power(base: float, exponent: float) -> float:
    result = base**exponent
    if isinstance(result, complex):
        raise Unreadable
    return float(result)
