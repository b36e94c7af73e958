"""Names of torchvision's models, in any spelling: "resnet 18", "VGG-16", "efficientnet b0"."""

from __future__ import annotations

import re

from tools.parameters.models import NAMES

_SEPARATED = r"[ _.-]{0,2}"
_SIGNS = re.compile(r"[a-z]+|\d")
_FAMILY = re.compile(r"net|vgg|vit|swin|inception|rcnn|fcos|ssd|raft|r3d|s3d|mc3|r2plus1d|deeplab|lraspp|fcn")


def _loose(name: str) -> str:
    """A pattern for a name with anything or nothing between its words and digits."""
    return _SEPARATED.join(_SIGNS.findall(name))


_ANY = re.compile(
    rf"(?<![a-z0-9])(?:{'|'.join(_loose(name) for name in sorted(NAMES, key=len, reverse=True))})(?![a-z0-9])"
)
_NUMBERED = re.compile(
    r"\b(?:resnet|vgg|densenet|googlenet|squeezenet|efficientnet|shufflenet|mnasnet)[ _.-]?\d\w{0,8}"
)
"""A model torchvision might have had: what it is not, the tool says with the closest names."""
_COMPACT = {"".join(_SIGNS.findall(name)): name for name in NAMES}


def model_in(text: str) -> tuple[str, tuple[int, int]] | None:
    """The last model that lower-case text names, and where.

    >>> model_in("params of wide resnet 50-2")
    ('wide_resnet50_2', (10, 26))
    >>> model_in("the residual network") is None
    True
    >>> model_in("params of resnet51")
    ('resnet51', (10, 18))
    """
    if not _FAMILY.search(text):
        return None
    found = list(_ANY.finditer(text))
    if not found:
        other = _NUMBERED.search(text)
        return (other[0], other.span()) if other else None
    return _COMPACT["".join(_SIGNS.findall(found[-1][0]))], found[-1].span()
