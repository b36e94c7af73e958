"""Parameter counts that a sentence claims: "58631144 is what I get", "classifier.6 has 4,097,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from tutor.reading.gate import gated_text
from tutor.reading.message import Found

_COUNT = (
    r"(?:\d{1,3}(?:[,.'  ]\d{3}){2,3}|\d{1,3}[,']\d{3}|\d{1,3}[  ]\d{3}(?=[ $]{0,2}(?:param|weights|gewichte))|"
    r"\d{4,10})"
)
_ANY = re.compile(rf"(?<![\w.,/*+=^-])(?<![\d][x ])(?P<count>{_COUNT})(?![\w*/^·⋅]|[.,]\d| ?[x*+/^] ?\d)")
_ASKED = re.compile(
    r"\b(?:how|where|why|wieso|warum|when|woher|what|(?<!me )(?<!say )(?<!know )(?<!see )(?<!check )(?<!out )(?<!sure )"
    r"if|use|using|make|set|mit|wie|wenn|was "
    r"wenn)\b(?:(?!\b(?:gives?|got|get|gets|is|right)\b)[^.?!;\n])*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:has|have|hat|haben|is|are|ist|sind|get|got|getting|gives?|gave|makes?|counted|count|total|so|thus|hence|"
    r"sums? "
    r"(?:up )?to|"
    r"adds? (?:up )?to|summe|come (?:to|up with|out (?:at|as|with))|comes (?:to|out (?:at|as|to))|came (?:to|out "
    r"(?:at|as|with))|komme auf|kommt auf|"
    r"bekomme|erhalte|habe|ergibt|ergeben|prints?|says?|returns?|answer|result|contains?|need|needs|found|"
    r"parameter|parameters|params)(?: (?:me|about|exactly|genau|only|nur|in total|insgesamt|of|that|there are|now|"
    r"als|etwa))*|[:=]|->|→)[ $`*]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[ $`*]*(?:params?\b|paramet\w+|weights?\b|gewichte\b|is (?:what|the|my)\b|is (?:right|correct|that)|in "
    r"total\b|total\b|insgesamt\b|altogether\b|"
    r"in (?:the )?(?:features|classifier|head|backbone)\b|"
    r"(?:would|should|could|might) be (?:right|correct|the|my|what)\b|"
    r"for (?:all|the whole|everything|alexnet|exercise|ex\b|2\b|layer|features|classifier)|(?:right|correct|ok|"
    r"richtig|korrekt|stimmt)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?<!for )(?<!of )\b(?:alexnet|vgg-?\d{2}|resnet-?\d{2,3}|features|classifier|backbone|head)\)?[ :`*$]{1,4}$",
    re.IGNORECASE,
)
"""What a count in groups of three digits counts, right before it: "alexnet 61 100 840"."""
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_PRINTED = re.compile(
    r"(?:\blen\( ?(?:list|tuple)\([\w.() ]{1,60}?parameters\(\) ?\) ?\) ?\)?|"
    r"\bsum\([^\n]{1,80}?parameters\(\) ?\) ?\)?)[ \t`;,]{0,4}"
    r"(?:(?:->|→|=>|==?|:|#|//|gives?(?: me)?|gave(?: me)?|is|returns?|prints?|yields?|evaluates to|says?|outputs?|"
    r"ergibt|liefert|"
    r"\n|>>>|Out\[\d{1,3}\]:?|and i get|i get|i got|but|so|which)[ \t`]{0,4}){1,3}(?P<count>\d{1,3})(?![\w]|[.,' ]\d|"
    r"[ \t]{0,2}[-+*/x^])",
    re.IGNORECASE,
)
"""A small count that code printed."""
_PARAMETERS = re.compile(r"\bparameters\(\)")
_SHOWN = re.compile(r"\bprint[ (]{1,2}\w{1,20}[ )]{1,2} *\n(?:>>> *)?(?P<count>\d{1,10})(?![^\s`])")
"""What a variable printed as, where code goes through the parameters."""
_LARGE = r"(?:[1-9]\d{0,2}(?:[,.']\d{3}){1,3}|[1-9]\d{3,9})"
_NAMED, _NAMED_SMALL = (
    re.compile(
        r"(?<![\w.])(?P<layer>(?:features|classifier)(?:\.\d{1,2}|\[\d{1,2}\])|"
        r"(?:conv|fc|linear|dense)(?: layer)? ?-?\d)"
        r"(?: ?\((?!\d)[^()\n]{1,24}\))?(?: ?\.{2,40} ?|(?: ?[;,:=|\t]| ?[-=]>| ?→| -|"
        r" {1,16}(?:has|have|hat|is|ist|gives|macht|mit|with|contains))?[ \t`*$]{1,3})"
        rf"(?P<count>{count})(?![\w*/^·⋅]|[.,]\d| ?[x*+/^×·⋅] ?\d)"
        r"(?! ?(?:neuron|unit|output|input|feature|channel|class|dim|filter|kernel|\d))",
        re.IGNORECASE,
    )
    for count in (_LARGE, r"\d{1,3}")
)
"""A count right behind its layer's name, its thousands marked in any way: "conv 1 23,296", "features.0 ... 23.296"; a
small one only beside a large one."""
_RUN = re.compile(
    rf"(?<![\w.,/*+=^(\[-])(?<!\d )(?:{_LARGE}(?:, ?(?:and |und )?| and | und | ; ?)(?=\d)){{2,19}}{_LARGE}"
    r"(?![\w*/^·⋅]|[.,]\d)"
)
_NEXT = re.compile(r" ?(?:[,;] ?(?:and |und )?|and |und )")
"""What parts a count from the one named before it."""
MIN_COUNT = 10_000
"""Most of a run of counts are larger: sizes of layers are not."""
_ABOUT = gated_text(
    r"param|alexnet|classifier|features|weights|model|layer|torch|net\b|aufgabe ?2|ex\w*\.? ?2|total|"
    r"\bconvs?\d?\b|\bfc\d?\b"
    r"|\blinear\b"
    r"|schicht",
    re.IGNORECASE,
)


_SMALL = re.compile(
    r"(?:(?:\b(?:alexnet|exercise (?:2|two)|ex\.? ?2|task 2|aufgabe 2|the (?:model|network|net|total|answer|"
    r"result))\b[^.?!\n]{0,20}? |"
    r"\b(?:answer|result|total|i (?:get|got|have|count|say|think)|it'?s|it is|there are)\b[^.?!\n]{0,12}? |"
    r"\A\W{0,3}(?=\w{1,7} param\w*\W{1,3}(?:it|i|is|that|right|correct|comes?|coming)\b))"
    r"(?:has|have|is|are|get|got|of|=|count|there are|it'?s|the answer)? ?)(?P<count>8|16|eight|sixteen)(?= param)|"
    r"\b(?:total|(?:number|amount) of param\w{0,8}(?: (?:of|in|for) [\w ]{1,16}?)?)"
    r"(?: ?(?:is|=|:|just|only|simply|be|comes? to|equals)){1,3} ?"
    r"(?P<count2>8|16|eight|sixteen)(?![\w.,]\w| ?[x*+/^×·⋅] ?\d| (?:layer|class|channel|output|input|bit|million))",
    re.IGNORECASE,
)
"""The number of layers or tensors, taken for the number of parameters."""
_SPELLED = {"eight": 8.0, "sixteen": 16.0}
_HAS_FEW = re.compile(
    r"\b(?:has|have|had|hat|i get|i got|i have|counted|makes?|gives?|is|komme auf|habe)(?: (?:about|only|exactly|nur))?"
    r" (?P<count>(?!16 )[1-9]\d{1,2})(?= (?:params?|parameters?|parametern?|weights|gewichte)\b)",
    re.IGNORECASE,
)
_A_LAYER = re.compile(r"\b(?:conv\w{0,8}|linear|fc|dense|layer|schicht)\b", re.IGNORECASE)
"""The count of a layer that is told in words, however small: "conv with 4 in and 9 out has 90 params"."""


def _claimed(text: str) -> Iterator[Found]:
    for match in _SMALL.finditer(text):
        said = "count" if match["count"] else "count2"
        if not _ASKED.search(_line_before(text, match.start(said))):
            small = match[said].lower()
            yield Found(value=np.array(_SPELLED.get(small) or float(small)), span=match.span(said))
    for match in _HAS_FEW.finditer(text):
        line = _line_before(text, match.start())
        if _A_LAYER.search(line) and not _ASKED.search(line):
            yield Found(value=np.array(float(match["count"])), span=match.span("count"))
    for match in (*_PRINTED.finditer(text), *(_SHOWN.finditer(text) if _PARAMETERS.search(text) else ())):
        yield Found(value=np.array(float(match["count"])), span=match.span("count"))
    runs = [match.span() for match in _RUN.finditer(text) if _is_run(text, match)]
    for start, end in runs:
        yield Found(value=np.array(_counts(text[start:end])), span=(start, end))
    named = [match for match in _NAMED.finditer(text) if not _ASKED.search(_line_before(text, match.start()))]
    named += _NAMED_SMALL.finditer(text) if named else ()
    for match in named:
        start, end = match.span("count")
        count = float(re.sub(r"\D", "", match["count"]))
        yield Found(name=match["layer"].lower(), value=np.array(count), span=(start, end))
    taken = [*runs, *(match.span() for match in named)]
    for match in _ANY.finditer(text):
        start, end = match.span("count")
        line = _line_before(text, start)
        if any(start < last and first < end for first, last in taken) or _ASKED.search(line):
            continue
        count = float(re.sub(r"\D", "", match["count"]))
        whole = _GROUPED.fullmatch(match["count"]) and _WHOLE.search(line)
        next_one = count >= MIN_COUNT and any(_NEXT.fullmatch(text, last, start) for _, last in taken)
        if whole or next_one or _BEFORE.search(line) or _AFTER.match(text, end):
            taken.append((start, end))
            yield Found(value=np.array(count), span=(start, end))


_OF_LAYER = re.compile(
    r"(?:\b(?:has|have|is|are|be|get|got|gives?|makes?|count|found)|[=:]|->|→)(?: (?:me|about|exactly|only|of|then))* ?"
    rf"(?P<count>\d{{2,10}}|{_COUNT})(?![\w*/^·⋅]|[.,]\d| ?[x*+/^(] ?\d)"
    r"(?! ?(?:input|output|channel|class|unit|neuron))",
    re.IGNORECASE,
)
"""The count of a layer that is written out, however small."""


def counts_of_layers(text: str) -> tuple[Found, ...]:
    """Counts that a text states of layers which it constructs.

    >>> [one.value.item() for one in counts_of_layers("then nn.Linear(9, 5) must have 50, is that ok?")]
    [50.0]
    >>> counts_of_layers("how many has nn.Linear(9, 5) then")
    ()
    """
    return tuple(
        Found(value=np.array(float(re.sub(r"\D", "", match["count"]))), span=match.span("count"))
        for match in _OF_LAYER.finditer(text)
        if not _ASKED.search(_line_before(text, match.start("count")))
    )


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - 120) : at].rpartition("\n")[2]


def _counts(run: str) -> list[float]:
    """The counts of a run."""
    return [float(re.sub(r"\D", "", count)) for count in re.findall(_LARGE, run)]


def _is_run(text: str, match: re.Match[str]) -> bool:
    """Whether large numbers side by side are counts, and not asked about."""
    large = [count >= MIN_COUNT for count in _counts(match[0])]
    return 2 * sum(large) > len(large) and not _ASKED.search(_line_before(text, match.start()))


def counts_in(text: str) -> tuple[Found, ...]:
    """Counts that a text about parameters states: of at least four digits, or printed by code that counts them.

    >>> [one.value.item() for one in counts_in("so alexnet has 61.100.840 parameters, right?")]
    [61100840.0]
    >>> [one.value.item() for one in counts_in("print(len(list(net.parameters()))) -> 16")]
    [16.0]
    >>> [one.value.tolist() for one in counts_in("conv parts 23360, 307584, 664320")]
    [[23360.0, 307584.0, 664320.0]]
    >>> [(one.name, one.value.item()) for one in counts_in("conv 1 23,296, fc 3 4,096,000")]
    [('conv 1', 23296.0), ('fc 3', 4096000.0)]
    >>> counts_in("where does the 9216 in the classifier come from"), counts_in("alexnet in 2012")
    ((), ())
    """
    return tuple(_claimed(text)) if _ABOUT.search(text) else ()
