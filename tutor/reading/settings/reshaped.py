"""Ways to say a matrix against the one that holds: "K transposed as the kernel", "every entry of Q doubled"."""

from __future__ import annotations

from tutor.reading.message import How
from tutor.reading.settings.grammar import NUMBER
from tutor.reading.settings.relative import ARRAYS, BE, BIGGER, SMALLER, ChangeRow, change_row, multiples
from tutor.reading.text import DATA


def named(group: str, names: str = "|".join(sorted(ARRAYS, key=len, reverse=True))) -> str:
    return (
        rf"(?<![\w^'])(?<!many )(?<!number of )(?P<{group}>{names})(?:(?<=input|image) (?:matrix|image))?"
        r"(?![\w'(\[]| size)"
    )


MATRIX = rf"(?:(?:the|that|my|this|sheet|original|matrix|whole|entire) ){{0,3}}{named('setting')}"
PICTURE = rf"(?:(?:the|that|my|this|sheet|original) ){{0,3}}{named('setting', 'kernel|filter|k|input|image|x')}"
_ENTRIES = (
    r"(?:(?:each|every|all|the|single|of) ){0,4}(?:entry|entries|element|number|value|pixel|cell|component|weight) "
    r"(?:of|in|from) "
)
_WITH = r"(?:with|use|using|take|taking|for|by|apply|put|plug in|and|insert|be|is|was|were|have|give|a|□)"
_OF_ATTENTION = "query|key|q|k|v"
_ONLY_ONE = r"(?:(?:all|only|just|nothing but)[ -])?"
_ENTRY_WORDS = r"(?:ones|1s|1's|zero|zeros|zeroes|0s|0's)"
_TOP = r"(?P<index>first|second|third|last|top|bottom|1st|2nd|3rd|1\.|2\.|3\.|left|right|correct)"
AT = r"(?: in (?:exercise )?\d[a-c]?)?"
BECOMES = (
    r"(?: (?:is|are|was|were|be|being|becomes?|would|to|by|with|as|had been|shall|should|equal|set|change|the|a|an|"
    r"into|replaced|turned|like|have|has|now|of|read|being)\b| ?=| ?:){1,5}"
)
_BARE = r"(?<!q )(?<!q)(?<!multiply )(?<!times )(?<!@ )"
"""Before a matrix that is no factor of a product, of which the number may be the scale."""
_BARE_K = r"(?<!q )(?<!q)(?<!multiply )(?<!times )(?<!@ )(?<!\*)(?<!q and )(?<!query and )"
_OWNER = named("setting4").replace(r"[\w'(", r"[\w(")
"""A matrix that 's may follow."""
_LINES: tuple[How, ...] = ("row", "column")


_ONE_VECTOR = (
    rf"|(?<!for the )(?<!for )(?<!of the )(?<!of )\b{_TOP.replace('index', 'index5')} (?P<setting5>query|"
    rf"key)(?: vector)?{AT}{BECOMES} ?{DATA}"
)
"""A query or a key is a row: "the second query being □"."""


def _line_row(how: How) -> ChangeRow:
    """A row or column of a matrix and the array that it becomes, which the line shows as `DATA`."""
    later = _TOP.replace("index", "index2")
    return change_row(
        how,
        None,
        rf"\b{_TOP} {how}s? (?:of|in) {MATRIX}{AT}{BECOMES} ?{DATA}|"
        rf"{named('setting2')}{AT}{BECOMES} {later} {how}s?{BECOMES}? ?{DATA}|"
        rf"\b{_TOP.replace('index', 'index3')} {how}s? (?:of|in) {MATRIX.replace('setting', 'setting3')}{AT}{BECOMES} "
        rf"?{_ONLY_ONE}(?P<fill>{_ENTRY_WORDS})\b|"
        rf"{_OWNER}(?:'s)? {_TOP.replace('index', 'index4')} {how}{BECOMES}? ?(?:{DATA}|"
        rf"{_ONLY_ONE}(?P<fill2>{_ENTRY_WORDS})\b)" + (_ONE_VECTOR if how == "row" else ""),
    )


