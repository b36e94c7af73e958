"""Handing something in."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

C = Act.CHECK
_THING = r"(?:this|that|it|my [\w ]{1,25}|these|those|□|\d ?[a-c]?|mine|everything|the following|[a-z] = □|all)"

RULES = (
    rule(C, rf"\b(?:is|are|was|does|do)\b[^.?!;]{{0,60}}(?:\b(?:correct|right|ok|wrong|true|good|accurate|legit|accepted|make sense|look (?:right|ok|good|correct|fine))\b)(?! (?:formula|way|order|idea|approach|answer to|then why))",
         "is 3a [[1,3],[4,2]] right", "is this correct?", "is my answer ok", "does that look right", "stimmt das so?", "is my solution right"),
    rule(C, r"\bcheck (?:my|this|it|that|if|whether|□|these|please|a|the (?:following|answer|result|matrix)|mine|for me|with me|3|\d|[a-z] =)[^.?!;,□]{0,40}|\bcheck(?: please)?(?= ?[.!?:]*(?:□|$))|\bverify\b|\bdouble-? ?check\b|\b(?:have|take) a look at (?:my|this)\b|\blook (?:at|over) my\b|\bgrade (?:me|my|this|it)\b|\bvalidate\b|\bproofread\b",
         "check my answer", "can you check this", "please verify", "überprüfe mein Ergebnis", not_says=("check out this song",)),
    rule(C, r"\b(?:am|was) i (?:correct|right|wrong|on the right track|close|ok|good)\b|\bdid i (?:do|get|make|calculate|compute|solve|count|mess|screw)\b[^.?!;]{0,40}|\bi (?:am|was) (?:right|correct)\b[^.?!;]{0,5}\?|\b(?:correct|right|ok|good|true|yes|no) ?\?+ ?$|^(?:(?:ok|so|hm|and|but|now) ,?)*correct (?:that|this|it|□|so|my)\b",
         "am I right", "did I do it right", "[[1.919,0.988,1.762],[1.364,1.212,0.516]] ok?"),
    rule(C, r"\b(?:(?<!in )(?<!type )(?<!enter )(?<!write )(?<!send )my|here is(?: my)?|this is(?: my)?|that is(?: my)?|i think(?: the)?|i say(?: the)?|our)(?: own| final| last| current| first| new| second)* (?:answer|result|solution|matrix|attempt|output|guess|count|calculation|try|work)\b(?! (?:wrong|is wrong|matrix|work))", "here is my attempt", "my answer:", "my result is [[1,2],[3,4]]"),
    rule(C, r"\bi (?:get|got|have|had|obtain|computed|compute|end up with|come out with|think it is|think the answer is|found|find|calculated|ended up with|came to|arrive at|only get)(?: (?:it|this|that|now|for|the|answer|result|a|as|following|here|in|total|exercise|\d[a-c]?|\w))* ?:? ?□", "i get [[1,2],[3,4]]"),
    rule(C, r"\bwhat about (?:this|□)|\bhow about □|\bcould it be\b|\bi would say\b|\bmy final answer\b|\b(?:so|then) (?:it is|is it) (?=\d|□)|\b(?:i )?think it is (?=\d|□)|\bis it (?=-?\d|□)", "what about [[1,2],[3,4]]", "is it 61100840"),
    rule(C, r"\b(?:is|are) (?:this|that|these|those|it) (?:the )?(?:correct|right|wrong)\b|\bcorrect\b(?= ?[?.!]*$)|\b(?:hand|handing|submit|submitting)(?: in)?\b", "is it wrong?", "i want to hand in", weak=True),
)
