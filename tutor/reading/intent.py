"""Which act a message asks for: what the rules read, what its form settles, and what the example phrases say."""

from __future__ import annotations

import re

from tutor.reading.acts import Match, chosen, matches
from tutor.reading.draft import Draft
from tutor.reading.gate import Gate
from tutor.reading.message import Act, Move
from tutor.reading.phrasebook import NEARLY, clearly, likeliest, nearly_elsewhere, second_opinion
from tutor.reading.rules import RULES
from tutor.reading.scope import everyday, evidence, has_subject, out_of_scope, strangeness
from tutor.reading.text import DATA

_GROUNDING = frozenset(
    {"stride", "padding", "dilation", "model", "layers", "kernel_size", "eigenvalues", "eigenvectors"}
    | {"num_classes", "in_channels", "out_channels", "in_features", "out_features", "is_causal", "softmax", "scale"}
)
"""Settings that nothing but the sheet has."""
_COMES_OUT = re.compile(
    r"\bwhat (?:is|come|would be|come out) then\b|\b(?:which|what) (?:a|y|matrix|result|output)\b|\b(?:result|"
    r"output|outcome) ?\?|\bresult of exercise\b"
)
"""Words that ask what a computation leads to."""
_OWN_NUMBERS = re.compile(
    r"\b(?:my own|custom|other|own) (?:matrix|number|input|value|image|kernel|example|data|eigenvalue|"
    r"filter)\b"
)
_COUNTS = re.compile(
    r"\bhow many (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\b(?:number|amount|total) of (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\bparameter count\b|\bcount (?:the |all |all the )?(?:\w+ )?parameter\b"
)
_ALL = Gate(RULES)
_SETTLED = Gate(rule for rule in RULES if rule.act is not Act.COMPUTE)
"""The rules for texts that say nothing to compute with."""
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|these|those|there|them|here|matrix|entry|row|column|step|number|value|"
    r"understand)\b"
)
_SUPPOSING = re.compile(
    r"\b(?:suppose|assume|think|if|what|let|take|instead|attempt|with|using|use|for|compute|give|"
    r"would)\b"
)
_QUESTION = re.compile(r"(?:do|does|is|are|can|must|should) (?!you|this|it\b)")
_HELLO = re.compile(r"(?:oh |ah |and )?\b(?:hello|hi|hey|good (?:morning|evening|afternoon|day))\b")
_TASK = re.compile(r"\b(?:hint|solution|answer|statement|exercise|practice)\b")
_OF_SHEET = re.compile(r"\b(?:hint|solution|exercise|sheet|practice|tutor|matrix|statement|homework)\b")
_ASKS = re.compile(
    r"\b(?:what|how|where|when|who|which|can|could|is|are|do|does|will|play|book|set|call|turn|order|"
    r"buy)\b"
)


_OTHER_WORK = re.compile(
    rf"\b(?:rank|inverse|null ?space|determinant|trace|adjugate|lu|qr|svd|cholesky|jordan|cross product|norm)"
    rf"(?: (?:decomposition|factori[sz]ation|form))? (?:of|for) (?:(?:the|this|my|a|matrix) )*{DATA}|"
    r"\b(?:history|chemistry|physics|biology|geography|economics|english|french|latin|statistics) "
    r"(?:test|sheet|exam|homework|class|course|quiz|assignment)\b|"
    rf"\b(?:invert|inverse|row reduce|rref|cluster|k-means on|integrate)\b[^.?!]{{0,20}}{DATA}"
)
"""The sheets of other courses, and what those do with a matrix."""
_NEED_NO_SUBJECT = (Act.HELP, Act.HINT, Act.CHECK, Act.GREET)
"""What a first message may ask for without a word of the sheet: "help", "check my answer"."""
_REQUESTS = (Act.PRACTICE, Act.HINT, Act.SOLUTION, Act.STATEMENT)
"""Requests beside which settings only say what is meant."""
_ASKED = (*_REQUESTS, Act.COMPUTE, Act.EXPLAIN, Act.PROGRESS, Act.HELP)
"""What a sentence of a long message may ask for, whatever is told around it."""
_THANKS = re.compile(r"\W*(?:thanks|thank you)\b")
_SURELY, _PERHAPS = 1.0, 2.0
"""The lead of other subjects that outweighs a word of the sheet; how near they come to settle a text without one."""
_WHOLE_MOVES = (Move.NEXT, Move.AGAIN, Move.BACK, Move.UNDO, Move.YES, Move.NO, Move.WHY)
"""Moves that are the whole message."""


