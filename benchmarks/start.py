"""Cold start and memory of the tutor, beside a bare Chainlit app with one handler, in the same run.

    python benchmarks/start.py [rounds]

Start: from the process's start to the first page. Memory: resident, after that page and after one message. PyTorch is
not warmed. The two take turns; medians are printed, and the ratios.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from pathlib import Path

import socketio

BARE_APP = """import chainlit as cl

@cl.on_message
async def on_message(message: cl.Message):
    await cl.Message(content=message.content).send()
"""


@dataclass(frozen=True)
class Measured:
    """One start: seconds to the first page, megabytes after it and after one message."""

    seconds: float
    page_mb: float
    message_mb: float


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def resident_mb(pid: int) -> float:
    """Resident memory of a process in megabytes."""
    return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(pid)])) / 1024


async def one_message(url: str) -> None:
    """Open a chat, say one thing, and wait for the end of the turn."""
    client, over = socketio.AsyncClient(reconnection=False), asyncio.Event()
    client.on("task_end", lambda _: over.set())
    auth = {"clientType": "webapp", "sessionId": str(uuid.uuid4()), "threadId": "", "userEnv": "{}"}
    await client.connect(url, auth=auth, transports=["websocket"], socketio_path="/ws/socket.io")
    await client.emit("connection_successful")
    await asyncio.wait_for(over.wait(), 20)
    over.clear()
    message = {
        "id": str(uuid.uuid4()),
        "output": "hint for 3c",
        "type": "user_message",
        "name": "User",
        "createdAt": "",
    }
    await client.emit("client_message", {"message": message, "fileReferences": []})
    await asyncio.wait_for(over.wait(), 20)
    await client.disconnect()


def measure(command: list[str], cwd: Path) -> Measured:
    """Start a server, ask for its page, send it a message, and stop it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    begun = time.perf_counter()
    process = subprocess.Popen(
        [part.replace("PORT", str(port)) for part in command],
        cwd=cwd,
        env={**os.environ, "TUTOR_WARM": "0"},
        stdout=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                urllib.request.urlopen(url, timeout=20).read()
                break
            except urllib.error.URLError:
                if process.poll() is not None:
                    raise RuntimeError(f"{command} ended with code {process.returncode}") from None
                time.sleep(0.005)
        seconds = time.perf_counter() - begun
        page_mb = resident_mb(process.pid)
        asyncio.run(one_message(url))
        return Measured(seconds, page_mb, resident_mb(process.pid))
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Measure in turns and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "app.py").write_text(BARE_APP)
        commands = {
            "bare": [sys.executable, "-m", "chainlit", "run", "app.py", "--headless", "--port", "PORT"],
            "tutor": [sys.executable, "-c", "from tutor.chat.serve import serve; serve('127.0.0.1', PORT)"],
        }
        runs: dict[str, list[Measured]] = {name: [] for name in commands}
        for index in range(rounds + 1):
            for name, command in commands.items():
                measured = measure(command, Path(folder))
                if index:  # the first start of each writes caches
                    runs[name].append(measured)
    print(f"{'median of ' + str(rounds):<22}{'bare':>10}{'tutor':>10}{'ratio':>8}")
    for label, field, unit in (
        ("first page", "seconds", "s"),
        ("memory, first page", "page_mb", "MB"),
        ("memory, one message", "message_mb", "MB"),
    ):
        bare, tutor = (statistics.median(getattr(run, field) for run in runs[name]) for name in ("bare", "tutor"))
        print(f"{label:<22}{bare:>8.2f} {unit:<2}{tutor:>7.2f} {unit:<2}{tutor / bare:>6.2f}")


if __name__ == "__main__":
    main()
