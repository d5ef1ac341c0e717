"""The likeness layer: what the photo itself shows of a face, as flat curves without a pixel of the photo."""
