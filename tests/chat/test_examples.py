"""The examples in the docstrings of the chat, which pytest's own collection leaves out (it trips over Chainlit)."""

import doctest
from types import ModuleType

import pytest

from tutor.chat import calls, dialect, gate, page


@pytest.mark.parametrize("module", [calls, dialect, gate, page], ids=lambda module: module.__name__)
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
