"""A single number: data where it is asserted as a value (rule 2), loose where only a word stands beside it."""

from __future__ import annotations

import re

from tutor.reading.matrices.names import is_symbol, name_before, plain_name
from tutor.reading.matrices.page import TAKEN
from tutor.reading.message import Found
from tutor.reading.numbers import Number, number

LOOK_BACK = 70
"""How far left of a number the words stand that make it a value."""
LONGEST_PHRASE = 48
"""Longest phrase such as "I ended up with the value of about"."""
_POWERS = {
    "k": 3,
    "thousand": 3,
    "m": 6,
    "mio": 6,
    "million": 6,
    "millions": 6,
    "millionen": 6,
    "b": 9,
    "bn": 9,
    "billion": 9,
}
_POWER = re.compile(
    r"[ ]?(k|K|M|B|bn|[Mm]io\.?|[Mm]illions?|[Mm]illionen|[Bb]illion|[Tt]housand"
    r"|m(?=[ ]?(?:params?|parameters?|weights|(?:in[ ])?total)\b))(?![\w])"
)
_OPERATOR = re.compile(
    r"(?::=|<-|←|=|≈|≃|\\approx|:|(?<![A-Za-z])(?:is|ist|equals|lautet))[\s$`*~]*(?:about|roughly|approximately|ca\.?|around|circa)?[\s$`*~]*\Z"
)
_COLON = re.compile(r":[\s$`*~]*\Z")
_EQUATION = re.compile(r"(?:[\d)}\]|]|\\[rlR]?[vV]ert)\s*[=≈][\s$`*~]*\Z")
_GETS = re.compile(
    r"\b(?:i\s+(?:get|got|have|obtain|obtained|computed|calculated|end up with|ended up with|found|find)"
    r"|we\s+(?:get|got|obtain)"
    r"|(?:it|that|this|which|what|total|sum|formula|code|torch|pytorch|python|model|everything|output)\s+(?:gives(?:\s+me)?"
    r"|gave(?:\s+me)?|yields|prints|returns|equals|evaluates\s+to|makes|comes\s+to|says|is)|comes?\s+out\s+(?:as|to|at)|came\s+out\s+(?:as|to|at)"
    r"|it'?s|ergibt|erhalte|bekomme|(?:ich\s+)?komme\s+auf|total\s+of|sums?\s+up\s+to|adds?\s+up\s+to|amounts?\s+to|answer|result|value|ergebnis|wert|antwort"
    r"|gives|yields|gets|getting|got)"
    r"\s*(?:the\s+(?:value|number|answer|result)\s+)?(?:is|of|as|:|=|me|about|roughly|approximately|around|exactly|only|now|also|that|then|ist)?[\s$`*~]*\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[\s$`*\"']*(?:\Z|\n|\\?[^\W\d]\w{0,8}(?:\{\w{1,8}\})?[ ]?=(?!=)"
    r"|[,;.!?)\]](?!\d)|[=≈(]|and\b|but\b|or\b|und\b|params?\b|parameters?\b|parameter\b|weights?\b|in\s+total|"
    r"total\b|altogether|for\b|right\b|correct\b|ok\b|okay\b|as\b|so\b|which\b|because\b|since\b|now\b|though\b|is\b|"
    r"here\b|there\b|not\b|instead\b|when\b|if\b|with\b|from\b|after\b|then\b|at\b|trainable|learnable|on\b|in\b|lol\b|"
    r"overall|:\)|:\(|-\s|yes\b|no\b|what\b|why\b|where\b|how\b|does\b|can\b|this\b|that\b|it\b|each\b|per\b|by\b|"
    r"\\\\|/\s|\||pls\b|please\b|stimmt|oder\b|though\b|the\b|my\b|yours?\b|after|only\b|again\b|he?raus\b|raus\b|"
    + TAKEN
    + ")",
    re.IGNORECASE,
)
_NAMES_OF_SETTINGS_TEXT = """
stride strides padding pad pads dilation groups kernel kernel_size kernelsize size sizes shape dim dims axis
num_classes classes n_classes numclasses lr learning_rate rate epoch epochs batch batch_size batchsize bs channel
channels in_channels out_channels in_features out_features inplanes planes dropout p momentum weight_decay wd seed
manual_seed random_state n_heads num_heads heads head d_k dk d_v d_model dmodel d_ff embed_dim hidden hidden_size
num_layers nlayers n_layers layers layer depth filters num_filters width height input_size output_size out_size
image_size h w n m nnz nrow ncol rows cols columns row column i j k index idx version python torch torchvision numpy
pytorch cuda gpu exercise exercises ex task tasks part parts page pages hint hints step steps question problem
number no nr chapter section figure fig table week lecture sheet slide slides line lines room date time day year
deadline due points point grade score_of version_of top aufgabe teil seite level attempt try tries times groups
precision linewidth decimals digits places atol rtol tol rel_tol abs_tol tolerance rel abs
ndigits blatt übung uebung kapitel uhr tag schrittweite out_padding
output_padding eps epsilon beta1 beta2 gamma temperature workers num_workers max_length seq_len sequence_length
vocab_size iterations iters iteration resnet vgg alexnet densenet
"""
_NAMES_OF_SETTINGS = frozenset(_NAMES_OF_SETTINGS_TEXT.split())
_NO_LEFT_NAMES_TEXT = """
me us sqrt root log exp nr no # for in of on at to with by from than about around and or but the a an my your is are
was were be been it this that these those i we you he they get got have has had need want do does did can could
would should will not only just so then now if when while use using used give gives gave show like as also still
even maybe ok okay yes no nope hi hey hello please pls thanks more less least most over under between after before
every each all any some same other another next last first second third which what who why how where there here
because since until up down out off per into onto through für mit von auf bei und oder der die das ein eine ist sind
nur noch mal in im am um zu aus i'm it's that's let's hint solve solution check exercise or vs versus plus minus
times into go do try see skip take question pick open start begin continue problem
"""
_NO_LEFT_NAMES = frozenset(_NO_LEFT_NAMES_TEXT.split())
_LEFT_WORD = re.compile(r"(?<![\w.])([^\W\d][\w.]*)[ ]*(?:[:=≈]|->|→|is|-)?[ $`*~]*\Z")
_IN_CALL = re.compile(r"(?<!approx)(?:(?<=[\w\]])\([^()]*|[\w\]]\[[^\[\]]*)\Z")
_CLAIMED = re.compile(r"[\s$`]*(?:he)?raus\b")
_MANY = 10_000
"""A number from here on counts parameters, though its name is that of a setting; a hundred times that behind a word."""
_SIGN_LEFT = re.compile(r"(?:[*/^+×·@<]|(?<![-=])>|\bx|[\d)]\s*-)\s*\Z")
_PROMPT = re.compile(r"[ \t]*(?:#>|>>>|In \[\d{1,3}\]:)[ \t]*")
"""Before what was printed, where it was copied in place of the code."""
_DASH = re.compile(r"-\s+\Z")
_COUNT = re.compile(r"[1-9]\d{4,}|[1-9]\d{0,2}(?:(?:(?:[,'_\u202f]|\{,\}|\\,)\d{3})+|(?:\.\d{3}){2,})")
_LAYER = re.compile(
    r"\b((?:features|classifier|avgpool|conv|conv2d|fc|linear|bn|total)(?:\.\d{1,2}(?:\.(?:weight|bias))?|_?\d{1,2})?)"
    r"\b[`*'\"]*(?P<verb>\s+(?:[^\W\d]+\s+){0,2}?(?:has|have|hat|holds|contains|is|are|gives|makes|with|mit))?[\s`*:=→>~-]*\Z",
    re.IGNORECASE,
)
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_PARAMETERS = re.compile(r"\s*(?:(?:trainable|learnable|lernbare|trainierbare)\s+)?(?:param|gewichte\b)", re.IGNORECASE)
_NEVER_COUNTED_TEXT = """
seed manual_seed random_state lr epochs iterations iters iteration vocab_size in_features out_features in_channels
out_channels hidden hidden_size embed_dim page line room id port version date batch_size
"""
_NEVER_COUNTED = frozenset(_NEVER_COUNTED_TEXT.split())
_SIGN_RIGHT = re.compile(r"[ \t]*(?:[*^+×·@%]|x\s|[x]\d|[-/]\s*\d|/\s*[a-z]|<|>)")


