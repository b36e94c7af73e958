"""Settings said against those that hold: "double the stride", "K transposed", "the original padding again"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from tools.schema import Array
from tools.settings import Settings
from tutor.reading.eigenvalues import eigenvalues_in, single_eigenvalue
from tutor.reading.gate import Gate, gated
from tutor.reading.message import THAT, Change
from tutor.reading.settings import cells, dropped, of_that, relative, reshaped
from tutor.reading.settings.grammar import number
from tutor.reading.text import DATA

MAX_SIDE = 9
"""Largest matrix that words alone can make: "a 9x9 kernel of ones"."""
_INDEX = {"first": 0, "1st": 0, "1.": 0, "1": 0, "one": 0, "smaller": 0} | dict.fromkeys(("third", "3rd", "3.", "3"), 2)
_LINE = {"top": 0, "left": 0, "last": -1, "bottom": -1, "right": -1, "correct": -1, "second": 1, "2nd": 1, "2.": 1}
"""Rows and columns by what they are called; see `_INDEX` for the others."""
_MATRIX = {"kernel": ("kernel_size",), "K": ("kernel_size", "scale"), "input": ("input_size",)}
_REPLACED = _MATRIX | dict.fromkeys(("Q", "V"), ("scale",))
"""Settings that a line seems to state where it changes a matrix: "a 3x3 kernel of ones" states no kernel size."""


_WORDS = re.compile(r"[a-zäöü0-9_^]+")
_CHANGE_WORDS = (
    "double doubled doubling twice triple tripled tripling half halve halved halving times multiply sign signs "
    "negative negate negated minus inverted plus add adding added increase increased increment incremented raise "
    "raised shifted erhöhe decrease decreased decrement reduce reduced lower lowered subtract another extra more "
    "ring big bigger large larger high higher great greater longer small smaller less low short shorter fewer other "
    "way reversed swap swapped swapping exchange exchanged interchange interchanged switch switched reverse "
    "reversed change order trade traded ones 1s 0s zero zeros zeroes identity unit eye einheitsmatrix transpose "
    "flip flipped rotate rotated turn turned mirror mirrored same equal identical use take using put row rows "
    "column columns d_k dk divide replace halbiert halbieren verdoppelt verdoppeln verdreifacht doppelte "
    "doppelt opposite "
    "triple thrice vanish vanishes vanished disappear disappears disappeared nothing gone dropped kill quarter "
    "halb hälfte"
)
_CHANGES = frozenset(_CHANGE_WORDS.split())
"""Words of which a change has one, unless it is written with signs."""
_SIGNED = re.compile(
    r"[-+*/]=|[(= ]-(?:k|q|v|x|kernel|filter|input)\b|[kqvx] ?[+*]|[+*/] ?[kqvx]\b|\d[kqvx]\b|tausch|"
    r"(?<![a-z])k ?(?:\^ ?\{?|\.)? ?t\b|"
    r"[kqv] ?= ?(?:[kqvi]\b|i_)|d k\b|-(?:ones|zero)"
)
_PLACED = re.compile(
    r"[kqvxt]\[|[kqvx]_|\b(?:top|upper|oben|bottom|lower|unten|first|last|row|entry|number|element|cell|position)\b"
)
"""Words and signs of which a change of one entry has one."""
_RETURN_WORDS = (
    "again back return rather better doch lieber reset restore revert keep stay same undo leave everything all "
    "forget scrap drop ditch not away "
    "after"
)
_RETURNS = frozenset(_RETURN_WORDS.split())
"""Words of which a way back has one."""
_ENTRY = gated(
    r"(?:\d|one|two|three|zero)(?: entry)? (?:in|of|from) (?:(?:the|that|my|this|sheet|original|matrix) ){0,2}"
    r"(?:[kqvx]|kernel|filter|input|image|query|key)\b|\d (?:instead of|rather than|in place of|where|for) "
)
"""What is replaced in a matrix: "the 3 in X", "a 7 instead of the 3"."""


@cache
def _gates() -> tuple[Gate[relative.Change], Gate[relative.Change], Gate[dropped.Return]]:
    rows = (*relative.ROWS, *cells.ROWS, *reshaped.ROWS, *of_that.ROWS)
    replacing = [row for row in rows if row.how == "replace"]
    return Gate(row for row in rows if row.how != "replace"), Gate(replacing), Gate(dropped.ROWS)


def _rows(text: str, words: frozenset[str]) -> Iterator[relative.Change]:
    """The rows that a line may match."""
    changing, replacing, _ = _gates()
    if not _CHANGES.isdisjoint(words) or _SIGNED.search(text) or _PLACED.search(text):
        yield from changing.open_to(text)
    if _ENTRY.search(text):
        yield from replacing.open_to(text)


def _said(groups: Mapping[str, str | None], name: str) -> str | None:
    """What a group of a pattern read, whichever of its alternatives it stands in."""
    return next((value for group, value in groups.items() if value and group.startswith(name)), None)


def changes_in(text: str, shown: Sequence[Array] = ()) -> tuple[Change, ...]:
    """The changes that a normalised line asks for, one of each setting; `shown` are the arrays that it shows as `DATA`.

    >>> [(change.setting, change.how) for change in changes_in("double the stride and swap the eigenvalue")]
    [('stride', 'times'), ('eigenvalues', 'swap')]
    >>> [(change.setting, change.how, change.at, change.amount) for change in changes_in("what if lambda_1 = 4")]
    [('eigenvalues', 'entry', 0, 4.0)]
    >>> [(change.setting, change.how) for change in changes_in("original stride again")]
    [('stride', 'drop')]
    """
    words = frozenset(_WORDS.findall(text))
    found: dict[str, list[Change]] = {}
    for row in _rows(text, words):
        for match in row.pattern.finditer(text):
            change = _read(row, match, shown)
            if change is not None and (row.how in _IN_PLACES or change.setting not in found):
                found.setdefault(change.setting, []).append(change)
    single = single_eigenvalue(text) if "eigenvalues" not in found else None
    if single and eigenvalues_in(text) is None:
        found["eigenvalues"] = [Change(setting="eigenvalues", how="entry", amount=single[1], at=single[0] - 1)]
    if not _RETURNS.isdisjoint(words) and any(_gates()[2].open_to(text)):
        for setting in dropped.dropped_in(text):
            found.setdefault(setting, [Change(setting=setting, how="drop")])
    if "kernel" in found and "K" in found:
        del found["K"]
    if len(found) > 1:
        found.pop(THAT, None)
    return tuple(change for changes in found.values() for change in _in_places(changes))


_IN_PLACES = ("row", "column", "cell")
"""Changes of which a line may make several of one matrix, each somewhere else."""


def _in_places(changes: list[Change]) -> list[Change]:
    """Those in places where the first is one, else the first alone."""
    several = changes[0].how in _IN_PLACES
    return list(dict.fromkeys(one for one in changes if one.how in _IN_PLACES)) if several else changes[:1]


def _read(row: relative.Change, match: re.Match[str], shown: Sequence[Array]) -> Change | None:
    """The change that a row reads in a match."""
    if row.how in ("row", "column"):
        return _line_changed(row, match, shown)
    if row.how != "cell":
        return _change(row, match)
    at, column = cells.place(match)
    amount = float(number(match["amount"]))
    return Change(setting=relative.ARRAYS[match["setting"]], how="cell", amount=amount, at=at, column=column)


def replaced_at(text: str) -> list[tuple[int, int]]:
    """Where a line replaces entries of a matrix: "the 3 in x" names no exercise."""
    rows = _gates()[1].open_to(text) if _ENTRY.search(text) else ()
    return [match.span() for row in rows for match in row.pattern.finditer(text)]


def _line_changed(row: relative.Change, match: re.Match[str], shown: Sequence[Array]) -> Change | None:
    """A row or column of a matrix that becomes the array shown at the end of the match."""
    groups, at = match.groupdict(), match.string.count(DATA, 0, match.end() - 1)
    said, index, fill = _said(groups, "setting") or "", _said(groups, "index") or "", _said(groups, "fill")
    if at >= len(shown) and fill is None:
        return None
    return Change(
        setting=relative.ARRAYS[said],
        how=row.how,
        at=_LINE.get(index, _INDEX.get(index, 0)),
        amount=_filling(fill),
        values=() if fill else tuple(float(value) for value in shown[at].reshape(-1)),
    )


def _filling(said: str | None) -> float:
    """The number that "all ones" or "zeros" means."""
    return 0.0 if said is None or said.lstrip("al -").startswith(("z", "0")) else 1.0


def _change(row: relative.Change, match: re.Match[str]) -> Change:
    groups = match.groupdict()
    said, other = _said(groups, "setting"), _said(groups, "other")
    setting = relative.ARRAYS.get(said) or relative.OF[said] if said else row.of
    index, amount = _said(groups, "index"), row.amount
    if index:
        setting = "eigenvalues"
    if amount is None:
        amount = _amount(_said(groups, "amount"))
    how = row.how
    if how == "fill":
        amount = _filling(_said(groups, "fill"))
    rows, columns = _said(groups, "rows"), _said(groups, "columns")
    return Change(
        setting=setting,
        how=how,
        amount=row.sign * amount if how == "plus" else amount**row.sign if row.sign < 0 and amount else amount,
        at=_INDEX.get(index, 1) if index else None,
        other=relative.ARRAYS[other] if other else None,
        size=(int(rows), int(columns or rows)) if rows else None,
        old=float(number(_said(groups, "old") or "0")) if how == "replace" else None,
    )


def _amount(said: str | None) -> float:
    """A number as it was said: "two more", "another"."""
    plain = re.sub(r" (?:more|extra|additional)$", "", said or "")
    return 1.0 if plain in ("", "another", "one extra", "an extra") else float(number(plain))


def overruled(changes: tuple[Change, ...]) -> frozenset[str]:
    """Settings that a line only seems to state, since it says them as changes: "a stride one bigger"."""
    made = [change.setting for change in changes if change.how not in ("drop", "entry")]
    lines = {"kernel" for change in changes if change.how in _IN_PLACES and change.setting == "K"}
    return frozenset(made).union(lines, *(_REPLACED.get(name, ()) for name in made))


def _meant(settings: Settings, name: str) -> str:
    """K under the name it has among these settings."""
    return "kernel" if name == "K" and settings.K is None and settings.kernel is not None else name


def made(settings: Settings, change: Change) -> Settings | None:
    """What these settings become by the change, None where they do not say what it is made to.

    >>> made(Settings(stride=2), Change(setting="stride", how="times", amount=2)).stride
    4
    >>> made(Settings(), Change(setting="stride", how="times", amount=2)) is None
    True
    """
    if change.how == "divide_by_d_k":
        return None if settings.K is None else Settings(scale=1 / settings.K.shape[-1])
    name = _meant(settings, change.setting)
    value = getattr(settings, name)
    if change.how in ("fill", "identity"):
        return _filled(name, change, value)
    if change.how in _IN_PLACES:
        return _with_line(name, change, value)
    if change.how in ("exchange", "copy"):
        return _moved(settings, name, change)
    if value is None or isinstance(value, str | bool):
        return None
    array = np.asarray(value)
    new = _changed(array, change)
    if new is None:
        return None
    return Settings.model_validate({name: new if array.dtype == float and array.ndim else new.tolist()})


def _with_line(name: str, change: Change, value: Array | None) -> Settings | None:
    """The matrix with one row, column or entry replaced, None where the values do not fit it."""
    if not isinstance(value, np.ndarray) or value.ndim != 2 or change.at is None:
        return None
    new = (value.T if change.how == "column" else value).copy()
    if change.at >= len(new) or (change.values and len(change.values) != new.shape[1]):
        return None
    if change.column is not None and change.column >= new.shape[1]:
        return None
    new[change.at, slice(None) if change.column is None else change.column] = change.values or change.amount
    return Settings(**{name: new.T if change.how == "column" else new})


def _changed(array: Array, change: Change) -> Array | None:
    match change.how:
        case "swap":
            return array[::-1]
        case "transpose":
            return array.swapaxes(-1, -2) if array.ndim > 1 else None
        case "replace":
            return np.where(array == change.old, change.amount, array) if (array == change.old).any() else None
        case "flip":
            return array[..., ::-1, ::-1] if array.ndim > 1 else None
    if change.at is not None and change.at >= array.size:
        return None
    if change.how == "entry":
        new: Array = np.full_like(array, change.amount)
    else:
        new = array * change.amount if change.how == "times" else array + change.amount
    if not array.ndim and float(new).is_integer():
        new = np.asarray(int(new))
    return new if change.at is None else np.where(np.arange(array.size) == change.at, new, array)


def _filled(name: str, change: Change, value: Array | None) -> Settings | None:
    """A matrix of one number, or the identity, in the size said or else in that of the matrix that holds."""
    size = change.size or (value.shape if isinstance(value, np.ndarray) and value.ndim > 1 else None)
    if size is None or max(size) > max(MAX_SIDE, *(value.shape if isinstance(value, np.ndarray) else (0,))):
        return None
    return Settings(**{name: np.eye(*size[-2:]) if change.how == "identity" else np.full(size, change.amount)})


def _moved(settings: Settings, name: str, change: Change) -> Settings | None:
    """One matrix in the place of another, or both in each other's."""
    other = _meant(settings, change.other or "")
    if other == name or getattr(settings, other, None) is None or getattr(settings, name) is None:
        return None
    values = {name: getattr(settings, other)}
    return Settings(**(values | {other: getattr(settings, name)} if change.how == "exchange" else values))