class _Heard:
    """What the rules hear in a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.matches = matches(draft.text, _ALL if _computable(draft) else _SETTLED)

    def strongly(self, act: Act) -> bool:
        """Whether a clear phrase asks for this act."""
        return any(match.act is act and not match.weak for match in self.matches)

    def last(self, act: Act) -> int:
        """Where this act is asked for last, -1 where it is not."""
        return max((match.start for match in self.matches if match.act is act), default=-1)


def act_of(draft: Draft) -> Act | None:
    """What the message asks for, None where it leaves that to the conversation.

    The rules speak first. Where the form of the message is not telling, the example phrases may overrule them.
    """
    heard = _Heard(draft)
    ruled = _ruled(draft, heard)
    if _telling(draft, heard, ruled):
        return ruled
    act = second_opinion(draft.line, ruled, strangeness(draft.line))
    silent = act is None and draft.move is None
    asks = Act.COMPUTE not in (ruled, act) and (silent or {ruled, act} & {Act.EXPLAIN, Act.UNKNOWN})
    return Act.COMPUTE if asks and _changes_numbers(draft) else act


_EXPLAINS = re.compile(
    r"\b(?:why|reason|explain|mean|understand|differen\w+|do i|should i|must i|have to|need|how come|hint|"
    r"matter|allowed|point)\b"
)
_SO = re.compile(
    r"\bwhat is\b[^.?!]{0,40}\bthen[ ?.!]*$|"
    r"\bwhat is (?:a|y|c|context|the (?:context|result|output))[ ?.!]*$"
)
_SETS = re.compile(r"\b(?:with|if|when|for|then|now|what|use|take|compute|instead|new)\b")


def _changes_numbers(draft: Draft) -> bool:
    """Whether the words put a matrix or a setting in another's place and ask what comes out."""
    changed = any(change.how not in ("drop", "entry") for change in draft.changes)
    attends = not draft.stated.keys().isdisjoint(("scale", "softmax", "is_causal"))
    changed = changed or ("eigenvalues" in draft.inputs and not draft.firm)
    changed = changed or (attends and _SO.search(draft.text) is not None)
    return changed and _EXPLAINS.search(draft.text) is None and _SETS.search(draft.text) is not None


def of_sheet(draft: Draft) -> bool:
    """Whether the text names a place, a setting, a concept or a task, or uses a word of the sheet."""
    named = draft.referred.reference
    place = named.exercise or named.part or named.family
    spoken = place or draft.topic or draft.stated or draft.inputs or evidence(draft.text)
    return bool(spoken) or _TASK.search(draft.text) is not None


def clear_in(draft: Draft) -> bool:
    """Whether a clear phrase of the text asks for its act, and the example phrases do not speak against it."""
    act = act_of(draft)
    if act is None:
        return False
    return clearly(draft.line, act) or (_Heard(draft).strongly(act) and likeliest(draft.line) is act)


def asks_clearly(draft: Draft) -> bool:
    """Whether a sentence by itself asks for something of the sheet, or for something clear that may well be of it."""
    if _THANKS.match(draft.text):
        return False
    return act_of(draft) in _ASKED and (of_sheet(draft) or (not draft.line.unknown and clear_in(draft)))


def doubtful(draft: Draft) -> bool:
    """Whether no word, number or reference of the text belongs to the sheet, and some word to something else."""
    if _placed(draft) or _named(draft):
        return False
    return strangeness(draft.line) > 0 or _nearly_elsewhere(draft, _Heard(draft))


def _nearly_elsewhere(draft: Draft, heard: _Heard, lead: float = NEARLY) -> bool:
    """Whether a text without a word of the sheet asks for nothing clear and may as well be about something else."""
    plain = not everyday(draft.line)
    greets = not draft.line.unknown and _HELLO.match(draft.text) is not None
    clear = greets or any(heard.strongly(act) for act in (Act if plain else _NEED_NO_SUBJECT))
    return not clear and nearly_elsewhere(draft.line, lead=0 if plain else lead)


