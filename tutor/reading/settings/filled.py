"""Ways to say a whole matrix by words alone: "a 3x3 kernel of all ones", "the identity as the kernel"."""

from __future__ import annotations

from tutor.reading.settings.grammar import NUMBER
from tutor.reading.settings.relative import ChangeRow, change_row
from tutor.reading.settings.reshaped import MATRIX, named

_SIZE = r"(?P<rows>[1-9]) ?(?:x|by|multiply) ?(?P<columns>[1-9])"
_SIZED = rf"(?:{_SIZE} )?"
_SIZE_AFTER = (
    rf"(?:(?: of size| with size| size)? ?\(?{_SIZE.replace('rows', 'rows2').replace('columns', 'columns2')})?"
)
_ONLY = (
    r"(?:all|only|just|full of|nothing but|entirely|every|everywhere|purely|made of|filled with|fill with|consist of)"
)
_ENTRY_WORDS = r"(?:(?:minus |negative |-)?(?:ones|twos|threes|fours|fives|tens|[1-9]s|1's)|zero|zeros|zeroes|0s|0's)"
_ENTRY = r"(?:entry|entries|element|number|value|pixel|cell|component|weight)"
_EACH = r"\b(?:each|every|all)(?: (?:the|of|single|four|nine|two|4|9)){0,3}"
_ELSE = r"(?:elsewhere|everywhere else|otherwise|(?:in|at) (?:all )?the (?:rest|others?)|sonst)"
_SET = r"(?: (?:is|are|was|were|be|being|becomes?|would|to|equal|set|had|been|now)\b| ?=){1,4}"

ROWS: tuple[ChangeRow, ...] = (
    change_row(
        "checkerboard",
        0,
        rf"\b{_SIZED}(?:checkerboard|chessboard)(?: pattern)?(?: as| for)?(?: the| a|"
        rf" an)? {named('setting')}{_SIZE_AFTER}|"
        rf"{named('setting2')}(?: ?(?:of|with|is|was|were|be|a|as|like|in|the)\b){{0,4}} (?:checkerboard|chessboard)\b",
        "a checkerboard input",
        "the image is a checkerboard",
    ),
    change_row(
        "identity",
        None,
        rf"{named('setting')}[^.?!\d]{{0,24}} ones? (?:on|along|down) (?:the|its) (?:main )?diagonal",
        "a kernel with ones on the diagonal and zeros elsewhere",
    ),
    change_row(
        "fill",
        None,
        rf"\b{_SIZED}(?P<fill>all[- ](?:ones?|1s?|zeros?|0s?|{_ENTRY_WORDS})|ones|zeros?) "
        rf"{_SIZED.replace('>', '_d>')}{named('setting')}{_SIZE_AFTER}|"
        rf"\b{_SIZED.replace('>', '_b>')}{named('setting2')}{_SIZE_AFTER.replace('>', '_b>')}(?: in \d[a-c]?)?"
        r"(?: ?(?:of|with|is|was|were|be|are|has|have|that|which|matrix|the|a|would|,|=|:|to)\b| ?[=:,-]){0,4} "
        rf"?(?:(?:{_ONLY} ){{1,2}}(?:of |the |a )?(?P<fill2>{_ENTRY_WORDS})|(?<=of )(?P<fill3>(?:minus )?(?:ones|"
        rf"twos|threes)|-?[1-9]s|zero))\b(?! pad)|"
        rf"{named('setting3')} ?(?:=|is|as|:|be|was)? ?(?:(?:np|numpy|torch) ?\. ?)?(?P<fill4>ones|zero)_?(?:like)? ?"
        r"\( ?\(? ?(?:(?P<rows3>[1-9]) ?, ?(?P<columns3>[1-9])|[a-z]) ?\)? ?\)|"
        rf"\b{_SIZED.replace('>', '_e>')}(?:matrix|array|block|grid) (?:of|full of|with)(?: all| only)? "
        rf"(?P<fill6>{_ENTRY_WORDS}) (?:as|for|in place of|instead of)(?: (?:the|a|my|new)){{0,2}} {named('setting6')}|"
        rf"\b(?:put|write|with|set|place)(?: {_ONLY})? (?P<fill5>{_ENTRY_WORDS}) (?:in|into|everywhere in|all over) "
        rf"{MATRIX.replace('setting', 'setting5')}(?:,?{_SIZE_AFTER.replace('>', '_c>')})",
        "a 3x3 kernel of all ones",
        "a 3 by 3 kernel full of ones",
        "the kernel is all ones",
        "all-zero input 4x4",
        "a 5x5 input of all zeros",
        "a kernel of only ones",
        "an all-ones kernel",
        "kernel of 1s",
        "Q is all zeros",
        "K = np.ones((3,3))",
        "put all ones in the kernel, 2x2",
        "an all ones 2x2 filter",
        "a kernel of twos",
        not_says=("pad the input with zeros", "zeros around the input", "the input is padded with zeros", "kernel 1"),
    ),
    change_row(
        "fill",
        None,
        rf"{_EACH} {_ENTRY} (?:of|in|from) {MATRIX}{_SET} ?(?:just |only )?(?P<amount>{NUMBER})(?!\w|[.,]\d|x\d|"
        rf" (?:big|large|more|high|great|small|less|low|fewer|times|multiply))|"
        rf"{_EACH} {named('setting2')} {_ENTRY}{_SET} ?(?:just |only )?(?P<amount2>{NUMBER})(?!\w|[.,]\d|x\d| (?:big|"
        rf"large|more|high|great|small|less|low|fewer|times|multiply))",
        "every entry of the kernel equal to 2",
        "all kernel entries set to one",
        "where every kernel entry is 3",
        not_says=("is every entry of Y 2",),
    ),
    change_row(
        "fill",
        None,
        rf"{named('setting')}[^.?!]{{0,60}}? (?:(?P<fill>zero) {_ELSE}|"
        rf"(?:{_ELSE}|(?:the|all) (?:rest|others?)|everything else)(?: (?:is|are|all|only|"
        rf"just)){{0,3}} (?P<fill2>zero))"
        r"(?! padding)\b",
        "a kernel with a single one in the top left corner and zeros elsewhere",
        "the kernel has a 1 at the bottom right, the rest is zero",
        not_says=("the kernel and zeros around the input", "the kernel with zero padding"),
    ),
    change_row(
        "identity",
        None,
        rf"\b{_SIZED}(?:identity|unit|eye)(?: matrix)?(?: as| for)?(?: the)? {named('setting')}{_SIZE_AFTER}|"
        rf"{named('setting2')}(?: in \d[a-c]?)?(?: ?(?:of|with|is|was|were|be|the|a|to|would|an|as)\b| ?[=:]){{0,4}} ?"
        rf"{_SIZED.replace('>', '_b>')}(?:identity|unit matrix|einheitsmatrix)(?: matrix)?"
        rf"{_SIZE_AFTER.replace('>', '_b>')}|"
        rf"{named('setting3')} ?(?:=|as|:|is|was|be)? ?(?:(?:np|numpy|torch) ?\. ?)?(?:eye|identity) ?\( ?"
        r"(?:(?P<rows3>[1-9])(?: ?, ?(?P<columns3>[1-9]))?) ?\)|"
        rf"{named('setting4')} ?= ?i(?: ?_ ?\d)?(?= ?(?:[?.,!]|$|and|with|then))",
        "the identity kernel 2x2",
        "the kernel is the 2x2 identity matrix",
        "K = I",
        "V the identity matrix",
        "kernel torch.eye(2)",
        "with the identity as the kernel",
        not_says=("is Q Q^T the identity",),
    ),
)
