"""The chat: what a student sends goes to `respond`, what it returns is shown. Nothing is decided here.

Chainlit loads this file by its path (see serve.py), so its imports are absolute.
"""

from __future__ import annotations

import asyncio
import functools
import gc
import logging
import os
import threading
from collections.abc import Awaitable, Callable
from typing import ParamSpec

import chainlit as cl
from chainlit.chat_context import chat_contexts

from tutor.chat import gate, page
from tutor.chat.calls import readable
from tutor.chat.dialect import for_chainlit
from tutor.chat.serve import ROOT
from tutor.dialogue import respond, welcome
from tutor.reading.reader import message_of
from tutor.render import markdown
from tutor.reply import Reply
from tutor.sheets.sheet import load
from tutor.state import State

log = logging.getLogger(__name__)
Args = ParamSpec("Args")

BROKEN = (
    "Something broke on my side while I worked on that; it is in the log for the people who run this tutor. "
    "Your place in the sheet is kept. Send it again, put it another way, or ask for a hint."
)
READER = "the reader"
SHEET = load()
WELCOME = welcome(SHEET)

page.install()
gate.install()


def kindly(handler: Callable[Args, Awaitable[None]]) -> Callable[Args, Awaitable[None]]:
    """The handler, except that a failure is logged and told to the student. Chainlit itself would only log it."""

    @functools.wraps(handler)
    async def kind(*args: Args.args, **kwargs: Args.kwargs) -> None:
        try:
            await handler(*args, **kwargs)
        except Exception:
            log.exception("%s failed", handler.__name__)
            await cl.Message(content=BROKEN).send()

    return kind


async def show(reply: Reply) -> None:
    """Send a reply: how the message was read with the tool calls inside it, then its text with the buttons under it."""
    async with cl.Step(name=READER, type="tool", language="json", show_input=False) as step:
        step.output = readable(reply.reading)
        for call in reply.calls:
            async with cl.Step(name=call.name, type="tool", language="json", show_input="json") as inner:
                inner.input = readable(dict(call.input))
                inner.output = readable(call.output)
    buttons = [cl.Action(name="say", label=button.label, payload={"text": button.text}) for button in reply.buttons]
    await cl.Message(content=for_chainlit(markdown(reply)), actions=buttons).send()


async def take_turn(text: str) -> None:
    """Answer a message. Messages of one session are answered one after the other, in the order they came."""
    lock = cl.user_session.get("lock")
    if lock is None:
        lock = asyncio.Lock()
        cl.user_session.set("lock", lock)
    async with lock:
        state = cl.user_session.get("state") or State()
        reply, after = await asyncio.to_thread(respond, text, state, SHEET)
        await show(reply)
        cl.user_session.set("state", after)


def forget() -> None:
    """Drop the messages Chainlit keeps of this session in memory; nothing reads them."""
    chat_contexts.pop(cl.context.session.id, None)


@cl.set_chat_profiles
async def profiles(user: cl.User | None) -> list[cl.ChatProfile]:
    """The one profile, which is where Chainlit lets a welcome stand above the starters."""
    starters = [
        cl.Starter(
            label=f"{exercise.number} · {exercise.title}",
            message=f"Exercise {exercise.number}",
            icon=_icon(exercise.family.name),
        )
        for exercise in SHEET.exercises
    ]
    return [
        cl.ChatProfile(
            name="Sheet",
            markdown_description=for_chainlit(markdown(WELCOME)),
            icon="/public/favicon.svg",
            starters=starters,
            default=True,
        )
    ]


def _icon(family: str) -> str:
    path = f"/public/starters/{family}.svg"
    return path if (ROOT / path[1:]).is_file() else "/public/favicon.svg"


@cl.on_message
@kindly
async def on_message(message: cl.Message) -> None:
    """A typed message."""
    await take_turn(message.content)
    forget()


@cl.action_callback("say")
@kindly
async def on_button(action: cl.Action) -> None:
    """A pressed button says its text as if the student had typed it."""
    text = str(action.payload["text"])
    emitter = cl.context.emitter
    await emitter.task_start()
    try:
        await cl.Message(content=text, author="User", type="user_message").send()
        await take_turn(text)
    finally:
        await emitter.task_end()
        forget()


@cl.on_chat_end
@kindly
async def on_chat_end() -> None:
    """A closed page."""
    forget()


@cl.on_app_startup
async def on_app_startup() -> None:
    """Count the phrases and import PyTorch behind the first page, so that neither page nor first turn waits for it."""
    gc.freeze()
    gc.enable()
    if os.environ.get("TUTOR_WARM") != "0":
        threading.Thread(target=_warm, name="warm", daemon=True).start()


def _warm() -> None:
    from tools.parameters.models import warm

    try:
        message_of("hello")
        warm()
    except Exception:
        log.exception("Warming up failed; the first turn that needs it will try again")
