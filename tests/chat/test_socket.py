"""A real server process, spoken to as a browser does."""

from __future__ import annotations

import asyncio
import json
import re
import urllib.error
import urllib.request
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Self

import pytest
import socketio
from socketio.exceptions import ConnectionError as NotConnected


class Student:
    """One open page. Payloads are Chainlit's, hence Any."""

    def __init__(self, server: str, session: str | None = None, thread: str = "", origin: str | None = None) -> None:
        self.server = server
        self.session = session if session is not None else str(uuid.uuid4())
        self.auth = {"clientType": "webapp", "sessionId": self.session, "threadId": thread, "userEnv": "{}"}
        self.headers = {"Origin": origin} if origin else {}
        self.socket = socketio.AsyncClient(reconnection=False)
        self.turn_over = asyncio.Event()
        self.sent: list[tuple[str, Any]] = []
        self.socket.on("*", self._record)

    async def _record(self, event: str, data: Any = None) -> None:
        self.sent.append((event, data))
        if event == "task_end":
            self.turn_over.set()

    async def __aenter__(self) -> Self:
        await self.socket.connect(
            self.server,
            headers=self.headers,
            auth=self.auth,
            transports=["websocket"],
            socketio_path="/ws/socket.io",
        )
        await self.socket.emit("connection_successful")
        await asyncio.wait_for(self.turn_over.wait(), 20)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.disconnect()

    async def send(self, text: str) -> None:
        message = {"id": str(uuid.uuid4()), "output": text, "type": "user_message", "name": "User", "createdAt": ""}
        await self.socket.emit("client_message", {"message": message, "fileReferences": []})

    async def says(self, text: str) -> str:
        """The tutor's answer."""
        self.turn_over.clear()
        before = len(self.sent)
        await self.send(text)
        await asyncio.wait_for(self.turn_over.wait(), 60)
        return "\n".join(self.answers(before))

    def answers(self, since: int = 0) -> list[str]:
        return [data["output"] for data in self.all("new_message", since) if data["type"] == "assistant_message"]

    def all(self, event: str, since: int = 0) -> list[Any]:
        return [data for sent, data in self.sent[since:] if sent == event]


def visit(server: str, scene: Callable[[Student], Awaitable[None]], **opening: str) -> None:
    """A scene on a newly opened page."""

    async def whole() -> None:
        async with Student(server, **opening) as student:
            await scene(student)

    asyncio.run(whole())


def fetch(url: str, data: bytes | None = None, content_type: str = "application/json") -> tuple[int, str]:
    request = urllib.request.Request(url, data, {"Content-Type": content_type})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, response.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode("utf-8", "replace")


def test_a_hint_and_its_buttons(server: str) -> None:
    async def scene(student: Student) -> None:
        assert "Hint" in await student.says("hint for 3c")
        assert all(action["label"] and action["payload"]["text"] for action in student.all("action"))
        assert student.all("action")

    visit(server, scene)


def test_a_tool_call_is_a_step_with_input_and_output(server: str) -> None:
    async def scene(student: Student) -> None:
        await student.says("solution for 3c")
        steps = [step for step in student.all("update_message") if step["type"] == "tool"]
        assert [step["name"] for step in steps] == ["conv2d", "the reader"]
        assert steps[0]["parentId"] == steps[1]["id"]
        assert '"act": "solution"' in steps[1]["output"]
        assert '"input"' in steps[0]["input"]
        assert "[1, 1, 0]" in steps[0]["output"].replace(".0", "")

    visit(server, scene)


def test_a_button_says_its_text(server: str) -> None:
    async def scene(student: Student) -> None:
        await student.says("hint for 3c")
        action = student.all("action")[0]
        before = len(student.sent)
        body = json.dumps({"sessionId": student.session, "action": action}).encode()
        status, _ = await asyncio.to_thread(fetch, f"{server}/project/action", body)
        assert status == 200
        said = [step for step in student.all("new_message", before) if step["type"] == "user_message"]
        assert [step["output"] for step in said] == [action["payload"]["text"]]
        assert len(student.answers(before)) == 1

    visit(server, scene)


