"""Asking for a hint, or for help with something on the sheet."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act
from tutor.reading.rules.phrases import REST

H = Act.HINT

RULES = (
    rule(
        H,
        r"\b(?:hint|clues?)\b(?: (?:please|for|on|to|about|with)){0,6}",
        "hint for 3",
        "no clue",
        "a small clue please",
        "another hint",
        "any tip?",
        "just a lil hint pls not the solution",
        "no wait i wanted only the hint",
        "Tipp für 2b bitte",
        not_says=("no more hints please, the answer",),
    ),
    rule(H, r"\bstuck\b", "I'm stuck", "stuck on 1", "im stuck at the softmax", not_says=("unstuck at last!",)),
    rule(
        H,
        (
            r"(?<!'d )(?<!would )\b(?:help(?: (?:me|us))?(?: (?:please|out|a (?:little|part)|again|here|more|"
            r"further)){0,6} ?(?:with|"
            r"on|for|in|at|by|about|to (?:start|understand|solve|do|find|get|compute|begin|continue))?)\b(?=.)|"
            r"(?<=.)\bhelp\b"
        ),
        "pls help me 3",
        "third exercise second part i need help",
        "help with the conv one",
        "can you help me start",
        "hilf mir bei 3b",
        not_says=("help", "thanks for the help"),
    ),
    rule(
        H,
        (
            r"\bhow (?!would you)(?:do|can|should|would|could|must|to|shall|does|will)?(?: ?\b(?:i|we|you|one|"
            r"even|to|go about|best|actually|it|a person)){0,6} ?\b(?:start|make (?:\d|exercise)|put|combine|use|"
            r"write down|approach|proceed|(?:go|carry|move) on|continue|tackle|"
            r"do (?=this|it|that|\d|exercise|the)|solve|"
            "work on|get started|get going|get even started|attack|handle|move on|go from|"
            r"continue)\b(?! (?:this|you|the (?:bot|tutor)|it)(?: (?:bot|tutor|thing))?(?: |$|\?)(?:here|"
            "work)?)[^.?!;,□]{0,60}"
        ),
        "how do I start",
        "how to solve 3b",
        "how should i approach exercise 4",
        "how do i do this",
    ),
    rule(
        H,
        (
            r"\bhow (?:do|can|should|would|could|to)(?: (?:i|we|you|one|even|to)){0,6} (?:get|find|compute|build|"
            "make|construct|determine|obtain|set up|count|form|work out|calculate|loop|go|apply|multiply|"
            r"divide|add|normalize|transpose|scale|slide|draw|check whether)\b(?! (?:this working|"
            "you))[^.?!;,□]{0,60}"
        ),
        "how do I find A from the eigenvalues",
        "how do i compute the scores",
        weak=True,
    ),
    rule(
        H,
        (
            r"\bhow (?:go|goes|does)(?: it| this| that)+(?: go)? (?:on|next|further|from here)\b|"
            r"\b(?:now|and|then) (?:one|another) for (?:exercise |number )?(?=[1-9])|"
            r"^(?:(?:ok|so|now|and|then|please),? )*for (?:exercise |number )?[1-9] ?[a-c]?(?= ?[.?!]*$| please|"
            r" then| now)"
        ),
        "wie geht es weiter?",
        "now one for 4 please",
    ),
    rule(
        H,
        (
            r"\b(?:where|what) (?:do|should|can|would|to|shall|must|could)(?: (?:i|we|to|even|have|"
            r"need)){0,6} (?:start|do\b(?! here)(?! (?:for|in|at|on) (?:exercise )?\d)(?! you)(?! with (?:you|"
            r"this (?:bot|tutor)))|go next|go from here|look (?:at )?first|write first)\b[^.?!;,□]{0,60}"
        ),
        "where do I start",
        "what do I do next",
        "what must i do now",
        "what do I do w the square roots",
    ),
    rule(
        H,
        (
            r"\bwhat (?:is|are|would be|comes)(?: the| my)? ?(?:next|first|second|following|then)(?: (?:step|"
            r"thing|move))?\b(?! (?:exercise|part|question|task|one))(?: (?:to do|here|now|after)\b)?|"
            r"\b(?:next|first) step\b|\bwhat (?:comes|is|happens|goes|to do) (?:next|after that|then)\b|"
            r"\bwhat now\b|\band (?:now|then) ?\?"
        ),
        "I have the softmax, what is the next step?",
        "what comes next",
        "what now",
        not_says=("what is the first exercise",),
    ),
    rule(
        H,
        (
            r"\b(?:(?:do|did) not|not) (?:know|see|get|sure)(?: (?:how|what|where|which|anything|further|"
            r"anywhere|ahead|next|first|the next|the first))+\b(?! (?:is|was|went|i did|exactly)(?: (?:it|is|the|my|"
            r"exactly|so))* (?:wrong|off|not right|incorrect|mistake|error))[^.?!;,□]{0,60}|"
            r"\bknow not\b(?! (?:if|why|whether))[^.?!;,□]{0,40}|"
            r"\bcome\b[^.?!;,□]{0,25}\bnot next\b|"
            r"\bi do not know\b(?! (?:if|why|whether|(?:what|where) (?:is|was|went|it go|i went|i go)))|"
            r"\bhave no (?:hint|idea)\b[^.?!;,□]{0,40}|"
            r"\bno idea\b[^.?!;,□]{0,40}|\bany idea\b|"
            r"\b(?:know|knowing) (?:how|what|where) (?:i |to )[^.?!;,□]{0,40}\b(?:start|begin)\w*|"
            r"\b(?:something|anything|some place|a place) to (?:start|begin|go on|work|get going|hold on)\b(?: "
            r"with| from| on)?|"
            r"\b(?:where|how) start (?:i|we|one|man)\b|\bgive me (?:something|anything)(?= ?[.!]*$)|"
            r"\bclueless\b|\bidk\b|"
            r"\bi (?:am|got|feel) (?:completely |totally |so |a part |really )?(?:lost|confused)\b"
        ),
        "I don't know how to begin",
        "no idea",
        "idk what to do",
        "i am lost",
        "gimme sumthing to start w for 3a not the hole solution",
        "nur einen Denkanstoß für 3a bitte",
        "next_hint()",
        "wo fang ich an bei aufgabe 2",
        "i've been sitting on 3c since 4 pm, give me something",
        not_says=("i don't know if that's right",),
    ),
    rule(
        H,
        (
            r"\b(?:can not|could not|not able to|unable to) (?:figure|solve|do|get|find|see|start|continue|"
            r"come|work|make|go)\b(?![^.?!;,□]{0,40}\b(?:while|(?:in|from) my head|mentally|without paper|"
            r"on paper|on my "
            r"phone|right now|on the (?:bus|train|bike|tram))\b)(?! (?:what|where) (?:is|was) (?:wrong|off))"
            r"[^.?!;,□]{0,60}|"
            r"\b(?:not|no) (?:get|getting|come|coming) (?:further|anywhere|next|on|forward|it done|any)\b|"
            r"\bcome (?:not|here not|there not) next\b|"
            r"\b(?:struggling|trouble|difficulty|difficulties|hard time)\b[^.?!;,□]{0,40}"
        ),
        "i cant figure out 3c",
        "i can't do 3b",
        "ich komme nicht weiter",
        "having trouble with 4",
        "i'm struggling with exercise 2",
    ),
    rule(
        H,
        (
            r"\b(?:point me|push me|nudge me|get me started|guide me|lead me|right direction|small push|"
            r"little push|(?:a|one|another|some|slight|tiny) (?:push|shove|boost)\b|"
            r"starting point|kick ?start)\b[^.?!;,□]{0,40}"
        ),
        "point me in the right direction",
        "great. a push for the next part?",
        "guide me through 3",
    ),
    rule(
        H,
        (
            r"\b(?:something|anything|a part|part|be|little) (?:more |less )?(?:more )?(?:specific|concrete|"
            r"detail|precise|helpful)\b|\bmore (?:specific|concrete|help|precise)\b|"
            r"\b(?:tell|give) me more\b|\bthat i know already\b|"
            r"\bknow that already\b|\balready know(?: that| this)?\b"
        ),
        "that i know already, something more concrete",
        "be more specific",
        "i already know that",
    ),
    rule(
        H,
        (
            r"\bunderstand (?:exercise |number |task )+\d ?[a-c]? not\b|"
            rf"\b(?:not|never) understand {REST}\b(?:exercise|question|task|problem|what to do|how to)\b{REST}|"
            r"\bnot understand (?:number )?[1-9][a-c]?\b"
        ),
        "I don't understand exercise 3",
        "i dont understand 3c",
    ),
)
