"""Reply → Markdown, in one place. Formulas are `$…$` and `$$…$$`."""

from __future__ import annotations

from tools.content import Block, Code, Formula, MatrixBlock, Prose, Table, pmatrix
from tutor.reply import Reply


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\lvert ") for cell in cells) + " |"


def _table(table: Table) -> str:
    rule = "|" + " --- |" * len(table.header)
    return "\n".join((_row(table.header), rule, *(_row(row) for row in table.rows)))


def block_markdown(block: Block) -> str:
    """One block as Markdown."""
    match block:
        case Prose():
            return block.text
        case Formula():
            return f"$$\n{block.latex}\n$$"
        case MatrixBlock():
            return f"$$\n{block.name} = {pmatrix(block.value, block.decimals)}\n$$"
        case Code():
            return f"```{block.language}\n{block.source.rstrip()}\n```"
        case Table():
            return _table(block)


def markdown(reply: Reply) -> str:
    """The whole reply.

    >>> from tutor.reading.message import Act
    >>> markdown(Reply(act=Act.GREET, blocks=(Prose(text="Hello."), Formula(latex="x^2"))))
    'Hello.\\n\\n$$\\nx^2\\n$$'
    """
    return "\n\n".join(block_markdown(block) for block in reply.blocks)
