"""Settings that take the place of the sheet's own: which hold in the end, and how they are said back."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from tools.parameters.models import SHEETS_MODEL
from tools.schema import Array, Json, ToolError
from tools.settings import Settings
from tutor.dialogue.place import Place
from tutor.reading.changed import made
from tutor.reading.message import Act, Message, Move
from tutor.state import State

_LAYER = ("in_channels", "out_channels", "in_features", "out_features", "kernel_size")
_REPLACES = {
    "matrix": ("eigenvalues", "eigenvectors"),
    "model": ("layers", "layer", *_LAYER),
    "layers": ("model", "num_classes", "layer", *_LAYER),
    "in_channels": ("model", "layer"),
    "out_channels": ("model", "layer"),
    "in_features": ("model", "layer"),
    "out_features": ("model", "layer"),
    "input_size": ("input",),
    "kernel_size": ("kernel", "model"),
    "input": ("input_size",),
    "kernel": ("kernel_size",),
}
"""Settings that, once stated, take the place of numbers under other names."""
_IN_WORDS: dict[tuple[str, Json], str] = {
    ("is_causal", True): "a causal mask",
    ("is_causal", False): "no causal mask",
    ("bias", False): "no bias",
    ("bias", True): "a bias",
    ("scale", "none"): "no scaling",
}


def base(place: Place, stated: Settings) -> Settings:
    """The numbers of the place that still hold beside what was stated."""
    task = place.task
    own = task.settings if task is not None else place.exercise.settings
    return _without_replaced(own, stated)


_ANEW = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|now|then|next|please|well|hm+)\W+)*(?:what if|suppose|imagine|compute|calculate|"
    r"how (?:many|much|big|large)|was wäre|berechne|wie (?:viele?|groß))\b",
    re.IGNORECASE,
)
"""Words that begin another what-if."""


def goes_on(message: Message, state: State) -> bool:
    """Whether a computation goes on from the one before. After a computation it does, unless it names a place or
    begins another what-if; "same …" and what is taken back always do, and fields of a layer without a whole one."""
    if message.move in (Move.SAME, Move.UNDO) or any(change.how == "drop" for change in message.changes):
        return True
    if message.reference.exercise is not None or message.reference.part is not None:
        return False
    if of_layer(message, state) or _of_its_model(message, state):
        return True
    said = message.settings.stated() or message.changes
    return message.act is None or (bool(said) and state.last_act is Act.COMPUTE and _ANEW.match(message.text) is None)


def continued(before: Settings, said: Settings) -> Settings:
    """The settings of the what-if before, with what was said now in their place."""
    before = _unwritten(before) if said.layers is None and not said.stated().keys().isdisjoint(_FIELDS) else before
    return _without_replaced(before, said).updated(said)


_FIELDS = frozenset((*_LAYER, "bias", "stride", "padding", "dilation"))
"""Fields of a layer that are settings of their own."""
_ONE_LAYER = ({"in_channels", "out_channels", "kernel_size"}, {"in_features", "out_features"})
WHOLE_LAYERS = ({"layers"}, *_ONE_LAYER)
"""What tells a whole layer; less of it tells where a number of the sheet's model comes from."""


def of_layer(message: Message, state: State) -> bool:
    """Whether a message tells fields of the layer that was computed before: "what if in_channels was 1"."""
    before, said = state.settings.stated().keys(), message.settings.stated().keys()
    held = any(whole <= before for whole in _ONE_LAYER) and state.last_act is Act.COMPUTE
    return held and bool(said) and said <= _FIELDS and not any(whole <= said for whole in _ONE_LAYER)


_IT = re.compile(r"\b(?:it|that|this|they|es|das)\b", re.IGNORECASE)


def _of_its_model(message: Message, state: State) -> bool:
    """Whether a message asks about the model that was counted before: "so how many would it be with 10 classes?"."""
    said = {*message.settings.stated(), *(change.setting for change in message.changes)}
    counted = state.settings.model is not None and state.last_act is Act.COMPUTE
    return counted and bool(said) and said <= {"num_classes", "bias"} and _IT.search(message.text) is not None


_ALIKE = {"in_features": "in_channels", "out_features": "out_channels"}
"""What a layer's sizes are called in a linear layer and in a convolution."""


def _unwritten(settings: Settings) -> Settings:
    """The settings without the one layer written out as code, whose fields they hold by themselves."""
    single = settings.layers is not None and len(settings.layers) == 1
    told = single and settings.layers is not None and settings.layers[0].keys() - {"type"} <= settings.stated().keys()
    return settings.model_copy(update={"layers": None}) if told else settings


def held(message: Message, state: State) -> Settings:
    """The settings that a computation goes on from: those of the one before, without what the message takes back. A
    correction takes back the value that it gives another name: "I meant 128 for in_channels"."""
    if not state.what_ifs:
        return state.settings
    before = state.what_ifs[-1].settings
    if message.move is Move.UNDO:
        return before
    if message.move is not Move.CORRECT:
        return state.settings
    said = message.settings.to_json()
    moved = [
        name
        for name, value in state.settings.to_json().items()
        if name not in said and value in said.values() and before.to_json().get(name) != value
    ]
    return state.settings.model_copy(update={name: getattr(before, name) for name in moved})


_SAME_PADDING = re.compile(r"\b(?:same|gleiche[smn]?) padding\b", re.IGNORECASE)


def as_before(message: Message, before: Settings) -> Message:
    """The message whose "same padding" is the one before, where one was told: else it keeps the size."""
    told = before.padding is not None and before.padding != "same" and message.settings.padding == "same"
    if not told or _SAME_PADDING.search(message.text) is None:
        return message
    return message.model_copy(update={"settings": message.settings.model_copy(update={"padding": before.padding})})


