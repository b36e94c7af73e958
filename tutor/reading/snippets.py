"""Pasted Python code that counts a model's parameters: the code, and the words around it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from itertools import islice

from tools.parameters.snippet import parsed
from tools.schema import ToolError
from tutor.reading.text import MAX_CHARS

_COUNTED = re.compile(
    r"\.(?:named_)?parameters\b|\.state_dict\b|\.(?:features|classifier)\b[^\n]{0,40}\.(?:numel|shape|size)\b"
)
"""What is counted."""
_COUNTS = re.compile(r"\b(?:sum|len|numel|nelement|shape|size|prod|print|count\w*)\b|\+=")
"""How it is counted."""
_FENCED = re.compile(r"```[ \t]*+(?:python3?|py|pycon|ipython)?+[ \t]*+\n?+([^`]*+)(?:```|\Z)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d]")
_PROMPT = re.compile(r"[ \t]{0,3}(?:>>> ?|\.\.\. ?|In ?\[\d{0,4}\]: ?)")
_NAME = r"[A-Za-z_]\w*"
_PATH = rf"{_NAME}(?:\.{_NAME}|\[-?\d{{1,3}}\])*"
_LINE = re.compile(
    rf"import {_PATH}|from {_PATH} import \w|for {_NAME}(?:, ?{_NAME})* in \S|def {_NAME}\(|"
    rf"if [^?]{{1,80}}:\s*(?:#.*)?$|else ?:|with {_PATH}\(|return\b|assert \S|{_PATH}\(|[)\]}}]|#|@|"
    rf"{_NAME}(?:, ?{_NAME}){{0,3}} ?[-+*]?= ?[^=\s]|{_NAME}[ \t]*$|f?[\"']"
)
"""How a line of code begins."""
_STATEMENT = re.compile(
    rf"(?<![\w.])(?:import {_PATH}|from {_PATH} import \w|{_NAME} ?= ?{_PATH}\(|for {_NAME}(?:, ?{_NAME})* in \S)"
)
_EXPRESSION = re.compile(rf"(?<![\w.]){_PATH}\(")
MAX_STARTS = 24
"""Calls of a line that are tried as the start of an expression: each is followed to where its brackets close."""
_GOES_ON = re.compile(rf"[ \t]*(?:[-+*/]{{1,2}}[ \t]*(?={_PATH}\()|(?=[(\[])|\.(?={_NAME})|{_NAME}(?=[(\[.]))")
_SAID_OF_IT = re.compile(r"\)[ \t]+(?:is|and|or|in|not)\b[\w \t]*$")
"""Words behind an expression, which read as code too: "sum(…) is right"."""
_COMMENT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|(#[^\n]*)")
_ASSERTED = re.compile(
    r"\bassert\w*[^\n]{0,200}?(?:==[ \t]*\d|\d[ \t]*==|,[ \t]*\d)|==[ \t]*\d[\d_]{2}|\bprint\([ \t]*\d"
)
"""Code that names the number itself."""
_DESCRIBED = re.compile(r"\b(?:nn\.\w+|Conv\dd|Linear|Sequential)\(|\bclass \w+[:(]")
"""Code that describes layers of its own, which are read as settings."""


@dataclass(frozen=True)
class Snippet:
    """Code, and the text with blanks in its place; what its comments say stays among the words."""

    code: str
    words: str


def snippet_in(text: str) -> Snippet | None:
    """The code of a text that counts parameters, None without. The work is linear in the length of the text.

    >>> snippet_in("is this right? sum(p.numel() for p in model.parameters())").code
    'sum(p.numel() for p in model.parameters())'
    >>> snippet_in("what does parameters() yield?")
    """
    text = text[:MAX_CHARS]
    if not (_COUNTED.search(text) and _COUNTS.search(text)):
        return None
    found = _fenced(text) or _lines(text) or _inline(text)
    if found is None or _ASSERTED.search(found.code) or _DESCRIBED.search(found.code) or not _COUNTS.search(found.code):
        return None
    return found


def _fenced(text: str) -> Snippet | None:
    blocks = [one for one in _FENCED.finditer(text) if _LETTER.search(one[1])]
    code = "\n".join(_plain(one[1]) for one in blocks)
    return Snippet(code, _blanked(text, [one.span() for one in blocks])) if _COUNTED.search(code) else None


def _lines(text: str) -> Snippet | None:
    """Whole lines of code, the first of them perhaps behind words: "2: import torch"."""
    spans = _line_spans(text)
    at = next((index for index, (start, end) in enumerate(spans) if _COUNTED.search(text, start, end)), 0)
    if not _is_code(text[slice(*spans[at])]):
        behind = _STATEMENT.search(text, *spans[at])
        first = behind.start() if behind else None
        begin = at
    else:
        begin = at
        while begin > 0 and _is_code(text[slice(*spans[begin - 1])]):
            begin -= 1
        first = spans[begin][0]
        before = _STATEMENT.search(text, *spans[begin - 1]) if begin > 0 else None
        if before is not None and _is_code(text[before.start() : spans[begin - 1][1]]):
            first = before.start()
    end = at
    while end + 1 < len(spans) and _is_code(text[slice(*spans[end + 1])]):
        end += 1
    if first is None or (end == begin and _SAID_OF_IT.search(text, *spans[end])):
        return None
    stretch = (first, spans[end][1])
    code = _plain(text[slice(*stretch)])
    sound = _parses(code) or (end > begin and first == spans[begin][0])
    return Snippet(code, _blanked(text, [stretch])) if sound else None


def _inline(text: str) -> Snippet | None:
    """An expression among words: "does sum(p.numel() for p in m.parameters()) work"."""
    counted = _COUNTED.search(text)
    line = text.rfind("\n", 0, counted.start() if counted else 0) + 1
    for start in islice(_EXPRESSION.finditer(text, line), MAX_STARTS):
        end = _closed(text, start.start())
        code = text[start.start() : end]
        if end is not None and _COUNTED.search(code):
            return Snippet(code, _blanked(text, [(start.start(), end)])) if _parses(code) else None
        if counted and start.start() > counted.start():
            return None
    return None


def _closed(text: str, start: int) -> int | None:
    """Where the expression that starts here ends: its brackets are closed and no operator follows."""
    depth, at = 0, start
    while at < len(text):
        character = text[at]
        depth += (character in "([") - (character in ")]")
        at += 1
        if depth == 0 and character in ")]":
            more = _GOES_ON.match(text, at)
            if more is None or (more[0].strip()[:1].isalpha()):
                return at
            at = more.end()
    return None


def _line_spans(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return spans


def _is_code(line: str) -> bool:
    """Whether a whole line looks like code, or is indented or empty within it."""
    prompt = _PROMPT.match(line)
    line = line[prompt.end() :] if prompt else line
    return not line.strip() or line.startswith(("  ", "\t")) or _LINE.match(line) is not None


def _plain(code: str) -> str:
    """The code without prompts and the indentation of the whole."""
    lines = [line[prompt.end() :] if (prompt := _PROMPT.match(line)) else line for line in code.splitlines()]
    return textwrap.dedent("\n".join(lines)).strip("\n").rstrip()


def _parses(code: str) -> bool:
    try:
        parsed(code)
    except ToolError:
        return False
    return True


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text without these stretches of code, of which only comments stay."""
    for start, end in spans:
        kept = [" " if character != "\n" else character for character in text[start:end]]
        for one in _COMMENT.finditer(text, start, end):
            if one[1]:
                kept[one.start() - start : one.end() - start] = re.sub(
                    r"^[#>]+", lambda mark: " " * len(mark[0]), one[0]
                )
        text = text[:start] + "".join(kept) + text[end:]
    return text
