"""Asking what something is, or why. The concept itself is found in topics.py."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act
from tutor.reading.rules.phrases import REST

E = Act.EXPLAIN

RULES = (
    rule(
        E,
        (
            rf"\bwhy\b{REST}|\bhow come\b{REST}|"
            rf"\bwhat for\b{REST}|\bfor what reason\b{REST}|"
            r"\bwhat is the (?:reason|point|purpose|idea|intuition|use|benefit|sense|concept|logic|role|theory|"
            rf"meaning|advantage)\b{REST}"
        ),
        "why do i have to transpose K",
        "and why normalised?",
        "why is it wrong?",
        "what's the point of the softmax",
    ),
    rule(
        E,
        (
            r"\bexplain\b(?! (?:exercise|task|question|problem|how to (?:solve|do)|the (?:solution|exercise|"
            rf"task))? ?\d){REST}|\bdescribe\b{REST}|"
            rf"\bdefine\b{REST}|\bclarify\b{REST}|"
            rf"\belaborate\b{REST}|\bteach me\b{REST}|"
            rf"\btell me (?:more )?about\b{REST}|"
            rf"\bdemonstrate\b{REST}"
        ),
        "explain stride",
        "can you explain softmax",
        "erkläre mir den kernel",
        "tell me about padding",
    ),
    rule(
        E,
        (
            rf"\b(?:difference|distinction|relation|relationship|versus)\b{REST}|"
            rf"\b(?:is|are|isn't) {REST}\b(?:the )?(?:same|equal|identical|different)(?: thing)? (?:as|to|from|"
            rf"like)\b{REST}|\bwhat is {REST} and what is\b{REST}"
        ),
        "what's the difference between numel() and len() on a tensor",
        "is cross-correlation the same as convolution",
    ),
    rule(
        E,
        (
            rf"\bmean(?:ing)? of\b{REST}|"
            rf"\bwhat (?:do|does|is|did|are|exactly)\b{REST}\bmean(?:t)?\b(?: by)?{REST}|"
            rf"\bmeaning\b|\bwhat (?:do )?you mean\b{REST}|"
            rf"\bwhat is meant\b{REST}|"
            rf"\bwhat (?:does|do)\b{REST}\b(?:do|stand for|represent|tell us|tell me|refer to|describe|measure|"
            rf"good for|used for|useful for)\b{REST}"
        ),
        "what does stride mean",
        "was bedeutet padding",
        "what does the softmax do",
        "what do you mean by normalized",
    ),
    rule(
        E,
        (
            r"\bwhat (?:is|are|exactly is|actually is|even is|was) (?:a|an|the|this|that|these|those|meant|"
            r"exactly|actually|even|called|all|thing|by|'){0,3}(?!\s?(?:(?:it|that one) called(?=,)|next|first|"
            r"second|left|missing|still|"
            rf"my progress|result|solution|answer|question|task|exercise|wrong|correct|given|going)\b){REST}|"
            rf"\bwhat kind of\b{REST}|\bwho is lambda\b|"
            rf"\bsay again what\b{REST}"
        ),
        "what is an eigenvector",
        "what's the x1 for in 4x4x1",
        "was ist ein Eigenvektor",
        weak=True,
    ),
    rule(
        E,
        (
            r"\bhow (?:does|is|are|did|was|would)(?! (?:you|this|i|we|one|things?|life)\b)(?! it (?:going|"
            rf"work)\b(?: |\?|$)(?! in))(?! (?:the )?(?:bot|tutor|thing))"
            rf"(?! [^.?!;]{{0,30}}\b(?:worded|phrased|formulated|stated)\b){REST}|"
            r"\bhow (?:do|can|should|would) (?:i|we|you|one) (?:know|see|tell|remember|understand|think of|"
            rf"imagine|picture)\b{REST}|"
            r"\bhow do (?:the|these|those|two|q|k|v|query|convolution|matrix|row|eigen\w*|attention|padding|"
            rf"stride|weight|channel|filter|kernel)\b{REST}"
        ),
        "how does the convolution work",
        "how is the output size computed",
    ),
    rule(
        E,
        (
            r"\bnot (?:really |quite |fully |sure i )?(?:understand|follow|see|get|"
            rf"grasp)\b(?= [\w$])(?! (?:what to do|how to|where to|further|anywhere)){REST}|"
            rf"\bi (?:do |did |can |really |still )*not (?:really |"
            rf"quite )?(?:get|understand|know|see) how (?:the )?\w+(?: \w+)? "
            rf"work\b{REST}|"
            rf"\bmakes? no sense\b{REST}|\bnot make sense\b{REST}|"
            rf"\bconfused (?:about|by|with|why|because)\b{REST}|"
            rf"\bconfused\b|\bnot clear\b{REST}|"
            rf"\bunclear\b{REST}|\bi am not (?:sure|clear) (?:about|why|if|whether)\b{REST}"
        ),
        "I don't understand the softmax",
        "i don't get how padding works",
        "confused about the padding",
        "i don't get why we transpose",
    ),
    rule(
        E,
        (
            r"\bnot (?:really |quite |fully |yet )?(?:understand|get it|follow)\b|"
            r"\bunderstand\b[^.?!,;]{0,30}\bnot\b"
        ),
        "i still don't understand",
        "ich verstehe das nicht",
        weak=True,
    ),
    rule(
        E,
        (
            r"\b(?:do|does|must|should|can|could|may|is|are|shall|need) (?:i|we|you|one|the|it|there|they|a|q|"
            r"k|v|each|every|all|both|this)\b(?! (?:give|help|show|tell|explain|make|please|repeat|do it|"
            "do the whole|check|solve|have a|get a|use (?:this|latex|you)|type|send|want|"
            r"need a))[^.?!;□]{0,80}\?"
        ),
        "do i have to transpose K?",
        "does the bias count too?",
        "is the kernel flipped?",
        weak=True,
    ),
    rule(
        E,
        r"\bwhat (?:comes|goes|happens|is done|is) first\b[^.?!;]{0,40}\bor\b[^.?!;]{0,30}",
        "what comes first, softmax or the scaling",
    ),
    rule(
        E,
        (
            rf"\bwhat (?:comes|goes|happens|is done) first\b{REST}|"
            rf"\bwhich (?:one )?(?:comes |goes |is |do i do )?first\b{REST}|"
            r"\bwhich (?:way|axis|dimension|direction|one|is|of|matrix|formula|row|column|number|side|"
            rf"kind)\b{REST}|\bwhere (?:does|do|is|are|did)\b(?! (?:i|we) (?:start|begin)){REST}|"
            rf"\bwhen (?:do|does|is|are|should|would)\b{REST}|"
            rf"\bwhat (?:happens|changes)\b{REST}|"
            rf"\bin what order\b{REST}|\bwhich order\b{REST}"
        ),
        "what comes first, softmax or the scaling",
        "where does the 9216 in the classifier come from",
        weak=True,
    ),
    rule(
        E,
        (
            r"\b(?:wrong|mistake|off|not right|not correct)\b(?=[^.?!]*\bwhy\b)|"
            rf"\bwhat (?:is|was|did i do|have i done|am i doing|went) wrong\b{REST}|"
            rf"\bwhere (?:is|was|did i make|are) (?:my |the |a )?(?:mistake|error|wrong)\b{REST}|"
            rf"\bwhere did (?:i|it) go wrong\b{REST}|"
            rf"\bwhere (?:have|did|do) i (?:me )?(?:make (?:a |the )?)?(?:mistake|wrong)\b{REST}|"
            rf"\bwhat (?:have|did|do) i (?:there |here )?wrong\b{REST}|"
            rf"\bwhat (?:did|have) i (?:mess(?:ed)? up|screw(?:ed)? up|get wrong|got wrong|miss(?:ed)?|"
            rf"overlook(?:ed)?|forget|"
            rf"forgotten)\b{REST}|"
            r"\bwhat (?:is )?(?:correct|right)\b[^.?!;,□]{0,12} not\b|"
            rf"\bwhat (?:is|was) (?:my|the) mistake\b{REST}|"
            rf"\bwhat (?:is|was)(?: (?:so|exactly|then|actually|really|it|that|is))* (?:off|not right|incorrect|wrong) "
            rf"(?:with|about|in|there|here)\b{REST}|"
            rf"\bwhich (?:entry|part|number|cell|one|row|step|column)s? (?:is|are|was) (?:the )?(?:wrong|off|not right|"
            rf"incorrect)\b{REST}|"
            rf"\bis(?: it|that|this)? not (?:it |that |this )?(?:what|the|how|just|supposed|like)\b{REST}"
        ),
        "what did i do wrong",
        "where is my mistake",
        "wo ist der Fehler",
        "wo hab ich mich vertan",
        "was hab ich falsch gemacht",
        "I don't see what's wrong with it",
        "which entry is off?",
        "what did i mess up",
        "what exactly is off about my row?",
        "explain what's wrong with that",
    ),
    rule(
        E,
        (
            rf"\b(?:formula|definition|intuition|theory|rule|equation) (?:for|of|behind|to)\b{REST}|"
            rf"\bwhat is the formula\b{REST}|"
            rf"\bremind me (?:what|how|why|of)\b{REST}|"
            rf"\bhow is {REST} (?:computed|defined|calculated|done)\b{REST}"
        ),
        "formula for the output size",
        "definition of eigenvalue",
    ),
)
