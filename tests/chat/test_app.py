"""The handlers, with a session that records what it is sent."""

from __future__ import annotations

import asyncio
import logging
import threading
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from chainlit import Action, Message  # not "as cl": doctest trips over the lazy module
from chainlit.chat_context import chat_contexts
from chainlit.config import config
from chainlit.context import init_ws_context
from chainlit.session import WebsocketSession

from tools.content import Prose
from tutor.chat import app
from tutor.reading.message import Act
from tutor.reply import Button, Reply, ToolCall
from tutor.sheets.sheet import Sheet
from tutor.state import State

Respond = Callable[[str, State, Sheet], tuple[Reply, State]]


class Page:
    """A student's page: what was sent to it, in order. Payloads are Chainlit's, hence Any."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.session = WebsocketSession(
            id=str(uuid.uuid4()),
            socket_id=str(uuid.uuid4()),
            emit=self._emit,  # type: ignore[arg-type]  # annotated as returning None, awaited by Chainlit
            emit_call=self._emit,  # type: ignore[arg-type]  # never called here
            user_env={},
            client_type="webapp",
        )

    async def _emit(self, event: str, data: dict[str, Any]) -> None:
        self.sent.append((event, data))

    async def says(self, text: str) -> None:
        init_ws_context(self.session)
        assert config.code.on_message
        await config.code.on_message(Message(content=text, type="user_message"))

    async def presses(self, payload: dict[str, Any]) -> None:
        init_ws_context(self.session)
        await config.code.action_callbacks["say"](Action(name="say", payload=payload, label="x"))

    def messages(self, kind: str = "assistant_message") -> list[str]:
        return [data["output"] for event, data in self.sent if event == "new_message" and data["type"] == kind]

    def of(self, event: str) -> list[dict[str, Any]]:
        return [data for sent, data in self.sent if sent == event]


def echo(text: str, state: State, sheet: Sheet) -> tuple[Reply, State]:
    """Says the text and counts the turns in the state's seed."""
    if "boom" in text:
        raise RuntimeError("boom in the dialogue")
    if "slow" in text:
        threading.Event().wait(0.2)
    reply = Reply(
        act=Act.HINT,
        blocks=(Prose(text=f"turn {state.seed}: {text}"),),
        buttons=(Button(label="Next hint", text="hint 3c"),),
        calls=(ToolCall(name="conv2d", input={"input": [[1.0, 2.0]], "stride": 2}, output={"output": [[3.0]]}),),
    )
    return reply, state.model_copy(update={"seed": state.seed + 1})


def play(monkeypatch: pytest.MonkeyPatch, scene: Callable[[Page], Awaitable[None]], respond: Respond = echo) -> Page:
    """A scene on a new page, answered by `respond`."""
    monkeypatch.setattr(app, "respond", respond)

    async def whole() -> Page:
        page = Page()
        await scene(page)
        return page

    return asyncio.run(whole())


def test_a_reply_is_its_tool_calls_then_one_message_then_its_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(page: Page) -> None:
        await page.says("hint for a:b")

    page = play(monkeypatch, scene)
    assert page.messages() == [r"turn 0: hint for a\:b"]
    tool, reader = [data for data in page.of("update_message") if data["type"] == "tool"]
    assert (tool["name"], reader["name"]) == ("conv2d", "the reader")
    assert tool["parentId"] == reader["id"]
    assert '"stride": 2' in tool["input"]
    assert "[3.0]" in tool["output"]
    (action,) = page.of("action")
    assert (action["label"], action["payload"]) == ("Next hint", {"text": "hint 3c"})
    kinds = [data["type"] for event, data in page.sent if event == "new_message"]
    assert kinds.index("tool") < kinds.index("assistant_message")


def test_a_button_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(page: Page) -> None:
        await page.presses({"text": "hint 3c"})

    page = play(monkeypatch, scene)
    assert page.messages("user_message") == ["hint 3c"]
    assert page.messages() == ["turn 0: hint 3c"]


def test_a_failure_is_told_logged_and_leaves_the_state_alone(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(page: Page) -> None:
        await page.says("one")
        await page.says("boom")
        await page.presses({"text": "boom"})
        await page.presses({})
        await page.says("two")

    with caplog.at_level(logging.ERROR):
        page = play(monkeypatch, scene)
    assert page.messages() == ["turn 0: one", app.BROKEN, app.BROKEN, app.BROKEN, "turn 1: two"]
    first = next(record for record in caplog.records if record.exc_info)
    assert "boom in the dialogue" in str(first.exc_info[1] if first.exc_info else "")


def test_quick_messages_are_answered_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(page: Page) -> None:
        await asyncio.gather(page.says("slow one"), page.says("two"), page.says("three"))

    page = play(monkeypatch, scene)
    assert page.messages() == ["turn 0: slow one", "turn 1: two", "turn 2: three"]


def test_a_slow_answer_holds_up_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def waiting(text: str, state: State, sheet: Sheet) -> tuple[Reply, State]:
        assert text != "slow" or gate.wait(10)
        return echo(text.replace("slow", "late"), state, sheet)

    async def scene(page: Page) -> None:
        other = Page()
        slow = asyncio.create_task(page.says("slow"))
        await asyncio.sleep(0)
        await other.says("quick")
        assert other.messages() == ["turn 0: quick"]
        assert page.messages() == []
        gate.set()
        await slow

    assert play(monkeypatch, scene, waiting).messages() == ["turn 0: late"]


def test_nothing_of_a_session_is_kept_by_chainlit(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(page: Page) -> None:
        await page.says("one")
        await page.presses({"text": "two"})
        assert page.session.id not in chat_contexts
        await Message(content="stray").send()
        assert page.session.id in chat_contexts
        assert config.code.on_chat_end
        await config.code.on_chat_end()
        assert page.session.id not in chat_contexts

    play(monkeypatch, scene)


def test_torch_is_warmed_in_the_background_unless_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    warmed = threading.Event()
    monkeypatch.setattr(app, "_warm", warmed.set)
    monkeypatch.setenv("TUTOR_WARM", "0")
    asyncio.run(app.on_app_startup())
    assert not any(thread.name == "warm" for thread in threading.enumerate())
    assert not warmed.is_set()
    monkeypatch.delenv("TUTOR_WARM")
    asyncio.run(app.on_app_startup())
    assert warmed.wait(10)
