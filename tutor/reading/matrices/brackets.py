"""Arrays in brackets: Python, JSON, NumPy, PyTorch, MATLAB, Octave, Julia, Mathematica, GP, calculators.

`[[1, 2], [3, 4]]` · `[1 2; 3 4]` · `{{1, 2}, {3, 4}}` · `[[1. 2.]\\n [3. 4.]]` · `(1, 2, 3)` · `[[1,2][3,4]]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.arrays import excerpt, value_of
from tutor.reading.matrices.calls import CALL_WORD, called, is_array_word
from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, Malformed, array
from tutor.reading.matrices.grid import truncated as incomplete
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import Claim
from tutor.reading.matrices.tree import Node, Tree
from tutor.reading.message import Found

_NOT_DATA = re.compile(
    r"(?:\b(?:in|range|interval|between|shape|shapes|size|sizes|dims?|dimensions?|index|indices|position|entry|element"
    r"|elements|cell|cells|pixel|coordinates?|at|pages?|exercises?|ex|tasks?|parts?|questions?|chapters?|sections?|sec"
    r"|figures?|fig|eqs?|equation|version|strides?|padding|pad|dilation|kernel[_ ]?size|ref|refs|see|axis|axes|hint"
    r"|input_size|output_size|output_padding|step|slide|slides|and|to|of|is|order|seite|aufgabe)\b|∈|\\in)"
    r"\s*(?:=|:|of|is|are)?\s*\Z",
    re.IGNORECASE,
)
_ONLY_INDEX = re.compile(r"\b(?:and|to|of|is|in|at|see|order|step)\s*\Z", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")


def bracketed(text: str) -> Iterator[Claim]:
    """Every array in brackets, with what stands beside it, and every bracketed array that cannot be read.

    >>> [claim.result.value.tolist() for claim in bracketed("K = [[1, 2], [0, 1]] and [1 2; 3 4]")]
    [[[1.0, 2.0], [0.0, 1.0]], [[1.0, 2.0], [3.0, 4.0]]]
    """
    if not any(sign in text for sign in "[({"):
        return
    tree = Tree(text)
    pending = list(reversed(tree.roots))
    previous_end = -1
    for node in _walk(pending, text):
        if node.start < previous_end:
            continue
        claim = _read(text, node, tree)
        if claim:
            previous_end = claim.end
            yield claim


def _walk(pending: list[Node], text: str) -> Iterator[Node]:
    """Outer brackets before the ones inside them, in reading order; the caller skips what is read already."""
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(node.children))


def _read(text: str, node: Node, tree: Tree) -> Claim | None:
    """What this bracket gives: data, an error, nothing to be read (None inside the claim), or only parts (None)."""
    before = text[max(0, node.start - 60) : node.start]
    word = CALL_WORD.search(before)
    start = node.start
    try:
        name = word and (word.group(1) or word.group(2))
        if word and (is_array_word(name) or node.open == "("):
            start -= len(before) - word.start()
            cells = called(text, node, name, value_of) if node.open == "(" else value_of(text, node)
        elif node.open == "{" and re.search(r"[\w^}\\]\Z", before):
            return None
        else:
            cells = value_of(text, node)
            if cells is not None and not _is_data(text, node, cells, before):
                return Claim(node.start, node.end, None)
        if cells is None:
            return None
        if not node.closed:
            raise incomplete(f"the bracket in `{excerpt(text, node)}` is never closed")
        if _closes_again(text, node.end, tree):
            raise incomplete(f"a bracket closes after `{excerpt(text, node)}` that was never opened")
        result = array(cells, (start, node.end))
    except Malformed as problem:
        return Claim(start, node.end, problem.at((start, node.end)))
    if isinstance(result, Found):
        result = dressed(text, result)
        return Claim(*result.span, result)
    return Claim(start, node.end, result)


def _closes_again(text: str, end: int, tree: Tree) -> bool:
    """Whether a square bracket closes right behind, though none is open."""
    if not tree.stray:
        return False
    following = end + len(text[end : end + 8]) - len(text[end : end + 8].lstrip(" ,\n"))
    return following in tree.stray and text[following] == "]"


def _is_data(text: str, node: Node, cells: Cells, before: str) -> bool:
    """Whether a sound flat bracket is data: not a subscript, an interval, a size, a call's arguments, a citation."""
    if not isinstance(cells, list) or any(isinstance(cell, list) for cell in cells):
        return True
    adjacent = before[-1:]
    if adjacent.isalnum() or adjacent in ("_", "]", "'"):
        return False
    if adjacent == ")" and node.open != "[":
        return False
    inside = text[node.start + 1 : node.end - node.closed]
    if node.open == "(" and _THOUSANDS.fullmatch(inside.strip()) and not before.rstrip().endswith("="):
        return False
    place = _NOT_DATA.search(before)
    if place and (node.open == "(" or not _ONLY_INDEX.search(place.group())):
        whole = all(re.fullmatch(r"\s*-?\d+\s*", cell) for cell in cells if isinstance(cell, str))
        if whole and not (_ONLY_INDEX.search(before) and not re.search(r"(?:in|at|see)\s*\Z", before)):
            return False
    if re.match(r"\s*-?(?:entry|element|cell|position|pixel|th\b|tensor|array|matrix|kernel|input|shape)", text[node.end : node.end + 12]) and node.open == "(":
        return False
    if len(cells) == 1 and not name_before(text, node.start):
        return text.strip() == text[node.start : node.end] or "." in inside
    return True
