"""Starting the server."""

import socket
import subprocess
import sys

import pytest

from tutor.chat.serve import ROOT, serve


def test_a_taken_port_is_told_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port}"):
            serve("127.0.0.1", port)


def test_the_page_waits_for_no_pytorch() -> None:
    """Everything the server imports before its first page, in a fresh interpreter."""
    code = "import sys, chainlit.cli, chainlit.server, tutor.chat.app; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip().endswith("False")


@pytest.mark.parametrize("name", ["chainlit.md", "chainlit_en-US.md", ".chainlit/config.toml", "public/theme.json"])
def test_what_chainlit_would_write_itself_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 100
