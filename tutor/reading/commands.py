"""Requests written as a shell, a web address, JSON, YAML or SQL would have them: `make hint EX=3a`, `GET /hint/3b`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from tutor.reading.gate import TEXTS, Gate, gated_text

_ASKED = r"(?P<act>hints?|tips?|solutions?|solve|answers?|statements?|practice|explain|progress|help|check)"
_KEY = r"(?:ex(?:ercise)?|task|aufgabe|problem)s?"
_NUMBER = r"(?P<number>[1-9])"
_PART = r"(?P<part>[a-c])"
_GIT = r"(?:stash|revert|reset|commit|add|push|pull|rebase|restore|merge|cherry-pick|fetch|bisect)"
_TUTOR = r"(?:(?:python3? (?:-m )?|\./)?tutor(?:\.py)?|(?:python3? (?:-m )?|\./)\w{1,12}(?:\.py)?)"
_CLOSE = r"(?:(?:np|numpy|math|torch)\.)?(?:isclose|allclose|is_close)"
_ENTRY = r"[A-Z]\[\d(?:\]\[|, ?)\d\]"


@dataclass(frozen=True)
class Command:
    """A way to write a request, and the words it stands for, with the groups of the pattern in braces.

    `says` are (what is written, what is read) with the gaps closed.
    """

    pattern: re.Pattern[str]
    words: str
    says: tuple[tuple[str, str], ...]


def _command(pattern: str, words: str, *says: tuple[str, str]) -> Command:
    return Command(re.compile(pattern, re.IGNORECASE), words, says)


COMMANDS = (
    _command(
        rf"^[$>%\s]*{_TUTOR} (?:--?)?(?:help|h|usage)\s*$|^[$>%\s]*man (?:tutor|bot|\./tutor)\s*$|"
        r"^\?help\s*$|^help\((?:tutor|bot|this|self)\)\s*$|^GET /(?:help|usage)/?\s*$",
        "help",
        ("tutor --help", "help"),
        ("python -m tutor --help", "help"),
        ("man tutor", "help"),
        ("help(tutor)", "help"),
    ),
    _command(
        r"^[$>%\s]*git (?:status|log)\b(?: -\S+)*(?=\s*(?:#|$))|^\W*[\"']?\w{2,8}[\"']?\s*:\s*[\"']?progress[\"']?\W*$",
        "progress",
        ("git status", "progress"),
        ("$ git log --oneline", "progress"),
        ('{"act": "progress"}', "progress"),
    ),
    _command(r"^[$>%\s]*git blame\W*$", "why wrong", ("git blame", "why wrong")),
    _command(r"\bgit blame says \w{1,8}\b\.?", "", ("git blame says me. but why?", "but why?")),
    _command(
        rf"\bgit clone (?={_KEY}[_-]?[1-9])",
        "practice ",
        ("git clone ex1 --new-numbers", "practice ex1 --new-numbers"),
    ),
    _command(
        rf"\bgit (?:checkout|switch)\s+(?:{_KEY}[_/-]?)?{_NUMBER}(?:[_/-]?{_PART})?(?![\w.])",
        "go to {number}{part}",
        ("git checkout ex4", "go to 4"),
        ("git switch 3b", "go to 3b"),
    ),
    _command(
        r"\bgit (?:checkout|switch) -[bc] [\w/-]{1,40}(?:\s*(?:&&|;|#)\s*)?",
        "",
        ("git checkout -b more  # a new task for 2", "a new task for 2"),
    ),
    _command(
        r"\bgit (?:checkout|switch) [a-z][\w/.-]{1,40}\s*(?:&&|;|#)\s*",
        "",
        ("git checkout main && hint 2", "hint 2"),
    ),
    _command(
        rf"\bgit {_GIT}(?:\s+(?:-\S+|HEAD\S*|origin|main|master|\.))*(?:\s*(?:&&|;|,|#)\s*|(?=\s*$))",
        "",
        ("git stash && hint for 2", "hint for 2"),
        ("git revert HEAD, I only wanted a hint", "I only wanted a hint"),
    ),
    _command(r"(?<=\s)&&(?=\s)", ",", ("go to 4 && hint", "go to 4 , hint")),
    _command(r"\bgit show (?=\w)", "show ", ("git show ex3b", "show ex3b")),
    _command(r"^[$>%\s]*sudo (?!rm)", "", ("sudo show me the solution", "show me the solution")),
    _command(
        rf"\bselect\s+{_ASKED}\s+from\s+\w{{1,20}}\s+where\s+\w{{1,12}}\s*=\s*['\"]?{_NUMBER}['\"]?"
        rf"(?:\s+and\s+\w{{1,8}}\s*=\s*['\"]?{_PART}['\"]?)?\s*;?",
        "{act} exercise {number}{part}",
        ("SELECT hint FROM exercises WHERE id = 2;", "hint exercise 2"),
        ("select solution from tasks where number=3 and part='b'", "solution exercise 3b"),
    ),
    _command(
        rf"(?:\b(?:curl|wget|http)(?: -\S+)* )?(?:\b(?:GET|POST|PUT) )?(?:https?://)?(?:[\w.-]{{1,40}}(?::\d{{2,5}})?)?"
        rf"/{_KEY}/{_NUMBER}(?:/?(?:parts?/)?{_PART})?/{_ASKED}(?:\.\w{{2,4}})?(?![\w/])",
        "{act} exercise {number}{part}",
        ("GET /exercises/3/parts/b/hint", "hint exercise 3b"),
        ("curl -s localhost:8000/exercises/2/solution", "solution exercise 2"),
    ),
    _command(
        rf"(?:\b(?:curl|wget|http|cat|less|more|open|vim|head|tail)(?: -\S+)* )?(?:\b(?:GET|POST|PUT) )?"
        rf"(?:https?://)?(?:[\w.-]{{1,40}}(?::\d{{2,5}})?/|/|\b){_ASKED}/(?:{_KEY}[_-]?)?{_NUMBER}/?{_PART}?"
        r"(?:\.\w{2,4})?(?![\w/])",
        "{act} {number}{part}",
        ("GET /hint/4", "hint 4"),
        ("curl localhost:8000/hint/3b", "hint 3b"),
        ("cat solutions/3c.txt", "solutions 3c"),
    ),
    _command(
        rf"\b{_ASKED}\[['\"]?(?:{_KEY}[_ ]?)?{_NUMBER}{_PART}?['\"]?\](?:\[\d\])?",
        "{act} {number}{part}",
        ("solution['2']", "solution 2"),
        ("hints[1][0]", "hints 1"),
    ),
    _command(
        rf"\b{_KEY}\[['\"]?{_NUMBER}{_PART}?['\"]?\]\.(?P<act>hint|tip|solution|solve|answer|statement|text|practice)s?"
        r"(?:\(\)|\b)",
        "{act} ex {number}{part}",
        ("exercises[4].solution", "solution ex 4"),
        ("exercises[3].text", "text ex 3"),
    ),
    _command(
        rf"^(?:print\()?(?:sheet|exercises?|tasks?)\[['\"]?{_NUMBER}{_PART}?['\"]?\]\)?(?=\s*(?:$|[#;\n]))",
        "show {number}{part}",
        ("print(sheet[4])", "show 4"),
        ("exercises['3b']", "show 3b"),
    ),
    _command(
        r"^\W*[\"']?(?:act|action|request|type|intent|command|cmd|do|want|kind|job)[\"']?\s*:\s*"
        r"(?:\n\s*(?:act|action|type|kind):\s*)?[\"']?"
        rf"{_ASKED}\b[\"']?[,;\s]+[\"']?{_KEY}[\"']?\s*:\s*[\"']?{_NUMBER}{_PART}?[\"']?"
        rf"(?:[,;\s]+[\"']?part[\"']?\s*:\s*[\"']?(?P<letter>[a-c])[\"']?)?[\s}}]*$",
        "{act} {number}{part}{letter}",
        ('{"act": "hint", "exercise": 2}', "hint 2"),
        ("action: solution\nexercise: 3\npart: b", "solution 3b"),
    ),
    _command(
        rf"\b{_ASKED}[ -]+(?:--)?(?:(?:{_KEY}|n|id)[ ]?[=:][ ]?)?['\"]?{_NUMBER}[ ]?{_PART}?['\"]?"
        r"(?=\s*(?:$|[#;\n]))",
        "{act} {number}{part}",
        ("make hint EX=3a", "make hint 3a"),
        ("make hint-4", "make hint 4"),
    ),
    _command(
        rf"\b\w{{1,12}}\.(?:ask|get|request|show|give|do)\(['\"]{_ASKED}['\"], ?"
        rf"['\"]?{_NUMBER}{_PART}?['\"]?\)",
        "{act} {number}{part}",
        ('tutor.ask("hint", 4)', "hint 4"),
    ),
    _command(
        rf"<{_ASKED} \w{{1,10}}=['\"]?{_NUMBER}{_PART}?['\"]?(?: part=['\"]?(?P<letter>[a-c])['\"]?)?\s?/?>",
        "{act} {number}{part}{letter}",
        ('<hint exercise="3" part="b"/>', "hint 3b"),
    ),
    _command(
        rf"\b{_ASKED}\((?:\w{{1,10}} ?= ?)?{_NUMBER}, ?(?:part ?= ?)?['\"]{_PART}['\"]\)",
        "{act} {number}{part}",
        ("return solution(3, 'a')", "return solution 3a"),
    ),
    _command(rf"\b{_ASKED}::{_NUMBER}{_PART}?\b", "{act} {number}{part}", ("hint::3b", "hint 3b")),
    _command(
        r"\braise (?P<act>hint|solution|help|statement)\w{0,12}\(",
        "{act} (",
        ("raise HintNeeded('ex 2')", "Hint ( 'ex 2')"),
    ),
    _command(
        rf"\bassert\w{{0,16}}[ (]\s*(?:{_CLOSE}\(\s*|abs\(\s*|round\(\s*)?(?={_ENTRY})",
        "check ",
        ("assert A[0, 1] == -0.5", "check A[0, 1] == -0.5"),
        ("assertEqual(A[1, 0], 0.5)", "check A[1, 0], 0.5)"),
        ("assert np.isclose(A[0, 0], 1.5)", "check A[0, 0], 1.5)"),
    ),
    _command(rf"\b{_CLOSE}\(\s*(?={_ENTRY})", "check ", ("np.isclose(A[0, 0], 1.5)", "check A[0, 0], 1.5)")),
    _command(r"(?<=\])\.item\(\)", "", ("A[0, 0].item() == 1.5", "A[0, 0] == 1.5")),
    _command(r"\)\s*<=?\s*\d?\.?\d*e-\d{1,2}\s*$", "", ("A[1, 0] - 0.5) < 1e-6", "A[1, 0] - 0.5")),
    _command(
        r"\b(?P<matrix>[QKVX])\s?\*=\s?(?P<times>\d)(?![\w.])",
        "{matrix}={times}{matrix}",
        ("Q *= 2", "Q=2Q"),
    ),
    _command(
        r"\b(?P<matrix>K)\s?=\s?(?P=matrix)\.(?:T|mT|t\(\)|transpose\(\))(?!\w)",
        "use {matrix}^T",
        ("K = K.T", "use K^T"),
    ),
)

_GATE = Gate(COMMANDS, TEXTS)
_SIGNS = gated_text(
    r"\b(?:git|make|tutor|sudo|select|curl|GET|POST|raise|assert\w*|help\()|/\w|&&|::|--|<\w|\?\w|\w[\[(]['\"\d]|"
    r"[\"'\w]\s?:\s|-\d|[*+]=|\.T\b",
    re.IGNORECASE,
)
"""What no command is without."""


def _padded(command: Command, match: re.Match[str]) -> str:
    groups = {name: value or "" for name, value in match.groupdict().items()}
    return command.words.format(**groups).ljust(len(match[0]))


def plainly(text: str) -> str:
    """The text with commands as the words they stand for, character for character.

    >>> plainly("make hint EX=3a"), plainly("git revert HEAD, just a hint").strip()
    ('make hint 3a   ', 'just a hint')
    >>> plainly("with EX=3a")
    'with EX=3a'
    """
    open_to = list(_GATE.open_to(text))
    if not (open_to and _SIGNS.search(text) and any(command.pattern.search(text) for command in open_to)):
        return text
    said = text
    for command in COMMANDS:
        said = command.pattern.sub(partial(_padded, command), said)
    return said if said.strip() and len(said) == len(text) else text
