"""What single windows of a convolution come to."""

import pytest

from tutor.reading.windows import windows_in

FIRST, LAST = "entry (1, 1)", "entry (-1, -1)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the first window sums up to one", {FIRST: 1}),
        ("for the first window I have 1·1 + 2·0 + 0·1 + 1·0 = 1", {FIRST: 1}),
        ("first window comes to 1, second to 3, third to -1", {FIRST: 1, "window 2": 3, "window 3": -1}),
        ("the sum under the very first window might be 1", {FIRST: 1}),
        ("window 1: 1, window 2: 3, window 3: -1", {FIRST: 1, "window 2": 3, "window 3": -1}),
        ("1st window = 1*1+0*2+1*0+0*1 = 1; 2nd = 3; 3rd = -1", {FIRST: 1, "window 2": 3, "window 3": -1}),
        ("the first patch sums to 1, the next one to 3", {FIRST: 1, "window 2": 3}),
        ("for the second window i get 3", {"window 2": 3}),
        ("erstes Fenster ergibt 1, zweites 3", {FIRST: 1, "window 2": 3}),
        ("patch #5 is 2", {"window 5": 2}),
        ("the second window gives minus one", {"window 2": -1}),
        ("window one is one, window two is three", {FIRST: 1, "window 2": 3}),
        ("the 4th window adds up to 4", {"window 4": 4}),
        ("last window gives 3", {LAST: 3}),
        ("first window is 1+0+0+0=1, second is 0+2+0+1=3", {FIRST: 1, "window 2": 3}),
        ("in the fifth window I have 2", {"window 5": 2}),
        # what a window holds, where it lies, how large it is
        ("first window is 1 0 1 0", {}),
        ("first window is 1, 0, 1, 0", {}),
        ("the first window is [[1,0],[1,0]]", {}),
        ("the first window is 2x2", {}),
        ("the first window covers 4 numbers", {}),
        ("the first window has 4 entries", {}),
        ("second window starts at column 2", {}),
        ("stride 2 so second window is 2 columns over", {}),
        ("is the 2nd window 2 to the right?", {}),
        ("window 3 of 9", {}),
        ("window size is 2", {}),
        ("what does the first window give", {}),
    ],
)
def test_windows(text: str, told: dict[str, float]) -> None:
    assert {one.name: one.value.item() for one in windows_in(text)} == told


def test_spans_are_the_values() -> None:
    text = "first window comes to 1, second to -3"
    assert [text[slice(*one.span)] for one in windows_in(text)] == ["1", "-3"]
