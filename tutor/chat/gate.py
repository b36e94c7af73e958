"""What may come in: who may open a chat, what a browser may send, and which addresses answer at all."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit
from uuid import UUID

from chainlit.config import config
from chainlit.server import app, sio
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

log = logging.getLogger(__name__)

Environ = Mapping[str, object]
Auth = Mapping[str, object]

MAX_FRAME = 8_000_000
"""Bytes in one frame. A longer one drops the connection, so this lies far above what the tutor reads: the refusal of
a long message is then a sentence, not a broken line."""

EVENTS = frozenset({"connect", "connection_successful", "client_message", "clear_session", "disconnect", "stop"})
"""What a browser may send; Chainlit's handlers for editing, audio, favourites and settings are not used here."""

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
CLOSED = (
    *("/docs", "/redoc", "/openapi.json", "/copilot", "/mcp", "/feedback"),
    *("/login", "/auth/jwt", "/auth/header", "/auth/oauth"),
    *("/project/file", "/project/element", "/project/thread", "/project/share"),
)
"""Addresses of Chainlit's that the tutor does not use, and all that begin so: no upload is read, there is no login."""


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
    """The connection's data, checked; raises ConnectionRefusedError with the reason for the log.

    Chainlit uses `sessionId` as the name of a folder and `threadId` in queries, so both must be UUIDs.
    """
    if not same_origin(environ):
        raise ConnectionRefusedError("this page may not open a chat here")
    if not isinstance(auth, Mapping) or not is_uuid(auth.get("sessionId")):
        raise ConnectionRefusedError("sessionId must be a UUID")
    if auth.get("threadId") and not is_uuid(auth.get("threadId")):
        raise ConnectionRefusedError("threadId must be a UUID or empty")
    # A profile named by the browser would be looked up again inside the running event loop.
    return {**auth, "chatProfile": None}


def _guarded(connect: Callable[[str, Environ, Auth], Awaitable[bool]]) -> Callable[..., Awaitable[bool]]:
    async def guarded(sid: str, environ: Environ, auth: object = None) -> bool:
        try:
            checked = admitted(environ, auth)
        except ConnectionRefusedError as refusal:
            log.warning("Connection refused: %s", refusal)
            raise
        return await connect(sid, environ, checked)

    return guarded


async def _closed(request: Request) -> Response:
    return PlainTextResponse("There is nothing here.", status_code=404)


def install() -> None:
    """Close what is not used and guard the rest."""
    handlers = sio.handlers["/"]
    for event in handlers.keys() - EVENTS:
        del handlers[event]
    handlers["connect"] = _guarded(handlers["connect"])
    sio.eio.max_http_buffer_size = MAX_FRAME
    # In front of Chainlit's own routes; those are not taken out, because FastAPI keeps them out of sight.
    app.router.routes[:0] = [Route(f"{path}{{rest:path}}", _closed, methods=METHODS) for path in CLOSED]
