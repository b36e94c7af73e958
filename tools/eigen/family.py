"""The exercise family of matrix reconstruction, and its public tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from tools.certificates import Certificates, Handed
from tools.concept import Concept
from tools.content import Block, Formula, Hint, MatrixBlock, Prose, Step, number
from tools.eigen.arrangement import arrangement
from tools.eigen.certificates import certificates
from tools.eigen.compute import Method, ReconstructInput, Reconstruction, eigenpairs, reconstruct
from tools.eigen.concepts import CONCEPTS
from tools.eigen.decompose import decompose
from tools.eigen.hints import ladder, vectors
from tools.eigen.mistakes import LIBRARY, ROUNDINGS
from tools.eigen.notation import letters, root
from tools.eigen.practice import practice
from tools.eigen.solution import worked
from tools.eigen.working import working
from tools.family import Family, Precision, Prediction, Task, Tool
from tools.schema import Array, Json, ToolError
from tools.settings import Settings
from tools.wish import PLAIN, Wish


class EigenTask(Task):
    """Find the matrix with these eigenvalues and eigenvectors, or take a given matrix apart and rebuild it."""

    family = "eigen"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.input = _input(settings)
        self.given = eigenpairs(self.input)
        self.out = reconstruct(self.input)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return _steps(self)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        return ladder(self.given, self.out)

    @cached_property
    def solution(self) -> tuple[Block, ...]:
        return worked(self.given, self.out, from_matrix=self.settings.matrix is not None)

    @cached_property
    def predictions(self) -> tuple[Prediction, ...]:
        return LIBRARY.singles(self.given)

    @cached_property
    def harmless(self) -> tuple[str, ...]:
        return LIBRARY.harmless(self.given)

    @cached_property
    def roundings(self) -> tuple[Prediction, ...]:
        return ROUNDINGS.singles(self.given)

    @cached_property
    def pairs(self) -> tuple[Prediction, ...]:
        return LIBRARY.pairs(self.given)

    def onward(self, own: Mapping[str, Array]) -> Iterator[Prediction]:
        yield from LIBRARY.onward(self.given, own)
        inverted = LIBRARY.followed(self.given, Method(closing="inverse"), own)
        if inverted is not None:  # whatever the columns of their Q are, its inverse is no slip
            yield Prediction((), inverted)

    @cached_property
    def statement(self) -> tuple[Block, ...]:
        if self.settings.matrix is not None:
            return (
                Prose(text="Find the eigenvalues and eigenvectors of the matrix, and write it as a product of them."),
                MatrixBlock(name="A", value=self.settings.matrix),
            )
        values = [rf"\lambda_{{{i}}} = {root(float(value))}" for i, value in enumerate(self.given.values, start=1)]
        return (
            Prose(text=f"A matrix $A$ has the eigenvalues ${', '.join(values)}$ with the eigenvectors"),
            Formula(latex=vectors(self.given)),
            Prose(text="Compute the matrix $A$ they belong to."),
        )

    def certificates(self, handed: Sequence[Handed]) -> Certificates:
        return tuple(found for one in handed for found in certificates(self.given, one))

    def arranged(self, own: Mapping[str, Array]) -> Task:
        found = arrangement(self.out.Q, self.given.values, own)
        if found is None:
            return self
        order, signs = list(found.order), np.array(found.signs)
        values, rows = self.input.eigenvalues[order], self.input.eigenvectors[order] * signs[:, None]
        return EigenTask(Settings(eigenvalues=values, eigenvectors=rows))

    def working(self, step: str, at: tuple[int, ...]) -> str | None:
        return working(self.given, self.out, step, *at) if len(at) == 2 else None

    def call(self) -> tuple[str, dict[str, Json]]:
        return TOOL.name, self.input.model_dump(mode="json")


def _input(settings: Settings) -> ReconstructInput:
    """What to compute with; a matrix, if given, counts before eigenvalues and eigenvectors."""
    values, rows = settings.eigenvalues, settings.eigenvectors
    if settings.matrix is not None:
        return decompose(settings.matrix)
    if values is None and rows is None:
        raise ToolError("the eigenvalues and the eigenvectors are missing: give both, or a matrix to take apart")
    if values is None:
        raise ToolError("the eigenvalues are missing: each eigenvector needs its own")
    if rows is None:
        raise ToolError("the eigenvectors are missing: each eigenvalue needs its own")
    return ReconstructInput(eigenvalues=values, eigenvectors=rows)


def _steps(task: EigenTask) -> tuple[Step, ...]:
    """Q, Λ, QΛ, every rank-one term, A."""
    letter, out = letters(task.given), task.out
    terms = (
        Step(
            name=f"term_{i}",
            symbol=letter.term(i),
            value=term,
            aliases=(f"term {i}", f"λ{i} q{i} q{i}^t", f"λ{i} v{i} v{i}^t", f"l{i} q{i} q{i}^t", f"a{i}"),
            look=rf"Which eigenvector, on both sides, goes with $\lambda_{{{i}}}$?",
        )
        for i, term in enumerate(out.terms, start=1)
    )
    return (
        Step(
            name="Q",
            symbol=letter.matrix,
            value=out.Q,
            aliases=("q", "v", "p", "u", "s", "c", "w", "eigenvectors", "eigenvector matrix", "matrix of eigenvectors"),
            look="Which vectors are the columns of the first factor, and how long must each of them be?",
        ),
        Step(
            name="Lambda",
            symbol=r"\Lambda",
            value=out.Lambda,
            aliases=("λ", "l", "d", "sigma", "diag", "diagonal", "diagonal matrix", "eigenvalue matrix"),
            look=r"Where do the eigenvalues stand in $\Lambda$, and in which order?",
        ),
        Step(
            name="Q_Lambda",
            symbol=rf"{letter.matrix}\Lambda",
            value=out.Q_Lambda,
            aliases=("q lambda", "qλ", "q*λ", "qd", "ql", "vλ", "vd", "pd", "pλ", "first product"),
            look=r"What does $\Lambda$ on the right do to each column?",
        ),
        *terms,
        Step(
            name="A",
            symbol="A",
            value=out.matrix,
            aliases=("a", "m", "matrix", "result", "answer", "qλq^t", "qdq^t", "vλv^-1", "pdp^-1", "pdp^t"),
            look=rf"Which product is left once you have ${letter.matrix}\Lambda$?",
        ),
    )


class EigenFamily(Family):
    """A matrix from its eigenvalues and eigenvectors."""

    name = "eigen"
    title = "Eigenvalues and eigenvectors"
    precision = Precision(decimals=1, customary=1)
    fields = frozenset({"eigenvalues", "eigenvectors", "matrix"})
    topics = tuple(CONCEPTS)
    sides = (2, 3)

    def task(self, settings: Settings) -> EigenTask:
        return EigenTask(settings)

    def practice(self, seed: int, like: Settings, wish: Wish = PLAIN) -> Settings:
        return practice(seed, like, wish)

    def gist(self, task: Task) -> str:
        assert isinstance(task, EigenTask)
        given = task.given
        sign = "a negative eigenvalue" if (given.values < 0).any() else "positive eigenvalues"
        whole = np.allclose(given.norms, np.round(given.norms))
        return f"{given.n}×{given.n}, {sign} and eigenvectors whose lengths are {'whole numbers' if whole else 'roots'}"

    def idea(self, tasks: tuple[Task, ...]) -> tuple[Block, ...]:
        return (
            Prose(text="Eigenvectors are the directions a matrix only stretches; eigenvalues are the factors."),
            Formula(latex=r"A q_i = \lambda_i q_i \;\text{ for all } i \quad\Longleftrightarrow\quad A Q = Q \Lambda"),
            Prose(
                text="Solved for $A$, that is the whole plan: what is the inverse of a $Q$ with orthonormal columns?"
            ),
        )

    def concept(self, topic: str, task: Task) -> Concept:
        assert isinstance(task, EigenTask)
        return CONCEPTS[topic](task.given, task.out)

    def insight(self, task: Task) -> str:
        assert isinstance(task, EigenTask)
        value = number(float(task.given.values[0]))
        trace = number(float(np.sum(task.given.values)))
        return (
            rf"A check worth keeping: $A v_1$ must be ${value}\, v_1$, and the diagonal must add up to ${trace}$, "
            "the sum of the eigenvalues."
        )


def _run(given: Mapping[str, Json]) -> Reconstruction:
    return reconstruct(ReconstructInput.model_validate(given))


FAMILY = EigenFamily()
TOOL = Tool(
    name="reconstruct",
    summary="The matrix with these eigenvalues and eigenvectors, with every step on the way.",
    input=ReconstructInput,
    run=_run,
)
