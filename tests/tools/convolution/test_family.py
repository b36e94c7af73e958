"""Settings to tasks, the steps' names, the call, concepts and the shared idea."""

import numpy as np
import pytest

from tools.answers import Answer
from tools.content import Formula, MatrixBlock, Prose
from tools.convolution.compute import conv2d, output_size
from tools.convolution.family import FAMILY, SIZE_TOOL, TOOL
from tools.diagnosis import diagnose
from tools.explaining import AnswerKey
from tools.family import Task
from tools.schema import ToolError
from tools.settings import Settings

X, K = np.arange(16.0).reshape(4, 4), np.array([[1.0, 2.0], [0.0, 1.0]])


def test_steps_in_order(sheet):
    assert [step.name for step in sheet(1, 0).steps] == ["window", "Y"]
    padded, window, Y = sheet(2, 1).steps
    assert (padded.name, window.name, Y.name) == ("padded", "window", "Y")
    assert padded.value.shape == (6, 6)
    assert window.value.tolist() == [[0, 0], [0, 1]]
    assert Y.value.tolist() == [[1, 1, 0], [2, 2, 0], [2, -1, 1]]


STATED = [
    # settings, the result's shape
    ({"input": X, "kernel": K}, (3, 3)),
    ({"input": X, "kernel": K, "stride": (2, 1), "padding": "valid", "bias": False}, (2, 3)),
    ({"input": X, "kernel": np.ones((3, 2, 2))[:1]}, (3, 3)),
    ({"input": X, "kernel": np.ones((3, 1, 2, 2))}, (3, 3, 3)),
    ({"input": np.ones((2, 4, 4)), "kernel": np.ones((2, 2, 2))}, (1, 3, 3)),
    ({"input": np.ones((2, 4, 4)), "kernel": np.ones((3, 2, 2, 2)), "bias": [1, 2, 3]}, (3, 3, 3)),
]


@pytest.mark.parametrize(("stated", "shape"), STATED)
def test_settings_make_a_task(stated, shape):
    assert FAMILY.task(Settings(**stated)).result.shape == shape


SIZES = [
    # settings, output size
    ({"input_size": 4, "kernel_size": 2, "stride": 2, "padding": 1}, [3, 3]),
    ({"input_size": (32, 20), "kernel_size": (5, 3), "padding": "same"}, [32, 20]),
    ({"input": X, "kernel_size": 3}, [2, 2]),
    ({"input_size": 9, "kernel": K}, [8, 8]),
]


@pytest.mark.parametrize(("stated", "size"), SIZES)
def test_sizes_without_numbers_give_the_output_size(stated, size):
    assert FAMILY.task(Settings(**stated)).result.tolist() == size


REFUSED = [
    ({}, "input is missing"),
    ({"input": X}, "kernel is missing"),
    ({"kernel_size": 2}, "input is missing"),
    ({"input": X, "kernel": K, "bias": True}, "which one"),
    ({"input": X, "kernel": np.ones((5, 5))}, r"the kernel \(5×5\) is larger than the input \(4×4\)"),
    ({"input": np.ones(4), "kernel": K}, "1 dimensions"),
    ({"input_size": 3, "kernel_size": 4}, r"\(4×4\).*\(3×3\)"),
]


@pytest.mark.parametrize(("stated", "said"), REFUSED)
def test_what_does_not_fit_is_said(stated, said):
    with pytest.raises(ToolError, match=said):
        FAMILY.task(Settings(**stated))


def test_the_call_computes_the_task(make):
    task = make(0)
    name, given = task.call()
    assert name == TOOL.name == "conv2d"
    np.testing.assert_allclose(conv2d(given).output, task.result)


def test_the_call_of_a_size_task():
    task = FAMILY.task(Settings(input_size=(8, 9), kernel_size=3, padding=(1, 0), dilation=2))
    name, given = task.call()
    assert name == SIZE_TOOL.name
    assert list(output_size(given).output) == task.result.tolist()


