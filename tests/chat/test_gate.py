"""Who may open a chat."""

import pytest
from chainlit.config import config
from chainlit.server import sio

from tutor.chat import app as _app  # noqa: F401  # importing the app installs the gate
from tutor.chat.gate import EVENTS, MAX_FRAME, admitted, is_uuid, same_origin

GOOD = "0b9f1a52-3c1f-4b5e-9a57-0d6f7f3f1c11"
HERE = {"HTTP_HOST": "tutor.example:8000"}


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1",
        "..",
        "../../tmp/x",
        "a/b",
        GOOD + "/..",
        "{" + GOOD + "}",
        "urn:uuid:" + GOOD,
        GOOD.replace("-", ""),
        7,
        None,
        [],
    ],
)
def test_not_a_uuid(value: object) -> None:
    assert not is_uuid(value)
    with pytest.raises(ConnectionRefusedError, match="sessionId"):
        admitted(HERE, {"sessionId": value})


@pytest.mark.parametrize("thread", ["x' OR '1'='1", "../x", 5])
def test_thread_must_be_a_uuid_if_given(thread: object) -> None:
    with pytest.raises(ConnectionRefusedError, match="threadId"):
        admitted(HERE, {"sessionId": GOOD, "threadId": thread})


@pytest.mark.parametrize("auth", [None, "x", [], {}])
def test_no_session_at_all(auth: object) -> None:
    with pytest.raises(ConnectionRefusedError):
        admitted(HERE, auth)


@pytest.mark.parametrize("thread", ["", None, GOOD])
def test_admitted_without_the_profile_the_browser_names(thread: object) -> None:
    auth = admitted(HERE, {"sessionId": GOOD, "threadId": thread, "chatProfile": "x"})
    assert auth == {"sessionId": GOOD, "threadId": thread, "chatProfile": None}


@pytest.mark.parametrize(
    ("origin", "welcome"),
    [
        (None, True),
        ("http://tutor.example:8000", True),
        ("https://tutor.example:8000", True),
        ("https://named.example", True),
        ("http://tutor.example", False),
        ("http://tutor.example:8000.evil.example", False),
        ("http://evil.example/tutor.example:8000", False),
        ("null", False),
        ("", False),
    ],
)
def test_origin(monkeypatch: pytest.MonkeyPatch, origin: str | None, welcome: bool) -> None:
    monkeypatch.setattr(config.project, "allow_origins", ["https://named.example"])
    assert same_origin(HERE if origin is None else {**HERE, "HTTP_ORIGIN": origin}) is welcome


def test_only_what_the_tutor_uses_is_open() -> None:
    assert set(sio.handlers["/"]) == EVENTS
    assert sio.eio.max_http_buffer_size == MAX_FRAME
    assert config.features.edit_message is False
    assert config.features.unsafe_allow_html is False
    assert config.features.spontaneous_file_upload is not None
    assert config.features.spontaneous_file_upload.enabled is False
    assert config.features.mcp.enabled is False
