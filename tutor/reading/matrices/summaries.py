"""Model summaries: parameter counts listed by layer, one a line, as text, CSV, Markdown or a drawn table.

`features.0;23296` · `conv1, 23,296` · `| fc1 | 37752832 |` · `Conv2d-1  [-1, 64, 55, 55]  23,296`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.page import TAKEN, Claim
from tutor.reading.message import Found
from tutor.reading.numbers import number

_LAYER = (
    r"(?:(?:features|classifier|layers?|conv|convolution|fc|linear|dense|lin|bn|avgpool|adaptiveavgpool|maxpool|pool|relu"
    r"|dropout|flatten)(?:[12]d)?(?:(?:[._-]?\d{1,2}(?!\d)|[ ]\d{1,2}(?!\d|[,'_ ]\d{3}(?!\d)))"
    r"(?:[.-]\d{1,2})?)?(?:\.(?:weight|bias))?"
    r"|(?:grand )?total(?: params)?|sum|gesamt|summe|all|alexnet)"
)
_SHAPE = r"(?:\[[-\d, ]{0,40}\]|\([-\d, ]{0,40}\)|\d+(?:[x×]\d+)+)"
_LINE = re.compile(
    rf"[\s|│┃║├└─*•`\"-]*+(?P<name>{_LAYER})[`*\"]*(?::\s*\d+-\d+)?(?:\s*(?:[|│┃║;,\t]|->|→|\s)\s*{_SHAPE})?"
    r"(?:\s*[|│┃║;,\t]\s*|\s*(?:->|→)\s*|\s+)"
    r"[\"*]*(?P<count>\d{1,3}(?:[,.'_ ]\d{3})+|\d+|--)[\"*]*?\s*(?:params?|parameters?|parameter)?[\s|│┃║;,]*",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"[\s|:+=─━═┄┅┈┉╌╍┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛╔╦╗╠╬╣╚╩╝╭╮╯╰┏┳┓┣╋┫┗┻┛╷╵-]*")
_LONGEST = 200
_SUM = re.compile(r"total|sum|gesamt|summe|all|alexnet", re.IGNORECASE)


def summaries(text: str) -> Iterator[Claim]:
    """The counts of every block of two or more such lines, loose, by the names of their layers.

    >>> found = [claim.result for claim in summaries("layer;count\\nfeatures.0;23296\\nfeatures.3;307392")]
    >>> [(one.name, one.value.item()) for one in found if one]
    [('features.0', 23296.0), ('features.3', 307392.0)]
    """
    if "\n" not in text:
        return
    block: list[tuple[int, re.Match[str]]] = []
    at = begin = before = 0
    for line in [*text.split("\n"), ""]:
        match = _LINE.fullmatch(line) if len(line) <= _LONGEST and TAKEN not in line else None
        if match:
            begin = begin if block else (before if _is_header(text[before : max(at - 1, before)]) else at)
            block.append((at, match))
        elif block and not (line.strip() and _SKIPPED.fullmatch(line)):
            yield from _claims(text, begin, block)
            block = []
        if not _SKIPPED.fullmatch(line) or not line.strip():
            before = at
        at += len(line) + 1


def _is_header(line: str) -> bool:
    """Whether the line above the counts holds the words of a header, no sentence."""
    return bool(re.search(r"[|│┃║;,\t]", line)) and len(line) <= _LONGEST and not any(sign.isdigit() for sign in line)


def _claims(text: str, begin: int, block: list[tuple[int, re.Match[str]]]) -> Iterator[Claim]:
    if len(block) < 2:
        return
    first = block[0][0]
    if begin < first:
        yield Claim(begin, first, None)
    for at, match in block:
        value = number(re.sub(r"\D", "", match.group("count")))
        if value is None:  # `--` in a summary: a layer without parameters
            yield Claim(at, at + match.end(), None)
            continue
        start, end = at + match.start("count"), at + match.end("count")
        name = "total" if _SUM.search(match.group("name")) else match.group("name")
        yield Claim(at, start, None)
        yield Claim(start, end, Found(name=name, value=value.value, span=(start, end), loose=True))
        yield Claim(end, at + match.end(), None)
