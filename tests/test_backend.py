"""Everything a server stands on."""

from collections.abc import Iterator

from limner.backend import RECORDS
from limner.storage.record import Owned, Record


def _kinds(kind: type[Record]) -> Iterator[type[Record]]:
    for child in kind.__subclasses__():
        yield child
        yield from _kinds(child)


def test_every_record_has_a_table_and_is_erased_with_its_account() -> None:
    declared = {kind for kind in _kinds(Record) if kind.__module__.startswith("limner.") and kind is not Owned}
    shipped = {kind for kind in declared if not kind.__module__.startswith("limner.testing")}
    assert shipped == set(RECORDS)
