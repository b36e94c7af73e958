"""Reading a message: the tutor beside Math-Verify, sympy's two LaTeX parsers, ast.literal_eval and NumPy.

    python benchmarks/reading.py [messages of each notation group]

The corpus is generated (corpus.py), so every matrix in it is known. Each reader reads each message of a part once, in
turns, after a warm-up on another corpus. Times are CPU time of the reading thread: what else the machine does is left
out. `exact`: these matrices, every entry, and nothing else. `wrong`: a value that is not there, and no error.

The peers get their best reasonable use: what stands between dollar signs for LaTeX parsers, the outermost brackets for
literals, lines without words and their ends as row ends for NumPy. Install them with
`pip install -r benchmarks/requirements.txt` into an environment that has the project too; one that is missing is named.
"""

from __future__ import annotations

import ast
import gc
import logging
import re
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from corpus import LATEX, OTHER, PLAIN, PYTHON, ROWS, Matrix, Sample, corpus

from tutor.reading.matrices import matrices_in
from tutor.reading.message import Found
from tutor.reading.reader import message_of

Read = tuple[Matrix, ...]
"""What a reader returned as data, () where it returned nothing."""
Reader = Callable[[str], Read]
ALL = "all notations"
MESSAGE = "tutor, message"
VERIFY = "Math-Verify"
_FORMULA = re.compile(r"\$([^$]*)\$")
_LETTER = re.compile(r"[A-Za-z]")
_NAMED = re.compile(r"^\s*\w+\s*=")


def _given(found: tuple[Found, ...]) -> Read:
    return tuple(one.value for one in found if not one.loose)


def _tutor() -> Reader:
    def read(text: str) -> Read:
        reading = matrices_in(text)
        return () if reading.errors else _given(reading.found)

    return read


def _tutor_message() -> Reader:
    def read(text: str) -> Read:
        message = message_of(text)
        return () if message.errors else tuple(value for value in _given(message.found) if value.ndim)

    return read


def _formula(text: str) -> str:
    """The formula between dollar signs, without its name; all of the text where there are none."""
    match = _FORMULA.search(text)
    return _NAMED.sub("", match[1] if match else text)


def _numeric(value: object) -> Read:
    """A sympy value as an array: the right side of an equation, a matrix, or a number."""
    value = getattr(value, "rhs", value)
    try:
        listed = value.tolist() if hasattr(value, "tolist") else value
        return (np.array(listed, dtype=np.float64),)
    except (TypeError, ValueError):
        return ()  # symbols, trees, sets: nothing anyone would take for the matrix


def _math_verify() -> Reader:
    from math_verify import parse

    logging.getLogger("math_verify").setLevel(logging.CRITICAL)

    def read(text: str) -> Read:
        parsed = parse(text, raise_on_error=False)
        return _numeric(parsed[0]) if parsed else ()

    return read


def _sympy(backend: str) -> Callable[[], Reader]:
    def load() -> Reader:
        from sympy.parsing.latex import parse_latex

        parse_latex("1", backend=backend)
        return lambda text: _numeric(parse_latex(_formula(text), backend=backend))

    return load


def _literal() -> Reader:
    def read(text: str) -> Read:
        value = ast.literal_eval(text[text.index("[") : text.rindex("]") + 1])
        return (np.asarray(value, dtype=np.float64),)

    return read


def _numpy() -> Reader:
    def read(text: str) -> Read:
        if "[" in text:
            body = text[text.index("[") : text.rindex("]") + 1]
        else:
            body = "\n".join(line for line in text.splitlines() if line and not _LETTER.search(line))
        return (np.asarray(np.matrix(body.replace("\n", ";")), dtype=np.float64),)

    return read


@dataclass(frozen=True)
class Entrant:
    """A reader, how to load it, and the parts of the corpus it claims."""

    name: str
    load: Callable[[], Reader]
    parts: tuple[str, ...]


EVERY = (LATEX, PYTHON, ROWS, OTHER)
ENTRANTS = (
    Entrant("tutor, matrices", _tutor, (*EVERY, ALL)),
    Entrant(MESSAGE, _tutor_message, (*EVERY, PLAIN, ALL)),
    Entrant(VERIFY, _math_verify, (LATEX, ALL)),
    Entrant("sympy, lark", _sympy("lark"), (LATEX, ALL)),
    Entrant("sympy, antlr", _sympy("antlr"), (LATEX, ALL)),
    Entrant("ast.literal_eval", _literal, (PYTHON, ALL)),
    Entrant("NumPy", _numpy, (ROWS, ALL)),
)


