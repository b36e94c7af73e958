"""How attention's scores are said to be scaled by a power of d_k itself: "divide by d_k, no root"."""

from __future__ import annotations

from tutor.reading.settings.relative import change_row
from tutor.reading.settings.scaling import SCORES

_D = r"d ?_? ?k\b"
_ROOTED = rf"(?:np\.|math\.|torch\.)?(?:root|sqrt) ?(?:of )?\(? ?{_D} ?\)?"
_BY_D = rf"(?:the )?(?:(?:frac ?1|1 ?/|one over|/) ?)?\(? ?{_D} ?\)?"
_IT = r"(?: (?:by|the|score|it|them|all|everything|with|matrix|through|of)){0,4}"
_PLAIN = r"(?:just|only|plain|bare|full|simple|simply|merely|straight|raw|plainly)"
_FOR = r"(?:instead of|rather than|in place of|not)"

ROWS = (
    change_row(
        "power_of_d_k",
        -1.0,
        rf"\bdivide{_IT}(?: {_PLAIN}){{0,4}} (?:the )?{_D}[^?!]{{0,22}}?\b(?:{_FOR}|without|no)\b[^.?!]{{0,14}}"
        r"\b(?:root|sqrt)|"
        rf"\bdivide{_IT} (?:the )?{_D},? (?:itself|directly|only|alone|plain|as is)\b|"
        rf"\bdivide{_IT} {_PLAIN} (?:by )?(?:the )?{_D}|"
        rf"\b(?:no|without|forget|leave (?:off|out)|drop|skip|omit|remove|not)(?: (?:the|a|square|take)){{0,4}} "
        rf"(?:root|sqrt)\b[^.?!]{{0,16}}\bdivide{_IT} {_D}|"
        rf"\b(?:if|when|but|with|suppose|let|instead)\b[^.?!]{{0,24}}?\bdivide{_IT} {_D}(?! or\b)|"
        rf"{SCORES} ?(?:/|over) ?\(? ?{_D}|\bfrac qk ?\^? ?t {_D}|"
        rf"(?:{_ROOTED})[^.?!]{{0,16}}? (?:by|with|to|into|becomes?|->|→|is) {_BY_D}(?! ?root)|"
        rf"\b(?:use|with|take|scale by|multiply by|divide by|by) {_BY_D} {_FOR}[^.?!]{{0,20}}?{_ROOTED}|"
        rf"\bscale(?: factor)?(?: by| of| is| with| set to)? ?=? ?(?:1 ?/|one over) ?{_D}|"
        rf"\b(?:replace|swap|change|exchange)[^.?!]{{0,30}}{_ROOTED}[^.?!]{{0,12}} {_BY_D}",
        "divide by d_k instead of its root",
        "divide by d_k, not sqrt(d_k)",
        "scores divided by d_k, no root",
        "divided by d_k (no square root)",
        "leave off the sqrt and divide by d_k",
        "divide by plain d_k",
        "with QK^T/d_k",
        "if I replaced the factor $1/\\sqrt{d_k}$ by $1/d_k$",
        "use 1/d_k instead of 1/sqrt(d_k)",
        "change 1/√d_k to 1/d_k",
        "replace / np.sqrt(d_k) with / d_k",
        not_says=("why do we divide by sqrt d_k", "do we divide by d_k or by its root", "QK^T/sqrt(d_k)"),
    ),
    change_row(
        "power_of_d_k",
        0.5,
        rf"\bmultiply{_IT} (?:square )?{_ROOTED},? (?:instead|{_FOR}|where|before)\b|"
        rf"\bmultiply,? (?:by |with )?{_FOR} (?:to )?divide{_IT} (?:square )?{_ROOTED}|"
        rf"{SCORES} multiply{_IT} {_ROOTED}",
        "multiply by sqrt(d_k) instead of dividing by it",
        "multiply instead of dividing by the root of d_k",
        "scores times sqrt(d_k)",
        not_says=("multiply by 1/sqrt(d_k)",),
    ),
    change_row(
        "power_of_d_k",
        1.0,
        rf"\bmultiply{_IT} {_D},? (?:instead|{_FOR}|where|before)\b|{SCORES} multiply{_IT} {_D}",
        "multiply the scores by d_k instead",
    ),
)
