# ruff: noqa: E501 - one group of fragments a row
"""Hostile texts are read in linear time: a reader that backtracks would not be done within the generous limit."""

from __future__ import annotations

import subprocess
import sys

import pytest

LENGTH = 50_000
SECONDS = 60
"""A sound reader needs about a second for each group; one quadratic pattern needs far more than the limit."""

FRAGMENTS = {
    "openers": ["(", "[", "{", "(1, ", "[1, ", "{1,", "[[1, 2], ", "((1,2),", "√(", "sqrt(", "■(", "a(", "np.array([", "f(a, "],
    "separators": [",", ", ", " ", "\n", "\t", ";", "; ", "|", "| ", "/", "1 / ", "&", "1 & ", "\\", "\\\\", "...", "-", "- "],
    "numbers": ["1", "1 ", "1,", "12.5 ", ".", "1.000.", "1,000,", "9 9/9 ", "1x", "½", "1 and ", "0 1 2\n", "1 2\n\n", "1,5 2,5\n"],
    "words": ["a ", "word ", "is ", "x = ", "a: ", "minus ", "one ", "one hundred ", "row ", "row 1: 1 2, ", "1/row 1: 1 2, ", "A/B/", "A @ "],
    "markup": ["\\begin{pmatrix} 1 & 2 ", "\\frac{", "<mtable>", "<<1|", "⎢1\n", "| 1 | 2 |\n", "(0, 1) 5\n", "[,1] ", "features.0;1\n", "```\n"],
    "mixed": ["row 1: 1 2, 1matrix{", "■(■(", "'a' ", "\ue000", "\ue001 1", "A_{", "A[0]", "|1|[1,] 1\n%", "1;[1 2]\n", ">>> 1\n", '"', "'"],
}  # fmt: skip
READ = """
import sys
from tutor.reading.matrices import matrices_in
for fragment in sys.argv[2:]:
    fragment = fragment.encode().decode("unicode_escape").encode("latin-1").decode()
    text = fragment * (int(sys.argv[1]) // len(fragment))
    matrices_in(text)
    matrices_in(text + "x")
print("read")
"""


@pytest.mark.parametrize("group", FRAGMENTS)
def test_long_repetitions_are_read_in_time(group: str) -> None:
    escaped = ["".join(f"\\x{byte:02x}" for byte in fragment.encode()) for fragment in FRAGMENTS[group]]
    command = [sys.executable, "-c", READ, str(LENGTH), *escaped]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.stdout == "read\n", done.stderr[-500:]
