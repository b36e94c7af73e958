"""The words of parameter counting."""

from __future__ import annotations

from tutor.reading.topics.topic import topic

ROWS = (
    topic(
        "linear_parameters",
        r"(?:linear|fc|fully connected|dense)",
        "what is the formula for a linear layer",
        "what is a fully connected layer",
        "explain the parameters of a dense layer",
        "what does fc mean",
    ),
    topic(
        "flatten",
        r"flatten|9216|256 ?x ?6 ?x ?6",
        "what does flatten do",
        "where does 9216 come from",
        "whats the point of nn.Flatten in alexnet",
        "why 256 x 6 x 6",
        "does flatten have parameters?",
    ),
    topic(
        "avgpool",
        r"avg ?_?pool\w*|average pool\w*|adaptive\w*|average pooling",
        "what is avgpool",
        "why avgpool has no parameter",
        "what does adaptive average pooling do",
        "why doesn't the avgpool layer have any parameters?",
    ),
    topic(
        "pooling",
        r"pooling|max ?pool\w*|pool",
        "does pooling have parameters",
        "what is max pooling",
        "why does maxpool count zero",
        "what does a pooling layer do",
    ),
    topic(
        "features_and_classifier",
        "feature(?:s)? and classifier|classifier(?: and feature)?|"
        r"backbone|model\.feature|feature part|"
        "(?:what|which) (?:is|are) feature",
        "what is the classifier",
        "what is the difference between features and classifier",
        "what does model.features contain",
        "what is a backbone",
    ),
    topic(
        "num_classes",
        r"number_?class|number of class|1000 class|class(?: of| in) (?:alexnet|the model)|(?<=output )class",
        "what is num_classes",
        "why 1000 classes",
        "what does the number of classes change?",
        "what is the number of classes for",
    ),
    topic(
        "alexnet",
        r"alexnet",
        "what is alexnet",
        "tell me about alexnet",
        "explain alexnet",
        "what kind of network is alexnet",
    ),
    topic(
        "numel",
        r"numel|number of elements|count elements",
        "what does numel do",
        "wat does numel do",
        "what is p.numel()",
        "explain numel",
    ),
    topic(
        "parameter",
        r"parameter|trainable|learnable|(?:a|the) tensor",
        "what is a parameter",
        "what does model.parameters() actually return, is it a list or something?",
        "what counts as a parameter?",
        "what does trainable mean",
        "whats a paramter",
        "what is a tensor",
    ),
)
WIDE = (
    topic(
        "layer",
        r"layer",
        "what is a layer",
        "was ist eine Schicht",
        "what does a layer do",
        "which layers are there",
    ),
)
"""Rows that come last: every family has layers."""
