"""Scaled dot-product attention: softmax(QKᵀ/√d_k)V, with masks, other scales and stacked heads."""
