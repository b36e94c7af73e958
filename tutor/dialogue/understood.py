"""How a message was read, so that a student can see where the tutor took a wrong turn."""

from __future__ import annotations

from tools.schema import Json, as_json
from tutor.reading.message import Found, Message, ReadError
from tutor.reply import Reply

SHOWN_CHARACTERS = 120
"""How much of a piece of text is quoted."""


def understood(message: Message, reply: Reply) -> dict[str, Json]:
    """The act, the place, the settings, and every array with its span and the text it was read from."""
    settings = (reply.settings.to_json() if reply.settings.stated() else {}) or message.settings.to_json()
    read: dict[str, Json] = {
        "act": reply.act.value,
        "exercise": f"{reply.exercise}{reply.part or ''}" if reply.exercise else None,
        "topic": message.topic,
        "settings": settings,
        "arrays": [_array(one, message.text) for one in message.found],
        "unreadable": [_unreadable(error, message.text) for error in message.errors],
    }
    return {name: value for name, value in read.items() if value}


def _array(one: Found, text: str) -> Json:
    return {"name": one.name, "value": as_json(one.value), "span": list(one.span), "text": _quoted(text, one.span)}


def _unreadable(error: ReadError, text: str) -> Json:
    return {"kind": error.kind, "span": list(error.span), "text": _quoted(text, error.span)}


def _quoted(text: str, span: tuple[int, int]) -> str:
    """The text of a span, its middle left out where it is long."""
    piece = text[slice(*span)]
    half = SHOWN_CHARACTERS // 2
    return piece if len(piece) <= SHOWN_CHARACTERS else f"{piece[:half]} … {piece[-half:]}"
