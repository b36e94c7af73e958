"""Practice tasks of every family, at every level: all slips show, and they are checked, hinted at and solved."""

import zlib
from functools import cache

import numpy as np
import pytest

from tools.answers import Answer
from tools.attention import mistakes as attention
from tools.catalog import FAMILIES
from tools.content import Prose
from tools.convolution import mistakes as convolution
from tools.diagnosis import diagnose
from tools.eigen import mistakes as eigen
from tools.explaining import AnswerKey
from tools.settings import Settings
from tools.wish import EASIEST, HARDEST, Wish

SEEDS = 300
LEVELS = range(EASIEST, HARDEST + 1)
LIKE = {
    "eigen": Settings(eigenvalues=[1.0, 2.0], eigenvectors=[[0.5**0.5, 0.5**0.5], [0.5**0.5, -(0.5**0.5)]]),
    "parameters": Settings(model="alexnet"),
    "convolution": Settings(input=np.ones((4, 4)), kernel=np.ones((2, 2)), stride=2, padding=1, bias=False),
    "attention": Settings(Q=np.ones((2, 2)), K=np.ones((3, 2)), V=np.ones((3, 3))),
}
IDENTICAL = {
    family: {identity.slips for identity in rows}
    for family, rows in (
        ("eigen", eigen.IDENTITIES),
        ("attention", attention.IDENTITIES),
        ("convolution", (*convolution.IDENTITIES,)),
        ("parameters", ()),
    )
}
APART = {"eigen": 0.01, "attention": 0.01, "convolution": 1e-6, "parameters": 0.5}
"""Up to where results look the same as they are written: two decimals, or exactly."""
DECIMALS = {"eigen": None, "attention": 4, "convolution": None, "parameters": 0}

families = pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
levels = pytest.mark.parametrize("level", LEVELS)


@cache
def task_of(family, level, seed):
    return family.task(family.practice(seed, LIKE[family.name], Wish(level=level)))


def results_of(task):
    """The right result under no name, and each slip's under its own, all as rows of one table a shape."""
    rows = {task.result.shape: [("", task.result.ravel())]}
    for one in task.predictions:
        rows.setdefault(one.result.shape, []).append((one.mistakes[0].name, one.result.ravel()))
    return rows.values()


@families
@levels
def test_no_two_slips_and_no_slip_and_the_truth_agree(family, level):
    seen = set()
    for seed in range(SEEDS):
        settings = family.practice(seed, LIKE[family.name], Wish(level=level))
        drawn = zlib.crc32(str(settings.to_json()).encode())
        if drawn in seen:
            continue
        seen.add(drawn)
        for rows in results_of(family.task(settings)):
            table = np.array([row for _, row in rows])
            for i, row in enumerate(table):
                for j in np.flatnonzero(np.abs(table - row).max(axis=1, initial=0.0) <= APART[family.name]):
                    names = frozenset((rows[i][0], rows[j][0]))
                    assert len(names) == 1 or names in IDENTICAL[family.name], (seed, names)
    assert len(seen) > 20


@families
@levels
def test_no_slip_is_right_but_where_it_always_is(family, level):
    always = {name for slips in IDENTICAL[family.name] for name in slips if len(slips) == 1} | {"channels_not_summed"}
    for seed in range(25):
        assert set(task_of(family, level, seed).harmless) <= always


@families
def test_levels_differ(family):
    gists = {family.gist(task_of(family, level, 0)) for level in LEVELS}
    assert len(gists) == len(LEVELS)


@families
@levels
@pytest.mark.parametrize("seed", range(4))
def test_checked_hinted_at_and_solved(family, level, seed):
    task = task_of(family, level, seed)
    key = AnswerKey(task, family.precision)
    right = diagnose(written(task.result, family), key, "result")
    assert right.correct
    assert right.final
    for slip in task.predictions:
        judged = diagnose(written(slip.result, family), key, "exercise")
        assert not judged.correct, slip.mistakes[0].name
        assert slip.mistakes[0].name in judged.mistakes
    assert len(task.hints) >= 4
    for hint in task.hints:
        assert hint.question is None or hint.question.text
        assert any(block.text for block in hint.blocks if isinstance(block, Prose))
    assert task.solution
    assert task.statement


def written(value, family):
    """An answer as a student writes it: to four decimals, or exactly."""
    decimals = DECIMALS[family.name]
    return Answer(value=value if decimals is None else np.round(value, decimals), decimals=decimals)