@dataclass
class Score:
    """What one reader made of one part: seconds for each message, and the counts of its outcomes."""

    seconds: list[float] = field(default_factory=list)
    judged: int = 0
    exact: int = 0
    wrong: int = 0

    def add(self, sample: Sample, read: Read, seconds: float) -> None:
        """Count one reading. In plain words only the messages with a matrix are judged: others may hold numbers too."""
        self.seconds.append(seconds)
        if not sample.truth:
            return
        same = len(read) == len(sample.truth) and all(
            got.shape == want.shape and np.allclose(got, want, rtol=1e-12, atol=0)
            for got, want in zip(read, sample.truth, strict=True)
        )
        self.judged += 1
        self.exact += same
        self.wrong += bool(read) and not same


def _timed(reader: Reader, text: str) -> tuple[Read, float]:
    """What a reader reads, and its CPU time in seconds. An exception is its way of saying that it cannot."""
    begun = time.thread_time()
    try:
        read = reader(text)
    except Exception:
        read = ()
    return read, time.thread_time() - begun


def measured(readers: dict[Entrant, Reader], samples: list[Sample]) -> dict[tuple[str, str], Score]:
    """The scores by part and reader; the readers take turns, message by message."""
    scores: dict[tuple[str, str], Score] = {}
    for sample in samples:
        for entrant, reader in readers.items():
            belongs = (sample.part, ALL) if sample.part in EVERY else (sample.part,)
            claimed = [part for part in belongs if part in entrant.parts]
            if not claimed:
                continue
            read, seconds = _timed(reader, sample.text)
            for part in claimed:
                scores.setdefault((part, entrant.name), Score()).add(sample, read, seconds)
    return scores


def _print(scores: dict[tuple[str, str], Score], missing: dict[str, str]) -> None:
    print(
        f"{'':<18}{'reader':<18}{'messages':>9}{'median':>10}{'p95':>10}{'max':>10}{'exact':>8}{'wrong':>8}{'time':>8}"
    )
    for part in (*EVERY, ALL, PLAIN):
        own = statistics.median(scores[part, MESSAGE].seconds)
        for entrant in ENTRANTS:
            if part not in entrant.parts:
                continue
            if entrant.name in missing:
                print(f"{part:<18}{entrant.name:<18}  missing: {missing[entrant.name]}")
                continue
            score = scores[part, entrant.name]
            ordered = sorted(score.seconds)
            median, high = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
            print(
                f"{part:<18}{entrant.name:<18}{len(ordered):>9}"
                f"{1e3 * median:>7.3f} ms{1e3 * high:>7.3f} ms{1e3 * ordered[-1]:>7.1f} ms"
                f"{score.exact / score.judged:>8.1%}{score.wrong / score.judged:>8.1%}{median / own:>7.1f}×"
            )
        print()
    print("time: median beside that of the tutor reading the whole message (matrices, act, exercise, settings).")
    seconds = sorted(scores[ALL, MESSAGE].seconds + scores[PLAIN, MESSAGE].seconds)
    median, high = 1e3 * statistics.median(seconds), 1e3 * seconds[int(0.95 * len(seconds))]
    print(f"tutor, {len(seconds)} messages: median {median:.3f} ms (aim: 0.3), p95 {high:.3f} ms (aim: 2)")
    if (peer := scores.get((LATEX, VERIFY))) is not None:
        ratio = statistics.median(peer.seconds) / statistics.median(scores[LATEX, MESSAGE].seconds)
        print(f"Math-Verify takes {ratio:.1f} times as long on LaTeX (aim: 10)")


def main() -> None:
    """Warm up, measure, and print the table."""
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    readers: dict[Entrant, Reader] = {}
    missing: dict[str, str] = {}
    for entrant in ENTRANTS:
        try:
            readers[entrant] = entrant.load()
        except ImportError as error:
            missing[entrant.name] = str(error).splitlines()[0]
    warnings.simplefilter("ignore")  # after the imports, which set filters of their own
    measured(readers, corpus(seed=0, each=24))
    gc.collect()
    gc.freeze()
    _print(measured(readers, corpus(seed=1, each=each)), missing)


if __name__ == "__main__":
    main()
