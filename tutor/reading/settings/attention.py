"""How scaling, masks and the softmax of attention are said."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings.grammar import REAL, Row, real, row, said

_NOT = (
    r"(?:no|without|skip|skipping|omit|omitting|leave out|leaving out|left out|(?:with|w) ?/ ?o|leave off|remove|"
    r"removing|"
    r"drop|dropping|"
    r"forget|do not|did not|does not|is not|are not|not|never|ignore|ignoring|lose|minus|weglassen|disable|turn off|"
    r"get rid of|cancel|nobody|no one|nothing)"
)
_ANY = (
    r"(?:(?:the|any|by|to|with|through|frac|1|d ?_? ?k|a|out|i|you|we|it|doing|using|apply|applying|use|be|get|score|"
    r"down|having|have|being|extra|all|this|that|"
    r"do|factor|1 ?/|1 over|of|square|step|score|them|dot-product|logit|qk) ?)"
)
_ROOTED = r"(?:scale|divide|sqrt|root|skalierungsfaktor|wurzelfaktor|rescale|normalize by (?:the )?(?:sqrt|root))"
_COLUMNS = (
    r"(?:column|spaltenweise|columnwise|vertical\w*|dim(?:ension)? ?=? ?(?:0|-2|zero)\b|axis ?=? ?(?:0|-2|zero)\b|"
    r"query axis|the query\b)"
)
_BY_ROWS = (
    r"(?:row|zeilenweise|rowwise|horizontal\w*|dim(?:ension)? ?=? ?(?:-1|1|minus one|one)\b|axis ?=? ?(?:-1|1|"
    r"minus one|one)\b|(?:the|over|across) key\b|last (?:dim|axis|dimension))"
)
_FUTURE = (
    r"(?:future|next tokens?|later tokens?|later positions?|upcoming|look ahead|see ahead|peek ahead|what come after|"
    r"following token|zukunft|"
    r"later keys?|right of)"
)


def _scale(match: re.Match[str]) -> Json:
    return real(match["real"])


def _divisor(match: re.Match[str]) -> Json:
    value = real(match["real"])
    return 1 / value if value else None


SCALE: tuple[Row, ...] = (
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
        rf"(?<![\w.,/]){REAL} (?:as|for|to be) (?:the |a |my |your )?(?:scale|skalierungsfaktor)\b",
        _scale,
        "take 1/2 as scale",
        "a quarter as the scale",
    ),
    row("scale", r"\b(?:not|never|do not|why)[^.?!]{0,20}\bunscaled\b", said(None)),
    row(
        "scale",
        r"\bdivide[^.?!]{0,30}\bd ?_? ?k\b(?: \w{1,10}){0,2},? (?:instead of|rather than|not|"
        r"without)[^.?!]{0,12}\b(?:root|sqrt)",
        said(None),
    ),
    row("scale", r"\b(?:instead of|rather than)(?: \w{1,8}){0,3} (?:root|sqrt)\b(?= ?(?:of )?d|[ .?!]*$)", said(None)),
    row(
        "scale",
        r"\b(?:leave|take|drop|cut) (?:the |that |out ){0,3}(?:scale|division)(?: factor| step)? (?:out|away|off)\b|"
        rf"\b{_NOT} {_ANY}{{0,6}}{_ROOTED}(?! ?(?:=|by (?:\d|half)|with \d))|"
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
        not_says=("divide by d_k instead of its root",),
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
        rf"\b(?:multiply|times)(?: (?:the|score|it|them|by|logit|with|qk|dot-product|"
        rf"all)){{1,5}} {REAL}(?= ?(?:instead|before|in ?stead|not|rather|$|[.?!,]))",
        _scale,
        "multiply the scores by 0.5 instead",
    ),
    row(
        "scale",
        rf"\b(?:divide|part(?= (?:the )?score))(?: (?:the|score|it|them|logit|by|q|k|qkv|qk|result|all|everything|"
        rf"dot-product|with|durch|through|to|of|attention|matrix)){{0,7}} {REAL}"
        r"(?! (?:hint|exercise|row|column|step))",
        _divisor,
        "divide the scores by 4",
        "divided by sqrt(3)",
        not_says=("divide by sqrt d_k",),
    ),
    row(
        "scale",
        rf"\b(?:temperature|temperatur|temp|τ|tau)(?: ?[=:]| ?\b(?:of|is|to|be|was|set|at|von|equal|parameter|"
        rf"t)\b){{0,4}} ?=? ?{REAL}",
        _divisor,
        "temperature 2",
        "with a softmax temperature of 0.5",
    ),
)

MASK: tuple[Row, ...] = (
    row(
        "is_causal",
        r"\b(?:is_?)?causal ?[=:]? ?false\b|\b(?:no|without|remove|drop|skip|turn off|disable|not|"
        r"instead of)(?: (?:the|a|"
        r"any|this|that|using|apply)){0,3} (?:causal(?:ity)?|look-? ?ahead mask)(?: ?mask)?\b|"
        r"\b(?:no|without|remove|drop|turn off)(?: (?:the|a|any)){0,2} mask\b|\bun-?mask\b|\bnon-? ?causal\b|"
        r"\bmask off\b|\bunmasked\b|\bbidirectional\b",
        said(False),
        "is_causal=False",
        "without the causal mask",
        "no mask",
    ),
    row(
        "is_causal",
        r"\b(?:causal(?! (?:relation|inference|effect|chain|reason|connection|link))|casual(?= (?:mask|attention))|"
        r"is_?causal|kausalmaske|look-? ?ahead(?: mask)?|mask (?:attention|the future|future|out the future|self)|"
        r"autoregressiv\w{0,2}|"
        r"auto-regressive|decoder(?:-| )?(?:mask|style|attention|self|only|like)|triangular mask|"
        r"mask(?: out)? (?:the )?(?:upper|everything above|above|entry above)|"
        r"lower[ -]?triang\w{0,6} mask|upper[ -]?triang\w{0,6}(?: (?:mask|set to|part|is|to|=|-)| half)|"
        r"subsequent mask|tril)\b",
        said(True),
        "with a causal mask",
        "is_causal=True",
        "mask the future",
        "decoder style",
        "mit kausaler Maske",
    ),
    row(
        "is_causal",
        rf"\b(?:no|not|without|never|forbid|forbidden|block|hide|hiding|prevent|stop|mask|only see|"
        rf"can not)\b[^.?!]{{0,40}}\b(?:{_FUTURE}|peek\w{{0,3}}|the past)\b(?! of)|"
        r"\b(?:only|just)\b[^.?!]{0,30}\b(?:past|earlier|previous|before it|up to itself|"
        r"itself and)\b(?! (?:exercise|hint|task|part|question|answer|step))",
        said(True),
        "no looking ahead",
        "tokens may not see the future",
        "each token can only attend to previous tokens",
        not_says=("only the previous exercise", "can not go ahead with 3"),
    ),
)

SOFTMAX: tuple[Row, ...] = (
    row(
        "softmax",
        r"\b(?:row|column) or (?:the |over |per |along ){0,4}(?:row|column)|\bdim ?=? ?-?[01] or\b",
        said(None),
    ),
    row(
        "softmax",
        r"\bsoftmax\b[^.?!\d]{0,20}\bnot (?:over |along |by |on |per |down )?(?:the |each )?columns?,? but",
        said("rows"),
        "softmax not over the columns but the rows",
    ),
    row(
        "softmax",
        r"\bsoftmax\b[^.?!\d]{0,20}\bnot (?:over |along |by |on |per |down )?(?:the |each )?rows?,? but",
        said("columns"),
        "softmax not over the rows but the columns",
    ),
    row(
        "softmax",
        rf"\b{_NOT} (?:(?:the|any|a|use|apply|using|applying|do|doing|take|taking|out|"
        rf"step) ){{0,4}}softmax\b(?!(?: \w{{1,8}}){{0,3}} (?:column|row|axis|dim))|"
        r"\blinear attention\b|\bsoftmax ?(?:=|:|is) ?(?:none|off|false)\b|\bsoftmax(?: step)? (?:left out|omit|"
        r"removed|remove|skipped|skip|dropped|weglassen|off)\b",
        said("none"),
        "without the softmax",
        "skip softmax",
        not_says=("softmax over the rows",),
    ),
    row(
        "softmax",
        rf"\bsoftmax\b(?:(?!row)[^.?!\d]){{0,35}}?(?<![a-z]){_COLUMNS}|\b(?:column|spaltenweise|"
        rf"vertical)-? ?(?:wise )?softmax\b|\b(?:each|every) column (?:is |be |get )?normali[sz]e|\bsoftmax ?\("
        rf"(?:[^()]{{1,20}}, ?)? ?(?:0|-2) ?\)|"
        r"\b(?:each|every|the) column (?:sum|add|should sum|must sum)(?: up)? to (?:1|one)\b|\bnormali[sz]e (?:the |"
        r"each |every |over |along |down ){0,4}column\b",
        said("columns"),
        "softmax over the columns",
        "softmax with dim=0",
        "column softmax",
        "torch.softmax(S, 0)",
        "Softmax spaltenweise",
        "softmax along dimension zero",
        not_says=("softmax over the rows, column 2 is what?",),
    ),
    row(
        "softmax",
        rf"\bsoftmax\b[^.?!\d]{{0,35}}?(?<![a-z]){_BY_ROWS}|\b(?:row|zeilenweise)-? ?(?:wise )?softmax\b|"
        rf"\bsoftmax ?\((?:[^()]{{1,20}}, ?)? ?(?:1|-1) ?\)",
        said("rows"),
        "softmax over the rows",
        "softmax dim=-1",
    ),
)

ROWS = (*SCALE, *MASK, *SOFTMAX)
