"""Settings said against those that hold: "double the stride", "swap the eigenvalues", "only λ₁ becomes 4"."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from tools.settings import Settings
from tutor.reading.eigenvalues import eigenvalues_in, single_eigenvalue
from tutor.reading.message import Change, How
from tutor.reading.text import normal


@dataclass(frozen=True)
class Row:
    """A way to say a change; the group `setting` says of what."""

    pattern: re.Pattern[str]
    how: How
    amount: float
    says: tuple[str, ...]
    not_says: tuple[str, ...] = ()


_OF = {
    "stride": "stride",
    "padding": "padding",
    "dilation": "dilation",
    "kernel size": "kernel_size",
    "filter size": "kernel_size",
    "input size": "input_size",
    "image size": "input_size",
    "number of class": "num_classes",
    "class": "num_classes",
    "eigenvalue": "eigenvalues",
    "eigenvector": "eigenvectors",
    "scale": "scale",
}
_SETTING = rf"(?P<setting>{'|'.join(sorted(_OF, key=len, reverse=True))})\b"
_THE = r"(?: (?:the|both|all|of|that|as|much|many|my|its)){0,4} "


def _row(how: How, amount: float, pattern: str, *says: str, not_says: tuple[str, ...] = ()) -> Row:
    return Row(normal(pattern), how, amount, says, not_says)


_ROOTED = r"(?:root|sqrt) ?(?:of )?\(? ?d ?_? ?k ?\)?"
_BY_D = r"(?:the )?(?:(?:frac ?1|1 ?/|one over) ?)?\(? ?d ?_? ?k\b ?\)?"


ROWS: tuple[Row, ...] = (
    _row(
        "times",
        2,
        rf"\b(?:double|doubled|doubling|twice|verdoppel\w{{1,3}}|two times){_THE}{_SETTING}",
        "double the stride",
    ),
    _row(
        "times",
        2,
        rf"\b{_SETTING}(?: (?:is|be|was|were|gets?|twice|now)){{0,2}} (?:doubled|twice as \w+|verdoppelt)",
        "the padding is doubled",
    ),
    _row("times", 3, rf"\b(?:triple|tripled|tripling|verdreifach\w{{1,3}}){_THE}{_SETTING}", "triple the eigenvalues"),
    _row("times", 0.5, rf"\b(?:half|halve|halved|halving|halbier\w{{1,3}}){_THE}{_SETTING}", "halve the eigenvalues"),
    _row(
        "plus",
        1,
        r"\b(?:one more|another|an extra|one extra) (?:ring of |layer of |row of )?(?P<setting>padding)\b",
        "one more ring of padding",
    ),
    _row(
        "plus",
        1,
        rf"\b(?:increase|increment|raise|erhöhe){_THE}{_SETTING} by (?:1|one)\b",
        "increase the stride by one",
    ),
    _row(
        "plus", -1, rf"\b(?:decrease|decrement|reduce|lower){_THE}{_SETTING} by (?:1|one)\b", "reduce the padding by 1"
    ),
    _row(
        "swap",
        0,
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
    _row(
        "divide_by_d_k",
        0,
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


def changes_in(text: str) -> tuple[Change, ...]:
    """The changes that a normalised line asks for, one of each setting.

    >>> [(change.setting, change.how) for change in changes_in("double the stride and swap the eigenvalue")]
    [('stride', 'times'), ('eigenvalues', 'swap')]
    >>> changes_in("what if lambda_1 = 4")
    (Change(setting='eigenvalues', how='entry', amount=4.0, at=0),)
    """
    found: dict[str, Change] = {}
    for row in ROWS:
        for match in row.pattern.finditer(text):
            groups = match.groupdict()
            said = groups.get("setting") or groups.get("setting2")
            setting = _OF[said] if said else "scale"
            found.setdefault(setting, Change(setting=setting, how=row.how, amount=row.amount))
    single = single_eigenvalue(text)
    if single and eigenvalues_in(text) is None:
        found.setdefault("eigenvalues", Change(setting="eigenvalues", how="entry", amount=single[1], at=single[0] - 1))
    return tuple(found.values())


def changed(settings: Settings, change: Change) -> Settings | None:
    """These settings with the change made, None where they do not say what it is made to.

    >>> changed(Settings(stride=2), Change(setting="stride", how="times", amount=2)).stride
    4
    >>> changed(Settings(), Change(setting="stride", how="times", amount=2)) is None
    True
    """
    if change.how == "divide_by_d_k":
        return None if settings.K is None else settings.model_copy(update={"scale": 1 / settings.K.shape[-1]})
    value = getattr(settings, change.setting)
    if value is None or isinstance(value, str | bool):
        return None
    array = np.asarray(value)
    if change.how == "swap":
        new = array[::-1]
    elif change.how == "entry":
        if change.at >= array.size:
            return None
        new = np.where(np.arange(array.size) == change.at, change.amount, array)
    else:
        new = array * change.amount if change.how == "times" else array + change.amount
    given = new if array.dtype == float and array.ndim else new.tolist()
    return Settings.model_validate({**settings.stated(), change.setting: given})
