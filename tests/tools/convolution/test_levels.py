"""The sizes of practice tasks stay such as can be worked out by hand, whatever is wished."""

import numpy as np
import pytest

from tools.convolution.levels import LARGEST_INPUT, wished
from tools.schema import ToolError
from tools.settings import Settings
from tools.wish import Wish

LIKE = Settings(input=np.ones((4, 4)), kernel=np.ones((2, 2)), stride=2, padding=1)


@pytest.mark.parametrize(
    ("wish", "input_size", "kernel_size"),
    [
        (Settings(stride=3), (4, 4), (2, 2)),
        (Settings(kernel_size=5), (5, 5), (5, 5)),
        (Settings(kernel_size=(1, 3), dilation=3, padding=0), (4, 9), (1, 3)),
        (Settings(input_size=LARGEST_INPUT), (12, 12), (2, 2)),
    ],
)
def test_the_input_grows_until_the_kernel_fits_twice(wish, input_size, kernel_size):
    settings = wished(LIKE, Wish(settings=wish))
    assert settings.input.shape == input_size
    assert settings.kernel.shape == kernel_size


@pytest.mark.parametrize("name", ["input_size", "kernel_size", "stride", "dilation"])
@pytest.mark.parametrize("value", [-1, 0, 30_000, 100_000, 10**9])
def test_what_cannot_be_is_refused_before_anything_is_made(name, value):
    with pytest.raises(ToolError):
        wished(LIKE, Wish(settings=Settings.model_validate({name: value})))


def test_no_padding_is_a_wish_too():
    assert wished(LIKE, Wish(settings=Settings(padding=0))).padding == 0
