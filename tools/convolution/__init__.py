"""Convolutional layers: a kernel slides over an input, and every window gives one sum of products."""
