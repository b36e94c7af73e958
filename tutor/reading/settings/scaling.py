"""How the scaling of attention's scores is said: as a factor, a divisor, a temperature, or none at all."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings.grammar import REAL, Row, real, row, said

NOT = (
    r"(?:no|without|skip|skipping|omit|omitting|leave out|leaving out|left out|(?:with|w) ?/ ?o|leave off|remove|"
    r"removing|"
    r"drop|dropping|"
    r"forget|do not|did not|does not|is not|are not|not|never|ignore|ignoring|lose|minus|weglassen|disable|turn off|"
    r"get rid of|cancel|nobody|no one|nothing|delete|deleting|erase|erasing|strike(?: out)?|scratch|"
    r"(?:kick|cross|comment|take|throw|cut|rip)(?:ing)? (?:out|away|off)|commenting)"
)
_ANY = (
    r"(?:(?:the|any|by|to|with|through|frac|1|d ?_? ?k|a|out|i|you|we|it|doing|using|apply|applying|use|be|get|score|"
    r"down|having|have|being|extra|all|this|that|"
    r"do|factor|1 ?/|1 over|of|square|step|score|them|dot-product|logit|qk|/|(?:np|numpy|math|torch)\.) ?)"
)
_ROOTED = r"(?:scale|divide|sqrt|root|skalierungsfaktor|wurzelfaktor|rescale|normalize by (?:the )?(?:sqrt|root))"
SCORES = r"\b(?:score|logit|qk(?: ?\^ ?t)?|k\.t|k ?\^ ?t|k')\b\)?"
"""What is scaled, in words or as a formula."""
_SHEET_SQRT = r"(?:np\.|math\.|torch\.)?(?:the )?(?:square )?(?:sqrt|root)(?: of)? ?\(? ?(?:2|two|d ?_? ?k)\b ?\)?"
"""What the sheet divides by."""
_WHERE = r"(?<!where it )(?<!where you )(?<!where we )(?<!where i )(?<!sheet )"
"""Before what the sheet does, which something else takes the place of."""
_INTO = r"(?: ?(?:->|→|=>) ?| (?:by|with|to|for|into|through|becomes?|is|be|was|were|a|use|take|put) ?){1,3}/? ?"
_ENDS = r"(?= ?(?:instead|before|in ?stead|in place|not|rather|where|then|what|$|[.?!,)]))"
"""What may follow a factor."""
_NEGATED = r"(?:instead of|rather than|in place of|and not|not|never)"


def _scale(match: re.Match[str]) -> Json:
    return real(match["real"])


def _divisor(match: re.Match[str]) -> Json:
    value = real(match["real"])
    return 1 / value if value else None


ROWS: tuple[Row, ...] = (
    row(
        "scale",
        rf"\bdivide(?: (?:the|score|it|them|by|all|everything|with)){{0,4}} {REAL},? (?:and )?"
        r"(?:not|instead of|rather than)"
        r"(?: (?:by|the|with|square|of)){0,4} (?:sqrt|root)\b(?: ?(?:of )?\(? ?(?:d ?_? ?k|\d|two)\b ?\)?)?",
        _divisor,
        "the scores get divided by two, not by sqrt(2)",
        "divide by 4 and not by the root of 2",
        not_says=("divide by d_k instead of its root",),
    ),
    row(
        "scale",
        rf"\b(?:replace|swap|change|exchange|turn|instead of|rather than|in place of)(?: (?:the|that|dividing|by|"
        rf"divide|division|factor|/)){{0,4}},? ?1 ?(?:/|over) ?{_SHEET_SQRT},?{_INTO}{REAL}",
        _scale,
        "replace the factor 1/sqrt(2) by 0.3",
        "swap the 1/sqrt(2) for 1/3",
    ),
    row(
        "scale",
        rf"\b(?:replace|swap|change|exchange|turn|instead of|rather than|in place of)(?: (?:the|that|dividing|by|"
        rf"divide|division|/)){{0,4}} ?{_SHEET_SQRT},?(?: (?:we|i|you))?{_INTO}(?:divide )?(?:by )?{REAL}",
        _divisor,
        "replace the sqrt(2) by 4",
        "change sqrt(2) to sqrt(8)",
        not_says=("replace sqrt(d_k) by d_k",),
    ),
    row(
        "scale",
        rf"(?<![\w.,/]){REAL} (?:as|for|to be) (?:the |a |my |your )?(?:scale|skalierungsfaktor)\b",
        _scale,
        "take 1/2 as scale",
        "a quarter as the scale",
    ),
    row(
        "scale",
        r"\b(?:halve|half)(?: (?:the|all|of)){0,4} score (?:instead of|rather than) (?:divide|scale|root|sqrt)",
        said(0.5),
        "halve the scores instead of dividing by root two",
    ),
    row(
        "scale",
        r"\bdouble(?: (?:the|all|of)){0,4} score (?:instead of|rather than) (?:divide|scale|root|sqrt)",
        said(2.0),
        "double the scores instead of scaling them",
    ),
    row("scale", r"\b(?:not|never|do not|why)[^.?!]{0,20}\bunscaled\b", said(None)),
    row(
        "scale",
        r"\bdivide[^.?!]{0,30}\bd ?_? ?k\b(?: \w{1,10}){0,2}[, (]{0,3}(?:instead of|rather than|not|no|without)\b"
        r"[^.?!]{0,14}\b(?:root|sqrt)",
        said(None),
    ),
    row("scale", r"\b(?:instead of|rather than)(?: \w{1,8}){0,3} (?:root|sqrt)\b(?= ?(?:of )?d|[ .?!]*$)", said(None)),
    row(
        "scale",
        r"\b(?:leave|take|drop|cut) (?:the |that |out ){0,3}(?:scale|division)(?: factor| step)? (?:out|away|off)\b|"
        rf"\b{NOT} {_ANY}{{0,6}}{_ROOTED}(?! ?(?:=|by (?:\d|half)|with \d))|"
        r"\bscale\b[^.?!]{0,25}[.?!,] ?(?:\w{1,12} ){0,4}without(?: it)?(?= ?[.?!]*$)|"
        r"\bscale\b[^.?!]{0,40}\b(?:leave (?:it|that|this) (?:out|away)|(?:drop|skip|remove|omit) (?:it|that|"
        r"this))\b|\braw score\b|\bnothing (?:is|be|get|was) (?:scale|divide)\b|"
        r"\b(?:scale|divide|division|sqrt|root|factor)(?: (?:step|factor|part|be|is|by d_?k))? (?:is |"
        r"be )?(?:left out|omit|omitted|remove|removed|skip|skipped|drop|dropped|missing|weglassen|off\b|away\b|"
        r"gone\b|turned off)",
        said("none"),
        "without dividing by sqrt d_k",
        "no scaling",
        "if I don't divide by sqrt d_k",
        "and without the factor $1/\\sqrt{d_k}$?",
        "I don't believe the scaling matters. Compute it without.",
        "without the scaling",
        "no √d_k",
        "recompute it without dividing by the root",
        "drop the / np.sqrt(d_k)",
        "comment out the scaling line",
        not_says=("divide by 4 instead of its root",),
    ),
    row(
        "scale",
        r"\bunscaled\b|\bun-scale\b|\bscale ?(?:factor )?(?:=|is|:|to)? ?(?:none|off|false)\b|\b(?:plain|pure|raw|"
        r"simple) dot-? ?product attention\b",
        said("none"),
        "scale=None",
        "unscaled",
    ),
    row(
        "scale",
        rf"\b(?:scale|skalierungsfaktor|score factor)(?: factor| value| parameter)?(?:(?: ?[=:]| ?\b(?:of|is|to|by|"
        rf"with|factor|the|score|was|were|be|a|set|equal|being|logit|them|it|instead|at|would|as|qk|change|"
        rf"from {REAL.replace('?P<real>', '?:')})\b)){{0,6}} ?\(? ?{REAL}",
        _scale,
        "scale=0.5",
        "a scale of 0.25",
        "scale=1/8",
        "scale the scores by 0.5",
        "scale = 1/sqrt(3)",
        not_says=("scaling in 4", "scale. 2 hints"),
    ),
    row(
        "scale",
        rf"\b(?:multiply|times)(?: (?:the|score|it|them|by|logit|with|qk|dot-product|all)){{1,5}} {REAL}{_ENDS}",
        _scale,
        "multiply the scores by 0.5 instead",
        "multiply the scores by sqrt(2) where the sheet divides",
    ),
    row(
        "scale",
        rf"\bmultiply,? (?:by |with )?{_NEGATED} (?:divide|division)(?: (?:the|score|it|them|by|logit|with|"
        rf"all)){{0,4}} {REAL}",
        _scale,
        "multiply instead of dividing by the root of 2",
    ),
    row(
        "scale",
        rf"{SCORES} multiply(?: (?:by|with|be|is|get)){{0,4}} {REAL}{_ENDS}",
        _scale,
        "scores times sqrt(2), not over sqrt(2)",
    ),
    row(
        "scale",
        rf"\bfactor (?:of |is |= ?|be |was ){{0,2}}{REAL} (?:before|in front|inside|on|in)\b[^.?!]{{0,14}}"
        rf"(?:{SCORES}|softmax)",
        _scale,
        "a factor of 0.1 before the softmax",
    ),
    row(
        "scale",
        rf"(?<![\w.,/^]){REAL} (?:in front of|before|as (?:the |a )?factor (?:of|for|on|before)) (?:the )?{SCORES}",
        _scale,
        "with 1/3 in front of QK^T",
        not_says=("the row sums to 1 before the softmax",),
    ),
    row(
        "scale",
        rf"{_WHERE}\b(?:divide|part(?= (?:the )?score))(?: (?:the|score|it|them|logit|by|q|k|qkv|qk|result|all|"
        rf"everything|dot-product|with|durch|through|to|of|attention|matrix|(?:sqrt|root) ?\(?d ?_? ?[vmn]\w{{0,5}}\)? "
        rf"?=)){{0,7}} {REAL}(?! (?:hint|exercise|row|column|step|or)\b)",
        _divisor,
        "divide the scores by 4",
        "divided by sqrt(3)",
        not_says=("divide by sqrt d_k", "where it divides by 3"),
    ),
    row(
        "scale",
        rf"{SCORES} ?(?:/|over\b) ?{REAL}",
        _divisor,
        "scores = Q @ K.T / 2",
        "softmax(QK^T/4) V",
        not_says=("QK^T / sqrt(d_k)",),
    ),
    row(
        "scale",
        rf"\b(?:qk(?: ?\^ ?t)?|k\.t|k ?\^ ?t)\b\)? (?=0?\.\d|1 ?/){REAL}{_ENDS}",
        _scale,
        "scores = Q @ K.T * 0.5, what is C",
    ),
    row("scale", rf"\bfrac qk ?\^? ?t {REAL}", _divisor, "\\frac{QK^\\top}{\\sqrt{3}}"),
    row(
        "scale",
        rf"\b(?:divisor|denominator)(?: ?[=:]| (?:of|is|be|to|the|becomes?|were|was|set|a|would)\b){{0,4}} ?{REAL}",
        _divisor,
        "let the divisor be 2",
    ),
    row(
        "scale",
        rf"\b(?:temperature|temperatur|temp|τ|tau)(?: ?[=:]| ?\b(?:of|is|to|be|was|set|at|von|equal|parameter|"
        rf"t)\b){{0,4}} ?=? ?{REAL}",
        _divisor,
        "temperature 2",
        "with a softmax temperature of 0.5",
    ),
    row(
        "scale",
        rf"\bsoftmax\b[^.?!=]{{0,16}}\bt ?= ?{REAL}",
        _divisor,
        "softmax with T = 2",
    ),
    row(
        "scale",
        rf"(?<![\w.^])t ?= ?{REAL} (?:in|for|inside|at|on) (?:the |a )?softmax",
        _divisor,
        "T = 2 in the softmax",
    ),
)
