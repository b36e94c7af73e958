"""Exercise sheets as Markdown files, and their reader."""
