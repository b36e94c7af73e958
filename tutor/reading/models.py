"""Names of torchvision's models, in any spelling: "resnet 18", "VGG-16", "efficientnet b0", "a 50-layer ResNet"."""

from __future__ import annotations

import re

from tools.parameters.models import NAMES
from tutor.reading.gate import gated_text

_SEPARATED = r"[ _./\\-]{0,2}"
_SIGNS = re.compile(r"[a-z]+|\d")
_FAMILY = gated_text(
    r"net|next|vgg|v[ .-]?g[ .-]?g|vit|v[ .-]?i[ .-]?t|swin|inception|rcnn|fcos|ssd|raft|r3d|s3d|mc3|r2plus1d|deeplab|"
    r"lraspp|fcn"
)
_SPELLED = ("vgg", "vit", "fcn")
"""Names that dictation spells letter by letter."""
_ALIASES: dict[str, str] = {
    "resnext50": "resnext50_32x4d",
    "inception": "inception_v3",
    "vgg16 batch norm": "vgg16_bn",
    "vgg19 batch norm": "vgg19_bn",
    "vgg16 with batch norm": "vgg16_bn",
    "vgg19 with batch norm": "vgg19_bn",
    "vgg11 with batch norm": "vgg11_bn",
    "vgg13 with batch norm": "vgg13_bn",
    "wide resnet50": "wide_resnet50_2",
    "wide resnet101": "wide_resnet101_2",
    "wideresnet50": "wide_resnet50_2",
    "swin tiny": "swin_t",
    "swin small": "swin_s",
    "swin base": "swin_b",
    "vit base 16": "vit_b_16",
    "vit base patch16": "vit_b_16",
    "vit base 32": "vit_b_32",
    "vit large 16": "vit_l_16",
    "vit large 32": "vit_l_32",
    "vit huge 14": "vit_h_14",
    "efficientnet v2 small": "efficientnet_v2_s",
    "efficientnet v2 medium": "efficientnet_v2_m",
    "efficientnet v2 large": "efficientnet_v2_l",
    "mobilenet large": "mobilenet_v3_large",
    "mobilenet small": "mobilenet_v3_small",
    "mobilenet 2": "mobilenet_v2",
    "mobilenet 3 large": "mobilenet_v3_large",
    "mobilenet 3 small": "mobilenet_v3_small",
    "desnet121": "densenet121",
    "squeezenet 1": "squeezenet1_0",
    "google lenet": "googlenet",
} | {f"effnet b{size}": f"efficientnet_b{size}" for size in range(8)}
"""What else a model is called."""


def _loose(name: str) -> str:
    """A pattern for a name with anything or nothing between its words and digits."""
    signs = _SIGNS.findall(name)
    spelled = [r"[ .-]?".join(sign) if sign in _SPELLED else sign for sign in signs]
    return _SEPARATED.join(spelled)


def _compact(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name)


_BY_COMPACT = {_compact(name): name for name in NAMES} | {_compact(alias): name for alias, name in _ALIASES.items()}
_ANY = re.compile(
    rf"(?<![a-z0-9])(?:{'|'.join(_loose(name) for name in sorted((*NAMES, *_ALIASES), key=len, reverse=True))})"
    r"(?![a-z0-9]|\.\d)"
)
_DEPTHS = {"resnet": (18, 34, 50, 101, 152), "vgg": (11, 13, 16, 19), "densenet": (121, 161, 169, 201)}
_LAYERED = re.compile(
    rf"\b(?P<depth>\d{{2,3}}) ?-? ?layer (?:version of )?(?:the )?(?P<family>{'|'.join(_DEPTHS)})\b|"
    rf"\b(?P<family2>{'|'.join(_DEPTHS)})(?: (?:net|network|with|of|mit|the|version|variant|model|having|size|depth|"
    rf"number)){{0,3}} ?[(]?(?P<depth2>\d{{2,3}})(?: ?-?layer\b|(?=\)))?(?! ?(?:class|output|categor|label|\d|"
    rf"x))(?!\w)"
)
_NUMBERED = re.compile(r"\b(?:resnet|vgg|densenet|squeezenet|efficientnet|shufflenet|mnasnet)[ _.-]?\d\w{0,8}")
"""A model torchvision might have had: what it is not, the tool says with the closest names."""
_TURNED_DOWN = re.compile(
    r"\b(?:instead of|rather than|than|not|unlike|compared to|compare to|vs|versus|no longer|in place of|"
    r"(?:an)?statt|anstelle|nicht)(?: (?:a|an|the|for|in|of|von|des|mit|with|just)){0,4} ?$"
)


