"""Code that counts parameters, found among words: the code, and the words that are left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.reading.reader import message_of
from tutor.reading.snippets import snippet_in

SUM = "sum(p.numel() for p in m.parameters())"
LOOP = "total = 0\nfor p in m.parameters():\n    total += p.numel()\nprint(total)"
FOUND = [
    (SUM, SUM, ""),
    (f"2: {SUM}", SUM, "2:"),
    (f"is {SUM}, the whole, right?", SUM, "is , the whole, right?"),
    (f"my code: `{SUM}` ok?", SUM, "my code: ` ` ok?"),
    (f"2: import torch\n{LOOP}", f"import torch\n{LOOP}", "2:"),
    (f"i did this\n\n{LOOP}\n\nis it right?", LOOP, "i did this is it right?"),
    (f"look ```python\n{LOOP}\n``` ok?", LOOP, "look ok?"),
    (f"look ```\n{LOOP}", LOOP, "look"),
    (f">>> m = alexnet()\n>>> {SUM}", f"m = alexnet()\n{SUM}", ""),
    (f"In [3]: {SUM}", SUM, ""),
    (f"    {LOOP}".replace("\n", "\n    "), LOOP, ""),
    (f"{SUM} + {SUM} is it", f"{SUM} + {SUM}", "is it"),
    (f"assert m is not None\n{SUM}", f"assert m is not None\n{SUM}", ""),
    (f"# exercise 2\n{SUM}", f"# exercise 2\n{SUM}", "exercise 2"),
]


@pytest.mark.parametrize(("text", "code", "words"), FOUND)
def test_code_is_found_among_words(text, code, words):
    snippet = snippet_in(text)
    assert snippet is not None
    assert (snippet.code, " ".join(snippet.words.split())) == (code, words)


NONE = [
    "what does parameters() yield?",
    "model.parameters()",
    "how many parameters are in features?",
    "features.0 has 23296 parameters in sum",
    "sum(p.numel() for p in nn.Linear(3, 4).parameters())",
    "[[1, 2], [3, 4]]",
    "assert len(list(m.parameters())) == 16",
    f"assert 16 == {SUM}",
    f"assertEqual({SUM}, 16)",
]


@pytest.mark.parametrize("text", NONE)
def test_no_code_to_follow(text):
    assert snippet_in(text) is None


@settings(deadline=None)  # the first text of all waits for the word lists
@given(st.text(alphabet="sum(p.numel) for in m.parameters`\n #>=+_", max_size=300))
def test_any_text_is_read(text):
    snippet = snippet_in(f"m.parameters() {text}")
    assert snippet is None or snippet.code
    message_of(text)


@pytest.mark.parametrize("text", [f"{SUM}\n61100840", f"assert {SUM} == 61100840", f"{SUM}  # 61100840"])
def test_a_number_beside_code_is_the_answer(text):
    assert message_of(text).code is None


def test_code_alone_is_handed_in():
    assert message_of(SUM).code == SUM
