"""A matrix from its eigenvalues and eigenvectors: A = QΛQᵀ, or VΛV⁻¹ where the eigenvectors are not orthogonal."""