_PARTED = ("resnet", "resnext", "wide_resnet", "googlenet", "inception", "shufflenet", "regnet")
"""Families whose linear layer is called fc."""
_LAYER = re.compile(
    r"\b(?P<name>layer[1-4](?:\.\d{1,2}(?:\.(?:conv[1-3]|bn[1-3]|downsample(?:\.[01])?))?)?|conv1|bn1)\b(?! ?=)|"
    r"\b(?P<fc>fc|(?:fully-? ?connected|linear|dense)(?= layer))\b(?! ?[=(\d])"
)
_BLOCK = re.compile(r"\b(?P<block>features?|classifier)(?: part| block| half)? (?:of|in|from) (?:the |a |an )?$")
_REPLACED = re.compile(
    r"\b(?:replac|swap|chang|exchang|new|ersetz|with|mit|instead|how|what is|what's) ?(?:\w{1,9} )?(?:the |a |its )?$"
)


_HALF_ASKED = gated_text(
    r"\bhow (?:many|much|big)\b[^.?!;]{0,30}\b(?:param\w*|weights)\b[^.?!;]{0,30}\b(?P<half>features|classifier)\b"
    r"(?! ?\.| ?\[)"
)


def half_in(text: str) -> tuple[str, tuple[int, int]] | None:
    """The half of AlexNet whose parameters lower-case text asks for, and where.

    >>> half_in("how many params in features"), half_in("what is in features")
    (('features', (19, 27)), None)
    """
    match = _HALF_ASKED.search(text)
    return (match["half"], match.span("half")) if match else None


def layer_in(text: str, model: tuple[str, tuple[int, int]]) -> tuple[str, tuple[int, int]] | None:
    """The layer or block of a model that lower-case text names as the model does, and where.

    >>> layer_in("the fc of resnet18", ("resnet18", (10, 18)))
    ('fc', (4, 6))
    >>> layer_in("resnet18 with a new fc", ("resnet18", (0, 8))) is None
    True
    """
    name, (start, _) = model
    if name.startswith("vgg") and (block := _BLOCK.search(text, max(0, start - 40), start)):
        return ("features" if block["block"].startswith("f") else "classifier"), block.span("block")
    if not name.startswith(_PARTED):
        return None
    for match in _LAYER.finditer(text):
        if not _REPLACED.search(text, max(0, match.start() - 24), match.start()):
            return match["name"] or "fc", match.span()
    return None


def _named(text: str) -> list[tuple[str, tuple[int, int]]]:
    found = [(_BY_COMPACT[_compact(match[0])], match.span()) for match in _ANY.finditer(text)]
    for match in _LAYERED.finditer(text):
        family, depth = match["family"] or match["family2"], int(match["depth"] or match["depth2"])
        if depth in _DEPTHS[family] and all(match.end() <= start or end <= match.start() for _, (start, end) in found):
            found.append((f"{family}{depth}", match.span()))
    return sorted(found, key=lambda one: one[1])


def model_in(text: str) -> tuple[str, tuple[int, int]] | None:
    """The last model that lower-case text names and does not turn down, and where.

    >>> model_in("params of wide resnet 50-2")
    ('wide_resnet50_2', (10, 26))
    >>> model_in("the residual network") is None
    True
    >>> model_in("params of resnet51")
    ('resnet51', (10, 18))
    >>> model_in("vgg16 instead of alexnet"), model_in("a 34-layer resnet")
    (('vgg16', (0, 5)), ('resnet34', (2, 17)))
    """
    if not _FAMILY.search(text):
        return None
    found = _named(text)
    if not found:
        other = _NUMBERED.search(text)
        return (other[0], other.span()) if other else None
    wanted = [one for one in found if not _TURNED_DOWN.search(text, max(0, one[1][0] - 30), one[1][0])]
    return (wanted or found)[-1]
