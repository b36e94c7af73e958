"""What stands right beside an array and changes it: a factor before, a transposition or factor behind (rule 7)."""

from __future__ import annotations

import re

import numpy as np

from tools.schema import Array
from tutor.reading.matrices.grid import Malformed, numbers_spoken
from tutor.reading.matrices.names import name_before
from tutor.reading.message import Found, ReadError
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
    rf"[ ]*(?:(?:[*·×⋅]|\\cdot|\\times)[ ]*(?P<ratio>-?{_ATOM}[ ]*/[ ]*{_ATOM})"
    rf"|(?P<operator>[/*·×⋅]|\\cdot|\\times)[ ]*(?P<factor>-?{_ATOM}))(?![\w.(\[{{^]|[ ]*[/*·]?[ ]*[\d\[({{\\\ue000])"
)
_DIVIDED_TWICE = re.compile(r"[ ]*/[ ]*(?P<above>\d+(?:\.\d+)?)[ ]*/[ ]*(?P<below>\d+(?:\.\d+)?)(?![\d/])")
_MINUS = re.compile(r"(?:(?:[=:$(]|\\approx|\bis)[ ]*|\A|(?<=[\n\ue000]))-(?P<space>\s*)\Z")
_TRANSPOSED = re.compile(
    r"\s?\^\s*\{?\s*(?:\\top|\\intercal|\\(?:mathsf|mathrm|text|rm|sf)?\s*\{?T\}?|\\prime|T|t|⊤|tr)\s*\}?(?![\w])"
    r"|ᵀ|⊤|\.T\b|\.mT\b|\.t\(\)|\.transpose\(\)|~|\.?'(?![\w'])"
)
_RESHAPED = re.compile(r"\.(?:reshape|view)\(\s*[\[(]?\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*[\])]?\s*\)")
_NO_OP = re.compile(r"\.(?:tolist|numpy|detach|float|double|long|cpu|contiguous|clone|item|evalf|n)\(\s*\)")
_UNSQUEEZED = re.compile(r"\.unsqueeze\(0\)(?:\.unsqueeze\(0\))?|\[None(?:, ?None)?(?:, ?(?:\.\.\.|:))*\]")


def dressed(text: str, found: Found, *, named: bool = True) -> Found | ReadError:
    """The array with the factor before it, the transposition behind it and its name; refused if they do not apply."""
    value, decimals, (start, end) = found.value, found.decimals, found.span
    try:
        value, end = _behind(text, value, start, end)
        if twice := _DIVIDED_TWICE.match(text, end):
            raise Malformed(
                "non_numeric",
                f"Behind the array stands `{twice.group().strip()}`, which I could take for two divisions or for one "
                f"by a fraction. Write `* {twice.group('below')}/{twice.group('above')}` or "
                f"`/ ({twice.group('above')}/{twice.group('below')})`, and send it again.",
            )
    except Malformed as problem:
        return problem.at((start, end))
    after = _AFTER.match(text, end)
    if after:
        factor = number(after.group("factor") or after.group("ratio"))
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
    """Transpositions, reshapes and calls that change nothing, as far as they follow; Malformed if they do not fit."""
    while True:
        if match := _TRANSPOSED.match(text, end):
            if match.group() == "'" and text[start - 1 : start] == "'":
                return value, end
            value = np.swapaxes(value, -1, -2) if value.ndim > 1 else value
        elif match := _RESHAPED.match(text, end):
            try:
                value = value.reshape([int(side) for side in match.group(1).split(",")])
            except ValueError:
                raise Malformed(
                    "ragged",
                    f"`{match.group()[1:]}` does not fit: the array has {numbers_spoken(value.size)}. "
                    "Send it again with as many numbers as the shape holds.",
                ) from None
        elif match := _UNSQUEEZED.match(text, end):
            for _ in range(max(match.group().count("unsqueeze"), match.group().count("None"))):
                value = value[None]
        else:
            match = _NO_OP.match(text, end)
        if not match:
            return value, end
        end = match.end()


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
    times = match.group("times")
    if factor is None or not _is_factor(tail[: match.start()], written, match.group("space"), times):
        return None, start
    if not times and (factor.value == 0 or not np.isfinite(factor.value)):
        return None, start  # nobody takes that out of an array
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
    if decimals is None or factor.decimals is None or factor.value == 0 or not np.isfinite(factor.value):
        return scaled, decimals if decimals and decimals > 0 else None
    if factor.value == -1:
        return -value + 0.0, decimals
    shift = round(np.log10(abs(factor.value)))
    if abs(factor.value) == 10.0**shift:
        return scaled, decimals - shift
    return scaled, decimals + factor.decimals
