"""How a row of a table is checked: a text beside what is read in it, or beside the error it is refused with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tutor.reading.matrices import matrices_in


def _assert_reads(text: str, want: object) -> None:
    reading = matrices_in(text)
    spans = [one.span for one in reading.found] + [one.span for one in reading.errors]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    if isinstance(want, str):
        kind, _, said = want.partition(": ")
        (error,) = reading.errors
        assert error.kind == kind
        assert said in error.message
        assert error.message.endswith(".")
        assert len(error.message) > 40
        return
    assert isinstance(want, list)
    data = [one for one in reading.found if not one.loose]
    assert reading.errors == ()
    assert [one.name for one in data] == [name for name, _ in want]
    for one, (_, value) in zip(data, want, strict=True):
        wanted = np.asarray(value, dtype=float)
        assert one.value.shape == wanted.shape
        assert np.allclose(one.value, wanted, rtol=1e-12, atol=1e-12, equal_nan=True)


@pytest.fixture(scope="session")
def assert_reads() -> Callable[[str, object], None]:
    """Check a row: data as [(name, value), …] with no error, or "kind: words of the message"; loose numbers aside."""
    return _assert_reads