def scalar(text: str, start: int, end: int, written: str) -> Found | None:
    """The number text[start:end] as data: not loose where asserted, loose beside a word, None where it is neither."""
    if _ONE_GROUP.fullmatch(written) and counts_parameters(text, end):
        written = written.replace(".", ",")  # 23.296 parameters: no layer has a fraction of one
    value = number(written) or number(written.replace(",", "."))
    if value is None or _SIGN_RIGHT.match(text, end):
        return None
    power = _POWER.match(text, end)
    if power:
        value = _abbreviated(value, power.group(1))
        end = power.end()
    before = text[max(0, start - LOOK_BACK) : start].rsplit("\n\n", 1)[-1]
    line = before.rsplit("\n", 1)[-1]
    count = _COUNT.fullmatch(written) is not None
    ends = _ENDS.match(text, end) is not None
    if not (ends or count) or (("(" in line or "[" in line) and _IN_CALL.search(line)):
        return None
    if _PROMPT.fullmatch(line):
        return _found(None, value, start, end, loose=True) if ends else None
    if _SIGN_LEFT.search(line[-4:]):
        return None
    if power and power.group(1) not in ("k", "K", "B") and "." not in line[-1:]:
        return _found(_name(text, start), value, start, end, loose=False)
    found = _said(text, start, end, value, before) if ends and not _DASH.search(line) else None
    if found is not None or _is_place(line):
        return found
    layer = _LAYER.search(line)
    if count or (layer and layer.group("verb") and ends):
        return _found(layer and layer.group(1), value, start, end, loose=True)
    return None


