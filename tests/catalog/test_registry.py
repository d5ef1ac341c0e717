import pytest

from limner.catalog import registry
from limner.errors import UnknownName


def test_a_near_miss_gets_a_suggestion() -> None:
    with pytest.raises(UnknownName) as caught:
        registry.style("storbook")
    assert caught.value.advice == "Did you mean storybook?"


def test_a_far_miss_gets_the_list() -> None:
    with pytest.raises(UnknownName) as caught:
        registry.template("submarine")
    assert "moon, forest" in caught.value.advice


def test_names_lead_to_what_bears_them() -> None:
    for entries, load in (
        (registry.styles(), registry.style),
        (registry.templates(), registry.template),
        (registry.outfits(), registry.outfit),
    ):
        for entry in entries:
            assert load(entry.name).name == entry.name
