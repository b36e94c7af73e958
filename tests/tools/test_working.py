"""An entry written out as a sum comes to the entry."""

import re

import numpy as np
import pytest

from tutor.dialogue.place import Place
from tutor.sheets.sheet import load

PLACES = [place for exercise in load().exercises for place in Place(exercise).choices]


def value_of(latex, names):
    """What a sum in LaTeX comes to; a `\\texttt{name}` or `\\lambda_{i}` counts as its number."""
    text = re.sub(r"\\texttt\{([^}]*)\}", lambda name: str(names[name[1].replace(r"\_", "_")]), latex)
    text = re.sub(r"\\lambda_\{(\d+)\}", lambda index: f"({names[index[1]]})", text).replace(r"\cdot", "*")
    while (flat := re.sub(r"\\sqrt\{([^{}]*)\}|e\^\{([^{}]*)\}|\\frac\{([^{}]*)\}\{([^{}]*)\}", _flat, text)) != text:
        text = flat
    assert re.fullmatch(r"[\d.+*/() e-]*", text.replace("**", "*")), latex
    return eval(text.replace("^", "**"))  # digits and operators alone


def _flat(part):
    root, power, above, below = part.groups()
    if root is not None:
        return f"(({root.replace('^', '**')})**0.5)"
    return f"(2.718281828459045**({power}))" if power is not None else f"(({above})/({below}))"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.label)
@pytest.mark.parametrize("seed", [None, 1, 7, 23])
def test_a_sum_comes_to_its_entry(place, seed):
    task, family = place.task, place.exercise.family
    if seed is not None:
        task = family.task(family.practice(seed, task.settings))
    names = {step.name: int(step.value) for step in task.steps if step.value.ndim == 0}
    if place.exercise.family.name == "eigen":
        names = {str(i): value for i, value in enumerate(task.given.values, start=1)}
    written = 0
    for step in task.steps:
        for at in np.ndindex(*step.value.shape):
            made = task.working(step.name, at)
            if made is not None and r"\dots" not in made:
                written += 1
                assert value_of(made, names) == pytest.approx(float(step.value[at]), abs=2e-3), (step.name, at, made)
    assert written >= (1 if task.result.ndim == 0 else task.result.size)
