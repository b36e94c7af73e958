"""The sizes and settings of practice tasks: those of the exercise, those of a level, and what was wished for."""

from __future__ import annotations

import numpy as np

from tools.convolution.compute import SizeInput
from tools.convolution.geometry import Geometry, Pair, pair, size
from tools.schema import Array, ToolError
from tools.settings import Settings
from tools.wish import Bounds, Wish

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
LARGEST_INPUT = 12
"""As many rows and columns as a task to work out by hand may have."""
BOUNDS: dict[str, Bounds | None] = {
    "stride": (1, 3),
    "padding": (0, 3),
    "dilation": (1, 3),
    "input_size": (SMALLEST_SIDE, LARGEST_INPUT),
    "kernel_size": (1, 5),
}
"""From where to where each setting can be wished for."""


def wished(like: Settings, wish: Wish) -> Settings:
    """The settings with the sizes of the level and the wish: arrays of ones stand for their shapes.

    The input grows where a larger kernel, stride or dilation would leave too few windows; a wished one stays. Raises
    ToolError where that is more than a task to work out by hand.
    """
    if wish == Wish() or like.input is None or like.kernel is None:
        return like.updated(wish.settings)
    usual = Settings(input_size=_shape(like.input), kernel_size=_shape(like.kernel), stride=1, padding=0, dilation=1)
    said = _sized(wish)
    told = usual.updated(like).updated(LEVELS[wish.level]).updated(said)
    if told.padding == "same" and said.stride is None:
        told = told.updated(Settings(stride=1))
    sizes = SizeInput.model_validate({name: getattr(told, name) for name in SizeInput.model_fields})
    if said.input_size is None:
        endless = sizes.model_copy(update={"input_size": 10**5}).geometry()
        sizes = sizes.model_copy(update={"input_size": _grown(pair(sizes.input_size), endless)})
    geometry = sizes.geometry()
    if max(*geometry.input_size, *geometry.kernel_size) > max(LARGEST_INPUT, *like.input.shape[-2:]):
        most = size((LARGEST_INPUT, LARGEST_INPUT))
        raise ToolError(f"it needs a {size(geometry.input_size)} input, and I make these up to {most}", "too_large")
    return like.model_copy(
        update={
            "input": np.ones((*like.input.shape[:-2], *geometry.input_size)),
            "kernel": np.ones((*like.kernel.shape[:-2], *geometry.kernel_size)),
            "stride": sizes.stride,
            "padding": sizes.padding,
            "dilation": sizes.dilation,
            "input_size": None,
            "kernel_size": None,
        }
    )


def _shape(array: Array) -> Pair:
    """Rows and columns."""
    return array.shape[-2], array.shape[-1]


def _sized(wish: Wish) -> Settings:
    """The settings wished for, with the size said alone as the kernel's or the input's."""
    if wish.side is None:
        return wish.settings
    name = "kernel_size" if wish.side <= LARGEST_KERNEL else "input_size"
    return Settings.model_validate({name: wish.side}).updated(wish.settings)


def _grown(sides: Pair, windows: Geometry) -> Pair:
    """Sides at least so large that the kernel fits twice in each direction."""
    top, left, bottom, right = windows.padding
    rows, columns = (
        max(side, span + (FEWEST_WINDOWS - 1) * step - zeros)
        for side, span, step, zeros in zip(
            sides, windows.span, windows.stride, (top + bottom, left + right), strict=True
        )
    )
    return rows, columns
