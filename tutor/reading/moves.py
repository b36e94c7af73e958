"""Short turns that only the conversation completes: next, again, yes, why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.reading.gate import Gate
from tutor.reading.message import Move
from tutor.reading.spelling import gated_normal, normal

_SOFT = (
    "(?:ok|and|so|oh|please|then|now|well|ah|hm|but|um|thanks|the|just|right|alright|sure|great|good|"
    "cool|nice|lol|yes|no|actually|wait|let us|can we|can i|could you|can you|me|i want|i need|show|"
    r"(?:that is |this is |still )?not enough|(?:that|this|it) (?:is|did) not (?:help\w*|enough)|not helpful|"
    r"still nothing|"
    "(?:did|done|had) (?:that|it|this)(?: already)?|"
    "show me|give me|do|got it|understood|i see|[,.!;:]) ?"
)
_TAIL = r"(?: (?:please|then|now|again|thanks|for me|one|of them|hint|step|already|so|ok)){0,6}[ .!?]*$"


@dataclass(frozen=True)
class Turn:
    """A way to say a move in a whole message."""

    move: Move
    pattern: re.Pattern[str]
    says: tuple[str, ...]


def _turn(move: Move, pattern: str, *says: str) -> Turn:
    return Turn(move, normal(rf"^(?:{_SOFT}){{0,8}}(?:{pattern}){_TAIL}"), says)


TURNS = (
    _turn(
        Move.NEXT,
        (
            "next|another(?: one| 1)?|more|go on|1 more|(?:what (?:is |come )?)?after(?: that| this| it)?|"
            "continue|keep going|one more|further|"
            "go ahead|proceed|move on|carry on|"
            "and (?:next|more|then|now)|still more|"
            "what else(?: (?:do |have )?you(?: have)?(?: got)?)?|anything else|next one|"
            "the next|another a"
        ),
        "next",
        "another one please",
        "go on",
        "ok more",
        "weiter",
        "noch einen",
    ),
    _turn(
        Move.AGAIN,
        (
            "again|once more|one more time|"
            "repeat(?: (?:that|it|this|please))?|"
            "say (?:that|it) again|come again|"
            "what did you say|do (?:it|that) again|"
            "pardon|show (?:that|it) again|"
            "redo"
        ),
        "again",
        "repeat that please",
        "nochmal",
        "say that again?",
    ),
    _turn(
        Move.BACK,
        (
            "(?:go |take me |let us go |come )?back|"
            "previous(?: one)?|go to (?:the )?previous(?: one)?|"
            "the (?:previous|one before)|"
            "before"
        ),
        "back",
        "go back",
        "previous one",
    ),
    _turn(
        Move.WHY,
        (
            "why(?: (?:not|is that|though|so|that|is it|wrong|is it wrong|is this wrong|is that wrong|does it|"
            "do you|is it not|is it like that|is this|should i|would it|exactly|this|not correct|is that so|"
            "is it correct|is that correct|is it like this)){0,6}|"
            "(?:are )?you (?:really |quite )?sure(?: about (?:that|it|this))?|really|sure about (?:that|it|this)|"
            "how come|how so|for what reason|"
            r"what for|it is wrong\. why|"
            r"(?:is )?(?:wrong|incorrect|false|off)[?,. ]+(?:how|where|why|in (?:what|which) (?:way|sense|"
            r"respect)|what)"
            r"(?: (?:is it|exactly|so|is that))*|"
            r"(?:how|where|in (?:what|which) (?:way|sense|respect)|inwiefern|inwieweit)(?: (?:exactly|precisely|genau|"
            r"is (?:it|that|this)|so|in particular))*(?: (?:wrong|incorrect|off|false))?|"
            r"what (?:exactly |precisely )?is (?:so |exactly )?(?:wrong|off|incorrect)(?: (?:about|with|in) (?:it|that|"
            r"this|mine))?(?: exactly)?|how mean you (?:that|it|this)|what do you mean,? (?:by )?(?:wrong|"
            r"incorrect|not yet|no)|"
            r"(?:what|huh|eh|not yet)[?!, ]+(?:how|why|where)(?: not)?|"
            r"which (?:part|one|entry|row|number|cell|column|step)(?: (?:of it|exactly|is it|of them|then))*"
        ),
        "why?",
        "why not",
        "how come?",
        "why is it wrong",
        "warum",
        "wrong how?",
        "wrong? where?",
        "wrong in what way?",
        "in what way?",
        "where exactly?",
        "what's off about it",
        "inwiefern falsch?",
        "what do you mean, wrong",
    ),
    Turn(Move.WHY, normal(rf"^y(?: not)?{_TAIL}"), ("y", "y not")),
    Turn(Move.WHY, normal(rf"^(?:{_SOFT}){{0,8}}(?:but)?[ ,.!;:]y(?: not)?{_TAIL}"), ("but y", "ok, y not")),
    _turn(
        Move.NO,
        (
            "no(?: (?:no|not really|thanks?|not yet|not that|i do not|way|i did not|need)){0,6}|"
            "not (?:really|yet|that|now)|never|"
            "wrong|false|i do not (?:want|think so)(?: (?:that|it))?|"
            "do not"
        ),
        "no",
        "nope",
        "nein danke",
        "not really",
    ),
    _turn(
        Move.YES,
        (
            "yes(?: (?:yes|please|exactly|sure|do it|do|i do|that|it is|i am|go ahead|i want|of course|"
            "would be (?:nice|great))){0,6}|ok|"
            "sure(?: thing)?|of course|exactly|"
            "correct|true|do it|do that|go for it|"
            "fine|right|definitely|absolutely|"
            "i do|that one|sounds good|why not do it|"
            "agree|gladly|of course"
        ),
        "yes please",
        "ok",
        "sure",
        "ja bitte",
        "go for it",
    ),
)

_ONWARD = normal(
    r"\bnext (?:exercise|part|task|question|problem|letter|section)\b(?! ?\d)|\bthe (?:one|exercise|task) after\b"
)
_BACKWARD = normal(
    r"\bprevious (?:exercise|part|task|question|problem|letter|section)\b(?! ?\d)|\bthe (?:one|exercise|task) before\b"
)
_OH = (
    r"(?:(?:oh|wait|no|sorry|ah|oops|hm|actually|pardon|argh|ups|my bad|wrong (?:letter|part|one|number)|"
    r"wrong|but|so)[ ,.!]+)*"
)
_AT = r"(?:the |part |exercise |number |letter )*\(?(?:\d ?[a-c]?|[a-c])\)?"
"""What leads up to a slip that is put right, and the place that it names."""
_CORRECT = (
    r"\b(?:i|we) mean\b(?! (?:by|with|how|what|is|that is|why)\b)|\bi (?:want|wanted) to (?:say|write|type)\b",
    r"\bwrong (?:exercise|number|part|task|question|letter)\b|\b(?:that|this|it) (?:is|was)(?: (?:meant|my answer|my "
    r"result|actually|really|supposed to be))* (?:for|from) (?:exercise |part |number )?\(?\d?\(?[a-d1-9]\b",
    r"^(?:(?:oh|wait|no|sorry|ah|oops|hm|actually|pardon|my bad|not (?:the |that )?(?:one|\d?[a-c]?)|"
    r"the other(?: one)?),? ?)+"
    r"(?:exercise |number |the |part |but |rather |#)*(?:\d ?[a-c]?|(?<= )[bc])(?: please| instead)?[ .!?]*$",
    r"^(?:(?:oh|wait|no|sorry|ah|oops|hm|actually|pardon|my bad|i),? ?)*want (?:to (?:say|write|type) )?(?:exercise |"
    r"number |the |part )*\d ?[a-c]?(?: (?:actually|of course|sorry|instead|please))*[ .!?]*$",
    rf"^{_OH}(?:{_AT}),? (?:and |but )?(?:not|instead of|rather than) (?:{_AT})(?:,? (?:sorry|please|"
    rf"of course))*[ .!?]*$",
    rf"^{_OH}not (?:for |in )?(?:{_AT})[,.]? (?:but |rather |for |in )?(?:{_AT})(?:,? (?:sorry|please))*[ .!?]*$",
    rf"^{_OH}(?:{_AT}),? (?:i mean|mean i|of course|obviously|i (?:want|wanted) to say)(?: (?:sorry|"
    rf"of course))*[ .!?]*$",
    rf"^{_OH}(?:i )?mean (?:of course |obviously |natural |actually )?(?:{_AT})(?: (?:sorry|of course|"
    rf"not (?:{_AT})))*[ .!?]*$",
    rf"^{_OH}(?:(?:that|this|it|there) )?(?:is|was|belong to|(?:should|must|would) (?:have been|be)|(?:is |"
    rf"was )?supposed to be)"
    rf"(?: (?:actually|of course|obviously|meant|really|the one|for|to))* (?:{_AT})(?: (?:actually|of course|"
    rf"sorry|though|i mean"
    r"|not a|not b|not c))*[ .!]*$",
)
_CONTINUES = normal(
    r"^(?:(?:ok|so|hm|cool|nice|oh|wow|great|interesting|thanks|please|lol|haha\w{0,6}|yes|right|alright|well|wait|good|,|"
    r"\.|!|;) ?){0,6}(?:and(?!\.)|n|plus|also|now|then|same|likewise|but|what about|how about|additionally|in addition|"
    r"zusätzlich|dazu|außerdem|furthermore|moreover)\b"
)
"""How a message goes on about the computation before."""
_KEEPS = normal(
    r"\b(?:rest (?:is |stay |the )?same|same (?:vector|eigenvector|eigenvalue|lambda|matrix|input|image|kernel|value|"
    r"set|rest|q|k|v)|keep(?:ing)?|still|(?:these|those|both) two|as before|unchanged|everything (?:else|"
    r"the same)|leave (?:it|that|this|everything)|on top|in addition|instead of (?:that|this)|"
    r"with that (?=\w+ (?:of )?\d)|also|too|as well|other one stay)\b"
)
"""What a message says of the settings that stay."""
_SAME = (
    r"\b(?:same|also|as well|likewise|do that|the same)\b(?: \w+){0,3} (?:with|for|but|using|without|"
    r"on|at|in|again)\b",
    "^(?:(?:ok|so|and|now|then|what about|how about|but|or|also|same|instead|try|again|both|all|everything|do|"
    "it|that|this|,) ?)+(?=with|"
    r"without|for|if|stride|padding|dilation|resnet|vgg|scale|bias|no |mask|causal|\d|zero|kernel|"
    r"\w+net|same|valid|unscaled|□)",
    r"^(?:with|without) [\w =.,x□]{1,40}[ ?.!]*$",
    r"^(?:(?:and|also|ok|now|then|please|so|can i have|give me|i want|show|me|one|same|do|the|for|of|with|exercise|"
    r"part|number|,) ?)*(?:\d ?[a-c]?|[a-c])(?: please)? (?:as well|too|also|likewise)(?: please|"
    r" while you are at it)?[ .!?]*$",
    r"^(?:(?:thanks|thank you|great|good|nice|cool|perfect|ok|clear|got it|understood)[ ,.!]+)+(?:(?:and|now|"
    r"then|next|one|"
    r"another|so|ok|also|more|the|for|on|to|with|a|again|same|hint|please|yet|still|can i have|give me|i need),? )*"
    r"(?:exercise |part |number )?(?:(?<=for )|(?<=now )|(?<=then )|(?<=next )|(?<=the )|(?<=and )|(?<=part )|"
    r"(?<=exercise )|"
    r"(?=\S+ (?:now|next|too|as well|also|please|then)\b))(?:\d ?[a-c]?|[a-c])(?: (?:now|please|then|too|"
    r"as well|next|also))*"
    r"[ .!?]*$",
)


_LATEST = (
    r"(?:that|this|it|them|those|(?:the|that|this|my|your) (?:last|latest|previous|recent|change|step|edit|tweak)"
    r"(?: (?:change|one|step|thing|edit|setting|update|move|value|number|tweak|bit))?)"
)
_UNDO = normal(
    r"^(?:(?:ok|so|hm|no|oh|ah|wait|sorry|well|actually|please|and|now|then|can you|could you|let us|i want to|lol|"
    r"thanks|but|just|better|great|nice|cool|interesting)[ ,.!]+){0,5}"
    rf"(?:(?:undo|revert|cancel|reverse|roll back|take back|unmake)(?: {_LATEST}| please)?(?= ?(?:[,.!?;]|$|and|"
    rf"but|please|"
    rf"again|now|then|for))|(?:take|roll|turn|put) {_LATEST} back(?= ?(?:[,.!?;]|$|and|but|please|again|now))|"
    r"(?:scratch|discard) (?:that|this)(?= ?[,.!?;]| ?$)|"
    r"(?:scratch|forget|drop|ditch|discard|ignore|never mind|scrap|strike|lose|kill)(?: about)? (?:the|that|this|my) "
    r"(?:(?:very )?(?:last|latest|previous|recent) (?:change|one|step|edit|setting|update|tweak|bit|part|thing|move)|"
    r"(?:change|edit|tweak))(?= ?(?:[,.!?;]|$|and|but|please|again|now))|without (?:the|that|this)(?: last)? change|"
    r"(?:(?:go|come|switch|return|all the way|back) )*(?:back )?to (?:the|my|our) (?:previous|earlier|last|old) "
    r"(?:value|number|setting|version|state|change|what-?if|configuration)|"
    r"(?:go |come |turn it |switch )*back to (?:what|how|the way) (?:(?:it|that|we|i|they|was|were|had|have|"
    r"used|be|is)[ ]?)"
    r"{1,4}(?:before|a moment ago|just now|earlier)?[ .!?]*$|"
    r"(?:make (?:it|that) )?(?:as|like|the way|how) (?:it|that) was (?:a moment ago|just now|before(?: that| this)?)|"
    r"(?:mach|nimm|do|take)?(?: (?:das|that|es|it|bitte|please|die|the|letzte|last|änderung|change))* ?rückgängig|"
    r"(?:back to (?:the )?|zurück zu[mr]? (?:den |der )?)vorherig\w*|ctrl ?[-+]? ?z\b)"
)
"""How the last change of a what-if is taken back, whatever else is asked for."""


_COURTESY = gated_normal(
    r",? ?\b(?:if (?:that|this|it) is (?:ok|fine|possible)(?: (?:with|for|by) you)?|"
    r"if you (?:can|could|do not mind|like|have time|want|would)(?: to)?)(?= ?[.!?]*$)"
)
"""Politeness at the end of a turn, which is no part of it."""
_PICTURES = " \ufe0f\u200d" + "".join(map(chr, (*range(0x2600, 0x27C0), *range(0x1F000, 0x1FB00))))
"""What is no part of it either."""
_TURNS = Gate(TURNS)
_INSIDE = Gate(
    Turn(move, pattern, ())
    for move, patterns in (
        (Move.UNDO, (_UNDO,)),
        (Move.CORRECT, map(normal, _CORRECT)),
        (Move.NEXT, (_ONWARD,)),
        (Move.BACK, (_BACKWARD,)),
        (Move.SAME, map(normal, _SAME)),
    )
    for pattern in patterns
)
"""What tells a move inside of a longer line; the first that does counts."""


def continues(text: str) -> bool:
    """Whether a line goes on from what was said before: "and without bias?".

    >>> continues("hm, and if i leave the bias out?"), continues("what is padding")
    (True, False)
    """
    return _CONTINUES.match(text) is not None or _KEEPS.search(text) is not None


def move_of(text: str) -> Move | None:
    """The move a whole line makes, None where it is more than that."""
    text = _COURTESY.sub("", text).rstrip(_PICTURES)
    for turn in _TURNS.open_to(text):
        if turn.pattern.match(text) and not (turn.move is Move.YES and "?" in text):
            return turn.move
    return next((row.move for row in _INSIDE.open_to(text) if row.pattern.search(text)), None)
