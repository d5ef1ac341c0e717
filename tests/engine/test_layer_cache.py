import numpy as np

from limner.engine.layer_cache import LayerCache, Patch


def _patch() -> Patch:
    return Patch(np.zeros((10, 10, 3), np.uint8), np.zeros((10, 10), np.uint8), 0, 0)


def test_the_least_recently_used_goes_first() -> None:
    cache = LayerCache(max_bytes=2 * _patch().size_bytes)
    cache.put("a", _patch())
    cache.put("b", _patch())
    assert cache.get("a") is not None
    cache.put("c", _patch())
    assert cache.get("b") is None
    assert cache.get("a") is not None


def test_what_does_not_fit_is_not_kept() -> None:
    cache = LayerCache(max_bytes=10)
    cache.put("a", _patch())
    assert cache.get("a") is None
