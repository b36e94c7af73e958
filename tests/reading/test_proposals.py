"""Which array or count a message says to come out under the settings it tells: the others are given, or asked for."""

from __future__ import annotations

import pytest

from tutor.reading.draft import draft_of

PROPOSED = {
    "so with kernel [[2,0],[1,3]] it's [[3,3],[-2,3]]?": [[3, 3], [-2, 3]],
    "then kernel [[1,-1],[2,0]] must be [[3,-1],[1,7]]?": [[3, -1], [1, 7]],
    "and kernel [[1,1],[1,1]] → [[0.5,0.25],[0.75,0.5]]?": [[0.5, 0.25], [0.75, 0.5]],
    "filter [[1,2],[0,1]] => [[1,2],[3,4]], no?": [[1, 2], [3, 4]],
    "so it's [[3,3],[-2,3]] with kernel [[2,0],[1,3]]?": [[3, 3], [-2, 3]],
    "what if the kernel was [[1,1],[1,1]], wouldn't Y be [[7,5],[5,4]]?": [[7, 5], [5, 4]],
    "dann wäre es mit dem Kernel [[3,0],[0,1]] also [[3,1],[6,0]]?": [[3, 1], [6, 0]],
    "and with kernel [[1,1],[1,1]] on that X: [[12,16],[24,28]] yes?": [[12, 16], [24, 28]],
    "so for eigenvalues 4 and 8 A is just [[4,0],[0,8]]?": [[4, 0], [0, 8]],
    "so eigenvalues 3 and 5 give [[17,-8],[-8,17]]?": [[17, -8], [-8, 17]],
    "with V = [[1,0],[0,1],[1,1]] I have C = [[4.95,7.07],[1.41,2.12]]": [[4.95, 7.07], [1.41, 2.12]],
    "so for Q = [[2,1]] the scores QK^T would be [[3,4,1]]": [[3, 4, 1]],
    "hm and with Q = [[2,1]] and that K: [[0.68,1.71]]?": [[0.68, 1.71]],
    "so 64 outputs would be 1,792?": 1792,
    "ok so 10 classes would be 11,181,642": 11181642,
    "dann wären 20 Klassen 11,186,772?": 11186772,
    "then with bias=False I'd get 5,120, right?": 5120,
    "and nn.Linear(256, 20) = 5,120?": 5120,
    "conv with 4 input channels, 9 output channels, kernel size 3 has 90 params i think": 90,
}
NOT_PROPOSED = (
    "X = [[1,2],[3,4]], kernel = [[1,0],[0,1]]?",
    "kernel is [[2,0],[1,3]] and the image is [[1,2,3],[4,5,6],[7,8,9]]?",
    "so the kernel is now [[2,0],[1,3]] and padding is 1",
    "what if the kernel becomes [[2,0],[1,3]]",
    "what is it with kernel [[2,0],[1,3]]?",
    "then the output for kernel [[2,0],[1,3]]?",
    "why does kernel [[2,0],[1,3]] give [[3,3],[-2,3]]?",
    "convolve [[1,2,3],[4,5,6],[7,8,9]] with kernel [[1,0],[0,1]]",
    "let K be [[1,0],[0,1]] and V = [[1,2],[3,4]]",
    "kernel [[2,0],[1,3]] → ?",
    "make that Q = [[2,0],[0,2]]",
    "what if Q were all zeros, Q = [[0,0],[0,0]], is C then just averages? run it",
    "now with vectors (1,2) and (2,-1) and eigenvalues 2 and 6 please",
    "and with 1024 outputs?",
    "then in_channels is 16 and out_channels is 128?",
    "the kernel would be 11 then?",
    "how many are 10 classes then",
    "so what would 10 classes be, 11,181,642?",
    "scores for Q = [[1,2],[3,4]] and K = [[1,2],[3,4]] only please",
    "rerun attention with K = [[1,2],[3,4]]",
    "[[1,2],[3,4]]",
)


@pytest.mark.parametrize("text", PROPOSED)
def test_what_comes_out_is_the_answer(text: str) -> None:
    proposed = draft_of(text).proposed
    assert proposed is not None
    assert proposed.value.tolist() == PROPOSED[text]


@pytest.mark.parametrize("text", NOT_PROPOSED)
def test_what_is_given_or_asked_for_is_none(text: str) -> None:
    assert draft_of(text).proposed is None
