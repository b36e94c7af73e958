"""Masks of truth values, and what only looks like one."""

import pytest

from tutor.reading.masks import mask_in

_TRIANGLE = ((True, False), (True, True))


@pytest.mark.parametrize(
    "text",
    [
        "attn_mask = [[True, False], [True, True]]",
        "torch.tensor([[True, False], [True, True]])",
        "mask [[true,false],[true,true]]",
        "[[T, F], [T, T]]",
        "((True, False), (True, True))",
        "M = [[True, False],\n     [True, True]]",
        "torch.tensor([[1, 0], [1, 1]]).bool()",
        "np.array([[1, 0], [1, 1]], dtype=bool)",
        "torch.tensor([[1, 0], [1, 1]], dtype=torch.bool)",
        "np.array([[1, 0], [1, 1]]).astype(bool)",
        r"\begin{pmatrix} True & False \\ True & True \end{pmatrix}",
        r"\begin{bmatrix} \text{true} & \text{false} \\ \text{true} & \text{true} \end{bmatrix}",
        "[[True, True], [True, True]] no, I mean [[True, False], [True, True]]",
        "[[wahr, falsch], [wahr, wahr]]",
    ],
)
def test_truth_values_are_a_mask(text: str) -> None:
    mask = mask_in(text)
    assert mask is not None
    assert mask.rows == _TRIANGLE
    assert text[slice(*mask.span)].startswith(("[", "(", "\\begin"))


@pytest.mark.parametrize(
    "text",
    [
        "[[1, 0], [1, 1]]",
        "[[True, False], [True]]",
        "[True, False]",
        "True or False?",
        "[[True, 2], [1, 1]]",
        "[[a, b], [t, f]]",
        r"\begin{pmatrix} 1 & 0 \\ 1 & 1 \end{pmatrix}",
        r"\begin{pmatrix} t & x \\ 1 & 1 \end{pmatrix}",
        "[[True, False], [True, ...]]",
        "",
    ],
)
def test_numbers_and_words_are_none(text: str) -> None:
    assert mask_in(text) is None
