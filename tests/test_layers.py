"""The house: which package may import which, and what no file may do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [path for folder in ("tools", "tutor") for path in sorted((ROOT / folder).rglob("*.py"))]

FORBIDDEN = [
    # where, what it must not import
    ("tools", ("tutor", "chainlit")),
    ("tutor/reading", ("tutor.dialogue", "tutor.chat", "tutor.reply", "tutor.state", "tutor.sheets", "chainlit")),
    ("tutor/dialogue", ("tutor.chat", "tutor.cli", "chainlit")),
    ("tutor/sheets", ("tutor.dialogue", "tutor.chat", "chainlit")),
]


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize(("folder", "forbidden"), FORBIDDEN, ids=[folder for folder, _ in FORBIDDEN])
def test_imports_run_one_way(folder, forbidden):
    files = [path for path in FILES if path.is_relative_to(ROOT / folder)]
    assert files
    wrong = [
        (path.relative_to(ROOT), name)
        for path in files
        for name in _imports(path)
        if any(name == taboo or name.startswith(taboo + ".") for taboo in forbidden)
    ]
    assert wrong == []


def test_only_the_chat_imports_chainlit():
    wrong = [
        path.relative_to(ROOT)
        for path in FILES
        if not path.is_relative_to(ROOT / "tutor/chat")
        and any(name.split(".")[0] == "chainlit" for name in _imports(path))
    ]
    assert wrong == []


def test_student_text_can_never_run():
    """No eval, exec, pickle or sympify anywhere in the product."""
    taboo = {"eval", "exec", "compile", "__import__", "sympify", "loads_pickle"}
    wrong = [
        (path.relative_to(ROOT), node.func.id)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in taboo
    ]
    assert wrong == []
    assert not [path for path in FILES if any(name.split(".")[0] in ("pickle", "sympy") for name in _imports(path))]


def test_no_module_but_the_models_costs_seconds_to_import():
    """Importing the whole dialogue must not import torch or chainlit: the first page waits for neither."""
    code = "import sys, tutor.cli, tutor.dialogue; print([m for m in ('torch', 'chainlit') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
