"""What students ask about a result or a step: narrower than the concept it belongs to."""

from __future__ import annotations

from tutor.reading.topics.topic import NEAR, topic

ROWS = (
    topic(
        "root_against_d_k",
        rf"(?:root|sqrt){NEAR}\bnot{NEAR}\bd_?k|not (?:only |simply |just |really )?(?:divide |scale )?(?:by |with |"
        rf"through )?(?:frac )?(?:1 ?/? ?)?d_?k|d_?k (?:itself )?(?:instead of|without|rather than) (?:the |its )?"
        rf"(?:root|sqrt)|(?:root|sqrt){NEAR}\b(?:instead of|rather than){NEAR}\bd_?k|why (?:the|a) (?:square )?root\b",
        r"Why $\frac{1}{\sqrt{d_k}}$ and not $\frac{1}{d_k}$?",
        "why not simply divide by d_k, who decided on the root?",
        "why the square root of d_k and not d_k",
        "why sqrt(d_k) instead of d_k",
        not_says=("why do we divide by sqrt(d_k)", "what is d_k"),
    ),
    topic(
        "scale_before_softmax",
        rf"(?:first|before|after|order){NEAR}\bsoftmax{NEAR}\b(?:scale|divide)|(?:scale|divide){NEAR}\b(?:before|after|"
        rf"first|then){NEAR}\bsoftmax|softmax{NEAR}\b(?:before|after|first|then){NEAR}\b(?:scale|divide)|"
        rf"first{NEAR}\b(?:scale|divide){NEAR}\bsoftmax|softmax or (?:the )?(?:scale|divide)",
        "what comes first, softmax or the scaling",
        "do I scale before or after the softmax?",
        "can I divide by sqrt(d_k) after the softmax",
        "is the softmax applied first and then the scaling?",
        not_says=("why do we scale", "what does softmax do"),
    ),
    topic(
        "attention_name",
        rf"call{NEAR}\battention|called{NEAR}\battention|attention{NEAR}\b(?:called|call|name)\b|name{NEAR}\battention|"
        "why (?:the word )?attention(?= ?[?.]*$)|pay attention to",
        "why is it called attention",
        "where does the name attention come from",
        "why attention?",
        "why do they call this attention",
        not_says=("what is attention", "why do we need the softmax in attention"),
    ),
    topic(
        "sum_to_one",
        rf"(?:sum|add)(?: up)?(?: \w+){{0,3}} to (?:1|one)|(?:weight|row|softmax|probability)\b{NEAR}\b(?:sum|add)\b"
        r"[^.?!;]{0,12}\b(?:1|one)|row sum\w*|sum of (?:the |each |every )?(?:weight|row)",
        "why do attention weights sum to 1",
        "why do the weights add up to one",
        "do the rows of the softmax have to sum to 1?",
        "why is the sum of the weights 1",
        not_says=("what does softmax do",),
    ),
    topic(
        "context_shape",
        rf"(?:shape|size|dimension|how many (?:row|column)){NEAR}\b(?:context|attention output|attention)|context{NEAR}"
        rf"\b(?:shape|size|dimension|how many)|(?:c|context){NEAR}\b2 ?(?:x|by) ?3|"
        r"c (?:have|has) (?:2|3|two|three) (?:row|column)|attention matrix not square|"
        r"(?:shape|size|dimension) of (?:the )?(?:matrix )?c",
        "why is C 2x3",
        "what is the shape of the context matrix",
        "why does the context have this shape",
        "what dimension does the attention output have?",
        not_says=("what is the context matrix",),
    ),
    topic(
        "tensors_and_layers",
        r"(?:16|sixteen) (?:tensor|parameter|entry|thing|row|number|element|item)|"
        rf"tensor{NEAR}\blayer|layer{NEAR}\btensor|"
        rf"len\(list|how many tensor|(?:8|eight) (?:row|layer|line|number)s?\b{NEAR}\b(?:16|sixteen)",
        "why are there 8 rows but 16 tensors",
        "why does parameters() give me 16 things",
        "why are there more tensors than layers",
        "how many tensors does the model have?",
        not_says=("what is a parameter", "what is a layer"),
    ),
    topic(
        "parameters_in_all",
        rf"why{NEAR}\b(?:61|so (?:many|much)|that many|this many|million){NEAR}\bparameter|61[., ]?1? ?million|"
        rf"(?:where|which layer|why){NEAR}\b(?:most|majority) of (?:the )?(?:\w+ )?parameter|61[., ]?100[., ]?840|"
        rf"most of the (?:parameter|weight)|parameter{NEAR}\bcome from|why{NEAR}\bso (?:big|many parameter)",
        "why are there 61 million parameters",
        "why does alexnet have so many parameters",
        "where do most of the parameters come from",
        "which layer holds most of the parameters?",
        not_says=("how many parameters does a conv layer have",),
    ),
    topic(
        "activation",
        r"relu\w*|activation function|non-?linearit\w*",
        "why does relu have none",
        "why shouldn't relu have parameters",
        "what is an activation function",
        "what does ReLU do",
    ),
    topic(
        "dropout",
        "drop-?out",
        "does dropout have parameters?",
        "what is dropout",
        "why does nn.Dropout count zero",
        "what is the dropout layer for",
    ),
    topic(
        "batch",
        r"4-? ?d(?:im\w*)?|(?:4|four)-? ?dimension\w*|n ?, ?c ?, ?h|and ?, ?c ?, ?h|nchw|unsqueeze|batch(?: size| "
        r"dimension)?|none ?, ?none",
        "why does conv2d want a 4-dimensional input (N,C,H,W)",
        "what is the batch dimension for",
        "why do I need unsqueeze before conv2d",
        "why X[None, None] in conv2d",
        not_says=("what is a channel",),
    ),
    topic(
        "elementwise",
        rf"element-? ?wise|entry by entry|entrywise|hadamard|matrix (?:product|multiply){NEAR}\b(?:kernel|window|"
        rf"convolution|filter|here)|(?:kernel|window|convolution|filter){NEAR}\bmatrix (?:product|multiply)",
        "why elementwise and not a matrix product",
        "is a convolution a matrix multiplication?",
        "do I multiply the kernel entry by entry",
        "why is the window not multiplied with the kernel as a matrix product? no matrix multiplication of the kernel",
        not_says=("what is a kernel",),
    ),
    topic(
        "padding_size",
        rf"padding{NEAR}\b(?:5 ?x ?5|6 ?x ?6|big|grow|two row|2 row)|(?:5 ?x ?5|6 ?x ?6){NEAR}\bpadding|"
        rf"why{NEAR}\b(?<!x )(?:5 ?(?:x|by) ?5|6 ?(?:x|by) ?6)(?! ?(?:kernel|filter|convolution))",
        "why does padding 1 give 5x5",
        "why is it 6x6 with padding 1",
        "why 5x5?",
        "why does the output get bigger with padding? why does padding make it bigger",
        not_says=("what is padding", "how does padding change the output size"),
    ),
    topic(
        "zero_padding",
        rf"why (?:do (?:we|i|you) |use |is it |are there |exactly |pad(?:ding)? (?:with )?|only |the |put |add )*zero\b"
        rf"(?!{NEAR}\b(?:lambda|diagonal|eigen\w*|parameter|weight))|"
        rf"(?:padding|border|edge|around){NEAR}\bzero{NEAR}\b(?:not|instead|else|other)|"
        rf"zero{NEAR}\b(?:something else|instead|one around|another number)",
        "why zeros and not something else?",
        "why do we pad with zeros",
        "could the padding be something else than zeros? why zeros around it",
        "why zero padding",
        not_says=("what does zero padding mean", "why are there zeros off the diagonal of lambda"),
    ),
    topic(
        "conv_bias",
        rf"(?:convolution|kernel|filter|channel){NEAR}bias|bias{NEAR}(?:convolution|kernel|filter)",
        "does the conv layer have a bias?",
        "where does the bias of the kernel go",
        "is a bias added for every filter?",
        "how does a convolution use its bias",
        not_says=("does the bias count",),
    ),
    topic(
        "bias_parameters",
        r"bias",
        "does the bias count",
        "what is a bias",
        "do I have to count biases too?",
        "what is the bias term for",
    ),
    topic(
        "convolution_parameters",
        rf"parameter{NEAR}(?:convolution|kernel|filter)|(?:convolution|filter){NEAR}(?:parameter|count)|"
        "(?:weight|filter|parameter) sharing",
        "why does a conv layer have so few parameters",
        "formula for the parameters of a convolution",
        "what is weight sharing",
        "how do I count the weights of a filter, what is the parameter count of a filter",
    ),
    topic(
        "inverse",
        rf"inverse|q ?\^ ?-? ?1|q ?\^? ?-1|q ?q ?\^? ?t|q ?\^? ?t ?q|identity(?: matrix)?|q transpose{NEAR}\bidentity",
        r"Why does $Q^{-1}=Q^\top$ hold here?",
        "why is QQ^T the identity?",
        "is Q transpose the inverse of Q",
        "do I have to compute the inverse of Q?",
        not_says=("what does transpose mean", "what is the matrix Q"),
    ),
    topic(
        "trace_and_determinant",
        "trace|determinant",
        "why is the trace a check",
        "what is the determinant of A",
        "what does the trace have to do with the eigenvalues",
        "what do trace and determinant tell me",
    ),
    topic(
        "eigenpair_order",
        rf"order{NEAR}\b(?:eigen\w*|lambda|column|pair|vector)|(?:eigen\w*|lambda|column|pair|vector){NEAR}\border|"
        rf"(?:swap|switch|exchange|change){NEAR}\b(?:eigen\w*|lambda|vector|column)|"
        rf"which (?:eigen\w*|lambda|vector|column) (?:come |go |is )*first",
        "does the order of eigenvectors matter",
        "why doesn't it matter in which order I write the eigenvectors",
        "can I switch the columns of Q",
        "which eigenvalue comes first in Lambda?",
        not_says=("what is an eigenvector",),
    ),
    topic(
        "negative",
        rf"why{NEAR}\b(?:negative|minus)|(?:negative|minus){NEAR}\b(?:entry|off-?diagonal|value|number|sign|result|"
        rf"come from|appear|score|weight|possible|allowed)|where{NEAR}\bminus|can{NEAR}\bnegative",
        "why negative?",
        "why is there a minus in the result",
        "can entries be negative?",
        "where does the minus come from",
    ),
)