def seen(blocks):
    """All text of some blocks, and all their arrays."""
    text = " ".join(
        block.text if isinstance(block, Prose) else block.latex if isinstance(block, Formula) else ""
        for block in blocks
    )
    return text, [block.value for block in blocks if isinstance(block, MatrixBlock)]


@pytest.mark.parametrize("topic", FAMILY.topics)
def test_a_concept_has_a_formula_and_no_result(make, topic):
    task = make(0)
    blocks = FAMILY.explain(topic, task)
    text, arrays = seen(blocks)
    assert "$" in text or any(isinstance(block, Formula) for block in blocks)
    assert not any(array.shape == task.result.shape and np.allclose(array, task.result) for array in arrays)


@pytest.mark.parametrize("topic", FAMILY.topics)
def test_concepts_of_a_size_task_keep_its_result(topic):
    task = FAMILY.task(Settings(input_size=(50, 60), kernel_size=(3, 4), stride=2))
    text, _ = seen(FAMILY.explain(topic, task))
    assert task.result.tolist() == [24, 29]
    assert "24" not in text
    assert "29" not in text


def test_the_idea_names_what_the_parts_differ_in(sheet):
    text, arrays = seen(FAMILY.idea((sheet(1, 0), sheet(2, 0), sheet(2, 1))))
    assert "stride 1 and no padding; stride 2 and no padding; stride 2 and zero padding 1" in text
    assert arrays == []


def test_the_statement_shows_the_numbers(make):
    task = make(0)
    text, arrays = seen(task.statement)
    assert len(arrays) == 2
    np.testing.assert_array_equal(arrays[0].ravel(), task.convolution.input.ravel())
    np.testing.assert_array_equal(arrays[1].ravel(), task.convolution.weight.ravel())
    assert "padding" in text
    assert "stride" in text


def test_insight_is_the_size_check(sheet):
    assert "= 3$ rows" in FAMILY.insight(sheet(2, 1))


def test_a_size_task_knows_its_slips():
    task = FAMILY.task(Settings(input_size=8, kernel_size=3, stride=2, padding=1))
    wrong = {(p.mistakes[0].name, *p.result) for p in task.predictions}
    assert {("forgot_padding", 3, 3), ("wrong_stride", 8, 8), ("ceil_instead_of_floor", 5, 5)} <= wrong
    assert any({m.name for m in p.mistakes} == {"forgot_padding", "wrong_stride"} for p in task.pairs)
    assert [block.text for block in task.statement]


def test_another_familys_task_is_a_mistake_of_the_caller():
    class Other(Task):
        steps = hints = solution = predictions = pairs = statement = ()

        def call(self):
            return "", {}

    with pytest.raises(TypeError, match="Other"):
        FAMILY.insight(Other())


DIAGNOSED = [
    # answer, name given, correct, step, mistakes that must be among those named
    ([[1, 1, 0], [2, 2, 0], [2, -1, 1]], None, True, "Y", ()),
    ([[1, -1], [5, 3]], None, False, "Y", ("forgot_padding",)),
    ([[0, 0], [0, 1]], "first window", True, "window", ()),
    ([[1, 0], [1, 0]], "patch", False, "window", ("forgot_padding",)),
    (np.pad([[1, 0, 1, -1], [1, 0, 1, 0], [0, 3, 0, 1], [1, -1, 0, 1]], 1), "X_padded", True, "padded", ()),
]


@pytest.mark.parametrize(("value", "name", "correct", "step", "mistakes"), DIAGNOSED)
def test_diagnosis_on_part_c(sheet, value, name, correct, step, mistakes):
    found = diagnose(Answer(value=value, name=name), AnswerKey(sheet(2, 1), FAMILY.precision))
    assert (found.correct, found.step.name) == (correct, step)
    assert set(mistakes) <= set(found.mistakes)
