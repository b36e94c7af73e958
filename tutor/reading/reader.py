"""Text → Message: matrices first, then references and settings on what is left, then what the words ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

import numpy as np
from pydantic import ValidationError

from tools.family import Family
from tools.schema import Array, Json
from tools.settings import Settings
from tutor.reading import arrays
from tutor.reading.acts import Match, chosen, matches
from tutor.reading.calls import as_words
from tutor.reading.counts import counts_in
from tutor.reading.labels import labelled
from tutor.reading.layers import layers_in
from tutor.reading.matrices import matrices_in
from tutor.reading.message import Act, Found, Message, Move, Reading, Reference
from tutor.reading.mood import discouraged
from tutor.reading.moves import move_of
from tutor.reading.references import Referred, family_in, referred
from tutor.reading.rules import RULES
from tutor.reading.scope import evidence, has_subject, out_of_scope
from tutor.reading.spoken import in_digits
from tutor.reading.stated import stated_in
from tutor.reading.text import DATA, MAX_CHARS, Line, line_of
from tutor.reading.topics import topic_of

_SIZES = re.compile(
    (
        r"\b(?:stride|strides|padding|pad|dilation|kernel_size|kernel size|output_size|input_size|"
        r"input size|size|shape) ?(?:=|:|of|is)? ?\(\s*\d+\s*(?:,\s*\d+\s*){1,3}\)|\bthank(?:s| you) a \w+"
    ),
    re.IGNORECASE,
)


_SQUARE = re.compile(r"(?<!\d)(\d) ?(?:x|×|by) ?\1(?!\d)")
"""The size a practice task is wished in: "a 3x3 one"."""
_PLACED = ("stride", "padding", "dilation", "model", "num_classes")
"""Settings that say which part or task an answer belongs to."""
_GROUNDING = frozenset(
    {"stride", "padding", "dilation", "model", "layers", "kernel_size", "eigenvalues", "eigenvectors"}
)
_OWN_NUMBERS = re.compile(
    r"\b(?:my own|custom|other|own) (?:matrix|number|input|value|image|kernel|example|data|eigenvalue|"
    r"filter)\b"
)
_COUNTS = re.compile(
    r"\bhow many (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\b(?:number|amount|total) of (?:\w+ ){0,2}(?:parameter|weight)\b|"
    r"\bparameter count\b|\bcount (?:the |all |all the )?(?:\w+ )?parameter\b"
)
_PRINTED = re.compile(rf"\b\w+ ?\w*\([^{DATA}()]*(?:\([^{DATA}()]*\)[^{DATA}()]*)*\)(?: ?[.#>] ?)+{DATA}")
"""A call and, on the next line, what it printed."""
_SETTLED = tuple(rule for rule in RULES if rule.act is not Act.COMPUTE)
_POINTS_BACK = re.compile(
    r"\b(?:it|this|that|these|those|there|them|here|matrix|entry|row|column|step|number|value|"
    r"understand)\b"
)
_SUPPOSING = re.compile(
    r"\b(?:suppose|assume|think|if|what|let|take|instead|attempt|with|using|use|for|compute|give|"
    r"would)\b"
)
_QUESTION = re.compile(r"(?:do|does|is|are|can|must|should) (?!you|this|it\b)")
_TASK = re.compile(r"\b(?:hint|solution|statement|exercise)\b")
_ASKS = re.compile(
    r"\b(?:what|how|where|when|who|which|can|could|is|are|do|does|will|play|book|set|call|turn|order|"
    r"buy)\b"
)


def _blanked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with these spans replaced by letters, which no reader takes for data."""
    for start, end in spans:
        text = text[:start] + "x" * (end - start) + text[end:]
    return text


def _overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


