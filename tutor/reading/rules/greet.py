"""Hello, thanks, bye, how are you. These count only where nothing else is asked."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

G = Act.GREET

RULES = (
    rule(
        G,
        (
            r"\bhello\b(?: (?:there|tutor|bot|again|everyone)){0,6}|"
            r"\bgood (?:morning|evening|afternoon|day|night|morgen|abend|tag|nacht)\b|"
            r"^(?:morning|evening|afternoon)(?= ?[!,.]|$)|"
            r"\bgreetings\b|\bgrüß gott\b|\bnice to (?:meet|see) you\b|"
            r"\bgreat to see you\b"
        ),
        "hello",
        "hi there",
        "good evening, how are you?",
        "guten Abend",
        "morning!! coffee in hand",
        not_says=("translate 'good morning' to French",),
        weak=True,
    ),
    rule(
        G,
        (
            r"\bthanks\b(?: (?:a|you|so|very|for|much|lot|the|your|help|again|hint|that|everything|all|explain|check|"
            r"solution|answer|this|with|number|exercise|\d[a-c]?|man|anyway|to|bunch|million|ton|me|now|"
            "understand|understood|i|got it|clear)){0,6}|"
            r"\bthank (?:you|u)\b(?: (?:so|very|much|for|the|help|that|your|everything|with|number|exercise|"
            r"\d[a-c]?|all|hint|this|a|lot|again)){0,6}|"
            r"\bappreciate(?:d)?\b(?: (?:it|that|the help|your help|you))?|"
            r"\b(?:that|this|it|you) (?:really |did )?(?:helped|help)(?: (?:a lot|me|me a lot|very much|"
            r"so much)){0,6}\b|\bvery helpful\b|"
            r"\bthat was helpful\b|"
            r"\b(?:you are|you re) (?:the )?(?:great|best|awesome|helpful|a star|a lifesaver|cool|nice|super|"
            r"amazing)\b|\bno problem\b|\bgreat help\b|"
            r"\byou help me a lot\b|\byou (?:rock|rule)\b"
        ),
        "lovely, thank you so much!",
        "merci, that helped",
        "thanks for the help with number 2",
        "danke dir",
        "you rock",
        "great, thanks for checking",
        weak=True,
    ),
    rule(
        G,
        (
            r"\bbye\b|\bsee you\b(?: (?:later|soon|tomorrow|next time|then|around))?|"
            r"\b(?:have a|have) (?:nice|good|great|lovely|one)(?: (?:day|one|evening|night|weekend|time))?\b|"
            r"\btake care\b|\buntil (?:later|next time|tomorrow)\b|"
            r"\bgood night\b|\bthat is (?:it|all)(?: for (?:today|now|me))?(?= ?[.!]*$)|"
            r"\bfor today\b|\bsee you tomorrow\b|"
            r"\bi am (?:off|out|leaving)\b(?= ?[.!]*$)|"
            r"\bgot to go\b|\bhave to go\b|\buntil then\b"
        ),
        "bye",
        "see you later",
        "have a nice day",
        "ok thanks, that's all for today",
        weak=True,
    ),
    rule(
        G,
        (
            r"\bhow are (?:you|things)(?: (?:doing|today|going|feeling)){0,3}\b|"
            r"\bhow is it going\b|\bhow do you do\b|"
            r"\bwhat is up\b|\bhow have you been\b|"
            r"\bhow go it(?: you)?(?= ?[?.!]*$)|"
            r"\bhow is (?:your (?:day|night|week|evening)|everything|life|business)(?: going)?\b"
            r"(?: (?:in|on|over|down|at) (?:the |your )?(?!exercise)\w+(?: \w+)?(?= ?[?.!]*$))?|"
            r"\beverything (?:ok|good)\b|\byou (?:ok|good)\b"
        ),
        "how are you?",
        "how's it going",
        "heya tutor, how's life in the server room?",
        "hi, how are you doing today",
        "wie geht's dir",
        weak=True,
    ),
    rule(
        G,
        (
            "^(?:(?:ok|oh|wow|yay|ah|yes|very|so|really|this|super|how|well|pretty|all|right|lol|"
            r"then|sounds?|looks?|haha|man|i|now|nice|cool|great|that|it|is|makes?|everything|much|,|\.|"
            "!) ?){0,8}(?:nice|cool|great|awesome|lovely|perfect|super|excellent|amazing|fantastic|wonderful|"
            "sweet|good|brilliant|neat|yay|wow|well done|good job|good one|nice one|love it|i love (?:you|"
            "this|it)|beautiful|got it|i see|understand|i understand|understood|makes? sense|i get it|helpful|"
            "much better|clear)(?:[ ,.!]+(?:ok|nice|cool|great|man|tutor|bot|now|then|so much|very much|"
            "i love it|work|job|stuff)){0,6}[ .!:)]*$"
        ),
        "nice",
        "cool!",
        "ok great",
        weak=True,
    ),
)
