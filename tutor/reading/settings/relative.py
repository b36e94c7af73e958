"""Ways to say numbers against those that hold: "double the stride", "the padding one bigger"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.message import How
from tutor.reading.settings.grammar import NUMBER, WHERE
from tutor.reading.spelling import normal


@dataclass(frozen=True)
class ChangeRow:
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
    "category": "num_classes",
    "categories": "num_classes",
    "output channel": "out_channels",
    "out channel": "out_channels",
    "input channel": "in_channels",
    "in channel": "in_channels",
    "output": "out_features",
    "neuron": "out_features",
    "unit": "out_features",
    "feature map": "out_channels",
    "feature maps": "out_channels",
    "output map": "out_channels",
    "many input": "in_features",
    "number of input": "in_features",
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
COUNTS = {
    "input": "in_features",
    "filter": "out_channels",
    "kernel": "out_channels",
} | {
    said: "padding"
    for strip in ("ring", "frame", "border", "layer", "rim", "margin")
    for plural in ("", "s")
    for what in ("zero", "padding")
    for said in (f"{strip}{plural} of {what}", f"{what} {strip}{plural}")
}
"""What is only counted where a number tells that it is: "two more filters", "one ring of zeros less"."""
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


BE = (
    r"(?: (?:in|of|for) (?:exercise )?\w{1,14})?"
    r"(?: (?:is|are|be|being|was|were|get|gets|would|all|now|to|becomes?|had|been)){0,4}"
)
_MORE = r"(?:more|extra|additional|further|zusätzlich\w{0,2})"
_LESS = r"(?:less|fewer|weniger)"
_COUNTED = rf"(?P<count>{'|'.join(sorted({*OF, *COUNTS} - {'lambda', 'scale'}, key=len, reverse=True))})\b"
_NO_TASK = r"(?! ?(?:problem|exercise|task|question|example|one|hint|matrix|layer|part|step)\b)"
"""Behind "another kernel", what makes it a task of its own."""
BIGGER = r"(?:big|bigger|large|larger|more|high|higher|great|greater|longer)"
SMALLER = r"(?:small|smaller|less|low|lower|short|shorter|fewer)"


def change_row(
    how: How, amount: float | None, pattern: str, *says: str, not_says: tuple[str, ...] = (), sign: int = 1
) -> ChangeRow:
    """A row of a pattern whose words may be spelt in any way the vocabulary knows."""
    return ChangeRow(normal(pattern), how, amount, says, not_says, sign)


def multiples(what: str, entries: str, examples: tuple[tuple[str, ...], ...]) -> tuple[ChangeRow, ...]:
    """Twice, three times and half as much of something."""
    return tuple(
        change_row(
            "times",
            factor,
            rf"\b(?:{verbs})(?:{_THE}| )(?:{entries})?{what}|"
            + re.sub(r"\?P<(\w+)>", r"?P<\1_after>", what)
            + rf"{WHERE}{BE} (?:{done})\b",
            *says,
        )
        for factor, verbs, done, says in (
            (2, r"double|doubled|doubling|twice|verdoppel\w{1,3}|two times|2 times",
             r"doubled?|twice as \w+|verdoppelt|twice", examples[0]),
            (3, r"triple|tripled|tripling|verdreifach\w{1,3}|three times|3 times",
             r"tripled?|three times as \w+|verdreifacht", examples[1]),
            (0.5, r"half|halve|halved|halving|halbier\w{1,3}",
             r"halved?|half as \w+|halbiert|cut in half", examples[2]),
            (0.25, r"quarter|one fourth", r"quartered|cut to a quarter", ()),
            (1 / 3, r"(?:a|one) third", r"cut to a third", ()),
            (0.2, r"(?:a|one) fifth", r"cut to a fifth", ()),
            (0.1, r"(?:a|one) tenth", r"cut to a tenth", ()),
        )
    )  # fmt: skip


SCALARS: tuple[ChangeRow, ...] = (
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
        rf"\b(?P<amount>{NUMBER}) (?:multiply|mal){_THE}{_SCALAR}|"
        rf"(?<![\w.])(?P<amount2>[1-9]/\d{{1,2}}) of{_THE}{_SCALAR.replace('setting', 'setting2')}",
        "ten times as many classes",
        "five times the padding",
    ),
    change_row(
        "plus",
        None,
        rf"\b(?P<amount>another|(?:{NUMBER}|an?)(?: single)? {_MORE}) {_COUNTED}{_NO_TASK}|"
        rf"\b(?P<amount2>{NUMBER}|an?)(?: single)? {_COUNTED.replace('count', 'count2')} {_MORE}\b",
        "one more ring of padding",
        "two more rings of zeros",
        "with one class more",
        "24 extra classes",
        "another input channel",
        "4 filters more",
        "one stride more",
        not_says=(
            "one more hint for the kernel",
            "another eigenvalue problem",
            "what more is there to a stride",
            "a filter for more detail",
        ),
    ),
    change_row(
        "plus",
        None,
        rf"\b(?P<amount>(?:{NUMBER}|an?)(?: single)? {_LESS}) {_COUNTED}|"
        rf"\b(?P<amount2>{NUMBER}|an?)(?: single)? {_COUNTED.replace('count', 'count2')} {_LESS}\b",
        "100 fewer classes",
        "one class less",
        "one ring of zeros less",
        sign=-1,
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
        r"(?P<setting>eigenvalue|eigenvector)\b(?! (?:to|into|from|by|as) )|"
        r"\b(?P<setting2>eigenvalue|eigenvector)(?: (?:are|were|is|be|"
        r"the)){0,2} "
        r"(?:swapped|swap|exchanged|reversed|vertauscht|the other way (?:a)?round|other way (?:a)?round|"
        r"in reverse order|interchanged)",
        "swap the eigenvalues",
        "what if the eigenvalues were the other way round",
        not_says=("swap to exercise 2",),
    ),
)

_BY = rf"= ?(?P<amount>{NUMBER})(?!\w|[.,]\d)"
_ASSIGNED = (
    change_row("plus", None, rf"{_SCALAR} ?\+{_BY}", "stride += 1"),
    change_row("plus", None, rf"{_SCALAR} ?-{_BY}", "padding -= 1", sign=-1),
    change_row("times", None, rf"{_SCALAR} ?\*{_BY}", "stride *= 2"),
    change_row("times", None, rf"{_SCALAR} ?//?{_BY}", "stride //= 2", sign=-1),
    change_row("plus", 1, rf"{_SCALAR} ?\+\+", "stride++"),
    change_row(
        "plus",
        None,
        rf"\b(?:with|use|make|take|set|if|now|and)(?: (?:a|the|my))? {_SCALAR} ?\+ ?(?P<amount>{NUMBER})(?!\w|[.,]\d)",
        "with stride + 1",
        not_says=("(4 - 2) / stride + 1",),
    ),
)
"""Changes as code writes them."""
ROWS = (*SCALARS, *_ASSIGNED)
