"""The name a writer gives to an array: the identifier left of `=`, `:=`, `:`, `<-` or "is" (rule 6)."""

from __future__ import annotations

import re

LOOK_BACK = 160
"""How far left of an array its name may begin."""

_WRAPPERS = re.compile(r"(?:[\s$>]|```\w*|`|\\\[|\\\(|\\displaystyle|#>|\ue000|(?:Diagonal|Permutation) Matrix)*+\Z")
_OPERATOR = re.compile(
    r"(?P<strict>:=|<-|←|≔|≈|≃|\\approx|\\coloneqq|\\equiv|=)\Z|(?P<soft>:|(?<![A-Za-z])(?:is|ist|equals|are|lautet))\Z"
)
_SUFFIXES = r"(?:\.\w+|[_^]\{[^{}]{0,16}\}|\{[\w,]{0,12}\}|[_^]-?\\?\w+|['ᵀ⊤*](?=\W|\Z)|⁻\w+)*"
_IDENTIFIER = re.compile(
    r"(?<![\w\\.^])\\?[^\W\d]\w*(?:\{\\?\w{1,12}\})?" + _SUFFIXES + r"(?:\[\w{0,4}\]|\[\s*\d+\s*,\s*\d+\s*\])*\Z"
)
_CALL = re.compile(r"[^\s()=:,;]*[\w}]\([^()]{0,40}(?:\([^()]{0,20}\)[^()]{0,20})?\)\Z")
_FACTOR = re.compile(r"(?:(?<=\W)|\A)([A-HJ-ZΓ-Ω]" + _SUFFIXES + r")(?:\s*(?:[@*·]|\\cdot)\s*|[ \t]+)\Z")
_OPERAND = re.compile(r"(?:(?<=[\s=:$(])|\A)([^\s=:,;]+\s*[/@·]\s*)\Z")
_TAKES = re.compile(r"\b(?:times|plus|minus|by|after|before|without|mal)\s*\Z")
_WEIGHTS = re.compile(r"softmax\b[^=\n]{0,80}[)\]]\s*[@*·]?\s*\Z")
"""The left factor of a product: what comes out of "softmax(QK^T) V = …" is no V."""
_OF_SHEET = re.compile(r"\b(?:sheet(?:'?s)?(?: own| original)?|original|old)\s*\Z", re.IGNORECASE)
"""What the sheet gives is not told anew: "on the sheet's input: …" hands in what came out."""
_SIZE = re.compile(r"\s*[(\[]\s*\d+\s*[x×*,]\s*\d+[^()\n]{0,20}[)\]]\Z")
_PLACE = re.compile(
    r"(?<![\w\\.])([A-Za-z]\w{0,12})(?:\[\s*(\d)\s*(?:,|\]\[)\s*(\d)\s*\]|(?<=[A-Z])\((\d)\s*,\s*(\d)\))\Z"
)
_WRAPPED = re.compile(r"\(\s*(\\?[^\W\d]\w{0,12})\s*\)(_\{?[\d,]{1,4}\}?)\Z")
_ALIAS = re.compile(r"\(\s*(\\?[^\W\d]\w*(?:_\{?\w+\}?)?)\s*\)\Z")
_TASK = re.compile(r"(?:ex|exercise|task|aufgabe|part|teil|no|nr|number|solution|hint|problem|question)[._]?\d*[a-d]?")
_NO_NAMES_TEXT = """
this that it these those which what here there got get gives give have has had is was be as follows following below
above now then thus so hence like done ok okay yes no hi hello hey thanks check solve please try tried me you i we
they mine also and or by for with from to in on of at step exercise part task question problem hint note eg ie say
e.g i.e out answers both instead again first second third row rows column columns say says its returns print prints
printed shows das es hier ergibt folgt und in attempt edit update question correct computed calculated obtained
found equals means are my your our the a an excel table tabelle sheet cell cells spalte spalten zeile zeilen result
results res output layers layer ans antwort ergebnis lösung loesung data csv markdown list array tensor matrix matrices
numbers values text code console terminal screen he she who him her
"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())
# What a sentence may call an array without writing `=`: symbols, steps and layers of the sheet.
_NOUNS_TEXT = """
lambda lambdas lam sigma eigenvalue eigenvalues eigenvector eigenvectors eigenwert eigenwerte eigenvektor eigenvektoren
evals evecs vector vectors identity diag diagonal projector projection q k v query queries key keys value
score scores logits scaled weight weights gewichte attention probabilities probs softmax context kontext mask maske
numerator numerators denominator denominators exponentials sum sums mean difference product transpose inverse norm
norms length lengths trace det determinant error loss bias biases parameters params param count counts numel
total totals gesamt summe features classifier avgpool conv conv2d linear fc head gradient
input inputs image img kernel kernels filter filters window patch patches padded padding_ring map maps feature_map
eingabe kern bild max min mittelwert convolution
"""
_NOUNS = frozenset(_NOUNS_TEXT.split())
_SYMBOL = re.compile(r"[^\W\d]{1,2}|.*[\W\d_].*|[A-Z]+|[a-z]+[A-Z]\w*|.*[^\x00-\x7fäöüßÄÖÜ].*")
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "θ": "theta", "κ": "kappa", "λ": "lambda",
    "μ": "mu", "ν": "nu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi",
    "Ψ": "Psi", "Ω": "Omega", "ᵀ": "^T", "⊤": "T", "⁻¹": "^-1",
}  # fmt: skip
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₖᵢⱼ", "0123456789kij")
_FONTS = re.compile(r"\\(?:mathbf|mathrm|mathcal|mathit|mathsf|boldsymbol|bm|text|textbf|operatorname|vec|hat|tilde)\b")


def plain_name(written: str) -> str:
    """An identifier in ASCII as far as that is sensible.

    >>> plain_name("λ₁"), plain_name("\\\\lambda_{1}"), plain_name("Q\\\\mathbf{K}^\\\\top"), plain_name("V⁻¹")
    ('lambda_1', 'lambda_1', 'QK^T', 'V^-1')
    """
    name = re.sub(r"([₀-₉ₖᵢⱼ]+)", r"_\1", written).translate(_SUBSCRIPTS)
    for sign, spelled in _GREEK.items():
        name = name.replace(sign, spelled)
    name = _FONTS.sub("", name)
    name = re.sub(r"\\(?:top|intercal|mathsf T)\b", "T", name)
    name = re.sub(r"\\(?=[_^])", "", name)
    return re.sub(r"[{}\\]", "", name).strip("`$\"' ") if "(" not in name else name.strip("`$\"' ")


def is_symbol(word: str) -> bool:
    """Whether a word names a quantity by itself: a noun of the sheet, or spelled as only identifiers are.

    >>> [is_symbol(word) for word in ("scores", "features.0", "my_C", "QK", "hat", "spreadsheet")]
    [True, True, True, True, False, False]
    """
    return word.lower() in _NOUNS or _SYMBOL.fullmatch(word) is not None


def name_before(text: str, start: int, *, entry: bool = False) -> str | None:
    """The name written before an array that starts here, or None; before one `entry`, with its place.

    >>> name_before("so K = [[1]]", 7), name_before("I got [[1]]", 6), name_before("the kernel is [[1]]", 14)
    ('K', None, 'kernel')
    >>> name_before("A[0, 1] = 3", 10, entry=True), name_before("(A)_{12} = 3", 11)
    ('A[0,1]', 'A_12')
    """
    tail = text[max(0, start - LOOK_BACK) : start]
    tail = tail[: _trimmed(tail)]
    operator = _OPERATOR.search(tail)
    if not operator:
        return None
    left = tail[: operator.start()].rstrip(" \t\n\"'`$*=&")
    if entry and (place := _PLACE.search(left)):
        matlab = f"{place[1]}_{place[4]}{place[5]}"
        return matlab if place[4] else re.sub(r"\s", "", place[0])
    left = _WRAPPED.sub(r"\1\2", left)
    left = _SIZE.sub("", left).rstrip(" \t\"'`$*")
    strict = operator.group("strict") is not None or text.startswith("matrix(", start)  # Maxima writes `A: matrix(`
    alias = _ALIAS.search(left)
    if alias and (left[: alias.start()].endswith(" ") or not alias.start()):
        word = alias.group(1)
        return plain_name(word) if len(word) > 1 or word.isupper() or word in _GREEK else None
    match = _CALL.search(left) or _IDENTIFIER.search(left)
    if not match:
        return None
    return _sensible(match.group(), left[: match.start()].rsplit("\n", 1)[-1], strict)


def _trimmed(tail: str) -> int:
    wrappers = _WRAPPERS.search(tail)
    return wrappers.start() if wrappers else len(tail)


def _sensible(word: str, before: str, strict: bool) -> str | None:
    """The identifier with the factors before it, unless it is a word of the sentence or of the sheet."""
    if word.startswith("\\end"):
        return None
    if "(" not in word:
        if re.fullmatch(r"(?:In|Out)\[\d*\]", word):
            return None
        word = re.sub(r"\[[^\]]*\]", "", word)
    lower = word.lower()
    if lower in _NO_NAMES and (not strict or len(lower) > 2) and not (len(word) == 1 and word.isupper()):
        return None
    if not strict and not is_symbol(word):
        return None
    if _TASK.fullmatch(lower) and lower not in ("solution", "no"):
        return None
    if re.search(r"(?:exercise|part|task|question|ex|teil|aufgabe|in|out)\s*\Z", before.lower()) and len(word) <= 2:
        return None
    if (not strict and _TAKES.search(before)) or _WEIGHTS.search(before) or _OF_SHEET.search(before):
        return None
    if before.endswith("√"):
        word, before = f"√{word}", before[:-1]
    for _ in range(4):
        factor = _FACTOR.search(before) if re.match(r"\\?[A-Z\u0370-\u03ff]", word) and len(word) < 12 else None
        operand = _OPERAND.search(before)
        if operand:
            word, before = operand.group(1) + word, before[: operand.start()]
        elif factor:
            between = before[factor.end(1) :]
            word = factor.group(1) + (between if between.strip() else "") + word
            before = before[: factor.start()]
        else:
            break
    return plain_name(word) or None
