"""Arrays in brackets: Python, JSON, NumPy, PyTorch, MATLAB, Octave, Julia, Mathematica, GP, calculators.

`[[1, 2], [3, 4]]` · `[1 2; 3 4]` · `{{1, 2}, {3, 4}}` · `[[1. 2.]\\n [3. 4.]]` · `(1, 2, 3)` · `[[1,2][3,4]]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.calls import CALL_WORD, called, is_array_word
from tutor.reading.matrices.cells import excerpt, open_prefix, value_of
from tutor.reading.matrices.code import is_code, takes_variables
from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import MAX_ENTRIES, Cells, Malformed, array, glued
from tutor.reading.matrices.grid import truncated as incomplete
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import Claim
from tutor.reading.matrices.scalars import is_setting
from tutor.reading.matrices.tree import Node, Tree
from tutor.reading.message import Found
from tutor.reading.numbers import number

_PLACE = re.compile(
    r"\b(?:range|interval|shapes?|sizes?|dims?|dimensions?|index|indices|positions?|entry|entries|elements?|cells?|pixels?"
    r"|coordinates?|pages?|exercises?|ex|tasks?|parts?|questions?|chapters?|sections?|sec|figures?|fig|eqs?|equations?"
    r"|versions?|strides?|padding|pad|dilation|kernel[_ ]?size|refs?|axis|axes|hints?|input_size|output_size|slides?"
    r"|output_padding|torch\.size\(?|use kernels?|kernel|seite|aufgaben?|points?|cite|lines?|tables?"
    r"|rows?|columns?|between|order|size_t|grid|window(?!\s*[=:]))"
    r"\.?\s*(?:[=:]|of|is|are|at)?\s*\$?\Z",
    re.IGNORECASE,
)
_INTERVAL = re.compile(
    r"(?:\b(?:in|within|from|between|at|over|see|on|(?<!vectors )(?<!vector )to)|∈|\\in)\s*\Z", re.IGNORECASE
)
_PLACE_AFTER = re.compile(
    r"[ \t]*-?(?:entry|element|cell|position|pixel|th\b|tensor|array|matrix|kernel|input|shape|grid|output|"
    r"stride|padding|dilation|window)"
)
_ENTRY = re.compile(  # in front of `=`: the place is part of the name
    r"[\w\]](?:[(\[]\s*\d\s*,\s*\d\s*[)\]]|(?<=\])\[\d\]|\[\d\]\[\d\])\s*="
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_FACTOR = re.compile(r"\((?:[^()]|\([^()]*\))*\)\Z")
_ROWS_LEFT = re.compile(r"(?:^|[\s=:])([-+]?[\d.]+(?:[ ]*[,; ][ ]*[-+]?[\d.]+)+)\Z", re.MULTILINE)
_CALLED = re.compile(r"\w")
_SETTING = re.compile(r"\([\s\d,()+-]*+")
_TAKES_SHAPE = re.compile(
    r"(?:zeros|ones|empty|full|rand|randn|randint|normal|uniform|reshape|view|permute|expand|tile|Size)\Z"
)
_SHAPES = re.compile(r"\b(?:shapes?|sizes?|dims|dimensions?)\b[^.;\n]*\Z", re.IGNORECASE)
_TIGHT_SIGNS = re.compile(r"[-+]?[\d.]+(?:[-+][\d.]+)+")
_MATRIX = re.compile(r"(?:[A-Z]|⊤|\d)\s*=\s*\Z")
_INTEGER = re.compile(r"\s*-?\d+\s*")


def bracketed(text: str) -> Iterator[Claim]:
    """Every array in brackets, with what stands beside it, and every bracketed array that cannot be read.

    >>> [claim.result.value.tolist() for claim in bracketed("K = [[1, 2], [0, 1]] and [1 2; 3 4]")]
    [[[1.0, 2.0], [0.0, 1.0]], [[1.0, 2.0], [3.0, 4.0]]]
    """
    if not any(sign in text for sign in "[({"):
        return
    tree = Tree(text)
    pending = list(reversed(tree.roots))
    read_until, looked_at = -1, 0
    while pending and looked_at < MAX_ENTRIES:
        node = pending.pop()
        looked_at += 1
        claim = _read(text, node, tree) if node.start >= read_until else None
        if claim:
            read_until = claim.end
            yield claim
        if claim is None or not node.closed:
            settings = set(_settings(text, node))
            yield from (Claim(child.start, child.end, None) for child in node.children if child in settings)
            pending.extend(child for child in reversed(node.children) if child not in settings)
    yield from _never_opened(text, tree, read_until)


def _settings(text: str, node: Node) -> list[Node]:
    """The tuples of integers behind the first comma of a call: `F.pad(Y, (1, 1, 1, 1))`; any in `zeros((2, 2))`."""
    if node.open != "(" or not _CALLED.match(text, max(0, node.start - 1)):
        return []
    takes_shape = _TAKES_SHAPE.search(text, max(0, node.start - 20), node.start)
    comma = node.start if takes_shape else text.find(",", node.start, node.end)
    return [
        child
        for child in node.children
        if -1 < comma < child.start and _SETTING.fullmatch(text, child.start, child.end)
    ]


def _never_opened(text: str, tree: Tree, read_until: int) -> Iterator[Claim]:
    """Rows before a closing square bracket that nothing opened: `A = 1, 2; 3, 4]`."""
    for at in sorted(tree.stray)[:16]:
        match = _ROWS_LEFT.search(text, max(text.rfind("\n", 0, at), at - 200, 0), at)
        if text[at] == "]" and at >= read_until and match:
            span = (match.start(1), at + 1)
            yield Claim(
                *span, incomplete(f"a bracket closes after `{match.group(1)[-30:]}` that was never opened").at(span)
            )


def _read(text: str, node: Node, tree: Tree) -> Claim | None:
    """What this bracket gives: data, an error, nothing to be read (None inside the claim), or only parts (None)."""
    before = text[max(0, node.start - 60) : node.start]
    word = CALL_WORD.search(before)
    name = word and (word.group(1) or word.group(2))
    start, end = node.start, node.end
    if is_code(text, node, before) or (
        is_array_word(name) and node.open == "(" and takes_variables(text, node, name or "")
    ):
        return Claim(start, end, None)
    try:
        if not node.closed:
            broken = _broken_off(text, node, name)
            if broken is None:
                return None
            end = broken
            raise incomplete(f"the bracket in `{excerpt(text, node)}` is never closed")
        if node.open == "{" and re.search(r"[\w^}\\]\Z", before):
            return None
        if word and (is_array_word(name) or node.open == "("):
            start -= len(before) - word.start()
            cells = called(text, node, name, value_of) if node.open == "(" else value_of(text, node)
        else:
            cells = value_of(text, node)
            if cells is not None and not _closes_again(text, end, tree) and not _is_data(text, node, cells, before):
                return None if _ENTRY.match(text, max(start - 1, 0)) else Claim(start, end, None)
        if cells is None:
            return None
        if isinstance(cells, list) and name in ("torch.Size", "Size"):
            return Claim(start, end, None)
        if cells is not None and len(cells) == 1 and isinstance(cells[0], str) and _ran_together(text, start, cells[0]):
            raise glued(text[node.start : node.end])
        if _closes_again(text, end, tree):
            raise incomplete(f"a bracket closes after `{excerpt(text, node)}` that was never opened")
        result = array(cells, (start, end))
    except Malformed as problem:
        return Claim(start, end, problem.at((start, end)))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, end, result)


def _broken_off(text: str, node: Node, name: str | None) -> int | None:
    """Where an array that is never closed breaks off: its own bracket, or that of the constructor around it."""
    if name and node.open == "(":
        return node.children[0].end if is_array_word(name) and node.children and node.children[0].open == "[" else None
    return open_prefix(text, node)


def _closes_again(text: str, end: int, tree: Tree) -> bool:
    """Whether a square bracket closes right behind, though none is open."""
    if not tree.stray:
        return False
    following = end + len(text[end : end + 8]) - len(text[end : end + 8].lstrip(" ,\n"))
    return following in tree.stray and text[following] == "]"


def _ran_together(text: str, start: int, cell: str) -> bool:
    """Whether the one cell of a bracket is what copying leaves of several: `A=[3-102]`, `A=[1021]`."""
    if _TIGHT_SIGNS.fullmatch(cell.strip()):
        return True
    digits = cell.strip().lstrip("-")
    return len(digits) > 3 and digits.isdigit() and _MATRIX.search(text, max(0, start - 20), start) is not None


def _scaled(before: str) -> bool:
    """Whether a factor in parentheses stands right before, as in `(1/√2)(1, 1)`."""
    match = _FACTOR.search(before)
    return match is not None and number(match.group()) is not None


def _is_data(text: str, node: Node, cells: Cells, before: str) -> bool:
    """Whether a sound bracket is data: a flat one may be a subscript, an interval, a size, arguments, a citation."""
    if not isinstance(cells, list) or any(isinstance(cell, list) for cell in cells):
        return True
    adjacent = before[-1:]
    if adjacent.isalnum() or adjacent in ("_", "]") or (adjacent == ")" and node.open == "(" and not _scaled(before)):
        return False
    inside = text[node.start + 1 : node.end - 1]
    if node.open == "(" and _THOUSANDS.fullmatch(inside.strip()) and not before.rstrip().endswith("="):
        return False
    if before.endswith(("Size(", "size=", "shape=", "stride=", "padding=", "dilation=", "kernel_size=")):
        return False
    whole = all(_INTEGER.fullmatch(cell) for cell in cells if isinstance(cell, str))
    if whole and node.open == "(" and len(cells) < 5 and _SHAPES.search(before):
        return False
    if whole and (_PLACE.search(before) or (node.open == "(" and _PLACE_AFTER.match(text, node.end))):
        return False
    if len(cells) == 2 and _INTERVAL.search(before) and (node.open == "[" or whole):
        return False
    name = name_before(text, node.start)
    eigenvalues = name == "w" and node.open == "[" and "eig" in text.lower()  # as np.linalg.eig calls them
    if is_setting(name) and not eigenvalues and (whole or len(cells) == 1 or len(name or "") > 1):
        return False
    if len(cells) == 1 and not name:
        return text.strip() == text[node.start : node.end] or "." in inside
    return True
