"""What slips lead to on given numbers: one at a time, and two together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import prod

import numpy as np

from tools.answers import close
from tools.convolution.geometry import Geometry
from tools.convolution.method import Convolution, Method, Worked, follow
from tools.convolution.mistakes import SLIPS
from tools.family import Mistake, Prediction
from tools.schema import Array, ToolError

MAX_PRODUCTS = 2**18
"""Multiplications beyond which a slip is not worked out: nobody makes it by hand."""
MAX_PAIR_PRODUCTS = 2**13
"""Likewise for two slips together, of which there are hundreds."""

Steps = dict[str, Array]


@dataclass(frozen=True)
class Departure:
    """One or two slips, and the method they lead to."""

    mistakes: tuple[Mistake, ...]
    method: Method


def single_slips(geometry: Geometry, biased: bool = False) -> tuple[Departure, ...]:
    """Every way of every slip on this geometry; a layer with a bias cannot have one added by mistake."""
    return tuple(
        Departure((slip.mistake,), way)
        for slip in SLIPS
        for way in dict.fromkeys(slip.ways(geometry))
        if not (biased and way.added)
    )


def pairs_of(singles: tuple[Departure, ...]) -> Iterator[Departure]:
    """Two different slips together, wherever they are about different choices."""
    for first, second in combinations(singles, 2):
        if first.mistakes != second.mistakes and (both := first.method.joined(second.method)):
            yield Departure(first.mistakes + second.mistakes, both)


def same(first: Array, second: Array) -> bool:
    """Equal in shape and up to the noise of float64."""
    return first.shape == second.shape and bool(close(first, second).all())


def steps_of(worked: Worked, convolution: Convolution) -> Steps:
    """The steps of a calculation by name, in order, in the input's rank; no padded input where no padding is asked."""
    padded, window = worked.padded, worked.window(0, 0)
    steps = {"padded": padded, "window": window, "Y": worked.output}
    if convolution.flat:
        steps |= {"padded": padded[0], "window": window[0]}
    if not any(convolution.geometry.padding):
        del steps["padded"]
    return steps


def size_steps(geometry: Geometry, padded: bool) -> Steps:
    """The steps of a question about sizes alone, each as rows and columns."""
    steps = {"padded": np.array(geometry.padded_size, float), "output_size": np.array(geometry.output_size, float)}
    if not padded:
        del steps["padded"]
    return steps


def worked_out(departure: Departure, convolution: Convolution, most: int = MAX_PRODUCTS) -> Worked | None:
    """The calculation with these slips; None where the kernel does not fit any more, or beyond `most` products."""
    try:
        geometry = departure.method.geometry(convolution.geometry)
    except ToolError:
        return None
    if convolution.weight.size * prod(geometry.output_size) > most:
        return None
    return follow(departure.method, convolution)


def _prediction(mistakes: tuple[Mistake, ...], wrong: Steps, right: Steps) -> Prediction | None:
    """The steps from the earliest slip on that come out wrong; None where the result is right all the same."""
    names = list(wrong)
    start = min((names.index(mistake.step) for mistake in mistakes if mistake.step in names), default=0)
    reached = {name: wrong[name] for name in names[start:] if not same(wrong[name], right[name])}
    return Prediction(mistakes, reached) if names[-1] in reached else None


def predictions(convolution: Convolution, right: Steps) -> tuple[Prediction, ...]:
    """What every single slip leads to."""
    found = []
    for departure in single_slips(convolution.geometry, convolution.bias is not None):
        worked = worked_out(departure, convolution)
        if worked and (prediction := _prediction(departure.mistakes, steps_of(worked, convolution), right)):
            found.append(prediction)
    return tuple(found)


def pairs(convolution: Convolution, right: Steps, singles: tuple[Prediction, ...]) -> tuple[Prediction, ...]:
    """What two slips together lead to, where that is neither right nor what one of them alone leads to."""
    alone: dict[Mistake, list[Array]] = {}
    for single in singles:
        alone.setdefault(single.mistakes[0], []).append(single.result)
    found = []
    for departure in pairs_of(single_slips(convolution.geometry, convolution.bias is not None)):
        worked = worked_out(departure, convolution, MAX_PAIR_PRODUCTS)
        if worked is None or not all(mistake in alone for mistake in departure.mistakes):
            continue
        prediction = _prediction(departure.mistakes, steps_of(worked, convolution), right)
        repeated = (result for mistake in departure.mistakes for result in alone[mistake])
        if prediction and not any(same(prediction.result, result) for result in repeated):
            found.append(prediction)
    return tuple(found)


def _sized(departure: Departure, geometry: Geometry) -> Prediction | None:
    try:
        wrong = departure.method.geometry(geometry)
    except ToolError:
        return None
    padded = any(geometry.padding)
    return _prediction(departure.mistakes, size_steps(wrong, padded), size_steps(geometry, padded))


def size_predictions(geometry: Geometry) -> tuple[Prediction, ...]:
    """What every single slip leads to where only sizes are asked."""
    sized = (_sized(departure, geometry) for departure in single_slips(geometry))
    return tuple(prediction for prediction in sized if prediction)


def size_pairs(geometry: Geometry) -> tuple[Prediction, ...]:
    """What two slips together lead to where only sizes are asked, unless one of them alone does."""
    singles = size_predictions(geometry)
    sized = (_sized(departure, geometry) for departure in pairs_of(single_slips(geometry)))
    return tuple(
        prediction
        for prediction in sized
        if prediction and not any(same(prediction.result, single.result) for single in singles)
    )
