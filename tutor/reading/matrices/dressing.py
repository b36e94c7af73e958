"""What stands right beside an array and changes it: a factor before, a transposition or factor behind (rule 7)."""

from __future__ import annotations

import re

import numpy as np

from tools.schema import Array
from tutor.reading.matrices.names import name_before
from tutor.reading.message import Found
from tutor.reading.numbers import Number, number

_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_GROUP = r"\{(?:[^{}]|\{[^{}]{0,20}\}){1,40}\}"
_ROOT = (
    rf"(?:\\sqrt\s*(?:{_GROUP}|\d)|√\s*(?:{_NUMBER}|\([^()]{{1,20}}\))"
    rf"|(?:(?:np|math|torch)\.)?[sS]qrt\s*[(\[][^()\[\]]{{1,20}}[)\]])"
)
_FRACTION = rf"\\[dt]?frac\s*(?:{_GROUP}|\d)\s*(?:{_GROUP}|\d)"
_ATOM = rf"(?:{_FRACTION}|{_NUMBER}|{_ROOT}|[½⅓⅔¼¾⅕⅙⅛⅑]|\((?:[^()\s,]|\s(?!\()|\([^()]{{1,20}}\)){{1,40}}\))"
_BEFORE = re.compile(
    rf"(?<![\w^_.\\])(?P<factor>(?:[-+][ ]?)?{_ATOM}(?:[ ]*[/*·]?[ ]*{_ATOM})?)"
    r"(?P<space>\s*)(?P<times>[*·×⋅∙]|\\cdot|\\times|\\!|\\,)?\s*\Z"
)
_AFTER = re.compile(
    rf"[ ]*(?P<operator>[/*·×⋅]|\\cdot|\\times)[ ]*(?P<factor>-?{_ATOM})(?![\w.(\[{{^]|[ ]*[/*·]?[ ]*[\d\[({{\\\ue000])"
)
_MINUS = re.compile(r"(?:(?:[=:$(]|\\approx|\bis)[ ]*|\A|(?<=\n))-(?P<space>\s*)\Z")
_TRANSPOSED = re.compile(
    r"\s?\^\s*\{?\s*(?:\\top|\\intercal|\\(?:mathsf|mathrm|text|rm|sf)?\s*\{?T\}?|\\prime|T|t|⊤|tr)\s*\}?(?![\w])"
    r"|ᵀ|⊤|\.T\b|\.mT\b|\.t\(\)|\.transpose\(\)|~|\.?'(?![\w'])"
)
_RESHAPED = re.compile(r"\.(?:reshape|view)\(\s*[\[(]?\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*[\])]?\s*\)")
_NO_OP = re.compile(r"\.(?:tolist|numpy|detach|float|double|long|cpu|contiguous|clone|item|evalf|n)\(\s*\)")
_UNSQUEEZED = re.compile(r"\.unsqueeze\(0\)(?:\.unsqueeze\(0\))?|\[None(?:, ?None)?(?:, ?(?:\.\.\.|:))*\]")


def dressed(text: str, found: Found, *, named: bool = True) -> Found:
    """The array with the factor before it, the transposition behind it and its name."""
    value, decimals, (start, end) = found.value, found.decimals, found.span
    value, end = _behind(text, value, start, end)
    after = _AFTER.match(text, end)
    if after and not text[start:end].startswith("("):
        factor = number(after.group("factor"))
        if factor and factor.value:
            shrunk = Number(1 / factor.value, None) if after.group("operator") == "/" else factor
            value, decimals = _scaled(value, decimals, shrunk)
            end = after.end()
    factor, start = _factor_before(text, start)
    if factor:
        value, decimals = _scaled(value, decimals, factor)
    name = found.name or (name_before(text, start) if named else None)
    return Found(name=name, value=value, span=(start, end), decimals=decimals, loose=found.loose)


def _behind(text: str, value: Array, start: int, end: int) -> tuple[Array, int]:
    """Transpositions, reshapes and calls that change nothing, as far as they follow."""
    while match := (_TRANSPOSED.match(text, end) or _RESHAPED.match(text, end) or _NO_OP.match(text, end)
                    or _UNSQUEEZED.match(text, end)):  # fmt: skip
        if match.re is _TRANSPOSED:
            if match.group() == "'" and text[start - 1 : start] == "'":
                break
            value = np.swapaxes(value, -1, -2) if value.ndim > 1 else value
        elif match.re is _RESHAPED:
            try:
                value = value.reshape([int(side) for side in match.group(1).split(",")])
            except ValueError:
                break
        elif match.re is _UNSQUEEZED:
            for _ in range(max(match.group().count("unsqueeze"), match.group().count("None"))):
                value = value[None]
        end = match.end()
    return value, end


def _factor_before(text: str, start: int) -> tuple[Number | None, int]:
    """The factor that ends where the array starts, and where it starts itself."""
    low = max(0, start - 90)
    tail = text[low:start]
    if not tail.strip():
        return None, start
    minus = _MINUS.search(tail)
    if minus and (not minus.group("space") or minus.group()[0] in "=:$(\\i"):
        return Number(-1, 0), low + minus.group().index("-") + minus.start()
    match = _BEFORE.search(tail)
    if not match:
        return None, start
    written = match.group("factor")
    factor = number(written)
    if factor is None or not _is_factor(tail[: match.start()], written, match.group("space"), match.group("times")):
        return None, start
    return factor, low + match.start()


def _is_factor(before: str, written: str, space: str, times: str | None) -> bool:
    """Whether a number before an array multiplies it: the integer of "exercise 3 [[..]]" does not."""
    left = before.rstrip(" ")
    if "\n" in space and times is None:
        return False
    if left.endswith(("=", "$", "≈", "\\approx")) or times is not None:
        return True
    if written[-1] == ".":
        return False
    if written.lstrip("+-").isdigit() or (written[0] == "(" and written[1:-1].strip().isdigit()):
        return not space and not left[-1:].isalnum() and left.endswith((":", "(")) is False and written[0] != "("
    return re.search(r"(?:part|exercise|ex|version|page|section|chapter|no\.?|task)\Z", left.lower()) is None


def _scaled(value: Array, decimals: int | None, factor: Number) -> tuple[Array, int | None]:
    """The array times a factor; an exact factor keeps the decimals of decimal-point cells only."""
    scaled = value * factor.value
    if decimals is None or factor.decimals is None:
        return scaled, decimals if decimals and decimals > 0 else None
    if factor.value == -1:
        return -value + 0.0, decimals
    shift = round(np.log10(abs(factor.value)))
    if abs(factor.value) == 10.0**shift:
        return scaled, decimals - shift
    return scaled, decimals + factor.decimals
