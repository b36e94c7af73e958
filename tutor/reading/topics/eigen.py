"""The words of eigenvalues and eigenvectors."""

from __future__ import annotations

from tutor.reading.topics.topic import topic

ROWS = (
    topic(
        "spectral_decomposition",
        r"spectral|eigendecomposition|diagonalization|decomposition|q ?lambda ?q|q ?\* ?lambda|a ?= ?q",
        "what is the spectral decomposition",
        "why is A = Q Lambda Q^T",
        "what does diagonalization mean",
        "explain the eigendecomposition",
        "was ist eine Spektralzerlegung",
    ),
    topic(
        "rank_one",
        r"rank-? ?one|rank ?1|outer product|sum of (?:the )?(?:terms|projection\w*)",
        "what is a rank-one term",
        "what does rank 1 mean",
        "what is an outer product",
        "why is each term a rank-one matrix",
    ),
    topic(
        "orthonormal",
        r"orthonormal|orthogonal|perpendicular|unit vector|right angle",
        "what does orthonormal mean",
        "what is orthonormal",
        "why are the eigenvectors orthogonal",
        "what is a unit vector",
    ),
    topic(
        "normalization",
        "normalize|norm|unit length|length (?:1|one)|"
        r"sqrt ?\(?0[.,]5|0\.7071|root of (?:0[.,]5|one half)|"
        r"sqrt(?= ?(?:$|\?|in|there|here|for))",
        "and why normalised?",
        "why sqrt(0.5)?",
        "warum müssen die Eigenvektoren normiert sein",
        "why do they need unit length",
        "what does normalizing do",
    ),
    topic(
        "lambda_matrix",
        "lambda matrix|matrix lambda|big lambda|capital lambda|diag(?:onal)? matrix|diagonal|lambda(?! ?[1-9])",
        "what is the Lambda matrix",
        r"What is $\Lambda$?",
        "why is the matrix diagonal",
        "what stands on the diagonal?",
    ),
    topic(
        "q_matrix",
        r"(?:matrix|what is|is|build|why) q(?!,? (?:and not|not|instead of|rather than) inv)|"
        r"q matrix|q as|columns? of q",
        "what is the matrix Q",
        "what are the columns of Q",
        "what is the matrix of eigenvectors, what is Q",
        "what is Q",
    ),
    topic(
        "eigenvector",
        r"eigenvector",
        "what is an eigenvector",
        "whats eignvector mean in easy words",
        "Was ist ein Eigenvektor?",
        "what do eigenvectors tell me",
    ),
    topic(
        "eigenvalue",
        r"eigenvalue|eigen|lambda ?[12]",
        "what is an eigenvalue",
        "what does lambda 1 mean",
        "definition of eigenvalue",
        "what does an eigenvalue tell us",
    ),
    topic(
        "symmetric",
        r"symmetric",
        "what is a symmetric matrix",
        "why is A symmetric",
        "why symmetric?",
        "does it have to be symmetric?",
    ),
    topic(
        "transpose",
        r"transpose|q ?\^ ?t|inv(?:erse)? ?\(? ?(?:of )?q\b|q ?(?:\^ ?\(? ?-|\^?−|-) ?1\b|q inverse|q ?λ ?qt?\b",
        "what does transpose mean",
        "how come we need the transpose of Q at the end?",
        "was bedeutet transponiert",
        "what is the ^T, a transpose?",
        "why Q' and not inv(Q)",
        "Why may one write A = QΛQᵀ instead of QΛQ⁻¹?",
    ),
)
