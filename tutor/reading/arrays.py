"""Which setting an array's name means: X is the input, K a kernel beside X and the keys beside Q."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from tools.schema import Array
from tutor.reading.eigenpairs import called_in, eigenpairs_in, product_in
from tutor.reading.eigenvalues import eigenvalues_in, values_of_vectors
from tutor.reading.gate import gated
from tutor.reading.message import Found
from tutor.reading.text import DATA

_NAMES: dict[str, str] = {
    spelling: name
    for name, spellings in {
        "eigenvalues": "eigenvalues eigenvalue eigenwerte evals lambdas lambda lam lams lambd values vals "
        "eigvals eigs w",
        "eigenvectors": "eigenvectors eigenvector eigenvektoren evecs eigvecs eigenvecs vectors vecs",
        "input": "x input image img inp inputs eingabe bild picture pixels",
        "kernel": "k kernel filter f w weight weights kern faltungskern filt kernels",
        "Q": "q query queries",
        "K": "k key keys",
        "V": "v value values val",
        "matrix": "matrix",
        "attn_mask": "mask attnmask m",
        "bias": "bias biases",
    }.items()
    for spelling in spellings.split()
    if not (name == "K" and spelling == "k") and not (name == "V" and spelling == "values")
}
_NUMBERED = re.compile(r"(lambda|eigenvalue|l|ew|v|eigenvector|u|e|q|x|ev)(\d)")
_VECTORS = gated(rf"\bvectors?(?: (?:are|is|be|were|was|like|to|with|of|now)){{0,2}}[ :=]{{0,3}}{DATA}")
"""Vectors given in an exercise whose only vectors are eigenvectors."""
_SHARED = gated(
    rf"\b(?P<names>[qkv](?: ?= ?[qkv]){{1,2}} ?=|[qkv](?: ?(?:,|and|&) ?[qkv]){{1,2}} (?:all be|all equal|all =|"
    rf"both =|be|to|are)) ?{DATA}"
)
"""One array for several inputs: "Q = K = V = □"."""
_COLUMNS = re.compile(rf"\bcolumn\b[^.?!{DATA}]{{0,30}}{DATA}")
"""Vectors that are given as the columns of Q."""
_SEVERAL = ("eigenvalues", "eigenvectors")
"""Of these a single one is none: the others are not known."""
_FAMILY_OF = {
    "eigenvalues": "eigen", "eigenvectors": "eigen", "matrix": "eigen", "input": "convolution", "kernel": "convolution",
    "Q": "attention", "K": "attention", "V": "attention", "attn_mask": "attention",
    "bias": "convolution",
}  # fmt: skip


def plain_name(name: str) -> str:
    """A name without case, marks and subscripts' signs: `\\lambda_{1}` and λ₁ are both lambda1."""
    name = name.lower().replace("λ", "lambda")
    name = name.translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789"))
    return re.sub(r"[^a-zäöü0-9]", "", name)


def setting_of(name: str | None, family: str | None) -> str | None:
    """The setting that an array of this name is in a family's exercises, None for results and intermediates.

    >>> setting_of("K", "attention"), setting_of("K", "convolution"), setting_of("Y", "convolution")
    ('K', 'kernel', None)
    """
    if name is None:
        return None
    plain = plain_name(name)
    if numbered := _NUMBERED.fullmatch(plain):
        if family not in (None, "eigen"):
            return None
        return "eigenvalues" if numbered[1] in ("lambda", "eigenvalue", "l", "ew") else "eigenvectors"
    if family == "attention" and plain in ("k", "v", "values", "vals"):
        return plain[0].upper()
    setting = _NAMES.get(plain)
    if setting is None or (family is not None and _FAMILY_OF[setting] != family):
        return None
    return setting


def family_of(names: Sequence[str | None]) -> str | None:
    """The family whose inputs bear these names, where they tell.

    >>> family_of(["Q", "K"]), family_of(["X", "K"]), family_of(["K"])
    ('attention', 'convolution', None)
    """
    plain = {plain_name(name) for name in names if name}
    if plain & {"query", "queries", "key", "keys"} or len(plain & {"q", "k", "v"}) > 1:
        return "attention"
    if plain & {"x", "input", "image", "img", "kernel", "filter", "inp", "eingabe"}:
        return "convolution"
    if any(
        (match := _NUMBERED.fullmatch(name)) and match[1] in ("lambda", "v", "eigenvalue", "eigenvector", "ew")
        for name in plain
    ):
        return "eigen"
    return (
        "eigen"
        if plain & {"eigenvalues", "eigenvectors", "eigenwerte", "eigenvektoren", "evals", "evecs", "lam"}
        else None
    )


