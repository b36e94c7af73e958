"""Counts of parameters that a sentence states, or that code printed."""

import pytest

from tutor.reading.counts import counts_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("print(len(list(m.parameters()))) -> 16", 16),
        (">>> len(list(model.parameters()))\n16", 16),
        ("len(list(alexnet().parameters())) gives 16", 16),
        ("len(list(net.parameters())) = 8", 8),
        ("In [3]: len(list(model.parameters()))\nOut[3]: 16", 16),
        ("len(list(net.parameters()))  # 8", 8),
        ("len(list(torchvision.models.alexnet().parameters())) returns 16", 16),
        ("sum(p.numel() for p in net.parameters())\n650", 650),
        ("sum(p.numel() for p in net.parameters()) and I get 650", 650),
        ("alexnet 61 100 840", 61_100_840),
        ("alexnet: 61 100 840", 61_100_840),
        ("for alexnet it is 61 090 496", 61_090_496),
        ("58 631 144 in the classifier", 58_631_144),
        ("it comes out as 2 469 696 for features", 2_469_696),
        ("features 2 469 696", 2_469_696),
        ("classifier: `58 631 144`", 58_631_144),
        ("23 296 parameters in the first conv", 23_296),
        ("61.100.840 Parameter hat alexnet", 61_100_840),
        ("the total is 61'100'840 weights", 61_100_840),
        ("classifier.6 has 4,097,000", 4_097_000),
    ],
)
def test_a_count_that_is_stated(text: str, count: int) -> None:
    assert [one.value.item() for one in counts_in(text)] == [count]
    (one,) = counts_in(text)
    assert int("".join(filter(str.isdigit, text[slice(*one.span)]))) == count


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("conv 1 23,296, conv 2 307,392, fc 3 4,096,000", {"conv 1": 23_296, "conv 2": 307_392, "fc 3": 4_096_000}),
        ("Schicht features.0 hat 23.296 und features.3 hat 307.392 Parameter",
         {"features.0": 23_296, "features.3": 307_392}),
        ("features.0 (conv 11x11) ........ 23.296\nfeatures.3 (conv 5x5) .......... 307.392",
         {"features.0": 23_296, "features.3": 307_392}),
        ("classifier[6] = 4,097,000", {"classifier[6]": 4_097_000}),
        ("linear 2: 16781312", {"linear 2": 16_781_312}),
    ],
)  # fmt: skip
def test_a_count_goes_by_the_layer_right_before_it(text: str, counts: dict[str, int]) -> None:
    assert {one.name: one.value.item() for one in counts_in(text)} == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("conv parts 23360, 307584, 664320, 885248, 590336", [23_360, 307_584, 664_320, 885_248, 590_336]),
        ("alexnet layer by layer 23,296 and 307,392 and 663,936", [23_296, 307_392, 663_936]),
        ("the layers have 23.296, 307.392 und 663.936", [23_296, 307_392, 663_936]),
    ],
)
def test_counts_side_by_side_are_one_answer(text: str, counts: list[int]) -> None:
    assert [one.value.tolist() for one in counts_in(text)] == [counts]


def test_what_a_variable_printed_as_is_a_count_where_parameters_are_gone_through() -> None:
    code = "for p in model.parameters():\n    n += len(p)\nprint(n)\n20688\n"
    assert [one.value.item() for one in counts_in(code)] == [20_688]
    assert counts_in("n = 7\nprint(n)\n20688 torch") == ()


@pytest.mark.parametrize(
    "text",
    [
        "an mlp with layers 784, 4096, 4096, 1000",
        "how many parameters have layers of 23296, 307392, 663936",
        "an mlp with fc 1 4096 units and fc 2 1000 units",
        "alexnet in 2012",
        "where does the 9216 in the classifier come from",
        "how many of the 16 tensors in len(list(model.parameters())) are biases",
        "why does len(list(model.parameters())) not give the count",
        "len(list(model.parameters())) for 3 models",
        "len(list(m.parameters())) + 16",
        "len(list(m.parameters())) -> 16 * 2",
        "len(list(m.parameters())) gives 3.5",
        "exercise 2 about parameters, 3 hints",
        "resnet 18 34 50",
        "a model for 100 200 300",
        "what if the classifier has 4096 units",
    ],
)
def test_other_numbers_are_no_counts(text: str) -> None:
    assert counts_in(text) == ()
