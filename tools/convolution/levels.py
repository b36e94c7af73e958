"""The sizes and settings of practice tasks: those of the exercise, those of a level, and what was wished for."""

from __future__ import annotations

import numpy as np

from tools.convolution.geometry import Geometry, Pair, amounts, pair
from tools.settings import Settings
from tools.wish import Wish

LEVELS: dict[int, Settings] = {
    -1: Settings(input_size=3, kernel_size=2, stride=1, padding=0, dilation=1),
    0: Settings(),
    1: Settings(input_size=5, kernel_size=3, stride=2, padding=1, dilation=1),
    2: Settings(input_size=5, kernel_size=3, stride=1, padding=1, dilation=2),
}
"""What a level changes: fewer windows; a larger kernel, with stride and padding together; then with dilation."""
SMALLEST_SIDE, LARGEST_SIDE = 2, 7
LARGEST_KERNEL = 3
"""Up to here a size said alone is that of the kernel, beyond it that of the input."""
FEWEST_WINDOWS = 2
"""In each direction, where the input's size is open."""


def wished(like: Settings, wish: Wish) -> Settings:
    """The settings with the sizes of the level and the wish: arrays of ones stand for their shapes.

    The input grows where a larger kernel, stride or dilation would leave too few windows; a wished one stays.
    """
    if wish == Wish() or like.input is None or like.kernel is None:
        return like.updated(wish.settings)
    said = _sized(wish)
    told = LEVELS[wish.level].updated(said)
    kernel, stride = pair(told.kernel_size or like.kernel.shape[-2:]), told.stride or like.stride or 1
    padding = like.padding or 0 if told.padding is None else told.padding
    if padding == "same" and said.stride is None:
        stride = 1
    dilation = told.dilation or like.dilation or 1
    size = pair(told.input_size or like.input.shape[-2:])
    if said.input_size is None:
        zeros = amounts(padding, kernel, pair(stride), pair(dilation))
        size = _grown(size, Geometry((10**5, 10**5), kernel, pair(stride), zeros, pair(dilation)))
    return like.model_copy(
        update={
            "input": np.ones((*like.input.shape[:-2], *size)),
            "kernel": np.ones((*like.kernel.shape[:-2], *kernel)),
            "stride": stride,
            "padding": padding,
            "dilation": dilation,
            "input_size": None,
            "kernel_size": None,
        }
    )


def _sized(wish: Wish) -> Settings:
    """The settings wished for, with the size said alone as the kernel's or the input's."""
    if wish.side is None:
        return wish.settings
    name = "kernel_size" if wish.side <= LARGEST_KERNEL else "input_size"
    return Settings.model_validate({name: wish.side}).updated(wish.settings)


def _grown(size: Pair, windows: Geometry) -> Pair:
    """A size at least so large that the kernel fits twice in each direction."""
    top, left, bottom, right = windows.padding
    rows, columns = (
        max(side, span + (FEWEST_WINDOWS - 1) * step - zeros)
        for side, span, step, zeros in zip(
            size, windows.span, windows.stride, (top + bottom, left + right), strict=True
        )
    )
    return rows, columns
