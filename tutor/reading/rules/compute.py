"""Asking for the method on other numbers, settings or models. These count only where settings or arrays say which."""

from __future__ import annotations

from tutor.reading.acts import rule
from tutor.reading.message import Act

C = Act.COMPUTE
_SUBJECT = (
    "(?:convolution|matrix|output|result|attention|parameter|weight|context|size|it|that|this|"
    "everything|number|answer|y|a|c|featuremap|feature map|total|count)"
)

RULES = (
    rule(
        C,
        (
            r"\bwhat if\b|\bhow about (?=\w+ \d|with|if|stride|padding|resnet|vgg)|"
            r"\bwhat about (?=\w+ \d|with|if|stride|padding|resnet|vgg|dilation|a bigger|a model)|"
            r"\bwhat (?:happen|change|would change|would happen|will happen)s?(?: (?:to|with|then|"
            r"in) ?(?:the )?\w{0,12})?(?: in exercise \d[a-c]?)? (?:if|when|for|with|without)\b"
        ),
        "what if the stride was 3",
        "what happens with padding 2",
        "what about resnet50",
    ),
    rule(
        C,
        (
            r"(?<!is )(?<!not )\bwhat (?:would|will|does|do|should|could|is|was|are)(?: the| its| this| my| i| we|"
            r" you| it|"
            r" then| there| convolution| of| layer| exercise \d[a-c]?| matrix| a| in)*(?: (?:output|result|"
            "matrix|context|y|size|value|answer|attention|outcome|shape|dimension|featuremap|feature map|"
            "total|one)){0,6}(?: (?:of|for|in|size|from|convolution|layer|the|a|this|that|dimension|"
            "shape)){0,6}(?: (?:be|look like|become|come out|get|give|obtain|change|have|give me|produce|equal|"
            "return)){0,6}(?: (?:then|like|as|to|me|out)){0,6} (?:if|with|for|when|without|using|given|had|were|"
            r"at)\b(?= ?[^ ?])|"
            r"\b(?:which|what) matrix (?:has|have|belong|go|come|fit|do|give|would)\b|"
            r"\bwhat (?:would|will) be (?:the )?[\w ]{1,20}\b(?:with|without|if|for|at)\b"
        ),
        "what would it be with X = [[1,2,3],[4,5,6],[7,8,9]]",
        "what is the output with stride 3",
        "what would the output of the conv layer be with stride 3 and padding 1?",
        "what do i get with dilation 2",
        "was wäre C ohne Skalierung?",
        "what would $Y$ be for $p=2$?",
        "which matrix has eigenvalues 4 and 9 and eigenvectors (3,4) and (4,-3)",
        "was kommt bei 4 ohne Skalierung raus",
    ),
    rule(
        C,
        (
            r"\bwhat (?:comes|came|would come|will come) (?=if|when)|"
            r"\bwhat (?:comes|came|would come|will come|is coming|should come) out\b(?: of it)?(?: (?:if|when|"
            "with|for|without))?|"
            r"\bwhat (?:does|would|will|do) (?:this|it|that|i|the (?:following|code|script)|□)(?: (?:code|"
            "script|model|network|program))? (?:give|print|return|output|get|produce|be|say|show|equal|"
            r"compute|do)\b(?! wrong)"
        ),
        "what comes out if i dont divide by sqrt d_k",
        "what does this give with stride 2",
    ),
    rule(
        C,
        (
            r"\b(?:compute|calculate|evaluate|determine|work out|figure out|run|apply|reconstruct|build|"
            "multiply|execute|simulate|get|do|repeat|redo|rerun)(?: me| it| that| this| the| a| an| please|"
            r" again| all| same| out| for me)*(?: a\b| (?:\w+-?)?(?:convolution|matrix|output|result|attention|"
            "parameter|weight|context|dot-product|dot product|product|eigen|thing|calculation|exercise|layer|"
            r"one|softmax|count|total|number|method|scale|of|for|with|on|from|using|size|to|in))+\b|"
            r"\b(?:compute|calculate|evaluate|work (?:it |this |that )?out|run|do the math)\b|"
            r"\b(?:f\.)?convolution ?2d ?\(|"
            r"\bscaled?_dot-?_?product\w*\b|"
            r"\bsdpa\b(?= with)"
        ),
        "could you run scaled dot product for Q = [[1,2],[3,1]]",
        "compute the matrix for eigenvalues 3 and 5",
        "calculate the convolution with stride 2",
    ),
    rule(
        C,
        (
            r"\b(?:how does|how do|how would|how will)\b(?! (?:that|this|it) look ?(?:[?.!]|$|"
            r"to you))[^.?!;]{0,60}\b(?:change|look|be)\b(?: (?:with|if|when|"
            "for|then|like)){0,6}[^.?!;]{0,60}|"
            r"\b(?:y|output|result|c|a(?! for loop)|matrix|attention|convolution|size) (?:for|with|if|at|when|without) "
        ),
        "how does the parameter count of alexnet change with 10 classes",
        "Y for dilation=2?",
        "A for eigenvalues -1 and 4?",
    ),
    rule(
        C,
        (
            r"\bwhat (?:is|are|will be|would be)(?: the| my| its)?(?: final| new)? (?:output|result|y|c|a|"
            "total|count|answer|value|size|shape|matrix|output size|context matrix|"
            r"total count)\b(?= ?[?.!]*$)|\bhow is (?:the )?result\b"
        ),
        "stride=3, padding=1, what's Y?",
    ),
    rule(
        C,
        (
            r"\bhow (?:many|much|big|large)(?: \w+)? (?:\w+ )?(?:parameter|weight)\b|"
            r"\bhow (?:many|much|big|large) (?:is|are|does|do|would|has|have|will)\b|"
            r"\b(?:number|count|total|amount) of (?:\w+ )?(?:parameter|weight)\b|"
            r"\b(?:parameter|weight|size) (?:count|number|total)\b|"
            r"\bcount (?:the |all |all the )?(?:\w+ )?(?:parameter|weight)\b|"
            r"\bparameter\b(?: (?:of|in|for|has|does))?(?= ?\??$| (?:of|in|for))"
        ),
        "how many params does resnet50 have",
        "parameter count of vgg16",
        "resnet18 params?",
    ),
    rule(
        C,
        (
            r"\b(?:my own|other|own|different|custom|these|those|following|another set of) (?:matrix|number|"
            r"input|value|image|kernel|example|data|eigenvalue|filter|set|model)\b|"
            r"\b(?:try|use|using|take|with|plug in|put in|set|change|replace|switch|make|assume|suppose|let|"
            "imagine|say|apply)(?: it| that| this| the| a| same| again| instead| out|"
            r" to)*(?= (?:with )?(?:\w+ ){0,3}(?:□|\d|stride|padding|dilation|scale|bias|kernel|input|resnet|"
            "vgg|model|no|without|mask|causal))"
        ),
        "I want to run the conv on my own matrix",
        "use stride 3",
        "try with padding 2",
        weak=True,
    ),
    rule(
        C,
        (
            r"\b(?:instead|instead of)\b|\b(?:would|were|had) (?:it |the |i )*(?:be|been|have)?\b|"
            r"\bif (?:i|we|the|you|it|there|stride|padding|one)\b|"
            r"\bsuppose\b|\bassum\w+\b"
        ),
        "stride 3 instead",
        "if the stride were 3",
        weak=True,
    ),
    rule(
        C,
        (
            r"\b(?:without|with(?: a)?(?: causal)?|no|unscaled|apply|add|use) (?:the |a |any )*(?:scale|"
            r"division|divide|mask|causal|softmax|dilation|bias)\b"
        ),
        "with a causal mask",
        "without scaling",
        weak=True,
    ),
)
