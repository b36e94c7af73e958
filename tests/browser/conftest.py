"""A real Chromium whose requests to other machines are blocked and written down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, WebSocket, expect, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ANSWER = '[data-step-type="assistant_message"]'
PATIENCE = 60_000
"""Milliseconds. Only a failing test waits so long; the first count of parameters imports PyTorch."""

OpenPage = Callable[..., Page]
Say = Callable[[Page, str], str]


@pytest.fixture(scope="module")  # not the session: while Playwright runs, no other test can run an event loop
def chromium() -> Iterator[Browser]:
    """The browser; without one the tests are skipped, unless TUTOR_REQUIRE_BROWSER=1."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        missing = "no Chromium found on PATH; on Debian and Ubuntu: apt-get install chromium"
        if os.environ.get("TUTOR_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, server: str) -> Iterator[OpenPage]:
    """Opens a fresh student's page. At the end no page has asked for anything external, and no script has failed."""
    host = urlsplit(server).netloc
    external: list[str] = []
    errors: list[str] = []

    def only_here(route: Route) -> None:
        if urlsplit(route.request.url).netloc == host:
            route.continue_()
        else:
            external.append(route.request.url)
            route.abort()

    def note_socket(socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc != host:
            external.append(socket.url)

    contexts = []

    def opened(width: int = 1200, height: int = 900, color_scheme: str = "light", touch: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            has_touch=touch,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        context.route("**/*", only_here)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("websocket", note_socket)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(server)
        expect(page.locator("#starters button").first).to_be_enabled(timeout=PATIENCE)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert external == []
    assert errors == []


def _answer(page: Page, before: int) -> str:
    answers = page.locator(ANSWER)
    expect(answers).to_have_count(before + 1, timeout=PATIENCE)
    expect(page.locator("#chat-submit")).to_be_attached(timeout=PATIENCE)
    return answers.last.inner_text()


@pytest.fixture
def say() -> Say:
    """Types a message, sends it, and returns the answer's text."""

    def typed(page: Page, text: str) -> str:
        before = page.locator(ANSWER).count()
        page.locator("#chat-input").click()
        page.keyboard.insert_text(text)
        page.locator("#chat-submit:not([disabled])").click()
        return _answer(page, before)

    return typed


@pytest.fixture
def press() -> Say:
    """Presses the button so labelled under the last answer (or among the starters), and returns the answer's text."""

    def pressed(page: Page, label: str) -> str:
        before = page.locator(ANSWER).count()
        place = page.locator(ANSWER).last if before else page.locator("#starters")
        place.get_by_role("button", name=label).first.click()
        return _answer(page, before)

    return pressed


@pytest.fixture
def screenshot(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Page, str], Path]:
    """Keeps a picture of the page in TUTOR_SCREENSHOTS, or in a temporary folder."""
    folder = Path(os.environ.get("TUTOR_SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)

    def kept(page: Page, name: str) -> Path:
        path = folder / f"{name}.png"
        page.screenshot(path=path, animations="disabled")
        return path

    return kept