def about_layer(message: Message, before: Settings) -> Message:
    """The message with the sizes it speaks of under the names they have in the layer that was computed before: "64 out"
    of a convolution are channels, and "twice the inputs" of a linear layer its features."""
    convolves, linear = before.in_channels is not None, before.in_features is not None
    if convolves == linear or message.reference.exercise is not None or message.settings.layers is not None:
        return message
    names = _ALIKE if convolves else {conv: lin for lin, conv in _ALIKE.items()}
    said = message.settings.stated()
    renamed = {names.get(name, name): value for name, value in said.items()}
    sizes = {"input": "in_channels" if convolves else "in_features", **names}
    changes = tuple(one.model_copy(update={"setting": sizes.get(one.setting, one.setting)}) for one in message.changes)
    settings = message.settings.model_copy(update={**dict.fromkeys(said), **renamed})
    return message.model_copy(update={"settings": settings, "changes": changes})


def _without_replaced(settings: Settings, stated: Settings) -> Settings:
    replaced = {old for name in stated.stated() for old in _REPLACES.get(name, ())}
    return settings.model_copy(update=dict.fromkeys(replaced - set(stated.stated())))


def with_changes(message: Message, settings: Settings, place: Place) -> Settings:
    """These settings after what the message says against those that hold: "double the stride", "original K again".
    Raises ToolError where one of them cannot be what it would become."""
    for change in message.changes:
        holds = _with_default(change.setting, base(place, settings).updated(settings))
        if change.how == "drop":
            settings = _dropped(change.setting, message, settings, place)
        elif (new := made(holds, change)) is not None:
            settings = continued(settings, new)
    return settings


def _with_default(name: str, holds: Settings) -> Settings:
    """What holds, with a setting that was not said as it is then: "half as many classes" as there are by default."""
    default = _DEFAULTS.get(name)
    unsaid = isinstance(default, int) and not isinstance(default, bool) and getattr(holds, name) is None
    return holds.model_copy(update={name: default}) if unsaid else holds


def _dropped(name: str, message: Message, settings: Settings, place: Place) -> Settings:
    """The settings without one of them, unless the message says a value that differs from the place's own."""
    own = base(place, Settings())
    name = "kernel" if name == "K" and own.K is None else name
    said, printed = getattr(message.settings, name), getattr(own, name)
    if said is not None and (isinstance(said, np.ndarray) or said or np.any(printed)):
        return settings
    return settings.model_copy(update={name: None})


def differing(stated: Settings, place: Place) -> Settings:
    """What was stated without what the place has anyway, and without what its family does not know."""
    there = base(place, Settings())
    own = {**_DEFAULTS, "bias": "layers" in place.exercise.family.fields, **there.to_json()}
    own |= _usual_scale(there if stated.K is None else stated, stated.scale)
    kept = {
        name
        for name, value in stated.to_json().items()
        if name in place.exercise.family.fields and own.get(name) != value
    }
    if _parallel(there.eigenvectors, stated.eigenvectors):
        kept -= {"eigenvectors"}
    return stated.model_copy(update={name: None for name in stated.stated() if name not in kept})


def _usual_scale(given: Settings, said: object) -> dict[str, Json]:
    """A scale that is told although nothing else is on the sheet, 1/√d_k."""
    usual = isinstance(said, float) and given.K is not None and np.isclose(said, given.K.shape[-1] ** -0.5, rtol=1e-4)
    return {"scale": said} if usual and isinstance(said, float) else {}


def _parallel(own: Array | None, said: Array | None) -> bool:
    """Whether eigenvectors are the place's own but for their lengths and signs."""
    if own is None or said is None or own.shape != said.shape:
        return False
    lengths = np.linalg.norm(own, axis=-1) * np.linalg.norm(said, axis=-1)
    return bool(np.allclose(np.abs((own * said).sum(axis=-1)), lengths) and lengths.all())


_DEFAULTS: dict[str, Json] = {
    "stride": 1,
    "padding": 0,
    "dilation": 1,
    "is_causal": False,
    "softmax": "rows",
    "model": SHEETS_MODEL,
    "num_classes": 1000,
}
"""What holds on the sheet without being said."""


def supposed(place: Place, stated: Settings) -> Place | None:
    """The place with these settings in place of its own; None where they are its own, or do not fit together."""
    new = differing(stated, place)
    if not new.stated():
        return None
    try:
        task = place.exercise.family.task(base(place, new).updated(new))
        _ = task.result
    except ToolError:
        return None
    return replace(place, supposed=task, under=in_words(new))


def in_words(settings: Settings) -> str:
    """The settings as they are said back: "stride 3 and padding 1"."""
    named = [_said(name, value) for name, value in settings.to_json().items() if not _told_by_layers(name, settings)]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _told_by_layers(name: str, settings: Settings) -> bool:
    """Whether the layers that were written out tell this setting already."""
    return settings.layers is not None and name != "layers"


def _said(name: str, value: Json) -> str:
    if isinstance(value, bool | str) and (name, value) in _IN_WORDS:
        return _IN_WORDS[name, value]
    if name == "layers" and isinstance(value, list):
        return "this layer" if len(value) == 1 else "these layers"
    if name in ("eigenvalues",) and isinstance(value, list):
        return f"eigenvalues {' and '.join(f'{one:.4g}' for one in value if isinstance(one, int | float))}"
    if name == "attn_mask" and isinstance(value, list):
        told = "true lets a query see a key" if "True" in str(value) else "its numbers are added to the scores"
        return f"the mask as given ({told})"
    return f"{name.replace('_', ' ')} {_short(value)}"


def _short(value: Json) -> str:
    if isinstance(value, list) and any(isinstance(item, list | dict) for item in value):
        return "as given"
    return f"{value:.4g}" if isinstance(value, float) else str(value)
