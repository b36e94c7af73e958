"""Ways to go back to the sheet's own settings: "the original stride again", "reset everything but keep the padding"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.settings.grammar import NUMBER
from tutor.reading.spelling import normal

OF = {
    "stride": "stride",
    "padding": "padding",
    "dilation": "dilation",
    "bias": "bias",
    "kernel": "kernel",
    "filter": "kernel",
    "input": "input",
    "image": "input",
    "x": "input",
    "k": "K",
    "q": "Q",
    "v": "V",
    "scale": "scale",
    "sqrt": "scale",
    "root": "scale",
    "mask": "is_causal",
    "softmax": "softmax",
    "eigenvalue": "eigenvalues",
    "lambda": "eigenvalues",
    "eigenvector": "eigenvectors",
    "vector": "eigenvectors",
    "number of class": "num_classes",
    "class": "num_classes",
    "number_class": "num_classes",
}
"""What a line calls the settings that can be taken back; K is a kernel in an exercise that has one."""


@dataclass(frozen=True)
class Return:
    """A way to take a setting back; the group `setting` says which, without it all of them."""

    pattern: re.Pattern[str]
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()


def _row(pattern: str, *says: str, not_says: tuple[str, ...] = ()) -> Return:
    return Return(normal(pattern), says, not_says)


_NAMES = "|".join(sorted(OF, key=len, reverse=True))
_SETTING = rf"(?P<setting>{_NAMES})\b(?! ?[=□]| ?size| and□)"
_ADDED = r"(?:causal )?(?P<setting>padding|bias|dilation|mask)\b"
"""Settings that the sheet mostly does without, so that taking them away again takes them back."""
_OWN = r"(?:sheet|original|normal|usual|default|old|printed|given|first)(?: own)?"
_CUE = r"(?:again|back|return|reset|restore|revert|keep|stay|same|undo|leave)"
_AHEAD = rf"(?=[^.?!]{{0,60}}\b{_CUE}\b)"
_BEHIND = rf"\b{_CUE}\b[^.?!]{{0,40}}?"
_VALUES = r"(?:value|number|setting|version|task|exercise|one|set-?up)"

ROWS = (
    _row(
        rf"(?<!instead of )(?<!instead of the )(?<!than )(?<!than the )(?<!not )(?<!not the )(?<!on the )"
        rf"(?:{_BEHIND}\b{_OWN} {_SETTING}|\b{_OWN} {_SETTING.replace('setting', 'setting2')}{_AHEAD})",
        "back to the sheet's stride but keep the padding",
        "original stride again",
        "with the sheet's kernel again",
        "go back to the original K",
        not_says=("stride 3 instead of the original stride", "what is the sheet's stride"),
    ),
    _row(
        rf"\b{_SETTING} (?:as|from|of|like|than) (?:it (?:is|was) )?(?:in |on )?(?:the )?{_OWN}\b{_AHEAD}|"
        rf"{_BEHIND}\b{_SETTING.replace('setting', 'setting2')} (?:as|from|of|like) (?:it (?:is|was) )?"
        rf"(?:in |on )?(?:the )?{_OWN}\b",
        "scaling as on the sheet again",
        "use the stride from the sheet again",
        "same with the eigenvalues of the sheet",
    ),
    _row(
        rf"\b(?:undo|reset|revert|restore)(?: (?:the|that|my|your)){{0,2}} {_SETTING}",
        "undo the padding",
        "reset the stride",
    ),
    _row(
        r"\b(?:without|drop|remove|no|take|leave out|leave|delete|lose|forget|skip|scrap)(?: (?:the|a|any|that)){0,2} "
        rf"{_ADDED}(?: (?:away|out|off)){{0,2}} again\b|"
        rf"\btake(?: (?:the|that)){{0,2}} {_ADDED.replace('setting', 'setting2')} (?:away|out|off)\b",
        "without the padding again",
        "drop the bias again",
        "forget the mask again",
        "take the padding away",
    ),
    _row(
        r"\b(?:(?:forget|scrap|undo|drop|ditch)(?: about)?|(?<!why )(?<!or )not)(?: (?:the|that|my)){0,2} "
        rf"{_SETTING} (?:of )?{NUMBER}"
        rf"(?![\w.])|\b(?:forget|scrap|undo|ditch|drop)(?: about)?(?: (?:the|that|my)){{0,2}} {NUMBER} "
        r"(?P<setting2>class)\b",
        "forget stride 3",
        "not padding 2 but dilation 2",
        "drop the 12 classes",
        not_says=("why not stride 3",),
    ),
    _row(
        rf"\b{_SETTING} back(?: to)?(?: (?:the|what|how|as|on|in|it|is|was)){{0,4}} "
        rf"(?:sheet|{_OWN})\b|"
        rf"\b(?P<setting2>scale|softmax)(?: it)?(?: (?:after all|again|as usual|as normal))\b",
        "stride back to what the sheet says",
        "padding back to the original",
        "scale it after all",
    ),
    _row(
        r"\b(?:back|return|go back|again)(?: to)?(?: (?:the|dividing|divide|by|square|sheet|usual|normal)){0,4} "
        r"(?P<setting>sqrt|root)\b",
        "back to √2 but keep the mask",
        "back to dividing by the root",
        not_says=("the square root again, why",),
    ),
    _row(
        r"\b(?:put|take|turn|switch|bring|add|with)(?: (?:the|that)){0,2} (?P<setting>scale|softmax) "
        r"(?:back(?: (?:in|on))?|again|after all|anyway|instead|rather)\b|"
        r"\b(?:rather|better|doch|lieber|after all|then again)(?: (?:doch|lieber|do it|please))? with (?:the )?"
        r"(?P<setting2>scale|softmax)\b(?! (?:of|by|factor|over)| ?[=\d])|"
        r"\b(?P<setting3>bias)(?:es)?(?: (?:is|are|was|were))? (?:back(?: (?:in|on|again))?|on again|"
        r"in again)(?= ?[.,!?]| please| now|$)",
        "bias back on",
        "put the scaling back in",
        "doch lieber mit Skalierung",
        "with scaling again",
    ),
    _row(
        rf"\b(?:sheet|original|own|printed)(?: own)? {_VALUES} again\b|"
        rf"\b(?:back|return|reset|revert)(?: it| everything| all)? to (?:the )?(?:sheet|original|printed)(?: own)?"
        rf"(?: {_VALUES})?(?= ?(?:[.,!?]|$|but|and|now|please|again|then))|"
        r"\breset(?: (?:everything|all|it))?(?: (?:please|now))?(?= ?(?:[.!,]|$|but))|"
        r"\b(?:everything|all)(?: is)? (?:as|like) (?:in |on )?(?:the )?(?:sheet|original)(?: again)?\b",
        "sheet values again",
        "back to the original numbers please",
        "reset everything but keep the padding",
        not_says=("reset my progress",),
    ),
)
_KEPT = normal(
    rf"\b(?:keep|leave|but)(?:ing)?(?: (?:the|my|that|this)){{0,2}} (?P<setting>{_NAMES})\b|"
    rf"\b(?P<setting2>{_NAMES}) (?:stay|stays|remain|remains)\b"
)


def dropped_in(text: str) -> tuple[str, ...]:
    """The settings that a normalised line takes back to the sheet's, without those that it keeps.

    >>> dropped_in("original stride again"), dropped_in("keep the stride")
    (('stride',), ())
    >>> "padding" in dropped_in("reset everything but keep the padding")
    False
    """
    found: dict[str, None] = {}
    for row in ROWS:
        for match in row.pattern.finditer(text):
            said = next((name for name in match.groupdict().values() if name), None)
            found |= dict.fromkeys(OF.values() if said is None else (OF[said],))
    if not found:
        return ()
    kept = {OF[name] for match in _KEPT.finditer(text) for name in match.groupdict().values() if name}
    return tuple(name for name in found if name not in kept) if len(found) > 1 else tuple(found)
