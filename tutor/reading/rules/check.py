"""Handing something in."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act
from tutor.reading.text import DATA

C = Act.CHECK
_THING = (
    r"(?:this|that|it|my [\w ]{1,25}|these|those|□|\d ?[a-c]?|mine|everything|the following|[a-z] = □|"
    "all)"
)

RULES = (
    rule(
        C,
        (
            r"\b(?!(?<=if that )is ok\b|(?<=if it )is ok\b|(?<=if this )is ok\b)(?:is|are|was|does|"
            r"do)\b[^.?!;]{0,60}(?:(?<!left and )(?<!left to )(?<!left or )(?<!left-)\b(?:correct|right|ok|wrong|"
            r"true|good|accurate|legit|"
            r"accepted|make sense|match|fit|agree|plausible|ok so far|"
            r"look (?:right|ok|good|correct|fine))\b)(?! (?:formula|way|order|idea|"
            "approach|answer to|then why|output|result|matrix|number|value|tensor|answer|solution|total|count|y|c|"
            "for)\\b)|"
            r"\b(?:is|are|was) (?:this|that|it|these|those|mine|□ ?|my [\w ]{1,20}|\d[a-c]?)(?: here| now| then)? "
            r"(?:the |a )?(?:correct|right) \w+"
        ),
        "is 3a [[1,3],[4,2]] right",
        "is this correct?",
        "is my answer ok",
        "is this the right answer?",
        "does that look right",
        "stimmt das so?",
        "is my solution right",
    ),
    rule(
        C,
        (
            r"\b(?:tell me|say|know|see|find out|sure|wonder|wondering|curious) (?:if|whether) (?:\w+ ){0,5}?"
            r"(?:\d[\d,.]*|□|my|this|"
            r"that|it)(?: \w+){0,5}? (?:correct|right|ok|true|wrong|accurate|close|far off|on track)\b|"
            r"\bcheck (?:my|this|it|that|if|whether|□|these|please|a|the (?:following|answer|result|matrix)|"
            r"mine|for me|with me|3|\d|[a-z] =)[^.?!;,□]{0,40}|"
            r"\bcheck (?:what(?:ever)?|the (?:stuff|thing|part|bit)s?|everything|all) (?:that )?(?:i|we)"
            r"(?: (?:have|got|did|wrote|put|made|found|had|came up with|computed|done|so far))+\b[^□]{0,60}|"
            r"(?<!for )\bcheck(?: please)?(?= ?[.!?:]*(?:□|$))|"
            r"\bcheck(?: (?:it|this|that|please))* (?:again|once more|one more time)\b|\bre-?check\b|"
            r"(?<!me )(?<!to )(?<!i )\blook(?: (?:at )?(?:it|this|that))?(?: once| one)? (?:again|more)\b(?: at it)?|"
            r"\b(?:have|take|give it) (?:another|a (?:second|new|closer)) look\b|"
            r"\bverify\b|\bdouble-? ?check\b|"
            r"\b(?:have|take) a look at (?:my|this)\b|"
            r"\blook (?:at|over) my\b|\bgrade (?:me|my|this|it)\b|"
            r"\bvalidate\b|\bproofread\b"
        ),
        "check my answer",
        "can you check this",
        "please verify",
        "can you tell me if 61100840 is the right number of parameters for alexnet",
        "I'd like to know whether 61,100,840 is right",
        "let me know if [[1,2],[3,4]] is ok",
        "überprüfe mein Ergebnis",
        "recheck please",
        "have another look at it",
        "schau nochmal drauf",
        "cant be wrong. check it once more",
        not_says=("check out this song",),
    ),
    rule(
        C,
        r"\b(?:can|could) (?:i|we|one) (?:hand (?:this|it|that|these|them) in\b|"
        r"(?:really |now |safely )?(?:trust|rely on|count on|submit) (?:this|these|that|those|it|them|the|my)\b|"
        r"(?:the|this|my|these) (?:\w+ )?(?:result|number|matrix|answer|value) trust\b)",
        "can I trust these numbers?",
        "can we rely on that result",
        "could I hand it in",
        "kann ich dem Ergebnis trauen",
    ),
    rule(
        C,
        (
            r"\b(?:am|was) i (?:correct|right|wrong|on the right track|close|ok|good)\b|"
            r"\bdid i (?:do|get|make|calculate|compute|solve|count|mess|screw)\b[^.?!;]{0,40}|"
            r"\bi (?:am|was) (?:right|correct)\b[^.?!;]{0,5}\?|"
            r"\b(?<!if that is )(?<!if it is )(?<!left and )(?<!left to )(?<!left or )(?<!left-)(?:correct|right|ok|"
            r"good|true|yes|no) ?\?+ ?$|"
            r"(?:\b(?:is|are|be|was|have|has|get|got|make|made|give|equal|to)|=)[ .:]{1,4}(?:\w+ ){0,2}(?:□|"
            r"-?\d[\d,.]*)(?: \w+){0,3}[ ,.]{0,3}"
            r"(?:(?:is|are|was|were|do|does|did|have|has|would|should|must|will|can) not (?:it|there|they|that|"
            r"this|we|i)"
            r"|or(?: not)?|or was) ?\?+ ?$|"
            r"^(?:(?:ok|so|hm|and|but|now) ,?)*correct (?:that|this|it|□|so|my)\b"
        ),
        "am I right",
        "did I do it right",
        "there would be 4 patches, wouldn't there?",
        "it has 9 windows in total, doesn't it?",
        "the first entry is -1, isn't it?",
        "it has to be [[1, 2], [3, 4]] hasn't it?",
        "[[1.919,0.988,1.762],[1.364,1.212,0.516]] ok?",
    ),
    rule(
        C,
        (
            r"\b(?:(?<!in )(?<!type )(?<!enter )(?<!write )(?<!send )(?<!see )my|here is(?: my)?|this is(?: my)?|"
            "that is(?: my)?|i think(?: the)?|i say (?:the|my)|our)(?: final| last| current| first| new|"
            " second)* (?:answer|result|solution|matrix|attempt|output|guess|count|calculation|try|"
            r"work)\b(?! (?:wrong|is wrong|matrix|work))"
        ),
        "here is my attempt",
        "my answer:",
        "my result is [[1,2],[3,4]]",
        not_says=("can I see my results?",),
    ),
    rule(
        C,
        (
            r"\bi (?:get|got|have|had|obtain|computed|compute|end up with|come out with|think it is|"
            "think the answer is|found|find|calculated|ended up with|came to|arrive at|only get)(?: (?:it|"
            r"this|that|now|for|the|answer|result|a|as|following|here|in|total|exercise|\d[a-c]?|\w)){0,6} ?:? ?□"
        ),
        "i get [[1,2],[3,4]]",
    ),
    rule(
        C,
        (
            rf"\bso (?:\w+ ){{0,5}}(?:is|would be|must be|become|come out as|equal) {DATA}|"
            rf"\bmy (?:\w+ ){{0,3}}(?:is|become|became|come out as|came out as|turned out|read|look like|look so)"
            r"(?: to be| as)?"
            rf" ?{DATA}|\bis what (?:i|we) (?:get|got|have)\b|\bwhat about (?:this|□)|\bhow about □|"
            r"\bcould it be\b|\bi would say\b|"
            r"\bmy final answer\b|\b(?:so|then) (?:it is|is it) (?=\d|□)|"
            r"\b(?:i )?think it is (?=\d|□)|"
            r"\bis it (?=-?\d|□)|\bis (?:the|my) (?:final )?(?:answer|result|total|solution|count|number) "
            r"(?:then |maybe |really "
            r"|simply |only )?(?=-?\d|□)|\bhow does (?:that|this|it) look(?= ?[?.!]*$| to you)"
        ),
        "what about [[1,2],[3,4]]",
        "is it 61100840",
        "is the answer 8?",
        "I get [[1,2],[3,4]], how does that look?",
        "my context matrix became [[1,2],[3,4]]",
    ),
    rule(
        C,
        (
            r"\b(?:is|are) (?:this|that|these|those|it) (?:the )?(?:correct|right|wrong)\b|"
            r"(?<!left and )(?<!left to )(?<!left or )(?<!left-)\bcorrect\b(?= ?[?.!]*$)|\b(?:hand|handing)(?: (?:it|"
            r"this|that|them|these))? in\b|\bsubmit(?:ting)?\b"
        ),
        "is it wrong?",
        "i want to hand in",
        weak=True,
    ),
)
