"""Whether a text is about the sheet at all: what it names, and what sounds like another subject."""

from __future__ import annotations

import re

from tutor.reading.acts import chosen
from tutor.reading.draft import Draft
from tutor.reading.gate import gated
from tutor.reading.heard import Heard
from tutor.reading.message import Act
from tutor.reading.phrasebook import NEARLY, nearly_elsewhere
from tutor.reading.scope import everyday, evidence, out_of_scope, strangeness
from tutor.reading.wanted import names_changed

GROUNDING = frozenset(
    {"stride", "padding", "dilation", "model", "layers", "kernel_size", "eigenvalues", "eigenvectors"}
    | {"num_classes", "in_channels", "out_channels", "in_features", "out_features", "is_causal", "softmax", "scale"}
)
"""Settings that nothing but the sheet has."""
_POINTS_BACK = gated(
    r"\b(?:it|this|that|these|those|there|them|here|matrix|entry|row|column|step|number|value|"
    r"understand)\b"
)
HELLO = re.compile(r"(?:oh |ah |and )?\b(?:hello|hi|hey|good (?:morning|evening|afternoon|day))\b")
_TASK = re.compile(r"\b(?:hint|solution|answer|statement|exercise|practice)\b")
_OF_SHEET = gated(r"\b(?:hint|solution|exercise|sheet|practice|tutor|matrix|statement|homework)\b")
_ASKS = re.compile(
    r"\b(?:what|how|where|when|who|which|can|could|is|are|do|does|will|play|book|set|call|turn|order|"
    r"buy)\b"
)
_NEED_NO_SUBJECT = (Act.HELP, Act.HINT, Act.CHECK, Act.GREET)
"""What a first message may ask for without a word of the sheet: "help", "check my answer"."""
_SURELY, _PERHAPS = 1.0, 2.0
"""The lead of other subjects that outweighs a word of the sheet; how near they come to settle a text without one."""


def of_sheet(draft: Draft) -> bool:
    """Whether the text names a place, a setting, a concept or a task, or uses a word of the sheet."""
    named = draft.referred.reference
    place = named.exercise or named.part or named.family
    spoken = place or draft.topic or draft.stated or draft.inputs or evidence(draft.text)
    return bool(spoken) or _TASK.search(draft.text) is not None


def doubtful(draft: Draft) -> bool:
    """Whether no word, number or reference of the text belongs to the sheet, and some word to something else."""
    if _placed(draft) or _named(draft):
        return False
    return strangeness(draft.line) > 0 or _nearly_elsewhere(draft, Heard(draft))


def elsewhere(draft: Draft, heard: Heard) -> bool:
    """Whether the message is about something that is not on the sheet."""
    asked = chosen(heard.matches)
    request = (asked.start, asked.end) if asked and not asked.weak else None
    polite = [(match.start, match.end) for match in heard.matches if match.act is Act.GREET]
    return out_of_scope(draft.line, request, _grounded(draft), polite) or _sounds_elsewhere(draft, heard)


def _sounds_elsewhere(draft: Draft, heard: Heard) -> bool:
    """Whether it sounds like another subject, and no more than single words that have other lives speak for ours."""
    about_ours = draft.topic is not None and not strangeness(draft.line)
    if _placed(draft) or draft.move is not None or about_ours:
        return False
    if _named(draft):
        return nearly_elsewhere(draft.line, lead=-_SURELY)
    return _nearly_elsewhere(draft, heard, lead=_PERHAPS)


def _nearly_elsewhere(draft: Draft, heard: Heard, lead: float = NEARLY) -> bool:
    """Whether a text without a word of the sheet asks for nothing clear and may as well be about something else."""
    plain = not everyday(draft.line)
    greets = not draft.line.unknown and HELLO.match(draft.text) is not None
    clear = greets or any(heard.strongly(act) for act in (Act if plain else _NEED_NO_SUBJECT))
    return not clear and nearly_elsewhere(draft.line, lead=0 if plain else lead)


def thanks(draft: Draft, heard: Heard) -> bool:
    """Whether it is thanks or a greeting that goes on about something harmless."""
    greeting = next((match for match in heard.matches if match.act is Act.GREET), None)
    if greeting is None or greeting.start > 12 or any(match.act is not Act.GREET for match in heard.matches):
        return False
    return _ASKS.search(draft.text, greeting.end) is None and len(draft.line.unknown) <= 4


def about(draft: Draft) -> bool:
    """Whether the text speaks of something of the sheet, or points back at what was said."""
    named = draft.referred.reference
    return (
        bool(draft.topic or named.family or named.exercise or named.part)
        or _POINTS_BACK.search(draft.text) is not None
        or evidence(draft.text) >= 2
    )


def _grounded(draft: Draft) -> bool:
    """Whether the text names something of the sheet beyond any doubt."""
    asked = draft.referred.reference.exercise is not None and _TASK.search(draft.text) is not None
    return (
        asked
        or draft.referred.firm
        or not GROUNDING.isdisjoint(draft.stated)
        or len(draft.inputs) > 1
        or draft.matrix
        or draft.claims
    )


def _placed(draft: Draft) -> bool:
    """Whether the text names a place of the sheet, a setting or the work on it, or brings data."""
    named = draft.referred.reference
    place = named.exercise or named.part or named.whole
    told = draft.stated or draft.reading.found or draft.reading.errors or names_changed(draft)
    return bool(place or told or _OF_SHEET.search(draft.text))


def _named(draft: Draft) -> bool:
    """Whether the text has a word of the sheet."""
    return bool(draft.topic or draft.referred.reference.family or evidence(draft.text))
