"""The words of attention."""

from __future__ import annotations

from tutor.reading.topics.topic import NEAR, topic

ROWS = (
    topic(
        "transpose_key",
        "transpose (?:the |of )?(?:k|key|keys)|"
        "k (?:is |be |has to be |must be |need to be |get |got )?transpose|"
        r"k ?\^ ?t|k ?\.t|kt|k ?\.? ?transpose|"
        r"transpose(?: -?\d)|q ?k ?\^? ?t (?:and|not)|"
        f"transpose{NEAR}(?:attention|qkv|score|query|key)|"
        f"(?:attention|qkv|score|query|key){NEAR}transpose",
        "why do i have to transpose K",
        "what is K.transpose(-2,-1) for",
        "why is it K^T and not K",
        "why are the keys transposed",
    ),
    topic(
        "stable_softmax",
        f"(?:subtract|minus|take away){NEAR}max|"
        rf"stable softmax|row max\w*|max{NEAR}softmax|softmax{NEAR}\b(?:stable|overflow|max)|"
        r"numerical\w* stab\w*|overflow|log-?sum-?exp",
        "why subtract the max in softmax",
        "does the softmax overflow for large scores?",
        "what is a stable softmax",
        "why do people subtract the row maximum",
    ),
    topic(
        "softmax_axis",
        rf"dim ?=? ?(?:-1|0)|softmax{NEAR}\b(?:row|column|axis|dim|direction|dimension|over what|which way)|"
        f"(?:row|column|axis|dim|which dimension){NEAR}softmax",
        "over which axis is the softmax",
        "softmax dim=0 or dim=-1?",
        "does softmax run over rows or columns, and why?",
        "what is the difference between softmax over rows and over columns",
    ),
    topic(
        "multi_head",
        r"multi-? ?head\w*|(?<!my )(?<!your )(?<!his )(?<!her )heads?|w_?o\b",
        "what is multi-head attention",
        "why do we need several heads",
        "what does one head do",
        "how does multihead attention work",
    ),
    topic(
        "mask",
        r"mask|causal|look-?ahead|future (?:position|token)s?|-inf|triangular",
        "what is a causal mask",
        "why -inf in the mask",
        "how does masking work",
        "why mask future tokens",
    ),
    topic(
        "scaling",
        rf"(?:why|reason){NEAR}\b(?:sqrt|root|divide){NEAR}\bd_?k",
        "why divide with sqrt of d_k",
        r"why divide by $\sqrt{d_k}$",
        "why √d_k",
        "what is the reason for the root of d_k",
    ),
    topic(
        "d_k",
        r"d_?k|dim(?:ension)? of (?:the )?key",
        "what is d_k",
        "is d_k the number of keys?",
        "what does d_k stand for",
        "which dimension is d_k",
        "is that the dimension of the keys?",
    ),
    topic(
        "scaling",
        rf"scale|(?:divide|sqrt|square root){NEAR}(?:d_?k|sqrt|root|score|2|two|dim\w*)|"
        "root of d_?k|sqrt of d_?k|1 ?/ ?sqrt",
        "why do we scale",
        "why divide by sqrt 2",
        "what is the scaling for",
        "what does scaled mean in scaled dot-product",
    ),
    topic(
        "softmax",
        r"softmax|exponential|logit",
        "what does softmax do",
        "why softmax and not only dividing by the sum",
        "wat is softmax tho",
        "Erklär mir bitte Softmax",
        "why do we take the exponential",
    ),
    topic(
        "query_key_value",
        "query|queries|q,? k,?(?: and)? v|"
        r"qkv|key and value|keys? and quer\w*|"
        "(?:what|who|why|role|meaning)[^.?!;]{0,20} (?:q|k|v) (?:and(?! (?:not|the inv|inv))|"
        "stand|mean|for|in attention)|"
        "(?:point|purpose|job|role|meaning|use) of (?:q|k|v)|"
        "key (?:matrix|vector)|value (?:matrix|vector)",
        "what are query, key and value",
        "difference between the query and the key",
        "what do Q, K and V stand for?",
        "is the value matrix the same as the key matrix?",
        "what does a query do",
    ),
    topic(
        "weights",
        "weight matrix|attention weight|weight(?: matrix)?(?= mean)",
        "what are attention weights",
        "what do the rows of the weight matrix mean?",
        "explain the weight matrix",
        "what do the attention weights tell me",
    ),
    topic(
        "context",
        r"(?:multiply|times)(?: (?:by|with|it))* v|context(?: matrix| vector)?",
        "what is the context matrix",
        "why do we multiply by V",
        "what does the context vector mean",
        "explain the context",
    ),
    topic(
        "scores",
        r"(?:attention )?score|qk|q_?i|k_?j|q ?\*? ?k|dot-product|dot product|similarity",
        "what are the scores",
        "what does a score mean",
        "why the dot product",
        "what is a similarity score",
    ),
    topic(
        "attention",
        r"attention|transformer",
        "what is attention",
        "explain attention",
        "how does attention work",
        "what is the idea of a transformer",
    ),
)
