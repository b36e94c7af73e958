"""The page itself: offline mathematics, light and dark, and a phone of 360 pixels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
Say = Callable[[Page, str], str]
Screenshot = Callable[[Page, str], Path]

RGB = r"getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).slice(0, 3).map(Number)"

SIDEWAYS = """() => {
  const boxes = [document.documentElement, document.body, ...document.querySelectorAll("#root, #root *")];
  const scrolls = box => ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
  const own = ".katex-display, .katex, pre, pre > code, table, .overflow-auto, .overflow-x-auto";
  return boxes
    .filter(box => box.scrollWidth > box.clientWidth + 1 && (box === document.documentElement || scrolls(box)))
    .filter(box => !box.closest(".message-content") && !box.matches(own))
    .map(box => box.tagName + "." + box.className);
}"""
"""Whatever scrolls sideways outside the messages' own boxes."""


def test_each_formula_is_typeset_once_with_local_fonts(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    say(page, "exercise 3")
    formula = page.locator(".katex").first
    hidden = formula.locator(".katex-mathml").bounding_box()
    shown = formula.locator(".katex-html").bounding_box()
    assert hidden
    assert shown
    assert hidden["width"] <= 1
    assert shown["width"] > 5
    assert page.evaluate("document.fonts.check('16px KaTeX_Main')")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
    assert "KaTeX_Main" in loaded


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system(open_page: OpenPage, say: Say, screenshot: Screenshot, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    screenshot(page, f"welcome-{scheme}")
    expect(page.locator("#welcome-screen")).to_contain_text("rules and arithmetic")
    say(page, "exercise 4")
    screenshot(page, f"exercise-{scheme}")
    red, green, blue = page.evaluate(RGB)
    assert (red + green + blue > 600) is (scheme == "light")


def test_own_name_logo_and_footer(open_page: OpenPage, say: Say) -> None:
    page = open_page()
    assert page.title() == "Sheet Tutor"
    placeholder = page.locator("#chat-input").get_attribute("placeholder") or ""
    assert "1 0 1 / 2 2 0" in placeholder.replace("\u00a0", " ")
    say(page, "hint for 1")
    footer = page.locator(".watermark").inner_text()
    assert "no language model" in footer
    assert "LLM" not in footer


def test_the_guide(open_page: OpenPage, screenshot: Screenshot) -> None:
    page = open_page()
    page.locator("#readme-button").click()
    guide = page.get_by_role("dialog")
    expect(guide).to_contain_text("How to type a matrix")
    expect(guide).to_contain_text("Nothing leaves the server")
    screenshot(page, "guide")


@pytest.mark.parametrize(
    "text",
    [
        "hint for 3c",
        "solution for 1",
        "solution for 2",
        "solution for 3c",
        "solution for 4",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 / 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        "x" * 300,
    ],
)
def test_a_phone_never_scrolls_sideways(open_page: OpenPage, say: Say, screenshot: Screenshot, text: str) -> None:
    page = open_page(width=360, height=740, touch=True)
    assert page.evaluate(SIDEWAYS) == []
    say(page, text)
    screenshot(page, "phone-" + "-".join(text.split()[:3])[:20])
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("window.scrollTo(500, 0)")
    assert page.evaluate("window.scrollX") == 0


def test_the_guide_fits_a_phone(open_page: OpenPage, screenshot: Screenshot) -> None:
    page = open_page(width=360, height=740, touch=True)
    page.locator("#readme-button").click()
    expect(page.get_by_role("dialog")).to_contain_text("How to type a matrix")
    screenshot(page, "phone-guide")
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
