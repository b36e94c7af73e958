"""Networks to count, on which every slip shows in the total: small convolutional ones, or torchvision's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tools.parameters.compute import network
from tools.parameters.mistakes import LIBRARY
from tools.schema import Json, ToolError
from tools.settings import Settings
from tools.wish import Bounds, Wish

COLOURS = (1, 3)
KERNELS = (3, 5)
FIRST_CHANNELS = (4, 6, 8, 10, 12)
GROWTH = (2, 3)
SIDES = (3, 4, 5, 6)
HIDDEN = (20, 30, 40, 50)
CLASSES = (2, 4, 5, 10)
MODELS = ("alexnet", "vgg11", "vgg13", "vgg16", "squeezenet1_0", "squeezenet1_1")
"""Models of the hardest level: long, but of the same layers as AlexNet."""
MODEL_CLASSES = (5, 12, 20, 50, 200)
"""Other numbers of classes than the usual ones."""
BOUNDS: dict[str, Bounds | None] = {"model": None, "num_classes": (1, 10_000), "in_channels": (1, 512)}
"""What can be wished for, and from where to where."""
TRIES = 200


@dataclass(frozen=True)
class Level:
    """How many convolutions a network has, and how often it has a hidden linear layer."""

    convolutions: int
    hidden: float


LEVELS = {-1: Level(1, 0.0), 0: Level(2, 0.5), 1: Level(3, 1.0), 2: Level(3, 1.0)}


def practice(seed: int, like: Settings, wish: Wish) -> Settings:
    """A network with classes and input channels as in `like`; a model at the hardest level, or where one is wished.

    >>> practice(1, Settings(), Wish()) == practice(1, Settings(), Wish())
    True
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    like = like.updated(wish.settings)
    model = wish.settings.model
    if model is None and wish.level == max(LEVELS) and wish.side is None and like.in_channels is None:
        model = str(rng.choice(MODELS))
    drawn: Iterable[Settings] = (Settings(layers=_drawn(rng, like, wish)) for _ in range(TRIES))
    if model is not None:
        usual = rng.permutation(MODEL_CLASSES).tolist()
        classes = usual if like.num_classes is None else [like.num_classes]
        drawn = (Settings(model=model, num_classes=n) for n in classes)
    for settings in drawn:
        if tells_slips_apart(settings):
            return settings
    raise ToolError("no network with these numbers tells all slips apart; ask for other ones")


def tells_slips_apart(settings: Settings) -> bool:
    """Whether every slip that can be made here gives a total of its own, wrong one."""
    if settings.model is not None:
        return _model_tells_slips_apart(settings.model, settings.num_classes)
    return not LIBRARY.indistinct(network(settings), 0.5)


@lru_cache(maxsize=64)
def _model_tells_slips_apart(model: str, num_classes: int | None) -> bool:
    return not LIBRARY.indistinct(network(Settings(model=model, num_classes=num_classes)), 0.5)


def _drawn(rng: np.random.Generator, like: Settings, wish: Wish) -> tuple[dict[str, Json], ...]:
    def pick(values: tuple[int, ...]) -> int:
        return int(rng.choice(values))

    level, kernels = LEVELS[wish.level], KERNELS if wish.side is None else (wish.side,)
    colours = pick(COLOURS) if like.in_channels is None else like.in_channels
    first, kernel, second_kernel = pick(FIRST_CHANNELS), pick(kernels), pick(kernels)
    second, side = first * pick(GROWTH), pick(SIDES)
    classes = pick(CLASSES) if like.num_classes is None else like.num_classes
    hidden = pick(HIDDEN) if rng.random() < level.hidden else None
    convolutions = [(colours, first, kernel), (first, second, second_kernel)]
    if level.convolutions > len(convolutions):
        convolutions.append((second, 2 * second, pick(kernels)))
    layers: list[dict[str, Json]] = []
    channels = colours
    for inputs, channels, size in convolutions[: level.convolutions]:
        layers += [{"type": "MaxPool2d", "kernel_size": 2}] if layers else []
        layers += [
            {"type": "Conv2d", "in_channels": inputs, "out_channels": channels, "kernel_size": size},
            {"type": "ReLU"},
        ]
    layers += [{"type": "AdaptiveAvgPool2d", "output_size": side}, {"type": "Flatten"}]
    features = channels * side * side
    if hidden is not None:
        layers += [{"type": "Linear", "in_features": features, "out_features": hidden}, {"type": "ReLU"}]
    return (*layers, {"type": "Linear", "in_features": hidden or features, "out_features": classes})
