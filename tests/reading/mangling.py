"""Real messages and ways to mangle them: the texts of test_fuzz.py, and the process that reads a share of them.

    python tests/reading/mangling.py messages SEED COUNT
    python tests/reading/mangling.py turns SEED COUNT

reads COUNT mangled messages, or plays as many turns of random conversations, and prints "kept COUNT", or the first
text that breaks a promise.
"""

from __future__ import annotations

import json
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tutor.dialogue import respond
from tutor.reading.matrices.grid import MAX_ENTRIES, MAX_SIDE
from tutor.reading.message import Act, Message
from tutor.reading.phrasebook import phrases
from tutor.reading.reader import message_of
from tutor.reading.text import DATA
from tutor.render import markdown
from tutor.sheets.sheet import load
from tutor.state import State

TESTS = Path(__file__).parents[1]
LENGTHS = (30, 50, 50, 80, 600)
"""Most characters of a mangled message: students send short ones, and many find more than few long ones."""
EVERY = 20
"""One message in so many is read twice, and one state stored and taken up again."""
MANGLED = 0.4
"""Share of the turns of a conversation that are mangled: the others lead it somewhere."""
TURNS = 12
"""Turns of a conversation on average."""

NOTATIONS = (
    "[[1, 3, -1], [4, 2, 2], [5, 3, 3]]",
    "array([[1. , 0.5],\n       [0. , 2. ]])",
    "tensor([[0.5000, 1.2500]], dtype=torch.float64, grad_fn=<MmBackward0>)",
    "[1 2; 3 4]",
    "A = [1, 2; 3, 4]';",
    "{{1, 2}, {3, 4}}",
    "matrix(c(1, 2, 3, 4), nrow = 2)",
    "     [,1] [,2]\n[1,]    1    2\n[2,]    3    4",
    "2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0",
    r"\begin{pmatrix} 1 & \frac{1}{2} \\ 0 & -2 \end{pmatrix}",
    r"$$\left[\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right]$$",
    r"\frac{1}{\sqrt{2}} \begin{bmatrix} 1 & 1 \\ 1 & -1 \end{bmatrix}^T",
    "mat(1, 2; 3, 4)",
    "(■(1&2@3&4))",
    "<<1|2>,<3|4>>",
    "<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>",
    "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
    "1\t2\n3\t4",
    "0,5;1,25\n2;3",
    "1 0 1 / 2 2 0",
    "⎡1  2⎤\n⎣3  4⎦",
    "row 1: one two, row 2: minus three one half",
    "1/9 [[5, -2], [-2, 8]]",
    "nn.Sequential(nn.Conv2d(3, 64, 11, stride=4), nn.ReLU(), nn.Linear(9216, 10))",
    ">>> F.conv2d(X, K, stride=2)\ntensor([[[[1., 2.]]]])",
    "λ₁ = 2, λ₂ = 5, v₁ = (1, 1)ᵀ/√2, total: 61,100,840 or 61.1 million",
)
BRACKETS = "[](){}<>⎡⎤⎣⎦"
HOSTILE = (
    *"\x00\x01\x07\x08\x0b\x0c\r\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u200e\u200f\u202e\u2028\u2029\u2066\ufeff\ufffd\uffff",
    *"\ue000\ue001\U0010ffff\u0301\u0489\u20e3\U0001f600\U0001f469\u200d\U0001f4bb\u0130\u0131ßﬁ½²₁ⅷ①٣３—−×√∞Λ□…",
    *"\\$&|;:,./'\"`#%^_~=+-*?!@\t\n ",
    "\\\\",
    "\\begin{",
    "\\end{pmatrix}",
    "\\frac",
    "...",
    "nan",
    "-inf",
    "1e999",
    "1e-999",
    "None",
    "stride=",
    "10**",
    "0x",
    "^T",
    "```",
    "&amp;",
    "3b",
)


@cache
def lines() -> tuple[str, ...]:
    """Messages as people and tools write them: phrases of every act, matrices, prints, whole dialogues."""
    said = [phrase.replace(r"\n", "\n") for act in Act for phrase in phrases(act)]
    rows = (TESTS / "reading" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    said += [row.rsplit(" | ", 1)[-1] for row in rows if row]
    for file in sorted((TESTS / "reading" / "prints").glob("*.jsonl")):
        said += [json.loads(row)["text"] for row in file.read_text(encoding="utf-8").splitlines()]
    golden = (TESTS / "dialogue" / "golden.jsonl").read_text(encoding="utf-8").splitlines()
    said += [turn for row in golden for turn in json.loads(row)["turns"]]
    return (*said, *NOTATIONS * 20)


def written(rng: random.Random) -> str:
    """A real message; a matrix in some notation where a phrase has room for one."""
    line = rng.choice(lines())
    return line.replace(DATA, rng.choice(NOTATIONS)) if rng.random() < 0.9 else line


def _span(rng: random.Random, text: str) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + rng.choice((1, 1, 2, 5, 20, 100)))


def _cut(rng: random.Random, text: str) -> str:
    start, end = _span(rng, text)
    return text[:start] + text[end:]


