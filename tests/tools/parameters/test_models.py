"""Every torchvision model by name, against the counts that torchvision publishes with its weights."""

import inspect
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

from tools.parameters import models
from tools.schema import ToolError

PUBLISHED_OTHERWISE = ("googlenet", "inception")
"""Models whose published weights leave out the auxiliary classifiers they are built with."""


@pytest.fixture(scope="module")
def zoo():
    models.warm()
    import torchvision.models

    return torchvision.models


def test_the_names_are_those_of_torchvision(zoo):
    assert sorted(models.NAMES) == sorted(zoo.list_models())
    assert len(models.NAMES) == 121


@pytest.mark.parametrize("name", models.NAMES)
def test_layers_sum_to_the_published_count(zoo, name):
    total = sum(layer.parameters for layer in models.layers(name))
    published = {weights.meta["num_params"] for weights in zoo.get_model_weights(name)}
    backbone = "weights_backbone" in inspect.signature(zoo.get_model_builder(name)).parameters
    if backbone or name.startswith(PUBLISHED_OTHERWISE):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            on_cpu = zoo.get_model(name, weights=None, **({"weights_backbone": None} if backbone else {}))
        assert total == sum(parameter.numel() for parameter in on_cpu.parameters())
    elif name.startswith("quantized"):
        assert total == sum(layer.parameters for layer in models.layers(name.removeprefix("quantized_")))
    else:
        assert total in published


@pytest.mark.parametrize("name", ["alexnet", "vit_b_16", "swin_t", "convnext_tiny", "fasterrcnn_resnet50_fpn"])
def test_names_of_layers_are_unique(name):
    names = [layer.name for layer in models.layers(name)]
    assert len(set(names)) == len(names)


def test_parameters_of_containers_stand_under_their_own_names():
    layers = {layer.name: layer.parameters for layer in models.layers("vit_b_16")}
    assert layers["class_token"] == 768
    assert layers["encoder.pos_embedding"] == 197 * 768
    assert layers["encoder.layers.encoder_layer_0.self_attention.in_proj_weight"] == 3 * 768 * 768


def test_another_number_of_classes_changes_the_last_layer():
    counts = {layer.name: layer.parameters for layer in models.layers("alexnet", 10)}
    assert counts["classifier.6"] == 10 * 4096 + 10
    assert counts["classifier.4"] == 4096 * 4096 + 4096


SPELLINGS = [
    ("AlexNet", "alexnet"),
    ("alex net", "alexnet"),
    ("ResNet-18", "resnet18"),
    ("ViT-B/16", "vit_b_16"),
    ("VGG16-BN", "vgg16_bn"),
    ("regnet x 1.6gf", "regnet_x_1_6gf"),
    ("RegNetX16GF", "regnet_x_16gf"),
    ("regnet_y_3_2gf", "regnet_y_3_2gf"),
    ("RegNet-Y-32GF", "regnet_y_32gf"),
]


@pytest.mark.parametrize(("said", "name"), SPELLINGS)
def test_spelling_of_a_name_does_not_matter(said, name):
    assert models.model_name(said) == name


@pytest.mark.parametrize("name", models.NAMES)
def test_every_name_means_itself(name):
    assert models.model_name(name) == name


@pytest.mark.parametrize(
    ("said", "suggested"),
    [("alexnett", "alexnet"), ("resnet19", "resnet1"), ("efficientnet", "efficientnet"), ("gpt", None)],
)
def test_an_unknown_name_is_refused_with_close_ones(said, suggested):
    with pytest.raises(ToolError) as refusal:
        models.model_name(said)
    assert refusal.value.kind == "unknown_model"
    assert ("Did you mean" in str(refusal.value)) == (suggested is not None)
    assert suggested is None or suggested in str(refusal.value)


@pytest.mark.parametrize("said", ["", "../weights.pt", "__class__", "models.alexnet()", "os.system", "a" * 100_000])
def test_only_names_are_understood(said):
    with pytest.raises(ToolError) as refusal:
        models.layers(said)
    assert refusal.value.kind == "unknown_model"
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize("classes", [0, -1, models.MAX_CLASSES + 1])
def test_impossible_numbers_of_classes_are_refused(classes):
    with pytest.raises(ToolError, match="num_classes"):
        models.layers("alexnet", classes)


def test_a_model_that_does_not_classify_has_no_classes():
    with pytest.raises(ToolError, match="num_classes"):
        models.layers("raft_small", 10)


def test_the_parameters_of_a_model_take_no_memory():
    assert {parameter.device.type for parameter in models._built("alexnet", None).parameters()} == {"meta"}


def test_importing_the_family_imports_no_torch():
    code = (
        "import sys, tools.parameters.family as family\n"
        "family.FAMILY.task(family.Settings(model='alexnet'))\n"
        "print('torch' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_warming_from_several_threads_at_once_works():
    code = (
        "from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "from tools.parameters import models\n"
        "with Pool(4) as pool: [one.result() for one in [pool.submit(models.warm) for _ in range(4)]]\n"
        "import torchvision, torch\n"
        "print(sum(layer.parameters for layer in models.layers('alexnet')), hasattr(torch.ops.torchvision, 'nms'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "61100840 True"


def test_building_in_threads_gives_the_same_layers():
    with ThreadPoolExecutor(4) as pool:
        built = list(pool.map(lambda classes: models.layers("squeezenet1_1", classes), [3, 4, 3, 4]))
    assert built[0] == built[2] != built[1] == built[3]
