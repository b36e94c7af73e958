"""Words of everyday talk that may stand around any request and say nothing about its subject (general.txt)."""

from __future__ import annotations

from importlib.resources import files

GENERAL = frozenset((files("tutor.reading.words") / "general.txt").read_text(encoding="utf-8").split())
