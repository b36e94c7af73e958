"""Ways to say numbers against those that hold: "double the stride", "the second eigenvalue one bigger"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.message import How
from tutor.reading.settings.grammar import NUMBER
from tutor.reading.text import normal


@dataclass(frozen=True)
class Change:
    """A way to say a change.

    Groups of the pattern: `setting` (or `setting2`, …) is what is changed, `amount` by how much where the row does not
    tell, `other` a second matrix, `index` which eigenvalue, `rows` and `columns` a size.
    """

    pattern: re.Pattern[str]
    how: How
    amount: float | None
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()
    sign: int = 1
    """-1 where the amount is taken away, or divided by."""
    of: str = "scale"
    """The setting that is changed where the words name none."""


OF = {
    "stride": "stride",
    "padding": "padding",
    "dilation": "dilation",
    "kernel size": "kernel_size",
    "filter size": "kernel_size",
    "input size": "input_size",
    "image size": "input_size",
    "number of class": "num_classes",
    "class": "num_classes",
    "output channel": "out_channels",
    "out channel": "out_channels",
    "input channel": "in_channels",
    "in channel": "in_channels",
    "output": "out_features",
    "eigenvalue": "eigenvalues",
    "eigenvector": "eigenvectors",
    "lambda": "eigenvalues",
    "scale": "scale",
    "bias": "bias",
    "many filter": "out_channels",
    "many kernel": "out_channels",
    "number of filter": "out_channels",
    "number of kernel": "out_channels",
    "number of channel": "out_channels",
}
"""The settings that are numbers, as a line calls them."""
ARRAYS = {
    "kernel": "kernel",
    "filter": "kernel",
    "input": "input",
    "image": "input",
    "x": "input",
    "q": "Q",
    "k": "K",
    "v": "V",
    "query": "Q",
    "key": "K",
}
"""The settings that are matrices; K is a kernel in an exercise that has one."""
_SCALAR = rf"(?P<setting>{'|'.join(sorted(OF.keys() - {'lambda'}, key=len, reverse=True))})\b"
_THE = r"(?: (?:the|both|all|of|that|as|much|many|my|its|only|just|each|every|two|sheet|original)){0,5} "


BE = r"(?: (?:is|are|be|being|was|were|get|gets|would|all|now|to|becomes?|had|been)){0,4}"
_ORDINAL = r"(?P<index>first|second|third|1st|2nd|3rd|1\.|2\.|3\.|1|2|3|one|two|other|larger|smaller)"
_ONE_OF = (
    rf"(?:(?:only|just|the) ){{0,3}}(?:{_ORDINAL} eigenvalue|"
    rf"(?:lambda|eigenvalue) ?_? ?{_ORDINAL.replace('index', 'index2')})(?![\w.])"
)
BIGGER = r"(?:big|bigger|large|larger|more|high|higher|great|greater|longer)"
SMALLER = r"(?:small|smaller|less|low|lower|short|shorter|fewer)"


def change_row(
    how: How, amount: float | None, pattern: str, *says: str, not_says: tuple[str, ...] = (), sign: int = 1
) -> Change:
    """A row of a pattern whose words may be spelt in any way the vocabulary knows."""
    return Change(normal(pattern), how, amount, says, not_says, sign)


def multiples(what: str, entries: str, examples: tuple[tuple[str, ...], ...]) -> tuple[Change, ...]:
    """Twice, three times and half as much of something."""
    return tuple(
        change_row(
            "times",
            factor,
            rf"\b(?:{verbs})(?:{_THE}| )(?:{entries})?{what}|"
            + re.sub(r"\?P<(\w+)>", r"?P<\1_after>", what)
            + rf"{BE} (?:{done})\b",
            *says,
        )
        for factor, verbs, done, says in (
            (2, r"double|doubled|doubling|twice|verdoppel\w{1,3}|two times|2 times",
             r"doubled?|twice as \w+|verdoppelt|twice", examples[0]),
            (3, r"triple|tripled|tripling|verdreifach\w{1,3}|three times|3 times",
             r"tripled?|three times as \w+|verdreifacht", examples[1]),
            (0.5, r"half|halve|halved|halving|halbier\w{1,3}",
             r"halved?|half as \w+|halbiert|cut in half", examples[2]),
        )
    )  # fmt: skip


_ROOTED = r"(?:root|sqrt) ?(?:of )?\(? ?d ?_? ?k ?\)?"
_BY_D = r"(?:the )?(?:(?:frac ?1|1 ?/|one over) ?)?\(? ?d ?_? ?k\b ?\)?"

EIGENVALUE: tuple[Change, ...] = (
    change_row(
        "entry",
        0,
        rf"{_ONE_OF}{BE} (?:vanish\w{{0,2}}|disappear\w{{0,2}}|nothing|gone|dropped|killed|nil|null)\b|"
        rf"\b(?:kill|drop|remove|vanish) {_ONE_OF.replace('index', 'index_k')}",
        "let the second eigenvalue vanish",
        "if lambda_2 vanishes",
        "what if the first eigenvalue disappeared",
    ),
    *multiples(
        _ONE_OF,
        "",
        (
            ("double the second eigenvalue", "what if the 2nd eigenvalue is doubled", "double λ₁"),
            ("only the first eigenvalue is tripled",),
            ("halve the second eigenvalue",),
        ),
    ),
    change_row(
        "times",
        None,
        rf"{_ONE_OF} ?(?:multiply|times|\*)(?: by)? ?(?P<amount>{NUMBER})",
        "the second eigenvalue times 3",
    ),
    change_row(
        "times",
        -1,
        rf"\bsigns? (?:of|in|from) {_ONE_OF}|"
        rf"\b(?:negate|negative|minus) {_ONE_OF.replace('index', 'index_n')}(?! ?[=\d])",
        "flip the sign of the second eigenvalue",
    ),
    change_row(
        "plus", None, rf"{_ONE_OF}{BE} (?:by )?(?P<amount>{NUMBER}) {BIGGER}\b", "the first eigenvalue is one bigger"
    ),
)

SCALARS: tuple[Change, ...] = (
    *multiples(
        _SCALAR,
        "",
        (
            ("double the stride", "the padding is doubled"),
            ("triple the eigenvalues",),
            ("halve the eigenvalues", "half the stride", "the stride is halved"),
        ),
    ),
    change_row(
        "times",
        None,
        rf"\b(?P<amount>{NUMBER}) (?:multiply|mal){_THE}{_SCALAR}",
        "ten times as many classes",
        "five times the padding",
    ),
    change_row(
        "plus",
        None,
        rf"\b(?P<amount>another|one extra|an extra|{NUMBER} (?:more|extra|additional)) (?:(?:ring|layer|row)s? of )?"
        r"(?P<setting>padding)\b",
        "one more ring of padding",
        "two more rings of padding",
    ),
    change_row(
        "plus",
        None,
        rf"{_SCALAR}{BE} (?:by )?(?P<amount>{NUMBER}) {BIGGER}\b|"
        rf"\b(?P<amount2>{NUMBER}) {BIGGER} {_SCALAR.replace('setting', 'setting2')}|"
        rf"\b(?:increase|increment|raise|erhöhe){_THE}{_SCALAR.replace('setting', 'setting3')} by "
        rf"(?P<amount3>{NUMBER})(?![\w.])",
        "stride one bigger",
        "a stride one larger",
        "both eigenvalues are one bigger",
        "a one bigger stride",
        "increase the stride by one",
    ),
    change_row(
        "plus",
        None,
        rf"{_SCALAR}{BE} (?:by )?(?P<amount>{NUMBER}) {SMALLER}\b|"
        rf"\b(?P<amount2>{NUMBER}) {SMALLER} {_SCALAR.replace('setting', 'setting2')}|"
        rf"\b(?:decrease|decrement|reduce|lower){_THE}{_SCALAR.replace('setting', 'setting3')} by "
        rf"(?P<amount3>{NUMBER})(?![\w.])",
        "the stride is one smaller",
        "reduce the padding by 1",
        sign=-1,
    ),
    change_row(
        "plus",
        None,
        rf"\b(?:add|adding|added|plus) (?P<amount>{NUMBER}) (?:to|on){_THE}(?P<setting>eigenvalue)\b|"
        rf"\b(?P<setting2>eigenvalue){BE} (?:increased?|incremented|raised?|shifted) by (?P<amount2>{NUMBER})(?![\w.])|"
        rf"\b(?P<setting3>eigenvalue){BE} (?:plus|\+) (?P<amount3>{NUMBER})(?![\w.])",
        "add ten to each of the two eigenvalues",
        "add three to both eigenvalues",
        "each of the two eigenvalues is increased by 5",
    ),
    change_row(
        "plus",
        None,
        rf"\b(?:subtract|take) (?P<amount>{NUMBER}) (?:from|off){_THE}(?P<setting>eigenvalue)\b|"
        rf"\b(?P<setting2>eigenvalue){BE} (?:decreased?|lowered|reduced) by (?P<amount2>{NUMBER})(?![\w.])",
        "subtract 1 from each eigenvalue",
        sign=-1,
    ),
    change_row(
        "times",
        None,
        rf"\bmultiply{_THE}(?P<setting>eigenvalue) (?:by|with|times) (?P<amount>{NUMBER})(?![\w.])|"
        rf"\b(?P<setting2>eigenvalue){BE} multiply (?:by |with )?(?P<amount2>{NUMBER})(?![\w.])",
        "multiply each of the two eigenvalues by four",
        "what if both eigenvalues are multiplied by 3",
    ),
    change_row(
        "times",
        -1,
        r"(?<!\ba )\b(?:negative|negate|negated)(?: (?:the|both|all)){0,2} (?P<setting>eigenvalue)\b(?! ?[\d=])|"
        r"\b(?:both|if|make|turn|let|two|all)(?: (?:the|both|my|of|two|sheet)){0,3} (?P<setting3>eigenvalue)"
        r"(?: (?:were|was|are|be|become|both|all)){0,2} (?:negative|negated)(?! ?-?\d)|"
        r"\bsigns? of (?:the |both |all ){0,3}(?P<setting2>eigenvalue)\b",
        "with negative eigenvalues",
        "make both eigenvalues negative",
        "what if the eigenvalues were negative",
        "flip the signs of both eigenvalues",
        not_says=("a negative eigenvalue flips things",),
    ),
    change_row(
        "swap",
        None,
        rf"\b(?:swap|swapped|swapping|exchange|interchange|switch|reverse|vertausch\w{{1,3}}|tausch\w{{1,3}}|"
        rf"change the order of){_THE}(?:order of (?:the )?)?(?:two )?"
        r"(?P<setting>eigenvalue|eigenvector)\b|\b(?P<setting2>eigenvalue|eigenvector)(?: (?:are|were|is|be|"
        r"the)){0,2} "
        r"(?:swapped|swap|exchanged|reversed|vertauscht|the other way (?:a)?round|other way (?:a)?round|"
        r"in reverse order|interchanged)",
        "swap the eigenvalues",
        "what if the eigenvalues were the other way round",
        not_says=("swap to exercise 2",),
    ),
    change_row(
        "divide_by_d_k",
        None,
        r"\bdivide\b[^.?!]{0,30}\bd ?_? ?k\b(?: \w{1,10}){0,2},? (?:instead of|rather than|not|"
        r"without)[^.?!]{0,14}\b(?:root|sqrt)|"
        r"\bdivide by d ?_? ?k(?: itself| directly)\b|"
        rf"(?:{_ROOTED})[^.?!]{{0,16}}? (?:by|with|to|into|becomes?|->|→|is) {_BY_D}(?! ?root)|"
        rf"\b(?:use|with|take|scale by|multiply by|divide by|by) {_BY_D} "
        rf"(?:instead of|rather than|not|in place of)[^.?!]{{0,20}}?{_ROOTED}|"
        rf"\b(?:replace|swap|change|exchange)[^.?!]{{0,30}}{_ROOTED}[^.?!]{{0,12}} {_BY_D}",
        "divide by d_k instead of its root",
        "divide by d_k, not sqrt(d_k)",
        "if I replaced the factor $1/\\sqrt{d_k}$ by $1/d_k$",
        "use 1/d_k instead of 1/sqrt(d_k)",
        "change 1/√d_k to 1/d_k",
        not_says=("why do we divide by sqrt d_k",),
    ),
)

_BY = rf"= ?(?P<amount>{NUMBER})(?![\w.])"
_ASSIGNED = (
    change_row("plus", None, rf"{_SCALAR} ?\+{_BY}", "stride += 1"),
    change_row("plus", None, rf"{_SCALAR} ?-{_BY}", "padding -= 1", sign=-1),
    change_row("times", None, rf"{_SCALAR} ?//?{_BY}", "stride //= 2", sign=-1),
)
"""Changes as code writes them."""
ROWS = (*EIGENVALUE, *SCALARS, *_ASSIGNED)
