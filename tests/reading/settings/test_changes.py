"""Settings said against those that hold."""

import pytest

from tools.settings import Settings
from tutor.reading.changed import made
from tutor.reading.changes import changes_in
from tutor.reading.message import Change
from tutor.reading.settings import cells, eigenvalues, filled, mirrored, of_that, powers, relative, reshaped
from tutor.reading.settings.dropped import ROWS as RETURNS
from tutor.reading.settings.dropped import dropped_in
from tutor.reading.settings.relative import ChangeRow
from tutor.reading.text import line_of

ROWS = (
    *eigenvalues.ROWS,
    *relative.ROWS,
    *powers.ROWS,
    *cells.ROWS,
    *mirrored.ROWS,
    *reshaped.ROWS,
    *filled.ROWS,
    *of_that.ROWS,
)


@pytest.mark.parametrize(("row", "phrase"), [(row, phrase) for row in ROWS for phrase in row.says])
def test_a_row_reads_its_own_phrases(row: ChangeRow, phrase: str) -> None:
    assert row.how in [change.how for change in changes_in(line_of(phrase).text)]


@pytest.mark.parametrize("phrase", [phrase for row in RETURNS for phrase in row.says])
def test_what_is_taken_back(phrase: str) -> None:
    assert dropped_in(line_of(phrase).text)


@pytest.mark.parametrize("phrase", [phrase for row in RETURNS for phrase in row.not_says])
def test_what_is_not_taken_back(phrase: str) -> None:
    assert dropped_in(line_of(phrase).text) == ()


@pytest.mark.parametrize("phrase", [phrase for row in ROWS for phrase in row.not_says])
def test_what_changes_nothing(phrase: str) -> None:
    assert changes_in(line_of(phrase).text) == ()


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("double the stride", {"stride": 2}, {"stride": 4}),
        ("twice the padding", {"padding": [1, 2]}, {"padding": [2, 4]}),
        ("what if the padding is doubled", {"padding": 1}, {"padding": 2}),
        ("one more ring of padding", {"padding": 0}, {"padding": 1}),
        ("increase the stride by one", {"stride": 1}, {"stride": 2}),
        ("swap the eigenvalues", {"eigenvalues": [1, 2]}, {"eigenvalues": [2, 1]}),
        ("vertausche die Eigenwerte", {"eigenvalues": [1, 2]}, {"eigenvalues": [2, 1]}),
        ("swap the two eigenvectors", {"eigenvectors": [[1, 0], [0, 1]]}, {"eigenvectors": [[0, 1], [1, 0]]}),
        ("what if the eigenvalues are the other way round", {"eigenvalues": [3, 5]}, {"eigenvalues": [5, 3]}),
        ("double the eigenvalues", {"eigenvalues": [1, 2]}, {"eigenvalues": [2, 4]}),
        ("what if λ₁ = 4", {"eigenvalues": [1, 2]}, {"eigenvalues": [4, 2]}),
        ("let lambda_2 be -1", {"eigenvalues": [1, 2]}, {"eigenvalues": [1, -1]}),
        ("three classes fewer", {"num_classes": 10}, {"num_classes": 7}),
        ("a tenth of the classes", {"num_classes": 1000}, {"num_classes": 100}),
        ("one ring of zeros less", {"padding": 2}, {"padding": 1}),
        ("half as many feature maps", {"out_channels": 16}, {"out_channels": 8}),
        ("two more filters", {"out_channels": 16}, {"out_channels": 18}),
        ("twice as many inputs", {"in_features": 5}, {"in_features": 10}),
        ("stride *= 3", {"stride": 2}, {"stride": 6}),
        ("mirror the kernel left to right", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[2, 1], [4, 3]]}),
        ("flip the kernel upside down", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[3, 4], [1, 2]]}),
        ("rotate the kernel by 90 degrees clockwise", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[3, 1], [4, 2]]}),
        ("flip the kernel", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[4, 3], [2, 1]]}),
        ("a kernel of minus ones", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[-1, -1], [-1, -1]]}),
        ("every kernel entry is 3", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[3, 3], [3, 3]]}),
        ("a checkerboard kernel", {"kernel": [[1, 2], [3, 4]]}, {"kernel": [[1, 0], [0, 1]]}),
        ("divide by d_k instead of its root", {"K": [[1, 1], [1, 2]]}, {"K": [[1, 1], [1, 2]], "scale": 0.5}),
    ],
)
def test_a_change_is_made_to_what_holds(text: str, before: dict[str, object], after: dict[str, object]) -> None:
    (change,) = changes_in(line_of(text).text)
    settings = Settings.model_validate(before)
    new = made(settings, change)
    assert new is not None
    assert settings.updated(new).to_json() == after


@pytest.mark.parametrize(
    "change",
    [
        Change(setting="stride", how="times", amount=2),
        Change(setting="eigenvalues", how="entry", amount=3, at=5),
        Change(setting="scale", how="power_of_d_k", amount=-1),
        Change(setting="padding", how="plus", amount=1),
    ],
)
def test_what_is_not_known_cannot_be_changed(change: Change) -> None:
    assert made(Settings.model_validate({"eigenvalues": [1, 2], "padding": "same"}), change) is None


@pytest.mark.parametrize(
    "text", ["stride 2", "eigenvalues 3 and 5", "half of exercise 2", "swap to exercise 3", "a hint"]
)
def test_settings_and_requests_are_no_changes(text: str) -> None:
    assert changes_in(line_of(text).text) == ()
