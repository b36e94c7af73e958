"""The slips as a library: what each is on given numbers, and the steps it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from math import prod

import numpy as np

from tools.bugs import NOTHING, Bug, Library
from tools.convolution.geometry import NO_PADDING, Geometry, Pair
from tools.convolution.method import RIGHT, Convolution, Method, Worked, follow
from tools.convolution.mistakes import SLIPS, Ways
from tools.schema import Array, ToolError

MAX_PRODUCTS = 2**18
"""Multiplications beyond which a slip is not worked out: nobody makes it by hand."""
MAX_PAIR_PRODUCTS = 2**13
"""Likewise for two slips together, of which there are hundreds."""

Steps = dict[str, Array]


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


def _fitting(method: Method, geometry: Geometry) -> Geometry:
    """The sizes a method works with; raises ValueError, as libraries expect, where the kernel does not fit any more."""
    try:
        return method.geometry(geometry)
    except ToolError as misfit:
        raise ValueError(str(misfit)) from misfit


def _followed(convolution: Convolution, method: Method, own: Mapping[str, Array] = NOTHING) -> Steps:
    if "padded" in own:
        return _from_padded(convolution, method, own["padded"])
    geometry = _fitting(method, convolution.geometry)
    if convolution.weight.size * prod(geometry.output_size) > MAX_PRODUCTS:
        raise ValueError("more products than anyone works out by hand")
    return steps_of(follow(method, convolution), convolution)


def _from_padded(convolution: Convolution, method: Method, padded: Array) -> Steps:
    """The steps from a student's own padded input on; it may have any size on which the kernel fits."""
    channels = padded if padded.ndim == 3 else padded[None]
    if channels.shape[0] != convolution.input.shape[0]:
        raise ValueError("the padded input has other channels than the input")
    size = (channels.shape[1], channels.shape[2])
    onward = replace(convolution, input=channels, geometry=_bare(convolution.geometry, size))
    return {"padded": padded} | _followed(onward, replace(method, padding=None, fill="zeros"))


def _bare(geometry: Geometry, size: Pair) -> Geometry:
    """The sizes with an input that needs no padding any more; raises ValueError where the kernel does not fit on it."""
    try:
        return replace(geometry, input_size=size, padding=NO_PADDING)
    except ToolError as misfit:
        raise ValueError(str(misfit)) from misfit


def _sized(geometry: Geometry, method: Method, own: Mapping[str, Array] = NOTHING) -> Steps:
    if "padded" in own:
        rows, columns = (int(side) for side in own["padded"])
        return {"padded": own["padded"]} | _sized(_bare(geometry, (rows, columns)), replace(method, padding=None))
    return size_steps(_fitting(method, geometry), any(geometry.padding))


def _on_sizes(ways: Ways) -> Callable[[Geometry], Iterator[Method]]:
    return lambda geometry: iter(dict.fromkeys(ways(geometry)))


def _on_numbers(ways: Ways) -> Callable[[Convolution], Iterator[Method]]:
    """A layer with a bias cannot have one added by mistake."""
    return lambda convolution: (
        way for way in dict.fromkeys(ways(convolution.geometry)) if convolution.bias is None or not way.added
    )


LIBRARY = Library(tuple(Bug(slip.mistake, _on_numbers(slip.ways)) for slip in SLIPS), RIGHT, _followed)
SIZES = Library(tuple(Bug(slip.mistake, _on_sizes(slip.ways)) for slip in SLIPS), RIGHT, _sized)
"""The same slips where only sizes are asked."""
