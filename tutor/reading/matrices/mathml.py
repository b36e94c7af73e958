"""MathML: `<mtable><mtr><mtd><mn>1</mn></mtd>…`, as copied from a web page's source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.reading.matrices.dressing import dressed
from tutor.reading.matrices.grid import Cells, array, truncated
from tutor.reading.matrices.names import name_before
from tutor.reading.matrices.page import Claim
from tutor.reading.message import Found

_TAG = re.compile(
    r"<(/?)(?:\w+:)?(math|mtable|mtr|mtd|mfrac|msqrt|msup|msub|mrow|mo|mn|mi|mfenced|annotation)\b[^<>]*?(/?)>|<[^<>]*>"
)
_OPENED = re.compile(r"<(?:\w{1,8}:)?mtable\b")
_CLOSED = re.compile(r"</(?:\w{1,8}:)?mtable\s*>")
_ENTITIES = {"&minus;": "-", "&#x2212;": "-", "&#8722;": "-", "&#x2062;": "", "&InvisibleTimes;": "", "&nbsp;": " "}
_BREAKS = {"mtr": "\n", "mtd": "\t"}


def mathml(text: str) -> Iterator[Claim]:
    """Every `<mtable>`; the whole `<math>` element around it is taken, its LaTeX annotation included.

    >>> cell = "<mtd><mn>{}</mn></mtd>".format
    >>> table = f"<math><mtable><mtr>{cell(1)}{cell(2)}</mtr></mtable></math>"
    >>> [claim.result.value.tolist() for claim in mathml(table)]
    [[[1.0, 2.0]]]
    """
    if "mtable" not in text:
        return
    at = 0
    while opened := _OPENED.search(text, at):
        opening, start = opened.span()
        closing = _CLOSED.search(text, start)
        math = text.rfind("<math", at, opening)
        end_math = text.find("</math>", start)
        end = end_math + len("</math>") if end_math >= 0 else closing.end() if closing else len(text)
        begin = math if math >= 0 else opening
        if not closing:
            yield Claim(begin, end, truncated("`<mtable>` is never closed").at((begin, end)))
            return
        yield _claim(text, begin, opening, closing, end)
        at = end


def _claim(text: str, begin: int, opening: int, closing: re.Match[str], end: int) -> Claim:
    rows = [row for row in linear(text[opening : closing.start()]).split("\n") if row.strip()]
    cells: Cells = [[cell.strip() for cell in row.split("\t")[1:]] for row in rows]
    result = array(cells, (begin, end))
    if not isinstance(result, Found):
        return Claim(begin, end, result)
    left = linear(text[begin:opening]).rstrip("( [|")
    right = linear(text[closing.end() : end].split("<annotation")[0]).lstrip(") ]|")
    line = f"{left}\ue000{right}"
    around = Found(name=result.name, value=result.value, span=(len(left), len(left) + 1), decimals=result.decimals)
    worn = dressed(line, around)
    if not isinstance(worn, Found):
        return Claim(begin, end, worn.model_copy(update={"span": (begin, end)}))
    name = worn.name or name_before(text, begin)
    return Claim(begin, end, Found(name=name, value=worn.value, span=(begin, end), decimals=worn.decimals))


def linear(markup: str) -> str:
    """MathML as one line of arithmetic: rows end with a line break, cells begin with a tab.

    >>> linear("<mfrac><mn>1</mn><mn>2</mn></mfrac>")
    '((1)/(2))'
    """
    for entity, sign in _ENTITIES.items():
        markup = markup.replace(entity, sign)
    markup = re.sub(r"\s+", " ", re.sub(r"<annotation[^<]*</annotation>", "", markup))
    written: list[str] = []
    inside: list[tuple[str, int]] = []  # fraction or power, and how many of its parts are open or done
    at = 0
    for tag in _TAG.finditer(markup):
        written.append(markup[at : tag.start()].strip())
        at = tag.end()
        name = tag.group(2)
        if not name or tag.group(3):
            continue
        if tag.group(1):
            if inside and inside[-1][0] == name:
                inside.pop()
                written.append({"mfrac": ")", "msqrt": ")", "msup": ")", "msub": ""}.get(name, ""))
            written.append(_BREAKS["mtr"] if name == "mtr" else "")
            _close_part(written, inside)
            continue
        if inside and inside[-1][0] in ("mfrac", "msup") and inside[-1][1] % 2 == 0:
            parent, count = inside[-1]
            written.append("(" if count == 0 else ("/(" if parent == "mfrac" else "^("))
            inside[-1] = (parent, count + 1)
        if name == "mtd":
            written.append("\t")
        if name in ("mfrac", "msup", "msub", "msqrt", "mrow", "mo", "mn", "mi"):
            written.append({"mfrac": "(", "msup": "(", "msqrt": "sqrt("}.get(name, ""))
            inside.append((name, 0))
    written.append(markup[at:].strip())
    return "".join(written)


def _close_part(written: list[str], inside: list[tuple[str, int]]) -> None:
    """Close the parenthesis around a numerator, a denominator, a base or an exponent."""
    if inside and inside[-1][0] in ("mfrac", "msup") and inside[-1][1] % 2 == 1:
        written.append(")")
        inside[-1] = (inside[-1][0], inside[-1][1] + 1)