ROWS: tuple[ChangeRow, ...] = (
    *(_line_row(how) for how in _LINES),  # "let the last row of K be □", "the kernel has second column □"
    change_row(
        "transpose",
        None,
        rf"\btranspose (?:of )?{MATRIX}(?! ?\^)|{named('setting2', 'kernel|filter|input|image|x')}{BE} transpose\b|"
        rf"{_BARE_K}(?P<setting3>k) ?(?:\^ ?\{{? ?t\}}?|\.t| transpose|t)\b(?= (?:(?:is|was|were|"
        rf"be) the (?:kernel|filter)|as|instead|rather|in place|for the "
        rf"kernel|on top|as well))|"
        rf"(?<![\w])(?:with|use|using|take|put|apply)(?: the)? (?P<setting4>k) ?(?:\^ ?t|\.t| transpose)\b",
        "K transposed as the kernel",
        "what if K transposed was the kernel",
        "with the transposed kernel",
        "K^T instead of K",
        "transpose the kernel",
        "the input is transposed",
        not_says=("QK^T", "why is K transposed"),
    ),
    change_row(
        "times",
        -1,
        rf"(?<=[ (=]){_WITH} \(?-{named('setting', 'k|q|v|x')}|"
        rf"(?<![\w)])- ?{named('setting2')}(?= (?:instead|rather|in place|as (?:the )?(?:kernel|input|filter|image)))|"
        rf"\b{_WITH} -{named('setting5', 'k|q|v|x')}|"
        rf"\b(?:negative|negate|negated|minus|inverted)(?: of)? {MATRIX.replace('setting', 'setting3')}|"
        rf"\bsigns? (?:of|in|on|from) (?:all |every |each |the |entry |entries |of |in ){{0,5}}"
        rf"{named('setting4')}|"
        rf"{named('setting6')}(?: entry| entries| matrix)?{BE} (?:negated?|inverted)\b",
        "every entry of the kernel negated",
        "all the kernel entries negated",
        "use -K instead of K",
        "compute 3a with -K",
        "the negative kernel",
        "all signs of the kernel are flipped",
        "every sign in K is flipped",
        "flip the signs in Q",
        "negate V",
        "minus K as the kernel",
    ),
    *multiples(
        MATRIX,
        _ENTRIES,
        (
            ("every entry of Q doubled", "double Q", "twice the kernel", "that kernel doubled"),
            ("triple every entry of V",),
            ("what if K was halved", "half of K"),
        ),
    ),
    change_row(
        "times",
        None,
        rf"{_BARE}{named('setting')}{BE} ?(?:multiply|times|\*)(?: (?:by|with))? (?P<amount>{NUMBER})"
        r"(?! ?[x\d□])|"
        rf"\b(?:multiply|multiplied) (?:{_ENTRIES})?{MATRIX.replace('setting', 'setting2')} (?:by|with|mit) "
        rf"(?P<amount2>{NUMBER})|"
        r"\b(?:with|use|using|take|so|=) ?\(?(?P<amount3>\d{1,2}) ?\*? ?(?P<setting3>[kqvx])"
        r"(?=\)? ?(?:instead|rather|in place|as (?!bias)|[?.!]|$))|"
        rf"\b(?P<amount4>{NUMBER}) multiply {MATRIX.replace('setting', 'setting4')}",
        "K times two",
        "multiply V by 10",
        "with 2Q instead of Q",
        "so 3K",
        "5 times the kernel",
        "the kernel multiplied by -1",
        not_says=("Q times K transposed", "X is 4x4", "the total is 23k", "QK^T scaled by 0.5", "Q K times 0.5"),
    ),
    change_row(
        "times",
        None,
        rf"{named('setting')}{BE} ?(?:divide|divided|/)(?: by)? ?(?P<amount>{NUMBER})|"
        rf"\bdivide (?:{_ENTRIES})?{MATRIX.replace('setting', 'setting2')} (?:by|durch|through) (?P<amount2>{NUMBER})",
        "K divided by 2",
        "divide every entry of the kernel by 4",
        sign=-1,
    ),
    change_row(
        "plus",
        None,
        rf"{named('setting')} ?(?:plus|\+) ?(?P<amount>{NUMBER})(?! ?[x□])|"
        rf"\b(?:add|adding|added|plus) (?:a )?(?P<amount2>{NUMBER}) (?:to|on|everywhere in|in) (?:{_ENTRIES})?"
        rf"{MATRIX.replace('setting', 'setting2')}|"
        rf"(?:{_ENTRIES}){MATRIX.replace('setting', 'setting3')}{BE} (?:by )?(?P<amount3>{NUMBER}) {BIGGER}\b|"
        rf"\b(?:increase|raise) (?:{_ENTRIES})?{MATRIX.replace('setting', 'setting4')} by (?P<amount4>{NUMBER})",
        "X plus 1 everywhere",
        "add 1 to every entry of X",
        "every pixel of the input is one bigger",
        "increase each entry of Q by 2",
        not_says=("add 1 ring of zeros to the input",),
    ),
    change_row(
        "plus",
        None,
        rf"{named('setting')} minus (?P<amount>{NUMBER})|"
        rf"\b(?:subtract|take) (?P<amount2>{NUMBER}) from (?:{_ENTRIES})?{MATRIX.replace('setting', 'setting2')}|"
        rf"(?:{_ENTRIES}){MATRIX.replace('setting', 'setting3')}{BE} (?:by )?(?P<amount3>{NUMBER}) {SMALLER}\b",
        "subtract 1 from every entry of X",
        sign=-1,
    ),
    change_row(
        "replace",
        None,
        rf"\bthe (?P<old>{NUMBER})(?: entry)? (?:in|of|from) {MATRIX}{AT}{BECOMES} ?(?P<amount>{NUMBER})(?![\w.]|x\d)|"
        rf"{MATRIX.replace('setting', 'setting2')}{AT}(?: (?:had|has|have|with|would have|contains?|got)){{1,2}} "
        rf"(?:an? |the )?"
        rf"(?P<amount2>{NUMBER}) (?:instead of|rather than|in place of|where|for) (?:the |an? )?"
        rf"(?P<old2>{NUMBER})(?![\w.])|"
        rf"\b(?:replace|change|turn|swap|exchange) the (?P<old3>{NUMBER}) (?:in|of) "
        rf"{MATRIX.replace('setting', 'setting3')}{AT} "
        rf"(?:by|with|to|into|for) (?:an? )?(?P<amount3>{NUMBER})(?![\w.])",
        "if the 3 in X was a 5",
        "the 2 in the kernel becomes a 5",
        "X had a 7 instead of the 3",
        "with the 3 in X replaced by 0",
        "replace the 2 in the kernel by 4",
        not_says=("why is the 2 in the output", "the 3 in X"),
    ),
    change_row(
        "exchange",
        None,
        rf"\b(?:swap|exchange|switch|interchange|vertausch\w{{0,3}}|tausch\w{{0,3}}|change)(?: the roles of)? {MATRIX} "
        rf"(?:and|with|for|und|mit) (?:the )?{named('other')}|"
        rf"{named('setting2')} and (?:the )?{named('other2')}(?: (?:would|are|were|get|had|have|is|their|be)){{0,3}} "
        rf"(?:swap|swapped|trade|traded|switch|switched|change|exchange|exchanged|interchanged|vertauscht)"
        rf"(?: (?:place|role|position))?",
        "swap Q and K",
        "Q and K trade places",
        "exchange Q with K",
        "Q and K are swapped",
    ),
    change_row(
        "copy",
        None,
        rf"\b(?:use|reuse|take|using|with|put|set) {named('other', _OF_ATTENTION)} "
        rf"(?:again |once more )?(?:as|for|also as|also for|in place of|"
        rf"instead of)(?: the)? {named('setting', _OF_ATTENTION)}|"
        rf"{named('setting2', _OF_ATTENTION)}{BE} (?:the )?(?:same as|equal to|identical to) "
        rf"(?:the )?{named('other2', _OF_ATTENTION)}(?! ?[.^@*])|"
        rf"\b(?:set|with|let|for|if|so|i\.e\.|meaning|and|but|take|use|"
        rf"put) {named('setting3', _OF_ATTENTION)} ?= ?{named('other3', _OF_ATTENTION)}"
        r"(?= ?(?:[?,!]|\.?$|\. |and|instead))",
        "use K as V",
        "V was the same as K",
        "set V = K",
        "if I reuse K as the values too, so V = K",
        not_says=("use K as the kernel", "use the filter as the kernel"),
    ),
)
