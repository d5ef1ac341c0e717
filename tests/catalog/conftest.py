"""People for drawing tests: the mean face in the three ages."""

from collections.abc import Callable

import pytest
from benchmarks.people import average_person

from limner.engine.traits import AgeBand, Traits


@pytest.fixture(scope="session")
def somebody() -> Callable[[AgeBand], Traits]:
    """Makes a brown-haired person with an average face."""
    return average_person
