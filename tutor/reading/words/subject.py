"""Words of the four exercises.

`STRONG` ones occur hardly anywhere else; `WEAK` ones have other lives ("channel", "filter").
"""

from __future__ import annotations

from tutor.reading.words import rows

STRONG = rows("""
eigenvalue: eigenvalues eigenwert eigenwerte eigenwerten eigenval eigenvals evals eigval eigvals eigwerte ew
eigenvector: eigenvectors eigenvektor eigenvektoren eigenvec eigenvecs evecs eigvec eigvecs
eigen: eigenstuff eigenpair eigenpairs eigenspace eigenspaces eigenbasis eigenthing
eigendecomposition: eigendecompositions eigenzerlegung
spectral: spektral spektralzerlegung spektralsatz
orthonormal: orthonormalbasis orthonormalization orthonormalisation orthonormality
orthogonal: orthogonality orthogonally perpendicular
diagonalization: diagonalisation diagonalize diagonalise diagonalizable diagonalisierung diagonalisieren diagonalizing
normalize: normalise normalized normalised normalizing normalising normalization normalisation normiert
normalize: normieren normierung unnormalized unnormalised
symmetric: symmetrical symmetry symmetrisch symmetrische symmetrischen
diagonal: diagonals diagonale diagonalmatrix diag
transpose: transposed transposing transponiert transponieren transponierte transposition transp
matrix: matrices matrixes matrizen matix matirx
vector: vectors vektor vektoren vec vecs
lambda: lambdas λ
sigma: σ
determinant: determinante det
convolution: convolutions convolutional convolve convolved convolving convolute convolutioning conv convs faltung
convolution: faltungen falten faltungsschicht convolutionlayer convlayer cnn cnns convnet convnets conv2d
cross-correlation: crosscorrelation kreuzkorrelation
kernel: kernels faltungskern faltungsfilter
stride: strides schrittweite schrittweiten strided
padding: paddings padded pad pads padd auffüllen
dilation: dilated dilations dilatation atrous
featuremap: featuremaps merkmalskarte
pooling: maxpool maxpooling
avgpool: avgpooling
relu: relus
flatten: flattened flattening
softmax: softmaxes softmaxed softmaxing softmx
attention: attn sdpa attentions selfattention
qkv: qkt
qk:
dk: sqrtdk
dot-product: dotproduct
logit: logits
causal: kausal kausale
numel: numels nelement
alexnet: alexnets
resnet: resnets
torchvision: torchvison
torch: pytorch
tensor: tensors
parameter: parameters param params parametern paramter paramters prams parms parametres parametre parametros
parameter: parameteres parametr
classifier: classifiers
linear: linears
bias: biases biased biasses biasterm
conv2d: convolution2d
batchnorm: batchnorms batchnorm2d
vgg: vggs
densenet: densenets
mobilenet: mobilenets
efficientnet: efficientnets
squeezenet:
googlenet:
inception: inceptionv3
numpy:
sqrt: sqroot
dim: dims
elementwise:
rank-one: rankone
""")

WEAK = rows("""
layer: layers schicht schichten
channel: channels kanal kanäle
filter: filters
weight: weights gewicht gewichte
window: windows patch patches fenster
mask: masks masking masked maske
scale: scaling scaled scales skaliert skalierung skalieren rescale
unscaled: unskaliert
score: scores
query: queries
key: keys
value: values werte wert vals val
head: heads multihead
context: kontext
input: inputs eingabe eingang
output: outputs ausgabe outpt
image: images img picture pic bild
feature: features
class: classes klassen klasse
model: models modell modelle
network: networks net nets netz netzwerk
neuron: neurons
decomposition: decompositions decompose zerlegung zerlegen factorization factorisation
identity: einheitsmatrix
inverse: invert inverses
norm: norms länge
unit: units einheitsvektor
column: columns col cols spalte spalten
row: rows zeile zeilen
dimension: dimensions dimensionality dimensional dimensionen
size: sizes größe
shape: shapes
width: breite
height: höhe
border: borders rand edge edges
zero: zeros zeroes null nullen
pixel: pixels
entry: entries eintrag einträge
cell: cells
element: elements
product: products produkt
multiply: multiplied multiplying multiplication multiplications multiplizieren multipliziert times matmul mult
divide: teilt teile divided dividing division dividiere teilen geteilt
sum: sums summing summed summe summieren summiert
add: added adding addition
root: roots wurzel wurzeln
square: squared squares
exponential: exponentials exp
dot: dots
length: lengths
slide: slides sliding
flip: flipped flipping flips gespiegelt spiegeln spiegelt
fc: fcs dense
grid: grids
formula: formulas formel formeln
equation: equations gleichung
number: numbers nummer nummern zahl zahlen num nr no.
scalar: scalars
axis: axes achse
probability: probabilities
backbone: backbones
trainable: learnable trainierbar trainierbare
hidden:
rgb:
dropout: dropouts
batch: batches minibatch
trace: traces spur
""")
