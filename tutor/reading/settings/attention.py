"""How masks and the softmax of attention are said."""

from __future__ import annotations

from tutor.reading.settings.grammar import Row, row, said
from tutor.reading.settings.scaling import NOT

_COLUMNS = (
    r"(?:column|spaltenweise|columnwise|vertical\w*|dim(?:ension)? ?=? ?(?:0|-2|zero)\b|axis ?=? ?(?:0|-2|zero)\b|"
    r"query axis|(?:the|over|across|along) query\b|(?:other|wrong|opposite) (?:axis|way|direction|dim\w*))"
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
        r"subsequent mask|tril)\b|"
        r"\b(?:with|add|adding|apply|use|using|plus|switch on|turn on)(?: (?:the|a|that|attention)){0,2} mask\b"
        r"(?! ?(?:=|:|□|of|like|matrix|tensor|that|where|which|in|hide|block|off))|"
        r"\b(?:and|also|now|then|but) mask(?: it| them)?(?= ?(?:[.?!,]|$|too|as well))|"
        r"(?:upper triangle|above the diagonal)[^.?!]{0,30}(?:-|minus |negative )?inf(?:inity|ty)?\b|"
        r"\btriu ?\([^?!]{0,60}inf",
        said(True),
        "with a causal mask",
        "is_causal=True",
        "mask the future",
        "decoder style",
        "mit kausaler Maske",
        "and now with the mask too",
        "upper triangle of the scores set to minus infinity",
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
        rf"\b{NOT} (?:(?:the|any|a|use|apply|using|applying|do|doing|take|taking|out|"
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
        rf"\b{_COLUMNS.replace('column|', '')} (?:in|for|on|of) (?:the )?softmax\b|"
        r"^(?:(?:and|now|ok|with|so|same|but|then|on|along|over|the),? ){0,4}other axis\b|"
        r"\b(?:each|every|the) column (?:of (?:the )?(?:weight|w|attention|softmax) )?(?:sum|add|should sum|"
        r"must sum)(?: up)? to (?:1|one)\b|\bnormali[sz]e (?:the |"
        r"each |every |over |along |down ){0,4}column\b",
        said("columns"),
        "softmax over the columns",
        "softmax with dim=0",
        "column softmax",
        "torch.softmax(S, 0)",
        "Softmax spaltenweise",
        "softmax along dimension zero",
        "dim=0 in the softmax",
        "softmax along the other axis",
        "softmax the wrong way round",
        "softmax over queries rather than keys",
        "the other axis",
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

ROWS = (*MASK, *SOFTMAX)
