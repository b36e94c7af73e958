"""Small convolutional networks to count by hand, on which every slip shows in the total."""

from __future__ import annotations

import numpy as np

from tools.bugs import rivals
from tools.parameters.compute import network
from tools.parameters.mistakes import IDENTITIES, harmless, singles
from tools.schema import Json, ToolError
from tools.settings import Settings

COLOURS = (1, 3)
KERNELS = (3, 5)
FIRST_CHANNELS = (4, 6, 8, 10, 12)
GROWTH = (2, 3)
SIDES = (3, 4, 5, 6)
HIDDEN = (20, 30, 40, 50)
CLASSES = (2, 4, 5, 10)
TRIES = 200


def practice(seed: int, like: Settings) -> Settings:
    """A network of two convolutions and one or two linear layers; classes and input channels as in `like`.

    >>> practice(1, Settings()) == practice(1, Settings())
    True
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    identical = {identity.slips for identity in IDENTITIES}
    for _ in range(TRIES):
        settings = Settings(layers=_drawn(rng, like))
        drawn = network(settings)
        if not harmless(drawn) and rivals(singles(drawn), 0.5) <= identical:
            return settings
    raise ToolError("no network with these numbers tells all slips apart; ask for other ones")


def _drawn(rng: np.random.Generator, like: Settings) -> tuple[dict[str, Json], ...]:
    def pick(values: tuple[int, ...]) -> int:
        return int(rng.choice(values))

    colours = like.in_channels or pick(COLOURS)
    first, kernel, second_kernel = pick(FIRST_CHANNELS), pick(KERNELS), pick(KERNELS)
    second, side = first * pick(GROWTH), pick(SIDES)
    classes, hidden = like.num_classes or pick(CLASSES), pick(HIDDEN) if rng.random() < 0.5 else None
    layers: list[dict[str, Json]] = [
        {"type": "Conv2d", "in_channels": colours, "out_channels": first, "kernel_size": kernel},
        {"type": "ReLU"},
        {"type": "MaxPool2d", "kernel_size": 2},
        {"type": "Conv2d", "in_channels": first, "out_channels": second, "kernel_size": second_kernel},
        {"type": "ReLU"},
        {"type": "AdaptiveAvgPool2d", "output_size": side},
        {"type": "Flatten"},
    ]
    inputs = second * side * side
    if hidden is not None:
        layers += [{"type": "Linear", "in_features": inputs, "out_features": hidden}, {"type": "ReLU"}]
    return (*layers, {"type": "Linear", "in_features": hidden or inputs, "out_features": classes})