def counts_parameters(text: str, end: int) -> bool:
    """Whether the word behind a number says that it counts parameters."""
    return _PARAMETERS.match(text, end) is not None


def _said(text: str, start: int, end: int, value: Number, before: str) -> Found | None:
    """The number by the words to its left: asserted, come to, or beside a noun."""
    line = before.rsplit("\n", 1)[-1]
    if _OPERATOR.search(before):
        return _asserted(text, start, end, value, before)
    if _GETS.search(line[-LONGEST_PHRASE:]):
        return _found(None, value, start, end, loose=False)
    return _beside(text, start, end, value, line)


def _is_place(line: str) -> bool:
    """Whether the word to the left says that a large number counts nothing: a seed, a page."""
    word = _LEFT_WORD.search(line)
    return word is not None and word.group(1).lower().rsplit(".", 1)[-1] in _NEVER_COUNTED


def _abbreviated(value: Number, unit: str) -> Number:
    power = _POWERS[unit.lower().rstrip(".")]
    decimals = None if value.decimals is None else value.decimals - power
    return Number(
        float(f"{value.value!r}e{power}") if "e" not in repr(value.value) else value.value * 10.0**power, decimals
    )


def _asserted(text: str, start: int, end: int, value: Number, before: str) -> Found | None:
    """After `=`, `:` or "is": a value, unless what stands left is a setting or a place."""
    name = name_before(text, start, entry=True)
    operator = _OPERATOR.search(before)
    left = before[: operator.start()] if operator else before
    word = re.search(r"([^\W\d][\w-]*)\W*\Z", left)
    last = word.group(1).lower() if word else ""
    counted = value.value >= (_MANY if len(last) < 2 else 100 * _MANY) and last not in _NEVER_COUNTED
    claimed = counted or (len(last) < 2 and _CLAIMED.match(text, end))  # "N = 61,100,840", "p = 0,5 raus"
    if (not claimed and (is_setting(name) or is_setting(last))) or re.search(
        r"(?:size|number of (?:classes|channels|filters|heads|layers|epochs|kernels)"
        r"|stride|padding|classes|rate)\s*\Z",
        left.lower(),
    ):
        return None
    if name is None:
        loose = not (_EQUATION.search(before) or _GETS.search(before))
        if loose and not _COLON.search(before) and last not in ("it", "that", "this", "answer", "result"):
            return None
        return _found(None, value, start, end, loose=loose)
    return _found(None if len(name) > 1 and is_setting(name) else name, value, start, end, loose=False)


def is_setting(name: str | None) -> bool:
    """Whether a name is a hyper-parameter, a size or a place in a text, whose number is no data."""
    return name is not None and (
        name.lower() in _NAMES_OF_SETTINGS or name.lower().rsplit(".", 1)[-1] in _NAMES_OF_SETTINGS
    )


def _name(text: str, start: int) -> str | None:
    name = name_before(text, start)
    return None if is_setting(name) else name


def _beside(text: str, start: int, end: int, value: Number, line: str) -> Found | None:
    """A number alone in its message, or with a noun to its left."""
    alone = start < LOOK_BACK and len(text) - end < LOOK_BACK
    if alone and not text[:start].strip(" \n$`*(~") and not text[end:].strip(" \n$`*.!?)"):
        return _found(None, value, start, end, loose=True)
    match = _LEFT_WORD.search(line)
    if not match:
        return None
    word = match.group(1).rstrip(".")
    if word.lower() in ("it", "is"):
        return _found(None, value, start, end, loose=True)
    if word.lower() in _NO_LEFT_NAMES or is_setting(word):
        return None
    return _found(plain_name(word) if is_symbol(word) else None, value, start, end, loose=True)


def _found(name: str | None, value: Number, start: int, end: int, *, loose: bool) -> Found:
    return Found(name=name, value=value.value, span=(start, end), decimals=value.decimals, loose=loose)
