"""Asking what the tutor can do, and how to write to it."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

H = Act.HELP
_WRITE = (
    "(?:type|write|enter|input|format|send|paste|upload|give you|put in|note|notate|tell you|insert|"
    "copy|post|express|answer you|dictate|spell|separate)"
)

RULES = (
    rule(
        H,
        (
            "^(?:please |ok |hello,? |um |so )*help(?: please)?[ .!?]*$|"
            r"^(?:-{1,2}|[/:!\\])? ?(?:help|h)[ .!?;]*$|^\?+$|^(?:menu|manual|tutorial|faq|usage|options?|start)[ "
            r".!?]*$"
        ),
        "help",
        "help!",
        "Hilfe",
        "--help",
        "help()",
        "/help",
    ),
    rule(
        H,
        (
            r"\bwhat (?:(?:all|else|exactly|things?|kind of thing|stuff) )*(?:can|could|do|will|are) (?:you|"
            "this|the (?:bot|tutor|tool)|it)(?: (?:all|actually|even|exactly|able to|bot|tutor)){0,6} (?:do|for|"
            r"know|help(?: me)?(?: with)?|offer|understand|able to do|good at|good for)\b|"
            r"\bwhat (?:is|are) (?:this|you|the|it|that)(?: (?:bot|tutor|tool|chat|thing|page|site|app|for|"
            r"actually|exactly|here)){0,6} (?:for|about|good for|do|here for|able to do)\b|"
            r"\bwhat (?:exactly |actually )?(?:is|does) (?:this|the) (?:bot|tutor|tool|chat|app|"
            r"thing)\b[^.?!;,□]{0,30}|\b(?:what|was) (?:you can|can you)\b(?: do| all)*(?= ?[?.!]*$)|"
            r"\bwhat is this\b(?=[ ?.!]*$)|\bwhat can i do(?: here)?\b(?=[ ?.!]*$)|"
            r"\bwhat (?:kind of )?(?:\w+ )?(?:can|should|may) i (?:ask|say|type|write|do here|do with (?:you|"
            r"this)|tell you)\b[^.?!;,□]{0,30}|"
            r"\b(?:your|the) (?:ability|abilities|capabilities)\b|\byour (?:features|functions?)\b|"
            r"\bwho (?:or what )?are you\b|\bwhat are you\b(?: exactly)?"
        ),
        "what can you do",
        "so what exactly is this bot for",
        "what can I ask you",
        "was kannst du",
    ),
    rule(
        H,
        (
            r"\bhow (?:2 )?(?:do|does|can|should|would|must|shall|to|am|is|have)?(?: ?\b(?:i|we|you|one|it|"
            rf"have|need|supposed|to|best|the|a|this|my|must|should)){{0,6}} ?\b(?:{_WRITE}|say a matrix|use (?:this|"
            r"you|it|the (?:bot|tutor)))\b(?<!the input)(?! (?:channel|size|feature|padding))[^.?!;□]{0,60}|"
            r"\bhow (?:do|does) (?:this|it|you|the (?:bot|tutor|chat))(?: (?:bot|tutor|chat|thing|tool|page|"
            r"all|here)){0,6} (?:work|function)\b|"
            r"\bhow (?:does )?(?:this|it|that) (?:all )?works?\b|"
            r"\bhow works? (?:this|it|that)(?: all| here)*\b(?= ?[?.!]*$)"
        ),
        "how do I type a matrix",
        "wrong format? how do i have to write it",
        "how does this work",
        "wie gebe ich eine Matrix ein",
    ),
    rule(
        H,
        (
            r"\b(?:can|could|may|do|should|must) (?:i|you|we|one)(?: (?:also|even|just|have to|need to|"
            f"understand|read|accept|take|use|support|speak|handle)){{0,6}} (?:{_WRITE}|latex|numpy|python list|"
            "fraction|image|photo|picture|screenshot|file|pdf|voice|matlab|csv|markdown|"
            r"decimal)\b[^.?!;□]{0,60}|"
            r"\bcan i\b[^.?!;□]{0,40}\b(?:paste|upload)\b(?: it)?|"
            r"\b(?:which|what) (?:kind of |other |different )?(?:format|notation|syntax|input format|form|command|"
            r"file type|spelling)\b[^.?!;□]{0,60}|"
            r"\bdo i (?:have|need) to (?:type|write|enter|use|put|paste)\b[^.?!;,□]{0,40}|"
            r"\b(?:wrong|right|correct|bad|input|matrix|answer) format\b|"
            r"\bformat\b[^.?!;□]{0,30}|\bspecial (?:way|format)\b[^.?!;,□]{0,60}|"
            r"\bhow (?:do )?(?:give|enter|write|type) i\b[^.?!;,□]{0,40}|"
            r"\bway (?:i|to)\b[^.?!;,□]{0,25}\b(?:type|write|enter|paste)\b[^.?!;,□]{0,40}|"
            r"\bsyntax\b|\bdo i (?:type|write|enter)\b[^.?!;□]{0,40}|"
            r"\bhow many decimal\b[^.?!;□]{0,30}"
        ),
        "can I paste LaTeX",
        "which format do you want",
        "kann ich Matrizen aus Excel einfügen",
        "how should I separate the numbers",
        "which notations do you accept for matrices?",
        "what formats can I use to enter my table",
        "how do I enter a fraction or a root in here?",
        "how do i typ a matrix on my fone",
        "how do I dictate a matrix to you",
        "do you understand numpy",
        not_says=("how do I write Python", "how do I write a letter to my landlord"),
    ),
    rule(
        H,
        (
            r"\bcommand\b(?: list)?|\blist of (?:all )?(?:command|thing|option)\b|"
            r"\bwhat are my option\w*\b|\bhow to use\b[^.?!;,□]{0,30}|"
            r"\buser guide\b|\bkeyboard\b"
        ),
        "is there a list of commands",
        "commands",
    ),
)
