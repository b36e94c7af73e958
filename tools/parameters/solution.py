"""The task in words, and its worked solution: formulas, every layer, the sum, and code to run."""

from __future__ import annotations

from collections.abc import Iterator

from tools.content import Block, Code, Formula, Prose, Table, count
from tools.parameters.compute import Network
from tools.parameters.layer import Layer
from tools.parameters.notation import by, grouped, product, titled, written

MAX_ROWS = 60
MAX_SUMMANDS = 8


def statement(network: Network) -> tuple[Block, ...]:
    """What is to be counted, with the layers where they are not a model's."""
    if network.model is not None or len(network.layers) == 1:
        return (Prose(text=f"How many parameters does {titled(network)} have?"),)
    rows = tuple((f"`{layer.name}`", f"`{layer.source}`") for layer in network.layers)
    ask = "How many parameters does each layer have, and how many has the whole network?"
    return (
        Prose(text="A network is made of these layers."),
        Table(header=("layer", "PyTorch"), rows=rows),
        Prose(text=f"How many parameters does {titled(network)} have?" if network.chosen else ask),
    )


def solution(network: Network) -> tuple[Block, ...]:
    """The derivation with every count, and the code that gives the same numbers."""
    return (
        Prose(
            text="`parameters()` yields every parameter tensor, and `numel()` counts a tensor's elements, so the "
            "count of a layer is the sum of the products of its shapes."
        ),
        *_formulas(network),
        *_table(network),
        *_sums(network),
        Prose(text="The same in PyTorch:"),
        Code(source=code(network)),
    )


def _formulas(network: Network) -> Iterator[Block]:
    convolution, linear = network.first("convolution"), network.first("linear")
    if convolution is not None:
        outputs, inputs, *kernel = convolution.weight
        text = f"In `{convolution.name}` each pair of channels, in and out, has {by(tuple(kernel))} weights"
        yield Prose(
            text=f"{text}, and one bias per output channel." if convolution.has_bias else f"{text}, and no bias."
        )
        bias, plus = (" + C_{out}", f" + {outputs}") if convolution.has_bias else ("", "")
        area = r" \cdot ".join("k" for _ in kernel)
        yield Formula(
            latex=rf"{area} \cdot C_{{in}} \cdot C_{{out}}{bias} = {product((*kernel, inputs, outputs))}{plus} "
            rf"= {grouped(convolution.parameters)}"
        )
    if linear is not None:
        outputs, inputs = linear.weight
        bias, plus = (r" + n_{out}", f" + {outputs}") if linear.has_bias else ("", "")
        yield Prose(
            text=f"A linear layer has one weight for every pair of input and output.{_flattened(network, linear)}"
        )
        yield Formula(
            latex=rf"n_{{in}} \cdot n_{{out}}{bias} = {product((inputs, outputs))}{plus} = {grouped(linear.parameters)}"
        )


def _flattened(network: Network, linear: Layer) -> str:
    flat = network.flattening
    if flat is None or flat.layer != linear.name:
        return ""
    inputs = flat.channels * flat.side**2
    return (
        f" Before `{linear.name}`, {flat.channels} channels of {flat.side}×{flat.side} cells are flattened into "
        f"{flat.channels}·{flat.side}·{flat.side} = {inputs:,} inputs; pooling and flattening have no parameters."
    )


def _table(network: Network) -> Iterator[Block]:
    if not network.counted:
        yield Prose(text=f"There is no parameter tensor in {titled(network)}: its rule is fixed.")
        return
    rows = tuple(
        (
            f"`{layer.name}`",
            layer.type,
            ", ".join(f"{name} {written(shape)}" for name, shape in layer.shapes.items()),
            layer.formula,
            count(layer.parameters),
        )
        for layer in network.counted[:MAX_ROWS]
    )
    yield Table(header=("layer", "type", "shapes", "count", "parameters"), rows=rows)
    hidden = len(network.counted) - MAX_ROWS
    if hidden > 0:
        yield Prose(text=f"{hidden:,} more layers are left out of the table; the code lists them all.")


def _sums(network: Network) -> Iterator[Block]:
    counts = {layer.name: layer.parameters for layer in network.counted}
    for part, names in network.parts.items():
        if 1 < len(names) <= MAX_SUMMANDS:
            terms = " + ".join(grouped(counts[name]) for name in names)
            yield Formula(latex=rf"\text{{{_text(part)}}} = {terms} = {grouped(sum(counts[name] for name in names))}")
    summands = _summands(network)
    terms = " + ".join(grouped(summand) for summand in summands)
    shown = rf"{terms} = " if 1 < len(summands) <= 2 * MAX_SUMMANDS else ""
    if network.single is None:
        yield Formula(latex=rf"\text{{total}} = {shown}{grouped(network.total)}")
    yield Prose(text=f"**{count(network.total)}** parameters in all.")


def _text(name: str) -> str:
    return name.replace("_", r"\_")


def _summands(network: Network) -> list[int]:
    """The blocks in order, and the layers that stand alone."""
    inside = {name: part for part, names in network.parts.items() for name in names}
    sums: dict[str, int] = {}
    for layer in network.counted:
        key = inside.get(layer.name, layer.name)
        sums[key] = sums.get(key, 0) + layer.parameters
    return list(sums.values())


def code(network: Network) -> str:
    """PyTorch that prints every count and the total."""
    return "\n".join((*_built(network), *_printed(network)))


def _built(network: Network) -> Iterator[str]:
    if network.model is not None:
        classes = "" if network.num_classes is None else f"num_classes={network.num_classes}"
        if network.model == "alexnet":
            yield from ("from torchvision.models import alexnet", "", f"model = alexnet({classes})")
            return
        backbone = "weights=None, weights_backbone=None" if _has_backbone(network.model) else "weights=None"
        arguments = ", ".join(filter(None, (f'"{network.model}"', backbone, classes)))
        yield from ("from torchvision.models import get_model", "", f"model = get_model({arguments})")
        return
    yield from ("from torch import nn", "")
    if len(network.layers) == 1:
        yield f"model = nn.{network.layers[0].source}"
        return
    yield "model = nn.ModuleDict({"
    for block in dict.fromkeys(layer.name.partition(".")[0] for layer in network.layers):
        yield f'    "{block}": nn.Sequential('
        yield from (f"        nn.{layer.source}," for layer in network.layers if layer.name.startswith(f"{block}."))
        yield "    ),"
    yield "})"


def _has_backbone(model: str) -> bool:
    return (
        model.startswith(("deeplabv3", "fcn", "lraspp", "ssd"))
        or "rcnn" in model
        or model.startswith(("fcos", "retinanet"))
    )


def _printed(network: Network) -> Iterator[str]:
    single = network.single
    if single is not None and single.name.rpartition(".")[2] in single.shapes:  # owned by a container
        yield from (f'p = model.get_parameter("{single.name}")', 'print(f"total: {p.numel():,}")')
        return
    if network.chosen is not None:
        yield f'model = model.get_submodule("{network.chosen}")'
    if single is not None:
        yield from ("for name, p in model.named_parameters():", "    print(name, tuple(p.shape), p.numel())")
    else:
        yield from (
            "for name, layer in model.named_modules():",
            "    own = sum(p.numel() for p in layer.parameters(recurse=False))",
            "    if own:",
            '        print(f"{name}: {own:,}")',
        )
    yield 'print(f"total: {sum(p.numel() for p in model.parameters()):,}")'
