"""Tool calls as the student sees them: input and output as JSON with one matrix row on a line."""

from __future__ import annotations

import json

from tools.schema import Json


def _is_row(value: Json) -> bool:
    return isinstance(value, list) and not any(isinstance(item, list | dict) for item in value)


def readable(value: Json, indent: str = "") -> str:
    """JSON to read: objects and matrices over several lines, a row on one.

    >>> print(readable({"input": [[1, 0], [0, 1]], "stride": 2}))
    {
      "input": [
        [1, 0],
        [0, 1]
      ],
      "stride": 2
    }
    """
    inner = indent + "  "
    if isinstance(value, dict) and value:
        items = [f"{inner}{json.dumps(key)}: {readable(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    if isinstance(value, list) and not _is_row(value):
        return "[\n" + ",\n".join(inner + readable(item, inner) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)
