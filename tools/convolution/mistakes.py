"""The bug library: each slip is its wording and the ways in which it departs from the right method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.convolution.geometry import NO_PADDING, Amounts, Geometry
from tools.convolution.method import Method
from tools.family import Mistake

Ways = Callable[[Geometry], tuple[Method, ...]]
USUAL_STRIDES = (1, 2, 3)
USUAL_BIASES = (1.0, -1.0, 2.0, 0.5)


@dataclass(frozen=True)
class Slip:
    """A mistake and its ways on a given geometry: what a student does otherwise; no way where it cannot happen."""

    mistake: Mistake
    ways: Ways


def _always(*methods: Method) -> Ways:
    return lambda geometry: methods


def _where_padded(*changes: Callable[[Amounts], Method]) -> Ways:
    """Slips about padding that the exercise asks for."""
    return lambda geometry: tuple(change(geometry.padding) for change in changes) if any(geometry.padding) else ()


def _extra_padding(geometry: Geometry) -> tuple[Method, ...]:
    return () if any(geometry.padding) else (Method(padding=(1, 1, 1, 1)),)


def _wider(padding: Amounts) -> Method:
    top, left, bottom, right = (amount + 1 if amount else 0 for amount in padding)
    return Method(padding=(top, left, bottom, right))


def _too_wide(geometry: Geometry) -> tuple[Method, ...]:
    """One or two more than asked for, or twice as many; with a larger stride two more can look like no sum at all."""
    by_one = _where_padded(_wider, _doubled)(geometry)
    top, left, bottom, right = (amount + 2 if amount else 0 for amount in geometry.padding)
    by_two = Method(padding=(top, left, bottom, right))
    return (*by_one, by_two) if by_one and max(geometry.stride) == 1 else by_one


def _doubled(padding: Amounts) -> Method:
    top, left, bottom, right = (2 * amount for amount in padding)
    return Method(padding=(top, left, bottom, right))


def _reflected(geometry: Geometry) -> tuple[Method, ...]:
    """Reflecting needs more rows and columns than it adds."""
    (height, width), (top, left, bottom, right) = geometry.input_size, geometry.padding
    possible = any(geometry.padding) and max(top, bottom) < height and max(left, right) < width
    return (Method(fill="reflect"),) if possible else ()


def _other_strides(geometry: Geometry) -> tuple[Method, ...]:
    down, across = geometry.stride
    one_way = ((1, 2), (2, 1)) if (down, across) == (1, 1) else ()
    strides = dict.fromkeys([(across, down), *((usual, usual) for usual in USUAL_STRIDES), *one_way])
    return tuple(Method(stride=stride) for stride in strides if stride != geometry.stride)


def _stride_one_way(geometry: Geometry) -> tuple[Method, ...]:
    down, across = geometry.stride
    return (Method(stride=(down, 1)), Method(stride=(1, across))) if down > 1 and across > 1 else ()


def _stride_not_applied(geometry: Geometry) -> tuple[Method, ...]:
    return (Method(stride_only_in_size=True),) if max(geometry.stride) > 1 else ()


def _rounded_up(geometry: Geometry) -> tuple[Method, ...]:
    return (Method(ceil_mode=True),) if any(geometry.remainder) else ()


def _undilated(geometry: Geometry) -> tuple[Method, ...]:
    return (Method(dilation=(1, 1)),) if max(geometry.dilation) > 1 else ()


def _slip(name: str, step: str, ways: Ways, ask: str, names: str, remedy: str) -> Slip:
    return Slip(Mistake(name=name, step=step, ask=ask, names=names, remedy=remedy), ways)


SLIPS: tuple[Slip, ...] = (
    _slip(
        "flipped_kernel",
        "Y",
        _always(Method(kernel="rotated")),
        ask="Which entry of $K$ meets the top left number of a window?",
        names="You turned $K$ by 180° before you laid it on the windows.",
        remedy="In deep learning a convolution is a cross-correlation: use $K$ as it is printed.",
    ),
    _slip(
        "transposed_kernel",
        "Y",
        _always(Method(kernel="transposed")),
        ask="Which entry of $K$ meets the top right number of a window?",
        names="You used $K^\\top$: rows and columns of the kernel are exchanged.",
        remedy="Lay $K$ on the window as it is printed, its first row on the window's first row.",
    ),
    _slip(
        "flipped_one_axis",
        "Y",
        _always(Method(kernel="rows reversed"), Method(kernel="columns reversed")),
        ask="Which row and which column of $K$ meet the top left number of a window?",
        names="You mirrored $K$ along one axis.",
        remedy="Keep the rows of $K$ and their entries in the printed order.",
    ),
    _slip(
        "kernel_sign",
        "Y",
        _always(Method(kernel="negated")),
        ask="Compare the signs of the entries of $K$ with those in your products: are they the same?",
        names="You used $-K$: every sign of the kernel is turned.",
        remedy="Copy the signs of $K$ as they are printed.",
    ),
    _slip(
        "forgot_padding",
        "padded",
        _where_padded(lambda padding: Method(padding=NO_PADDING)),
        ask="Look at the border: what stands around $X$ before the kernel starts to slide?",
        names="You left out the padding: the kernel slid over $X$ itself.",
        remedy="Put the zeros around $X$ first, then let the kernel slide over the larger grid.",
    ),
    _slip(
        "extra_padding",
        "window",
        _extra_padding,
        ask="Look at the border: how many zeros does this part put around $X$?",
        names="You put a ring of zeros around $X$, but this part has no padding.",
        remedy="Let the kernel slide over $X$ itself.",
    ),
    _slip(
        "padded_output",
        "padded",
        _where_padded(lambda padding: Method(padding=NO_PADDING, frame=padding)),
        ask="Where do the zeros go: around what the kernel reads, or around what it writes?",
        names="You put the zeros around the output.",
        remedy="Padding belongs to the input: frame $X$ with zeros, then let the kernel slide.",
    ),
    _slip(
        "padding_too_large",
        "padded",
        _too_wide,
        ask="How many zeros stand on each side of $X$?",
        names="You put more zeros around $X$ than the padding asks for.",
        remedy="Padding counts the rows or columns added on each side, whatever the stride is.",
    ),
    _slip(
        "padding_one_side",
        "padded",
        _where_padded(
            lambda padding: Method(padding=(padding[0], padding[1], 0, 0)),
            lambda padding: Method(padding=(0, 0, padding[2], padding[3])),
        ),
        ask="On which sides of $X$ do zeros stand?",
        names="You padded only at the top and left, or only at the bottom and right.",
        remedy="Padding adds zeros on all four sides.",
    ),
    _slip(
        "padding_one_axis",
        "padded",
        _where_padded(
            lambda padding: Method(padding=(padding[0], 0, padding[2], 0)),
            lambda padding: Method(padding=(0, padding[1], 0, padding[3])),
        ),
        ask="Do zeros stand above and below $X$ as well as to its left and right?",
        names="You padded in one direction only.",
        remedy="Add rows above and below, and columns to the left and right.",
    ),
    _slip(
        "nonzero_padding",
        "padded",
        _where_padded(lambda padding: Method(fill="ones")),
        ask="Which number stands in the frame around $X$?",
        names="You filled the frame with ones.",
        remedy="Zero padding fills the frame with zeros.",
    ),
    _slip(
        "replicate_padding",
        "padded",
        _where_padded(lambda padding: Method(fill="edge")),
        ask="Which numbers stand in the frame around $X$?",
        names="You repeated the edge of $X$ in the frame.",
        remedy="Zero padding fills the frame with zeros.",
    ),
    _slip(
        "reflect_padding",
        "padded",
        _reflected,
        ask="Which numbers stand in the frame around $X$?",
        names="You mirrored $X$ into the frame.",
        remedy="Zero padding fills the frame with zeros.",
    ),
    _slip(
        "wrong_stride",
        "Y",
        _other_strides,
        ask="How far does the kernel move from one window to the next?",
        names="You moved the kernel by another stride than this part asks for.",
        remedy="The stride is the number of cells from one window to the next, to the right and downwards.",
    ),
    _slip(
        "stride_one_direction",
        "Y",
        _stride_one_way,
        ask="How far does the kernel move to the right, and how far downwards?",
        names="You applied the stride in one direction only.",
        remedy="The stride holds to the right and downwards.",
    ),
    _slip(
        "stride_not_applied",
        "Y",
        _stride_not_applied,
        ask="The size fits. At which column of the grid does your second window start?",
        names="You computed the output's size with the stride, but moved the kernel one cell at a time.",
        remedy="Move the kernel by the whole stride from one window to the next.",
    ),
    _slip(
        "ceil_instead_of_floor",
        "Y",
        _rounded_up,
        ask="Does your last window still lie wholly on the grid?",
        names="You rounded the output's size up, so the last window hangs over the edge.",
        remedy="Round down: only windows that fit wholly on the grid count.",
    ),
    _slip(
        "dilation_ignored",
        "window",
        _undilated,
        ask="How far apart are the numbers that lie under neighbouring entries of $K$?",
        names="You left out the dilation: your windows have no gaps.",
        remedy="With dilation $d$ the entries of $K$ lie $d$ cells apart.",
    ),
    _slip(
        "channels_not_summed",
        "Y",
        _always(Method(reduction="channels apart")),
        ask="How many maps does one filter give?",
        names="You kept one map for each input channel.",
        remedy="A filter adds up the products of all channels to one number.",
    ),
    _slip(
        "max_pooling",
        "Y",
        _always(Method(reduction="maximum")),
        ask="What happens to the numbers of a window: which role does $K$ play?",
        names="You took the largest number of each window. That is max pooling.",
        remedy="A convolution multiplies the window with $K$, entry by entry, and adds the products up.",
    ),
    _slip(
        "average_pooling",
        "Y",
        _always(Method(reduction="sum over k²"), Method(reduction="mean")),
        ask="What do you do with a window's products after you have them?",
        names="You averaged over each window.",
        remedy="Add up the products of the window with $K$, and do not divide.",
    ),
    _slip(
        "no_sum",
        "Y",
        _always(Method(reduction="products"), Method(reduction="first window"), Method(reduction="first product")),
        ask="How many numbers does one window give?",
        names="You stopped at the products and did not add them up.",
        remedy="Add up all products of a window: each window gives one number.",
    ),
    _slip(
        "added_bias",
        "Y",
        _always(*(Method(added=bias) for bias in USUAL_BIASES)),
        ask="What do you add to a window's sum in the end?",
        names="You added a bias, but this layer has none.",
        remedy="Leave the sums as they are.",
    ),
    _slip(
        "relu_applied",
        "Y",
        _always(Method(relu=True)),
        ask="What became of the negative sums?",
        names="You set negative sums to zero. That is the activation after the layer, a ReLU.",
        remedy="The layer itself keeps negative sums.",
    ),
)
"""All slips, the plainer one first where two can come to the same."""


@dataclass(frozen=True)
class Identity:
    """Two slips that come to the same for all numbers, on some geometries."""

    slips: frozenset[str]
    why: str
    example: Geometry


IDENTITIES: tuple[Identity, ...] = (
    Identity(
        frozenset({"flipped_kernel", "flipped_one_axis"}),
        "a kernel of one row or one column has only one axis to flip",
        Geometry((3, 4), (1, 2)),
    ),
    Identity(
        frozenset({"forgot_padding", "padding_one_side"}),
        "zeros at the bottom and right that the stride never reaches change nothing",
        Geometry((4, 4), (2, 2), stride=(2, 2), padding=(1, 1, 1, 1)),
    ),
    Identity(
        frozenset({"padded_output", "padding_too_large"}),
        "windows that lie wholly in a wider frame give zeros, as a frame around the output does",
        Geometry((4, 4), (2, 2), stride=(2, 2), padding=(1, 1, 1, 1)),
    ),
    Identity(
        frozenset({"wrong_stride", "stride_one_direction"}),
        "where the output has one row or one column, the stride counts in one direction only",
        Geometry((2, 4), (2, 2), stride=(2, 2)),
    ),
    Identity(
        frozenset({"padding_one_side", "wrong_stride"}),
        "both can leave the same single row or column of windows",
        Geometry((3, 3), (3, 3), stride=(2, 2), padding=(1, 1, 1, 1)),
    ),
)
"""Identities where the kernel fits on the input and is larger than the padding.

A slip that gives the right result on all numbers is no slip there, and left out.
"""
