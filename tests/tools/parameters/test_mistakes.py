"""Every slip's figure on AlexNet against arithmetic written out here, and the rules of the library."""

import pytest

from tools.answers import Answer
from tools.diagnosis import diagnose
from tools.explaining import AnswerKey
from tools.parameters.compute import network
from tools.parameters.family import FAMILY
from tools.parameters.mistakes import BUGS, IDENTITIES, harmless, pairs, singles
from tools.settings import Settings

CONVOLUTIONS = [(64, 3, 11), (192, 64, 5), (384, 192, 3), (256, 384, 3), (256, 256, 3)]  # outputs, inputs, side
LINEAR = [(4096, 256 * 6 * 6), (4096, 4096), (1000, 4096)]  # outputs, inputs
OUTPUTS = [64, 192, 384, 256, 256, 4096, 4096, 1000]
TOTAL = 61_100_840
FEATURES, CLASSIFIER = 2_469_696, 58_631_144
MAPS = [55, 27, 13, 13, 13]


def _with_kernel(at, side):
    outputs, inputs, right = CONVOLUTIONS[at]
    return TOTAL + (side**2 - right**2) * outputs * inputs


def _with_flat(side):
    return TOTAL + (side**2 - 36) * 256 * 4096


FIGURES = [
    ("no_biases", 61_090_496),
    ("no_biases", TOTAL - sum(OUTPUTS)),
    ("tensors_not_elements", 16),
    ("layers_not_parameters", 8),
    ("features_only", FEATURES),
    ("classifier_only", CLASSIFIER),
    ("num_classes", 57_044_810),
    ("num_classes", TOTAL - 900 * 4097),
    ("num_classes", TOTAL - 998 * 4097),
    ("no_input_channels", 58_652_904),
    ("no_input_channels", sum(o * k * k + o for o, _, k in CONVOLUTIONS) + CLASSIFIER),
    ("kernel_side_not_area", sum(o * i * k + o for o, i, k in CONVOLUTIONS) + CLASSIFIER),
    *[
        ("wrong_kernel_size", _with_kernel(at, side))
        for at, (_, _, right) in enumerate(CONVOLUTIONS)
        for side in (1, 3, 5, 7, 9, 11)
        if side != right
    ],
    ("double_bias", 61_111_184),
    ("double_bias", TOTAL + sum(OUTPUTS)),
    ("one_bias_per_layer", 61_090_504),
    ("no_flatten", 24_400_680),
    ("no_flatten", TOTAL - 4096 * 256 * 35),
    *[("wrong_flatten_size", _with_flat(side)) for side in (13, 7, 5)],
    ("paper_alexnet", 62_378_344),
    ("paper_alexnet", 60_965_224),
    ("pooling_parameters", TOTAL + 3 * 9),
    ("pooling_parameters", TOTAL + sum(9 * c * c + c for c in (64, 192, 256))),
    ("activations_not_parameters", sum(o * m * m for (o, _, _), m in zip(CONVOLUTIONS, MAPS, strict=True)) + 9192),
    ("bytes_not_elements", 244_403_360),
    ("first_dimension_only", 2 * sum(OUTPUTS)),
]


@pytest.fixture(scope="module")
def alexnet():
    return network(Settings(model="alexnet"))


@pytest.fixture(scope="module")
def predicted(alexnet):
    return [(prediction.mistakes[0].name, float(prediction.result)) for prediction in singles(alexnet)]


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_a_slip_predicts_its_figure(predicted, name, figure):
    assert (name, figure) in predicted


def test_every_slip_of_the_library_has_a_figure_here():
    assert {name for name, _ in FIGURES} == {bug.mistake.name for bug in BUGS}


def test_no_two_slips_of_alexnet_and_no_slip_and_the_truth_agree(alexnet, predicted):
    by_figure = {}
    for name, figure in predicted:
        assert by_figure.setdefault(figure, name) == name
    assert TOTAL not in by_figure
    assert harmless(alexnet) == ()


LAYERS = [
    # layer, slip, its count
    ("features.0", "no_biases", 23_232),
    ("features.3", "no_biases", 307_200),
    ("features.3", "wrong_kernel_size", 192 * 64 * 9 + 192),
    ("features.3", "wrong_kernel_size", 192 * 64 * 121 + 192),
    ("features.3", "no_input_channels", 25 * 192 + 192),
    ("features.3", "kernel_side_not_area", 5 * 64 * 192 + 192),
    ("features.3", "double_bias", 307_392 + 192),
    ("features.3", "one_bias_per_layer", 307_201),
    ("features.3", "paper_alexnet", 614_656),
    ("features.3", "paper_alexnet", 307_456),
    ("features.3", "tensors_not_elements", 2),
    ("features.3", "first_dimension_only", 384),
    ("features.3", "activations_not_parameters", 192 * 27 * 27),
    ("features.3", "bytes_not_elements", 4 * 307_392),
    ("classifier.1", "no_flatten", 1_052_672),
    ("classifier.1", "wrong_flatten_size", 7 * 7 * 256 * 4096 + 4096),
    ("classifier.6", "num_classes", 40_970),
]


