"""The report on the sheet's own numbers: which slips they cannot tell apart, and which they let pass."""

from __future__ import annotations

from collections.abc import Iterator

from tools.collisions import collisions
from tutor.sheets.sheet import Sheet


def collisions_report(sheet: Sheet) -> str:
    """One paragraph for each exercise and part."""
    return "\n\n".join("\n".join(lines) for lines in _paragraphs(sheet))


def _paragraphs(sheet: Sheet) -> Iterator[list[str]]:
    for exercise in sheet.exercises:
        for label, task in exercise.tasks.items():
            found = collisions(task)
            lines = [f"{exercise.number}{label or ''}"]
            lines += [f"  same numbers: {' = '.join(group)}" for group in found.groups]
            lines += [f"  right answer: {', '.join(found.right)}"] if found.right else []
            yield lines if len(lines) > 1 else [*lines, "  every slip shows"]
