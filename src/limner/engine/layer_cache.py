"""`LayerCache`: rasters of what stands still, the least recently used forgotten first."""

from collections import OrderedDict
from dataclasses import dataclass

from limner.engine.arrays import U8


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Premultiplied `paint` (h, w, 3) and `alpha` (h, w) whose left top pixel lies at (x_px, y_px) of the page."""

    paint: U8
    alpha: U8
    x_px: int
    y_px: int

    @property
    def size_bytes(self) -> int:
        """Memory it holds."""
        return int(self.paint.nbytes + self.alpha.nbytes)


class LayerCache:
    """Made and held by the caller, one per worker; `max_bytes` 0 keeps nothing."""

    def __init__(self, max_bytes: int = 192 * 1024 * 1024) -> None:
        self.max_bytes = max_bytes
        self.drawn = 0
        self._kept: OrderedDict[str, Patch] = OrderedDict()

    def get(self, key: str) -> Patch | None:
        """The raster kept under a key."""
        patch = self._kept.get(key)
        if patch is not None:
            self._kept.move_to_end(key)
        return patch

    def put(self, key: str, patch: Patch) -> None:
        """Keep a raster if it fits at all."""
        self.drawn += 1
        if patch.size_bytes > self.max_bytes:
            return
        self._kept[key] = patch
        while sum(kept.size_bytes for kept in self._kept.values()) > self.max_bytes:
            self._kept.popitem(last=False)
