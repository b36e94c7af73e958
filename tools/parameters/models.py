"""torchvision's models, by name only, built without memory for their weights."""

from __future__ import annotations

import inspect
import re
import threading
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from rapidfuzz import process

from tools.parameters.layer import Layer, Shape
from tools.schema import ToolError

if TYPE_CHECKING:
    import torch

_LISTED = """
alexnet convnext_base convnext_large convnext_small convnext_tiny deeplabv3_mobilenet_v3_large deeplabv3_resnet101
deeplabv3_resnet50 densenet121 densenet161 densenet169 densenet201 efficientnet_b0 efficientnet_b1 efficientnet_b2
efficientnet_b3 efficientnet_b4 efficientnet_b5 efficientnet_b6 efficientnet_b7 efficientnet_v2_l efficientnet_v2_m
efficientnet_v2_s fasterrcnn_mobilenet_v3_large_320_fpn fasterrcnn_mobilenet_v3_large_fpn fasterrcnn_resnet50_fpn
fasterrcnn_resnet50_fpn_v2 fcn_resnet101 fcn_resnet50 fcos_resnet50_fpn googlenet inception_v3
keypointrcnn_resnet50_fpn lraspp_mobilenet_v3_large maskrcnn_resnet50_fpn maskrcnn_resnet50_fpn_v2 maxvit_t mc3_18
mnasnet0_5 mnasnet0_75 mnasnet1_0 mnasnet1_3 mobilenet_v2 mobilenet_v3_large mobilenet_v3_small mvit_v1_b mvit_v2_s
quantized_googlenet quantized_inception_v3 quantized_mobilenet_v2 quantized_mobilenet_v3_large quantized_resnet18
quantized_resnet50 quantized_resnext101_32x8d quantized_resnext101_64x4d quantized_shufflenet_v2_x0_5
quantized_shufflenet_v2_x1_0 quantized_shufflenet_v2_x1_5 quantized_shufflenet_v2_x2_0 r2plus1d_18 r3d_18 raft_large
raft_small regnet_x_16gf regnet_x_1_6gf regnet_x_32gf regnet_x_3_2gf regnet_x_400mf regnet_x_800mf regnet_x_8gf
regnet_y_128gf regnet_y_16gf regnet_y_1_6gf regnet_y_32gf regnet_y_3_2gf regnet_y_400mf regnet_y_800mf regnet_y_8gf
resnet101 resnet152 resnet18 resnet34 resnet50 resnext101_32x8d resnext101_64x4d resnext50_32x4d
retinanet_resnet50_fpn retinanet_resnet50_fpn_v2 s3d shufflenet_v2_x0_5 shufflenet_v2_x1_0 shufflenet_v2_x1_5
shufflenet_v2_x2_0 squeezenet1_0 squeezenet1_1 ssd300_vgg16 ssdlite320_mobilenet_v3_large swin3d_b swin3d_s swin3d_t
swin_b swin_s swin_t swin_v2_b swin_v2_s swin_v2_t vgg11 vgg11_bn vgg13 vgg13_bn vgg16 vgg16_bn vgg19 vgg19_bn
vit_b_16 vit_b_32 vit_h_14 vit_l_16 vit_l_32 wide_resnet101_2 wide_resnet50_2
"""
NAMES: tuple[str, ...] = tuple(_LISTED.split())
"""Every name of `torchvision.models.list_models()`, so that a name can be read before PyTorch is there."""
SHEETS_MODEL = "alexnet"
"""The model whose parameters the sheet has counted."""
MAX_CLASSES = 1_000_000
_PICTURE = (1, 3, 224, 224)
_LOCK = threading.RLock()


def _folded(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


_BY_FOLDED = {_folded(name): name for name in sorted(NAMES, key=lambda name: -name.count("_"))}
"""Names without separators; of regnet_x_1_6gf and regnet_x_16gf, the one that needs fewer separators."""


def model_name(text: str) -> str:
    """torchvision's name of a model, whatever the case and the separators; ToolError with close names otherwise.

    >>> model_name("ResNet-18")
    'resnet18'
    >>> model_name("alexnett")
    Traceback (most recent call last):
    tools.schema.ToolError: torchvision has no model “alexnett”. Did you mean alexnet?
    """
    folded = _folded(text[:64])
    separated = "_".join(re.findall(r"[a-z0-9]+", text[:64].lower()))
    if found := separated if separated in NAMES else _BY_FOLDED.get(folded):
        return found
    close = [_BY_FOLDED[match] for match, _, _ in process.extract(folded, list(_BY_FOLDED), limit=3, score_cutoff=75)]
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    raise ToolError(f"torchvision has no model “{text[:64]}”.{hint}", "unknown_model")


def check_classes(num_classes: int | None) -> None:
    """Raise ToolError for a number of classes no model can have."""
    if num_classes is not None and not 1 <= num_classes <= MAX_CLASSES:
        raise ToolError(f"num_classes is a whole number from 1 to {MAX_CLASSES:,}, not {num_classes:,}")


def _declare_missing_operators() -> object:
    """torchvision's compiled operators do not load beside another build of PyTorch, and then its import fails.

    No model needs them to be built, so declaring the two that are looked up is enough. The declarations last as
    long as the library returned.
    """
    import torch

    library = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call] # as PyTorch declares it
    signature = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
    for name in ("nms", "qnms"):
        library.define(name + signature)  # type: ignore[no-untyped-call] # likewise
    return library


