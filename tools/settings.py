"""The numbers and settings of an exercise under their canonical names, as sheets, students and tools say them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from tools.schema import Frozen, Json, Tensor

Mask = Annotated[tuple[tuple[StrictBool, ...], ...] | Tensor, Field(union_mode="left_to_right")]
"""Boolean (true = may attend), or numbers added to the scores; (n queries) × (n keys)."""
Padding = int | tuple[int, int] | tuple[int, int, int, int] | Literal["valid", "same"]


_WHOLE = "a whole number, or one for each direction"
_KINDS = {
    "num_classes": "a whole number of classes",
    "in_channels": "a whole number of channels",
    "out_channels": "a whole number of channels",
    "in_features": "a whole number of features",
    "out_features": "a whole number of features",
    "stride": f"{_WHOLE}: it counts the cells the window moves",
    "dilation": f"{_WHOLE}: it counts the cells between two taps of the kernel",
    "padding": f"{_WHOLE}, or one for each side: it counts the rings of zeros",
    "input_size": _WHOLE,
    "kernel_size": _WHOLE,
}


def cannot_be(name: str, value: object) -> str:
    """Why a setting cannot have this value, said for the student.

    >>> cannot_be("num_classes", 2.5)
    'num_classes has to be a whole number of classes; I read 2.5.'
    """
    return f"{has_to_be(name)}; I read {value}."


def has_to_be(name: str) -> str:
    """What the values of a setting are, said for the student.

    >>> has_to_be("num_classes")
    'num_classes has to be a whole number of classes'
    """
    return f"{name} has to be {_KINDS.get(name, 'of another kind')}"


class Settings(Frozen):
    """What was stated; a field that is None was not. Shapes and meaning follow PyTorch."""

    # eigen
    eigenvalues: Tensor | None = None  # (n,)
    eigenvectors: Tensor | None = None  # (n, n), one eigenvector a row
    matrix: Tensor | None = None  # (n, n)
    # parameters
    model: str | None = None
    num_classes: int | None = None
    layers: tuple[dict[str, Json], ...] | None = None  # {"type": "Linear", "in_features": 4, ...}
    layer: str | None = None
    in_channels: int | None = None
    out_channels: int | None = None
    in_features: int | None = None
    out_features: int | None = None
    # convolution
    input: Tensor | None = None  # (H, W) or (C, H, W)
    kernel: Tensor | None = None  # (h, w) or (O, C, h, w)
    stride: int | tuple[int, int] | None = None
    padding: Padding | None = None
    dilation: int | tuple[int, int] | None = None
    input_size: int | tuple[int, int] | None = None
    # parameters and convolution
    kernel_size: int | tuple[int, int] | None = None
    bias: Annotated[StrictBool | float | Tensor | None, Field(union_mode="left_to_right")] = None
    # attention
    Q: Tensor | None = None
    K: Tensor | None = None
    V: Tensor | None = None
    scale: float | Literal["none"] | None = None  # "none": not scaled
    attn_mask: Mask | None = None
    is_causal: bool | None = None
    softmax: Literal["rows", "columns", "none"] | None = None

    def stated(self) -> dict[str, object]:
        """The fields that were said, by name."""
        return {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}

    def updated(self, other: Settings) -> Settings:
        """These settings with whatever `other` states in their place."""
        return self.model_copy(update=other.stated())

    def to_json(self) -> dict[str, Json]:
        """The stated fields for JSON."""
        return {name: value for name, value in self.model_dump(mode="json").items() if value is not None}
