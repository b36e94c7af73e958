"""The self-check of a convolution: the size of its output."""

from __future__ import annotations

from tools.certificates import Certificate, Certificates, Handed
from tools.convolution.geometry import Geometry


def certificates(geometry: Geometry, handed: Handed) -> Certificates:
    """Whether an output has as many rows and columns as windows fit; () for other steps and for flat runs."""
    if handed.step != "Y" or handed.value.ndim != 2:
        return ()
    sides, sizes = handed.value.shape, geometry.output_size
    for axis, name in enumerate(("row", "column")):
        has, fits = sides[axis], sizes[axis]
        if has != fits:
            says = (
                f"Your $Y$ has {has} {name}{'s' * (has > 1)}; the size formula gives "
                f"${geometry.output_side(axis)} = {fits}$."
            )
            return (Certificate(False, says),)
    return (Certificate(True),)
