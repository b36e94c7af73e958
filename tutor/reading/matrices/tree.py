"""The brackets of a page as a tree, found in one pass without recursion."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[\[\](){}]")
_CLOSES = {"]": "[", ")": "(", "}": "{"}


class Node:
    """One pair of brackets: text[start:end], `end` behind the closing one; `closed` False where that is missing."""

    __slots__ = ("children", "closed", "depth", "end", "open", "start")

    def __init__(self, sign: str, start: int, depth: int) -> None:
        self.open = sign
        self.start = start
        self.depth = depth
        self.end = -1
        self.closed = False
        self.children: list[Node] = []


class Tree:
    """The outermost brackets of a text and the closing ones that nothing opened."""

    def __init__(self, text: str) -> None:
        self.roots: list[Node] = []
        self.stray: set[int] = set()
        stack: list[Node] = []
        waiting = {"[": 0, "(": 0, "{": 0}
        for match in _BRACKET.finditer(text):
            sign, at = match.group(), match.start()
            if sign in waiting:
                node = Node(sign, at, len(stack))
                (stack[-1].children if stack else self.roots).append(node)
                stack.append(node)
                waiting[sign] += 1
            elif not waiting[_CLOSES[sign]]:
                self.stray.add(at)
            else:
                while True:
                    node = stack.pop()
                    waiting[node.open] -= 1
                    node.closed = node.open == _CLOSES[sign]
                    node.end = at + node.closed
                    if node.closed:
                        break
        for node in stack:
            node.end = len(text)
