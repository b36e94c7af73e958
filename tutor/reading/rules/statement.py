"""Asking for the text of an exercise."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act
from tutor.reading.rules.phrases import ME, REST, THE

S = Act.STATEMENT
_SHOW = (
    "(?:show|give|tell|read|pull up|open|display|see|bring up|send|post|print|load|repeat|view|get|"
    "want|need|remind|paste)"
)

RULES = (
    rule(
        S,
        (
            rf"\b{_SHOW}{ME}{THE} (?:exercise|task|question|problem|sheet)\b(?! (?:solution|answer|hint|like|"
            "similar|for my|to do at))"
        ),
        "show me exercise 3",
        "give me all the exercises",
        "could you repeat the question of the third exercise, second part?",
        not_says=("show me the solution of exercise 3", "give me an exercise like this"),
    ),
    rule(
        S,
        (
            r"\b(?:show|pull up|open|display|bring up|load|view|read|see)(?: me|"
            r" us)?(?: the)?(?: up)? (?:\(?[1-9] ?\(?[a-h]?\)?(?![\w])|(?:first|second|third|fourth|last|"
            "convolution|eigen|eigenvalue|eigenvector|attention|qkv|parameter|softmax|alexnet|"
            r"resnet)\b(?:[\w ]{0,25}\b(?:one|part|exercise|task|question|problem|thing))?)(?! \w*(?:parameter|"
            "hint|solution))"
        ),
        "show me 3b",
        "pull up the convolution question for me",
        "open the second one",
    ),
    rule(
        S,
        r"\b(?:(?:would like|want|going|plan|like) to|let us|let me|can we|shall we) (?:work|start|begin|continue|"
        r"look|go|"
        r"do|tackle|try)(?: (?:on|with|at|to|into|through|working))* (?:the )?(?:exercise |task |number |"
        r"question |problem )?"
        r"\(?[1-9] ?\(?[a-c]?\)?(?![\w.,]*\d| ?x)(?! ?(?:hint|solution|more|hour|minute|min|time|day))",
        "I'd like to work on 3b",
        "let's work on exercise 2",
        "can we start with 4 please",
        "i want to do 3c now",
        not_says=("I want to do 3 more",),
    ),
    rule(
        S,
        r"\bhow (?:exactly )?(?:is|was|are|were|do) [^.?!;]{0,30}\b"
        r"(?:worded|phrased|formulated|stated|read)\b(?: again| exactly)?",
        "and how is c worded?",
        "how was 2 phrased again",
        "how exactly is exercise 4 formulated",
    ),
    rule(
        S,
        (
            r"\bwhat (?:exactly |actually )?(?:is|does|do|was|did|are|am|must|should)(?: we| i|"
            rf" they)? ?{REST}\b(?:ask(?: for)?|want from me|want me to do|supposed to (?:do|find|compute)|"
            "ask(?:ed)? to do|(?:have|need|got) to (?:do|find|compute) (?:in|for|at|on|with) (?:exercise |"
            r"the |number |part )?(?:\d|first|second|third|fourth|last|eigen|convolution|attention|"
            rf"parameter))\b{REST}|"
            r"\bwhat (?:must|should|do) i (?:do )?(?:in|for|at) (?:exercise )?\d ?[a-c]?(?: do|"
            rf" to do)?(?= ?[?.!]*$)|"
            r"\bwhat is (?:at|in|for) (?:exercise |number )?\d ?[a-c]? to do\b|"
            r"\bwhat (?:do|must|should) (?:i|we) (?:have|need) to do(?: here| there| in (?:it|this|that)(?: "
            r"one)?)?(?= ?[?.!]*$)|"
            rf"\bwhat must i in \d{REST}|"
            r"\bwhat (?:say|says|want|wants|ask) (?:exercise |number )?\d[a-c]?\b|"
            r"\bwhat (?:exercise|number|task) \d ?[a-c]? (?:is )?(?:about|ask|say)\b"
        ),
        "what's b asking for",
        "what does the third one ask",
        "what do I have to do in 3b",
        "was ist bei 3c zu tun",
        "let's start with the first exercise, what do I have to do?",
        "what am I supposed to do in 4",
    ),
    rule(
        S,
        (
            r"\bwhat (?:am|do|should|must|shall|have) (?:i|we) ?(?:have )?(?:supposed|asked|"
            "expected)? ?(?:to )?(?:do|compute|find) (?:in|for|at|on) (?:exercise |number |"
            r"task )?(?=[1-9])\S*"
        ),
        "what should I compute in 3a",
    ),
    rule(
        S,
        (
            r"\bwhat (?:is|was|are|were)(?: the| this| that| my| again)* (?:question|task|exercise|problem|"
            r"statement|text|exact)\b(?! (?:mark|wrong))[^.?!;,□]{0,40}"
        ),
        "what was the question again",
        "what is exercise 3 about",
        "what's the task in 4",
    ),
    rule(
        S,
        (
            r"\bwhat is (?:exercise |number |question |task |part )?\(?(?:[1-9] ?\(?[a-c]?\)?|"
            "[bc])(?: (?:about|again|all about))?(?= ?[?.!]*$)"
        ),
        "what is 3c about",
        "what's b?",
    ),
    rule(
        S,
        r"\bwhat (?:is|are)(?: the)? ?[\w -]{0,30}\b(?:one|exercise|question|task) (?:about|again)\b",
        "what is the conv one about",
    ),
    rule(
        S,
        (
            r"\b(?:restate|rephrase)\b[^.?!;,□]{0,40}|"
            r"\bremind me (?:what|of) (?:the )?(?:exercise|task|question|problem)?[^.?!;,□]{0,30}"
        ),
        "restate exercise 1",
    ),
    rule(
        S,
        (
            r"\b(?:question|exercise|task|problem) ?(?:\d ?\(?[a-c]?\)? )?text\b|"
            r"\btext (?:of|for|from|to|please)\b|"
            r"\b(?:\d[a-c]?|full|exact|the|original) text\b|"
            r"\bstatement\b"
        ),
        "3a question text pls",
        "text of exercise 2",
        "the statement of 4",
        "Aufgabenstellung 3b",
    ),
    rule(
        S,
        (
            r"\b(?:which|what) (?:exercise|task|question|problem) (?:are there|do you have|is there|"
            r"do you know|are on|can i|do we|are in|are available|does)\b|"
            r"\bwhat is on (?:the|this) sheet\b|"
            r"\blist (?:of |all |the |me )*(?:exercise|task|question|problem)\b|"
            r"\ball (?:the |of the )?(?:four |4 )?(?:exercise|task|problem|question)\b|"
            r"\b(?:show|open|display|see|give me) (?:me )?(?:the |whole |full |entire |exercise )*sheet\b"
        ),
        "which exercises are there",
        "what's on the sheet",
        "list all exercises",
        "show me the whole sheet",
    ),
    rule(
        S,
        (
            r"\b(?:what|which) (?:are |is |was )?(?:the )?(?:given|matrix(?! (?:do|does|would|will|has|have))|"
            r"input|number|value|data)s?\b[\w ]{0,20} (?:in|for|given in|of) (?:exercise )?[1-9]\b(?! ?x)|"
            r"\bwhat is given\b"
        ),
        "what are the given values in 4",
        "what is given",
    ),
    rule(
        S,
        (
            r"\brepeat (?:the )?(?:question|exercise|task|problem|statement|text)\b|"
            r"\b(?:question|exercise|task) (?:again|once more)\b|"
            r"\bread (?:it|that|this) (?:again|out|to me)\b"
        ),
        "repeat the task please",
        "the question again",
    ),
)