@dataclass(frozen=True)
class _Read:
    """Everything that was read from a text, before its act is decided."""

    line: Line
    reading: Reading
    named: tuple[Found, ...]
    """The arrays of the reading, those without a name under what the words call them."""
    referred: Referred
    stated: dict[str, Json]
    inputs: dict[str, Array]
    topic: str | None
    move: Move | None

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def firm(self) -> bool:
        """Whether something was handed in as data."""
        return bool(self.reading.errors) or any(not one.loose for one in self.reading.found)

    @property
    def matrix(self) -> bool:
        """Whether there is a matrix among the data."""
        return any(one.value.ndim > 1 for one in self.reading.found)

    @property
    def claims(self) -> bool:
        """Whether the only data are counts, stated of a model rather than asked for."""
        firm = [one for one in self.reading.found if not one.loose]
        counts = all(one.value.ndim == 0 and abs(one.value) >= 1000 for one in firm)
        return bool(firm) and counts and self.stated.keys() <= {"model"} and not self.inputs

    @property
    def loose_answer(self) -> bool:
        """Whether the bare numbers of the text look like a result: several, a decimal, or a count."""
        loose = [one for one in self.reading.found if one.loose]
        entries = [float(entry) for one in loose for entry in one.value.reshape(-1)]
        return len(entries) > 2 or any(
            entry != round(entry) or abs(entry) >= 1000 for entry in entries if isfinite(entry)
        )

    @property
    def grounded(self) -> bool:
        """Whether the text names something of the sheet beyond any doubt."""
        asked = self.referred.reference.exercise is not None and _TASK.search(self.text) is not None
        return (
            asked or self.referred.firm or not _GROUNDING.isdisjoint(self.stated) or len(self.inputs) > 1 or self.matrix
        )

    @property
    def about(self) -> bool:
        """Whether the text speaks of something of the sheet, or points back at what was said."""
        named = self.referred.reference
        return (
            bool(self.topic or named.family or named.exercise or named.part)
            or _POINTS_BACK.search(self.text) is not None
            or evidence(self.text) >= 2
        )

    @property
    def computable(self) -> bool:
        """Whether it says what to compute with."""
        return bool(self.stated or self.inputs) or _OWN_NUMBERS.search(self.text) is not None


def _thanks(read: _Read, found: list[Match]) -> bool:
    """Whether it is thanks or a greeting that goes on about something harmless."""
    greeting = next((match for match in found if match.act is Act.GREET), None)
    if greeting is None or greeting.start > 12 or any(match.act is not Act.GREET for match in found):
        return False
    return _ASKS.search(read.text, greeting.end) is None and len(read.line.unknown) <= 4


def _act(read: _Read) -> Act | None:
    """What the message asks for, None where the conversation decides."""
    text = read.text
    found = matches(text, RULES if read.computable else _SETTLED)
    asked = chosen(found)
    polite = [(match.start, match.end) for match in found if match.act is Act.GREET]
    if not read.matrix and out_of_scope(
        read.line, (asked.start, asked.end) if asked and not asked.weak else None, read.grounded, polite
    ):
        return Act.GREET if _thanks(read, found) and not has_subject(text) else Act.UNKNOWN
    if not read.about:
        found = [match for match in found if not (match.weak and match.act in (Act.EXPLAIN, Act.HINT))]
    if not (found or read.computable or read.firm) and _COUNTS.search(text) and not _QUESTION.match(text):
        return Act.SOLUTION
    best = chosen(found)
    act = best.act if best and _stands(best, read) else None
    if read.firm or (read.loose_answer and act is not Act.COMPUTE):
        return _with_data(read, act, found)
    if act is Act.COMPUTE and read.stated == {"model": "alexnet"}:
        return Act.SOLUTION
    asks = "?" in text or _QUESTION.match(text)
    if act is None and read.topic and asks and read.move is None and not read.stated:
        return Act.EXPLAIN
    return act


def _stands(best: Match, read: _Read) -> bool:
    """Whether a request stands beside a move: "next hint" is a hint, "again" is nothing by itself."""
    return (
        read.move in (None, Move.SAME)
        or read.firm
        or (best.act in (Act.HINT, Act.EXPLAIN, Act.SOLUTION) and not best.weak)
    )


def _answers(found: list[Match]) -> bool:
    return any(match.act is Act.CHECK for match in found)


def _with_data(read: _Read, act: Act | None, found: list[Match]) -> Act:
    """What a message with data asks for: handing in, unless its words clearly ask for something else."""
    given = len(read.inputs)
    if act is Act.COMPUTE and (_PRINTED.search(read.text) or read.claims):
        return Act.CHECK
    if act is Act.COMPUTE and (given or any(not match.weak for match in found if match.act is act)):
        return Act.COMPUTE
    if given and act in (None, Act.CHECK) and (read.move is Move.SAME or given > 1 or _GROUNDING & read.stated.keys()):
        return Act.CHECK if act is Act.CHECK else Act.COMPUTE
    if given and act in (None, Act.EXPLAIN) and _SUPPOSING.search(read.text) and not _answers(found):
        return Act.COMPUTE
    last = [match for match in found if match.act is act]
    strong = any(not match.weak for match in last)
    if act is Act.PROGRESS and read.matrix:
        return Act.CHECK
    data = read.text.rfind(DATA)
    if act in (Act.SOLUTION, Act.STATEMENT):
        return act if last and data != -1 and last[-1].start > data else Act.CHECK
    if act in (Act.EXPLAIN, Act.HINT, Act.PRACTICE, Act.HELP, Act.PROGRESS) and strong:
        return act
    return Act.CHECK


