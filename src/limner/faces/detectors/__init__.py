"""One file per face detector; `limner.faces.registry` names them."""
