"""The numbers that explanations of eigenpairs show and ask for, worked out again from the matrix itself."""

import numpy as np
import pytest

from tools.eigen.family import FAMILY
from tools.eigen.notation import root
from tools.settings import Settings
from tutor.render import block_markdown

SHEET = Settings(eigenvalues=[1, 2], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]])
LONG = Settings(eigenvalues=[3, -2], eigenvectors=[[2, 1], [1, -2]])


class Oracle:
    """The matrix, from AV = VΛ, and what belongs to it."""

    def __init__(self, settings):
        self.values, self.V = np.array(settings.eigenvalues), np.array(settings.eigenvectors).T
        self.A = np.linalg.solve(self.V.T, (self.V * self.values).T).T
        self.Q = self.V / np.sqrt((self.V**2).sum(axis=0))
        self.lengths = np.sqrt((self.V**2).sum(axis=0))
        self.whole = np.array([1, 1]) if np.allclose(self.lengths, 1) else self.V[:, 0]
        self.last = self.A @ self.V[:, -1]


ROWS = [
    # topic, the answer of its question, numbers that it shows
    ("eigenvector", lambda o: o.last[0], lambda o: o.V[:, 0]),
    ("eigenvalue", lambda o: (o.A @ o.last)[0] / o.V[0, -1], lambda o: o.values),
    ("eigenvalue_and_eigenvector", lambda o: (o.A @ (3 * o.V[:, -1]))[0] / (3 * o.V[0, -1]), lambda o: o.V[:, 0]),
    ("orthonormal", lambda o: o.V[:, 0] @ o.V[:, 0], lambda o: (o.V[:, 0] @ o.V[:, 1],)),
    ("orthogonal_and_orthonormal", lambda o: np.linalg.norm(3 * o.V[:, 0]), lambda o: o.lengths[:1]),
    ("normalization", lambda o: np.linalg.norm(2 * o.whole), lambda o: (*o.whole, np.linalg.norm(o.whole), *o.Q[:, 0])),
    ("spectral_decomposition", lambda o: len(o.A), lambda o: ()),
    ("lambda_matrix", lambda o: np.linalg.det(o.A), lambda o: o.values),
    ("q_matrix", lambda o: 1, lambda o: o.Q.flat),
    ("q_and_lambda", lambda o: (o.Q @ o.Q.T)[0, 0], lambda o: (*o.Q.flat, *o.values)),
    ("transpose", lambda o: o.Q[-1, 0], lambda o: o.Q.flat),
    ("inverse", lambda o: (o.Q * [2, 1]).T[0] @ (o.Q * [2, 1])[:, 0], lambda o: (1, 0)),
    ("symmetric", lambda o: o.values[0], lambda o: (o.V[:, 0] @ o.V[:, 1],)),
    ("rank_one", lambda o: np.outer(o.Q[:, 0], o.Q[:, 0])[0, 0], lambda o: o.Q[:, 0]),
    (
        "trace_and_determinant",
        lambda o: np.trace(2 * o.A),
        lambda o: (np.trace(o.A).round(9), np.linalg.det(o.A).round(9)),
    ),
    ("eigenpair_order", lambda o: o.values[::-1][0], lambda o: o.values),
    ("negative", lambda o: (o.A - o.values[0] * np.outer(o.Q[:, 0], o.Q[:, 0]))[0, 1], lambda o: ((o.V < 0).sum(),)),
]


def test_every_topic_has_its_row():
    assert [row[0] for row in sorted(ROWS)] == sorted(FAMILY.topics)


@pytest.mark.parametrize("settings", [SHEET, LONG, FAMILY.practice(3, SHEET)], ids=["sheet", "long", "practice"])
@pytest.mark.parametrize(("topic", "answer", "shown"), ROWS, ids=[row[0] for row in ROWS])
def test_numbers_are_those_of_the_task(topic, answer, shown, settings):
    oracle, task = Oracle(settings), FAMILY.task(settings)
    concept = FAMILY.concept(topic, task)
    text = "\n".join(map(block_markdown, concept.blocks))
    assert float(concept.question.answer) == pytest.approx(float(answer(oracle)))
    near = [0.0 if abs(value) < 1e-9 else float(value) for value in shown(oracle)]
    assert [value for value in near if root(value) not in text] == []


def test_swapping_one_of_the_two_gives_another_matrix():
    oracle = Oracle(SHEET)
    both = oracle.Q[:, ::-1] @ np.diag(oracle.values[::-1]) @ oracle.Q[:, ::-1].T
    one = oracle.Q @ np.diag(oracle.values[::-1]) @ oracle.Q.T
    assert np.allclose(both, oracle.A)
    assert not np.allclose(one, oracle.A)
    assert np.allclose(one @ oracle.V[:, 0], 2 * oracle.V[:, 0])
    text = "\n".join(map(block_markdown, FAMILY.explain("eigenpair_order", FAMILY.task(SHEET))))
    assert "stretched by $2$ instead of $1$" in text


def test_eigenvectors_that_are_not_perpendicular_are_told_so():
    task = FAMILY.task(Settings(eigenvalues=[1, 2], eigenvectors=[[1, 0], [1, 1]]))
    for topic in ("orthonormal", "transpose", "inverse", "symmetric", "q_matrix", "spectral_decomposition"):
        text = "\n".join(map(block_markdown, FAMILY.explain(topic, task)))
        assert " not" in text
