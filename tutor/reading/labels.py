"""What the words right before an array say it is: "input [[..]] kernel [[..]]", "convolve [[..]] with [[..]]"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.reading.message import Found
from tutor.reading.spelling import gated_normal, normal
from tutor.reading.text import DATA

_IS = (
    r"(?: (?:in|of|for) (?:exercise )?\d[a-c]?)?(?: ?(?:is|was|were|has|have|like|all|zero|shall|should|be|"
    r"being|to|of|just|only|"
    r"would be|matrix|as|equal|by|now|a|the|becomes?|became|changes|turns into|wird|wäre|sei|"
    r"this|that|following|one|new|\d ?x ?\d)\b"
    r"){0,6}[ .:=]{0,4}$"
)
_NOT_OLD = "".join(f"(?<!{word} )" for word in ("sheet", "sheet's", "sheet own", "sheet's own", "original", "old"))
"""What is there already is not told anew: "on the sheet's input: □" hands in what came out."""
_VERBS = (
    r"is|are|was|were|be|equals?|gives?|get|got|have|has|had|looks? like|comes? out as|becomes?|as|now|then|ist|sind"
)
_ONE_OF = "".join(f"(?<!{word} )" for word in ("first", "second", "third", "last", "each", "per", "every", "one"))
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, normal(rf"\b{_NOT_OLD}(?:{words}){_IS}"))
    for name, words in (
        ("kernel", "kernel|filter"),
        ("input", "input(?: matrix| image)?|image"),
        ("eigenvectors", "eigenvector"),
        ("eigenvalues", "eigenvalue"),
        ("Q", rf"{_ONE_OF}query|q"),
        ("K", rf"{_ONE_OF}key|k"),
        ("V", r"value|(?<!@ )(?<!@)(?<!\) )(?<!\))v"),
        ("X", "x"),
        *((f"v{index}", rf"v ?_? ?{index}") for index in (1, 2, 3)),
        ("attn_mask", "(?<!causal )(?:attention_|attn_)?mask"),
    )
)
_ASIDE = (
    r"(?: ?[,.;:!?]| (?:please|what|is|the|output|result|y|come|out|do|i|get|then|tell|me|give|would|be|in|for|of|on|"
    r"exercise|and|compute|now|it|\d[a-c]?)\b){0,14} ?$"
)
"""What may be asked between the word for an array and the array: "with this filter please, what is the output: □"."""
_LABELS += tuple(
    (name, normal(rf"\b(?:this|that|following|own|new) (?:\dx\d )?(?:{words})\b{_ASIDE}"))
    for name, words in (("kernel", "kernel|filter"), ("input", "input|image"))
)
_THE = r"(?: (?:the|this|that|a|my|matrix|symmetric|for|me|please|of|with|following))"
_EIGEN = r"eigen(?:value|vector)(?: ?(?:and|n|,|&|\+|plus|/) ?eigen(?:value|vector))?"
_APART = (
    r"eigen-?decomposition|spectral(?: decomposition)?|decomposition|spectrum|diagonalization|diagonalize|decompose"
)
_SIGNS = (" ", ": ", " = ", "= ")
_HANDED_IN = "".join(f"(?<!{part}{sign})" for part in ("eigenvalue", "eigenvector") for sign in _SIGNS)
_ASKED = r"it is|its|find|compute|see|get|give|show|determine|want|need|know"
_DECOMPOSED = normal(
    rf"\b(?:{_EIGEN}|{_APART}),? ?(?:of|for|from)?{_THE}{{0,5}}(?: [a-z] ?=)?[ .:=]{{0,4}}${_HANDED_IN}|"
    rf"\b(?:{_ASKED})(?: (?:me|the|its|both|it is)){{0,3}} {_EIGEN}[ .:]{{0,4}}$|"
    r"\beig(?:en(?:vals|values?|vectors?|system)?|h|vals|valsh)? ?[(\[] ?"
    r"(?:(?:np|numpy|torch)\. ?(?:array|tensor) ?\()? ?$"
)
"""Before a matrix that is to be taken apart."""
_ITS_PARTS = normal(
    rf" ?\)?[.,:;?! -]{{0,3}}(?:(?:what|which)(?: are| is)?|find|compute|give me|i (?:want|need)) ?(?:it is|its|the|"
    rf"are){{0,2}} ?{_EIGEN}\b|"
    r"[ ).;,]{0,5}(?:(?:np|numpy|torch) ?\. ?)?(?:linalg ?\. ?)?eig(?:h|vals|valsh)? ?\( ?[a-z]{1,2} ?\)|"
    r" ?[.,:;-]{0,2} {0,2}(?:please )?(?:diagonali[sz]e|diagonalization|decompose) (?:it|this|that)\b"
)
"""Behind such a matrix."""
_MATRICES = ("A", "M", "B", "S", "X")
"""Letters that such a matrix has."""
_PAIR = gated_normal(
    rf"\bconvolution(?: ?2d ?\()?(?: of| the| matrix| input| image|:){{0,4}} ?{DATA} ?(?:with|and|by|using|on|,|\*)?"
    rf"(?: (?:the|a|kernel|filter|matrix)){{0,3}}[ :=]{{0,2}}{DATA}"
)
_THAT = re.compile(
    r"\b(?:and|with|on|for|using) (?:that|those|the same|the old) (?:x|q|k|v|input|image|kernel|filter|query|key|value)"
    r" ?: *$"
)
"""Behind what was given before, there stands what comes out of it: "and that k: □"."""
_CAUSAL = re.compile(r"\bcausal mask ?[:=]? *$")
_DATA = re.compile(DATA)
_REACH = 60
"""How far before an array its label may begin."""


def labelled(found: Sequence[Found], text: str, spans: Sequence[tuple[int, int]]) -> tuple[Found, ...]:
    """The arrays, those without a name under what the line calls them. `spans` are what the line shows as `DATA`."""
    at = _places(text, spans)
    pair = _PAIR.search(text)
    paired = {pair.start() + pair[0].index(DATA): "input", pair.end() - 1: "kernel"} if pair else {}
    return tuple(_named(one, text, at.get(one.span), paired) for one in found)


_BEHIND = tuple(
    (name, normal(rf"{DATA} ?(?:as|for|being|is|be|to be|as in)(?: (?:the|my|a|our|its|new|different))*"
                  rf" (?:{words})\b(?! ?[=□])"))
    for name, words in (("kernel", "kernel|filter"), ("input", "input|image|x"), ("Q", "query|q"), ("K", "key|k"),
                        ("V", "value|v"))
)  # fmt: skip
"""What the words right behind an array say it is: "□ as kernel"."""


def _places(text: str, spans: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Where the line shows each array."""
    at = (match.start() for match in _DATA.finditer(text))
    return dict(zip(sorted(spans), at, strict=False))


