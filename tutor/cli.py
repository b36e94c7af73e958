"""The terminal: `serve`, `ask`, `read`, `tool`, `tools`, `collisions`. One JSON line in, one JSON line out."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterable

from pydantic import BaseModel, ConfigDict, ValidationError

from tools.catalog import TOOLS
from tools.content import Prose
from tools.schema import Json, ToolError
from tutor.collisions import collisions_report
from tutor.dialogue import respond
from tutor.reading.matrices import matrices_in
from tutor.reading.message import Act, Found, ReadError
from tutor.render import markdown
from tutor.reply import Reply
from tutor.sheets.sheet import Sheet, load
from tutor.state import State

log = logging.getLogger(__name__)
BROKEN = "Something went wrong on my side with this message. Your place is kept; try saying it another way."


class Turns(BaseModel):
    """One dialogue: what the student says, turn by turn."""

    turns: tuple[str, ...]
    model_config = ConfigDict(extra="ignore")


class Text(BaseModel):
    """One message."""

    text: str
    model_config = ConfigDict(extra="ignore")


def _replied(text: str, state: State, sheet: Sheet) -> tuple[Reply, State]:
    """The reply; where something unexpected happens a kind one, with the traceback in the log."""
    try:
        return respond(text, state, sheet)
    except Exception:
        log.exception("No reply to %r", text[:200])
        return Reply(act=Act.UNKNOWN, blocks=(Prose(text=BROKEN),)), state


def play(turns: Iterable[str], sheet: Sheet) -> Reply:
    """The reply to the last of these turns, from an empty conversation."""
    state, reply = State(), None
    for text in turns:
        reply, state = _replied(text, state, sheet)
    if reply is None:
        raise ToolError("a dialogue needs at least one turn")
    return reply


def found_json(found: Iterable[Found]) -> Json:
    """Arrays for JSON: name, value, span."""
    return [one.model_dump(mode="json", include={"name", "value", "span"}) for one in found]


def errors_json(errors: Iterable[ReadError]) -> Json:
    """What could not be read, for JSON."""
    return [one.model_dump(mode="json", include={"kind", "message"}) for one in errors]


def reply_json(reply: Reply) -> dict[str, Json]:
    """A reply as the line `ask --jsonl` prints."""
    return {
        "act": reply.act.value,
        "exercise": reply.exercise,
        "part": reply.part,
        "verdict": reply.verdict,
        "mistakes": list(reply.mistakes),
        "intermediate": reply.intermediate,
        "settings": reply.settings.to_json(),
        "result": reply.result,
        "found": found_json(reply.found),
        "errors": errors_json(reply.errors),
        "text": markdown(reply),
        "buttons": [button.text for button in reply.buttons],
    }


def reading_json(text: str) -> dict[str, Json]:
    """What the matrix reader alone finds in a text; bare numbers in prose are no data by themselves."""
    reading = matrices_in(text)
    data = [one for one in reading.found if not one.loose]
    return {"found": found_json(data), "errors": errors_json(reading.errors)}


def run_tool(name: str, arguments: Json) -> Json:
    """A public tool on JSON input; its result, or {"error": {"kind", "message"}}."""
    tool = next((tool for tool in TOOLS if tool.name == name), None)
    try:
        if tool is None:
            raise ToolError(f"there is no tool {name}; the tools are {', '.join(tool.name for tool in TOOLS)}")
        if not isinstance(arguments, dict):
            raise ToolError("a tool's input is a JSON object")
        result: Json = tool.run(arguments).model_dump(mode="json")
    except ToolError as error:
        return {"error": {"kind": error.kind, "message": str(error)}}
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return {"error": {"kind": "invalid", "message": f"{where}: {first['msg']}"}}
    return result


def _each_line(source: Iterable[str], answer: Callable[[str], Json]) -> None:
    """One JSON line out for each line in; a line that is not the JSON expected becomes an error line."""
    for line in source:
        if not line.strip():
            continue
        try:
            result = answer(line)
        except (ValidationError, json.JSONDecodeError, ToolError, RecursionError) as error:
            result = {"error": {"kind": "invalid", "message": str(error).splitlines()[0]}}
        print(json.dumps(result, ensure_ascii=False, allow_nan=False), flush=True)


def _ask(options: argparse.Namespace) -> None:
    sheet = load()
    if options.jsonl:
        _each_line(sys.stdin, lambda line: reply_json(play(Turns.model_validate_json(line).turns, sheet)))
    else:
        reply = play([options.text or sys.stdin.read()], sheet)
        print(markdown(reply))
        if options.reading:
            print(json.dumps(reply.reading, ensure_ascii=False))


def _read(options: argparse.Namespace) -> None:
    if options.jsonl:
        _each_line(sys.stdin, lambda line: reading_json(Text.model_validate_json(line).text))
    else:
        print(json.dumps(reading_json(options.text or sys.stdin.read()), ensure_ascii=False))


def _tool(options: argparse.Namespace) -> None:
    lines = sys.stdin if options.input is None else [options.input]
    _each_line(lines, lambda line: run_tool(options.name, json.loads(line)))


def _tools(options: argparse.Namespace) -> None:
    for tool in TOOLS:
        schema = tool.input.model_json_schema()
        print(json.dumps({"name": tool.name, "description": tool.summary, "input": schema}, ensure_ascii=False))


def _collisions(options: argparse.Namespace) -> None:
    print(collisions_report(load()))


def _serve(options: argparse.Namespace) -> None:
    from tutor.chat.serve import serve  # chainlit takes a second to import, which the other commands spare

    serve(options.host, options.port)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tutor", description="A tutor for a deep-learning exercise sheet.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    served = commands.add_parser("serve", help="the chat in the browser")
    served.add_argument("--host", default="127.0.0.1")
    served.add_argument("--port", type=int, default=8000)
    served.set_defaults(run=_serve)
    asked = commands.add_parser("ask", help="one reply, or one JSON line for each dialogue line")
    read = commands.add_parser("read", help="the matrices in a text")
    for reader, run in ((asked, _ask), (read, _read)):
        reader.add_argument("text", nargs="?")
        reader.add_argument("--jsonl", action="store_true", help="read JSON lines from standard input")
        reader.set_defaults(run=run)
    asked.add_argument("--reading", action="store_true", help="also show how the text was read")
    tool = commands.add_parser("tool", help="run a public tool on JSON")
    tool.add_argument("name")
    tool.add_argument("input", nargs="?")
    tool.add_argument("--jsonl", action="store_true", help="read JSON lines from standard input")
    tool.set_defaults(run=_tool)
    told = commands.add_parser("collisions", help="the slips that cannot be told apart on the sheet's own numbers")
    told.set_defaults(run=_collisions)
    commands.add_parser("tools", help="the public tools with their JSON Schemas").set_defaults(run=_tools)
    return parser


def main() -> None:
    """Run the command named on the command line."""
    options = _parser().parse_args()
    options.run(options)
