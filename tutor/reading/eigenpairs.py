"""Eigenvalues told with their eigenvectors, one by one: "eigenpairs (8, [2,1]) and (3, [-1,2])", "3 for v1 and 5 for
v2", or as the matrices of a product: "P D P^-1 with P = …, D = diag(3, -2)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tools.schema import Array
from tutor.reading.eigenvalues import END, ONE, value_of
from tutor.reading.message import Found
from tutor.reading.text import DATA

_NUMBER = r"-? ?\d{1,4}(?:\.\d{1,6})?"
_VECTOR = rf"(?P<vector>{DATA}|[(\[] ?{_NUMBER}(?: ?, ?{_NUMBER}){{1,3}} ?[)\]])"
_OF = (
    r"(?:(?: |[:,=>-]){0,3}\b(?:has|have|with|belongs?|belonging|to|for|on|go|goes|get|gets|and|its|the|an?|is|of|"
    r"eigenvalue|eigenvector|vector|lambda|value|direction|along|eigenspace|corresponds?|corresponding|that)\b){1,6}"
)
_VALUE = rf"(?<![\w.])(?P<value>{ONE}){END}"
_VALUE_FIRST = re.compile(rf"{_VALUE}(?: ?[:,]|{_OF}) ?[:,=>-]{{0,2}} {{0,2}}{_VECTOR}")
_VECTOR_FIRST = re.compile(rf"{_VECTOR} ?(?:[:,]|{_OF}) ?[:,=>-]{{0,2}} ?{_VALUE}")
_TO = (
    r"(?: (?:has|have|had|gets?|got|belongs?|belonging|with|go|goes|to|the|an?|eigenvalue|value|lambda|for|on|now|"
    r"of|would|have))"
)
_V = r"(?<![\w^])(?:eigenvector |vector )?v ?_? ?(?P<index>[1-3])(?!\w|\.\d)"
_NAMED_FIRST = re.compile(rf"{_V}(?:{_TO}{{1,5}} ?=? ?| ?: ?){_VALUE}")
_NAMED_LAST = re.compile(rf"{_VALUE} (?:for|to|on|belongs? to|belonging to|go to|goes with|goes to|with)(?: the)? {_V}")
_CUES = ("eigen", "lambda", "pair")
_PRODUCT = re.compile(
    r"\b(?P<m>[pquvs]|you)(?: ?[@*·] ?| )?(?:d|lambda|(?:(?:np|numpy|torch) ?\. ?)?diag\w{0,4} ?\([^()]{0,24}\))"
    r"(?: ?[@*·] ?| )?(?:(?:(?:np|numpy|torch) ?\. ?)?(?:linalg ?\. ?)?inv\w{0,4} ?\( ?(?:of )?)?(?P=m)(?![a-z])"
)
_COLUMNS = re.compile(r"\beigenvectors? (?:as|in|are|stand in|for)(?: (?:its|the|of)){0,2} columns?\b")
_VECTORS = ("p", "q", "u", "v", "s")
_VALUES = ("d", "lambda", "l", "eigenvalues", "eigvals", "lam", "lams")


_HOLDS = re.compile(
    r"\b(?P<name>[a-z]\w{0,11})(?: (?:holds?|has|have|contains?|stores?|are|is|be|=|for))?"
    r"(?: (?:the|my|all|its|our|both|two)){1,3} (?P<what>eigenvalue|eigenvector)\b"
)
_LINES = re.compile(
    rf"\b(?P<lines>column|row|inner list|list)\b (?:of|in)(?: the| matrix){{0,2}} (?P<name>[a-z]\w{{0,11}})\b"
    rf"[^.?!{DATA}]{{0,24}}\beigenvector\b"
)
"""What names are said to hold: "w holds the eigenvalues", "the columns of V are the eigenvectors"."""


@dataclass(frozen=True)
class Pairs:
    """Eigenvalues, and eigenvectors as rows where they were told."""

    values: Array
    vectors: Array | None = None


def eigenpairs_in(text: str, shown: Sequence[Array]) -> Pairs | None:
    """The eigenpairs that a normalised line tells; `shown` are the arrays that it shows as `DATA`, in order.

    >>> eigenpairs_in("eigenvalue 2 has eigenvector (1,0), eigenvalue 3 has eigenvector (1,1)", ()).vectors.tolist()
    [[1.0, 0.0], [1.0, 1.0]]
    >>> eigenpairs_in("v1 has eigenvalue 100 and v2 has one", ()).values.tolist()
    [100.0, 1.0]
    >>> eigenpairs_in("3 for v1 and 5 for v2", ()).values.tolist()
    [3.0, 5.0]
    >>> eigenpairs_in("is v1 and v2 orthonormal", ()) is None
    True
    """
    if (DATA in text or "(" in text) and any(cue in text for cue in _CUES):
        for pattern in (_VALUE_FIRST, _VECTOR_FIRST):
            pairs = [(value_of(match["value"]), vector) for match, vector in _vectors(pattern, text, shown)]
            if len(pairs) > 1 and {vector.size for _, vector in pairs} == {len(pairs)}:
                return Pairs(np.array([value for value, _ in pairs]), np.stack([vector for _, vector in pairs]))
    if not any(vector in text for vector in ("v1", "v_1", "v 1")):
        return None
    for pattern in (_NAMED_FIRST, _NAMED_LAST):
        told = {int(match["index"]): value_of(match["value"]) for match in pattern.finditer(text)}
        if len(told) > 1 and set(told) == set(range(1, len(told) + 1)):
            return Pairs(np.array([told[index] for index in sorted(told)]))
    return None


def _vectors(pattern: re.Pattern[str], text: str, shown: Sequence[Array]) -> Iterator[tuple[re.Match[str], Array]]:
    """The pairs of a pattern with their vectors."""
    for match in pattern.finditer(text):
        if match["vector"] != DATA:
            yield match, np.array([float(said.replace(" ", "")) for said in re.findall(_NUMBER, match["vector"])])
            continue
        at = text.count(DATA, 0, match.start("vector"))
        if at < len(shown) and shown[at].size == max(shown[at].shape, default=0):
            yield match, shown[at].reshape(-1)


def product_in(text: str, named: Mapping[str, Array]) -> Pairs | None:
    """The eigenpairs of a product such as P D P^-1, of which a line names the matrices; `named` holds them by name.

    >>> product_in("a = p d p^-1", {"p": np.array([[1, 2], [3, -1]]), "d": np.diag([3, -2])}).vectors.tolist()
    [[1, 3], [2, -1]]
    """
    if named.keys().isdisjoint(_VALUES) or named.keys().isdisjoint(_VECTORS):
        return None
    product = _PRODUCT.search(text) or re.search(r"\b(?P<m>[pquvs])d(?P=m)\b", text)
    if not product and not _COLUMNS.search(text):
        return None
    letters: Iterable[str] = (product["m"].replace("you", "u"),) if product else _VECTORS
    vectors = next((named[letter] for letter in letters if letter in named), None)
    values = next((named[name] for name in _VALUES if name in named), None)
    if vectors is None or values is None or vectors.ndim != 2 or vectors.shape[0] != vectors.shape[1]:
        return None
    values = np.diag(values) if values.ndim == 2 else values
    return Pairs(values, vectors.T) if len(values) == len(vectors) else None


def called_in(found: Sequence[Found], text: str) -> tuple[Found, ...]:
    """The arrays, those that a normalised line says to hold eigenvalues or eigenvectors under these names."""
    named = {one.name.lower(): one for one in found if one.name and one.value.ndim}
    if not named or "eigen" not in text:
        return tuple(found)
    roles = {_as_written(match["name"]): (match["what"] + "s", False) for match in _HOLDS.finditer(text)}
    for match in _LINES.finditer(text):
        roles[_as_written(match["name"])] = ("eigenvectors", match["lines"] == "column")
    return tuple(_under(one, *roles.get((one.name or "").lower(), (one.name, False))) for one in found)


def _as_written(name: str) -> str:
    """A name that the line has taken for a word."""
    return {"with": "w", "you": "u", "are": "r"}.get(name, name)


def _under(one: Found, name: str | None, columns: bool) -> Found:
    value = one.value.T if columns and one.value.ndim == 2 else one.value
    return one.model_copy(update={"name": name, "value": value}) if name != one.name and one.value.ndim else one
