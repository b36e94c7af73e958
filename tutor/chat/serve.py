"""Start the chat server."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""Where `.chainlit/`, `chainlit.md` and `public/` are."""


def serve(host: str, port: int, headless: bool = True) -> None:
    """Serve the chat at http://host:port until interrupted; opens a browser unless `headless`."""
    os.environ["CHAINLIT_APP_ROOT"] = str(ROOT)
    os.environ["CHAINLIT_HOST"] = host
    os.environ["CHAINLIT_PORT"] = str(port)
    # Chainlit reads CHAINLIT_APP_ROOT when it is imported.
    from chainlit.cli import run_chainlit
    from chainlit.config import config

    config.run.headless = headless
    run_chainlit(str(Path(__file__).with_name("app.py")))
