"""The words of a derivation with a wrong step: which one is the first, and what became of it in the later ones."""

from __future__ import annotations

from collections.abc import Sequence

from tools.content import Step
from tools.diagnosis import Carried, Diagnosis, Manner


def first_wrong(diagnoses: Sequence[Diagnosis], main: Diagnosis) -> str:
    """Where the derivation leaves the right way; nothing where no later step comes of it."""
    if not any(one.carried for one in diagnoses):
        return ""
    laid = main.comparison
    if laid is None or laid.manner == "too_coarse":
        return f"The first step that is off is ${main.step.symbol}$."
    right, size = int(laid.right.sum()), laid.right.size
    entries = f": {right} of its {size} entries {'is' if right == 1 else 'are'} right" if right and size > 1 else ""
    return f"The first step that is off is ${main.step.symbol}${entries}."


def later_steps(diagnoses: Sequence[Diagnosis], main: Diagnosis, named: bool) -> list[str]:
    """One sentence for the steps that follow rightly, and one for each that does not. `named` tells second slips by
    their names, else by what to ask."""
    if not any(one.carried for one in diagnoses):
        return []
    sentences = []
    untold = _carried(diagnoses, "untold")
    for follows in _by_origins(_carried(diagnoses, "follows")):
        sentences.append(f"Your {_listed(follows)} {_s(follows, 'follow')} rightly from your {_origins(follows)}.")
    if untold:
        sentences.append(
            f"With your {_origins(untold)} the rest comes out by itself, so your {_listed(untold)} cannot show yet "
            "whether you have these steps."
        )
    apart = [one for one in _carried(diagnoses, "apart") if one.correct]
    if apart:
        are, do = ("is", "it does") if len(apart) == 1 else ("are", "they do")
        sentences.append(
            f"Your {_listed(apart)} {are} right, but {do} not follow from the {_origins(apart)} you wrote."
        )
    for one in diagnoses:
        if one.carried is not None and one.carried.manner in ("slipped", "apart") and not one.correct:
            sentences.append(_second_slip(one, one.carried, named))
    off = [one for one in diagnoses if not one.correct and one.carried is None and one.step.name != main.step.name]
    if off:
        sentences.append(f"Off as well: {_listed([one.step for one in off])}.")
    return sentences


def _second_slip(one: Diagnosis, carried: Carried, named: bool) -> str:
    symbol, origins = f"${one.step.symbol}$", _listed(carried.origins)
    if not carried.causes:
        return f"Your {symbol} does not follow from your {origins}; work it out from there once more."
    slips = " And: ".join(f"{slip.names} {slip.remedy}" if named else slip.ask for slip in carried.causes[0])
    return f"Your {symbol} does not follow from your {origins}; there is a second slip. {slips}"


def _by_origins(group: Sequence[Diagnosis]) -> list[list[Diagnosis]]:
    """Those that come of the same steps together."""
    found: dict[str, list[Diagnosis]] = {}
    for one in group:
        found.setdefault(_origins([one]), []).append(one)
    return list(found.values())


def _carried(diagnoses: Sequence[Diagnosis], manner: Manner) -> list[Diagnosis]:
    return [one for one in diagnoses if one.carried is not None and one.carried.manner == manner]


def _origins(group: Sequence[Diagnosis]) -> str:
    """The wrong steps that these come of, each once."""
    steps = {step.name: step for one in group if one.carried for step in one.carried.origins}
    return _listed(list(steps.values()))


def _listed(steps: Sequence[Step | Diagnosis]) -> str:
    symbols = [f"${(one.step if isinstance(one, Diagnosis) else one).symbol}$" for one in steps]
    return symbols[0] if len(symbols) == 1 else f"{', '.join(symbols[:-1])} and {symbols[-1]}"


def _s(group: Sequence[Diagnosis], verb: str) -> str:
    return verb + "s" * (len(group) == 1)
