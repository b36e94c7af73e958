"""What may come in: who may open a chat, what a browser may send, and which addresses answer at all."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from chainlit.config import config
from chainlit.server import app, sio
from socketio.exceptions import ConnectionRefusedError as Refused

log = logging.getLogger(__name__)

Environ = Mapping[str, object]
Auth = Mapping[str, object]

MAX_FRAME = 8_000_000
"""Bytes in one frame. A longer one drops the connection, so this lies far above what the tutor reads: the refusal of
a long message is then a sentence, not a broken line."""

EVENTS = frozenset({"connect", "connection_successful", "client_message", "clear_session", "disconnect", "stop"})
"""What a browser may send; Chainlit's handlers for editing, audio, favourites and settings are not used here."""

CLOSED = ("/docs", "/redoc", "/openapi.json", "/project/file", "/mcp", "/login", "/auth/jwt", "/auth/header")
"""Addresses of Chainlit's that the tutor does not use: without them no upload is read and no login exists."""


def is_uuid(value: object) -> bool:
    """Whether this is a UUID in its usual form.

    >>> is_uuid("0b9f1a52-3c1f-4b5e-9a57-0d6f7f3f1c11"), is_uuid("../../tmp"), is_uuid(None)
    (True, False, False)
    """
    try:
        return str(UUID(str(value))) == str(value).lower()
    except ValueError:
        return False


def same_origin(environ: Environ) -> bool:
    """Whether a page of this server opens the chat, or one that the configuration names, or no browser at all.

    >>> same_origin({"HTTP_HOST": "localhost:8000", "HTTP_ORIGIN": "http://localhost:8000"})
    True
    >>> same_origin({"HTTP_HOST": "localhost:8000", "HTTP_ORIGIN": "http://elsewhere.example"})
    False
    """
    origin = environ.get("HTTP_ORIGIN")
    if origin is None or origin in config.project.allow_origins:
        return True
    return urlsplit(str(origin)).netloc == environ.get("HTTP_HOST")


def admitted(environ: Environ, auth: object) -> Auth:
    """The connection's data, checked; raises the refusal the browser is told.

    Chainlit uses `sessionId` as the name of a folder and `threadId` in queries, so both must be UUIDs.
    """
    if not same_origin(environ):
        raise Refused("this page may not open a chat here")
    if not isinstance(auth, Mapping) or not is_uuid(auth.get("sessionId")):
        raise Refused("sessionId must be a UUID")
    if auth.get("threadId") and not is_uuid(auth.get("threadId")):
        raise Refused("threadId must be a UUID or empty")
    # A profile named by the browser would be looked up again inside the running event loop.
    return {**auth, "chatProfile": None}


def _guarded(connect: Callable[[str, Environ, Auth], Awaitable[bool]]) -> Callable[..., Awaitable[bool]]:
    async def guarded(sid: str, environ: Environ, auth: object = None) -> bool:
        try:
            checked = admitted(environ, auth)
        except Refused as refusal:
            log.warning("Connection refused: %s", refusal)
            raise
        return await connect(sid, environ, checked)

    return guarded


def install() -> None:
    """Close what is not used and guard the rest."""
    handlers = sio.handlers["/"]
    for event in handlers.keys() - EVENTS:
        del handlers[event]
    handlers["connect"] = _guarded(handlers["connect"])
    sio.eio.max_http_buffer_size = MAX_FRAME
    app.router.routes[:] = [
        route for route in app.router.routes if not str(getattr(route, "path", "")).startswith(CLOSED)
    ]
