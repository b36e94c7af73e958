"""Words in any spelling: what a written word stands for, misspelt, inflected or German."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, permutations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tutor.reading.gate import Gated
from tutor.reading.words.foreign import LOOKALIKES
from tutor.reading.words.general import GENERAL
from tutor.reading.words.plain import PLAIN
from tutor.reading.words.subject import STRONG, WEAK
from tutor.reading.words.task import TASK

_KNOWN: dict[str, str] = {word: word for word in GENERAL} | PLAIN | WEAK | STRONG | TASK
VOCABULARY = frozenset(_KNOWN) | frozenset(word for said in _KNOWN.values() for word in said.split())
_TARGETS = sorted(
    {word for word in (*STRONG, *WEAK, *TASK) if len(word) >= 6 and word.isalpha()}
    | {word for word in (*STRONG.values(), *WEAK.values(), *TASK.values()) if len(word) >= 3 and word.isalpha()}
    | {"what", "how", "this", "that", "does", "work", "know", "with", "have", "tell", "please", "because", "another"}
    | {"more", "some", "make", "same", "only", "look", "from", "like"}
    | {"can", "just", "give", "need", "want", "they", "when", "where", "which", "there", "think"}
    | {"already", "really", "something", "anything", "between", "without", "would", "should", "could", "everything"}
)
"""What misspelt words are corrected to: the words that carry meaning here, and the commonest small ones."""

_BEGINNING = {target[0]: [other for other in _TARGETS if other[0] == target[0]] for target in _TARGETS}
_BEHEADED = {target[1:]: target for target in reversed(_TARGETS)}
"""The targets by their first letter, and by what is left without it: other slips in the first letter are rare."""

_KEYS = ("qwertzuiop", "asdfghjkl", "yxcvbnm", "qwertyuiop", "zxcvbnm")
_CONFUSED = frozenset(
    [pair for row in _KEYS for left, right in pairwise(row) for pair in ((left, right), (right, left))]
    + list(permutations("aeiou", 2))
)
"""Letters taken for each other: neighbours on the keyboard, and vowels."""

_COMPOUND = re.compile(r"(\w{4,}?)(?:s|en)?(aufgabe|aufgaben|matrix|schicht|übung)")
_STRETCHED = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=4096)
def _corrected(word: str) -> str | None:
    """The known word that a misspelt one was meant to be.

    >>> _corrected("exercize"), _corrected("solutoin"), _corrected("paddding"), _corrected("weather")
    ('exercise', 'solution', 'padding', None)
    """
    if len(word) < 3 or len(word) > 18 or word in LOOKALIKES:
        return None
    reach = 1 if len(word) < 8 else 2
    targets = {*_BEGINNING.get(word[0], ()), *_BEGINNING.get(word[1], ())}
    if word in _BEHEADED:
        targets.add(_BEHEADED[word])
    near = process.extract(word, sorted(targets), scorer=OSA.distance, score_cutoff=reach, limit=12)
    meant = [target for target, _, _ in near if _plausible(word, target)]
    return _KNOWN[meant[0]] if meant else None


def _plausible(word: str, target: str) -> bool:
    """Whether a slip of the fingers leads from the target to the word; the shorter the word, the fewer are allowed."""
    if len(target) < 5 or len(word) < 4:
        return word[0] == target[0] and sorted(word) == sorted(target)
    if word[0] != target[0] and word[:2] != target[1::-1]:
        return word == target[1:] and len(word) > 4
    if len(word) == len(target) < 7 and sorted(word) != sorted(target):
        return all(pair in _CONFUSED for pair in zip(word, target, strict=True) if pair[0] != pair[1])
    return True


@lru_cache(maxsize=4096)
def known(word: str) -> str | None:
    """What a written word stands for, spelling and doubled letters forgiven; None for a word of another world."""
    said = _KNOWN.get(word)
    if said is not None or word in VOCABULARY:
        return said or word
    for shorter in (_STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word), word.rstrip(word[-1]) + word[-1]):
        if shorter != word and shorter in _KNOWN:
            return _KNOWN[shorter]
    compound = _COMPOUND.fullmatch(word)
    if compound and (first := _KNOWN.get(compound[1])):
        return f"{first} {_KNOWN[compound[2]]}"
    if word.endswith("'s"):
        return known(word[:-2])
    return _corrected(word.replace("'", ""))


_LITERAL = re.compile(r"(?<![a-zäöüß\\<_])(?<![^\\][a-z]\(\?:)[a-zäöüß]{3,}(?![a-zäöüß_?*>])")


def normal(pattern: str) -> re.Pattern[str]:
    """A pattern over normalised lines, from one whose words may be in any spelling the tables know.

    >>> normal(r"\\b(?:gives|comes) out").pattern
    '\\\\b(?:give|come) out'
    """
    return re.compile(_LITERAL.sub(lambda match: _KNOWN.get(match[0], match[0]), pattern))


def gated_normal(pattern: str) -> Gated:
    """Such a pattern, run only on the lines it may match."""
    return Gated(normal(pattern))
