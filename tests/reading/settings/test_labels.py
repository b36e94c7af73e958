"""What the words beside an array say it is: a step of a family, or a matrix to be taken apart."""

import pytest

from tutor.reading.labels import labelled, steps_named
from tutor.reading.matrices import matrices_in
from tutor.reading.text import line_of

_SQUARE = "[[2, 1], [1, 2]]"


def _names(text: str) -> tuple[str | None, str | None]:
    """The name of the only array as a step, and as a setting."""
    found = matrices_in(text).found
    spans = [one.span for one in found]
    line = line_of(text, tuple(spans)).text
    (step,), (setting,) = steps_named(found, line, spans), labelled(found, line, spans)
    return step.name, setting.name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("q lambda is", "Q Lambda"),
        ("Q times Lambda gives", "Q Lambda"),
        ("the product of Q and Λ is", "Q Lambda"),
        ("first product:", "Q Lambda"),
        ("the scores are", "scores"),
        ("raw scores", "scores"),
        ("Q times K transposed is", "scores"),
        ("QK^T", "scores"),
        ("the dot products of queries and keys are", "scores"),
        ("attention scores:", "scores"),
        ("scaled scores:", "scaled"),
        ("the scores divided by sqrt 2 are", "scaled"),
        ("scores scaled by the root:", "scaled"),
        ("die skalierten Scores sind", "scaled"),
        ("weights =", "weights"),
        ("my attention weights are", "weights"),
        ("the softmax of the scores is", "weights"),
        ("die Gewichte sind", "weights"),
        ("the context matrix is", "C"),
        ("context vectors", "C"),
        ("attention output:", "C"),
        ("padded input", "padded"),
        ("the padded image is", "padded"),
        ("X padded:", "padded"),
        ("feature map:", "Y"),
        ("the output of the convolution is", "Y"),
        ("first window", "window"),
        ("first term", "term 1"),
        ("the second term is", "term 2"),
        ("second rank-one matrix:", "term 2"),
        ("first outer product", "term 1"),
    ],
)
def test_a_step_is_named_by_the_words_before_it(before: str, name: str) -> None:
    assert _names(f"{before} {_SQUARE}")[0] == name


@pytest.mark.parametrize(
    "before", ["I get", "without the softmax", "my answer for 3a", "with stride 2 and no padding it is", "not scaled"]
)
def test_other_words_name_no_step(before: str) -> None:
    assert _names(f"{before} {_SQUARE}")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "find its eigenvalues and eigenvectors: □",
        "I want to see its eigenvalues and eigenvectors: □",
        "np.linalg.eigh(□)",
        "np.linalg.eig(np.array(□))",
        "torch.linalg.eigh(torch.tensor(□))",
        "diagonalise □",
        "can you diagonalize □ for me",
        "eigendecomposition of □",
        "the spectral decomposition of the symmetric matrix □",
        "decompose A = □",
        "eigenvalues of □",
        "eigenvectors and eigenvalues of the matrix □",
        "□ what are its eigenvalues",
        "□, please diagonalise it",
        "Spektralzerlegung von □",
    ],
)
def test_a_matrix_to_be_taken_apart(text: str) -> None:
    assert _names(text.replace("□", _SQUARE))[1] == "matrix"


@pytest.mark.parametrize("text", ["my eigenvectors: □", "eigenvectors = □", "I get □", "the kernel is □", "scores □"])
def test_other_matrices_are_not_taken_apart(text: str) -> None:
    assert _names(text.replace("□", _SQUARE))[1] != "matrix"
