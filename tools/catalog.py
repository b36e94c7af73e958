"""The families of exercises and their public tools, in order. A new family is one import and one line."""

from __future__ import annotations

from tools.attention import family as attention
from tools.convolution import family as convolution
from tools.eigen import family as eigen
from tools.family import Family, Tool
from tools.parameters import family as parameters

_MODULES = (eigen, parameters, convolution, attention)

FAMILIES: tuple[Family, ...] = tuple(module.FAMILY for module in _MODULES)
TOOLS: tuple[Tool, ...] = (*(module.TOOL for module in _MODULES), convolution.SIZE_TOOL)
