"""What stands left of a line and is no data: prompts of a continued statement, comment signs, marks of a quotation.

`... [3, 4]]` below `>>> A = [[1, 2],` · `# [[ 3 -1]` above `#  [-1  3]]` · `> [[1, 2],` above `> [3, 4]]`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

_PROMPT = re.compile(r"[ \t]*(?:>>>|In \[\d{0,5}\]:)")
_CONTINUED = re.compile(r"[ \t]*\.{3,}(?P<colon>:)?(?=[ \t]|$)")
_MARK = re.compile(r"[ \t]*(?P<sign>#+(?!>)|//|%+|(?!>>>)>(?:[ ]?>){0,3})(?=[ \t\[({]|$|(?<=>)[-+.\d])")
_COMPARED = re.compile(r"[ \t]*>[-+.\d]")
_BEHIND_CODE = re.compile(r"(?<=[\w)\]\s])(?:#|//|%)(?=[ \t])")
_NUMBER = r"[-+]?(?:[\d.]++(?:e[-+]?\d++)?|inf|nan)"
_NUMBERS = rf"{_NUMBER}(?:[ \t,;]++{_NUMBER})*+[ \t]*$"
_SHOWN = re.compile(
    r"[ \t]*(?:(?:[^\W\d][\w.]{0,20}[ \t]*(?:[=:]|<-)[ \t]*)?(?:[A-Za-z_][\w.]{0,20}\(){0,3}"
    r"[\[({]*(?<=[\[({])[ \t]*[-+.\d\[,]"
    rf"|[^\W\d][\w.]{{0,20}}[ \t]*=[ \t]*$|(?:[^\W\d]\w{{0,12}}[ \t]+(?=\S+[ \t]))?{_NUMBERS}"
    r"|[|⎡⎢⎣│┌╔]|[$ ]*\\(?:begin|pmatrix))",
    re.IGNORECASE,
)

_MATLAB = re.compile(r"(?P<before>[;\[]|\d[\])']?[ \t]*,?(?=.*))[ \t]*\.\.\.[ \t]*(?:%.*)?\n(?=[ \t]*[-+\d.\]√])")
"""MATLAB goes on in the next line: `X = [1, 2; ...`."""
MAX_BLOCK = 64
"""Most lines of a comment that are looked at together."""


def unmargined(text: str) -> str:
    """The text with these signs blanked where they stand beside an array, and with rows that are commented out blanked.

    >>> unmargined("# [[ 3 -1]\\n#  [-1  3]]"), unmargined("# 3 of 4 done")
    ('  [[ 3 -1]\\n   [-1  3]]', '# 3 of 4 done')
    >>> unmargined(">>> A = [[1, 2],\\n... [3, 4]]")
    '>>> A = [[1, 2],\\n    [3, 4]]'
    """
    lines = _without_continuations(text.split("\n"))
    marks = [_MARK.match(line) for line in lines]
    in_code = in_comment = at = 0  # square brackets still open
    while at < len(lines):
        mark = marks[at]
        if not mark:
            line = lines[at]
            comment = _BEHIND_CODE.search(line)
            in_code = max(in_code + _opened(line[: comment.start()] if comment else line), 0) if line.strip() else 0
            in_comment = max(_opened(line[comment.start() :]), 0) if comment else 0
            at += 1
            continue
        block = _block(marks[at : at + MAX_BLOCK], mark["sign"])
        if len(block) == 1 and _COMPARED.match(lines[at]):
            at += 1
            continue
        commented_out = in_code and mark["sign"][0] != ">"
        if commented_out or in_comment or any(_SHOWN.match(one.string, one.end()) for one in block):
            for row, one in enumerate(block, at):
                lines[row] = _blanked(one.string, len(one.string) if commented_out else one.end())
        at += len(block)
        in_comment = 0
    return "\n".join(lines)


def uncontinued(text: str) -> str:
    """The text with each of MATLAB's statements over several lines in one line; its rows end with `;`.

    >>> uncontinued("X = [1 2; ...\\n 3 4]"), uncontinued("[1 2 ...\\n 8 9]")
    ('X = [1 2;      3 4]', '[1 2 ...\\n 8 9]')
    """
    return _MATLAB.sub(_joined, text) if ";" in text else text


def _joined(match: re.Match[str]) -> str:
    before = match["before"]
    return before + " " * (len(match.group()) - len(before))


def _block(marks: Sequence[re.Match[str] | None], sign: str) -> list[re.Match[str]]:
    """The marks from the first on that are this sign."""
    return [mark for mark in takewhile(lambda mark: mark is not None and mark["sign"] == sign, marks) if mark]


def _without_continuations(lines: list[str]) -> list[str]:
    """The lines without `...` and `...:` below a prompt."""
    prompted = False
    for at, line in enumerate(lines):
        continued = _CONTINUED.match(line)
        if continued and (prompted or continued["colon"]):
            lines[at] = _blanked(line, continued.end())
        prompted = _PROMPT.match(line) is not None or (prompted and continued is not None)
    return lines


def _opened(line: str) -> int:
    """Square brackets opened in a line and not closed in it."""
    return line.count("[") - line.count("]")


def _blanked(line: str, end: int) -> str:
    return " " * end + line[end:]
