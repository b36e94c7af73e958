"""Slips as changes of a method, on a calculation small enough to do in the head: double, then add."""

from dataclasses import dataclass

import numpy as np
import pytest

from tools.bugs import Bug, Library
from tools.family import Mistake


@dataclass(frozen=True)
class Method:
    factor: float = 2
    summand: float = 3
    power: int = 1


def follow(given, method, own):
    if method.power > 2:
        raise ValueError("too high")
    product = own.get("product", np.array(given) ** method.power * method.factor)
    return {"product": product, "sum": product + method.summand}


def bug(name, step, *methods, applies=lambda given: True):
    mistake = Mistake(name=name, step=step, ask="?", names=".", remedy=".")
    return Bug(mistake, lambda given: methods if applies(given) else ())


LIBRARY = Library(
    (
        bug("tripled", "product", Method(factor=3)),
        bug("halved", "product", Method(factor=0.5)),
        bug("subtracted", "sum", Method(summand=-3)),
        bug("squared", "product", Method(power=2)),
        bug("cubed", "product", Method(power=3)),
        bug("divided by zero", "product", Method(factor=np.inf)),
        bug("only of tens", "sum", Method(summand=0), applies=lambda given: given == 10),
    ),
    Method(),
    follow,
)


def told(predictions):
    return {
        "+".join(mistake.name for mistake in one.mistakes): {name: float(value) for name, value in one.steps.items()}
        for one in predictions
    }


def test_single_slips_reach_what_comes_after_them():
    assert told(LIBRARY.singles(5)) == {
        "tripled": {"product": 15, "sum": 18},
        "halved": {"product": 2.5, "sum": 5.5},
        "subtracted": {"sum": 7},
        "squared": {"product": 50, "sum": 53},
    }


def test_two_slips_go_together_unless_they_change_the_same():
    assert told(LIBRARY.pairs(5)) == {
        "tripled+subtracted": {"product": 15, "sum": 12},
        "tripled+squared": {"product": 75, "sum": 78},
        "halved+subtracted": {"product": 2.5, "sum": -0.5},
        "halved+squared": {"product": 12.5, "sum": 15.5},
        "subtracted+squared": {"product": 50, "sum": 47},
    }


def test_a_slip_that_gives_the_right_result_is_harmless():
    assert "squared" not in told(LIBRARY.singles(1))
    assert LIBRARY.harmless(1) == ("squared",)
    assert LIBRARY.harmless(5) == ()


def test_a_pair_that_repeats_one_of_its_slips_is_left_out():
    assert "tripled+squared" not in told(LIBRARY.pairs(0))


@pytest.mark.parametrize(("given", "has"), [(10, True), (5, False)])
def test_a_slip_can_need_a_kind_of_numbers(given, has):
    assert ("only of tens" in told(LIBRARY.singles(given))) == has


def test_slips_that_cannot_be_told_apart():
    assert LIBRARY.indistinct(3, 0.6) == set()
    assert LIBRARY.indistinct(1, 1e-9) == {frozenset({"squared"})}
    assert LIBRARY.indistinct(1.5, 1e-9) == {frozenset({"tripled", "squared"})}
    assert LIBRARY.indistinct(1.2, 1.5) == {
        frozenset({"squared"}),
        frozenset({"tripled"}),
    }
