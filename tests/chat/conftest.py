"""Chainlit takes its root from the environment when it is imported, so it is set before any test module is."""

import os
from pathlib import Path

os.environ["CHAINLIT_APP_ROOT"] = str(Path(__file__).resolve().parents[2])
