"""The terminal, as scripts of course staff use it: JSON lines in, JSON lines out."""

import json
import subprocess
import sys

import pytest


def _run(*arguments, lines=()):
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    command = [sys.executable, "-m", "tutor", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.splitlines()


def _json(*arguments, lines=()):
    return [json.loads(line) for line in _run(*arguments, lines=lines)]


def test_ask_prints_the_reply():
    assert "Hint 1 of" in "\n".join(_run("ask", "hint for 3b"))


def test_ask_jsonl_answers_every_line_in_order():
    first, broken, last = _json(
        "ask",
        "--jsonl",
        lines=[{"turns": ["hint 3c", "1 1 0 / 2 2 0 / 2 -1 1"]}, "no json", {"turns": ["hi"]}],
    )
    assert (first["act"], first["exercise"], first["part"], first["verdict"]) == ("check", "3", "c", "correct")
    assert broken["error"]["kind"] == "invalid"
    assert last["act"] == "greet"
    assert set(first) == {
        *("act", "exercise", "part", "verdict", "mistakes", "intermediate", "settings", "result"),
        *("found", "errors", "text", "buttons"),
    }


def test_read_jsonl_gives_names_values_and_spans():
    text = "I think A = [[1, 2], [3, inf]] but not exercise 3"
    (row,) = _json("read", "--jsonl", lines=[{"text": text}])
    (found,) = row["found"]
    assert found["name"] == "A"
    assert found["value"] == [[1, 2], [3, "inf"]]
    assert text[slice(*found["span"])] == "[[1, 2], [3, inf]]"
    assert row["errors"] == []


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("conv2d", {"input": [[1, 2], [3, 4]], "weight": [[1, 0], [0, 1]]}, {"output": [[5]]}),
        ("conv2d", {"input": [[1]], "weight": [[1]], "padding": 1, "stride": 2}, {"output": [[0, 0], [0, 0]]}),
        ("reconstruct", {"eigenvalues": [1, 3], "eigenvectors": [[1, 0], [0, 1]]}, {"matrix": [[1, 0], [0, 3]]}),
        ("count_parameters", {"layers": [{"type": "Linear", "in_features": 3, "out_features": 2}]}, {"total": 8}),
        ("count_parameters", {"model": "alexnet"}, {"total": 61_100_840}),
        (
            "scaled_dot_product_attention",
            {"query": [[1, 0]], "key": [[1, 0]], "value": [[2, 3]]},
            {"scores": [[1]], "weights": [[1]], "output": [[2, 3]]},
        ),
    ],
)
def test_tools_compute(name, given, expected):
    (row,) = _json("tool", name, "--jsonl", lines=[given])
    assert {field: row[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("conv2d", {"input": [[1]], "weight": [[1, 2]]}, "shape"),
        ("conv2d", {"input": [[1, 2], [3]], "weight": [[1]]}, "shape"),
        ("conv2d", {"input": [[1]], "weight": [[1]], "stride": 0}, "invalid"),
        ("conv2d", {"input": [[0] * 300] * 300, "weight": [[1]]}, "too_large"),
        ("count_parameters", {"model": "alexnett"}, "unknown_model"),
        ("scaled_dot_product_attention", {"query": [[1, 2]], "key": [[1]], "value": [[1]]}, "shape"),
        ("reconstruct", {"eigenvalues": [1], "eigenvectors": [["x"]]}, "invalid"),
        ("no_such_tool", {}, "invalid"),
        ("conv2d", [1, 2], "invalid"),
    ],
)
def test_tools_refuse_with_a_kind_and_a_sentence(name, given, kind):
    (row,) = _json("tool", name, "--jsonl", lines=[given])
    assert row["error"]["kind"] == kind
    assert len(row["error"]["message"]) > 10


def test_tools_lists_names_with_schemas():
    rows = _json("tools")
    assert [row["name"] for row in rows] == [
        "reconstruct",
        "count_parameters",
        "conv2d",
        "scaled_dot_product_attention",
        "output_size",
    ]
    assert all(row["input"]["type"] == "object" for row in rows)
