"""Asking for another exercise like it."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

P = Act.PRACTICE
_NEW = (
    "(?:another|new|similar|different|other|extra|more|fresh|additional|random|further|harder|easier|"
    "next practice|tough|own|like|one more|few more|some more|simple|again)"
)
_ONE = "(?:exercise|task|question|problem|example|number|practice|one|variant|matrix|value|challenge|version)"

RULES = (
    rule(
        P,
        (
            rf"\b{_NEW}(?: (?!hint)\w+){{0,3}}? (?:exercise|task|question|problem|example|practice|challenge|version|"
            r"variant|number)\b(?! ?\d)(?! of (?:class|channel|parameter))(?: (?:like|similar|on|about|for|of|"
            r"to|with|please)\b[^.?!;□]{0,50})?"
        ),
        "give me a similar exercise",
        "any extra problems i could do?",
        "can i get a similar one with other numbers",
        "make a new task about eigenvectors",
    ),
    rule(
        P,
        (
            r"\bsomething (?:hard|harder|easy|easier|simple|new|else to practice|more difficult|tough)\b|"
            r"\b(?:similar|fresh|new|harder|easier|different|tougher|bigger|smaller|hard|random|simple|"
            r"easy) one\b[^.?!;,□]{0,40}|"
            r"^(?:(?!(?:is|are|so|sheet|look|seem|feel)\b)\w+ ){0,3}"
            r"(?:harder|more difficult|more challenging|tougher|trickier|easier)\b"
            r"(?: (?:please|now|one|version|numbers?))*[ .!?]*$|"
            r"^(?:(?:a|an|even|much|another|one|now|ok|and|but|please|make it) ){0,4}(?:harder|easier|tougher|trickier)"
            r"(?: (?:one|exercise|task|problem|version))?,?(?: please,?)? (?:with|without|using|but|\d ?x)"
            r"[^.?!;□]{0,60}|"
            r"\banother(?: one)?,?(?: (?:but|only|with|of|size|as|in|this time|a|it|now|please)){0,3} \d ?x ?\d\b|"
            r"\banother (?:one )?(?:like|similar|with (?:other|new|different))\b[^.?!;,□]{0,40}|"
            r"\bone (?:more )?(?:like|similar)(?: to)? (?:it|this|that|\d[a-c]?)\b[^.?!;,□]{0,30}|"
            r"\b(?:more|another|one) like (?:exercise |task |number )?\d ?[a-c]?\b|"
            r"\bsomething (?:similar|like (?:this|that|it|\d))\b[^.?!;,□]{0,40}|"
            r"\b(?:like|similar to) (?:this|that|it|\d[a-c]?)(?: one)?\b|"
            r"\b(?:was|were) (?:way |much |far |a bit )?(?:too|to) (?:easy|simple)\b"
        ),
        "so hit me with a fresh one, maybe 3x3",
        "another one like this",
        "something similar to 3b",
        "more like exercise 2",
        "a harder one please",
        "harder please",
        "harder, 2x2",
        "a harder one with stride 2",
        "schwieriger",
        "the last one was too easy",
        not_says=("3c is so hard", "is exercise 3 hard?", "this sheet is too hard"),
    ),
    rule(
        P,
        (
            r"\bpractice\b(?: (?:for|on|with|please|more|some|about|one|it|this|exercise|task|question|"
            r"problem)\b)*|\b(?:quiz|test|drill|challenge) me\b|"
            r"\bquiz\b|\btraining\b|\bhit me with\b|"
            r"\bhit me\b|"
            r"\b(?:throw|fire|toss|shoot|chuck|hurl) (?:a|an|one|some|another)"
            r"(?: (?!hint|solution|answer|help)[\w-]+){1,4} (?:(?:at|to) me|my way)\b|"
            r"\bmake (?:me )?(?:a|one|another|up)\b(?: (?:new|similar|random))?(?: (?:exercise|task|question|"
            r"problem|one))?|\bvariant\b|"
            r"\b(?:invent|generate|create|come up with) (?:me )?(?:a|an|another|some|new|one)\b[^.?!;,□]{0,40}"
        ),
        "i want to train for the exam, make a new task about eigenvectors",
        "quiz me",
        "throw a conv at me i haven't seen",
        "throw another one my way",
        "practice attention",
        "Übung zu 3 mit anderen Zahlen",
    ),
    rule(
        P,
        r"\b(?:exercise|task|question|problem|example|something|one|anything) (?:that|which|what)? ?(?:is |are )?not "
        r"(?:already )?(?:on|from|in|part of|of) (?:the|this|your|our) (?:exercise )?sheet\b|"
        r"\b(?:beyond|outside(?: of)?|besides|apart from) (?:the|this) (?:exercise )?sheet\b",
        "give me an exercise that is not on the sheet",
        "an exercise that's not from the sheet please",
        "can I have something that isn't on the sheet",
        "a task beyond the sheet",
    ),
    rule(
        P,
        (
            r"\b(?:other|new|different|fresh|random) (?:number|value|matrix)\b|"
            r"\banother (?:[\w-]+ ){0,4}(?:exercise|task|problem|example|one|eigenvalue|convolution|"
            r"attention)\b(?! hint)"
        ),
        "again with other numbers",
        "new numbers please",
    ),
    rule(
        P,
        (
            r"\b(?:more|extra) (?:of (?:these|those|this|that))\b|"
            r"\b(?:one|some|couple) more(?: (?:of|to|for|practice))\b[^.?!;,□]{0,40}|"
            r"\bgive me one more\b|\btry another(?: one)?\b|"
            r"\b(?:do|solve|get|have|want|need) (?:another|more) (?:one|exercise|task)\b"
        ),
        "more of those please",
        "i want to try another one",
    ),
)
