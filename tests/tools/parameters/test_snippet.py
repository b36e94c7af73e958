"""Counting code followed along its syntax tree, against what PyTorch counts of the same models."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.parameters.compute import network
from tools.parameters.models import _built
from tools.parameters.snippet import MAX_CODE, counted
from tools.schema import ToolError
from tools.settings import Settings

IMPORTS = (
    "import torch, torchvision\nimport numpy as np\nfrom torch import nn\nfrom torchvision.models import alexnet\n"
)
MODEL = IMPORTS + "m = alexnet(weights=None)\n"


def _torch(name="alexnet", num_classes=None):
    return _built(name, num_classes)


def _numel(parameters):
    return sum(p.numel() for p in parameters)


ALEXNET = _torch()
TOTAL = _numel(ALEXNET.parameters())
WEIGHTS = _numel(p for n, p in ALEXNET.named_parameters() if "weight" in n)
NUMBERS = [
    ("sum(p.numel() for p in m.parameters())", TOTAL),
    ("print(sum([p.numel() for p in m.parameters()]))", TOTAL),
    ("total = 0\nfor p in m.parameters():\n    total += p.numel()\nprint('total', total)", TOTAL),
    ("n = 0\nfor child in m.children():\n    for p in child.parameters():\n        n = n + p.numel()\nn", TOTAL),
    ("sum(np.prod(p.shape) for p in m.parameters())", TOTAL),
    ("sum(np.prod(p.size()) for _, p in m.named_parameters())", TOTAL),
    ("sum(p.shape.numel() for p in m.parameters())", TOTAL),
    ("sum(p.view(-1).shape[0] for p in m.parameters())", TOTAL),
    ("sum(map(lambda p: p.numel(), m.parameters()))", TOTAL),
    ("sum(torch.numel(p) for p in m.state_dict().values())", TOTAL),
    ("sum(len(p.flatten()) for p in m.parameters())", TOTAL),
    ("sizes = {n: p.numel() for n, p in m.named_parameters()}\nsum(sizes.values())", TOTAL),
    ("sizes = {}\nfor n, p in m.named_parameters():\n    sizes[n] = p.numel()\nprint(sum(sizes.values()))", TOTAL),
    ("sizes = []\nfor p in m.parameters():\n    sizes.append(p.numel())\nsum(sizes)", TOTAL),
    ("def count(net, trainable=False):\n    return sum(p.numel() for p in net.parameters())\ncount(m)", TOTAL),
    ("def count(net):\n    return sum(p.numel() for p in net.parameters())\nprint(f'{count(m):,}')", TOTAL),
    ("if __name__ == '__main__':\n    print('{:,}'.format(sum(p.numel() for p in m.parameters())))", TOTAL),
    ("import operator\nfrom functools import reduce\n"
     "sum(reduce(operator.mul, p.shape, 1) for p in m.parameters())", TOTAL),
    ("with torch.no_grad():\n    c = sum(p.numel() for p in m.parameters() if p.requires_grad)\nc", TOTAL),
    ("sum(p.numel() for c in m.modules() for p in c.parameters(recurse=False))", TOTAL),
    ("t = 0\nfor l in m.modules():\n    if type(l) == nn.Linear or isinstance(l, torch.nn.Conv2d):\n"
     "        t += l.weight.numel()\n        if l.bias is not None:\n            t += l.bias.numel()\nt", TOTAL),
    ("t = 0\nfor n, p in m.named_parameters():\n    print(n, p.numel())\n    t += p.numel()", TOTAL),
    ("t = 0\nfor i, p in enumerate(m.parameters()):\n    t += p.numel()\n    print(i, t)", TOTAL),
    ("ps = m.parameters()\nlen(list(ps)) + sum(p.numel() for p in ps)", 16),
    ("ps = list(m.parameters())\nlen(list(ps)) + sum(p.numel() for p in ps)", TOTAL + 16),
    ("it = m.parameters()\nnext(it)\nnext(it).numel()", 64),
    ("it = iter(m.children())\nnext(it)\nlen(list(it))", 2),
    ("next(iter([]), 7)", 7),
    ("w, b = m.classifier[6].parameters()\nw.numel() + b.numel()", _numel(ALEXNET.classifier[6].parameters())),
    ("n = 0\nps = m.parameters()\nfor p in ps:\n    n += p.numel() + next(ps).numel()\nn", TOTAL),
    ("sizes = map(lambda p: p.numel(), m.parameters())\nsum(sizes) + sum(sizes)", TOTAL),
    ("sizes = (p.numel() for p in m.parameters())\nsum(sizes) + sum(sizes)", TOTAL),
    ("pairs = zip(m.parameters(), m.parameters())\nsum(p.numel() + q.numel() for p, q in pairs)", 2 * TOTAL),
    ("sum(i for i, p in enumerate(m.parameters(), start=1))", 136),
    ("sum(set(p.numel() for p in m.parameters()))", sum({p.numel() for p in ALEXNET.parameters()})),
    ("len(set(n.split('.')[0] for n, p in m.named_parameters()))", 2),
    ("sorted([p.numel() for p in m.parameters()])[-1]", max(p.numel() for p in ALEXNET.parameters())),
    ("sorted(list(m.parameters()), key=lambda p: p.numel(), reverse=True)[0].numel()", 9216 * 4096),
    ("list(reversed([p.numel() for p in m.parameters()]))[0]", 1000),
    ("len(m.classifier[6].weight.T)", 4096),
    ("sum(p.detach().numpy().size for p in m.parameters())", TOTAL),
    ("sum(np.prod(p.data.numpy().ravel().shape) for p in m.parameters())", TOTAL),
    ("print('-' * 40)\nprint(sum(p.numel() for p in m.parameters()))\nprint('-' * 40)", TOTAL),
    ("round(sum(p.numel() for p in m.parameters()), -3)", 61_101_000),
    ("assert isinstance(m, nn.Module)\nsum(p.numel() for p in m.parameters())", TOTAL),
    ("-sum(p.numel() for p in m.parameters())", -TOTAL),
    ("sum(p.numel() for n, p in m.named_parameters() if 'weight' in n)", WEIGHTS),
    ("sum(p.numel() for n, p in m.named_parameters() if not n.endswith('bias'))", WEIGHTS),
    ("sum(p.numel() for p in m.features.parameters())", _numel(ALEXNET.features.parameters())),
    ("m.classifier[6].weight.numel() + m.classifier[-1].bias.numel()", _numel(ALEXNET.classifier[6].parameters())),
    ("len(list(m.parameters()))", len(list(ALEXNET.parameters()))),
    ("len(list(m.modules()))", len(list(ALEXNET.modules()))),
    ("len([*m.children()])", len(list(ALEXNET.children()))),
    ("sum(len(p) for p in m.parameters())", sum(len(p) for p in ALEXNET.parameters())),
    ("sum(p.numel() * p.element_size() for p in m.parameters())", TOTAL * 4),
    ("sum(p.numel() for p in m.parameters(recurse=False))", 0),
    ("sum(p.numel() for p in alexnet(num_classes=10).parameters())", _numel(_torch(num_classes=10).parameters())),
]  # fmt: skip


@pytest.mark.parametrize(("code", "number"), NUMBERS)
def test_gives_the_number_that_pytorch_counts(code, number):
    assert counted(MODEL + code).value == number


@pytest.mark.parametrize("name", ["resnet18", "vit_b_16", "googlenet", "swin_t", "convnext_tiny"])
def test_modules_and_parameters_are_those_of_pytorch(name):
    model = _torch(name)
    build = f"from torchvision import models\nm = models.{name}()\n"
    assert counted(build + "sum(p.numel() for p in m.parameters())").value == _numel(model.parameters())
    assert counted(build + "len(list(m.named_parameters()))").value == len(list(model.named_parameters()))
    assert counted(build + "len(list(m.modules()))").value == len(list(model.modules()))
    assert counted(build + "len(list(m.children()))").value == len(list(model.children()))
    each = counted(build + "for n, p in m.named_parameters():\n    print(n, p.numel())").numbers
    assert [(one.name, one.value) for one in each] == [(n, p.numel()) for n, p in model.named_parameters()]


@pytest.mark.parametrize("name", ["model", "net", "m", "alexnet"])
def test_usual_names_mean_the_model_of_the_exercise(name):
    assert counted(f"sum(p.numel() for p in {name}.parameters())").value == TOTAL


def test_a_loop_that_prints_gives_every_number_it_prints():
    layers = counted("for name, layer in m.features.named_children():\n    print(name, len(list(layer.parameters())))")
    assert [one.value for one in layers.numbers] == [len(list(one.parameters())) for one in ALEXNET.features]
    assert layers.numbers[0].name == "0"


@pytest.mark.parametrize(
    "code",
    [
        "i = 0\nfor p in m.parameters():\n    i += 1\n    print(i, p.numel())",
        "i = 0\nfor p in m.parameters():\n    i = i + 1\n    print(i, p.numel())",
        "t = 0\nfor n, p in m.named_parameters():\n    t += p.numel()\n    print(n, p.numel())",
    ],
)
def test_a_sum_that_is_not_printed_is_not_what_the_code_gives(code):
    assert [one.value for one in counted(code).numbers] == [p.numel() for p in ALEXNET.parameters()]


PRINTED = [
    ("print(f'{t} parameters in {len(list(m.parameters()))} tensors')", [TOTAL, 16]),
    ("print('total', t, 'in', 16, 'tensors')", [TOTAL, 16]),
    ("print('total ' + str(t) + ' in ' + str(16))", [TOTAL, 16]),
    ("print('%d in %d' % (t, 16))", [TOTAL, 16]),
    ("print('{} in {}'.format(t, 16))", [TOTAL, 16]),
    ("print(t)\nprint(t * 4, 'bytes')", [TOTAL, 4 * TOTAL]),
    ("print(t)\nfor p in m.parameters():\n    print(p.numel())", [TOTAL]),
]


@pytest.mark.parametrize(("code", "numbers"), PRINTED)
def test_every_number_printed_outside_of_loops_is_kept(code, numbers):
    total = "t = sum(p.numel() for p in m.parameters())\n"
    assert [one.value for one in counted(total + code).printed] == numbers


REFUSED = [
    ("len(m.parameters())", "line 1: `parameters()` yields one at a time: wrap it in `list(…)`"),
    ("m.parameters()[0].numel()", "line 1: `parameters()` yields one at a time: wrap it in `list(…)`"),
    ("len(p.numel() for p in m.parameters())", "line 1: `(… for …)` yields one at a time"),
    ("list(map(lambda p: p.numel(), m.parameters()))[0:2]\nzip([1], [2])[0]", "line 2: `zip(…)` yields one at a time"),
    ("reversed(m.parameters())", "line 1: `parameters()` yields one at a time"),
    ("next([1])", "line 1: `next` takes from what yields one at a time"),
    ("ps = m.parameters()\nlist(ps)\nnext(ps)", "line 3: `parameters()` has nothing left to yield"),
    ("for p in m.features.parameters():\n    p.requires_grad_(False)\nsum(p.numel() for p in m.parameters())",
     "line 2: I do not follow `requires_grad_(…)`, which changes the parameters"),
    ("for p in m.features.parameters():\n    p.requires_grad = False\nsum(p.numel() for p in m.parameters())",
     "line 2: I cannot follow `p.requires_grad`"),
    ("m.half()", "line 1: I do not follow `half(…)`"),
    ("m.to(torch.float16)", "line 1: I follow `to(…)` only with the name of a device"),
    ("len(set(m.parameters()))", "line 1: I follow `set(…)` of numbers and of names only"),
    ("alexnet(**dict(num_classes=10))", "line 1: I cannot follow `alexnet(**dict(num_classes=10))`"),
    ("round(61.1, -10 ** 9)", "line 1: I follow `round` to 15 digits at most"),
    ("round(61.1, 10 ** 9)", "line 1: I follow `round` to 15 digits at most"),
    ("print('n = ' + 3)", "line 1: a text and a number do not add up: turn the number into `str(…)`"),
    ("sum(p.detach().numpy().numel() for p in m.parameters())", "line 1: an array of NumPy has no `numel`"),
    ("[0] * 3", "line 1: a list stands where a number belongs"),
    ("sum(p.size() for p in m.parameters())", "several numbers stand where one belongs: multiply the sides of a shape"),
    ("sum(p.numel() for p in m.named_parameters())", "line 1: each element is a pair (name, parameter)"),
    ("sum(c.weight for c in m.named_children())", "line 1: each element is a pair (name, module)"),
    ("assert 1 > 2\n3", "line 1: I cannot follow `assert 1 > 2`"),
    ("sum(p.numel() for p in m.parameters)", "line 1: `parameters` is a method: call it, as in `parameters()`"),
    ("x = 1\nsum(p.numel for p in m.parameters())", "line 2: `numel` is a method: call it, as in `p.numel()`"),
    ("from torchvision.models import alexnet\nalexnet.parameters()",
     "line 2: `alexnet` is a function: call it, as in `alexnet()`"),
    ("sum(m.parameters())", "the parameter itself stands where its number of elements belongs: take `numel()`"),
    ("sum(p.shape for p in m.parameters())", "several numbers stand where one belongs: multiply the sides"),
    ("len(m.parameters)", "line 1: `parameters` is a method: call it, as in `len(list(parameters()))`"),
    ("def count(m):\n    return 1", "`count` is defined and never called, so no number comes out"),
    ("m.parameters()", "no number comes out of it"),
    ("sum(p.numel() for p in m.parameters()", "line 1 is not valid Python"),
    ("m.feature.parameters()", "line 1: I know no `.feature` of the model"),
    ("while True:\n    pass", "line 1: I cannot follow `while True:`"),
    ("torchvision.models.alexnett()", "line 1: I do not know `torchvision.models.alexnett(…)`"),
    ("alexnet(num_classes=0).parameters()", "line 1: num_classes is a whole number from 1"),
    ("1 / 0", "line 1 divides by zero"),
    ("__import__('os').system('ls')", "line 1: I do not know `__import__(…)`"),
    ("().__class__", "I do not know what `.__class__` is here"),
    ("open('notes.txt').read()", "line 1: I do not know `open(…)`"),
    ("m.features[99]", "line 1: there is no such element"),
    ("return 3", "`return` stands outside of a function"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "words"), REFUSED)
def test_says_on_which_line_it_is_lost(code, words):
    with pytest.raises(ToolError) as error:
        counted(code)
    assert words in str(error.value)


HOSTILE = [
    "(" * 10_000 + ")" * 10_000,
    "(" * 1900 + ")" * 1900,
    "[" * 150 + "1" + "]" * 150,
    "-" * 3900 + "1",
    "1" + "+1" * 1900,
    "9" * 3900,
    "9 ** 9 ** 9",
    "1e999",
    "def f():\n    return f()\nf()",
    "f = lambda: f()\nf()",
    "a = [1]\nfor i in list(m.modules()):\n    a = a + a\nlen(a)",
    "for a in m.modules():\n  for b in m.modules():\n    for c in m.modules():\n      for d in m.modules():\n        a",
    "for i, p in enumerate(m.parameters()):\n    alexnet(num_classes=i + 1)",
    "a = []\na.append(a)\na == a",
    "a = [1]\n" + "a = a + a\n" * 14 + "sum(a)\n" * 9,
    "a = [1]\n" + "a = a + a\n" * 14 + "print(a)\n" * 9,
    "1.0 // 1e-300 // 1e-300",
    "\x00",
    "\ud800",
]


@pytest.mark.parametrize("code", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_code_is_refused(code):
    with pytest.raises(ToolError):
        counted(code)


def test_a_model_is_looked_through_once():
    looped = "for a in m.parameters():\n    n = len(list(m.features.children()))\nn"
    blocks = list(_torch("densenet201").features.children())
    layers = network(Settings(model="densenet201")).layers
    assert counted(looped, layers).value == len(blocks)


_PIECES = (
    "m", "p", ".parameters()", ".numel()", "for p in ",
    "next(", "[0]", "set(", "zip(", "sum(", "(", ")", ":\n    ", "\n", "total", " += ", " = ", "0",
    "list(", "print(", "[", "]", "lambda p: ", ".shape", "alexnet", "*", "+", "if ", "not ", "def f(p)", "return ",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_code_gives_numbers_or_a_sentence(code):
    try:
        numbers = counted(code).numbers
    except ToolError:
        return
    assert numbers


def test_length_is_bounded():
    with pytest.raises(ToolError, match="I follow up to"):
        counted(" " * (MAX_CODE + 1))
