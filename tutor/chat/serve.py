"""Start the chat server."""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""Where `.chainlit/`, `chainlit.md` and `public/` are."""


def _require_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself: a port just closed is free
        try:
            probe.bind((host, port))
        except OSError as error:
            sys.exit(f"Port {port} on {host}: {error.strerror}. For another port: make run PORT=8001")


def serve(host: str, port: int, headless: bool = True) -> None:
    """Serve the chat at http://host:port until interrupted; opens a browser unless `headless`.

    Exits at once with a sentence if the port is taken.
    """
    _require_free(host, port)
    os.environ["CHAINLIT_APP_ROOT"] = str(ROOT)
    os.environ["CHAINLIT_HOST"] = host
    os.environ["CHAINLIT_PORT"] = str(port)
    # Until the app starts (app.py): nothing imported is garbage, and looking for it takes a twentieth of the start.
    gc.disable()
    # Chainlit reads CHAINLIT_APP_ROOT when it is imported.
    from chainlit.cli import run_chainlit
    from chainlit.config import config

    config.run.headless = headless
    run_chainlit(str(Path(__file__).with_name("app.py")))