def _placed(draft: Draft) -> bool:
    """Whether the text names a place of the sheet, a setting or the work on it, or brings data."""
    named = draft.referred.reference
    place = named.exercise or named.part or named.whole
    return bool(place or draft.stated or draft.reading.found or draft.reading.errors or _OF_SHEET.search(draft.text))


def _named(draft: Draft) -> bool:
    """Whether the text has a word of the sheet."""
    return bool(draft.topic or draft.referred.reference.family or evidence(draft.text))


def _grounded(draft: Draft) -> bool:
    """Whether the text names something of the sheet beyond any doubt."""
    asked = draft.referred.reference.exercise is not None and _TASK.search(draft.text) is not None
    return (
        asked
        or draft.referred.firm
        or not _GROUNDING.isdisjoint(draft.stated)
        or len(draft.inputs) > 1
        or draft.matrix
        or draft.claims
    )


def _about(draft: Draft) -> bool:
    """Whether the text speaks of something of the sheet, or points back at what was said."""
    named = draft.referred.reference
    return (
        bool(draft.topic or named.family or named.exercise or named.part)
        or _POINTS_BACK.search(draft.text) is not None
        or evidence(draft.text) >= 2
    )


def _computable(draft: Draft) -> bool:
    """Whether it says what to compute with."""
    return bool(draft.stated or draft.inputs or draft.changes) or _OWN_NUMBERS.search(draft.text) is not None


def _ruled(draft: Draft, heard: _Heard) -> Act | None:
    """What the rules make of the message."""
    text = draft.text
    if draft.bare:
        return Act.CHECK
    if _OTHER_WORK.search(text):
        return Act.UNKNOWN
    if not draft.matrix and draft.move not in _WHOLE_MOVES and _elsewhere(draft, heard):
        return Act.GREET if _thanks(draft, heard) and not has_subject(text) else Act.UNKNOWN
    if not (heard.matches or _computable(draft) or draft.firm) and _COUNTS.search(text) and not _QUESTION.match(text):
        return Act.SOLUTION
    found = heard.matches
    if not _about(draft):
        found = [match for match in found if not (match.weak and match.act in (Act.EXPLAIN, Act.HINT))]
    best = chosen(found)
    act = best.act if best and _stands(best, draft) else None
    if act is Act.GREET and draft.referred.firm and _HELLO.search(text):
        return None
    if draft.firm or draft.proposed or (draft.loose_answer and act is not Act.COMPUTE):
        return _with_data(draft, act, heard)
    if act is Act.COMPUTE and draft.stated == {"model": "alexnet"}:
        return Act.SOLUTION
    asks = "?" in text or _QUESTION.match(text)
    if act is None and draft.topic and asks and draft.move is None and not draft.stated:
        return Act.EXPLAIN
    return act


def _telling(draft: Draft, heard: _Heard, ruled: Act | None) -> bool:
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
    return ruled is None and draft.move is not None


def _elsewhere(draft: Draft, heard: _Heard) -> bool:
    """Whether the message is about something that is not on the sheet."""
    asked = chosen(heard.matches)
    request = (asked.start, asked.end) if asked and not asked.weak else None
    polite = [(match.start, match.end) for match in heard.matches if match.act is Act.GREET]
    return out_of_scope(draft.line, request, _grounded(draft), polite) or _sounds_elsewhere(draft, heard)


def _sounds_elsewhere(draft: Draft, heard: _Heard) -> bool:
    """Whether it sounds like another subject, and no more than single words that have other lives speak for ours."""
    about_ours = draft.topic is not None and not strangeness(draft.line)
    if _placed(draft) or draft.move is not None or about_ours:
        return False
    if _named(draft):
        return nearly_elsewhere(draft.line, lead=-_SURELY)
    return _nearly_elsewhere(draft, heard, lead=_PERHAPS)


def _thanks(draft: Draft, heard: _Heard) -> bool:
    """Whether it is thanks or a greeting that goes on about something harmless."""
    greeting = next((match for match in heard.matches if match.act is Act.GREET), None)
    if greeting is None or greeting.start > 12 or any(match.act is not Act.GREET for match in heard.matches):
        return False
    return _ASKS.search(draft.text, greeting.end) is None and len(draft.line.unknown) <= 4


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


def _with_data(draft: Draft, act: Act | None, heard: _Heard) -> Act:
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
    carried = draft.move is Move.SAME or given > 1 or not _GROUNDING.isdisjoint(draft.stated)
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
