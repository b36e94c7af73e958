"""The words and signs that name a place of the sheet: exercises by number or order, parts by letter or order."""

from __future__ import annotations

from tutor.reading.spelling import gated_normal, normal

NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
ORDINAL = r"(?:(?:second|next)[ -]to[ -]last|first|second|third|fourth|last)"
_EXERCISE = r"(?:exercise|task|question|problem|e|q)"
_LABEL = rf"(?:{_EXERCISE}|number|no|\#)"
DIGITS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        map(str, range(1, 11)),
        strict=True,
    )
)
DIGITS |= {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "last": "4",
    "second to last": "3",
    "next to last": "3",
    "to": "2",
    "too": "2",
    "for": "4",
    "free": "3",
    "won": "1",
    "fore": "4",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "second-to-last": "3",
    "next-to-last": "3",
}
LETTERS = {
    "1": "a",
    "2": "b",
    "3": "c",
    "one": "a",
    "two": "b",
    "three": "c",
    "first": "a",
    "second": "b",
    "third": "c",
}
LETTERS |= {"i": "a", "ii": "b", "iii": "c", "last": "c", "alpha": "a", "bravo": "b", "charlie": "c"}
LETTERS |= {"bee": "b", "be": "b", "see": "c", "sea": "c"}

# A part after its exercise. A loose "a" is an article more often than a part: it needs a bracket, a digit or the end.
_LONE_A = r"a(?= (?:i|but|with|if|is|my|please|first|row|how|because|and|do|so|then|where|can|it|without)\b)"
_LETTER = (
    r"\(?(?P<letter>[b-h]|be(?= is (?:it|this)\b)|(?<=[\d(])a|a(?=\))|a(?= ?[.?!,:=□]| please| again| now|$)|"
    rf"(?:(?<=\d )|(?<=one )|(?<=two )|(?<=three )){_LONE_A})\)?(?![\w'])"
)
_WORDED = (
    r"(?:in |the |its )*(?:part|letter|section|bit|question(?= \(?[a-c]\b(?! \w))) "
    r"\(?(?P<worded>[a-h]|one|two|three|[123]|i{1,3}|"
    r"alpha|bravo|charlie|bee|see|sea)\)?(?!\w|[,.]\d)"
)
_NTH = r"(?:the |its )*(?P<nth>first|second|third|last) (?:convolution |kernel )?part"
_PART = rf"(?: ?[,.:-]? ?(?:{_WORDED}|{_NTH}|{_LETTER})|\.(?P<digit>[123])(?![\w.]))?"
_PART_FIRST = (
    r"(?:(?:part|letter|section) \(?(?P<worded>[a-h]|one|two|three|[123])\)?|(?P<nth>first|second|"
    r"third|last) part|\(?(?P<letter>[b-h]|(?<=\()a|a(?=\)))\)?)"
)

# A number that goes on, or counts or measures something, names no exercise: "2x2", "3 hints", "4 channels", "14:30".
_GOES_ON = r"(?![\w.,:/]*\d)(?! ?[x%*+/^] ?\d| ?%| ?/ ?\w|-?d(?:im)?\b)(?! (?:and|or) -?\d+ (?:as|for|instead)\b)"
_COUNTED = (
    r"(?! ?(?:by|hint|step|more|other|minute|row|column|class|channel|layer|times|example|eigen\w*|"
    "entry|value|filter|percent|word|line|thing|or|exercise|task|question|problem|zero|one|decimal|"
    "matrix|vector|parameter|part|pixel|head|number|try|hour|sentence|people|point|of|dimension|dim|"
    r"neuron|unit|weight|image|input|output|feature|day|window|week|month|year|second|min|page|friend|guy|person|"
    r"level|euro|coffee|night|am(?! i\b)|pm|h|cell|element|pair|term|digit|place|spot|square|corner|decimal)s?\b)"
    r"(?! (?!(?:this|is|was|has|does|plus|minus|thanks|always|as|us|its|yes|says|asks)\b)[a-z]{3,}s\b)"
    r"(?! (?:train|learn|play|work) ?(?:with|on|at)?\b)"
)
_AFTER_A_WORD = (
    r"(?= ?(?:$|[.,?!:;()□-])| (?:please|is|now|then|again|and|but|or|i|it|my|too|also|as|first|next|one|with|"
    r"without|part|"
    r"in|of|on|at|for|from|hint|solution|text|because|how|what|where|why|which|so|thanks|instead|before|after|have|"
    r"would|could|can|do|did|not|still|the|a|b|c)\b)"
)
"""What may follow where a number in letters names an exercise: "for two please", not "and two down"."""
_CUE = (
    r"(?<!\d )(?<!□ )(?<!instead )(?<!rather )(?<!root )(?<!multiple )(?<!add up )(?<!sum up )(?<!sum )(?<!add )"
    r"(?<!adds )(?<!sums )(?<!adds up )(?<!sums up )(?<!is the )(?<!is my )"
    r"(?<!equal )(?:hint|help(?: me)?|solution|answer|result|"
    "solve|statement|stuck|check|explain|"
    "show(?: me)?|text|practice|do|did|finished|solved|start|skip|back|switch|continue|working|try|"
    "repeat|read(?: me)?|open|up|mean|doing|for|about|on|of|with|in|to|similar|like|at|from|now|then|"
    "next|and|not|no|make|meant|want|see|task|around|through|into|after)"
)
_LEAD = (
    "(?:so|ok|and|now|please|hello|then|well|no|yes|maybe|let us|do|go to|i choose|i pick|take|"
    "start with|to|for|on|the|try|i am|at|with|back|what about|how about|about|in|same|hint|solution|"
    "is|also|show|me|solve|next|wait|number|hm|oh|ah|up|part|sorry|oops|actually|but|rather|my bad|want|say|i|"
    "mean|argh|mist|instead)"
)

