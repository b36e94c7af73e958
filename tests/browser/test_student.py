"""A student works through the sheet in a real browser. Other machines cannot be reached (see conftest)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
Say = Callable[[Page, str], str]
Screenshot = Callable[[Page, str], Path]

RIGHT_3C = {
    "NumPy": "array([[ 1.,  1.,  0.],\n       [ 2.,  2.,  0.],\n       [ 2., -1.,  1.]])",
    "LaTeX": r"Y = \begin{pmatrix} 1 & 1 & 0 \\ 2 & 2 & 0 \\ 2 & -1 & 1 \end{pmatrix}",
    "a spreadsheet": "1\t1\t0\n2\t2\t0\n2\t-1\t1",
    "one line": "1 1 0 / 2 2 0 / 2 -1 1",
}


def formulas(page: Page) -> int:
    """How many formulas the last answer shows typeset."""
    return page.locator('[data-step-type="assistant_message"]').last.locator(".katex-html").count()


def test_from_the_first_hint_to_the_solution(open_page: OpenPage, say: Say, press: Say, screenshot: Screenshot) -> None:
    page = open_page()
    assert "Convolution" in press(page, "3 · Convolutional Layers")
    assert formulas(page) > 0
    assert "Hint 1" in say(page, "hint for 3c")
    screenshot(page, "hint")
    assert "Hint 2" in press(page, "Next hint")
    wrong = say(page, "1 -1 / 5 3")  # stride 2 without the padding
    assert "Not yet" in wrong or "not yet" in wrong
    assert "1,1,0" not in wrong.replace(" ", "")
    screenshot(page, "not-yet")
    assert "padding" in say(page, "why is it wrong?").lower()
    for pasted in RIGHT_3C.values():
        assert "correct" in say(page, pasted).lower()
    screenshot(page, "correct")
    solution = say(page, "solution 3c")
    assert "conv2d" in solution
    assert formulas(page) > 3
    screenshot(page, "solution")


def test_the_question_of_a_hint_is_answered(open_page: OpenPage, say: Say, screenshot: Screenshot) -> None:
    page = open_page()
    assert "How many numbers" in say(page, "hint for 3c")
    answer = say(page, "4")
    screenshot(page, "answered")
    assert "Exercise 4" not in answer
    assert "Not yet" not in answer
    assert "Hint 2" in say(page, "next hint")
    assert "Not yet" in say(page, "5 5")


def test_what_if_and_other_networks(open_page: OpenPage, say: Say, screenshot: Screenshot) -> None:
    page = open_page()
    say(page, "exercise 3")
    assert formulas(page) > 0
    assert "3" in say(page, "what if the stride is 3?")
    assert formulas(page) > 0
    screenshot(page, "stride-3")
    assert "61,100,840" in say(page, "how many parameters does alexnet have?")
    screenshot(page, "alexnet")
    assert "11,689,512" in say(page, "and resnet18?")


def test_practice(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    first = say(page, "give me another exercise like 3a")
    assert formulas(page) > 0
    assert say(page, "another one") != first


def test_the_reading_and_the_tool_call_open(open_page: OpenPage, say: Say, screenshot: Screenshot) -> None:
    page = open_page()
    say(page, "solution for 3c")
    step = page.locator('[data-step-type="tool"]').first
    step.get_by_role("button", name="the reader").click()
    expect(step).to_contain_text('"act": "solution"')
    step.get_by_role("button", name="conv2d").click()
    expect(step.locator("pre")).to_have_count(3)
    expect(step).to_contain_text('"stride"')
    screenshot(page, "tool-call")


def test_what_a_student_types_is_shown_as_typed(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    say(page, "a:b *x* <b>bold</b> $y$ ![i](http://elsewhere.example/i.png)")
    bubble = page.locator('[data-step-type="user_message"]').last
    expect(bubble).to_contain_text("a:b *x* <b>bold</b> $y$ ![i](http://elsewhere.example/i.png)")
    expect(bubble.locator("img, b")).to_have_count(0)


def test_a_huge_paste_is_refused_and_the_chat_goes_on(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    assert "100,000" in say(page, "1 2 3 4 5 6 7 8 " * 10_000)
    assert "Hint" in say(page, "hint for 1")


def test_a_new_chat_starts_afresh(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    say(page, "hint for 3c")
    page.locator("#new-chat-button").click()
    page.locator("#confirm").click()
    expect(page.locator("#starters button")).to_have_count(4)
    assert "Hint 1" in say(page, "hint for 3c")


@pytest.mark.parametrize("number", ["1", "2", "3", "4"])
def test_each_starter_opens_its_exercise(open_page: OpenPage, press: Say, number: str) -> None:
    page = open_page()
    assert f"Exercise {number}" in press(page, f"{number} ·")
