"""What students call a layer."""

import pytest

from tools.parameters import models
from tools.parameters.naming import aliases, folded, layers_named
from tools.schema import ToolError

ALEXNET = [
    ("features.0", "features.0"),
    ("conv1", "features.0"),
    ("first conv", "features.0"),
    ("the first convolutional layer", "features.0"),
    ("1st conv layer", "features.0"),
    ("Conv 2", "features.3"),
    ("features[3]", "features.3"),
    ("third conv layer", "features.6"),
    ("conv layer 4", "features.8"),
    ("last convolution", "features.10"),
    ("fc1", "classifier.1"),
    ("linear 1", "classifier.1"),
    ("fc6", "classifier.1"),
    ("fc7", "classifier.4"),
    ("second fully connected layer", "classifier.4"),
    ("FC8", "classifier.6"),
    ("last linear layer", "classifier.6"),
    ("model.classifier[6]", "classifier.6"),
    ("layer 8", "classifier.6"),
    ("second relu", "features.4"),
    ("pool 3", "features.12"),
    ("avgpool", "avgpool"),
]


@pytest.mark.parametrize(("said", "name"), ALEXNET)
def test_names_of_alexnets_layers(said, name):
    assert [layer.name for layer in layers_named(said, models.layers("alexnet"), "alexnet")] == [name]


def test_a_block_is_all_its_layers():
    block = layers_named("classifier", models.layers("alexnet"), "alexnet")
    assert [layer.parameters for layer in block if layer.shapes] == [37752832, 16781312, 4097000]


@pytest.mark.parametrize("said", ["conv9", "", "features.99", "softmax", "x" * 10_000])
def test_a_layer_that_is_not_there_is_refused_with_those_that_are(said):
    with pytest.raises(ToolError, match=r"features\.0") as refusal:
        layers_named(said, models.layers("alexnet"), "alexnet")
    assert len(str(refusal.value)) < 500


@pytest.mark.parametrize("model", ["alexnet", "vgg16_bn", "resnet18", "vit_b_16", "mvit_v2_s", "inception_v3", "s3d"])
def test_no_alias_means_two_layers(model):
    layers = models.layers(model)
    meaning = {folded(layer.name): layer.name for layer in layers}
    for name, others in aliases(layers, model).items():
        for other in others:
            assert meaning.setdefault(folded(other), name) == name
