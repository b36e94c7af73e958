"""Which act a message asks for: what the rules read, what its form settles, and what the example phrases say."""

from __future__ import annotations

import re

from tools.parameters.models import SHEETS_MODEL
from tutor.reading.acts import Match, chosen
from tutor.reading.belonging import GROUNDING, HELLO, about, elsewhere, of_sheet, thanks
from tutor.reading.draft import Draft
from tutor.reading.gate import gated
from tutor.reading.heard import Heard, computable
from tutor.reading.message import Act, Move
from tutor.reading.phrasebook import clearly, likeliest, second_opinion
from tutor.reading.scope import has_subject, strangeness
from tutor.reading.text import DATA
from tutor.reading.wanted import asks_for_result, changes_alone, changes_numbers

_COMES_OUT = re.compile(
    r"\bwhat (?:is|come|would be|come out) then\b|\b(?:which|what) (?:a|y|matrix|result|output)\b|\b(?:result|"
    r"output|outcome) ?\?|\bresult of exercise\b"
)
"""Words that ask what a computation leads to."""
_COUNTS = gated(
    r"\bhow many (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\b(?:number|amount|total) of (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\bparameter count\b|\bcount (?:the |all |all the )?(?:\w+ )?parameter\b"
)
_SUPPOSING = re.compile(
    r"\b(?:suppose|assume|think|if|what|let|take|instead|attempt|with|using|use|for|compute|give|"
    r"would)\b"
)
_QUESTION = re.compile(r"(?:do|does|is|are|can|must|should) (?!you|this|it\b)")
_OTHER_WORK = gated(
    rf"\b(?:rank|inverse|null ?space|determinant|trace|adjugate|lu|qr|svd|cholesky|jordan|cross product|norm)"
    rf"(?: (?:decomposition|factori[sz]ation|form))? (?:of|for) (?:(?:the|this|my|a|matrix) )*{DATA}|"
    r"\b(?:history|chemistry|physics|biology|geography|economics|english|french|latin|statistics) "
    r"(?:test|sheet|exam|homework|class|course|quiz|assignment)\b|"
    rf"\b(?:invert|inverse|row reduce|rref|cluster|k-means on|integrate)\b[^.?!]{{0,20}}{DATA}"
)
"""The sheets of other courses, and what those do with a matrix."""
_REQUESTS = (Act.PRACTICE, Act.HINT, Act.SOLUTION, Act.STATEMENT)
"""Requests beside which settings only say what is meant."""
_ASKED = (*_REQUESTS, Act.COMPUTE, Act.EXPLAIN, Act.PROGRESS, Act.HELP)
"""What a sentence of a long message may ask for, whatever is told around it."""
_THANKS = re.compile(r"\W*(?:thanks|thank you)\b")
_WHOLE_MOVES = (Move.NEXT, Move.AGAIN, Move.BACK, Move.UNDO, Move.YES, Move.NO, Move.WHY)
"""Moves that are the whole message."""


def act_of(draft: Draft) -> Act | None:
    """What the message asks for, None where it leaves that to the conversation.

    The rules speak first. Where the form of the message is not telling, the example phrases may overrule them.
    """
    heard = Heard(draft)
    ruled = _ruled(draft, heard)
    if _telling(draft, heard, ruled):
        return ruled
    act = second_opinion(draft.line, ruled, strangeness(draft.line))
    silent = act is None and draft.move is None
    if act is Act.CHECK and ruled in (None, Act.COMPUTE) and computable(draft) and not draft.reading.found:
        return ruled  # "3a with padding 1 only left and right": nothing was handed in
    asks = Act.COMPUTE not in (ruled, act) and (silent or {ruled, act} & {Act.EXPLAIN, Act.UNKNOWN})
    return Act.COMPUTE if (asks and changes_numbers(draft)) or asks_for_result(draft) else act


def clear_in(draft: Draft) -> bool:
    """Whether a clear phrase of the text asks for its act, and the example phrases do not speak against it."""
    act = act_of(draft)
    if act is None:
        return False
    return clearly(draft.line, act) or (Heard(draft).strongly(act) and likeliest(draft.line) is act)


def asks_clearly(draft: Draft) -> bool:
    """Whether a sentence by itself asks for something of the sheet, or for something clear that may well be of it."""
    if _THANKS.match(draft.text):
        return False
    return act_of(draft) in _ASKED and (of_sheet(draft) or (not draft.line.unknown and clear_in(draft)))