def _with_counts(reading: Reading, text: str) -> Reading:
    """The reading with the counts that only the words around them make data."""
    counts = [
        one
        for one in counts_in(text)
        if not _overlaps(one.span, (other.span for other in reading.found if not other.loose or other.value.ndim))
    ]
    kept = [one for one in reading.found if not _overlaps(one.span, (count.span for count in counts))]
    return reading.model_copy(update={"found": tuple(sorted((*kept, *counts), key=lambda one: one.span))})


def _read(text: str) -> _Read:
    text = in_digits(as_words(text[:MAX_CHARS])) + text[MAX_CHARS:]
    layers = layers_in(text)
    sizes = tuple(match.span() for match in _SIZES.finditer(text[:MAX_CHARS]))
    blanked = _blanked(text, (*layers.spans, *sizes))
    reading = _with_counts(matrices_in(blanked), blanked[:MAX_CHARS])
    arrays_at = [one.span for one in reading.found if one.value.ndim] + [error.span for error in reading.errors]
    line = line_of(text, tuple(arrays_at))
    about = referred(line, text)
    stated = stated_in(line)
    spoken = [line.span(*span) for span in (*about.spans, *stated.spans)]
    found = tuple(one for one in reading.found if one.value.ndim or not _overlaps(one.span, spoken))
    values = dict(stated.values)
    if layers.specs:
        values["layers"] = list(layers.specs)
        values |= _flat(layers.specs)
    named = labelled(found, line.text, arrays_at)
    return _Read(
        line,
        reading.model_copy(update={"found": found}),
        named,
        about,
        values,
        arrays.inputs_in(named, line.text, about.reference.family),
        topic_of(line.text),
        move_of(line.text),
    )


def _flat(specs: tuple[dict[str, Json], ...]) -> dict[str, Json]:
    """The fields of a single layer, as settings of their own."""
    fields = Settings.model_fields
    return {name: value for name, value in specs[0].items() if name in fields} if len(specs) == 1 else {}


def _settings(values: dict[str, object]) -> Settings:
    """Settings of these values, without those that are out of bounds."""
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors()}
        return Settings.model_validate({name: value for name, value in values.items() if name not in wrong})


def _counted(read: _Read) -> Reference:
    """The reference of an answer: counts in the thousands are parameters, whatever layer they belong to."""
    reference = read.referred.reference
    large = any(np.nanmax(np.abs(one.value), initial=0) >= 1000 for one in read.reading.found)
    return reference.model_copy(update={"family": "parameters"}) if large and reference.family else reference


def _asks_for_topic(read: _Read, act: Act | None) -> bool:
    """Whether a concept named is a concept asked about: in a question, or where it is nearly all there is."""
    return act not in (None, Act.UNKNOWN) or "?" in read.text or read.text.count(" ") < 4


def message_of(text: str) -> Message:
    """Read a message. Never raises; the work is linear in the length of the text.

    >>> message = message_of("third exercise second part i need help")
    >>> message.act, message.reference.exercise, message.reference.part
    (<Act.HINT: 'hint'>, '3', 'b')
    """
    read = _read(text)
    act = _act(read)
    values: dict[str, object] = dict(read.stated)
    if act is Act.COMPUTE:
        values |= read.inputs
        values |= arrays.unnamed_inputs(read.named, read.inputs, family_in(read.text))
    elif act is not None:
        values = {name: value for name, value in values.items() if name in _PLACED}
        if act is Act.PRACTICE and (square := _SQUARE.search(text[:MAX_CHARS])):
            values["input_size"] = int(square[1])
    return Message(
        text=text,
        act=act,
        move=read.move,
        reference=_counted(read) if act is Act.CHECK else read.referred.reference,
        settings=_settings(values),
        found=read.reading.found,
        errors=read.reading.errors,
        topic=read.topic if _asks_for_topic(read, act) else None,
        discouraged=discouraged(read.text),
    )


def given_in(text: str, family: Family) -> Settings:
    """The numbers and settings that a text of this family gives, as a sheet does."""
    read = _read(text)
    values = {**read.stated, **arrays.as_settings(read.reading.found, family.name)}
    return _settings({name: value for name, value in values.items() if name in family.fields})
