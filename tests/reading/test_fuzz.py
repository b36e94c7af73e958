"""A hundred thousand mangled messages and five thousand turns: nothing raises, spans and sizes stay within bounds.

Each share is one process, so that two cores read at once. A failure names the text and where it came from.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MANGLING = Path(__file__).with_name("mangling.py")
SHARES = [("messages", 1, 50_000), ("messages", 2, 50_000), ("turns", 3, 5_000)]
LIMIT = 900
"""Seconds after which a reader that hangs is given up."""


@pytest.fixture(scope="module")
def running() -> Iterator[dict[tuple[str, int, int], subprocess.Popen[str]]]:
    """All shares, at work."""
    processes = {
        share: subprocess.Popen(
            [sys.executable, str(MANGLING), *map(str, share)],
            cwd=MANGLING.parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for share in SHARES
    }
    yield processes
    for process in processes.values():
        process.kill()
        process.wait()


@pytest.mark.parametrize("share", SHARES, ids=lambda share: f"{share[0]} {share[1]}")
def test_mangled_text_is_read_within_bounds(
    running: dict[tuple[str, int, int], subprocess.Popen[str]], share: tuple[str, int, int]
) -> None:
    said, wrong = running[share].communicate(timeout=LIMIT)
    assert said == f"kept {share[2]}\n", wrong[-2000:]
