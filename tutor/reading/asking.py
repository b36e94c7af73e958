"""What matters in a long message: the sentences about the sheet, and the one that asks. What else is told around them
should not drown them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tutor.reading.belonging import doubtful, of_sheet
from tutor.reading.draft import Draft, draft_of
from tutor.reading.gate import gated_text
from tutor.reading.intent import act_of, asks_clearly, clear_in
from tutor.reading.message import Act, Reference
from tutor.reading.scope import evidence, strangeness
from tutor.reading.text import MAX_CHARS, line_of

LONG = 20
"""Words from which on a message is read sentence by sentence."""
MAX_SENTENCES = 16
"""Sentences that are looked at; what follows them is read as it stands."""
_END = re.compile(r"(?<=[.!?])[)\"']{0,2}\s+|\n+")
SHORT = 8
"""Words of a request that stands behind a preface."""
_PREFACE = gated_text(
    r"(?P<aside>[^.?!\n]{2,60}\baside|no offen[cs]e,? but)\b[,:]? |"
    r"(?:ok |so |sorry |hey |hi )?(?:my|the|our|this|it'?s|i|we|i'?m|i'?ve|mein\w*|ich|wir|der|die|"
    r"das)\b[^.?!,;:\n]{3,70}(?:,| -| so) (?!and\b|or\b|which\b)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:him|her|his|he|she|they|them|their|how to|about|with|make|my)\b")
"""What a request behind a preface would be about the preface with: "any hint how to make him stop?"."""
_ASIDE = re.compile(r"\((?![^()]{0,200}(?:=|\[|\d ?[a-c]\b))[^()]{12,200}\)")
_REQUEST = re.compile(
    r"\?|\b(?:please|(?:can|could|would|will|may|might) (?:you|i|we)|(?:i|we) (?:want|need|like|would like|wish|ask)|"
    r"ask(?:ing)? (?:you )?for|give|show|tell|explain|solve|compute|let (?:me|us)|(?:take|walk|help) me|hint|do|write|"
    r"continue|start|next|now)\b"
)
"""Words of a sentence that asks rather than tells."""

_CODE = re.compile(r"\b(?:In|Out) ?\[\d{1,3}\]:|>>> |\w ?@ ?[A-Z]")
"""Code, which what stands around it may be the result of."""


@dataclass(frozen=True)
class Sentence:
    """A sentence at its place in the text, and what it says by itself."""

    start: int
    end: int
    draft: Draft

    @cached_property
    def act(self) -> Act | None:
        """What it asks for by itself."""
        return act_of(self.draft)

    @cached_property
    def asks(self) -> bool:
        """Whether it asks for something of the sheet."""
        return _REQUEST.search(self.draft.text) is not None and asks_clearly(self.draft)

    @property
    def hands_in(self) -> bool:
        """Whether data are handed in by it."""
        return self.draft.firm and self.act is Act.CHECK

    @cached_property
    def story(self) -> bool:
        """Whether it is about something else, and gives nothing that a tutor could use."""
        alone = self.draft
        leads_up = alone.source.rstrip().endswith(":") or _CODE.search(alone.source) is not None
        useful = alone.firm or alone.referred.firm or self.asks or leads_up
        return not useful and strangeness(alone.line) > 2 * evidence(alone.text)


def focused(draft: Draft) -> Draft:
    """The draft without what a long message tells of other things, and with the words and settings of the sentence that
    asks, where there is one; places, settings and arrays that it leaves open are those told around it.

    >>> from tutor.reading.draft import draft_of
    >>> text = "I did two jumps, then three, and then I gave up and went to bed at 4, sorry. What is 3a with stride 3?"
    >>> focused(draft_of(text)).stated
    {'stride': 3}
    """
    sentences = sentences_of(draft)
    stories = [one for one in sentences if one.story]
    of_use = any(one.asks or one.draft.firm or one.draft.referred.firm for one in sentences)
    if stories and of_use:
        draft = draft_of(_without(stories, draft.source))
    asked = asking(sentences, draft) or behind_preface(draft)
    if asked is None and not of_use and 2 * len(stories) > len(sentences):
        asked = next((one.draft for one in reversed(stories) if one.act is Act.UNKNOWN), stories[-1].draft)
    if sentences and not draft.referred.firm:
        draft = replace(draft, referred=replace(draft.referred, reference=_in_passing(draft.referred.reference)))
    if asked is None:
        return draft
    here, around = asked.referred, draft.referred
    named, told = here.reference, around.reference
    if named.exercise is None and (named.family is None or told.exercise):
        place = told if named.part is None else told.model_copy(update={"part": named.part, "whole": False})
        here = replace(here, reference=place, firm=here.firm or around.firm)
    return replace(
        draft,
        line=asked.line,
        referred=here,
        stated=asked.stated or draft.stated,
        inputs={**draft.inputs, **asked.inputs},
        topic=asked.topic or draft.topic,
        move=asked.move or draft.move,
        changes=asked.changes or draft.changes,
        proposed=asked.proposed,
    )


def _in_passing(reference: Reference) -> Reference:
    """What counts of a reference told around a request: "steps of two" and "the second one" name no exercise there."""
    return reference if reference.part else reference.model_copy(update={"exercise": None})


def sentences_of(draft: Draft) -> tuple[Sentence, ...]:
    """The sentences of a long message, asides in parentheses left out; none of a short one, or of one that tells of
    nothing else.

    >>> from tutor.reading.draft import draft_of
    >>> story = "My cat ate my notes (all of them, she is a monster) and the lecture is a blur by now, sorry. "
    >>> [one.story for one in sentences_of(draft_of(story + "Can I get a hint for 3b? I have until tomorrow."))]
    [True, False, False]
    """
    text = draft.source[:MAX_CHARS]
    if draft.text.count(" ") < LONG or not strangeness(draft.line):
        return ()
    told = _ASIDE.sub(_blank, text)
    data = [*(one.span for one in draft.reading.found), *(error.span for error in draft.reading.errors)]
    ends = [match.span() for match in _END.finditer(told) if not any(a < match.end() < b for a, b in data)]
    ends = ends[: MAX_SENTENCES - 1]
    places = zip([0, *(after for _, after in ends)], [*(before for before, _ in ends), len(told)], strict=True)
    sentences = tuple(
        Sentence(start, end, _alone(told, start, end)) for start, end in places if told[start:end].strip()
    )
    return sentences if len(sentences) > 1 or told != text else ()


def _alone(text: str, start: int, end: int) -> Draft:
    """The draft of a stretch of the text, its places those of the whole text."""
    return draft_of(" " * start + text[start:end])


def _blank(aside: re.Match[str]) -> str:
    return aside[0] if evidence(line_of(aside[0]).text) else " " * len(aside[0])


def _without(stories: Sequence[Sentence], text: str) -> str:
    """The text, character for character, with blanks for the stories."""
    for one in stories:
        text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
    return text


def asking(sentences: Sequence[Sentence], draft: Draft) -> Draft | None:
    """The draft of the last sentence that asks, with the one before it where only that says what with; None where data
    stand outside of them.

    >>> from tutor.reading.draft import draft_of
    >>> text = "I did 3a and 3b before the lecture and then nothing more at all. Can I get a hint for 3b? I have time."
    >>> asking(sentences_of(draft_of(text)), draft_of(text)).text
    'can i get a hint for 3b?'
    """
    at = max(
        (at for at, one in enumerate(sentences) if one.asks or one.hands_in),
        key=lambda at: (clear_in(sentences[at].draft), at),
        default=None,
    )
    if at is None or (sentences[at].hands_in and act_of(draft) is not Act.UNKNOWN):
        return None
    alone = sentences[at].draft
    before = sentences[at - 1] if at and not sentences[at - 1].story else None
    if before and not (alone.stated or alone.inputs) and (before.draft.stated or before.draft.inputs):
        alone = _alone(draft.source, before.start, sentences[at].end)
    return alone if alone.firm or not (draft.firm or draft.printed_count) else None


def behind_preface(draft: Draft) -> Draft | None:
    """The draft of a short clear request behind words that only lead up to it; None where there is no such.

    >>> from tutor.reading.draft import draft_of
    >>> behind_preface(draft_of("git blame aside, what is the solution")).text
    'what is the solution'
    >>> behind_preface(draft_of("my bus comes in 3 minutes, quick hint please")).text
    'quick hint please'
    """
    preface = _PREFACE.match(draft.source[:MAX_CHARS])
    if preface is None or draft.firm or draft.source.count(" ", preface.end()) > SHORT:
        return None
    alone = _alone(draft.source, preface.end(), len(draft.source))
    if alone.line.unknown or not (of_sheet(alone) and asks_clearly(alone)):
        return None
    if not preface["aside"] and _OF_OTHERS.search(alone.text):
        return None
    return alone if preface["aside"] or doubtful(draft) or act_of(draft) is Act.UNKNOWN else None