def as_settings(found: Sequence[Found], family: str | None) -> dict[str, Array]:
    """The arrays that are inputs of a family, under their settings' names; numbered ones are stacked in order."""
    gathered: dict[str, list[tuple[str, Array]]] = {}
    for one in found:
        if one.name is not None and (setting := setting_of(one.name, family)):
            gathered.setdefault(setting, []).append((plain_name(one.name), one.value))
    return {setting: _joined(setting, [value for _, value in arrays]) for setting, arrays in gathered.items()}


def _joined(setting: str, arrays: list[Array]) -> Array:
    """One array of several pieces: λ₁, λ₂ become (n,), v₁, v₂ rows; of an input said twice the last counts."""
    if setting not in ("eigenvalues", "eigenvectors"):
        return np.atleast_1d(arrays[-1])
    if setting == "eigenvalues":
        return np.concatenate([_diagonal(array) for array in arrays])
    if len(arrays) == 1 and arrays[0].ndim == 2 and 1 not in arrays[0].shape:
        return arrays[0]
    if len({array.size for array in arrays}) > 1:
        return np.atleast_1d(arrays[-1])
    return np.stack([array.reshape(-1) for array in arrays])


def _diagonal(array: Array) -> Array:
    """The eigenvalues of an array: those on the diagonal where it is Λ, else all its entries."""
    if array.ndim == 2 and array.shape[0] == array.shape[1] and not (array - np.diag(np.diag(array))).any():
        return np.diag(array)
    return array.reshape(-1)


def shown_in(found: Sequence[Found], text: str) -> tuple[Array, ...]:
    """The arrays that a line shows as `DATA`, in order; none where it shows others as well."""
    shown = [one for one in sorted(found, key=lambda one: one.span) if one.value.ndim]
    return tuple(one.value for one in shown) if len(shown) == text.count(DATA) else ()


def _is_column(one: Found) -> bool:
    """Whether an array is one vector that bears the name of a matrix of eigenvectors."""
    return one.value.ndim == 1 and (one.name or "").lower() in ("q", "v", "u", "p")


def inputs_in(found: Sequence[Found], text: str, family: str | None) -> dict[str, Array]:
    """What a message gives to compute with: arrays by their names, or by what the line calls them."""
    found = called_in(found, text)
    named = family_of([one.name for one in found]) or family
    inputs = as_settings(found, named)
    columns = "column" in text and _COLUMNS.search(text) is not None
    unnamed = [one.value for one in found if (one.name is None or (columns and _is_column(one))) and not one.loose]
    if named == "eigen" or "eigen" in text or "lambda" in text or _VECTORS.search(text):
        vectors = [value.reshape(-1) for value in unnamed if value.size > 1 and value.size == max(value.shape)]
        first = inputs.get("eigenvectors")
        if first is None or len(first) == 1:
            vectors = [*([] if first is None else first), *vectors]
            told = "vector" in text or columns or values_of_vectors(text) is not None
            if told and vectors and len({v.size for v in vectors}) == 1:
                inputs["eigenvectors"] = np.stack(vectors)
        values = eigenvalues_in(text)
        if values is None and vectors and "eigenvalues" not in inputs:
            values = values_of_vectors(text)
        if values is not None and values.size >= inputs.get("eigenvalues", np.empty(0)).size:
            inputs["eigenvalues"] = values
    if (pairs := eigenpairs_in(text, shown_in(found, text))) is not None:
        inputs["eigenvalues"] = pairs.values
        if pairs.vectors is not None:
            inputs["eigenvectors"] = pairs.vectors
    if (shared := _SHARED.search(text)) and (arrays := shown_in(found, text)):
        value = arrays[text.count(DATA, 0, shared.end() - 1)]
        inputs |= {name.upper(): value for name in re.findall(r"\b[qkv]\b", shared["names"])}
    if "kernel" not in inputs:
        inputs.pop("bias", None)
    return {name: value for name, value in inputs.items() if name not in _SEVERAL or len(value) > 1}


def unnamed_inputs(
    found: Sequence[Found], named: Mapping[str, Array], family: str | None, text: str = ""
) -> dict[str, Array]:
    """What matrices without names of their own stand for, where something is to be computed with them and `named` are
    given: the factors of a product P D P^-1 are eigenpairs."""
    pairs = product_in(text, {plain_name(one.name): one.value for one in found if one.name and one.value.ndim})
    if pairs is not None and pairs.vectors is not None:
        return {"eigenvalues": pairs.values, "eigenvectors": pairs.vectors}
    matrices = [one.value for one in found if one.name is None and not one.loose and one.value.ndim >= 2]
    if family == "attention" and len(matrices) == 3 and not named:
        return dict(zip(("Q", "K", "V"), matrices, strict=True))
    if family == "convolution":
        missing = [name for name in ("input", "kernel") if name not in named]
        larger_first = sorted(matrices, key=lambda matrix: -matrix.size)
        return dict(zip(missing, larger_first, strict=False)) if len(matrices) <= len(missing) else {}
    return {}
