"""The makers of the prints are scripts: they import one another as such, and the tests need only what they wrote."""

collect_ignore = ["make.py", "programs.py"]