def _ruled(draft: Draft, heard: Heard) -> Act | None:
    """What the rules make of the message."""
    text = draft.text
    if draft.bare:
        return Act.CHECK
    if _OTHER_WORK.search(text):
        return Act.UNKNOWN
    if not draft.matrix and draft.move not in _WHOLE_MOVES and elsewhere(draft, heard):
        return Act.GREET if thanks(draft, heard) and not has_subject(text) else Act.UNKNOWN
    if not (heard.matches or computable(draft) or draft.firm) and _COUNTS.search(text) and not _QUESTION.match(text):
        return Act.SOLUTION
    found = heard.matches
    if not about(draft):
        found = [match for match in found if not (match.weak and match.act in (Act.EXPLAIN, Act.HINT))]
    best = chosen(found)
    act = best.act if best and _stands(best, draft) else None
    if act is Act.GREET and draft.referred.firm and HELLO.search(text):
        return None
    if draft.firm or draft.proposed or (draft.loose_answer and act is not Act.COMPUTE):
        return _with_data(draft, act, heard)
    if act is Act.COMPUTE and draft.stated == {"model": SHEETS_MODEL}:
        return Act.SOLUTION
    asks = "?" in text or _QUESTION.match(text)
    if act is None and draft.topic and asks and draft.move is None and not draft.stated:
        return Act.EXPLAIN
    return act


def _telling(draft: Draft, heard: Heard, ruled: Act | None) -> bool:
    """Whether the form of the message decides, whatever its words sound like."""
    if ruled is Act.CHECK:
        handed = any(match.act is Act.CHECK and DATA in draft.text[match.start : match.end] for match in heard.matches)
        claims = (draft.claims and heard.last(Act.CHECK) >= 0) or draft.proposed is not None
        return draft.printed or draft.bare or claims or (handed and not heard.strongly(Act.EXPLAIN))
    data = draft.text.rfind(DATA)
    if ruled is Act.HINT and 0 <= data < heard.last(ruled):
        return heard.strongly(ruled)
    if ruled is Act.UNKNOWN:
        return _OTHER_WORK.search(draft.text) is not None
    if ruled is Act.COMPUTE:
        alone = not any(heard.strongly(act) for act in _REQUESTS)
        comes_out = draft.inputs and _COMES_OUT.search(draft.text) is not None
        return (
            alone
            and (heard.strongly(Act.COMPUTE) or bool(comes_out))
            and bool(draft.stated or draft.inputs or draft.changes)
        )
    return ruled is None and (draft.move is not None or changes_alone(draft))


def _stands(best: Match, draft: Draft) -> bool:
    """Whether a request stands beside a move: "next hint" is a hint, "again" is nothing by itself."""
    if best.act is Act.GREET and draft.move is Move.SAME:
        return False  # "thanks, now one for b"
    return (
        draft.move in (None, Move.SAME, Move.CORRECT)
        or draft.firm
        or (best.act in (Act.HINT, Act.EXPLAIN, Act.SOLUTION) and not best.weak)
        or (best.act is Act.GREET and draft.move is Move.YES and "thanks" in draft.text and "please" not in draft.text)
    )


def _with_data(draft: Draft, act: Act | None, heard: Heard) -> Act:
    """What a message with data asks for: handing in, unless its words clearly ask for something else."""
    if draft.proposed is not None and act not in _REQUESTS:
        return Act.CHECK
    given = len(draft.inputs)
    answers = heard.last(Act.CHECK) >= 0
    if given and not answers and act in (None, Act.HINT) and _COMES_OUT.search(draft.text):
        return Act.COMPUTE
    to_work_with = not {"matrix", "attn_mask"}.isdisjoint(draft.inputs)
    if to_work_with and act in (None, Act.CHECK, Act.EXPLAIN, Act.SOLUTION) and not answers:
        return Act.COMPUTE
    if act is Act.COMPUTE:
        if draft.printed or draft.claims:
            return Act.CHECK
        return Act.COMPUTE if given or heard.strongly(act) else Act.CHECK
    carried = draft.move is Move.SAME or given > 1 or not GROUNDING.isdisjoint(draft.stated)
    if given and act is None and carried:
        return Act.COMPUTE
    if given and act in (None, Act.EXPLAIN) and _SUPPOSING.search(draft.text) and not answers:
        return Act.COMPUTE
    if act is Act.PROGRESS and draft.matrix:
        return Act.CHECK
    firm = [one for one in draft.reading.found if not one.loose]
    if act is Act.SOLUTION and 0 < len(firm) == given and not answers:
        return Act.COMPUTE
    if act in (Act.SOLUTION, Act.STATEMENT):
        data = draft.text.rfind(DATA)
        return act if data != -1 and heard.last(act) > data else Act.CHECK
    asked = (Act.EXPLAIN, Act.HINT, Act.PRACTICE, Act.HELP, Act.PROGRESS)
    return act if act in asked and heard.strongly(act) else Act.CHECK
