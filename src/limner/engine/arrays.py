"""Names for the array types the engine passes around."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

U8: TypeAlias = NDArray[np.uint8]
"""Eight-bit samples, 0..255."""
U16: TypeAlias = NDArray[np.uint16]
"""Numbers of shapes, 0..65535."""
F32: TypeAlias = NDArray[np.float32]
"""Real-valued samples; a picture in this type is RGB in 0..1 unless its docstring says Lab."""
Points: TypeAlias = NDArray[np.float64]
"""Points of shape (n, 2) or (n, 3); x grows to the right, y grows downwards."""
Bools: TypeAlias = NDArray[np.bool_]
"""A yes or no for each sample."""
Ints: TypeAlias = NDArray[np.int32]
"""Labels and indices."""
