"""Brackets of a program that hold no data: loops, comprehensions, lists to be filled, calls of variables.

`for s in (1, 2):` · `[f(i) for i in (0, 2, 4)]` · `out = []` above `out.append(..)` · `np.diag(vals)`
"""

from __future__ import annotations

import re

from tutor.reading.matrices.tree import Node

_EMPTY = re.compile(r"[\[({]\s*+[\])}]")
_INDEX = re.compile(r"[\[(](?:\s?[\w.+-]{1,8}\s?,){0,3}\s?:\s?[,\])]")
_COMPREHENSION = re.compile(r"\bfor\s+[\w,() ]{1,40}\bin\b")
_LOOP = re.compile(r"\bfor\s+[\w,() ]{1,40}\bin\s*\Z")
_DEFAULT = re.compile(r"(?:\bdef\s+\w+\(|\blambda\b)[^\n]*=\s*\Z")
_FILLED = re.compile(r"\.append\(|\.extend\(|\+=|^[ \t]*(?:for|while|def|return|import)\b", re.MULTILINE)
_VARIABLES = re.compile(
    r"[\s\[\](){},;]*+(?:(?!(?:nan|inf|oo|pi)\b)[^\W\d][\w.]*+(?:\[[^\[\]]{0,20}\])?+[\s\[\](){},;]*+(?:\*[ ]?)?+)++"
)
LONGEST = 400
"""How much of a bracket, and of what follows it, is looked at."""


def is_code(text: str, node: Node, before: str) -> bool:
    """Whether a bracket, with this text before it, belongs to a statement and gives no data.

    >>> from tutor.reading.matrices.tree import Tree
    >>> [is_code(text, Tree(text).roots[0], "x = ") for text in ("[i for i in x]", "x = []\\nfor", "[]")]
    [True, True, False]
    """
    if _EMPTY.match(text, node.start):
        return _DEFAULT.search(before) is not None or _FILLED.search(text, node.end, node.end + LONGEST) is not None
    if _INDEX.match(text, node.start) or _LOOP.search(before):
        return True
    end = min(node.end, node.start + LONGEST)
    return node.closed and text.find("for", node.start, end) > 0 and bool(_COMPREHENSION.search(text, node.start, end))


def takes_variables(text: str, node: Node, word: str) -> bool:
    """Whether the arguments of this call are names of variables and nothing else: `diag(vals)`, `np.array([[s, s]])`.

    >>> from tutor.reading.matrices.tree import Tree
    >>> arguments = ("vals", "[v1, v2]", "[[s, s], [s, -s]]", "[1, x]", "?")
    >>> [takes_variables(f"({one})", Tree(f"({one})").roots[0], "diag") for one in arguments]
    [True, True, True, False, False]
    """
    if not ("." in word or word in ("diag", "column_stack", "vstack", "cbind", "rbind")):
        return False
    inside = text[node.start + 1 : min(node.end - node.closed, node.start + LONGEST)].replace("-", "")
    return node.closed and node.end - node.start < LONGEST and _VARIABLES.fullmatch(inside) is not None