def test_two_students_have_their_own_place(server: str) -> None:
    async def scene(one: Student) -> None:
        async with Student(server) as other:
            await one.says("hint for 3c")
            await other.says("hint for 4")
            assert await one.says("next hint") != await other.says("next hint")

    visit(server, scene)


@pytest.mark.parametrize(
    "opening",
    [
        {"session": "../../tmp/x"},
        {"session": ""},
        {"session": "1"},
        {"thread": "x' OR '1'='1"},
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
    ],
    ids=str,
)
def test_refused_at_the_door(server: str, opening: dict[str, str]) -> None:
    async def nothing(student: Student) -> None:
        raise AssertionError("the chat was opened")

    with pytest.raises(NotConnected):
        visit(server, nothing, **opening)


def test_the_own_origin_is_welcome(server: str) -> None:
    async def scene(student: Student) -> None:
        assert await student.says("hint for 1")

    visit(server, scene, origin=server, thread=str(uuid.uuid4()))


@pytest.mark.parametrize("text", ["1 " * 1_000_000, "what? " * 150_000], ids=["2 MB of numbers", "900 kB of text"])
def test_a_huge_message_is_refused_kindly_and_the_chat_goes_on(server: str, text: str) -> None:
    async def scene(student: Student) -> None:
        answer = await student.says(text)
        assert "100,000" in answer
        assert "Hint" in await student.says("hint for 3c")

    visit(server, scene)


@pytest.mark.parametrize("event", ["edit_message", "window_message", "audio_start", "chat_settings_change", "nonsense"])
def test_other_events_change_nothing(server: str, event: str) -> None:
    async def scene(student: Student) -> None:
        await student.socket.emit(event, {"message": {"id": "x", "output": "y"}})
        assert "Hint" in await student.says("hint for 3c")
        assert len(student.answers()) == 1

    visit(server, scene)


def test_the_page_names_no_other_machine(server: str) -> None:
    status, html = fetch(server)
    assert status == 200
    assert "<title>Sheet Tutor</title>" in html
    assert not re.search(r"https?://", html)
    status, css = fetch(f"{server}/public/katex/katex.min.css")
    assert status == 200
    fonts = re.findall(r"url\(([^)]+)\)", css)
    assert len(fonts) == 20
    assert all(fetch(f"{server}/public/katex/{font}")[0] == 200 for font in fonts)


def test_the_welcome(server: str) -> None:
    _, body = fetch(f"{server}/project/settings?language=de-DE")
    settings = json.loads(body)
    (profile,) = settings["chatProfiles"]
    assert "rules and arithmetic" in profile["markdown_description"]
    assert [starter["message"] for starter in profile["starters"]] == [f"Exercise {n}" for n in range(1, 5)]
    assert len({starter["icon"] for starter in profile["starters"]}) == 4
    for starter in profile["starters"]:
        assert fetch(server + starter["icon"])[1].startswith("<svg")
    assert "How to type a matrix" in settings["markdown"]


def test_words_of_the_page(server: str) -> None:
    _, body = fetch(f"{server}/project/translations?language=de-DE")
    chat = json.loads(body)["translation"]["chat"]
    assert "LLM" not in chat["watermark"]
    assert "1 0 1 / 2 2 0" in chat["input"]["placeholder"].replace("\u00a0", " ")


@pytest.mark.parametrize("data", [None, b"file=x"], ids=["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        *("/docs", "/docs/oauth2-redirect", "/redoc", "/openapi.json", "/mcp", "/login", "/auth/jwt", "/auth/header"),
        *("/project/file?session_id=x", "/project/file/x", "/project/threads", "/project/thread/x", "/copilot/x"),
    ],
)
def test_unused_doors_are_shut(server: str, path: str, data: bytes | None) -> None:
    assert fetch(server + path, data, "application/x-www-form-urlencoded") == (404, "There is nothing here.")


@pytest.mark.parametrize("path", ["/public/../pyproject.toml", "/public/..%2f..%2fetc/passwd", "/avatars/..%2fx"])
def test_no_way_out_of_the_public_folder(server: str, path: str) -> None:
    status, body = fetch(server + path)
    assert "[project]" not in body
    assert "root:" not in body
    assert status in (200, 400, 404)
