"""What Chainlit's page reads otherwise: colons it would take for directives, and formulas alone on a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.chat.dialect import displayed, escape_colons, for_chainlit

ROWS = [
    ("row:column", r"row\:column"),
    ("(N:C:H)", r"(N\:C\:H)"),
    ("at 10:30", r"at 10\:30"),
    ("::note and :::box", r"\:\:note and \:\:\:box"),
    ("**f:X**", r"**f\:X**"),
    ("| a:b | c |", r"| a\:b | c |"),
    ("$a$:b and `c`:d", r"$a$\:b and `c`\:d"),
    ("Note: all is well:", "Note: all is well:"),
    ("ends with a colon:\nnext line", "ends with a colon:\nnext line"),
    ("`a:b` and ``c`:d``", "`a:b` and ``c`:d``"),
    ("$f:X$ and $$\ng:Y\n$$", "$f:X$ and $$\ng:Y\n$$"),
    ("```python\nX[:, 0:2]\n```\nrow:2", "```python\nX[:, 0:2]\n```\nrow\\:2"),
    ("```\nnever closed a:b", "```\nnever closed a:b"),
    ("a ~~~ b:c and ```d``` e:f", r"a ~~~ b\:c and ```d``` e\:f"),
    ("~~~\na:b\n~~~\nc:d", "~~~\na:b\n~~~\nc\\:d"),
    ("see http://localhost:8000/x", "see http://localhost:8000/x"),
    (r"already a\:b", r"already a\:b"),
]


@pytest.mark.parametrize(("text", "escaped"), ROWS)
def test_rows(text: str, escaped: str) -> None:
    assert escape_colons(text) == escaped


@pytest.mark.parametrize(("text", "escaped"), ROWS)
def test_escaping_twice_is_escaping_once(text: str, escaped: str) -> None:
    assert escape_colons(escaped) == escaped


@given(st.text(alphabet="ab:`$~ \n|*"))
def test_only_backslashes_are_added(text: str) -> None:
    assert escape_colons(text).replace("\\", "") == text


@given(st.text(alphabet="ab: \n.,"))
def test_no_colon_of_plain_text_touches_the_next_word(text: str) -> None:
    assert not any(a != "\\" and b == ":" and c.isalpha() for a, b, c in triples(escape_colons(text)))


def triples(text: str) -> list[tuple[str, str, str]]:
    return list(zip(" " + text, text, text[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$$x = 1$$", "$$\nx = 1\n$$"),
        ("a\n\n$$x,$$\n\nb", "a\n\n$$\nx,\n$$\n\nb"),
        ("> $$x$$", "> $$\n> x\n> $$"),
        ("in $$x$$ a line", "in $$x$$ a line"),
        ("$$\nx\n$$", "$$\nx\n$$"),
        ("$$x$$ and $$y$$", "$$x$$ and $$y$$"),
    ],
)
def test_a_formula_alone_on_its_line_is_displayed(text: str, shown: str) -> None:
    assert displayed(text) == shown


def test_both_together() -> None:
    assert for_chainlit("f:X\n\n$$g:Y$$") == "f\\:X\n\n$$\ng:Y\n$$"
