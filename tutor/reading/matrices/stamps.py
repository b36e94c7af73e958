"""What messengers and mail programs write around a quoted message: the time, the date and who wrote it.

`[12.11.25, 01:13:44] Jana: A = …` · `12/11/2025, 00:47 - Ali: …` · `Tim — heute um 01:58 Uhr` · `Jana  [1:13 AM]`
"""

from __future__ import annotations

import re

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?(?![\w:])"
_DAY = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-](?:\d{2,4})?"
    r"|\d{1,2}\.? ?(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z]*\.?"
    r"(?: \d{4})?|[Hh]eute|[Gg]estern|[Tt]oday|[Yy]esterday"
    r"|(?:Mon?|Tue?|Di|Wed?|Mi|Thu?|Do|Fri?|Sat?|Sun?|So)[a-z]*\.?)"
)
_WHEN = rf"(?:{_DAY}[,T]?[ ]{{0,2}}(?:(?:um|at)[ ])?)?{_TIME}(?:[ ]Uhr)?"
_AUTHOR = r"[^\W_][^:\n\[\]<>=(]{1,40}"
_START = r"[ \t>]{0,24}"
_IN_FRONT = re.compile(
    rf"{_START}(?:\[{_WHEN}\]|{_WHEN}(?=[ ]+[-–<\w+@]))[ ]{{0,2}}(?:[-–][ ])?"
    rf"(?:[+@]?{_AUTHOR}:(?=\s|$)|<[^<>\n]{{1,40}}>:?)?"
    rf"|{_START}[+@]?{_AUTHOR} \({_TIME}\):"
)
_ALONE = re.compile(
    rf"{_START}(?:[+@]?(?:{_AUTHOR})?(?:,|[ ]+[-–—•]|:)?[ ]{{0,3}}[\[(]?{_WHEN}[\])]?:?|\[{_WHEN}\][ ]+[+@]?{_AUTHOR}"
    r"|(?:Gesendet|Sent|Date|Datum):[^\n]{1,80}|(?:On|Am)\b[^\n]{1,120}\b(?:wrote|schrieb)\b[^\n]{0,80}:)[ ]*"
)
_PHONE = re.compile(r"(?<![^\s>@])@?\+\d{2}[ ]?\d{3}[ ]?\d{5,8}(?![\w.])")
_CLOCK = re.compile(r"\d:\d\d")


def unstamped(text: str) -> str:
    """The text with these marks blanked; an author of one letter stays, it is the name of a matrix.

    >>> unstamped("[01:13] Jana: A = [1, 2]"), unstamped("slice 0:2 of [1, 2]")
    ('              A = [1, 2]', 'slice 0:2 of [1, 2]')
    """
    if "+" in text:
        text = _PHONE.sub(lambda match: " " * len(match.group()), text)
    if not _CLOCK.search(text):
        return text
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not _CLOCK.search(line, 0, 160):
            continue
        stamp = _ALONE.fullmatch(line) or _IN_FRONT.match(line)
        if stamp:
            lines[at] = re.sub(r"[^>\s]", " ", stamp.group()) + line[stamp.end() :]
    return "\n".join(lines)
