"""The buttons under answers: each is a message a student could type."""

from __future__ import annotations

from tutor.dialogue.place import Place
from tutor.reply import Button
from tutor.sheets.sheet import Sheet


def next_hint(place: Place) -> Button:
    """One rung further."""
    return Button(label="Next hint", text="next hint" if place.practice else f"hint {place.label}")


def hint(place: Place) -> Button:
    """A hint, where none was asked for yet."""
    return next_hint(place).model_copy(update={"label": "Hint"})


def hint_for(place: Place) -> Button:
    """A hint for another place."""
    return Button(label=f"Hint for {place.label}", text=f"hint {place.label}")


def solution(place: Place) -> Button:
    """The worked solution."""
    return Button(label="Solution", text="show me the solution" if place.practice else f"solution {place.label}")


def check() -> Button:
    """How to hand something in."""
    return Button(label="Check my answer", text="check my answer")


def why(named: bool) -> Button:
    """What went wrong, or more about it where the slip was named."""
    return Button(label="Why is it wrong?" if named else "Name the slip", text="why is it wrong?")


def practice(place: Place) -> Button:
    """Another task like this one."""
    return Button(label="Another like it", text="another one" if place.practice else f"practice {place.label}")


def following(place: Place, sheet: Sheet) -> tuple[Button, ...]:
    """On to the next part, or the next exercise."""
    if part := place.following:
        return (Button(label=f"Next part, {part.label}", text=f"show {part.label}"),)
    index = sheet.exercises.index(place.exercise) + 1
    if index == len(sheet.exercises):
        return (Button(label="How far am I?", text="my progress"),)
    number = sheet.exercises[index].number
    return (Button(label=f"Exercise {number}", text=f"show exercise {number}"),)


def exercises(sheet: Sheet, verb: str) -> tuple[Button, ...]:
    """One button for each exercise."""
    return tuple(
        Button(label=f"{exercise.number} · {exercise.title}", text=f"{verb} {exercise.number}")
        for exercise in sheet.exercises
    )


def parts(place: Place, verb: str) -> tuple[Button, ...]:
    """One button for each part."""
    return tuple(Button(label=choice.label, text=f"{verb} {choice.label}") for choice in place.choices)
