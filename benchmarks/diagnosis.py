"""Injected slips against named ones, and the time of a check: on the sheet's tasks and on practice tasks by seed.

    python benchmarks/diagnosis.py [practice tasks of each family]

Every single slip of every task is made, its result written as students write it, and handed in; then a sample of pairs,
and the right results. Told are how often the slip is among the causes named, how often it is the only one, and how
often another slip is claimed to be the only one; below, every slip that is not always named first, with what was.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from tools.answers import Answer
from tools.diagnosis import Diagnosis, diagnose
from tools.explaining import AnswerKey
from tools.family import Prediction, Task
from tools.schema import Array
from tutor.sheets.sheet import Exercise, load

TASKS = 30
PAIRS = 20
"""Pairs handed in of each task."""
UNNAMED = "nothing named"


@dataclass
class Tally:
    """What became of the answers of one family."""

    made: int = 0
    rejected: int = 0
    among: int = 0
    alone: int = 0
    mistaken: int = 0
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)


def written(value: Array, decimals: int) -> Answer:
    """A result as a student writes it: whole numbers as they are, others to the customary decimals."""
    whole = bool(np.all(value == np.round(value)))
    digits = 0 if whole else max(decimals, 2)
    return Answer(value=np.round(value, digits), decimals=digits)


def tasks_of(exercise: Exercise, count: int) -> Iterator[Task]:
    """The tasks of the sheet, then practice tasks like its first."""
    yield from exercise.tasks.values()
    like = next(iter(exercise.tasks.values())).settings
    for seed in range(count):
        yield exercise.family.task(exercise.family.practice(seed, like))


def tally(exercise: Exercise, predictions: Iterable[tuple[AnswerKey, Prediction]]) -> Tally:
    """Hand in what each slip leads to, and count what is said of it."""
    told = Tally()
    for key, prediction in predictions:
        answer = written(prediction.result, exercise.family.precision.customary)
        began = time.perf_counter()
        diagnosis = diagnose(answer, key, claim="result")
        told.times.append(time.perf_counter() - began)
        _count(told, diagnosis, tuple(mistake.name for mistake in prediction.mistakes))
    return told


def _count(told: Tally, diagnosis: Diagnosis, made: tuple[str, ...]) -> None:
    causes = [{mistake.name for mistake in cause} for cause in diagnosis.causes]
    named = any(set(made) == cause for cause in causes)
    told.made += 1
    told.rejected += not diagnosis.correct
    told.among += named
    told.alone += named and len(causes) == 1
    told.mistaken += bool(causes) and not named and len(causes) == 1
    first = " and ".join(sorted(causes[0])) if causes else UNNAMED
    if first != " and ".join(sorted(made)):
        told.confused[" and ".join(sorted(made)), first] += 1


def report(title: str, told: Tally) -> None:
    """One line of shares and times."""
    times = sorted(told.times)
    print(
        f"{title:28}{told.made:7}{told.rejected / told.made:9.1%}{told.among / told.made:9.1%}"
        f"{told.alone / told.made:9.1%}{told.mistaken / told.made:9.1%}"
        f"{statistics.median(times) * 1e3:9.2f} ms{times[int(0.95 * len(times))] * 1e3:9.2f} ms"
    )


def main(arguments: Sequence[str]) -> None:
    """Print the table and the confusions."""
    count = int(arguments[0]) if arguments else TASKS
    print(f"{'':28}{'made':>7}{'wrong':>9}{'among':>9}{'alone':>9}{'mistaken':>9}{'median':>12}{'p95':>12}")
    confusions: list[tuple[str, Tally]] = []
    for exercise in load().exercises:
        keys = [exercise.key(task) for task in tasks_of(exercise, count)]
        singles = tally(exercise, ((key, one) for key in keys for one in key.predictions))
        pairs = tally(exercise, ((key, one) for key in keys for one in key.task.pairs[:: _stride(key)]))
        right = [diagnose(written(key.task.result, 4), key, claim="result").correct for key in keys]
        report(f"{exercise.family.name}, single slips", singles)
        report(f"{exercise.family.name}, pairs", pairs)
        print(f"{exercise.family.name + ', right results':28}{len(right):7}{1 - sum(right) / len(right):9.1%}")
        confusions.append((exercise.family.name, singles))
    for name, told in confusions:
        print(f"\n{name}: slips that were made, and what was named first instead")
        for (made, named), times in told.confused.most_common():
            print(f"  {made:32} {named:48} {times:5}")


def _stride(key: AnswerKey) -> int:
    return max(1, len(key.task.pairs) // PAIRS)


if __name__ == "__main__":
    main(sys.argv[1:])
