"""Ways to turn a matrix over: "flip the kernel", "mirror it left to right", "the picture upside down"."""

from __future__ import annotations

from tutor.reading.message import How
from tutor.reading.settings.of_that import of_that_row
from tutor.reading.settings.relative import BE, ChangeRow, change_row
from tutor.reading.settings.reshaped import PICTURE, named

_FLIP = r"(?:flip|flipped|mirror|mirrored|reflect|reflected|reversed?|turned|turn)"
_SWAP = r"(?:swap|swapped|exchange|exchanged|reversed?|interchange|interchanged|switch|switched|flip|flipped|mirrored)"
_ACROSS = (
    r"(?:from )?(?:the )?(?:left ?(?:-|/|<->)? ?(?:to |and |with )?(?:the )?correct|horizontal(?:ly)?|sideways|"
    r"(?:about|along|on|across|over|at) (?:its|the|a) vertical (?:axis|line))"
)
_DOWN = (
    r"(?:from )?(?:the )?(?:top ?(?:-|/|<->)? ?(?:to |and |with )?(?:the )?bottom|vertical(?:ly)?|upside ?-?down|"
    r"(?:about|along|on|across|over|at) (?:its|the|a) horizontal (?:axis|line))"
)
_WHICH = "kernel|filter|input|image|k|x"


def _mirrored(
    how: How, way: str, lines: str, code: tuple[str, ...], *says: str, not_says: tuple[str, ...] = ()
) -> ChangeRow:
    """A row of a reflection: the way it goes, the lines that change places, and how code writes it."""
    return change_row(
        how,
        0,
        rf"\b{_FLIP} {PICTURE}(?: matrix)?,? {way}(?!\w)|"
        rf"{named('setting2', _WHICH)}{BE},? (?:{_FLIP},? )?{way}(?!\w)|"
        rf"\b{way}[ -]{_FLIP} {PICTURE.replace('setting', 'setting3')}|"
        rf"\b{lines} (?:of|in) {PICTURE.replace('setting', 'setting4')}{BE} {_SWAP}\b|"
        rf"{named('setting9', _WHICH)} {lines}{BE} {_SWAP}\b|"
        rf"\b{_SWAP}(?: (?:the|its|two|order|of|both)){{0,5}} {lines} (?:of|"
        rf"in) {PICTURE.replace('setting', 'setting5')}|"
        + "|".join(one.replace("<name>", f"(?P<setting{6 + at}>{_WHICH})") for at, one in enumerate(code)),
        *says,
        not_says=not_says,
    )


ROWS: tuple[ChangeRow, ...] = (
    _mirrored(
        "flip_columns",
        _ACROSS,
        "column",
        (r"fliplr ?\( ?<name> ?\)", r"(?<![\w.])<name>\[ ?: ?, ?: ?: ?-1 ?\]"),
        "mirror the kernel left to right",
        "the kernel flipped horizontally",
        "swap the columns of K",
        "np.fliplr(K)",
        not_says=("swap the columns of Q",),
    ),
    _mirrored(
        "flip_rows",
        _DOWN,
        "row",
        (
            r"upside ?-?down (?:version of (?:the )?)?<name>\b",
            r"flipud ?\( ?<name> ?\)",
            r"(?<![\w.])<name>\[ ?: ?: ?-1 ?(?:, ?: ?)?\]",
        ),
        "flip the kernel upside down",
        "the rows of the kernel swapped",
        "np.flipud(K)",
    ),
    *(
        change_row(
            "quarter_turn",
            turns,
            rf"\b(?:rotate|rotated|turn|turned) {PICTURE}(?: by)? (?:90 ?(?:degrees?|°)?|a quarter(?: turn)?) ?{way}\b|"
            rf"{named('setting2', _WHICH)}{BE} (?:rotated?|turned?)(?: by)? (?:90 ?(?:degrees?|°)?|"
            rf"a quarter(?: turn)?) ?"
            rf"{way}\b",
            says,
        )
        for turns, way, says in (
            (-1, r"(?:clockwise|to the correct)", "the kernel rotated by 90 degrees clockwise"),
            (1, r"(?:counter-?clockwise|anti-?clockwise|to the left)", "rotate the kernel by 90° to the left"),
        )
    ),
    change_row(
        "flip",
        None,
        r"(?<!sign of )(?<!sign in )"
        rf"\b(?:flip|flipped|rotate|rotated|turned|turn|mirror|mirrored|reversed?) {PICTURE}(?! by 90| 90|"
        rf" by a quarter)|"
        rf"(?<!sign of )(?<!sign in )(?<!signs of the )(?<!signs in the )"
        rf"{named('setting2', 'kernel|filter|input|image')}{BE} (?:flip|flipped|rotated|mirrored|turned)\b(?! sign|"
        rf" by 90| 90| by a quarter)",
        "with a flipped kernel",
        "the kernel rotated by 180 degrees",
        "rotate the kernel",
        "flip the kernel",
    ),
    of_that_row("flip_columns", 0, rf"(?:{_FLIP} )?(?:it |that |this |them )?{_ACROSS}", "flip it left to right"),
    of_that_row("flip_rows", 0, rf"(?:{_FLIP} )?(?:it |that |this |them )?{_DOWN}", "now upside down"),
)