def _spliced(rng: random.Random, text: str) -> str:
    other = written(rng)
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


def _doubled(rng: random.Random, text: str) -> str:
    start, end = _span(rng, text)
    return text[:end] + text[start:end] * rng.choice((1, 2, 9)) + text[end:]


def _shuffled(rng: random.Random, text: str) -> str:
    start, end = _span(rng, text)
    return text[:start] + "".join(rng.sample(text[start:end], end - start)) + text[end:]


def _unbracketed(rng: random.Random, text: str) -> str:
    return "".join(char for char in text if char not in BRACKETS or rng.random() < 0.7)


def _sprinkled(rng: random.Random, text: str) -> str:
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(HOSTILE) + text[at:]
    return text


def _exotic(rng: random.Random, text: str) -> str:
    """With characters from anywhere in Unicode but the surrogates, which no text from a browser holds."""
    for _ in range(rng.randint(1, 4)):
        at, code = rng.randrange(len(text) + 1), rng.choice((0x300, 0x3000, 0x20000, 0x110000))
        code = rng.randrange(code)
        text = text[:at] + chr(code if not 0xD800 <= code < 0xE000 else code - 0x800) + text[at:]
    return text


def _digits(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    run = "".join(rng.choices("0123456789.,eE-/ ", k=rng.choice((3, 30, 400))))
    return text[:at] + run + text[at:]


def _nested(rng: random.Random, text: str) -> str:
    start, end = _span(rng, text)
    opening, closing = rng.choice(("[]", "()", "{}", "<>")), rng.choice((1, 3, 7, 40))
    return text[:start] + opening[0] * closing + text[start:end] + opening[1] * rng.choice((closing, 2)) + text[end:]


def _cased(rng: random.Random, text: str) -> str:
    return rng.choice((text.upper, text.title, text.swapcase))()


def _respaced(rng: random.Random, text: str) -> str:
    return text.replace(" ", rng.choice(("", "\n", "\t", "  ", "\u00a0", ",", "\r\n")))


MANGLES: tuple[Callable[[random.Random, str], str], ...] = (
    _cut,
    _spliced,
    _doubled,
    _shuffled,
    _unbracketed,
    _sprinkled,
    _exotic,
    _digits,
    _nested,
    _cased,
    _respaced,
)


def mangled(rng: random.Random) -> str:
    """A real message after one to three accidents, its beginning or its end."""
    text = written(rng)
    for mangle in rng.choices(MANGLES, k=rng.randint(1, 3)):
        text = mangle(rng, text)
    longest = rng.choice(LENGTHS)
    start = rng.choice((0, max(0, len(text) - longest)))
    return text[start : start + longest]


def texts(seed: int, count: int) -> Iterator[str]:
    """Mangled messages, the same for the same seed."""
    rng = random.Random(seed)
    return (mangled(rng) for _ in range(count))


def broken(message: Message, text: str) -> str | None:
    """Which promise a message breaks, None if it keeps them all: spans in the text, arrays of bounded size."""
    if message.text != text and message.code is None:
        return "another text"
    spans = [one.span for one in message.found] + [one.span for one in message.errors]
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        return "a span outside the text, or empty"
    values = [one.value for one in message.found]
    if any(not 0 < value.size <= MAX_ENTRIES or max(value.shape, default=1) > MAX_SIDE for value in values):
        return "an array too large, or empty"
    if any(not error.message.endswith(".") for error in message.errors):
        return "an error that is no sentence"
    return None


def messages(seed: int, count: int) -> Iterator[tuple[str, str | None]]:
    """Each mangled message with what is wrong with its reading."""
    for index, text in enumerate(texts(seed, count)):
        try:
            message = message_of(text)
            why = broken(message, text)
            if index % EVERY == 0 and message_of(text).model_dump_json() != message.model_dump_json():
                why = "two readings that differ"
        except Exception:  # whatever it is, the text that caused it has to be told
            why = traceback.format_exc(limit=-3)
        yield text, why


def turns(seed: int, count: int) -> Iterator[tuple[str, str | None]]:
    """Each turn of random conversations with what is wrong with its reply or with the state after it."""
    rng, sheet, state = random.Random(seed), load(), State(seed=seed)
    for index in range(count):
        text = mangled(rng) if rng.random() < MANGLED else written(rng)
        if rng.random() < 1 / TURNS:
            state = State(seed=seed)
        why = None
        try:
            reply, state = respond(text, state, sheet)
            stored = state.model_dump_json()
            if not markdown(reply).strip():
                why = "an empty reply"
            elif index % EVERY == 0 and State.model_validate_json(stored).model_dump_json() != stored:
                why = "a state that does not survive its JSON"
        except Exception:  # as above
            why = f"state: {state.model_dump_json()}\n{traceback.format_exc(limit=-3)}"
        yield text, why


def main(what: str, seed: int, count: int) -> None:
    """Read or play until something goes wrong."""
    for index, (text, why) in enumerate({"messages": messages, "turns": turns}[what](seed, count)):
        if why:
            print(f"{what}, seed {seed}, number {index}: {text!r}\n{why}")
            return
    print(f"kept {count}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