@pytest.mark.parametrize(("layer", "name", "count"), LAYERS)
def test_the_same_slip_in_one_layers_count(alexnet, layer, name, count):
    of_model = [(p.mistakes[0].name, float(p.steps[layer])) for p in singles(alexnet) if layer in p.steps]
    assert (name, count) in of_model
    of_layer = singles(network(Settings(model="alexnet", layer=layer)))
    assert (name, count) in [(p.mistakes[0].name, float(p.result)) for p in of_layer]


@pytest.mark.parametrize(
    ("inputs", "outputs", "side", "name", "count"),
    [
        (16, 32, 3, "no_biases", 16 * 32 * 9),
        (16, 32, 3, "wrong_kernel_size", 16 * 32 * 25 + 32),
        (16, 32, 3, "no_input_channels", 32 * 9 + 32),
    ],
)
def test_slips_of_a_layer_described_by_its_sizes(inputs, outputs, side, name, count):
    found = singles(network(Settings(in_channels=inputs, out_channels=outputs, kernel_size=side)))
    assert (name, count) in [(p.mistakes[0].name, float(p.result)) for p in found]


def test_slips_that_a_network_has_no_room_for_are_left_out():
    linear = {p.mistakes[0].name for p in singles(network(Settings(in_features=5, out_features=3, bias=False)))}
    assert linear.isdisjoint({"no_biases", "double_bias", "no_flatten", "wrong_kernel_size", "features_only"})
    resnet = {p.mistakes[0].name for p in singles(network(Settings(model="resnet18")))}
    assert resnet.isdisjoint({"features_only", "no_flatten", "wrong_flatten_size", "paper_alexnet"})
    assert "num_classes" in resnet


def test_the_step_of_a_slip_is_the_first_that_comes_out_wrong(alexnet):
    steps = {step.name: float(step.value) for step in FAMILY.task(Settings(model="alexnet")).steps}
    order = list(steps)
    for prediction in singles(alexnet):
        wrong = [name for name in order if name in prediction.steps and float(prediction.steps[name]) != steps[name]]
        assert prediction.mistakes[0].step == wrong[0]
        assert list(prediction.steps)[-1] == "total"


def test_two_slips_together(alexnet):
    found = {(tuple(m.name for m in p.mistakes), float(p.result)) for p in pairs(alexnet)}
    biasless_flat = (("no_biases", "no_flatten"), 24_400_680 - sum(OUTPUTS))
    in_bytes = (("no_biases", "bytes_not_elements"), 4 * 61_090_496)
    ten_classes = (("no_biases", "num_classes"), 57_044_810 - sum(OUTPUTS[:-1]) - 10)
    assert {biasless_flat, in_bytes, ten_classes} <= found
    assert all(figure != TOTAL for _, figure in found)
    assert not any({"no_biases", "double_bias"} <= set(names) for names, _ in found)


def _alone(inputs, outputs, side):
    return network(Settings(in_channels=inputs, out_channels=outputs, kernel_size=side))


IDENTICAL = [
    ({"kernel_side_not_area", "wrong_kernel_size"}, [_alone(3, 4, 9), _alone(5, 2, 9)], _alone(3, 4, 7)),
    ({"no_input_channels"}, [_alone(1, 4, 3), _alone(1, 2, 5)], _alone(2, 4, 3)),
    ({"one_bias_per_layer"}, [_alone(3, 1, 3), _alone(2, 1, 5)], _alone(3, 2, 3)),
]


@pytest.mark.parametrize(("slips", "where", "elsewhere"), IDENTICAL)
def test_identities_hold_where_they_say_and_only_there(slips, where, elsewhere):
    def hidden(layer):
        by_name = {p.mistakes[0].name: set() for p in singles(layer)}
        for p in singles(layer):
            by_name[p.mistakes[0].name].add(float(p.result))
        if len(slips) == 1:
            return slips <= set(harmless(layer))
        return bool(set.intersection(*(by_name[name] for name in slips)))

    assert all(hidden(layer) for layer in where)
    assert not hidden(elsewhere)


def test_every_identity_is_tested():
    assert {identity.slips for identity in IDENTITIES} == {frozenset(slips) for slips, _, _ in IDENTICAL}


DIAGNOSED = [
    # name, value, correct, step, a mistake among those named
    (None, 61_100_840, True, "total", None),
    (None, 57_044_810, False, "total", "num_classes"),
    ("conv2", 110_784, False, "features.3", "wrong_kernel_size"),
    ("fc6", 37_752_832, True, "classifier.1", None),
    (None, 2_469_696, True, "features", None),
    (None, 24_390_336, False, "total", "no_flatten"),
    ("conv layers", 2_469_696, True, "features", None),
]


@pytest.mark.parametrize(("name", "value", "correct", "step", "mistake"), DIAGNOSED)
def test_answers_are_diagnosed(name, value, correct, step, mistake):
    key = AnswerKey(FAMILY.task(Settings(model="alexnet")), FAMILY.precision)
    found = diagnose(Answer(value=value, name=name, decimals=0), key)
    assert (found.correct, found.step.name) == (correct, step)
    assert mistake is None or mistake in found.mistakes


def test_what_a_slip_says_tells_no_number():
    for bug in BUGS:
        for sentence in (bug.mistake.ask, bug.mistake.names, bug.mistake.remedy):
            digits = sentence.replace("2012", "").replace("float32", "").replace("counts 0", "")
            assert not any(character.isdigit() for character in digits)
            assert "!" not in sentence
            assert "simply" not in sentence
        assert bug.mistake.ask.endswith("?")
