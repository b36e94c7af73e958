"""Asking what something is, or why. The concept itself is found in topics.py."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act
from tutor.reading.rules.phrases import REST

E = Act.EXPLAIN

RULES = (
    rule(E, rf"\bwhy\b{REST}|\bhow come\b{REST}|\bwhat for\b{REST}|\bfor what reason\b{REST}|\bwhat is the (?:reason|point|purpose|idea|intuition|use|benefit|sense|concept|logic|role|theory|meaning|advantage)\b{REST}",
         "why do i have to transpose K", "and why normalised?", "why is it wrong?", "what's the point of the softmax", not_says=("why don't you show me 3b",)),
    rule(E, rf"\bexplain\b(?! (?:exercise|task|question|problem|how to (?:solve|do)|the (?:solution|exercise|task))? ?\d){REST}|\bdescribe\b{REST}|\bdefine\b{REST}|\bclarify\b{REST}|\belaborate\b{REST}|\bteach me\b{REST}|\btell me (?:more )?about\b{REST}|\bdemonstrate\b{REST}",
         "explain stride", "can you explain softmax", "erkläre mir den kernel", "tell me about padding"),
    rule(E, rf"\b(?:difference|distinction|relation|relationship|versus)\b{REST}|\b(?:is|are|isn't) {REST}\b(?:the )?(?:same|equal|identical|different)(?: thing)? (?:as|to|from|like)\b{REST}|\bwhat is {REST} and what is\b{REST}",
         "what's the difference between numel() and len() on a tensor", "is cross-correlation the same as convolution"),
    rule(E, rf"\bmean(?:ing)? of\b{REST}|\bwhat (?:do|does|is|did|are|exactly)\b{REST}\bmean(?:t)?\b(?: by)?{REST}|\bmeaning\b|\bwhat (?:do )?you mean\b{REST}|\bwhat is meant\b{REST}|\bwhat (?:does|do)\b{REST}\b(?:do|stand for|represent|tell us|tell me|refer to|describe|measure|good for|used for|useful for)\b{REST}",
         "what does stride mean", "was bedeutet padding", "what does the softmax do", "what do you mean by normalized"),
    rule(E, rf"\bwhat (?:is|are|exactly is|actually is|even is|was) (?:a|an|the|this|that|these|those|meant|exactly|actually|even|called|all|thing|by|'){{0,3}}(?!\s?(?:next|first|second|left|missing|still|my progress|result|solution|answer|question|task|exercise|wrong|correct|given|going)\b){REST}|\bwhat kind of\b{REST}|\bwho is lambda\b|\bsay again what\b{REST}",
         "what is an eigenvector", "what's the x1 for in 4x4x1", "was ist ein Eigenvektor", weak=True),
    rule(E, rf"\bhow (?:does|is|are|did|was|would)(?! (?:you|this|i|we|one|things?)\b)(?! it (?:going|work)\b(?: |\?|$)(?! in))(?! (?:the )?(?:bot|tutor|thing)){REST}|\bhow (?:do|can|should|would) (?:i|we|you|one) (?:know|see|tell|remember|understand|think of|imagine|picture)\b{REST}|\bhow do (?:the|these|those|two|q|k|v|query|convolution|matrix|row|eigen\w*|attention|padding|stride|weight|channel|filter|kernel)\b{REST}",
         "how does the convolution work", "how is the output size computed"),
    rule(E, rf"\bnot (?:really |quite |fully |sure i )?(?:understand|follow|see|get|grasp)\b(?= [\w$])(?! (?:what to do|how to|where to|further|anywhere)){REST}|\bmakes? no sense\b{REST}|\bnot make sense\b{REST}|\bconfused (?:about|by|with|why|because)\b{REST}|\bconfused\b|\bnot clear\b{REST}|\bunclear\b{REST}|\bi am not (?:sure|clear) (?:about|why|if|whether)\b{REST}",
         "I don't understand the softmax", "confused about the padding", "i don't get why we transpose"),
    rule(E, r"\bnot (?:really |quite |fully |yet )?(?:understand|get it|follow)\b|\bunderstand\b[^.?!,;]{0,30}\bnot\b", "i still don't understand", "ich verstehe das nicht", weak=True),
    rule(E, rf"\b(?:do|does|must|should|can|could|may|is|are|shall|need) (?:i|we|you|one|the|it|there|they|a|q|k|v|each|every|all|both|this)\b(?! (?:give|help|show|tell|explain|make|please|repeat|do it|do the whole|check|solve|have a|get a|use (?:this|latex|you)|type|send|want|need a))[^.?!;□]{{0,80}}\?",
         "do i have to transpose K?", "does the bias count too?", "is the kernel flipped?", weak=True),
    rule(E, r"\bwhat (?:comes|goes|happens|is done|is) first\b[^.?!;]{0,40}\bor\b[^.?!;]{0,30}", "what comes first, softmax or the scaling"),
    rule(E, rf"\bwhat (?:comes|goes|happens|is done) first\b{REST}|\bwhich (?:one )?(?:comes |goes |is |do i do )?first\b{REST}|\bwhich (?:way|axis|dimension|direction|one|is|of|matrix|formula|row|column|number|side|kind)\b{REST}|\bwhere (?:does|do|is|are|did)\b(?! (?:i|we) (?:start|begin)){REST}|\bwhen (?:do|does|is|are|should|would)\b{REST}|\bwhat (?:happens|changes)\b{REST}|\bin what order\b{REST}|\bwhich order\b{REST}",
         "what comes first, softmax or the scaling", "where does the 256 come from", weak=True),
    rule(E, rf"\b(?:wrong|mistake|off|not right|not correct)\b(?=[^.?!]*\bwhy\b)|\bwhat (?:is|was|did i do|have i done|am i doing|went) wrong\b{REST}|\bwhere (?:is|was|did i make|are) (?:my |the |a )?(?:mistake|error|wrong)\b{REST}|\bwhere did (?:i|it) go wrong\b{REST}|\bwhat (?:is|was) (?:my|the) mistake\b{REST}|\bwhich (?:entry|part|number|cell|one|row|step) is wrong\b{REST}|\bis(?: it|that|this)? not (?:it |that |this )?(?:what|the|how|just|supposed|like)\b{REST}",
         "what did i do wrong", "where is my mistake", "wo ist der Fehler"),
    rule(E, rf"\b(?:formula|definition|intuition|theory|rule|equation) (?:for|of|behind|to)\b{REST}|\bwhat is the formula\b{REST}|\bremind me (?:what|how|why|of)\b{REST}|\bhow is {REST} (?:computed|defined|calculated|done)\b{REST}",
         "formula for the output size", "definition of eigenvalue"),
)
