"""The matrix reader: what a writer gives as data in a message, in any of the usual notations.

Each notation group is a reader: a function from the page to claims. The readers run in order; what one has taken
is blanked out for the next. Text that belongs to no notation stays unread, so prose around data does not disturb.
"""

from __future__ import annotations

import re
from itertools import islice

from tutor.reading.matrices.brackets import bracketed
from tutor.reading.matrices.copies import copies
from tutor.reading.matrices.dictation import dictated, spells_numbers
from tutor.reading.matrices.latex import latex
from tutor.reading.matrices.lines import bare_rows
from tutor.reading.matrices.maple import maple
from tutor.reading.matrices.markup import markup
from tutor.reading.matrices.mathml import mathml
from tutor.reading.matrices.page import Claim, Reader, page, without
from tutor.reading.matrices.placed import placed
from tutor.reading.matrices.pretty import tall
from tutor.reading.matrices.prints import printed
from tutor.reading.matrices.rendered import rendered
from tutor.reading.matrices.runs import runs
from tutor.reading.matrices.semicolons import semicolons
from tutor.reading.matrices.slashes import slashes
from tutor.reading.matrices.slices import batches
from tutor.reading.matrices.sparse import sparse
from tutor.reading.matrices.summaries import summaries
from tutor.reading.matrices.tables import tables
from tutor.reading.matrices.told import told
from tutor.reading.message import Found, ReadError, Reading

MAX_TEXT = 1_000_000
"""Longest text that is read."""
MAX_DIGIT_RUNS = 20_000
"""Most runs of digits in a message; `0.5` has two."""
_DIGITS = re.compile(r"\d+")
_PROSE = re.compile(r"[A-Za-zÄÖÜäöüß\s.,?!'-]*+")
"""Letters and the signs of sentences, which alone are no data unless the words are numbers."""
MAX_ARRAYS = 256
"""Most arrays and numbers of one notation in a message."""

READERS: tuple[Reader, ...] = (
    mathml,
    markup,
    copies,
    latex,
    rendered,
    tall,
    summaries,
    tables,
    sparse,
    printed,
    placed,
    told,
    maple,
    bracketed,
    semicolons,
    bare_rows,
    slashes,
    runs,
    dictated,
)

IN_PROSE: tuple[Reader, ...] = (placed, told, slashes, runs, dictated)
"""The readers of what can stand in a line without any sign of a notation."""
_IN_PROSE = re.compile(r"[A-Za-z0-9ÄÖÜäöüß .,?!'\"/%+-]*+")


def _refused(why: str, length: int) -> Reading:
    """The answer to a message too long to be one student's answer."""
    message = f"{why} Send only the part the exercise asks for."
    return Reading(errors=(ReadError(kind="too_large", message=message, span=(0, length)),))


def matrices_in(text: str) -> Reading:
    """Every array and number given as data, in reading order, and every array that could not be read.

    >>> reading = matrices_in("my K = [[1, 2], [0, 1]], stride 2")
    >>> [(one.name, one.value.tolist(), one.span) for one in reading.found]
    [('K', [[1.0, 2.0], [0.0, 1.0]], (7, 23))]
    >>> matrices_in("[[1, 2], [3]]").errors[0].kind
    'ragged'
    """
    if len(text) > MAX_TEXT:
        return _refused(f"That message has {len(text):,} characters; I read at most {MAX_TEXT:,}.", len(text))
    if len(text) > MAX_DIGIT_RUNS and len(_DIGITS.findall(text)) > MAX_DIGIT_RUNS:
        return _refused(f"That message holds more than {MAX_DIGIT_RUNS // 2:,} numbers.", len(text))
    if _PROSE.fullmatch(text) and not spells_numbers(text):
        return Reading()
    whole = left = page(text)
    claims = list[Claim]()
    for reader in IN_PROSE if _IN_PROSE.fullmatch(text) else READERS:
        taken = list(islice(reader(left), MAX_ARRAYS + 1))
        if len(taken) > MAX_ARRAYS:
            return _refused(f"That message holds more than {MAX_ARRAYS} arrays or numbers.", len(text))
        if taken:
            left = without(left, taken)
            claims += taken
    results = [claim.result for claim in sorted(claims, key=lambda claim: claim[:2]) if claim.result is not None]
    if ":," in whole or ", , " in whole:
        results = list(batches(whole, results))
    return Reading(
        found=tuple(result for result in results if isinstance(result, Found)),
        errors=tuple(result for result in results if isinstance(result, ReadError)),
    )
