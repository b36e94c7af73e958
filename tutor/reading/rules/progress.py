"""Asking what is solved and what is left."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

P = Act.PROGRESS

RULES = (
    rule(
        P,
        (
            r"\bprogress\b|\b(?:complet\w+|finish\w*|success) (?:rate|percentage|ratio|level|status|degree)\b|"
            r"\bwhat (?:is|are)(?: already| all| not| still| yet)* (?:finished|done|solved|complete|"
            r"open)\b[^.?!;,□]{0,30}|"
            r"\bwhat (?:i|we) (?:have )?(?:already )?(?:solved|solve|finished|done|did|do)\b[^.?!;,□]{0,40}|"
            r"\boverview\b|\bmy (?:status|stats|score|standing|record|result so far)\b|"
            r"\bstatus\b|\bscoreboard\b|\bsummary\b"
        ),
        "my progess",
        "I want to know my completion rate",
        "can you give me an overview what i have and what not",
        "show my progress",
        "status",
    ),
    rule(
        P,
        (
            r"\bwhat (?:have|did) (?:i|we) (?:already |so far |all |not |yet )*(?:solve|solved|finished|finish|"
            r"do|done|complete|get|got|managed|manage|covered|achieved|check|correct)\b(?! wrong| for| next)"
            r"[^.?!;,□]{0,40}|"
            r"\b(?:which|what|how many)(?: (?:exercise|task|question|problem|one|part|of)){0,6}(?: (?:the|them|"
            r"these|four)){0,6} (?:have |did |do |are |has )?(?:i|we|still)\b[^.?!;,□]{0,15}\b(?:solve|solved|"
            r"finished|done|left|missing|open|already|complete|have(?! to)|still)\b[^.?!;,□]{0,30}|"
            r"\bhow many (?:\w+ )?(?:left|remain|to go|are (?:done|solve|finished))\b"
        ),
        "what have I solved",
        "which exercises did i finish",
        "how many exercises are left",
        "was habe ich schon gelöst",
    ),
    rule(
        P,
        (
            r"\b(?:am|are) (?:i|we) (?:already |now |all |completely |really |finally )*(?:finished|done|"
            r"through|complete|ready|at the end)\b[^.?!;,□]{0,40}|"
            r"\bhave (?:i|we) (?:finished|done|solved?|complete|got everything|everything|"
            r"all)\b[^.?!;,□]{0,40}|\bdid (?:i|we) (?:finished|complete|solved?|pass)\b[^.?!;,□]{0,40}|"
            r"\b(?:is|are) (?:everything|all|it all|all of it|that all|\d[a-c]?|"
            r"exercise \d)[\w ]{0,12} (?:done|finished|solved?|complete)\b|"
            r"\b(?:which|what)(?: (?:exercise|task|question|problem|ones?|part)){0,6} (?:are|is|am i|remain\w*|"
            r"left)(?: (?:still|not|yet)){0,6} (?:open|missing|left|unsolved|done|solved|finished|remaining)\b"
        ),
        "so am i finished with exercise 3 now",
        "am I done?",
        "which ones are left",
        "have i finished everything",
    ),
    rule(
        P,
        (
            r"\bhow (?:far|much) (?:am|have|did|are) (?:i|we)\b[^.?!;,□]{0,30}|"
            r"\bhow am i doing\b|"
            r"\bhow (?:much|many)(?: \w+)? (?:is|are|do i have) (?:left|to go|missing|still|done)\b|"
            r"\bwhere (?:am i|do i stand|are we|did i stop|was i|were we|did we stop|i left off|"
            r"did i leave off|i am)\b|\bhow far\b"
        ),
        "how far am I",
        "how am i doing",
        "where do I stand",
    ),
    rule(
        P,
        (
            r"\bwhat (?:else |all )?(?:is|are|do i have|have i|remains?|am i|do i|still|exercise)(?: (?:is|"
            r"still|me|there|yet|not|else|to do)){0,6} ?(?:left|missing|open|remain\w*|to go|undone|unfinished|"
            r"outstanding|unsolved)\b[^.?!;,□]{0,30}|"
            r"\bwhat (?:missing|left|remains)\b[^.?!;,□]{0,20}|"
            r"\bstill (?:missing|open|left|to do)\b|"
            r"\bwhat (?:do|must|should) i still\b[^.?!;,□]{0,20}|"
            r"\bwhat else (?:is|do i (?:have|need) to)\b[^.?!;,□]{0,20}|"
            r"\bwhat (?:is |do i have )?(?:still|left) to do\b|"
            r"\b(?:anything|something) (?:left|missing|else to do)\b"
        ),
        "tick it off. what else is missing",
        "what is left",
        "was fehlt mir noch",
    ),
    rule(
        P,
        (
            r"\b(?:tick|mark|check|cross|count) (?:it|that|this|\d ?[a-c]?|exercise \d ?[a-c]?|number \d|"
            r"part [a-c])(?: (?:off|as|done|finished|solve|complete|please))+\b|"
            r"\bmark[\w ]{0,20}\b(?:done|finished|solved)\b|"
            r"\btick off\b[^.?!;,□]{0,20}"
        ),
        "Mark 3b done",
        "tick off exercise 2",
    ),
)
