"""Words that look like ours and are not: never corrected. And subjects that are none of the sheet's."""

from __future__ import annotations

from importlib.resources import files

_LOOKALIKES = """
alignment alters analogy assistant assistants bath beginner bracelet branches bypasses chanel clashes classics
classified classifieds classy clicking cold commando comments commute commuter commuting competition compiles
composing computers conceit concerns concert confusion consents consumed consumes content contest cores decision
deference deflated deflation deletion deletions detailed dividend duration durations eights energies exclamation
exorcist exploration filed firewall fixtures flatter flattery flipper formerly fracture furnished gain greeting
heights heists identify inert injection insertion integrate integrating intention interacting invention inverts late
lawyer lease linearly liner  messing modes networkx order orders paddling painter painting parting passing past
peddling pictures pint pitches pointed pointing pointless polling portability practical printer process produced
producer programs projects protects pudding races racket raining resale resent reversal reversed sale sales scanning
scored scraping seconds serves shadowing shelving shipped shipping shopping shoulder shouting skipper sledding slipped
snowing sole sore spectrum splicing stack stake star stars starter starving stating stats stick stock striped stripes
stripping struck swimming tale tenor trailing transport upgrading variance waiter waiting water weighs whiteout widow
writer
"""
LOOKALIKES = frozenset(_LOOKALIKES.split())
"""Everyday words one or two letters away from words of the sheet."""

_EVERYDAY = """
day drive file list message music name note number open page people phone photo place play read send show text
time table tonight tomorrow week weather word work year yesterday
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Words of working through a sheet that are just as much of calendars, lists and phones."""

_PATTERNS = (files("tutor.reading.words") / "elsewhere.txt").read_text(encoding="utf-8").splitlines()
SUBJECTS = "|".join(line for line in _PATTERNS if line and not line.startswith("#"))
"""Subjects, tools and systems that a message is about when it names them (elsewhere.txt)."""
