"""Settings said against those that hold: "double the stride", "K transposed", "the original padding again"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tools.schema import Array
from tutor.reading.changed import IN_PLACES
from tutor.reading.eigenvalues import eigenvalues_in, single_eigenvalue
from tutor.reading.gate import Gate, gated
from tutor.reading.message import THAT, Change
from tutor.reading.settings import cells, dropped, eigenvalues, filled, mirrored, of_that, powers, relative, reshaped
from tutor.reading.settings.grammar import number, real
from tutor.reading.text import DATA

_INDEX = {"first": 0, "1st": 0, "1.": 0, "1": 0, "one": 0, "small": 0, "smaller": 0, "last": -1} | dict.fromkeys(
    ("third", "3rd", "3.", "3"), 2
)
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
    "triple thrice bump bumped push pushed lift lifted boost boosted grow grows grew rise rises rose climbs up down "
    "drop drops falls fell shrink shrinks cut subtract vice versa umgekehrt andersrum "
    "vanish vanishes vanished disappear disappears disappeared nothing gone dropped kill quarter "
    "halb hälfte third fifth tenth additional further weniger quartered zusätzlich upside horizontally vertically "
    "left fliplr flipud checkerboard chessboard twos threes fours fives tens 2s 3s 4s 5s each every all"
)
_CHANGES = frozenset(_CHANGE_WORDS.split())
"""Words of which a change has one, unless it is written with signs."""
_SIGNED = gated(
    r"[-+*/]=|: ?-1|\+\+|[gdens] ?\+ ?\d|\d/\d{1,2} of|[(= ]-(?:k|q|v|x|kernel|filter|input)\b|"
    r"[kqvx] ?[+*]|[+*/] ?[kqvx]\b|\d[kqvx]\b|tausch|"
    r"(?<![a-z])k ?t\b|(?<![a-z])k ?(?:\^ ?\{?|\.) ?t\b|"
    r"[kqv] ?= ?(?:[kqvi]\b|i_)|d k\b|-(?:ones|zero)"
)
_PLACED = gated(
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
def _gates() -> tuple[Gate[relative.ChangeRow], Gate[relative.ChangeRow], Gate[dropped.Return]]:
    rows = (
        *eigenvalues.ROWS,
        *relative.ROWS,
        *powers.ROWS,
        *cells.ROWS,
        *mirrored.ROWS,
        *reshaped.ROWS,
        *filled.ROWS,
        *of_that.ROWS,
    )
    replacing = [row for row in rows if row.how == "replace"]
    return Gate(row for row in rows if row.how != "replace"), Gate(replacing), Gate(dropped.ROWS)


def _rows(text: str, words: frozenset[str]) -> Iterator[relative.ChangeRow]:
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
            if change is not None and _joins(change, found.get(change.setting, [])):
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


def _in_places(changes: list[Change]) -> list[Change]:
    """Those in places where the first is one, or where the rest is filled first, else the first alone."""
    placed = list(dict.fromkeys(one for one in changes if one.how in IN_PLACES))
    filled = [one for one in changes if one.how == "fill"][:1]
    return [*filled, *placed] if placed and (filled or changes[0] in placed) else changes[:1]


def _joins(change: Change, others: list[Change]) -> bool:
    """Whether a change is made beside others of its setting: elsewhere in the matrix, or to the rest of it."""
    return not others or change.how in IN_PLACES or (change.how == "fill" and others[0].how == "cell")


def _read(row: relative.ChangeRow, match: re.Match[str], shown: Sequence[Array]) -> Change | None:
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


def _line_changed(row: relative.ChangeRow, match: re.Match[str], shown: Sequence[Array]) -> Change | None:
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


_FILL = re.compile(r"(minus |negative |(?<!all)-)?(\w+(?:'s)?)$")
_FILLS = {"on": 1.0, "tw": 2.0, "th": 3.0, "fo": 4.0, "fi": 5.0, "te": 10.0}
"""What "ones" to "tens" are, by their beginnings."""


def _filling(said: str | None) -> float:
    """The number that "all ones" or "zeros" means."""
    if said is None:
        return 0.0
    sign, word = _FILL.search(said).groups()  # type: ignore[union-attr]  # every word of a row ends so
    value = _FILLS.get(word[:2], 0.0) if word[0].isalpha() else float(word.rstrip("s'"))
    return -value if sign else value


def _change(row: relative.ChangeRow, match: re.Match[str]) -> Change:
    groups = match.groupdict()
    said, other = _said(groups, "setting"), _said(groups, "other")
    counted = _said(groups, "count")
    if counted:
        said, setting = counted, relative.COUNTS.get(counted) or relative.OF[counted]
    else:
        setting = relative.ARRAYS.get(said) or relative.OF[said] if said else row.of
    index, amount = _said(groups, "index"), row.amount
    if index:
        setting = "eigenvalues"
    if amount is None:
        amount = _amount(_said(groups, "amount"))
    how = row.how
    if how == "fill" and _said(groups, "fill"):
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
    plain = (said or "").partition(" ")[0] if said and not said.startswith(("minus", "negative")) else said or ""
    if "/" in plain:
        return real(plain)
    return 1.0 if plain in ("", "another", "a", "an") else float(number(plain))


def overruled(changes: tuple[Change, ...]) -> frozenset[str]:
    """Settings that a line only seems to state, since it says them as changes: "a stride one bigger"."""
    made = [change.setting for change in changes if change.how not in ("drop", "entry")]
    lines = {"kernel" for change in changes if change.how in IN_PLACES and change.setting == "K"}
    return frozenset(made).union(lines, *(_REPLACED.get(name, ()) for name in made))
