"""Names of models and layers said with numbers: "resnet one fifty two", "features dot three"."""

from __future__ import annotations

import re

from tutor.reading.gate import gated_text

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = dict(zip(_TEN_WORDS.split(), range(20, 100, 10), strict=True))
_MODEL = gated_text(
    r"(?<!who is )(?<!who's )\b(alex|res|dense|google|mobile|squeeze|eff|efficient|shuffle|conv)([ -])(nets?|next)\b",
    re.IGNORECASE,
)
_NET = r"\b(?:(?:wide )?resnet|resnext|densenet|vgg|mobilenet|efficientnet|shufflenet|squeezenet|inception|swin|vit)"
_DEPTH = re.compile(
    rf"({_NET}[ -]{{1,2}})(one|two) (?:(oh|zero) ({'|'.join(list(UNITS)[1:10])})|"
    rf"({'|'.join(TENS)})(?:[ -]({'|'.join(list(UNITS)[1:10])}))?)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(rf"\b(features|classifier) (?:dot|point) ({'|'.join(list(UNITS)[:13])})\b", re.IGNORECASE)
_VERSION = re.compile(rf"({_NET}[ -]{{1,2}}(?:v|b|version))[ -]({'|'.join(list(UNITS)[:10])})\b", re.IGNORECASE)
"""What only a model's name is said like: "dense net one twenty one", "efficient net b zero"."""


def _depth(match: re.Match[str]) -> str:
    """ "resnet one fifty two" as "resnet 152", padded to its length."""
    hundreds, _, unit_after_oh, tens, unit = (group and group.lower() for group in match.groups()[1:])
    below = UNITS[unit_after_oh] if unit_after_oh else TENS[tens] + (UNITS[unit] if unit else 0)
    return f"{match[1]}{UNITS[hundreds] * 100 + below}".ljust(len(match[0]))


def _version(match: re.Match[str]) -> str:
    return f"{match[1]}{UNITS[match[2].lower()]}".ljust(len(match[0]))


def _dotted(match: re.Match[str]) -> str:
    return f"{match[1]}.{UNITS[match[2].lower()]}".ljust(len(match[0]))


def models_joined(text: str) -> str:
    """The text with the names of models in one word.

    >>> models_joined("dense net 121")
    'densenet  121'
    """
    return _MODEL.sub(r"\1\3\2", text)


def names_in_digits(text: str) -> str:
    """The text with the numbers of models and layers in digits, each padded to the length it had.

    >>> names_in_digits("resnet one fifty two and features dot three").split()
    ['resnet', '152', 'and', 'features.3']
    """
    return _DOTTED.sub(_dotted, _VERSION.sub(_version, _DEPTH.sub(_depth, text)))