@cache
def _zoo() -> tuple[ModuleType, object]:
    """torchvision's models, and what has to stay alive beside them."""
    try:
        return import_module("torchvision.models"), None
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
    library = _declare_missing_operators()
    return import_module("torchvision.models"), library


def _built(name: str, num_classes: int | None) -> torch.nn.Module:
    """The model with its parameters on the meta device, which has shapes and no memory."""
    import torch
    from torch.overrides import TorchFunctionMode

    zoo, _ = _zoo()
    factories = (torch.empty, torch.zeros, torch.ones, torch.full, torch.rand, torch.randn)

    class OnMeta(TorchFunctionMode):
        """Only factory calls go to meta: some models compute with lists of numbers while they are built."""

        def __torch_function__(self, func, types, args=(), kwargs=None):  # type: ignore[no-untyped-def] # as PyTorch
            device = {"device": "meta"} if func in factories else {}
            return func(*args, **{**(kwargs or {}), **device})

    options: dict[str, int | None] = {} if num_classes is None else {"num_classes": num_classes}
    if "weights_backbone" in inspect.signature(zoo.get_model_builder(name)).parameters:
        options["weights_backbone"] = None
    with OnMeta(), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about initial values, which nobody sees here
        try:
            built: torch.nn.Module = zoo.get_model(name, weights=None, **options).train(False)
        except TypeError:
            if num_classes is None:
                raise
            raise ToolError(f"{name} does not classify, so it has no num_classes") from None
    return built


def _layers(model: torch.nn.Module) -> Iterator[Layer]:
    """The leaf layers in order; what a container owns itself stands before its children, under its own name."""
    seen: set[int] = set()
    for name, module in model.named_modules():
        own = {
            key: tuple(p.shape) for key, p in module.named_parameters(recurse=False) if id(p) not in seen
        }  # a tensor shared by two layers counts once
        seen.update(id(p) for p in module.parameters(recurse=False))
        kind = type(module).__name__
        if not any(module.children()):
            yield Layer(name, kind, own, window=_window(module))
        else:
            yield from (Layer(f"{name}.{key}".lstrip("."), kind, {key: shape}) for key, shape in own.items())


def _window(module: torch.nn.Module) -> Shape:
    size = getattr(module, "kernel_size", None) if "Pool" in type(module).__name__ else None
    return (size, size) if isinstance(size, int) else tuple(size or ())


def _sees_pictures(name: str) -> bool:
    """Whether the model classifies one picture, rather than a video or a scene."""
    zoo, _ = _zoo()
    return name in zoo.list_models(module=zoo)


def _outputs(model: torch.nn.Module) -> dict[str, Shape]:
    """The shape in which one picture leaves each layer, for models that are built like AlexNet."""
    import torch

    if {name for name, _ in model.named_children()} != {"features", "avgpool", "classifier"}:
        return {}
    shapes: dict[str, Shape] = {}

    def remember(name: str) -> torch.utils.hooks.RemovableHandle:
        def hook(module: torch.nn.Module, given: object, output: torch.Tensor) -> None:
            shapes[name] = tuple(output.shape[1:])

        return model.get_submodule(name).register_forward_hook(hook)

    handles = [remember(name) for name, module in model.named_modules() if not any(module.children())]
    with torch.no_grad():
        model(torch.empty(_PICTURE, device="meta"))
    for handle in handles:
        handle.remove()
    return shapes


@lru_cache(maxsize=64)
def layers(name: str, num_classes: int | None = None) -> tuple[Layer, ...]:
    """All layers of the model of this name, in order; raises ToolError for an unknown one."""
    known = model_name(name)
    check_classes(num_classes)
    with _LOCK:
        model = _built(known, num_classes)
    outputs = _outputs(model) if _sees_pictures(known) else {}
    return tuple(replace(layer, output=outputs.get(layer.name, ())) for layer in _layers(model))


def warm() -> None:
    """Import PyTorch and build AlexNet, from any thread, so that the first count need not wait."""
    layers("alexnet")
