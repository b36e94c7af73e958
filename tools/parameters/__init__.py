"""Parameter counting: how many numbers a layer or a whole model learns."""
