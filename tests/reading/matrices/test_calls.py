# ruff: noqa: E501 - one message a row
"""Arrays inside a constructor of Python, R, Julia, SymPy, Maxima, Typst."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ROOT = 0.5**0.5

ROWS: list[tuple[str, object]] = [
    ("mat(\n  1/2, sqrt(3)/2;\n  -sqrt(3)/2, 1/2;\n)", [(None, [[0.5, 0.75**0.5], [-(0.75**0.5), 0.5]])]),
    ("vec(1/sqrt(2), 1/sqrt(2))", [(None, [0.5**0.5, 0.5**0.5])]),
    ("np.matrix('1 2; 3 4')", [(None, [[1, 2], [3, 4]])]),
    ('np.mat("1 2; 3 4")', [(None, [[1, 2], [3, 4]])]),
    ("matrix([[1, 2],\n        [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("array([[1., 2.],\n       [3., 4.]], dtype=float32)", [(None, [[1, 2], [3, 4]])]),
    ("jnp.array([[1,2],[3,4]])", [(None, [[1, 2], [3, 4]])]),
    ("tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)", [(None, [[1, 2], [3, 4]])]),
    (
        "<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>",
        [("numpy", [[1, 2], [3, 4]])],
    ),
    ("tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', grad_fn=<MmBackward0>)", [(None, [[1, 2], [3, 4]])]),
    ("tensor([[1., 2.],\n        [3., 4.]], dtype=torch.float64)", [(None, [[1, 2], [3, 4]])]),
    ("tensor([1., 2.], requires_grad=True)", [(None, [1, 2])]),
    ("Parameter containing:\ntensor([[1., 2.],\n        [3., 4.]], requires_grad=True)", [(None, [[1, 2], [3, 4]])]),
    (
        ">>> import torch\n>>> C = softmax(Q @ K.T) @ V\n>>> C\ntensor([[1.7981, 0.9986, 1.4429],\n        [1.2552, 1.2483, 0.2622]])",
        [(None, [[1.7981, 0.9986, 1.4429], [1.2552, 1.2483, 0.2622]])],
    ),
    ("In [4]: A\nOut[4]: \narray([[1, 2],\n       [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("Out[5]: tensor([[1, 2], [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    (
        "```python\nQ = torch.tensor([[1., 3.], [0., 1.]])\nK = torch.tensor([[1., 1.], [1., 2.], [0., 1.]])\n```",
        [("Q", [[1, 3], [0, 1]]), ("K", [[1, 1], [1, 2], [0, 1]])],
    ),
    (
        "tensor([[[1., 2.],\n         [3., 4.]],\n\n        [[5., 6.],\n         [7., 8.]]])",
        [(None, [[[1, 2], [3, 4]], [[5, 6], [7, 8]]])],
    ),
    ("x = torch.tensor([[[[1.,2.],[3.,4.]]]])", [("x", [[[[1, 2], [3, 4]]]])]),
    ("c(1,2,3)", [(None, [1, 2, 3])]),
    ("v <- c(1.5, -0.5)", [("v", [1.5, -0.5])]),
    ("matrix(c(1,3,2,4), nrow=2)", [(None, [[1, 2], [3, 4]])]),
    ("matrix(c(1,3,2,4), 2, 2)", [(None, [[1, 2], [3, 4]])]),
    ("matrix(c(1,2,3,4), ncol = 2, byrow = TRUE)", [(None, [[1, 2], [3, 4]])]),
    ("matrix(c(1,2,3,4),2,2,TRUE)", [(None, [[1, 2], [3, 4]])]),
    ("m <- rbind(c(1,2), c(3,4))", [("m", [[1, 2], [3, 4]])]),
    ("cbind(c(1,3), c(2,4))", [(None, [[1, 2], [3, 4]])]),
    ("matrix(1:4, nrow = 2)", [(None, [[1, 3], [2, 4]])]),
    ("Float64[1 2; 3 4]", [(None, [[1, 2], [3, 4]])]),
    ("Matrix([[3/2, -1/2], [-1/2, 3/2]])", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("Matrix([\n[ 3/2, -1/2],\n[-1/2,  3/2]])", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("Matrix(2, 2, [1, 2, 3, 4])", [(None, [[1, 2], [3, 4]])]),
    ("ImmutableDenseMatrix([[1, 2], [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("Matrix([[sqrt(2)/2, sqrt(2)/2], [sqrt(2)/2, -sqrt(2)/2]])", [(None, [[ROOT, ROOT], [ROOT, -ROOT]])]),
    ("Matrix([[Rational(3, 2), Rational(-1, 2)], [-1/2, 3/2]])", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("matrix([1,2],[3,4])", [(None, [[1, 2], [3, 4]])]),
    ("matrix([3/2,-1/2],[-1/2,3/2])", [(None, [[1.5, -0.5], [-0.5, 1.5]])]),
    ("Matrix([[1, 2], [3, 4]]);", [(None, [[1, 2], [3, 4]])]),
    ("mat(1, 2; 3, 4)", [(None, [[1, 2], [3, 4]])]),
    ("$mat(1, 2; 3, 4)$", [(None, [[1, 2], [3, 4]])]),
    ('mat(delim: "[", 1, 2; 3, 4)', [(None, [[1, 2], [3, 4]])]),
    ("vec(1, 2)", [(None, [1, 2])]),
    ("[np.float64(0.5), np.float64(1.5)]", [(None, [0.5, 1.5])]),
    ("[[np.float64(1.0), np.float64(2.0)], [np.float64(3.0), np.float64(4.0)]]", [(None, [[1, 2], [3, 4]])]),
    ("DataFrame([[1,2],[3,4]], columns=['a','b'])", [(None, [[1, 2], [3, 4]])]),
    ("diag(1, 2)", [(None, [[1, 0], [0, 2]])]),
    ("x = np.array([1, 2, 3])", [("x", [1, 2, 3])]),
    ("np.array(((1, 2), (3, 4)))", [(None, [[1, 2], [3, 4]])]),
    ("torch.FloatTensor([[1, 2], [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("structure(c(1, 3, 2, 4), dim = c(2L, 2L))", [(None, [[1, 2], [3, 4]])]),
    ("array(c(1,3,2,4), dim = c(2,2))", [(None, [[1, 2], [3, 4]])]),
    ("t(matrix(c(1,2,3,4), nrow=2))", [(None, [[1, 2], [3, 4]])]),
    ("np.vstack([[1, 2], [3, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("np.column_stack(((1, 3), (2, 4)))", [(None, [[1, 2], [3, 4]])]),
    ("np.diag([1, 2, 3])", [(None, [[1, 0, 0], [0, 2, 0], [0, 0, 3]])]),
    ("List(List(1, 2), List(3, 4))", [(None, [[1, 2], [3, 4]])]),
    ("A = Matrix{Float64}([1 2; 3 4])", [("A", [[1, 2], [3, 4]])]),
    ("np.transpose([[1, 3], [2, 4]])", [(None, [[1, 2], [3, 4]])]),
    ("torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])])", [(None, [[1, 2], [3, 4]])]),
    ("np.zeros((2, 2))", []),
    ("torch.randn(2, 3)", []),
    ("x.view(1, -1)", []),
    ("F.pad(Y, (1, 1, 1, 1))", []),
    ("nn.Linear(4, 2)(x)", []),
    ("torch.arange(0, 6)", []),
    ("tensor([[1., 2., ..., 3.],\n        [4., 5., ..., 6.]])", "truncated: row 1 has `...` in place of numbers"),
    ("np.array([])", "empty: There is no number inside `[]`"),
    ("np.array([[1, 2], [3]])", "ragged: row 2 has one number and the other two"),
    ("matrix(c(1,2,3), nrow=2)", "ragged: Three numbers cannot fill two "),
    ("np.array([[1, 2], [3, 'a']])", "non_numeric: Row 2, cell 2 reads `a`"),
    ("torch.tensor([[1, 2], [3, 4]", "truncated: the bracket in `([[1, 2], [3, 4]` is never closed"),
    ("rbind(c(1,2), c(3))", "ragged: row 2 has one number and the other two"),
]


@pytest.mark.parametrize(("text", "want"), ROWS)
def test_constructors(text: str, want: object, assert_reads: Callable[[str, object], None]) -> None:
    assert_reads(text, want)