PLACES = tuple(
    normal(pattern)
    for pattern in (
        (
            rf"(?<!\w){_PART_FIRST} (?:of|in|from|"
            rf"for) (?:the )?(?:{_LABEL}\.? ?)?(?:(?P<number>{NUMBER})(?!\w){_GOES_ON}|"
            rf"(?P<ordinal>{ORDINAL}) (?:{_EXERCISE}|one)\b)"
        ),
        rf"\b(?!no one\b){_LABEL}(?: number| no)?\.? ?\#?\(?(?P<number>{NUMBER})\)?(?![.,:/x]?\d)"
        rf"(?! (?:train|times|hours?|days?|minutes?|weeks?|nights?|evenings?|attempts?|tries)\b){_PART}",
        rf"\b(?:exercise|number|hint for|solution for|help for) (?P<number>to|too|for|free|won|fore){_PART}"
        r"(?= ?[.,?!]| please| need| and|$)",
        rf"\b(?:exercise|number|task|question|problem)\.? (?P<number>iv|iii?|i(?= ?[,:(]|$))(?![\w']){_PART}",
        r"(?<![\w.])(?P<number>[1-9])\.(?P<letter>[a-c])(?![\w.])",
        r"\((?:exercise )?(?P<number>[1-9]) ?(?P<letter>[a-c])\)",
        rf"\b(?:(?:hint|solution|help|text|statement|answer|check) (?:for|to|of|on|with)|"
        rf"(?:one|something|more|another|a|exactly) (?:like|how|similar to)) (?:the )?(?P<ordinal>{ORDINAL})"
        r"(?= ?[.?!,]|$| please)",
        r"(?<!\w)(?P<number>one|two|three|four) (?P<letter>[bc])(?![\w'^*=]| =)",
        rf"\b(?:for|in|at|on) (?P<number>one|two|three|four) (?P<letter>{_LONE_A})",
        r"\b(?P<number>one|two|three|four) (?P<letter>bee|be|see|sea)(?= please|$| ?[.,?!]| is (?:it|this)\b| □)",
        (
            rf"^(?:{_LEAD}[ ,]+)*(?P<number>one|two|three|four|[1-4](?= a with| a if| a but|"
            rf" a where)) (?P<letter>[a-c])"
            rf"(?= (?:hint|solution|answer|please|with|if|but|where|row|"
            r"first|is|check|text|help|i|my)\b| □|[ .?!:]*$)"
        ),
        rf"\b(?P<ordinal>{ORDINAL}) (?:exercise|task|question|problem)\b{_PART}",
        (
            r"(?<![\w.,:/=+*^(\[-])(?P<number>[1-9])(?: ?-?(?:\((?P<paren>[a-h])\)|(?P<letter>(?<=\d)[a-ce-h]|"
            r"(?<=-)[a-c]|[bc]|a(?=\)|$))\)?)(?![\w'])|\.(?P<digit>[123])(?![\w.]))(?! ?[=x*+^]? ?\d)"
        ),
        rf"\b{_CUE} (?:the )?(?P<number>[1-9]|(?:two|three|four){_AFTER_A_WORD})(?![\w']){_GOES_ON}{_COUNTED}"
        rf"{_PART}",
        r"\bwhat (?P<number>[1-9]) ?(?P<letter>[a-c])?(?= (?:ask|say|want)s?\b)",
        r"^(?P<number>[1-9]) ?(?P<letter>[a-c])?(?=,? (?:and )?not (?:exercise |number )?[1-9])",
        r"^(?:(?:no|not|that|this|one|the|wrong|other|sorry|wait),? )+(?P<number>[1-9])(?= ?(?:please)?[ .!?]*$)",
        rf"\b(?:understand|get|know|solve|have|make|can) the (?P<number>[1-9])(?![\w']){_GOES_ON}{_COUNTED}{_PART}",
        r"^(?:(?:so|hm|ok|and|but|hello) ,?)*the (?P<number>[1-9])(?: ?(?P<letter>[a-c]))?(?= (?:understand|get|"
        r"have|can|"
        r"make|please|will not|do not|not)\b)",
        (
            rf"^(?:{_LEAD}[ ,]+)*\#?\(?(?!(?:(?<=next )|(?<=same )|(?<=the ))one\b)(?P<number>{NUMBER}|to|"
            rf"too)[.)]?(?: (?:please|then|now|again|next|first|as well|too|also|instead|"
            "one))*[ .!?]*$"
        ),
        (
            r"^\(?(?P<number>[1-9])\)?(?= ?[:)]|[.,]? (?:(?:one |a |only |another |small |the )*hint|help|"
            r"(?:(?:complete|full|whole|entire|final|a|the|detailed) )*(?:solution|answer)|please|stuck|statement|"
            r"solve|with|without|but|"
            r"check|done|finished|is|how|what|why|explain|text|i|the|practice)\b|"
            r"[.,] (?:[a-z_^]{1,12} ){0,3}[a-z_^]{1,12} ?[=:]? ?□)"
        ),
    )
)
NTH_ONE = gated_normal(
    rf"\b(?<!only )(?<!\ba )(?P<ordinal>{ORDINAL}) one\b"
    rf"(?! (?:is|was) (?:\w+ )?(?:easy|hard|simple|fun|nice)\b){_PART}"
)
PARTS = tuple(
    normal(pattern)
    for pattern in (
        rf"\b{_WORDED}|\b{_NTH}\b|\((?P<paren>[a-c])\)(?!_)",
        rf"^(?:{_LEAD}[ ,]+)*(?P<letter>[a-c])\)?(?: (?:please|too|now|then|next|first|as well|also|instead|"
        r"while you are at it))*[ .!?]*$",
        rf"^(?:{_LEAD}[ ,]+)*(?P<letter>[a-c])(?: |-)(?:part|one)(?: (?:please|now|then|only|first|next))*[ .!?]*$",
        (
            rf"^(?:{_LEAD}[ ,]+)*(?P<letter>[a-c]),? (?:and )?(?:not|instead of|rather than|i mean|mean i|of course|"
            r"actually|obviously)\b"
        ),
        (
            r"\b(?:i mean|^mean|i said|(?:that|this) (?:was|is)|have been|supposed to be|belong to)(?: (?:to be|"
            r"of course|obviously|natural|naturally|actually|"
            r"really|supposed to be|meant|for|part|the|rather|for the))* (?P<letter>[a-c])(?= ?(?:$|[.!,?]))"
        ),
        r"\b(?:is|it is|with) (?:part )?(?P<letter>[bc])(?= (?:that|which|where|i|now|the one)\b|, )",
        r"^(?:[a-z]+ ){0,3}(?P<letter>b)(?= (?:is|be|would be|should be|must be|come out as|as|then|give) ?:? ?□)",
        r"(?<!bias )(?<!vector )\b(?P<letter>[bc]|a(?=\)))\)?"
        r"(?= (?:asking|ask|done|please|then|now|next|too|is|want|worded|phrased|formulated|stated|say)\b|[ ?]*$)",
        rf"\b{_CUE} (?:the )?(?P<letter>[bc]|a(?=[ .?!]*$))(?![\w'^*=]| [=*])",
        rf"(?:^(?:{_LEAD}[ ,]+)*|(?<=\. ))(?P<letter>[a-c])(?:\)|:)",
        r"^(?:(?:and|then|so|now|ok|for|also) ,?)+(?P<letter>[bc])(?= ?[=:] ?□)",
    )
)
