"""Text → Message: a draft of everything in the text, the act it asks for, then only what that act can use."""

from __future__ import annotations

from pydantic import ValidationError

from tools.family import Family
from tools.settings import Settings, cannot_be
from tools.wish import PLAIN, Wish
from tutor.reading import arrays
from tutor.reading.asking import focused
from tutor.reading.belonging import doubtful
from tutor.reading.code_handed_in import with_code
from tutor.reading.draft import Draft, draft_of
from tutor.reading.handed_in import answered, handed_in
from tutor.reading.intent import act_of
from tutor.reading.message import THAT, Act, Change, Message, Move
from tutor.reading.mood import discouraged
from tutor.reading.phrasebook import likeliest
from tutor.reading.references import family_in, rung_in
from tutor.reading.snippets import snippet_in
from tutor.reading.wishes import WISHED, names_level, side_in, steps_in, wished_in

_PLACED = ("stride", "padding", "dilation", "model", "num_classes")
"""Settings that say which part or task an answer belongs to."""
_SUPPOSING = (None, Act.CHECK, Act.SOLUTION)
"""Acts that other settings and inputs than the sheet's may turn into a computation, or be meant under."""
_NO_SETTINGS = Settings()


def message_of(text: str) -> Message:
    """Read a message. Never raises; the work is linear in the length of the text.

    >>> message = message_of("third exercise second part i need help")
    >>> message.act, message.reference.exercise, message.reference.part
    (<Act.HINT: 'hint'>, '3', 'b')
    """
    snippet = snippet_in(text)
    return _read(text) if snippet is None else with_code(snippet, _read(snippet.words), _read(text))


def _read(text: str) -> Message:
    draft = focused(draft_of(text))
    act = act_of(draft)
    rung = rung_in(draft.text) if act in (Act.HINT, Act.STATEMENT) else None
    if rung is not None:
        act = Act.HINT
    settings, rejected = _settings(_values(draft, act))
    checks = act is Act.CHECK
    return Message(
        text=text,
        act=act,
        leaning=likeliest(draft.line) if act is None else Act.UNKNOWN,
        move=draft.move,
        reference=answered(draft) if checks else draft.referred.reference,
        settings=settings,
        supposed=_settings({**draft.stated, **draft.inputs})[0] if act in _SUPPOSING else _NO_SETTINGS,
        wish=_wish(draft) if act in (None, Act.PRACTICE) or names_level(draft.text) else PLAIN,
        changes=_changes(draft, act),
        rejected=rejected,
        found=handed_in(draft) if checks else draft.reading.found,
        errors=draft.reading.errors,
        proposes=checks and draft.proposed is not None,
        rung=rung,
        topic=draft.topic if _asks_for_topic(draft, act) else None,
        discouraged=discouraged(draft.text),
        doubtful=doubtful(draft),
    )


def _wish(draft: Draft) -> Wish:
    """What the words wish of a practice task, should they ask for one."""
    said = {name: value for name, value in draft.stated.items() if name in WISHED}
    settings, _ = _settings({**wished_in(draft.text), **said})
    sized = settings.input_size is not None or settings.kernel_size is not None
    return Wish(level=steps_in(draft.text), side=None if sized else side_in(draft.text), settings=settings)


def _changes(draft: Draft, act: Act | None) -> tuple[Change, ...]:
    """The changes that matter to an act; "the sheet's values again" may look like a request for the sheet."""
    if act is Act.STATEMENT:
        return tuple(change for change in draft.changes if change.how == "drop")
    if act is Act.UNKNOWN:
        return tuple(change for change in draft.changes if change.setting == THAT)
    return draft.changes if act in (None, Act.COMPUTE, Act.CHECK) else ()


def given_in(text: str, family: Family) -> Settings:
    """The numbers and settings that a text of this family gives, as a sheet does."""
    draft = draft_of(text)
    values = {**draft.stated, **arrays.as_settings(draft.reading.found, family.name)}
    return _settings({name: value for name, value in values.items() if name in family.fields})[0]


def _values(draft: Draft, act: Act | None) -> dict[str, object]:
    """The settings that matter to an act: all for a computation, for the others those that tell a part or a task."""
    values: dict[str, object] = dict(draft.stated)
    if act is Act.COMPUTE or (act is None and draft.move is Move.SAME):
        values |= draft.inputs
        values |= arrays.unnamed_inputs(draft.named, draft.inputs, family_in(draft.text), draft.text)
    elif act is not None:
        values = {name: value for name, value in values.items() if name in _PLACED}
        if act is Act.PRACTICE:
            values |= wished_in(draft.text)
    return values


def _settings(values: dict[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Settings of these values, and a sentence for each that cannot be."""
    if not values:
        return _NO_SETTINGS, ()
    try:
        return Settings.model_validate(values), ()
    except ValidationError as error:
        wrong = sorted({str(problem["loc"][0]) for problem in error.errors()})
        fitting = {name: value for name, value in values.items() if name not in wrong}
        return Settings.model_validate(fitting), tuple(cannot_be(name, values[name]) for name in wrong)


def _asks_for_topic(draft: Draft, act: Act | None) -> bool:
    """Whether a concept named is a concept asked about: in a question, or where it is nearly all there is."""
    asks = act not in (None, Act.UNKNOWN) or draft.move is Move.CORRECT
    return asks or "?" in draft.text or draft.text.count(" ") < 4
