"""How a text tells other settings than the sheet's: supposed on purpose, told as done, or run as code."""

from __future__ import annotations

import re

_SUPPOSES = re.compile(
    r"\b(?:if(?! (?:this|that|it|it's|my|i'm|i am|correct|right|ok)\b)|suppos\w+|assum\w+|imagine|on purpose|"
    r"deliberately|intentionally|purposely|hypothetical\w*|let's say|for fun|falls|wenn|angenommen|absichtlich)\b",
    re.IGNORECASE,
)
"""Words that put other settings in the place of the sheet's."""
_STATES = re.compile(
    r"\b(?:instead|rather than|tried|changed (?:it|the \w+)(?: of \w+)? to|still)\b|\b(?:right|correct|"
    r"ok) (?:with|without|for|under)\b|"
    r"\bwith(?:out)? (?:an? |the |any )?(?:strides?|padding|dilation|bias|causal mask|scaling|scale|eigen\w+|"
    r"\w+ (?:classes|"
    r"outputs))\b[^.?!\[=]{0,40}|\bwith\b[^.?!\[=]{0,80}\b(?:i|we) (?:get|got|found|find|have)\b|"
    r"\b\d[a-c]? (?:with|mit) \w{4,12} ?=|"
    r"\bmit (?:stride|schrittweite|padding|bias|kausaler maske)\b|\b(?:has|have)\b[^?!]{0,30}\bparam",
    re.IGNORECASE,
)
"""Words that state something of other settings, unless a slip is told beside them."""
_CONFESSES = re.compile(
    r"\b(?:i|we)(?:'ve| have| had| think i| guess i)? (?:just |only |accidentally |maybe |probably |have |also |first |"
    r"then ){0,2}(?:used|forgot|forgotten|took|swapped|flipped|missed|didn'?t|did not|left out|skipped|ignored|applied|"
    r"did|put|added|transposed|multiplied|divided|padded|scaled|moved|slid|shifted|don'?t|do not)\b|"
    r"\b(?:accidentally|by accident|by mistake|forgot)\b|"
    r"\b(?:ich hab\w?|hab\w? ich)\b[^.?!]{0,80}\b(?:gemacht|genommen|vergessen|benutzt|verwendet|geteilt|weggelassen|"
    r"vertauscht|gedreht)\b|"
    r"^(?:\d[a-c]?[ :,.]{1,3})?(?:used|forgot|took|swapped|flipped|missed|left out|skipped|ignored|applied|put|added|"
    r"transposed|multiplied|divided|padded|scaled|moved|slid|shifted)\b",
    re.IGNORECASE,
)
"""Words for what was done, on purpose or not."""
_AGAINST_SHEET = re.compile(
    r"\b(?:match\w{0,2}|agrees? with|equals?|same as|compare[sd]? (?:to|with)|what|as (?:in|on)|like (?:in|on))"
    r"(?: (?:the|what's on|that|in|on|our|my)){0,3} sheet(?!'s (?:number|matri))\b",
    re.IGNORECASE,
)
"""Words that ask for the sheet's own result, whatever settings a student told of."""
_RAN = re.compile(
    r"\w\([^()]{0,60}\b(?:stride|padding|dilation|num_classes|is_causal|scale|bias|attn_mask) ?=|\bF\.\w{2,20}\(|"
    r"\bwith \w{3,12}=\w{1,8} (?:i|we) got\b",
    re.IGNORECASE,
)
"""Code that a student ran on the sheet's numbers, settings and all."""
_WORKED = re.compile(
    r"\b(?:divid\w+|multiplying|normali[sz]ing|transposing|flipping|summing|teilen|teile|dividier\w+|multiplizier\w+|"
    r"normalisier\w+|added|padded|addiert)\b",
    re.IGNORECASE,
)
"""Words for what was done on the way."""
_TERM = re.compile(
    r"\b(?:strides?|schrittweite|padding|pad|dilation|bias|scale|scaling|unscaled|skalierung|causal|kausal\w*|mask\w*|"
    r"class\w*|klassen)\b|num_classes",
    re.IGNORECASE,
)
"""The names of settings in which what was done shows: who supposes one names it, "a frame of zeros" was put there."""
_SET = re.compile(
    r"\b(?:stride|schrittweite|padding|dilation)(?: of| is| was| at| be| to|=| =|:)? ?[0-9]\b", re.IGNORECASE
)
"""A setting of a convolution with its number."""
_UNDER = re.compile(
    r"\b(?:with|without|if|when|for|under|using|would|could|mit|ohne|wenn|wäre|bei|where|then|causal|makes?|gives?)\b",
    re.IGNORECASE,
)
"""Words by which a setting is what a result stands under, and not all there is to say of it."""


def supposes(text: str) -> bool:
    """Whether a text speaks of other settings on purpose.

    >>> supposes("with stride 2 I get 1"), supposes("I used stride 2 instead")
    (True, False)
    """
    if _SUPPOSES.search(text):
        return True
    return _STATES.search(text) is not None and not confesses(text)


def confesses(text: str) -> bool:
    """Whether a text tells what was done."""
    return _CONFESSES.search(text) is not None


def ran(text: str) -> bool:
    """Whether a text tells of code that was run with settings of its own."""
    return _RAN.search(text) is not None


def names_setting(text: str) -> bool:
    """Whether a text names a setting that a result stands under, and not only what was done on the way."""
    names = _TERM.search(text) is not None and _UNDER.search(text) is not None
    return names and not (confesses(text) or ran(text) or _WORKED.search(text))


def sets(text: str) -> bool:
    """Whether a text sets a number of a convolution and tells of nothing that was done.

    >>> sets("3a at stride 2: ..."), sets("I used stride 2 in 3a"), sets("with zeros on the left only")
    (True, False, False)
    """
    return _SET.search(text) is not None and not (confesses(text) or ran(text) or _WORKED.search(text))


def against_sheet(text: str) -> bool:
    """Whether a text asks for the sheet's own result, whatever settings it tells."""
    return _AGAINST_SHEET.search(text) is not None
