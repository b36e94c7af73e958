"""Reading is linear: texts of doubling length, hostile to each notation, take at most in proportion more work.

Work is counted, not timed: the lines of Python that run, and in longer texts the characters that regular expressions
are handed (up to the end of a match, or to the end of the text where a search finds none).
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest

import tutor.reading.matrices
from tutor.reading import expression, numbers
from tutor.reading.matrices import matrices_in

FRAGMENTS = [
    *("[", "(", "[[", "[1, ", "[[1, 2], ", "{1,", "((1,2),", "np.array([", "f(a, ", "√(", "]", "[1]\n"),
    *("1 - ", "1,", "12.5 ", "1 2\n", "1,5 2,5\n", "1 / ", "1 2 / ", "1 a / ", "1;2\n", "- ", ",", "1.000.", "½"),
    *("\\", "\\\\", "&", "1 & ", "\\frac{", "\\begin{pmatrix} 1 & 2 ", "\\begin{pmatrix}1\\end{pmatrix}(1", "■(1&"),
    *("| 1 | 2 |\n", "|", "⎢1 -\n", "⎡1⎤\n", "[ - ]\n", "[1 2]\n", "[,1] ", "(0, 1) 5\n", "(1, 1) -> 2\n", "0 1\n"),
    *("<mtable>", "<mtr><mtd>1", "<<1|", "<1,", "features.0;1\n", "row 1: 1 2, ", "first row 1 a, ", "1 a; ", "A_{"),
    *("one hundred ", "minus ", "x = ", "A is ", "A = 1, ", "1/2 * ", "'", '"', "1'", "sqrt(", ">>> 1\n", "\ue000 1 "),
    *(
        "# [[1\n",
        "# 1 2\n",
        "... 1\n",
        "> [1\n",
        "% A =\n",
        "[]",
        "[i for ",
        "diag(x",
        "diag(a,",
        "<1,2;",
        "\u200b1",
        "1\\.",
    ),
    *(
        "mask = [true, ",
        "A(:,:,1) = 1\n",
        ", , 1\n[1,] 1\n",
        "A[0, 1] = ",
        "(A)_{1",
        "61.1m ",
        "1,024.5 17\n",
        "3a: 1 2\n",
    ),
]
LINES = (1_000, 2_000, 4_000)
CHARACTERS = (4_000, 8_000, 16_000)
GROWTH = 2.6
START = 20_000
"""Work that does not grow with the text, and what a reader may do before it gives a text up as too large."""


class _Handed:
    """A compiled pattern that counts the characters it is handed."""

    total = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> object:
        return getattr(self._pattern, name)

    def _count(self, text: str, low: int, high: int | None, found: re.Match[str] | None, missed: int) -> None:
        end = len(text) if high is None else min(high, len(text))
        _Handed.total += found.end() - low if found else min(missed, max(end - low, 0))

    def search(self, text: str, low: int = 0, high: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.search(text, low, high)
        self._count(text, low, high, found, len(text))
        return found

    def match(self, text: str, low: int = 0, high: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.match(text, low, high)
        self._count(text, low, high, found, 1)
        return found

    def fullmatch(self, text: str, low: int = 0, high: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.fullmatch(text, low, high)
        self._count(text, low, high, found, 1)
        return found

    def finditer(self, text: str, low: int = 0, high: int = sys.maxsize) -> Iterator[re.Match[str]]:
        self._count(text, low, high, None, len(text))
        return self._pattern.finditer(text, low, high)

    def findall(self, text: str) -> list[Any]:
        self._count(text, 0, None, None, len(text))
        return self._pattern.findall(text)

    def split(self, text: str) -> list[str | Any]:
        self._count(text, 0, None, None, len(text))
        return self._pattern.split(text)

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        self._count(text, 0, None, None, len(text))
        return self._pattern.sub(put, text)


class _CountedRe:
    """Stands for the module `re` in the readers."""

    def __getattr__(self, name: str) -> object:
        if name in ("search", "match", "fullmatch", "finditer", "findall", "split"):
            return lambda pattern, text, flags=0: getattr(_Handed(re.compile(pattern, flags)), name)(text)
        if name == "sub":
            return lambda pattern, put, text: _Handed(re.compile(pattern)).sub(put, text)
        return getattr(re, name)


@pytest.fixture
def _counted_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pattern of the matrix reader counts what it is handed."""
    package = tutor.reading.matrices
    names = [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    for module in [package, numbers, expression, *map(importlib.import_module, names)]:
        for name, value in list(vars(module).items()):
            if isinstance(value, re.Pattern):
                monkeypatch.setattr(module, name, _Handed(value))
        if "re" in vars(module):
            monkeypatch.setattr(module, "re", _CountedRe())


def _lines(text: str) -> int:
    """Lines of Python that run while a text is read."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        matrices_in(text)
    finally:
        sys.settrace(before)
    return count


def _characters(text: str) -> int:
    """Characters handed to regular expressions while a text is read."""
    _Handed.total = 0
    matrices_in(text)
    return _Handed.total


def _text(fragment: str, length: int) -> str:
    return (fragment * (length // len(fragment) + 1))[:length]


def _grows_in_proportion(done: list[int]) -> bool:
    return all(whole <= GROWTH * half + START for half, whole in pairwise(done))


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=repr)
def test_twice_the_text_runs_about_twice_the_lines(fragment: str) -> None:
    done = [_lines(_text(fragment, length)) for length in LINES]
    assert _grows_in_proportion(done), done


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=repr)
@pytest.mark.usefixtures("_counted_patterns")
def test_twice_the_text_hands_about_twice_the_characters_to_patterns(fragment: str) -> None:
    done = [_characters(_text(fragment, length)) for length in CHARACTERS]
    assert _grows_in_proportion(done), done
