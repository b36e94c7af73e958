"""Asking for the worked answer."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

S = Act.SOLUTION

RULES = (
    rule(
        S,
        r"(?<!my )(?<!own )\bsolution\b(?! (?:correct|right|ok|wrong))(?: (?:please|for|of|to)){0,6}",
        "solution 4",
        "full solution ex4 with all steps pls",
        "show me the solution for 3b",
        "Lösung zu 2",
        not_says=("just a lil hint pls not the solution", "is my solution right"),
    ),
    rule(
        S,
        (
            r"(?<!my )(?<!this )(?<!that )(?<!own )(?<!an )(?<!check )\banswer\b(?! (?:correct|right|ok|wrong|"
            "is|should|me|my|was|this question))(?: (?:please|for|of|to)){0,6}"
        ),
        "no more hints please, the answer",
        "what's the answer to 3a",
        "answer for 2 please",
        not_says=("is my answer right",),
    ),
    rule(S, r"\breveal\b[^.?!;]{0,30}|\bspoil\b", "ok whatever, just reveal it"),
    rule(
        S,
        (
            r"(?<!not )(?<!i )\bsolve\b(?: (?:it|this|that|for me|please|everything)){0,6}(?! the equation)|"
            r"\b(?:write|show|give|see|want)(?: me)? (?:all |the |every )+steps?\b"
        ),
        "solve 4",
        "can you solve the conv one",
        "löse Aufgabe 3b",
        not_says=("what have I solved", "how do I solve 3"),
    ),
    rule(
        S,
        (
            r"\b(?:do|work|calculate|compute|finish|write|make)(?: out)? (?:it|this|that|the (?:whole|entire|"
            "full|complete|rest)(?: thing| exercise| one| task)?|everything|all of it|(?:exercise |task |"
            r"question |number )?\d ?[a-c]?|my homework)(?: out| up)?(?: completely)? (?:for me|yourself)\b|"
            r"\bdo the (?:whole|entire|full) (?:thing|exercise|task|one|problem|calculation|computation)\b|"
            r"\b(?:whole|full|complete|entire|detail) (?:thing|calculation|computation|derivation|work|way|"
            r"steps?)\b"
        ),
        "can u do the whole thing for me the QKV one",
        "do it for me",
        "do 3b for me",
    ),
    rule(
        S,
        (
            r"\b(?:just|only|please|simply|now)? ?(?:tell|show|give|know|see|want)(?: (?:me|us))? (?:the |"
            "what |just |final |right |correct |expected |output |actual )*(?:output|result|number|matrix|"
            r"final|total|outcome|tensor|comes out|should come out|it is|it should be)\b(?! (?:channel|size|for each|"
            "hint))"
        ),
        "Just tell me the output for stride 2 without padding",
        "give me the result",
        "tell me the final matrix",
        "just tell me what comes out",
    ),
    rule(
        S,
        (
            r"\b(?:just|simply) (?:tell|show|give)(?: me| it)?(?: it| already)?(?= ?[.!?]*$)|"
            r"\bjust (?:tell|give) me (?:exercise |number )?\d ?[a-c]?(?= ?[.!]*$)|"
            r"\b(?:tell|show|give) it to me\b|"
            r"\bshow (?:me )?(?:how (?:it is done|to do it|you do it|it works out|to solve)|"
            r"all(?: the)? steps?|every step|the (?:steps?|work|calculation|computation|way))\b|"
            r"\bshow me how\b|"
            r"\bhow (?:is )?(?:it|this|that|(?:exercise |number |task )?\d ?[a-c]?) (?:is )?(?:done|solve|"
            r"solved|computed)\b|\bhow would you (?:do|solve)\b[^.?!;,]{0,40}|"
            r"\b(?:fill(?: in| out)|complete|write (?:down|out)|paste|put down)(?: (?:in|out|me|us))? (?:it|this|that|"
            r"(?:exercise |number |task )?\d ?[a-c]?)(?: (?:in|out))?(?: (?:for (?:me|us)|here))?\b"
        ),
        "just tell me",
        "just tell me 3b",
        "show me all the steps",
        "show me how it's done",
        "fill in 3a for me please",
        "write out 3a fully",
        "so what is the final tensor for 3c, just paste it here",
    ),
    rule(
        S,
        (
            r"\bwalk (?:me|us) through\b|\bwalkthrough\b|"
            r"\bstep by step\b|\bstep-by-step\b|"
            r"\bwith (?:all|every|each)(?: the)? steps?\b|"
            r"\bworked (?:out )?example\b"
        ),
        "walk me through 4",
        "exercise 1 step by step",
        not_says=(),
    ),
    rule(
        S,
        (
            r"\bwhat (?:is|would be|should be|was|are)(?: the| its| it| my| that)?(?: final| right| correct|"
            " expected| true| actual)* (?:result|outcome|final matrix|total|(?<!is the )context matrix|output matrix|"
            r"matrix a|tensor|(?<=right )(?:output|answer|tensor|y|c)|(?<=correct )(?:one|matrix|number|value|output|"
            r"answer|tensor|y|c)|(?<=final )(?:output|answer|tensor|y|c))\b(?! (?:if|when|with|mean))(?: (?:of|for|in|"
            r"to))?(?= ?(?:exercise |task |number )?(?:\d|[?.!]|$|of|for|in))|"
            r"\bwhat (?:comes|should come) out(?= ?(?:[?.!]|$|for \d|in \d|of \d|at \d|of exercise))|"
            r"\bwhat (?:should|must) (?:i|we|it|one) (?:get|be)\b(?! if)"
        ),
        "what is the result of 3a",
        "what's the right output for 3b? I don't want a hint",
        "what is the final tensor for 3c",
        "what's the correct result?",
    ),
    rule(
        S,
        (
            r"\bi (?:give up|quit|surrender)\b|"
            r"\b(?:give|gives) up\b|\bi am done trying\b|"
            r"\bno more (?:guess|try|trying|hint|attempt)\w*\b(?=[, ]+(?:show|tell|give|the))"
        ),
        "I give up",
        "i give up on 3c",
    ),
    rule(
        S,
        (
            r"\b(?:tell|give|show)(?: me| us)? (?:just |only |the |final |what )*(?:context|y|a|c)(?: matrix)?(?: is)?"
            r"(?= (?:for|of|in|from) (?:exercise |number |task )?\d)|"
            r"\bwhat is (?:the )?(?:output|matrix|context|y) (?:of|for|in) (?:exercise |task )?\d ?[a-c]?(?= "
            r"?[?.!,]*$)|"
            r"\b(?:final|correct|right|exact) (?:number|count|total|matrix|result|value|output)(?= (?:for|of|in) )|"
            r"\bwhat does (?:the )?(?:correct|right|final) \w+ look like\b|"
            r"\bhow (?:does|do) (?:the )?(?:correct|right|final) \w+ look\b"
        ),
        "what does the final matrix look like",
        "just give me C for 4",
        "tell me what A is in exercise 1",
        "what's the output of 3c",
        "final number for 2 please",
    ),
    rule(
        S,
        (
            r"\b(?:code|script|program)\b(?: (?:for|to|of|that)\b)?(?=.*\b(?:exercise|\d|parameter|alexnet|"
            r"convolution|attention|count|pytorch|torch|eigen)\b)|"
            r"\bin (?:torch|pytorch|python|numpy|code)\b"
        ),
        "show me the pytorch code for 2",
        "4 in pytorch please",
        weak=True,
    ),
    rule(
        S,
        (
            r"\b(?:compute|calculate|work out)(?: the)? (?:exercise |task |number |problem |"
            r"part )?[1-9] ?\(?[a-c]?\)?(?![\w.,]*\d)(?! ?x)(?= ?(?:[.!?]|$|for me|please|now))"
        ),
        "compute 3b",
        "calculate exercise 4 please",
        weak=True,
    ),
)
