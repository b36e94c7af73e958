"""How the number of classes and a single layer of a model are said."""

from __future__ import annotations

import re

from tools.schema import Json
from tutor.reading.settings.grammar import IS, LARGE, NUMBER, ONE, START, TAIL, Row, one, row, said

_KINDS = {
    "convolution": "conv layer",
    "linear": "linear layer",
    "fc": "linear layer",
    "fully connected": "linear layer",
}
_NTH = r"(?P<nth>first|second|third|fourth|fifth|last)"
_KIND = r"(?P<kind>convolution|linear|fc|fully connected)"
_ELSEWHERE = r"(?! ?(?:today|tomorrow|yesterday|this|next|per|a week|at \d|in the|later|before|after|together|left))"
_CLASS = (
    r"(?:class(?:es)?|category|categories|kategorie|kategorien|ausgabeklassen|zielklassen|labels?|klass\w{0,2}|"
    r"clas+e?s?)"
)


def _nth(match: re.Match[str]) -> Json:
    return f"{match['nth']} {_KINDS[match['kind']]}"


ROWS: tuple[Row, ...] = (
    row(
        "layer",
        r"\b(?P<block>feature|classifier)(?:\.|\[| ?layer )(?P<index>\d{1,2})\b",
        lambda match: f"{match['block'].replace('feature', 'features')}.{match['index']}",
        "features.3",
        "classifier.1",
        "classifier[6]",
    ),
    row("layer", rf"\b{_NTH} {_KIND} ?layer\b", _nth, "the third conv layer", "first linear layer"),
    row(
        "num_classes",
        rf"\b(?:(?:number|num|and|n|no|anzahl|count)[_ -]?(?:of |der |von )?(?:output |target |"
        rf"different )?class(?:es)?|nclass(?:es)?|"
        rf"klassenzahl|klassenanzahl|class (?:count|number|anzahl)|(?<!\d )class(?= ?[=:])){IS}{ONE}(?! ?(?:{_CLASS}|"
        rf"parameter|input|output|hint)\b)",
        one,
        "num_classes=10",
        "number of classes is 10",
        "n_classes = 5",
        "Klassenzahl 7",
        not_says=("class at 14:30", "see you in class 5"),
    ),
    row(
        "num_classes",
        rf"{START}(?P<size>{LARGE}){TAIL} ?-? ?(?:(?:output|target|different|object|new|possible|image|distinct|"
        rf"my own|own|final|only)[ -]){{0,2}}{_CLASS}\b{_ELSEWHERE}",
        one,
        "10 classes",
        "ten output classes",
        "-5 classes",
        "minus five classes",
        "1000000000 classes",
        "1.000 Klassen",
        "10 instead of 1000 classes",
        not_says=("I have 2 classes today",),
    ),
    row(
        "num_classes",
        rf"{START}(?P<size>{NUMBER})(?: [a-z]{{3,12}})? (?:species|breed|genre|variety|varieties)\b|"
        rf"{START}(?P<size3>{NUMBER}) (?:different )?(?:type|kind|sort)s? of "
        r"(?!hint|practice|padding|exercise|matri)\w+",
        one,
        "alexnet trained on 37 bird species",
        "resnet18 for 5 types of flowers",
        beside=("model",),
    ),
    row(
        "num_classes",
        r"\b(?:tell|distinguish|separate|separating|classify|classifying|discern|differentiate|sort)(?: apart)?"
        r"(?: between)?(?: (?:only|just|the|all))? (?!\d)\w{2,15} (?:from|and|versus|vs\.?|"
        r"or) (?!\d)\w{2,15}\b(?! and\b)|"
        r"\b\w{2,15} (?:versus|vs\.?) \w{2,15}(?: classif\w+)?\b|\bbinary (?:class\w*|classif\w*|decision|problem)\b",
        said(2),
        "resnet18 that tells cats from dogs",
        "alexnet for cats vs dogs",
        "vgg16 as a binary classifier",
        beside=("model",),
    ),
    row("num_classes", r"\bsingle (?:output )?class\b", said(1), "a single class"),
    row("num_classes", rf"{START}(?P<size>{NUMBER})[ -]?way\b", one, "a 10-way classifier"),
    row(
        "num_classes",
        r"\bcifar[ -]?(?P<size>100|10)\b",
        one,
        "alexnet for CIFAR-100",
        "resnet18 on cifar10",
        beside=("model",),
    ),
    row(
        "num_classes",
        r"\b(?:fashion[ -]?)?mnist\b|\bsvhn\b",
        said(10),
        "resnet18 for MNIST",
        beside=("model",),
    ),
    row(
        "num_classes",
        r"\bimage ?n\wt\w{0,4}(?:[ -]1k)?(?:'s)? (?:head|class|ausgabeklassen|zielklassen|label|classifier)|\b(?:for|"
        r"as for|back to|head of|"
        r"head for) image ?n\wt",
        said(1000),
        "with an ImageNet head",
    ),
    row(
        "num_classes",
        rf"\b(?:last|final|output|top|classification|letzte)(?: (?:linear|fc|fully connected|dense))? (?:layer|"
        rf"one)\b(?: \w{{1,10}}){{0,5}}? (?:with|by|to|of|has|have|had|a|only|for|mit|=)"
        rf"(?: a| a new| one| new| only| linear| layer| with| of){{0,4}} (?!\d{{5,}}|\d{{1,3}}(?:[,.']\d{{3}}){{2}})"
        rf"(?P<size>{NUMBER})(?:[ -](?:output|neuron|"
        rf"unit|class|node|way|out|linear|ausgängen|ausgänge)\b|(?= ?[.?!,]*$))|"
        rf"\b(?:head|classifier)(?: \w{{1,10}}){{0,4}}? (?:with|by|to|of|has|have|had|for|mit)(?: a| a new| one| new|"
        rf" only| linear| layer| with| of){{0,4}} (?P<size3>{NUMBER})[ -](?:output|neuron|unit|node|out|ausgängen|"
        rf"ausgänge)\b",
        one,
        "replace the last layer by 7 outputs",
        "swap the head for one with 12 neurons",
        not_says=("the last layer has 4096 inputs",),
    ),
)
