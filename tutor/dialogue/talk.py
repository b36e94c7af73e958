"""Turns that are not about one exercise: greeting, help, progress, and what is not understood."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from tools.content import Block, Prose, Table
from tutor.dialogue import buttons
from tutor.dialogue.ask_back import Turn
from tutor.dialogue.place import Place
from tutor.dialogue.request import Request
from tutor.reading.message import Act, Move
from tutor.reply import Button, Reply
from tutor.sheets.sheet import Exercise, Sheet
from tutor.state import Record, State

NATURE = (
    "I work by rules and arithmetic; I am not an AI that guesses, and every number I show was computed for this reply."
)

EXAMPLES = (
    "hint for 3b",
    "show exercise 4",
    "solution 1",
    "check my answer",
    "what if stride 3?",
    "how many parameters has resnet18?",
    "another one like 3",
    "why do we divide by the square root of d_k?",
    "my progress",
    "how do I type a matrix?",
)
"""What a student can type; also what an unreadable message is compared with."""

HOW_TO_TYPE = """Any of these is read as the same matrix:

- in one line, rows apart by a slash: `1 0 1 / 2 2 0`
- row by row, one line each, with blanks, commas or tabs (cells copied from a spreadsheet are fine)
- Python, NumPy or torch: `[[1, 0, 1], [2, 2, 0]]`
- MATLAB: `[1 0 1; 2 2 0]`
- LaTeX: `\\begin{pmatrix} 1 & 0 & 1 \\\\ 2 & 2 & 0 \\end{pmatrix}`

Fractions and roots such as `3/2` or `sqrt(2)/2` are numbers too. Put a name in front for a step, as in
`Q = [[1, 0], [0, 1]]`."""


def welcome(sheet: Sheet) -> Reply:
    """The first message of a conversation."""
    blocks = (
        Prose(text=f"**{sheet.title}.** {sheet.intro}"),
        Prose(text=f"Ask for a hint, paste a matrix to have it checked, or try other numbers. {NATURE}"),
    )
    return Reply(act=Act.GREET, blocks=blocks, buttons=buttons.exercises(sheet, "show exercise"))


OPENINGS = (
    ({"thanks", "thank", "thx", "ty", "danke", "merci", "gracias", "cheers"}, "You are welcome."),
    ({"bye", "goodbye", "ciao", "tschüss", "tschuess", "cya", "night"}, "See you."),
    ({"you", "gehts", "geht's", "going"}, "Ready to work, thank you."),
)
"""What a greeting is answered with, by its words; the first row that fits counts."""


def greet(request: Request, state: State, sheet: Sheet) -> Turn:
    """Hello, thanks, goodbye."""
    words = set(request.message.text.lower().replace("!", " ").replace(",", " ").replace(".", " ").split())
    opening = next((said for cues, said in OPENINGS if not words.isdisjoint(cues)), "Hello.")
    if state.exercise is None:
        text = f"{opening} Which exercise are you working on?"
        return Reply(
            act=Act.GREET, blocks=(Prose(text=text),), buttons=buttons.exercises(sheet, "show exercise")
        ), state
    text = f"{opening} We are at {state.exercise}{state.part or ''}; go on whenever you like."
    return Reply(act=Act.GREET, blocks=(Prose(text=text),), buttons=_onward(state)), state


def _onward(state: State) -> tuple[Button, ...]:
    return (
        Button(label="Next hint", text="next hint"),
        buttons.check(),
        Button(label="How far am I?", text="my progress"),
    )


def help_(request: Request, state: State, sheet: Sheet) -> Turn:
    """What the tutor can do, and how a matrix is typed."""
    can = "- " + "\n- ".join(f"`{example}`" for example in EXAMPLES)
    first = "I give hints, check whole answers, single steps or one row, show worked solutions, compute with your own "
    blocks: tuple[Block, ...] = (
        Prose(text=first + "numbers, explain the sheet's ideas, and make practice tasks."),
        Prose(text=f"For instance:\n\n{can}"),
        Prose(text=HOW_TO_TYPE),
        Prose(text=NATURE),
    )
    return Reply(act=Act.HELP, blocks=blocks, buttons=buttons.exercises(sheet, "hint")), state


def unknown(request: Request, state: State, sheet: Sheet) -> Turn:
    """Outside the sheet, or not understood: two different replies."""
    message = request.message
    if message.move in (Move.YES, Move.NO, Move.BACK, Move.AGAIN, Move.SAME) or message.act is None:
        guesses = process.extract(message.text[:200], EXAMPLES, scorer=fuzz.WRatio, limit=3)
        texts = [guess[0] for guess in guesses]
        reply = Reply(
            act=Act.UNKNOWN,
            blocks=(Prose(text="I did not understand that. Did you mean one of these?"),),
            buttons=tuple(Button(label=text, text=text) for text in texts),
            found=message.found,
        )
        return reply, state
    first, last = sheet.exercises[0].number, sheet.exercises[-1].number
    text = (
        f"That one is outside what I can do. I know exercises {first} to {last} of this sheet, by rules and "
        "arithmetic. Try `hint for 2`, or paste a matrix."
    )
    return Reply(act=Act.UNKNOWN, blocks=(Prose(text=text),), buttons=buttons.exercises(sheet, "hint")), state


def progress(request: Request, state: State, sheet: Sheet) -> Turn:
    """What is solved, with how many hints and tries."""
    chosen = request.place.exercise if request.named and request.place else None
    exercises = sheet.exercises if chosen is None else (chosen,)
    places = [place for exercise in exercises for place in Place(exercise).choices]
    rows = tuple(_row(place, state.records.get(place.label, Record())) for place in places)
    solved = sum(state.records.get(place.label, Record()).solved for place in places)
    left = [place for place in places if not state.records.get(place.label, Record()).solved]
    text = f"**{solved} of {len(places)} solved.**" + (f" Next could be {left[0].label}." if left else " All of it.")
    reply = Reply(
        act=Act.PROGRESS,
        exercise=chosen.number if chosen else None,
        blocks=(Prose(text=text), Table(header=("", "solved", "hints", "tries"), rows=rows)),
        buttons=tuple(buttons.hint_for(place) for place in left[:2]) or _practices(exercises),
    )
    return reply, state


def _practices(exercises: tuple[Exercise, ...]) -> tuple[Button, ...]:
    return tuple(buttons.practice(Place(exercise)) for exercise in exercises)


def _row(place: Place, record: Record) -> tuple[str, ...]:
    how = "yes" if record.solved else "solution seen" if record.solution_seen else "not yet"
    return (place.label, how, str(record.hints), str(record.tries + record.solved))
