"""Words that say nothing about the subject (plain.txt): grammar, contractions, slang, German basics, small talk."""

from __future__ import annotations

from importlib.resources import files

from tutor.reading.words import rows

PLAIN = rows((files("tutor.reading.words") / "plain.txt").read_text(encoding="utf-8"))