def _decomposed(one: Found, before: str, behind: str) -> bool:
    matrix = one.value.ndim == 2 and min(one.value.shape) > 1
    asked = one.name is None or one.name in _MATRICES or one.name.startswith("eigen")
    return matrix and asked and (_DECOMPOSED.search(before) is not None or _ITS_PARTS.match(behind) is not None)


def _named(one: Found, text: str, at: int | None, paired: dict[int, str]) -> Found:
    if at is None:
        return one
    before = text[max(0, at - _REACH) : at]
    if _decomposed(one, before, text[at + 1 : at + 1 + _REACH]):
        return one.model_copy(update={"name": "matrix"})
    if one.name is not None and (_THAT.search(before) or (one.name == "mask" and _CAUSAL.search(before))):
        return one.model_copy(update={"name": None})  # "with a causal mask: □" hands in what came out
    if one.name is not None or _THAT.search(before):
        return one
    name = next((name for name, pattern in _LABELS if pattern.search(before)), paired.get(at))
    behind = text[at : at + _REACH]
    name = name or next((name for name, pattern in _BEHIND if pattern.match(behind)), None)
    if name == "eigenvectors" and one.value.size == max(one.value.shape):
        return one  # one vector of several
    return one.model_copy(update={"name": name}) if name else one


_TIMES = r"(?: ?(?:multiply|times|mal|by|@|\*|·|x) ?| )"
_TERM = r"term|rank-? ?(?:one|1)(?: matrix| term| piece)?|outer product|summand"
_ECHO = r"(?: ?\) ?| ?\. ?(?:out ?\[\d{1,3}\])?:?)?"
"""What stands between an expression and what it printed."""
_OF_STEPS = tuple(
    (name, normal(rf"(?<![a-z_])(?:{words})(?: (?:i|we|you|it))?(?: ?(?:{_VERBS})\b){{0,3}}{_ECHO}[ .:=]{{0,4}}$"))
    for name, words in (
        ("Q Lambda", rf"q{_TIMES}(?:lambda|lamb?d?|lmbda)|qlambda|product of q and lambda|"
                     rf"first product|v{_TIMES}lambda"),
        ("scaled", r"(?:scaled?|divided?|normali[sz]ed) (?:raw )?scores?|scores? (?:scaled?|divided?)(?: (?:by|with|"
                   r"through|the|"
                   r"square|root|sqrt|of|two|2|d_?k|d k)){0,6}|"
                   r"scores? (?:over|/) ?(?:sqrt|root)(?: (?:of )?\w{1,4}){0,1}|"
                   r"q ?@ ?k\.t ?/ ?(?:(?:np|math|torch)\.)?(?:sqrt ?\(\w{1,3}\)?|\w{1,3} ?\*+ ?0\.5)"),
        ("weights", r"(?:attention|softmax) (?:weights?|matrix)|weights?|softmax(?: of (?:the )?(?:scaled? )?scores?|"
                    r" output)|"
                    r"probabilities"),
        ("scores", rf"qk ?\^? ?(?:t|transposed?)|q{_TIMES}(?:the )?k(?: ?t| ?\^ ?t|\.t| transposed?)|q@k\.t|(?:raw|"
                   rf"unscaled|attention|plain) scores?|scores?|"
                   r"dot-? ?products?(?: of (?:the )?(?:query|queries|q) and (?:the )?(?:key|keys|k))?|logits?"),
        ("C", r"context(?: matrix| vectors?)?|attention output"),
        ("Y", r"(?:output )?feature ?map|convolution output|output of the convolution"),
        ("padded", r"padded (?:input|image|x|matrix)|padding (?:input|image|x|matrix)|(?:input|image|x)(?: ?is|"
                   r" ?_)? ?(?:padded|padding)|"
                   r"(?:input|image|x) (?:with|after) (?:the )?(?:padding|zeros?)(?: around(?: it)?)?"),
        ("window", r"(?:first|1\.) (?:window|patch)(?: of x)?"),
        *((f"term {number}", rf"(?:{nth}) (?:{_TERM})|(?:{_TERM}) (?:(?:for|of|from|with|to) (?:the )?"
                             rf"(?:lambda|eigenvalue|eigenvector|v|q) ?_? ?)?{number}")
          for number, nth in ((1, "first|1st"), (2, "second|2nd"), (3, "third|3rd"))),
    )
)  # fmt: skip
"""What the steps of the four families are called in a sentence, under a name that each family knows."""

_RESULT_BEHIND = re.compile(rf"{DATA} ?(?:as|for|is|be|being) (?:my |the )?(?P<name>[ay]) ?(?:$|[?.!,])")
"""The result by its letter behind it: "so that's □ for A"."""


def steps_named(found: Sequence[Found], text: str, spans: Sequence[tuple[int, int]]) -> tuple[Found, ...]:
    """The arrays, those that the line calls by a step's name right before them, or by a result's letter right behind,
    under that name: "q times lambda is □".

    `spans` are what the line shows as `DATA`, as in `labelled`.
    """
    at = _places(text, spans)
    return tuple(_as_step(one, text, at.get(one.span)) for one in found)


def _as_step(one: Found, text: str, at: int | None) -> Found:
    if at is None or not one.value.ndim:
        return one
    before = text[max(0, at - _REACH) : at]
    name = next((name for name, pattern in _OF_STEPS if pattern.search(before)), None)
    if name is None and one.name is None and (behind := _RESULT_BEHIND.match(text, at)):
        name = behind["name"].upper()
    return one.model_copy(update={"name": name}) if name else one
